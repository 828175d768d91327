"""What was wrong with an answer of the pupil's, asked about after it was checked."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind import asking, explaining, practising, proving
from tutor_cli.local_model.mind.checking import says_no_more
from tutor_cli.local_model.mind.conversation import Conversation, Slip
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse

# The unknown of an answer, "x = " of "x = 4".
_UNKNOWN = re.compile(r"[a-z] = ")


def tell(c: Conversation) -> Turn:
    """Say what was wrong with the last wrong answer, and how to go on; also where the next problem is set already."""
    slip = c.slip or c.last_slip
    if slip is None:
        yield from practising.hint(c) if c.exercise else _no_answer_yet()
        return
    exercise = c.exercise
    if exercise is None or exercise.problem == slip.problem:
        yield from _about(c, slip)
        if slip.named is None:
            yield from practising.hint(c) if exercise else explaining.first_step(c)
        return
    if earlier := next((asked for asked in c.problems_set if asked.problem == slip.problem), None):
        yield say("slip_problem", problem=earlier.shown[c.language])
    yield from _about(c, slip)
    if slip.named is None and slip.worked is not None:
        yield from explaining.step_lines(c, slip.worked, 0)
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def _no_answer_yet() -> Turn:
    yield say("tell_answer")


def _about(c: Conversation, slip: Slip) -> Turn:
    written = _written(slip.answer)
    if written:
        yield say("slip_was", answer=written)
    if slip.named is not None:
        yield slip.named
        return
    if slip.note and not says_no_more(slip.note):
        yield say("quote", text=slip.note)
    worked = slip.worked or (c.exercise.worked if c.exercise else c.worked)
    if written and worked is not None and worked.source == slip.problem:
        unknown = _UNKNOWN.match(worked.answer)
        stated = f"{unknown[0]}{written}" if unknown and "=" not in written else written
        yield from (yield from proving.put_in(c, worked.problem, stated))


def _written(answer: str) -> str:
    """Return the answer in LaTeX, or nothing where it is not written maths."""
    try:
        return to_latex(parse(answer))
    except MathsError:
        return ""
