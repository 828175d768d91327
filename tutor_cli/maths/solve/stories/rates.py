"""One journey at two speeds whose times differ: "5 km/h more, and it would have taken 1 hour less"; up and down a stream."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.measures import Measure, in_passing, measures

_LONGEST = 400
_ONE_OF_EACH = ("length", "speed", "time")
_MORE = re.compile(r"\b(?:more|faster|increas\w*|greater)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less|slower|reduc\w*|decreas\w*|fewer)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|had|when|on increasing|by increasing)\b", re.IGNORECASE)
_STREAM = re.compile(r"\bupstream\b.*\bdownstream\b|\bdownstream\b.*\bupstream\b", re.IGNORECASE | re.DOTALL)
_STILL = re.compile(r"\bstill water\b", re.IGNORECASE)
_MORE_TIME = re.compile(r"\b(?:more|longer|extra|less)\b", re.IGNORECASE)
_ASKS_SPEED = re.compile(r"\bspeed\b", re.IGNORECASE)
_ASKS_TIME = re.compile(r"\b(?:time|how long|hours)\b", re.IGNORECASE)
_MOVER = re.compile(
    r"\b(?P<who>train|car|bus|plane|aeroplane|aircraft|cyclist|boat|motor boat|truck|man|scooter|motorcyclist)\b",
    re.IGNORECASE,
)
# Speed and time stand with the words behind them, not farther.
_NEAR = 45


def rate_problem(text: str) -> Problem | None:
    """Return the problem of a journey whose times at two speeds differ, or None."""
    plain = told(text[:_LONGEST])
    found = [item for item in measures(plain) if not in_passing(item, plain)]
    if sorted(item.kind for item in found) != sorted(_ONE_OF_EACH) or re.search(
        r"first|another|\b2 trains\b|average", plain
    ):
        return None
    way, speed, time = (next(item for item in found if item.kind == kind) for kind in _ONE_OF_EACH)
    if speed.unit != "km/h" or way.unit != "km":
        return None
    hours = str(Fraction(time.into("hours")))
    if _STREAM.search(plain):
        return _stream(plain, way, speed, hours)
    return _changed(plain, way, speed, time, hours) if _IF.search(plain) else None


def _changed(text: str, way: Measure, speed: Measure, time: Measure, hours: str) -> Problem | None:
    """Read "had the speed been 5 km/h more, it would have taken 1 hour less"."""
    faster, slower = _near(text, speed, _MORE), _near(text, speed, _LESS)
    if faster == slower or faster != _near(text, time, _LESS) or slower != _near(text, time, _MORE):
        return None
    slow, fast = ("x", f"(x + {speed.value})") if faster else (f"(x - {speed.value})", "x")
    asks = question(text)
    wanted = "x" if _ASKS_SPEED.search(asks) else "T" if _ASKS_TIME.search(asks) else ""
    who = _MOVER.search(text)
    name = f"speed of the {who['who'].lower()}" if who else "usual speed"
    lines = (Line("T", f"{way.value}/x", "story.time_taken"),) if wanted == "T" else ()
    names = (("x", name, "सामान्य चाल"), ("T", "usual time", "सामान्य समय"))
    return _problem(f"{way.value}/{slow} - {way.value}/{fast} = {hours}", wanted, names, lines) if wanted else None


def _near(text: str, item: Measure, words: re.Pattern[str]) -> bool:
    """Tell whether a word stands behind an amount, or before it, nearer than any other amount's."""
    after = re.split(r"[,.;\d]| than\b", text[item.end : item.end + _NEAR])[0]
    return words.search(after) is not None


def _stream(text: str, way: Measure, speed: Measure, hours: str) -> Problem | None:
    """Read "a boat of 18 km/h in still water takes 1 hour more to go 24 km upstream than downstream"."""
    asks = question(text)
    if not (
        _STILL.search(text)
        and _MORE_TIME.search(text)
        and _ASKS_SPEED.search(asks)
        and re.search(r"\b(?:stream|current|river)\b", asks)
    ):
        return None
    names = (("x", "speed of the stream", "धारा की चाल"),)
    typed = f"{way.value}/({speed.value} - x) - {way.value}/({speed.value} + x) = {hours}"
    return _problem(typed, "x", names, ())


def _problem(typed: str, wanted: str, names: tuple[tuple[str, str, str], ...], lines: tuple[Line, ...]) -> Problem:
    used = tuple(name for name in names if name[0] in ("x", wanted))
    story = Story(
        (), (wanted,), lines, (Line("", typed, "story.times_differ"),), used, (("x", "km/h"), ("T", "hours")),
    )  # fmt: skip
    return Problem("quantity", (parse(typed, "typed"),), quantity="story", story=story)
