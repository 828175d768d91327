"""Speech that was heard with little certainty is asked about, not worked on."""

from __future__ import annotations

from tests.local_model.mind.lessons import Lesson
from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.thought import Heard, Say


def _hear(talk: Lesson, text: str, confidence: float) -> str:
    actions = talk.mind.hear(Heard(text, "en", confidence))
    return " ".join(action.text if isinstance(action, Say) else action.name for action in actions)


def test_unsure_maths_is_asked_about() -> None:
    """The formula is shown and read back; yes works on it."""
    talk = lesson()
    assert _hear(talk, "Solve y over 3 equals 9.", 0.4) == r"Did you say: Solve $\frac{y}{3} = 9$?"
    assert "y = 27" in talk.reply("yes")


def test_no_asks_to_say_it_again() -> None:
    """After no the pupil is asked to repeat, and what comes next is taken as it is."""
    talk = lesson()
    _hear(talk, "Solve y over 3 equals 9.", 0.4)
    assert "once more" in talk.reply("no")
    assert "x = 4" in talk.reply("solve 2x = 8")


def test_another_question_is_answered() -> None:
    """A pupil who says something else instead is not held up, nor asked twice running."""
    talk = lesson()
    _hear(talk, "Solve y over 3 equals 9.", 0.4)
    assert _hear(talk, "solve 2x equals 8", 0.4) == "solve_math"


def test_what_is_certain_short_or_typed_is_not_asked_about() -> None:
    """Nobody is asked needlessly."""
    for heard in (
        Heard("solve 2x equals 8", confidence=0.6),
        Heard("x = 2", confidence=0.3, source="typed"),
        Heard("Why?", confidence=0.3),
    ):
        said = lesson().mind.hear(heard)
        assert not any(isinstance(action, Say) and "Did you say" in action.text for action in said)
