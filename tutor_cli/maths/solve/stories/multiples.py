"""Stories of common multiples and factors: bells that ring together, the longest rope that measures exactly."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem, Story
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.measures import Measure, in_passing, measures

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
# When they begin says nothing of how long it takes.
_SINCE = re.compile(r" at \d+(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?!.*\bat what time\b)", re.IGNORECASE | re.DOTALL)
# So few numbers have no common multiple to be asked for.
_FEWEST = 2


def multiples_problem(text: str) -> Problem | None:
    """Return the least common multiple or highest common factor that a story asks for, or None."""
    plain = _SINCE.sub("", told(text[:_LONGEST]))
    if _NOT.search(plain):
        return None
    found = [item for item in measures(plain) if not in_passing(item, plain) and not _counts_bells(item, plain)]
    kinds = {item.kind for item in found if item.unit}
    whole = all("." not in item.value and "/" not in item.value for item in found)
    if len(found) < _FEWEST or len(kinds) > 1 or not whole:
        return None
    if _FACTOR.search(plain):
        return _problem("hcf", "greatest one", "सबसे बड़ा", found)
    return _problem("lcm", "answer", "उत्तर", found) if _MULTIPLE.search(plain) else None


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
