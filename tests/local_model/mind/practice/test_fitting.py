"""Equations claimed of the unknowns in hand are judged by putting the solutions in."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("problem", "claim", "begins", "shows"),
    [
        ("x + y = 10 and x - y = 4", "is x + y = 10 right?", "Yes", "$7 + 3 = 10$ becomes $10 = 10$"),
        ("x + y = 10 and x - y = 4", "so 2y = 8, right?", "No", "$6 = 8$, and that is false"),
        ("x^2 - 5x + 6 = 0", "is x^2 = 5x - 6 right?", "Yes", "$9 = 9$"),
        ("x^2 = 4", "is x + 2 = 0?", "It fits one solution", "$4 = 0$"),
        ("2x + 3 = 7", "kya 2x = 4 sahi hai?", "हाँ", "$4 = 4$"),
    ],
)
def test_a_claimed_equation_is_right_where_every_solution_fits(
    problem: str, claim: str, begins: str, shows: str
) -> None:
    """Lines of the working, other equations of a system and inequalities are judged alike, with the numbers."""
    talk = lesson(seed=0)
    talk.reply(problem)
    reply = talk.reply(claim)

    assert reply.startswith(begins)
    assert shows in reply


@pytest.mark.parametrize("said", ["solve 2y + 1 = 7", "what if x + 1 = 5?", "is 2z = 4?"])
def test_what_claims_nothing_of_the_unknowns_in_hand_is_no_claim(said: str) -> None:
    """A new equation, a change and another unknown are not judged by the answer in hand."""
    talk = lesson(seed=0)
    talk.reply("2x + 3 = 7")

    assert not talk.reply(said).startswith(("Yes,", "No,", "Correct,", "That is right"))
