"""JSON lines in, JSON lines out: the batch form of a command.

One result a row, in the order of the rows, written before the next row is read. A row that cannot be used gives
`{"id", "error"}` and the batch goes on; only the end of the input ends it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from tutor_cli.cli import output
from tutor_cli.errors import BadInputError, TutorError

Row = dict[str, Any]


def run(answer: Callable[[Row], Row], *, key: str = "id") -> output.Outcome:
    """Answer every row of stdin: `answer` returns the fields of the result besides the row's key, which is added.

    A TutorError of a row, or any other exception, becomes the row's `error`.
    """
    try:
        for line in sys.stdin.buffer:
            if line.strip():
                output.write(json.dumps(_result(line, answer, key), ensure_ascii=False) + "\n")
                sys.stdout.flush()
    except BrokenPipeError:
        pass  # the reader has seen enough
    return output.Outcome()


def text_field(row: Row, name: str, default: str | None = None) -> str:
    """Return a text of the row; raise BadInputError where it is missing or not a text."""
    value = row.get(name, default)
    if not isinstance(value, str):
        raise BadInputError("row_field", f"The row has no text {name!r}.", f'Write {{"id": ..., "{name}": "..."}}.')
    return value


def _result(line: bytes, answer: Callable[[Row], Row], key: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {key: None, "error": f"The row is not JSON: {error}"}
    if not isinstance(row, dict):
        return {key: None, "error": "The row is not a JSON object."}
    try:
        return {key: row.get(key), **answer(row)}
    except TutorError as error:
        return {key: row.get(key), "error": error.message}
    except Exception as error:  # noqa: BLE001  # one bad row must not end the batch
        return {key: row.get(key), "error": f"Internal error: {type(error).__name__}: {error}"}
