"""What the whole text tells about its parts: roots closed aloud, products said, fractions marked."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

CLOSED_ROOTS = {
    "square root of y minus square root of y plus 1 end root": r"\sqrt{y} - \sqrt{y + 1}",
    "square root of 6 plus square root of 6 k end root": r"\sqrt{6} + \sqrt{6k}",
    "square root of 1 plus square root of k end root": r"\sqrt{1 + \sqrt{k}}",
}
SAID_PRODUCTS = {
    "cap q times cap w equals m times cap k times cap u": r"QW = m \times K \times U",
    "3 times b sub i times j": r"3 \times b_{ij}",
    "capital m times capital n equals capital n times capital m": r"M \times N = N \times M",
    "upper m times upper n": r"M \times N",
}
MARKED_FRACTIONS = {
    "the fraction with numerator u plus v over w and denominator z": r"\frac{u + \frac{v}{w}}{z}",
    "the fraction with numerator 5 y minus 2 and denominator 3 y plus 4": r"\frac{5y - 2}{3y + 4}",
    "the fraction with numerator 1 and denominator 3 plus one fifth": r"\frac{1}{3 + \frac{1}{5}}",
    "the fraction with numerator t raised to the k plus 1 power and denominator k plus 1 plus cap c": (
        r"\frac{t^{k+1}}{k + 1} + C"
    ),
    "the fraction with numerator partial differential w and denominator partial differential t equals 2": (
        r"\frac{\partial w}{\partial t} = 2"
    ),
}


@pytest.mark.parametrize(("words", "latex"), (CLOSED_ROOTS | SAID_PRODUCTS | MARKED_FRACTIONS).items())
def test_habits_show_extents(words: str, latex: str) -> None:
    """Who closes, marks or says something once does so throughout."""
    assert latex == to_latex(read_formula(words, "en"))
