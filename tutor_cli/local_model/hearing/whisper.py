"""Whisper through faster-whisper, tuned for short spoken maths."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
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
BEAMS, PATIENCE = 5, 0.5
# Whisper's own marks of silence: it says so, and the text is a guess (a log probability of -1).
SILENT, GUESSED = 0.6, math.exp(-1)


@dataclass(frozen=True)
class Manner:
    """How a language is listened to: its ISO 639-1 code, a text in the style wanted, and how wrong text is repaired.

    `readings` of the text are wanted, of the three that the beams end with at no cost.

    The prompt holds words of the trade in natural sentences. Compounds ("4ac", "3y squared") and rare homophones
    ("tan") must stay out: the decoder puts them where they were not said.
    """

    language: str
    prompt: str
    latin_words_only: bool = False
    repair: Callable[[str], str] = str
    readings: int = 1


ENGLISH = Manner(
    "en",
    "A maths lesson. Solve y squared minus 8y equals 1. Why? Differentiate x cubed times cosine x. Yes. "
    "Integrate e to the x from 0 to pi. Next step, please. What is two thirds minus five eighths? "
    "The hypotenuse of a right triangle. Quiz me. Log base 10 of x. Simplify, factor, expand.",
    readings=3,
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

    `others` are less likely readings of the same sound, the likeliest first. `understood` is false where the language
    is one that nothing installed here can recognise; the text is then empty.
    """

    text: str
    language: str = "en"
    confidence: float = 1.0
    understood: bool = True
    others: tuple[Recognition, ...] = ()


class Recogniser(Protocol):
    """Turns an utterance into words; called in a worker thread, one utterance at a time."""

    name: str

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in 16 kHz mono PCM16 samples, empty text where there are none.

        `language` is what the lesson is held in: `en`, `hi` or `auto`; where it may be either and one of them was
        spoken last, `auto-en` or `auto-hi`.
        """


class Whisper:
    """faster-whisper with int8 weights on the CPU, listening in one manner."""

    def __init__(self, weights: Weights, manner: Manner = ENGLISH) -> None:
        # Threads that spin while they wait take the processor from those they wait for: on a busy machine an utterance
        # takes a tenth to a third less time without, on a quiet one the same. Read when the library is loaded.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from faster_whisper.transcribe import WhisperModel

        self.name = weights.name
        self._model = WhisperModel(
            str(weights.path),
            device="cpu",
            compute_type="int8",
            cpu_threads=min(4, os.cpu_count() or 1),
            local_files_only=True,
        )
        self._model.encode = _Remembering(self._model.encode)
        self._listen_in(manner)

    def in_manner(self, manner: Manner) -> Whisper:
        """Return the same model listening in another manner; its weights are shared."""
        other = copy(self)
        other._listen_in(manner)
        return other

    def _listen_in(self, manner: Manner) -> None:
        from faster_whisper.tokenizer import Tokenizer
        from faster_whisper.transcribe import get_suppressed_tokens

        letters = self._model.hf_tokenizer
        self._manner = manner
        self._tokenizer = Tokenizer(letters, self._model.model.is_multilingual, "transcribe", manner.language)
        said_before = self._tokenizer.encode(f" {manner.prompt}")
        self._prompt = self._model.get_prompt(self._tokenizer, said_before, without_timestamps=True)
        # -1 stands for the signs that are never spoken.
        never_written = [-1, *(tokens_beyond_latin_words(letters) if manner.latin_words_only else ())]
        self._suppressed = get_suppressed_tokens(self._tokenizer, never_written)

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return the words in the samples, heard as the manner's language."""
        seconds = len(samples) / RATE_HZ
        heard = self._model.model.generate(
            self._encoded(samples),
            [self._prompt],
            beam_size=BEAMS,
            patience=PATIENCE,
            num_hypotheses=self._manner.readings,
            repetition_penalty=1.05,
            max_length=len(self._prompt) + int(8 * seconds) + 8,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=self._suppressed,
        )[0]
        readings = [
            self._reading(tokens, score, seconds)
            for tokens, score in zip(heard.sequences_ids, heard.scores, strict=True)
        ]
        best, *others = readings
        if heard.no_speech_prob > SILENT and best.confidence < GUESSED:
            return Recognition("", self._manner.language, 0.0)
        return replace(best, others=tuple(others))

    def _encoded(self, samples: NDArray[np.int16]) -> Any:
        # The last frame is half made of silence after the end; the library leaves it out too.
        return self._model.encode(in_window(self._model.feature_extractor(to_float(samples))[..., :-1]))

    def _reading(self, tokens: list[int], score: float, seconds: float) -> Recognition:
        text = self._manner.repair(clean(self._tokenizer.decode(tokens), seconds))
        # The score is that of a token; the end of the text counts as one more, and as certain.
        return Recognition(text, self._manner.language, math.exp(score * len(tokens) / (len(tokens) + 1)))

    def share_of_english(self, samples: NDArray[np.int16]) -> float:
        """Return the probability that the samples are English, for a model that knows several languages."""
        likely = dict(self._model.model.detect_language(self._encoded(samples))[0])
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


def in_window(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return mel features, bands by frames, cut or filled with silence to the window that fits them."""
    from faster_whisper.audio import pad_or_trim

    padded: NDArray[np.float32] = pad_or_trim(features, window_frames(features.shape[-1]))
    return padded
