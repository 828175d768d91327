"""English words of maths that recognisers take for others, put right where the words beside them leave no doubt.

"By 10 nights" is ten ninths, for only a fraction may stand there; "three nights ago" stays. Every rule asks for what
the grammar of a formula expects on either side, and none looks at a whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_OPERATORS = r"plus|minus|times|over|equals|multiplied|divided|[-+*/=×÷]"
_BEFORE_OPERAND = rf"(?:{_OPERATORS}|by)"
_AFTER_OPERAND = rf"(?=,? (?:{_OPERATORS})|\W*$)"
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_UNIT = rf"(?:\d|1[0-2]|{'|'.join(_UNITS)})"
_PARTS = ("half", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_FRACTION_LATER = rf"(?=.*\b(?:quarter|{'|'.join(_PARTS)})s?\b)"
# What is differentiated or integrated may begin with a power of e.
_CALCULUS = r"(?:integrate|differentiate|(?:derivative|integral) of)"

Meant = str | Callable[[re.Match[str]], str]


def put_right(text: str) -> str:
    """Return the text with what was misheard as it was said."""
    for heard, meant in _RULES:
        text = heard.sub(meant, text)
    return text


def _sum(found: re.Match[str]) -> str:
    return f"{found['before']}{int(found['hundreds']) + int(found['rest'])}"


def _with_unit(found: re.Match[str]) -> str:
    return found["before"] + {"to": "2", "too": "2", "for": "4"}[found["unit"].lower()]


def _as_fraction(found: re.Match[str]) -> str:
    below = found["below"].lower()
    value = int(below) if below.isdigit() else _UNITS.index(below) + 1
    return f"{found['above']} {_PARTS[value - 2]}s"


def _rules() -> Iterator[tuple[str, Meant]]:
    # A question of one letter.
    yield r"^\W*y\W*$", "Why?"
    # 12 12, of one number said once.
    yield r"^\W*(\d\d+)[ ,]+\1\W*$", r"\1"
    # The square root of 200 and 25, 20% of 300 and 50.
    operand = rf"(?P<before>\b(?:(?:root|%|percent|per cent) of|{_BEFORE_OPERAND}) )"
    yield rf"{operand}(?P<hundreds>\d00) and (?P<rest>[1-9]\d?)\b(?! \d)", _sum
    # 40 to over 56.
    yield rf"\b(?P<before>[2-9])0 (?P<unit>to|too|for)\b{_AFTER_OPERAND}", _with_unit
    # Expand to x plus 1, solve for x plus 3 is less than 9.
    coefficient = r"(?P<before>^(?:solve|simplify|factor|expand|integrate|differentiate) )(?P<unit>to|too|for)"
    yield rf"{coefficient} (?=[a-z] (?:{_OPERATORS}|squared|cubed))", _with_unit
    # Five eight plus one quarter: two numbers side by side, and a fraction after the sign.
    below = rf"(?P<below>[2-9]|1[0-2]|{'|'.join(_UNITS[1:])})"
    yield rf"\b(?P<above>{_UNIT}),? {below}(?= (?:plus|minus|times|\+) ){_FRACTION_LATER}", _as_fraction
    # By 10 nights.
    yield rf"(\b{_BEFORE_OPERAND} {_UNIT})[- ]nigh(?:ts?|ths)\b{_AFTER_OPERAND}", r"\1 ninths"
    # By 14 9s, five sixth.
    yield rf"\b(?P<above>{_UNIT}|1[3-9]) (?P<below>[3-9])s\b(?= by\b|\W*$)", _as_fraction
    yield rf"\b((?!one|1\b){_UNIT} (?:{'|'.join(_PARTS[1:])})){_AFTER_OPERAND}", r"\1s"
    # Nine factor over seven factor.
    yield rf"\b({_UNIT}|n),? factor\b{_AFTER_OPERAND}", r"\1 factorial"
    # Integrate each of the 2 x, integrate i to the x.
    yield rf"(\b{_CALCULUS} )(?:each of|each to|[ie] to) the\b", r"\1e to the"
    yield rf"(\b{_CALCULUS} )time(?= [a-z]\b)", r"\1tan"
    yield rf"(\b{_CALCULUS} )(?:co[dt]|cord|chord)(?= [a-z]\b)", r"\1cot"
    # Solve due to the x equals 16.
    yield r"(?<=^solve )(?:due|do|dew) to the (?=[a-z]\b)", "2 to the "
    # 12 e equals 0.
    yield r"(?<=\d) e (?=equals\b)", " "
    # Sign of 30 degrees.
    yield r"\bsign(?= (?:of )?\d+ degrees)", "sine"
    # An unknown that begins the sentence: A plus b.
    yield r"^A(?= (?:plus|minus|times|over) [a-z\d]\b)", "a"


_RULES = tuple((re.compile(heard, re.IGNORECASE), meant) for heard, meant in _rules())
