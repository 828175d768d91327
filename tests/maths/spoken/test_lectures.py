"""Lectures as recognisers write them: full stops, digits, letters run together, bars nobody says."""

import pytest

from tutor_cli.maths.spoken import with_maths

LECTURES = {
    "The limit as t goes to 0 of t over sine t.": r"$\lim_{t \to 0} \frac{t}{\sin t}$.",
    "d dt of t cubed": r"$\frac{d}{dt} t^3$",
    "du dt equals minus u": r"$\frac{du}{dt} = -u$",
    "the double integral over D of g dA": r"$\iint_D g \,dA$",
    "B transpose B inverse B transpose": r"$(B^TB)^{-1}B^T$",
    "determinant of M minus lambda I": r"$\det(M - \lambda I)$",
    "b 2 1 u 1": "$b_{21}u_1$",
    "A equals LU": "$A = LU$",
    "sum of k cubed plus 2 from k equals 1 to m": r"$\sum_{k=1}^m (k^3 + 2)$",
    "g of u, v equals u times v": r"$g(u, v) = u \times v$",
    "e to the minus st": "$e^{-st}$",
    "e to the at": "$e^{at}$",
    "g of t e to the minus st dt": "$g(t)e^{-st}dt$",
    "y equals ln 3": r"$y = \ln 3$",
    "1 over t plus delta t minus 1 over t": r"$\frac{1}{t + \Delta t} - \frac{1}{t}$",
    "u0, v0": "$u_0, v_0$",
    "f dash t equals 2": "$f'(t) = 2$",
    "2 i cap minus j cap": r"$2\hat{i} - \hat{j}$",
    "del dot F equals 0": r"$\nabla \cdot F = 0$",
    "vector u times vector v equals 0": r"$\vec{u} \cdot \vec{v} = 0$",
}


@pytest.mark.parametrize(("words", "text"), LECTURES.items())
def test_lectures(words: str, text: str) -> None:
    """A lecturer's formula is read as it stands on his board."""
    assert text == with_maths(words, "en", "formula")
