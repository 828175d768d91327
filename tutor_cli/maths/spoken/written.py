"""What plain text writes like maths and is none: prices, dates, ranges, sizes, codes, file names, marks of markup.

Speech has no such signs, but those who type and those who write transcripts do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tutor_cli.maths.spoken.lexeme import Kind, Lexeme

_OPENING = frozenset("([{\"'“‘«")
_CLOSING = frozenset(")]}\"'”’»,;:!?…।—")
_PARTING = frozenset(",;!?…।—")
_DASHES = frozenset({"-", "–"})
_ORDERS = frozenset({"<", ">"})
_JOINERS = _DASHES | _ORDERS | {"/", ":"}
_OPERANDS = frozenset({Kind.SYMBOL, Kind.NUMBER, Kind.FRACTION, Kind.POSTFIX, Kind.OPEN, Kind.CLOSE})
_LISTED = _OPERANDS | {Kind.SET_NAME, Kind.PAUSE, Kind.COMMA}
_COUNTS = frozenset({Kind.NUMBER, Kind.FRACTION, Kind.POSTFIX})
_SIGNS = frozenset({Kind.PLUS, Kind.MINUS, Kind.DIVIDED, Kind.TIMES})
_ENDS = frozenset({Kind.SYMBOL, Kind.NUMBER, Kind.FRACTION, Kind.POSTFIX, Kind.CLOSE, Kind.POWER})
_LONGEST_COUNT = 9
# 0x40, 10_000, zh_TW
_CERTAIN_CODES = ("0an", "0aa", "n_n", "aa_a", "aa_A", "AA_A", "AA_a")
# What makes 4AC a product of letters where it might be a unit.
_CALCULATES = frozenset({Kind.POWER, Kind.TO_THE, Kind.FUNCTION, Kind.ROOT, Kind.TIMES, Kind.RELATION, Kind.PLUS})


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether words from `start` to `end` are whole words of the text, and no part of a price, a name or a tag."""
    return _free_before(text[max(0, start - 2) : start]) and _free_after(text[end : end + 2])


def _free_before(before: str) -> bool:
    if not before or before[-1].isspace():
        return True
    outer = before[0] if len(before) > 1 else " "
    if before[-1] == ":":
        return not outer.isdigit()
    if before[-1] == ".":
        return outer == "."
    return before[-1] in _PARTING or (before[-1] in _OPENING and not outer.isalnum())


def _free_after(after: str) -> bool:
    if not after or after[0].isspace():
        return True
    goes_on = len(after) > 1 and after[1].isalnum()
    return after[0] in _CLOSING or (after[0] == "." and not goes_on) or (after[0] in _DASHES and after[1:].isalpha())


def is_written_together(lexemes: Sequence[Lexeme]) -> bool:
    """Whether all there is is V-2, 20-30, 11/70 or B1:B10: names, ranges and codes are written so, too."""
    joined = all(_is_glued(before, after) for before, after in pairwise(lexemes))
    return joined and all(_is_one_of(lexeme, _OPERANDS) or lexeme.words in _JOINERS for lexeme in lexemes)


def is_range(lexemes: Sequence[Lexeme]) -> bool:
    """Whether only dashes, slashes and colons stand between numbers, units and capitals: (0 - 9), 180 C / 350 F."""
    return all(
        _is_one_of(lexeme, _LISTED) or (lexeme.words in _JOINERS and _joins_range(lexemes, place))
        for place, lexeme in enumerate(lexemes)
    )


def _is_one_of(lexeme: Lexeme, kinds: frozenset[Kind]) -> bool:
    """Whether a lexeme is of one of these kinds; a factorial is no unit."""
    return lexeme.kind in kinds and lexeme.value != "!"


def _joins_range(lexemes: Sequence[Lexeme], place: int) -> bool:
    if place in (0, len(lexemes) - 1):
        return place == 0
    before, sign, after = lexemes[place - 1 : place + 2]
    if _is_glued(before, sign) and _is_glued(sign, after) and before.kind is after.kind is Kind.SYMBOL:
        return True
    counts = () if sign.words in _ORDERS else _COUNTS
    return all(lexeme.kind in counts or lexeme.value.isupper() for lexeme in (before, after))


def is_reference(lexemes: Sequence[Lexeme]) -> bool:
    """Whether a range is certainly none to subtract: 2011-06-08, 20-30, 555-0100, 9:00 - 17:00, pages in brackets."""
    numbers = [lexeme.words for lexeme in lexemes if lexeme.kind is Kind.NUMBER]
    signs = {lexeme.words for lexeme in lexemes if lexeme.words in _JOINERS}
    whole = [int(digits) for digits in numbers if digits.isdecimal() and len(digits) <= _LONGEST_COUNT]
    padded = any(len(digits) > 1 and digits[0] == "0" and digits.isdecimal() for digits in numbers)
    rises = len(whole) == 2 and whole[0] < whole[1] and signs <= _DASHES
    in_brackets = lexemes[0].kind is Kind.OPEN and lexemes[-1].kind is Kind.CLOSE
    several = len(numbers) > 2 and (len(signs) > 1 or is_written_together(lexemes))
    return padded or rises or in_brackets or several


def is_lopsided(lexemes: Sequence[Lexeme]) -> bool:
    """Whether a sign between operands has a space on one side only, as in "A- (3.7)", "-x 3 -y 4", "18+ 2"."""
    return any(
        sign.kind in _SIGNS and not sign.words[0].isalnum() and before.kind in _ENDS
        and _is_glued(before, sign) is not _is_glued(sign, after)
        for before, sign, after in zip(lexemes, lexemes[1:], lexemes[2:], strict=False)
    )  # fmt: skip


def is_size(lexemes: Sequence[Lexeme]) -> bool:
    """Whether all there is is numbers with an x between them, and units: 2 x 400g, 4m x 3m."""
    plain = all(lexeme.kind in (Kind.NUMBER, Kind.SYMBOL) for lexeme in lexemes)
    within = lexemes[1:-1]
    return plain and lexemes[0].kind is Kind.NUMBER and any(
        lexeme.words == "x" and after.kind is Kind.NUMBER
        for lexeme, after in zip(within, lexemes[2:], strict=False)
    )  # fmt: skip


def is_code(lexemes: Sequence[Lexeme]) -> bool:
    """Whether digits stand against two capitals or a letter between digits, as in HP48, 1KB, 0x40, 19x19, or zh_TW."""
    shape = "".join(_shape(before, after) for before, after in pairwise([*lexemes, lexemes[-1]]))
    if any(code in shape for code in _CERTAIN_CODES):
        return True
    calculates = any(lexeme.kind in _CALCULATES for lexeme in lexemes)
    return not calculates and any(code in shape for code in ("nAA", "AAn", "nan", "nAn"))


def _shape(lexeme: Lexeme, after: Lexeme) -> str:
    """Return 0 or n for a number, a or A for a letter, a space behind it where the next does not follow at once."""
    sign = "_" if lexeme.words == "_" else "."
    if lexeme.kind is Kind.NUMBER and lexeme.words.isdigit():
        sign = "0" if lexeme.words == "0" else "n"
    if lexeme.kind is Kind.SYMBOL and len(lexeme.words) == 1:
        sign = "A" if lexeme.value.isupper() else "a"
    return sign if _is_glued(lexeme, after) else f"{sign} "


def _is_glued(before: Lexeme, after: Lexeme) -> bool:
    return before.end == after.start
