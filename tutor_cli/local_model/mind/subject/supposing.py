"""The problem in hand with one part exchanged: "what if the 6 is 7?", "what if B is (5, 3)"."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.spoken import find_spans

_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_LEAD = (
    r"\W*(?:(?:and|but|so|ok|now|what|if|suppose|say|let|make|change|replace|we|you|i|had|have|use|the|that|this|only"
    r"|just|first|last|number|value|constant|coefficient|term|entry|element) )*"
)
_OLD = rf"(?P<old>{_NUMBER})\s?(?P<unit>(?:%|°|[a-z]+)?)\s+"
_NEW = rf"(?:an? )?(?P<new>{_NUMBER})\s?(?P=unit)(?: instead)?\W*"
_IS = (
    r"(?:(?:is|was|were|are|gets|got|had been)"
    r"(?: (?:replaced|changed|turned|swapped|made))?(?: (?:by|with|to|into|for))?"
    r"|becomes?|became|turns (?:in)?to|changes to)\s+"
)
_OTHER = (
    re.compile(rf"(?=.*\b(?:if|suppose|say|let)\b){_LEAD}{_OLD}{_IS}{_NEW}", re.IGNORECASE),
    re.compile(rf"(?=.*\b(?:make|change|replace)\b){_LEAD}{_OLD}(?:to|by|with|into|be)\s+{_NEW}", re.IGNORECASE),
)
_POINT = rf"\(\s*{_NUMBER}\s*,\s*{_NUMBER}\s*\)"
_OTHER_POINT = re.compile(rf"\b(?P<name>[A-Z])\s*(?:is|was|were|becomes|=|at|to)*\s*(?P<point>{_POINT})\W*$")
_LETTERS_OF = re.compile(r"\bletters (?:of|in|from) (?:(?:the|word) )*(?P<word>[A-Za-z]{3,})")
_OTHER_WORD = re.compile(
    r"\W*(?:(?:and|now|what|how|about|for|the|letters) )*(?:(?:of|word) )+(?:(?:the|word) )*(?P<word>[A-Za-z]{3,})\W*"
    r"|\W*(?:(?:[Aa]nd|[Nn]ow|[Ww]hat|[Hh]ow|about|for|the|letters) )+(?P<capitals>[A-Z]{3,})\W*"
)
_INSTEAD = re.compile(r"\s+(?:instead of|in place of|rather than)\s+(?:the |an? )?", re.IGNORECASE)
_LETTER_OR_NAME = re.compile(r"\W*([a-z]|sin|cos|tan|cot|sec|cosec|log|ln)\W*$")


def supposes_number(text: str) -> str:
    """Return the number that the text supposes to be another, or nothing."""
    found = _other(text)
    return found["old"] if found else ""


def supposed(text: str, worked: Worked) -> str:
    """Return the problem with what the text names exchanged; nothing where it is not there or not there just once."""
    return (
        _other_number(text, worked)
        or _other_point(text, worked)
        or _other_word(text, worked)
        or _other_formula(text, worked)
    )


def _other_number(text: str, worked: Worked) -> str:
    found = _other(text)
    return _once(rf"(?<![\w.]){_signed(found['old'])}(?![\d.])", found["new"], worked) if found else ""


def _other(text: str) -> re.Match[str] | None:
    return next(filter(None, (pattern.fullmatch(told(text).strip()) for pattern in _OTHER)), None)


def _signed(number: str) -> str:
    return rf"-\s*{re.escape(number[1:])}" if number.startswith("-") else re.escape(number)


def _other_point(text: str, worked: Worked) -> str:
    found = _OTHER_POINT.search(text)
    if found is None:
        return ""
    return _once(rf"(?<=\b{found['name']})(?P<joint>\s*=?\s*){_POINT}", found["point"], worked)


def _other_word(text: str, worked: Worked) -> str:
    """Exchange the word whose letters are counted: "and of BANANA?"."""
    known, found = _LETTERS_OF.search(worked.source), _OTHER_WORD.fullmatch(text)
    if known is None or found is None:
        return ""
    word = found["word"] or found["capitals"]
    return worked.source[: known.start("word")] + word + worked.source[known.end("word") :]


def _other_formula(text: str, worked: Worked) -> str:
    """Exchange a formula: "x squared instead of x", "cos instead of sin"."""
    parts = _INSTEAD.split(text.strip(" ?.!"))
    if len(parts) != len(("new", "old")):
        return ""
    new, old = (_formula_at_end(parts[0]), parts[1].strip())
    spans = find_spans(old)
    olds = {old, *(span.latex for span in spans if len(spans) == 1)}
    candidates = (_once(rf"(?<![\w^\\.]){re.escape(each)}(?![\w^.])", new, worked) for each in sorted(olds))
    return next(filter(None, candidates), "") if new else ""


def _formula_at_end(text: str) -> str:
    spans = [span for span in find_spans(text) if not text[span.end :].strip()]
    if spans:
        return spans[-1].latex
    found = _LETTER_OR_NAME.search(text)
    return found[1] if found else ""


def _once(pattern: str, new: str, worked: Worked) -> str:
    """Put what is new in the place of the only part that the pattern fits, in the problem's words or its formula."""
    for text in (worked.source, told(worked.source), worked.problem):
        found = list(re.finditer(pattern, text))
        if len(found) == 1:
            return _put(text, found[0], new)
        if found:
            return ""
    return ""


def _put(text: str, found: re.Match[str], new: str) -> str:
    """Put a part into a text, with the sign that the sum around it needs."""
    before = text[: found.start()]
    joint = found.groupdict().get("joint", "")
    in_sum = bool(re.search(r"[\w)}]\s*$", before)) and found.group().startswith("-")
    if in_sum:
        new = f"- {new[1:]}" if new.startswith("-") else f"+ {new}"
    elif new.startswith("-") and re.search(r"\+\s*$", before):
        before, new = re.sub(r"\+\s*$", "- ", before), new[1:]
    elif new.startswith("-") and re.search(r"-\s*$", before):
        new = f"({new})"
    return before + joint + new + text[found.end() :]
