"""What recognisers write for spoken questions, digits and punctuation included, is read and answered right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve import read_problem, solve
from tutor_cli.maths.spoken import find_spans

FORMS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "heard_forms.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_formulas_in_the_transcript() -> None:
    """The formulas found in the words are those the speaker meant."""
    for form in FORMS:
        assert [span.latex for span in find_spans(form["heard"])] == form["maths"], form["heard"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form["heard"]))
def test_answers(form: dict[str, Any]) -> None:
    """The question is answered as it was meant, and the answer is verified."""
    solution = solve(read_problem(form["heard"]))
    assert (to_latex(solution.answer), solution.verified) == (form["answer"], True)
