"""The model is told its task, the lesson in words and the lesson as data."""

from __future__ import annotations

import json

from tutor_cli.agent.config import Lesson
from tutor_cli.agent.instructions import OPTIONS_PREFIX, instructions


def test_lesson_is_in_the_instructions() -> None:
    """The last line holds the lesson as JSON, the text names mode and class."""
    text = instructions(Lesson("hi", 7, "quiz", 3))

    options = json.loads(text.splitlines()[-1].removeprefix(OPTIONS_PREFIX))
    assert options == {"language": "hi", "level": 7, "mode": "quiz", "seed": 3, "store": True}
    assert "Speak simple Hindi" in text
    assert "class 7" in text
