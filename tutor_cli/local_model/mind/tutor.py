"""The local mind: takes what was heard, gives what is said and which tools are called. No I/O, no clock."""

from __future__ import annotations

from collections.abc import Iterable

from tutor_cli.local_model.mind import chatting, confirming, dialogue, history
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Call, Turn, say
from tutor_cli.local_model.mind.options import options_in
from tutor_cli.local_model.mind.telling import facts
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.local_model.mind.utterance.words import Language, language_of
from tutor_cli.local_model.mind.wording import Wording
from tutor_cli.local_model.thought import Action, CallTool, Heard, Say, Setup, ToolAnswer

# English words that Hindi has taken over.
_SAID_IN_HINDI = ("thanks", "bye", "greet")
# So many words in Hindi, and whoever had asked for English speaks Hindi again.
_SENTENCE = 3
# "Again slowly" is more than saying the same once more.
_MORE_THAN_AGAIN = ("slowly", "dont_understand", "question_was", "first_step", "step_number", "last_step")


class TutorMind:
    """A maths tutor that keeps one conversation; implements `thought.Mind`.

    A turn that waits for a tool is kept with the id of the call. When the pupil speaks before the tool has answered,
    the turn is dropped and a late answer is ignored.
    """

    def __init__(self) -> None:
        self._conversation = Conversation()
        self._wording = Wording(self._conversation.options)
        self._started = False
        self._turn: Turn | None = None
        self._waiting_for = ""
        self._calls = 0
        self._reply: list[Say] = []
        self._unheard: list[Say] = []

    def start(self, setup: Setup) -> list[Action]:
        """Take the options and tools; after a reconnect only the tools, the conversation goes on."""
        tools = frozenset(tool.name for tool in setup.tools)
        if self._started:
            self._conversation.tools = tools
            return []
        options = options_in(setup.instructions)
        self._started, self._wording = True, Wording(options)
        self._conversation = Conversation.begun(options, tools)
        return []

    def hear(self, heard: Heard) -> list[Action]:
        """Answer the pupil, or greet where the client's program asks for words of our own."""
        conversation = self._conversation
        conversation.said_before, conversation.said = conversation.said, []
        conversation.heard_before = conversation.heard
        utterance = understand("" if heard.source == "instruction" else heard.text)
        if heard.source == "instruction":
            return self._begin(chatting.greet(conversation))
        conversation.language = self._language_for(heard, utterance)
        if confirming.is_unsure(conversation, heard):
            return self._begin(confirming.ask(conversation, heard.text))
        if self._reply and self._is_said_again(utterance):
            return self._repeat()
        if utterance.is_first("next") and self._unheard:
            return self._resume()
        if utterance.whole != "wait":
            self._unheard = []
        return self._begin(dialogue.respond(conversation, utterance))

    def tool_answered(self, answer: ToolAnswer) -> list[Action]:
        """Go on with the turn that waits for this answer."""
        if self._turn is None or answer.id != self._waiting_for:
            return []
        return self._go_on(self._turn, answer.response)

    def interrupted(self, heard_text: str) -> None:
        """Drop what was not said yet; remember what of the reply was not heard, so that "go on" can say it."""
        self._drop_turn()
        heard_words = len(heard_text.split())
        self._unheard = []
        for sentence in self._reply:
            heard_words -= len(sentence.text.split())
            if heard_words < 0:
                self._unheard.append(sentence)

    def _language_for(self, heard: Heard, utterance: Utterance) -> Language:
        conversation = self._conversation
        if conversation.asked_for_english and len(heard.text.split()) >= _SENTENCE and language_of(heard.text) == "hi":
            conversation.chosen_language = False
        if conversation.chosen_language or (conversation.language == "hi" and utterance.whole in _SAID_IN_HINDI):
            return conversation.language
        if found := language_of(heard.text):
            return found
        if utterance.only_hindi:
            return "hi"
        return "hi" if heard.language == "hi" else conversation.language

    def _is_said_again(self, utterance: Utterance) -> bool:
        more = utterance.match(*_MORE_THAN_AGAIN) or history.recalled(self._conversation, utterance)
        named = history.version(self._conversation, utterance.text) or facts.asked_for(utterance.text)
        return utterance.is_first("again") and not more and not named

    def _repeat(self) -> list[Action]:
        self._drop_turn()
        return [*self._reply]

    def _resume(self) -> list[Action]:
        self._drop_turn()
        self._reply, self._unheard = self._unheard, []
        return [*self._reply]

    def _begin(self, turn: Turn) -> list[Action]:
        self._drop_turn()
        self._reply = []
        return self._go_on(turn, None)

    def _go_on(self, turn: Turn, answer: dict[str, object] | None) -> list[Action]:
        actions: list[Action] = []
        self._turn = None
        try:
            while True:
                move = turn.send(answer) if answer is not None else next(turn)
                answer = None
                if isinstance(move, Call):
                    self._turn = turn
                    return [*actions, self._call(move)]
                self._conversation.said.append(move.key)
                actions.extend(self._keep(self._wording.say(move, self._conversation.language)))
        except StopIteration:
            return actions or self._closing()

    def _closing(self) -> list[Action]:
        """Return words for a turn that would end without any: a client waits for them after its tool's result."""
        key = "go_on" if self._reply else "not_understood"
        return [*self._keep(self._wording.say(say(key), self._conversation.language))]

    def _call(self, call: Call) -> CallTool:
        self._calls += 1
        self._waiting_for = f"{call.name}-{self._calls}"
        return CallTool(self._waiting_for, call.name, call.arguments)

    def _keep(self, said: Iterable[Say]) -> Iterable[Say]:
        for sentence in said:
            self._reply.append(sentence)
            yield sentence

    def _drop_turn(self) -> None:
        if self._turn is not None:
            self._turn.close()
            self._turn = None
