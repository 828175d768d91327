"""`tutor math render` draws formulas for people, for scripts and in batches."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor


def test_a_formula_is_drawn_in_rows(tutor: Tutor) -> None:
    """Plain rows go to stdout, nothing to stderr."""
    done = tutor("math", "render", r"\frac{1}{2}+x")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "1\n─ + x\n2\n", "")


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (["-3x=12"], "−3x = 12"),
        (["--math", "ascii", r"x\le\pi"], "x <= pi"),
        (["--width", "20", "aaaa+bbbb+cccc+dddd=e"], "aaaa + bbbb + cccc\n   + dddd = e"),
        (["so $x^2$ is"], "so x² is"),
        (["$x^2$"], "x²"),
        (["i love apple pie"], "i love apple pie"),
    ],
)
def test_what_may_be_asked(tutor: Tutor, arguments: list[str], rows: str) -> None:
    """Minus signs, styles, widths, delimited maths among words, and words alone."""
    done = tutor("math", "render", *arguments)
    assert (done.exit_code, done.stdout) == (0, rows + "\n")


def test_json_holds_the_rows(tutor: Tutor) -> None:
    """Scripts read the rows, the index of the baseline and what could not be read."""
    data = tutor("math", "render", "--json", r"\frac12").data
    assert data == {"rows": ["1", "─", "2"], "baseline": 1, "warnings": []}


def test_bad_latex_is_shown_with_a_warning(tutor: Tutor) -> None:
    """What cannot be read is no failure: it is shown as it is, and stderr says why."""
    done = tutor("math", "render", r"\frac{1}{")
    assert (done.exit_code, done.stdout) == (0, "\\frac{1}{\n")
    assert done.stderr.startswith("warning: ")


def test_a_picture_without_a_terminal_falls_back_to_text(tutor: Tutor) -> None:
    """The formula is drawn in text and stderr says why."""
    done = tutor("math", "render", "--math", "image", "x^2")
    assert (done.exit_code, done.stdout) == (0, "x²\n")
    assert "No picture" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--width", "5", "x"], ["--math", "pretty", "x"]])
def test_usage_errors(tutor: Tutor, arguments: list[str]) -> None:
    """No formula, a width too small and an unknown mode are usage errors."""
    assert tutor("math", "render", *arguments).exit_code == 2


def test_batch(tutor: Tutor) -> None:
    """Each row of JSON is answered by its rows, a bad one by its error."""
    requests = [{"id": 1, "latex": "x^2"}, {"id": 2}, {"id": 3, "latex": "\\frac{1}{"}]
    lines = "\n".join(map(json.dumps, requests))
    done = tutor("math", "render", "--batch", stdin=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0] == {"id": 1, "rows": ["x²"]}
    assert "error" in answers[1]
    assert answers[2] == {"id": 3, "rows": ["\\frac{1}{"]}
