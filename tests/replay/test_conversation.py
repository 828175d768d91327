"""Playing a recording ends with the error of what was lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.replay.test_player import SlowTransport
from tests.sounds import tone, write_sound
from tests.virtual_time import run_in_virtual_time
from tutor_cli.audio.speech import scan
from tutor_cli.errors import AgentError, ModelError, TutorError
from tutor_cli.events import AgentLeft, Event, Trouble
from tutor_cli.replay.conversation import play_recording
from tutor_cli.transport import FrameSink, Transport


@pytest.mark.parametrize(
    ("events", "error"),
    [
        ([AgentLeft(1, "SIGNAL_CLOSE")], AgentError),
        ([Trouble(1, "model_error", "The model failed: quota"), AgentLeft(2, "error")], ModelError),
    ],
)
def test_an_agent_that_leaves_after_its_model_failed(
    tmp_path: Path, events: list[Event], error: type[TutorError]
) -> None:
    """An agent that is gone is an error of the agent, or of the model where that had failed before."""
    path = tmp_path / "a.wav"
    write_sound(path, tone(0.5))

    @asynccontextmanager
    async def open_line(_sink: FrameSink) -> AsyncIterator[Transport]:
        transport = SlowTransport()
        for event in events:
            transport.events.put_nowait(event)
        yield transport

    async def play() -> None:
        await play_recording(open_line, path, scan(path))

    with pytest.raises(error):
        run_in_virtual_time(play())
