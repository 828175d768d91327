"""What follows "of" or stands in brackets behind a letter: f of x, two thirds of x, d by d x of x squared."""

from __future__ import annotations

from tutor_cli.maths.calls import is_call
from tutor_cli.maths.expr import (
    Apply,
    Derivative,
    Expr,
    Group,
    Infix,
    Mixed,
    Mul,
    Number,
    Postfix,
    Power,
    Prime,
    Quotient,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken import brackets, priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.scripts import CONSTANTS

# Functions of several variables, and the variables: f of x y.
_OF_SEVERAL = frozenset({"f", "g", "h", "F", "G", "u", "v", "w", "phi", "psi"})
_VARIABLES = frozenset(map(Symbol, ("x", "y", "z", "t", "u", "v", "r", "s", "theta", "phi")))
_PROBABILITIES = frozenset({"P", "p"})


def of(parser: Parser, base: Expr) -> Expr:
    """Read f of x, two thirds of x, fifteen percent of 200, d by d x of x squared."""
    if parser.context.of:
        raise UnreadableError
    if isinstance(base, Symbol) and _is_variable_of_derivative(parser):
        raise UnreadableError
    parser.take()
    if isinstance(base, Derivative) and base.body is None:
        quantity = parser.peek(parser.at(Kind.THE)).kind is Kind.QUANTITY
        body = parser.factor() if quantity else parser.operand("derivative", priors.limit_body)
        body = trees.without_quantity(body)
        return Derivative(body, base.variables, base.partial, behind=True)
    if isinstance(base, (Quotient, Mixed)):
        share = parser.factor()
        return trees.times(base, "cross", share) if isinstance(share, Number) else trees.run([base, share])
    if isinstance(base, Postfix) and base.sign == "%":
        return Mul((base, parser.factor()), "cross")
    composed = isinstance(base, Group) and isinstance(base.body, Infix)
    if not composed and not is_callable(base):
        raise UnreadableError
    return Apply(base, arguments(parser, base.name if isinstance(base, Symbol) else ""))


def _is_variable_of_derivative(parser: Parser) -> bool:
    """Whether the letter before "of" is the x of d by d x."""
    sign = parser.lexemes[parser.position - 2] if parser.position > 1 else None
    return (
        sign is not None and (sign.value == "d" or sign.kind is Kind.PARTIAL) and parser.previous().kind is Kind.SYMBOL
    )


def is_callable(node: Expr) -> bool:
    """Tell whether a node may be the name of a function."""
    while isinstance(node, (Prime, Subscript, Power)):
        node = node.base
    return isinstance(node, Symbol) and node.name not in CONSTANTS


def arguments(parser: Parser, name: str) -> tuple[Expr, ...]:
    """Read the arguments after "of": in brackets, separated by commas, or two letters said one after the other."""
    if parser.at(Kind.OPEN) and parser.peek().value == "(":
        return brackets.contents(parser)
    with parser.within(parser.reserving(function=True)):
        several = name in _OF_SEVERAL
        first = parser.operand("argument", lambda found: priors.argument("", found, said_of=True, several=several))
    found = list(trees.items_of(first))
    if parser.at(Kind.INFIX) and name in _PROBABILITIES:
        sign = parser.take().value
        return (Infix(sign, (first, parser.sum())),)
    while (parser.at(Kind.COMMA) or _lists_variable(parser, name)) and not parser.context.comma:
        found.append(_after_comma(parser))
    if len(found) == 1 and name in _OF_SEVERAL and isinstance(first, Mul) and _VARIABLES.issuperset(first.factors):
        return first.factors
    return tuple(found)


def _lists_variable(parser: Parser, name: str) -> bool:
    """Whether the comma of f of x, y equals ... comes next."""
    letter, after = parser.peek(1), parser.peek(2).kind
    variable = letter.kind is Kind.SYMBOL and Symbol(letter.value) in _VARIABLES
    return parser.at(Kind.PAUSE) and variable and name in _OF_SEVERAL and after in (Kind.RELATION, Kind.PAUSE)


def _after_comma(parser: Parser) -> Expr:
    parser.take()
    return parser.factor()


def applied(parser: Parser, base: Expr) -> Expr:
    """Read f open bracket x close bracket where f is a function; m open bracket ... is a product."""
    start = parser.position
    probability = isinstance(base, Symbol) and base.name in {"P", "p"}
    found = brackets.contents(parser, conditional=probability)
    content = found[0] if len(found) == 1 else brackets.plain_list(found)
    if not is_call(base, content.body if isinstance(content, Group) else content):
        parser.position = start
        raise UnreadableError
    return Apply(base, found)
