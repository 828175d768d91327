"""Versions of a problem: which one is spoken of, and that what is asked is answered from it."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.subject.edits.versions import addressed, before_edit, named_among

CHAIN = {"c": "b asked", "b asked": "b", "b": "a"}


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("original data ka range batao", "first"),
        ("in the first list, what is the range?", "first"),
        ("what was it originally?", "first"),
        ("graph kaisa dikhega original wale ka?", "first"),
        ("मूल सवाल में लाभ कितना था?", "first"),
        ("पहले वाले आँकड़ों का परिसर बताओ", "first"),
        ("undo the last change. what is the first term now?", "before"),
        ("wo wala change hata do", "before"),
        ("वह बदलाव हटा दो", "before"),
        ("go back to the yearly one", "named"),
    ],
)
def test_a_version_is_named_by_its_order_or_its_part(text: str, which: str) -> None:
    """In all languages alike."""
    found = addressed(text)
    assert found is not None
    assert found.which == which


@pytest.mark.parametrize(
    "text", ["what is the original price?", "what is the first term?", "remove the 4", "पहली संख्या 5 हो तो?"]
)
def test_not_everything_original_or_first_is_a_version(text: str) -> None:
    """Quantities and parts of a problem are none."""
    assert addressed(text) is None


def test_a_question_is_no_edit() -> None:
    """Going back goes behind the last edit, whatever was asked since."""
    assert before_edit("c", CHAIN, {"b asked"}) == "b asked"
    assert before_edit("b asked", CHAIN, {"b asked"}) == "a"


def test_a_name_that_all_versions_have_names_none() -> None:
    """Only what tells one from the others is a name; half-yearly is not yearly."""
    versions = ("5% compounded half-yearly", "5% per annum compounded yearly")
    assert named_among("yearly", versions) == versions[1]
    assert named_among("compounded", versions) == ""


@pytest.mark.parametrize(
    ("opening", "edit", "asked", "part"),
    [
        ("20, 11, 12, 15, 18, 14 ka mean nikalo", "agar 20 ki jagah 50 ho to?", "original data ka range batao", "$9$"),
        (
            "A sum of 8000 rupees is invested at 10 percent per annum compounded yearly. Find the amount in 2 years.",
            "What if it was compounded half-yearly?",
            "Go back to the yearly one. In how many years will it become 10648?",
            "$3$ years",
        ),
    ],
)
def test_a_question_is_answered_from_the_version_it_names(opening: str, edit: str, asked: str, part: str) -> None:
    """With every qualifier of that version, and none of the edit."""
    talk = lesson(language="auto")
    for said in (opening, edit):
        talk.reply(said)
    assert part in talk.reply(asked)


def test_a_change_said_again_changes_the_same_problem() -> None:
    """It is not made in what came of it."""
    talk = lesson()
    talk.reply("Find the mean of 4, 8 and 6.")
    first = talk.reply("What if every number is increased by 3?")
    assert "$9$" in first
    assert "$9$" in talk.reply("What if every number is increased by 3?")


def test_a_discount_keeps_what_was_paid() -> None:
    """What is asked of the case then is answered with it, and not with the price before."""
    talk = lesson(language="auto")
    talk.reply("एक दुकानदार ने एक घड़ी 450 रुपये में खरीदी और 540 रुपये में बेची। उसका लाभ प्रतिशत कितना है?")
    assert "486" in talk.reply("अगर वह 540 पर 10 प्रतिशत छूट दे तो कितने में बेचेगा?")
    assert "लाभ $36$" in talk.reply("तब भी उसे लाभ होगा या हानि?")


def test_what_is_asked_of_a_case_not_read_is_not_answered_from_the_old_one() -> None:
    """An unread change does not leak."""
    talk = lesson()
    talk.reply("Find the mean of 4, 8 and 6.")
    talk.reply("what if the zorps were blue?")
    assert "$6$" not in talk.reply("What is the median then?")
