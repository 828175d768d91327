"""The sounds of romanised Hindi."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.local_model.hearing.phones import SpokenWords, numbered, phones


@pytest.mark.parametrize(
    ("one", "other"), [("vargmool", "wargmul"), ("teen", "tin"), ("saat", "saatt"), ("chhiyalis", "chhialis")]
)
def test_spellings(one: str, other: str) -> None:
    """Spellings of one word sound the same."""
    assert phones(one) == phones(other)


def test_phones() -> None:
    """Two letters may be one sound, a lone letter may be a name, and signs have no sound."""
    assert phones("chhah") == "Cah"
    assert phones("ch") == "c"
    assert (phones("x"), phones("Xqr"), phones("h"), phones("12")) == ("eks", "ekskr", "h", "")


def _distance(word: str, heard: str) -> float:
    spoken, sounds = phones(word), numbered(phones(heard))
    return float(SpokenWords([spoken]).distances(sounds, len(sounds))[0, 0, len(sounds)])


def test_likely_confusions() -> None:
    """What is easily taken for a word is nearer to it than what is not."""
    assert _distance("saath", "saath") == 0
    assert _distance("saath", "saat") < _distance("saath", "baat")
    assert _distance("aath", "art") < _distance("aath", "ant")
    assert _distance("jodo", "jor") < _distance("jodo", "jog")


def test_all_places_at_once() -> None:
    """Distances are given for every word, from every place, over every length."""
    words, heard = ["nau", "do"], numbered(phones("nau") + phones("do"))
    distances = SpokenWords([phones(word) for word in words]).distances(heard, 3)
    assert distances.shape == (len(heard), 2, 4)
    assert np.argmin(distances[0, :, 2]) == 0
    assert np.argmin(distances[2, :, 2]) == 1


@given(st.text("abdghikrst", min_size=2, max_size=8), st.text("abdghikrst", min_size=2, max_size=8))
def test_distance(word: str, heard: str) -> None:
    """A distance is not negative, and that of a word to itself is nothing."""
    assert _distance(word, word) == pytest.approx(0, abs=1e-4)
    assert _distance(word, heard) >= -1e-4
