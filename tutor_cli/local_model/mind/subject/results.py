"""What was found so far, in order, each with what it is of: what is compared, put together, and claimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.misrules import values
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.worked import Result, Worked, fraction_of
from tutor_cli.local_model.mind.utterance.keys import by_word, sound_key
from tutor_cli.local_model.mind.utterance.words import Token, is_english, tokens
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.stories.units import said

_AND, _OR = r" \text{ and } ", r" \text{ or } "
_NUMBERS = ("value", "expression", "set")
_ASSIGNED = re.compile(r"(?P<letter>[A-Za-z]) = (?P<value>[^=,<>]+)")
# What an answer in a sentence is of: "The mean is $18$.", "माध्य $18$ है।".
_SUBJECT = re.compile(r"(?P<name>[^$.,]*?)(?: (?:is|are))? \$[^$]*\$(?! and )[^$]*(?:\$[^$]*\$ degrees)?\.?।?$")
_COMPARED = re.compile(r"(?P<one>.+?) (?:<|>|\\lt|\\gt) (?P<other>.+)")
_OPERATION = re.compile(r" \+ | - |\\times|\\cdot")
_OPERATIONS = {" + ": "sum", " - ": "difference"}
_LETTERS = re.compile(r"\b[A-Z](?:, [A-Z])+,? (?:and|aur|और) [A-Z]\b")
_CAPITAL = re.compile(r"\b[A-Z]\b")
_LONGEST = 40
_PAIR = 2
_PLACES = 2
_ABOUT = {"en": "about ", "hi": "लगभग "}


def number_of(one: Result) -> float | None:
    """Return the value as far as telling which is larger needs it."""
    try:
        return values.value(parse(one.value))
    except MathsError:
        return None


def amount_of(one: Result, language: str) -> str:
    """Return value and unit as they are said, a fraction of a unit to two places."""
    found = fraction_of(one.value) if one.unit else None
    value, about = one.value, ""
    if found is not None and found.denominator > 1:
        rounded = round(found, _PLACES)
        value, about = f"{float(rounded):.10g}", "" if rounded == found else _ABOUT[language]
    sign = {"%": r"\%", "°": r"^{\circ}"}.get(one.unit, "")
    return f"{about}${value}{sign}$ {'' if sign else said(one.unit, language)}".strip()


def results_of(worked: Worked) -> list[Result]:
    """Return the numbers that a solution answers with, in its order."""
    if asked := sorted((item for item in worked.amounts if item.asked), key=lambda item: item.letter):
        letters = _lettered(worked.source) if all(item.unit == "°" for item in asked) else []
        names = [f"angle {letter}" for letter in letters] if len(letters) == len(asked) else [i.name for i in asked]
        return [Result(name, i.value, i.unit, worked) for name, i in zip(names, asked, strict=True)]
    named = {_AND: True, _OR: False}
    for joint, is_named in named.items():
        found = [_ASSIGNED.fullmatch(part) for part in worked.answer.split(joint)]
        if len(found) > 1 and all(found):
            return [Result(f"${m['letter']}$" if is_named else "", m["value"], "", worked) for m in found if m]
    if compared := _COMPARED.fullmatch(worked.answer):
        sides = [Result("", value, "", worked) for value in compared.groups()]
        return sides if all(_is_number(one.value) for one in sides) else []
    single = Result(_name(worked), worked.value.removesuffix(r"\%"), _unit(worked), worked)
    is_one = worked.kind in _NUMBERS and _is_number(worked.value) and number_of(single) is not None
    return [single] if is_one else []


def _lettered(source: str) -> list[str]:
    """Return the letters by which a problem lists its angles: "the angles A, B and C"."""
    found = _LETTERS.search(source)
    return _CAPITAL.findall(found.group()) if found else []


def operation_of(worked: Worked) -> tuple[str, tuple[Result, ...]]:
    """Return what a calculation with two numbers is called, and the numbers; nothing for other problems."""
    signs = _OPERATION.findall(worked.problem)
    parts = [Result("", part.strip(), "", worked) for part in _OPERATION.split(worked.problem)]
    if len(signs) != 1 or len(parts) != _PAIR or not all(_is_number(one.value) for one in parts):
        return "", ()
    two = tuple(parts) if all(number_of(one) is not None for one in parts) else ()
    return (_OPERATIONS.get(signs[0], "product"), two) if two else ("", ())


def known(history: Iterable[Worked]) -> Iterator[Result]:
    """Yield what was given and found, the latest first: results, and the other quantities of stories."""
    for worked in reversed(list(history)):
        yield from reversed(results_of(worked))
        yield from (Result(item.name, item.value, item.unit, worked) for item in worked.amounts if not item.asked)


def pair(c: Conversation) -> tuple[Result, Result] | None:
    """Return the two results spoken of: those compared last, two that were found together, else the last two alike."""
    if c.compared and c.compared[0] == len(c.history):
        return c.compared[1]
    if not c.history or not (last := _found_together(c.history[-1]) or results_of(c.history[-1])):
        return None
    if len(last) == _PAIR:
        return last[0], last[1]
    before = [_of_one_sort(results_of(worked), last) for worked in reversed(c.history[:-1])]
    if len(last) > 1:
        return None
    posed = results_of(c.problem_in_hand) if c.problem_in_hand is not None else []
    if c.history[-1].gives and len(posed) == _PAIR:
        return posed[0], posed[1]
    changed = c.edited.get(c.history[-1].source)
    operands = operation_of(c.history[-1])[1]
    if operands and (changed or not any(before)):
        return operands[0], operands[1]
    alike = [found[0] for found in before if found]
    versions = [one for one in alike if one.name == last[0].name and one.worked.source == changed]
    namesakes = [one for one in alike if one.name.split()[-1:] == last[0].name.split()[-1:]]
    first = next(iter((*versions, *namesakes, *alike)), None)
    return (first, last[0]) if first is not None and first.worked.source != last[0].worked.source else None


def called(history: Iterable[Worked], phrase: str) -> Result | None:
    """Return the latest result whose name a phrase is: "median", "y", "the price of a pen", "profit in rupees"."""
    keys = keys_of(phrase)
    named = [(one, keys_of(one.name), keys - keys_of(one.unit)) for one in known(history)]
    exact = iter(sorted((one for one, own, meant in named if own and meant == own), key=_is_of_another_time))
    return next(exact, None) or next((one for one, own, meant in named if meant < own and len(meant) > 1), None)


def _is_of_another_time(one: Result) -> bool:
    """Tell whether a quantity is what it will be or was: what is merely named is meant as it is now."""
    return one.name.endswith(" then") or one.name.startswith("तब ")


def by_problem(phrases: tuple[str, ...], of: tuple[Result, Result]) -> tuple[Result, Result] | None:
    """Return two results in the order in which two phrases name them by the words of their problems, named by those."""
    told = [keys_of(one.worked.source, light=True) for one in of]
    said = [keys_of(phrase, light=True) for phrase in phrases]
    straight, crossed = (len(said[0] & told[i]) + len(said[1] & told[1 - i]) for i in (0, 1))
    if straight == crossed or of[0].name != of[1].name:
        return None
    order = (0, 1) if straight > crossed else (1, 0)
    first, second = (replace(of[i], name=f"{of[i].name} {phrase}") for i, phrase in zip(order, phrases, strict=True))
    return first, second


def share(pair: tuple[Result, Result], phrase: str) -> bool:
    """Tell whether a phrase names what both of two are: "age" of two ages, but not "profit" of two profit percents.

    Numbers and formulas may be called what any answer is called.
    """
    keys, names = keys_of(phrase), [keys_of(one.name) for one in pair]
    if all(one.name.startswith("$") or not one.name for one in pair):
        return keys <= names_of_answers()
    return all(keys == own for own in names) or (names[0] != names[1] and all(keys < own for own in names))


def told_apart(c: Conversation, first: Result, second: Result) -> tuple[Result, Result]:
    """Return two results under names of their own: before and now, the first and the second."""
    sources = [worked.source for worked in c.history]
    known = {first.worked.source, second.worked.source} <= set(sources)
    if first.name != second.name or not first.name or not known:
        return first, second
    old, new = sorted((first, second), key=lambda one: sources.index(one.worked.source))
    marks = load("comparing")["versions" if c.edited.get(new.worked.source) == old.worked.source else "places"]
    called_by = dict(zip((old, new), marks[c.language], strict=True))
    bare = first.name.removeprefix("the ")
    return replace(first, name=called_by[first].replace("<name>", bare)), replace(
        second, name=called_by[second].replace("<name>", bare)
    )


def names_of_answers() -> frozenset[str]:
    """Return the keys of what answers are called: sum, area, median."""
    return frozenset(_same_names().values())


def keys_of(text: str, *, light: bool = False) -> frozenset[str]:
    """Return what the words of a text that say something are known by, English by spelling and Hindi by sound."""
    return frozenset(_key(word) for word in tokens(text.replace("$", " ")) if light or not _says_nothing(word))


def _says_nothing(word: Token) -> bool:
    return len(word.plain) > 1 and is_light(word.plain)


def _key(word: Token) -> str:
    plain = word.plain.removesuffix("s") if len(word.plain) > _PAIR + 1 else word.plain
    sounds = plain if is_english(word) else sound_key(word.plain)
    return _same_names().get(word.plain) or _same_names().get(plain) or _same_names().get(sounds) or sounds


@cache
def _same_names() -> dict[str, str]:
    return by_word(load("askable")["answers"])


def _found_together(worked: Worked) -> list[Result]:
    """Return the unknowns of a story, one of which was asked for, or something they come to."""
    unknowns = worked.unknowns
    if len({item.unit for item in unknowns}) > 1:
        return []
    return [Result(item.name, item.value, item.unit, worked) for item in unknowns]


def _of_one_sort(found: list[Result], last: list[Result]) -> list[Result]:
    return [one for one in found if one.unit == last[0].unit] if len(found) == 1 else []


def _name(worked: Worked) -> str:
    if found := _SUBJECT.match(worked.told):
        return found["name"][:1].lower() + found["name"][1:]
    return f"${worked.problem}$" if len(worked.problem) < _LONGEST and not worked.gives else ""


def _unit(worked: Worked) -> str:
    return "%" if worked.value.endswith(r"\%") else ""


def _is_number(value: str) -> bool:
    return not re.search(r"(?<![\\A-Za-z])[a-zA-Z](?![a-zA-Z])|\\text|\\in", value.replace(r"\pi", ""))
