"""The heavy parts, loaded once and shared by all sessions: voice detection, recognition, voice, and their threads."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tutor_cli.local_model.hearing.end_of_turn import EndOfTurn, SilenceRule, TextRule
from tutor_cli.local_model.hearing.listener import FRAME_SAMPLES, Listener, Vad
from tutor_cli.local_model.hearing.resample import Resampler
from tutor_cli.local_model.thought import Heard, Setup
from tutor_cli.local_model.wire.server import OUTPUT_RATE_HZ

if TYPE_CHECKING:
    from tutor_cli.local_model.hearing.bilingual import Bilingual
    from tutor_cli.local_model.hearing.weights import Weights
    from tutor_cli.local_model.hearing.whisper import Recogniser
    from tutor_cli.local_model.thought import Mind
    from tutor_cli.local_model.voice.port import Voice

_WARM_UP = "Let us solve x squared plus five x plus six equals zero."
# Questions of the kinds whose tables are read when the first such question comes.
_THOUGHT_ABOUT = (
    "What is the discriminant?",
    "do aur teen jodo",
    "I got 4, is that right?",
    "Why?",
    "What if it is 5?",
    "What is a derivative used for?",
    "How does a mean differ from a median?",
)


def _pool(name: str) -> Callable[[], ThreadPoolExecutor]:
    return lambda: ThreadPoolExecutor(1, thread_name_prefix=name)


@dataclass
class Engines:
    """What a session needs to hear, think and speak.

    One thread recognises and one synthesises, for all sessions in turn: each uses every core for a fraction of a
    second, and two at once would only make both late. `language` is that of sessions that name none: en, hi or auto.
    """

    recogniser: Recogniser
    voice: Voice
    make_vad: Callable[[], Vad]
    make_mind: Callable[[], Mind]
    language: str = "auto"
    policy: EndOfTurn = field(default_factory=TextRule)
    hearing_pool: ThreadPoolExecutor = field(default_factory=_pool("hearing"))
    voice_pool: ThreadPoolExecutor = field(default_factory=_pool("voice"))

    def make_listener(self, silence_ms: int | None) -> Listener:
        """Return the ears of a new session; the client may bring its own silence rule, in milliseconds."""
        return Listener(self.make_vad(), self.policy if silence_ms is None else SilenceRule(silence_ms))

    def close(self) -> None:
        """End the threads."""
        self.hearing_pool.shutdown(cancel_futures=True)
        self.voice_pool.shutdown(cancel_futures=True)


def load(make_mind: Callable[[], Mind], voice: str = "", language: str = "auto") -> Engines:
    """Return the real engines, warmed up so that the first session is as fast as any; takes a few seconds.

    Raise MissingComponentError where a model or a voice is missing, ConfigError where a setting names none.
    """
    from tutor_cli.local_model.voice import choose

    english, hindi = _weights(language)
    # Reading weights leaves the interpreter to others: meanwhile the rest is loaded and warmed up.
    with ThreadPoolExecutor(1, thread_name_prefix="loading") as loading:
        coming = loading.submit(_recogniser, english, hindi)
        speaker = choose.load(voice)
        sound = b"".join(speaker.speak(_WARM_UP))
        _silero()(np.zeros(FRAME_SAMPLES, np.int16))
        _think(make_mind())
        recogniser = coming.result()
    recogniser.recognise(Resampler().push(sound, OUTPUT_RATE_HZ))
    # What is loaded by now stays: the collector need not look through it in the middle of a turn.
    gc.freeze()
    return Engines(recogniser, speaker, _silero, make_mind, language)


def _weights(language: str) -> tuple[Weights, Weights | None]:
    """Find the ears: Hindi must be there where lessons are held in it, and is welcome where they may be."""
    from tutor_cli.local_model.hearing.weights import BASE, TINY_EN, locate, locate_offline

    return locate(TINY_EN), locate(BASE) if language == "hi" else locate_offline(BASE)


def _recogniser(english: Weights, hindi: Weights | None) -> Bilingual:
    from tutor_cli.local_model.hearing.bilingual import Bilingual
    from tutor_cli.local_model.hearing.phrasebook import phrasebook
    from tutor_cli.local_model.hearing.whisper import ENGLISH, HINGLISH, Whisper
    from tutor_cli.local_model.mind.utterance.sense import sense

    small = Whisper(english)
    if hindi is None:
        return Bilingual(small, sense=sense)
    large = Whisper(hindi, HINGLISH)
    # Read here what the first Hindi utterance would wait for.
    phrasebook()
    return Bilingual(small, large, large.in_manner(ENGLISH), sense)


def _think(mind: Mind) -> None:
    """Have a mind hear something of every kind: whatever is loaded at first use then is."""
    mind.start(Setup())
    for text in (_WARM_UP, *_THOUGHT_ABOUT):
        mind.hear(Heard(text))


def report(engines: Engines, mind: str) -> dict[str, str]:
    """Return the engines' names as the replay report gives them."""
    return {
        "stt": engines.recogniser.name,
        "tts": engines.voice.name,
        "vad": "silero (livekit-local-inference)",
        "turn_detector": engines.policy.name,
        "llm": mind,
    }


def _silero() -> Vad:
    from livekit.local_inference import VAD

    model = VAD()
    return lambda frame: float(model.predict(frame))
