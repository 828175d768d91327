"""Whisper through faster-whisper, tuned for short spoken maths."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from tutor_cli.local_model.hearing.hinglish import respelt
from tutor_cli.local_model.hearing.listener import RATE_HZ
from tutor_cli.local_model.hearing.text import clean

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tutor_cli.local_model.hearing.weights import Weights

# Whisper's encoder was trained on 30 s windows, and the library pads every utterance to that. Ten seconds cost a
# quarter of the time at the same accuracy; four make the decoder loop.
SHORTEST_WINDOW_FRAMES = 1000
LONGEST_WINDOW_FRAMES = 3000
FRAMES_PER_SECOND = 100
# Half of the five beams ended are enough: the text of 50 recordings stays the same (one "sin" for "sine"), in five
# sixths of the time. At 0.2 the first beam to end wins, and it ends too early.
PATIENCE = 0.5


@dataclass(frozen=True)
class Manner:
    """How a language is listened to: its ISO 639-1 code, a text in the style wanted, and how wrong text is repaired.

    The prompt holds words of the trade in natural sentences. Compounds ("4ac", "3y squared") and rare homophones
    ("tan") must stay out: the decoder puts them where they were not said.
    """

    language: str
    prompt: str
    latin_words_only: bool = False
    repair: Callable[[str], str] = str


ENGLISH = Manner(
    "en",
    "A maths lesson. Solve y squared minus 8y equals 1. Why? Differentiate x cubed times cosine x. Yes. "
    "Integrate e to the x from 0 to pi. Next step, please. What is two thirds minus five eighths? "
    "The hypotenuse of a right triangle. Quiz me. Log base 10 of x. Simplify, factor, expand.",
)
# Small models write Hindi in Urdu letters, or loop. Led by a romanised prompt and kept from all other letters, they
# write it as Indians chat. Numbers are words, because with digits the decoder guesses: 10-45 for tan 45.
HINGLISH = Manner(
    "hi",
    "Haan. Nahi. Kyon? Kaise? x ka varg plus chhah barabar nau, ise solve karo. "
    "Char x minus paanch barabar gyarah. cosine x ka derivative kya hai? Do tihai mein ek chauthai jodo. "
    "Samkon tribhuj ka karn kya hoga? Chaubis aur solah ka mahattam samapvartak batao. "
    "Teen sau ka das pratishat. Paanch ka factorial. Hint do. Phir se samjhao.",
    latin_words_only=True,
    repair=respelt,
)


@dataclass(frozen=True)
class Recognition:
    """The words of an utterance, their language (ISO 639-1) and how sure the recogniser is, from 0 to 1.

    `understood` is false where the language is one that nothing installed here can recognise; the text is then empty.
    """

    text: str
    language: str = "en"
    confidence: float = 1.0
    understood: bool = True


class Recogniser(Protocol):
    """Turns an utterance into words; called in a worker thread, one utterance at a time."""

    name: str

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in 16 kHz mono PCM16 samples, empty text where there are none.

        `language` is what the lesson is held in: `en`, `hi` or `auto`, and `auto-hi` where Hindi was spoken last.
        """


class Whisper:
    """faster-whisper with int8 weights on the CPU, listening in one manner."""

    def __init__(self, weights: Weights, manner: Manner = ENGLISH) -> None:
        import faster_whisper.transcribe

        faster_whisper.transcribe.pad_or_trim = pad_or_trim
        self.name = weights.name
        self._manner = manner
        self._model = faster_whisper.transcribe.WhisperModel(
            str(weights.path),
            device="cpu",
            compute_type="int8",
            cpu_threads=min(4, os.cpu_count() or 1),
            local_files_only=True,
        )
        self._model.encode = _Remembering(self._model.encode)
        self._suppressed = self._never_written()

    def in_manner(self, manner: Manner) -> Whisper:
        """Return the same model listening in another manner; its weights are shared."""
        other = copy(self)
        other._manner = manner
        other._suppressed = other._never_written()
        return other

    def _never_written(self) -> list[int]:
        # -1 stands for the signs that are never spoken, the library's own default.
        return [-1, *(tokens_beyond_latin_words(self._model.hf_tokenizer) if self._manner.latin_words_only else ())]

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in the samples, heard as the manner's language."""
        seconds = len(samples) / RATE_HZ
        segments, _ = self._model.transcribe(
            to_float(samples),
            language=self._manner.language,
            beam_size=5,
            patience=PATIENCE,
            temperature=0.0,
            repetition_penalty=1.05,
            initial_prompt=self._manner.prompt,
            without_timestamps=True,
            condition_on_previous_text=False,
            max_new_tokens=int(8 * seconds) + 8,
            suppress_tokens=self._suppressed,
        )
        heard = list(segments)
        text = self._manner.repair(clean(" ".join(segment.text for segment in heard), seconds))
        return Recognition(text, self._manner.language, _confidence(heard))

    def share_of_english(self, samples: NDArray[np.int16]) -> float:
        """Return the probability that the samples are English, for a model that knows several languages."""
        # The last frame is left out as `transcribe` does, so that recognition after this finds its encoding made.
        features = self._model.feature_extractor(to_float(samples))[..., :-1]
        encoded = self._model.encode(pad_or_trim(features))
        likely = dict(self._model.model.detect_language(encoded)[0])
        return float(likely.get("<|en|>", 0.0))


class _Remembering:
    """An encoder that does not encode the same features twice in a row."""

    def __init__(self, encode: Callable[[NDArray[np.float32]], Any]) -> None:
        self._encode = encode
        self._features = np.zeros(0, np.float32)
        self._encoded: Any = None

    def __call__(self, features: NDArray[np.float32]) -> Any:
        """Return the encoding of the features."""
        if not np.array_equal(features, self._features):
            self._features, self._encoded = features, self._encode(features)
        return self._encoded


def to_float(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    """Return PCM16 samples as numbers from -1 to 1."""
    return samples.astype(np.float32) / np.float32(32768)


def tokens_beyond_latin_words(tokenizer: Any) -> list[int]:
    """Return the text tokens that hold a digit or a byte outside ASCII.

    The vocabulary is that of GPT-2, which writes a printable ASCII byte as itself, a space as `Ġ` and a line feed as
    `Ċ`; whatever lies above belongs to other letters.
    """
    end = tokenizer.token_to_id("<|endoftext|>")
    return [
        number
        for token, number in tokenizer.get_vocab().items()
        if number < end and any(letter.isdigit() or not (letter.isascii() or letter in "ĠĊ") for letter in token)
    ]


def window_frames(frames: int) -> int:
    """Return how many mel frames the encoder is given for this many of speech: ten seconds, or all and one second."""
    whole_seconds = -(-frames // FRAMES_PER_SECOND) * FRAMES_PER_SECOND
    return min(LONGEST_WINDOW_FRAMES, max(SHORTEST_WINDOW_FRAMES, whole_seconds + FRAMES_PER_SECOND))


def pad_or_trim(array: NDArray[Any], length: int = LONGEST_WINDOW_FRAMES, *, axis: int = -1) -> NDArray[Any]:
    """Stand in for faster-whisper's function of this name, with a window that fits the utterance."""
    from faster_whisper.audio import pad_or_trim as original

    padded: NDArray[Any] = original(array, min(length, window_frames(array.shape[axis])), axis=axis)
    return padded


def _confidence(segments: list[Any]) -> float:
    if not segments:
        return 0.0
    return math.exp(min(0.0, float(np.mean([segment.avg_logprob for segment in segments]))))
