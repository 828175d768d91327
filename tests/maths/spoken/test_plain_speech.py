"""Plain sentences in English, Hinglish and Hindi, rich in numbers, stay as they are; what pupils say gets its maths."""

from pathlib import Path

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans, with_maths

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """Return the lines of a data file without its headings."""
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_plain_sentences_stay() -> None:
    """Scores, recipes, dates, prices, codes and idioms are no formulas, whatever words of maths they hold."""
    assert [with_maths(said) for said in lines("plain_speech.txt")] == lines("plain_speech.txt")


def test_pupils_are_understood() -> None:
    """Questions, answers and commands of pupils: only their maths is written."""
    said, written = zip(*[line.split(" => ") for line in lines("pupils.txt")], strict=True)
    assert [with_maths(text) for text in said] == list(written)


def test_plain_square_of_a_sum_is_offered() -> None:
    """Without "expand" the square is that of the last term, and the square of the sum is the other reading."""
    (span,) = find_spans("it is x plus 3 squared")
    assert span.latex == "x + 3^2"
    assert "(x + 3)^2" in [to_latex(tree) for tree in span.alternatives]
