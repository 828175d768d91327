"""Hindi written by ear, read as what was said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.hinglish import respelt
from tutor_cli.maths.spoken.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Pachis ka vargumul kya hai?", "pachchis ka vargmool kya hai"),
        ("Tribhuj ka shetraphal kya hai", "tribhuj ka kshetrafal kya hai"),
        ("baraha aur solha", "barah aur solah"),
        ("x ka derivatif", "x ka derivative"),
        ("paanch ka fektorial", "paanch ka factorial"),
        ("Nabi me se chauvan khatau", "nabbe mein se chauvan ghatao"),
    ],
)
def test_spelling(heard: str, meant: str) -> None:
    """A word is the one that sounds nearest, in its usual spelling."""
    assert respelt(heard) == meant


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("ek savaldo", "ek sawal do"),
        ("chaubiska laghutam", "chaubis ka laghuttam"),
        ("yeh kya ho ta hai", "yeh kya hota hai"),
        ("paita goras pramei", "pythagoras pramey"),
        ("Utartin bata chaar hai", "uttar teen bata char hai"),
        ("barah bata aath harai ko", "barah bata atharah ko"),
        ("laghuttam samapvartinikalo", "laghuttam samapvartya nikalo"),
        ("Thik hai aagibar ho.", "theek hai aage badho"),
    ],
)
def test_word_borders(heard: str, meant: str) -> None:
    """Words that ran together come apart, and those that were torn apart are joined."""
    assert respelt(heard) == meant


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("x minus no barabar do", "x minus nau barabar do"),
        ("Pandra hai aur bees", "pandrah aur bees"),
        ("Chobis aur chhatis ko jodo", "chaubis aur chhattis ko jodo"),
        ("teen plus art", "teen plus aath"),
        ("teis plus 12", "teis plus 12"),
        ("x-queer barabar solahe", "x square barabar solah"),
    ],
)
def test_numbers_and_unknowns(heard: str, meant: str) -> None:
    """Numbers that sound like other words become numbers; digits stay."""
    assert respelt(heard) == meant


def test_neighbours_decide() -> None:
    """Of words that sound alike it is the one that fits those beside it: 60 in front of degree, else 7."""
    assert respelt("Sin saat digri") == "sine saath degree"
    assert respelt("saat plus teen") == "saat plus teen"


@pytest.mark.parametrize(
    "text", ["Solve x squared plus 5x.", "What is the quadratic formula?", "Why?", "no", "", "..."]
)
def test_english_stays(text: str) -> None:
    """English is left as it was heard."""
    assert respelt(text) == text


def test_two_in_english() -> None:
    """A two that was heard as Hindi is English among English words."""
    assert respelt("Do x plus three equals nine.") == "two x plus three equals nine."


def test_english_in_hindi() -> None:
    """English words and numbers keep their places in a Hindi sentence."""
    assert respelt("Do x plus three equal to nine hai kya") == "do x plus three equal to nine hai kya"


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text is read, and numbers in digits stay in their order."""
    assert isinstance(respelt(text), str)


_NUMBERS = vocabulary("hi-Latn").numbers.value
_HINDI = sorted(set(_NUMBERS) - set(vocabulary("en").numbers.value))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(_HINDI), st.sampled_from(_HINDI))
def test_every_number(one: str, other: str) -> None:
    """Whichever number is said, in whichever spelling, it is that number."""
    words = respelt(f"{one} guna {other} kitna hota hai").split()
    assert [_NUMBERS[words[0]], _NUMBERS[words[2]]] == [_NUMBERS[one], _NUMBERS[other]]
