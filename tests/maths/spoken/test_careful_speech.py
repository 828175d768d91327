"""Wordings of screen readers: sets, logic, quantifiers, degrees, mixed numbers, choices, limits said last in Hindi."""

import pytest

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import read_formula

ENGLISH = {
    "the set of all t in the real numbers such that t is greater than 7": r"\{t \in \mathbb{R} \mid t > 7\}",
    "the set 3 comma 4 subset of the set 3 comma 4 comma 5": r"\{3, 4\} \subset \{3, 4, 5\}",
    "q or not sign r": r"q \lor \neg r",
    "for all t there exists u": r"\forall t \exists u",
    "75 raised to the power composed with": r"75^\circ",
    "the 2 by 2 matrix row 1 3 minus lambda 4 row 2 5 6 minus lambda": (
        r"\begin{pmatrix}3 - \lambda & 4 \\ 5 & 6 - \lambda\end{pmatrix}"
    ),
    "4 and 2 over 5": r"4\frac{2}{5}",
    "superscript m baseline upper c subscript k": "{}^mC_k",
    "m choose m minus k": r"\binom{m}{m - k}",
    "2 y superscript prime baseline plus y": "2y' + y",
    "z sub 1 plus z sub 2 horizontal bar": r"\overline{z_1 + z_2}",
    "white up pointing triangle cap p cap q cap r tilde white up pointing triangle cap u cap v cap w": (
        r"\triangle PQR \sim \triangle UVW"
    ),
}
HINDI = {
    "एक्स घनित का फलन सीमा के हर में एक्स दाईं ओर तीर 5 बराबर का चिह्न 125": r"\lim_{x \to 5} x^3 = 125",
    "समाकल से 0 से सामान्य अनन्तता का फलन एक्स डी एक्स": r"\int_0^{\infty} x \,dx",
    "वाई डबल-स्ट्रक पूर्णांक का तत्व": r"y \in \mathbb{Z}",
    "3 पूर्णांक एक तृतीयांश": r"3\frac{1}{3}",
    "वाई कैरट चिह्न": r"\hat{y}",
    "2 उर्ध्वान्क के आधार रेखा": "2^k",
    "d पर द्वि समाकल g d a": r"\iint_d g \,da",
    "सामान्य त्रिकोण टी": r"\Delta t",
}


@pytest.mark.parametrize(
    ("words", "latex", "language"),
    [(words, latex, "en") for words, latex in ENGLISH.items()]
    + [(words, latex, "hi") for words, latex in HINDI.items()],
)
def test_careful_speech(words: str, latex: str, language: str) -> None:
    """What screen readers say becomes the formula they read."""
    assert latex == to_latex(read_formula(words, language))
