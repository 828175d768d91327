r"""Maths found in running text by its delimiters: `$...$`, `\(...\)`, `$$...$$`, `\[...\]`.

Built for text that arrives in pieces: what is found in a piece of text is still found, unchanged, when more text
follows, so nothing on the screen flickers. A formula that is not yet closed stays ordinary text until it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tutor_cli.maths.parse.names import COMMANDS, TYPED_WORDS

LONGEST_FORMULA = 4000
"""The most characters a formula in a text may have; a delimiter that is not closed within them is ordinary text."""

# Opening delimiter -> closing delimiter; the longer of two that begin alike comes first.
_CLOSING = {"$$": "$$", "$": "$", r"\[": r"\]", r"\(": r"\)"}
_INLINE = frozenset({"$", r"\("})
_ORDINARY_TEXT = re.compile(r"[\w\s.,;:!?'’\"।\u0900-\u097f-]*")
_WORD = re.compile(r"[^\W\d_]{3,}|[\u0900-\u097f]+")
_MARK = re.compile(r"[$\\]")
_NOT_A_FORMULA = -1
_STILL_OPEN = -2


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words, or a formula without its delimiters; `display` formulas ask for a block of their own."""

    kind: Literal["words", "inline", "display"]
    text: str


def split(text: str, final: bool = True) -> list[Span]:
    r"""Return the spans of a text in order; `final` says that no more text will follow.

    A `$` opens a formula only before, and closes one only after, something that is not a space, and does not close
    one before a digit, so that prices stay prices; `\$` is a dollar sign. No formula reaches over an empty line.
    """
    spans: list[Span] = []
    words: list[str] = []
    for piece in _pieces(text, final):
        if isinstance(piece, str):
            words.append(piece)
            continue
        spans += _as_words(words)
        words.clear()
        spans.append(piece)
    return spans + _as_words(words)


def open_from(text: str) -> int:
    """Return where a formula begins that is still open at the end of arriving text, or the text's length."""
    tail = next((piece for piece in _pieces(text, final=False) if isinstance(piece, _Open)), "")
    return len(text) - len(tail)


def formula_alone(source: str) -> str | None:
    """Return the formula that is all there is, without delimiters; None where words stand beside it or alone."""
    spans = split(source)
    if len(spans) == 1 and spans[0].kind != "words":
        return spans[0].text
    has_formulas = any(span.kind != "words" for span in spans)
    return None if has_formulas or _is_prose(source) else source


def _is_prose(source: str) -> bool:
    """Whether a text holds words of a language and no sign of maths."""
    if " " not in source.strip() or not _ORDINARY_TEXT.fullmatch(source):
        return False
    return any(word not in COMMANDS and word not in TYPED_WORDS for word in _WORD.findall(source))


class _Open(str):
    """Words at the end of arriving text that may yet become a formula."""

    __slots__ = ()


def _as_words(pieces: list[str]) -> list[Span]:
    text = "".join(pieces)
    return [Span("words", text)] if text else []


def _pieces(text: str, final: bool) -> Iterator[str | Span]:
    """Yield words as they come and formulas as spans."""
    position = 0
    while position < len(text):
        found = _MARK.search(text, position)
        mark = found.start() if found else len(text)
        yield text[position:mark]
        if text.startswith(r"\$", mark):
            yield "$"
            position = mark + 2
            continue
        opening = next((opening for opening in _CLOSING if text.startswith(opening, mark)), text[mark : mark + 1])
        start = mark + len(opening)
        end = _end_of_formula(text, start, opening, final)
        if end == _STILL_OPEN and not final:
            yield _Open(text[mark:])
            return
        if end < 0:
            yield opening
            position = start
            continue
        yield Span("inline" if opening in _INLINE else "display", text[start:end].strip())
        position = end + len(_CLOSING[opening])


def _end_of_formula(text: str, start: int, opening: str, final: bool) -> int:
    """Return where the closing delimiter stands, or why there is none."""
    if opening not in _CLOSING:
        return _STILL_OPEN if opening == "\\" and start == len(text) else _NOT_A_FORMULA
    end = (
        _closing_dollar(text, start) if opening == "$" else text.find(_CLOSING[opening], start, start + LONGEST_FORMULA)
    )
    content = text[start : end if end >= 0 else start + LONGEST_FORMULA]
    if "\n\n" in content or (end < 0 and len(content) == LONGEST_FORMULA):
        return _NOT_A_FORMULA
    if opening == "$" and (content[:1].isspace() or (end >= 0 and not _may_close(text, end))):
        return _NOT_A_FORMULA
    if end < 0 or (opening == "$" and end + 1 == len(text) and not final):
        return _STILL_OPEN
    return end if content.strip() else _NOT_A_FORMULA


def _may_close(text: str, end: int) -> bool:
    """Whether the dollar sign at `end` can close a formula."""
    return not text[end - 1].isspace() and not text[end + 1 : end + 2].isdecimal()


def _closing_dollar(text: str, start: int) -> int:
    """Return where the next dollar sign stands that is not written with a backslash, or -1."""
    limit = start + LONGEST_FORMULA
    end = text.find("$", start, limit)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("$", end + 1, limit)
    return end
