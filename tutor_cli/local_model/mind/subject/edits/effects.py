"""Whether an answer changes, and how: "would the price change if ...?", "median par koi farak padega?"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from tutor_cli.local_model.mind.data_files import load

How = Literal["open", "same", "changes", "more", "less", "twice", "half"]
_LEAD = re.compile(r"^\W*(?:(?:and|so|but|then|ok|now|aur|to|toh|kya|और|तो|क्या)\W+)+", re.IGNORECASE)
_IT = re.compile(
    r"(?:(?:the|this|that|my|your|it|its|chance|probability|they|there|all|answer|result|value|uttar|jawab|us|is|isse|usse|anything|ye|yeh"
    r"|uska|iska|उत्तर|जवाब|इस|उस|इससे|उससे|यह|इसका|उसका)\W*)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What is asked of a change: `how` the quantity is said to change, and which; nothing for the one asked for."""

    how: How
    what: str


def effect_in(question: str) -> Effect | None:
    """Return what a question asks of a change, or None where it asks for something else."""
    plain = _LEAD.sub("", question.strip(" ?.!।"))
    for how, pattern in _patterns():
        if found := pattern.fullmatch(plain):
            what = found["what"].strip()
            return Effect(how, "" if _IT.fullmatch(what) else what)
    return None


@cache
def _patterns() -> tuple[tuple[How, re.Pattern[str]], ...]:
    table = load("edits")["effects"]
    patterns = [("open", pattern) for pattern in table["open"]]
    patterns += [(how, frame.replace("<how>", said)) for how, said in table["how"].items() for frame in table["frames"]]
    return tuple((cast("How", how), re.compile(pattern, re.IGNORECASE)) for how, pattern in patterns)
