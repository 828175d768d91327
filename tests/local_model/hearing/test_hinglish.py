"""Hindi written by ear, read as what was said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.hinglish import respelt
from tutor_cli.maths.spoken import with_digits
from tutor_cli.maths.spoken.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Pachis ka vargumul kya hai?", "25 ka vargmool kya hai"),
        ("Tribhuj ka shetraphal kya hai", "tribhuj ka kshetrafal kya hai"),
        ("baraha aur solha", "12 aur 16"),
        ("x ka derivatif", "x ka derivative"),
        ("paanch ka fektorial", "paanch ka factorial"),
        ("Nabi me se chauvan khatau", "90 mein se 54 ghatao"),
    ],
)
def test_spelling(heard: str, meant: str) -> None:
    """A word is the one that sounds nearest, in its usual spelling."""
    assert respelt(heard) == meant


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("ek savaldo", "ek sawal do"),
        ("chaubiska laghutam", "24 ka laghuttam"),
        ("yeh kya ho ta hai", "yeh kya hota hai"),
        ("paita goras pramei", "pythagoras pramey"),
        ("Utartin bata chaar hai", "uttar teen bata char hai"),
        ("barah bata aath harai ko", "12 bata 18 ko"),
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
        ("Pandra hai aur bees", "15 aur 20"),
        ("Chobis aur chhatis ko jodo", "24 aur 36 ko jodo"),
        ("teen plus art", "teen plus aath"),
        ("teis plus 12", "23 plus 12"),
        ("Teen sau bis ka pachis pratishat", "320 ka 25 pratishat"),
        ("Saadhe bara pratishat", "saadhe barah pratishat"),
        ("x-queer barabar solahe", "x square barabar 16"),
    ],
)
def test_numbers_and_unknowns(heard: str, meant: str) -> None:
    """Numbers that sound like other words become numbers, in digits where they have several."""
    assert respelt(heard) == meant


def test_neighbours_decide() -> None:
    """Of words that sound alike it is the one that fits those beside it: 60 in front of degree, else 7."""
    assert respelt("Sin saat digri") == "sine 60 degree"
    assert respelt("saat plus teen") == "saat plus teen"
    assert respelt("Ayat ka kshitrphal") == "aayat ka kshetrafal"
    assert respelt("aath ka varg") == "aath ka varg"
    assert respelt("Yaha kya se ayah.") == "yeh kaise aaya"


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


@settings(max_examples=15)
@given(st.sampled_from(_HINDI), st.sampled_from(_HINDI))
def test_every_number(one: str, other: str) -> None:
    """Whichever number is said, in whichever spelling, it is that number."""
    heard = respelt(f"{one} guna {other} kitna hota hai")
    assert with_digits(heard, "hi-Latn") == f"{_NUMBERS[one]} guna {_NUMBERS[other]} kitna hota hai"
