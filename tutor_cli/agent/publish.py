"""Our own events on the room's `tutor.math` topic."""

from __future__ import annotations

import json
import logging

from livekit import rtc

from tutor_cli.events import Event, MathsFound, Whiteboard, to_dict

logger = logging.getLogger(__name__)

MATHS_TOPIC = "tutor.math"


class MathsPublisher:
    """Sends `MathsFound` and `Whiteboard` events into a room, one text stream each; other events stay here."""

    def __init__(self, room: rtc.Room) -> None:
        self._room = room

    async def deliver(self, event: Event) -> None:
        """Send one event; a room that is gone loses it, which is logged."""
        text = message(event)
        if text is None:
            return
        try:
            await self._room.local_participant.send_text(text, topic=MATHS_TOPIC)
        except (RuntimeError, ConnectionError) as error:
            logger.warning("maths could not be published", extra={"cause": type(error).__name__})


def message(event: Event) -> str | None:
    """Return the JSON of the contract for events that belong on the topic, None for others."""
    body = {key: value for key, value in to_dict(event).items() if key not in ("event", "at_ms")}
    if isinstance(event, MathsFound):
        return json.dumps(body, ensure_ascii=False)
    if isinstance(event, Whiteboard):
        return json.dumps({"whiteboard": body}, ensure_ascii=False)
    return None
