"""Fractions and percentages of a whole: "spent 2/5 of his money and has 180 left", "15% failed, 340 passed"."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.asked import question
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.maths.solve.stories.measures import Measure, measures

_LONGEST = 400
# Words for the rest of the whole, and pairs of which one is the rest of the other.
_REST = re.compile(r"\b(?:left|remain\w*|rest|sav(?:es?|ed|ings?)|still|balance|others?)\b", re.IGNORECASE)
_OPPOSITES = (
    ("pass", "fail"), ("boy", "girl"), ("men", "women"), ("present", "absent"), ("spen", "left"), ("vegetarian", "non"), ("literate", "illiterate"),
    ("sold", "unsold"), ("good", "rotten"), ("good", "defective"), ("good", "bad"), ("won", "lost"), ("win", "los"), ("correct", "wrong"), ("right", "wrong"),
    ("veg", "non-veg"), ("married", "unmarried"), ("adult", "child"), ("male", "female"),
)  # fmt: skip
_WHOLE = re.compile(
    r"\b(?:in all|total|altogether|at first|in the beginning|at the beginning|originally|initially|to start with|income|salary|whole|did (?:he|she|they|\w+) have|how much (?:money )?(?:did|does|had) (?:he|she|they|\w+) (?:have|had|earn)|how many (?:\w+ ){1,4}(?:are|were) (?:there|in)|number of (?:students|people|voters|candidates|children|pages|employees|workers)|how many pages|length of|capacity|does the tank hold|full tank|his money|her money|appeared|were there)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"profit|loss|gain|discount|interest|increas|decreas|\bmore\b|less than|times|years?|ratio|tax|each|per annum|acid|alloy|solution|mixture|marked|cost|sum of|number is|of a number|of the number|speed|km/h|won by|margin|majority|beat|rest of|of the remaining|of the rest|remainder",
    re.IGNORECASE,
)  # fmt: skip
# The whole was told before.
_OF_THEM = re.compile(r"\s*of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF = re.compile(
    r"\s*(?:of\b|full\b|part\b|th\b|on\b|in\b|are\b|is\b|were\b|was\b|fail|pass|girls|boys|men|women|students|to\b|votes|for\b|spent|absent|present)",
    re.IGNORECASE,
)


_ASKED_NOUN = re.compile(
    r"how many (?P<noun>[a-z]+)|\b(?P<what>income|salary|capacity|length|distance|money)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A fraction of the whole and the words around it."""

    typed: str
    measure: Measure
    words: str


def parts_problem(text: str) -> Problem | None:
    """Return the problem of a whole of which fractions are known and one amount, or None."""
    plain = told(text[:_LONGEST])
    if _NOT.search(plain):
        return None
    found = [item for item in measures(plain) if not item.is_article]
    shares = [_Share(_fraction(item), item, _words(plain, item, found)) for item in found if _is_share(item, plain)]
    amounts = [item for item in found if item not in [share.measure for share in shares]]
    if not shares or len(amounts) != 1 or len(shares) > 4:
        return None
    amount, asked = amounts[0], question(plain)
    words = _words(plain, amount, found)
    rest = _is_rest(words, [share.words for share in shares])
    if len(shares) == 1 and _OF_THEM.match(plain, shares[0].measure.end) and amount.end < shares[0].measure.start:
        return _part_of(shares[0], amount, _name(asked)) if _is_part(asked.lower(), shares[0].words) else None
    name = _name(asked)
    if rest and _WHOLE.search(asked) and not _REST.search(asked):
        return _from_rest(shares, amount, name)
    same = len(shares) == 1 and (_is_part(words, shares[0].words) or " full" in shares[0].words)
    if same and not rest and _WHOLE.search(asked):
        return _from_part(shares[0], amount, name)
    if not rest and (_REST.search(asked) or _is_rest(asked.lower(), [share.words for share in shares])):
        return _rest_of(shares, amount, name)
    return None


def _is_share(measure: Measure, text: str) -> bool:
    return measure.kind == "percent" or (
        measure.kind == "count" and "/" in measure.value and _OF.match(text, measure.end) is not None
    )


def _fraction(measure: Measure) -> str:
    return f"{measure.value}/100" if measure.kind == "percent" else measure.value


def _words(text: str, measure: Measure, found: list[Measure]) -> str:
    """Return what is said of a number: from the one before it, or the sentence's beginning, to the next."""
    start = max([item.end for item in found if item.end <= measure.start] + [text.rfind(".", 0, measure.start) + 1, 0])
    end = min([item.start for item in found if item.start >= measure.end] + [len(text)])
    stop = re.search(r"[.?]\s|\b(?:find|what|how)\b", text[measure.end : end], re.IGNORECASE)
    return text[start : measure.end + stop.start() if stop else end].lower()


def _is_rest(words: str, others: list[str]) -> bool:
    """Tell whether an amount is what the fractions leave of the whole."""
    if _REST.search(words):
        return True
    after = " ".join(others)
    for one, other in _OPPOSITES:
        for mine, theirs in ((one, other), (other, one)):
            if (
                re.search(rf"\b{mine}", words)
                and re.search(rf"\b{theirs}", after)
                and not re.search(rf"\b{mine}", after)
            ):
                return True
    return False


def _is_part(words: str, share: str) -> bool:
    """Tell whether an amount is the very part that the fraction is of the whole: the same word stands at both."""
    own = {word[:4] for word in re.findall(r"[a-z]{4,}", words)}
    return bool(
        own & {word[:4] for word in re.findall(r"[a-z]{4,}", share)} - {"stud", "clas", "scho", "many", "ther", "were"}
    )


def _given(shares: list[_Share]) -> tuple[list[Known], str]:
    letters = "abcd"[: len(shares)]
    given = [Known(letter, share.typed) for letter, share in zip(letters, shares, strict=True)]
    return given, " - ".join(letters)


def _name(asked: str) -> tuple[str, str] | None:
    """Return what is asked for by the noun in the question, or None."""
    if found := _ASKED_NOUN.search(asked):
        return (f"number of {found['noun']}", "संख्या") if found["noun"] else (found["what"], "उत्तर")
    return None


def _from_rest(shares: list[_Share], amount: Measure, name: tuple[str, str] | None) -> Problem:
    given, taken = _given(shares)
    given.append(Known("R", amount.value, "rest", "शेष", amount.unit))
    lines = [
        Found("f", f"1 - {taken}", "story.fraction_left"),
        Found("W", "R/f", "story.whole_from_rest", *(name or ("whole", "पूरा")), amount.unit),
    ]
    return problem(given, lines, ("W",))


def _from_part(share: _Share, amount: Measure, name: tuple[str, str] | None) -> Problem:
    given = [Known("a", share.typed), Known("P", amount.value, "part", "भाग", amount.unit)]
    lines = [Found("W", "P/a", "story.whole_from_part", *(name or ("whole", "पूरा")), amount.unit)]
    return problem(given, lines, ("W",))


def _part_of(share: _Share, amount: Measure, name: tuple[str, str] | None) -> Problem:
    given = [Known("a", share.typed), Known("W", amount.value, "whole", "पूरा", amount.unit)]
    lines = [Found("R", "a W", "story.rest_of_whole", *(name or ("part", "भाग")), amount.unit)]
    return problem(given, lines, ("R",))


def _rest_of(shares: list[_Share], amount: Measure, name: tuple[str, str] | None) -> Problem:
    given, taken = _given(shares)
    given.append(Known("W", amount.value, "whole", "पूरा", amount.unit))
    lines = [
        Found("f", f"1 - {taken}", "story.fraction_left"),
        Found("R", "f W", "story.rest_of_whole", *(name or ("rest", "शेष")), amount.unit),
    ]
    return problem(given, lines, ("R",))
