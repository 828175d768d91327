"""What an utterance names: matrices and functions by their letters, owners of shares, colours, units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.substitution import expression_at
from tutor_cli.local_model.mind.utterance.keys import sound_key
from tutor_cli.local_model.mind.utterance.words import Token, tokens
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.stories.measures import unit_named
from tutor_cli.maths.sounds import sound

_WRITTEN = re.compile(r"\[\[.{1,80}?\]\]|\\begin\{[a-z]*matrix\}.{1,200}?\\end\{[a-z]*matrix\}")
# Letters of matrices with what joins them: "A + B", "AB", "A squared", "2A - B"; and names of functions.
_TURNED = r" (?:ka |का )?(?:transpose|parivart|परिवर्त)"
_JOINT = r"(?: ?(?:[-+*]|\bplus|\bminus|\btimes) ?| )"
_MATRICES = re.compile(
    rf"(?<![A-Za-z\d])(?:(?P<last>[A-Z]){_JOINT}(?P=last){_TURNED}|(?P<first>[A-Z]){_TURNED}{_JOINT}(?P=first)"
    r"|[A-Z] ?(?:[-+]|\bplus|\bminus) ?[A-Z] transpose"
    r"|\d?[A-Z](?:\^2| ?squared)?(?:\s?(?:[-+*]|plus|minus|times|guna|गुणा)?\s?\d?[A-Z](?:\^2)?){0,3})(?![A-Za-z\d])"
)
# How what is said in a formula of matrices is written; side by side they are a product.
_MATRIX_SIGNS = (
    (_TURNED, "^T"), (r" ?squared", "^2"), (" ?plus ?", "+"), (" ?minus ?", "-"), (" ?(?:times|guna|गुणा) ?", "*"),
    (r"(?<=[A-Z2T]) ?(?=\d?[A-Z])(?<!\^)", "*"),
)  # fmt: skip
_MATRIX = re.compile(r"(?<!\^)[A-Z]")
# A letter that may be a point or a vector; "a" is one only where no article can stand.
_LETTER = re.compile(
    r"(?<![A-Za-z\\])(?:(?P<name>[B-Zb-z])(?![A-Za-z(]|['’][a-z])"
    r"|(?<=of |to |or )(?P<of>[Aa])(?=\W*$| (?:and|aur|or|to)\b)"
    r"|(?<=rom |tor |and |aur |int )(?P<from>[Aa])(?![A-Za-z])"
    r"|(?P<ka>[Aa])(?= (?:k[aio]|ke|se|aur|and|dot|का|की|के|को|से)(?!\w)))"
)
_VECTOR = re.compile(r"[-+ \dijk]*[ijk]")
_FUNCTION = re.compile(r"(?<![A-Za-z])(?P<name>[fgh])(?:\s?\(\s?[a-z]\s?\))?(?![A-Za-z(])")
# A call of a function, "f(-2)", "f(g(x))", but for the function itself, "f(x)".
_ARGUMENT = r"\s?\((?P<argument>[^()]{1,20}|[^()]{0,10}\([^()]{1,20}\)[^()]{0,10})\)"
_CALLED = re.compile(rf"(?P<name>[fgh]){_ARGUMENT}")
_CALL = re.compile(rf"(?<![A-Za-z])(?![fgh]\s?\(\s?[a-z]\s?\)){_CALLED.pattern}")
# "f(x) = 11", "f(x) = g(x)": what the letter has to be is asked; "gof" is one function put into another.
_SET_EQUAL = re.compile(
    r"(?<![A-Za-z])(?P<name>[fgh])\s?\(\s?[a-z]\s?\)\s?(?:=|is equal to|equals)\s?"
    r"(?:(?P<value>-?\d+(?:[./]\d+)?)(?!\s?[-+*/^]|\w)|(?P<other>[fgh])\s?\(\s?[a-z]\s?\))"
)
_COMPOSED = re.compile(r"(?<![A-Za-z])(?P<outer>[fgh]) ?(?:o|∘) ?(?P<inner>[fgh])(?![A-Za-z(])(?:\s?\(\s?[a-z]\s?\))?")
_OF_FUNCTIONS = re.compile(rf"{_FUNCTION.pattern}(?:\s?[-+*/]\s?{_FUNCTION.pattern.replace('?P<name>', '')})+")
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


def names_in(text: str, named: Mapping[str, str], owners: Mapping[str, str]) -> Iterator[Slot]:
    """Yield what a text names; what comes first has its place.

    `named` are the formulas that letters stand for, `owners` what each has of those who share something.
    """
    parts = (
        _matrices(text),
        _calls(text, named),
        _owners(text, owners),
        _colours(text),
        _named(text, named),
        _units(text),
    )
    return chain(*parts)


def _matrices(text: str) -> Iterator[Slot]:
    for found in _WRITTEN.finditer(text):
        yield Slot("written", found.group(), *found.span(), found.group(), "matrix")


def _calls(text: str, named: Mapping[str, str]) -> Iterator[Slot]:
    """Yield the functions that are called, "f(-2)" or "f(g(1))", as the problem that poses, and "f(x) = 11"."""
    yield from _equated(text, named)
    for found in _CALL.finditer(text):
        letter, _, body = named.get(found["name"], "").partition("|")
        argument = _called(signed(found["argument"]), named)
        if body and argument:
            value = f"value of {body} at {letter} = {argument}"
            put_in = value if not re.search("[a-z]", argument) else expression_at(body, letter, argument)
            yield Slot("call", put_in, *found.span(), found.group())


def _equated(text: str, named: Mapping[str, str]) -> Iterator[Slot]:
    """Yield where a function takes a value, and one function put into another, as the problems these pose."""
    body = {name: formula.partition("|")[2] for name, formula in named.items() if "|" in formula}
    for found in _SET_EQUAL.finditer(text):
        value = found["value"] or body.get(found["other"], "")
        if found["name"] in body and value:
            yield Slot("call", f"solve {body[found['name']]} = {value}", *found.span(), found.group())
    for found in _COMPOSED.finditer(text):
        if {found["outer"], found["inner"]} <= body.keys():
            defined = " and ".join(f"{name}(x) = {body[name]}" for name in dict.fromkeys(found.groups()))
            problem = f"{defined}. find {found['outer']}o{found['inner']}(x)"
            yield Slot("call", problem, *found.span(), found.group())


def _called(text: str, named: Mapping[str, str]) -> str:
    """Return what an argument stands for: a call of another function, or what it is."""
    found = _CALLED.fullmatch(text.strip())
    if found is None:
        return text
    letter, _, body = named.get(found["name"], "").partition("|")
    return expression_at(body, letter, signed(found["argument"])) if body else ""


def _owners(text: str, owners: Mapping[str, str]) -> Iterator[Slot]:
    """Yield those who share something where the text names them, in either script; letters as they are written."""
    words = tokens(text) if owners else []
    for name in sorted(owners, key=len, reverse=True):
        parts = name.split()
        for index in range(len(words) - len(parts) + 1):
            run = words[index : index + len(parts)]
            if all(_is_called(text[word.start : word.end], part) for word, part in zip(run, parts, strict=True)):
                yield Slot("who", owners[name], run[0].start, run[-1].end, name)


def _is_called(said: str, name: str) -> bool:
    """Tell whether a word is a name, a plural or genitive of it, or sounds like it."""
    bare = _POSSESSIVE.sub("", said)
    if len(name) == 1:
        return name == bare
    folded, known = bare.casefold(), name.casefold()
    return Token(known, 0, 0).sound == sound(folded) or folded in (f"{known}s", f"{known}es")


def _colours(text: str) -> Iterator[Slot]:
    for word in tokens(text):
        if colour := _colour_names().get(word.plain) or _colour_names().get(sound_key(word.plain)):
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
    for found in _LETTER.finditer(text):
        letter = next(filter(None, found.groups()))
        value = named.get(letter, "")
        kind = "point" if value.startswith("(") else "vector" if _VECTOR.fullmatch(value) else ""
        if kind:
            yield Slot(kind, value, *found.span(), letter, kind)
    for found in _OF_FUNCTIONS.finditer(text):
        put_in = _FUNCTION.sub(lambda name: f"({named.get(name['name'], '|').partition('|')[2]})", found.group())
        if "()" not in put_in:
            yield Slot("call", f"simplify {put_in}", *found.span(), found.group())
    for found in _FUNCTION.finditer(text):
        _, known, body = named.get(found["name"], "").partition("|")
        if known:
            yield Slot("named", body, *found.span(), found.group(), "function")


def _put_in(formula: str, named: Mapping[str, str]) -> str:
    """Return a formula in letters with what they stand for."""
    for said, sign in _MATRIX_SIGNS:
        formula = re.sub(said, sign, formula)
    return _MATRIX.sub(lambda found: f"({named[found.group()]})", formula)


def signed(text: str) -> str:
    """Return a number or point with its minus as a sign."""
    return re.sub(r"(?:minus|negative)\s+|-\s+", "-", text, flags=re.IGNORECASE)
