"""Questions about matrices and sets that the same text defines: `A = ..., find A^2`."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"\b([A-Z]) ?(?:=|is) ?((?:\[\[.*?\]\])|(?:\{[^{}]*\})|(?:\\begin\{[a-z]*matrix\}.*?\\end\{[a-z]*matrix\}))"
)
_ASKED = re.compile(r"^(?:[\s,;.]|and\b|if\b|let\b|then\b|where\b|given\b)+", re.IGNORECASE)


def with_definitions(text: str) -> str:
    """Return the question with what its letters stand for put in, or nothing where there are no such letters."""
    put_in = with_names_put_in(text)
    return put_in if put_in != text else ""


def with_names_put_in(text: str) -> str:
    """Return the text with the letters of matrices and sets it defines put into its question."""
    named = {found[1]: found[2] for found in _NAMED.finditer(text)}
    rest = _ASKED.sub("", _NAMED.sub(" ", text)).strip()
    rest = re.sub(r"^(?:[\s,;.]|and\b|then\b)+", "", rest, flags=re.IGNORECASE)
    if not named or not rest:
        return text
    if len(named) == 1:
        rest = re.sub(r"\bits (\w+)", lambda found: f"the {found[1]} of {next(iter(named))}", rest)
    names = "".join(named)
    if equation := re.search(rf"\b([{names}]) ?X ?= ?([{names}])\b", rest):
        return f"({named[equation[1]]})^{{-1}}*({named[equation[2]]})"
    if not re.search(rf"(?<![A-Za-z])[{names}]{{1,2}}(?![a-z])", rest):
        return text
    product = re.compile(rf"(?<![A-Za-z])([{names}])([{names}])(?![A-Za-z])")
    rest = product.sub(lambda found: f"{named[found[1]]}*{named[found[2]]}", rest)
    single = re.compile(rf"(?<![A-Za-z\[{{])([{names}])(?![A-Za-z])")
    return single.sub(lambda found: named[found[1]], rest)
