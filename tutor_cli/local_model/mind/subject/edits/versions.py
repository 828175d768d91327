"""Which version of the problem in hand is spoken of: "original data ka range", "the yearly one", "undo that"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Literal, NamedTuple

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.numbers import ALL
from tutor_cli.local_model.mind.subject.edits.said import said_in

_ONCE_MORE = re.compile(r"\b(?:again|further|more|phir|fir|dobara|aur)\b|फिर|दोबारा|(?<!\w)और(?!\w)", re.IGNORECASE)
_IT = frozenset(("", "it", "that", "this"))


class Address(NamedTuple):
    """The words of a text that name a version: the `first` one, the one `before` the last edit, or one by its name."""

    which: Literal["first", "before", "named"]
    name: str
    start: int
    end: int


def addressed(text: str) -> Address | None:
    """Return the words that name a version of a problem, or None."""
    for which in ("before", "first", "named"):
        for pattern in _patterns(which):
            if found := pattern.search(text):
                name = (found["name"] or "").strip() if which == "named" else ""
                return Address(which, name, *found.span())
    return None


def changes_again(text: str, before: str) -> bool:
    """Tell whether a text changes what the one before changed: then both speak of the problem as it was before."""
    new, old = _scaled_in(text), _scaled_in(before)
    same = new & (old | _IT) or any(ALL.fullmatch(part) for part in new | old)
    return text == before or (bool(old and same) and _ONCE_MORE.search(text) is None)


def _scaled_in(text: str) -> set[str]:
    """Return what a text multiplies."""
    changes = (change for said in said_in(text) for group in said.changes for change in group)
    return {change.what.lower() for change in changes if change.how == "times"}


def first_of(problem: str, edited: Mapping[str, str]) -> str:
    """Return the problem that the first edit was made in."""
    return chain_of(problem, edited)[-1]


def before_edit(problem: str, edited: Mapping[str, str], questions: Collection[str]) -> str:
    """Return the problem as it was before its last edit; what was only asked of it besides is no edit."""
    chain = chain_of(problem, edited)
    after = next((place for place, version in enumerate(chain) if version not in questions), 0)
    return chain[min(after + 1, len(chain) - 1)]


def named_among(name: str, versions: Collection[str]) -> str:
    """Return the version whose own words have the name, and no other has it; nothing where none or several have it."""
    for said, entry in load("edits")["version_names"].items():
        if re.fullmatch(entry["words"], name, re.IGNORECASE) or said == name:
            found = [version for version in versions if _is_called(version, entry)]
            return found[0] if found else ""
    word = re.compile(rf"(?<![\w.]){re.escape(name)}(?![\w.]|\s*st\b)", re.IGNORECASE)
    found = [version for version in versions if word.search(version)]
    return found[0] if found and len(found) < len(versions) else ""


def _is_called(version: str, entry: Mapping[str, str]) -> bool:
    has, lacks = entry.get("has", ""), entry.get("lacks", "")
    return bool(re.search(has, version, re.IGNORECASE)) and not (lacks and re.search(lacks, version, re.IGNORECASE))


def chain_of(problem: str, edited: Mapping[str, str]) -> list[str]:
    """Return the problem and those it was made of, the latest first."""
    chain = [problem]
    while (before := edited.get(chain[-1], chain[-1])) not in chain:
        chain.append(before)
    return chain


@cache
def _patterns(which: str) -> tuple[re.Pattern[str], ...]:
    table = load("edits")["versions"]
    gaps = {name: "|".join(table[name]) for name in ("nouns", "quantities", "no_nouns")}
    written = [re.sub(r"<(nouns|quantities|no_nouns)>", lambda gap: gaps[gap[1]], text) for text in table[which]]
    # With a vowel sign or a joined consonant the word goes on.
    whole = (text.replace(r"(?!\w)", r"(?![\w\u0900-\u0963])") for text in written)
    return tuple(re.compile(text, re.IGNORECASE) for text in whole)
