"""Claims in passing, insisting, going back, letters and definitions, doubts: whole turns against the real solver."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.utterance import doubts


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (["solve x^2 - 7x + 10 = 0", "so the answer's 4?"], "$-2 = 0$"),
        (["solve x^2 - 7x + 10 = 0", "is x = 2 also a solution?"], "one of the values"),
        (["solve 2x + 3 = 11", "I think it's 5", "no I'm sure"], "Put $x = 5$"),
        (["solve 2x + 3 = 11", "solve 3x = 12", "back to the first problem"], "$2x + 3 = 11$"),
        (["find the simple interest on 5000 rupees at 8% for 3 years", "what's P here"], "$P$ is $5000$"),
        (
            ["find the simple interest on 5000 rupees at 8% for 3 years", "which formula did you use"],
            r"\frac{PRT}{100}",
        ),
        (["A = [[1, 2], [3, 4]], find the determinant of A", "what is 2A"], r"2 & 4 \\ 6 & 8"),
        (["f(x) = x^2 - 3x, what is f(5)", "and f(-2)?"], "$10$"),
        (
            ["a man is 5 years older than his son and the sum of their ages is 31", "what did you call x"],
            "Let the younger",
        ),
        (["can probability be more than 1"], "No."),
        (["prove that sin x = cos x"], "not an identity"),
        (["what is 12 times 12 and what is 13 times 13"], "$169$"),
        (["five six minus one third"], "Do you mean"),
        (["convert 3y to a decimal"], "not sure"),
        (["3x ="], "How does it go on"),
    ],
)
def test_what_is_said_in_passing_is_answered_in_context(turns: list[str], part: str) -> None:
    """The last reply speaks of what the turns before were about."""
    talk = lesson(seed=0)
    *before, last = turns
    for turn in before:
        talk.reply(turn)
    assert part in talk.reply(last)


def test_a_story_is_told_from_a_formula() -> None:
    """Many words around a number are a story that needs an equation."""
    assert doubts.is_story("Meena has some mangoes and she gives 3 to each of her friends and keeps some")
    assert not doubts.is_story("solve 2x + 3 = 11")
