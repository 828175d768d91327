"""The language of a text is told by its script and by a few unmistakable words."""

import pytest

from tutor_cli.errors import UsageError
from tutor_cli.maths.spoken.language import detected
from tutor_cli.maths.spoken.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "language"),
    [("x squared", "en"), ("x ka varg", "hi-Latn"), ("x का वर्ग", "hi"), ("do you see", "en"), ("", "en")],
)
def test_detection(text: str, language: str) -> None:
    """Devanagari is Hindi, romanised Hindi words make Hinglish, the rest is English."""
    assert language == detected(text)


def test_unknown_languages_are_refused() -> None:
    """The error names the languages there are."""
    with pytest.raises(UsageError, match="fr"):
        vocabulary("fr")
