"""What happens in a conversation, as one vocabulary.

The journal, `--json`, the view and the golden files are all these events. `at_ms` counts milliseconds from the start
of the session. `to_dict` and `from_dict` are derived from the fields, so an event cannot be written and not read.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tutor_cli.errors import BadInputError, ModelError

Speaker = Literal["student", "tutor"]
AgentStateName = Literal["initializing", "idle", "listening", "thinking", "speaking"]


@dataclass(frozen=True, slots=True)
class Span:
    """The maths in a text: characters `start` to `end` (0-based, end exclusive) mean `latex`."""

    start: int
    end: int
    latex: str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of worked maths: a machine id, LaTeX before and after, and the reason in words."""

    id: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened `at_ms` milliseconds after the session began."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """The client is in the session: a room, or `direct` without one. First event of a journal."""

    session: str
    transport: Literal["room", "direct"]
    model: str
    pipeline: str


@dataclass(frozen=True, slots=True)
class AgentJoined(Event):
    """The tutor is present and can be spoken to after its first `listening` state."""

    identity: str


@dataclass(frozen=True, slots=True)
class AgentLeft(Event):
    """The tutor is gone; the session can only end or be given a new agent."""

    reason: str


@dataclass(frozen=True, slots=True)
class AgentState(Event):
    """The tutor's state, as LiveKit publishes it in `lk.agent.state`."""

    state: AgentStateName


@dataclass(frozen=True, slots=True)
class Transcript(Event):
    """The text of a segment so far; the last one of a `segment_id` wins, and one with `final` closes it."""

    segment_id: str
    speaker: Speaker
    text: str
    final: bool


@dataclass(frozen=True, slots=True)
class MathsFound(Event):
    """The maths in a segment's final text; follows the segment's `Transcript`."""

    segment_id: str
    speaker: Speaker
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Whiteboard(Event):
    """A worked solution the tutor shows; `verified` is true only where the answer was checked."""

    problem: str
    steps: tuple[Step, ...]
    answer: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ToolUsed(Event):
    """The tutor's model used one of the agent's tools; arguments and result are JSON text."""

    name: str
    arguments: str
    result: str


@dataclass(frozen=True, slots=True)
class SpeechStarted(Event):
    """The first audible sample of someone's turn."""

    speaker: Speaker


@dataclass(frozen=True, slots=True)
class SpeechEnded(Event):
    """The last audible sample of someone's turn, how long the turn was and how loud; told once it is surely over."""

    speaker: Speaker
    duration_ms: int
    level_dbfs: float


@dataclass(frozen=True, slots=True)
class Interrupted(Event):
    """The student spoke over the tutor, which stopped; `heard` is what had been spoken by then."""

    heard: str


@dataclass(frozen=True, slots=True)
class ConnectionChanged(Event):
    """The connection to the room was lost, is back or ended."""

    state: Literal["connected", "reconnecting", "disconnected"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Trouble(Event):
    """Something went wrong with the model and the session goes on."""

    code: str
    message: str
    hint: str = ""

    def to_error(self) -> ModelError:
        """Return the error of a session that it ended after all."""
        return ModelError("model_failed", self.message, "Check the key, its quota and the network.")


@dataclass(frozen=True, slots=True)
class SessionEnded(Event):
    """The session is over. Last event of a journal."""

    reason: str


EVENT_TYPES: dict[str, type[Event]] = {cls.__name__: cls for cls in Event.__subclasses__()}


def to_dict(event: Event) -> dict[str, Any]:
    """Return the event as JSON-ready data, with its class name under `event`."""
    return {"event": type(event).__name__, **asdict(event)}


def from_dict(data: dict[str, Any]) -> Event:
    """Return the event that `to_dict` wrote; raise BadInputError where a key is missing, unknown or of another type."""
    name = data.get("event")
    if not isinstance(name, str) or name not in EVENT_TYPES:
        raise BadInputError("event_unknown", f"Unknown event {name!r}.", "The file may be of a newer version.")
    values = {key: value for key, value in data.items() if key != "event"}
    event: Event = _build(EVENT_TYPES[name], values)
    return event


def _build(cls: Any, values: Any) -> Any:
    if not isinstance(values, dict) or set(values) - {field.name for field in fields(cls)}:
        raise BadInputError("event_damaged", f"The fields of a {cls.__name__} do not fit.", "The file is damaged.")
    hints = get_type_hints(cls)
    try:
        return cls(**{name: _convert(hints[name], value) for name, value in values.items()})
    except TypeError as error:
        message = f"A {cls.__name__} is incomplete: {error}"
        raise BadInputError("event_damaged", message, "The file is damaged.") from error


def _convert(hint: Any, value: Any) -> Any:
    if is_dataclass(hint):
        return _build(hint, value)
    if get_origin(hint) is tuple:
        if not isinstance(value, (list, tuple)):
            raise TypeError(f"{value!r} is not a list")
        return tuple(_convert(get_args(hint)[0], item) for item in value)
    allowed = get_args(hint) if get_origin(hint) is Literal else None
    if (allowed is not None and value not in allowed) or (allowed is None and type(value) is not hint):
        raise TypeError(f"{value!r} is not {hint}")
    return value
