"""What is told before it is asked: "he bought it for 1200 and sold it for 1500", and then "what is the profit?"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.utterance.intent import Utterance

_ASKS = re.compile(
    r"\?|\b(?:what|how|which|find|why|when|where|who|calculate|solve|prove|show|tell|if|is|can|does|give|my|i)\b"
    r"|(?<!\w)(?:kya|kitn|kaun|kaise|batao|nikal|gyat|ky[uo]|agar|mer[aei]\b|mujh|samjh|ki jagah)"
    r"|क्या|कितन|कौन|कैसे|बता|निकाल|ज्ञात|क्यों|अगर|मेर[ाेी]|की जगह",
    re.IGNORECASE,
)
# Numbers told in words, not worked with.
_FORMULA = re.compile(r"[=^/÷×*+]|\d[a-z]\b|^[a-z]+i[sz]e\b", re.IGNORECASE)
_FEWEST_WORDS = 5


def tells(c: Conversation, text: str) -> bool:
    """Tell whether a text only gives numbers of a story, so that its question is still to come."""
    told = re.search(r"\d", text) is not None and not (_FORMULA.search(text) or _ASKS.search(text))
    return c.worked is None and c.exercise is None and told and len(text.split()) >= _FEWEST_WORDS


def keep(c: Conversation, text: str) -> Turn:
    """Remember what was told, and ask for the question."""
    c.premise = text
    yield say("noted")


def asked_of(c: Conversation, u: Utterance) -> str:
    """Return the problem that what was told and the question about it make, or nothing where they make none."""
    told, c.premise = c.premise, ""
    whole = f"{told}. {u.text}" if told else ""
    return whole if whole and problem_in(whole) is not None else ""
