"""The one tree for everything mathematical: immutable, exact, without I/O.

A tree keeps what a teacher would keep: the order of terms, how a product or quotient was written, and brackets
that were written although precedence does not need them (`Group`). It drops what carries nothing: spacing, bracket
sizes and the brackets that precedence implies. `parse(latex(tree)) == tree` holds for every tree made by the parser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction as Rational
from itertools import groupby
from typing import Any, Literal

ProductSign = Literal["implicit", "dot", "cross", "star"]
QuotientStyle = Literal["stacked", "slash", "divide"]
Side = Literal["both", "above", "below"]


@dataclass(frozen=True, slots=True)
class Expr:
    """A node of the tree; subclasses hold their children in fields, singly or in tuples."""

    def children(self) -> Iterator[Expr]:
        """Yield the direct sub-expressions, in the order they are written."""
        for field in fields(self):
            yield from _expressions(getattr(self, field.name))

    def walk(self) -> Iterator[Expr]:
        """Yield this node and everything below it, parents first, without recursion."""
        pending: list[Expr] = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(list(node.children())))

    def rebuilt(self, change: Callable[[Expr], Expr]) -> Expr:
        """Return the tree with `change` applied to every node, those below first; it recurses."""
        parts = {field.name: _rebuilt(getattr(self, field.name), change) for field in fields(self)}
        return change(replace(self, **parts))


def _rebuilt(value: Any, change: Callable[[Expr], Expr]) -> Any:
    if isinstance(value, Expr):
        return value.rebuilt(change)
    return tuple(_rebuilt(item, change) for item in value) if isinstance(value, tuple) else value


def _expressions(value: object) -> Iterator[Expr]:
    if isinstance(value, Expr):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _expressions(item)


# --- atoms ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number(Expr):
    """A non-negative decimal literal as written, ASCII digits with at most one point: `12`, `0.75`, `1.50`."""

    digits: str

    @property
    def value(self) -> Rational:
        """The exact value."""
        return Rational(self.digits)


@dataclass(frozen=True, slots=True)
class Symbol(Expr):
    """A letter or named constant: `x`, `N`, `alpha`, `Delta`, `pi`, `e`, `infty`, `ldots`, `emptyset`, `RR`.

    Names longer than one letter are LaTeX command names without the backslash; blackboard letters are doubled (`RR`).
    """

    name: str


@dataclass(frozen=True, slots=True)
class Function(Expr):
    """The name of a known function (`sin`, `log`, `arcsin`, `max`, `gcd`, `det`), as the head of an `Apply`."""

    name: str


@dataclass(frozen=True, slots=True)
class Text(Expr):
    r"""Words among the maths (`\text{...}`), units included; any script."""

    content: str


@dataclass(frozen=True, slots=True)
class Empty(Expr):
    """Nothing written: the missing left side of a continued line `= 4`, an empty matrix cell."""


# --- arithmetic ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Add(Expr):
    """A sum of two or more terms in written order; a subtracted term is a `Neg`, a ± term a `PlusMinus`."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Neg(Expr):
    """A minus sign before an expression."""

    body: Expr


@dataclass(frozen=True, slots=True)
class PlusMinus(Expr):
    """A ± (or, with `minus_first`, ∓) before an expression."""

    body: Expr
    minus_first: bool = False


@dataclass(frozen=True, slots=True)
class Mul(Expr):
    """A product of two or more factors all joined by one sign; products with mixed signs are nested."""

    factors: tuple[Expr, ...]
    sign: ProductSign = "implicit"


@dataclass(frozen=True, slots=True)
class Quotient(Expr):
    """A quotient: a stacked fraction, `a/b` or `a ÷ b`."""

    numerator: Expr
    denominator: Expr
    style: QuotientStyle = "stacked"


@dataclass(frozen=True, slots=True)
class Mixed(Expr):
    """A mixed number such as 3 1/2, whose value is `whole + numerator/denominator`."""

    whole: Number
    numerator: Number
    denominator: Number


@dataclass(frozen=True, slots=True)
class Power(Expr):
    """A superscript read as a power; also decorates function names (`sin^2`) and transposes (`A^T`)."""

    base: Expr
    exponent: Expr


@dataclass(frozen=True, slots=True)
class Subscript(Expr):
    """An index below: `x_1`, `log_2` (as head of an `Apply`). `x_1^2` is the power of a subscript."""

    base: Expr
    index: Expr


@dataclass(frozen=True, slots=True)
class Prime(Expr):
    """One or more prime marks: f', y''."""

    base: Expr
    count: int = 1


@dataclass(frozen=True, slots=True)
class Root(Expr):
    """A root; `index` is None for the square root."""

    radicand: Expr
    index: Expr | None = None


@dataclass(frozen=True, slots=True)
class Postfix(Expr):
    """A sign after its operand: factorial, percent, degree, arc minute."""

    body: Expr
    sign: Literal["!", "%", "°", "′"]


@dataclass(frozen=True, slots=True)
class Prefix(Expr):
    """A sign before its operand, named as in LaTeX, or `+`.

    `angle`, `triangle`, `neg`, `forall`, `exists`, `therefore`, `because`, and `pmod` for a modulus in brackets.
    """

    sign: str
    body: Expr


@dataclass(frozen=True, slots=True)
class Infix(Expr):
    """Operands joined by one sign that is neither sum, product nor relation, named as in LaTeX.

    `cup`, `cap`, `setminus`, `land`, `lor`, `circ`, `oplus`, `bmod`, `colon` (a ratio a : b), `mid` (P(A | B)).
    """

    sign: str
    operands: tuple[Expr, ...]


# --- brackets ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group(Expr):
    """Brackets written although precedence needs none, as in `2 + (-3)` or `(2)(3)`."""

    body: Expr
    bracket: Literal["(", "[", "{"] = "("


@dataclass(frozen=True, slots=True)
class Fence(Expr):
    """Brackets that mean something: absolute value, norm, floor, ceiling."""

    body: Expr
    kind: Literal["abs", "norm", "floor", "ceil"]


@dataclass(frozen=True, slots=True)
class Sequence(Expr):
    """Items separated by commas: a point, vector or tuple in brackets, a plain list without (`bracket` empty)."""

    items: tuple[Expr, ...]
    bracket: Literal["", "(", "[", "<"] = ""


@dataclass(frozen=True, slots=True)
class Interval(Expr):
    """An interval of which at least one end is closed, or which the context makes an interval and not a point."""

    lower: Expr
    upper: Expr
    lower_closed: bool
    upper_closed: bool


@dataclass(frozen=True, slots=True)
class SetOf(Expr):
    """A set in braces: listed items, or with `condition` one element and what holds for it."""

    items: tuple[Expr, ...]
    condition: Expr | None = None


# --- functions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Apply(Expr):
    """A function applied to arguments; the head is a `Function` or `Symbol`, maybe with power, index or primes."""

    head: Expr
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Choose(Expr):
    """n choose r (`kind` "binom" for the stacked form, "C" for nCr) or permutations nPr ("P")."""

    n: Expr
    r: Expr
    kind: Literal["binom", "C", "P"] = "binom"


@dataclass(frozen=True, slots=True)
class Accent(Expr):
    """A mark over or under, named as in LaTeX: `vec`, `hat`, `bar`, `overline`, `underline`, `dot`, `ddot`, `tilde`."""

    kind: str
    body: Expr


# --- calculus and big operators ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BigOperator(Expr):
    """A big operator over a body: `sum`, `prod`, `bigcup`, `bigcap`, `max`, `min`; limits may be absent."""

    kind: str
    body: Expr
    lower: Expr | None = None
    upper: Expr | None = None


@dataclass(frozen=True, slots=True)
class Integral(Expr):
    """An integral with one variable for each `dx` that ends it; `contour` for a closed path.

    `variables` is empty where no `dx` follows the body, as in ∫ dx/x, whose body holds a `Differential`; `signs`
    counts the integral signs of a double or triple integral with one pair of limits.
    """

    body: Expr
    variables: tuple[Expr, ...]
    lower: Expr | None = None
    upper: Expr | None = None
    contour: bool = False
    signs: int = 1


@dataclass(frozen=True, slots=True)
class Limit(Expr):
    """The limit of the body as the variable tends to the target, from both sides or one."""

    body: Expr
    variable: Expr
    target: Expr
    side: Side = "both"


@dataclass(frozen=True, slots=True)
class Derivative(Expr):
    """A derivative in Leibniz notation; `body` stands on the fraction (dy/dx) or, with `behind`, after d/dx.

    `variables` repeats a variable for higher orders: d²y/dx² has ("x", "x"). `body` is None for the bare operator.
    """

    body: Expr | None
    variables: tuple[Expr, ...]
    partial: bool = False
    behind: bool = True

    @property
    def orders(self) -> list[tuple[Expr, int]]:
        """Each variable in turn with how often it is differentiated by."""
        return [(variable, len(list(same))) for variable, same in groupby(self.variables)]


@dataclass(frozen=True, slots=True)
class Differential(Expr):
    """A lone dx, as in a differential equation."""

    variable: Expr


@dataclass(frozen=True, slots=True)
class Evaluated(Expr):
    """An antiderivative between limits: [F(x)] from a to b, or with a bar."""

    body: Expr
    lower: Expr | None
    upper: Expr | None
    style: Literal["brackets", "bar"] = "brackets"


# --- statements and arrangements -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relation(Expr):
    """A chain `operands[0] signs[0] operands[1] ...`; signs are LaTeX names without backslash, or `=`, `<`, `>`.

    `le`, `ge`, `ne`, `approx`, `equiv`, `sim`, `cong`, `propto`, `in`, `notin`, `subset`, `subseteq`, `perp`,
    `parallel`, `to`, `mid`; `implies` and `iff` bind more loosely, so their operands may be relations.
    """

    operands: tuple[Expr, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix(Expr):
    """Rows of cells; `bracket` is the LaTeX environment: `pmatrix`, `bmatrix`, `vmatrix`, `Vmatrix`, `matrix`."""

    rows: tuple[tuple[Expr, ...], ...]
    bracket: Literal["pmatrix", "bmatrix", "vmatrix", "Vmatrix", "matrix"] = "pmatrix"


@dataclass(frozen=True, slots=True)
class Case(Expr):
    """One row of `Cases`: a value or equation and, maybe, the condition under which it holds."""

    body: Expr
    condition: Expr | None = None


@dataclass(frozen=True, slots=True)
class Cases(Expr):
    """A left brace over rows: a function by cases, or a system of equations."""

    rows: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Lines(Expr):
    """Lines of working under each other, aligned at the first sign of each relation."""

    lines: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Row(Expr):
    """Pieces standing side by side with no operator between them, such as words and formulas."""

    items: tuple[Expr, ...]
