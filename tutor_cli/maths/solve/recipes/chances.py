"""Which of the balls in a bag or the cards of a pack are asked for."""

from __future__ import annotations

import re

_COUNTED = re.compile(r"(\d+) ([a-z]+)")
_QUESTION = re.compile(r"\b(?:probability|chance)\b(?P<asked>.*)$", re.IGNORECASE | re.DOTALL)
_NOT = re.compile(r"\b(?:not|non|neither)\b", re.IGNORECASE)
_NOUNS = frozenset(("balls", "ball", "marbles", "marble", "pens", "beads", "flowers", "counters", "sweets", "bag"))

# How many of the 52 cards are meant; the more particular names first.
_CARDS: tuple[tuple[str, int], ...] = (
    (r"\b(?:red|black) (?:king|queen|jack|ace|\d+)s?\b", 2),
    (r"\b(?:red|black) face", 6),
    (r"\b(?:king|queen|jack|ace|\d+) of (?:hearts?|spades?|diamonds?|clubs?)\b", 1),
    (r"\b(?:king or (?:a )?queen|queen or (?:a )?king|ace or (?:a )?king|king or (?:an )?ace)\b", 8),
    (r"\bface cards?\b", 12),
    (r"\b(?:king|queen|jack|ace)s?\b", 4),
    (r"\b(?:hearts?|spades?|diamonds?|clubs?)\b", 13),
    (r"\b(?:red|black)\b", 26),
)


def balls(text: str) -> tuple[int, int]:
    """Return how many balls are asked for and how many there are; raise ValueError where that is not clear."""
    asked = _QUESTION.search(text)
    if asked is None:
        raise ValueError("no question")
    around = text[: asked.start()] + " " + asked["asked"]
    counts = {colour: int(count) for count, colour in _COUNTED.findall(around)}
    question = _last_part(asked["asked"])
    named = [colour for colour in counts if colour not in _NOUNS and re.search(rf"\b{colour}\b", question)]
    several = " or " in question or "neither" in question
    if len(named) != 1 and not (named and several):
        raise ValueError("not one colour")
    total, wanted = sum(counts.values()), sum(counts[colour] for colour in named)
    return (total - wanted if _NOT.search(asked["asked"]) else wanted), total


def _last_part(asked: str) -> str:
    """Return the question without a bag described after it: "... a red ball from a bag of 3 red and 5 blue"."""
    return re.split(r"\b(?:from|if|in) (?:a|the)\b", asked)[0]


def cards(text: str) -> int:
    """Return how many cards of the pack are asked for; raise ValueError where that is not clear."""
    asked = text.casefold()
    if " or " in asked and not re.search(_CARDS[3][0], asked):
        raise ValueError("several kinds")
    found = next((count for pattern, count in _CARDS if re.search(pattern, asked)), 0)
    if not found:
        raise ValueError("no card")
    return found
