"""How large a problem may be: what is refused before SymPy sees it."""

from __future__ import annotations

from math import comb

from tutor_cli.maths.expr import Add, Apply, Expr, Group, Matrix, Mul, Neg, Number, Power, Quotient, Symbol
from tutor_cli.maths.solve.exact import TooLarge, Undefined, rational_value

MAX_NODES = 600
MAX_DEPTH = 60
MAX_DIGITS = 40
MAX_TERMS = 3000
MAX_WRITTEN_TERMS = 60
MAX_DEGREE = 1000
MAX_MATRIX = 6


def check(tree: Expr) -> None:
    """Raise TooLarge where a lesson would not go: long, deep, huge powers, thousands of terms, large matrices."""
    for count, node in enumerate(tree.walk(), 1):
        if count > MAX_NODES or (isinstance(node, Number) and len(node.digits) > MAX_DIGITS):
            raise TooLarge("long")
        if isinstance(node, Matrix) and (len(node.rows) > MAX_MATRIX or any(len(r) > MAX_MATRIX for r in node.rows)):
            raise TooLarge("matrix")
    if _depth(tree) > MAX_DEPTH:
        raise TooLarge("depth")
    _size(tree)


def check_written_out(tree: Expr) -> None:
    """Raise TooLarge where the brackets of an expression are not multiplied out by hand: they give too many terms."""
    terms, degree = _size(tree)
    one_letter = len({node.name for node in tree.walk() if isinstance(node, Symbol)}) == 1
    if (min(terms, degree + 1) if one_letter else terms) > MAX_WRITTEN_TERMS:
        raise TooLarge("terms")


def _depth(tree: Expr) -> int:
    level, nodes = 0, [tree]
    while nodes:
        level += 1
        nodes = [child for node in nodes for child in node.children()]
    return level


def _size(tree: Expr) -> tuple[int, float]:
    """Return how many terms the tree has when multiplied out and its degree, both at least 1 and 0."""
    if _constant_value(tree):
        return 1, 0.0
    parts = [_size(child) for child in tree.children()]
    if isinstance(tree, Add):
        terms, degree = sum(part[0] for part in parts), max(part[1] for part in parts)
    elif isinstance(tree, (Mul, Quotient)):
        terms, degree = 1, 0.0
        for part in parts:
            terms, degree = terms * part[0], degree + part[1]
    elif isinstance(tree, Power):
        terms, degree = _power_size(tree, parts[0])
    elif isinstance(tree, (Neg, Group)):
        terms, degree = parts[0]
    else:
        terms, degree = max((part[0] for part in parts), default=1), 1.0
    if terms > MAX_TERMS or degree > MAX_DEGREE:
        raise TooLarge("terms")
    return terms, degree


def _constant_value(tree: Expr) -> bool:
    if isinstance(tree, Apply):
        return False
    try:
        return rational_value(tree) is not None
    except Undefined:
        return True


def _power_size(tree: Power, base: tuple[int, float]) -> tuple[int, float]:
    try:
        exponent = rational_value(tree.exponent)
    except Undefined:
        exponent = None
    if exponent is None:
        return base
    size = abs(exponent)
    if base[1] * size > MAX_DEGREE or (base[0] > 1 and size > MAX_TERMS):
        raise TooLarge("power")
    whole = int(size) if exponent.denominator == 1 else 1
    return comb(whole + base[0] - 1, base[0] - 1) if base[0] > 1 else 1, base[1] * float(size)
