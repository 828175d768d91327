"""Complex numbers: modulus, argument, polar form, inverse, a + ib."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Apply, Expr, Function, Group, Mul, Relation, Sequence, Symbol
from tutor_cli.maths.solve.asked.given import Trees, equals, told
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.sets import ordered
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

_KNOWN = ("pi", "e", "i", "I")


def _parts(tree: Expr, work: Working) -> tuple[Any, Any]:
    """Return real and imaginary part, worked out where the number is not written as a + ib."""
    raw = to_sympy(tree, _KNOWN)
    if raw.free_symbols:
        raise NoMethod
    a, b = (sp.radsimp(part) for part in sp.expand(raw, complex=True).as_real_imag())
    standard = to_tree(a + b * sp.I)
    if standard != tree:
        work.remark("complex.standard", tree, standard)
    return a, b


def _modulus_of(a: Any, b: Any, work: Working) -> Any:
    value = sp.sqrt(a**2 + b**2)
    squares = sp.Add(sp.Pow(a, 2, evaluate=False), sp.Pow(b, 2, evaluate=False), evaluate=False)
    work.note(
        "complex.modulus", equals(Symbol("r"), to_tree(sp.Pow(squares, sp.Rational(1, 2), evaluate=False)), value)
    )
    return value


def _modulus(trees: Trees, work: Working) -> Answer:
    return Answer("value", _modulus_of(*_parts(trees[0], work), work), verified=True)


def _argument_of(a: Any, b: Any, work: Working) -> Any:
    if a == b == 0:
        raise NoMethod
    value = sp.simplify(sp.arg(a + b * sp.I))
    if a != 0:
        work.note("complex.argument", Statement(sp.tan(sp.Symbol("theta")), sp.radsimp(b / a)))
    work.note("complex.argument_is", equals(Symbol("theta"), value))
    return value


def _argument(trees: Trees, work: Working) -> Answer:
    return Answer("value", _argument_of(*_parts(trees[0], work), work), verified=True)


def _polar(trees: Trees, work: Working) -> Answer:
    a, b = _parts(trees[0], work)
    r, angle = _modulus_of(a, b, work), to_tree(_argument_of(a, b, work))
    cosine, sine = (Apply(Function(name), (angle,)) for name in ("cos", "sin"))
    inner = Add((cosine, Mul((Symbol("i"), sine))))
    tree = inner if r == 1 else Mul((to_tree(r), Group(inner)))
    return Answer("value", a + b * sp.I, tree, verified=True)


def _inverse(trees: Trees, work: Working) -> Answer:
    a, b = _parts(trees[0], work)
    square = a**2 + b**2
    if square == 0:
        raise NoMethod
    value = (a - b * sp.I) / square
    work.note("complex.inverse", to_tree(sp.expand(value)), conjugate=a - b * sp.I, square=square)
    value = sp.expand(value)
    return Answer("value", value, verified=sp.expand(value * (a + b * sp.I)) == 1)


def _standard(trees: Trees, work: Working) -> Answer:
    a, b = _parts(trees[0], work)
    return Answer("value", a + b * sp.I, verified=True)


def _part(trees: Trees, work: Working, *, place: int) -> Answer:
    parts = _parts(trees[0], work)
    work.note("complex.parts", trees[0], real=parts[0], imaginary=parts[1])
    return Answer("value", parts[place], verified=True)


def _quadrant(trees: Trees, work: Working) -> Answer:
    a, b = _parts(trees[0], work)
    work.note("complex.point", Sequence((to_tree(a), to_tree(b)), "("), real=a, imaginary=b)
    if a * b == 0:
        return Answer("value", None, told("in no quadrant: on an axis"), verified=True)
    number = (1 if b > 0 else 4) if a > 0 else (2 if b > 0 else 3)
    return Answer("value", sp.Integer(number), told("quadrant ", sp.Integer(number)), verified=True)


def _roots(trees: Trees, work: Working) -> Answer:
    tree = trees[0]
    if not isinstance(tree, Relation):
        raise NoMethod
    left, right = (to_sympy(side, ("pi", "e")) for side in tree.operands)
    letters = (left - right).free_symbols
    if len(letters) != 1 or not (left - right).is_polynomial():
        raise NoMethod
    x = next(iter(letters))
    polynomial = sp.Poly(left - right, x)
    # As a real letter x would have no such roots.
    roots = list(sp.roots(sp.Poly(polynomial.all_coeffs(), sp.Symbol("z"))))
    if polynomial.degree() == 2:
        a, b, c = polynomial.all_coeffs()
        work.note("quadratic.coefficients", tree, a=a, b=b, c=c)
        work.note("complex.discriminant", equals("D", b**2 - 4 * a * c))
    found = sp.FiniteSet(*roots)
    lines = [Statement(x, root) for root in ordered(found)]
    work.note("complex.roots", line_tree(lines))
    holds = all(sp.simplify((left - right).subs(x, root)) == 0 for root in roots)
    return Answer("set", found, line_tree(lines), verified=holds)


COMPLEX: dict[str, Callable[[Trees, Working], Answer]] = {
    "modulus": _modulus,
    "argument": _argument,
    "real part": lambda trees, work: _part(trees, work, place=0),
    "imaginary part": lambda trees, work: _part(trees, work, place=1),
    "quadrant": _quadrant,
    "polar form": _polar,
    "complex inverse": _inverse,
    "standard form of a complex number": _standard,
    "complex roots": _roots,
}
