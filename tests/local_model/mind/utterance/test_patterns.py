"""Intents told by words in any order, in either script."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind import handlers
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.intent import understand
from tutor_cli.local_model.mind.utterance.patterns import matches


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("bas answer bata do", "give_up"),
        ("bata do answer", "give_up"),
        ("iska hal to bataiye", "give_up"),
        ("हल बताइए", "give_up"),
        ("mujhse nahi hoga", "give_up"),
        ("kitne sahi hue", "score"),
        ("score kitna hua", "score"),
        ("मेरे कितने अंक हैं", "score"),
        ("isse aasan", "easier"),
        ("thoda mushkil do", "harder"),
        ("kaun sa rule lagaya", "why"),
        ("gunankhand kaise banaye", "all_steps"),
        ("गलती कहाँ हुई", "slip"),
        ("galti kaha hui", "slip"),
        ("ye 12 kaha se aaya", "origin"),
        ("thoda aasan bhasha me samjhao", "slowly"),
        ("accha ab samajh aaya", "understood"),
        ("mujhe bilkul samajh nahi aaya", "dont_understand"),
        ("bas ab rehne do", "stop_practice"),
        ("aage kya karna hai bataiye", "next"),
        ("main bahut kamzor hoon", "worried"),
    ],
)
def test_words_in_any_order_tell_the_intent(text: str, intent: str) -> None:
    """Verb forms, politeness and the order of the words make no difference."""
    assert understand(text).matches[0].name == intent


def test_english_and_stories_are_no_patterns() -> None:
    """A sentence in English, or one with several numbers, is not searched for a few Hindi words."""
    assert list(matches("what is the test for the sum of this number")) == []
    assert list(matches("ek kitab 200 me kharidi aur 250 me bechi kitna result")) == []


def test_every_pattern_names_an_intent_with_a_handler() -> None:
    """No pattern leads to an intent that nothing handles."""
    assert set(load("patterns")["intents"]) <= set(load("intents"))


def test_give_and_tell_are_not_two_and_over() -> None:
    """In "bas answer bata do" nothing is divided by two."""
    assert not understand("bas answer bata do").has_maths
    assert understand("teen bata do kitna hota hai").has_maths


@pytest.mark.parametrize("mode", ["practise", "quiz"])
@pytest.mark.parametrize("opening", ["start", "शुरू करो", "haan", "samajh nahi aaya", "hint"])
def test_a_lesson_of_problems_begins_whatever_opens_it(mode: str, opening: str) -> None:
    """In a quiz or practice that has no problem yet, readiness and doubt alike get the first problem."""
    talk = lesson(mode=mode)
    talk.tell(opening)
    assert "$" in talk.reply("sawal kya tha")


def test_the_slip_is_told_when_asked_for() -> None:
    """After a wrong answer "where is my mistake?" says what the equation becomes with it."""
    talk = lesson()
    talk.tell("solve 2x + 3 = 11")
    talk.tell("mera answer x = 5 aaya")
    assert "$13 = 11$" in talk.reply("galti kahan hui")


def test_a_number_is_traced_to_its_step() -> None:
    """Asked where a number came from, the tutor tells the step that brought it in, or that it was given."""
    talk = lesson()
    talk.tell("2x + 3 = 11 hal karo")
    assert "$2x = 8$" in talk.reply("8 kahan se aaya")
    assert "सवाल में ही" in talk.reply("11 kahan se aaya")


def test_the_first_problem_comes_back() -> None:
    """The pupil may go back to the problem the conversation began with."""
    talk = lesson()
    talk.tell("2x + 3 = 11 hal karo")
    talk.tell("5x = 30 hal karo")
    assert "2x + 3 = 11" in talk.reply("pehla wala sawaal phir se samjhao")


def test_a_change_of_language_reaches_the_working() -> None:
    """A solution worked out in English is explained in Hindi once the pupil speaks Hindi."""
    talk = lesson()
    talk.tell("solve 2x + 3 = 11")
    assert "घटाइए" in talk.reply("ye kyu kiya")


def test_dialogue_knows_what_opens_a_lesson() -> None:
    """Every opening is an intent."""
    assert set(handlers.OPENING) <= set(load("intents"))
