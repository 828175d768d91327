"""The fallback voice, and the Hindi one: espeak-ng, as the installed program or as the library of espeakng-loader."""

from __future__ import annotations

import ctypes
import importlib.util
import io
import shutil
import subprocess
import wave
from collections.abc import Callable, Iterator

import numpy as np

from tutor_cli.errors import MissingComponentError
from tutor_cli.local_model.voice.port import RATE_HZ, to_pcm16, trimmed

# Names of espeak-ng's own voices, by ISO 639-1 code.
_VOICES = {"en": "en-us", "hi": "hi"}
_WORDS_PER_MINUTE = 150
_DEADLINE_S = 20

# espeak-ng's speak_lib.h, API revision 12.
_SYNCHRONOUS, _RATE_PARAMETER, _AT_CHARACTER, _UTF8 = 2, 1, 1, 1
_SYNTH_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

# Text and voice name in, PCM16 and its rate in Hz out.
Synthesise = Callable[[str, str], tuple[bytes, int]]


class EspeakVoice:
    """espeak-ng: robotic, immediate, in a hundred languages. Raises MissingComponentError where it is not installed."""

    name = "espeak-ng"

    def __init__(self, synthesise: Synthesise | None = None) -> None:
        self._synthesise = synthesise or find()

    def speak(self, text: str, language: str = "en") -> Iterator[bytes]:
        """Yield the whole text as one piece."""
        pcm, rate_hz = self._synthesise(text, _VOICES.get(language, language))
        samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2") / 32768
        count = len(samples) * RATE_HZ // rate_hz
        if count:
            sound = np.interp(np.arange(count) * rate_hz / RATE_HZ, np.arange(len(samples)), samples)
            yield to_pcm16(trimmed(sound))


def find() -> Synthesise:
    """Return the espeak-ng that is installed; the program comes first, because it cannot take us down with it."""
    program = shutil.which("espeak-ng")
    if program:
        return Program(program)
    if importlib.util.find_spec("espeakng_loader"):
        return Library()
    hint = "Install it with `apt install espeak-ng`, `brew install espeak-ng` or `pip install espeakng-loader`."
    raise MissingComponentError("espeak_missing", "espeak-ng is not installed.", hint)


class Program:
    """The espeak-ng program, run once a text."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __call__(self, text: str, voice: str) -> tuple[bytes, int]:
        """Return the sound of the text and its rate in Hz."""
        command = [self._path, "-v", voice, "-s", str(_WORDS_PER_MINUTE), "--stdin", "--stdout"]
        result = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_DEADLINE_S, check=True)
        with wave.open(io.BytesIO(result.stdout)) as stream:
            # Written to a pipe, the header's length means nothing: everything is read.
            return stream.readframes(len(result.stdout)), stream.getframerate()


class Library:
    """The espeak-ng library inside the package espeakng-loader; for one thread at a time."""

    def __init__(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = str(espeakng_loader.get_data_path()).encode()
        self._rate_hz: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
        self._pcm = bytearray()
        # Kept here: the library goes on calling it, and ctypes would free it.
        self._callback = _SYNTH_CALLBACK(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_SetParameter(_RATE_PARAMETER, _WORDS_PER_MINUTE, 0)

    def __call__(self, text: str, voice: str) -> tuple[bytes, int]:
        """Return the sound of the text and its rate in Hz."""
        self._pcm.clear()
        data = text.encode() + b"\0"
        self._library.espeak_SetVoiceByName(voice.encode())
        self._library.espeak_Synth(data, ctypes.c_size_t(len(data)), 0, _AT_CHARACTER, 0, _UTF8, None, None)
        return bytes(self._pcm), self._rate_hz

    def _collect(self, samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int) -> int:
        if samples and count:
            self._pcm += ctypes.string_at(samples, 2 * count)
        return 0
