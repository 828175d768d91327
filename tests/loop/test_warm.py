"""What a user does while `tutor up` runs in another terminal."""

from __future__ import annotations

import json

import pytest

from tests.loop.command import RECORDINGS, tutor

pytestmark = [pytest.mark.room, pytest.mark.speech, pytest.mark.timeout(120), pytest.mark.usefixtures("warm")]


def test_replay_uses_what_is_up() -> None:
    """Nothing is started for a replay, and its room is gone afterwards."""
    finished = tutor("replay", RECORDINGS / "difference_allison.wav", "--json")

    assert finished.exit_code == 0, finished.stderr
    assert "Starting" not in finished.stderr
    assert [recording["verdict"] for recording in finished.data["recordings"]] == ["passed"]
    assert tutor("room", "list", "--json").data["rooms"] == []


def test_say() -> None:
    """A typed problem is solved by the same agent, and the reply printed."""
    finished = tutor("say", "solve 2x + 3 = 11", "--json")

    assert finished.exit_code == 0, finished.stderr
    assert "solve_math" in finished.data["tools"]
    assert finished.data["whiteboard"]["answer"] == "x = 4"
    assert finished.data["whiteboard"]["verified"] is True
    assert "4" in finished.data["reply"]


def test_say_batch_keeps_sessions_apart() -> None:
    """Rows of a session are turns of one conversation; a bad row does not end the batch."""
    rows = [
        {"session": "a", "text": "solve 2x = 8"},
        {"session": "b", "text": "hello"},
        {"session": "a"},
        {"session": "a", "text": "what is 2 + 2"},
    ]
    finished = tutor("say", "--batch", stdin="\n".join(json.dumps(row) for row in rows))

    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.exit_code == 0, finished.stderr
    assert [answer["session"] for answer in answers] == ["a", "b", "a", "a"]
    assert answers[0]["whiteboard"]["answer"] == "x = 4"
    assert answers[1]["tools"] == []
    assert "text" in answers[2]["error"]
    assert "4" in answers[3]["reply"]


def test_a_second_up_is_refused() -> None:
    """One user has one warm tutor; a second `tutor up` says that there is one."""
    finished = tutor("up")

    assert finished.exit_code != 0
    assert "already" in finished.stderr
