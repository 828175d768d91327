"""What is claimed: the value in an utterance, and none in one that asks for something."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.mind.utterance.claimed import claim_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("is 5 a solution?", "5"),
        ("I got x = 3 only", "x = 3"),
        ("my friend says x > 5, is he right?", "x > 5"),
        ("I got xe^x - e^x + C", "x e^x - e^x + C"),
        ("so x is 2 or -8", "x = 2 or -8"),
        ("the profit percent is 15, right?", "15"),
        ("mera x = 6 aur y = 4 aaya, sahi hai?", "x = 6 and y = 4"),
        ("मैंने 14 लिखा था, गलती कहाँ हुई", "14"),
        ("kya x = 5 iska hal hai?", "x = 5"),
    ],
)
def test_a_claimed_value_is_read_without_the_words_around_it(text: str, value: str) -> None:
    """Whose it is, and how he asks, does not matter to the checker."""
    claim = claim_in(text)
    assert claim is not None
    assert claim.value == value


@pytest.mark.parametrize(
    ("text", "problem", "value"),
    [
        ("(2^3)^4 is 2^7, right?", "(2^3)^4", "2^7"),
        ("is 2^3 times 2^4 equal to 2^7?", "2^3 times 2^4", "2^7"),
        ("I got 5/7 for 2/3 + 3/4, what did I do wrong?", "2/3 + 3/4", "5/7"),
    ],
)
def test_a_claim_may_name_its_problem(text: str, problem: str, value: str) -> None:
    """Then it is judged by that one, whatever is in hand."""
    claim = claim_in(text)
    assert claim is not None
    assert (claim.problem, claim.value) == (problem, value)


@pytest.mark.parametrize(
    "text",
    [
        "why 12?",
        "solve x^2 = 9",
        "2x + 3 = 11 hal karo",
        "what if x = 3",
        "8 kahan se aaya",
        "find the roots of x^2 - 4",
        "so is it more than 1?",
        "a train goes 60 km in 2 hours, is it right that the speed is 30?",
        "is 48 a multiple of 6?",
    ],
)
def test_a_request_claims_nothing(text: str) -> None:
    """A question with numbers in it is answered, not judged."""
    assert claim_in(text) is None


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("I got 3310 rupees for three years compounded yearly, is it right?", "3310", "three years"),
        ("my teacher says the sum of 10 terms is 265, is he right?", "265", "sum of 10 terms"),
        ("is the 15th term 74?", "74", "15th term"),
        ("3 saal ke liye mera 1261 aaya, sahi hai?", "1261", "3 saal"),
        ("I think the slope at x = 2 is 3, correct?", "3", "slope at x = 2"),
        ("I got 2 and 3, right?", "2 and 3", ""),
        ("I got 7 for x and 3 for y", "x = 7 and y = 3", ""),
    ],
)
def test_what_a_claim_is_about_stands_beside_its_value(text: str, value: str, about: str) -> None:
    """The value is the one stated; other numbers belong to what it is claimed of."""
    claim = claim_in(text)
    assert claim is not None
    assert claim.value == value
    assert about in claim.about
    assert bool(about) == bool(claim.about)


@pytest.mark.parametrize(
    ("text", "problem", "value"),
    [("kya cos 60 1/2 hota hai", "cos 60", "1/2"), ("क्या sin 30 का मान 1/2 होता है", "sin 30", "1/2")],
)
def test_an_equation_may_be_claimed_in_hindi(text: str, problem: str, value: str) -> None:
    """Both sides stand before the verb."""
    claim = claim_in(text)
    assert claim is not None
    assert (claim.problem, claim.value, claim.is_equation) == (problem, value, True)
