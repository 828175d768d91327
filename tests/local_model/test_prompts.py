"""Text turns of a client: the student's words, or its program's instruction."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.prompts import heard_from
from tutor_cli.local_model.thought import Heard
from tutor_cli.local_model.wire.client import Content


@pytest.mark.parametrize(
    ("turns", "heard"),
    [
        ([("user", "2 + 2")], Heard("2 + 2", source="typed")),
        ([("user", "1"), ("model", "one"), ("user", "2 + 2"), ("user", ".")], Heard("2 + 2", source="typed")),
        ([("user", "old"), ("model", "answered")], Heard("", source="instruction")),
        (
            [("user", "<instructions>\nGreet the student.\n</instructions>")],
            Heard("Greet the student.", source="instruction"),
        ),
        ([("user", "2 + 2"), ("user", "<instructions>\nBe brief.\n</instructions>")], Heard("2 + 2", source="typed")),
        ([], Heard("", source="instruction")),
    ],
)
def test_heard_from(turns: list[tuple[str, str]], heard: Heard) -> None:
    """Only what follows the model's last turn asks for an answer; tags and placeholders of the plugin are no words."""
    assert heard_from([Content(role, text) for role, text in turns], "en") == heard
