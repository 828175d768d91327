"""Which voice speaks: hibari for English where it is there, espeak-ng for Hindi and for want of anything better."""

from __future__ import annotations

from tutor_cli.errors import MissingComponentError
from tutor_cli.local_model.voice.espeak import EspeakVoice
from tutor_cli.local_model.voice.hibari import HibariVoice
from tutor_cli.local_model.voice.port import Polyglot, Voice


def load(name: str = "") -> Voice:
    """Return the voice `hibari` or `espeak`; for any other name, one of Gemini's say, the best there is.

    Raise MissingComponentError where the one asked for, or any, is missing.
    """
    if name == "espeak":
        return EspeakVoice()
    espeak = _optional_espeak()
    try:
        hibari = HibariVoice()
    except ImportError as error:
        if name != "hibari" and espeak:
            return espeak
        hint = "Run `pip install hibari-tts`, or install espeak-ng and use `--voice espeak`."
        raise MissingComponentError("voice_missing", f"The voice hibari cannot be loaded: {error}.", hint) from error
    return Polyglot(hibari, {"hi": espeak} if espeak else {})


def _optional_espeak() -> EspeakVoice | None:
    try:
        return EspeakVoice()
    except MissingComponentError:
        return None
