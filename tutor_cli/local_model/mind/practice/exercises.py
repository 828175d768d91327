"""Which problem to set: the topic the pupil named or one of the class, put into words from the data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import count, islice, takewhile
from random import Random
from typing import Any

from tutor_cli.local_model.mind.conversation import Exercise
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.options import HIGHEST_CLASS, LOWEST_CLASS
from tutor_cli.local_model.mind.practice.generators import GENERATORS
from tutor_cli.local_model.mind.practice.generators.parts import Gaps
from tutor_cli.local_model.mind.subject.variations import shape
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.mathematics import holds
from tutor_cli.local_model.mind.utterance.phrases import PhraseTable
from tutor_cli.local_model.mind.utterance.words import Language, is_function_word, is_lead, tokens
from tutor_cli.local_model.mind.wording import filled

# So many problems are made until one is new.
_TRIES = 20
# So many numbers on a problem of the shape of another is looked for.
_FURTHER = 8
_WEIGHS = re.compile(r"\\frac|[-(^]|(?<![\\A-Za-z])[a-z](?![A-Za-z])")
# Steps that solutions on many topics have.
_GENERAL = ("equation.", "arithmetic.")
_ON_TOPIC = re.compile(
    r"\b(?:on|about|from)\s+(?:the\s+|some\s+)?(?P<topic>[^\W\d]+)|(?P<other>\w+)\s+(?:par|पर)\b", re.IGNORECASE
)


def topic_in(text: str) -> str:
    """Return the topic the text names, the longest name first, or nothing."""
    matches = _topics().matches(text)
    return matches[0].name if matches else ""


def only_names_topic(text: str) -> bool:
    """Tell whether there is nothing else beside the name of a topic: "ok, logarithms now", "lcm par do"."""
    matches = _topics().matches(text)
    words = tokens(matches[0].rest) if matches else []
    return bool(matches) and all(
        is_function_word(word) or is_lead(word) or holds([word], "beside_topics") for word in words
    )


def topic_of(worked: Worked) -> str:
    """Return the topic of a solution: the one its problem names, or the one its steps belong to, or nothing."""
    named = topic_in(worked.source)
    if named and "=" not in worked.problem:
        return named
    ids = [step.id for step in worked.steps]
    specific = [id for id in ids if not id.startswith(_GENERAL)]
    return _topic_with(specific) or _topic_signed(worked.problem) or _topic_with(ids) or named


def _topic_with(ids: Sequence[str]) -> str:
    families = ((name, topic.get("steps", ())) for name, topic in load("topics").items())
    return next((name for name, steps in families if any(_belongs(id, steps) for id in ids)), "")


def _topic_signed(problem: str) -> str:
    topics = load("topics").items()
    return next((name for name, topic in topics if any(sign in problem for sign in topic.get("signs", ()))), "")


def _belongs(id: str, families: Sequence[str]) -> bool:
    return any(id == family or (family.endswith(".") and id.startswith(family)) for family in families)


def is_of_class(topic: str, level: int) -> bool:
    """Tell whether a topic belongs to a class."""
    lowest, highest = load("topics")[topic]["classes"] if topic else (1, 0)
    return lowest <= level <= highest


def names_unknown_topic(text: str) -> bool:
    """Tell whether the text asks for a topic ("a problem on vectors") that is none of ours."""
    found = _ON_TOPIC.search(text)
    named = (found["topic"] or found["other"]) if found else ""
    return bool(named) and named.casefold() not in load("words")["no_topic"]


def fact_of(topic: str) -> str:
    """Return the key of the fact that says what the topic is about, or nothing."""
    key: str = load("topics")[topic].get("fact", "")
    return key


def title(topic: str, language: Language) -> str:
    """Return what a topic is called."""
    name: str = load("topics")[topic][f"{language}_names"][0]
    return name


def topic_for(level: int, number: int, seed: int) -> str:
    """Return the topic of the `number`-th problem where none was named: those of the class, in a seeded order."""
    fitting = [name for name in load("topics") if is_of_class(name, level)]
    Random(seed).shuffle(fitting)  # noqa: S311 (variety for a pupil, not a secret)
    return fitting[number % len(fitting)]


def new(
    level: int, number: int, seed: int, *, topic: str, known: Sequence[str] = (), model: Worked | None = None
) -> Exercise:
    """Return a problem that is not among the `known`, on the topic and of the shape of the model where there is one."""
    tried = (_like(topic or topic_for(level, at, seed), level, at, seed, model) for at in count(number))
    made = list(
        takewhile(lambda exercise: exercise.problem in known or exercise.formula in known, islice(tried, _TRIES))
    )
    return _like(topic or topic_for(level, number + len(made), seed), level, number + len(made), seed, model)


def beside(exercise: Exercise, level: int, number: int, seed: int, *, harder: bool) -> Exercise:
    """Return a problem on the topic of another that has more in it, or less, made for classes on that side of it."""
    levels = range(level, HIGHEST_CLASS + 1) if harder else range(level, LOWEST_CLASS - 1, -1)
    made = [make(exercise.topic, other, at, seed) for at in range(number, number + _FURTHER) for other in levels]
    others = [other for other in made if other.problem != exercise.problem]
    fitting = [other for other in others if (effort(other) > effort(exercise)) is harder]
    if fitting:
        return min(fitting, key=lambda other: abs(effort(other) - effort(exercise)))
    return max(made, key=lambda other: effort(other) if harder else -effort(other))


def effort(exercise: Exercise) -> int:
    """Return how much there is to work with: digits but zeros at an end, letters, signs, brackets and fractions."""
    written = exercise.formula or exercise.problem
    digits = sum(len(number.rstrip("0")) for number in re.findall(r"\d+", written))
    return digits + len(_WEIGHS.findall(written))


def _like(topic: str, level: int, number: int, seed: int, model: Worked | None) -> Exercise:
    """Return a problem of the class, or of the next class whose problem has the shape of the model."""
    own = make(topic, level, number, seed)
    if model is None:
        return own
    classes = sorted(range(LOWEST_CLASS, HIGHEST_CLASS + 1), key=lambda other: abs(other - level))
    others = (make(topic, other, at, seed) for at in range(number, number + _FURTHER) for other in classes)
    return next((exercise for exercise in others if shape(exercise.formula) == shape(model.problem)), own)


def make(topic: str, level: int, number: int, seed: int) -> Exercise:
    """Return the `number`-th problem of a conversation; the same arguments give the same problem."""
    random = Random(f"{seed}/{number}/{topic}/{level}")  # noqa: S311 (variety for a pupil, not a secret)
    known: dict[str, Any] = load("topics")[topic]
    entries = ({}, *known.get("variants", ()))
    entry = known | entries[number % len(entries)]
    gaps = GENERATORS[topic](random, level)
    return Exercise(
        problem=filled(entry["problem"], gaps),
        shown={"en": filled(entry["question_en"], gaps), "hi": filled(entry["question_hi"], gaps)},
        topic=topic,
        formula=gaps.get("formula", ""),
        tip={"en": _tips(entry, "en", gaps), "hi": _tips(entry, "hi", gaps)},
        tip_is_all=entry.get("tip_is_all", False),
    )


def _tips(entry: dict[str, Any], language: Language, gaps: Gaps) -> tuple[str, ...]:
    written = (entry.get(f"tip_{language}"), *entry.get(f"further_{language}", ()))
    return tuple(filled(text, gaps) for text in written if text)


@cache
def _topics() -> PhraseTable:
    return PhraseTable.of_names(load("topics"))
