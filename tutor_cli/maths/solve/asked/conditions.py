"""The value of an expression whose letters are known by what they make: x + 1/x = 5, find x^2 + 1/x^2."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Relation
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, equals
from tutor_cli.maths.solve.bridge import symbol, to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.working import Working
from tutor_cli.maths.solve.writing import to_tree

_LONGEST = 200
_PAIR = 2
_ASKED = re.compile(
    r"^(?:if|given(?: that)?|when|suppose|let) (?P<known>.+?=.+?),? (?:then )?"
    r"(?:find|what is|evaluate|calculate|work out)(?: the)?(?: values?)?(?: of)? (?P<asked>[^=]+?)[?. ]*$",
    re.IGNORECASE,
)
_AND = re.compile(r",? and (?=[^,]*=)|, ")
# What u + v = p and uv = q, and u - v = p and uv = q, make of it: (expression in u and v, in p and q, the sentence).
_SUMS = (
    ("u**2 + v**2", "p**2 - 2*q", "condition.squares_of_sum"),
    ("u**3 + v**3", "p**3 - 3*p*q", "condition.cubes_of_sum"),
    ("(u - v)**2", "p**2 - 4*q", "condition.square_of_difference"),
    ("u**4 + v**4", "(p**2 - 2*q)**2 - 2*q**2", "condition.fourth_powers"),
)
_DIFFERENCES = (
    ("u**2 + v**2", "p**2 + 2*q", "condition.squares_of_difference"),
    ("u**3 - v**3", "p**3 + 3*p*q", "condition.cubes_of_difference"),
    ("(u + v)**2", "p**2 + 4*q", "condition.square_of_sum"),
    ("u**4 + v**4", "(p**2 + 2*q)**2 - 2*q**2", "condition.fourth_powers"),
)


def condition_problem(text: str) -> Problem | None:
    """Return the problem of an expression under one or two conditions on its letters, or None."""
    found = _ASKED.match(text[:_LONGEST])
    if found is None:
        return None
    try:
        known = tuple(parse(part.strip()) for part in _AND.split(found["known"]))
        asked = parse(found["asked"].strip())
    except MathsError:
        return None
    equations = all(isinstance(tree, Relation) and tree.signs == ("=",) for tree in known)
    if not equations or len(known) > _PAIR or not _combines(asked, known):
        return None
    return Problem("quantity", (asked, *known), quantity="value under conditions")


def _combines(asked: Expr, known: tuple[Expr, ...]) -> bool:
    """Tell whether only letters of the conditions are asked about, one condition being a sum of two terms."""
    try:
        value = to_sympy(asked, CONSTANTS)
        sides = [to_sympy(side, CONSTANTS) for tree in known if isinstance(tree, Relation) for side in tree.operands]
    except (Unknown, NotImplementedError, TypeError, AttributeError):
        return False
    pairs = [side for side in sides if side.is_Add and len(side.args) == _PAIR]
    given = any(side.is_Symbol for side in sides)
    if given or len(pairs) != 1 or value.is_Symbol or any(item.atoms(sp.Function) for item in (value, *sides)):
        return False
    letters: set[Any] = set().union(*(side.free_symbols for side in sides))
    return value.free_symbols == letters and len(letters) == len(known)


def _value(trees: Trees, work: Working) -> Answer:
    asked = to_sympy(trees[0], CONSTANTS)
    conditions = [_sides(tree) for tree in trees[1:]]
    letters = sorted(asked.free_symbols, key=str)
    rows = sp.solve([left - right for left, right in conditions], letters, dict=True)
    values = {sp.radsimp(sp.simplify(sp.expand(asked.subs(row)))) for row in rows}
    if len(values) != 1 or next(iter(values)).free_symbols:
        raise NoMethod
    value = values.pop()
    if not _by_identity(asked, conditions, value, work):
        raise NoMethod
    return Answer("value", value, verified=True)


def _sides(tree: Expr) -> tuple[Any, Any]:
    if not isinstance(tree, Relation):
        raise Unknown("an equation")
    left, right = (to_sympy(side, CONSTANTS) for side in tree.operands)
    return left, right


def _by_identity(asked: Any, conditions: list[tuple[Any, Any]], value: Any, work: Working) -> bool:
    """Tell the identity that leads from the sum or difference of two terms and their product to what is asked."""
    sums = [item for item in conditions if item[0].is_Add and len(item[0].args) == _PAIR]
    if len(sums) != 1:
        return False
    (left, p), (first, second) = sums[0], sums[0][0].args
    for u, v, rules in (
        (first, second, _SUMS),
        *((a, -b, _DIFFERENCES) for a, b in ((first, second), (second, first))),
    ):
        q = next((right for made, right in conditions if sp.simplify(made - u * v) == 0), sp.simplify(u * v))
        for of_terms, of_known, id in rules:
            letters = dict(zip(map(symbol, "uv"), (u, v), strict=True))
            same = sp.simplify(_typed(of_terms).subs(letters) - asked) == 0
            if same and not q.free_symbols:
                shown = _typed(of_known).subs({symbol("p"): p, symbol("q"): q})
                work.note("condition.product", equals(sp.Mul(u, v, evaluate=False), q))
                work.note(id, equals(to_tree(asked), value), sum=to_tree(left))
                return bool(sp.simplify(shown - value) == 0)
    return False


def _typed(text: str) -> Any:
    """Return a formula of the tables above."""
    return to_sympy(parse(text, "typed"), ())


CONDITIONS: dict[str, Callable[[Trees, Working], Answer]] = {"value under conditions": _value}
