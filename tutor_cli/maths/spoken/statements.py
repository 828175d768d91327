"""Above relations: implications, congruences, logic, words among statements, and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor_cli.maths.expr import Expr, Infix, Prefix, Relation, Row, Sequence, Symbol, Text
from tutor_cli.maths.precedence import STATEMENT_PREFIXES
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind

if TYPE_CHECKING:
    from tutor_cli.maths.spoken.parser import Parser

_CONGRUENT = frozenset({"equiv", "cong"})
_PROPOSITIONS = frozenset("pqrs")
_LOGIC = {Kind.AND: "land", Kind.OR: "lor"}


def listed(parser: Parser) -> Expr:
    """Read statements with commas between them."""
    items = [row(parser)]
    while parser.accept(Kind.COMMA, Kind.PAUSE):
        items.append(row(parser))
    return items[0] if len(items) == 1 else Sequence(tuple(items))


def row(parser: Parser) -> Expr:
    """Read statements side by side, with words among them or "next" between them."""
    items = [statement(parser)]
    while parser.accept(Kind.NEXT) or parser.at(Kind.WORDS) or isinstance(items[-1], Text):
        words = parser.rules.prefix[Kind.WORDS] if parser.at(Kind.WORDS) else None
        item = words(parser) if words else parser.attempt(parser.statement)
        if item is None:
            break
        items.append(item)
    return items[0] if len(items) == 1 else Row(tuple(items))


def statement(parser: Parser) -> Expr:
    """Read relations joined by implies, iff or, in logic, and and or."""
    if parser.at(Kind.PREFIX) and parser.peek().value in STATEMENT_PREFIXES:
        prefixed = Prefix(parser.take().value, statement(parser))
        parser.accept(Kind.STATEMENT_TAIL, Kind.KA)
        further = parser.attempt(lambda: statement(parser)) if _at_quantifier(parser) else None
        return Row((prefixed, further)) if further is not None else prefixed
    operands = [parser.relation()]
    signs: list[str] = []
    while parser.at(Kind.IMPLIES):
        following = parser.attempt(lambda: (parser.take().value, parser.relation()))
        if following is None:
            break
        signs.append(following[0])
        operands.append(following[1])
    if signs:
        return Relation(tuple(operands), tuple(signs))
    return _logic(parser, _congruence(parser, operands[0]))


def _at_quantifier(parser: Parser) -> bool:
    """Whether "there exists" follows the letter of "for all"."""
    return parser.at(Kind.PREFIX) and parser.peek().value in STATEMENT_PREFIXES


def _congruence(parser: Parser, relation: Expr) -> Expr:
    """Read the modulus of a congruence, in brackets or not: x is congruent to 1 mod 5."""
    if not isinstance(relation, Relation) or relation.signs[-1] not in _CONGRUENT:
        return relation
    *before, last = relation.operands
    modulus: Expr | None
    if isinstance(last, Infix) and last.sign == "bmod":
        last, modulus = last.operands
    else:
        modulus = parser.attempt(lambda: _modulus(parser))
    if modulus is None:
        return relation
    parser.accept(Kind.END_MODULO)
    congruence = Relation((*before, last), (*relation.signs[:-1], "equiv"))
    return Row((congruence, Prefix("pmod", modulus)))


def _modulus(parser: Parser) -> Expr:
    opened = parser.accept(Kind.OPEN)
    if parser.expect(Kind.INFIX).value != "bmod":
        raise UnreadableError
    modulus = parser.sum()
    if opened:
        parser.close(Kind.CLOSE)
    return modulus


def _logic(parser: Parser, left: Expr) -> Expr:
    """Read p and q, p or q where the whole text is maths."""
    sign = _LOGIC.get(parser.peek().kind)
    if not parser.formal or sign is None or not _is_proposition(left):
        return left
    start = parser.position
    parser.take()
    right = parser.attempt(parser.relation)
    if right is None or not _is_proposition(right):
        parser.position = start
        return left
    return Infix(sign, (left, right))


def _is_proposition(node: Expr) -> bool:
    if isinstance(node, Prefix) and node.sign == "neg":
        return _is_proposition(node.body)
    return isinstance(node, Symbol) and node.name in _PROPOSITIONS
