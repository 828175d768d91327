"""Questions said in words of their own, put as the readers know them, by the table `data/rewordings.toml`."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.tables import read_table

_LONGEST = 250
_GAP = re.compile(r"<(\w+)>(?!\?)")
_KINDS = {
    "f": r"(?P<f>.+?)",
    "g": r"(?P<g>.+?)",
    "v": r"(?P<v>[a-z])",
    "m": r"(?P<m>\[\[.+?\]\]|\\begin\{.+?\\end\{\w+\})",
}


def reworded(text: str) -> str:
    """Return the question as the readers know it, or nothing where it is said in no words of the table."""
    if len(text) > _LONGEST:
        return ""
    for pattern, by in _entries():
        if found := pattern.fullmatch(text.strip(" ?.!")):
            return _GAP.sub(lambda gap, found=found: _filled(gap[1], found), by)  # type: ignore[misc]
    return ""


def _filled(name: str, found: re.Match[str]) -> str:
    if name == "product":
        return "*".join(f"({number})" for number in re.findall(r"-?\d+", found["list"]))
    return found[name] or ""


@cache
def _entries() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = read_table(__package__, "data", "rewordings.toml")["entries"]
    return tuple((re.compile(_named(pattern), re.IGNORECASE), by) for pattern, by in table)


def _named(pattern: str) -> str:
    """Return the expression of a pattern; a gap named again stands for the same."""
    used: set[str] = set()

    def gap(found: re.Match[str]) -> str:
        if found[1] in used:
            return rf"(?:{_KINDS[found[1]].replace(f'?P<{found[1]}>', '?:')})"
        used.add(found[1])
        return _KINDS[found[1]]

    return re.sub(r"(?<!\?P)<([fgvm])>", gap, pattern)
