"""The grammar of spoken maths: which construct each kind of lexeme starts, continues or closes."""

from __future__ import annotations

from tutor_cli.maths.expr import Accent, Expr, Group, Mul, Number, Power, Prefix, Subscript, Symbol
from tutor_cli.maths.precedence import STATEMENT_PREFIXES
from tutor_cli.maths.spoken import (
    arguments,
    arrangements,
    brackets,
    calculus,
    choices,
    fraction_priors,
    fractions,
    functions,
    matrices,
    postpositions,
    relations,
    scripts,
    trees,
)
from tutor_cli.maths.spoken.cursor import UnreadableError
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.parser import Parser, Rules
from tutor_cli.maths.spoken.vocabulary import word_list

_BEFORE_LETTER = frozenset(
    {Kind.PLUS, Kind.MINUS, Kind.PLUS_MINUS, Kind.ALL_OVER, Kind.RELATION, Kind.OPEN, Kind.FUNCTION}
)

_EVERYDAY_PREFIXES = frozenset({"not", "positive", "नहीं", "धनात्मक"})
_IN_ANGLES = (Kind.SYMBOL, Kind.OPEN, Kind.NUMBER)

_BEFORE_COEFFICIENT = frozenset({Kind.OVER, Kind.ALL_OVER, Kind.BY, Kind.TIMES})

# --- operands -------------------------------------------------------------------------------------------------------


def _symbol(parser: Parser) -> Expr:
    if not parser.formal and _is_everyday_word(parser):
        raise UnreadableError
    if parser.peek().value == "sigma":
        total = parser.attempt(lambda: calculus.sigma(parser))
        if total is not None:
            return total
    letter = Symbol(parser.take().value)
    return Subscript(letter, Symbol(parser.take().value)) if _is_general_term(parser) else letter


def _is_general_term(parser: Parser) -> bool:
    """Whether a formula begins with a n equals, t n equals: the general term of a sequence or its sum."""
    letter, index = parser.previous(), parser.peek()
    named = letter.words in {"a", "t", "s", "u"} and index.kind is Kind.SYMBOL and index.value == "n"
    return parser.formal and parser.position == 1 and named and parser.peek(1).value == "="


def _is_everyday_word(parser: Parser) -> bool:
    """Whether "a" or "I" is the English word and no letter: a root, a number, two I think; but over two a."""
    words, after = parser.peek().words, parser.peek(1).kind
    if words not in {"a", "i"} or (parser.previous().kind is Kind.FUNCTION and parser.peek().value.isupper()):
        return False
    if after is Kind.WORD and _begins_phrase(parser.peek(1).words):
        return True
    if parser.previous().kind in _BEFORE_LETTER:
        return False
    if words == "a" and parser.previous().kind is Kind.NUMBER:
        return after is Kind.WORD and parser.lexemes[parser.position - 2].kind not in _BEFORE_COEFFICIENT
    if words == "i" and after in {Kind.DIVIDED, Kind.CHOOSE}:
        return True
    named = after is Kind.SYMBOL and parser.peek(1).value.isupper()
    return after is Kind.WORD or after in RULES.functions or (words == "a" and named)


def _begins_phrase(word: str) -> bool:
    """Whether an English word goes with the "a" or "I" before it: a number, I think, but a then, a hai."""
    return word.isascii() and word.isalpha() and word not in word_list("after_letter") | word_list("hinglish")


def _accent_first(parser: Parser) -> Expr:
    """Read vector a."""
    kind = parser.take().value
    return Accent(kind, parser.plain_factor())


def _modified(parser: Parser) -> Expr:
    """Read modifying above p with caret."""
    parser.take()
    body = parser.sum()
    return Accent(parser.expect(Kind.MODIFIER).value, body)


def _prefixed(parser: Parser) -> Expr:
    """Read angle A B C, logical not p."""
    lexeme = parser.take()
    if lexeme.value in STATEMENT_PREFIXES or (lexeme.words in _EVERYDAY_PREFIXES and not parser.formal):
        raise UnreadableError
    if lexeme.value in {"neg", "+"}:
        return Prefix(lexeme.value, parser.factor() if lexeme.value == "neg" else parser.term())
    letters = [parser.plain_factor()]
    while parser.at(*_IN_ANGLES) or _is_times_letter(parser):
        parser.accept(Kind.TIMES)
        letters.append(parser.plain_factor())
    parser.accept(Kind.END_PREFIX)
    return Prefix(lexeme.value, trees.run(letters))


def _is_times_letter(parser: Parser) -> bool:
    """Whether the next corner of angle A times B times C follows."""
    return parser.at(Kind.TIMES) and parser.peek(1).kind is Kind.SYMBOL


def _binomial(parser: Parser) -> Expr:
    """Read the binomial n choose k end binomial, the combination n choose k."""
    kind = parser.take().value
    with parser.within(parser.reserving(choose=True, of=False)):
        n = parser.side()
        parser.expect(Kind.CHOOSE)
        r = parser.side()
    parser.accept(Kind.BINOMIAL_END)
    return choices.choice(n, r, kind)


# --- words that look back over a sum --------------------------------------------------------------------------------


def _all_over(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read ... all over two a: everything said so far stands above."""
    parser.take()
    below = parser.operand(
        "denominator", lambda extents: fraction_priors.denominator_of_all(terms, extents), Kind.END_FRACTION
    )
    return [trees.quotient(trees.add(terms), below)]


def _whole_power(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read a plus b the whole squared; what an earlier "whole" closed stays out."""
    lexeme = parser.take()
    exponent = Number(lexeme.value) if lexeme.value.isdigit() else scripts.exponent(parser, terms[0])
    closed = max((index for index, term in enumerate(terms) if _is_closed(term)), default=-1)
    kept, open_terms = terms[: closed + 1], terms[closed + 1 :]
    if not open_terms:
        kept, open_terms = [], terms
    if not kept:
        return [Power(Group(trees.bare(trees.add(open_terms))), exponent)]
    sign, first = trees.unsigned(open_terms[0])
    return [*kept, trees.signed(sign, Power(Group(trees.add([first, *open_terms[1:]])), exponent))]


def _is_closed(term: Expr) -> bool:
    _, body = trees.unsigned(term)
    return isinstance(body, Power) and isinstance(body.base, Group)


def _overlined(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read z 1 plus z 2 horizontal bar."""
    if parser.take().words not in scripts.LONG_BARS:
        raise UnreadableError
    return [Accent("overline", trees.add(terms))]


def _in_brackets(parser: Parser, terms: list[Expr]) -> list[Expr]:
    """Read four times x minus three in brackets: the last factor of the first term begins the bracket."""
    parser.take()
    first = terms[0]
    if isinstance(first, Mul) and len(terms) > 1:
        kept = first.factors[:-1]
        return [trees.run([*kept, Group(trees.add([first.factors[-1], *terms[1:]]))])]
    return [Group(trees.add(terms))]


RULES = Rules(
    prefix={
        Kind.NUMBER: matrices.number_or_matrix,
        Kind.FRACTION: fractions.number,
        Kind.ORDINAL: fractions.nth,
        Kind.SYMBOL: _symbol,
        Kind.SET_NAME: _symbol,
        Kind.FUNCTION: functions.function,
        Kind.ROOT: fractions.root,
        Kind.START_ROOT: fractions.started_root,
        Kind.ROOT_INDEX: fractions.indexed_root,
        Kind.START_FRACTION: fractions.started_fraction,
        Kind.NUMERATOR: fractions.with_numerator,
        Kind.SUPERSCRIPT: choices.chosen_before,
        Kind.TO_THE: choices.chosen_before,
        Kind.OPEN: brackets.bracket,
        Kind.QUANTITY: brackets.quantity,
        Kind.FENCE: brackets.fence,
        Kind.INFIX: brackets.modulus,
        Kind.START_FENCE: brackets.started_fence,
        Kind.BAR: brackets.barred,
        Kind.SET: brackets.listed_set,
        Kind.SET_ALL: brackets.described_set,
        Kind.ACCENT_PREFIX: _accent_first,
        Kind.MODIFIED: _modified,
        Kind.PREFIX: _prefixed,
        Kind.BINOMIAL: _binomial,
        Kind.INTEGRAL: calculus.integral,
        Kind.BIG: calculus.big,
        Kind.LIMIT: calculus.limit,
        Kind.PARTIAL: calculus.curly_d,
        Kind.DERIVATIVE_OF: calculus.derivative_of,
        Kind.MATRIX: matrices.matrix,
        Kind.START: matrices.started_matrix,
        Kind.BLANK: arrangements.blank,
        Kind.WORDS: arrangements.words,
        Kind.MIXED: arrangements.mixed,
        Kind.INTERVAL: arrangements.interval,
        Kind.EVALUATION: arrangements.evaluation,
        Kind.CASES: arrangements.cases,
        Kind.LINES: arrangements.lines,
    },
    postfix={
        Kind.POWER: scripts.raised,
        Kind.NOUN_POWER: scripts.raised_by_noun,
        Kind.TO_THE: scripts.to_the,
        Kind.POWER_WORD: scripts.power_word,
        Kind.SUPERSCRIPT: scripts.superscript,
        Kind.SUPER: scripts.superscript,
        Kind.INVERSE: scripts.inverse,
        Kind.TRANSPOSE: scripts.transpose,
        Kind.SUB: scripts.sub,
        Kind.SUBSCRIPT: scripts.subscript,
        Kind.NUMBER: scripts.numbered,
        Kind.POSTFIX: scripts.marked,
        Kind.PRIME: scripts.prime,
        Kind.ACCENT: scripts.accented,
        Kind.ACCENT_PREFIX: scripts.accented,
        Kind.DOT: scripts.dotted,
        Kind.CHOOSE: choices.chosen,
        Kind.OF: arguments.of,
        Kind.OPEN: arguments.applied,
        Kind.LOG_BASE: functions.to_the_base,
        Kind.SYMBOL: choices.chosen_by_letter,
        Kind.POST_FUNCTION: postpositions.function,
        Kind.INVERSE_OF: postpositions.inverse_function,
        Kind.RELATION: scripts.arrow,
        Kind.POST_SET: postpositions.described_set,
        Kind.CHOOSE_FROM: postpositions.chosen,
    },
    suffix={
        Kind.ALL_OVER: _all_over,
        Kind.WHOLE_POWER: _whole_power,
        Kind.IN_BRACKETS: _in_brackets,
        Kind.POST_ROOT: postpositions.root,
        Kind.KA: postpositions.nth_root,
        Kind.ORDINAL: postpositions.nth_root,
        Kind.POST_FENCE: postpositions.fence,
        Kind.POST_INTEGRAL: postpositions.integral,
        Kind.POST_FUNCTION: postpositions.limit,
        Kind.ACCENT: _overlined,
    },
    chain={
        Kind.RELATION: relations.related,
        Kind.IS: relations.is_related,
        Kind.COMPARE: relations.compared,
        Kind.NUMBER: relations.both_sides,
        Kind.FRACTION: relations.both_sides,
        Kind.SET_NAME: relations.both_sides,
        Kind.ACCENT: relations.similar,
        Kind.SE: relations.ranged,
        Kind.LIMIT_AT: relations.limit_at,
        Kind.SIDE: relations.limit_at,
        Kind.TAIL: relations.over_region,
    },
    beside=frozenset({
        Kind.BLANK, Kind.MIXED, Kind.INTERVAL, Kind.EVALUATION, Kind.BINOMIAL, Kind.SET, Kind.BAR,
        Kind.SYMBOL, Kind.FUNCTION, Kind.ROOT, Kind.START_ROOT, Kind.ROOT_INDEX, Kind.START_FRACTION, Kind.NUMERATOR,
        Kind.OPEN, Kind.QUANTITY, Kind.FENCE, Kind.START_FENCE, Kind.INTEGRAL, Kind.BIG, Kind.LIMIT, Kind.PARTIAL,
        Kind.MODIFIED, Kind.ACCENT_PREFIX, Kind.ORDINAL,
    }),
    functions=frozenset({
        Kind.FUNCTION, Kind.INTEGRAL, Kind.BIG, Kind.LIMIT, Kind.ROOT, Kind.FENCE, Kind.QUANTITY, Kind.NUMERATOR,
    }),
)  # fmt: skip
