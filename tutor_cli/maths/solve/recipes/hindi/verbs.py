"""The forms of Hindi verbs: "jodo", "jodne par", "joda jata" are one verb in different places of a sentence.

A form is marked in the English text: `@ask add@`, `@on add@`, `@can add@`, `@was add@`, `@that add@`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.maths.solve.recipes.hindi import tables

_LIGHT, _VOWELS = ("kar", "de"), "aeiou"
_APART = frozenset(
    ("do", "de", "den", "dein", "dijiye", "dijie", "lo", "lijiye", "kar", "dene", "dete", "diya", "sakta", "sakti", "sakte")
)


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
