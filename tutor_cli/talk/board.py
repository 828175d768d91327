"""A worked solution as rows for a terminal: the problem, numbered steps with their reasons, the answer."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.display.mixed import drawn, laid_out
from tutor_cli.events import Whiteboard
from tutor_cli.maths.layout import Style

_INDENT = 4


def board_rows(board: Whiteboard, width: int, style: Style = "unicode") -> list[str]:
    """Return the rows of a whiteboard, each at most `width` cells; an answer nobody checked does not look checked."""
    rows = ["Whiteboard", *_formula(board.problem, width, style)]
    for number, step in enumerate(board.steps, 1):
        rows += [*laid_out(f"{number}. {step.reason}", width, style), *_formula(step.after, width, style)]
    checked = "checked" if board.verified else "not checked"
    return [*rows, f"Answer ({checked})", *_formula(board.answer, width, style)]


def _formula(source: str, width: int, style: Style) -> Iterator[str]:
    for row in drawn(source, max(width - _INDENT, 1), style).rows:
        yield " " * _INDENT + row
