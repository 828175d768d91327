"""The same problem about something else: another quantity of its things, another divisor, event or ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject import accounting
from tutor_cli.local_model.mind.subject.edits.renumbering import with_other_numbers
from tutor_cli.maths.solve.recipes.table import NUMBER
from tutor_cli.maths.solve.recipes.wording import told

# With these words a follow-up changes the problem instead of asking something new about it.
CHANGES = re.compile(
    r"\b(?:what if|if|suppose|say|what about|how about|instead|and for|make it|same|now|try)\b|^\W*and\b"
    r"|\bchange\b(?! (?:will|does|do|is|did|from|back))",
    re.IGNORECASE,
)
_DIVISOR = re.compile(r"\b(?:divided by|factor of)\s+(?P<what>.+?)[?.! ]*$", re.IGNORECASE)
_RATIO_OF_ANGLE = re.compile(r"(?:the )?(?:sin|cos|tan|cot|sec|cosec) (?:theta|alpha|beta|[a-z])\b", re.IGNORECASE)
_ASKED_RATIOS = re.compile(rf"(?:find|what is) {_RATIO_OF_ANGLE.pattern}.*$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b((?:probability|chance) (?:of|that)(?: (?:getting|drawing|it is|rolling|throwing))?) .*$", re.IGNORECASE
)
_OF_EVENT = re.compile(
    r"^(?:is )?(?:the )?(?:probability|chance) (?:of|that)(?: (?:getting|drawing|it is|rolling|throwing))? ",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER)


def other_noun(rest: str, source: str) -> Iterator[str]:
    """Ask for another quantity of the same things: "and the circumference?"."""
    wanted, known = nouns(rest), nouns(source)
    given = rf"{re.escape(known[0]) if known else ''}\b(?: (?:is|of|are|=))* {NUMBER}(?!\s*,|[\d.])"
    asked = known and not re.search(given, told(source), re.IGNORECASE)
    if not (
        wanted and asked and wanted[-1] != known[0] and accounting.says_no_more(_noun_pattern().sub(" ", rest), source)
    ):
        return
    of_compound = wanted[-1] == "amount" and known[0] == "compound interest"
    asked_for = "amount at compound interest" if of_compound else wanted[-1]
    other = re.sub(re.escape(known[0]), asked_for, source, count=1, flags=re.IGNORECASE)
    if not _NUMBER.search(told(rest)):
        yield other
    elif CHANGES.search(rest):
        yield from with_other_numbers(rest, other)


def other_part(rest: str, source: str) -> Iterator[str]:
    """Exchange the divisor, the event or the ratio of an angle."""
    if (divisor := _DIVISOR.search(rest)) and (old := _DIVISOR.search(source)):
        yield source[: old.start("what")] + divisor["what"]
    if (event := _EVENT.search(source)) and len(rest.split()) > 1:
        rest = _OF_EVENT.sub("", rest)
        yield f"{source[: event.start()]}{event[1]} {rest}"
        yield f"{source[: event.start()]}{event[1]} a ball that is {rest}"
    if (ratios := _RATIO_OF_ANGLE.findall(rest)) and (asked := _ASKED_RATIOS.search(source)):
        yield f"{source[: asked.start()]}find {' and '.join(ratios)}"


def nouns(text: str) -> list[str]:
    """Return the names of quantities in a text, the longest at each place."""
    return [found.group() for found in _noun_pattern().finditer(text)]


@cache
def _noun_pattern() -> re.Pattern[str]:
    names = sorted(load("cues")["nouns"]["en"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
