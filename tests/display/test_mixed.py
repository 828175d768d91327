"""Behaviour of laying out words with maths among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.display.mixed import drawn, laid_out
from tutor_cli.maths.layout import cell_width


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("no maths here", ["no maths here"]),
        ("", []),
        ("one\n\ntwo", ["one", "", "two"]),
        ("so $x^2=4$ holds", ["so x² = 4 holds"]),
        ("so $$x=4$$ holds", ["so", "  x = 4", "holds"]),
        (r"half is $\frac12$, not 2", ["half is", "  1", "  ─,", "  2", "not 2"]),
        ("मेरा उत्तर $\\frac{3}{4}$ आया", ["मेरा उत्तर", "  3", "  ─", "  4", "आया"]),
        ("still $x^2", ["still $x^2"]),
        (r"broken $x+\foo$ here", [r"broken $x+\foo$ here"]),
        ("bold [b]x[/b] \x1b[31m", ["bold [b]x[/b] �[31m"]),
    ],
)
def test_laid_out(text: str, rows: list[str]) -> None:
    """One-row formulas stay in the line, tall ones get their own block, words are untouched."""
    assert laid_out(text) == rows


def test_a_formula_in_the_line_is_not_broken() -> None:
    """The line breaks before the formula, not inside it."""
    assert laid_out("then we know that $x + 1 = 5$ and", 24) == ["then we know that", "x + 1 = 5 and"]


def test_a_formula_too_wide_for_a_line_gets_a_block() -> None:
    """The block is broken as formulas are."""
    rows = laid_out("so $a + b + c + d + e + f = g$ is", 20)
    assert rows == ["so", "  a + b + c + d + e", "     + f = g", "is"]


def test_unfinished_text_shows_the_open_formula_as_it_is() -> None:
    """While text arrives, a formula appears only when it is closed and something follows it."""
    assert laid_out("now $x^2$", final=False) == ["now $x^2$"]
    assert laid_out("now $x^2$ ", final=False) == ["now x²"]


@given(st.text(alphabet="ab x$\\()[]{}^2हि\x1b\t\n", max_size=60), st.integers(min_value=20, max_value=60))
def test_rows_fit_and_are_harmless(text: str, width: int) -> None:
    """No row is wider than asked, none holds a control character."""
    rows = laid_out(text, width)
    assert all(cell_width(row) <= width for row in rows)
    assert not any(ord(character) < 32 for row in rows for character in row)


def test_drawn_takes_formulas_and_words() -> None:
    """A formula is drawn, words are laid out."""
    assert drawn("x^2").rows == ("x²",)
    assert drawn("good morning everyone").rows == ("good morning everyone",)
