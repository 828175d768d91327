"""Tokens, sounds and the language of an utterance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.mind.utterance.words import language_of, tokens
from tutor_cli.maths.sounds import sound


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("समझ", "samajh"),
        ("samajh", "samaj"),
        ("फिर", "phir"),
        ("phir", "fir"),
        ("वर्गमूल", "vargmool"),
        ("बताइए", "bataiye"),
        ("आगे", "aage"),
        ("दोबारा", "dobara"),
        ("क्षेत्रफल", "kshetrafal"),
        ("ज़्यादा", "jyada"),
    ],
)
def test_spellings_of_one_hindi_word_sound_alike(left: str, right: str) -> None:
    """Both scripts, and the usual ways to romanise, compare equal."""
    assert sound(tokens(left)[0].plain) == sound(tokens(right)[0].plain)


@pytest.mark.parametrize(("left", "right"), [("aage", "agar"), ("ek", "aur"), ("kya", "kyon")])
def test_short_words_keep_their_vowels_apart(left: str, right: str) -> None:
    """Different short words do not sound alike."""
    assert sound(left) != sound(right)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is equation ko solve karo.", "hi"),
        ("what is the square root of 144", "en"),
        ("इसका मतलब क्या है", "hi"),
        ("x = 4", None),
        ("next", None),
        ("do x plus teen barabar gyarah", "hi"),
        ("I do not understand", "en"),
    ],
)
def test_words_give_the_language_away(text: str, language: str | None) -> None:
    """Function words decide; a text without any could be either."""
    assert language_of(text) == language


@given(st.text(max_size=200))
def test_tokens_lie_where_they_say(text: str) -> None:
    """The places of tokens are in order and inside the text, whatever the text is."""
    places = [(token.start, token.end) for token in tokens(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
