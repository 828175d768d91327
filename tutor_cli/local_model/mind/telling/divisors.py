"""Whether a number is prime, and whether it divides another: what asks for that, and telling it by its factors."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.telling import facts

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


def asks_if_prime(text: str) -> str:
    """Return the number the text asks about, "is 51 prime?", or nothing."""
    found = _IS_PRIME.search(text)
    return next(filter(None, found.groups()), "") if found else ""


def is_prime(c: Conversation, number: str) -> Turn:
    """Say whether a number is prime, by the factors the solver finds; 0 and 1 are answered by the definition."""
    worked = yield from toolbox.solve(f"prime factors of {number}", c.language)
    if not worked.solved or not worked.answer or int(number) < _FIRST_PRIME:
        yield from facts.tell(c, "prime")
        return
    c.worked, c.position, c.focus = worked, 0, "solution"
    if worked.answer == number:
        yield say("prime_yes", number=number)
    else:
        yield say("prime_no", number=number, factors=worked.answer)


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
