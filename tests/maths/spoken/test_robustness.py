"""Nothing that can be said or sent makes the reader fail, take long or change what is no maths."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.precedence import INFIX_LEVELS
from tutor_cli.maths.spoken import find_spans, readings, with_maths
from tutor_cli.maths.spoken.grammar import RULES
from tutor_cli.maths.spoken.lexeme import Kind
from tutor_cli.maths.spoken.lexer import lexemes
from tutor_cli.maths.spoken.parser import Parser
from tutor_cli.maths.spoken.vocabulary import vocabulary

LANGUAGES = ["en", "hi", "hi-Latn"]
WORDS = sorted({" ".join(entry.words) for entries in vocabulary("hi").phrases.values() for entry in entries})


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_is_answered(text: str, language: str) -> None:
    """Any text gives spans that lie in it, in order and apart."""
    done = 0
    for span in find_spans(text, language):
        assert done <= span.start < span.end <= len(text)
        done = span.end


@given(st.lists(st.sampled_from([*WORDS, "x", "y", "2", "seven", "plus"]), max_size=12).map(" ".join))
def test_any_words_of_maths_are_answered(text: str) -> None:
    """Words of maths in any order give formulas that can be written, or none."""
    for language in LANGUAGES:
        for tree in readings(text, language):
            assert to_latex(tree)


NONSENSE = (
    "open paren", "x to the", "one over", "square root of", "two", "minus", "f of", "sorry", "the quantity",
    "a hundred", "x ,", "के", "का वर्ग", "1-2-3-4-5-6-", "))((", "सौ",
)  # fmt: skip


@pytest.mark.parametrize("unit", NONSENSE)
def test_endless_nonsense_is_answered(unit: str) -> None:
    """Forty thousand characters of the same words come back as they were."""
    text = " ".join([unit] * (40_000 // len(unit)))
    assert text == with_maths(text)


def test_what_is_read_is_bounded() -> None:
    """Behind ten thousand tokens nothing is read, and an effort that no formula takes ends the reading."""
    text = "x plus one equals two so " * 5_000
    spans = find_spans(text)
    assert 0 < spans[-1].end < len(text) / 2
    parser = Parser(lexemes("x plus one", vocabulary("en")), RULES)
    parser.effort = 10**6
    assert parser.attempt(parser.statement) is None


def test_shuffled_vocabulary_is_answered() -> None:
    """A hundred kilobytes of words in random order are answered."""
    chance = random.Random(7)
    assert with_maths(" ".join(chance.choices(WORDS, k=8_000)), "hi")


def test_every_sign_of_the_tables_can_be_written() -> None:
    """The signs named in the vocabulary are those the tree of maths knows."""
    for language in LANGUAGES:
        entries = [entry for found in vocabulary(language).phrases.values() for entry in found]
        assert {entry.value for entry in entries if entry.kind is Kind.INFIX} <= set(INFIX_LEVELS)
