"""`tutor math latex` writes spoken maths as LaTeX for people, for scripts and in batches."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["please solve x squared equals nine"], "please solve $x^2 = 9$"),
        (["the square root of y end root"], r"$\sqrt{y}$"),
        (["x", "squared"], "$x^2$"),
        (["i love apple pie"], "i love apple pie"),
        (["--lang", "hi", "वाई का वर्ग"], "$y^2$"),
        (["--as", "sentence", "the square root of y"], r"the $\sqrt{y}$"),
    ],
)
def test_what_may_be_said(tutor: Tutor, arguments: list[str], written: str) -> None:
    """Sentences keep their words, formulas become one, Hindi is understood."""
    done = tutor("math", "latex", *arguments)
    assert (done.exit_code, done.stdout) == (0, written + "\n")


def test_other_readings_are_offered(tutor: Tutor) -> None:
    """Where speech is open, the readings not taken are shown."""
    done = tutor("math", "latex", "--alternatives", "y to the n plus one")
    assert done.stdout == "$y^{n+1}$\n  or $y^n + 1$\n"


def test_json_holds_the_spans(tutor: Tutor) -> None:
    """Scripts read the places in the text and what stands there."""
    data = tutor("math", "latex", "--json", "so y cubed it is").data
    assert data["text"] == "so $y^3$ it is"
    assert data["spans"] == [{"start": 3, "end": 10, "latex": "y^3", "alternatives": []}]


def test_batch(tutor: Tutor) -> None:
    """Rows are answered in order, each in its language; a bad row tells what is wrong with it."""
    rows = [{"id": 1, "spoken": "do y plus teen", "lang": "hi-Latn"}, {"id": 2, "spoken": "hello"}, {"id": 3}]
    done = tutor("math", "latex", "--batch", stdin="\n".join(map(json.dumps, rows)))
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first == {"id": 1, "pred": "$2y + 3$"}
    assert second == {"id": 2, "pred": "hello"}
    assert "spoken" in third["error"]


@pytest.mark.parametrize("arguments", [[], ["--lang", "fr", "x"], ["--as", "poem", "x"]])
def test_usage_errors(tutor: Tutor, arguments: list[str]) -> None:
    """No words, an unknown language and an unknown kind are usage errors."""
    assert tutor("math", "latex", *arguments).exit_code == 2
