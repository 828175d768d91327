"""Going back behind the edits: "no, with the original numbers", "pehle wale number se 20 padon ka yog"."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Mapping

# The original price is a quantity of a story.
_NOUN = r"(?!(?:price|cost|amount|salary|population|speed|rate|income|quantity)\b)[a-z.]+"
_FIRST = rf"(?:(?:original|old|initial|starting)(?: {_NOUN}|$)|first (?:(?:two|2) )?(?:numbers|values|ones|figures|points))(?:'?s)?(?!\w)"
_ORIGINAL = (
    re.compile(
        r"^\W*(?:(?:ok|okay|now|and|but|so|no|please)\W+)*(?:(?:put|set|change|turn) (?:everything|it|them|that|all)(?: all)? back"
        r"|undo(?: (?:that|it|the changes?))?|(?:put it |back to )?(?:how|as|the way) it was|forget (?:that|the) changes?|(?:use|take|with) the (?:old|original) \w+ again)"
        r"(?: (?:as|how|the way) it was)?(?: before| first)?\W*(?P<rest>)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:मूल|asli|असली|original) (?:समीकरण|सवाल|प्रश्न|संख्या\w*|samikaran|sawal|prashn|equation)\S*(?: (?:पर|में|par|pe|mein))?(?P<rest>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:(?:no|ok|okay|now|and|but|so|go|start|begin|back|to|with|use|using|for|in|from|of|take|again|lets?|us|return|come|give|me"
        rf"|tell|show|do|it|wait|keep|by|the|my|our|sorry|what|about|was|is|answer)\W+)*{_FIRST}\W*(?P<rest>.*)$",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?P<rest>.+?) (?:of|for|in|with|from) (?:the |my )?(?:{_FIRST}|original)\W*$", re.IGNORECASE),
    re.compile(
        r"^\W*(?:(?:nahi|nahin|ab|aur|phir|wapas|नहीं|अब|और|फिर|वापस)\W+)*(?:(?:p[ae]h?l[ae]|purane?|shuru|पहले|पुरानी?|पुराने|शुरू) ?(?:w[ao]l[aei]|वाल[ाेी])|asli|असली)"
        r" (?P<noun>\S+?)(?: (?:se|par|pe|mein|me|ke saath|ka|ki|ke|ko|से|पर|पे|में|के साथ|का|की|के|को)(?!\S))+\W*(?P<rest>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:p[ae]h?l[ae]|purane?|पहले|पुरानी?|पुराने) ?(?:w[ao]l[aei]|वाल[ाेी]) (?P<noun>\S+)(?P<rest>(?: (?:phir se|फिर से|dikhao|दिखाओ|batao|बताओ))*)\W*$",
        re.IGNORECASE,
    ),
)
_NOTHING = re.compile(
    r"(?:\W|\b(?:please|again|back|then|now|answer|me|go|solve|find|it|instead|the|was|is|what|wapas|jao|jaao|hi|batao|dikhao|chalo|phir|se|fir)\b"
    r"|ही|बताओ|दिखाओ|चलो|फिर|से|वापस|जाओ|चलें|जाइए)*",
    re.IGNORECASE,
)


def asks_original(text: str) -> str | None:
    """Return what a text asks of the problem as it was first, nothing where it only goes back there; None elsewhere."""
    found = next(filter(None, (pattern.match(text) for pattern in _ORIGINAL)), None)
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
