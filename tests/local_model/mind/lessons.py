"""A client for the mind: runs the tools it calls and collects what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tutor_cli.local_model.mind.conversation import Exercise
from tutor_cli.local_model.mind.tutor import TutorMind
from tutor_cli.local_model.thought import Action, CallTool, Heard, Say, Setup, Tool, ToolAnswer

ToolFunction = Callable[..., dict[str, Any]]


@dataclass
class Lesson:
    """One conversation with the mind; `tools` answer its calls, `called` and `answers` record them."""

    tools: dict[str, ToolFunction] = field(default_factory=dict)
    options: dict[str, object] = field(default_factory=dict)
    called: list[CallTool] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin the conversation."""
        self.mind = TutorMind()
        instructions = f"Be patient.\ntutor-options: {json.dumps(self.options)}"
        self.mind.start(Setup(instructions, tuple(Tool(name) for name in self.tools)))

    @property
    def set(self) -> list[Exercise]:
        """Return the problems that the tutor set."""
        return self.mind._conversation.problems_set

    def tell(self, text: str, language: str = "en") -> list[Say]:
        """Say something to the tutor; return what it says, tools answered on the way."""
        return self._perform(self.mind.hear(Heard(text, language)))

    def reply(self, text: str, language: str = "en") -> str:
        """Return the tutor's reply as text."""
        return " ".join(say.text for say in self.tell(text, language))

    def _perform(self, actions: list[Action]) -> list[Say]:
        said: list[Say] = []
        for action in actions:
            if isinstance(action, Say):
                said.append(action)
            else:
                self.called.append(action)
                response = self.tools[action.name](**action.arguments)
                self.answers.append(response)
                said += self._perform(self.mind.tool_answered(ToolAnswer(action.id, action.name, response)))
        return said
