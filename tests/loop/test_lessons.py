"""What is said in one lesson is kept, shown by `tutor sessions`, and remembered by the tutor in the next."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.loop.command import tutor_here, warm_tutor

pytestmark = warm_tutor


@pytest.fixture(name="_student")
def _own_student(monkeypatch: pytest.MonkeyPatch) -> None:
    """Teach someone whom no other test has taught in the home they share."""
    monkeypatch.setenv("TUTOR_STUDENT", "asha")


def _sessions() -> list[dict[str, Any]]:
    sessions: list[dict[str, Any]] = tutor_here("sessions", "list", "--student", "asha", "--json").data["sessions"]
    return sessions


@pytest.mark.usefixtures("_student")
def test_the_next_lesson_remembers_the_last() -> None:
    """What went wrong in a room is shown, and remembered in a lesson without one; the store can be left out."""
    assert tutor_here("say", "Is x = 5 a solution of 2x + 3 = 11?").exit_code == 0
    [first] = _sessions()
    shown = tutor_here("sessions", "show", first["id"])
    assert "You: Is x = 5 a solution of 2x + 3 = 11?" in shown.stdout
    assert "linear equations, answered wrong" in shown.stdout

    rows = [
        {"session": "s", "text": text} for text in ("pichli baar kya kiya tha", "give me one like the one I got wrong")
    ]
    later = tutor_here("say", "--batch", stdin="\n".join(json.dumps(row) for row in rows))
    recalled, similar = [json.loads(line)["reply"] for line in later.stdout.splitlines()]
    assert "सवाल $2x + 3 = 11$ अभी तक सही नहीं हुआ" in recalled
    assert "$2x + 3 = 11$. Here is" in similar

    assert [row["transport"] for row in _sessions()] == ["direct", "room"]
    assert tutor_here("say", "--no-store", "solve 2x = 8").exit_code == 0
    assert len(_sessions()) == 2


def test_a_batch_is_a_quiz_in_hindi_where_that_is_asked_for() -> None:
    """Language, mode, class and seed reach the tutor through agent and protocol, and decide what is asked."""
    rows = [{"session": "q", "text": text} for text in ("शुरू करो", "hint do", "उत्तर 1000000 है", "score kitna hua")]

    options = ("--language", "hi", "--mode", "quiz", "--level", "8", "--seed", "1", "--no-store")
    finished = tutor_here("say", "--batch", *options, stdin="\n".join(json.dumps(row) for row in rows))

    assert finished.exit_code == 0, finished.stderr
    begun, hint, judged, score = [json.loads(line) for line in finished.stdout.splitlines()]
    assert "क्विज़ शुरू" in begun["reply"]
    assert "संकेत" in hint["reply"]
    assert "check_answer" in judged["tools"]
    assert "यह सही उत्तर नहीं है" in judged["reply"]
    assert score["reply"] == "आपके $1$ में से $0$ सही हैं।"


def test_a_damaged_database_does_not_end_the_lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told once, without a traceback, and the tutor answers all the same."""
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"nonsense" * 1_000)
    monkeypatch.setenv("TUTOR_DATABASE_URL", f"sqlite:///{damaged}")

    said = tutor_here("say", "--transport", "direct", "what did we do last time?")

    assert said.exit_code == 0, said.stderr
    assert "I keep no notes" in said.stdout
    assert said.stderr.count("is damaged") == 1
    assert "Traceback" not in said.stderr
    assert os.path.getsize(damaged) == 8_000
