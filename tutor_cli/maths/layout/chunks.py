"""Expressions that read from left to right, drawn in chunks between which a long formula may be broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from tutor_cli.maths import expr as e
from tutor_cli.maths.layout.box import Box, beside, line
from tutor_cli.maths.layout.pen import Pen, drawn
from tutor_cli.maths.precedence import Level, level, side_needs_brackets, term_needs_brackets


class Break(IntEnum):
    """Where a formula is broken first, next and last."""

    ITEM = 0
    RELATION = 1
    TERM = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a formula; a row may begin with it at `level`, else `gap` spaces stand before it."""

    box: Box
    level: Break = Break.ITEM
    gap: int = 0


def chunks_of(expr: e.Expr, pen: Pen) -> list[Chunk]:
    """Draw an expression as chunks; one chunk where it cannot be broken."""
    match expr:
        case e.Sequence(items=items, bracket=""):
            return list(_listed(items, pen))
        case e.Row(items=items):
            return list(_side_by_side(items, pen))
        case e.Relation():
            return list(_related(expr, pen))
        case e.Add(terms=terms):
            return list(_summed(terms, pen))
        case _:
            return [Chunk(pen.draw(expr))]


def joined(chunks: Sequence[Chunk]) -> Box:
    """Put chunks on one line; nothing, as on the left of a continued `= 4`, takes no gap after it."""
    boxes = [chunks[0].box]
    for before, chunk in pairwise(chunks):
        boxes += [line(" " * chunk.gap if before.box.width else ""), chunk.box]
    return beside(*boxes)


@drawn.register(e.Row)
@drawn.register(e.Relation)
@drawn.register(e.Add)
def _in_chunks(node: e.Expr, pen: Pen) -> Box:
    return joined(chunks_of(node, pen))


def _listed(items: tuple[e.Expr, ...], pen: Pen) -> Iterator[Chunk]:
    statements = any(isinstance(item, e.Relation) for item in items)
    gap = 0 if pen.tight else 2 if statements else 1
    for index, item in enumerate(items):
        chunks = chunks_of(item, pen)
        if index < len(items) - 1:
            chunks[-1] = replace(chunks[-1], box=beside(chunks[-1].box, line(",")))
        yield replace(chunks[0], level=Break.ITEM, gap=gap)
        yield from chunks[1:]


def _side_by_side(items: tuple[e.Expr, ...], pen: Pen) -> Iterator[Chunk]:
    for before, item in zip((None, *items), items, strict=False):
        first, *rest = chunks_of(item, pen)
        words = any(isinstance(piece, e.Text | e.Prefix) for piece in (before, item))
        yield replace(first, level=Break.ITEM, gap=1 if words or pen.tight else 3)
        yield from rest


def _related(relation: e.Relation, pen: Pen) -> Iterator[Chunk]:
    implication = level(relation) == Level.IMPLICATION
    yield from _side_chunks(relation.operands[0], implication, pen)
    for sign, operand in zip(relation.signs, relation.operands[1:], strict=True):
        first, *rest = _side_chunks(operand, implication, pen)
        yield _led_by(sign, first.box, Break.ITEM if implication else Break.RELATION, pen)
        yield from rest


def _side_chunks(side: e.Expr, implication: bool, pen: Pen) -> list[Chunk]:
    if side_needs_brackets(side, implication=implication):
        return [Chunk(pen.enclosed(pen.draw(side)))]
    return chunks_of(side, pen)


def _summed(terms: tuple[e.Expr, ...], pen: Pen) -> Iterator[Chunk]:
    yield Chunk(pen.bracketed(terms[0], term_needs_brackets(terms[0], first=True)))
    for term in terms[1:]:
        name, body = signed(term)
        yield _led_by(name, pen.operand(body, Level.PRODUCT), Break.TERM, pen)


def signed(term: e.Expr) -> tuple[str, e.Expr]:
    """Return the name of the sign a term of a sum carries, and the term without it."""
    match term:
        case e.Neg(body=body):
            return "-", body
        case e.PlusMinus(body=body, minus_first=minus_first):
            return "mp" if minus_first else "pm", body
        case _:
            return "+", term


def _led_by(sign: str, box: Box, level: Break, pen: Pen) -> Chunk:
    """Return a chunk that begins with a sign, so that a broken row does."""
    glyph = pen.sign(sign).text.lstrip(" ")
    gap = 1 if glyph.endswith(" ") else 0
    return Chunk(beside(line(glyph), box), level, gap)


@drawn.register(e.Sequence)
def _sequence(node: e.Sequence, pen: Pen) -> Box:
    closing = {"": "", "(": ")", "[": "]", "<": ">"}[node.bracket]
    if not node.items:
        return pen.enclosed(line(""), node.bracket, closing)
    pen = pen.flattened() if node.bracket == "<" else pen
    return pen.enclosed(joined(list(_listed(node.items, pen))), node.bracket, closing)
