"""Which problem to set: the topic the pupil named or one of the class, put into words from the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, islice
from random import Random
from typing import Any

from tutor_cli.local_model.mind.conversation import Exercise
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.options import HIGHEST_CLASS, LOWEST_CLASS
from tutor_cli.local_model.mind.practice.generators import GENERATORS
from tutor_cli.local_model.mind.practice.generators.parts import Gaps
from tutor_cli.local_model.mind.subject import variations
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.utterance.mathematics import holds
from tutor_cli.local_model.mind.utterance.phrases import PhraseTable
from tutor_cli.local_model.mind.utterance.words import Language, is_function_word, is_lead, tokens
from tutor_cli.local_model.mind.wording import filled

# So many problems are made until one is new.
_TRIES = 20
# So many numbers on a problem of the shape of another is looked for.
_FURTHER = 8
# Steps that solutions on many topics have.
_GENERAL = ("equation.", "arithmetic.")
# "Something along the same lines" names no topic.
_SAME_LINES = re.compile(r"\b(?:along|on)?\s*(?:the|these|those|similar)?\s*(?:same|similar) lines\b", re.IGNORECASE)
_ON_TOPIC = re.compile(
    r"\b(?:on|about|from)\s+(?:the\s+|some\s+)?(?P<topic>[^\W\d]+)|(?P<other>\w+)\s+(?:par|पर)\b", re.IGNORECASE
)


def topic_in(text: str) -> str:
    """Return the topic the text names, the longest name first, or nothing."""
    return kind_in(text)[0]


def kind_in(text: str) -> tuple[str, int | None]:
    """Return the topic the text names, and the kind of its problems where it names one: "a die", "a cone"."""
    named = [match.name.partition("/") for match in _topics().matches(_SAME_LINES.sub(" ", text))]
    topic = named[0][0] if named else ""
    kind = next((int(kind) for name, _, kind in named if name == topic and kind), None)
    return (topic, kind) if kind is not None else next(_apart_in(text, [name for name, _, _ in named]), (topic, None))


def _apart_in(text: str, topics: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the kinds whose names stand in a text word by word: "on matrices, the multiplication of them"."""
    said = {word.plain for word in tokens(text)}
    for topic in topics:
        for kind, entry in enumerate(_entries(topic)):
            names = (*entry.get("en_names", ()), *entry.get("hi_names", ())) if kind else ()
            if any(len(words := name.split()) > 1 and said.issuperset(words) for name in names):
                yield topic, kind


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


@dataclass(frozen=True, slots=True)
class Wish:
    """What problem is wished for: its topic, where one was named the kind of its questions, and how hard."""

    topic: str = ""
    kind: int | None = None
    difficulty: int = 0


def new(
    level: int, number: int, seed: int, wish: Wish, *, known: Sequence[str] = (), model: Worked | None = None
) -> Exercise:
    """Return a problem that is not among the `known`, as wished and of the shape of the model where there is one."""
    made: Iterator[Exercise] = (
        like(model, replace(wish, topic=wish.topic or topic_for(level, at, seed)), level, at, seed)
        for at in count(number)
    )
    tried = list(islice(made, _TRIES))
    return next((one for one in tried if one.problem not in known and one.formula not in known), tried[-1])


def beside(exercise: Exercise, level: int, number: int, seed: int, *, harder: bool) -> Exercise:
    """Return a problem on the topic of another that has more in it, or less.

    It asks what is harder to find where the topic has such questions; else it is of the same kind, made for classes on
    that side of it.
    """
    wanted = difficulty_of(exercise) + (1 if harder else -1)
    if any(entry.get("difficulty", 0) == wanted for entry in _entries(exercise.topic)):
        return make(Wish(exercise.topic, difficulty=wanted), level, number, seed)
    levels = range(level, HIGHEST_CLASS + 1) if harder else range(level, LOWEST_CLASS - 1, -1)
    wish = Wish(exercise.topic, exercise.kind)
    made = [make(wish, other, at, seed) for at in range(number, number + _FURTHER) for other in levels]
    others = [other for other in made if other.problem != exercise.problem]
    fitting = [other for other in others if (effort(other) > effort(exercise)) is harder]
    if fitting:
        return min(fitting, key=lambda other: abs(effort(other) - effort(exercise)))
    return max(made, key=lambda other: effort(other) if harder else -effort(other))


def with_sign(topic: str, sign: str, number: int, seed: int) -> Exercise | None:
    """Return a problem on the topic with this sign in its formula, or None where there is none."""
    made = (
        make(Wish(topic), level, at, seed)
        for level in range(LOWEST_CLASS, HIGHEST_CLASS + 1)
        for at in range(number, number + _FURTHER)
    )
    return next((exercise for exercise in made if sign in exercise.formula), None)


def effort(exercise: Exercise) -> int:
    """Return how much there is to work with in an exercise."""
    return variations.effort(exercise.formula or exercise.problem)


def difficulty_of(exercise: Exercise) -> int:
    """Return how hard the question of an exercise is beside others of its topic, 0 or 1."""
    difficulty: int = _entries(exercise.topic)[exercise.kind].get("difficulty", 0) if exercise.topic else 0
    return difficulty


def like(model: Worked | None, wish: Wish, level: int, number: int, seed: int) -> Exercise:
    """Return a problem of the class, or of the next class whose problem has the shape of the model."""
    own = make(wish, level, number, seed)
    if model is None:
        return own
    classes = sorted(range(LOWEST_CLASS, HIGHEST_CLASS + 1), key=lambda other: abs(other - level))
    others = (make(wish, other, at, seed) for at in range(number, number + _FURTHER) for other in classes)
    return next((exercise for exercise in others if has_shape(exercise, model)), own)


def has_shape(exercise: Exercise, model: Worked) -> bool:
    """Tell whether the formula of an exercise has the shape of a problem."""
    return bool(exercise.formula) and variations.shape(exercise.formula) == variations.shape(model.problem)


def _entries(topic: str) -> list[dict[str, Any]]:
    """Return the questions of a topic, the first and its variants; hints are not shared."""
    known: dict[str, Any] = load("topics")[topic]
    asks = {f"question_{language}": load(f"texts_{language}")["work_out"][0] for language in ("en", "hi")}
    first = {"problem": "<formula>", **asks, **known}
    return [first, *first.pop("variants", ())]


def _kinds(wish: Wish) -> list[int]:
    """Return the numbers of the questions that are as wished, of those that are less hard where none is."""
    entries = _entries(wish.topic)
    if wish.kind is not None and wish.kind < len(entries):
        return [wish.kind]
    known = [entry.get("difficulty", 0) for entry in entries]
    hardest = max(difficulty for difficulty in known if difficulty <= max(wish.difficulty, 0))
    return [kind for kind, difficulty in enumerate(known) if difficulty == hardest]


def make(wish: Wish, level: int, number: int, seed: int) -> Exercise:
    """Return the `number`-th problem of a conversation; the same arguments give the same problem."""
    topic, kinds = wish.topic, _kinds(wish)
    random = Random(f"{seed}/{number}/{topic}/{level}")  # noqa: S311 (variety for a pupil, not a secret)
    kind = kinds[number % len(kinds)]
    entry = _entries(topic)[kind]
    gaps = GENERATORS[topic](random, level)
    return Exercise(
        kind=kind,
        problem=filled(entry["problem"], gaps),
        shown={"en": filled(entry["question_en"], gaps), "hi": filled(entry["question_hi"], gaps)},
        topic=topic,
        formula=gaps.get("formula", "") if "<formula>" in entry["problem"] else "",
        tip={"en": _tips(entry, "en", gaps), "hi": _tips(entry, "hi", gaps)},
        tip_is_all=entry.get("tip_is_all", False),
    )


def _tips(entry: dict[str, Any], language: Language, gaps: Gaps) -> tuple[str, ...]:
    written = (entry.get(f"tip_{language}"), *entry.get(f"further_{language}", ()))
    return tuple(filled(text, gaps) for text in written if text)


@cache
def _topics() -> PhraseTable:
    variants = {
        f"{topic}/{kind}": entry
        for topic in load("topics")
        for kind, entry in enumerate(_entries(topic))
        if kind and "en_names" in entry
    }
    return PhraseTable(load("topics") | variants)
