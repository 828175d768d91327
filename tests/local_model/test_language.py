"""The language of a lesson."""

from __future__ import annotations

import pytest

from tutor_cli.local_model.language import lesson_language
from tutor_cli.local_model.thought import Setup


@pytest.mark.parametrize(
    ("setup", "language"),
    [
        (Setup(), "en"),
        (Setup('Be kind.\ntutor-options: {"language": "hi"}'), "hi"),
        (Setup('tutor-options: {"language": "auto"}'), "auto"),
        (Setup('tutor-options: {"language": "hi"}', language="en-US"), "en"),
        (Setup("Be kind.", language="fr-FR"), "en"),
    ],
)
def test_lesson_language(setup: Setup, language: str) -> None:
    """The client's speech settings go before its options, those before the default."""
    assert lesson_language(setup, "en") == language
