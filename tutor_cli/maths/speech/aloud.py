"""Texts as they are spoken: every formula between delimiters read out."""

from __future__ import annotations

import re
from typing import Literal

from tutor_cli.errors import MathsError
from tutor_cli.maths.delimited import Span, split
from tutor_cli.maths.parse import parse
from tutor_cli.maths.speech import speak

_COMMAND = re.compile(r"\\[a-zA-Z]+|[\\{}]")


def aloud(text: str, language: Literal["en", "hi"], style: Literal["brief", "precise"] = "brief") -> str:
    """Return the text with its formulas in words of the language; one that cannot be read loses its markup only."""
    return "".join(_spoken(span, language, style) for span in split(text))


def _spoken(span: Span, language: Literal["en", "hi"], style: Literal["brief", "precise"]) -> str:
    if span.kind == "words":
        return span.text
    try:
        return speak(parse(span.text), language, style)
    except MathsError:
        return _COMMAND.sub(" ", span.text)
