"""Whole conversations, written as data, against the real solver.

Each line of `tests/data/conversations.jsonl` (our own) is a conversation: its options, and turns with what the pupil
says and, where it matters, what the reply contains (one of each list of alternatives, spaces and case apart), which
tools were called and in which language the tutor answers.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.local_model.mind.lessons import Lesson
from tests.local_model.mind.solver_tools import lesson
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.thought import Say
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


def as_asked(turn: dict[str, Any], said: list[Say], talk: Lesson) -> list[str]:
    """Return what is missing in a reply."""
    text = squeezed(" ".join(sentence.text for sentence in said))
    missing = [
        f"contains {alternatives}"
        for alternatives in turn.get("contains", [])
        if not any(squeezed(alternative) in text for alternative in alternatives)
    ]
    called = {call.name for call in talk.called}
    missing += [f"tool {name}" for name in turn.get("tools", []) if name not in called]
    return missing + [f"language {say.language}" for say in said if say.language != turn.get("language", say.language)]


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda conversation: str(conversation["id"]))
def test_every_turn_is_answered_in_context(conversation: dict[str, Any]) -> None:
    """Follow-ups refer to what was said before, in English, Hindi and Hinglish."""
    talk = lesson(**conversation["options"])
    wrong = []
    for turn in conversation["turns"]:
        talk.called.clear()
        said = talk.tell(turn["say"])
        wrong += [(turn["say"], missing, [say.text for say in said]) for missing in as_asked(turn, said, talk)]
    assert wrong == []


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda conversation: str(conversation["id"]))
def test_no_maths_is_said_that_a_tool_or_the_data_did_not_give(conversation: dict[str, Any]) -> None:
    """Every formula comes from a tool's answer, a checked text or a problem that was set; answers are verified."""
    talk = lesson(**conversation["options"])
    known = set().union(
        *(
            formulas(load(name))
            for name in ("texts_en", "texts_hi", "facts", "questions", "principles", "derivations", "rules")
        )
    )
    for turn in conversation["turns"]:
        said = talk.tell(turn["say"])
        known |= formulas(talk.answers) | formulas([call.arguments for call in talk.called])
        known |= formulas([[*exercise.shown.values(), *exercise.tip.values()] for exercise in talk.set])
        stated = set().union(*(formulas(FORMULA.findall(say.text)) for say in said if not SET.match(say.text)))
        assert {formula for formula in stated - known if not formula.isdecimal()} == set(), turn["say"]
    assert all(answer.get("verified", True) for answer in talk.answers)


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda conversation: str(conversation["id"]))
def test_text_and_speech_correspond_sentence_by_sentence(conversation: dict[str, Any]) -> None:
    """What is heard is what is shown, formulas in words; the voice gets no markup."""
    talk = lesson(**conversation["options"])
    for turn in conversation["turns"]:
        for say in talk.tell(turn["say"]):
            assert say.spoken == aloud(say.text, "hi" if say.language == "hi" else "en")
            assert not re.search(r"[$\\{}^]", say.spoken), say.spoken


def test_there_are_conversations_enough() -> None:
    """At least thirty of at least eight turns, ten of them in Hindi or Hinglish."""
    assert len(CONVERSATIONS) >= 30
    assert all(len(conversation["turns"]) >= 8 for conversation in CONVERSATIONS)
    assert sum(conversation["language"] == "hi" for conversation in CONVERSATIONS) >= 10
