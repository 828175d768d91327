"""How far exponents, arguments and roots reach where nobody says so."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

EXPONENTS = {
    "y raised to the power 4 over 4 end fraction plus 1": r"\frac{y^4}{4} + 1",
    "y to the 3 over 5": r"y^{\frac{3}{5}}",
    "b to the p over q": r"b^{\frac{p}{q}}",
    "3 to the k minus 1": "3^k - 1",
    "3 to the y plus 1 equals 27": "3^{y+1} = 27",
    "b to the p minus q": "b^{p-q}",
    "e to the y e to the z": "e^ye^z",
    "integral of e to the minus y d y": r"\int e^{-y} \,dy",
    "open paren b to the k minus 1 close paren": "(b^k - 1)",
    "open bracket y sub k plus 1 close bracket": "(y_k + 1)",
}
ARGUMENTS = {
    "sine of y over 2": r"\sin\frac{y}{2}",
    "sine of y over y": r"\frac{\sin y}{y}",
    "l n 1 over y": r"\ln\frac{1}{y}",
    "3 log of y minus 2 log of z": r"3\log y - 2\log z",
    "sin A plus B equals 1": r"\sin(A + B) = 1",
    "sine of y plus delta y": r"\sin(y + \Delta y)",
    "cosine of omega t plus phi": r"\cos(\omega t + \phi)",
    "inverse tangent of 3 over 4": r"\arctan\frac{3}{4}",
    "the fourth power of cosine y": r"\cos^4 y",
}
ROOTS = {
    "the square root of 7 plus 2": r"\sqrt{7} + 2",
    "the square root of 16 plus 9": r"\sqrt{16 + 9}",
    "square root of y minus 6": r"\sqrt{y} - 6",
    "root y plus 1 by root y": r"\sqrt{y} + \frac{1}{\sqrt{y}}",
    "the square root of 3 times the square root of 12": r"\sqrt{3} \times \sqrt{12}",
    "the square root of 1 over m": r"\sqrt{\frac{1}{m}}",
    "the square root of 1 minus u over w": r"\sqrt{1 - \frac{u}{w}}",
}


@pytest.mark.parametrize(("words", "latex"), (EXPONENTS | ARGUMENTS | ROOTS).items())
def test_extents_of_operands(words: str, latex: str) -> None:
    """Exponents, arguments and radicands reach as far as their speakers usually mean."""
    assert latex == to_latex(read_formula(words, "en"))
