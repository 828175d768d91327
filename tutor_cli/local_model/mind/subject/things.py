"""What a solution is about and what it found, by kind: an equation, its roots, a function, its derivative, a line.

A thing is the text of a formula, as the solver reads it. Nothing is computed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.subject.members import number_kinds, vectors_in
from tutor_cli.local_model.mind.subject.told_things import Things, from_story, from_words, progression
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.expr import (
    Add,
    Apply,
    Case,
    Cases,
    Derivative,
    Expr,
    Function,
    Group,
    Integral,
    Limit,
    Matrix,
    Mul,
    Neg,
    Number,
    Postfix,
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
from tutor_cli.maths.solve.asked.kinds import kinds as formula_kinds

ROUNDED = "rounded"
"""What an answer is after which "it" is still the exact value."""
_CONSTANTS = frozenset(("e", "pi", "i", "C", "infty", "ldots"))
_CURVE = re.compile(
    r"\W*(?:(?:let|given|the curve|consider|take|suppose)\s+)*(?P<curve>y\s?=\s?[^=,;?]*x[^=,;?]*)[.\s]*"
)
# What is found by turning a matrix into another one; "it" stays the matrix that was given.
_TURNED = {"det": "", "inv": "inverse", "transpose": "transpose", "adj": "adjoint"}
# What is asked about a number so leaves it the thing that is spoken of.
_YES_OR_NO = (r"\text{yes}", r"\text{no}")
_COMPARED = frozenset(("<", ">", "le", "ge"))
_VALUE_OF = ("=", "approx")


@lru_cache(maxsize=512)
def things_in(worked: Worked) -> Things:
    """Return what can be asked about after a solution; after a question about a thing only what its answer `gives`."""
    answer = _read(worked.answer)
    if worked.gives:
        return _found(answer, worked)
    problem = _read(worked.problem)
    things = vectors_in(problem)
    for tree in _parts(problem):
        things |= {kind: text for kind, text in _given(tree, worked) if kind not in things}
    found = {kind: text for kind, text in _answered(answer, worked, things) if kind not in things}
    if worked.steps and worked.steps[0].id.startswith("differential."):
        return _of_differential(problem, answer, worked)
    words = from_words(worked.source) | progression(worked) | from_story(worked)
    return _with_values(words | things | found, worked)


def _of_differential(problem: Expr | None, answer: Expr | None, worked: Worked) -> Things:
    """Return a differential equation, by the way it is solved, and its solution where that is one function."""
    equation = problem.items[0] if isinstance(problem, Sequence) else problem
    way = worked.steps[0].id.partition(".")[2]
    things = {"differential equation": to_latex(equation), way: to_latex(equation)} if equation is not None else {}
    if isinstance(answer, Relation) and answer.operands[0] == Symbol("y") and Symbol("C") not in answer.walk():
        things["solution"] = to_latex(answer.operands[-1])
    return things


def things_said(text: str) -> Things:
    """Return the list, the points or the curve that a text gives."""
    if curve := _CURVE.fullmatch(text):
        tree = _read(curve["curve"])
        return dict(_stated(tree)) if isinstance(tree, Relation) else {}
    return from_words(text)


def letter_of(text: str) -> str:
    """Return the letter of a function or equation, x where that is not clear."""
    tree = _read(text)
    letters = sorted(_letters(tree)) if tree is not None else []
    return letters[0] if len(letters) == 1 else "x"


def _read(text: str) -> Expr | None:
    try:
        return parse(text) if text else None
    except MathsError:
        return None


def _letters(tree: Expr) -> set[str]:
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - _CONSTANTS


def _parts(tree: Expr | None) -> Iterator[Expr]:
    match tree:
        case None:
            return
        case Group(body):
            yield from _parts(body)
        case Cases(rows):
            yield Sequence(tuple(row.body for row in rows if isinstance(row, Case)))
        case Sequence(items, "") if any(isinstance(item, Relation) for item in items):
            for item in items:
                yield from _parts(item)
        case _:
            yield tree


# --- the problem ----------------------------------------------------------------------------------------------------


def _given(tree: Expr, worked: Worked) -> Iterator[tuple[str, str]]:
    """Yield what a part of the problem is, by kind."""
    match tree:
        case Limit(body, _, _, _):
            yield from _given(body, worked)
        case Derivative(body, _) if body is not None:
            if worked.kind == "expression":
                yield "derivative", worked.answer
            yield "function", to_latex(body)
        case Integral(body, _, lower, _):
            yield "integrand", to_latex(body)
            if lower is None:
                yield "antiderivative", worked.answer
            yield "function", to_latex(body)
        case Relation():
            yield from _stated(tree)
        case Sequence(items, "") if all(isinstance(item, Relation) for item in items):
            yield "system", " and ".join(map(to_latex, items))
            yield from ((f"line {index}", to_latex(item)) for index, item in enumerate(items) if _is_line(item))
        case _:
            yield from _expression(tree, worked)


def _expression(tree: Expr, worked: Worked) -> Iterator[tuple[str, str]]:
    """Yield what a formula without a sign of relation is."""
    match tree:
        case _ if any(isinstance(node, Matrix) for node in tree.walk()):
            yield from _matrices(tree, worked)
        case Number(digits) if "." not in digits:
            yield "number", digits
        case Postfix(_, "°"):
            yield "angle", to_latex(tree)
        case Sequence((Number(), Number()) as pair, ""):
            yield "pair", ", ".join(map(to_latex, pair))
        case _ if worked.answer in _YES_OR_NO and not (_letters(tree) or isinstance(tree, (Text, Sequence, Relation))):
            yield "value", to_latex(tree)
        case _ if Symbol("i") in tuple(tree.walk()) and not (_letters(tree) or isinstance(tree, (Text, Relation))):
            found = _read(worked.answer)
            yield "complex", worked.answer if found is not None and Symbol("i") in found.walk() else to_latex(tree)
        case _ if _letters(tree) and not isinstance(tree, (Text, Sequence)):
            if _is_binomial(tree):
                yield "binomial", to_latex(tree)
            yield "function", worked.answer if worked.kind == "expression" else to_latex(tree)
            yield "original", to_latex(tree)


def _is_binomial(tree: Expr) -> bool:
    """Tell whether a formula is a power of a sum of two terms."""
    match tree:
        case Power(Add((_, _)) | Group(Add((_, _))), Number()):
            return True
    return False


def _stated(relation: Relation) -> Iterator[tuple[str, str]]:
    """Yield what an equation or inequality is: of a line, of a function, of an angle, to be solved."""
    text, letters = to_latex(relation), _letters(relation)
    if _COMPARED.intersection(relation.signs):
        yield "inequality", text
        return
    left = relation.operands[0]
    if "identity" in formula_kinds(relation):
        yield "identity", text
    if _is_ratio(relation):
        yield "ratio", text
    if kind := _drawn(relation):
        yield kind, text
    if left == Symbol("y") or (isinstance(left, Apply) and isinstance(left.head, Symbol)):
        yield "function", to_latex(relation.operands[-1])
    elif len(letters) == 1 and not (isinstance(left, Symbol) and not _letters(relation.operands[1])):
        yield "equation", text
        if relation.operands[1] == Number("0"):
            yield "function", to_latex(left)


def _is_ratio(relation: Relation) -> bool:
    left, right = relation.operands[0], relation.operands[-1]
    known = isinstance(left, Apply) and isinstance(left.head, Function) and not _letters(right)
    return known and isinstance(left, Apply) and isinstance(left.arguments[0], Symbol)


def _is_line(tree: Expr) -> bool:
    """Tell whether an equation in x and y, or in one of them alone beside y, is that of a straight line."""
    if not isinstance(tree, Relation) or tree.signs != ("=",) or not {"y"} <= _letters(tree) <= {"x", "y"}:
        return False
    return all(map(_is_linear, tree.operands))


def _is_linear(tree: Expr) -> bool:
    match tree:
        case Number() | Symbol():
            return True
        case Add(terms):
            return all(map(_is_linear, terms))
        case Neg(body) | Group(body):
            return _is_linear(body)
        case Mul(factors):
            return sum(bool(_letters(f)) for f in factors) <= 1 and all(map(_is_linear, factors))
        case Quotient(above, below):
            return _is_linear(above) and not _letters(below)
    return not _letters(tree)


def _matrices(tree: Expr, worked: Worked) -> Iterator[tuple[str, str]]:
    """Yield the matrix that something is asked of, and what was found of it; or what several come to."""
    match tree:
        case Apply(head, (argument, *_)) if isinstance(head, (Function, Symbol)):
            name = _TURNED.get(head.name, "")
        case Power(argument, Neg()):
            name = "inverse"
        case _:
            yield "matrix", worked.answer if worked.kind == "matrix" else to_latex(tree)
            return
    yield "matrix", to_latex(argument)
    if name and worked.kind == "matrix":
        yield name, worked.answer


# --- the answer -----------------------------------------------------------------------------------------------------


def _found(answer: Expr | None, worked: Worked) -> Things:
    """Return what an answer to a question about a thing is."""
    if answer is None or isinstance(answer, Text) or worked.gives == ROUNDED:
        return {}
    if worked.gives != "value":
        return {worked.gives: worked.answer}
    things = {kind: text for kind, text in _answered(answer, worked, {}) if text}
    return _with_values({kind: text for kind, text in progression(worked).items() if kind == "term"} | things, worked)


def _with_values(things: Things, worked: Worked) -> Things:
    """Return the things, and which of the values found are angles in radians or a part of one whole."""
    angles = next((things[kind] for kind in ("solutions", "roots") if r"\pi" in things.get(kind, "")), "")
    value = _read(things.get("value", ""))
    with_unit = any(item.asked and item.unit for item in worked.amounts)
    kinds = number_kinds(value, with_unit=with_unit) if value is not None else {}
    return kinds | things | ({"radians": angles} if angles else {})


def _answered(answer: Expr | None, worked: Worked, things: Things) -> Iterator[tuple[str, str]]:
    """Yield what was found: the solutions, a value, a line, a point."""
    match answer:
        case Row():
            yield from _several(answer)
        case Relation((Symbol(), value), (sign,)) if sign in _VALUE_OF and not _letters(value):
            if "equation" in things:
                yield "roots", to_latex(value)
            if sign == "=":
                yield "letters", to_latex(answer)
            yield "value", to_latex(value)
        case Relation() if kind := _drawn(answer):
            yield kind, worked.answer
        case Relation((Apply(), value), ("=",)) if not _letters(value):
            yield "value", to_latex(value)
        case Relation((value, _), ("approx",)):
            yield "value", to_latex(value)
        case Relation((one, other), ("<" | ">",)) if not _letters(answer):
            yield "pair", f"{to_latex(one)}, {to_latex(other)}"
        case Sequence(_, "("):
            yield "point", worked.answer
        case Add() if worked.kind == "expression" and _letters(answer) and _letters(answer) <= {"j", "k"}:
            yield "vector", worked.answer
        case Expr() if worked.kind == "value" and not _letters(answer) and not isinstance(answer, (Text, Postfix)):
            yield "value", worked.answer


def _drawn(tree: Expr) -> str:
    """Return what an equation in x and y is on paper: a line, another curve; nothing where it is none."""
    return "line" if _is_line(tree) else "curve" if _letters(tree) == {"x", "y"} else ""


def _several(answer: Row) -> Iterator[tuple[str, str]]:
    """Yield what an answer of several parts is: an extreme value with its place, solutions, a pair."""
    match answer:
        case Row((Text(), _, Text(), Relation((Symbol(), _), ("=",)) as place)):
            yield "place", to_latex(place)
        case Row((Relation((Symbol(), value), ("=",)), Text(), Relation(_, ("in",)))):
            yield "solutions", to_latex(value)
        case Row(items) if any(isinstance(item, Text) and item.content.strip() == "or" for item in items):
            yield _roots(items)
        case Row(items) if points := [to_latex(item) for item in items if isinstance(item, Sequence)]:
            yield "points", ", ".join(points)
        case Row(items) if len(values := _values(items)) > 1:
            yield "pair", ", ".join(values)
            yield "letters", ", ".join(to_latex(item) for item in items if isinstance(item, Relation))


def _roots(items: tuple[Expr, ...]) -> tuple[str, str]:
    """Return the solutions: as a list, or as the general ones they are."""
    values = _values(items)
    general = any("n" in value for value in values)
    return ("solutions" if general else "roots"), ", ".join(values)


def _values(items: tuple[Expr, ...]) -> list[str]:
    relations = [item for item in items if isinstance(item, Relation) and item.signs == ("=",)]
    return [to_latex(relation.operands[1]) for relation in relations if isinstance(relation.operands[0], Symbol)]
