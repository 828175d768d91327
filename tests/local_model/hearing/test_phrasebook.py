"""What pupils say, and how likely."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.hearing.phrasebook import END, KEPT, NUMBER, RARE, START, Phrasebook, Word, phrasebook

_TABLE = {
    "classes": {"letter": "x y", "sign": "plus minus", "give": "do! dijiye"},
    "sentences": ["x plus do", "y plus teen", "hint do!"],
    "others": "bas",
    "sounds": {"hint": ["hent"]},
}
_X, _PLUS, _MINUS = Word("x", "*letter"), Word("plus", "*sign"), Word("minus", "*sign")
_TWO, _GIVE = Word("do", NUMBER), Word("do", "*give")


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    """A book of three sentences."""
    return Phrasebook(_TABLE)


def test_order(book: Phrasebook) -> None:
    """What was said is likelier than what only its class allows, and that likelier than what nobody says."""
    assert book.cost(_X, _PLUS) < book.cost(_X, _MINUS) < book.cost(_X, Word("bas", RARE))


def test_uses_of_a_word(book: Phrasebook) -> None:
    """A word may have two uses, each with its own neighbours."""
    hint = Word("hint", "hint")
    assert book.cost(hint, _GIVE) < book.cost(hint, _TWO)
    assert book.cost(_PLUS, _TWO) < book.cost(_PLUS, _GIVE)


def test_numbers_are_alike(book: Phrasebook) -> None:
    """Which number follows hangs on no example."""
    assert book.cost(_PLUS, _TWO) == book.cost(_PLUS, Word("ikkis", NUMBER))


def test_words_outside(book: Phrasebook) -> None:
    """A word that is not in the book is unlikely, and likelier behind another of its kind."""
    kept = Word("triangle", KEPT)
    assert book.cost(kept, kept) < book.cost(_X, kept)


def test_spellings_of_numbers(book: Phrasebook) -> None:
    """However a number is spelt, the word is written in one way."""
    numbers = [word.text for word in book.words if word.kind == NUMBER]
    assert {"panch", "paach"}.isdisjoint(numbers)
    assert "paanch" in numbers


def test_the_real_book() -> None:
    """The sentences of the book are likely ones in it, and begin and end as sentences do."""
    book = phrasebook()
    assert book.cost(START, Word("mujhe", "*mine")) < book.cost(START, Word("ka", "*genitive"))
    assert book.cost(Word("hai", "*be"), END) < book.cost(Word("ka", "*genitive"), END)
