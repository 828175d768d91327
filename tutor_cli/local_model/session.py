"""The conversation on one connection: what arrives is heard, the mind answers, the student may interrupt.

Everything runs on one event loop and in one task group: the caller's `take` for each message, a task that listens
ahead in a pause, and one that carries out the tutor's turn.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor_cli.local_model.ears import Ears
from tutor_cli.local_model.faults import Fault, at_turn
from tutor_cli.local_model.hearing.text import mended
from tutor_cli.local_model.language import ENGLISH_ONLY, lesson_language
from tutor_cli.local_model.prompts import heard_from
from tutor_cli.local_model.reply import Reply, Send, Sleep, Speaker
from tutor_cli.local_model.thought import Action, Heard, Mind
from tutor_cli.local_model.wire.client import (
    ActivityEnd,
    ActivityStart,
    AudioInput,
    AudioStreamEnd,
    ClientContent,
    ClientMessage,
    ClientSetup,
    Content,
    TextInput,
    ToolAnswers,
)
from tutor_cli.local_model.wire.fields import WireError
from tutor_cli.local_model.wire.server import (
    GoAway,
    InputTranscription,
    Interrupted,
    ResumptionUpdate,
    ToolCallCancellation,
    TurnComplete,
)

if TYPE_CHECKING:
    from tutor_cli.local_model.engines import Engines
    from tutor_cli.local_model.hearing.whisper import Recognition

logger = logging.getLogger(__name__)

# More than the million tokens of the service's largest context window is never sent.
LONGEST_HISTORY_CHARACTERS = 4 * 2**20


@dataclass
class Conversation:
    """What outlives a connection: the mind, and how many answers it has given."""

    mind: Mind
    turns: int = 0


@dataclass
class Question:
    """What the student said since the tutor was last heard: one utterance, or several with pauses between them."""

    utterances: list[asyncio.Future[Recognition]] = field(default_factory=list)
    told: int = 0

    async def words(self) -> list[Recognition]:
        """Return what was recognised, utterance by utterance, once all of it is."""
        await asyncio.wait(self.utterances)
        return [utterance.result() for utterance in self.utterances]


class Session:
    """One connection's conversation.

    `send` delivers a message to the client, `tasks` own what runs beside the caller, `handle` is what a later
    connection goes on with (empty where the client does not want one), `clock` counts seconds, `sleep` waits for some.
    """

    def __init__(
        self,
        setup: ClientSetup,
        conversation: Conversation,
        engines: Engines,
        send: Send,
        tasks: asyncio.TaskGroup,
        *,
        handle: str = "",
        faults: tuple[Fault, ...] = (),
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._setup = setup
        self._conversation = conversation
        self._mind = conversation.mind
        self._send = send
        self._tasks = tasks
        self._handle = handle
        self._faults = faults
        self._clock = clock
        lesson = lesson_language(setup.setup, engines.language)
        self._language = "hi" if lesson == "hi" else "en"
        self._ears = Ears(setup, engines, tasks, self._interrupt, self._take_utterance, lesson)
        self._speaker = Speaker(setup, engines, send, clock, sleep)
        self._history: list[Content] = []
        self._question = Question()
        self._turn: asyncio.Task[None] | None = None
        self._reply: Reply | None = None

    async def start(self) -> None:
        """Give the mind the client's setup and begin with its greeting, if it has one."""
        await self._send_handle()
        greeting = self._mind.start(self._setup.setup)
        if greeting:
            self._begin_turn(lambda: self._perform(greeting, 0, spoken_to=False))

    async def take(self, message: ClientMessage) -> None:
        """Take one message of the client; raise WireError where the service would refuse it."""
        match message:
            case AudioInput() | AudioStreamEnd() | ActivityStart() | ActivityEnd():
                await self._ears.take(message)
            case TextInput(text):
                await self._take_prompt(Heard(text, self._language, source="typed"))
            case ClientContent():
                await self._take_content(message)
            case ToolAnswers(answers) if self._reply:
                for answer in answers:
                    self._reply.answered(answer)
            case ClientSetup():
                raise WireError

    async def _take_content(self, content: ClientContent) -> None:
        self._history += content.turns
        if sum(len(turn.text) for turn in self._history) > LONGEST_HISTORY_CHARACTERS:
            raise WireError
        if content.turn_complete:
            heard = heard_from(self._history, self._language)
            self._history = []
            await self._take_prompt(heard)

    async def _take_prompt(self, heard: Heard) -> None:
        """Answer a text turn. It breaks off a reply in the making; one that was sent whole counts as read."""
        if self._is_replying:
            await self._interrupt()
        self._speaker.playback.stop(self._clock())
        self._question = Question()
        self._begin_turn(lambda: self._answer(heard, {}))

    def _take_utterance(self, recognition: asyncio.Future[Recognition], silence_ms: int) -> None:
        self._history = []
        self._question.utterances.append(recognition)
        question = self._question
        self._begin_turn(lambda: self._answer_question(question, silence_ms))

    async def _interrupt(self) -> None:
        """Stop the reply that is being made or played, and tell the mind how much of it was heard.

        If nothing was, the student has only paused, and what comes next belongs to the same question.
        """
        now_s = self._clock()
        replying = self._is_replying
        if not self._setup.interruptible or not (replying or self._speaker.playback.is_playing(now_s)):
            self._question = Question()
            return
        if self._turn:
            self._turn.cancel()
        if self._reply:
            await self._break_off(self._reply, now_s)
        await self._send(Interrupted())
        if replying:
            await self._send(TurnComplete())

    @property
    def _is_replying(self) -> bool:
        return self._turn is not None and not self._turn.done()

    async def _break_off(self, reply: Reply, now_s: float) -> None:
        self._reply = None
        heard_text = self._speaker.playback.stop(now_s)
        if heard_text:
            self._question = Question()
        self._mind.interrupted(heard_text)
        if reply.waiting_for:
            await self._send(ToolCallCancellation(reply.waiting_for))

    def _begin_turn(self, work: Callable[[], Awaitable[None]]) -> None:
        self._turn = self._tasks.create_task(self._run_turn(self._turn, work))

    async def _run_turn(self, previous: asyncio.Task[None] | None, work: Callable[[], Awaitable[None]]) -> None:
        if previous:
            await asyncio.wait([previous])
        self._reply = None
        await work()

    async def _answer_question(self, question: Question, silence_ms: int) -> None:
        decided_s = self._clock()
        recognised = await question.words()
        if not all(recognition.understood for recognition in recognised):
            await self._perform([ENGLISH_ONLY], 0, spoken_to=True)
            return
        found = [recognition for recognition in recognised if recognition.text]
        if not found:
            return
        waited_ms = _ms_between(decided_s, self._clock())
        await self._transcribe(found[question.told :])
        question.told = len(found)
        text = mended(" ".join(recognition.text for recognition in found))
        heard = Heard(text, found[-1].language, min(recognition.confidence for recognition in found))
        await self._answer(heard, {"silence_ms": silence_ms, "recognition_ms": waited_ms})

    async def _transcribe(self, found: list[Recognition]) -> None:
        if found and self._setup.transcribes_input:
            await self._send(InputTranscription(" ".join(recognition.text for recognition in found)))

    async def _answer(self, heard: Heard, spent_ms: dict[str, int]) -> None:
        began_s = self._clock()
        actions = self._mind.hear(heard)
        thought_s = self._clock()
        await self._perform(actions, len(heard.text.split()), spoken_to=heard.source == "voice")
        spent_ms["mind_ms"] = _ms_between(began_s, thought_s)
        if self._reply and self._speaker.first_sound_s:
            tools_ms = round(1000 * self._reply.tools_s)
            spent_ms["tools_ms"] = tools_ms
            spent_ms["voice_ms"] = _ms_between(thought_s, self._speaker.first_sound_s) - tools_ms
        logger.info("turn %s", json.dumps(spent_ms))

    async def _perform(self, actions: list[Action], prompt_words: int, *, spoken_to: bool) -> None:
        self._conversation.turns += 1
        faults = at_turn(self._faults, self._conversation.turns)
        if "stall" in faults:
            return
        if "slow" in faults:
            await asyncio.sleep(faults["slow"].seconds)
        if "go_away" in faults:
            await self._send(GoAway(round(faults["go_away"].seconds * 1000)))
        self._speaker.begin(in_real_time=spoken_to)
        self._reply = Reply(self._mind, self._speaker, faults)
        await self._reply.run(actions, prompt_words)
        await self._send_handle()

    async def _send_handle(self) -> None:
        if self._handle:
            await self._send(ResumptionUpdate(self._handle))


def _ms_between(start_s: float, end_s: float) -> int:
    return round((end_s - start_s) * 1000)
