"""The model is told its task, the lesson in words and the lesson as data."""

from __future__ import annotations

import json

import pytest

from tutor_cli.agent.config import Language, Lesson, Mode
from tutor_cli.agent.instructions import OPTIONS_PREFIX, instructions


def test_lesson_is_in_the_instructions() -> None:
    """The last line holds the lesson as JSON, the text names mode and class."""
    text = instructions(Lesson("hi", 7, "quiz", 3))

    options = json.loads(text.splitlines()[-1].removeprefix(OPTIONS_PREFIX))
    assert options == {"language": "hi", "level": 7, "mode": "quiz", "seed": 3, "store": True, "audible": True}
    assert "Speak simple Hindi" in text
    assert "class 7" in text


@pytest.mark.parametrize(
    ("language", "mode", "told"),
    [
        ("en", "explain", ("Speak English", "step by step", "class 6")),
        ("hi", "practise", ("Speak simple Hindi", "a hint before any answer", "class 6")),
        ("auto", "quiz", ("Hinglish", "keep the score", "class 6")),
    ],
)
def test_every_choice_is_told_in_words_too(language: Language, mode: Mode, told: tuple[str, ...]) -> None:
    """Gemini, which knows nothing of our data, reads language, mode and class as sentences."""
    text = instructions(Lesson(language, 6, mode, 0))
    prose = text[: text.index(OPTIONS_PREFIX)]
    assert [words for words in told if words not in prose] == []
