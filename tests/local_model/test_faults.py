"""The notation of faults."""

from __future__ import annotations

import pytest

from tutor_cli.errors import ConfigError
from tutor_cli.local_model.faults import Fault, at_turn, parse


def test_parse() -> None:
    """A fault has a kind, seconds and a turn, the last two optional."""
    assert parse("slow=1.5@2, stall@3,silent,go_away") == (
        Fault("slow", 1.5, 2),
        Fault("stall", 0.0, 3),
        Fault("silent"),
        Fault("go_away", 5.0),
    )
    assert parse("") == ()


@pytest.mark.parametrize("text", ["nonsense", "slow=soon", "stall@first", "=", "@1"])
def test_refused(text: str) -> None:
    """What is no fault is the user's mistake, and the kinds are named."""
    with pytest.raises(ConfigError, match="is no fault") as error:
        parse(text)
    assert "close_1011" in error.value.hint


def test_at_turn() -> None:
    """A fault strikes in its turn, or in all."""
    faults = parse("silent,stall@2")
    assert set(at_turn(faults, 1)) == {"silent"}
    assert set(at_turn(faults, 2)) == {"silent", "stall"}
