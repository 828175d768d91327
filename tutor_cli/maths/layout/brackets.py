"""Everything in brackets: groups, absolute values, intervals, sets, function arguments, binomials."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, line, stack
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.layout.products import stands_bare
from tutor_cli.maths.layout.scripts import as_small
from tutor_cli.maths.precedence import Level

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_FENCES = {"abs": ("|", "|"), "norm": ("‖", "‖"), "floor": ("floor", "end floor"), "ceil": ("ceil", "end ceil")}


def comma_separated(items: tuple[e.Expr, ...], pen: Pen) -> Box:
    """Draw items with commas between them."""
    comma = line("," if pen.tight else ", ")
    boxes = [part for item in items for part in (comma, pen.draw(item))]
    return beside(*boxes[1:]) if boxes else line("")


@drawn.register(e.Group)
def _group(node: e.Group, pen: Pen) -> Box:
    return pen.enclosed(pen.draw(node.body), node.bracket, _CLOSING[node.bracket])


@drawn.register(e.Fence)
def _fence(node: e.Fence, pen: Pen) -> Box:
    opening, closing = _FENCES[node.kind]
    can_grow = pen.glyphs.brackets[opening].top
    body = pen.draw(node.body) if can_grow else pen.flattened().draw(node.body)
    return pen.enclosed(body, opening, closing)


@drawn.register(e.Interval)
def _interval(node: e.Interval, pen: Pen) -> Box:
    ends = comma_separated((node.lower, node.upper), pen)
    return pen.enclosed(ends, "[" if node.lower_closed else "(", "]" if node.upper_closed else ")")


@drawn.register(e.SetOf)
def _set(node: e.SetOf, pen: Pen) -> Box:
    inside = comma_separated(node.items, pen)
    if node.condition:
        inside = beside(inside, pen.sign("mid"), pen.draw(node.condition))
    return pen.enclosed(inside, "{", "}")


@drawn.register(e.Apply)
def _apply(node: e.Apply, pen: Pen) -> Box:
    head = pen.operand(node.head, Level.FACTOR)
    if stands_bare(node, pen):
        return beside(head, line(" "), pen.draw(node.arguments[0]))
    return beside(head, pen.enclosed(comma_separated(node.arguments, pen)))


@drawn.register(e.Choose)
def _choose(node: e.Choose, pen: Pen) -> Box:
    if node.kind == "binom" and not pen.flat:
        upper, lower = pen.draw(node.n), pen.draw(node.r)
        return pen.enclosed(stack([upper, line(""), lower], upper.height))
    letter = "P" if node.kind == "P" else "C"
    before = as_small(pen.small().draw(node.n), pen.glyphs.superscripts)
    after = as_small(pen.small().draw(node.r), pen.glyphs.subscripts)
    if node.kind != "binom" and before and after:
        return line(f"{before}{letter}{after}")
    return beside(line(letter), pen.enclosed(comma_separated((node.n, node.r), pen)))
