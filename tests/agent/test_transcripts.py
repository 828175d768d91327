"""The maths in transcripts."""

from __future__ import annotations

import pytest

from tutor_cli.agent.transcripts import find_maths


@pytest.mark.parametrize("text", ["Do x plus teen barabar gyarah.", "दो एक्स प्लस तीन बराबर ग्यारह"])
@pytest.mark.parametrize("language", ["hi", "auto"])
def test_hindi_in_either_script(text: str, language: str) -> None:
    """A lesson in Hindi is written in Latin letters by one recogniser and in Devanagari by another."""
    assert [span.latex for span in find_maths(text, language)] == ["2x + 3 = 11"]


def test_written_maths() -> None:
    """Formulas between dollar signs are taken as they are, signs included."""
    (span,) = find_maths("So $x = 4$ it is.")
    assert (span.start, span.end, span.latex) == (3, 10, "x = 4")
