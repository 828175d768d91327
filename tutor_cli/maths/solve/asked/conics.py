"""Circles, ellipses, hyperbolas and parabolas by their equations: what a curve is, and its standard form.

The axes of the curves are parallel to those of the plane: their equations have no term in xy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Add, Expr, Group, Neg, Number, Power, Quotient, Relation
from tutor_cli.maths.solve.asked.given import X, Y, left_of_zero
from tutor_cli.maths.solve.outcome import NoMethod
from tutor_cli.maths.solve.working import Statement, Working, line_tree
from tutor_cli.maths.solve.writing import to_tree

LETTERS = (X, Y)


@dataclass(frozen=True, slots=True)
class Conic:
    """A conic around its `middle`, a parabola's vertex; `along` is the place of the letter of its main axis.

    `a` is half the main axis and `b` half the other one; of a parabola `a` is how far the focus is from the vertex,
    negative where it opens to the left or downwards.
    """

    kind: str
    middle: tuple[Any, Any]
    along: int
    a: Any
    b: Any

    @property
    def c(self) -> Any:
        """How far the foci are from the middle."""
        squares = {"ellipse": self.a**2 - self.b**2, "hyperbola": self.a**2 + self.b**2, "parabola": self.a**2}
        return sp.sqrt(squares.get(self.kind, 0))

    @property
    def focus(self) -> tuple[Any, ...]:
        """The focus, or the one further to the right or further up."""
        return self.point(self.a if self.kind == "parabola" else self.c)

    def point(self, distance: Any) -> tuple[Any, ...]:
        """Return the point on the main axis at a distance from the middle."""
        return tuple(at + (distance if place == self.along else 0) for place, at in enumerate(self.middle))

    def across(self, distance: Any) -> Expr:
        """Return the line across the main axis at a distance from the middle."""
        return line_tree(Statement(LETTERS[self.along], self.middle[self.along] + distance))


# --- reading an equation --------------------------------------------------------------------------------------------


def conic_of(tree: Expr, work: Working) -> Conic:
    """Return the conic of an equation, told in standard form; raise NoMethod where it is none or only a point."""
    f = sp.expand(left_of_zero(tree))
    if not f.free_symbols <= {X, Y} or not f.is_polynomial(X, Y) or sp.Poly(f, X, Y).total_degree() != 2:
        raise NoMethod
    poly = sp.Poly(f, X, Y)
    p, q, d, e, rest = (poly.coeff_monomial(term) for term in (X**2, Y**2, X, Y, 1))
    if poly.coeff_monomial(X * Y) != 0:
        raise NoMethod
    _complete(p, d, X, work)
    _complete(q, e, Y, work)
    if p == 0 or q == 0:
        return _in_standard_form(_parabola(q or p, d, e, rest, along=int(q == 0)), tree, work)
    middle = (-d / (2 * p), -e / (2 * q))
    right = p * middle[0] ** 2 + q * middle[1] ** 2 - rest
    squares = (right / p, right / q)
    if not any(square > 0 for square in squares):
        raise NoMethod
    return _in_standard_form(_around(middle, squares), tree, work)


def _complete(square: Any, straight: Any, letter: Any, work: Working) -> None:
    """Tell how the square of the terms in a letter is completed, where there is something to complete."""
    if 0 in (square, straight):
        return
    half = straight / (2 * square)
    whole = sp.Mul(square, sp.Pow(letter + half, 2, evaluate=False), evaluate=square == 1)
    less = sp.Add(whole, -square * half**2, evaluate=False)
    work.remark("conic.square", to_tree(square * letter**2 + straight * letter), to_tree(less), letter=letter)


def _around(middle: tuple[Any, Any], squares: tuple[Any, Any]) -> Conic:
    one, other = squares
    if one == other:
        return Conic("circle", middle, 0, sp.sqrt(one), sp.sqrt(one))
    along = int(bool(other > one))
    a, b = sp.sqrt(abs(squares[along])), sp.sqrt(abs(squares[1 - along]))
    return Conic("ellipse" if one > 0 and other > 0 else "hyperbola", middle, along, a, b)


def _parabola(square: Any, d: Any, e: Any, rest: Any, *, along: int) -> Conic:
    """Return the parabola of an equation with the square of one letter alone, and no square of the one `along`."""
    inside, straight = (d, e) if along else (e, d)
    if straight == 0:
        raise NoMethod
    across = -inside / (2 * square)
    ahead = (square * across**2 - rest) / straight
    middle = (across, ahead) if along else (ahead, across)
    return Conic("parabola", middle, along, -straight / square / 4, sp.Integer(0))


def _in_standard_form(conic: Conic, given: Expr, work: Working) -> Conic:
    if (form := standard_form(conic)) != given:
        work.note("conic.standard", form)
    return conic


def standard_form(conic: Conic) -> Expr:
    """Return the equation of a conic with the squares completed."""
    squares = [_square(letter, at) for letter, at in zip(LETTERS, conic.middle, strict=True)]
    if conic.kind == "parabola":
        ahead = sp.Mul(4 * conic.a, LETTERS[conic.along] - conic.middle[conic.along], evaluate=False)
        return Relation((squares[1 - conic.along], to_tree(ahead)), ("=",))
    if conic.kind == "circle":
        return Relation((Add(tuple(squares)), to_tree(conic.a**2)), ("=",))
    parts: list[Expr] = [Quotient(square, to_tree(size)) for square, size in zip(squares, _sizes(conic), strict=True)]
    if conic.kind == "hyperbola":
        parts = [parts[conic.along], Neg(parts[1 - conic.along])]
    return Relation((Add(tuple(parts)), Number("1")), ("=",))


def _sizes(conic: Conic) -> tuple[Any, Any]:
    sizes = (conic.a**2, conic.b**2)
    return sizes[::-1] if conic.along else sizes


def _square(letter: Any, at: Any) -> Expr:
    base = to_tree(letter - at)
    return Power(base if at == 0 else Group(base), Number("2"))
