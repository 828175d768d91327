"""What is said in Hindi and Hinglish, whichever way it is spelt, and answered where only English words are known."""

from __future__ import annotations

import pytest

from tests.local_model.mind.solver_tools import lesson


@pytest.mark.parametrize(
    ("opening", "said", "holds"),
    [
        ("12, 15, 18, 21 ka mean nikalo", "ek number 30 aur add karein to mean kya hoga", "19.2"),
        ("2x + y = 7 aur x - y = 2 solve karna h", "y ki value fir kse mili", "y = 1"),
        ("ek aadmi ne 1200 rupaye mein cycle kharidi aur 1500 mein bech di", "labh kitna hua", "300"),
        ("x^2 - 9x + 14 = 0 ko hal krdo", "discriminant kitna h", "25"),
    ],
)
def test_follow_ups_are_answered_in_context(opening: str, said: str, holds: str) -> None:
    """Chat spellings, verbs at the end and a question that comes after its story make no difference."""
    pupil = lesson(language="auto")
    pupil.reply(opening, "en")
    assert holds in pupil.reply(said, "en")


def test_a_question_that_nothing_answers_comes_to_an_end() -> None:
    """A comparison that cannot be made is not looked for in itself."""
    pupil = lesson(language="auto")
    pupil.reply("Papa ki umar 30 hai aur meri umar 10 hai. Dono ki umar ka yog kitna hai?", "en")
    assert pupil.reply("kya kabhi hum dono ki umar barabar ho sakti hai?", "en")


@pytest.mark.parametrize(
    ("opening", "said", "holds"),
    [
        ("7, 11, 15, 19, ... is AP ka 20va pad nikalo", "common difference kaise pata chala?", "$4$"),
        ("7, 11, 15, 19, ... is AP ka 20va pad nikalo", "kya 150 is AP mein hai?", "नहीं"),
        ("x + 2y = 8 aur 3x - y = 3 solve karo", "substitution se karo", "$x = 8 - 2y$"),
    ],
)
def test_who_knows_the_english_words_comes_before_who_knows_some_of_the_hindi_ones(
    opening: str, said: str, holds: str
) -> None:
    """A question that is understood whole in English is not taken for a wish that shares a word with it in Hindi."""
    pupil = lesson(language="auto")
    pupil.reply(opening, "en")
    assert holds in pupil.reply(said, "en")


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        (("7, 11, 15 AP ka 20va pad nikalo", "n-1 se multiply kyu karte hai, n se kyu nahi?"), "एक कदम"),
        (("ek cylinder ka radius 7 cm aur height 10 cm hai, usme kitna paani aayega? pi 22/7 lena",), "$1540$ घन सेमी"),
        (("x^2 + y^2 - 4x - 6y - 12 = 0 ka radius nikalo", "aur origin andar hai ya bahar?"), "अंदर"),
    ],
)
def test_what_english_answers_comes_in_hindi_too(turns: tuple[str, ...], holds: str) -> None:
    """What only the readers of English know is reached from Hindi, openings and follow-ups alike."""
    pupil = lesson(language="auto")
    assert holds in [pupil.reply(turn, "en") for turn in turns][-1]
