"""Building the tree: flattening sums and products, seeing dy/dx and products of vectors and matrices."""

from __future__ import annotations

from collections.abc import Sequence as Items
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from tutor_cli.maths.expr import (
    Accent,
    Add,
    Derivative,
    Expr,
    Group,
    Mul,
    Neg,
    Number,
    PlusMinus,
    Postfix,
    Power,
    ProductSign,
    Quotient,
    QuotientStyle,
    Sequence,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken.lexeme import Kind

D = Symbol("d")
PARTIAL = Symbol("partial")
_UNBARRED = 4
_ORDERS = frozenset({"2", "3", "4"})
_STEPPED = frozenset("xyztsfuvr")


def signed(sign: Kind | None, body: Expr) -> Expr:
    """Return a term with its spoken sign; a plus leaves it as it is."""
    if sign in (Kind.MINUS, Kind.NEGATIVE):
        return Neg(body)
    if sign is Kind.PLUS_MINUS:
        return PlusMinus(body)
    return PlusMinus(body, minus_first=True) if sign is Kind.MINUS_PLUS else body


def add(terms: Items[Expr]) -> Expr:
    """Return the sum of the terms, the term itself where there is one."""
    return terms[0] if len(terms) == 1 else Add(tuple(terms))


def run(factors: Items[Expr]) -> Expr:
    """Return factors side by side; a bare d/dx takes what follows it as its body."""
    for index, factor in enumerate(factors):
        if isinstance(factor, Derivative) and factor.body is None and index + 1 < len(factors):
            return run([*factors[:index], replace(factor, body=run(factors[index + 1 :]))])
    if len(factors) == _UNBARRED and factors[2] in (D, PARTIAL) and _order(factors[0], factors[2]):
        # Partial f partial x, d y d x: nobody says the bar.
        return quotient(Mul(tuple(factors[:2])), Mul(tuple(factors[2:])))
    factors = _with_inverses(factors)
    factors = [_step(factor, following) for factor, following in zip_longest(factors, factors[1:])]
    return factors[0] if len(factors) == 1 else Mul(tuple(factors))


def _with_inverses(factors: Items[Expr]) -> Items[Expr]:
    """Return A transpose A inverse as the inverse of the product: nobody says the brackets."""
    for index, (first, second) in enumerate(pairwise(factors)):
        match first, second:
            case Power(base, Symbol("T")), Power(inverted, Neg(Number("1"))) if base == inverted:
                inverse = Power(Group(Mul((first, base))), Neg(Number("1")))
                return [*factors[:index], inverse, *factors[index + 2 :]]
    return factors


def _step(factor: Expr, following: Expr | None) -> Expr:
    """Return the capital delta that "delta x" is written with."""
    letter = isinstance(following, Symbol) and following.name in _STEPPED
    return Symbol("Delta") if factor == Symbol("delta") and letter else factor


def times(left: Expr, sign: ProductSign, right: Expr, *, matrices: bool = True) -> Expr:
    """Return the product of two factors joined by a spoken sign; capitals are `matrices`, which stand side by side."""
    if isinstance(left, Derivative) and left.body is None and sign == "cross":
        return replace(left, body=Group(right) if isinstance(right, Mul) else right)
    if is_capital(left) and is_capital(right) and sign == "cross" and matrices:
        return run([*factors_of(left), right])
    if isinstance(left, Postfix) and isinstance(right, Postfix) and isinstance(right.body, Group):
        return run([left, right])
    if isinstance(right, (Neg, PlusMinus)):
        right = Group(right)
    if isinstance(left, Mul) and left.sign == sign:
        return Mul((*left.factors, right), sign)
    return Mul((left, right), sign)


def with_scalar_products(sides: Items[Expr]) -> tuple[Expr, ...]:
    """Return the sides of an equation; where one is no vector, the product of two vectors on the other is a dot."""
    vectors = [any(isinstance(factor, Accent) for factor in factors_of(side)) for side in sides]
    return tuple(sides) if all(vectors) else tuple(map(_dotted, sides))


def _dotted(side: Expr) -> Expr:
    if isinstance(side, Mul) and all(isinstance(factor, Accent) and factor.kind == "vec" for factor in side.factors):
        return replace(side, sign="dot")
    return side


def is_capital(node: Expr) -> bool:
    """Tell whether a node is a capital letter, a matrix say, or a power of one."""
    if isinstance(node, (Power, Subscript)):
        return is_capital(node.base)
    if isinstance(node, Mul) and node.sign == "implicit":
        return is_capital(node.factors[-1])
    return isinstance(node, Symbol) and len(node.name) == 1 and node.name.isupper()


@dataclass(frozen=True, slots=True)
class Quantity(Group):
    """What "the quantity ... end quantity" holds: it shows an extent and is no bracket of its own."""


def without_quantity(node: Expr) -> Expr:
    """Return what a quantity holds, where its place shows its own limits."""
    return node.body if isinstance(node, Quantity) else node


def items_of(node: Expr) -> tuple[Expr, ...]:
    """Return the items of a list that stands in a quantity, else the node without its brackets."""
    node = node.body if isinstance(node, Quantity) else bare(node)
    return node.items if isinstance(node, Sequence) and not node.bracket else (node,)


def bare(node: Expr) -> Expr:
    """Return what round brackets hold, where the place it goes to shows its own limits."""
    while isinstance(node, Group) and node.bracket == "(":
        node = node.body
    return node


def power(base: Expr, exponent: Expr) -> Expr:
    """Return a power; the brackets of a whole exponent carry nothing."""
    return Power(base, bare(exponent))


def with_whole_power(node: Expr) -> Expr | None:
    """Return the square of the sum where the last term of a sum of plain terms is a square: (x + 3)^2, not x + 3^2."""
    if not isinstance(node, Add) or any(isinstance(part, (Group, Power)) for t in node.terms[:-1] for part in t.walk()):
        return None
    sign, last = unsigned(node.terms[-1])
    if not isinstance(last, Power) or not isinstance(last.base, (Number, Symbol)):
        return None
    return Power(Group(Add((*node.terms[:-1], signed(sign, last.base)))), last.exponent)


def script(node: Expr, *, ended: bool) -> Expr:
    """Return an exponent or index; where its end is said, brackets in it are meant."""
    return without_quantity(node) if ended else bare(node)


def factors_of(node: Expr) -> tuple[Expr, ...]:
    """Return the factors of a product whatever joins them, the node itself where it is none."""
    if not isinstance(node, Mul):
        return (node,)
    return tuple(leaf for factor in node.factors for leaf in factors_of(factor))


# --- quotients ------------------------------------------------------------------------------------------------------


def split_numerator(term: Expr) -> tuple[Expr | None, ProductSign, Expr]:
    """Split a product before "over": what an earlier fraction keeps out, the sign between, the numerator."""
    if isinstance(term, Mul):
        for index in range(len(term.factors) - 1, -1, -1):
            if _is_spoken_fraction(term.factors[index]) and index + 1 < len(term.factors):
                kept, rest = term.factors[: index + 1], term.factors[index + 1 :]
                return _rejoined(kept, term.sign), term.sign, _rejoined(rest, term.sign)
        if term.sign != "implicit" and isinstance(term.factors[-1], Number):
            return _rejoined(term.factors[:-1], term.sign), term.sign, term.factors[-1]
    return None, "implicit", term


def _is_spoken_fraction(node: Expr) -> bool:
    return isinstance(node, Quotient) or (isinstance(node, Derivative) and not node.behind)


def _rejoined(factors: Items[Expr], sign: ProductSign) -> Expr:
    return factors[0] if len(factors) == 1 else Mul(tuple(factors), sign)


def quotient(numerator: Expr, denominator: Expr, style: QuotientStyle = "stacked") -> Expr:
    """Return a fraction; where numerator and denominator are those of dy/dx, the derivative."""
    if style == "stacked":
        numerator, denominator = bare(numerator), bare(denominator)
    found = _derivative(numerator, denominator) if style in ("stacked", "slash") else None
    return found or Quotient(numerator, denominator, style)


def _derivative(numerator: Expr, denominator: Expr) -> Expr | None:
    top, bottom = _opened(factors_of(numerator)), _barred(denominator)
    for sign in (D, PARTIAL):
        variables, after = _variables(bottom, sign)
        index = next((i for i, factor in enumerate(top) if _order(factor, sign)), None)
        if index is None or not variables or _order(top[index], sign) != len(variables):
            continue
        body = run(top[index + 1 :]) if index + 1 < len(top) else None
        derivative = Derivative(body, variables, partial=sign == PARTIAL, behind=body is None)
        return run([*top[:index], derivative, *after])
    return None


def _barred(denominator: Expr) -> tuple[Expr, ...]:
    """Return the factors below; partial x partial y is no fraction here."""
    match denominator:
        case Derivative(body, (variable,), True) if body is not None:
            return (PARTIAL, *factors_of(body), PARTIAL, variable)
    return factors_of(denominator)


def _opened(factors: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """Take "d fifteen" apart where fifteen is no order but what is derived."""
    first = factors[0]
    if isinstance(first, Subscript) and first.base in (D, PARTIAL) and not _is_order(first.index):
        return (first.base, first.index, *factors[1:])
    return factors


def _is_order(index: Expr) -> bool:
    """Whether d two is a second derivative; d one and d fifteen derive numbers."""
    return isinstance(index, Number) and index.digits in _ORDERS


def _order(factor: Expr, sign: Expr) -> int:
    """Return 1 for d, 2 for d squared or "d two", 0 for anything else."""
    if factor == sign:
        return 1
    count = factor.exponent if isinstance(factor, Power) else factor.index if isinstance(factor, Subscript) else None
    base = factor.base if isinstance(factor, (Power, Subscript)) else None
    if isinstance(factor, Subscript) and not _is_order(factor.index):
        return 0
    return int(count.digits) if base == sign and isinstance(count, Number) and count.digits.isdigit() else 0


def _variables(factors: Items[Expr], sign: Expr) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
    """Read dx, dx squared, dx dy: the variables, one for each order, and the factors behind them."""
    variables: list[Expr] = []
    index = 0
    while index + 1 < len(factors) and factors[index] == sign:
        variable, order = _repeated(factors[index + 1])
        variables += [variable] * order
        index += 2
    return tuple(variables), tuple(factors[index:])


def _repeated(factor: Expr) -> tuple[Expr, int]:
    if isinstance(factor, Power) and isinstance(factor.exponent, Number) and factor.exponent.digits in "23456789":
        return factor.base, int(factor.exponent.digits)
    if isinstance(factor, Subscript) and isinstance(factor.index, Number) and factor.index.digits in "23456789":
        return factor.base, int(factor.index.digits)
    return factor, 1


# --- small questions ------------------------------------------------------------------------------------------------


def is_sum(node: Expr) -> bool:
    """Tell whether a node is a sum or carries a sign."""
    return isinstance(node, (Add, Neg, PlusMinus))


def ends_in_two_numbers(node: Expr) -> bool:
    """Tell whether a product ends in two numbers side by side, as 2 5 का वर्गमूल does."""
    return isinstance(node, Mul) and all(isinstance(factor, Number) for factor in node.factors[-2:])


def unsigned(node: Expr) -> tuple[Kind | None, Expr]:
    """Return the spoken sign of a term and the term without it."""
    if isinstance(node, Neg):
        return Kind.MINUS, node.body
    if isinstance(node, PlusMinus):
        return Kind.MINUS_PLUS if node.minus_first else Kind.PLUS_MINUS, node.body
    return None, node
