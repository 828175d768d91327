"""Putting a solution back into its problem, as text for the solver: nothing is computed here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import (
    Add,
    Cases,
    Expr,
    Group,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Row,
    Sequence,
    Symbol,
    Text,
)
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.truth import signs_chosen
from tutor_cli.maths.spoken import read_formula

_CONSTANTS = frozenset(("pi", "e", "i", "infty", "emptyset"))
_COMPARING = frozenset(("=", "<", ">", "le", "ge", "ne"))


@dataclass(frozen=True, slots=True)
class PutIn:
    """One solution, in LaTeX, and what the equations or inequalities of a problem become with it."""

    solution: str
    statements: tuple[str, ...]


def read(text: str) -> Expr | None:
    """Return the tree of maths written or spoken, or None."""
    for reader in (parse, read_formula):
        try:
            return reader(text)
        except MathsError:
            continue
    return None


def put_in(problem: str, answer: str) -> tuple[PutIn, ...]:
    """Return the problem's relations with each solution of the answer put in.

    Empty where the problem is no equation, inequality or system, or the answer does not say what its unknowns are.
    """
    tree, given = read(problem), read(answer)
    relations = [*_relations(tree)] if tree is not None else []
    names = sorted({name for relation in relations for name in _unknowns(relation)})
    if given is None or not names:
        return ()
    return tuple(
        PutIn(_assigned(values), tuple(to_latex(_with(relation, values)) for relation in relations))
        for values in _solutions(given, names)
        if set(values) >= set(names)
    )


def relations_of(problem: str) -> list[str]:
    """Return the equations or inequalities that a problem consists of, in LaTeX."""
    tree = read(problem)
    return [to_latex(relation) for relation in _relations(tree)] if tree is not None else []


def assigned(problem: str, answer: str) -> str:
    """Return an answer of one value with the unknown it belongs to, "x = 4" for "4"; any other as it is."""
    found = put_in(problem, answer)
    return found[0].solution if len(found) == 1 else answer


def unknowns_of(problem: str) -> list[str]:
    """Return the letters that a problem leaves open, in alphabetical order."""
    tree = read(problem)
    return sorted(_unknowns(tree)) if tree is not None else []


def ends_of(answer: str) -> list[str]:
    """Return the numbers at which the parts of the line in an answer end, in LaTeX."""
    tree = read(answer)
    ends = [end for node in tree.walk() for end in _ends(node)] if tree is not None else []
    return list(dict.fromkeys(to_latex(end) for end in ends))


def numbers_of(text: str) -> list[str]:
    """Return the numbers on the sides of a comparison, "5" of "x > 5", in LaTeX."""
    match read(text):
        case Relation(operands, signs) if _COMPARING.issuperset(signs):
            return [to_latex(side) for side in operands if not _unknowns(side)]
    return []


def written(text: str) -> str:
    """Return maths, written or spoken, in LaTeX; the text itself where it is none."""
    tree = read(text)
    return to_latex(tree) if tree is not None else text


def sides_of_statement(problem: str) -> tuple[str, str] | None:
    """Return the sides of an equation between numbers, which states something and leaves nothing to solve."""
    match read(problem):
        case Relation((left, right), ("=",)) as tree if not any(isinstance(node, Symbol) for node in tree.walk()):
            return to_latex(left), to_latex(right)
    return None


def expression_at(expression: str, unknown: str, value: str) -> str:
    """Return the expression with a value put in, in LaTeX; empty where it does not hold the unknown."""
    try:
        tree = parse(expression)
        return to_latex(_with(tree, {unknown: parse(value)})) if Symbol(unknown) in tree.walk() else ""
    except MathsError:
        return ""


def in_order(answer: str, values: str) -> str:
    """Return a bare list of values, "26 and 14", as those of the letters that an answer gives, in its order."""
    letters = re.findall(r"(?<![\w}])([A-Za-z]) = ", answer)
    listed = re.split(r" ?(?:,|\band\b|\baur\b|और) ?", values)
    if "=" in values or len(listed) != len(letters) or len(set(letters)) < len(letters) or len(letters) == 1:
        return values
    return r" \text{ and } ".join(f"{letter} = {value}" for letter, value in zip(letters, listed, strict=True))


def with_values(formula: str, values: Mapping[str, str]) -> str:
    """Return a formula with values, both in LaTeX, in the place of its letters; empty where one cannot be read."""
    try:
        return to_latex(_with(parse(formula), {name: parse(value) for name, value in values.items()}))
    except MathsError:
        return ""


def _relations(tree: Expr) -> Iterator[Relation]:
    """Yield the comparisons of a problem: the links of a chain, the equations of a system."""
    match tree:
        case Group(body):
            yield from _relations(body)
        case Relation(operands, signs) if _COMPARING.issuperset(signs):
            yield from (Relation(pair, (sign,)) for pair, sign in zip(pairwise(operands), signs, strict=True))
        case Cases(rows) if all(row.condition is None for row in rows):
            for row in rows:
                yield from _relations(row.body)
        case Row(items) | Sequence(items):
            for item in items:
                yield from _relations(item)


def _unknowns(tree: Expr) -> set[str]:
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - _CONSTANTS


def _solutions(tree: Expr, names: list[str]) -> Iterator[dict[str, Expr]]:
    """Yield what each solution of an answer says the unknowns are."""
    match tree:
        case Group(body):
            yield from _solutions(body, names)
        case Relation((Symbol(name), _), ("=",)):
            yield from (
                {name: choice.operands[1]} for choice in signs_chosen(tree) if not _unknowns(choice.operands[1])
            )
        case Sequence(items, "(") if len(items) == len(names):
            yield dict(zip(names, items, strict=True))
        case Row(items) | Sequence(items):
            yield from _joined([[*_solutions(item, names)] for item in items if not isinstance(item, Text)])
        case _ if len(names) == 1 and not isinstance(tree, Relation) and not _unknowns(tree):
            yield from ({names[0]: choice.operands[0]} for choice in signs_chosen(Relation((tree, tree), ("=",))))


def _joined(parts: list[list[dict[str, Expr]]]) -> Iterator[dict[str, Expr]]:
    """Yield one solution where the parts speak of different unknowns, else each of them."""
    flat = [solution for part in parts for solution in part]
    joined: dict[str, Expr] = {}
    for solution in flat:
        if joined.keys() & solution.keys():
            yield joined
            joined = {}
        joined = joined | solution
    if joined:
        yield joined


def _assigned(values: dict[str, Expr]) -> str:
    return r" \text{ and } ".join(f"{name} = {to_latex(value)}" for name, value in values.items())


def _with(tree: Expr, values: Mapping[str, Expr]) -> Expr:
    """Return the tree with the values in the place of the unknowns, in brackets where they need them."""
    return _put(tree, values).rebuilt(_without_needless_brackets)


def _put(tree: Expr, values: Mapping[str, Expr]) -> Expr:
    return tree.rebuilt(
        lambda node: Group(values[node.name]) if isinstance(node, Symbol) and node.name in values else node
    )


def _without_needless_brackets(node: Expr) -> Expr:
    match node:
        case Add(terms):
            return Add(
                tuple(
                    _bare(term) if index == 0 or isinstance(_bare(term), Number) else term
                    for index, term in enumerate(terms)
                )
            )
        case Mul(factors, sign) if sign != "implicit":
            return Mul(
                tuple(_bare(factor) if isinstance(_bare(factor), Number) else factor for factor in factors), sign
            )
        case Neg(Group(Number() as body)):
            return Neg(body)
        case Power(Group(Number() as base), exponent):
            return Power(base, _bare(exponent))
        case Power(base, Group(exponent)):
            return Power(base, exponent)
        case Relation(operands, signs):
            return Relation(tuple(map(_bare, operands)), signs)
        case Quotient(above, below):
            return Quotient(_bare(above), _bare(below))
    return node


def _bare(tree: Expr) -> Expr:
    return tree.body if isinstance(tree, Group) else tree


def _ends(node: Expr) -> Iterator[Expr]:
    lower, upper = getattr(node, "lower", None), getattr(node, "upper", None)
    for end in (lower, upper):
        if isinstance(end, Expr) and not any(isinstance(part, Symbol) for part in end.walk()):
            yield end
