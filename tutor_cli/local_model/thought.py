"""What a mind is to the rest of the local model: words in, actions out, no sound, no socket, no clock.

One `Mind` serves one conversation and outlives a reconnect. Its methods are plain calls that return what the tutor
does next, in order; the session turns `Say` into speech and `CallTool` into a request to the client.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol


@dataclass(frozen=True)
class Tool:
    """A function the client offers: its name, what it is for, and the JSON schema of its arguments."""

    name: str
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Setup:
    """How the client set the conversation up: its system instruction and the tools it answers."""

    instructions: str = ""
    tools: tuple[Tool, ...] = ()
    model: str = ""
    language: str = ""


@dataclass(frozen=True)
class Heard:
    """One utterance or one typed turn; `language` is an ISO 639-1 code, `confidence` runs from 0 to 1.

    `source` is `instruction` where the client's program, not the student, asks for a reply (a greeting, say); its text
    is then what the program wants said or done, and may be empty.
    """

    text: str
    language: str = "en"
    confidence: float = 1.0
    source: Literal["voice", "typed", "instruction"] = "voice"


@dataclass(frozen=True)
class ToolAnswer:
    """What the client's tool returned for the call with this id."""

    id: str
    name: str
    response: dict[str, Any]


@dataclass(frozen=True)
class Say:
    """Something the tutor says: `text` for the eye (it may hold `$LaTeX$`), `spoken` in words for the voice."""

    text: str
    spoken: str
    language: str = "en"


@dataclass(frozen=True)
class CallTool:
    """A tool the tutor wants the client to run; the answer comes back through `Mind.tool_answered`."""

    id: str
    name: str
    arguments: dict[str, Any]


Action = Say | CallTool


class Mind(Protocol):
    """The tutor's thinking. A turn is over when every called tool was answered and the last action was said."""

    def start(self, setup: Setup) -> list[Action]:
        """Take the client's setup before anything is heard; a greeting may be returned.

        Called again with the present setup when the client has reconnected: what was said so far then stays in mind,
        and nothing is returned.
        """

    def hear(self, heard: Heard) -> list[Action]:
        """Answer what the student said or typed."""

    def tool_answered(self, answer: ToolAnswer) -> list[Action]:
        """Go on after a tool the mind called has answered."""

    def interrupted(self, heard_text: str) -> None:
        """Note that the student spoke over the tutor; `heard_text` is the part of the reply that was heard.

        Where it is empty the student had only paused: the next `hear` brings the whole question again, with the rest.
        """
