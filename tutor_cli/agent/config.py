"""What a session of the tutor needs to know, from the worker's environment and the room's dispatch."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal, Self, get_args

from tutor_cli.errors import ConfigError
from tutor_cli.json_object import json_object
from tutor_cli.settings import Settings, load

Language = Literal["en", "hi", "auto"]
Mode = Literal["explain", "practise", "quiz"]

DEFAULT_AGENT_NAME = "tutor"
GEMINI_VOICE = "Puck"

MODEL_URL, MODEL_CA = "TUTOR_MODEL_URL", "TUTOR_MODEL_CA"
"""Where `stack` tells a worker to find the local model and its certificate authority."""

_LESSON_HINT = "Languages: en, hi, auto. Modes: explain, practise, quiz. Classes: 1 to 12."


@dataclass(frozen=True)
class Lesson:
    """How the pupil wants to be taught; the fields the dispatch metadata may set for one room."""

    language: Language = "auto"
    level: int = 9
    mode: Mode = "explain"
    seed: int = 0
    store: bool = True
    """Whether this lesson may be kept; where the worker keeps none, it is not."""
    audible: bool = True
    """Whether the tutor speaks; where not, it answers in text only, as fast as the model does."""

    def __post_init__(self) -> None:
        """Refuse what the tutor could not follow."""
        if self.language not in get_args(Language) or self.mode not in get_args(Mode):
            raise ConfigError("lesson", f"No such language or mode: {self.language!r}, {self.mode!r}.", _LESSON_HINT)
        for name, value in (("store", self.store), ("audible", self.audible)):
            if not isinstance(value, bool):
                raise ConfigError("lesson", f"Neither true nor false: {name} {value!r}.", "Write true or false.")
        if not isinstance(self.level, int) or not isinstance(self.seed, int) or not 1 <= self.level <= 12:
            raise ConfigError("lesson", f"No such class or seed: {self.level!r}, {self.seed!r}.", _LESSON_HINT)

    @classmethod
    def from_settings(cls, settings: Settings) -> Lesson:
        """Return the lesson the settings ask for; raise ConfigError where there is no such lesson."""
        level = _level(settings.level.value) or cls.level
        language, mode = settings.language.value, settings.mode.value
        return cls(language, level, mode, settings.seed.value or 0, settings.store.value)  # type: ignore[arg-type]

    @classmethod
    def from_json(cls, text: str, default: Lesson) -> Lesson:
        """Return the default with what the JSON object `text` says changed; keys of others are left alone.

        A text that is no such object, or asks for a lesson there is not, changes nothing: a room must not fail for it.
        """
        data = json_object(text)
        known = {field.name for field in fields(cls)}
        try:
            return replace(default, **{key: value for key, value in data.items() if key in known})
        except (ConfigError, TypeError):
            return default

    def to_json(self) -> str:
        """Return the JSON object that `from_json` reads."""
        return json.dumps({field.name: getattr(self, field.name) for field in fields(self)})


@dataclass(frozen=True)
class ModelConfig:
    """Which model speaks: Gemini with a key, or the local one at an address with its certificate authority."""

    name: Literal["gemini", "local"]
    gemini_model: str = ""
    gemini_key: str = field(default="", repr=False)
    voice: str = GEMINI_VOICE
    url: str = ""
    ca_file: str = ""


@dataclass(frozen=True)
class AgentConfig:
    """Everything a worker knows; secrets do not show in its repr."""

    model: ModelConfig
    lesson: Lesson
    webhook_url: str = ""
    webhook_secret: str = ""
    pipeline: str = "realtime"
    database: str = ""
    """Where lessons are kept: an address, or the path of an SQLite file; empty: nowhere."""

    def __repr__(self) -> str:
        """Name the model and the lesson only."""
        return f"<AgentConfig {self.model.name} {self.lesson}>"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the settings, and from `stack` where the local model is; raise ConfigError where it cannot work."""
        settings = load({}, environment)
        return cls.from_settings(settings, environment.get(MODEL_URL, ""), environment.get(MODEL_CA, ""))

    @classmethod
    def from_settings(cls, settings: Settings, model_url: str, model_ca: str) -> Self:
        """Return what a session needs; the address and certificate authority are those of the local model."""
        secret = settings.webhook_secret.value
        return cls(
            _model_config(settings, model_url, model_ca),
            Lesson.from_settings(settings),
            settings.webhook_url.value or "",
            secret.reveal() if secret else "",
            settings.pipeline.value,
            settings.database(),
        )


def _model_config(settings: Settings, url: str, ca_file: str) -> ModelConfig:
    if settings.model.value == "gemini":
        key = settings.require_gemini_key().reveal()
        return ModelConfig("gemini", settings.gemini_model.value, key, settings.voice_of("gemini") or GEMINI_VOICE)
    if not url:
        hint = f"Start the worker with `tutor up`, or set GOOGLE_API_KEY, or {MODEL_URL} and {MODEL_CA}."
        raise ConfigError("no_model", "There is neither a Gemini key nor a running local model.", hint)
    return ModelConfig("local", url=url, ca_file=ca_file)


def _level(text: str | None) -> int | None:
    if text is not None and not text.isdecimal():
        raise ConfigError("lesson", f"No such class: {text!r}.", _LESSON_HINT)
    return int(text) if text else None
