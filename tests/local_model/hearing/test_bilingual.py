"""Which recogniser hears an utterance."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tutor_cli.local_model.hearing.bilingual import PROBABLY_ENGLISH, PROBABLY_HINDI, Bilingual
from tutor_cli.local_model.hearing.whisper import Recognition

if TYPE_CHECKING:
    from numpy.typing import NDArray

SOUND = np.zeros(16000, np.int16)
UNKNOWN = Recognition("", "hi", 0.0, understood=False)


@dataclass
class Ear:
    """Returns one recognition, and takes every sound for English with one probability."""

    heard: Recognition
    english: float = 0.0
    name: str = "ear"
    asked: list[str] = field(default_factory=list)

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return it."""
        self.asked.append(language)
        return self.heard

    def share_of_english(self, samples: NDArray[np.int16]) -> float:
        """Return it."""
        return self.english


HINDI = Recognition("do x barabar teen", "hi", 0.7)


@pytest.mark.parametrize(
    ("language", "confidence", "share", "in_hindi"),
    [
        ("en", 0.3, 0.0, False),
        ("hi", 0.9, 1.0, True),
        ("auto", 0.9, 0.0, False),
        ("auto", 0.4, 0.0, True),
        ("auto", 0.4, 0.9, False),
        ("auto", 0.4, 0.3, True),
        (PROBABLY_ENGLISH, 0.4, 0.3, False),
        (PROBABLY_ENGLISH, 0.4, 0.05, True),
        (PROBABLY_HINDI, 0.9, 0.1, True),
        (PROBABLY_HINDI, 0.4, 0.9, False),
    ],
)
def test_choice(language: str, confidence: float, share: float, in_hindi: bool) -> None:
    """The lesson's language decides; in `auto`, how well English fits, and then what the sound is like."""
    english = Recognition("two x", "en", confidence)
    heard = Bilingual(Ear(english), Ear(HINDI, share)).recognise(SOUND, language)
    assert heard == (HINDI if in_hindi else english)


def test_hindi_is_not_tried_where_english_fits() -> None:
    """Good English costs no more than before."""
    hindi = Ear(HINDI)
    Bilingual(Ear(Recognition("two x", "en", 0.8)), hindi).recognise(SOUND)
    assert hindi.asked == []


def test_english_is_not_tried_after_hindi() -> None:
    """A conversation in Hindi costs one model."""
    english = Ear(Recognition("two x", "en", 0.9))
    Bilingual(english, Ear(HINDI)).recognise(SOUND, PROBABLY_HINDI)
    assert english.asked == []


@pytest.mark.parametrize(("confidence", "text"), [(0.9, "four"), (0.3, "to")])
def test_second_opinion(confidence: float, text: str) -> None:
    """Of two opinions about unsure English the surer counts; about good English nobody else is asked."""
    second = Ear(Recognition("four", "en", confidence))
    assert Bilingual(Ear(Recognition("to", "en", 0.4)), None, second).recognise(SOUND, "en").text == text
    assert Bilingual(Ear(Recognition("ten", "en", 0.8)), None, second).recognise(SOUND, "en").text == "ten"
    assert second.asked == ["en"]


def test_second_opinion_decides_between_languages() -> None:
    """A lone word that is good English to the larger model is not taken for Hindi."""
    second = Ear(Recognition("eight", "en", 0.7))
    heard = Bilingual(Ear(Recognition("ate", "en", 0.5)), Ear(HINDI, 0.3), second).recognise(SOUND)
    assert heard.text == "eight"


def test_second_opinion_about_nonsense() -> None:
    """What makes no sense is asked about however sure it is, and the reading that does is taken."""
    first = Recognition("sword", "en", 0.9, others=(Recognition("sort", "en", 0.5),))
    second = Ear(Recognition("four", "en", 0.6))
    assert (
        Bilingual(Ear(first), None, second, lambda text: -2.0 * text.startswith("s")).recognise(SOUND, "en").text
        == "four"
    )


@pytest.mark.parametrize(("language", "confidence"), [("hi", 0.9), ("auto", 0.4)])
def test_without_hindi(language: str, confidence: float) -> None:
    """What cannot be recognised is said to be so, not garbled."""
    assert Bilingual(Ear(Recognition("though x", "en", confidence)), None).recognise(SOUND, language) == UNKNOWN


def test_without_hindi_english_is_heard() -> None:
    """English, also when not heard well, goes on as it is; so does nothing at all."""
    for heard in (Recognition("two x", "en", 0.58), Recognition("", "en", 0.0)):
        assert Bilingual(Ear(heard), None).recognise(SOUND) == heard


def test_name() -> None:
    """Reports name every model that hears."""
    assert Bilingual(Ear(HINDI, name="a"), Ear(HINDI, name="b")).name == "a + b"
    assert Bilingual(Ear(HINDI, name="a"), None).name == "a"
