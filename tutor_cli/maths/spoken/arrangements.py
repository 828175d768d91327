"""Arrangements and other constructs that only careful speech has: cases, lines, words, intervals, evaluations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tutor_cli.maths.expr import (
    Case,
    Cases,
    Empty,
    Evaluated,
    Expr,
    Interval,
    Lines,
    Mixed,
    Number,
    Text,
)
from tutor_cli.maths.spoken import statements
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser

T = TypeVar("T")


def _formal(parser: Parser) -> None:
    """These words are everyday language where the text is not all maths."""
    if not parser.formal:
        raise UnreadableError


def blank(parser: Parser) -> Expr:
    """Read blank: nothing written."""
    _formal(parser)
    parser.take()
    return Empty()


def words(parser: Parser) -> Expr:
    """Read the words ... end words."""
    _formal(parser)
    parser.take()
    said = []
    while not parser.at(Kind.END_WORDS, Kind.END):
        said.append(parser.take().words)
    parser.close(Kind.END_WORDS)
    return Text(" ".join(said))


def mixed(parser: Parser) -> Expr:
    """Read the mixed number two and one over three."""
    parser.take()
    parts = [_whole(parser)]
    for link in (Kind.AND, Kind.OVER):
        parser.expect(link, Kind.MIXED_AND)
        parts.append(_whole(parser))
    return Mixed(*parts)


def _whole(parser: Parser) -> Number:
    return Number(parser.expect(Kind.NUMBER).value)


def interval(parser: Parser) -> Expr:
    """Read the closed open interval from a to b."""
    ends = parser.take().value
    parser.accept(Kind.FROM)
    with parser.within(parser.inside()):
        lower = parser.sum()
        parser.expect(Kind.TO, Kind.SE, Kind.AND)
        upper = parser.sum()
    parser.accept(Kind.TAK)
    parser.accept(Kind.END_INTERVAL)
    return Interval(lower, upper, ends[0] == "c", ends[1] == "c")


def evaluation(parser: Parser) -> Expr:
    """Read the evaluation of F from a to b end evaluation."""
    style = parser.take().value
    with parser.within(parser.inside()):
        body = parser.sum()
        parser.accept(Kind.KA)
        parser.accept(Kind.FROM, Kind.AT)
        lower: Expr | None = parser.relation()
        upper = parser.sum() if parser.accept(Kind.TO, Kind.SE) else None
        parser.accept(Kind.TAK, Kind.TAIL)
    parser.close(Kind.END_EVALUATION)
    return Evaluated(body, lower, upper, "bar" if style == "bar" else "brackets")


def cases(parser: Parser) -> Expr:
    """Read the cases case one A when C case two B end cases."""
    _formal(parser)
    parser.take()
    found = _numbered(parser, Kind.CASE, lambda: _case(parser))
    parser.close(Kind.END_CASES)
    return Cases(tuple(found))


def _case(parser: Parser) -> Case:
    body = statements.row(parser)
    return Case(body, statements.row(parser) if parser.accept(Kind.AS) else None)


def lines(parser: Parser) -> Expr:
    """Read the lines line one A line two B end lines."""
    _formal(parser)
    parser.take()
    found = _numbered(parser, Kind.LINE, lambda: statements.row(parser))
    parser.close(Kind.END_LINES)
    return Lines(tuple(found))


def _accept_label(parser: Parser, label: Kind) -> bool:
    """Take "case one" or "first case"."""
    if (parser.peek().kind, parser.peek(1).kind) not in {(label, Kind.NUMBER), (Kind.ORDINAL, label)}:
        return False
    parser.position += 2
    return True


def _numbered(parser: Parser, label: Kind, rule: Callable[[], T]) -> list[T]:
    found = []
    with parser.within(parser.inside()):
        while _accept_label(parser, label):
            found.append(rule())
    if not found:
        raise UnreadableError
    return found
