"""Working out a recipe: the equation is set up and solved as any other, every formula shown, filled in and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import (
    Apply,
    Expr,
    Group,
    Neg,
    Number,
    Postfix,
    Quotient,
    Relation,
    Root,
    Sequence,
    Symbol,
    Text,
)
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve import equation, system
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import FLOATS, PRECISE, compiled
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.table import Line, Recipe
from tutor_cli.maths.solve.substitution import substituted
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree

CONSTANTS = ("pi", "e")
_TOLERANCE = 1e-9
_UNKNOWNS = ("x", "y")
# Decimals of more places are written as fractions, and so are these parts.
_MOST_PLACES = 4
_SIMPLE = (2, 4, 5, 8)

Known = dict[str, Any]


class NothingFits(Exception):
    """The equations have no solution that makes sense in the story; `verified` tells whether that was checked."""

    def __init__(self, verified: bool) -> None:
        super().__init__("nothing fits")
        self.verified = verified


def solve(recipe: Recipe, values: list[Any], work: Working) -> Answer:
    """Return the answer of a recipe for its given numbers; of nothing where no solution makes sense."""
    known: Known = dict(zip(recipe.given, values, strict=True))
    try:
        return _answered(recipe, known, values, work)
    except NothingFits as nothing:
        work.note("recipe.none_fits", work.steps[0].after)
        return Answer("set", sp.S.EmptySet, Symbol("emptyset"), verified=nothing.verified)


def _answered(recipe: Recipe, known: Known, values: list[Any], work: Working) -> Answer:
    checked = True
    if recipe.equations:
        known, checked = _solved(recipe, known, work)
    elif recipe.opens:
        work.note(f"recipe.{recipe.name}.opening", stated(recipe, values), **_shown(known))
    for index, line in enumerate(recipe.lines):
        known[line.letter] = _worked(recipe, index, line, known, work)
        if line.letter == recipe.whole_line and not known[line.letter].is_Integer:
            raise NothingFits(checked)
    work.points.append({letter: PRECISE.library.mpf(str(sp.N(value, 45))) for letter, value in known.items()})
    return _answer(recipe, known, verified=checked and _all_agree(recipe, known))


def stated(recipe: Recipe, values: list[Any]) -> Expr:
    """Return what is given, `a = 3, d = 4`, as it stands on the whiteboard."""
    trees = [value if isinstance(value, Expr) else written(value) for value in values]
    relations = [Relation((Symbol(name), tree), ("=",)) for name, tree in zip(recipe.given, trees, strict=True)]
    return relations[0] if len(relations) == 1 else Sequence(tuple(relations))


def written(value: Any) -> Expr:
    """Return a number as it is read aloud best: a decimal that ends soon, else a fraction or root."""
    if value.is_Rational and not value.is_Integer:
        for places in range(1, _MOST_PLACES + 1):
            if (value * 10**places).is_Integer and value.q not in _SIMPLE:
                whole, rest = divmod(int(abs(value) * 10**places), 10**places)
                digits = Number(f"{whole}.{rest:0{places}d}")
                return Neg(digits) if value < 0 else digits
    return to_tree(value)


def _shown(known: Known) -> dict[str, Expr]:
    return {letter: written(value) for letter, value in known.items()}


def _filled(typed: str, known: Known) -> Expr:
    tree = parse(typed, "typed")
    for letter, value in known.items():
        tree = substituted(tree, letter, value)
    tidy: Expr = _tidied(tree)
    return tidy


def _tidied(value: Any) -> Any:
    """Drop the brackets around what already stands apart: above or below a line, under a root, as an argument."""
    if isinstance(value, tuple):
        return tuple(map(_tidied, value))
    if not isinstance(value, Expr):
        return value
    apart = isinstance(value, (Quotient, Root, Relation, Apply))
    changed = {}
    for field in fields(value):
        part = _tidied(getattr(value, field.name))
        changed[field.name] = _bare(part) if apart else part
    return replace(value, **changed)


def _bare(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_bare, part))
    return part.body if isinstance(part, Group) else part


def _solved(recipe: Recipe, known: Known, work: Working) -> tuple[Known, bool]:
    """Set up the equations, solve them, and return what is known then."""
    relations = tuple(_filled(text, known) for text in recipe.equations)
    shown: Expr = relations[0] if len(relations) == 1 else Sequence(relations)
    work.note(f"recipe.{recipe.name}.opening", shown, **_shown(known))
    letters = _UNKNOWNS[: len(relations)]
    found, checked = solved(relations, letters, work, sensible=lambda row: _makes_sense(recipe, row))
    return {**known, **found}, checked


def solved(
    relations: tuple[Expr, ...], letters: Iterable[str], work: Working, *, sensible: Callable[[Any], bool]
) -> tuple[Known, bool]:
    """Return the least sensible solution of equations and whether it was checked; raise NothingFits where none is.

    `letters` are the unknowns in alphabetical order.
    """
    if len(relations) == 1 and isinstance(relations[0], Relation):
        answer = equation.solve(relations[0], next(iter(letters)), CONSTANTS, work)
    else:
        answer = system.solve(Problem("solve", relations, constants=CONSTANTS), work)
    rows = [row if isinstance(row, sp.Tuple) else (row,) for row in _members(answer.value)]
    fitting = [row for row in rows if sensible(row)]
    if not fitting:
        raise NothingFits(answer.verified)
    chosen = min(fitting, key=lambda row: float(row[0]))
    return dict(zip(letters, chosen, strict=False)), answer.verified


def _members(solutions: Any) -> list[Any]:
    if not isinstance(solutions, sp.FiniteSet):
        raise NoMethod
    return list(solutions)


def _makes_sense(recipe: Recipe, row: Any) -> bool:
    if any(value.is_real is not True for value in row):
        return False
    if recipe.positive and any(value <= 0 for value in row):
        return False
    return not recipe.whole or all(value.is_Integer for value in row)


def _worked(recipe: Recipe, index: int, line: Line, known: Known, work: Working) -> Any:
    """Show a formula and what it gives; return its value."""
    return worked_line(line.letter, line.typed, f"recipe.{recipe.name}.{index}", known, work, angle=line.angle)


def worked_line(
    letter: str, typed: str, id: str, known: Known, work: Working, *, angle: bool = False, words: str = "",
    words_hi: str = "", exact: bool = False,
) -> Any:  # fmt: skip
    """Show the formula for a letter and what it gives in one step, with words it quotes; return its value.

    With `exact` the value is not written as a decimal.
    """
    formula, inserted = parse(typed, "typed"), _filled(typed, known)
    value = sp.radsimp(sp.simplify(to_sympy(inserted, CONSTANTS)))
    if value.is_finite is not True or value.is_real is not True:
        raise NoMethod
    head, shown = Symbol(letter), to_tree(value) if exact else written(value)
    if angle:
        value, shown = _in_degrees(value)
    chain = (head, shown) if inserted == shown else (head, inserted, shown)
    before = Relation((head, formula), ("=",))
    after = Relation(chain, ("=",) * (len(chain) - 1))
    quoted = {"words": Text(words), "words_hi": Text(words_hi or words)} if words else {}
    work.remark(id, before, after, formula=before, **_shown(known), **quoted)
    return value


def _in_degrees(radians: Any) -> tuple[Any, Expr]:
    degrees = sp.nsimplify(radians * 180 / sp.pi)
    if not degrees.is_Rational:
        raise NoMethod
    return radians, Postfix(to_tree(degrees), "°")


def _all_agree(recipe: Recipe, known: Known) -> bool:
    """Work every formula out again with floating numbers."""
    return all(agrees(line.typed, known[line.letter], known) for line in recipe.lines)


def agrees(typed: str, value: Any, known: Known) -> bool:
    """Tell whether a formula has this value, worked out with floating numbers."""
    if typed.startswith("floor("):
        inside = compiled(_filled(typed.removeprefix("floor"), known), FLOATS, CONSTANTS)({})
        return bool(-_TOLERANCE * (1 + abs(inside)) <= inside - float(value) < 1)
    found = compiled(_filled(typed, known), FLOATS, CONSTANTS)({})
    return bool(abs(found - float(value)) <= _TOLERANCE * (1 + abs(float(value))))


def _answer(recipe: Recipe, known: Known, *, verified: bool) -> Answer:
    angles = {line.letter for line in recipe.lines if line.angle}
    trees = {letter: _in_degrees(known[letter])[1] if letter in angles else written(known[letter]) for letter in known}
    values = [known[letter] for letter in recipe.answer]
    if recipe.point:
        tree: Expr = Sequence(tuple(trees[letter] for letter in recipe.answer), "(")
        return Answer("set", sp.FiniteSet(sp.Tuple(*values)), tree, verified=verified)
    relations: list[Expr] = [Relation((Symbol(letter), trees[letter]), ("=",)) for letter in recipe.answer]
    if len(values) == 1:
        return Answer("value", values[0], relations[0], verified=verified)
    return Answer("set", sp.FiniteSet(sp.Tuple(*values)), joined(relations, "and"), verified=verified)
