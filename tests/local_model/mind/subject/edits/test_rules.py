"""A rule of a problem exchanged for another, said in any language."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.subject.edits.rules import ruled

DRAWN = "A bag has 5 red and 3 black balls. Two balls are drawn. What is the probability that both are red?"
BACK = DRAWN.replace("drawn", "drawn with replacement")
ROW = "How many ways can 6 friends sit in a row?"
TOGETHER = "How many ways can 6 friends sit in a row if 2 of them always sit together?"
FIELD = "A rectangle is 12 cm long and 8 cm wide. Find its area."
SQUARE = "a square has the same perimeter."
INTEGRAL = "Evaluate the integral of 2x + 3 from 0 to 2."


@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        ("and with replacement?", DRAWN, BACK),
        ("would it be different if the first ball was put back?", DRAWN, BACK),
        ("agar pehli ball wapas rakh dein to?", DRAWN, BACK),
        ("without replacement?", BACK, DRAWN.replace("drawn", "drawn without replacement")),
        ("agar do dost hamesha saath baithein to?", ROW, TOGETHER),
        ("what if two of them insist on sitting together", ROW, TOGETHER),
        ("and if they must not sit together?", TOGETHER, TOGETHER.replace("always", "never")),
        ("गोल मेज़ पर बैठें तो?", TOGETHER, "How many ways can 6 friends sit around a round table?"),
        ("what if it was a square with the same perimeter?", FIELD, FIELD.replace("Find", f"{SQUARE} Find")),
        ("अगर खेत वर्गाकार होता और परिमाप यही रहता तो?", FIELD, FIELD.replace("Find", f"{SQUARE} Find")),
        ("and without the limits?", INTEGRAL, "Evaluate the integral of 2x + 3."),
        ("what if the 3 was a 5?", INTEGRAL, ""),
        ("with replacement", ROW, ""),
    ],
)
def test_the_new_rule_takes_the_place_of_the_old(text: str, source: str, other: str) -> None:
    """It stands where it belongs; a rule of other problems changes nothing."""
    assert ruled(text, source) == other
