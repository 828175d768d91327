"""A solution as the client's `solve_math` returned it, read defensively: it came over a wire."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

_SIMPLIFYING = ("simplify.", "nothing_to_do")
# Steps that only look at what is there.
_IDLE = ("equation.check", "nothing_to_do")
_VALUES = frozenset(("value", "expression"))
# The letters of a story's unknowns, in their order.
_UNKNOWNS = "xyzlb"
# "A = " before an area: what is wanted of it later is the value.
_ASSIGNED = re.compile(r"(?<![\w}])(?P<letter>[A-Za-z]) = (?P<value>[^,=]+?)(?=,|$)")
_NAME_OF_VALUE = re.compile(r"^[A-Za-z] = ")


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """One line of working; `before` and `after` are LaTeX, `reason` a sentence that may hold `$LaTeX$`.

    `parts` are the smaller steps it is made of, where there are some.
    """

    id: str
    before: str
    after: str
    reason: str
    parts: tuple[WorkedStep, ...] = ()

    @property
    def written(self) -> str:
        """The step and its parts as one text: id, formula and reason."""
        return " ".join((self.id, self.before, self.reason, *(part.written for part in self.parts)))

    def as_argument(self) -> dict[str, str]:
        """Return the step as `show_on_whiteboard` takes it."""
        return {"id": self.id, "before": self.before, "after": self.after, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of a story: its letter, name, value in LaTeX and unit; `amount` is value and unit in words."""

    letter: str
    name: str
    value: str
    unit: str
    amount: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """A solution: what was asked (`source`, as given to the tool), the problem and answer in LaTeX, and the steps.

    `note` is what the tool would say, the only answer where there is no formula for it; `told` is the answer of a story
    in a sentence, with its names and units; `gives` is the kind of thing that the answer is, where a property of
    something was asked; `amounts` are the quantities of a story.
    """

    source: str
    language: str
    status: str
    problem: str
    answer: str
    kind: str
    steps: tuple[WorkedStep, ...]
    verified: bool
    note: str
    method: str = ""
    told: str = ""
    gives: str = ""
    amounts: tuple[Amount, ...] = ()

    @property
    def solved(self) -> bool:
        """Whether there is an answer."""
        return self.status == "solved"

    @property
    def misread(self) -> bool:
        """Whether a word was taken for a product of letters, as "add" in "add 5 and 7", or a number was passed over."""
        if self._only_simplified and self._numbers_lost:
            return True
        letters = set(re.findall(r"(?<![\\A-Za-z{])[a-z]{3,}", self.problem))
        return any(word in letters for word in re.findall(r"(?<![0-9a-z^_])[a-z]{3,}", self.source.casefold()))

    @property
    def _only_simplified(self) -> bool:
        return bool(self.steps) and all(step.id.startswith(_SIMPLIFYING) for step in self.steps)

    @property
    def _numbers_lost(self) -> bool:
        told = " ".join((self.problem, self.answer, *(step.reason for step in self.steps)))
        return not set(re.findall(r"\d+", self.source)) <= set(re.findall(r"\d+", told))

    @property
    def states_something(self) -> bool:
        """Whether the problem was an equation to be solved, which may have nothing to solve in it: 2 + 2 = 5."""
        return self.kind == "set"

    def mentions(self, number: str) -> bool:
        """Tell whether a number occurs in the problem or its working."""
        texts = [self.problem, self.answer, *(f"{step.before} {step.after} {step.reason}" for step in self.steps)]
        return any(number in re.findall(r"\d+", text) for text in texts)

    def step_with(self, number: str) -> int | None:
        """Return the first step that brings in the number, or None where none does."""
        texts = [f"{step.reason} {step.after}" for step in self.steps]
        return next((index for index, text in enumerate(texts) if number in re.findall(r"\d+", text)), None)

    @property
    def written(self) -> str:
        """The steps as one text: ids, formulas and reasons, by which questions about them are told."""
        return " ".join(step.written for step in self.steps)

    @property
    def did_nothing(self) -> bool:
        """Whether the tool found nothing to do: it gave back what it read, and what was asked got lost."""
        idle = all(step.id in _IDLE for step in self.steps) and self.problem == self.answer
        return bool(self.steps) and (idle or all(step.id == "nothing_to_do" for step in self.steps))

    @property
    def values(self) -> dict[str, str]:
        """The values, in LaTeX, that are given and found for letters."""
        texts = f"{self.problem}, {self.answer}".replace(r"\text{ and }", ",")
        known = {found["letter"]: found["value"].strip() for found in _ASSIGNED.finditer(texts)}
        return {amount.letter: amount.value for amount in self.amounts} | known

    @property
    def unknowns(self) -> list[Amount]:
        """The quantities that a story's equations were solved for, in the order of their letters."""
        if not self.steps or self.steps[0].id != "story.let":
            return []
        found = [item for item in self.amounts if item.letter in _UNKNOWNS]
        return sorted(found, key=lambda item: _UNKNOWNS.index(item.letter))

    @property
    def target(self) -> str:
        """What "it" means after this solution, in LaTeX: a value or expression found, else what was asked."""
        if self.kind not in _VALUES or not self.answer:
            return self.problem
        return self.value

    @property
    def value(self) -> str:
        """The answer without the name of the quantity before it."""
        return _NAME_OF_VALUE.sub("", self.answer)

    @classmethod
    def from_response(cls, response: dict[str, Any], source: str, language: str, method: str = "") -> Worked:
        """Read what `solve_math` returned for `source`; anything of a wrong type counts as missing."""
        steps = response.get("steps")
        return cls(
            source=source,
            language=language,
            status=_text(response, "status") or "refused",
            problem=_text(response, "problem"),
            answer=_text(response, "answer"),
            kind=_text(response, "kind"),
            steps=tuple(_step(step) for step in steps if isinstance(step, dict)) if isinstance(steps, list) else (),
            verified=response.get("verified") is True,
            note=_text(response, "say") or _text(response, "answer_spoken"),
            method=method,
            told=_text(response, "told"),
            amounts=_amounts(response.get("quantities")),
        )


@dataclass(frozen=True, slots=True)
class Result:
    """A number found: what it is of in words, its value in LaTeX, its unit, and the solution it belongs to."""

    name: str
    value: str
    unit: str
    worked: Worked


def _amounts(items: object) -> tuple[Amount, ...]:
    listed = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return tuple(_amount(item) for item in listed)


def _amount(item: dict[str, Any]) -> Amount:
    letter, name, value, unit, amount = (_text(item, key) for key in ("letter", "name", "value", "unit", "amount"))
    return Amount(letter, name, value, unit, amount, asked=bool(item.get("asked")))


def _step(step: dict[str, Any]) -> WorkedStep:
    parts = step.get("parts")
    inner = tuple(_step(part) for part in parts if isinstance(part, dict)) if isinstance(parts, list) else ()
    return WorkedStep(_text(step, "id"), _text(step, "before"), _text(step, "after"), _text(step, "reason"), inner)


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""


def fraction_of(latex: str) -> Fraction | None:
    """Return the rational number that is written in LaTeX, or None."""
    plain = re.sub(r"\\d?frac\{(\d+)\}\{(\d+)\}", r"\1/\2", latex)
    try:
        return Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None
