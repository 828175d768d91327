"""What an utterance gives beside its words: numbers, places ("x = 3"), points, formulas, what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor_cli.local_model.mind.words import Token, tokens
from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.spoken import SpokenSpan, find_spans, with_digits

_NUMBER = r"(?:-\s?|\bminus |\bnegative )?(?:\d+(?:\.\d+)?(?:/\d+)?)"
_POINT = re.compile(rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)", re.IGNORECASE)
_NTH = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PLAIN = re.compile(_NUMBER, re.IGNORECASE)
_PRODUCT = re.compile(r"\b[xyz]{2}\b")
# Letters of matrices with what joins them: "A + B", "AB", "A squared", "2A - B"; and names of functions.
_MATRICES = re.compile(r"(?<![A-Za-z\d])\d?[A-Z](?:\^2| ?squared)?(?:\s?[-+*]?\s?\d?[A-Z](?:\^2)?){0,3}(?![A-Za-z\d])")
_MATRIX = re.compile(r"[A-Z]")
_FUNCTION = re.compile(r"(?<![A-Za-z])(?P<name>[fgh])(?:\s?\(\s?[a-z]\s?\))?(?![A-Za-z(])")
# "One" and "two" that count nothing: "which one", "the two roots".
_COUNTS_NOTHING = re.compile(
    r"\b(?:ones?|the two|these two|those two|two(?= (?:roots|lines|points|numbers)))\b", re.IGNORECASE
)
_NAMES = {"one": "wone", "two": "wtwo"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an utterance: `kind` is n, at, point, f or named, `text` as the solver reads it, `said` as it was said.

    `named` says of which kind of thing a name is, a matrix or a function.
    """

    kind: str
    text: str
    start: int
    end: int
    said: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance apart: its words in order, and what it gives in order."""

    words: tuple[Token, ...]
    slots: tuple[Slot, ...]

    def before(self, slot: Slot) -> str:
        """Return the word before what is given."""
        return next((word.plain for word in reversed(self.words) if word.end <= slot.start), "")


def taken_apart(text: str, named: Mapping[str, str]) -> Said:
    """Return the words of an utterance and what it gives; `named` are the formulas that letters stand for."""
    plain = _in_digits(text)
    slots: list[Slot] = []
    for slot in (*_points(plain), *_named(plain, named), *_formulas(plain), *_numbers(plain)):
        if not any(slot.start < other.end and other.start < slot.end for other in slots):
            slots.append(slot)
    slots.sort(key=lambda slot: slot.start)
    words = [word for word in tokens(plain) if not any(slot.start <= word.start < slot.end for slot in slots)]
    return Said(tuple(words), tuple(slots))


def _in_digits(text: str) -> str:
    """Return the text with its numbers in digits, but for words that count nothing."""
    kept = _COUNTS_NOTHING.sub(
        lambda found: re.sub("one|two", lambda word: _NAMES[word.group().lower()], found.group(), flags=re.IGNORECASE),
        text,
    )
    return re.sub(r"\bw(?=one|two)", "", with_digits(kept))


def _points(text: str) -> Iterator[Slot]:
    for found in _POINT.finditer(text):
        yield Slot("point", _signed(found.group()), *found.span(), found.group())


def _named(text: str, named: Mapping[str, str]) -> Iterator[Slot]:
    for found in _MATRICES.finditer(text):
        letters = set(_MATRIX.findall(found.group()))
        if letters <= named.keys() and all(named[letter].startswith(("[", "\\begin")) for letter in letters):
            yield Slot("named", _put_in(found.group(), named), *found.span(), found.group(), "matrix")
    for found in _FUNCTION.finditer(text):
        _, known, body = named.get(found["name"], "").partition("|")
        if known:
            yield Slot("named", body, *found.span(), found.group(), "function")


def _put_in(formula: str, named: Mapping[str, str]) -> str:
    """Return a formula in letters with what they stand for, side by side as a product."""
    joined = re.sub(r"(?<=[A-Z2]) ?(?=\d?[A-Z])", "*", re.sub(r" ?squared", "^2", formula))
    return _MATRIX.sub(lambda found: f"({named[found.group()]})", joined)


def _formulas(text: str) -> Iterator[Slot]:
    for span in find_spans(text):
        yield _formula(span, text)
    for found in _PRODUCT.finditer(text):
        yield Slot("f", " ".join(found.group()), *found.span(), found.group())


def _formula(span: SpokenSpan, text: str) -> Slot:
    said = text[span.start : span.end]
    match span.expr:
        case Relation((Symbol(), value), ("=",)) if not _has_letters(value):
            return Slot("at", span.latex.partition("=")[2].strip(), span.start, span.end, said)
        case tree if _has_letters(tree):
            return Slot("f", span.latex, span.start, span.end, said)
    return Slot("n", span.latex, span.start, span.end, said)


def _has_letters(tree: Expr) -> bool:
    return any(isinstance(node, Symbol) and node.name not in ("pi", "e") for node in tree.walk())


def _numbers(text: str) -> Iterator[Slot]:
    for found in _NTH.finditer(text):
        yield Slot("n", found[1], *found.span(), found[1])
    for found in _PLAIN.finditer(text):
        yield Slot("n", _signed(found.group()), *found.span(), found.group())


def _signed(text: str) -> str:
    return re.sub(r"(?:minus|negative)\s+|-\s+", "-", text, flags=re.IGNORECASE)
