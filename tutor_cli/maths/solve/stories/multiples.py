"""Stories of common multiples and factors: bells that ring together, the longest rope that measures exactly."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from math import lcm

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem, Story
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import UNITS, Measure, in_passing, measures, unit_named

_LONGEST = 400
_MULTIPLE = re.compile(
    r"\b(?:bells?|alarms?|lights?|toll|ring|blink|flash|beep|runners?|cyclists?|buses|steps? (?:off|measure))\b.*\b(?:together|again|same time|simultaneously|meet)\b"
    r"|\b(?:least|smallest|minimum)\b.*\b(?:divisible by|divided by|exact number of|multiple|measured|covered by each|cover in complete)\b"
    r"|\b(?:meet|together)\b.*\bagain\b",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    r"\b(?:greatest|largest|maximum|longest|biggest|highest)\b.*\b(?:exactly|measure|equal|each|divides?|same|without|tiles?|rope|tape|container|capacity|length|number of (?:students|rows|groups|baskets|packets|stacks|teams))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"%|rupees|(?<!no )remainder|leaves? (?!no\b)|speed|km/h|ratio|area|profit|probability|times\b.*\bday|at \d+ ?(?:am|pm|o.?clock)|4.?digit|3.?digit|perimeter",
    re.IGNORECASE,
)
_REMAINDERS = re.compile(
    r"\bleav(?:es?|ing)(?: (?:an?|the|as|1))* remainders?(?: of)? \d+(?:(?:,| and|, and) \d+)*"
    r"|\bleav(?:es?|ing) \d+ as(?: the| a)? remainder",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?<![\d.])\d+(?![\d.]|-?digit)")
# Questions of the numbers themselves, and of how many there are.
_OTHER = re.compile(r"\b(?:[lh]\.?c\.?[mf]|gcd|primes?|factors?|multiples?|how many)\b", re.IGNORECASE)
_HOW_OFTEN = re.compile(
    r"\b(?:how many times|how often) [a-z ]*?(?:together|simultaneously|at the same time)\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"\bfrom (?P<from>\d+) ?(?P<a>[ap]m) (?:to|till|until|up to) (?P<to>\d+) ?(?P<b>[ap]m)"
    r"|\b(?:in|during|over|within)(?: the next)? (?P<long>\d+) (?P<unit>hours?|minutes?|seconds?|days?)",
    re.IGNORECASE,
)
# When they begin says nothing of how long it takes.
_SINCE = re.compile(r" at \d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?!.*\bat what time\b)", re.IGNORECASE | re.DOTALL)
# So few numbers have no common multiple to be asked for.
_FEWEST = 2


def multiples_problem(text: str) -> Problem | None:
    """Return the least common multiple or highest common factor that a story asks for, or None."""
    plain = _SINCE.sub("", told(text[:_LONGEST]))
    if left := _REMAINDERS.search(plain):
        return _with_remainders(plain, left)
    span = _SPAN.search(plain) if _HOW_OFTEN.search(plain) else None
    if _NOT.search(plain) or (_OTHER.search(question(plain)) and span is None):
        return None
    plain = plain.replace(span.group(), " ") if span else plain
    found = [item for item in measures(plain) if not in_passing(item, plain) and not _counts_bells(item, plain)]
    kinds = {item.kind for item in found if item.unit}
    whole = all("." not in item.value and "/" not in item.value for item in found)
    if len(found) < _FEWEST or len(kinds) > 1 or not whole:
        return None
    if span:
        return _times(found, span)
    if _FACTOR.search(plain):
        return _problem("hcf", "highest common factor", "म.स.", found)
    return _problem("lcm", "least common multiple", "ल.स.", found) if _MULTIPLE.search(plain) else None


def _times(found: list[Measure], span: re.Match[str]) -> Problem | None:
    """Return the problem of how often they come together in a span of time, at its beginning and its end, too."""
    unit = next((item.unit for item in found if item.unit), "")
    if span["from"]:
        begin, end = (
            int(span[hour]) % 12 + 12 * (span[half].lower() == "pm") for hour, half in (("from", "a"), ("to", "b"))
        )
        hours = Fraction(end - begin)
    else:
        hours = Fraction(span["long"]) * UNITS[unit_named(span["unit"])][1]
    whole = hours / UNITS[unit][1] if unit in UNITS else Fraction(0)
    each = lcm(*(int(item.value) for item in found))
    if whole <= 0 or (whole / each).denominator != 1:
        return None
    letters = "abcdefgh"[: len(found)]
    given = [Known(letter, item.value) for letter, item in zip(letters, found, strict=False)]
    given += [Known("T", str(whole), "whole time", "पूरा समय", unit)]
    lines = [
        Found("L", _lcm_of(letters), "multiples.together", "time from one to the next", "एक से अगले तक का समय", unit),
        Found("k", "T/L", "multiples.how_often"),
        Found("N", "k + 1", "multiples.and_the_first", "number of times", "बार"),
    ]
    return problem(given, lines, ("N",))


def _lcm_of(letters: str) -> str:
    return reduce(lambda inner, letter: f"lcm({inner}, {letter})", letters)


def _with_remainders(text: str, left: re.Match[str]) -> Problem | None:
    """Return the problem of numbers that leave remainders: taken away, the rest is divided exactly."""
    numbers = _WHOLE.findall(text[: left.start()])
    remainders = _WHOLE.findall(left.group())
    remainders *= 1 if len(remainders) > 1 else len(numbers)
    if len(numbers) < _FEWEST or len(remainders) != len(numbers):
        return None
    letters = "abcde"[: len(numbers)]
    given = [Known(letter, number) for letter, number in zip(letters, numbers, strict=True)]
    if re.search(r"\bwhen(?: it is)? divided|\bdivided by\b", text) and len(set(remainders)) == 1:
        lines = [
            Found("L", _lcm_of(letters), "multiples.common"),
            Found("N", f"L + {remainders[0]}", "multiples.and_remainder", "number", "संख्या"),
        ]
        return problem(given, lines, ("N",))
    if not re.search(r"\bdivid(?:es?|ing)\b|\bwill divide\b", text):
        return None
    rests = [f"({letter} - {rest})" for letter, rest in zip(letters, remainders, strict=True)]
    lines = [
        Found("N", reduce(lambda inner, rest: f"gcd({inner}, {rest})", rests), "multiples.of_rests", "number", "संख्या")
    ]
    return problem(given, lines, ("N",))


def _counts_bells(measure: Measure, text: str) -> bool:
    return (
        measure.kind == "count"
        and re.match(
            r"\s*(?:bells?|alarms?|lights?|runners?|cyclists?|buses|persons|people|different|traffic|containers?|rods?|ropes?|tankers?|pieces?|boards?)\b",
            text[measure.end :],
        )
        is not None
    )


def _problem(name: str, en: str, hi: str, found: list[Measure]) -> Problem:
    unit = next((item.unit for item in reversed(found) if item.unit), "")
    trees = tuple(parse(item.into(unit) if item.unit else item.value, "typed") for item in found)
    story = Story((), ("N",), names=(("N", en, hi),), units=(("N", unit),) if unit else ())
    return Problem("quantity", trees, quantity=name, story=story)
