"""Two results compared and put together, each named with what it is of."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("problems", "asked", "told"),
    [
        (
            ("what is 3/4 of 60?", "what is 2/5 of 90?"),
            "which is bigger?",
            "so the first is more, by $45 - 36$, that is $9$",
        ),
        (("what is 3/4 of 60?", "what is 2/5 of 90?"), "and both together?", "so the sum is $81$"),
        (("Solve x^2 - 7x + 10 = 0",), "by how much is one bigger than the other?", "$5$ is more than $2$"),
        (("Find the 15th term of the AP 4, 9, 14, ...",), "how much more is the 20th term than that?", "that is $25$"),
        (("mean of 12, 15, 18", "what if 18 becomes 24?"), "does the median change?", "No, it stays $15$."),
    ],
)
def test_results_are_compared_by_name(problems: tuple[str, ...], asked: str, told: str) -> None:
    """The two last results, those found together, or those named; what was not found yet is worked out."""
    talk = lesson()
    for problem in problems:
        talk.reply(problem)
    assert told in talk.reply(asked)


def test_versions_are_named_and_the_pair_stays() -> None:
    """Before and after a change are told apart by the words of the question; "by how much" goes on about them."""
    talk = lesson()
    talk.reply("8000 rupees are invested at 10 percent per annum compound interest. What is the amount after 2 years?")
    talk.reply("what if it is compounded half-yearly?")
    assert "half-yearly is more, by" in talk.reply("so which one pays more, yearly or half-yearly?")
    assert "44.05$ rupees" in talk.reply("by how much?")
    assert "not understand" in lesson().reply("by how much?")


def test_a_name_that_sounds_like_a_relation_is_asked_only_once() -> None:
    """What the tutor asks himself asks nothing further: a "common difference" is no difference of two results."""
    talk = lesson()
    talk.reply("Find the 15th term of the AP 4, 9, 14, ...")
    assert "is $5$" in talk.reply("what is the common difference?")
