"""The nouns of a Hindi sentence in English: what belongs to what, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "ram ka age"
_AGE = re.compile(r"(?:age|father|mother|son|daughter|brother|sister)\b")
_NAME = re.compile(r"(?!his\b|her\b|both\b)[A-Za-z]+")
_MONEY = re.compile(r"\d+(?:\.\d+)? rupees")
# "length 10, breadth 6", "length 10 breadth 6"
_MEASURES = "length|breadth|width|height|radius|diameter|base"
_NEXT_SAID = re.compile(rf"(?<=\d)(?: (?:cm|m|km|metres|units?|rupees|years))?(?:, | )(?=(?:{_MEASURES})\b)")
# What a noun is said to be begins with a number, a bracket, or one of these.
_SAID = re.compile(
    r"(?<=[a-z%] )(?=[-+]?[\d√(\[{]|(?:equal|real|imaginary|drawn|divisible|right|wrong"
    r"|positive|negative"
    r"|parallel|perpendicular|even|odd|acute|obtuse|half-yearly|quarterly"
    r"|wanted|given)\b)|(?<=umerator )|(?<=ominator )",
    re.IGNORECASE,
)


@dataclass
class Noun:
    """The noun that is being read: its own words, its owner, what was joined to it before, and words behind it."""

    head: str = ""
    owner: str = ""
    joined: str = ""
    behind: str = ""

    def written(self) -> str:
        """Return the noun in English, nothing where none has been read."""
        if self.head and _AGE.match(self.head) and _NAME.fullmatch(self.owner):
            own = f"{self.owner.title()}'s {self.head}"
        elif self.head and _MONEY.fullmatch(self.owner):
            own = f"{self.head} worth {self.owner}"
        else:
            own = f"{self.head} of {self.owner}" if self.owner and self.head else self.head or self.owner
        return " ".join(filter(None, (self.joined, own, self.behind))).strip()

    def said(self) -> str:
        """Return the noun as a statement about it: "radius of circle is 7 cm and height is 9 cm"."""
        parts = _NEXT_SAID.sub(" and ", self.head).split(" and ")
        places = [None if "=" in part else _SAID.search(part) for part in parts]
        if places[0] is None or not self.head[: places[0].start()].strip():
            return self.written()
        told = [
            f"{part[: place.start()]}is {part[place.start() :]}" if place else part
            for part, place in zip(parts, places, strict=True)
        ]
        named = Noun(parts[0][: places[0].start()].strip(), self.owner, self.joined, self.behind)
        told[0] = f"{named.written()} is {parts[0][places[0].start() :].strip()}"
        return " and ".join(told)
