"""What was said: which intents an utterance holds and whether there is something to calculate in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance import patterns
from tutor_cli.local_model.mind.utterance.mathematics import looks_like_maths
from tutor_cli.local_model.mind.utterance.phrases import Match, PhraseTable, best_first
from tutor_cli.local_model.mind.utterance.words import MAX_CHARACTERS, is_lead, tokens, with_signs
from tutor_cli.maths.chat import spelt_out
from tutor_cli.maths.recurring import with_recurring

# Beside a number the last clause only goes with it: "I got 2 and 3, right?".
_HOLDS_NUMBER = re.compile(r"\d|=")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the pupil said, the phrases found in it, best first, and whether it holds maths to work out."""

    text: str
    matches: tuple[Match, ...]
    has_maths: bool
    too_long: bool = False

    @property
    def whole(self) -> str:
        """The intent that the whole utterance is, or nothing."""
        return self.matches[0].name if self.matches and self.matches[0].place == "whole" else ""

    @property
    def only_hindi(self) -> bool:
        """Whether the whole utterance is a phrase of the Hindi tables and of no English one."""
        return bool(self.whole) and {match.language for match in self.matches if match.place == "whole"} == {"hi"}

    def is_first(self, name: str) -> bool:
        """Tell whether this intent is the best match, with nothing to work out beside it."""
        return bool(self.matches) and self.matches[0].name == name and not self.has_maths

    def match(self, *names: str) -> Match | None:
        """Return the best match among the intents `names`."""
        return next((match for match in self.matches if match.name in names), None)


# "The time halves, right?" is no yes.
_TAG = re.compile(r",\s*(?:right|correct|true|yes|no|ok|okay)\?\W*$", re.IGNORECASE)


@cache
def _intents() -> PhraseTable:
    return PhraseTable(load("intents"))


def _matches(text: str) -> list[Match]:
    found = _intents().matches(text)
    return found if _is_whole(found) else best_first((*found, *patterns.matches(text)))


def _is_whole(found: list[Match]) -> bool:
    return bool(found) and found[0].place == "whole"


def _ends_of(text: str, *, known: bool) -> Iterator[str]:
    """Yield what a text comes to: without the words that lead there, and its last clause where no more is known."""
    yield _without_lead(text)
    clause = re.split(r"[,;.!?]\s+", text.strip(" ,;.!?"))[-1]
    if not known and clause != text and not (_HOLDS_NUMBER.search(text) or _TAG.search(text)):
        yield clause


def _without_lead(text: str) -> str:
    """Return the text without the words that only lead to what is meant: "no wait, just tell me"."""
    words = tokens(text)
    begins = next((word.start for word in words if not is_lead(word)), 0)
    return text[with_signs(text, begins) :]


def understand(text: str) -> Utterance:
    """Recognise the intents of an utterance; text beyond what anyone would say is not looked at."""
    head = with_recurring(spelt_out(text[:MAX_CHARACTERS].strip()))
    found = _matches(head)
    if not _is_whole(found):
        found = next(filter(_is_whole, map(_matches, _ends_of(head, known=bool(found)))), found)
    return Utterance(head, tuple(found), looks_like_maths(head), len(text) > MAX_CHARACTERS)
