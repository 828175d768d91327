"""Whole conversations, written as data, against the real solver.

Each line of `tests/data/conversations.jsonl` (our own) is a conversation: its options, and turns with what the pupil
says and, where it matters, what the reply contains (one of each list of alternatives, spaces and case apart), which
tools were called and in which language the tutor answers.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.conversation import Exercise
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.thought import CallTool, Say
from tutor_cli.maths.speech.aloud import aloud

DATA = Path(__file__).parents[2] / "data" / "conversations.jsonl"
CONVERSATIONS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
# Sentences that set a problem or ask which one was meant; they state nothing.
SET = re.compile(
    "Solve|Work out|Put |Factor |Expand|Find|What is|Differentiate|Integrate|Write|Do you mean"
    "|.*(?:कीजिए|निकालिए|कितना)"
)
FORMULA = re.compile(r"\$([^$]*)\$")


def squeezed(text: str) -> str:
    """Return the text without spaces, in lower case and with the words inside formulas in English."""
    words: dict[str, str] = load("texts_hi")["formula_words"]
    for english, hindi in words.items():
        text = text.replace(rf"\text{{ {hindi} }}", rf"\text{{ {english} }}")
    return re.sub(r"\s", "", text).casefold()


def formulas(value: object) -> set[str]:
    """Return every formula in a text, and every text in nested data as a formula of its own."""
    if isinstance(value, str):
        return {squeezed(value), *(squeezed(found) for found in FORMULA.findall(value))}
    if isinstance(value, dict):
        return set().union(*(formulas(item) for item in value.values()))
    return set().union(*(formulas(item) for item in value)) if isinstance(value, list) else set()


@dataclass(frozen=True)
class Told:
    """A turn as it was written, what the tutor said in it, and what it called, was answered and has set by then."""

    turn: dict[str, Any]
    said: list[Say]
    called: list[CallTool]
    answers: list[dict[str, Any]]
    problems_set: list[Exercise]


@cache
def held(number: int) -> list[Told]:
    """Return the turns of a conversation, which is held once for all tests."""
    talk = lesson(**CONVERSATIONS[number]["options"])
    turns = []
    for turn in CONVERSATIONS[number]["turns"]:
        talk.called.clear()
        talk.answers.clear()
        said = talk.tell(turn["say"])
        turns.append(Told(turn, said, list(talk.called), list(talk.answers), list(talk.set)))
    return turns


@cache
def formulas_of_the_data() -> frozenset[str]:
    """Return every formula in the data that the mind says as it is."""
    names = ("texts_en", "texts_hi", "facts", "questions", "principles", "derivations", "rules")
    return frozenset(formulas([load(name) for name in names]))


def as_asked(told: Told) -> list[str]:
    """Return what is missing in a reply."""
    text = squeezed(" ".join(sentence.text for sentence in told.said))
    missing = [
        f"contains {alternatives}"
        for alternatives in told.turn.get("contains", [])
        if not any(squeezed(alternative) in text for alternative in alternatives)
    ]
    called = {call.name for call in told.called}
    missing += [f"tool {name}" for name in told.turn.get("tools", []) if name not in called]
    language = told.turn.get("language")
    return missing + [f"language {say.language}" for say in told.said if say.language != (language or say.language)]


every_conversation = pytest.mark.parametrize(
    "number", range(len(CONVERSATIONS)), ids=[str(conversation["id"]) for conversation in CONVERSATIONS]
)


@every_conversation
def test_every_turn_is_answered_in_context(number: int) -> None:
    """Follow-ups refer to what was said before, in English, Hindi and Hinglish."""
    wrong = [
        (told.turn["say"], missing, [say.text for say in told.said])
        for told in held(number)
        for missing in as_asked(told)
    ]
    assert wrong == []


@every_conversation
def test_no_maths_is_said_that_a_tool_or_the_data_did_not_give(number: int) -> None:
    """Every formula comes from a tool's answer, a checked text or a problem that was set; answers are verified."""
    known = set(formulas_of_the_data())
    for told in held(number):
        known |= formulas(told.answers) | formulas([call.arguments for call in told.called])
        known |= formulas(
            [[*exercise.shown.values(), *chain.from_iterable(exercise.tip.values())] for exercise in told.problems_set]
        )
        stated = set().union(*(formulas(FORMULA.findall(say.text)) for say in told.said if not SET.match(say.text)))
        assert {formula for formula in stated - known if not formula.isdecimal()} == set(), told.turn["say"]
        assert all(answer.get("verified", True) for answer in told.answers)


@every_conversation
def test_text_and_speech_correspond_sentence_by_sentence(number: int) -> None:
    """What is heard is what is shown, formulas in words; the voice gets no markup."""
    for told in held(number):
        for say in told.said:
            assert say.spoken == aloud(say.text, "hi" if say.language == "hi" else "en")
            assert not re.search(r"[$\\{}^]", say.spoken), say.spoken


def test_there_are_conversations_enough() -> None:
    """At least thirty of at least eight turns, ten of them in Hindi or Hinglish."""
    assert len(CONVERSATIONS) >= 30
    assert all(len(conversation["turns"]) >= 8 for conversation in CONVERSATIONS)
    assert sum(conversation["language"] == "hi" for conversation in CONVERSATIONS) >= 10
