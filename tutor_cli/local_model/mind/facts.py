"""Definitions and formulas: which one is asked for, telling it, and working out its example."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tutor_cli.local_model.mind import explaining, toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.mathematics import has_formula, has_number_word
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.phrases import PhraseTable
from tutor_cli.local_model.mind.words import tokens
from tutor_cli.maths.spoken import with_digits

_ASKING = re.compile(
    r"\s*(?:so |and |ok(?:ay)? |please )*(?:what|explain|define|tell me about|how do)\b|.*\b(?:kya|क्या)\b",
    re.IGNORECASE,
)
_WHATS = re.compile(r"\bwhat[’']?s\b", re.IGNORECASE)
# Here "mean" is no average.
_MEANING = re.compile(r"\bwhat (?:does|do|did) (?:the |a |an )?(?P<what>.+?) mean\b", re.IGNORECASE)
_IS_PRIME = re.compile(
    r"\b(?:is|kya|क्या)\s*\(?(\d{1,9})\)?\s*(?:a\s+|an\s+|ek\s+|एक\s+)?(?:prime|abhajya|अभाज्य)"
    r"|(\d{1,9})\)?\s+(?:ek |एक )?(?:prime|abhajya|अभाज्य)(?: number| sankhya| संख्या)?\s+(?:hai|है)",
    re.IGNORECASE,
)
_IS_DIVISIBLE = re.compile(
    r"\bis\s+\(?(?P<number>\d{1,9})\)?\s+(?:exactly\s+)?(?:divisible by|a multiple of)\s+(?P<divisor>[1-9]\d{0,8})",
    re.IGNORECASE,
)
_FIRST_PRIME = 2
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# What stands beside the name and the value where someone states a fact: "the sum of all ... is 180 degrees".
_STATING = re.compile(
    r"(?:the|sum|of|all|three|four|3|4|is|are|adds?|up|to|makes?|equals?|equal|always|together|degrees?|right|true"
    r"|hota|hote|hai|hain|degree|ka|yog|होता|होते|है|हैं|डिग्री|अंश|का|योग|[°?.!,।\s])*",
    re.IGNORECASE,
)


def asked_for(text: str) -> str:
    """Return the key of the fact the text asks for, or nothing."""
    matches = _table().matches(_MEANING.sub(r"what is \g<what>", _WHATS.sub("what is", text)))
    return matches[0].name if matches else ""


def is_question(text: str) -> bool:
    """Tell whether the text asks what something is, so that a method named in it is asked about, not asked for."""
    return _ASKING.match(text) is not None


def gives_values(key: str, text: str) -> bool:
    """Tell whether a text that names the fact also gives something to work out, other than the fact's own value."""
    rest = next((match.rest for match in _table().matches(text) if match.name == key), "")
    own = _facts()[key].get("value", "")
    if any(number != own for number in _NUMBER.findall(rest)) or has_formula(rest):
        return True
    return not own and has_number_word(rest)


def stated(key: str, text: str) -> str:
    """Return the number that a text says the fact has ("... is 180 degrees"), or nothing where it does not state it."""
    rest = next((match.rest for match in _table().matches(text) if match.name == key), "")
    found = list(_NUMBER.finditer(written := with_digits(rest)))
    if "value" not in _facts()[key] or not found:
        return ""
    around = written[: found[-1].start()] + " " + written[found[-1].end() :]
    return found[-1].group() if _STATING.fullmatch(around) else ""


def with_values(c: Conversation, text: str) -> str:
    """Return the problem of putting values into the fact just told, "radius 7 ho to?"; empty where none is given."""
    if c.focus != "fact" or "en_names" not in _facts()[c.fact] or not _NUMBER.search(text) or has_formula(text):
        return ""
    return f"{_facts()[c.fact]['en_names'][0]} {text}"


def judge(c: Conversation, key: str, number: str) -> Turn:
    """Say whether what the pupil stated is so, and tell the fact."""
    yield say("verdict_right" if number == _facts()[key]["value"] else "verdict_wrong")
    yield from tell(c, key)


def related(text: str, key: str) -> str:
    """Return the fact that asks the question of fact `key` about what the text names: "what about a sphere?"."""
    named, asked = _words(text), _words(" ".join(_facts()[key].get("en_names", []) + _facts()[key].get("hi_names", [])))
    scores = {
        other: max(_shared(name, named, asked) for name in entry["en_names"] + entry["hi_names"])
        for other, entry in load("facts").items()
        if other != key
    }
    best = max(scores, key=lambda other: scores[other])
    return best if scores[best] > 0 else ""


def _shared(name: str, named: set[str], asked: set[str]) -> int:
    words = _words(name)
    return len(words & named) * len(words & asked)


def tell(c: Conversation, key: str) -> Turn:
    """Tell a definition or formula."""
    c.fact, c.focus = key, "fact"
    yield say("quote", text=_facts()[key][c.language])
    if _facts()[key].get("example"):
        c.question = "example"


def again(c: Conversation) -> Turn:
    """Tell the fact once more, and offer an example where there is one."""
    yield say("quote", text=_facts()[c.fact][c.language])
    if _facts()[c.fact].get("example"):
        yield say("offer_example")
        c.question = "example"


def understood(c: Conversation) -> Turn:
    """Be glad, and ask how to go on."""
    yield say("understood")
    yield say("what_next")


def why(c: Conversation) -> Turn:
    """Say that a fact is told without proof."""
    yield say("why_fact")
    if _facts()[c.fact].get("example"):
        yield say("offer_example")
        c.question = "example"


def example(c: Conversation) -> Turn:
    """Work out the example of the fact."""
    problem = _facts()[c.fact].get("example", "") if c.fact else ""
    if not problem:
        yield say("no_example")
        return
    worked = yield from explaining.work_out(c, problem)
    if worked is not None:
        yield say("example_is", problem=worked.problem)
        yield from explaining.present(c, worked)


def asks_if_prime(text: str) -> str:
    """Return the number the text asks about, "is 51 prime?", or nothing."""
    found = _IS_PRIME.search(text)
    return next(filter(None, found.groups()), "") if found else ""


def asks_if_divisible(text: str) -> tuple[str, str] | None:
    """Return the two numbers of "is 48 a multiple of 6?" or "is 56 divisible by 7?"."""
    found = _IS_DIVISIBLE.search(text)
    return (found["number"], found["divisor"]) if found else None


def is_divisible(c: Conversation, number: str, divisor: str) -> Turn:
    """Say whether one number divides another, by the quotient the solver finds."""
    worked = yield from toolbox.solve(rf"\frac{{{number}}}{{{divisor}}}", c.language)
    if not worked.solved or not worked.answer:
        yield say("refused")
        return
    c.worked, c.position, c.focus = worked, 0, "solution"
    key = "divisible_yes" if worked.answer.isdecimal() else "divisible_no"
    yield say(key, number=number, divisor=divisor, quotient=worked.answer)


def is_prime(c: Conversation, number: str) -> Turn:
    """Say whether a number is prime, by the factors the solver finds; 0 and 1 are answered by the definition."""
    worked = yield from toolbox.solve(f"prime factors of {number}", c.language)
    if not worked.solved or not worked.answer or int(number) < _FIRST_PRIME:
        yield from tell(c, "prime")
        return
    c.worked, c.position, c.focus = worked, 0, "solution"
    if worked.answer == number:
        yield say("prime_yes", number=number)
    else:
        yield say("prime_no", number=number, factors=worked.answer)


def question_in(text: str, source: str) -> str:
    """Return the key of the question about ideas that the text asks, `source` being the problem talked about."""
    for key, asks, near in _questions():
        if near.search(source) and any(pattern.search(text) for pattern in asks):
            return key
    return ""


@cache
def _questions() -> tuple[tuple[str, tuple[re.Pattern[str], ...], re.Pattern[str]], ...]:
    return tuple(
        (key, tuple(re.compile(p, re.IGNORECASE) for p in entry["asks"]), re.compile(entry.get("near", "")))
        for key, entry in load("questions").items()
    )


@cache
def _facts() -> dict[str, Any]:
    return {**load("facts"), **load("questions")}


@cache
def _table() -> PhraseTable:
    return PhraseTable.of_names(load("facts"))


def _words(text: str) -> set[str]:
    return {word.sound for word in tokens(text) if len(word.plain) > _SHORTEST}


# Little words ("of", "ka") relate nothing.
_SHORTEST = 3
