"""Chances: what is thrown or drawn, which of its outcomes are asked for, and several things drawn at once."""

# ruff: noqa: E501  # a problem reads best on one line

from __future__ import annotations

import pytest

from tutor_cli.maths.solve import solve
from tutor_cli.maths.solve.answers import told
from tutor_cli.maths.solve.stories.chances.reader import chance_problem


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("Three dice are thrown together. What is the chance of getting a total of 5?", r"\frac{1}{36}"),
        ("Two dice are thrown. Find the probability of getting at least one six.", r"\frac{11}{36}"),
        ("A die is thrown twice. What is the probability that 5 will not come up either time?", r"\frac{25}{36}"),
        ("Two coins are tossed. Find the probability of getting at most one head.", r"\frac{3}{4}"),
        ("A card is drawn from a pack of 52 cards. What is the probability that it is a king or a heart?", r"\frac{4}{13}"),
        ("Find the probability of getting neither a king nor a queen from a deck.", r"\frac{11}{13}"),
        ("A box has cards numbered 1 to 20. One card is drawn. Find the probability that it is divisible by 3 or 5.", r"\frac{9}{20}"),
        ("A bag contains 5 red, 8 white and 4 green marbles. A marble is taken out. What is the chance that it is not green?", r"\frac{13}{17}"),
        ("A lot of 20 bulbs contains 4 defective ones. One bulb is drawn. Find the probability that it is not defective.", r"\frac{4}{5}"),
        ("A bag has 4 red and 6 black balls. Two balls are drawn. What is the chance of at least one red?", r"\frac{2}{3}"),
        ("A bag has 6 white and 4 black balls. Two balls are drawn. Find the probability that they are of the same colour.", r"\frac{7}{15}"),
        ("A bag has 5 red and 3 black balls. 2 balls are drawn one after the other with replacement. Find the probability that both are red.", r"\frac{25}{64}"),
        ("A bag has 5 red and 3 black balls. Two balls are drawn and the first ball is put back. Find the probability that one is red and the other is black.", r"\frac{15}{32}"),
        ("A bag has 5 red and 3 black balls. Two balls are drawn without putting the first one back. Find the probability that both are red.", r"\frac{5}{14}"),
        ("Two cards are drawn from a pack of 52 cards. What is the probability that both are kings?", r"\frac{1}{221}"),
    ],
)  # fmt: skip
def test_a_chance_is_counted(text: str, chance: str) -> None:
    """Every word has its meaning, and the favourable outcomes are counted, not guessed."""
    problem = chance_problem(text)
    assert problem is not None
    solution = solve(problem)
    assert solution.verified
    assert told(solution, "en").startswith(f"The probability is ${chance}")


@pytest.mark.parametrize(
    "text",
    [
        "A bag contains 3 red and 5 black balls and a hat. What is the probability of a red ball?",
        "Two dice are thrown. Find the probability of getting a blue sum.",
        "A bag has 4 red and 6 black balls. Two balls are drawn with gloves. Probability that both are red?",
        "What is the probability that a leap year has 53 Sundays?",
    ],
)
def test_a_word_without_a_meaning_is_not_passed_over(text: str) -> None:
    """What is not understood as a whole is no problem of counting."""
    assert chance_problem(text) is None
