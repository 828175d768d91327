"""Problems like one of the pupil's own: the same story with other numbers, or another problem of the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from random import Random

from tutor_cli.local_model.mind.subject.worked import Worked

# Small numbers and round ones stay of their kind.
_STEPS = ((1000, 1000), (100, 100), (50, 50), (10, 10), (5, 5))
_NUMBER = re.compile(r"(?<![\d.^_{])\d+(?![\d.]*(?:st|nd|rd|th)\b)(?!\.\d)")
# Where there is no other number, the powers are changed: sin^2 x cos x.
_POWER = re.compile(r"(?<=\^)\d+")
_OPPOSITES = (("profit", "loss"), ("gain", "loss"), ("loss", "profit"), ("लाभ", "हानि"), ("हानि", "लाभ"))
_SMALLEST, _FARTHEST = 2, 3
_WEIGHS = re.compile(r"\\frac|[-(^]|(?<![\\A-Za-z])[a-z](?![A-Za-z])")
_OTHER_SINE = {"sin": "cos", "cos": "sin", "sine": "cosine", "cosine": "sine"}
_SINES = re.compile(r"(?<![a-z])(?:sine?|cos(?:ine)?)(?![a-z])", re.IGNORECASE)
# So much longer than the pupil's own an answer may be.
_LONGER = 2


def numbers_of(text: str) -> list[str]:
    """Return the numbers of a text that others can be put for, each once, the smallest first; 0 and 1 stay."""
    return sorted({number for number in _exchanged(text).findall(text) if int(number) >= _SMALLEST}, key=int)


def _exchanged(text: str) -> re.Pattern[str]:
    return _NUMBER if any(int(number) >= _SMALLEST for number in _NUMBER.findall(text)) else _POWER


def effort(written: str) -> int:
    """Return how much there is to work with: digits but zeros at an end, letters, signs, brackets and fractions."""
    digits = sum(len(number.rstrip("0")) for number in re.findall(r"\d+", written))
    return digits + len(_WEIGHS.findall(written))


def changes(text: str, random: Random, *, harder: bool | None = None) -> Iterator[dict[str, str]]:
    """Yield other numbers for those of the text, without end: round where they were round, in the same order of size.

    So what is sold with a profit is not sold with a loss. The largest is always another one. Harder ones are less
    round, easier ones rounder.
    """
    numbers = numbers_of(text)
    choose = _other if harder is None else _less_round if harder else _rounder
    while True:
        others = [choose(int(number), random) for number in numbers]
        if others == sorted(set(others)) and others[-1] != int(numbers[-1]):
            yield dict(zip(numbers, map(str, others), strict=True))


def changed(text: str, numbers: Mapping[str, str]) -> str:
    """Return the text with these numbers exchanged."""
    return _exchanged(text).sub(lambda found: numbers.get(found.group(), found.group()), text)


def truly_named(text: str, worked: Worked) -> str:
    """Return a story that asks for what there is: the loss percent of what was sold with a loss."""
    asked = " ".join(amount.name for amount in worked.amounts if amount.asked).casefold()
    for one, other in _OPPOSITES:
        if other in asked and one not in asked:
            text = re.sub(one, other, text, flags=re.IGNORECASE)
    return text


def _other(number: int, random: Random) -> int:
    step = next((step for multiple, step in _STEPS if number % multiple == 0 and number > multiple), 1)
    moved = number + step * random.randint(-_FARTHEST, _FARTHEST)
    return moved if moved >= _SMALLEST else number + step


def _less_round(number: int, random: Random) -> int:
    step = next((step for multiple, step in _STEPS if number % multiple == 0 and number > multiple), 1)
    finer = max(step // 10, 1) if step > 1 else 1
    return max(number + finer * random.randint(1, 40), _SMALLEST)


def _rounder(number: int, random: Random) -> int:
    step = int("1".ljust(len(str(number)), "0"))
    return max(step * random.randint(1, 9), _SMALLEST)


def is_like(worked: Worked, model: Worked) -> bool:
    """Tell whether a solution goes the way of the model, with an answer no harder to say."""
    same_way = [_kind(step.id) for step in worked.steps] == [_kind(step.id) for step in model.steps]
    broken = r"\frac" in worked.answer or "." in worked.answer
    was_broken = r"\frac" in model.answer or "." in model.answer
    return (
        worked.solved
        and worked.verified
        and same_way
        and _fractions_met(worked) <= _fractions_met(model)
        and broken <= was_broken
        and len(worked.answer) <= len(model.answer) + _LONGER
        and worked.problem != model.problem
    )


def _kind(id: str) -> str:
    return id.removesuffix(".sin").removesuffix(".cos")


def exchanged(text: str) -> str:
    """Return the text with sine for cosine and cosine for sine."""
    return _SINES.sub(lambda found: _OTHER_SINE[found[0].lower()], text)


def _fractions_met(worked: Worked) -> int:
    return sum(r"\frac" in step.after.rpartition(" = ")[2] for step in worked.steps)


def shape(problem: str) -> tuple[bool, ...]:
    """Return what tells easy problems of a topic from hard ones: letters on both sides, brackets, fractions, powers."""
    left, _, right = problem.partition("=")
    return (
        bool(re.search(r"(?<![\\a-z])[a-z](?![a-z])", left)),
        bool(re.search(r"(?<![\\a-z])[a-z](?![a-z])", right)),
        "(" in problem,
        r"\frac" in problem,
        "^" in problem,
        "-" in left,
        problem[:1].isdecimal(),
    )
