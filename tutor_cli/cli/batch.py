"""JSON lines in, JSON lines out: the batch form of a command.

One result a row, in the order of the rows, written before the next row is read. A row that cannot be used gives
`{"id", "error"}` and the batch goes on; only the end of the input ends it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from tutor_cli.cli import output
from tutor_cli.errors import BadInputError, TutorError, UsageError
from tutor_cli.stack.patience import within

Row = dict[str, Any]


def run(answer: Callable[[Row], Row], *, key: str = "id") -> output.Outcome:
    """Answer every row of stdin: `answer` returns the fields of the result besides the row's key, which is added.

    A TutorError of a row, or any other exception, becomes the row's `error`.
    """
    try:
        for line in sys.stdin.buffer:
            if line.strip():
                _write(_result(line, answer, key))
    except BrokenPipeError:
        pass  # the reader has seen enough
    return output.Outcome()


async def run_async(answer: Callable[[Row], Awaitable[Row]], *, key: str = "id") -> output.Outcome:
    """Do the same with an `answer` that waits; whatever else runs in the loop goes on while a row is waited for."""
    try:
        # A thread of asyncio's own would hold up Ctrl-C, and the end of a lost conversation, until the next row.
        # Unbuffered, as the interpreter would want the buffer's lock at its end.
        stdin = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        while line := await within(None, stdin.readline):
            if line.strip():
                _write(await _awaited_result(line, answer, key))
    except BrokenPipeError:
        pass  # the reader has seen enough
    return output.Outcome()


def without_argument(argument: str | None) -> None:
    """Raise UsageError for an argument beside `--batch`: what it asks for, or a misspelt option, would be ignored."""
    if argument:
        raise UsageError("batch_argument", f"--batch reads its rows from stdin, not {argument!r}.", "Leave it out.")


def text_field(row: Row, name: str, default: str | None = None) -> str:
    """Return a text of the row; raise BadInputError where it is missing or not a text."""
    value = row.get(name, default)
    if not isinstance(value, str):
        raise BadInputError("row_field", f"The row has no text {name!r}.", f'Write {{"id": ..., "{name}": "..."}}.')
    return value


def _write(row: Row) -> None:
    output.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _result(line: bytes, answer: Callable[[Row], Row], key: str) -> Row:
    row: Row = {}
    try:
        row = _row(line)
        return {key: row.get(key), **answer(row)}
    except Exception as error:  # noqa: BLE001  # one bad row must not end the batch
        return _failure(row.get(key), key, error)


async def _awaited_result(line: bytes, answer: Callable[[Row], Awaitable[Row]], key: str) -> Row:
    row: Row = {}
    try:
        row = _row(line)
        return {key: row.get(key), **await answer(row)}
    except Exception as error:  # noqa: BLE001  # one bad row must not end the batch
        return _failure(row.get(key), key, error)


def _row(line: bytes) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError("row_damaged", f"The row is not JSON: {error}", "Write one JSON object a line.") from error
    if not isinstance(row, dict):
        raise BadInputError("row_damaged", "The row is not a JSON object.", "Write one JSON object a line.")
    return row


def _failure(value: Any, key: str, error: Exception) -> Row:
    told = error.message if isinstance(error, TutorError) else f"Internal error: {type(error).__name__}: {error}"
    return {key: value, "error": told}
