"""Typed turns: what the tutor heard, replied and did, as text."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tutor_cli.errors import TimeoutExceeded
from tutor_cli.events import (
    AgentState,
    Event,
    MathsFound,
    ToolUsed,
    Transcript,
    Trouble,
    Whiteboard,
)
from tutor_cli.line import refuse_loss
from tutor_cli.transport import Transport

REPLY_TIMEOUT_S = 30.0
SETTLE_S = 0.4
"""A tutor that is silent this long after a reply has no more to say; a tool's result makes it speak again."""


@dataclass(frozen=True)
class Answer:
    """What came of a typed turn."""

    heard: str
    reply: str
    reply_math: tuple[str, ...]
    whiteboard: Whiteboard | None
    tools: tuple[ToolUsed, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as a result row of `tutor say --batch`, without its session."""
        return {
            "heard": self.heard,
            "reply": self.reply,
            "reply_math": list(self.reply_math),
            "whiteboard": _board(self.whiteboard) if self.whiteboard else None,
            "tools": [used.name for used in self.tools],
        }


def _board(board: Whiteboard) -> dict[str, Any]:
    steps = [{"before": step.before, "after": step.after, "reason": step.reason} for step in board.steps]
    return {"problem": board.problem, "steps": steps, "answer": board.answer, "verified": board.verified}


async def say(transport: Transport, text: str) -> Answer:
    """Send a typed turn and wait for the whole answer; raise TimeoutExceeded where none comes in 30 s."""
    events = _troubles_so_far(transport)
    await transport.send_text(text)
    try:
        async with asyncio.timeout(REPLY_TIMEOUT_S):
            while not await _settled(transport, events):
                pass
    except TimeoutError as error:
        trouble = [event.message for event in events if isinstance(event, Trouble)]
        message = f"The tutor did not answer within {REPLY_TIMEOUT_S:.0f} s. {' '.join(trouble)}".strip()
        hint = "Try again; the worker's log is below the `home` of `tutor config show`."
        raise TimeoutExceeded("no_answer", message, hint) from error
    return answer(text, events)


def _troubles_so_far(transport: Transport) -> list[Event]:
    """Drop what is left of the turn before, but for the model's failures; raise where the tutor is gone already."""
    troubles: list[Event] = []
    while not transport.events.empty():
        event = transport.events.get_nowait()
        refuse_loss(event, troubles)
        if isinstance(event, Trouble):
            troubles.append(event)
    return troubles


async def _settled(transport: Transport, events: list[Event]) -> bool:
    """Take the next event, or tell that the reply is complete: words came, and then nothing for a while."""
    pause_s = SETTLE_S if _replied(events) else REPLY_TIMEOUT_S
    try:
        async with asyncio.timeout(pause_s):
            event = await transport.events.get()
    except TimeoutError:
        return True
    refuse_loss(event, events)
    events.append(event)
    return False


def _replied(events: Sequence[Event]) -> bool:
    states = [event.state for event in events if isinstance(event, AgentState)]
    idle = not states or states[-1] == "listening"
    return idle and any(isinstance(event, Transcript) and event.speaker == "tutor" and event.final for event in events)


def answer(text: str, events: Sequence[Event]) -> Answer:
    """Return the answer that the events of one turn make up."""
    replies = {event.segment_id: event.text for event in events if isinstance(event, Transcript) and _by_tutor(event)}
    maths = [event.spans for event in events if isinstance(event, MathsFound) and _by_tutor(event)]
    boards = [event for event in events if isinstance(event, Whiteboard)]
    return Answer(
        heard=text,
        reply=" ".join(reply.strip() for reply in replies.values()),
        reply_math=tuple(span.latex for spans in maths for span in spans),
        whiteboard=boards[-1] if boards else None,
        tools=tuple(event for event in events if isinstance(event, ToolUsed)),
    )


def _by_tutor(event: Transcript | MathsFound) -> bool:
    return event.speaker == "tutor"
