"""Further questions are put to the figures, points or vectors of an earlier problem."""

from __future__ import annotations

from tests.local_model.mind.solver_tools import lesson


def test_a_question_goes_on_from_what_the_last_one_told() -> None:
    """A sector told in a question stays for the next ones; the park stays all along."""
    talk = lesson()
    talk.reply("A circular park has radius 21 m. Find its area. Take pi = 22/7", "en")
    assert "231" in talk.reply("a sector of 60 degrees is cut, what is its area?", "en")
    assert "22$ metres" in talk.reply("length of that arc", "en")
    assert "42$ metres" in talk.reply("what is the diameter", "en")


def test_named_points_are_asked_about_in_either_language() -> None:
    """What was given by name is asked by name."""
    talk = lesson()
    talk.reply("Points A(0, 0), B(6, 0) and C(6, 8) are given. Find AC.", "en")
    assert "right-angled" in talk.reply("what type of triangle is it?", "en")
    assert "24" in talk.reply("त्रिभुज का क्षेत्रफल बताओ", "hi")
