"""A progression with its first term, its difference or its ratio edited, shown by its first three terms again."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tutor_cli.local_model.mind.subject.edits.said import NUMBER, Change

_LISTED = re.compile(
    rf"(?P<first>{NUMBER})\s*,\s*(?P<second>{NUMBER})(?:\s*,\s*{NUMBER})*(?P<on>\s*(?:,\s*)?(?:\.\.+|…|and so on))?"
)
_KIND = re.compile(
    r"\b(?:(?P<ap>A\.?P\.?|arithmetic progression|arithmetic sequence)|(?P<gp>G\.?P\.?|geometric progression|geometric sequence))(?![A-Za-z])",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(r"\bterms?\b|\bprogression\b|\bsequence\b|\bseries\b", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:first|starting|initial) (?:term|number|one|a)|a|starts? (?:at|with)|it starts (?:at|with)", re.IGNORECASE
)
# "Each row has 5 more than the one before."
_DIFFERENCE = re.compile(r"(?:common )?difference|d|(?:each|every) [a-z]+", re.IGNORECASE)
_STEP_SAID = re.compile(rf"common difference(?: is| of| =|,)? ?{NUMBER}", re.IGNORECASE)
_RATIO = re.compile(r"(?:common )?ratio|r", re.IGNORECASE)
_GEOMETRIC = re.compile(
    rf"(?:an? )?(?:G\.?P\.?|geometric (?:progression|sequence|series))(?: is)?(?: with| and)?(?: (?:the )?(?:common )?(?:ratio|r)(?: is| =| of)? ?(?P<ratio>{NUMBER}))?(?: with)?",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(
    rf"(?:an? )?(?:A\.?P\.?|arithmetic (?:progression|sequence|series))(?: is)?(?: with| and)?(?: (?:the )?(?:common )?(?:difference|d)(?: is| =| of)? ?(?P<difference>{NUMBER}))?(?: with)?",
    re.IGNORECASE,
)


def continued(text: str, change: Change) -> Iterator[str]:
    """Yield the problem about a listed progression with one of its parts changed."""
    listed = _LISTED.search(text)
    if listed is None:
        yield _by_ratio(text, change)
    if listed is None or not (_KIND.search(text) or _SPOKEN_OF.search(text)):
        return
    first, second = Fraction(listed["first"]), Fraction(listed["second"])
    said = f"{change.what} {change.new}".strip()
    found = _KIND.search(text)
    geometric = found is not None and found["gp"] is not None
    if changed := _GEOMETRIC.fullmatch(said):
        if changed["ratio"]:
            yield _told(text, listed, first, Fraction(changed["ratio"]), geometric=True)
        return
    if changed := _ARITHMETIC.fullmatch(said):
        if changed["difference"]:
            yield _told(text, listed, first, Fraction(changed["difference"]), geometric=False)
        return
    step = second / first if geometric and first else second - first
    if _FIRST.fullmatch(change.what):
        if (value := _value(change, first)) is not None:
            yield _told(text, listed, value, step, geometric=geometric)
    elif _DIFFERENCE.fullmatch(change.what) or _RATIO.fullmatch(change.what):
        goes_by_ratio = _RATIO.fullmatch(change.what) is not None
        old = step if goes_by_ratio == geometric else None
        if (value := _value(change, old)) is not None:
            yield _told(text, listed, first, value, geometric=goes_by_ratio)


def _by_ratio(text: str, change: Change) -> str:
    """Return the problem about an AP whose difference is told, with a ratio in its place."""
    found = _GEOMETRIC.fullmatch(f"{change.what} {change.new}".strip())
    if found is None or not found["ratio"] or not (_KIND.search(text) and _STEP_SAID.search(text)):
        return ""
    return _KIND.sub("GP", _STEP_SAID.sub(f"common ratio is {found['ratio']}", text))


def _value(change: Change, old: Fraction | None) -> Fraction | None:
    if not re.fullmatch(NUMBER, change.new):
        return None
    new = sum((Fraction(part) for part in change.new.split()), Fraction(0))
    if change.how == "to":
        return new
    if old is None:
        return None
    return {"times": old * new, "more": old + new, "less": old - new}[change.how]


def _told(text: str, listed: re.Match[str], first: Fraction, step: Fraction, *, geometric: bool) -> str:
    terms = [first * step**k if geometric else first + k * step for k in range(3)]
    whole = f"{text[: listed.start()]}{', '.join(map(str, terms))}{listed['on'] or ''}{text[listed.end() :]}"
    kind = "GP" if geometric else "AP"
    if _KIND.search(whole):
        return _KIND.sub(kind, whole, count=1)
    return f"{whole[: listed.start()]}{kind} {whole[listed.start() :]}"
