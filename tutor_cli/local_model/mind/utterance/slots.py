"""What an utterance gives beside its words: numbers, places ("x = 3"), points, formulas, what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from types import MappingProxyType

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.utterance.words import Token, is_english, language_of, tokens
from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.recipes.hindi import in_english_words
from tutor_cli.maths.solve.stories.measures import unit_named
from tutor_cli.maths.sounds import sound
from tutor_cli.maths.spoken import SpokenSpan, find_spans, with_digits

_NUMBER = r"(?:-\s?|\bminus |\bnegative )?(?:\d+(?:\.\d+)?(?:/\d+)?)"
_POINT = re.compile(rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)", re.IGNORECASE)
# Which year is meant: an ordinal in words, as digits.
_YEARS = ((r"first|pehle|पहले", "1st"), (r"second|d[ou]+sre|दूसरे", "2nd"), (r"third|t[ei]+sre|तीसरे", "3rd"))
_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        (r"\b(?:the )?origin\b|(?:मूल बिंदु|mool bindu)", "(0, 0)"),
        (
            r"\bd ?(?:2|\^2|square) ?y ?(?:/|by|over) ?d ?x ?(?:2|\^2|square)|\bf ?''(?: ?\(x\))?|\by ?''",
            "second derivative",
        ),
        *((rf"(?<!\w)(?:{said})(?= (?:year|saal|varsh|साल|वर्ष))", number) for said, number in _YEARS),
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
_RATIO = re.compile(r"\b(?P<ratio>sin|cos|tan|cot|sec|cosec) (?P<angle>[A-Z]|theta|alpha|beta)\b(?!\s?=)")
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
# "batao na" asks kindly; elsewhere it is "not".
_KINDLY = re.compile(r"\s(?:na|naa|ना)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_LETTERS = r"[a-z\u0900-\u0963]"
_UNIT = rf"(?:(?:square|cubic|varg|ghan|वर्ग|घन) )?{_LETTERS}+(?:/{_LETTERS}+|(?: per | prati | प्रति ){_LETTERS}+)?"
_IN_UNIT = re.compile(
    rf"\b(?:in|into|to|how many) (?P<unit>{_UNIT})(?![/\w])"
    rf"|(?<!{_LETTERS})(?P<hi_unit>{_UNIT}) (?:me|mein|main|mai|में)(?!{_LETTERS})",
    re.IGNORECASE,
)
# Single letters and short words are units only in problems.
_NO_UNITS = frozenset(("a", "m", "s", "h", "l", "g", "min", "x", "y"))
# Numbers that count nothing or stand for no place: "which one", "the two roots", "when is it zero".
_COUNTS_NOTHING = re.compile(
    r"\b(?:one(?=[ -](?:to[ -])?one\b)|ones?|the two|these two|those two|two(?= (?:roots|lines|points|numbers))"
    r"|ek(?= (?:aur|[a-z]+ (?:chun|nikal)))"
    r"|(?<!at )(?<!equals )(?<!from )(?<!and )(?<!to )zero)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"\b(one|two|zero|ek)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an utterance, `text` as the solver reads it, `said` as it was said.

    `kind` is n (a number), at (a place, "x = 3"), point, f (a formula), equation, call, written (a matrix), named,
    who (one of those who share something), colour or unit; `named` says of which kind of thing a name is.
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


def taken_apart(text: str, named: Mapping[str, str], owners: Mapping[str, str] = MappingProxyType({})) -> Said:
    """Return the words of an utterance and what it gives.

    `named` are the formulas that letters stand for, `owners` what each has of those who share something.
    """
    masked, slots = _masked(_written_out(text), named, owners)
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
    return _KINDLY.sub("", text.strip(" ?.!,।"))


def _masked(text: str, named: Mapping[str, str], owners: Mapping[str, str]) -> tuple[str, list[Slot]]:
    """Return the text with one character for each thing whose digits are not to be read alone, and the things."""
    found: list[Slot] = []
    parts = (_matrices(text), _calls(text, named), _points(text), _owners(text, owners), _colours(text))
    parts = (*parts, _named(text, named), _units(text))
    for slot in chain(*parts):
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
    return re.sub(r"\bw(?=one|two|zero|ek\b)", "", with_digits(kept))


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


def _owners(text: str, owners: Mapping[str, str]) -> Iterator[Slot]:
    """Yield those who share something where the text names them, in either script; letters as they are written."""
    if not owners:
        return
    for word in tokens(text):
        bare = _POSSESSIVE.sub("", text[word.start : word.end])
        same = (name for name in owners if (name == bare if len(name) == 1 else Token(name.casefold(), 0, 0).sound == sound(bare.casefold())))
        if name := next(same, ""):
            yield Slot("who", owners[name], word.start, word.end, name)


def _colours(text: str) -> Iterator[Slot]:
    for word in tokens(text):
        if colour := _colour_names().get(word.plain) or _colour_names().get(f"~{word.sound}"):
            yield Slot("colour", colour, word.start, word.end, text[word.start : word.end])


@cache
def _colour_names() -> dict[str, str]:
    """Return the colours by their English names and by the sounds of the Hindi ones."""
    table: dict[str, list[str]] = load("askable")["colours"]
    hindi = {sound_key(name): colour for colour, names in table.items() for name in names}
    return hindi | {colour: colour for colour in table}


def _units(text: str) -> Iterator[Slot]:
    """Yield the units in which an answer is wanted: "in litres", "लीटर में"."""
    for found in _IN_UNIT.finditer(text):
        said = found["unit"] or found["hi_unit"]
        english = in_english_words(f"{said} me").removesuffix(" me").replace("cube", "cubic")
        unit = unit_named(said) or unit_named(english.strip())
        if unit and said.casefold() not in _NO_UNITS:
            yield Slot("unit", unit, *found.span(), said)


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
