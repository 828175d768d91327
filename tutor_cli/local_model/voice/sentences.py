"""A reply cut into sentences, for the eye and for the voice together."""

from __future__ import annotations

import re

from tutor_cli.local_model.thought import Say

# A sentence ends at its mark (Hindi ends them with a danda) before a space; "3.5" and "f(x) = 2." in a formula do not.
_END = re.compile(r"(?<=[.?!।])\s+(?=\S)")
_FORMULA = re.compile(r"\$[^$]*\$")


def split(say: Say) -> list[Say]:
    """Return the sentences of a reply, each with its words; the whole where text and words do not match up."""
    texts, spoken = _sentences(say.text), _sentences(say.spoken)
    if len(texts) != len(spoken):
        return [say]
    return [Say(text, words, say.language) for text, words in zip(texts, spoken, strict=True)]


def _sentences(text: str) -> list[str]:
    formulas = [match.span() for match in _FORMULA.finditer(text)]
    cuts = [
        match.span() for match in _END.finditer(text) if not any(start < match.start() < end for start, end in formulas)
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
