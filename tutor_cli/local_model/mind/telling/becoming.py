"""What became of a part of the problem: "how do I get rid of the 2x?", "why did the minus 4 become minus 12?"."""

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, saying
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import linking, reasons
from tutor_cli.maths.spoken import find_spans, with_digits

_REMOVED = re.compile(
    r"\b(?:get(?:ting)? rid of|remove|cancel(?: out)?|eliminate|take away|move|drop) (?P<en>.+)"
    r"|^\W*(?:(?:to|ab|ye|yeh|yah|is|तो|अब|यह|ये|इस)\s+)*(?P<hi>.+?) (?:(?:ko|को|se|से) )?(?:kaise|kese|कैसे)"
    r" (?:hat|khatam|chhutkara|nikal|cancel|हट|खत्म|छुटकारा)",
    re.IGNORECASE,
)
_HOW = r"(?:kaise|kese|kyu\w*|kyon|कैसे|क्यों)"
_BECAME = re.compile(
    r"\b(?:why|how|how come) (?:(?:did|does|do|has|was|is) )?(?:the )?(?P<a>.+?)"
    r" (?:becom\w+|became|turn\w* (?:in)?to|chang\w* (?:in)?to|go\w* to|now)\s+(?:the |an? )?(?P<b>.+?)\W*$"
    rf"|^\W*(?P<x>.+?) (?:(?:se|ka|ki|से|का|की) )?(?:{_HOW} (?P<y>.+?)|(?P<z>\S+) {_HOW})"
    r" (?:ban|ho ga|hu[ai]|बन|हो ग|हु[आई]).*$",
    re.IGNORECASE,
)
_MINUS = re.compile(r"\b(?:minus|negative|rin)\s+|ऋण\s+", re.IGNORECASE)
_TERM = re.compile(r"(?<![A-Za-z\\])-?\d*[a-z](?:\^\d)?(?![A-Za-z])|-?\d+(?:\.\d+)?", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+")


def turn(c: Conversation, worked: Worked, text: str) -> Turn | None:
    """Return the turn that tells the step by which a term goes or becomes another, or None."""
    if found := _BECAME.search(text):
        before, after = (next(filter(None, found.group(*names)), "") for names in (("a", "x"), ("b", "y", "z")))
        return _became(c, worked, _term(before), _term(after))
    if found := _REMOVED.search(text):
        term = _term(found["en"] or found["hi"])
        return _at(c, worked, [at for at in _steps(worked) if _goes(worked, at, term)]) if term else None
    return None


def _became(c: Conversation, worked: Worked, before: str, after: str) -> Turn | None:
    if not (before and after):
        return None
    steps = [at for at in _steps(worked) if _has(_before(worked, at), before) and _has(worked.steps[at].after, after)]
    return _multiplied(worked, before, after) or _at(c, worked, steps)


def _multiplied(worked: Worked, before: str, after: str) -> Turn | None:
    """Return the turn for a term in a bracket that the number before it multiplies: 3(x - 4) has 3 · (-4)."""
    one, other = (_NUMBER.match(term) for term in (before, after))
    if one is None or other is None or not int(one[0]) or before[one.end() :] != after[other.end() :]:
        return None
    factor = Fraction(int(other[0]), int(one[0]))
    brackets = re.findall(r"(-?\d+)\(([^()]*)\)", _plain(worked.problem))
    if factor.denominator > 1 or not any(int(n) == factor and _has(inner, before) for n, inner in brackets):
        return None
    return saying("bracket_times", factor=str(factor), term=before, product=after)


def _at(c: Conversation, worked: Worked, steps: list[int]) -> Turn | None:
    return reasons.of_step(c, worked, steps[0]) if steps else None


def _steps(worked: Worked) -> list[int]:
    return [at for at, step in enumerate(worked.steps) if not step.id.endswith(linking.LEAST)]


def _goes(worked: Worked, at: int, term: str) -> bool:
    """Tell whether a side of an equation has a term no more after a step."""
    sides = zip(_plain(_before(worked, at)).split("="), _plain(worked.steps[at].after).split("="), strict=False)
    return any(_has(before, term) and not _has(after, term) for before, after in sides)


def _before(worked: Worked, at: int) -> str:
    return worked.steps[at].before or worked.problem


def _has(line: str, term: str) -> bool:
    begins = "" if term.startswith("-") else r"(?<![\w.])"
    return re.search(rf"{begins}{re.escape(term)}(?![\w.^])", _plain(line)) is not None


def _plain(line: str) -> str:
    return line.replace(" ", "").replace(r"\cdot", "*")


def _term(text: str) -> str:
    """Return the term a text names, "-4" of "the minus 4", or nothing."""
    written = _MINUS.sub("-", with_digits(text)).replace("−", "-")
    found = _TERM.search(" ".join(span.latex for span in find_spans(written)) or written)
    return found[0].replace(" ", "") if found else ""
