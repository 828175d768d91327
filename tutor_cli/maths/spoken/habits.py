"""How a speaker speaks, told from everything said: who closes one root closes them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

# What ends so clearly that a number behind it multiplies it.
CLOSERS = frozenset({
    Kind.CLOSE, Kind.END_QUANTITY, Kind.END_FENCE, Kind.END_FRACTION, Kind.END_ROOT, Kind.POSTFIX, Kind.END_BIG,
    Kind.BINOMIAL_END, Kind.END_SUB, Kind.END_EXPONENT, Kind.END_SET, Kind.END_MATRIX, Kind.END_INTERVAL, Kind.ACCENT,
})  # fmt: skip
# A times B
_LONE_PRODUCT = 3
# Who marks capitals so says "times" only where the sign is written.
_SAYS_SIGNS = frozenset({"upper", "capital", "कैपिटल"})
_ENDS_OPERAND = CLOSERS | {Kind.NUMBER, Kind.FRACTION, Kind.SYMBOL, Kind.POWER}


@dataclass(frozen=True, slots=True)
class Habits:
    """What the whole text tells about its parts.

    `closes_roots`, `closes_every_root`: roots are ended aloud, single letters under a root included or not.
    `marks_fractions`: fractions of sums are said with their numerator or end, so that a bare "over" is short.
    `says_products`: two x is "two times x". `capitals_are_matrices`: A times B
    is the product AB; where nothing else is said, or "upper A times upper B", the sign is meant. `mod_is_absolute`:
    "mod" between operands begins an absolute value, as in mod a mod b.
    """

    closes_roots: bool
    closes_every_root: bool
    marks_fractions: bool
    says_products: bool
    capitals_are_matrices: bool
    mod_is_absolute: bool


def habits_of(lexemes: Sequence[Lexeme]) -> Habits:
    """Return the habits that the lexemes of a text show."""
    kinds = [lexeme.kind for lexeme in lexemes]
    return Habits(
        closes_roots=Kind.END_ROOT in kinds,
        closes_every_root=kinds.count(Kind.END_ROOT) >= kinds.count(Kind.ROOT),
        marks_fractions=Kind.NUMERATOR in kinds or Kind.START_FRACTION in kinds,
        says_products=any(_is_coefficient(before, lexeme, after) for before, lexeme, after in _triples(lexemes)),
        capitals_are_matrices=len(lexemes) > _LONE_PRODUCT and _SAYS_SIGNS.isdisjoint(_first_words(lexemes)),
        mod_is_absolute=any(
            lexeme.words == "mod" and before.kind not in _ENDS_OPERAND for before, lexeme, _ in _triples(lexemes)
        ),
    )


def _first_words(lexemes: Sequence[Lexeme]) -> Iterator[str]:
    return (lexeme.words.partition(" ")[0] for lexeme in lexemes)


def _is_coefficient(before: Lexeme, sign: Lexeme, after: Lexeme) -> bool:
    """Whether "times" stands where one would only write a coefficient: two times x, d times x."""
    if sign.kind is not Kind.TIMES or sign.words != "times" or after.kind is not Kind.SYMBOL:
        return False
    return before.kind is Kind.NUMBER or (before.kind is Kind.SYMBOL and before.value.islower())


def _triples(lexemes: Sequence[Lexeme]) -> Iterator[tuple[Lexeme, Lexeme, Lexeme]]:
    """Yield each lexeme between its neighbours, an END before the first and after the last."""
    end = Lexeme(Kind.END, "", 0, 0)
    return zip((end, *lexemes), lexemes, (*lexemes[1:], end), strict=False)
