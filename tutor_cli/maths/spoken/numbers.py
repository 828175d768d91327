"""Number words to numbers: twelve, three point one four, two lakh five thousand, two and a half, three quarters.

English and Hindi build numbers the same way (values, multipliers, a point), so one reader serves both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tutor_cli.maths.expr import Expr, Mixed, Number, Quotient
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.tokens import Token
from tutor_cli.maths.spoken.vocabulary import NumberWords

# Ordinals up to this count and never divide: 1st, 2nd.
_LEAST_ORDINAL = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tokens up to `end` (exclusive) say: a NUMBER, FRACTION or ORDINAL, and its tree."""

    kind: Kind
    tree: Expr
    end: int


def read_number(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    """Return the longest number that starts at a token, or None."""
    if not tokens[start].is_number and tokens[start].text not in words.first:
        return None
    return (
        _mixed_in_digits(tokens, start)
        or _special_fraction(tokens, start, words)
        or _with_quarter(tokens, start, words)
        or _ordinal(tokens, start, words)
        or _counted_parts(tokens, start, words)
        or _number(tokens, start, words)
    )


def _number(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    digits, end = _decimal(tokens, start, words)
    if digits is None:
        return None
    number = Number(digits)
    part = _part_after_and(tokens, end, words)
    if part is not None and "." not in digits:
        fraction, end = part
        return Reading(Kind.FRACTION, Mixed(number, fraction[0], fraction[1]), end)
    return Reading(Kind.NUMBER, number, end)


# --- whole and decimal numbers --------------------------------------------------------------------------------------


def _decimal(tokens: Sequence[Token], start: int, words: NumberWords) -> tuple[str | None, int]:
    whole, end = _whole(tokens, start, words)
    if end < len(tokens) and tokens[end].text in words.point and (whole is None or "." not in whole):
        places, after = _places(tokens, end + 1, words)
        if places:
            return f"{whole or 0}.{places}", after
    return whole, end


def _places(tokens: Sequence[Token], start: int, words: NumberWords) -> tuple[str, int]:
    places = ""
    end = start
    while end < len(tokens):
        text = tokens[end].text
        if text.isdigit() and not places:
            return text, end + 1
        if text not in words.value:
            break
        places += str(words.value[text])
        end += 1
        if words.value[text] > 9 and not (words.value[text] % 10 == 0 and _is_digit_word(tokens, end, words)):
            break
        if words.value[text] > 9:
            places = places[:-1]
    return places, end


def _is_digit_word(tokens: Sequence[Token], index: int, words: NumberWords) -> bool:
    return index < len(tokens) and 1 <= words.value.get(tokens[index].text, 0) <= 9


def _whole(tokens: Sequence[Token], start: int, words: NumberWords) -> tuple[str | None, int]:
    """Return the digits of a whole number (a literal may have a point) and where it ends."""
    if start >= len(tokens):
        return None, start
    first = tokens[start]
    if first.is_number:
        literal, end = first.text, start + 1
        if not (end < len(tokens) and tokens[end].text in words.multiplier and literal.isdigit()):
            return literal, end
    builder = _WholeNumber(words)
    end = start
    if first.text in words.article and start + 1 < len(tokens) and tokens[start + 1].text in words.multiplier:
        end += 1
    while end < len(tokens):
        if tokens[end].text in words.joiner and builder.takes_and(tokens, end + 1):
            end += 1
        elif not builder.take(tokens[end]):
            break
        else:
            end += 1
    return builder.digits, end


class _WholeNumber:
    """A whole number growing word by word; `room` is what the next value must stay below."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self.total = 0
        self.group: int | None = None
        self.room = 0
        self.last_multiplier = 0

    @property
    def digits(self) -> str | None:
        """The digits so far, or None where no word was a number."""
        if self.group is None and not self.last_multiplier:
            return None
        return str(self.total + (self.group or 0))

    def takes_and(self, tokens: Sequence[Token], following: int) -> bool:
        """Whether an "and" here is part of the number: one hundred and five."""
        if not self.last_multiplier or self.room < 10 or following >= len(tokens):
            return False
        return 0 < self.words.value.get(tokens[following].text, 0) < self.room

    def take(self, token: Token) -> bool:
        """Add a word, or return False where it does not continue the number."""
        if token.text in self.words.multiplier:
            return self._multiply(self.words.multiplier[token.text])
        value = int(token.text) if token.text.isdigit() else self.words.value.get(token.text)
        return value is not None and self._add(value)

    def _add(self, value: int) -> bool:
        if self.group is None and not self.last_multiplier:
            self.group = value
        elif 0 < value < self.room:
            self.group = (self.group or 0) + value
        else:
            return False
        self.room = 10 if 20 <= value <= 90 and value % 10 == 0 else 0
        return True

    def _multiply(self, multiplier: int) -> bool:
        if self.last_multiplier and self.group is None:
            return False
        if self.last_multiplier and multiplier >= self.last_multiplier and multiplier != 100 and self.total:
            return False
        group = 1 if self.group is None else self.group
        if multiplier == 100:
            if group >= 100:
                return False
            self.group = group * 100
        else:
            self.total += group * multiplier
            self.group = None
        self.last_multiplier = self.room = multiplier
        return True


# --- parts and ordinals ---------------------------------------------------------------------------------------------


def _mixed_in_digits(tokens: Sequence[Token], start: int) -> Reading | None:
    """Read 2 3/4, where only a space stands between the whole and the part."""
    digits = [token.text for token in tokens[start : start + 4]]
    if len(digits) < 4 or digits[2] != "/" or not all(text.isdigit() for text in (digits[0], digits[1], digits[3])):
        return None
    part = tokens[start + 1 : start + 4]
    if part[0].glued or not (part[1].glued and part[2].glued):
        return None
    whole, numerator, denominator = (Number(text) for text in (digits[0], digits[1], digits[3]))
    return Reading(Kind.FRACTION, Mixed(whole, numerator, denominator), start + 4)


def _special_fraction(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    """Read one word that is a fraction by itself, half, ढाई, and so many hundreds, ढाई सौ."""
    text = tokens[start].text
    if text not in words.fraction:
        return None
    tree = _fraction_tree(words.fraction[text])
    return _hundreds(_value(tree), tokens, start + 1, words) or Reading(Kind.FRACTION, tree, start + 1)


def _value(tree: Expr) -> Fraction:
    match tree:
        case Mixed(whole, numerator, denominator):
            return int(whole.digits) + Fraction(int(numerator.digits), int(denominator.digits))
        case Quotient(Number(above), Number(below)):
            return Fraction(int(above), int(below))
    return Fraction(0)


def _hundreds(value: Fraction, tokens: Sequence[Token], end: int, words: NumberWords) -> Reading | None:
    """Read the hundreds, thousands, lakhs that a mixed number counts: डेढ़ सौ is 150."""
    multiplier = words.multiplier.get(tokens[end].text) if end < len(tokens) else None
    if multiplier is None or (value * multiplier).denominator != 1 or value < Fraction(3, 4):
        return None
    return Reading(Kind.NUMBER, Number(str(value * multiplier)), end + 1)


def _fraction_tree(written: str) -> Expr:
    *whole, fraction = written.split()
    numerator, denominator = (Number(digits) for digits in fraction.split("/"))
    return Mixed(Number(whole[0]), numerator, denominator) if whole else Quotient(numerator, denominator)


def _with_quarter(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    """Read साढ़े तीन (3 1/2), सवा दो (2 1/4), पौने चार सौ (375); the table gives the quarters to add or take away."""
    quarters = words.quarter.get(tokens[start].text)
    if quarters is None:
        return None
    parts = Fraction(quarters, 4)
    if found := _hundreds(1 + parts, tokens, start + 1, words):
        return found
    following = tokens[start + 1].text if start + 1 < len(tokens) else ""
    digits = following if following.isdigit() else str(words.value.get(following, ""))
    if digits and (found := _hundreds(int(digits) + parts, tokens, start + 2, words)):
        return found
    whole, end = _whole(tokens, start + 1, words)
    if whole is None or not whole.isdigit():
        return None
    value = int(whole) - (quarters < 0)
    numerator, denominator = ("1", "2") if quarters == 2 else (str(quarters % 4), "4")
    return Reading(Kind.FRACTION, Mixed(Number(str(value)), Number(numerator), Number(denominator)), end)


def _counted_parts(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    """Read three quarters, one half, a third, and the 3 fourths or 3 4ths of recognisers."""
    if tokens[start].text in words.article:
        count: str | None = "1"
        end = start + 1
    else:
        count, end = _whole(tokens, start, words)
    if count is None or not count.isdigit() or end >= len(tokens):
        return None
    denominator, after = _part(tokens, end, words)
    if denominator is None or int(count) == 0 or _counts_something(tokens, after, words):
        return None
    return Reading(Kind.FRACTION, Quotient(Number(count), Number(denominator)), after)


def _part(tokens: Sequence[Token], index: int, words: NumberWords) -> tuple[str | None, int]:
    """Return the denominator that a word (fourths) or an ordinal in digits (4ths) says, and where it ends."""
    part = words.part.get(tokens[index].text)
    if part is not None:
        return str(part), index + 1
    suffix = tokens[index + 1] if index + 1 < len(tokens) else None
    suffixed = suffix is not None and suffix.glued and suffix.raw in words.ordinal_suffix and suffix.raw.isascii()
    if suffixed and tokens[index].text.isdigit() and int(tokens[index].text) > _LEAST_ORDINAL:
        return tokens[index].text, index + 2
    return None, index


def _part_after_and(
    tokens: Sequence[Token], start: int, words: NumberWords
) -> tuple[tuple[Number, Number], int] | None:
    """Read the "and a half" of a mixed number."""
    if start + 1 >= len(tokens) or tokens[start].text not in words.joiner:
        return None
    reading = _counted_parts(tokens, start + 1, words)
    if reading is None or not isinstance(reading.tree, Quotient):
        return None
    numerator, denominator = reading.tree.numerator, reading.tree.denominator
    if not (isinstance(numerator, Number) and isinstance(denominator, Number)):
        return None
    return (numerator, denominator), reading.end


def _counts_something(tokens: Sequence[Token], index: int, words: NumberWords) -> bool:
    return index < len(tokens) and tokens[index].text in words.counted


def _ordinal(tokens: Sequence[Token], start: int, words: NumberWords) -> Reading | None:
    first = tokens[start]
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    if first.text in words.ordinal:
        return Reading(Kind.ORDINAL, Number(str(words.ordinal[first.text])), start + 1)
    if following is None:
        return None
    if first.text.isdigit() and following.glued and following.text in words.ordinal_suffix:
        return Reading(Kind.ORDINAL, Number(first.text), start + 2)
    tens = words.value.get(first.text, 0)
    if tens >= 20 and tens % 10 == 0 and 1 <= words.ordinal.get(following.text, 0) <= 9:
        return Reading(Kind.ORDINAL, Number(str(tens + words.ordinal[following.text])), start + 2)
    return None
