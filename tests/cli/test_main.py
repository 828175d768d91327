"""The root command stays light and answers usage errors in the form that was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

HEAVY = ("livekit", "numpy", "sympy", "aiohttp", "sounddevice", "google", "rich", "sqlalchemy", "alembic")


def _run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tutor_cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, env={**os.environ, **environ})


def test_help_imports_nothing_heavy() -> None:
    """`tutor --help` finishes without importing any of the heavy libraries."""
    script = (
        "import sys; sys.argv = ['tutor', '--help']\n"
        "from tutor_cli.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules])"
    )

    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)

    assert finished.stdout.splitlines()[-1] == "HEAVY []"


@pytest.mark.parametrize("arguments", [("nonsense",), ("--nonsense",)])
def test_usage_errors_exit_2(arguments: tuple[str, ...]) -> None:
    """An unknown command or option is a usage error, told on stderr."""
    finished = _run(*arguments)

    assert finished.returncode == 2
    assert finished.stdout == ""
    assert "nonsense" in finished.stderr


def test_usage_error_as_json() -> None:
    """With --json a usage error is an envelope on stdout."""
    finished = _run("nonsense", "--json")

    document = json.loads(finished.stdout)
    assert finished.returncode == 2
    assert document["exit_code"] == 2
    assert document["problems"][0]["code"] == "usage"


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("replay",), "replay"),
        (("room", "create"), "room create"),
        (("math", "solve", "--batch=no"), "math solve"),
        (("talk", "x"), "talk"),
        (("nonsense",), "tutor"),
    ],
)
def test_a_usage_error_names_its_command(arguments: tuple[str, ...], command: str) -> None:
    """The envelope names the command that was misused, and the hint its help."""
    finished = _run(*arguments, "--json")

    document = json.loads(finished.stdout)
    assert (finished.returncode, document["command"]) == (2, command)
    assert f"`tutor {command} --help`".replace("tutor tutor", "tutor") in document["problems"][0]["hint"]


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_terminal_without_the_letters(form: list[str]) -> None:
    """What the terminal's encoding lacks is shown as question marks; the command does not fail of it."""
    arguments = ("token", "create", "--dev", "--join", "--identity", "श्री", *form)

    finished = _run(*arguments, PYTHONIOENCODING="ascii")

    assert finished.returncode == 0
    assert "????" in finished.stdout


def test_arguments_that_are_no_text() -> None:
    """An argument of broken bytes is a usage error."""
    finished = _run("token", "create", "--dev", "--join", "--metadata", "\udcff")

    assert finished.returncode == 2
    assert "UTF-8" in finished.stderr
