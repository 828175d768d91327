"""Hints before answers: what can be given away of a solution, level by level, and talk about the hint just given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say, saying
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import deriving, explaining
from tutor_cli.local_model.mind.utterance.words import Language

# The formula of a shape, "A = lb"; a step that only names it holds it before and after.
_FORMULA = re.compile(r"[A-Za-z]+ = [^=]*[a-z][^=]*")
# Steps that tell a pupil nothing about how to go on.
_SAYS_LITTLE = (".check", ".work_out", ".collect_roots", ".given")
# What a step says it comes to, at the end of its sentence: " is $12$."
_TOLD = re.compile(r"\s+(?:is|बराबर)\s+\$[^$]*\$(?=[.।]?$)")
# "A = 5 \cdot 8 = 40": the value is the pupil's to find.
_PUT_IN = re.compile(r"(?P<work>.*\d.*) = (?P<value>[^=]+)")
_NUDGE = -1


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence that gives something away, and the step it speaks of; a nudge speaks of none."""

    line: Line
    step: int = _NUDGE


def hint(c: Conversation, levels: int = 1) -> Turn:
    """Help a little more each time, by so many levels at once, without giving the answer away."""
    hints = yield from _of_exercise(c)
    exercise = c.exercise
    if exercise is None or not hints:
        return
    given = hints[exercise.hints : exercise.hints + levels]
    if not given and "slip_unknown" not in c.said:
        yield say("hints_again")
    yield from _given(c, exercise, hints, given or hints[-1:])


def bigger(c: Conversation) -> Turn:
    """Give away two levels at once."""
    return hint(c, levels=2)


def first_step(c: Conversation) -> Turn:
    """Say how the solution begins: what is done first, and what that gives."""
    hints = yield from _of_exercise(c)
    steps = [hint.step for hint in hints if hint.step != _NUDGE]
    if c.exercise is not None and hints:
        yield from _given(c, c.exercise, hints, [hint for hint in hints if hint.step == min(steps, default=_NUDGE)])


def _given(c: Conversation, exercise: Exercise, hints: list[Hint], given: list[Hint]) -> Turn:
    exercise.hints = max(exercise.hints, hints.index(given[-1]) + 1)
    exercise.hint, c.focus = given[-1].step, "exercise"
    for one in given:
        yield one.line
    yield say("your_turn")


def tell(c: Conversation, exercise: Exercise, line: Line) -> Turn:
    """Give a hint out of its order; those up to it count as given."""
    hints = yield from _of_exercise(c)
    lines = [hint.line for hint in hints]
    exercise.hints = max(exercise.hints, lines.index(line) + 1 if line in lines else 0)
    yield line
    yield say("your_turn")


def explain(c: Conversation) -> Turn:
    """Say why the last hint helps: the reason for its step, deeper each time; without any the next hint."""
    exercise = c.exercise
    worked = (yield from worked_of(c, exercise)) if exercise is not None else None
    if exercise is None or worked is None:
        return
    at = exercise.hint if exercise.hint != _NUDGE else next(iter(telling_steps(worked)), 0)
    step = worked.steps[at] if exercise.hints and at < len(worked.steps) else None
    known = [*deriving.reasons_of(c, step)] if step is not None else []
    told = c.reasons_told.get((worked.problem, at), 0)
    if step is None or told >= len(known):
        yield from hint(c)
        return
    c.reasons_told[worked.problem, at] = told + 1
    if exercise.hint == _NUDGE:
        yield to_do(step, worked)
    yield say("quote", text=known[told])
    yield say("your_turn")


def _of_exercise(c: Conversation) -> Asking[list[Hint]]:
    """Return the hints for the problem that is set; without one, or without a solution, say so."""
    exercise = c.exercise
    if exercise is None:
        yield from explaining.next_step(c) if c.worked else saying("no_problem_yet")
        return []
    worked = yield from worked_of(c, exercise)
    if worked is None:
        return []
    hints = hints_for(exercise, worked, c.language)
    if not hints:
        yield say("no_hints")
    return hints


def worked_of(c: Conversation, exercise: Exercise) -> Asking[Worked | None]:
    """Return the solution of the exercise in the language spoken now."""
    if exercise.worked is None or exercise.worked.language != c.language:
        exercise.worked = yield from explaining.work_out(c, exercise.problem)
    return exercise.worked


def hints_for(exercise: Exercise, worked: Worked, language: Language) -> list[Hint]:
    """Return what can be given away: how to go about it, then of each step what to do and what it gives.

    The last of them leaves the answer to be worked out.
    """
    nudges = [Hint(say("hint_step", text=tip)) for tip in exercise.tip.get(language, ())]
    steps = enumerate(worked.steps if not exercise.tip_is_all else ())
    hints = [*nudges, *(hint for at, step in steps for hint in _of_step(step, at, worked))]
    return [hint for at, hint in enumerate(hints) if hint.line not in [before.line for before in hints[:at]]]


def _of_step(step: WorkedStep, at: int, worked: Worked) -> Iterator[Hint]:
    """Yield what to do in a step and what that gives, of a value only how it is worked out."""
    if step.id.endswith(_SAYS_LITTLE):
        return
    yield Hint(to_do(step, worked), at)
    if step.after == step.before:
        return
    put_in = _PUT_IN.fullmatch(step.after)
    if step is not worked.steps[-1] and not gives_away(step.after, worked):
        yield Hint(say("hint_result", text=step.after), at)
    elif put_in is not None and not gives_away(put_in["work"], worked):
        yield Hint(say("hint_work_out", formula=put_in["work"]), at)


def to_do(step: WorkedStep, worked: Worked) -> Line:
    """Return what is to be done in a step, without the answer."""
    if step.after == step.before and _FORMULA.fullmatch(step.after):
        return say("hint_formula", formula=step.after)
    if gives_away(step.reason, worked) and step.before and step.before != worked.problem:
        return say("hint_work_out", formula=step.before)
    return say("hint_step", text=_TOLD.sub("", step.reason) if gives_away(step.reason, worked) else step.reason)


def formula_of(worked: Worked) -> Line | None:
    """Return the formula of the solution as a hint, or None where it needs none."""
    named = next((step for step in worked.steps if step.after == step.before and _FORMULA.fullmatch(step.after)), None)
    if named is not None:
        return say("hint_formula", formula=named.after)
    told = next((step for step in worked.steps if re.search(r"\$[^$]*=[^$]*[a-z][^$]*\$", step.reason)), None)
    return say("hint_step", text=told.reason) if told else None


def gives_away(text: str, worked: Worked) -> bool:
    """Tell whether a text holds the answer."""
    value = worked.answer.rpartition(" = ")[2].removesuffix(" + C")
    if text in worked.answer.split(r" \text{ or } "):
        return True
    return value == text.rpartition(" = ")[2] or f"${value}$" in text or f"= {value}$" in text


def telling_steps(worked: Worked) -> list[int]:
    """Return the steps that tell a pupil something: neither what is given nor a check."""
    return [at for at, step in enumerate(worked.steps) if not step.id.endswith(_SAYS_LITTLE)]
