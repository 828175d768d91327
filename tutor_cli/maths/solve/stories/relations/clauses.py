"""A story cut into clauses, in the words that the phrases are made of; and how far a clause is from now."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE = re.compile(
    r"(?<=[.;?!])\s+|,?\s+(?:and |but |while )+(?=(?:in|after|before) \d+ years|\d+ years (?:ago|hence|later|back|from))"
    r"|,?\s+(?:and|but) (?=(?:it|the fraction) becomes)|(?<!\bin)(?<!\bby)(?<!\bfor)(?<!\bafter),?\s+(?:and |then |also )*(?=\b(?:find|what (?:is|are|was|will)|how (?:old|many|much|long)|determine|calculate)\b)",
    re.IGNORECASE,
)
# Sentences that go on with the one before: "Add 7. I get 31."
GOES_ON = re.compile(
    r"[.;]\s+(?=(?:i|you|he|she|we) (?:get|got|gets)\b|the (?:result|answer)\b|(?:this|it) (?:gives|becomes|is equal))",
    re.IGNORECASE,
)
# "With 200 rupees, how many pens can I buy?", the money set behind.
_MONEY_FIRST = re.compile(
    r"\b(?:with|for|in|(?:if )?(?:i|he|she|we|you) (?:only )?ha(?:ve|s|d)(?: got| only)?) (?P<money>\d+ rupees)(?: with me)?[,.]? (?:then )?(?P<asks>how many [^?.;]*)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r",?\b(?:(?P<ago>\d+) years? (?:ago|back|before|earlier)"
    r"|(?:after|in|within) (?P<after>\d+) (?:more )?years?(?:[’']? time|s time)?(?: from now)?"
    r"|(?P<hence>\d+) years? (?:hence|later|from now|after(?:wards)?|from today|after now))\b,?",
    re.IGNORECASE,
)
# "In how many years will he be ...": the years are what is asked.
_WHEN = re.compile(
    r"(?:(?P<ago>how (?:many years|long) (?:ago|back|before|earlier)|^when(?= (?:was|were)\b))|(?:in|after) how many (?:more )?years(?: from now| time)?"
    r"|how many years (?:from now|hence|later)|^when(?= will)"
    r"|how (?:many years|long) (?:will it (?:be|take) |will they wait |it (?:will )?takes? )?(?:before|until|till|for))",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^\W*(?P<verb>will|was|were) (?P<who>(?:(?! be\b| \d| as\b| times\b| twice\b| thrice\b).)+?) (?=be\b|add|total|\d|twice|thrice|as\b|half|double)",
    re.IGNORECASE,
)
_TO_BOTH = re.compile(
    r"\b(?:if |when |on )?(?P<n>\d+)(?: years?)? (?:is |are |be )?(?P<way>added to|subtracted from|taken from) "
    r"(?:both(?: the)?(?: (?:the )?numerator and(?: the)? denominator| of them| numbers)?|each(?: of them| number)?),?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:find|what|whats|how|determine|calculate|which|who|tell|work out)\b|\?\s*$", re.IGNORECASE)

# What says nothing, and what is said in several ways, as the phrases have it.
WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\b(?:half|1/2) as (?:old|many|much|long|big|heavy|tall) as\b", "1/2 times"),
        (r"\b(?:twice|double|2ce)\b(?! it\b| the result)", "2 times"),
        (r"\b(?:thrice|triple|treble)\b(?! it\b)", "3 times"),
        (r"\bdouble (?:it|the result)\b", "multiply it by 2"),
        (r"\btriple it\b", "multiply it by 3"),
        (r"\bhalve it\b", "divide it by 2"),
        (r"\b(?:1/2|half)(?: of| as)? (?=the|a|it|⟨|old|his|her|its|their|as)", "1/2 times "),
        (r"\b(?:will|would) (?=add\b|total\b|sum\b)", ""),
        (r"\bas (?:many|much) [a-z]+ as\b", ""),
        (r"\btimes (?:as \w+ as|as \w+\b|that of|the age of|of|older than|more than|greater than|what|the) ?", "times "),
        (r"\b(?:as (?:old|much|many|long|big) as)\b", ""),
        (r"\b(?:years? )?old\b(?! are| is| will| was)|\b(?:years?|yrs?) of age\b", ""),
        (r"\bby \w+ing it\b", ""),
        (r"\b(?:the )?(?:result|answer|total)(?: so obtained| obtained)? (?=is|was|becomes)", ""),
        (r"\bwhen (?=⟨)", ""),
        (r"\bits (\d+/\d+|\d+%)", r"\1 of it"),
        (r"\b(more|less|fewer) (?!than)[a-z]+ than\b", r"\1 than"),
        (r"\s+", " "),
    )
)  # fmt: skip


YEARS = "t"
"""The letter of the years that are asked for."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it was said, what is left of it without its time, and how many years from now it speaks of.

    These are nothing, "6", "-5", or `YEARS` with its sign where they are asked for.
    """

    said: str
    body: str
    shift: str
    asks: bool


def clauses(text: str, *, moves: bool) -> list[Clause]:
    """Return the clauses of a story; only in one whose unknowns move are times taken out."""
    parts = SENTENCE.split(GOES_ON.sub(", ", _MONEY_FIRST.sub(r"\g<asks> for \g<money>", text)))
    return [_clause(part.strip(" .,;"), moves=moves) for part in parts if part.strip(" .,;?!")]


def _clause(said: str, *, moves: bool) -> Clause:
    body, shift = said.rstrip("?! "), ""
    asks = _QUESTION.search(said) is not None
    if moves and (found := _WHEN.search(body)):
        shift = f"-{YEARS}" if found["ago"] else YEARS
        body = _INVERTED.sub(r"\g<who> \g<verb> ", body[found.end() :].replace(" to be ", " will be "))
    elif moves and (found := _TIME.search(body)):
        shift = found["after"] or found["hence"] or f"-{found['ago']}"
        body = f"{body[: found.start()]} {body[found.end() :]}"
    if found := _TO_BOTH.search(body):
        shift = f"{'' if found['way'].lower() == 'added to' else '-'}{found['n']}"
        body = f"{body[: found.start()]} {body[found.end() :]}"
    return Clause(said, re.sub(r"\s+", " ", body).strip(" ,"), shift, asks)


def worded(body: str) -> str:
    """Return a clause in the words that the phrases are made of."""
    for pattern, by in WORDINGS:
        body = pattern.sub(by, body)
    return body.strip(" ,")
