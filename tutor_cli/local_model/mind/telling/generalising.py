"""Questions about what holds in general: "can it ever be negative?", "is that always so?", "why is it never more?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import facts, questions
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.terms import is_joining, is_light, terms_in

Truth = Literal["always", "sometimes", "never"]
Asked = Literal["can", "always", "why", "meaning"]

_OPPOSITE: Mapping[Truth, Truth] = {"always": "never", "sometimes": "sometimes", "never": "always"}
_VERDICT = {
    ("can", "always"): "general_yes",
    ("can", "sometimes"): "general_yes",
    ("can", "never"): "general_no",
    ("always", "always"): "general_yes",
    ("always", "sometimes"): "general_not_always",
    ("always", "never"): "general_no",
    ("why", "never"): "general_not_so",
}
# How a question is general, and what turns a statement round: no parts of the statement.
_MODES = frozenset(("can", "cannot", "every", "always", "never", "why", "not"))
_MEANING = re.compile(
    r"\bwhat\b.*\bmeans?\b|\bwhat (?:happens|if)\b|\bwhat does .* tell\b"
    r"|\b(?:matlab|arth|bata(?:ta|ti|te))\b|मतलब|अर्थ|बतात",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\bmeans?\b|\bmatlab\b|मतलब", re.IGNORECASE)
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|then|ok)\W+)*(?:is|are|does|do|will|would|did)\b|^\W*(?:kya|क्या)(?!\w)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
# "why did you multiply by 18?" is about the working.
_OF_STEP = re.compile(
    r"\b(?:you|we|i|she|he|they)\b|(?<!\w)(?:kiya|diya|liya|lagaya|joda|ghataya)(?!\w)|किया|दिया|लिया|लगाया|जोड़ा|घटाया",
    re.IGNORECASE,
)
# A question of all things of a kind, "can two events ...?", "does every ...?", not of one in hand.
_OF_ALL = re.compile(
    r"^\W*(?:(?:so|and|but|then)\W+)*(?:can|could|is it possible for|do|does|is|are|must|will)"
    r" (?:a|an|any|every|each|all(?! the)|two|three|some)\b(?!.*\b(?:it|this|that|these|those|them|here|you|we|i)\b)"
    r"|^\W*(?:kya|क्या) (?:har|koi|kisi|do|sabhi|हर|कोई|किसी|दो|सभी)(?!\w).*(?:sakt|hot|सकत|होत)",
    re.IGNORECASE,
)
# What holds of some is answered of the one that is asked of: "is the discriminant positive?", "does its sum exist?".
_OF_THIS_ONE = re.compile(
    r"^\W*(?:(?:so|and|but|then|ok)\W+)*(?:is|does|will|would) (?:the|its|this|that|it(?! possible))\b"
    r"(?!.*\b(?:always|ever|never|every)\b)"
    r"|^\W*then\W+(?:is|does)\b",
    re.IGNORECASE,
)
# "zero or negative": one of them is asked of as well.
_OR = re.compile(r"\b(?:or|ya)\b|(?<!\S)या(?!\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A general statement: its terms, what it is about, and how far it is true."""

    key: str
    terms: tuple[str, ...]
    about: str
    truth: Truth


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that says whether something holds in general, and why; None where that is not asked."""
    # What language it is to be in is heard first.
    asked = None if u.match("in_hindi", "in_english") else _asked(u.text)
    found = _statement(u.text, c.worked, asked) if asked else None
    if found and asked == "why" and found.truth == "never" and _OF_STEP.search(u.text):
        return None
    if found and found.truth == "sometimes" and c.has_problem and _OF_THIS_ONE.search(u.text):
        return None
    return _told(c, found, asked) if found and asked else None


def unknown(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that owns to knowing no answer to a question of all things of a kind: it makes no claim."""
    if not _OF_ALL.search(u.text) or not c.has_problem or problem_in(u.text) or questions.asked_in(u.text, c.worked):
        return None
    return saying("general_unknown")


def is_yes_or_no(text: str) -> bool:
    """Tell whether a question is one that yes or no answers."""
    return _ASKS.match(text) is not None


def _told(c: Conversation, found: Statement, asked: Asked) -> Turn:
    if verdict := _VERDICT.get((asked, found.truth)):
        yield say(verdict)
    yield from facts.tell(c, found.key)


def _asked(text: str) -> Asked | None:
    """Return in which way a question is general, or None where it is not."""
    terms = terms_in(text)
    if "why" in terms:
        return "why"
    if _MEANING.search(text):
        return "meaning"
    if "every" in terms:
        return "always"
    if "can" in terms or "cannot" in terms:
        return "can"
    if "always" in terms or "never" in terms or is_yes_or_no(text):
        return "always"
    return None


def _statement(text: str, worked: Worked | None, asked: Asked) -> Statement | None:
    """Return the statement asked about, turned round where the question denies it."""
    said = _MEANS.sub(" ", text) if asked == "meaning" else text
    terms = [term for term in terms_in(said) if term not in _MODES]
    numbers = _other_numbers(said, terms)
    # "can the sine be 2?" asks of one number above 1.
    terms += ["above", "one"] if asked == "can" and any(number > 1 for number in numbers) else []
    if asked == "why" and numbers and _OF_STEP.search(said):
        return None
    if asked != "why" and numbers and ("above" not in terms[-2:-1] or len(numbers) > 1):
        return None
    denies = ("not" in terms_in(text)) + ("never" in terms_in(text)) + (asked == "why" and "cannot" in terms_in(text))
    bound = f"{worked.source} {' '.join(step.id for step in worked.steps)}" if worked is not None else ""
    terms = _first_alternative(terms) if _OR.search(text) else terms
    found = next((known for known in _statements() if _is_said(known, terms, bound)), None)
    if found is None or denies % 2 == 0:
        return found
    return replace(found, truth=_OPPOSITE[found.truth])


def _first_alternative(terms: list[str]) -> list[str]:
    """Return the terms without the last of two things that may be said of the same: "zero or negative"."""
    return terms[:-1] if len(terms) > 1 and all(map(is_joining, terms[-2:])) else terms


def _is_said(known: Statement, terms: list[str], bound: str) -> bool:
    """Tell whether terms say a statement and nothing else, its first term perhaps going without saying."""
    told = [term for term in terms if term in known.terms]
    if any(term not in known.terms and not is_light(term) for term in terms):
        return False
    fits = bool(known.about) and re.search(known.about, bound, re.IGNORECASE) is not None
    short = known.terms[1:]
    ways = (known.terms, short) if fits and not all(map(is_light, short)) else (known.terms,)
    return any(way and Counter(way) <= Counter(told) and _in_order(way, told) for way in ways)


def _in_order(way: tuple[str, ...], told: list[str]) -> bool:
    """Tell whether terms are said in the order of a statement: no square is meant where a rectangle comes first."""
    rest = iter(told)
    return all(term in rest for term in way if not is_joining(term))


def _other_numbers(text: str, terms: list[str]) -> list[float]:
    """Return the numbers of a text that belong to no term: not the 1 of "more than 1", nor a negative one."""
    known = {"zero": "0", "one": "1", "hundred": "100", "right_angle": "90", "straight": "180", "negative": ""}
    own = {known.get(term) for term in terms}
    return [float(number) for number in _DIGITS.findall(text) if number not in own and "negative" not in terms]


@cache
def _statements() -> tuple[Statement, ...]:
    return tuple(statement for key in load("statements") for statement in _versions(key))


def _versions(key: str) -> Iterator[Statement]:
    entry = load("statements")[key]
    truth: Truth = entry["truth"]
    for said, holds in (("says", truth), ("denied", _OPPOSITE[truth])):
        for terms in entry.get(said, ()):
            yield Statement(key, tuple(terms.split()), entry.get("about", ""), holds)
