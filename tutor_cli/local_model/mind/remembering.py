"""Earlier work: what was done last time, which problems went wrong or are unfinished, and one more like those.

What was done is asked of the client's tool; nothing of it is kept here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Call, Turn, say
from tutor_cli.local_model.mind.practice import exercises, practising
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.phrases import PhraseTable

RECALL = "recall_problems"
MOST_TOLD = 3
"""Problems that can be followed by ear in one turn."""

_OUTCOMES = ("wrong", "open", "right")
_SLIPS = ("sign", "incomplete", "extra")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about earlier work: `session` and `outcome` as the tool takes them.

    `similar` asks for one more, `count` only for how many there were.
    """

    session: str
    outcome: str
    similar: bool = False
    count: bool = False


def asked_for(text: str) -> Question | None:
    """Return what a text asks about earlier work, if it does."""
    said = {match.name for match in _cues().matches(text)}
    when = "last" if "earlier" in said else "this" if "today" in said else "any"
    outcome = next((name for name in _OUTCOMES if name in said), "")
    if "similar" in said and (outcome == "wrong" or (when == "last" and not outcome)):
        return Question(when, outcome or "any", similar=True)
    if outcome and {"which", "several"} <= said and not ("how_many" in said and outcome == "right"):
        return Question(when, outcome)
    if {"how_many", "several", "did"} <= said and not outcome and when != "last":
        return Question("this", "any", count=True)
    if ("did" in said and when != "any") or ("resume" in said and when == "last"):
        return Question(when, "any")
    return None


def tell(c: Conversation, question: Question) -> Turn:
    """Tell what the client's notes say of it."""
    today = question.session == "this" and question.outcome == "any" and c.history
    if question.count or (today and RECALL not in c.tools):
        yield from _of_this_lesson(c, counted=question.count)
        return
    if RECALL not in c.tools:
        yield say("no_notes")
        return
    found = yield from _recall(question)
    if found is None:
        yield say("no_notes")
    elif not found and question.session == "last":
        yield say("no_earlier_lesson")
        yield from _told(
            c, Question("this", question.outcome), (yield from _recall(Question("this", question.outcome)))
        )
    elif question.similar:
        yield from _one_more(c, found)
    else:
        yield from _told(c, question, found)


def _of_this_lesson(c: Conversation, *, counted: bool) -> Turn:
    """Tell what was worked out in this lesson: how much, and the last of it."""
    posed = list({worked.source: worked for worked in c.history if not worked.gives}.values())
    yield say("worked_on", count=f"${len(posed)}$")
    for worked in posed[-MOST_TOLD:] if not counted else ():
        yield explaining.problem_line(c, worked)
    if c.score.tried:
        yield from practising.score(c)


def _recall(question: Question) -> Asking[list[dict[str, Any]] | None]:
    """Return the problems, newest first; None where no notes are kept. They came over a wire."""
    answer = toolbox.unwrapped((yield Call(RECALL, {"session": question.session, "outcome": question.outcome})))
    if answer.get("status") not in ("found", "nothing"):
        return None
    problems = answer.get("problems")
    listed = problems if isinstance(problems, list) else []
    return [item for item in listed if isinstance(item, dict) and _text(item, "problem")]


def _told(c: Conversation, question: Question, found: Sequence[dict[str, Any]] | None) -> Turn:
    if not found:
        yield say(f"recalled_none_{question.outcome}")
        return
    yield say(f"recalled_{question.session if question.outcome == 'any' else question.outcome}")
    for item in found[:MOST_TOLD]:
        yield from _lines(item)
    if len(found) > MOST_TOLD:
        yield say("recalled_more", count=f"${len(found) - MOST_TOLD}$")
    if topic := _topic(found[0]):
        c.topic, c.question = topic, "practise"
        _pass_over(c, found)
        yield say("offer_practice")


def _lines(item: dict[str, Any]) -> Turn:
    problem, slip = _text(item, "problem"), _text(item, "slip")
    outcome = _text(item, "outcome")
    yield say(_outcome_line(outcome, corrected=bool(slip)), problem=problem)
    if outcome != "right" and slip in _SLIPS:
        yield say(f"slip_{slip}")


def _outcome_line(outcome: str, *, corrected: bool) -> str:
    if outcome == "right" and corrected:
        return "recalled_problem_corrected"
    known = (*_OUTCOMES, "explained", "gave_up")
    return f"recalled_problem_{outcome if outcome in known else 'open'}"


def _one_more(c: Conversation, found: Sequence[dict[str, Any]]) -> Turn:
    """Set a problem like the newest of those found."""
    if not found:
        yield say("recalled_none_wrong")
        return
    yield say("recalled_was", problem=_text(found[0], "problem"))
    if topic := _topic(found[0]):
        _pass_over(c, found)
        yield from practising.set_problem(c, topic)
    else:
        yield say("no_topic")


def _pass_over(c: Conversation, found: Sequence[dict[str, Any]]) -> None:
    """Let no problem be one of those: the same seed sets the same problems in every lesson."""
    c.known_problems.extend(_text(item, "problem") for item in found)


def _topic(item: dict[str, Any]) -> str:
    return exercises.topic_in(_text(item, "topic"))


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""


@cache
def _cues() -> PhraseTable:
    return PhraseTable(load("remembering"))
