"""What is asked of the problem in hand is answered of it: no general truth, older place or other quantity instead."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

CURVE = "differentiate x^3 - 6x^2 + 9x + 1"
SUM = "Find the simple interest on Rs 5000 at 8% per annum for 3 years"
VECTORS = "a = 2i + 3j - k and b = i - 2j + 4k, find a dot b"
NUMBERS = "The product of two consecutive odd positive integers is 143, find them."


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        ((CURVE, "and its point of inflection?", "the tangent at x = 0?", "and the normal there?"), r"1 - \frac{x}{9}"),
        ((SUM, "what is the amount?", "and the compound interest?"), "compound interest is $1298.56$"),
        ((SUM, "and the compound interest?", "why is compound interest more?"), "interest of each year earns interest"),
        (("राम और श्याम ने 4000 रुपये 3:5 के अनुपात में बाँटे। हर एक को कितने मिले?", "श्याम को राम से कितने ज़्यादा मिले?"), "$1000$"),
        (("2x^2 - 7x + 3 = 0", "what if the constant were 8 instead of 3?"), "2x^2 - 7x + 8 = 0"),
        (("x^2 - 5x + 6 = 0", "what is the discriminant?", "another way please"), "coefficients a, b and c"),
        (("A = [[3, 2], [4, 5]] ka saranik nikalo", "iska vyutkram kya hoga?"), r"\frac{5}{7}"),
        (("If sin A = 3/5 find cos A and tan A", "is tan 90 defined?"), "not defined"),
        (("x^2/25 + y^2/9 = 1", "find the foci", "what if the plus was a minus?", "its asymptotes?"), r"\frac{3x}{5}"),
        (("consider the circle x^2 + y^2 = 25", "is (3, 4) on it?", "find the tangent there"), r"\frac{25}{4}"),
        (("centre of x^2 + y^2 - 6x + 4y = 12", "do only the x part first", "now the y part"), "(y + 2)^2"),
        (("dy/dx = 2xy, and y = 3 when x = 0", "what is y when x = 1?"), "$3e$"),
        (("solve dy/dx = x/y if y = 2 when x = 0", "how do we find the constant?"), "A given point settles it"),
        (("solve dy/dx = x/y if y = 2 when x = 0", "what if y = 5 when x = 0?"), "x^2 + 25"),
        (
            ("maximise z = 3x + 4y subject to x + y <= 6, x >= 0, y >= 0", "is (5, 2) allowed?", "and z at (6, 0)?"),
            "$18$",
        ),
        (("expand (2x - 3)^4", "how many terms are there?", "which one is the middle term?"), "$216x^2$"),
        (("expand (x - 2)^5", "what is the third term?", "why do the signs alternate?"), "odd powers are negative"),
        (("constant term of (x + 1/x)^6", "what is the general term?", "how many terms are there?"), "There are $7$"),
        (("(3 + 4i)/(1 - 2i)", "what is its imaginary part?", "and its conjugate?"), "$-1 - 2i$"),
        (("(3 + 4i)/(1 - 2i)", "why do we multiply top and bottom by it?"), "denominator times its conjugate"),
        (("f(x) = x^3 - 3x. Where does it have its maximum and minimum?", "what is its derivative?"), "3x^2 - 3"),
        (("f(x) = x^2 - 3x", "find its tangent at x = 1", "show me another way"), "one way"),
        (("integrate x^2 from 0 to 2", "what does that number mean?", "what would it be from 0 to 3?"), "$9$"),
        (("simplify √8", "is log 2 plus log 3 the same as log 5?"), "log_{10} 6"),
        ((VECTORS, "now a cross b", "check that it is perpendicular to a"), "the vectors are perpendicular"),
        ((VECTORS, "what if b was i + j + 5k?"), "dot product is $0$"),
        ((VECTORS, "what does the negative sign tell us?"), "obtuse"),
        (
            ("line through (2, 3) and (4, 7)", "parallel to it through (1, 1)", "and the perpendicular one?"),
            r"\frac{x}{2}",
        ),
        (
            ("line through (2, 3) and (4, 7)", "where does it cut the y-axis?", "how far is the origin from it?"),
            r"\sqrt{5}",
        ),
        (("prove that (1 - sin^2 A) sec^2 A = 1", "check it for A = 60 degrees"), "$1 = 1$"),
        (("x^2/16 - y^2/9 = 1", "what is its eccentricity?", "why is it more than 1?"), "beyond the vertices"),
    ],
)
def test_what_is_asked_of_this_one_is_answered_of_it(turns: tuple[str, ...], part: str) -> None:
    """The place, the quantity and the part are those last spoken of."""
    talk = lesson()
    assert part in [talk.reply(turn) for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (("x^2 - 5x + 6 = 0", "is the discriminant positive?"), "not always"),
        (("AP 7, 11, 15, find the 15th term", "sum of the first 15 terms"), "$71$"),
        (
            (SUM, "and the compound interest?", "why is it more than the simple interest?", "by how much?"),
            "amount is more",
        ),
        ((NUMBERS, "what is their sum?", "and the sum of their squares?"), "576"),
        ((NUMBERS, "what is their difference?"), "The first number"),
        ((CURVE, "which is the maximum?", "how can you tell?"), "Integrate it back"),
        (("area under y = x^2 from 0 to 3", "Is that more than half of the first one?"), "Yes"),
    ],
)
def test_nothing_else_is_answered_instead(turns: tuple[str, ...], part: str) -> None:
    """Where it cannot be answered of this one, that is said."""
    talk = lesson()
    assert part not in [talk.reply(turn) for turn in turns][-1]
