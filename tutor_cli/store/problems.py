"""The problems of a session, read out of its events: which were worked on, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from tutor_cli.events import Event, MathsFound, ToolUsed, Whiteboard
from tutor_cli.json_object import json_object

Outcome = Literal["open", "explained", "right", "wrong", "gave_up"]

_RIGHT = ("right", "right_not_simplified")


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem and what became of it.

    `problem` and `answer` are LaTeX. `outcome`: `open` (begun), `explained` (shown by the tutor), `right` or `wrong`
    (the student's last answer), `gave_up` (shown after a wrong answer). `attempts` counts the student's answers; `slip`
    and `note` tell what was wrong with the last wrong one, as `check_answer` names it.
    """

    at_ms: int
    problem: str
    topic: str = ""
    kind: str = ""
    answer: str = ""
    verified: bool = False
    outcome: Outcome = "open"
    attempts: int = 0
    slip: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problems:
    """The problems of a session by their LaTeX without spaces, and the formulas that were said in it."""

    found: Mapping[str, Problem] = field(default_factory=dict)
    said: frozenset[str] = frozenset()

    def worth_keeping(self) -> dict[int, Problem]:
        """Return the problems by their number in the session.

        What was worked out and neither shown nor answered counts where it was spoken of: a hint to an exercise does
        that. The rest are calculations on the tutor's way to something else.
        """
        numbered = enumerate(self.found.items())
        return {number: item for number, (key, item) in numbered if item.outcome != "open" or key in self.said}


def after(problems: Problems, event: Event) -> Problems:
    """Return the problems after one more event."""
    match event:
        case MathsFound(spans=spans) if spans:
            return replace(problems, said=problems.said | {_key(span.latex) for span in spans})
        case ToolUsed(name="solve_math"):
            return _solved(problems, event.at_ms, json_object(event.result))
        case ToolUsed(name="check_answer"):
            return _checked(problems, event.at_ms, json_object(event.arguments), json_object(event.result))
        case Whiteboard():
            return _shown(problems, event)
    return problems


def _solved(problems: Problems, at_ms: int, result: dict[str, Any]) -> Problems:
    if result.get("status") != "solved" or not _text(result, "problem"):
        return problems
    known = _known(problems, _text(result, "problem"), at_ms)
    solved = replace(
        known,
        topic=_text(result, "topic") or known.topic,
        kind=_text(result, "kind"),
        answer=_text(result, "answer"),
        verified=result.get("verified") is True,
    )
    return _with(problems, solved)


def _checked(problems: Problems, at_ms: int, asked: dict[str, Any], result: dict[str, Any]) -> Problems:
    verdict, problem = _text(result, "verdict"), _text(result, "problem") or _text(asked, "problem")
    if verdict in ("", "not_understood") or not problem:
        return problems
    known = _known(problems, problem, at_ms)
    known = replace(known, attempts=known.attempts + 1, topic=_text(result, "topic") or known.topic)
    if verdict in _RIGHT:
        return _with(problems, replace(known, outcome="right"))
    return _with(problems, replace(known, outcome="wrong", slip=verdict, note=_text(result, "note")))


def _shown(problems: Problems, board: Whiteboard) -> Problems:
    known = _known(problems, board.problem, board.at_ms)
    known = replace(known, answer=known.answer or board.answer, verified=known.verified or board.verified)
    becomes: dict[Outcome, Outcome] = {"open": "explained", "wrong": "gave_up"}
    return _with(problems, replace(known, outcome=becomes.get(known.outcome, known.outcome)))


def _known(problems: Problems, latex: str, at_ms: int) -> Problem:
    return problems.found.get(_key(latex)) or Problem(at_ms, latex)


def _with(problems: Problems, problem: Problem) -> Problems:
    return replace(problems, found={**problems.found, _key(problem.problem): problem})


def _key(latex: str) -> str:
    return "".join(latex.split())


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""
