"""The parts of a stack that are programs of ours: the local model and the worker, judged by their first line.

Both write one JSON line to stdout: `{"ready": true, ...}` once they can be used, or `{"ready": false, "code",
"message", "hint"}` before they leave with the exit code of that error. Both end when their stdin does.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor_cli.errors import AgentError, LiveKitError, ModelError, TimeoutExceeded, TutorError
from tutor_cli.json_object import json_object
from tutor_cli.settings import Secret, Settings
from tutor_cli.settings.fields import CONNECTION, SPECS
from tutor_cli.stack.children import GRACE_S, Child, Children, python_module

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer

# A model is read from disk and warmed up; imports of a worker alone take seconds on a slow machine.
START_DEADLINE_S = 90.0
EXIT_DEADLINE_S = 2.0

_ERRORS: dict[int, type[TutorError]] = {int(error.exit_code): error for error in TutorError.__subclasses__()}


@dataclass(frozen=True)
class Part:
    """A kind of child process: what it is called, and which error its failure is."""

    name: str
    title: str
    error: type[TutorError]
    module: str = ""


SERVER = Part("livekit-server", "livekit-server", LiveKitError)
MODEL = Part("model", "The local model", ModelError, "tutor_cli.local_model")
WORKER = Part("worker", "The agent worker", AgentError, "tutor_cli.agent")
PARTS = {part.name: part for part in (SERVER, MODEL, WORKER)}


@dataclass(frozen=True)
class Model:
    """What the tutor thinks with: `gemini`, or the `local` model at a URL with the certificate that vouches for it."""

    name: str
    url: str = ""
    ca_file: str = ""
    engine: dict[str, Any] = field(default_factory=dict)


def died(child: Child) -> TutorError:
    """Return the error of a part that ended when it should not have."""
    part = PARTS[child.name]
    message = f"{part.title} ended ({child.last_words()})."
    return part.error(f"{part.name.replace('-', '_')}_died", message, f"See {child.log}.")


def gemini(settings: Settings) -> Model:
    """Return Gemini as the settings name it; raise ConfigError where there is no key for it."""
    settings.require_gemini_key()
    return Model("gemini", engine={"llm": settings.gemini_model.value})


async def start_model(children: Children, settings: Settings, log: Path) -> tuple[Model, Child]:
    """Start the local model and wait until it can be spoken to; raise the TutorError it names, or ModelError."""
    # glibc gives every thread an arena of its own; with two for all, recognising a thousand utterances takes no more
    # memory than recognising thirty.
    environment = {"TUTOR_VOICE": settings.voice_of("local") or None, "MALLOC_ARENA_MAX": "2"}
    child = children.start(MODEL.name, python_module(MODEL.module), env=environment, log=log)
    ready = await _ready_or_ended(children, child)
    return Model("local", ready["url"], ready["ca_file"], ready.get("engine", {})), child


async def start_worker(
    children: Children,
    settings: Settings,
    server: LiveKitServer,
    agent_name: str,
    model: Model,
    log: Path,
    grace_s: float = GRACE_S,
) -> tuple[str, Child]:
    """Start a worker and wait until the server has registered it; return its health URL with it.

    `grace_s` is how long it may take to finish its conversations when it is stopped. Raises the TutorError it names,
    or AgentError.
    """
    environment = worker_environment(settings, server, agent_name, model)
    argv = python_module(WORKER.module)
    child = children.start(WORKER.name, argv, env=environment, log=log, grace_s=grace_s)
    ready = await _ready_or_ended(children, child)
    return str(ready.get("health_url", "")), child


def worker_environment(
    settings: Settings, server: LiveKitServer, agent_name: str, model: Model
) -> dict[str, str | None]:
    """Return the variables that tell a worker what these settings say, whichever way each was set."""
    values = {spec.variables[0]: getattr(settings, spec.name).value for spec in SPECS if spec.name not in _NOT_PASSED}
    return {
        **{variable: _text(value) for variable, value in values.items() if value is not None},
        "LIVEKIT_URL": server.url,
        "LIVEKIT_API_KEY": server.api_key,
        "LIVEKIT_API_SECRET": server.api_secret.reveal(),
        "LIVEKIT_AGENT_NAME": agent_name,
        "TUTOR_MODEL": model.name,
        "TUTOR_MODEL_URL": model.url or None,
        "TUTOR_MODEL_CA": model.ca_file or None,
    }


_NOT_PASSED = {*CONNECTION, "agent_name", "model", "livekit_server"}


def _text(value: object) -> str:
    return value.reveal() if isinstance(value, Secret) else str(value)


async def _ready_or_ended(children: Children, child: Child) -> dict[str, Any]:
    """Return what a part says of itself; one that does not say that it is ready has ended when its error is raised."""
    try:
        return await ready_document(child)
    except TutorError:
        await children.stop(child)
        raise


async def ready_document(child: Child) -> dict[str, Any]:
    """Wait for what a part says of itself; raise the TutorError it names, or the one of a part that says nothing."""
    part = PARTS[child.name]
    signs: list[asyncio.Future[Any]] = [child.line, child.exit]
    await asyncio.wait(signs, timeout=START_DEADLINE_S, return_when=asyncio.FIRST_COMPLETED)
    if not child.line.done():
        if child.exit.done():
            raise died(child)
        message = f"{part.title} was not ready within {START_DEADLINE_S:.0f} s."
        raise TimeoutExceeded(f"{part.name}_slow", message, f"See {child.log}.")
    document = _document(child)
    if not document.get("ready"):
        raise await _refusal(child, document)
    return document


def _document(child: Child) -> dict[str, Any]:
    if document := json_object(child.line.result()):
        return document
    title = PARTS[child.name].title
    raise TutorError("bad_ready_line", f"{title} did not say whether it is ready.", f"See {child.log}.")


async def _refusal(child: Child, document: dict[str, Any]) -> TutorError:
    """Return the error a part told of; its exit code says of which kind."""
    await asyncio.wait([child.exit], timeout=EXIT_DEADLINE_S)
    error = PARTS[child.name].error
    if child.exit.done():
        error = _ERRORS.get(child.exit.result(), error)
    return error(str(document.get("code")), str(document.get("message")), str(document.get("hint", "")))
