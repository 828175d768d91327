"""What was wrong with an answer of the pupil's, asked about after it was checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.conversation import Conversation, Slip
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.practice import hinting, practising
from tutor_cli.local_model.mind.practice.checking import says_no_more
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import asking, explaining, proving
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import read_formula

# The unknown of an answer, "x = " of "x = 4".
# Steps that only say what is given, or check. So many steps are told at once.
_SAYS_LITTLE = (".given", ".check")
_BRIEF = 3
_WHOLE = re.compile(r"\b(?:solution|working|hal|full|whole|complete|all|everything)\b|पूरा|हल", re.IGNORECASE)
_UNKNOWN = re.compile(r"[a-z] = ")


def tell(c: Conversation) -> Turn:
    """Say what was wrong with the last wrong answer, and how to go on; also where the next problem is set already."""
    slip = c.slip or c.last_slip
    if c.answered_right:
        yield say("was_right")
        return
    if slip is None:
        yield from hinting.hint(c) if c.exercise else saying("tell_answer")
        return
    exercise = c.exercise
    if exercise is None or exercise.problem == slip.problem:
        yield from _about(c, slip)
        if slip.named is None and says_no_more(slip.note) and exercise is not None:
            yield say("slip_unknown")
            yield from hinting.hint(c)
        elif exercise is not None:
            yield say("your_turn")
        return
    if earlier := next((asked for asked in c.problems_set if asked.problem == slip.problem), None):
        yield say("slip_problem", problem=earlier.shown[c.language])
    yield from _about(c, slip)
    if slip.named is None and slip.worked is not None:
        yield from working(c, slip.worked)
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def working(c: Conversation, worked: Worked) -> Turn:
    """Tell the working briefly: all of a short one, the beginning of a long one."""
    told = [index for index, step in enumerate(worked.steps) if not step.id.endswith(_SAYS_LITTLE)]
    for index in told if len(told) <= _BRIEF else told[: _BRIEF - 1]:
        yield from explaining.step_lines(c, worked, index)
    yield explaining.answer_line(worked)


def why(c: Conversation) -> Turn:
    """Give the reason of what was said last: of the verdict, or of the hint."""
    return explain_or_hint(c, hinting.explain)


def explain_or_hint(c: Conversation, help_with: Callable[[Conversation], Turn] = hinting.hint) -> Turn:
    """Explain the answer judged last, where the next problem has only just been set; else help with that.

    A hint is given, unless the whole solution is asked for.
    """
    exercise, slip = c.exercise, c.slip
    if _WHOLE.search(c.heard):
        return practising.give_up(c)
    if exercise is not None and slip is not None and slip.problem == exercise.problem and not exercise.hints:
        return tell(c)
    fresh = exercise is not None and not exercise.attempts and not exercise.hints
    if exercise is None or slip is None or slip.worked is None or not fresh or slip.problem == exercise.problem:
        return help_with(c)
    return _explained(c, slip.worked)


def verdict_again(c: Conversation) -> Turn:
    """Say once more whether the pupil's last answer was right."""
    if c.answered_right:
        yield say("was_right")
    elif c.slip is None:
        yield say("tell_answer")
    else:
        yield say("verdict_wrong")
        yield from [] if c.slip.worked is None or _is_set(c, c.slip) else [explaining.answer_line(c.slip.worked)]


def _is_set(c: Conversation, slip: Slip) -> bool:
    return c.exercise is not None and c.exercise.problem == slip.problem


def how_to_check(c: Conversation) -> Turn:
    """Say how an answer to the problem that is set can be checked, or show it of the one just solved."""
    fresh = c.exercise is not None and not c.exercise.attempts and not c.exercise.hints
    if fresh and c.answered_right and c.worked is not None:
        yield from proving.show(c)
        yield say("back_to_ours")
        yield from asking.problem_again(c)
        return
    yield say("check_yourself")
    c.focus = "exercise"


def _explained(c: Conversation, worked: Worked) -> Turn:
    yield from working(c, worked)
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def _about(c: Conversation, slip: Slip) -> Turn:
    written = _written(slip.answer)
    if written:
        yield say("slip_was", answer=written)
    if slip.named is not None:
        yield slip.named
        return
    reasons = [] if says_no_more(slip.note) else [say("quote", text=slip.note)]
    worked = slip.worked or (c.exercise.worked if c.exercise else c.worked)
    if written and worked is not None and worked.source == slip.problem:
        unknown = _UNKNOWN.match(worked.answer)
        stated = f"{unknown[0]}{written}" if unknown and "=" not in written else written
        reasons += yield from proving.put_in(c, worked, stated)
    yield from reasons
    if not reasons and c.exercise is None and worked is not None:
        yield say("slip_unknown")
        yield from working(c, worked)


def _written(answer: str) -> str:
    """Return the answer in LaTeX, or nothing where it is not written maths."""
    for reader in (read_formula, parse):
        try:
            return to_latex(reader(answer))
        except MathsError:
            continue
    return ""
