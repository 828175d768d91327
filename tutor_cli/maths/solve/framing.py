"""What pupils say around a question, taken off it: "I am stuck on sums, how do I ...", "... nahi aata, samjha do"."""

from __future__ import annotations

import re
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
_PARTING = re.compile(r"(?:[,;:.!?]|\s[-\u2013\u2014])(?=\s|$)")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_\u0900-\u0963]|['\u2019\u0900-\u0963])*")
_MATHS, _SOMETHING = re.compile(r"[\d=^+*/()\\]"), re.compile(r"\w{2}.*\w")
_BY_HIMSELF = re.compile(
    r" (?:all )?(?:on (?:my|our) own|by (?:myself|ourselves)|myself|ourselves|khud(?: se)?|खुद(?: से)?)(?!\w)"
    r"|^(?:now )?(?:let me|i'll|i will|i want to|i'd like to|can i|let's) (?:now )?(?:try|attempt|practi[sc]e)\b"
    r"(?: to\b| this one\b| this\b)?",
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
    kept, alone, start = "", False, 0
    for end in (*(found.end() for found in _PARTING.finditer(text)), len(text)):
        clause, start = text[start:end], end
        words = set(_WORD.findall(clause.lower()))
        wish = len(words) > 1 and words <= _wishes("alone") | _wishes("talk") and not _MATHS.search(clause)
        alone |= wish and bool(words & _wishes("alone"))
        kept += "" if wish else clause
    question, times = _BY_HIMSELF.subn("", kept.strip())
    question = question.strip(" ,")
    return (question, alone or times > 0) if _SOMETHING.search(question) else (text, False)


@cache
def _wishes(kind: str) -> frozenset[str]:
    return frozenset(read_table(__package__, "data", "wishes.toml")[kind])
