"""Events of a conversation, written as tests need them."""

from __future__ import annotations

from tutor_cli.events import Event, Transcript
from tutor_cli.talk.view import View, show


def shown(*events: Event, view: View | None = None) -> str:
    """Return all that is printed for these events."""
    view, text = view or View(), ""
    for event in events:
        view, added = show(view, event)
        text += added
    return text


def spoken(text: str, segment_id: str = "t1") -> list[Event]:
    """Return the transcripts of a tutor who says this letter by letter."""
    partial = [Transcript(end, segment_id, "tutor", text[:end], final=False) for end in range(1, len(text) + 1)]
    return [*partial, Transcript(len(text) + 1, segment_id, "tutor", text, final=True)]
