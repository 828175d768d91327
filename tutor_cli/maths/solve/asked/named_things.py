"""Questions about points and vectors that a text gives by name: "A(1, 2), B(4, 6): the slope of AB"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tutor_cli.maths.solve.lexicon import lexicon

_POINT = re.compile(r"\b(?P<name>[A-Z]) ?(?:=|is|at|:)? ?(?P<value>\( ?-?\d[\d./]* ?, ?-?\d[\d./]* ?\))")
VECTOR = re.compile(
    r"(?<![A-Za-z\\])(?:vec(?:tor)? )?(?P<name>[a-z]) ?(?:=|is) ?(?P<value>-? ?\d*[ijk]\b(?: ?[-+] ?\d*[ijk]\b)+)"
)
"""A vector that a text gives by name: a = 2i + 3j."""
_SENTENCE = re.compile(r"(?<=[.?!;।])\s+|,\s+(?=(?:then |and )?(?:find|what|is|are)\b)", re.IGNORECASE)
_NOW = re.compile(r".*\bNow\b", re.DOTALL)
_WORD = re.compile(r"[a-z]+")
# "The vectors a and b": an article stands before a word.
_NO_NOUNS = ("and", "be", "is", "dot", "cross", "plus", "aur", "on", "ka", "ki", "par", "se")
_ARTICLE = rf"(?! [a-z]{{2,}}\b{''.join(f'(?<! {word})' for word in _NO_NOUNS)})"
# "PQ" by itself is the length of it.
_TWO = 2
_GAP = re.compile(r"<(\w+)>")


def named_question(text: str) -> str:
    """Return the question about named points or vectors with these put in, or nothing where a word has no place."""
    for kind, pattern in (("points", _POINT), ("vectors", VECTOR)):
        named = {found["name"]: found["value"] for found in pattern.finditer(text)}
        if len(named) > 1:
            return _put(kind, named, _question(_NOW.sub("", text) if "Now" in text else text, pattern))
    return ""


def _question(text: str, pattern: re.Pattern[str]) -> str:
    """Return what asks: the sentences that give nothing, or the last without what it gives."""
    parts = [part for part in _SENTENCE.split(text.strip()) if part.strip(" .?!,")]
    asking = [part for part in parts if not pattern.search(part)] or parts[-1:]
    return pattern.sub(" ", " ".join(asking))


def _put(kind: str, named: Mapping[str, str], question: str) -> str:
    words = lexicon(__package__, "named")
    name = _pattern(kind, named)
    names, plain = "".join(re.findall(name, question)), re.sub(name, " ", question)
    if kind == "vectors" and (added := re.search(rf"\d*{name}(?: ?[-+] ?\d*{name})+", question)):
        return re.sub(name, lambda found: f"({named[found.group()]})", added.group())
    bag = frozenset(_WORD.findall(words.canonical(plain))) - words.fillers
    if kind == "points" and len(names) == _TWO and not bag:
        bag = frozenset(("length",))
    for name, needed, may in words.patterns:
        entry = words.table[kind].get(name)
        if entry and needed <= bag <= needed | may:
            asked = names or named
            if entry["of"] in (0, len(asked)):
                return _filled(entry["poses"], [named[letter] for letter in asked])
    return ""


def _pattern(kind: str, named: Mapping[str, str]) -> str:
    """Return what names things in a question: AB for points, single letters for vectors."""
    letters = "".join(named)
    if kind == "points":
        return rf"\b[{letters}]{{1,4}}\b"
    return rf"(?<![A-Za-z'’\\])[{letters}](?![A-Za-z'’(]){_ARTICLE}"


def _filled(poses: str, values: list[str]) -> str:
    gaps = {str(index): value for index, value in enumerate(values, 1)} | {"all": ", ".join(values)}
    return _GAP.sub(lambda gap: gaps[gap[1]], poses)
