"""A mind whose mistakes cost a turn, not the lesson."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.local_model.failures import log_failure
from tutor_cli.local_model.thought import Action, Heard, Mind, Say, Setup, ToolAnswer

_SORRY = {
    "en": "Sorry, that one was too much for me. Please ask it another way.",
    "hi": "माफ़ कीजिए, यह मुझसे नहीं हो पाया। कृपया इसे दूसरे शब्दों में पूछिए।",
}


class SteadyMind:
    """Thinks with another mind; where that fails the failure is logged, and the pupil is asked to put it another way.

    Otherwise the connection would close in the middle of a lesson, and the tutor would never answer that turn.
    """

    def __init__(self, mind: Mind) -> None:
        self._mind = mind
        self._language = "en"

    def start(self, setup: Setup) -> list[Action]:
        """Start the mind."""
        return self._mind.start(setup)

    def hear(self, heard: Heard) -> list[Action]:
        """Answer what was heard."""
        self._language = heard.language
        return self._unfailing(lambda: self._mind.hear(heard))

    def tool_answered(self, answer: ToolAnswer) -> list[Action]:
        """Go on after a tool."""
        return self._unfailing(lambda: self._mind.tool_answered(answer))

    def interrupted(self, heard_text: str) -> None:
        """Note that the pupil spoke over the tutor."""
        self._mind.interrupted(heard_text)

    def _unfailing(self, think: Callable[[], list[Action]]) -> list[Action]:
        try:
            return think()
        except Exception as error:  # noqa: BLE001  # whatever is wrong with the mind, the pupil is waiting for a reply
            log_failure("a turn", error)
            words = _SORRY.get(self._language, _SORRY["en"])
            return [Say(words, words, self._language)]
