"""What a student typed or said, as a problem: find the request in the words, read the maths between them."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import (
    Apply,
    Expr,
    Function,
    Interval,
    Number,
    Relation,
    Subscript,
    Symbol,
)
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.asked.meaning import asks_more, only_asks
from tutor_cli.maths.solve.asked.programming import programming_problem
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.asterisks import without_asterisks
from tutor_cli.maths.solve.by_shape import from_tree
from tutor_cli.maths.solve.common_logs import means_base_ten
from tutor_cli.maths.solve.formulas import formula, has_words
from tutor_cli.maths.solve.heard import (
    COMBINED,
    expandable,
    joined_equations,
    over_a_sum,
    percent_asked,
    places_asked,
)
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.phrases import (
    INSTRUCTIONS,
    METHODS,
    REQUESTED,
    WRAPPERS,
    Instruction,
)
from tutor_cli.maths.solve.problem import WRITTEN_CONSTANTS, Operation, Problem
from tutor_cli.maths.solve.properties.reading import property_problem
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.recipes.requests import formula_problem, with_definitions
from tutor_cli.maths.solve.worded import worded_problem
from tutor_cli.maths.spoken import find_spans

_POLITE = re.compile(r"(?:[, ]+(?:please|pls|plz|thanks|thank you|sir|madam|ma'am))+\W*$", re.IGNORECASE)
# "ok now integrate x e^x"; a story may begin with "Now Ram is 10".
_LEAD = re.compile(
    r"^(?:(?:ma'am|sir|madam|teacher|ok|okay|alright|all right|well|so|hmm+|umm?|and|then|now(?! [A-Z]))[, ]+)+(?=\S)",
    re.IGNORECASE,
)
# "Rationalise: 1/(2 + sqrt(3))"
_COLON = re.compile(r"^([A-Za-z]{5,}) ?: ")
# 103 x 107
_TIMES = re.compile(r"(?<=\d) x (?=\d)")


def read_problem(text: str, language: str = "auto") -> Problem:
    """Return the problem in a text: maths alone, or a request in English, Hindi or Hinglish.

    Raises MathsError where there is no maths in it that can be read.
    """
    cleaned = _cleaned(text)
    method, cleaned = _method(percent_asked(cleaned) or cleaned)
    for attempt in _ATTEMPTS:
        problem = attempt(cleaned, language)
        if problem is not None:
            problem = _by_method(problem, method)
            problem = replace(problem, constants=constants_of(problem))
            trees = tuple(map(without_asterisks, problem.expressions))
            return replace(problem, expressions=trees, common_logs=means_base_ten(problem))
    raise MathsError("problem_unclear", "I could not find a problem in that.", "Say it like: solve x squared equals 4.")


def _by_method(problem: Problem, method: str) -> Problem:
    """Return the problem to be solved that way; of an expression the square is completed, not an equation solved."""
    if method == "complete_square" and problem.operation in ("simplify", "evaluate"):
        return replace(problem, operation="quantity", quantity="completed square")
    return replace(problem, method=method or problem.method)


def constants_of(problem: Problem) -> tuple[str, ...]:
    """Return the symbols that are numbers: e and π, and i where it stands in numbers without other letters."""
    names = {n.name for tree in problem.expressions for n in tree.walk() if isinstance(n, Symbol)}
    imaginary = "i" in names and names <= {"i", "e", "pi"} and problem.operation in ("evaluate", "simplify")
    return (*WRITTEN_CONSTANTS, "i", "I") if imaginary else WRITTEN_CONSTANTS


def _cleaned(text: str) -> str:
    plain = _POLITE.sub("", _TIMES.sub(" × ", text.replace("$", " ").strip()))
    plain = _COLON.sub(r"\1 ", _LEAD.sub("", plain))
    return re.sub(r"\s+", " ", plain).rstrip("?.।!, ") if "!" not in plain[-1:] else re.sub(r"\s+", " ", plain)


def _method(text: str) -> tuple[str, str]:
    for pattern, name in METHODS:
        found = pattern.search(text)
        if found:
            return name, (text[: found.start()] + " " + text[found.end() :]).strip()
    return "", text


# --- maths without words -------------------------------------------------------------------------------------------


def _maths_alone(text: str, language: str) -> Problem | None:
    if has_words(text):
        return None
    try:
        return from_tree(parse(text))
    except MathsError:
        return None


# --- requests in words ---------------------------------------------------------------------------------------------


def _instruction(text: str, language: str) -> Problem | None:
    for instruction in INSTRUCTIONS:
        found = instruction.pattern.search(text)
        if found:
            problem = _instructed(instruction, found, language)
            if problem is not None:
                return problem
    return None


def _property(text: str, language: str) -> Problem | None:
    return property_problem(text)


def _defined(text: str, language: str) -> Problem | None:
    """Read a question about objects that the same text defines: "A = ..., B = ..., find AB"."""
    put_in = with_definitions(text)
    found = (property_problem(put_in) if put_in else None) or formula_problem(text)
    return found or (read_problem(put_in, language) if put_in else None)


def _asked(text: str, language: str) -> Problem | None:
    return programming_problem(text) or asked_problem(text)


def _asked_in_words(text: str, language: str) -> Problem | None:
    return worded_problem(text) or _told_in_hindi(text)


def _told_in_hindi(text: str) -> Problem | None:
    english = in_english_words(text)
    if not english:
        return None
    wholly_english = not in_english_words(english)
    if wholly_english and (english.startswith("what is ") or percent_asked(english)):
        return read_problem(english)
    return worded_problem(english) or named_quantity(english)


def hindi_problem(text: str) -> Problem | None:
    """Return the problem of a Hindi question, put in the order of English, every word of which means something."""
    english = in_english_order(text)
    attempts = (_property, _asked, _defined, _asked_in_words, _operands, _instruction) if english else ()
    problem = next(filter(None, (attempt(english, "en") for attempt in attempts)), None)
    return None if problem is None or (english.startswith("find ") and _only_names(problem)) else problem


def _only_names(problem: Problem) -> bool:
    """Tell whether there is nothing to work out: "x ki value" and "tan A bhi nikalo" are asked of another problem."""
    tree = problem.expressions[0]
    nodes = list(tree.walk())
    letters = {node.name for node in nodes if isinstance(node, Symbol)} - {*WRITTEN_CONSTANTS}
    computes = not isinstance(tree, Number) and any(isinstance(node, Number) for node in nodes)
    return problem.operation in ("evaluate", "simplify") and (bool(letters) or not computes)


def _in_order(text: str, language: str) -> Problem | None:
    return hindi_problem(text)


def _named(text: str, language: str) -> Problem | None:
    return named_quantity(text)


def rounded_problem(text: str, language: str = "auto") -> Problem | None:
    """Return the problem of a request to round an answer, whatever else is asked, or None."""
    asked = places_asked(text)
    if asked is None:
        return None
    places, rest = asked
    try:
        problem = read_problem(rest, language)
    except MathsError:
        return None
    if problem.operation not in ("evaluate", "simplify"):
        return problem
    return Problem("quantity", (problem.expressions[0], parse(str(places))), quantity="rounded")


def _operands(text: str, language: str) -> Problem | None:
    """Read "multiply 3x by 4x" and "the square of 13": operands of any kind between words."""
    for pattern, operation in REQUESTED:
        if found := pattern.search(text):
            operands = [formula(found[name], language) for name in sorted(found.groupdict())]
            known = [tree for tree in operands if tree is not None]
            if len(known) == len(operands):
                return from_tree(COMBINED[operation](*known))
    return None


def _system(text: str, language: str) -> Problem | None:
    equations = joined_equations(text, language)
    return Problem("solve", equations) if equations else None


def _instructed(instruction: Instruction, found: re.Match[str], language: str) -> Problem | None:
    groups = {name: value for name, value in found.groupdict().items() if value}
    wrap = groups.pop("wrap", "").lower()
    trees = [formula(part, language) for part in _parts(groups.pop("f", ""), instruction)]
    if not trees or any(tree is None for tree in trees):
        return None
    if instruction.operation == "expand":
        trees = [expandable(found["f"], trees[0], language)] if trees[0] is not None else trees
    if instruction.operation == "simplify" and "rationali" in found.group().lower():
        trees = [over_a_sum(found["f"], trees[0], language)] if trees[0] is not None else trees
    known = [
        Apply(Function(WRAPPERS[wrap]), (tree,)) if wrap in WRAPPERS else tree for tree in trees if tree is not None
    ]
    problem = _problem(instruction.operation, known)
    if problem is None:
        return None
    problem = replace(problem, order=max(problem.order, instruction.order))
    return _with_fields(problem, groups, language)


def _parts(text: str, instruction: Instruction) -> list[str]:
    if instruction.operation != "solve":
        return [text]
    return [part for part in re.split(r"\s*(?:;|,|\band\b|\baur\b|और)\s*", text) if part] if "=" in text else [text]


def _problem(operation: Operation, trees: list[Expr]) -> Problem | None:
    """Return the problem of an instruction; the tree may say it more exactly (an integral with limits)."""
    own = from_tree(trees[0])
    if own.operation == operation or (
        operation == "evaluate" and own.operation in ("integrate", "limit", "sum", "matrix")
    ):
        return replace(own, expressions=tuple(trees)) if len(trees) > 1 else own
    if operation == "evaluate":
        return own if own.operation != "solve" else replace(own, operation="solve")
    if operation == "solve" and own.operation not in ("solve", "simplify"):
        return own
    if operation in ("simplify", "expand", "factor", "differentiate", "integrate") and own.operation == "solve":
        return _right_side(operation, trees[0])
    return Problem(operation, tuple(trees))


def _right_side(operation: Operation, tree: Expr) -> Problem | None:
    """Read `y = x^2` as x^2 where a function is asked for."""
    if isinstance(tree, Relation) and tree.signs == ("=",) and isinstance(tree.operands[0], (Symbol, Apply)):
        return Problem(operation, (tree.operands[1],))
    return None


def _with_fields(problem: Problem, groups: dict[str, str], language: str) -> Problem | None:
    name = groups.get("v") or groups.get("v2") or groups.get("d")
    if name:
        problem = replace(problem, variable=name)
    if "a" in groups and "b" in groups:
        low, high = formula(groups["a"], language), formula(groups["b"], language)
        if low is None or high is None:
            return None
        problem = replace(problem, interval=Interval(low, high, True, True))
    if "interval" in groups:
        problem = replace(problem, interval=formula(groups["interval"], language))
    if "base" in groups:
        base = formula(groups["base"], language)
        return None if base is None else replace(problem, expressions=(_logarithm(problem.expressions[0], base),))
    if "to" in groups:
        problem = replace(problem, to=formula(_target(groups["to"]), language))
    return problem


def _logarithm(argument: Expr, base: Expr) -> Expr:
    return Apply(Subscript(Function("log"), base), (argument,))


def _target(text: str) -> str:
    if re.fullmatch(r"(?:plus )?(?:infinity|anant|अनंत)", text):
        return "oo"
    return {"to": "2", "too": "2", "for": "4"}.get(text, text)


def _anything(text: str, language: str) -> Problem | None:
    """Read words that are one formula, or else take the longest maths in the sentence."""
    tree = formula(text, language)
    if tree is None:
        spans = find_spans(text, language)
        if not spans or asks_more(text, spans) or _means_more(in_english_order(text)):
            return None
        tree = parse(max(spans, key=lambda span: len(span.latex)).latex, "latex")
    return from_tree(tree)


def _means_more(english: str) -> bool:
    """Tell whether a Hindi question, in English, has words beside its one formula that no request has."""
    spans = find_spans(english)
    return bool(english) and (len(spans) > 1 or not only_asks(english, spans))


_ATTEMPTS = (
    *(rounded_problem, _property, _asked, _defined, _maths_alone, _asked_in_words, _in_order, _named),
    *(_system, _operands, _instruction, _anything),
)
