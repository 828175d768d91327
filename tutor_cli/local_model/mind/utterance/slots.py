"""What an utterance gives beside its words: numbers, places ("x = 3"), points, formulas, what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from tutor_cli.local_model.mind.utterance.keys import keys_of
from tutor_cli.local_model.mind.utterance.naming import Slot, names_in, signed
from tutor_cli.local_model.mind.utterance.words import Token, language_of, tokens
from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import SpokenSpan, find_spans, with_digits

_NUMBER = r"(?:-\s?|\bminus |\bnegative )?(?:\d+(?:\.\d+(?:\\ldots)?)?(?:/\d+)?)"
_POINT = re.compile(rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)", re.IGNORECASE)
# Which year or term is meant: an ordinal in words, as digits.
_ORDINALS = (
    (r"second|d[ou]+sr[ae]|दूसर[ाे]", "2nd"),
    (r"third|t[ei]+sr[ae]|तीसर[ाे]", "3rd"),
    (r"fourth|chauth[ae]|चौथ[ाे]", "4th"),
    (r"fifth|pa+nchv[ae]|पाँचव[ाे]ँ?", "5th"),
    (r"sixth|chhath[ae]|छठ[ाे]", "6th"),
)
_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (r"\b(?:the )?origin\b|(?:मूल बिंदु|mool bindu)", "(0, 0)"),
        (
            r"\bd ?(?:2|\^2|square) ?y ?(?:/|by|over) ?d ?x ?(?:2|\^2|square)|\bf ?''(?: ?\(x\))?|\by ?''",
            "second derivative",
        ),
        (r"(?<!\w)(?:first|pehle|पहले)(?= (?:year|saal|varsh|साल|वर्ष))", "1st"),
        *((rf"(?<!\w)(?:{said})(?= (?:year|term\b|saal|varsh|pad\b|साल|वर्ष|पद))", nth) for said, nth in _ORDINALS),
        (r"\bd ?y ?(?:/|by|over) ?d ?x\b|\bf ?'(?: ?\(x\))?|\by ?'", "derivative"),
    )
)
_PI = re.compile(r"(?P<times>-?\d*)\s?(?:pi\b|π)(?:\s?(?:/|by|over)\s?(?P<over>\d+))?", re.IGNORECASE)
# Characters that stand for what is taken out before numbers are read.
_MASK = "".join(map(chr, range(0xE000, 0xE010)))
# What makes a number the place of something, and stands as a word of its own: "20th", "20va".
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|va|vaan|vin|वाँ|वां|वीं|वें)(?!\w)", re.IGNORECASE)
_NTH = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PLAIN = re.compile(_NUMBER, re.IGNORECASE)
_RATIO = re.compile(r"\b(?P<ratio>sin|cos|tan|cot|sec|cosec) (?P<angle>[A-Z]|theta|alpha|beta)\b(?!\s?=)")
_PRODUCT = re.compile(r"\b[xyz]{2}\b")
# "batao na" asks kindly; elsewhere it is "not".
_KINDLY = re.compile(r"\s(?:na|naa|ना)$", re.IGNORECASE)
# Numbers that count nothing or stand for no place: "which one", "the two roots", "when is it zero".
_COUNTS_NOTHING = re.compile(
    r"\b(?:one(?=[ -](?:to[ -])?one\b)|ones?(?! (?:year|month|day|hour|saal|decimal|place|digit))"
    r"|the two|these two|those two|(?:two|do)(?= (?:roots|lines|points|vectors|angles|(?:[a-z]+ )?numbers"
    r"|(?:consecutive |lagatar )?(?:integers|purnank[a-z]*|sankhya[a-z]*)))|(?<=(?:ek|ke) )saath|(?<=har )ek"
    r"|ek(?= (?:aur|[a-z]+ (?:chun|nikal)))"
    r"|(?<=[a-z] )(?<!aur )(?<!plus )(?<!guna )do(?=\W*$)"
    r"|(?<!at )(?<!equals )(?<!from )(?<!and )(?<!to )zero)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"\b(one|two|zero|ek|do|saath)", re.IGNORECASE)
_TWO_HINDI = re.compile(r"(?<!\S)दो (?=(?:लगातार |क्रमागत )?(?:पूर्ण|संख्या|प्राकृत))")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an utterance, and the keys it is known by: its spelling and, where it may be Hindi, its sound."""

    plain: str
    keys: frozenset[str]
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance apart: its words in order, and what it gives in order."""

    words: tuple[Word, ...]
    slots: tuple[Slot, ...]

    def before(self, slot: Slot) -> str:
        """Return the word before what is given."""
        return next((word.plain for word in reversed(self.words) if word.end <= slot.start), "")


def taken_apart(text: str, named: Mapping[str, str], owners: Mapping[str, str] = MappingProxyType({})) -> Said:
    """Return the words of an utterance and what it gives.

    `named` are the formulas that letters stand for, `owners` what each has of those who share something.
    """
    masked, slots = _masked(_written_out(text), named, owners)
    plain = in_digits(masked)
    slots = [replace(slot, start=(at := plain.index(_MASK[index])), end=at + 1) for index, slot in enumerate(slots)]
    for slot in (*_formulas(plain), *_numbers(plain)):
        if not any(slot.start < other.end and other.start < slot.end for other in slots):
            slots.append(slot)
    slots.sort(key=lambda slot: slot.start)
    hindi = language_of(text) == "hi"
    words = [word for word in tokens(plain) if not any(slot.start <= word.start < slot.end for slot in slots)]
    ordinals = [Word("th", frozenset(("th",)), found.end()) for found in _ORDINAL.finditer(plain)]
    return Said((*(_word(word, hindi=hindi) for word in words), *ordinals), tuple(slots))


def _written_out(text: str) -> str:
    """Return the text with signs for the origin and for derivatives put as what they are."""
    for pattern, meaning in _SIGNS:
        text = pattern.sub(meaning, text)
    return _KINDLY.sub("", text.strip(" ?.!,।"))


def _masked(text: str, named: Mapping[str, str], owners: Mapping[str, str]) -> tuple[str, list[Slot]]:
    """Return the text with one character for each thing whose digits are not to be read alone, and the things."""
    found: list[Slot] = []
    for slot in chain(names_in(text, named, owners), _points(text)):
        if len(found) < len(_MASK) and not any(slot.start < other.end and other.start < slot.end for other in found):
            found.append(slot)
    for index, slot in sorted(enumerate(found), key=lambda item: -item[1].start):
        text = text[: slot.start] + _MASK[index] + text[slot.end :]
    return text, found


def _word(token: Token, *, hindi: bool) -> Word:
    return Word(token.plain, keys_of(token) if hindi else frozenset((token.plain,)), token.end)


def in_digits(text: str) -> str:
    """Return the text with its numbers in digits, but for words that count nothing."""
    text = _TWO_HINDI.sub("", text)
    kept = _COUNTS_NOTHING.sub(lambda found: _NUMBER_WORD.sub(r"w\1", found.group()), text)
    return re.sub(r"\bw(?=one|two|zero|(?:ek|do|saath)\b)", "", with_digits(kept))


def _points(text: str) -> Iterator[Slot]:
    for found in _POINT.finditer(text):
        yield Slot("point", signed(found.group()), *found.span(), found.group())


def _formulas(text: str) -> Iterator[Slot]:
    for span in find_spans(text):
        yield _formula(span, text)
    for found in _RATIO.finditer(text):
        angle = found["angle"] if len(found["angle"]) == 1 else f"\\{found['angle'].lower()}"
        yield Slot("f", f"\\{found['ratio'].lower()} {angle}", *found.span(), found.group())
    for found in _PRODUCT.finditer(text):
        yield Slot("f", " ".join(found.group()), *found.span(), found.group())


def _formula(span: SpokenSpan, text: str) -> Slot:
    said = text[span.start : span.end]
    match span.expr:
        case Relation((Symbol(), value), ("=" | "to",)) if not _has_letters(value):
            return Slot("at", to_latex(value), span.start, span.end, said)
        case Relation():
            return Slot("equation", span.latex, span.start, span.end, said)
        case tree if _has_letters(tree):
            return Slot("f", span.latex, span.start, span.end, said)
    return Slot("n", span.latex, span.start, span.end, said)


def _has_letters(tree: Expr) -> bool:
    return any(isinstance(node, Symbol) and node.name not in ("pi", "e", "ldots") for node in tree.walk())


def _numbers(text: str) -> Iterator[Slot]:
    for found in _PI.finditer(text):
        over = f"/{found['over']}" if found["over"] else ""
        yield Slot("n", rf"{found['times']}\pi{over}", *found.span(), found.group())
    for found in _NTH.finditer(text):
        yield Slot("n", found[1], *found.span(), found[1])
    for found in _PLAIN.finditer(text):
        yield Slot("n", signed(found.group()), *found.span(), found.group())
