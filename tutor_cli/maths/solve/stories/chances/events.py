"""Which outcomes an event holds: phrases of one space joined by or, and, not, neither ... nor."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Outcome = Any
Holds = Callable[[Outcome], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a property of outcomes; `makes` gives the property from the words of its gaps."""

    pattern: re.Pattern[str]
    makes: Callable[[dict[str, str]], Holds]

    def holds(self, found: re.Match[str]) -> Holds:
        """Return the property that a match of the pattern speaks of."""
        return self.makes({name.partition("__")[0]: text.lower() for name, text in found.groupdict().items() if text})


def phrase(pattern: str, makes: Callable[[dict[str, str]], Holds]) -> Phrase:
    """Return a phrase whose pattern stands alone, without regard to case; a name may stand in it several times."""
    uses = iter(range(len(pattern)))
    named = re.sub(r"\(\?P<(\w+)>", lambda found: f"(?P<{found[1]}__{next(uses)}>", pattern)
    return Phrase(re.compile(rf"(?<![a-z\d])(?:{named})(?![a-z\d])", re.IGNORECASE), makes)


_NEITHER = re.compile(r"\bneither (?P<one>.+?) nor (?P<other>.+)", re.IGNORECASE)
_OR = re.compile(r"\s*,?\s*\bor\b\s*(?:else )?", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s*\b(?:and|but|as well as)\b\s*", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:by |of |an? )?(?P<n>\d+)\W*")
_NUMBER = re.compile(r"\d+")
_NOT = re.compile(r"\b(?:not|isn.t|doesn.t)\b|\bnon-?(?=[a-z])", re.IGNORECASE)


def event(text: str, phrases: tuple[Phrase, ...], fillers: frozenset[str]) -> Holds | None:
    """Return the property that a text asks for; None where a word or number in it has no meaning."""
    if plain := _plain(text, phrases, fillers):
        return plain
    if found := _NEITHER.search(text):
        both = [event(text[: found.start()] + found[side], phrases, fillers) for side in ("one", "other")]
        return _negated(_any(both))
    if len(parts := _shared(_OR.split(text))) > 1:
        return _any([event(part, phrases, fillers) for part in parts])
    if len(parts := _shared(_AND.split(text))) > 1 and (said := [part for part in parts if _says(part, phrases)]):
        found_all = [event(part, phrases, fillers) for part in (said if len(said) > 1 else [text_of(parts)])]
        return None if any(item is None for item in found_all) else lambda o: all(h(o) for h in found_all if h)
    if negation := _NOT.search(text):
        return _negated(event(text[: negation.start()] + " " + text[negation.end() :], phrases, fillers))
    return None


def _shared(parts: list[str]) -> list[str]:
    """Give a part that is a bare number the words of the one before: "divisible by 3 or 5"."""
    found = parts[:1]
    for part in parts[1:]:
        bare = _BARE.fullmatch(part)
        numbers = list(_NUMBER.finditer(found[-1]))
        if bare and numbers:
            last = numbers[-1]
            part = f"{found[-1][: last.start()]}{bare['n']}"
        found.append(part)
    return found


def text_of(parts: list[str]) -> str:
    """Return the parts of a text without the word that joined them."""
    return " ".join(parts)


def _says(text: str, phrases: tuple[Phrase, ...]) -> bool:
    return any(item.pattern.search(text) for item in phrases)


def _plain(text: str, phrases: tuple[Phrase, ...], fillers: frozenset[str]) -> Holds | None:
    """Return what all phrases of a text say together: "red king"."""
    found: list[Holds] = []
    for item in phrases:
        while match := item.pattern.search(text):
            found.append(item.holds(match))
            text = f"{text[: match.start()]} , {text[match.end() :]}"
    words = re.findall(r"[a-z]+|\d+", text.lower())
    if not found or not set(words) <= fillers:
        return None
    return lambda outcome: all(holds(outcome) for holds in found)


def _any(parts: list[Holds | None]) -> Holds | None:
    known = [part for part in parts if part is not None]
    return (lambda outcome: any(holds(outcome) for holds in known)) if len(known) == len(parts) else None


def _negated(holds: Holds | None) -> Holds | None:
    return None if holds is None else lambda outcome: not holds(outcome)
