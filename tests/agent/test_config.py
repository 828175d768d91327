"""What a worker knows comes from its environment; a lesson may be changed for one room."""

from __future__ import annotations

import pytest

from tutor_cli.agent.config import AgentConfig, Lesson
from tutor_cli.errors import ConfigError

LOCAL = {"TUTOR_MODEL": "local", "TUTOR_MODEL_URL": "https://127.0.0.1:1", "TUTOR_MODEL_CA": "/ca.pem"}


def test_local_model() -> None:
    """Without a key the worker talks to the local model it is told of."""
    config = AgentConfig.from_environment({**LOCAL, "TUTOR_LANGUAGE": "hi", "TUTOR_LEVEL": "7"})

    assert (config.model.name, config.model.url, config.model.ca_file) == ("local", "https://127.0.0.1:1", "/ca.pem")
    assert config.lesson == Lesson(language="hi", level=7)


def test_gemini_is_named_explicitly() -> None:
    """With a key the model is Gemini, of the version we name, whatever the plugin's default is."""
    config = AgentConfig.from_environment({"GEMINI_API_KEY": "k"})

    assert (config.model.name, config.model.gemini_model) == ("gemini", "gemini-3.8-live")


def test_the_key_is_not_shown() -> None:
    """A config in a log or a traceback does not give the key away."""
    config = AgentConfig.from_environment({"GEMINI_API_KEY": "very-secret", "TUTOR_WEBHOOK_SECRET": "also-secret"})

    assert "secret" not in repr(config)


@pytest.mark.parametrize(
    "environment",
    [
        {"TUTOR_MODEL": "local"},
        {"TUTOR_MODEL": "gemini"},
        {**LOCAL, "TUTOR_LEVEL": "13"},
        {**LOCAL, "TUTOR_LEVEL": "x"},
    ],
)
def test_an_incomplete_environment_is_refused(environment: dict[str, str]) -> None:
    """A worker that could not answer does not start."""
    with pytest.raises(ConfigError):
        AgentConfig.from_environment(environment)


def test_a_room_changes_the_lesson() -> None:
    """Dispatch metadata sets what it names and leaves the rest; text that is no JSON object changes nothing."""
    default = Lesson(language="en", level=8)

    assert Lesson.from_json('{"mode": "quiz", "colour": "red"}', default) == Lesson("en", 8, "quiz")
    assert not Lesson.from_json('{"audible": false}', default).audible
    assert Lesson.from_json('{"audible": "no", "store": 1}', default) == default
    assert Lesson.from_json("hello", default) == default
    assert Lesson.from_json("[1]", default) == default
    assert Lesson.from_json("[" * 100_000, default) == default
    assert Lesson.from_json('{"level": 99}', default) == default
    assert Lesson.from_json('{"language": []}', default) == default
    assert Lesson.from_json(default.to_json(), Lesson()) == default
