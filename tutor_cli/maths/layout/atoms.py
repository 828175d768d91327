"""Drawing of what has no operands: numbers, letters, words; and of marks put on, before or behind one operand."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, line, stack
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.precedence import STATEMENT_PREFIXES, Level
from tutor_cli.printable import printable

_OVER_WORD = {"vec": "→", "hat": "^", "tilde": "~", "dot": ".", "ddot": "..", "check": "ˇ", "breve": "˘"}
_UNDER = frozenset({"underline", "underbrace"})
_PREFIX_OPERANDS = {"+": Level.PRODUCT, "neg": Level.FACTOR}
_SET_APART = frozenset({"therefore", "because"})


@drawn.register(e.Number)
def _number(node: e.Number, pen: Pen) -> Box:
    return line(node.digits)


@drawn.register(e.Symbol)
def _symbol(node: e.Symbol, pen: Pen) -> Box:
    return line(pen.glyphs.symbols.get(node.name, node.name))


@drawn.register(e.Function)
def _function(node: e.Function, pen: Pen) -> Box:
    return line(node.name)


@drawn.register(e.Text)
def _text(node: e.Text, pen: Pen) -> Box:
    return line(" ".join(printable(node.content).split()))


@drawn.register(e.Empty)
def _empty(node: e.Empty, pen: Pen) -> Box:
    return line("")


@drawn.register(e.Differential)
def _differential(node: e.Differential, pen: Pen) -> Box:
    return beside(line("d"), pen.operand(node.variable, Level.FACTOR))


@drawn.register(e.Postfix)
def _postfix(node: e.Postfix, pen: Pen) -> Box:
    return beside(pen.operand(node.body, Level.ATOM), line(pen.glyphs.sign(node.sign)))


@drawn.register(e.Prefix)
def _prefix(node: e.Prefix, pen: Pen) -> Box:
    if node.sign == "pmod":
        return pen.enclosed(beside(line("mod "), pen.draw(node.body)))
    glyph = pen.glyphs.sign(node.sign)
    lowest = _PREFIX_OPERANDS.get(node.sign, Level.RELATION if node.sign in STATEMENT_PREFIXES else Level.RUN)
    gap = " " if glyph[-1].isalpha() or node.sign in _SET_APART else ""
    return beside(line(glyph + gap), pen.operand(node.body, lowest))


@drawn.register(e.Accent)
def _accent(node: e.Accent, pen: Pen) -> Box:
    body = pen.draw(node.body)
    mark = pen.glyphs.accents.get(node.kind)
    if mark and body.height == 1 and _can_carry(body.text, node.kind):
        return Box(("".join(character + mark for character in body.text),), 0, body.width)
    if pen.flat or not pen.glyphs.combining:
        return beside(line(node.kind), pen.enclosed(body))
    return _ruled(node.kind, body, pen)


def _can_carry(text: str, kind: str) -> bool:
    """Whether a combining mark over each character reads as one mark over the whole."""
    return len(text) == 1 or (kind in {"overline", "underline", "vec"} and text.isalnum())


def _ruled(kind: str, body: Box, pen: Pen) -> Box:
    if kind in _UNDER:
        return stack([body, line(pen.glyphs.underline * body.width)], body.baseline)
    mark = _OVER_WORD.get(kind) or pen.glyphs.overline * body.width
    return stack([line(mark), body], body.baseline + 1)
