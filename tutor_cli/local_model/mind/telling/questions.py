"""Questions about the ideas of a problem and its working: which one a text asks, by its words and what is in hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import facts
from tutor_cli.local_model.mind.utterance.patterns import is_met
from tutor_cli.local_model.mind.utterance.words import language_of, tokens


def asked_in(text: str, worked: Worked | None) -> str:
    """Return the key of the question about ideas that the text asks, `worked` being the solution talked about."""
    hindi = language_of(text) == "hi"
    sounds = [word.sound for word in tokens(text)]
    source, steps = (worked.source, worked.written) if worked is not None else ("", "")
    for question in _table():
        asked = any(pattern.search(text) for pattern in question.asks)
        asked = asked or (hindi and any(is_met(words, sounds) for words in question.hi_asks))
        if asked and question.near.search(source) and question.steps.search(steps):
            return question.key
    return ""


@dataclass(frozen=True, slots=True)
class _Question:
    """How a question about ideas is asked; `near` is found in the problem and `steps` in the working it is about."""

    key: str
    asks: tuple[re.Pattern[str], ...]
    hi_asks: tuple[str, ...]
    near: re.Pattern[str]
    steps: re.Pattern[str]


@cache
def _table() -> tuple[_Question, ...]:
    """Return the questions; a derivation may be asked for where its formula is used."""
    derived = {key: entry for key, entry in load("derivations").items() if "asks" in entry}
    proofs = {facts.proof_key(key): {**entry, "near": "", "steps": entry["near"]} for key, entry in derived.items()}
    return tuple(
        _Question(
            key,
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry["asks"]),
            tuple(entry.get("hi_asks", ())),
            re.compile(entry.get("near", "")),
            re.compile(entry.get("steps", "")),
        )
        for key, entry in {**load("questions"), **proofs}.items()
    )
