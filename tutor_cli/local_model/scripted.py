"""A mind that thinks nothing: for benches and tests of everything around a mind, at zero think time."""

from __future__ import annotations

from collections.abc import Iterable

from tutor_cli.local_model.thought import Action, Heard, Say, Setup, ToolAnswer


class ScriptedMind:
    """Answers turn n with the n-th list of actions, and from then on with the last one.

    Without a script it repeats what it heard. After a tool has answered it says the answer's `output`. `heard`,
    `answers` and `interruptions` record what reached it.
    """

    def __init__(self, script: Iterable[list[Action]] = ()) -> None:
        self._script = list(script)
        self.setups: list[Setup] = []
        self.heard: list[Heard] = []
        self.answers: list[ToolAnswer] = []
        self.interruptions: list[str] = []

    def start(self, setup: Setup) -> list[Action]:
        """Note the setup."""
        self.setups.append(setup)
        return []

    def hear(self, heard: Heard) -> list[Action]:
        """Return the next actions of the script."""
        self.heard.append(heard)
        if self._script:
            return self._script[min(len(self.heard), len(self._script)) - 1]
        text = f"I heard: {heard.text or 'nothing'}"
        return [Say(text, text, heard.language)]

    def tool_answered(self, answer: ToolAnswer) -> list[Action]:
        """Say what the tool returned."""
        self.answers.append(answer)
        text = str(answer.response.get("output", "Done."))
        return [Say(text, text)]

    def interrupted(self, heard_text: str) -> None:
        """Note the interruption."""
        self.interruptions.append(heard_text)
