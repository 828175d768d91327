"""A student's answer beside the right one: right, nearly right and how, or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import (
    Add,
    Expr,
    Group,
    Matrix,
    Mul,
    Neg,
    Number,
    Power,
    Relation,
    Symbol,
)
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import caps, verify
from tutor_cli.maths.solve.claims import Claim, read_claim, word_claim
from tutor_cli.maths.solve.common_logs import as_answered, base_ten
from tutor_cli.maths.solve.exact import TooLarge, Undefined
from tutor_cli.maths.solve.forms import factors, has_sum, is_simple, size
from tutor_cli.maths.solve.notes import NOTES
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, Unknown
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.school_angles import in_degrees
from tutor_cli.maths.solve.solution import Solution

VerdictName = Literal["right", "right_not_simplified", "incomplete", "extra", "sign", "wrong", "not_understood"]
CONSTANTS = ("e", "pi")
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer compares; `note` names the difference in one sentence with maths as `$latex$`."""

    verdict: VerdictName
    note: str


def check(problem: Problem, answer: Expr | str, solution: Solution | None = None, lang: str = "en") -> Verdict:
    """Compare an answer with the right one, which is worked out here unless it is given."""
    judge = _Judge(lang)
    if solution is None:
        from tutor_cli.maths.solve.engine import solve

        problem = as_answered(problem, answer) if isinstance(answer, str) else problem
        solution = solve(problem)
    if solution.kind == "refused":
        return judge.says("not_understood", "no_solution_known")
    try:
        given = _read(answer, problem)
        caps.check(given.trees[0]) if given.trees else None
        return judge.compare(problem, solution, given)
    except (MathsError, Unknown, TooLarge, Undefined):
        return judge.says("not_understood", "unreadable")


def _read(answer: Expr | str, problem: Problem) -> Claim:
    if isinstance(answer, str):
        word = word_claim(answer)
        if word is not None:
            return word
        (answer,) = in_degrees([_tree(answer)])
    return read_claim(base_ten(answer) if problem.common_logs else answer, unknowns(problem))


def _tree(text: str) -> Expr:
    from tutor_cli.maths.solve.formulas import has_words
    from tutor_cli.maths.spoken import read_formula

    try:
        return read_formula(text) if has_words(text) else parse(text)
    except MathsError:
        # "root 7" is typed as it is said.
        return read_formula(text)


def unknowns(problem: Problem) -> list[str]:
    """Return the names of the unknowns, in alphabetical order; the letters of a story are ours, not the pupil's."""
    if problem.story:
        return []
    if problem.variable:
        return [problem.variable]
    return sorted({name for tree in problem.expressions for name in verify.letters(tree, problem.constants)})


class _Judge:
    def __init__(self, lang: str) -> None:
        self.notes = NOTES[lang]

    def says(self, verdict: VerdictName, note: str, **trees: Expr) -> Verdict:
        return Verdict(verdict, self.notes[note].format(**{k: f"${to_latex(tree)}$" for k, tree in trees.items()}))

    def compare(self, problem: Problem, solution: Solution, given: Claim) -> Verdict:
        if solution.kind in ("undefined", "does_not_exist", "diverges"):
            return self.same_word(solution.kind, given)
        right = read_claim(solution.answer, unknowns(problem))
        if problem.operation == "integrate" and problem.interval is None:
            return self.antiderivative(problem, given)
        if given.kind == "word" or right.kind == "word":
            return self.words(right, given)
        if right.kind in ("values", "points") and right.kind == given.kind:
            return self.values(problem, right, given)
        if right.kind == "family" and given.kind in ("family", "values"):
            return self.families(right, given)
        if {right.kind, given.kind} == {"expression", "region"}:
            return self.says("not_understood", "unreadable")
        if right.kind == "region" or given.kind == "region":
            return self.regions(right, given)
        return self.expressions(problem, solution, right, given)

    # --- words -----------------------------------------------------------------------------------------------------

    def same_word(self, kind: str, given: Claim) -> Verdict:
        also = {"does_not_exist": ("does_not_exist", "undefined", "none"), "undefined": ("undefined", "does_not_exist")}
        if given.word in also.get(kind, (kind,)):
            return self.says("right", "right")
        return self.says("wrong", f"is_{kind}")

    def words(self, right: Claim, given: Claim) -> Verdict:
        if right.kind == given.kind == "word":
            return self.says("right", "right") if right.word == given.word else self.says("wrong", f"is_{right.word}")
        if right.word == "none":
            return self.says("extra", "is_none")
        if right.word == "all":
            return self.says("incomplete", "is_all")
        return self.says("wrong", "has_solutions" if given.word == "none" else "differs")

    # --- values and points -----------------------------------------------------------------------------------------

    def values(self, problem: Problem, right: Claim, given: Claim) -> Verdict:
        missing = [t for t, v in zip(right.trees, right.numbers, strict=True) if not _has(given.numbers, v)]
        extra = [t for t, v in zip(given.trees, given.numbers, strict=True) if not _has(right.numbers, v)]
        if not missing and not extra:
            return self.finished(given.trees, right.trees)
        if not extra:
            return self.says("incomplete", "missing", value=missing[0])
        if not missing:
            return self.says("extra", "extra", value=extra[0])
        if _sign_slip(right.numbers, given.numbers):
            return self.says("sign", "sign", value=extra[0])
        return self.says("wrong", "differs")

    def finished(self, trees: tuple[Expr, ...], right: tuple[Expr, ...]) -> Verdict:
        longest = max(map(size, right))
        for tree in trees:
            if not is_simple(tree) or size(tree) > 1.4 * longest + 1:
                return self.says("right_not_simplified", "simplify", value=tree)
        return self.says("right", "right")

    def families(self, right: Claim, given: Claim) -> Verdict:
        window = [v for v in right.numbers if abs(v) < 30]
        shown = [v for v in given.numbers if abs(v) < 30]
        missing = [v for v in window if not _has(given.numbers, v)]
        extra = [v for v in shown if not _has(right.numbers, v)]
        if not missing and not extra:
            return self.says("right", "right")
        if not extra:
            return self.says("incomplete", "missing_family")
        return self.says("extra", "extra_family") if not missing else self.says("wrong", "differs")

    # --- parts of the line -----------------------------------------------------------------------------------------

    def regions(self, right: Claim, given: Claim) -> Verdict:
        inside, claimed = _membership(right), _membership(given)
        ends = sorted({*right.ends, *given.ends, *_numbers(right), *_numbers(given)})
        between = [low + (high - low) / 2 for low, high in pairwise(ends)]
        outside = [ends[0] - 1.37, ends[-1] + 1.37] if ends else [0.0]
        wide = [(inside(at), claimed(at)) for at in [*between, *outside, *verify.SAMPLES] if at not in ends]
        exact = [(at, inside(at), claimed(at)) for at in ends]
        if all(a == b for a, b in wide):
            return self._ends(exact)
        if all(a != b for a, b in wide):
            return self.says("sign", "turned_round")
        seen = [*wide, *((a, b) for _, a, b in exact)]
        if all(a or not b for a, b in seen):
            return self.says("incomplete", "part_missing")
        return self.says("extra", "part_extra") if all(b or not a for a, b in seen) else self.says("wrong", "differs")

    def _ends(self, exact: list[tuple[float, bool, bool]]) -> Verdict:
        missing = [at for at, a, b in exact if a and not b]
        extra = [at for at, a, b in exact if b and not a]
        if missing:
            return self.says("incomplete", "end_missing", value=_number(missing[0]))
        return self.says("extra", "end_extra", value=_number(extra[0])) if extra else self.says("right", "right")

    # --- expressions -----------------------------------------------------------------------------------------------

    def expressions(self, problem: Problem, solution: Solution, right: Claim, given: Claim) -> Verdict:
        wanted, found = solution_value(solution.answer), given.trees[0]
        constants = (*CONSTANTS, *(name for name in problem.constants if name in ("I", "E", "i")))
        positive = [tree.operands[0].name for tree in problem.assume if isinstance(tree, Relation)]  # type: ignore[attr-defined]
        field = PRECISE if any(isinstance(node, Matrix) for node in wanted.walk()) else FLOATS
        if verify.expressions_agree(found, wanted, constants, positive, field):
            return self.form(problem, found, wanted)
        if verify.expressions_agree(Neg(Group(found)), wanted, constants, positive):
            return self.says("sign", "sign_all")
        if _sign_of_a_term(found, wanted, constants):
            return self.says("sign", "sign_term")
        return self.says("wrong", "differs")

    def form(self, problem: Problem, found: Expr, wanted: Expr) -> Verdict:
        unfinished = {
            "factor": factors(found) < factors(wanted),
            "expand": any(isinstance(node, (Mul, Power)) and has_sum(node) for node in found.walk()),
            "simplify": size(found) > 1.4 * size(wanted) + 1,
            "evaluate": not is_simple(found),
        }
        if unfinished.get(problem.operation, False):
            return self.says("right_not_simplified", "simplify", value=found)
        return self.says("right", "right")

    def antiderivative(self, problem: Problem, given: Claim) -> Verdict:
        found, name = given.trees[0], unknowns(problem)[0]
        constants = (*CONSTANTS, *problem.constants)
        has_constant = any(node == Symbol(letter) for node in found.walk() for letter in ("C", "c", "k", "K"))
        bare = _without_constant(found)
        agreed = verify.derivative_agrees(bare, problem.expressions[0], name, constants)
        if agreed is False and _agrees_where_real(bare, problem.expressions[0], name, constants):
            return self.says("incomplete", "bars_missing")
        if agreed is not True:
            negative = verify.derivative_agrees(Neg(Group(bare)), problem.expressions[0], name, constants)
            return self.says("sign", "sign_all") if negative else self.says("wrong", "derivative_differs")
        return self.says("right", "right") if has_constant else self.says("incomplete", "constant_missing")


def solution_value(tree: Expr) -> Expr:
    """Return the right side of `A = 49π` and the like, and any other tree as it is."""
    return tree.operands[1] if isinstance(tree, Relation) and tree.signs == ("=",) else tree


def _has(numbers: tuple[Any, ...], value: Any) -> bool:
    return any(_near(number, value) for number in numbers)


def _near(a: Any, b: Any) -> bool:
    if isinstance(a, tuple):
        return all(_near(x, y) for x, y in zip(a, b, strict=True))
    return bool(abs(a - b) <= NEAR * (1 + abs(a)))


def _sign_slip(right: tuple[Any, ...], given: tuple[Any, ...]) -> bool:
    if len(right) != len(given):
        return False
    return all(_has(right, value) or _has(right, _opposite(value)) for value in given) and all(
        _has(given, value) or _has(given, _opposite(value)) for value in right
    )


def _opposite(value: Any) -> Any:
    return tuple(-part for part in value) if isinstance(value, tuple) else -value


def _numbers(claim: Claim) -> list[float]:
    return [float(number) for number in claim.numbers] if claim.kind == "values" else []


def _membership(claim: Claim) -> Any:
    if claim.truth is not None:
        truth = claim.truth
        names = [node.name for node in claim.trees[0].walk() if isinstance(node, Symbol)]
        return lambda at: truth(dict.fromkeys([n for n in names if n not in ("pi", "e", "infty")], at))
    return lambda at: _has(claim.numbers, at)


def _number(value: float) -> Expr:
    digits = f"{abs(value):.4f}".rstrip("0").rstrip(".")
    return Neg(Number(digits)) if value < 0 else Number(digits)


def _sign_of_a_term(found: Expr, wanted: Expr, constants: tuple[str, ...]) -> bool:
    """Tell whether turning the sign of one term makes the answer right."""
    if not isinstance(found, Add):
        return False
    for k, term in enumerate(found.terms):
        turned = Add((*found.terms[:k], Neg(Group(term)), *found.terms[k + 1 :]))
        if verify.expressions_agree(turned, wanted, constants):
            return True
    return False


def _without_constant(tree: Expr) -> Expr:
    if isinstance(tree, Add):
        kept = tuple(term for term in tree.terms if term not in (Symbol("C"), Symbol("c"), Symbol("k"), Symbol("K")))
        return kept[0] if len(kept) == 1 else Add(kept)
    return tree


def _agrees_where_real(found: Expr, integrand: Expr, name: str, constants: tuple[str, ...]) -> bool:
    """Tell whether only bars are missing: the derivative is right where the answer has a value at all."""
    from tutor_cli.maths.expr import Derivative

    slope = Derivative(Group(found), (Symbol(name),))
    return verify.expressions_agree(slope, integrand, constants, field=FLOATS) is True
