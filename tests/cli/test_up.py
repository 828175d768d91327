"""`tutor up` on the command line: its table, its refusals, its end."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tutor_cli.cli.up import Board
from tutor_cli.settings import load
from tutor_cli.stack.state import only_up
from tutor_cli.stack.up import Row

TUTOR = [sys.executable, "-m", "tutor_cli"]


def _tutor(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TUTOR, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, timeout=30, check=False
    )


def test_a_second_one_is_refused() -> None:
    """Where one runs, another says so with a hint and leaves with a usage error."""
    with only_up(load().home.value):
        done = _tutor("up")

    assert done.returncode == 2
    assert "already running" in done.stderr
    assert "Ctrl-C" in done.stderr


def test_a_server_out_of_reach_is_told_at_once() -> None:
    """A closed port of the settings ends `tutor up` with the code for LiveKit."""
    done = _tutor("up", "--json", LIVEKIT_URL="ws://127.0.0.1:1", LIVEKIT_API_KEY="k", LIVEKIT_API_SECRET="s" * 40)

    assert done.returncode == 6
    assert json.loads(done.stdout)["problems"][0]["code"] == "livekit_unreachable"


def test_gemini_without_a_key() -> None:
    """Asking for Gemini without a key is a configuration error."""
    assert _tutor("up", "--model", "gemini").returncode == 3


def test_the_board_writes_lines_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Piped, each new state is one line on stderr, made safe."""
    board = Board()
    with board.shown():
        board.show(Row("worker", "restarting", "in 1 s. \x1b[2J"))
        board.say("The tutor is up.")

    captured = capsys.readouterr()
    assert captured.err == "worker: restarting in 1 s. �[2J\n"
    assert captured.out == "The tutor is up.\n"


def test_the_board_leaves_stdout_to_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json everything said is on stderr, and the document tells of every part and its restarts."""
    board = Board(as_json=True)
    with board.shown():
        board.show(Row("worker", "restarting", "in 1 s."))
        board.show(Row("worker", "ready", "agent tutor"))
        board.say("The tutor is up.")

    assert capsys.readouterr().out == ""
    assert board.to_dict() == {"parts": [{"part": "worker", "state": "ready", "detail": "agent tutor", "restarts": 1}]}


def test_the_board_is_a_table_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the parts stand in one table, without markup taken from their texts."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    board = Board()
    with board.shown():
        board.show(Row("worker", "ready", "agent [bold]"))
        board.say("The tutor is up.")

    shown = capsys.readouterr().out
    assert "agent [bold]" in shown
    assert "The tutor is up." in shown
