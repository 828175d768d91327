"""What mathematics is good for: of the topic named, else of the fact just told or the work in hand."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, saying
from tutor_cli.local_model.mind.telling import facts, ruling
from tutor_cli.local_model.mind.utterance.intent import Utterance

_ASKS = re.compile(
    r"\b(?:what|where|how|when)\b.*\b(?:used?(?! (?:here|to|in (?:this|that)))|useful|applied|application)\b"
    r"|\bwhat(?:'s| is) (?:the )?(?:use|good|point(?! (?:of (?:in[ft]|con|tan|tri|div|m[ai])|where|which|on|at)))\b"
    r"|\b(?:real|daily|everyday) life\b"
    r"|\bwhy (?:do|should|must) (?:we|i) (?:learn|study|need)\b"
    r"|(?<!\w)(?:kis|kya|kahan|kaha) (?:kaam|use|upyog|fayda|istemal)|\bkaam aat|\b(?:kahan|kaha) (?:use|upyog|istemal)"
    r"|(?:किस|क्या|कहाँ|कहां) (?:काम|उपयोग|प्रयोग|फ़?ायदा|इस्तेमाल)|काम आत|असल ज़?िंदगी|(?:इसका|इनका) (?:उपयोग|प्रयोग)",
    re.IGNORECASE,
)
# "which rule did you use?" is about the working.
_DID = re.compile(r"\b(?:did|have|you|we used|kiya)\b|किया", re.IGNORECASE)


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells what something is used for, or None where that is not asked or not known."""
    if not _ASKS.search(u.text) or _DID.search(u.text) or ruling.asks(u.text):
        return None
    if key := _named(u.text) or _in_hand(c):
        return saying("quote", text=load("uses")[key][c.language])
    return None


def _named(text: str) -> str:
    return next((key for key, (names, _) in _table().items() if names.search(text)), "")


def _in_hand(c: Conversation) -> str:
    """Return the topic of the fact just told, else of the steps."""
    if c.focus == "fact" and (key := _about(facts.derived(c.fact))):
        return key
    return _about(c.worked.written) if c.worked is not None else ""


def _about(text: str) -> str:
    return next((key for key, (_, about) in _table().items() if about.search(text)), "")


@cache
def _table() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        key: (re.compile(entry["names"], re.IGNORECASE), re.compile(entry["about"]))
        for key, entry in load("uses").items()
    }
