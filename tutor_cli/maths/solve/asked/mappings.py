"""Functions as such: inverse, composition, values, domain and range."""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

from tutor_cli.maths.expr import Apply, Expr, Group, Mul, Quotient, Relation, Symbol
from tutor_cli.maths.solve import derivative
from tutor_cli.maths.solve.asked.given import CONSTANTS, Trees, X, Y, equals, left_of_zero
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import Unknown
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.substitution import replaced
from tutor_cli.maths.solve.working import Working


def _implicit(trees: Trees, work: Working) -> Answer:
    """Return dy/dx of a curve such as x^2 + y^2 = 25; where y is given by x, of that function."""
    f = left_of_zero(trees[0])
    if not {X, Y} <= f.free_symbols:
        raise NoMethod
    if (body := _of_x(trees[0])) is not None:
        value = derivative.solve(body, to_sympy(body, CONSTANTS), X, 1, work)
        return Answer("expression", value, verified=sp.simplify(sp.diff(f, X) + sp.diff(f, Y) * value) == 0)
    value = sp.simplify(-sp.diff(f, X) / sp.diff(f, Y))
    work.note("curve.implicit_slope", equals(Quotient(Symbol("dy"), Symbol("dx")), value))
    return Answer("expression", value, verified=sp.simplify(sp.diff(f, X) + sp.diff(f, Y) * value) == 0)


def _of_x(curve: Expr) -> Expr | None:
    """Return f(x) of a curve that is written y = f(x)."""
    match curve:
        case Relation((Symbol("y"), body), ("=",)) if Symbol("y") not in body.walk():
            return body
    return None


# --- values and compositions ---------------------------------------------------------------------------------------


def _named(tree: Expr) -> tuple[str, str, Expr]:
    """Return the name, the letter and the body of `f(x) = x^2`."""
    match tree:
        case Relation((Apply(Symbol(name), (Symbol(letter),)), body), ("=",)):
            return name, letter, body
    raise Unknown("a function")


def _put_in(tree: Expr, known: dict[str, tuple[str, Expr]]) -> Expr:
    """Return the tree with the functions in it worked out: f(g(x)), (f + g)(x), f(2)."""
    match tree:
        case Apply(Symbol(name), (Apply(Symbol(inner)) as argument,)) if name in known and inner in known:
            letter, body = known[name]
            return replaced(body, letter, Group(_put_in(argument, known)))
        case Apply(Symbol(name), (argument,)) if name in known:
            letter, body = known[name]
            return replaced(body, letter, argument if isinstance(argument, Symbol) else Group(argument))
        case Mul((Group(head) | head, Group(argument) | argument)) if _combines(head, known):
            return _combined(head, argument, known)
    raise NoMethod


def _combines(head: Expr, known: dict[str, tuple[str, Expr]]) -> bool:
    letters = {node.name for node in head.walk() if isinstance(node, Symbol)}
    return len(letters) > 1 and letters <= set(known)


def _combined(head: Expr, argument: Expr, known: dict[str, tuple[str, Expr]]) -> Expr:
    tree = head
    for name, (letter, body) in known.items():
        tree = replaced(tree, name, Group(replaced(body, letter, argument)))
    return tree


def _worked_out(wanted: Expr, functions: tuple[Expr, ...], work: Working) -> Answer:
    known = {name: (letter, body) for name, letter, body in map(_named, functions)}
    inserted = _put_in(wanted, known)
    raw = to_sympy(inserted, CONSTANTS)
    value = sp.expand(raw) if raw.is_polynomial() else sp.simplify(raw)
    work.remark("function.put_in", wanted, equals(wanted, inserted))
    work.step("algebra.tidy", inserted, value)
    return Answer("expression" if value.free_symbols else "value", value, verified=sp.simplify(raw - value) == 0)


def _composition(trees: Trees, work: Working) -> Answer:
    return _worked_out(trees[0], trees[1:], work)


def _after(trees: Trees, work: Working, *, first_outside: bool) -> Answer:
    # "gof" is g after f, whichever of them is told first.
    (f, _, _), (g, x, _) = sorted(map(_named, trees), key=lambda named: named[0])
    outer, inner = (f, g) if first_outside else (g, f)
    return _worked_out(Apply(Symbol(outer), (Apply(Symbol(inner), (Symbol(x),)),)), trees, work)


MAPPINGS: dict[str, Callable[[Trees, Working], Answer]] = {
    "function value": _composition,
    "composition": _composition,
    "f after g": lambda trees, work: _after(trees, work, first_outside=True),
    "g after f": lambda trees, work: _after(trees, work, first_outside=False),
    "implicit derivative": _implicit,
}
