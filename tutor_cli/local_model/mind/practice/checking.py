"""The pupil's answers: having them checked, saying the verdict, and going on from there."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation, Exercise, Slip
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.practice import hinting, practising
from tutor_cli.local_model.mind.practice.misrules.naming import is_exchanged, is_part, pi_taken_as, slip_in
from tutor_cli.local_model.mind.telling import explaining, proving
from tutor_cli.maths.solve.notes import NOTES

# Notes of the solver that our own verdicts have said already.
_SAYS_NO_MORE = frozenset(
    notes[key] for notes in NOTES.values() for key in ("differs", "unreadable", "no_solution_known")
)
# Units the checker takes for part of the value, where the solution is without.
_WITH_UNIT = re.compile(r"\\circ|\\%")
_UNIT = re.compile(r"\s*(?:degrees?|°|percent|%|rupees?|डिग्री|प्रतिशत|pratishat)\W*$", re.IGNORECASE)
_DEGREES = r"^\circ"
_ANGLE = re.compile(r"pi\b|π|sin|cos|tan", re.IGNORECASE)
_IN_DEGREES = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?:\s*(?:degrees?|°|डिग्री))?", re.IGNORECASE)
_UNKNOWN = re.compile(r"\s*[a-z](?= ?=)")
# After so many wrong answers a hint comes unasked, and after one more the solution is offered.
PATIENCE = 2


def check(c: Conversation, answer: str) -> Turn:
    """Have the answer to the exercise checked and name the slip."""
    if toolbox.CHECK not in c.tools:
        yield say("no_checker")
    elif c.exercise is None:
        yield say("no_problem_yet")
    else:
        yield from _check_exercise(c, c.exercise, answer)


def _check_exercise(c: Conversation, exercise: Exercise, answer: str) -> Turn:
    c.focus = "exercise"
    if exercise.worked is not None and not _WITH_UNIT.search(exercise.worked.answer):
        answer = _UNIT.sub("", answer)
    elif exercise.worked is not None and exercise.worked.answer.endswith(_DEGREES):
        answer = _said_in_degrees(answer)
    verdict, note = yield from toolbox.check(exercise.problem, answer, c.language)
    if exercise.worked is not None and is_exchanged(exercise.worked, answer):
        verdict = "wrong"
    elif verdict == "wrong" and exercise.worked is not None and is_part(exercise.worked, answer):
        verdict = "incomplete"
    if verdict == "incomplete":
        answer, verdict = yield from _with_parts(c, exercise, answer)
    if verdict == "not_understood":
        yield say("verdict_not_understood")
    elif verdict == "right" or (verdict == "right_not_simplified" and c.mode == "quiz"):
        yield from _right(c, exercise, say(f"verdict_{verdict}"))
    elif exercise.worked is not None and (pi := pi_taken_as(exercise.worked, answer)):
        yield from _right(c, exercise, say("right_with_pi", pi=pi))
    else:
        yield from _not_right(c, exercise, answer, verdict, note)


def _said_in_degrees(answer: str) -> str:
    """Return an answer where degrees are asked for: an angle without a unit is one of degrees."""
    return answer if _ANGLE.search(answer) else _IN_DEGREES.sub(r"\g<number>°", answer)


def _with_parts(c: Conversation, exercise: Exercise, answer: str) -> Asking[tuple[str, str]]:
    """Return a part of an answer together with those given before, and the verdict on that."""
    if answer not in exercise.parts:
        exercise.parts.append(answer)
    letters = {found[0] for part in exercise.parts if (found := _UNKNOWN.match(part))}
    whole = (" and " if len(letters) > 1 else " or ").join(exercise.parts)
    verdict, _ = yield from toolbox.check(exercise.problem, whole, c.language)
    return (whole, verdict) if verdict in toolbox.RIGHT else (answer, "incomplete")


def _right(c: Conversation, exercise: Exercise, verdict: Line) -> Turn:
    practising.count_try(c, exercise)
    remember(c, None)
    yield verdict
    c.score.right += not exercise.solved
    exercise.solved = True
    yield from _done(c, exercise)


def _not_right(c: Conversation, exercise: Exercise, answer: str, verdict: str, note: str) -> Turn:
    """Say what is wrong, with the pupil's own numbers where the slip is a known one, and how to go on."""
    worked = yield from hinting.worked_of(c, exercise)
    slip = slip_in(worked, answer) if worked is not None and verdict not in toolbox.RIGHT_SO_FAR else None
    remember_slip(c, Slip(exercise.problem, answer, note, slip, worked), verdict)
    if slip is not None and slip.key == "slip_so_far" and c.mode != "quiz":
        yield slip
        return
    practising.count_try(c, exercise)
    if slip is None:
        yield from _judged(verdict, "" if verdict in toolbox.RIGHT_SO_FAR else note)
        if worked is not None and verdict == "wrong" and c.mode != "quiz":
            yield from proving.tried_in(c, worked, answer)
    else:
        yield say("verdict_wrong")
        yield slip
    yield from _go_on(c, exercise, answer, verdict, named=slip is not None)


def _judged(verdict: str, note: str) -> Turn:
    """Say the verdict, and the note on it where that says more."""
    yield say(f"verdict_{verdict}")
    if note and verdict != "right" and not says_no_more(note):
        yield say("quote", text=note)


def check_elsewhere(c: Conversation, problem: str, answer: str) -> Turn:
    """Check an answer to a problem named in the same breath."""
    verdict, note = yield from toolbox.check(problem, answer, c.language)
    # Before anything is said: a client goes on thinking where its tool's result is followed by no words.
    worked = yield from toolbox.solve(problem, c.language)
    yield from _judged(verdict, note)
    if worked.solved:
        c.history.append(worked)
        c.worked, c.position, c.focus, c.exercise = worked, 0, "solution", None


def remember_slip(c: Conversation, slip: Slip, verdict: str) -> None:
    """Keep an answer that was not right, for when the pupil asks about it or insists."""
    if verdict != "not_understood":
        remember(c, None if verdict in toolbox.RIGHT else slip)


def remember(c: Conversation, slip: Slip | None) -> None:
    """Keep what was wrong with the last answer, nothing where it was right."""
    c.slip, c.answered_right = slip, slip is None
    c.last_slip = slip or c.last_slip


def says_no_more(note: str) -> bool:
    """Tell whether a note of the solver says only what the verdict has said already."""
    return not note or note in _SAYS_NO_MORE


def _done(c: Conversation, exercise: Exercise) -> Turn:
    c.exercise = None
    worked = exercise.worked or (yield from toolbox.solve(exercise.problem, c.language))
    if worked.solved:
        c.worked, c.position, c.focus = worked, 0, "solution"
        yield from explaining.on_whiteboard(c, worked)
    if c.mode == "quiz":
        yield from practising.another(c)
    else:
        yield say("offer_another")
        c.question = "practise"


def _go_on(c: Conversation, exercise: Exercise, answer: str, verdict: str, *, named: bool) -> Turn:
    said_before = answer in exercise.offered
    exercise.offered.append(answer)
    if c.mode == "quiz":
        worked = yield from hinting.worked_of(c, exercise)
        if worked is not None:
            yield explaining.answer_line(worked)
            c.worked, c.position = worked, 0
        yield from practising.another(c)
    elif verdict in toolbox.RIGHT_SO_FAR:
        yield say(f"complete_{verdict}")
    elif exercise.attempts < PATIENCE:
        yield say("try_again")
    elif named:
        yield say("your_turn")
    elif exercise.attempts == PATIENCE or said_before:
        yield from hinting.hint(c)
    else:
        yield say("offer_solution")
