"""What `maths.speech` says precisely is heard back as the same formula."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.maths import strategies
from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Quotient, Text
from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech import speak
from tutor_cli.maths.spoken import read_formula

# School formulas of every topic, one a line, written for this test.
FORMULAS = (Path(__file__).parent / "formulas.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", ["en", "hi"])
def test_precise_speech_is_heard_back(language: Literal["en", "hi"]) -> None:
    """The precise words of a formula give the very tree they were made from, in English and in Hindi."""
    for latex in FORMULAS:
        tree = parse(latex, "latex")
        assert tree == read_formula(speak(tree, language, "precise"), language), latex


@pytest.mark.parametrize("leaves", [4, 12])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_random_trees_are_heard_back(language: Literal["en", "hi"], leaves: int) -> None:
    """Of random trees, few of which anyone would say, 97 in 100 are heard back, signs of division aside."""
    heard = []

    @settings(
        max_examples=150, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck), database=None,
    )  # fmt: skip
    @given(strategies.expressions(leaves))
    def collect(tree: Expr) -> None:
        try:
            found = read_formula(speak(tree, language, "precise"), language)
        except MathsError:
            heard.append(False)
        else:
            heard.append(_undivided(found) == _undivided(tree))

    collect()
    assert sum(heard) / len(heard) >= 0.97


def _undivided(node: Any) -> Any:
    """Return a tree in which every quotient stands on a bar: ÷ is spoken, and heard, like one."""
    if isinstance(node, tuple):
        return tuple(map(_undivided, node))
    if not isinstance(node, Expr) or isinstance(node, Text):
        return node
    parts = {field.name: _undivided(getattr(node, field.name)) for field in fields(node)}
    node = replace(node, **parts)
    return replace(node, style="stacked") if isinstance(node, Quotient) and node.style == "divide" else node
