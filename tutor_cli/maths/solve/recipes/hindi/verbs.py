"""The forms of Hindi verbs: "jodo", "jodne par", "joda jata" are one verb in different places of a sentence.

A form is marked in the English text: `@ask add@`, `@on add@`, `@can add@`, `@was add@`, `@that add@`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.maths.solve.recipes.hindi import tables

_LIGHT, _VOWELS = ("kar", "de"), "aeiou"
_APART = frozenset((
    "do", "de", "den", "dein", "dijiye", "dijie", "lo", "lijiye", "kar", "dene", "dete", "diya", "sakta", "sakti",
    "sakte", "raha", "rahi", "rahe", "li", "liya", "liye", "di", "diye",
))  # fmt: skip
# Where these verbs put the thing that Hindi has "in" or "by".
_PUTS = {
    "convert": {"in": "to"}, "express": {"in": "as"}, "add": {"in": "to"}, "arrange": {"by": "from"},
    "increase": {"in": "", "": "by"}, "decrease": {"from": "", "": "by"}, "make": {"by": "from"},
    "subtract": {"by": "from"}, "choose": {"by": "from"}, "pass": {"by": "through"},
    "buy": {"in": "for"}, "sell": {"in": "for", "on": "at"},
}  # fmt: skip
_OF_PERCENT = {"add": "increase", "subtract": "decrease"}
# What is found by itself, as a ball in a bag, was drawn.
_PAST = {
    "choose": "chosen", "make": "made", "draw": "drawn", "half": "halved", "throw": "thrown", "find": "drawn",
    "do": "done", "take": "taken", "put": "put", "cut": "cut", "split": "split", "not understand": "not understood",
    "multiply": "multiplied", "buy": "bought", "sell": "sold",
}  # fmt: skip
_DID = {"find": "found", "do": "did", "take": "took", "choose": "chose", "draw": "drew"}
_GOING = {"divide": "dividing", "make": "making", "choose": "choosing", "pass": "passing", "join": "joining"}


def forms() -> Iterator[tuple[str, str]]:
    """Yield every form of the verbs, marked, with its Hindi phrase; the names of a verb without forms are asked for."""
    table = tables.order()
    for english, phrase in tables.entries(table["verbs"]):
        if not phrase.endswith("-"):
            yield f"@ask {english}@", phrase
            continue
        *before, stem = phrase[:-1].split()
        for use, ending in tables.entries(table["forms"][stem if stem in _LIGHT else "stem"]):
            yield f"@{use} {english}@", " ".join((*before, _joined(stem, ending)))


def _joined(stem: str, ending: str) -> str:
    """Return the stem with an ending; one that is a verb itself, as in "jod do", stands apart."""
    if stem in _LIGHT:
        return ending
    if ending.split()[0] in _APART:
        return f"{stem} {ending}"
    glide = "y" if stem[-1] in _VOWELS and ending[0] in _VOWELS and ending.split()[0] in ("a", "i", "e") else ""
    return f"{stem}{glide}{ending}"


def uses() -> frozenset[str]:
    """Return the uses that forms of verbs are put to."""
    return frozenset(use for forms in tables.order()["forms"].values() for use in forms)


def past(verb: str) -> str:
    """Return the participle of what is done: divided, chosen."""
    return _PAST.get(verb, f"{verb}d" if verb.endswith("e") else f"{verb}ed")


def did(verb: str) -> str:
    """Return what somebody did: found, took."""
    return _DID.get(verb, past(verb))


def going(verb: str) -> str:
    """Return the participle of what does it: passing, joining."""
    return _GOING.get(verb, f"{verb}ing")


def written() -> frozenset[str]:
    """Return the forms that verbs have in English."""
    return frozenset((*_PAST.values(), *_GOING.values()))


def with_phrases(verb: str, phrases: list[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """Return the English verb for a Hindi one, and its phrases with the prepositions that it takes."""
    if any(not how and text.endswith("%") for how, text in phrases):
        verb = _OF_PERCENT.get(verb, verb)
    if verb == "arrange" and any("=" in text or how == "instead of" for how, text in phrases):
        verb = "put"
    puts = _PUTS.get(verb, {})
    return verb, [(puts.get(how, how), text) for how, text in phrases]
