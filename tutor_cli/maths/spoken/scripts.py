"""What follows an operand: powers, indices, primes, accents, factorials."""

from __future__ import annotations

from tutor_cli.maths.expr import (
    Accent,
    Apply,
    Expr,
    Neg,
    Number,
    Postfix,
    Power,
    Prime,
    Subscript,
    Symbol,
)
from tutor_cli.maths.spoken import priors, trees
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind, Lexeme
from tutor_cli.maths.spoken.parser import Parser

_END_OF_EXPONENT = (Kind.END_EXPONENT, Kind.POWER_WORD, Kind.BASELINE)
# Letters that name no function and carry no index said as a bare number.
CONSTANTS = frozenset({"pi", "infty", "emptyset", "ldots", "i"})
_EXPONENT_STARTS = (Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL, Kind.ORDINAL, Kind.MINUS, Kind.NEGATIVE, Kind.OPEN)
_FUNCTIONS = frozenset(map(Symbol, "fghFG"))
_VARIABLES = frozenset({"x", "t", "theta"})
# Said of everything before them.
LONG_BARS = frozenset({"horizontal bar", "उद्धरण रेखा"})
_SIGNS = (Kind.PLUS, Kind.MINUS)
_AFTER_NOUN = frozenset({
    Kind.PLUS, Kind.MINUS, Kind.PLUS_MINUS, Kind.RELATION, Kind.TIMES, Kind.OVER, Kind.ALL_OVER, Kind.BY, Kind.CLOSE,
})  # fmt: skip
_TYPED = "^"
# An index of more digits counts something: B P 120.
_LONGEST_INDEX = 2
# A two by four, a nine over ten.
_OF_SIZES = frozenset({Kind.BY, Kind.OVER})


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
    # Typed, the sign takes one operand: x^2/25 is a square over 25.
    with parser.within(parser.reserving(short=parser.context.short or lexeme.words == _TYPED)):
        upper = exponent(parser, base, explicit=lexeme.value == "explicit")
    return Power(base, trees.script(upper, ended=parser.previous().kind is Kind.END_EXPONENT))


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
    ended = parser.previous().kind is Kind.END_SUB
    if parser.habits.says_products and _is_index_letter(index) and parser.at(Kind.TIMES):
        index = parser.attempt(lambda: _next_index(parser, index)) or index
    return Subscript(base, trees.script(index, ended=ended))


def _next_index(parser: Parser, first: Expr) -> Expr:
    """Read the times j of a sub i times j."""
    parser.take()
    second = parser.plain_factor()
    if not _is_index_letter(second):
        raise UnreadableError
    return trees.run([first, second])


def _is_index_letter(node: Expr) -> bool:
    return isinstance(node, Symbol) and node.name in {"i", "j", "k"}


def subscript(parser: Parser, base: Expr) -> Expr:
    """Read a subscript that ends at "baseline", "superscript" or with the formula."""
    parser.take()
    with parser.within(parser.inside()):
        lower = parser.sum()
    parser.accept(Kind.BASELINE)
    return Subscript(base, lower)


def numbered(parser: Parser, base: Expr) -> Expr:
    """Read y two as y with index two: no one writes a number behind the letter it multiplies."""
    if parser.previous().words == "a" and not parser.formal and parser.peek(1).kind not in _AFTER_NOUN - _OF_SIZES:
        raise UnreadableError
    is_letter = isinstance(base, Symbol) and base.name not in CONSTANTS and base.name != "e"
    if not is_letter or parser.context.cell or not parser.peek().value.isdigit():
        raise UnreadableError
    before = parser.lexemes[parser.position - 2].kind
    if len(parser.peek().value) > _LONGEST_INDEX and before is Kind.SYMBOL:
        raise UnreadableError
    if before is Kind.NUMBER and not parser.formal and _begins_term(parser):
        raise UnreadableError
    index = parser.take().value
    if parser.formal and parser.at(Kind.NUMBER) and _is_digit(index) and _is_digit(parser.peek().value):
        # A 1 2, the element of a matrix.
        index += parser.take().value
    return Subscript(base, Number(index))


def _is_digit(digits: str) -> bool:
    return len(digits) == 1 and digits.isdigit()


def _begins_term(parser: Parser) -> bool:
    """Whether the number that comes next multiplies the letter behind it: is 2 x (plus 3 x) 5 x."""
    return parser.peek(1).kind is Kind.SYMBOL and parser.peek(2).kind is not Kind.NUMBER


# --- marks ----------------------------------------------------------------------------------------------------------


def marked(parser: Parser, base: Expr) -> Expr:
    """Read factorial, percent, degrees."""
    sign = parser.take().value
    if sign == "!":
        return Postfix(base, "!")
    return Postfix(base, "%") if sign == "%" else Postfix(base, "°")


def prime(parser: Parser, base: Expr) -> Expr:
    """Read f prime, y double prime; the apostrophe of the 1920's is none."""
    if isinstance(base, Number):
        raise UnreadableError
    primed = Prime(base, int(parser.take().value))
    if base in _FUNCTIONS and parser.at(Kind.SYMBOL) and parser.peek().value in _VARIABLES:
        # F dash x.
        return Apply(primed, (parser.plain_factor(),))
    return primed


def accented(parser: Parser, base: Expr) -> Expr:
    """Read x bar, p hat, a vector; in a set, the bar begins the condition."""
    lexeme = parser.take()
    is_relation = lexeme.value == "tilde" and parser.at(Kind.PREFIX)
    if (lexeme.value == "bar" and parser.context.bar) or is_relation or lexeme.words in LONG_BARS:
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
