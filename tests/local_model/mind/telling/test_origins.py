"""Where numbers and values come from: given, worked out in a step, made of given ones, or not there at all."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("problem", "question", "part", "absent"),
    [
        ("sum of first 20 terms of the AP 3, 8, 13", "how did you get 5?", "$8 - 3$", "1010"),
        ("sum of first 20 terms of the AP 3, 8, 13", "where did 20 come from?", "is given", "$S"),
        ("sum of first 20 terms of the AP 3, 8, 13", "where did 98 come from?", "does not come up", "$S"),
        ("mean of 12, 15, 18", "where does 45 come from", "$12 + 15 + 18$", "does not"),
        ("mean of 12, 15, 18", "what does the 99 stand for?", "These numbers do: $12$", "given"),
        ("a ladder 10 m long reaches 8 m up a wall. how far is its foot", "8 ka kya matlab hai", "पहुँच की ऊँचाई", "दिया"),
        (
            "a ladder 10 m long reaches 8 m up a wall. how far is its foot",
            "what does the 8 mean?",
            "the height",
            "given",
        ),
        ("2x + 3y = 13, 5x - y = 7 solve karo", "y = 3 kaise aaya", "$y = 3$", "दिया है"),
        ("3 1/2 - 1 3/4", "how did you get 14?", "common denominator", "mixed"),
        ("hypotenuse with legs 5 and 12", "where did 169 come from?", "$25 + 144$", "does not"),
        ("determinant of [[1, 2], [3, 4]]", "how did you get -2?", "diagonals", "given"),
        ("x^2 - 5x + 6 = 0", "how did you get x = 2?", "$x = 2$", "given"),
        ("differentiate x^3 + 4x", "where did 3x^2 come from?", "Power rule", "given"),
        (
            "एक थैले में 4 लाल, 5 नीली और 3 हरी गेंदें हैं, नीली गेंद आने की प्रायिकता क्या है?",
            "12 कहाँ से आया?",
            "4 + 5 + 3",
            "k =",
        ),
    ],
)
def test_a_number_is_traced_to_where_it_came_from(problem: str, question: str, part: str, absent: str) -> None:
    """The step that brings the number in is told, or that it was given, or what it is made of; nothing else."""
    talk = lesson(seed=0)
    talk.reply(problem)
    reply = talk.reply(question)
    assert part in reply
    assert absent not in reply
