"""What stands above and below "over" where nobody says so."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

ABOVE = {
    "y minus 5 over 4": r"\frac{y - 5}{4}",
    "9 minus t over 4": r"9 - \frac{t}{4}",
    "t plus pi over 6": r"t + \frac{\pi}{6}",
    "y plus 2 over 5 plus y minus 4 over 7": r"\frac{y + 2}{5} + \frac{y - 4}{7}",
    "e to the t minus 1 over t": r"\frac{e^t - 1}{t}",
    "v t plus 1 over 2 g t squared": r"vt + \frac{1}{2}gt^2",
}
BELOW = {
    "w over w squared plus 9": r"\frac{w}{w^2 + 9}",
    "1 over u squared plus v squared": r"\frac{1}{u^2 + v^2}",
    "3 t over t minus 8": r"\frac{3t}{t - 8}",
    "1 over t plus h": r"\frac{1}{t + h}",
    "1 over 2 root y": r"\frac{1}{2\sqrt{y}}",
    "1 over open paren t minus 2 close paren times open paren t plus 7 close paren": (
        r"\frac{1}{(t - 2) \times (t + 7)}"
    ),
    "7 over 8 divided by 3 over 5": r"\frac{\frac{7}{8}}{\frac{3}{5}}",
    "1 over k sum from j equals 1 to k of j": r"\frac{1}{k}\sum_{j=1}^k j",
    "partial squared g over partial u partial v": r"\frac{\partial^2g}{\partial u\partial v}",
}
PRODUCTS = {
    "b plus k minus 1 into r": r"b + (k - 1) \times r",
    "A minus lambda I times v equals 0": r"(A - \lambda I) \times v = 0",
    "y minus 6 times y minus 9": "(y - 6)(y - 9)",
}


@pytest.mark.parametrize(("words", "latex"), (ABOVE | BELOW | PRODUCTS).items())
def test_extents_of_fractions_and_products(words: str, latex: str) -> None:
    """Fractions and products reach as far as their speakers usually mean."""
    assert latex == to_latex(read_formula(words, "en"))
