"""Going back behind the edits: "no, with the original numbers", "pehle wale number se 20 padon ka yog"."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Mapping

from tutor_cli.local_model.mind.subject.edits.said import in_english

_ORIGINAL = re.compile(
    r"^\W*(?:(?:no|ok|okay|now|and|but|so|go|back|to|with|use|using|for|in|from|of|take|again|lets?|us|return|come|give|me"
    r"|tell|show|do|it|wait|keep|by|the|my|our|sorry|what|about|was|is|answer)\W+)*"
    r"(?:(?:original|old|initial|starting)(?: (?:very )?first)?"
    r" (?:numbers?|values?|ones?|a|1|item|problem|question|sum|data|figures?|version|equation|expression|matrix|function"
    r"|fraction|word|bag|box|list|[AG]\.?P\.?|progression|sequence|series|triangle|circle|cylinder|cone|sphere|points?)"
    r"|first (?:numbers|values|ones|figures))(?:'?s)?\b\W*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:\W|\b(?:please|again|back|then|now|answer|me|go|solve|ask|find|it|instead|the|was|is|what)\b)*", re.IGNORECASE
)


def asks_original(text: str) -> str | None:
    """Return what a text asks of the problem as it was first, nothing where it only goes back there; None elsewhere."""
    found = _ORIGINAL.match(in_english(text))
    if found is None:
        return None
    return "" if _NOTHING.fullmatch(found["rest"]) else found["rest"].strip()


def first_of(problem: str, edited: Mapping[str, str]) -> str:
    """Return the problem that the first edit was made in."""
    seen = {problem}
    while (before := edited.get(problem, problem)) not in seen:
        seen.add(before)
        problem = before
    return problem
