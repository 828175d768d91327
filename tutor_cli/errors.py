"""What can go wrong, once: the tree of errors and the exit code of each.

    TutorError                 exit 70 where nothing below fits
     ├─ UsageError             2   the command line makes no sense
     ├─ ConfigError            3   configuration or credentials
     ├─ BadInputError          4   an input file or text cannot be used
     │   └─ MathsError         4   maths that cannot be read; knows the position
     ├─ MissingComponentError  5   audio device or local component
     ├─ LiveKitError           6   LiveKit unreachable or lost
     ├─ AgentError             7   no agent, or the agent crashed
     ├─ ModelError             8   the model provider failed
     └─ TimeoutExceeded        9   a deadline passed

Every error carries a stable machine-readable `code`, a `message` that says what happened and why, and a `hint` that
says what to do. The command line maps them once, in `cli.output`; nobody else catches them to print them. A check
that failed (exit code 1) is no error but a result: its command returns an `Outcome` with that code.
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """The process exit codes users' scripts rely on."""

    OK = 0
    CHECK_FAILED = 1
    USAGE = 2
    CONFIG = 3
    BAD_INPUT = 4
    COMPONENT = 5
    LIVEKIT = 6
    AGENT = 7
    MODEL = 8
    TIMEOUT = 9
    BUG = 70
    INTERRUPTED = 130


class TutorError(Exception):
    """A failure a user can act on."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class UsageError(TutorError):
    """The command line makes no sense."""

    exit_code = ExitCode.USAGE


class ConfigError(TutorError):
    """Configuration or credentials are missing or wrong."""

    exit_code = ExitCode.CONFIG


class BadInputError(TutorError):
    """An input file or text cannot be used."""

    exit_code = ExitCode.BAD_INPUT


class MathsError(BadInputError):
    """Maths that cannot be read; `position` is the 0-based offset of the offending character in the input."""

    def __init__(self, code: str, message: str, hint: str = "", position: int = 0) -> None:
        super().__init__(code, message, hint)
        self.position = position


class MissingComponentError(TutorError):
    """An audio device or a local component (a model, a server binary, a library) is missing."""

    exit_code = ExitCode.COMPONENT


class LiveKitError(TutorError):
    """LiveKit cannot be reached, refused us or was lost."""

    exit_code = ExitCode.LIVEKIT


class AgentError(TutorError):
    """No agent joined, or it crashed."""

    exit_code = ExitCode.AGENT


class ModelError(TutorError):
    """The model provider failed."""

    exit_code = ExitCode.MODEL


class TimeoutExceeded(TutorError):
    """A deadline passed."""

    exit_code = ExitCode.TIMEOUT
