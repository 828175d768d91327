"""The fallback voice, and the Hindi one: the espeak-ng program, run once a text."""

from __future__ import annotations

import io
import shutil
import subprocess
import wave
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.errors import MissingComponentError
from tutor_cli.local_model.voice.port import RATE_HZ, to_pcm16, trimmed

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Names of espeak-ng's own voices, by ISO 639-1 code.
_VOICES = {"en": "en-us", "hi": "hi"}
_WORDS_PER_MINUTE = "150"
_DEADLINE_S = 20


class EspeakVoice:
    """espeak-ng: robotic, immediate, in a hundred languages. Raises MissingComponentError where it is not installed."""

    name = "espeak-ng"

    def __init__(self) -> None:
        program = shutil.which("espeak-ng")
        if program is None:
            hint = "Install it with `apt install espeak-ng` or `brew install espeak-ng`."
            raise MissingComponentError("espeak_missing", "The espeak-ng program is not installed.", hint)
        self._program = program

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield the whole text as one piece."""
        command = [self._program, "-v", _VOICES.get(language, language), "-s", _WORDS_PER_MINUTE, "--stdin", "--stdout"]
        result = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_DEADLINE_S, check=True)
        sound = trimmed(_read_wav(result.stdout))
        if len(sound):
            yield to_pcm16(sound)


def _read_wav(data: bytes) -> NDArray[np.float64]:
    """Return the samples at 24 kHz; espeak-ng writes to a pipe, so the length in its header means nothing."""
    with wave.open(io.BytesIO(data)) as stream:
        rate_hz = stream.getframerate()
        pcm = stream.readframes(len(data))
    samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2") / 32768
    count = len(samples) * RATE_HZ // rate_hz
    return np.asarray(np.interp(np.arange(count) * rate_hz / RATE_HZ, np.arange(len(samples)), samples))
