"""What pupils say around a question, taken off it: "I am stuck on sums, how do I ...", "... nahi aata, samjha do"."""

from __future__ import annotations

import re

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
    r"|need (?:some )?help (?:to|with)) (?:know |learn |understand )?(?:how to )?(?=\S)",
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
# "Rationalise: 1/(2 + sqrt(3))"
_COLON = re.compile(r"^([A-Za-z]{5,}) ?: ")


def unframed(text: str) -> str:
    """Return the question itself."""
    text = _TROUBLE.sub("", _LEAD.sub("", _POLITE.sub("", text)))
    text = _WANTS.sub("", _LEAD.sub("", text))
    if found := _IN_HINDI.match(text):
        text = f"{found['question']} batao"
    return _COLON.sub(r"\1 ", text)
