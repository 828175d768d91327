"""Problems put together by the readers whose formulas depend on the story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story


@dataclass(frozen=True, slots=True)
class Known:
    """A number of a story: its letter, its value as typed maths, its names in English and Hindi, its unit."""

    letter: str
    value: str
    en: str = ""
    hi: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A line of working: the letter it gives, its right side, the id of its sentence, and the name and unit of it.

    `words` are quoted by the sentence, where it has a gap for them.
    """

    letter: str
    typed: str
    id: str
    en: str = ""
    hi: str = ""
    unit: str = ""
    words: str = ""


def problem(
    given: Iterable[Known], lines: Iterable[Found], asked: tuple[str, ...], *, fractions: bool = False,
    positive: bool = True,
) -> Problem:  # fmt: skip
    """Return the problem of a story whose numbers and lines of working are known."""
    given, lines = tuple(given), tuple(lines)
    everything: tuple[Known | Found, ...] = (*given, *lines)
    story = Story(
        tuple(item.letter for item in given),
        asked,
        tuple(Line(item.letter, item.typed, item.id, item.words) for item in lines),
        names=tuple((item.letter, item.en, item.hi) for item in everything if item.en),
        units=tuple((item.letter, item.unit) for item in everything if item.unit),
        positive=positive,
        fractions=fractions,
    )
    return Problem("quantity", tuple(parse(item.value, "typed") for item in given), quantity="story", story=story)
