"""What is heard: English wordings of formulas and the LaTeX they must become."""

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

ENGLISH = {
    "seven x minus two equals nineteen": "7x - 2 = 19",
    "p q plus q r": "pq + qr",
    "one hundred and five minus forty two": "105 - 42",
    "two point seven five x": "2.75x",
    "three and a quarter": r"3\frac{1}{4}",
    "three sevenths of y": r"\frac{3}{7}y",
    "u plus v the whole cubed": "(u + v)^3",
    "m minus n all over two k": r"\frac{m - n}{2k}",
    "g of b minus g of a all over b minus a": r"\frac{g(b) - g(a)}{b - a}",
    "start fraction p plus one over q end fraction": r"\frac{p + 1}{q}",
    "the fraction with numerator y and denominator y plus three": r"\frac{y}{y + 3}",
    "the square root of u squared plus v squared": r"\sqrt{u^2 + v^2}",
    "root five plus one": r"\sqrt{5} + 1",
    "cube root of y end root plus two": r"\sqrt[3]{y} + 2",
    "fifth root of z": r"\sqrt[5]{z}",
    "e to the minus t squared over two": r"e^{-\frac{t^2}{2}}",
    "y raised to the exponent k plus two end exponent times z": r"y^{k+2} \times z",
    "sine squared theta plus cosine squared theta equals one": r"\sin^2\theta + \cos^2\theta = 1",
    "tan of pi over three": r"\tan\frac{\pi}{3}",
    "log base five of twenty five": r"\log_5 25",
    "log y to the base three": r"\log_3 y",
    "g prime of t equals two t": "g'(t) = 2t",
    "d z by d t equals k z": r"\frac{dz}{dt} = kz",
    "d squared x over d t squared": r"\frac{d^2x}{dt^2}",
    "partial u over partial t": r"\frac{\partial u}{\partial t}",
    "d over d t t cubed": r"\frac{d}{dt} t^3",
    "the integral from one to two of one over t d t": r"\int_1^2 \frac{1}{t} \,dt",
    "integration of sine y d y from zero to pi": r"\int_0^{\pi} \sin y \,dy",
    "sum from k equals one to m of k cubed": r"\sum_{k=1}^m k^3",
    "limit as t tends to zero of sine t over t": r"\lim_{t \to 0} \frac{\sin t}{t}",
    "y is greater than or equal to minus four": r"y \ge -4",
    "minus one is less than t is less than one": "-1 < t < 1",
    "absolute value of y minus two equals five": "|y - 2| = 5",
    "m choose two": r"\binom{m}{2}",
    "six factorial": "6!",
    "p union q": r"p \cup q",
    "the 2 by 2 matrix row 1 p q row 2 r s": r"\begin{pmatrix}p & q \\ r & s\end{pmatrix}",
    "start set 4 comma 5 end set": r"\{4, 5\}",
    "y bar equals three": r"\bar{y} = 3",
}


@pytest.mark.parametrize(("words", "latex"), ENGLISH.items())
def test_english_formulas(words: str, latex: str) -> None:
    """English wordings, natural and those of screen readers, become the formula the speaker meant."""
    assert latex == to_latex(read_formula(words, "en"))


def test_words_that_are_no_formula() -> None:
    """Ordinary words are refused with an error that says so."""
    with pytest.raises(MathsError, match="not one formula"):
        read_formula("the sum of my fears", "en")


INDIAN = {
    "m plus n whole cube": "(m + n)^3",
    "p upon q minus two": r"\frac{p}{q} - 2",
    "d by d t of t to the n": r"\frac{d}{dt} t^n",
    "tan inverse of y": r"\arctan y",
    "sigma k equals one to m k squared": r"\sum_{k=1}^m k^2",
    "seven c three": "{}^7C_3",
    "p of m given n": r"p(m \mid n)",
    "mod y minus four equals two": "|y - 4| = 2",
    "vector p cross vector q": r"\vec{p} \times \vec{q}",
    "2 3/4 + 1 1/2": r"2\frac{3}{4} + 1\frac{1}{2}",
    "integrate from zero to pi sin y d y": r"\int_0^{\pi} \sin y \,dy",
    "y is congruent to two mod seven": r"y \equiv 2 \pmod{7}",
    "seven raised to minus three": "7^{-3}",
    "twenty percent of fifty": r"20\% \times 50",
}


@pytest.mark.parametrize(("words", "latex"), INDIAN.items())
def test_classroom_wordings(words: str, latex: str) -> None:
    """Wordings of Indian classrooms and short forms become the formula the speaker meant."""
    assert latex == to_latex(read_formula(words, "en"))
