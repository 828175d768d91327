"""A kept session as people read it, with its formulas drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tutor_cli.cli.session_list import length, local_time
from tutor_cli.display.mixed import laid_out
from tutor_cli.maths.layout import Style, render_rows

_INDENT = 5
_NAMES = {"student": "You", "tutor": "Tutor"}
_OUTCOMES = {
    "open": "begun",
    "explained": "explained",
    "right": "answered right",
    "wrong": "answered wrong",
    "gave_up": "explained after wrong answers",
}
_SLIPS = {"sign": "a sign", "incomplete": "something missing", "extra": "one too many"}


def session_rows(session: dict[str, Any], width: int, style: Style) -> list[str]:
    """Return the rows of one session, as `store.export.session_data` has it, each at most `width` cells."""
    where = f"in room {session['room']}" if session["room"] else "without a room"
    head = (
        f"Session {session['id']}: {session['student']}, {local_time(session['started'])}, {length(session)}, {where}"
    )
    rows = [*laid_out(head, width, style), ""]
    for utterance in session["utterances"]:
        rows += _utterance(utterance, width, style)
    if session["problems"]:
        rows += ["", "Problems"]
    for problem in session["problems"]:
        rows += _problem(problem, width, style)
    return rows


def _utterance(utterance: dict[str, Any], width: int, style: Style) -> Iterator[str]:
    text = utterance["text"].strip() + (" …" if utterance["interrupted"] else "")
    yield from laid_out(f"{_NAMES[utterance['speaker']]}: {text}", width, style)
    for span in utterance["spans"]:
        drawn = list(_formula(span["latex"], width, style))
        # What was written in signs stands in the words already.
        if not utterance["text"][span["start"] :].startswith("$") and "\n".join(drawn).strip() not in text:
            yield from drawn


def _problem(problem: dict[str, Any], width: int, style: Style) -> Iterator[str]:
    slip = f": {_SLIPS[problem['slip']]}" if problem["slip"] in _SLIPS else ""
    tries = f" ({problem['attempts']} tries)" if problem["attempts"] > 1 else ""
    yield from laid_out(f"- {problem['topic']}, {_OUTCOMES[problem['outcome']]}{tries}{slip}", width, style)
    yield from _formula(problem["problem"], width, style)


def _formula(latex: str, width: int, style: Style) -> Iterator[str]:
    for row in render_rows(latex, max(width - _INDENT, 1), style).rows:
        yield " " * _INDENT + row
