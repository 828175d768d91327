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


def _cost(book: Phrasebook, before: Word, word: Word) -> float:
    return book.costs(START, before)[word]


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    """A book of three sentences."""
    return Phrasebook(_TABLE)


def test_order(book: Phrasebook) -> None:
    """What was said is likelier than what only its class allows, and that likelier than what nobody says."""
    assert _cost(book, _X, _PLUS) < _cost(book, _X, _MINUS) < _cost(book, _X, Word("bas", RARE))


def test_uses_of_a_word(book: Phrasebook) -> None:
    """A word may have two uses, each with its own neighbours."""
    hint = Word("hint", "hint")
    assert _cost(book, hint, _GIVE) < _cost(book, hint, _TWO)
    assert _cost(book, _PLUS, _TWO) < _cost(book, _PLUS, _GIVE)


def test_numbers_are_alike(book: Phrasebook) -> None:
    """Which number follows hangs on no example."""
    assert _cost(book, _PLUS, _TWO) == _cost(book, _PLUS, Word("ikkis", NUMBER))


def test_two_words_before() -> None:
    """What a word follows says more of the next together with what was before it."""
    book = Phrasebook({**_TABLE, "sentences": ["x ka varg", "x ka varg", "gole ka aayatan", "gole ka aayatan"]})
    of, square, volume = (Word(text, text) for text in ("ka", "varg", "aayatan"))
    assert book.costs(_X, of)[square] < book.costs(_X, of)[volume]
    assert book.costs(Word("gole", "gole"), of)[volume] < book.costs(Word("gole", "gole"), of)[square]


def test_words_outside(book: Phrasebook) -> None:
    """A word that is not in the book is unlikely, and likelier behind another of its kind."""
    kept = Word("triangle", KEPT)
    assert _cost(book, kept, kept) < _cost(book, _X, kept)


def test_spellings_of_numbers(book: Phrasebook) -> None:
    """However a number is spelt, the word is written in one way."""
    numbers = [word.text for word in book.words if word.kind == NUMBER]
    assert {"panch", "paach"}.isdisjoint(numbers)
    assert "paanch" in numbers


def test_the_real_book() -> None:
    """The sentences of the book are likely ones in it, and begin and end as sentences do."""
    book = phrasebook()
    assert _cost(book, START, Word("mujhe", "*mine")) < _cost(book, START, Word("ka", "*genitive"))
    assert _cost(book, Word("hai", "*be"), END) < _cost(book, Word("ka", "*genitive"), END)
