"""Several things drawn at once: in how many ways all of them, and in how many those asked for."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from tutor_cli.maths.solve.stories.chances.events import Phrase

_N = r"(?P<n>[1-6])"
_KIND = r"(?P<kind>[a-z]+?)s?"
_LEFT = r"(?:(?: colou?r(?:ed)?)?(?: (?:balls?|cards?|marbles?|beads?|pens?))?)"
_WAYS = re.compile(
    r"(?:all|both|they|these|the 2 (?:balls|cards|marbles))(?: the)?(?: \d)?(?: (?:balls?|cards?|marbles?))?(?: drawn)?(?: are| is| being| of)?(?: of)? (?:the )?same colou?r",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:of )?different colou?rs", re.IGNORECASE)
_EVENTS = tuple(
    (name, re.compile(rf"(?<![a-z])(?:{pattern}){_LEFT}(?![a-z])", re.IGNORECASE))
    for name, pattern in (
        ("least", rf"at ?least (?:1|one|an?)(?: of them)?(?: is)?(?: an?)? {_KIND}"),
        (
            "none",
            rf"(?:none|neither|no one)(?: of (?:them|the (?:balls|cards|marbles)))?(?: is| are)?(?: an?)? {_KIND}|no {_KIND.replace('kind', 'also')}",
        ),
        (
            "all",
            rf"(?:all|both|all of them|both of them)(?: the)?(?: \d)?(?: (?:balls|cards|marbles))?(?: drawn)?(?: are| being| will be| is)? {_KIND}|{_N} {_KIND.replace('kind', 'also')}",
        ),
        ("exactly", rf"exactly {_N}(?: of them)?(?: is| are)?(?: an?)? {_KIND}"),
    )
)
_EACH = re.compile(
    r"(?:1|one|an?)(?: is)?(?: an?)? (?P<one>[a-z]+?)s?(?: (?:balls?|cards?|marbles?))?,? and (?:the )?(?:other|1|one|another)(?: is)?(?: an?)? (?P<other>[a-z]+?)s?(?: (?:balls?|cards?|marbles?))?(?![a-z])",
    re.IGNORECASE,
)


Ways = Callable[[int, int], str]


def ways_at_once(total: int, drawn: int) -> str:
    """Return the number of ways to draw so many of a total, as typed maths."""
    return f"{total}!/({drawn}!*{total - drawn}!)" if 0 < drawn < total else "1"


def ways_with_replacement(total: int, drawn: int) -> str:
    """Return the number of ways to draw so many, one by one, where each is put back, as typed maths."""
    return f"{total}^{drawn}"


def favourable(
    text: str, drawn: int, total: int, count: Callable[[str], int], kinds: tuple[int, ...], ways: Ways
) -> tuple[str, str] | None:
    """Return the number of favourable draws as typed maths, and the rest of the text; None where that is not clear.

    `count` tells how many things of a kind there are, 0 for what is no kind; `kinds` are how many there are of each;
    `ways` counts the draws of so many of a number.
    """
    if (found := _WAYS.search(text)) and kinds:
        return " + ".join(ways(n, drawn) for n in kinds if n >= drawn) or "0", _without(text, found)
    if (found := _OTHER.search(text)) and kinds and drawn == 2:
        pairs = [f"{a}*{b}" for index, a in enumerate(kinds) for b in kinds[index + 1 :]]
        return _in_any_order(" + ".join(pairs), ways), _without(text, found)
    if found := _EACH.search(text):
        one, other = count(found["one"].lower()), count(found["other"].lower())
        known = drawn == 2 and one and other and found["one"].lower() != found["other"].lower()
        return (_in_any_order(f"{one}*{other}", ways), _without(text, found)) if known else None
    for name, pattern in _EVENTS:
        if found := pattern.search(text):
            of = count((found.groupdict().get("kind") or found.groupdict().get("also") or "").lower())
            said = found.groupdict().get("n")
            typed = _typed(name, of, total, drawn, int(said) if said else None, ways) if of else ""
            return (typed, _without(text, found)) if typed else None
    return None


def _in_any_order(pairs: str, ways: Ways) -> str:
    """Return the number of pairs; where they are drawn one by one, either may come first."""
    return f"2*({pairs})" if ways is ways_with_replacement else pairs


def _typed(name: str, of: int, total: int, drawn: int, said: int | None, ways: Ways) -> str:
    rest = total - of
    match name:
        case "all" if said in (None, drawn):
            return ways(of, drawn) if of >= drawn else "0"
        case "none":
            return ways(rest, drawn) if rest >= drawn else "0"
        case "least":
            return f"{ways(total, drawn)} - {ways(rest, drawn)}" if rest >= drawn else ways(total, drawn)
        case "exactly" if ways is ways_with_replacement and said is not None and said <= drawn:
            return f"{ways_at_once(drawn, said)}*{of}^{said}*{rest}^{drawn - said}"
        case "exactly" if said is not None and said <= of and drawn - said <= rest:
            return f"{ways(of, said)}*{ways(rest, drawn - said)}"
    return ""


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def card_count(phrases: tuple[Phrase, ...], outcomes: tuple[object, ...], kind: str) -> int:
    """Return how many cards are of a kind."""
    for item in phrases:
        if found := item.pattern.fullmatch(kind):
            return sum(map(item.holds(found), outcomes))
    return 0
