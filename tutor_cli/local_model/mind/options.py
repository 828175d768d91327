"""How the pupil wants to be taught, as the client wrote it into the system instruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tutor_cli.json_object import json_object

PREFIX = "tutor-options:"
"""Start of the line of the system instruction that holds the options as one JSON object."""

LANGUAGES = ("auto", "en", "hi")
MODES = ("explain", "practise", "quiz")
LOWEST_CLASS, HIGHEST_CLASS = 6, 12

Mode = Literal["explain", "practise", "quiz"]


@dataclass(frozen=True, slots=True)
class Options:
    """Language, class of school, way of teaching, seed of every choice, and persona."""

    language: Literal["auto", "en", "hi"] = "auto"
    level: int = 8
    mode: Mode = "explain"
    seed: int = 0
    persona: str = "patient"


def options_in(instructions: str) -> Options:
    """Return the options of the last such line; whatever is missing or senseless is the default."""
    lines = [line.strip() for line in instructions.splitlines() if line.strip().startswith(PREFIX)]
    data = json_object(lines[-1][len(PREFIX) :]) if lines else {}
    default = Options()
    return Options(
        language=data["language"] if data.get("language") in LANGUAGES else default.language,
        level=min(max(_whole(data.get("level"), default.level), LOWEST_CLASS), HIGHEST_CLASS),
        mode=data["mode"] if data.get("mode") in MODES else default.mode,
        seed=_whole(data.get("seed"), default.seed),
        persona=str(data.get("persona", default.persona)),
    )


def _whole(value: object, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else default
