"""The maths in what was said: formulas the model wrote between dollar signs, and formulas spoken in words."""

from __future__ import annotations

import re

from tutor_cli.events import Span
from tutor_cli.maths import spoken

_WRITTEN = re.compile(r"\$(?P<latex>[^$]+)\$")


def find_maths(text: str, language: str = "auto") -> tuple[Span, ...]:
    """Return the maths in a transcript, in order.

    A span of written maths includes its dollar signs; one of spoken maths is the words that say it. The local tutor
    writes its formulas, pupils and Gemini say them. Hindi is recognised in either script, so the text tells which.
    """
    written = [Span(match.start(), match.end(), match["latex"]) for match in _WRITTEN.finditer(text)]
    if written:
        return tuple(written)
    return tuple(
        Span(span.start, span.end, span.latex)
        for span in spoken.find_spans(text, "auto" if language == "hi" else language)
    )
