"""Problems that refer to what was worked out before: "add 5 to it", "what about cos x?", "13 instead of 11"."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.mathematics import has_command, has_joint, has_quantity
from tutor_cli.local_model.mind.worked import Worked

_NUMBER = r"(-?\d+(?:\.\d+)?)"
_INSTEAD = (
    re.compile(
        rf"(?P<new>{_NUMBER})\s+(?:instead of|in place of|rather than)\s+(?:the\s+)?(?P<old>{_NUMBER})", re.IGNORECASE
    ),
    re.compile(
        rf"(?:change|replace)\s+(?:the\s+)?(?P<old>{_NUMBER})\s+(?:to|by|with|into)\s+(?P<new>{_NUMBER})", re.IGNORECASE
    ),
    re.compile(rf"(?P<old>{_NUMBER})\s+(?:ki jagah|के बदले|की जगह|ke badle)\s+(?P<new>{_NUMBER})", re.IGNORECASE),
)
_MEASURE = re.compile(
    rf"\b(?P<name>[^\W\d]{{3,}})\s+(?:is|was|were|be|of|=|ko|को)?\s*(?P<new>{_NUMBER})", re.IGNORECASE
)
# A formula of the sentence's own beside the pronoun: then "it" does not stand for the earlier result.
_FORMULA = re.compile(r"=|[a-z]\s*[\^+*]|\\[a-z]+", re.IGNORECASE)
# What an earlier problem says before its first quantity: "what is the lcm of".
_OPENING = re.compile(r"[^\d\\(]*?(?=\b[a-z]\b|[\d\\(]|\b(?:sin|cos|tan|log|ln)\b)", re.IGNORECASE)


def resolved(text: str, worked: Worked | None) -> str:
    """Return the problem the text poses on its own, given what was worked out last; empty where it poses none."""
    if worked is None or not worked.problem:
        return text if has_quantity(text) and (has_command(text) or has_joint(text)) else ""
    return (
        _with_other_number(text, worked)
        or _with_other_measure(text, worked)
        or _about_the_result(text, worked)
        or _same_with_other_operand(text, worked)
        or (text if has_quantity(text) and (has_command(text) or has_joint(text)) else "")
    )


def _with_other_number(text: str, worked: Worked) -> str:
    for pattern in _INSTEAD:
        if found := pattern.search(text):
            old = re.compile(rf"(?<![\d.]){re.escape(found['old'])}(?![\d.])")
            for earlier in (worked.source, worked.problem):
                if old.search(earlier):
                    return old.sub(found["new"], earlier, count=1)
    return ""


def _with_other_measure(text: str, worked: Worked) -> str:
    """Take a new value for something named in the problem: "and with radius 14?"."""
    found = _MEASURE.search(text)
    if found is None or not _words("leads").match(text) or has_command(text.replace(found["name"], "")):
        return ""
    earlier = re.compile(rf"(\b{re.escape(found['name'])}\D{{0,8}}){_NUMBER}", re.IGNORECASE)
    if not earlier.search(worked.source):
        return ""
    return earlier.sub(lambda match: match.group(1) + found["new"], worked.source, count=1)


def _about_the_result(text: str, worked: Worked) -> str:
    """Put what was found in the place of "it"."""
    found = _words("pronouns").search(text)
    if found is None or not (has_command(text) or has_joint(text)):
        return ""
    before, after = text[: found.start()], text[found.end() :]
    return "" if _FORMULA.search(before + after) else f"{before}({worked.target}){after}"


def _same_with_other_operand(text: str, worked: Worked) -> str:
    """Ask the earlier question about another quantity: "what about 12 and 30?"."""
    found = _words("leads").match(text)
    rest = text[found.end() :].strip(" ,?.!") if found else ""
    if not has_quantity(rest):
        return ""
    opening = _OPENING.match(worked.source)
    if has_command(rest) or "=" in rest or opening is None or not has_command(opening.group()):
        return rest
    return opening.group() + rest


@cache
def _words(name: str) -> re.Pattern[str]:
    entry = load("cues")[name]
    phrases = sorted((*entry["en"], *entry["hi"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
