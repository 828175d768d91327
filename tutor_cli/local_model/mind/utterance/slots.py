"""What an utterance gives beside its words: numbers, places ("x = 3"), points, formulas, what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.utterance.words import Token, is_english, language_of, tokens
from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import SpokenSpan, find_spans, with_digits

_NUMBER = r"(?:-\s?|\bminus |\bnegative )?(?:\d+(?:\.\d+)?(?:/\d+)?)"
_POINT = re.compile(rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)", re.IGNORECASE)
_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (r"\b(?:the )?origin\b|(?:मूल बिंदु|mool bindu)", "(0, 0)"),
        (
            r"\bd ?(?:2|\^2|square) ?y ?(?:/|by|over) ?d ?x ?(?:2|\^2|square)|\bf ?''(?: ?\(x\))?|\by ?''",
            "second derivative",
        ),
        (r"\bd ?y ?(?:/|by|over) ?d ?x\b|\bf ?'(?: ?\(x\))?|\by ?'", "derivative"),
    )
)
_WRITTEN = re.compile(r"\[\[.{1,80}?\]\]|\\begin\{[a-z]*matrix\}.{1,200}?\\end\{[a-z]*matrix\}")
_PI = re.compile(r"(?P<times>-?\d*)\s?(?:pi\b|π)(?:\s?(?:/|by|over)\s?(?P<over>\d+))?", re.IGNORECASE)
# Characters that stand for what is taken out before numbers are read.
_MASK = "".join(map(chr, range(0xE000, 0xE010)))
# What makes a number the place of something, and stands as a word of its own: "20th", "20va".
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|va|vaan|vin|वाँ|वां|वीं|वें)(?!\w)", re.IGNORECASE)
_NTH = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PLAIN = re.compile(_NUMBER, re.IGNORECASE)
_PRODUCT = re.compile(r"\b[xyz]{2}\b")
# Letters of matrices with what joins them: "A + B", "AB", "A squared", "2A - B"; and names of functions.
_MATRICES = re.compile(r"(?<![A-Za-z\d])\d?[A-Z](?:\^2| ?squared)?(?:\s?[-+*]?\s?\d?[A-Z](?:\^2)?){0,3}(?![A-Za-z\d])")
_MATRIX = re.compile(r"[A-Z]")
_FUNCTION = re.compile(r"(?<![A-Za-z])(?P<name>[fgh])(?:\s?\(\s?[a-z]\s?\))?(?![A-Za-z(])")
# A call of a function, "f(-2)", "f(g(x))", but for the function itself, "f(x)".
_ARGUMENT = r"\s?\((?P<argument>[^()]{1,20}|[^()]{0,10}\([^()]{1,20}\)[^()]{0,10})\)"
_CALLED = re.compile(rf"(?P<name>[fgh]){_ARGUMENT}")
_CALL = re.compile(rf"(?<![A-Za-z])(?![fgh]\s?\(\s?[a-z]\s?\)){_CALLED.pattern}")
_OF_FUNCTIONS = re.compile(rf"{_FUNCTION.pattern}(?:\s?[-+*/]\s?{_FUNCTION.pattern.replace('?P<name>', '')})+")
# Numbers that count nothing or stand for no place: "which one", "the two roots", "when is it zero".
_COUNTS_NOTHING = re.compile(
    r"\b(?:one(?=[ -](?:to[ -])?one\b)|ones?|the two|these two|those two|two(?= (?:roots|lines|points|numbers))"
    r"|(?<!at )(?<!equals )(?<!from )(?<!and )(?<!to )zero)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"\b(one|two|zero)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an utterance, `text` as the solver reads it, `said` as it was said.

    `kind` is n (a number), at (a place, "x = 3"), point, f (a formula), equation, call, written (a matrix) or named;
    `named` says of which kind of thing a name is, a matrix or a function.
    """

    kind: str
    text: str
    start: int
    end: int
    said: str = ""
    named: str = ""


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


def taken_apart(text: str, named: Mapping[str, str]) -> Said:
    """Return the words of an utterance and what it gives; `named` are the formulas that letters stand for."""
    masked, slots = _masked(_written_out(text), named)
    plain = _in_digits(masked)
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
    return text.strip(" ?.!,।")


def _masked(text: str, named: Mapping[str, str]) -> tuple[str, list[Slot]]:
    """Return the text with one character for each thing whose digits are not to be read alone, and the things."""
    found: list[Slot] = []
    for slot in (*_matrices(text), *_calls(text, named), *_points(text), *_named(text, named)):
        if len(found) < len(_MASK) and not any(slot.start < other.end and other.start < slot.end for other in found):
            found.append(slot)
    for index, slot in sorted(enumerate(found), key=lambda item: -item[1].start):
        text = text[: slot.start] + _MASK[index] + text[slot.end :]
    return text, found


def sound_key(word: str) -> str:
    """Return the key of what a Hindi word sounds like."""
    return f"~{Token(word, 0, 0).sound}"


def _word(token: Token, *, hindi: bool) -> Word:
    by_sound = hindi and not is_english(token)
    return Word(
        token.plain, frozenset((token.plain, sound_key(token.plain)) if by_sound else (token.plain,)), token.end
    )


def _in_digits(text: str) -> str:
    """Return the text with its numbers in digits, but for words that count nothing."""
    kept = _COUNTS_NOTHING.sub(lambda found: _NUMBER_WORD.sub(r"w\1", found.group()), text)
    return re.sub(r"\bw(?=one|two|zero)", "", with_digits(kept))


def _matrices(text: str) -> Iterator[Slot]:
    for found in _WRITTEN.finditer(text):
        yield Slot("written", found.group(), *found.span(), found.group(), "matrix")


def _points(text: str) -> Iterator[Slot]:
    for found in _POINT.finditer(text):
        yield Slot("point", _signed(found.group()), *found.span(), found.group())


def _calls(text: str, named: Mapping[str, str]) -> Iterator[Slot]:
    """Yield the functions that are called, "f(-2)" or "f(g(1))", as the problem that poses."""
    for found in _CALL.finditer(text):
        letter, _, body = named.get(found["name"], "").partition("|")
        argument = _called(_signed(found["argument"]), named)
        if body and argument:
            value = f"value of {body} at {letter} = {argument}"
            put_in = value if not re.search("[a-z]", argument) else expression_at(body, letter, argument)
            yield Slot("call", put_in, *found.span(), found.group())


def _called(text: str, named: Mapping[str, str]) -> str:
    """Return what an argument stands for: a call of another function, or what it is."""
    found = _CALLED.fullmatch(text.strip())
    if found is None:
        return text
    letter, _, body = named.get(found["name"], "").partition("|")
    return expression_at(body, letter, _signed(found["argument"])) if body else ""


def _named(text: str, named: Mapping[str, str]) -> Iterator[Slot]:
    for found in _MATRICES.finditer(text):
        letters = set(_MATRIX.findall(found.group()))
        if letters <= named.keys() and all(named[letter].startswith(("[", "\\begin")) for letter in letters):
            yield Slot("named", _put_in(found.group(), named), *found.span(), found.group(), "matrix")
    for found in _OF_FUNCTIONS.finditer(text):
        put_in = _FUNCTION.sub(lambda name: f"({named.get(name['name'], '|').partition('|')[2]})", found.group())
        if "()" not in put_in:
            yield Slot("call", f"simplify {put_in}", *found.span(), found.group())
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
        case Relation((Symbol(), value), ("=" | "to",)) if not _has_letters(value):
            return Slot("at", to_latex(value), span.start, span.end, said)
        case Relation():
            return Slot("equation", span.latex, span.start, span.end, said)
        case tree if _has_letters(tree):
            return Slot("f", span.latex, span.start, span.end, said)
    return Slot("n", span.latex, span.start, span.end, said)


def _has_letters(tree: Expr) -> bool:
    return any(isinstance(node, Symbol) and node.name not in ("pi", "e") for node in tree.walk())


def _numbers(text: str) -> Iterator[Slot]:
    for found in _PI.finditer(text):
        over = f"/{found['over']}" if found["over"] else ""
        yield Slot("n", rf"{found['times']}\pi{over}", *found.span(), found.group())
    for found in _NTH.finditer(text):
        yield Slot("n", found[1], *found.span(), found[1])
    for found in _PLAIN.finditer(text):
        yield Slot("n", _signed(found.group()), *found.span(), found.group())


def _signed(text: str) -> str:
    return re.sub(r"(?:minus|negative)\s+|-\s+", "-", text, flags=re.IGNORECASE)
