"""Hindi written by ear, respelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.hinglish import is_known, respelt


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Pachis ka vargumul kya hai?", "Pachis ka vargmool kya hai?"),
        ("Tribhuj ka shetraphal", "Tribhuj ka kshetrafal"),
        ("baraha aur solha", "barah aur solah"),
        ("krippya samaj jao", "kripya samajh jao"),
        ("x ka derivatif", "x ka derivative"),
        ("paanch ka fektorial", "paanch ka factorial"),
    ],
)
def test_spelling(heard: str, meant: str) -> None:
    """The consonants tell the word, the other letters which of several it is."""
    assert respelt(heard) == meant


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("ek savaldo", "ek sawal do"),
        ("chaubiska laghutam", "chaubis ka laghuttam"),
        ("yeh kya ho ta hai", "yeh kya hota hai"),
        ("paita goras pramei", "pythagoras pramey"),
        ("noguna saat", "nau guna saat"),
        ("barah bata aath harai ko", "barah bata atharah ko"),
        ("laghuttam samapvartinikalo", "laghuttam samapvartya nikalo"),
        ("kitna ho tha hai", "kitna hota hai"),
    ],
)
def test_word_borders(heard: str, meant: str) -> None:
    """Words that ran together come apart, and those that were torn apart are joined."""
    assert respelt(heard) == meant


@pytest.mark.parametrize("text", ["Solve x squared plus 5x.", "Do x plus teen barabar gyarah.", "Why?", "no", ""])
def test_known_words_stay(text: str) -> None:
    """What is spelt as the tables have it, Hindi or English, is not touched."""
    assert respelt(text) == text


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("x minus no barabar do", "x minus nau barabar do"),
        ("Pandra hai aur bees", "Pandrah aur bees"),
        ("100 chavalis ko", "ek sau chavalis ko"),
        ("300 plus 2", "300 plus 2"),
        ("Bara hi bata atharah", "Barah bata atharah"),
        ("Do x ka pandrah pratishat", "Do sau ka pandrah pratishat"),
        ("2x plus 3 equal 29.", "2x plus 3 equal to 9."),
        ("teen plus art", "teen plus aath"),
    ],
)
def test_numbers(heard: str, meant: str) -> None:
    """Numbers that sound like other words, or are half in digits, become numbers."""
    assert respelt(heard) == meant


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Signs and digits stay, and what was respelt once is respelt."""
    once = respelt(text)
    assert [c for c in once if c.isdigit()] == [c for c in text if c.isdigit()] or "00 " in text
    assert isinstance(respelt(once), str)


def test_is_known() -> None:
    """Letters and the words of either language's maths are known."""
    assert all(map(is_known, ("x", "squared", "vargmool", "tribhuj", "plus")))
    assert not is_known("vargumul")
