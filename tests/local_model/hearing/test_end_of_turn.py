"""How long a silence must last."""

from __future__ import annotations

import numpy as np
import pytest

from tutor_cli.local_model.hearing.end_of_turn import SilenceRule, TextRule, Utterance, is_unfinished

NOTHING = np.zeros(0, np.int16)


@pytest.mark.parametrize(
    "text",
    [
        "x squared plus",
        "What is the derivative of",
        "2x +",
        "3 times.",
        "Solve",
        "x squared plus...",
        "5 divided by,",
        "What is the limit of 1 over x?",
    ],
)
def test_unfinished(text: str) -> None:
    """More must come after an operator, a preposition or a command."""
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text",
    [
        "2x plus 3 equals 11.",
        "Why?",
        "x plus y",
        "",
        "Solve it.",
        "What is 3 minus 5?",
        "yes",
        "the limit of 1 over x as x tends to 2",
    ],
)
def test_finished(text: str) -> None:
    """A whole phrase needs nothing more."""
    assert not is_unfinished(text)


def test_rules() -> None:
    """The text rule waits by the text, the silence rule does not look at it."""
    rule = TextRule(finished_ms=1, unknown_ms=2, unfinished_ms=3)
    assert [rule.silence_ms(Utterance(NOTHING, text)) for text in ("x", None, "x plus")] == [1, 2, 3]
    assert SilenceRule(300).silence_ms(Utterance(NOTHING, "x plus")) == 300
