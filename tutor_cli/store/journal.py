"""What a journal is about, and what belongs in it; light, as it is asked beside the conversation."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from tutor_cli.events import Event, Transcript


def _new_id() -> str:
    return secrets.token_hex(8)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class NewSession:
    """What is known of a session when it begins; `room` is empty without one."""

    transport: Literal["room", "direct"]
    model: str
    pipeline: str
    language: str
    level: int
    mode: str
    room: str = ""
    id: str = field(default_factory=_new_id)
    started: datetime = field(default_factory=_now)


def is_kept(event: Event) -> bool:
    """Tell whether an event belongs in the journal: all but interim transcripts, whose last says the same."""
    return not isinstance(event, Transcript) or event.final
