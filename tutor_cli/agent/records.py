"""Keeping lessons, and recalling them: the agent's one door to the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Literal

from tutor_cli.agent.config import AgentConfig
from tutor_cli.events import Event
from tutor_cli.store.journal import NewSession
from tutor_cli.store.notebook import UNAVAILABLE, Notebook, Warn
from tutor_cli.transport import SessionClock

RECALL_TIMEOUT_S = 2.0
"""A pupil waits for the answer; a database that is slower counts as none."""


def open_notebook(database: str, warn: Warn) -> Notebook | None:
    """Return the notebook of this process, which opens its database beside everything else; None without one."""
    return Notebook(database, warn) if database else None


def new_session(config: AgentConfig, transport: Literal["room", "direct"], room: str = "") -> NewSession:
    """Return what is known of a session that begins."""
    lesson = config.lesson
    return NewSession(transport, config.model.name, config.pipeline, lesson.language, lesson.level, lesson.mode, room)


class Record:
    """What is kept of one session, and recalled in it; without a notebook nothing is.

    `student` tells the identity of the pupil, and is asked once something is said.
    """

    def __init__(
        self, notebook: Notebook | None, session: NewSession, student: Callable[[], str], clock: SessionClock
    ) -> None:
        self._recorder = notebook.begin(session, student) if notebook else None
        self._clock = clock

    def put(self, event: Event) -> None:
        """Keep an event; takes microseconds."""
        if self._recorder:
            self._recorder.put(event)

    def end(self, reason: str) -> None:
        """Keep how the session ended."""
        if self._recorder:
            self._recorder.end(self._clock.now_ms(), reason)

    async def recall(self, session: str, outcome: str) -> dict[str, Any]:
        """Return the student's past problems, as `store.queries.recalled` describes them."""
        if self._recorder is None:
            return UNAVAILABLE
        try:
            async with asyncio.timeout(RECALL_TIMEOUT_S):
                return await asyncio.wrap_future(self._recorder.recall(session, outcome))
        except TimeoutError:
            return UNAVAILABLE
