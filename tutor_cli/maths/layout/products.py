"""Products, quotients, signs before an operand and operators that are neither sum nor relation."""

from __future__ import annotations

import re
from itertools import pairwise

from tutor_cli.maths import expr as e
from tutor_cli.maths.calls import is_call
from tutor_cli.maths.latex import stands_bare as is_bare_argument
from tutor_cli.maths.layout.box import Box, beside, line, stack
from tutor_cli.maths.layout.chunks import signed
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.layout.roots import has_radical_sign, is_covered_by_sign
from tutor_cli.maths.precedence import (
    Level,
    factor_brackets,
    is_named_function,
    level,
    operand_needs_brackets,
    over_needs_brackets,
    starts_with_digit,
    under_needs_brackets,
)

_WORD_AT_END = re.compile(r"[A-Za-z]{2,}$")
_WORD_AT_START = re.compile(r"[A-Za-z]{2,}")
_SET_APART = (e.BigOperator, e.Integral, e.Limit, e.Derivative, e.Text, e.Prefix)


@drawn.register(e.Neg)
@drawn.register(e.PlusMinus)
def _signed(node: e.Neg | e.PlusMinus, pen: Pen) -> Box:
    name, body = signed(node)
    box = pen.operand(body, Level.PRODUCT)
    gap = " " if _begins_with_bar(box, pen) else ""
    return beside(line(pen.sign(name).text.strip() + gap), box)


@drawn.register(e.Mul)
def _product(node: e.Mul, pen: Pen) -> Box:
    factors = node.factors
    brackets = factor_brackets(factors, node.sign)
    followers: list[e.Expr | None] = [*factors[1:], None]
    boxes = [
        pen.bracketed(factor, needed or pen.hides_extent(factor) or _runs_on(factor, follower, node.sign, pen))
        for factor, needed, follower in zip(factors, brackets, followers, strict=True)
    ]
    parts = boxes[:1]
    for index in range(1, len(factors)):
        left, right = (factors[index - 1], boxes[index - 1]), (factors[index], boxes[index])
        parts += [pen.sign(node.sign) if node.sign != "implicit" else _gap(left, right, pen), boxes[index]]
    return beside(*parts)


def _runs_on(factor: e.Expr, follower: e.Expr | None, sign: e.ProductSign, pen: Pen) -> bool:
    """Whether a function without brackets would seem to take in the factor that follows."""
    if follower is None or sign != "implicit" or not ends_in_argument(factor, pen):
        return False
    return not (isinstance(follower, e.Apply) and is_named_function(follower.head))


def stands_bare(node: e.Apply, pen: Pen) -> bool:
    """Whether a function is written without brackets round its argument, as in sin 2x."""
    if not is_named_function(node.head) or len(node.arguments) != 1:
        return False
    argument = node.arguments[0]
    if not is_bare_argument(argument):
        return False
    return not any(pen.hides_extent(part) or _shows_brackets_or_dots(part, pen) for part in argument.walk())


def _shows_brackets_or_dots(expr: e.Expr, pen: Pen) -> bool:
    """Whether drawing adds something at which the argument of a function would seem to end."""
    match expr:
        case e.Power(base=e.Root()) | e.Subscript(base=e.Root()):
            return True
        case e.Mul(factors=factors, sign="implicit"):
            return any(_needs_dot(left, right, pen) for left, right in pairwise(factors))
        case _:
            return False


def ends_in_argument(expr: e.Expr, pen: Pen) -> bool:
    """Whether the last thing written is the argument of a function without brackets."""
    match expr:
        case e.Apply():
            return stands_bare(expr, pen)
        case e.Mul(factors=(*_, last)) | e.Neg(body=last):
            return ends_in_argument(last, pen)
        case _:
            return False


def _gap(left: tuple[e.Expr, Box], right: tuple[e.Expr, Box], pen: Pen) -> Box:
    """Return what keeps two factors apart: nothing, a space, or a dot where they would read as something else."""
    before, after = left[1].text, right[1].text
    if after.startswith("("):
        needs_dot = is_call(left[0], right[0].body if isinstance(right[0], e.Group) else right[0])
    else:
        needs_dot = _needs_dot(left[0], right[0], pen)
    if needs_dot:
        return pen.sign("dot")
    apart = (
        isinstance(_without_scripts(left[0]), _SET_APART)
        or isinstance(_without_scripts(right[0]), _SET_APART)
        or (isinstance(left[0], e.Root) and left[1].height > 1)
        or _WORD_AT_END.search(before)
        or _WORD_AT_START.match(after)
        or _ends_with_bar(left[1], pen)
        or _begins_with_bar(right[1], pen)
    )
    return line(" " if apart else "")


def _without_scripts(expr: e.Expr) -> e.Expr:
    while isinstance(expr, e.Power | e.Subscript):
        expr = expr.base
    return expr


def _needs_dot(left: e.Expr, right: e.Expr, pen: Pen) -> bool:
    """Whether two factors side by side would read as one number, one root or a power."""
    if isinstance(left, e.Text):
        return False
    if isinstance(left, e.Root) and has_radical_sign(left, pen) and is_covered_by_sign(left):
        return True
    if isinstance(right, e.Root):
        return right.index is not None and not has_radical_sign(right, pen)
    return starts_with_digit(right) or (isinstance(right, e.Choose) and right.kind != "binom")


def _begins_with_bar(box: Box, pen: Pen) -> bool:
    return box.height > 1 and box.text.startswith(pen.glyphs.bar)


def _ends_with_bar(box: Box, pen: Pen) -> bool:
    return box.height > 1 and box.text.endswith(pen.glyphs.bar)


@drawn.register(e.Quotient)
def _quotient(node: e.Quotient, pen: Pen) -> Box:
    if node.style == "stacked" and not pen.flat:
        return stacked(pen.draw(node.numerator), pen.draw(node.denominator), pen)
    sign = pen.sign("divide") if node.style == "divide" else line("/")
    return beside(_over(node, pen), sign, _under(node.denominator, pen))


def _over(node: e.Quotient, pen: Pen) -> Box:
    top = node.numerator
    needed = over_needs_brackets(top) or pen.hides_extent(top)
    if node.style != "divide":
        needed = needed or ends_in_argument(top, pen)
    if node.style == "stacked":
        needed = needed or level(top) < Level.RUN
    return pen.bracketed(top, needed)


def _under(bottom: e.Expr, pen: Pen) -> Box:
    return pen.bracketed(
        bottom, under_needs_brackets(bottom) or pen.hides_extent(bottom) or ends_in_argument(bottom, pen)
    )


def stacked(numerator: Box, denominator: Box, pen: Pen) -> Box:
    """Draw a fraction bar between two boxes, longer than the bar of a fraction that is itself above or below it."""
    width = max(numerator.width, denominator.width, 1)
    if any(box.width == width and set(box.text) == {pen.glyphs.bar} for box in (numerator, denominator)):
        width += 2
    return stack([numerator, line(pen.glyphs.bar * width), denominator], numerator.height)


@drawn.register(e.Mixed)
def _mixed(node: e.Mixed, pen: Pen) -> Box:
    whole = pen.draw(node.whole)
    if pen.flat:
        return beside(whole, line(f" {node.numerator.digits}/{node.denominator.digits}"))
    return beside(whole, stacked(pen.draw(node.numerator), pen.draw(node.denominator), pen))


@drawn.register(e.Infix)
def _infix(node: e.Infix, pen: Pen) -> Box:
    boxes = [pen.bracketed(operand, operand_needs_brackets(operand, node.sign)) for operand in node.operands]
    parts = boxes[:1]
    for box in boxes[1:]:
        parts += [pen.sign(node.sign), box]
    return beside(*parts)
