"""Events survive writing and reading, and damaged ones are refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli import events
from tutor_cli.errors import BadInputError


@given(st.one_of([st.from_type(cls) for cls in events.EVENT_TYPES.values()]))
def test_every_event_survives_json(event: events.Event) -> None:
    """Any event written to JSON and read again is the same event."""
    assert events.from_dict(json.loads(json.dumps(events.to_dict(event)))) == event


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"event": "Nonsense"},
        {"event": "AgentState", "at_ms": 1},
        {"event": "AgentState", "at_ms": 1, "state": "flying"},
        {"event": "AgentState", "at_ms": "1", "state": "listening"},
        {"event": "AgentState", "at_ms": 1, "state": "listening", "extra": 1},
        {"event": "MathsFound", "at_ms": 1, "segment_id": "a", "speaker": "tutor", "text": "x", "spans": "x"},
        {"event": "MathsFound", "at_ms": 1, "segment_id": "a", "speaker": "tutor", "text": "x", "spans": [7]},
    ],
)
def test_damaged_events_are_refused(data: dict[str, Any]) -> None:
    """A missing, unknown or wrongly typed field raises BadInputError, never anything else."""
    with pytest.raises(BadInputError):
        events.from_dict(data)
