"""A conversation as plain lines: each event gives the text to print, and nothing is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tutor_cli.events import (
    AgentJoined,
    AgentLeft,
    AgentState,
    ConnectionChanged,
    Event,
    Interrupted,
    SessionEnded,
    Speaker,
    Transcript,
    Trouble,
    Whiteboard,
)
from tutor_cli.printable import printable

_NAMES: dict[Speaker, str] = {"student": "You", "tutor": "Tutor"}


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen: the segment whose line is open, and how much of it is printed."""

    open_segment: str = ""
    printed: str = ""
    state: str = ""


def show(view: View, event: Event) -> tuple[View, str]:
    """Return the view after one more event, and the text to print for it.

    The tutor's words appear as they are spoken; the student's once they are final, as interim ones are rewritten.
    """
    match event:
        case Transcript(speaker="student", final=False):
            return view, ""
        case Transcript():
            return _show_words(view, event)
        case Whiteboard():
            return _show_line(view, _whiteboard(event))
        case AgentState(state=state):
            return _show_state(view, state)
    line = _line(event)
    return _show_line(view, line) if line else (view, "")


def _show_words(view: View, transcript: Transcript) -> tuple[View, str]:
    text = printable(transcript.text)
    same = view.open_segment == transcript.segment_id
    # A transcript that was rewritten rather than continued starts a line of its own.
    continued = same and text.startswith(view.printed)
    opening = "" if continued else f"{_break(view)}{_NAMES[transcript.speaker]}: "
    added = text[len(view.printed) :] if continued else text
    if transcript.final:
        return replace(view, open_segment="", printed=""), f"{opening}{added}\n"
    return replace(view, open_segment=transcript.segment_id, printed=text), opening + added


def _break(view: View) -> str:
    return "\n" if view.open_segment else ""


def _show_line(view: View, line: str) -> tuple[View, str]:
    return replace(view, open_segment="", printed=""), f"{_break(view)}{line}\n"


def _show_state(view: View, state: str) -> tuple[View, str]:
    """Tell when the tutor begins to listen or think; that it speaks is to be heard."""
    if state == view.state or state not in ("listening", "thinking"):
        return replace(view, state=state), ""
    changed, text = _show_line(view, f"[{state}]")
    return replace(changed, state=state), text


def _line(event: Event) -> str:
    match event:
        case AgentJoined():
            return "[the tutor is here]"
        case AgentLeft(reason=reason):
            return f"[the tutor left: {printable(reason)}]"
        case Interrupted():
            return "[interrupted]"
        case ConnectionChanged(state=state, reason=reason):
            return f"[{state}{': ' + printable(reason) if reason else ''}]"
        case Trouble(message=message, hint=hint):
            return printable(f"[{message} {hint}]")
        case SessionEnded():
            return "[the session is over]"
    return ""


def _whiteboard(board: Whiteboard) -> str:
    steps = [f"  {step.after}    ({step.reason})" for step in board.steps]
    checked = "checked" if board.verified else "not checked"
    return printable("\n".join([f"Whiteboard: {board.problem}", *steps, f"  Answer ({checked}): {board.answer}"]))
