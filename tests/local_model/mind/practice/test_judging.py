"""Judging claims and showing checks: whole turns against the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson

DIGITS_REVERSED = (
    "The sum of the digits of a two digit number is 9. "
    "If the digits are reversed, the number increases by 27. Find the number."
)


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("solve 2x - 3 < 7", ""),
            ("is 5 a solution?", "$2(5) - 3 < 7$ becomes $7 < 7$, and that is false"),
            ("is 6 a solution?", "No"),
            ("does 4 work?", "Yes"),
            ("my friend says x > 5, is he right?", "would be left out"),
            ("check it", "$x = 5$"),
        ],
        [
            ("x^2 - 5x + 6 = 0", ""),
            ("I got x = 3 only", "$2$ is missing"),
            ("so x is 2 or 3", "right"),
            ("x^2 - 7x + 12 = 0", ""),
            ("I got 2 and 3, right?", "It is the answer to the one before"),
            ("blah blah 7 zorp", ""),
            ("I got 3 and 4", "the problem before, $x^2 - 7x + 12 = 0$"),
        ],
        [
            ("2x + y = 7 and x - y = 2", ""),
            ("I got x = 2 and y = 3", "$2 - 3 = 2$ becomes $-1 = 2$"),
            ("(2^3)^4 is 2^7, right?", "No"),
        ],
        [
            ("Ravi buys a cycle for 2000 and sells it for 1700. Find his loss percent.", ""),
            ("my brother got 15 percent, is he right?", "Yes"),
            ("how did you get 300?", "2000 - 1700 = 300"),
            ("check", "$1700 = 1700$"),
            ("is 2^5 times 2^2 the same as 4^7?", "becomes $128 = 16384$"),
        ],
        [
            ("Find the compound interest on Rs 10000 for 2 years at 10% per annum.", ""),
            ("I got 3310 rupees for three years compounded yearly, is it right?", "for 3 years at 10%"),
            ("is sin 60 equal to 1/2?", "No"),
            ("kya cos 60 1/2 hota hai", r"$\cos 60^\circ = \frac{1}{2}$ से"),
        ],
        [
            ("x^2 - 5x + 6 = 0", ""),
            ("(x - 1)(x - 6)?", "their sum is $-7$"),
            ("and (x-2)(x-3)?", "gives $x^2 - 5x + 6$"),
            ("is x = 2 right?", "$3$ is missing"),
        ],
        [
            ("If sin A = 5/13, find cos A", ""),
            ("is it 12/13?", "ight"),
            ("is it 8/13?", r"The answer is $\cos A = \frac{12}{13}$"),
            ("where is my mistake?", r"$b = 12$"),
        ],
        [
            ("A bag has 4 red and 5 blue balls. What is the probability of blue?", ""),
            ("I got 4/9 for red, is it right?", "ight"),
            ("I got 1/7 for 3 green ones", "Which problem"),
        ],
        [
            (
                DIGITS_REVERSED,
                "",
            ),
            ("my friend says 63", "$36 = 90$, and that is false"),
            ("check 36 for me", "$63 = 63$, and that is true"),
        ],
        [
            ("Find the area of a circle of radius 14 cm", ""),
            ("my sister got 616, correct?", r"Yes, with $\frac{22}{7}$"),
            ("I got 615.44", "Yes, with $3.14$"),
            ("I got 88", "circumference"),
        ],
        [("integrate x e^x", ""), ("check by differentiating", "the derivative of $xe^x - e^x$ is $xe^x$")],
        [("2/3 + 3/4", ""), ("prove it", r"\frac{17}{12} - \frac{3}{4}")],
        [("find the inverse of [[2, 1], [5, 3]]", ""), ("verify it", r"\begin{pmatrix}1 & 0 \\ 0 & 1\end{pmatrix}")],
        [("x cube minus 3x ka derivative batao", ""), ("verify karo", "$x^3 - 3x + C$")],
    ],
)
def test_claims_are_judged_by_the_problem_they_answer_and_checks_are_shown(turns: list[tuple[str, str]]) -> None:
    """Yes or no comes first, and the reason is a computation of the solver's."""
    talk = lesson(seed=0)
    for text, part in turns:
        assert part in talk.reply(text), text
