"""The hearing of one session: its audio goes to the listener, its pauses and utterances to the recogniser."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tutor_cli.local_model.hearing.bilingual import PROBABLY_ENGLISH, PROBABLY_HINDI
from tutor_cli.local_model.hearing.listener import (
    ListenerEvent,
    ManualListener,
    SpeechEnded,
    SpeechPaused,
    SpeechResumed,
    SpeechStarted,
)
from tutor_cli.local_model.hearing.resample import Resampler
from tutor_cli.local_model.wire.client import ActivityEnd, ActivityStart, AudioInput, AudioStreamEnd, ClientSetup
from tutor_cli.local_model.wire.fields import INVALID_ARGUMENT, WireError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tutor_cli.local_model.engines import Engines
    from tutor_cli.local_model.hearing.whisper import Recognition

Hearable = AudioInput | ActivityStart | ActivityEnd | AudioStreamEnd
OnStart = Callable[[], Awaitable[None]]
OnUtterance = Callable[["asyncio.Future[Recognition]", int], None]

_NO_MANUAL_ACTIVITY = "Explicit activity control is not supported when automatic activity detection is enabled."


class Ears:
    """Tells when the student begins to speak and when an utterance is finished.

    `on_start` is awaited at the first sound; `on_utterance` is called with the recognition, which may still be under
    way, and the silence in milliseconds that ended the utterance. `language` is that of the lesson: en, hi or auto.
    """

    def __init__(
        self,
        setup: ClientSetup,
        engines: Engines,
        tasks: asyncio.TaskGroup,
        on_start: OnStart,
        on_utterance: OnUtterance,
        language: str = "auto",
    ) -> None:
        self._engines = engines
        self._tasks = tasks
        self._on_start = on_start
        self._on_utterance = on_utterance
        self._language = language
        self._resampler = Resampler()
        self._listener = engines.make_listener(setup.silence_ms)
        self._manual = None if setup.automatic_activity else ManualListener()
        self._recognition: asyncio.Future[Recognition] | None = None

    async def take(self, message: Hearable) -> None:
        """Take what the client says about sound; raise WireError for marks of activity that were not agreed on."""
        match message:
            case AudioInput(pcm, rate_hz):
                await self._notice((self._manual or self._listener).feed(self._resampler.push(pcm, rate_hz)))
            case AudioStreamEnd():
                await self._notice((self._manual or self._listener).flush())
            case ActivityStart():
                await self._notice(self._by_hand().start())
            case ActivityEnd():
                await self._notice(self._by_hand().flush())

    def _by_hand(self) -> ManualListener:
        if self._manual is None:
            raise WireError(INVALID_ARGUMENT, _NO_MANUAL_ACTIVITY)
        return self._manual

    async def _notice(self, events: list[ListenerEvent]) -> None:
        for event in events:
            match event:
                case SpeechStarted():
                    await self._on_start()
                case SpeechPaused(samples):
                    self._tasks.create_task(self._listen_ahead(self._start(samples)))
                case SpeechResumed():
                    self._drop()
                case SpeechEnded(samples, silence_ms):
                    recognition = self._recognition or self._start(samples)
                    self._recognition = None
                    self._on_utterance(recognition, silence_ms)

    def _start(self, samples: NDArray[np.int16]) -> asyncio.Future[Recognition]:
        loop = asyncio.get_running_loop()
        recognise = self._engines.recogniser.recognise
        self._recognition = loop.run_in_executor(self._engines.hearing_pool, recognise, samples, self._language)
        self._recognition.add_done_callback(self._remember_language)
        return self._recognition

    def _remember_language(self, recognition: asyncio.Future[Recognition]) -> None:
        """Expect the language of what was said, where the lesson may be held in either."""
        if self._language in ("en", "hi") or recognition.cancelled() or recognition.exception():
            return
        heard = recognition.result()
        if heard.text:
            self._language = PROBABLY_HINDI if heard.language == "hi" else PROBABLY_ENGLISH

    def _drop(self) -> None:
        if self._recognition:
            self._recognition.cancel()
        self._recognition = None

    async def _listen_ahead(self, recognition: asyncio.Future[Recognition]) -> None:
        """Tell the listener what was recognised in a pause, unless the student has spoken on or the turn has ended."""
        await asyncio.wait([recognition])
        if recognition is self._recognition:
            await self._notice(self._listener.recognised(recognition.result().text))
