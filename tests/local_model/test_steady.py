"""A failing mind: what the pupil hears, and what the log keeps to itself."""

from __future__ import annotations

import logging

import pytest

from tutor_cli.local_model.scripted import ScriptedMind
from tutor_cli.local_model.steady import SteadyMind
from tutor_cli.local_model.thought import Action, Heard, Say, ToolAnswer


class _Confused(ScriptedMind):
    """A mind that fails on every question, with what was said in its error."""

    def hear(self, heard: Heard) -> list[Action]:
        """Fail."""
        if heard.text:
            raise ValueError(heard.text)
        return super().hear(heard)


@pytest.mark.parametrize(("language", "begins"), [("en", "Sorry"), ("hi", "माफ़")])
def test_a_failure_is_answered_in_the_language_of_the_question(language: str, begins: str) -> None:
    """The pupil is asked to put it another way, and the next turn is answered as ever."""
    mind = SteadyMind(_Confused())
    sorry = mind.hear(Heard("x", language))[0]
    assert isinstance(sorry, Say)
    assert sorry.text.startswith(begins)
    assert mind.hear(Heard("", language)) == [Say("I heard: nothing", "I heard: nothing", language)]


def test_the_log_tells_the_place_and_not_the_words(caplog: pytest.LogCaptureFixture) -> None:
    """What a pupil said is in no record above the level of debugging."""
    caplog.set_level(logging.INFO)
    SteadyMind(_Confused()).hear(Heard("my secret"))
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


def test_all_else_passes_through() -> None:
    """Answers of tools and interruptions reach the mind."""
    inner = ScriptedMind()
    mind = SteadyMind(inner)
    mind.interrupted("half")
    assert mind.tool_answered(ToolAnswer("1", "solve", {"output": "4"})) == [Say("4", "4")]
    assert inner.interruptions == ["half"]
