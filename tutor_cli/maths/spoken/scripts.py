"""What follows an operand: powers, indices, primes, accents, factorials, arguments after "of" or in brackets."""

from __future__ import annotations

from tutor_cli.maths.calls import is_call
from tutor_cli.maths.expr import (
    Accent,
    Apply,
    Choose,
    Derivative,
    Expr,
    Group,
    Infix,
    Mixed,
    Mul,
    Neg,
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
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser

_END_OF_EXPONENT = (Kind.END_EXPONENT, Kind.POWER_WORD, Kind.BASELINE)
# Letters that name no function and carry no index said as a bare number.
_CONSTANTS = frozenset({"pi", "infty", "emptyset", "ldots", "i"})
# Functions of several variables, and the variables: f of x y.
_OF_SEVERAL = frozenset({"f", "g", "h", "F", "G", "u", "v", "w", "phi", "psi"})
_VARIABLES = frozenset(map(Symbol, ("x", "y", "z", "t", "u", "v", "r", "s", "theta", "phi")))
_PROBABILITIES = frozenset({"P", "p"})
_EXPONENT_STARTS = (Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL, Kind.ORDINAL, Kind.MINUS, Kind.NEGATIVE, Kind.OPEN)
_SIGNS = (Kind.PLUS, Kind.MINUS)
_AFTER_NOUN = frozenset({
    Kind.PLUS, Kind.MINUS, Kind.PLUS_MINUS, Kind.RELATION, Kind.TIMES, Kind.OVER, Kind.ALL_OVER, Kind.BY, Kind.CLOSE,
})  # fmt: skip


# --- powers ---------------------------------------------------------------------------------------------------------


def raised(parser: Parser, base: Expr) -> Expr:
    """Read squared, cubed, ²."""
    return trees.power(base, Number(parser.take().value))


def raised_by_noun(parser: Parser, base: Expr) -> Expr:
    """Read x square, x cube; "a square", "two squares" in a sentence are shapes unless maths goes on."""
    counted = parser.previous().words == "a" or isinstance(base, Number)
    lexeme = parser.take()
    if counted and not parser.formal and not parser.at(*_AFTER_NOUN):
        raise UnreadableError
    return trees.power(base, Number(lexeme.value))


def to_the(parser: Parser, base: Expr) -> Expr:
    """Read to the fifth power, to the power of n plus one, raised to the exponent ... end exponent."""
    lexeme = parser.take()
    is_limit = parser.context.of and lexeme.words == "to the"
    if is_limit or (lexeme.value == "explicit" and parser.context.exponent):
        raise UnreadableError
    parser.accept(Kind.THE)
    if parser.at(Kind.PRIME):
        return prime(parser, base)
    return trees.power(base, exponent(parser, base, explicit=lexeme.value == "explicit"))


def exponent(parser: Parser, base: Expr, *, explicit: bool = False) -> Expr:
    """Read what stands in an exponent, an ordinal included: to the nth."""
    if parser.at(Kind.ORDINAL):
        value = ordinal(parser.take())
        parser.accept(*_END_OF_EXPONENT)
        return value
    with parser.within(parser.reserving(function=True, exponent=not explicit)):
        return parser.operand(
            "exponent", lambda found: _length(parser, priors.exponent(base, found)), *_END_OF_EXPONENT
        )


def _length(parser: Parser, preferred: int) -> int:
    return 0 if parser.context.short else preferred


def ordinal(lexeme: Lexeme) -> Expr:
    """Return the number or letter of an ordinal: third, nth."""
    return lexeme.tree or Symbol(lexeme.value)


def power_word(parser: Parser, base: Expr) -> Expr:
    """Read x power n."""
    parser.take()
    if parser.context.exponent or not parser.at(*_EXPONENT_STARTS):
        raise UnreadableError
    return trees.power(base, exponent(parser, base))


def superscript(parser: Parser, base: Expr) -> Expr:
    """Read a superscript that ends at "baseline" or with the formula."""
    if parser.context.script:
        raise UnreadableError
    parser.take()
    if parser.at(Kind.PRIME):
        primed = prime(parser, base)
        parser.accept(Kind.BASELINE)
        return primed
    with parser.within(parser.inside()):
        upper = parser.sum()
    parser.accept(Kind.BASELINE, Kind.END_EXPONENT)
    return trees.power(base, upper)


def inverse(parser: Parser, base: Expr) -> Expr:
    """Read A inverse, f inverse."""
    parser.take()
    return Power(base, Neg(Number("1")))


def transpose(parser: Parser, base: Expr) -> Expr:
    """Read A transpose."""
    parser.take()
    return Power(base, Symbol("T"))


# --- indices --------------------------------------------------------------------------------------------------------


def sub(parser: Parser, base: Expr) -> Expr:
    """Read x sub n; "sub n plus one" reaches as far as indices usually do."""
    parser.take()
    with parser.within(parser.reserving(function=True)):
        index = parser.operand(
            "index", lambda found: _length(parser, priors.index(found)), Kind.BASELINE, Kind.END_SUB, plain=True
        )
    return Subscript(base, trees.bare(index))


def subscript(parser: Parser, base: Expr) -> Expr:
    """Read a subscript that ends at "baseline", "superscript" or with the formula."""
    parser.take()
    with parser.within(parser.inside()):
        lower = parser.sum()
    parser.accept(Kind.BASELINE)
    return Subscript(base, lower)


def numbered(parser: Parser, base: Expr) -> Expr:
    """Read y two as y with index two: no one writes a number behind the letter it multiplies."""
    if parser.previous().words == "a" and not parser.formal and parser.peek(1).kind not in _AFTER_NOUN:
        raise UnreadableError
    is_letter = isinstance(base, Symbol) and base.name not in _CONSTANTS and base.name != "e"
    if not is_letter or parser.context.cell or not parser.peek().value.isdigit():
        raise UnreadableError
    return Subscript(base, Number(parser.take().value))


# --- marks ----------------------------------------------------------------------------------------------------------


def marked(parser: Parser, base: Expr) -> Expr:
    """Read factorial, percent, degrees."""
    sign = parser.take().value
    if sign == "!":
        return Postfix(base, "!")
    return Postfix(base, "%") if sign == "%" else Postfix(base, "°")


def prime(parser: Parser, base: Expr) -> Expr:
    """Read f prime, y double prime."""
    return Prime(base, int(parser.take().value))


def accented(parser: Parser, base: Expr) -> Expr:
    """Read x bar, p hat, a vector; in a set, the bar begins the condition."""
    lexeme = parser.take()
    if lexeme.value == "bar" and parser.context.bar:
        raise UnreadableError
    if not parser.formal and not isinstance(base, (Symbol, Subscript)):
        raise UnreadableError
    base = trees.without_quantity(base)
    if lexeme.kind is Kind.ACCENT_PREFIX and parser.starts_operand() and not parser.at(*_SIGNS):
        raise UnreadableError
    return Accent(lexeme.value, base)


def arrow(parser: Parser, base: Expr) -> Expr:
    """Read a right arrow as the mark of a vector where nothing follows that a could tend to."""
    lexeme = parser.take()
    after = parser.peek().kind
    if lexeme.value != "to" or not isinstance(base, Symbol) or after in parser.rules.prefix or after is Kind.THE:
        raise UnreadableError
    if not parser.formal or after in (Kind.NEGATIVE, Kind.MINUS):
        raise UnreadableError
    return Accent("vec", base)


def dotted(parser: Parser, base: Expr) -> Expr:
    """Read x dot, unless the dot multiplies what follows."""
    parser.take()
    if (parser.starts_operand() and not parser.at(*_SIGNS)) or not isinstance(base, Symbol):
        raise UnreadableError
    return Accent("dot", base)


def chosen(parser: Parser, base: Expr) -> Expr:
    """Read n choose k, n permutation r."""
    if parser.context.choose:
        raise UnreadableError
    kind = parser.take().value
    r = parser.factor()
    if r == base and parser.at(Kind.MINUS):
        # N choose n minus r.
        parser.take()
        r = trees.add([r, Neg(parser.factor())])
    return choice(base, r, kind)


def chosen_by_letter(parser: Parser, base: Expr) -> Expr:
    """Read n C r and five P two."""
    letter, r = parser.peek().value, parser.peek(1)
    counted = isinstance(base, Number) or (isinstance(base, Symbol) and base.name in {"n", "m"})
    chosen_from = r.value in {"r", "k"} or (isinstance(base, Number) and r.kind is Kind.NUMBER)
    if letter.upper() not in {"C", "P"} or not counted or not chosen_from:
        raise UnreadableError
    parser.take()
    return choice(base, parser.plain_factor(), letter.upper())


def choice(n: Expr, r: Expr, kind: str) -> Choose:
    """Return n choose r in the notation asked for, stacked where none is."""
    if kind == "C":
        return Choose(n, r, "C")
    return Choose(n, r, "P" if kind == "P" else "binom")


# --- arguments ------------------------------------------------------------------------------------------------------


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
        return trees.run([base, parser.factor()])
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
    return isinstance(node, Symbol) and node.name not in _CONSTANTS


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
    while parser.at(Kind.COMMA) and not parser.context.comma:
        found.append(_after_comma(parser))
    if len(found) == 1 and name in _OF_SEVERAL and isinstance(first, Mul) and _VARIABLES.issuperset(first.factors):
        return first.factors
    return tuple(found)


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
