"""What pupils say around a question, taken off it: "I am stuck on sums, how do I ...", "... nahi aata, samjha do"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tutor_cli.tables import read_table

_POLITE = re.compile(r"(?:[, ]+(?:please|pls|plz|thanks|thank you|sir|madam|ma'am))+\W*$", re.IGNORECASE)
# "ok now integrate x e^x"; a story may begin with "Now Ram is 10".
_LEAD = re.compile(
    r"^(?:(?:ma'am|sir|madam|teacher|ok|okay|alright|all right|well|so|hmm+|umm?|and|then|now(?! [A-Z])"
    r"|mera sawal (?:ye )?hai(?: ki)?|hey|hi|hello|basically|actually|yaar|bhaiya|achha|accha)[, ]+)+(?=\S)",
    re.IGNORECASE,
)
# What is hard for them, before the question itself: "I'm stuck on logs. What is log 100?"
_TROUBLE = re.compile(
    r"^[^.,?!;:\d=]*\b(?:(?:don'?t|do not|can'?t|cannot|never) (?:get|understand|know|do|remember)|stuck"
    r"|help me|help with|confused|struggling|exam|homework|a doubt|weak|mushkil|doubt hai|samajh nahi|nahi aat[ai])\b"
    r"[^.,?!;:\d=]*[.,?!;:]\s*(?=.*\d)",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"^(?:(?:(?:can|could|will|would) you|please) )*(?:explain|show|tell|teach)(?: me)? how (?:to|do (?:i|you|we)) "
    r"|^(?:i|we)(?:'m| am|'ve| are)? (?:(?:need|want|have|like|got|trying|supposed|asked) to"
    r"|(?:'d| would) (?:like|love) to|(?:'ll| will) (?:now )?try(?: to)?"
    r"|need (?:some )?help (?:to|with)) (?:know |learn |understand |try (?:to )?)?(?:how to )?(?=\S)"
    r"|^let me (?!know|see|check|think)(?=\S)",
    re.IGNORECASE,
)
_NOT_KNOWN = (
    r"(?:nahi|nahin|नहीं) (?:aata|aati|aa rah[aie]|aaya|ho rah[aie]|ban rah[aie]|pata|आता|आती|आ रह[ाीे]|हो रह[ाीे]|पता)"
)
_IN_HINDI = re.compile(
    r"^(?:mujhe|mujhse|humein|मुझे|मुझसे|हमें) (?P<question>.*\d.*?)(?: (?:karna|nikalna|samajhna|करना|निकालना))?"
    rf"(?: (?:samajh|समझ)(?: me| mein| में)?)? {_NOT_KNOWN}(?!.*\d).*$",
    re.IGNORECASE,
)
_PARTING = re.compile(r"(?:[,;:!?]|(?<=\w{3})[.।]|\s[-\u2013\u2014])(?=\s|$)")
# A word, or a sign; a lone letter before a sign is one of the maths, and "show that" tells what is to be done.
_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_\u0900-\u0963]|['\u2019\u0900-\u0963])*|[^\s,;:.!?।]")
_OF_MATHS = re.compile(r"[a-z](?!\s+[^\W\d_]{2}|[^\W\d_'\u2019])|show that\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?P<article>(?:an?|the)\s+)$", re.IGNORECASE)
_SOMETHING = re.compile(r"\w{2}.*\w|=")
# Within a clause only these tell that he wants to work himself: a test may be one of a story.
_HIMSELF = re.compile(
    r"\b(?:practi[sc](?:e|ing)|hints?|(?:by|do it|have a go|try) (?:my|our)sel(?:f|ves)|(?:on|try) (?:my|our) own"
    r"|(?:test|quiz|ask) me|(?:let me|i'll|i will|i want to|i'd like to|can i|let's) (?:now )?(?:try|attempt)"
    r"|abhyas|khud|sanket|mujhse)\b|myself|(?<!\w)(?:अभ्यास|खुद|स्वयं|संकेत|मुझसे|प्रैक्टिस)(?!\w)",
    re.IGNORECASE,
)
# "Rationalise: 1/(2 + sqrt(3))"
_COLON = re.compile(r"^([A-Za-z]{5,}) ?: ")


def unframed(text: str) -> str:
    """Return the question itself."""
    text, _ = without_wishes(text)
    text = _TROUBLE.sub("", _LEAD.sub("", _POLITE.sub("", text)))
    text = _WANTS.sub("", _LEAD.sub("", text))
    if found := _IN_HINDI.match(text):
        text = f"{found['question']} batao"
    return _COLON.sub(r"\1 ", text)


def without_wishes(text: str) -> tuple[str, bool]:
    """Return a text without what it says of how the pupil wants to work, and whether he wants to work on it himself."""
    ends = [*(found.end() for found in _PARTING.finditer(text)), len(text)]
    clauses = [_Clause.of(text[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    alone = any(clause.alone for clause in clauses)
    question = "".join(clause.trimmed if alone else clause.text for clause in clauses if clause.core)
    return (question.strip(" ,"), alone) if _SOMETHING.search(question) else (text, False)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of an utterance, what of it is no wish, with the stop after it, and whether it says "by myself"."""

    text: str
    core: str
    trimmed: str
    alone: bool

    @classmethod
    def of(cls, text: str) -> _Clause:
        """Return a clause taken apart; one without words of its own has no core where it is more than a stop."""
        pieces = [*_PIECE.finditer(text)]
        inner = [piece for piece in pieces if not _is_wish(piece, text)]
        if not inner:
            words = {piece[0].lower() for piece in pieces}
            is_wish = len(words) > 1
            return cls(text, "" if is_wish or not words else text, text, is_wish and bool(words & _wishes("alone")))
        after = text[inner[-1].end() :].rstrip()
        core = text[inner[0].start() : inner[-1].end()]
        article = found["article"] if (found := _ARTICLE.search(text[: inner[0].start()])) else ""
        stop = after[-1:] if after[-1:] in tuple(".?!,;:।") else ""
        return cls(text, core, f" {article}{_HIMSELF.sub(' ', core)}{stop}", _HIMSELF.search(text) is not None)


def _is_wish(piece: re.Match[str], text: str) -> bool:
    word = piece[0].lower()
    return word in _wishes("alone") | _wishes("talk") and not _OF_MATHS.match(text, piece.start())


@cache
def _wishes(kind: str) -> frozenset[str]:
    return frozenset(read_table(__package__, "data", "wishes.toml")[kind])
