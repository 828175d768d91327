"""Questions about what holds in general, and how two terms differ or hang together."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.terms import terms_in


@pytest.mark.parametrize(
    ("text", "begins", "part"),
    [
        ("Can a probability ever go above 1?", "No.", "a part is never more than the whole"),
        ("must a probability be negative", "No.", "count"),
        ("Is the sum of two irrational numbers always irrational?", "No, not always.", r"$-\sqrt{2}$"),
        ("Is the sum of two rationals always irrational?", "No.", "fraction of integers"),
        ("why can't the sine be bigger than 1?", "In a right triangle", "hypotenuse"),
        ("kya SI kabhi CI se zyada ho sakta hai?", "हाँ।", "एक वर्ष से कम"),
        ("क्या हर आयत वर्ग होता है?", "नहीं, हमेशा नहीं।", "बराबर नहीं"),
        ("dot product zero ho to kya matlab?", "शून्येतर", "लंबवत"),
        ("Can the common difference of an AP be zero or negative?", "Yes.", "fall"),
        ("kya sin A kabhi 2 ho sakta hai?", "नहीं।", "कर्ण"),
        ("explain how AP and GP differ in Hindi", "AP", "गुणा"),
        ("How is a GP different from an AP?", "In an AP", "multiplied"),
        ("AP aur GP mein kya farak hai?", "AP", "गुणा"),
    ],
)
def test_general_questions_get_a_verdict_and_a_reason(text: str, begins: str, part: str) -> None:
    """Yes or no fits how the question is put, in either language, and the reason follows."""
    reply = lesson(seed=0, language="auto").reply(text)
    assert reply.startswith(begins)
    assert part in reply


@pytest.mark.parametrize(
    ("problem", "text", "part"),
    [
        ("integrate x^2 from 0 to 3", "Can it ever come out negative?", "below the x axis"),
        ("In how many ways can 3 students be chosen from 10?", "Does the order matter?", "No. Here a group is chosen"),
        ("mean of 1, 2, 3", "isme mode kyun nahi hai?", "सबसे अधिक बार"),
        ("derivative of x^3", "Is this connected to tangents?", "Yes. The derivative"),
        ("solve x = 3 - 6", "why is it negative?", ""),
    ],
)
def test_what_it_is_about_may_go_without_saying(problem: str, text: str, part: str) -> None:
    """A statement is read from the problem in hand, and of no other kind of problem."""
    talk = lesson(seed=0, language="auto")
    talk.reply(problem)
    assert part in (reply := talk.reply(text))
    assert part or "length" not in reply


def test_statements_and_pairs_are_made_of_terms() -> None:
    """Every word of the tables is a term, and a pair is two of them."""
    terms = set(load("terms")["terms"])
    statements = load("statements").values()
    said = {
        term for entry in statements for key in ("says", "denied") for way in entry.get(key, ()) for term in way.split()
    }
    assert said <= terms
    for pairs in (*load("contrasts")["differ"], *load("contrasts")["link"]):
        for pair in pairs.split(", "):
            assert len(pair.split()) == 2
            assert set(pair.split()) <= terms


def test_a_word_counts_for_its_longest_phrase() -> None:
    """A square root is no square and no root, -6 a negative number, and 5 - 2 none."""
    assert terms_in("is the square root of 2 an irrational number") == ("square_root", "irrational", "number")
    assert "negative" in terms_in("why can't it be -6?")
    assert "negative" not in terms_in("why is 5 - 2 three")
