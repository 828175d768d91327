"""How long a silence must last."""

from __future__ import annotations

import numpy as np

from tutor_cli.local_model.hearing.end_of_turn import SilenceRule, TextRule, Utterance

NOTHING = np.zeros(0, np.int16)


def test_rules() -> None:
    """The text rule waits by the text, the silence rule does not look at it."""
    rule = TextRule(finished_ms=1, doubtful_ms=2, unknown_ms=3, unfinished_ms=4)
    assert [rule.silence_ms(Utterance(NOTHING, text)) for text in ("x", "expand x", None, "x plus")] == [1, 2, 3, 4]
    assert SilenceRule(300).silence_ms(Utterance(NOTHING, "x plus")) == 300
