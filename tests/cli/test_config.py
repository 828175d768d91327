"""`tutor config show` tells every setting with its origin, and no secret."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor

SECRETS = {
    "LIVEKIT_API_SECRET": "hush-livekit",
    "LIVEKIT_TOKEN": "hush-token",
    "GOOGLE_API_KEY": "hush-google",
    "TUTOR_WEBHOOK_SECRET": "hush-webhook",
    "FRONTEND_WEBHOOK_URL": "https://me:hush-password@hooks.test/",
}


@pytest.fixture(name="_secrets")
def _set_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)


def test_origins(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flag, environment, file and default each name themselves."""
    monkeypatch.setenv("LIVEKIT_URL", "ws://lk.test:7880")
    Path(".env").write_text("TUTOR_MODE=quiz\n")

    data = tutor("config", "show", "--json", "--model", "local").data

    assert data["livekit_url"] == {"value": "ws://lk.test:7880", "origin": "environment LIVEKIT_URL"}
    assert data["model"] == {"value": "local", "origin": "flag --model"}
    assert data["mode"]["origin"].endswith("/.env TUTOR_MODE")
    assert data["transport"] == {"value": "room", "origin": "default"}


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.usefixtures("_secrets")
def test_secrets_are_masked(tutor: Tutor, form: list[str]) -> None:
    """No secret is shown in either form, only that and where it is set."""
    shown = tutor("config", "show", *form)

    assert shown.exit_code == 0
    assert "hush" not in shown.stdout + shown.stderr
    assert "********" in shown.stdout
    assert "environment GOOGLE_API_KEY" in shown.stdout


@pytest.mark.parametrize(("text", "value", "shown"), [("off", False, "off"), ("True", True, "on")])
def test_switches(tutor: Tutor, monkeypatch: pytest.MonkeyPatch, text: str, value: bool, shown: str) -> None:
    """A switch is on or off for people, true or false for scripts."""
    monkeypatch.setenv("TUTOR_STORE", text)

    assert tutor("config", "show", "--json").data["store"]["value"] is value
    [row] = [line.split() for line in tutor("config", "show").stdout.splitlines() if line.startswith("store")]
    assert row[:2] == ["store", shown]


def test_bad_values_exit_3(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad value in the environment is a configuration error, in JSON too."""
    monkeypatch.setenv("TUTOR_MODEL", "gpt")

    shown = tutor("config", "show", "--json")

    assert shown.exit_code == 3
    assert shown.document["problems"][0]["message"] == "TUTOR_MODEL is 'gpt' (environment)."


def test_bad_flags_exit_2(tutor: Tutor) -> None:
    """A bad value that was typed is a usage error."""
    shown = tutor("config", "show", "--model", "gpt")

    assert shown.exit_code == 2
    assert "--model is 'gpt'" in shown.stderr


def test_doubts_are_told_on_stderr(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks like a mistake is a warning beside the result, not in it."""
    monkeypatch.setenv("GOOGLE_API_KEY", "one")
    monkeypatch.setenv("GEMINI_API_KEY", "two")

    shown = tutor("config", "show", "--json")

    assert "differ" in shown.stderr
    assert shown.document["exit_code"] == 0
