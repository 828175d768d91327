"""One turn of the tutor: actions carried out, tools waited for, sentences spoken and sent as soon as they are ready."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from tutor_cli.local_model.faults import Fault, FaultKind, ServiceFailure
from tutor_cli.local_model.playback import TRANSPORT_S, Playback
from tutor_cli.local_model.thought import Action, CallTool, Mind, Say, ToolAnswer
from tutor_cli.local_model.voice.port import BYTES_PER_SECOND
from tutor_cli.local_model.voice.sentences import split
from tutor_cli.local_model.wire.server import (
    Audio,
    GenerationComplete,
    OutputTranscription,
    ServerMessage,
    Text,
    ToolCall,
    TurnComplete,
    Usage,
)

if TYPE_CHECKING:
    from tutor_cli.local_model.engines import Engines
    from tutor_cli.local_model.wire.client import ClientSetup

# The first piece is short, so that it is played at once; later ones are long, because each costs the same to send.
FIRST_CHUNK_MS, CHUNK_MS = 40, 200
# The service sends faster than sound is played, but a client that gets a whole sentence at once spends its next 50 ms
# on analysing it (the transcript's synchronizer of livekit-agents 1.8.9 takes windows of a second), before it is heard.
AHEAD_S = 0.6
# A tool that has not answered by now will not.
TOOL_DEADLINE_S = 60.0

Send = Callable[[ServerMessage], Awaitable[None]]
Sleep = Callable[[float], Awaitable[object]]


@dataclass
class Speaker:
    """Says sentences to the client, as sound or as text, whichever it asked for."""

    setup: ClientSetup
    engines: Engines
    send: Send
    clock: Callable[[], float]
    sleep: Sleep = asyncio.sleep
    playback: Playback = field(default_factory=Playback)
    first_sound_s: float | None = None
    in_real_time: bool = False
    """Whether sound is sent as it is played: what answers speech is; what answers a text may only be read."""

    def begin(self, *, in_real_time: bool) -> None:
        """Note that a new reply begins, sent as it is played or at once; `first_sound_s` tells its first sound."""
        self.playback.begin(self.clock())
        self.first_sound_s = None
        self.in_real_time = in_real_time

    async def say(self, say: Say, *, silent: bool = False) -> None:
        """Send a sentence; its transcript goes out with the first of its sound."""
        if self.setup.modality == "TEXT":
            await self.send(Text(say.text + " "))
            return
        transcript = say.text
        async for pcm in self._sound_of(say):
            if transcript and self.setup.transcribes_output:
                await self.send(OutputTranscription(transcript + " "))
            self.first_sound_s = self.first_sound_s or self.clock()
            heard_s = self.playback.sent(transcript, len(pcm) / BYTES_PER_SECOND, self.clock())
            transcript = ""
            for chunk in _chunks(bytes(len(pcm)) if silent else pcm):
                await self._keep_pace(heard_s)
                await self.send(Audio(chunk))
                heard_s += len(chunk) / BYTES_PER_SECOND

    async def _keep_pace(self, heard_s: float) -> None:
        early_s = heard_s - TRANSPORT_S - AHEAD_S - self.clock()
        if self.in_real_time and early_s > 0:
            await self.sleep(early_s)

    async def _sound_of(self, say: Say) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        pieces = self.engines.voice.speak(say.spoken, say.language)
        while (pcm := await loop.run_in_executor(self.engines.voice_pool, next, pieces, None)) is not None:
            yield pcm


class Reply:
    """The tutor's turn, from the first action to `turnComplete`; cancelling the task that runs it ends it at once."""

    def __init__(self, mind: Mind, speaker: Speaker, faults: dict[FaultKind, Fault]) -> None:
        self._mind = mind
        self._speaker = speaker
        self._faults = faults
        self._waiting: dict[str, CallTool] = {}
        self._answers: asyncio.Queue[ToolAnswer] = asyncio.Queue()
        self.tools_s = 0.0
        """How long tools were waited for before the first sound."""

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """The ids of tool calls that are not answered yet."""
        return tuple(self._waiting)

    def answered(self, answer: ToolAnswer) -> None:
        """Take a tool's answer; one that nobody waits for is ignored."""
        if answer.id in self._waiting:
            self._answers.put_nowait(answer)

    async def run(self, actions: list[Action], prompt_words: int) -> None:
        """Carry out the actions and those that follow from the tools' answers, then close the turn.

        Words stand in for tokens in the usage: `prompt_words` is how many the actions answer.
        """
        send = self._speaker.send
        words = await self._perform(actions)
        while self._waiting:
            asked_s = self._speaker.clock()
            answer = await self._next_answer()
            if self._speaker.first_sound_s is None:
                self.tools_s += self._speaker.clock() - asked_s
            words += await self._perform(self._mind.tool_answered(answer))
        await send(GenerationComplete())
        await send(Usage(prompt_words, words))
        await send(TurnComplete())

    async def _perform(self, actions: list[Action]) -> int:
        words = 0
        for kind, group in groupby(actions, type):
            if kind is CallTool:
                await self._call([action for action in group if isinstance(action, CallTool)])
                continue
            for say in (sentence for action in group if isinstance(action, Say) for sentence in split(action)):
                await self._say(say)
                words += len(say.text.split())
        return words

    async def _say(self, say: Say) -> None:
        await self._speaker.say(say, silent="silent" in self._faults)
        if "close_1011" in self._faults:
            raise ServiceFailure("The service is currently unavailable.")

    async def _call(self, calls: list[CallTool]) -> None:
        self._waiting |= {call.id: call for call in calls}
        await self._speaker.send(ToolCall(tuple(calls)))

    async def _next_answer(self) -> ToolAnswer:
        try:
            async with asyncio.timeout(TOOL_DEADLINE_S):
                answer = await self._answers.get()
        except TimeoutError:
            late = next(iter(self._waiting.values()))
            answer = ToolAnswer(late.id, late.name, {"error": f"no answer within {TOOL_DEADLINE_S:g} s"})
        del self._waiting[answer.id]
        return answer


def _chunks(pcm: bytes) -> Iterator[bytes]:
    first = BYTES_PER_SECOND * FIRST_CHUNK_MS // 1000
    size = BYTES_PER_SECOND * CHUNK_MS // 1000
    yield pcm[:first]
    for start in range(first, len(pcm), size):
        yield pcm[start : start + size]
