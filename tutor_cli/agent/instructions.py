"""What the model is told about its task: the same text for Gemini and for the local mind."""

from __future__ import annotations

from importlib.resources import files

from tutor_cli.agent.config import Language, Lesson, Mode

OPTIONS_PREFIX = "tutor-options: "
"""The line with the lesson as JSON, for a model that reads data better than prose: our local mind."""

_LANGUAGE: dict[Language, str] = {
    "en": "Speak English, whatever language the pupil uses.",
    "hi": "Speak simple Hindi; mathematical terms may stay English where pupils in India use them so.",
    "auto": "Answer in the language the pupil speaks: English, Hindi, or the mixture of both called Hinglish.",
}

_MODE: dict[Mode, str] = {
    "explain": "Explain each problem step by step at the pupil's pace.",
    "practise": "Let the pupil work: give a hint before any answer, and check every answer with check_answer.",
    "quiz": "Ask problems one after another, check every answer with check_answer, and keep the score.",
}


def instructions(lesson: Lesson) -> str:
    """Return the system instruction for a lesson."""
    text = files("tutor_cli.agent").joinpath("instructions.txt").read_text(encoding="utf-8").strip()
    level = f"The pupil is in class {lesson.level} of an Indian school."
    return "\n".join([text, _LANGUAGE[lesson.language], _MODE[lesson.mode], level, OPTIONS_PREFIX + lesson.to_json()])
