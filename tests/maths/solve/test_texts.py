"""The sentences of the steps in two languages."""

from __future__ import annotations

import re

import pytest

from tutor_cli.maths.expr import Number, Symbol
from tutor_cli.maths.solve import read_problem, reason, solve
from tutor_cli.maths.solve.notes import NOTES
from tutor_cli.maths.solve.refusal import SENTENCES
from tutor_cli.maths.solve.texts import sentence, sentences

# A sentence longer than this is not one that is spoken.
SPEAKABLE = 100


def _names(text: str) -> list[str]:
    return sorted(set(re.findall(r"{(\w+)}", text)))


def test_both_languages_say_the_same_things() -> None:
    """Every id has a sentence in English and in Hindi, about the same expressions."""
    assert sentences("en").keys() == sentences("hi").keys()
    for id, text in sentences("en").items():
        assert _names(text) == _names(sentences("hi")[id]), id


@pytest.mark.parametrize("lang", ["en", "hi"])
def test_sentences_are_short_enough_to_be_spoken(lang: str) -> None:
    """No step takes a breath too many."""
    assert [id for id, text in sentences(lang).items() if len(text) > SPEAKABLE] == []


def test_notes_and_refusals_exist_in_both_languages() -> None:
    """What is said about answers, and when a problem is refused."""
    assert NOTES["en"].keys() == NOTES["hi"].keys()
    assert all(set(texts) == {"en", "hi"} for texts in SENTENCES.values())


def test_maths_in_a_sentence_stands_between_dollars() -> None:
    """A sentence can be drawn, spoken and read again."""
    assert sentence("equation.subtract", {"term": Number("3")}) == "Subtract $3$ from both sides."
    assert sentence("equation.add", {"term": Symbol("x")}, "hi") == "दोनों पक्षों में $x$ जोड़िए।"


def test_a_step_can_be_said_in_hindi() -> None:
    """The reason of a step made in English is translated from its id and expressions."""
    step = solve(read_problem("2x+3=11")).steps[0]
    assert reason(step, "hi") == "दोनों पक्षों में से $3$ घटाइए।"
