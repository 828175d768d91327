"""Secrets do not print, and settings can be listed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tutor_cli.settings import Secret, load


def test_secrets_do_not_print() -> None:
    """However a secret is formatted, its text does not appear."""
    secret = Secret("hush")

    assert "hush" not in f"{secret} {secret!r} {secret!s:>20} {[secret]} {{'k': secret}}"
    assert secret.reveal() == "hush"
    assert hash(secret) == hash(Secret("hush"))


def test_secrets_are_not_pickled() -> None:
    """A secret does not slip into a file or another process unasked."""
    with pytest.raises(TypeError):
        pickle.dumps(Secret("hush"))


def test_items_lists_every_setting(tmp_path: Path) -> None:
    """Listing gives every setting with value and origin, and nothing else."""
    settings = load({}, {"HOME": str(tmp_path)}, tmp_path)

    names = [name for name, _ in settings.items()]
    assert names[:2] == ["livekit_url", "api_key"]
    assert "warnings" not in names
    assert len(names) == 22


@pytest.mark.parametrize(
    ("voice", "local", "gemini"),
    [(None, "", ""), ("espeak", "espeak", ""), ("hibari", "hibari", ""), ("Kore", "", "Kore")],
)
def test_a_voice_is_one_of_the_models(tmp_path: Path, voice: str | None, local: str, gemini: str) -> None:
    """A voice goes to the model that has it; the other one chooses its own."""
    settings = load({"voice": voice}, {"HOME": str(tmp_path)}, tmp_path)

    assert (settings.voice_of("local"), settings.voice_of("gemini")) == (local, gemini)
