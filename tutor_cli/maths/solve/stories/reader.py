"""Which frame a story fits: every number has its quantity, and formulas lead from all of them to what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.recipes.wording import names_another_solid, told
from tutor_cli.maths.solve.stories import asked, units
from tutor_cli.maths.solve.stories.chain import chain
from tutor_cli.maths.solve.stories.frames import Form, Frame, Quantity, frames
from tutor_cli.maths.solve.stories.measures import COMPARED, Measure, in_passing, measures

# Longer texts are no school problems.
_LONGEST = 400
# What is to be taken for pi, in `value`.
PI = re.compile(
    r"\W*\b(?:(?:use|take|taking|using|with|assume|and)\W+)?(?:the value of )?(?:π|\bpi) ?(?:=|as|to be|is|equals)? ?"
    r"(?P<value>22/7|22 (?:by|over) 7|3\.14\d*)\W*",
    re.IGNORECASE,
)
# ruff: noqa: E501  # a pattern reads best on one line
_LABEL = re.compile(r"(?<![A-Za-z])([A-Z]) = $")
# What is asked for says nothing of the number after it: "find the amount if 5000 rupees".
_ASKED = re.compile(
    r"\bwhat [a-z ]{3,40}?(?=\bmakes?\b)|\b(?:find|what is|what was|what will be|calculate|determine|compute|tell me) [a-z ]{3,40}?(?=\b(?:if|when|on|of|for|that|in|at)\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:by|x|×|\*)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*and|,|and)\s*", re.IGNORECASE)
# After a bare number comes no name of what is counted: "bought for 80 and".
# What a quantity scores whose words follow the number at once.
_NAMED_BEHIND = 1000
_BARE = re.compile(
    r"\s*(?:$|[.,;?!)/]|(?:and|at|for|after|with|how|what|in|on|then|is|find|to|by|from|but|he|she|if|while|when|which|there|this|they|so|it)\b)",
    re.IGNORECASE,
)
# No name of a number stands in the sentence after it.
_FILLING = r"[^\w.,;?!]*(?:(?:is|are|was|were|as|of|the|a|an|his|her|its|in|on|for|simple|total|annual|only)\W+){0,3}"


@dataclass(frozen=True, slots=True)
class Given:
    """A number of the story at its place among the quantities of a frame."""

    quantity: Quantity
    measure: Measure


def frame_problem(text: str) -> Problem | None:
    """Return the problem of the first frame that a story fits, or None."""
    plain = told(text[:_LONGEST])
    pi = PI.search(plain)
    plain = PI.sub(". ", plain)
    found = measures(plain)
    if not found:
        return None
    for frame in (item for item in frames() if not item.named):
        if problem := _problem(frame, plain, found, pi["value"] if pi else ""):
            return problem
    return None


def understood(text: str) -> tuple[Frame, list[Given]] | None:
    """Return the frame that a story in digits fits and its numbers at their places, or None."""
    found = measures(text)
    for frame in frames() if found else ():
        if _problem(frame, text, found, "") is not None:
            given = _placed(frame, _without_request(text), found)
            return None if given is None else (frame, given)
    return None


def nearest(text: str, number: Measure, quantities: list[Quantity], found: list[Measure]) -> Quantity | None:
    """Return the quantity that a number of a follow-up is: by the words beside it, else the only one of its kind."""
    left, right = _around(text, number, found)
    fitting = [
        item for item in quantities if number.kind in item.kinds or (number.kind == "count" and _BARE.match(right))
    ]
    if not number.unit and (rates := [item for item in quantities if any("rate" in kind for kind in item.kinds)]):
        fitting += [item for item in rates if item not in fitting and "rate" in left]
    if number.kind == "money":
        fitting += [item for item in quantities if any("rate" in kind for kind in item.kinds) and item not in fitting]
    named = [(score, item) for item in fitting if (score := _score(item, left, right)) > 1]
    if named:
        return max(named, key=lambda pair: pair[0])[1]
    return fitting[0] if len(fitting) == 1 else None


def _without_request(text: str) -> str:
    """Blank what is asked for: it says nothing of the number after it."""
    return _ASKED.sub(lambda asks: " " * len(asks.group()), text)


def _problem(frame: Frame, text: str, found: list[Measure], pi: str) -> Problem | None:
    if not all(item.search(text) for item in frame.about) or any(item.search(text) for item in frame.unless):
        return None
    given = _placed(frame, _without_request(text), found)
    if given is None or names_another_solid(text, frame.says) or _is_labelled_otherwise(frame, text, given):
        return None
    moves = any("speed" in item.kinds for item in frame.quantities)
    base = units.base([item.measure for item in given], frame.units or units.of_speed(asked.unit(text)), moves=moves)
    values = {item.quantity.letter: units.value(item.measure, base, item.quantity.unit) for item in given}
    for when, fixed in frame.fixed:
        if when.search(text):
            values |= _fixed(fixed, values)
    for wanted in asked.wanted(frame, text, set(values)):
        lines = leading_to(frame, values, wanted)
        if lines:
            return _told(frame, values, wanted, lines, base, asked.unit(text), pi)
    return None


def _is_labelled_otherwise(frame: Frame, text: str, given: list[Given]) -> bool:
    """Tell whether a number that the text calls by the letter of one quantity was taken for another."""
    letters = {item.letter for item in frame.quantities}
    labels = [(_LABEL.search(text[: item.measure.start]), item.quantity.letter) for item in given]
    return any(label is not None and label[1] in letters - {letter} for label, letter in labels)


def pi_value(said: str) -> str:
    """Return the value that a text takes for pi, as typed maths: 22/7 for "22 by 7"."""
    return said.replace(" by ", "/").replace(" over ", "/")


def _fixed(fixed: dict[str, str], values: dict[str, str]) -> dict[str, str]:
    """Return the values that words give where the story gives none: "doubles" is an amount of `2 P`."""
    found: dict[str, str] = {}
    for letter, text in fixed.items():
        times, _, of = text.partition(" ")
        known = {**values, **found}
        if letter not in values:
            found[letter] = str(Fraction(times) * Fraction(known[of])) if of else text
    return found


def _told(
    frame: Frame,
    values: dict[str, str],
    wanted: tuple[str, ...],
    chain: list[Form],
    base: units.Base,
    unit: str,
    pi: str,
) -> Problem:
    lines = [Line(form.letter, form.typed, form.id) for form in chain]
    letters = {*values, *(line.letter for line in lines)}
    kinds = {letter: units.of(frame.quantity(letter), base) for letter in letters}
    names = {letter: frame.quantity(letter).names for letter in letters}
    if len(wanted) == 1 and (factor := units.factor(kinds[wanted[0]], unit)):
        (letter,) = wanted
        fresh = next(name for name in "QNKZYX" if name not in letters)
        lines.append(Line(fresh, f"{factor} {letter}", "story.in_unit"))
        wanted, kinds[fresh], names[fresh] = (fresh,), unit, names[letter]
    if pi and any("pi" in line.typed for line in lines):
        values = {**values, "pi": pi_value(pi)}
    story = Story(
        tuple(values), wanted, tuple(lines), names=tuple((letter, *both) for letter, both in names.items()),
        units=tuple(kinds.items()), whole=frame.whole,
    )  # fmt: skip
    trees = tuple(parse(value, "typed") for value in values.values())
    return Problem("quantity", trees, quantity="story", story=story)


# --- every number in its place -------------------------------------------------------------------------------------


def _placed(frame: Frame, text: str, found: list[Measure]) -> list[Given] | None:
    """Return every measure with its quantity; None where one has none or two have the same."""
    here = [item for item in frame.quantities if item.needs.search(text)]
    given: list[Given] = []
    for run in _runs(text, found):
        free = [item for item in here if item not in [known.quantity for known in given]]
        placed = _listed(frame, text, run, free, found) or _one_by_one(text, run, free, found)
        if placed is None:
            return None
        given += placed
    return given


def _runs(text: str, found: list[Measure]) -> Iterator[list[Measure]]:
    """Yield the measures that stand together: "12 m by 8 m", "20 cm and 15 cm"."""
    run = [found[0]]
    for one, other in pairwise(found):
        gap = text[one.end : other.start]
        if (_BY.fullmatch(gap) or _AND.fullmatch(gap)) and {one.kind, other.kind} in (
            {one.kind},
            {other.kind, "count"},
        ):
            run.append(other)
        else:
            yield run
            run = [other]
    yield run


def _listed(frame: Frame, text: str, run: list[Measure], free: list[Quantity], found: list[Measure]) -> list[Given]:
    """Give the numbers of a list to the dimensions, or to as many names before it, in their order; else nothing."""
    if len(run) == 1:
        return []
    if _BY.fullmatch(text[run[0].end : run[1].start]):
        left, _ = _around(text, run[0], found)
        wanted = [item for letter in frame.dimensions for item in free if item.letter == letter]
        first = max(wanted, key=lambda item: _score(item, left, ""), default=None)
        wanted = wanted[wanted.index(first) :] if first else []
    else:
        left, _ = _around(text, run[0], found)
        named = [(match.start(), item) for item in free for match in [item.before.search(left)] if match]
        wanted = [item for _, item in sorted(named, key=lambda pair: pair[0])]
    if len(wanted) < len(run) or (len(wanted) > len(run) and not _BY.fullmatch(text[run[0].end : run[1].start])):
        return []
    unit = next((measure.unit for measure in reversed(run) if measure.unit), "")
    kind = next((measure.kind for measure in reversed(run) if measure.unit), "count")
    return [
        Given(item, measure if measure.unit else Measure(measure.value, kind, unit, measure.start, measure.end))
        for item, measure in zip(wanted, run, strict=False)
    ]


def _one_by_one(text: str, run: list[Measure], free: list[Quantity], found: list[Measure]) -> list[Given] | None:
    given: list[Given] = []
    for measure in run:
        taken = [item.quantity for item in given]
        free_here = [item for item in free if item not in taken]
        place = None if measure.is_article else _place(text, measure, free_here, found)
        if place is not None:
            given.append(Given(place, measure))
        elif not in_passing(measure, text):
            return None
    return given


def _place(text: str, measure: Measure, free: list[Quantity], found: list[Measure]) -> Quantity | None:
    """Return the quantity whose words stand next to a number, or the one for numbers without words."""
    left, right = _around(text, measure, found)
    fitting = [item for item in free if _fits(item, measure, right)]
    scores = [_score(item, left, right) for item in fitting]
    best = max(scores, default=0)
    if best < _NAMED_BEHIND and COMPARED.match(right):
        return None
    return fitting[scores.index(best)] if best > 0 else None


def _fits(item: Quantity, measure: Measure, right: str) -> bool:
    if measure.kind in item.kinds:
        return True
    return measure.kind == "count" and not {"count"} & item.kinds and _BARE.match(right) is not None


def _score(item: Quantity, left: str, right: str) -> int:
    if re.match(_FILLING + item.after.pattern, right, re.IGNORECASE):
        return _NAMED_BEHIND
    ends = [match.end() for match in item.before.finditer(left)]
    if ends:
        return 1 + 500 - min(len(left) - ends[-1], 499)
    return 1 if item.default else 0


def _around(text: str, measure: Measure, found: list[Measure]) -> tuple[str, str]:
    """Return what stands between a measure and the ones before and after it."""
    others = [item for item in found if item == measure or not in_passing(item, text)]
    index = others.index(measure)
    start = others[index - 1].end if index else 0
    end = others[index + 1].start if index + 1 < len(others) else len(text)
    return text[start : measure.start], text[measure.end : end]


# --- from what is given to what is asked -----------------------------------------------------------------------------


def leading_to(frame: Frame, values: dict[str, str], wanted: tuple[str, ...]) -> list[Form]:
    """Return the formulas that lead to what is asked and use every number; none where there are none."""
    used = chain(frame.forms, values, wanted, lambda form: _in_order(form, values))
    needed = set(wanted).union(*(form.needs for form in used or ()))
    return used if used and set(values) - frame.idle <= needed else []


def _in_order(form: Form, values: dict[str, str]) -> bool:
    """Tell whether the given number that has to be less is."""
    return not {form.less, form.more} <= set(values) or Fraction(values[form.less]) < Fraction(values[form.more])
