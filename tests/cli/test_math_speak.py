"""Behaviour of `tutor math speak`."""

import json

from typer.testing import CliRunner

from tutor_cli.cli.main import app

runner = CliRunner()


def test_a_formula_is_spoken() -> None:
    """The words go to stdout, with a note on stderr where two readings exist."""
    result = runner.invoke(app, ["math", "speak", "3 1/2"])
    assert result.exit_code == 0
    assert result.stdout == "three and one half\n"
    assert "mixed number" in result.stderr


def test_json_and_hindi() -> None:
    """`--json` gives one document with the text."""
    result = runner.invoke(app, ["math", "speak", "x^2", "--lang", "hi", "--json"])
    assert json.loads(result.stdout)["data"] == {"latex": "x^2", "text": "x का वर्ग", "notes": []}


def test_a_bad_formula_fails_with_its_hint() -> None:
    """What cannot be read leaves with the exit code of bad input."""
    result = runner.invoke(app, ["math", "speak", r"\foo"])
    assert result.exit_code == 4
    assert "fix:" in result.stderr


def test_no_formula_is_a_usage_error() -> None:
    """Without a formula and without `--batch` there is nothing to say."""
    assert runner.invoke(app, ["math", "speak"]).exit_code == 2
    assert runner.invoke(app, ["math", "speak", " "]).exit_code == 2


def test_words_stay_words() -> None:
    """Of a sentence only the formulas are put into words."""
    result = runner.invoke(app, ["math", "speak", "Here $x^2$ is the value"])
    assert result.stdout == "Here x squared is the value\n"
    assert runner.invoke(app, ["math", "speak", "give me a second"]).stdout == "give me a second\n"


def test_a_batch_is_rows_only() -> None:
    """A batch prints its rows and no document, `--json` or not."""
    result = runner.invoke(app, ["math", "speak", "--batch", "--json"], input='{"id": 1, "latex": "x"}\n')
    assert result.stdout == '{"id": 1, "text": "x"}\n'


def test_a_batch_answers_every_row() -> None:
    """Rows are answered in order; a bad one gives its error."""
    rows = '{"id": 1, "latex": "x^2"}\n{"id": 2, "latex": "("}\n{"id": 3, "latex": "2x"}\n'
    result = runner.invoke(app, ["math", "speak", "--batch", "--style", "precise"], input=rows)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert answers[0] == {"id": 1, "text": "x squared"}
    assert answers[1]["id"] == 2
    assert "error" in answers[1]
    assert answers[2] == {"id": 3, "text": "two x"}
