"""Plain sentences in English, Hinglish and Hindi, rich in numbers, stay as they are; what pupils say gets its maths."""

from pathlib import Path

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans, with_maths

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """Return the lines of a data file without its headings."""
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("said", lines("plain_speech.txt"))
def test_plain_sentences_stay(said: str) -> None:
    """Scores, recipes, dates, prices, codes and idioms are no formulas, whatever words of maths they hold."""
    assert with_maths(said) == said


@pytest.mark.parametrize("line", lines("pupils.txt"))
def test_pupils_are_understood(line: str) -> None:
    """Questions, answers and commands of pupils: only their maths is written."""
    said, written = line.split(" => ")
    assert with_maths(said) == written


def test_plain_square_of_a_sum_is_offered() -> None:
    """Without "expand" the square is that of the last term, and the square of the sum is the other reading."""
    (span,) = find_spans("it is x plus 3 squared")
    assert span.latex == "x + 3^2"
    assert "(x + 3)^2" in [to_latex(tree) for tree in span.alternatives]
