"""Which property of what a text asks for: "the vertex of y = x^2 - 4x", "is (2, 5) on y = 3x - 1?".

In a pattern `<f>` and `<g>` are formulas; the quantity takes them in the order of `<g>`, `<h>`, `<f>`.
"""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Relation, Sequence, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.recurring import recurring_value
from tutor_cli.maths.solve.by_shape import is_conic
from tutor_cli.maths.solve.formulas import formula
from tutor_cli.maths.solve.problem import Problem

_ASK = r"(?:(?:please|can you|so|and|now|ok|then|find|calculate|determine|get|tell me|give me|work out|what is|whats|what's|what are|show|write)\s+)*(?:the )?"
_OF = r"(?:of|for|in|to|does|has|have|is) (?:the )?(?:quadratic |given )?(?:function |equation |curve |graph |parabola |line |straight line |matrix |list |numbers? |polynomial |inequality )?"
_END = r"(?: have)?[?.! ]*$"
# Longer texts ask for no property.
_LONGEST = 300

# Asked as "the ... of f".
_OF_ONE: tuple[tuple[str, str], ...] = (
    (r"(?:number of|how many) (?:real )?(?:solutions|roots|zeros|zeroes)(?: are there)?", "number of solutions"),
    (r"difference of (?:the )?(?:roots|zeros|zeroes|solutions)", "difference of roots"),
    (r"(?:vertex|coordinates of the vertex)", "vertex"),
    (r"(?:axis|line) of symmetry", "axis of symmetry"),
    (r"completed square(?: form)?", "completed square"),
    (r"y[ -]intercepts?", "y intercept"),
    (r"x[ -]intercepts?", "x intercepts"),
    (r"intercepts", "intercepts"),
    (r"(?:turning|stationary|critical) points?", "turning points"),
    (r"(?:interval|intervals) of increase", "increasing where"),
    (r"(?:interval|intervals) of decrease", "decreasing where"),
    (r"parity", "parity"),
    (r"period", "period"),
    (r"(?:slope|gradient)", "slope of line"),
    (r"perpendicular slope", "perpendicular slope"),
    (r"(?:largest|biggest|greatest|maximum)(?: number| value| one)?", "largest"),
    (r"(?:smallest|least|minimum)(?: number| value| one)?", "smallest"),
    (r"total", "total"),
    (r"product", "product"),
    (r"positive difference", "difference"),
    (r"ascending order", "ascending"),
    (r"count", "count"),
    (r"next term", "next term"),
    (r"positive ones", "positive ones"),
    (r"negative ones", "negative ones"),
    (r"sum and product of (?:the )?(?:zeros|zeroes|roots)", "sum and product of zeros"),
    (r"complex roots", "roots with i"),
    (r"reciprocal", "reciprocal"),
    (r"negative|opposite|additive inverse", "opposite"),
    (r"(?:whole numbers|integers) (?:around|on both sides)", "whole numbers around"),
    (r"nearer end", "nearer"),
    (r"kind of progression", "kind of progression"),
    (r"value in degrees", "degrees"),
    (r"value in radians", "radians"),
    (r"order", "order of matrix"),
    *(
        (f"{asked} {kind}{'' if asked.endswith('est') else 's'}",) * 2
        for kind in ("integer", "natural number", "whole number", "positive integer", "negative integer")
        for asked in ("count of", "smallest", "largest", "all")
    ),
)
# Asked as "is f ...?".
_IS: tuple[tuple[str, str], ...] = (
    (r"(?:a |an )?even function", "is even"),
    (r"(?:a |an )?odd function", "is odd"),
    (r"(?:an? )?even or odd(?: function)?", "parity"),
    (r"(?:always|everywhere) positive|positive (?:for all (?:real )?x|everywhere)", "always positive"),
    (r"(?:always|everywhere) negative|negative (?:for all (?:real )?x|everywhere)", "always negative"),
    (r"(?:one[ -]one|one[ -]to[ -]one|injective)", "one one"),
    (r"(?:a )?singular(?: matrix)?", "singular"),
    (r"(?:an )?(?:invertible|non[ -]?singular)(?: matrix)?", "invertible"),
    (r"(?:a )?symmetric(?: matrix)?", "symmetric matrix"),
    (r"(?:a )?positive number", "positive number"),
    (r"(?:a )?negative number", "negative number"),
    (
        r"(?:an? )?(?:rational or (?:an )?irrational|irrational or (?:a )?rational)(?: number)?",
        "rational or irrational",
    ),
    (r"(?:a )?rational(?: number)?", "rational number"),
    (r"(?:an )?irrational(?: number)?", "irrational number"),
    (r"(?:a )?perfect square", "perfect square"),
    (r"(?:a )?prime(?: number)?", "prime"),
    (r"(?:a )?perfect cube", "perfect cube"),
    (r"(?:an )?even(?: number)?", "even number"),
    (r"(?:an )?odd(?: number)?", "odd number"),
)
_COMPARED = ("more than", "less than", "at least", "at most", "equal to")
_MORE: tuple[tuple[str, str], ...] = (
    (r"are the (?:roots|solutions|zeros) of <f> not real", "roots not real"),
    (r"are the (?:roots|solutions|zeros) of <f> real", "roots real"),
    (r"are the (?:roots|solutions|zeros) of <f> equal", "roots equal"),
    (r"are the (?:roots|solutions|zeros) of <f> (?:real and )?(?:different|distinct|unequal)", "roots different"),
    (r"are the (?:roots|solutions|zeros) of <f> rational", "roots rational"),
    (r"(?:number of|how many) (?:solutions|roots) of <f> (?:between|from|in) <g> (?:and|to) <h>", "number of solutions in"),
    (r"is <g> (?:a |an |the )?(?:solution|root|zero) (?:of|to) <f>", "is solution"),
    (r"is <f> increasing at <g>", "increasing at"),
    (r"is <f> decreasing at <g>", "decreasing at"),
    (r"is <f> increasing between <g> and <h>", "increasing between"),
    (r"is <f> decreasing between <g> and <h>", "decreasing between"),
    (r"{ask}where is <f> increasing", "increasing where"),
    (r"{ask}where is <f> decreasing", "decreasing where"),
    (r"{ask}value of <f> at <g>", "value at"),
    (r"{ask}area (?:under|below|bounded by) (?:the curve )?<f> (?:from|between) <g> (?:to|and) <h>", "area under"),
    (r"(?:does|is) (?:the point )?<g> (?:lie |lies )?on (?:the (?:line|curve|graph|circle) )?<f>", "on curve"),
    (r"is <g> (?:bigger|greater|larger|more) than <f>", "greater"),
    (r"is <g> (?:smaller|less|fewer) than <f>", "less"),
    (r"is <g> (?:the same as|equal to) <f>", "same"),
    (r"is <g> (?:closer|nearer) to <h> or(?: to)? <f>", "nearer"),
    (r"between (?:which|what)(?: two)?(?: consecutive)? (?:whole numbers|integers|numbers) (?:does|is) <f>(?: lie| lies)?", "whole numbers around"),
    (r"is there one solution of <f>", "one solution"),
    (r"{ask}acute angle with <f>", "acute angle"),
    (r"{ask}first <g> terms of <f>", "first terms"),
    (r"{ask}next <g> terms of <f>", "next terms"),
    (r"are all of <f> positive", "all positive"),
    (r"are all of <f> negative", "all negative"),
    *((rf"chance that one of <f> is {name} <g>", f"chance {name}") for name in _COMPARED),
    *((rf"how many of <f> are {name} <g>", f"count {name}") for name in _COMPARED),
    (r"distance between the lines <g> and <f>", "distance of lines"),
    (r"does <f> open upwards?", "opens up"),
    (r"does <f> open downwards?", "opens down"),
    (r"is <g> the same matrix as <f>", "same matrix"),
    (r"complete the square (?:in|for|of) <f>", "completed square"),
    (r"(?:number of|how many) (?:solutions|roots) of <f> and <g>", "number of solutions of two"),
)  # fmt: skip
_OF_LISTS = (
    "largest",
    "smallest",
    "total",
    "product",
    "difference",
    "ascending",
    "count",
    "next term",
    "positive ones",
    "negative ones",
)
# What is found in another way of a curve that is no function of x.
_OF_CURVES = {
    "vertex": "vertices",
    "axis of symmetry": "main axis",
    "x intercepts": "curve on x axis",
    "y intercept": "curve on y axis",
    "intercepts": "curve on the axes",
}
# A slope there is that of a curve.
_AT_A_POINT = re.compile(r"\b(?:at|when|where)\b", re.IGNORECASE)
_GAP = re.compile(r"<([fgh])>")


def property_problem(text: str) -> Problem | None:
    """Return the problem of working out a property that the text asks for, or None."""
    if len(text) > _LONGEST:
        return None
    for pattern, quantity in _PATTERNS:
        if quantity == "slope of line" and _AT_A_POINT.search(text):
            continue
        if (found := pattern.match(text)) and (trees := _trees(found.groupdict())) and _fit(quantity, trees):
            name = _OF_CURVES.get(quantity, quantity) if _is_curve(trees[-1]) else quantity
            return Problem("quantity", trees, quantity=name)
    return None


def _is_curve(tree: Expr) -> bool:
    return isinstance(tree, Relation) and tree.operands[0] != Symbol("y") and is_conic(tree)


def _fit(quantity: str, trees: tuple[Expr, ...]) -> bool:
    """Tell whether the quantity is one of such things: the largest of a list is none of a function."""
    listed = all(isinstance(tree, Sequence) for tree in trees)
    if quantity == "same":
        return all(recurring_value(tree) or not any(isinstance(node, Symbol) for node in tree.walk()) for tree in trees)
    return listed or quantity not in _OF_LISTS


def _trees(groups: dict[str, str | None]) -> tuple[Expr, ...]:
    texts = [groups[name] for name in ("g", "h", "f") if groups.get(name)]
    trees = [_tree(text) for text in texts if text]
    known = tuple(tree for tree in trees if tree is not None)
    return known if len(known) == len(texts) else ()


def _tree(text: str) -> Expr | None:
    try:
        return parse(text)
    except MathsError:
        return formula(text, "auto")


def _compiled(pattern: str) -> re.Pattern[str]:
    written = _GAP.sub(r"(?P<\1>.+?)", pattern.replace("{ask}", _ASK))
    return re.compile(rf"^(?:so |and |ok |now |check (?:if|whether) )*{written}{_END}", re.IGNORECASE)


_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    *((_compiled(pattern), quantity) for pattern, quantity in _MORE),
    *((_compiled(rf"{{ask}}(?:{pattern}) {_OF}<f>"), quantity) for pattern, quantity in _OF_ONE),
    *((_compiled(rf"(?:is|are) <f> {pattern}"), quantity) for pattern, quantity in _IS),
)
