"""What a user does while `tutor up` runs in another terminal."""

from __future__ import annotations

import json

from tests.loop.command import tutor, tutor_here, warm_tutor

pytestmark = warm_tutor


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
    finished = tutor_here("say", "--batch", stdin="\n".join(json.dumps(row) for row in rows))

    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.exit_code == 0, finished.stderr
    assert [answer["session"] for answer in answers] == ["a", "b", "a", "a"]
    assert answers[0]["whiteboard"]["answer"] == "x = 4"
    assert answers[1]["tools"] == []
    assert "text" in answers[2]["error"]
    assert "4" in answers[3]["reply"]
