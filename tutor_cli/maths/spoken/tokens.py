"""Text cut into words, numbers and signs, each with its place; mixed forms such as `2x`, `x²` and `U-U` come apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

# So that reading takes no time worth waiting for, whatever is sent.
LONGEST_TEXT = 10_000
_LETTER = r"[^\W\d_⁰¹²³⁴-⁹₀-₉]"
_WORD = (
    rf"{_LETTER}(?:{_LETTER}|['’](?={_LETTER})|[\u200c\u200d]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])*"
)
_PATTERN = re.compile(
    r"\$[^$]*\$"  # maths already marked as such is nobody's business
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+\.\d+|\d+|\.\d+"
    rf"|{_WORD}"
    r"|->|=>|<=|>=|!=|--+|[^\s]"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Apostrophes alike; joiners and nukta gone; chandrabindu as bindu: the spellings differ, the words do not.
_SPELLING = {ord("’"): "'", 0x200C: None, 0x200D: None, 0x093C: None, 0x0901: "\u0902"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word (folded to lower case), number or sign; `glued` says that no space stands before it."""

    text: str
    raw: str
    start: int
    end: int
    glued: bool

    @property
    def is_number(self) -> bool:
        """Whether the token is written in digits."""
        return self.text[0].isdigit() or (self.text[0] == "." and len(self.text) > 1)

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.text[0].isalpha()


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a text, in order; the offsets count characters of the text as given.

    What comes behind the first `LONGEST_TEXT` tokens, an hour of speech, is not read.
    """
    tokens = []
    last_end = 0
    for match in islice(_PATTERN.finditer(text), LONGEST_TEXT):
        raw = match.group()
        start, end = match.span()
        text = _folded(raw)
        if text:
            tokens.append(Token(text, raw, start, end, start == last_end and start > 0))
        last_end = end
    return tokens


def _folded(raw: str) -> str:
    if raw[0].isdecimal() or (raw[0] == "." and len(raw) > 1):
        return _ascii_digits(raw)
    if raw[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return "^" + raw.translate(_SUPERSCRIPTS)
    return unicodedata.normalize("NFC", raw.lower()).translate(_SPELLING)


def _ascii_digits(raw: str) -> str:
    digits = "".join(c if c in ".," else str(unicodedata.digit(c)) for c in raw).replace(",", "")
    return "0" + digits if digits.startswith(".") else digits
