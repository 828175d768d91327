"""The mind's data files: complete in both languages, readable, and without contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from random import Random
from typing import Any

import pytest

from tutor_cli.local_model.mind import chatting, handlers
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.exercises import Wish, make, topic_in
from tutor_cli.local_model.mind.practice.generators import GENERATORS
from tutor_cli.local_model.mind.utterance.intent import understand
from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech.aloud import aloud

ELSEWHERE = {"again", "yes", "no", "check", "first", "second", "greet", "step_number"}
CLASSES = range(6, 13)
_GAP = re.compile(r"<\w+>")


def texts(language: str) -> dict[str, list[str]]:
    """Return the texts of a language, those of all personas together, without the table of words inside formulas."""
    entries = {key: entry for key, entry in load(f"texts_{language}").items() if key != "formula_words"}
    return {key: entry if isinstance(entry, list) else [*chain(*entry.values())] for key, entry in entries.items()}


def test_every_persona_speaks_both_languages() -> None:
    """A text that differs by persona has one for everybody, and the same personas in both languages."""
    for key, entry in load("texts_en").items():
        if isinstance(entry, dict):
            assert "patient" in entry
            assert set(entry) == set(load("texts_hi")[key]), key


def formulas(text: str) -> list[str]:
    """Return the formulas of a text."""
    return re.findall(r"\$([^$]*)\$", text)


def whole_phrases() -> Iterator[tuple[str, str]]:
    """Yield every phrase that is an utterance of its own, with its intent."""
    for name, languages in load("intents").items():
        for language in ("en", "hi"):
            yield from ((name, phrase) for phrase in languages.get(f"{language}_whole", ()))


def test_every_whole_phrase_is_recognised_as_its_intent() -> None:
    """No phrase stands in two tables, and none is hidden by the words that are left out."""
    wrong = [(name, phrase) for name, phrase in whole_phrases() if understand(phrase).whole != name]
    assert wrong == []


def test_every_intent_is_handled() -> None:
    """An intent without a handler would never be answered."""
    handled = {
        *chatting.REPLIES,
        *handlers.PRACTICE,
        *handlers.ABOUT_A_SOLUTION,
        *handlers.LANGUAGES,
        *handlers.METHODS,
        *ELSEWHERE,
    }
    assert set(load("intents")) - handled == set()


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    """Whatever can be said in English can be said in Hindi."""
    english, hindi = texts("en"), texts("hi")
    assert set(english) == set(hindi)
    for key, variants in english.items():
        assert {*_GAP.findall(" ".join(variants))} == {*_GAP.findall(" ".join(hindi[key]))}, key


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_formula_of_the_texts_can_be_read(language: str) -> None:
    """What stands between dollar signs is LaTeX that we draw and speak ourselves."""
    told = [*(" ".join(variants) for variants in texts(language).values())]
    told += [
        entry[language]
        for name in ("facts", "derivations", "rules")
        for entry in load(name).values()
        if language in entry
    ]
    for formula in (formula for text in told for formula in formulas(text) if not _GAP.search(formula)):
        parse(formula)


def test_facts_and_principles_are_told_in_both_languages() -> None:
    """Nothing is said in one language only, and Hindi is written in its own script."""
    entries: list[dict[str, Any]] = [
        *load("facts").values(),
        *load("derivations").values(),
        *(entry for name in ("principles", "rules") for entry in load(name).values()),
    ]
    assert all(entry["en"].isascii() for entry in entries)
    assert all(re.search("[\u0900-\u097f]", entry["hi"]) for entry in entries)


def test_spoken_texts_hold_no_markup() -> None:
    """The voice gets words only."""
    for fact in (*load("facts").values(), *load("derivations").values()):
        assert not re.search(r"[$\\{}^_]", aloud(fact["en"], "en") + aloud(fact["hi"], "hi"))


@pytest.mark.parametrize("topic", list(GENERATORS))
def test_every_topic_makes_readable_problems_for_every_class(topic: str) -> None:
    """All gaps are filled, every formula can be read, and the same seed gives the same problem."""
    for level in CLASSES:
        for number in range(7):
            exercise = make(Wish(topic, number), level, number, seed=1)
            assert exercise == make(Wish(topic, number), level, number, seed=1)
            for shown in exercise.shown.values():
                assert not _GAP.search(shown)
                for formula in formulas(shown):
                    parse(formula)


def test_topics_have_generators_and_are_found_by_their_names() -> None:
    """A pupil who names a topic gets a problem on it, or on one whose name is part of it."""
    assert set(load("topics")) == set(GENERATORS)
    for topic, entry in load("topics").items():
        assert topic_in(f"give me a problem on {entry['en_names'][0]}") == topic
        assert topic_in(f"{entry['hi_names'][0]} पर एक सवाल दो") == topic


def test_every_class_has_topics() -> None:
    """Where no topic is named, one of the class is chosen."""
    for level in CLASSES:
        assert any(low <= level <= high for low, high in (topic["classes"] for topic in load("topics").values()))


def test_generators_vary_with_the_source() -> None:
    """Two draws of a generator are not always the same problem."""
    for name, generator in GENERATORS.items():
        assert len({str(generator(Random(seed), 8)) for seed in range(10)}) > 1, name
