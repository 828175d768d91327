"""Functions with names: sine squared x, log base two of eight, log x to the base two, gcd of 12 and 18."""

from __future__ import annotations

from tutor_cli.maths.expr import Apply, Expr, Function, Infix, Number, Power, Prime, Subscript, Symbol
from tutor_cli.maths.spoken import brackets, priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.scripts import exponent

_LOGARITHMS = frozenset({"log", "ln"})
_OF_SEVERAL = frozenset({"max", "min", "gcd", "lcm"})
_INVERTIBLE = frozenset({"sin", "cos", "tan"})


def function(parser: Parser) -> Expr:
    """Read a named function with its power, base and argument."""
    name = parser.take().value
    head = _decorated(parser, Symbol("P") if name == "Pr" else Function(name))
    if name == "log" and parser.at(Kind.NUMBER) and parser.peek(1).kind is Kind.OF:
        # Log five of x.
        head = Subscript(head, parser.plain_factor())
    said_of = parser.accept(Kind.OF, Kind.POST_FUNCTION) is not None
    parser.accept(Kind.THE)
    return Apply(head, _arguments(parser, name, said_of=said_of))


def _decorated(parser: Parser, head: Expr) -> Expr:
    while True:
        lexeme = parser.peek()
        if lexeme.kind in (Kind.POWER, Kind.NOUN_POWER):
            head = Power(head, Number(parser.take().value))
        elif lexeme.kind in (Kind.TO_THE, Kind.POWER_WORD):
            parser.take()
            parser.accept(Kind.THE)
            head = _raised(parser, head)
        elif lexeme.kind is Kind.INVERSE and isinstance(head, Function) and head.name in _INVERTIBLE:
            parser.take()
            head = Function(f"arc{head.name}")
        elif lexeme.kind is Kind.PRIME:
            head = Prime(head, int(parser.take().value))
        elif lexeme.kind in (Kind.LOG_BASE, Kind.SUB, Kind.SUBSCRIPT):
            parser.take()
            head = _based(parser, head)
        elif lexeme.kind is Kind.SUPERSCRIPT:
            parser.take()
            head = Power(head, parser.sum())
            parser.accept(Kind.BASELINE)
        else:
            return head


def _raised(parser: Parser, head: Expr) -> Expr:
    """The power of a function is as short as can be: sine to the second x, sine raised to the power 2 x."""
    if parser.at(Kind.ORDINAL):
        return Power(head, exponent(parser, head))
    power = parser.operand("base", lambda _: 0, Kind.END_EXPONENT, Kind.POWER_WORD, plain=True)
    return Power(head, trees.script(power, ended=parser.previous().kind is Kind.END_EXPONENT))


def _based(parser: Parser, head: Expr) -> Expr:
    base = parser.operand("base", lambda _: 0, Kind.BASELINE, Kind.END_BASE, Kind.END_SUB, plain=True)
    return Subscript(head, base)


def _arguments(parser: Parser, name: str, *, said_of: bool) -> tuple[Expr, ...]:
    if parser.at(Kind.OPEN) and parser.peek().value == "(":
        return brackets.contents(parser)
    with parser.within(parser.reserving(function=True, divided=True)):
        argument = parser.operand("argument", lambda found: priors.argument(name, found, said_of=said_of))
    found = [argument]
    while name in _OF_SEVERAL and _lists_another(parser):
        found.append(_next_argument(parser))
    if parser.at(Kind.INFIX) and name == "Pr":
        sign = parser.take().value
        found = [Infix(sign, (argument, parser.sum()))]
    return tuple(item for node in found for item in trees.items_of(node))


def _lists_another(parser: Parser) -> bool:
    """Whether a comma or "and", or both, and another argument follow: lcm of 4, 6, and 8."""
    if not parser.at(Kind.AND, Kind.COMMA, Kind.PAUSE):
        return False
    both = not parser.at(Kind.AND) and parser.peek(1).kind is Kind.AND
    return parser.starts_operand(1 + both)


def _next_argument(parser: Parser) -> Expr:
    parser.accept(Kind.COMMA, Kind.PAUSE)
    parser.accept(Kind.AND)
    return parser.factor()


def to_the_base(parser: Parser, base: Expr) -> Expr:
    """Read log x to the base two: the base comes after the argument."""
    is_logarithm = isinstance(base, Apply) and isinstance(base.head, Function) and base.head.name in _LOGARITHMS
    if not is_logarithm or not isinstance(base, Apply):
        raise UnreadableError
    parser.take()
    return Apply(Subscript(base.head, parser.signed_factor(plain=True)), base.arguments)
