"""The language of a lesson, and what is said where it cannot be heard."""

from __future__ import annotations

from tutor_cli.local_model.mind.options import LANGUAGES, PREFIX, options_in
from tutor_cli.local_model.thought import Say, Setup

ENGLISH_ONLY = Say(
    "I can hear only English here. For Hindi, install tutor-cli[hindi]. If that was English, please say it again.",
    "I can hear only English here. For Hindi, install the extra named Hindi. If that was English, please say it again.",
)
"""The answer to speech that no installed model can recognise."""


def lesson_language(setup: Setup, default: str) -> str:
    """Return `en`, `hi` or `auto`: what the client's speech settings name, else its options, else the default."""
    named = setup.language[:2]
    if named in LANGUAGES:
        return named
    return options_in(setup.instructions).language if PREFIX in setup.instructions else default
