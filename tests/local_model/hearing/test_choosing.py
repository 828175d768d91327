"""Which reading of an utterance counts."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.hearing.choosing import is_clear, likeliest, no_sense
from tutor_cli.local_model.hearing.whisper import Recognition


def _sense(text: str) -> float:
    return -2.0 if "see" in text.lower() else 0.0


def _heard(text: str, confidence: float, *others: tuple[str, float]) -> Recognition:
    less_likely = tuple(Recognition(other, confidence=less) for other, less in others)
    return Recognition(text, confidence=confidence, others=less_likely)


def test_sense_decides_between_readings_that_sound_alike() -> None:
    """A reading that makes sense wins over one a little likelier by sound, not over a much likelier one."""
    close = _heard("See that again.", 0.85, ("Say that again.", 0.74))
    assert likeliest([close], _sense).text == "Say that again."
    assert likeliest([close], no_sense).text == "See that again."
    far = _heard("See that again.", 0.95, ("Say that again.", 0.3))
    assert likeliest([far], _sense).text == "See that again."


def test_two_opinions() -> None:
    """The best reading of either model counts, and nothing said is no reading."""
    first = _heard("to", 0.4, ("too", 0.3))
    second = _heard("see", 0.6, ("two", 0.5))
    assert likeliest([first, second], _sense).text == "two"
    nothing = Recognition("", confidence=0.0)
    assert likeliest([nothing, second], no_sense).text == "see"
    assert likeliest([nothing], no_sense) is nothing


@pytest.mark.parametrize(
    ("text", "confidence", "clear"),
    [("Two x.", 0.8, True), ("Two x.", 0.5, False), ("See two.", 0.8, False), ("What is the limit of", 0.8, False)],
)
def test_clear(text: str, confidence: float, clear: bool) -> None:
    """A second opinion is asked about what is unsure, senseless or cut off."""
    assert is_clear(Recognition(text, confidence=confidence), _sense) is clear
