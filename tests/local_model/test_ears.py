"""The hearing of a session: what it asks of the recogniser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.local_model.fakes import audio, engines, silence, speech
from tutor_cli.local_model.ears import Ears
from tutor_cli.local_model.hearing.bilingual import PROBABLY_ENGLISH, PROBABLY_HINDI
from tutor_cli.local_model.hearing.whisper import Recognition
from tutor_cli.local_model.scripted import ScriptedMind
from tutor_cli.local_model.thought import Setup
from tutor_cli.local_model.wire.client import ClientSetup

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Listening:
    """Hears one language after another, and remembers which it was asked for."""

    name = "fake"

    def __init__(self, *languages: str) -> None:
        self._languages = list(languages)
        self.asked: list[str] = []

    def recognise(self, samples: NDArray[np.int16], language: str = "auto") -> Recognition:
        """Return a word in the next language."""
        self.asked.append(language)
        return Recognition("word", self._languages.pop(0))


async def _listen(recogniser: Listening, lesson: str) -> None:
    """Say one word for each language, and wait for each to be heard."""
    heard: asyncio.Queue[asyncio.Future[Recognition]] = asyncio.Queue()
    loaded = engines(ScriptedMind)
    loaded.recogniser = recogniser

    async def on_start() -> None:
        """Do nothing."""

    async with asyncio.TaskGroup() as tasks:
        ears = Ears(ClientSetup(Setup()), loaded, tasks, on_start, lambda found, _: heard.put_nowait(found), lesson)
        for _ in range(3):
            await ears.take(audio(speech(640), silence(1300)))
            await (await heard.get())
    loaded.close()


@pytest.mark.parametrize(
    ("lesson", "asked"),
    [("auto", ["auto", PROBABLY_HINDI, PROBABLY_ENGLISH]), ("en", ["en", "en", "en"]), ("hi", ["hi"] * 3)],
)
async def test_the_language_spoken_last_is_expected(lesson: str, asked: list[str]) -> None:
    """Where a lesson may be in either language, the one spoken last is tried first; else the lesson's."""
    recogniser = Listening("hi", "en", "hi")
    await _listen(recogniser, lesson)
    assert recogniser.asked == asked
