"""Working out a question about a thing in hand, saying the answer, and keeping what was asked of what."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.askable import Asked
from tutor_cli.local_model.mind.subject.posing import NAMED, Posed, in_hand, owners
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.wording import filled
from tutor_cli.maths.solve.stories.units import said as said_unit

# Of a curve and of a line found for it the same can be asked.
_OF_TWO = {"line", "function"}


def answered(c: Conversation, asked: Asked, candidates: list[Posed]) -> Turn:
    """Work out the first of the problems that the solver can, and say of which thing where that was left before."""
    for question in candidates:
        if not question.problem:
            yield say("quote", text=_sentence(c, asked, question, question.gaps["it"]))
            return
        worked = yield from toolbox.solve(question.problem, c.language)
        if worked.solved and not worked.did_nothing:
            latest = next((source for source, _ in in_hand(c)), None)
            if question.about and c.left_unanswered and question.source != NAMED:
                yield say("unanswered_before", problem=question.about)
            elif question.about and (
                question.source not in (NAMED, c.subject, latest) or {other.kind for other in candidates} >= _OF_TWO
            ):
                yield say("about", thing=question.about)
            remember(c, asked, question)
            worked = replace(worked, gives=question.gives)
            yield from explaining.present(
                c, replace(worked, told=_sentence(c, asked, question, worked.value) or worked.told)
            )
            return
    yield say("refused")


def _sentence(c: Conversation, asked: Asked, question: Posed, answer: str) -> str:
    """Return the sentence that tells an answer by its table entry, or nothing where it has none."""
    template = asked.property.tells.get(c.language, "")
    owner = next((name for name, value in owners(c).items() if value == answer), "")
    unit = question.gaps.get("unit of slot") or question.gaps.get("unit", "")
    gaps = {"answer": f"${answer}$", "owner": owner, "in": said_unit(unit, c.language)}
    told = re.sub(r" +(?=[ .।])", "", filled(template, {**question.gaps, **gaps}))
    return f"{told[:1].upper()}{told[1:]}"


def remember(c: Conversation, asked: Asked, question: Posed) -> None:
    """Keep what was asked of what, and a thing that was named only now."""
    c.asked = asked
    if question.source != NAMED:
        c.subject = question.source
    if question.kind == "two answers":
        c.noted.append((len(c.history), {"pair": question.about}))
    if asked.own is not None:
        c.noted.append((len(c.history), asked.own))
        c.subject = ("noted", len(c.noted) - 1)
