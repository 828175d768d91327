"""Behaviour of the JSON lines batches."""

import io
import json
from typing import Any

import pytest
from typer.testing import CliRunner

from tutor_cli.cli import batch
from tutor_cli.cli.main import app
from tutor_cli.errors import MathsError


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, **options: Any) -> list[Any]:
    """Run an upper-casing batch over rows of text and return its result rows."""

    def answer(row: batch.Row) -> batch.Row:
        word = batch.text_field(row, "word")
        if word == "bad":
            raise MathsError("bad", "Bad word.", "Use another.")
        return {"upper": word.upper(), "share": 1 / len(word)}

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode(errors="surrogateescape"))))
    batch.run(answer, **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_row_gets_one_result_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Results come in the order of the rows, with the row's id; empty lines are no rows."""
    rows = run(monkeypatch, capsys, '{"id": "b", "word": "ab"}\n\n{"id": 2, "word": "cd"}')
    assert rows == [{"id": "b", "upper": "AB", "share": 0.5}, {"id": 2, "upper": "CD", "share": 0.5}]


@pytest.mark.parametrize(
    ("line", "identifier", "error"),
    [
        ("{oops", None, "The row is not JSON"),
        ("[1]", None, "The row is not a JSON object."),
        ('{"id": 1}', 1, "The row has no text 'word'."),
        ('{"id": 1, "word": 5}', 1, "The row has no text 'word'."),
        ('{"id": 1, "word": "bad"}', 1, "Bad word."),
        ('{"id": 1, "word": ""}', 1, "Internal error: ZeroDivisionError"),
        ("\udcff\udcfe", None, "The row is not JSON"),
        ("[" * 200_000, None, "The row is not JSON"),
    ],
)
def test_a_bad_row_tells_its_error_and_the_batch_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str, identifier: object, error: str
) -> None:
    """A row that cannot be used gives its id and an error; the next row is answered."""
    rows = run(monkeypatch, capsys, line + '\n{"id": 9, "word": "x"}\n')
    assert rows[0]["id"] == identifier
    assert rows[0]["error"].startswith(error)
    assert rows[1] == {"id": 9, "upper": "X", "share": 1.0}


def test_rows_may_be_known_by_another_key(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A batch whose rows are turns of a session names them by `session`."""
    rows = run(monkeypatch, capsys, '{"session": "s", "word": "a"}', key="session")
    assert rows == [{"session": "s", "upper": "A", "share": 1.0}]


@pytest.mark.parametrize("command", ["render", "speak", "latex", "solve", "check"])
def test_an_argument_beside_batch_is_refused(command: str) -> None:
    """A misspelt option is not taken for a formula and ignored."""
    result = CliRunner().invoke(app, ["math", command, "--batch", "--widht"], input="")
    assert result.exit_code == 2
    assert "--widht" in result.stderr
