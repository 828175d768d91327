"""A conversation without a socket: what the client sends, what it is sent, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import numpy as np
import pytest

from tests.local_model.fakes import NOT_UNDERSTOOD, audio, engines, silence, speech
from tutor_cli.local_model import session
from tutor_cli.local_model.faults import Fault, ServiceFailure, parse
from tutor_cli.local_model.scripted import ScriptedMind
from tutor_cli.local_model.session import Conversation, Session
from tutor_cli.local_model.thought import Action, CallTool, Heard, Say, Setup, ToolAnswer
from tutor_cli.local_model.wire.client import (
    ActivityEnd,
    ActivityStart,
    AudioStreamEnd,
    ClientContent,
    ClientSetup,
    Content,
    TextInput,
    ToolAnswers,
)
from tutor_cli.local_model.wire.fields import WireError
from tutor_cli.local_model.wire.server import (
    Audio,
    GenerationComplete,
    GoAway,
    InputTranscription,
    Interrupted,
    OutputTranscription,
    ResumptionUpdate,
    ServerMessage,
    Text,
    ToolCall,
    ToolCallCancellation,
    TurnComplete,
    Usage,
)

SETUP = ClientSetup(Setup(), transcribes_input=True, transcribes_output=True)
QUESTION = audio(silence(200), speech(800), silence(900))
SOLVE = CallTool("1", "solve", {"problem": "2x=4"})


class Talk:
    """A session under test: what it sent, and the clock it reads."""

    def __init__(self, mind: ScriptedMind) -> None:
        self.mind = mind
        self.sent: asyncio.Queue[ServerMessage] = asyncio.Queue()
        self.now_s = 100.0
        self.waits_s: list[float] = []
        self.session: Session

    async def send(self, message: ServerMessage) -> None:
        """Keep what the session sends."""
        self.sent.put_nowait(message)

    async def sleep(self, seconds: float) -> None:
        """Wait for nothing, but remember for how long it should have been."""
        self.waits_s.append(seconds)

    async def until(self, kind: type[ServerMessage]) -> list[ServerMessage]:
        """Return what is sent up to the next message of a kind; pieces of audio become one."""
        messages: list[ServerMessage] = []
        async with asyncio.timeout(5):
            while not (messages and isinstance(messages[-1], kind)):
                messages.append(await self.sent.get())
        return joined(messages)


def joined(messages: Iterable[ServerMessage]) -> list[ServerMessage]:
    """Return the messages with neighbouring pieces of audio joined."""
    result: list[ServerMessage] = []
    for message in messages:
        if isinstance(message, Audio) and result and isinstance(result[-1], Audio):
            result[-1] = Audio(result[-1].pcm + message.pcm)
        else:
            result.append(message)
    return result


@asynccontextmanager
async def conversation(
    script: Iterable[list[Action]] = (),
    setup: ClientSetup = SETUP,
    texts: tuple[str, ...] = ("two plus two",),
    faults: tuple[Fault, ...] = (),
    handle: str = "",
) -> AsyncIterator[Talk]:
    """Open a session over fake engines; it ends with the block."""
    mind = ScriptedMind(script)
    talk = Talk(mind)
    parts = engines(lambda: mind, *texts)
    async with asyncio.TaskGroup() as tasks:
        talk.session = Session(
            setup,
            Conversation(mind),
            parts,
            talk.send,
            tasks,
            handle=handle,
            faults=faults,
            clock=lambda: talk.now_s,
            sleep=talk.sleep,
        )
        await talk.session.start()
        yield talk
    parts.close()


def kinds(messages: list[ServerMessage]) -> list[type]:
    """Return the types of messages."""
    return [type(message) for message in messages]


async def test_a_spoken_question() -> None:
    """The student's words come first, then the reply's words with its sound, then the end of the turn."""
    async with conversation() as talk:
        await talk.session.take(QUESTION)
        messages = await talk.until(TurnComplete)
    assert messages[:2] == [InputTranscription("two plus two"), OutputTranscription("I heard: two plus two ")]
    assert kinds(messages[2:]) == [Audio, GenerationComplete, Usage, TurnComplete]
    assert isinstance(messages[2], Audio)
    assert len(messages[2].pcm) == 48_000
    assert talk.mind.heard == [Heard("two plus two", "en", 1.0)]


async def test_a_language_that_cannot_be_heard() -> None:
    """The student is told so, and the mind gets nothing to guess from."""
    async with conversation(texts=(NOT_UNDERSTOOD,)) as talk:
        await talk.session.take(QUESTION)
        messages = await talk.until(TurnComplete)
    said = [message.text for message in messages if isinstance(message, OutputTranscription)]
    assert "I can hear only English here." in said[0]
    assert not any(isinstance(message, InputTranscription) for message in messages)
    assert talk.mind.heard == []


async def test_sound_is_not_sent_long_before_it_is_heard() -> None:
    """Of a second of sound 0.6 s are sent at once, and the rest at the pace at which it is played."""
    async with conversation() as talk:
        await talk.session.take(QUESTION)
        await talk.until(TurnComplete)
    # Pieces begin at 0.04, 0.24, 0.44, 0.64 and 0.84 s, and the test's clock stands still.
    assert talk.waits_s == [pytest.approx(0.04), pytest.approx(0.24)]


async def test_the_answer_to_a_text_is_sent_at_once() -> None:
    """Who types may read the answer, and waits for no sound."""
    async with conversation() as talk:
        await talk.session.take(TextInput("two plus two"))
        await talk.until(TurnComplete)
    assert talk.waits_s == []


async def test_first_piece_of_sound_is_short() -> None:
    """The first 40 ms are sent by themselves, so that they can be played at once."""
    async with conversation() as talk:
        await talk.session.take(QUESTION)
        pieces = []
        while not isinstance(message := await talk.sent.get(), TurnComplete):
            pieces += [len(message.pcm)] if isinstance(message, Audio) else []
    assert pieces[:2] == [1920, 9600]


async def test_a_pause_is_recognised_ahead_and_dropped() -> None:
    """What was recognised in a pause is dropped when the student speaks on; the whole utterance is answered."""
    async with conversation(texts=("two plus", "two plus two")) as talk:
        await talk.session.take(audio(speech(800), silence(200)))
        await asyncio.sleep(0.05)
        await talk.session.take(audio(speech(800), silence(900)))
        messages = await talk.until(TurnComplete)
    assert messages[0] == InputTranscription("two plus two")


async def test_a_noise_is_not_answered() -> None:
    """An utterance without words passes in silence."""
    async with conversation(texts=("",)) as talk:
        await talk.session.take(QUESTION)
    assert talk.sent.empty()
    assert talk.mind.heard == []


async def test_typed_turns() -> None:
    """Text typed in either way is answered like speech; history before it is not."""
    async with conversation() as talk:
        await talk.session.take(TextInput("one"))
        await talk.until(TurnComplete)
        talk.now_s += 10
        history = (Content("user", "old"), Content("model", "answer"), Content("user", "two"))
        await talk.session.take(ClientContent(history))
        await talk.session.take(ClientContent((), turn_complete=True))
        await talk.until(TurnComplete)
    assert talk.mind.heard == [Heard("one", source="typed"), Heard("two", source="typed")]


async def test_history_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that adds to the history for ever is refused."""
    monkeypatch.setattr(session, "LONGEST_HISTORY_CHARACTERS", 10)
    async with conversation() as talk:
        await talk.session.take(ClientContent((Content("user", "0123456789"),)))
        with pytest.raises(WireError):
            await talk.session.take(ClientContent((Content("user", "x"),)))


async def test_typing_after_a_reply_is_no_interruption() -> None:
    """A reply that was sent whole was read: typing on, even while it would still be playing, breaks nothing off."""
    async with conversation() as talk:
        for text in ("one", "two"):
            await talk.session.take(TextInput(text))
            assert Interrupted() not in await talk.until(TurnComplete)
        assert talk.mind.interruptions == []


async def test_typing_into_a_reply_breaks_it_off() -> None:
    """A text turn while the reply still waits for a tool takes its place."""
    async with conversation([[SOLVE], [Say("Yes?", "Yes?")]]) as talk:
        await talk.session.take(TextInput("solve"))
        await talk.until(ToolCall)
        await talk.session.take(TextInput("wait"))
        messages = await talk.until(TurnComplete) + await talk.until(TurnComplete)
    assert messages[:3] == [ToolCallCancellation(("1",)), Interrupted(), TurnComplete()]
    assert OutputTranscription("Yes? ") in messages


async def test_text_replies() -> None:
    """A client that asked for text gets no sound."""
    async with conversation([[Say("$4$.", "four.")]], ClientSetup(Setup(), modality="TEXT")) as talk:
        await talk.session.take(TextInput("two plus two"))
        messages = await talk.until(TurnComplete)
    assert messages == [Text("$4$. "), GenerationComplete(), Usage(3, 1), TurnComplete()]


async def test_tools() -> None:
    """A reply may call tools on the way; the turn goes on with their answers and only then is complete."""
    async with conversation([[Say("Let me see.", "Let me see."), SOLVE]]) as talk:
        await talk.session.take(TextInput("solve 2x=4"))
        before = await talk.until(ToolCall)
        await talk.session.take(ToolAnswers((ToolAnswer("unknown", "solve", {}),)))
        await talk.session.take(ToolAnswers((ToolAnswer("1", "solve", {"output": "x is two."}),)))
        after = await talk.until(TurnComplete)
    assert kinds(before) == [OutputTranscription, Audio, ToolCall]
    assert after[0] == OutputTranscription("x is two. ")
    assert [answer.id for answer in talk.mind.answers] == ["1"]


async def test_barge_in_while_the_reply_is_playing() -> None:
    """Speech over a reply that was sent but is still playing stops it, and the mind knows what was heard."""
    async with conversation([[Say("One two three four.", "One two three four.")]]) as talk:
        await talk.session.take(QUESTION)
        await talk.until(TurnComplete)
        talk.now_s += 0.95
        await talk.session.take(audio(speech(200)))
        assert joined([talk.sent.get_nowait()]) == [Interrupted()]
        assert talk.sent.empty()
    assert talk.mind.interruptions == ["One two three"]


async def test_a_question_with_a_pause() -> None:
    """A student who goes on before anything was heard has only paused: the whole question is answered."""
    async with conversation(texts=("two plus two", "times three", "")) as talk:
        await talk.session.take(QUESTION)
        await talk.until(TurnComplete)
        await talk.session.take(audio(speech(400), silence(900)))
        assert await talk.until(Interrupted) == [Interrupted()]
        messages = await talk.until(TurnComplete)
        await talk.session.take(audio(speech(400), silence(900)))
        again = await talk.until(TurnComplete)
    assert messages[:2] == [
        InputTranscription("times three"),
        OutputTranscription("I heard: two plus two times three "),
    ]
    assert again[:2] == [Interrupted(), OutputTranscription("I heard: two plus two times three ")]
    assert talk.mind.interruptions == ["", ""]


async def test_speech_while_nothing_was_answered_yet() -> None:
    """A student who goes on while the first words are still being recognised interrupts nobody."""
    setup = ClientSetup(Setup(), transcribes_input=True, automatic_activity=False)
    async with conversation(setup=setup, texts=("two plus", "two")) as talk:
        for message in (ActivityStart(), audio(speech(400)), ActivityEnd()) * 2:
            await talk.session.take(message)
        messages = await talk.until(GenerationComplete)
    assert InputTranscription("two plus two") in messages
    assert [heard.text for heard in talk.mind.heard] == ["two plus two"]
    assert talk.mind.interruptions == []


async def test_a_question_after_an_answer() -> None:
    """Once the reply was heard, what comes next is a new question."""
    async with conversation(texts=("one", "two", "three")) as talk:
        for later_s in (1.2, 60, 60):
            await talk.session.take(QUESTION)
            await talk.until(TurnComplete)
            talk.now_s += later_s
    assert [heard.text for heard in talk.mind.heard] == ["one", "two", "three"]


async def test_barge_in_cancels_tools() -> None:
    """Speech while a tool runs takes the call back, ends the turn, and its late answer is ignored."""
    async with conversation([[SOLVE], [Say("Yes?", "Yes?")]]) as talk:
        await talk.session.take(TextInput("solve"))
        await talk.until(ToolCall)
        await talk.session.take(audio(speech(200)))
        assert await talk.until(TurnComplete) == [ToolCallCancellation(("1",)), Interrupted(), TurnComplete()]
        await talk.session.take(ToolAnswers((ToolAnswer("1", "solve", {}),)))
        await talk.session.take(audio(speech(400), silence(900)))
        assert (await talk.until(TurnComplete))[1] == OutputTranscription("Yes? ")
    assert talk.mind.answers == []


async def test_no_interruption() -> None:
    """A client may forbid interruptions: the turns are then answered one after the other."""
    setup = ClientSetup(Setup(), transcribes_output=True, interruptible=False)
    async with conversation(setup=setup) as talk:
        await talk.session.take(TextInput("one"))
        await talk.session.take(TextInput("two"))
        said = await talk.until(TurnComplete) + await talk.until(TurnComplete)
    texts = [message.text for message in said if isinstance(message, OutputTranscription)]
    assert texts == ["I heard: one ", "I heard: two "]


async def test_activity_by_hand() -> None:
    """A client that detects speech itself is answered at its mark, without waiting for silence."""
    setup = ClientSetup(Setup(), transcribes_input=True, automatic_activity=False)
    async with conversation(setup=setup) as talk:
        await talk.session.take(ActivityStart())
        await talk.session.take(audio(np.ones(8000, np.int16)))
        await talk.session.take(ActivityEnd())
        assert (await talk.until(TurnComplete))[0] == InputTranscription("two plus two")


async def test_activity_by_hand_must_be_agreed_on() -> None:
    """Marks of activity beside automatic detection are refused as the service refuses them."""
    async with conversation() as talk:
        with pytest.raises(WireError, match="Explicit activity control"):
            await talk.session.take(ActivityStart())
        with pytest.raises(WireError):
            await talk.session.take(SETUP)


async def test_closed_microphone() -> None:
    """The end of the audio stream ends the utterance."""
    async with conversation() as talk:
        await talk.session.take(audio(speech(800)))
        await talk.session.take(AudioStreamEnd())
        assert (await talk.until(TurnComplete))[0] == InputTranscription("two plus two")


async def test_resumption_handle() -> None:
    """The handle is sent at the start and after each turn."""
    async with conversation(handle="h") as talk:
        assert await talk.until(ResumptionUpdate) == [ResumptionUpdate("h")]
        await talk.session.take(TextInput("one"))
        await talk.until(TurnComplete)
        assert await talk.until(ResumptionUpdate) == [ResumptionUpdate("h")]


async def test_fault_stall() -> None:
    """A stalled service hears and never answers; the next turn is answered."""
    async with conversation(faults=parse("stall@1")) as talk:
        await talk.session.take(TextInput("one"))
        await asyncio.sleep(0.05)
        assert talk.sent.empty()
        await talk.session.take(TextInput("two"))
        assert OutputTranscription("I heard: two ") in await talk.until(TurnComplete)


async def test_fault_silent_and_go_away() -> None:
    """A silent service sends samples that are all zero; one that goes away says so before it answers."""
    async with conversation(faults=parse("silent,go_away=2")) as talk:
        await talk.session.take(TextInput("one"))
        messages = await talk.until(TurnComplete)
    assert messages[0] == GoAway(2000)
    assert Audio(bytes(48_000)) in messages


async def test_fault_close() -> None:
    """A failing service breaks off after its first sound."""
    with pytest.raises(ExceptionGroup) as group:
        async with conversation(faults=parse("close_1011")) as talk:
            await talk.session.take(TextInput("one"))
            await talk.until(Audio)
            await asyncio.sleep(1)
    assert group.group_contains(ServiceFailure)
