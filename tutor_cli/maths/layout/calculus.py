"""Big operators, integrals, limits, derivatives and values between limits."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, block, line, stack
from tutor_cli.maths.layout.pen import Pen, drawn, grown
from tutor_cli.maths.layout.products import stacked
from tutor_cli.maths.layout.scripts import with_scripts
from tutor_cli.maths.precedence import Level, level

if TYPE_CHECKING:
    from tutor_cli.maths.layout.glyphs import Bracket

_ONE_SIDED = {"both": "", "above": "+", "below": "-"}


@drawn.register(e.BigOperator)
def _big_operator(node: e.BigOperator, pen: Pen) -> Box:
    body = pen.operand(node.body, Level.PRODUCT)
    lower = pen.small().draw(node.lower) if node.lower else None
    upper = pen.small().draw(node.upper) if node.upper else None
    operator = pen.glyphs.operators.get(node.kind)
    single = line(operator.single if operator else node.kind)
    if pen.flat:
        return beside(with_scripts(single, pen, upper, lower), line(" "), body)
    large = operator and (lower or upper or body.height > 1)
    sign = block(operator.rows, operator.baseline) if operator and large else single
    return beside(_between_limits(sign, upper, lower), line(" "), body)


def _between_limits(sign: Box, upper: Box | None, lower: Box | None) -> Box:
    boxes = [box for box in (upper, sign, lower) if box]
    return stack(boxes, sign.baseline + (1 if upper else 0))


@drawn.register(e.Limit)
def _limit(node: e.Limit, pen: Pen) -> Box:
    small = pen.small()
    approach = beside(small.draw(node.variable), small.sign("to"), _target(node, small))
    body = pen.operand(node.body, Level.PRODUCT)
    if pen.flat:
        return beside(line(f"lim_({approach.text}) "), body)
    return beside(_between_limits(line("lim"), None, approach), line(" "), body)


def _target(node: e.Limit, pen: Pen) -> Box:
    sign = _ONE_SIDED[node.side]
    if not sign:
        return pen.draw(node.target)
    glyph = pen.glyphs.sign(sign)
    return beside(pen.operand(node.target, Level.ATOM), line(pen.glyphs.superscripts.get(glyph, glyph)))


@drawn.register(e.Integral)
def _integral(node: e.Integral, pen: Pen) -> Box:
    body = pen.operand(node.body, Level.PRODUCT)
    variables = [pen.operand(variable, Level.FACTOR) for variable in node.variables]
    differentials = [part for variable in variables for part in (line(" d"), variable)]
    small = pen.small()
    lower = small.draw(node.lower) if node.lower else None
    upper = small.draw(node.upper) if node.upper else None
    sign = _integral_sign(node, body, pen)
    gap = line(" " if body.width else "")
    return beside(_with_side_limits(sign, pen, upper, lower), gap, body, *differentials)


def _integral_sign(node: e.Integral, body: Box, pen: Pen) -> Box:
    glyphs = pen.glyphs.contour if node.contour else pen.glyphs.integral
    if pen.flat or (body.height == 1 and not node.lower and not node.upper):
        apart = " " if glyphs.single.isalpha() else ""
        return line(apart.join([glyphs.single] * node.signs))
    sign = _growing(glyphs, max(body.baseline, 1), max(body.below, 1))
    return beside(*[sign] * node.signs)


def _with_side_limits(sign: Box, pen: Pen, upper: Box | None, lower: Box | None) -> Box:
    """Put limits beside the ends of an integral sign."""
    if sign.height == 1:
        return with_scripts(sign, pen, upper, lower)
    blank = line("")
    column = [upper or blank, *[blank] * (sign.height - 2), lower or blank]
    return beside(sign, stack(column, sign.baseline, "left"))


def _growing(glyphs: Bracket, above: int, below: int) -> Box:
    rows = [glyphs.top, *[glyphs.middle] * (above + below - 1), glyphs.bottom]
    rows[above] = glyphs.waist or glyphs.middle
    return block(rows, above)


@drawn.register(e.Evaluated)
def _evaluated(node: e.Evaluated, pen: Pen) -> Box:
    small = pen.small()
    lower = small.draw(node.lower) if node.lower else None
    upper = small.draw(node.upper) if node.upper else None
    if node.style == "brackets":
        return with_scripts(pen.enclosed(pen.draw(node.body), "[", "]"), pen, upper, lower)
    body = pen.operand(node.body, Level.RUN)
    bar = grown(pen.glyphs.brackets["|"], body.height, body.baseline)
    return with_scripts(beside(body, bar), pen, upper, lower)


@drawn.register(e.Derivative)
def _derivative(node: e.Derivative, pen: Pen) -> Box:
    letter = pen.glyphs.symbols.get("partial", "d") if node.partial else "d"
    top = _repeated(line(letter), len(node.variables), pen)
    if node.body and not node.behind:
        top = beside(top, pen.operand(node.body, Level.FACTOR))
    fraction = _ratio(top, _differentials(node.variables, letter, pen), pen)
    if node.body is None or not node.behind:
        return fraction
    needed = level(node.body) < Level.RUN or isinstance(node.body, e.Quotient)
    return beside(fraction, line(" "), pen.bracketed(node.body, needed))


def _differentials(variables: tuple[e.Expr, ...], letter: str, pen: Pen) -> list[Box]:
    """Draw what stands under the bar, a repeated variable once with its count."""
    runs = [(variable, len(list(run))) for variable, run in groupby(variables)]
    return [
        _repeated(beside(line(letter), pen.operand(variable, Level.FACTOR)), count, pen) for variable, count in runs
    ]


def _repeated(box: Box, count: int, pen: Pen) -> Box:
    return box if count == 1 else with_scripts(box, pen, line(str(count)))


def _ratio(top: Box, differentials: list[Box], pen: Pen) -> Box:
    spaced = [part for box in differentials for part in (line(" "), box)][1:]
    bottom = beside(*spaced)
    if not pen.flat:
        return stacked(top, bottom, pen)
    return beside(top, line("/"), pen.enclosed(bottom) if len(differentials) > 1 else bottom)
