"""How two terms differ and hang together: "how is a GP different from an AP?", "is this connected to limits?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.telling import facts
from tutor_cli.local_model.mind.telling.generalising import is_yes_or_no
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.terms import terms_in

_DIFFER = re.compile(
    r"\bdifferen(?:ce|t|tiate between)\b|\bdiffer\b|\bdistinguish|\bcompared? (?:to|with)\b|\bversus\b|\bvs\b"
    r"|\b(?:which|what)\b.*\bbetter\b"
    r"|\b(?:antar|anter|fark|farak|farq|behtar|alag)\b|अंतर|अन्तर|फ़?र्क|बेहतर|अलग",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\bconnect\w*|\brelat(?:ed|es?)\b|\brelationship\b|\blink\w*|\bto do with\b|\bopposite\b|\breverse of\b"
    r"|\b(?:tell|say)s? (?:us |me |you )?about\b"
    r"|\b(?:ju[dr]a|judi|jude|sambandh)\b|जुड़|सम्?बंध|सम्बन्ध",
    re.IGNORECASE,
)
# "CI aur SI ka antar" is a number.
_HOW_MUCH = re.compile(
    r"\bhow much\b|\bkitn[aei]\b|कितन|\d|(?:\bka|का) (?:antar|fark|difference|अंतर|फ़?र्क)\b(?!.*(?:kya|क्या))",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"\b(?:it|this|that|here|all this|ye|yeh|iska|isse|isme)\b|यह|ये|इस", re.IGNORECASE)

# The terms of so many solutions are in hand.
_LATEST = 3


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells two terms apart or connects them, or None where that is not asked or not known."""
    if u.match("in_hindi", "in_english"):
        return None
    for kind, asks in (("differ", _DIFFER), ("link", _LINK)):
        if (
            asks.search(u.text)
            and not (kind == "differ" and _HOW_MUCH.search(u.text))
            and (told := _told(c, kind, u.text))
        ):
            return _tell(c, told, confirms=kind == "link" and is_yes_or_no(u.text))
    both = facts.compared(u.text) if _DIFFER.search(u.text) else None
    return facts.compare(c, *both) if both else None


def asks(text: str) -> bool:
    """Tell whether a text asks how two things differ or hang together."""
    return _DIFFER.search(text) is not None or _LINK.search(text) is not None


def _tell(c: Conversation, entry: dict[str, str], *, confirms: bool) -> Turn:
    if confirms:
        yield say("general_yes")
    yield say("quote", text=entry[c.language])


def _told(c: Conversation, kind: str, text: str) -> dict[str, str] | None:
    """Return what is told of the first two terms named that are a pair, one perhaps that of the work in hand."""
    table = _table()[kind]
    return next((table[pair] for pair in _pairs(c, text) if pair in table), None)


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    """Return what is told of each pair of terms; some entries are of several pairs."""
    kinds = load("contrasts")
    return {kind: {pair: entry for pairs, entry in kinds[kind].items() for pair in pairs.split(", ")} for kind in kinds}


def _pairs(c: Conversation, text: str) -> Iterator[str]:
    named = list(dict.fromkeys(terms_in(text)))
    for one, other in combinations(named, 2):
        yield from (f"{one} {other}", f"{other} {one}")
    if _OF_THIS.search(text) or _LINK.search(text):
        latest = [f"{known.source} {' '.join(step.id for step in known.steps)}" for known in reversed(c.history)]
        in_hand = dict.fromkeys(terms_in(re.sub(r"[._]", " ", " ".join(latest[:_LATEST]))))
        yield from (pair for one in in_hand for other in named for pair in (f"{one} {other}", f"{other} {one}"))
