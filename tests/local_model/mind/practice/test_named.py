"""Claims of a quantity by its name: judged by that one, found first where it was not asked yet."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.utterance.claimed import named_claim_in


@pytest.mark.parametrize(
    ("said", "value", "about"),
    [
        ("shouldn't the 20th term be 99?", "99", "the 20th term"),
        ("my teacher says their product is 10, is she right?", "10", "their product"),
        ("क्या y 2 नहीं होना चाहिए?", "2", "y"),
        ("mere hisaab se range 8 hai, sahi hai?", "8", "range"),
        ("mere dost ne jod ke 5 by 7 likha, usne kya galti ki?", "5/7", "jod"),
    ],
)
def test_a_claim_is_read_with_what_it_names(said: str, value: str, about: str) -> None:
    """The value and the name of what it is claimed of, in any wording."""
    claim = named_claim_in(said)
    assert claim is not None
    assert (claim.value, claim.about) == (value, about)


@pytest.mark.parametrize(
    "said", ["is it 10?", "the radius is 7", "what is the 7th term?", "what about 15 terms?", "is 20 a term?"]
)
def test_other_sayings_name_nothing_that_is_claimed(said: str) -> None:
    """What points to the last answer, gives data or asks is read elsewhere."""
    assert named_claim_in(said) is None


@pytest.mark.parametrize(
    ("problem", "claim", "told"),
    [
        (
            "Find the 15th term of the AP 4, 9, 14, ...",
            "shouldn't the 20th term be 99?",
            "The 20th term is $99$",
        ),
        ("Find the 15th term of the AP 4, 9, 14, ...", "so the common difference is 4, right?", "difference is $5$"),
        ("Solve x^2 - 7x + 10 = 0", "and their sum should be -7?", "look at the sign"),
        ("2x + 3y = 12 and x - y = 1", "isn't y 3?", "$y$ is $2$. $3$ is $x$"),
        ("2/3 aur 3/4 mein se kaunsa bada hai?", "mere dost ne jod ke 5 by 7 likha", "नीचे को नीचे से"),
        (
            "In triangle ABC the angles A, B and C are in the ratio 2 : 3 : 4. Find them.",
            "isn't angle C 60?",
            "is angle B",
        ),
        ("Find the mean of 4, 9, 14", "my friend says the volume is 20", "could not work out the volume"),
    ],
)
def test_a_claim_is_judged_by_what_it_names(problem: str, claim: str, told: str) -> None:
    """Not by the last answer; where it is wrong, the slip is named that leads to it."""
    talk = lesson()
    talk.reply(problem)
    assert told in talk.reply(claim)
