"""Brackets, quantities, absolute values, sets and intervals."""

from __future__ import annotations

from dataclasses import replace

from tutor_cli.maths.expr import (
    Add,
    Expr,
    Fence,
    Group,
    Infix,
    Interval,
    Power,
    Relation,
    Sequence,
    SetOf,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken import priors, statements, trees
from tutor_cli.maths.spoken.cursor import Context, UnreadableError
from tutor_cli.maths.spoken.extents import Reach
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser

_AFTER_POWER = (Kind.POWER, Kind.ORDINAL)


def contents(parser: Parser, *, conditional: bool = False) -> tuple[Expr, ...]:
    """Read what stands in round brackets, comma by comma; `conditional` reads a bar as "given"."""
    if parser.expect(Kind.OPEN).value != "(":
        raise UnreadableError
    if conditional:
        given = parser.attempt(lambda: _given(parser))
        if given is not None:
            return (given,)
    items, _ = _items(parser)
    return items


def _given(parser: Parser) -> Expr:
    """Read a bar b close bracket, a vertical bar b close bracket."""
    with parser.within(replace(parser.inside(), bar=True)):
        event = parser.side()
        if not parser.accept(Kind.BAR) and not _at_bar(parser):
            raise UnreadableError
        condition = parser.side()
    parser.close(Kind.CLOSE)
    return Infix("mid", (event, condition))


def plain_list(items: tuple[Expr, ...]) -> Expr:
    """Return items as a list without brackets."""
    return Sequence(items)


def _items(parser: Parser, *, short: bool = False) -> tuple[tuple[Expr, ...], str]:
    with parser.within(replace(parser.inside(), short=short)):
        items = [parser.statement()]
        while parser.accept(Kind.COMMA, Kind.PAUSE):
            items.append(parser.statement())
    closing = parser.peek().value
    parser.close(Kind.CLOSE)
    return tuple(items), closing


def bracket(parser: Parser) -> Expr:
    """Read a bracket: a group, a point, an interval or a set."""
    opening = parser.take().value
    if opening == "{":
        return _set(parser, Kind.CLOSE)
    if parser.at(Kind.INFIX):
        raise UnreadableError
    start = parser.position
    items, closing = _items(parser)
    if len(items) == 1 and _ends_in_sum(items[0]):
        # Nobody brackets a sub n plus 1 alone: the index is n.
        parser.position = start
        items, closing = _items(parser, short=True)
    if len(items) == 2 and ("[" in (opening, closing)):
        return Interval(items[0], items[1], opening == "[", closing == "[")
    if len(items) > 1:
        return Sequence(items, "[" if opening == "[" else "(")
    return Group(items[0], "[" if opening == "[" else "(")


def _ends_in_sum(node: Expr) -> bool:
    """Whether a node is a power or an index with a sum in it."""
    script = node.exponent if isinstance(node, Power) else node.index if isinstance(node, Subscript) else None
    return isinstance(script, Add)


def quantity(parser: Parser) -> Expr:
    """Read the quantity ... end quantity; without the end, a closing power belongs to the quantity."""
    parser.take()
    closed = parser.attempt(lambda: _closed_quantity(parser))
    if closed is not None:
        return closed
    with parser.within(parser.inside()):
        steps = [step for step in parser.steps() if step.reach is Reach.SUM]
    if not steps:
        raise UnreadableError
    parser.position = steps[-1].end
    *terms, last = steps[-1].terms
    if isinstance(last, Power):
        return Power(Group(trees.add([*terms, last.base])), last.exponent)
    return Group(steps[-1].expr)


# --- fences ---------------------------------------------------------------------------------------------------------


def modulus(parser: Parser) -> Expr:
    """Read the mod x of Indian classrooms: the absolute value; between numbers it is the remainder."""
    if parser.peek().words != "mod":
        raise UnreadableError
    return fence(parser, "abs")


def _closed_quantity(parser: Parser) -> Expr:
    with parser.within(Context(comma=True)):
        items = [statements.row(parser)]
        while parser.accept(Kind.COMMA):
            items.append(statements.row(parser))
    parser.expect(Kind.END_QUANTITY)
    return trees.Quantity(items[0] if len(items) == 1 else Sequence(tuple(items)))


def fence(parser: Parser, kind: str = "") -> Expr:
    """Read the absolute value of ...; `kind` overrides that of the lexeme."""
    said = parser.take().value
    kind = kind or said
    parser.accept(Kind.OF)
    # Natural log of absolute value of x plus c: within an argument it is short.
    prior = (lambda _: 0) if parser.context.function else priors.fence
    with parser.within(replace(parser.inside(), function=kind != said)):
        body = trees.bare(parser.operand("fence", prior, Kind.END_FENCE))
    if isinstance(body, Power) and isinstance(body.base, Symbol) and parser.previous().kind in _AFTER_POWER:
        # The absolute value of z squared: the square is that of the absolute value.
        return Power(fenced(kind, body.base), body.exponent)
    return fenced(kind, body)


def started_fence(parser: Parser) -> Expr:
    """Read start absolute value ... end absolute value."""
    kind = parser.take().value
    with parser.within(parser.inside()):
        body = parser.sum()
    parser.close(Kind.END_FENCE)
    return fenced(kind, body)


def fenced(kind: str, body: Expr) -> Expr:
    """Return a body between the marks of an absolute value, norm, floor or ceiling."""
    if kind == "norm":
        return Fence(body, "norm")
    if kind == "floor":
        return Fence(body, "floor")
    return Fence(body, "ceil" if kind == "ceil" else "abs")


def barred(parser: Parser) -> Expr:
    """Read vertical bar x vertical bar."""
    parser.take()
    with parser.within(parser.inside()):
        body = parser.sum()
    parser.close(Kind.BAR)
    return Fence(body, "abs")


# --- sets -----------------------------------------------------------------------------------------------------------


def listed_set(parser: Parser) -> Expr:
    """Read the set 1 comma 2 comma 3; without commas or an end it is a word of everyday language."""
    parser.take()
    if parser.accept(Kind.END_SET):
        return SetOf(())
    found = _set(parser, Kind.END_SET)
    ended = parser.previous().kind is Kind.END_SET
    if not ended and found.condition is None and len(found.items) < 2:
        raise UnreadableError
    return found


def described_set(parser: Parser) -> Expr:
    """Read the set of all x such that ..."""
    parser.take()
    found = _set(parser, Kind.END_SET)
    if found.condition is None:
        raise UnreadableError
    return found


def _set(parser: Parser, closer: Kind) -> SetOf:
    condition = None
    with parser.within(parser.reserving(bar=True)):
        items = [_member(parser)]
        while parser.accept(Kind.COMMA, Kind.PAUSE):
            items.append(_member(parser))
        if parser.accept(Kind.SUCH_THAT, Kind.BAR) or _at_bar(parser):
            condition = parser.statement()
    if closer is Kind.CLOSE:
        parser.close(Kind.CLOSE)
    else:
        parser.accept(closer)
    return SetOf(tuple(items), condition)


def _member(parser: Parser) -> Expr:
    """Read what is in a set: 2, or x in the real numbers; any other relation is one of the set itself."""
    member = parser.side()
    if not parser.at(Kind.RELATION) or parser.peek().value != "in":
        return member
    parser.take()
    return Relation((member, parser.side()), ("in",))


def _at_bar(parser: Parser) -> bool:
    if not parser.at(Kind.ACCENT) or parser.peek().value != "bar":
        return False
    parser.take()
    return True
