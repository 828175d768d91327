"""What `maths.speech` says precisely is heard back as the same formula."""

from pathlib import Path
from typing import Literal

import pytest

from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech import speak
from tutor_cli.maths.spoken import read_formula

# School formulas of every topic, one a line, written for this test.
FORMULAS = (Path(__file__).parent / "formulas.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("latex", FORMULAS)
def test_precise_speech_is_heard_back(latex: str, language: Literal["en", "hi"]) -> None:
    """The precise words of a formula give the very tree they were made from, in English and in Hindi."""
    tree = parse(latex, "latex")
    assert tree == read_formula(speak(tree, language, "precise"), language)
