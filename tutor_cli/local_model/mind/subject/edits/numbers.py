"""A problem in words with a number edited that is called by what it counts or measures: "the rate is doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tutor_cli.local_model.mind.subject.edits.renumbering import (
    names_other_owner,
    place_of,
    same_story,
    with_other_numbers,
)
from tutor_cli.local_model.mind.subject.edits.said import NUMBER, Change
from tutor_cli.local_model.mind.subject.edits.trees import PLACES
from tutor_cli.local_model.mind.subject.edits.words import crossed_in
from tutor_cli.maths.solve.recipes.table import LIST
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.changing import changed as story_changed
from tutor_cli.maths.solve.stories.changing import place_of_quantity

_LIST = re.compile(LIST, re.IGNORECASE)
_POINT = re.compile(r"\(\s*-?\d[^()]*,")
_MATRIX = re.compile(r"\[\[|\\begin")
ALL = re.compile(
    r"(?:all|every(?:one|body|thing)?|each|both)(?: of)?(?: the)?(?: .*)?|(?:the )?coordinates(?: .*)?", re.IGNORECASE
)
_NUMBERS = re.compile(r"\b(?:numbers?|coefficients?|terms?)\b", re.IGNORECASE)
# "The first 15 terms" gives no first term.
_SO_MANY_FIRST = re.compile(r"\bfirst \d+ [a-z]+")
_ANY_NUMBER = re.compile(rf"(?<![\w.^]){NUMBER}(?!\w*(?:st|nd|rd|th)\b)(?!\.?\d)")
_THING = re.compile(r"(?:value|number|observation|item|data|term|mark)s?", re.IGNORECASE)
_PLACED = re.compile(
    r"(?P<place>first|second|third|last|other)(?: (?:number|one|value|observation|term|a))?", re.IGNORECASE
)
_ORDERED = re.compile(r"(?P<place>first|second|third|last|other) [a-z]+", re.IGNORECASE)
_IN_UNIT = re.compile(rf"(?P<number>{NUMBER}) ?(?P<unit>[a-z]+|%|°)", re.IGNORECASE)
_FORMULA = re.compile(r"[+*^√]|- |\b[xyz]\b")
_RATIO_OF_ANGLE = re.compile(r"(?:sin|cos|tan|cot|sec|cosec)\b", re.IGNORECASE)
# Whose number stands under one of these is told by it alone.
_TELLING = re.compile(r"\b(?:profit|loss|gain|discount|tax|gst|interest|commission|each|per)\b", re.IGNORECASE)
# "2/3 of the length", "twice the breadth": a value told by another one.
_RELATIVE = re.compile(
    rf"(?P<factor>{NUMBER}|twice|thrice|half|double|the same as|equal to)(?: times)?(?: of)?(?: as)? ?(?:the |its )?"
    r"(?P<of>[a-z][a-z ]*)",
    re.IGNORECASE,
)
_FACTORS = {"twice": "2", "double": "2", "thrice": "3", "half": "1/2", "the same as": "1", "equal to": "1"}
_NAMES_OTHER = re.compile(r"\b(?:of|times|as|the)\b|^(?:twice|thrice|half|double)", re.IGNORECASE)
_RATIO = re.compile(r"\d+(?:\s*(?::|to)\s*\d+)+")


def renumbered(text: str, problem: str, change: Change) -> Iterator[str]:
    """Yield the problem with another number in the place of the one that the change names."""
    if change.how == "to":
        yield _of_letter(text, problem, change)
        yield from _given_anew(text, change)
    elif _MATRIX.search(text) or ("=" in text and ALL.fullmatch(change.what) and not _NUMBERS.search(change.what)):
        return
    elif ALL.fullmatch(change.what):
        listed = None if _POINT.search(text) else _LIST.search(text)
        part = listed.group() if listed else text
        yield text.replace(part, _ANY_NUMBER.sub(lambda found: _written(_reckoned(found.group(), change)), part))
    else:
        yield from _in_list(text, change)
        if place := _place(text, change.what):
            old = re.match(NUMBER, text[place[0] : place[1]])
            in_points = text[place[0] + old.end() :].startswith("%") if old else False
            if old and (value := _reckoned(old.group(), _in_points(change) if in_points else change)) >= 0:
                yield text[: place[0]] + _written(value) + text[place[0] + old.end() :]


def _given_anew(text: str, change: Change) -> Iterator[str]:
    if _IN_UNIT.fullmatch(change.what) and _IN_UNIT.fullmatch(change.new):
        # Both beside each other would be one measure: 3 years 30 months.
        yield text.replace(change.what, change.new, 1) if change.what in text else ""
        return
    said = f"{change.what} {change.new}".strip()
    if names_other_owner(said, text) or crossed_in(said, text):
        return
    if re.search(r"\d", said) is None or _RATIO_OF_ANGLE.match(said) or _FORMULA.search(said):
        return
    if _SO_MANY_FIRST.search(said):
        return
    if any(word.lower() not in text.lower() for word in _TELLING.findall(said)):
        return
    if (relative := _RELATIVE.fullmatch(change.new)) and _NAMES_OTHER.search(change.new):
        yield from _related(text, change.what, relative)
        return
    if (ratio := _RATIO.search(change.new)) and _RATIO.search(text):
        known = _RATIO.findall(text)
        yield text.replace(known[0], ratio.group()) if len(known) == 1 else ""
        return
    yield _of_unit(text, change)
    if (found := _PLACED.fullmatch(change.what)) and (numbers := list(_ANY_NUMBER.finditer(text))):
        place = PLACES[found["place"].lower()]
        if -len(numbers) <= place < len(numbers) and re.fullmatch(NUMBER, change.new):
            yield text[: numbers[place].start()] + change.new + text[numbers[place].end() :]
    others = [story_changed(said, text)] if same_story(said, text) else []
    yield from (_in_own_words(text, other) for other in (*others, *with_other_numbers(said, text)) if other)


def _of_unit(text: str, change: Change) -> str:
    """Change the first, second or last of the numbers in a unit: "if the second bill were 100 rupees"."""
    found, new = _ORDERED.fullmatch(change.what), _IN_UNIT.fullmatch(change.new)
    if found is None or new is None:
        return ""
    places = list(re.finditer(rf"{NUMBER}(?= ?{re.escape(new['unit'])})", text))
    place = PLACES[found["place"].lower()]
    if len(places) < len(("one", "two")) or not -len(places) <= place < len(places):
        return ""
    return text[: places[place].start()] + new["number"] + text[places[place].end() :]


def _in_own_words(text: str, other: str) -> str:
    """Return the problem as it was put with the numbers of another, where they differ in nothing else."""
    before, after = _ANY_NUMBER.split(told(text)), _ANY_NUMBER.split(other)
    numbers = _ANY_NUMBER.findall(other)
    if before != after or len(_ANY_NUMBER.findall(text)) != len(numbers):
        return other
    each = iter(numbers)
    return _ANY_NUMBER.sub(lambda _: next(each), text)


def _related(text: str, what: str, relative: re.Match[str]) -> Iterator[str]:
    """Give a quantity a value that is told by another one."""
    place, other = _place(text, what), _place(text, relative["of"].strip())
    if what and place and other and place != other:
        old, by = (re.match(NUMBER, text[start:end]) for start, end in (place, other))
        factor = _fraction(_FACTORS.get(relative["factor"].lower(), relative["factor"]))
        if old and by:
            yield text[: place[0]] + _written(_fraction(by.group()) * factor) + text[place[0] + old.end() :]


def _of_letter(text: str, problem: str, change: Change) -> str:
    """Give another value to a letter that the formula of the problem gives one: a leg is called a."""
    found = (
        re.search(rf"(?<![A-Za-z\\]){change.what} = ({NUMBER})", problem)
        if re.fullmatch(r"[A-Za-z]", change.what)
        else None
    )
    places = list(re.finditer(rf"(?<![\w.^]){re.escape(found[1])}(?![\w.])", text)) if found else []
    if len(places) != 1 or not re.fullmatch(NUMBER, change.new):
        return ""
    return text[: places[0].start()] + change.new + text[places[0].end() :]


def _place(text: str, what: str) -> tuple[int, int] | None:
    """Return where the number stands that has this name."""
    if not what:
        numbers = list(_ANY_NUMBER.finditer(text))
        return numbers[0].span() if len(numbers) == 1 else None
    return place_of_quantity(what, text) or place_of(what, text)


def _in_list(text: str, change: Change) -> Iterator[str]:
    """Leave a value out of a list of data, or add one to it."""
    listed = _LIST.search(text)
    number = re.fullmatch(NUMBER, change.new)
    if listed is None or number is None or not (change.what == "" or _THING.fullmatch(change.what)):
        return
    if change.how == "more":
        known, joint = listed.group(), " and " if " and " in listed.group() else ", "
        before = _counted(text[: listed.start()], known, 1)
        yield f"{before}{known.replace(' and ', ', ')}{joint}{change.new}{text[listed.end() :]}"
    elif change.how == "less":
        left = re.sub(rf"(?:, ?|^){re.escape(change.new)}(?![\d.])", "", listed.group(), count=1).lstrip(", ")
        yield _counted(text[: listed.start()], listed.group(), -1) + left + text[listed.end() :]


def _counted(before: str, listed: str, step: int) -> str:
    """Return the words before a list with another number where they say how many it has: "the marks of 7 students"."""
    count = len(re.findall(NUMBER, listed))
    return re.sub(rf"(?<![\w.]){count}(?= [a-z])", str(count + step), before)


def _in_points(change: Change) -> Change:
    """Return the change of a percentage: 2% more than 10% are 12%."""
    return Change(change.what, change.new.rstrip("%"), change.how)


def _reckoned(old: str, change: Change) -> Fraction:
    """Return the number that the old one becomes."""
    value, by = _fraction(old), _fraction(change.new.rstrip("%"))
    if change.how == "times":
        return value * by
    step = value * by / 100 if change.new.endswith("%") else by
    return value + step if change.how == "more" else value - step


def _fraction(text: str) -> Fraction:
    return sum((Fraction(part) for part in text.split()), Fraction(0))


def _written(value: Fraction) -> str:
    """Return a number as it is typed in words: whole, as a short decimal, or as a fraction."""
    decimal = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == value else str(value)
