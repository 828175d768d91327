"""How long a silence must last."""

from __future__ import annotations

import numpy as np
import pytest

from tutor_cli.local_model.hearing.end_of_turn import SilenceRule, TextRule, Utterance, is_doubtful, is_unfinished

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
        "do x plus teen barabar",
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


@pytest.mark.parametrize("text", ["Solve x squared plus 5x.", "Expand x.", "Convert 0.7."])
def test_doubtful(text: str) -> None:
    """A command whose object is hardly whole may well go on."""
    assert is_doubtful(text)


@pytest.mark.parametrize(
    "text", ["Solve 2x plus 3 equals 11.", "Solve it.", "Expand x plus 2.", "Convert 0.75 to a fraction.", "x"]
)
def test_not_doubtful(text: str) -> None:
    """With its object the command is whole, and anything else is."""
    assert not is_doubtful(text)


def test_rules() -> None:
    """The text rule waits by the text, the silence rule does not look at it."""
    rule = TextRule(finished_ms=1, doubtful_ms=2, unknown_ms=3, unfinished_ms=4)
    assert [rule.silence_ms(Utterance(NOTHING, text)) for text in ("x", "expand x", None, "x plus")] == [1, 2, 3, 4]
    assert SilenceRule(300).silence_ms(Utterance(NOTHING, "x plus")) == 300
