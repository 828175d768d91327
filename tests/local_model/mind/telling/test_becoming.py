"""What became of a part of the problem, in which step."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("problem", "said", "part"),
    [
        ("solve 4x + 9 = 2x + 21", "how do I get rid of the 2x on the right?", "ubtract $2x$"),
        ("solve 4x + 9 = 2x + 21", "why did 21 become 12?", "ubtract $9$"),
        ("solve 3(x - 4) + 5 = 2x + 7", "why did the minus 4 become minus 12?", r"3 \times (-4) = -12"),
        ("solve x/3 + 2 = 7", "how do I remove the 3?", "clear the fractions"),
        ("4x + 9 = 21 hal karo", "21 12 kaise ban gaya?", "$9$ घटाइए"),
    ],
)
def test_the_step_is_told_in_which_a_term_goes_or_becomes_another(problem: str, said: str, part: str) -> None:
    """Whichever term and whichever words, and the bracket where no step shows it."""
    talk = lesson(language="auto")
    talk.reply(problem)
    assert part in talk.reply(said)
