"""A conversation as plain lines: each event gives the text to print, and nothing is ever taken back.

The tutor's words are printed as they are spoken. What is not settled yet waits: a word that may grow, a formula whose
end has not come. So every piece that is printed is the beginning of what the whole sentence will look like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tutor_cli.display.mixed import laid_out
from tutor_cli.events import (
    AgentJoined,
    AgentLeft,
    AgentState,
    ConnectionChanged,
    Event,
    Interrupted,
    MathsFound,
    SessionEnded,
    Transcript,
    Trouble,
    Whiteboard,
)
from tutor_cli.maths.delimited import open_from
from tutor_cli.maths.layout import Style, render_rows
from tutor_cli.talk.board import board_rows

_MATHS_INDENT = 5
"""Formulas that were spoken stand below the words, which begin after `You: `."""

_PRICE = re.compile(r"\$\d[\d.,]*(?!\S)")


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen: the sentence the tutor speaks, how much of it is printed, and whether its line is open.

    `waiting` is what to print once that sentence ends. `heard` is what the student said last; `unheard` is the maths
    of words that have not come yet, for the two arrive on streams of their own. `silent` says that
    the tutor has not spoken since it began to think. `width` is in cells.
    """

    width: int = 80
    style: Style = "unicode"
    segment: str = ""
    printed: str = ""
    line_open: bool = False
    speaking: bool = False
    waiting: str = ""
    heard: str = ""
    unheard: MathsFound | None = None
    state: str = ""
    silent: bool = False


def show(view: View, event: Event) -> tuple[View, str]:
    """Return the view after one more event, and the text to print for it.

    The tutor's words appear as they are spoken; the student's once they are final, as interim ones are rewritten.
    """
    match event:
        case Transcript(speaker="student"):
            return _show_heard(view, event) if event.final else (view, "")
        case Transcript(text=text) if text.strip():
            return _show_words(view, event)
        case MathsFound():
            return _show_maths(view, event)
        case Whiteboard():
            return _show_lines(view, board_rows(event, view.width, view.style))
        case AgentState(state=state):
            return _show_state(view, state)
    return note(view, _line(event))


def note(view: View, text: str) -> tuple[View, str]:
    """Return the view and the text to print for a remark in brackets, which an empty one has not."""
    return _show_lines(view, laid_out(f"[{text}]", view.width, view.style) if text else [])


def _show_heard(view: View, transcript: Transcript) -> tuple[View, str]:
    lines = laid_out(f"You: {transcript.text}", view.width, view.style)
    if view.unheard and view.unheard.text == transcript.text:
        lines += _spoken_maths(view.unheard, view)
    return _show_lines(replace(view, heard=transcript.text, unheard=None), lines)


def _show_maths(view: View, event: MathsFound) -> tuple[View, str]:
    if event.speaker == "student" and event.text != view.heard:
        return replace(view, unheard=event), ""
    lines = _spoken_maths(event, view)
    if event.speaker == "tutor" and view.speaking:
        return replace(view, waiting="".join(f"{line}\n" for line in lines) + view.waiting), ""
    return _show_lines(view, lines)


def _show_words(view: View, transcript: Transcript) -> tuple[View, str]:
    whole = f"Tutor: {transcript.text}"
    settled = _ended(whole) if transcript.final else _settled(whole)
    laid = "\n".join(laid_out(settled, view.width, view.style, final=transcript.final))
    added = _added(view, transcript.segment_id, laid)
    shown = replace(
        view,
        segment=transcript.segment_id,
        printed=laid,
        line_open=view.line_open or bool(added),
        speaking=not transcript.final,
        silent=False,
    )
    return _close(shown, added) if transcript.final else (shown, added)


def _added(view: View, segment_id: str, laid: str) -> str:
    """Return what is new in a sentence, on a line of its own where another line came between or the text changed."""
    if view.segment != segment_id or not laid.startswith(view.printed):
        return _break(view) + laid
    new = laid[len(view.printed) :]
    return new if view.line_open else new.removeprefix(" ").removeprefix("\n")


def _settled(text: str) -> str:
    """Return the beginning of a text that more words will not change."""
    words = text[: max(text.rfind(" "), text.rfind("\n")) + 1]
    return words[: open_from(words)]


def _ended(text: str) -> str:
    """Return a final text, without a formula in which it was broken off."""
    end = open_from(f"{text} ")
    return text if end > len(text) or _PRICE.match(text, end) else f"{text[:end]}…"


def _close(view: View, added: str) -> tuple[View, str]:
    """End the tutor's line and print what waited for it."""
    return replace(view, line_open=False, waiting=""), f"{added}{_break(view)}{view.waiting}"


def _break(view: View) -> str:
    return "\n" if view.line_open else ""


def _show_lines(view: View, lines: list[str]) -> tuple[View, str]:
    if not lines:
        return view, ""
    return replace(view, line_open=False), _break(view) + "".join(f"{line}\n" for line in lines)


def _show_state(view: View, state: str) -> tuple[View, str]:
    """Tell that the tutor thinks, and after it has spoken that it listens; between two tools it changes to and fro."""
    if state not in ("listening", "thinking") or state == view.state or (state == "listening" and view.silent):
        return view, ""
    changed = replace(view, state=state, silent=state == "thinking")
    if view.speaking:
        return replace(changed, waiting=f"{view.waiting}[{state}]\n"), ""
    return _show_lines(changed, [f"[{state}]"])


def _spoken_maths(event: MathsFound, view: View) -> list[str]:
    """Draw the formulas that were said in words; those that were written in signs stand in the words already."""
    spoken = [span.latex for span in event.spans if event.text[span.start : span.start + 1] not in ("$", "\\")]
    width = max(view.width - _MATHS_INDENT, 1)
    formulas = [render_rows(latex, width, view.style).rows for latex in spoken]
    return [" " * _MATHS_INDENT + row for rows in formulas if "\n".join(rows) not in event.text for row in rows]


def _line(event: Event) -> str:
    match event:
        case AgentJoined():
            return "the tutor is here"
        case AgentLeft(reason=reason):
            return f"the tutor left: {reason}"
        case Interrupted():
            return "interrupted"
        case ConnectionChanged(state="connected"):
            return "connected again"
        case ConnectionChanged(state=state, reason=reason):
            return f"{state}{': ' + reason if reason else ' ...'}"
        case Trouble(message=message, hint=hint):
            return f"{message} {hint}"
        case SessionEnded():
            return "the session is over"
    return ""
