"""The range an equation with angles is to be solved in, as people say it: "between 0 and 360 degrees", "0 ≤ x < 2π"."""

from __future__ import annotations

import re

_DEGREES = r"(?:\s?°|\s?deg(?:ree)?s?\b|\s?डिग्री)?"
_END = rf"-?(?:\d+(?:\.\d+)?\s?(?:pi\b|π|\\pi)?|pi\b|π|\\pi){_DEGREES}"
_LESS = r"(?:<=?|≤|\\le(?:q|ss)?\b)"
_LEAD = (
    r"[,;]?\s*(?:\b(?:for|where|in|when|given|with|and|jahan|जहाँ|the|range|interval|is|lies|x|theta|θ|\\theta|values|of|all)"
    r"\s+)*"
)
_IN_RANGE = re.compile(
    r"(?:(?:solv(?:e|ing)|find|x|theta|if|when)\s+)*(?P<equation>.*\b(?:sin|cos|tan|cot|sec|cosec)e?\b[^,;]*=[^,;]*?)\s*"
    rf"(?:{_LEAD}(?:between|from|in)\s+(?P<low>{_END})\s*(?:and|to)\s*(?P<high>{_END})"
    rf"|{_LEAD}\[(?P<first>{_END}),\s*(?P<last>{_END})\]"
    rf"|{_LEAD}(?P<least>{_END})\s*(?P<open>{_LESS})\s*(?:x|theta|θ|\\theta)\s*(?P<closed>{_LESS})\s*(?P<most>{_END})"
    rf"|{_LEAD}(?P<se>{_END})\s*(?:se|से)\s*(?P<tak>{_END})(?:\s*(?:ke beech|k beech|tak|me|mein|के बीच|तक|में)(?!\w))*)"
    r"(?P<rest>(?:\s*(?:degrees?|solve|hal|karo|kijiye|me|mein|हल|करो|कीजिए))*)",
    re.IGNORECASE,
)
_SAYS_DEGREES = re.compile(r"°|deg|डिग्री", re.IGNORECASE)
# What is said in words asks something else of the equation.
_WORD = re.compile(
    r"(?<!\\)(?!(?:sine?|cos(?:ine|ec)?|tan(?:gent)?|cot|sec|theta|pi|root|sqrt|squared?|plus|minus)\b)\b[a-z]{2,}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?\d+")
_NAMES = (("low", "first", "least", "se"), ("high", "last", "most", "tak"))
# No equation with its range is longer; the time to look for one grows with the cube of the length.
_LONGEST = 200
# From here on a number without π is one of degrees.
_QUARTER_TURN = 90


def with_range(text: str) -> str:
    """Return an equation with angles and its range as the readers know it, "... in [0°, 360°]"; else the text."""
    found = _IN_RANGE.fullmatch(text.strip(" ?.!,")) if len(text) <= _LONGEST else None
    if found is None or _WORD.search(found["equation"]):
        return text
    low, high = (next(filter(None, found.group(*names))) for names in _NAMES)
    plain = [_SAYS_DEGREES.split(end)[0].strip() for end in (low, high)]
    numbers = [int(end) for end in plain if _NUMBER.fullmatch(end)]
    degrees = _SAYS_DEGREES.search(low + high + found["rest"]) or max(map(abs, numbers), default=0) >= _QUARTER_TURN
    ends = ", ".join(f"{end}°" if degrees else end for end in plain)
    opening = "(" if found["open"] and not re.search("=|≤|e", found["open"]) else "["
    closing = ")" if found["closed"] and not re.search("=|≤|e", found["closed"]) else "]"
    return f"solve {found['equation'].strip(' ,;')} in {opening}{ends}{closing}"
