"""Options that many commands share, each declared once.

A command takes a whole group as one parameter: `def show(server: options.Server, ...)`, decorated with `grouped`. The
fields of a group that name a setting are called like it, so that `connect.load` can hand them to `settings.load`.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, Any

import typer

from tutor_cli.display.mode import MathMode

Json = Annotated[bool, typer.Option("--json", "-j", help="Print one JSON document.")]
Math = Annotated[MathMode, typer.Option("--math", help="How to show formulas; auto asks the terminal.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Text = str | None


@dataclass(frozen=True)
class Server:
    """Which LiveKit server, and by what right."""

    livekit_url: Annotated[Text, typer.Option("--url", help="LiveKit server, such as wss://... [LIVEKIT_URL]")] = None
    api_key: Annotated[Text, typer.Option("--api-key", help="Its API key. [LIVEKIT_API_KEY]")] = None
    api_secret: Annotated[Text, typer.Option("--api-secret", help="Its API secret. [LIVEKIT_API_SECRET]")] = None
    project: Annotated[Text, typer.Option("--project", help="A project of LiveKit's own `lk`.")] = None
    dev: Annotated[bool, typer.Option("--dev", help="A `livekit-server --dev` on this machine.")] = False
    config: Annotated[Text, typer.Option("--config", help="A livekit.toml that names the project.")] = None


@dataclass(frozen=True)
class Model:
    """Which mind answers, and which way speech takes to it."""

    model: Annotated[Text, typer.Option("--model", help="auto, local or gemini. [TUTOR_MODEL]")] = None
    pipeline: Annotated[Text, typer.Option("--pipeline", help="realtime or cascade. [TUTOR_PIPELINE]")] = None
    transport: Annotated[Text, typer.Option("--transport", help="room or direct. [TUTOR_TRANSPORT]")] = None


@dataclass(frozen=True)
class Lesson:
    """How the tutor teaches."""

    language: Annotated[Text, typer.Option("--language", help="en, hi or auto. [TUTOR_LANGUAGE]")] = None
    level: Annotated[Text, typer.Option("--level", help="The student's class, 6 to 12. [TUTOR_LEVEL]")] = None
    mode: Annotated[Text, typer.Option("--mode", help="explain, practise or quiz. [TUTOR_MODE]")] = None
    voice: Annotated[Text, typer.Option("--voice", help="hibari, espeak, or one of Gemini's. [TUTOR_VOICE]")] = None
    seed: Annotated[Text, typer.Option("--seed", help="Makes what is random repeatable. [TUTOR_SEED]")] = None
    student: Annotated[Text, typer.Option("--student", help="Who is taught, and remembered. [TUTOR_STUDENT]")] = None
    store: Annotated[bool | None, typer.Option("--store/--no-store", help="Keep the lesson. [TUTOR_STORE]")] = None


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Let Typer see the options of a command's groups, and the command the groups.

    A group is a parameter whose type is a dataclass; its fields become options in its place.
    """
    parameters = _parameters(command)
    groups: dict[str, Any] = {
        parameter.name: parameter.annotation for parameter in parameters if is_dataclass(parameter.annotation)
    }

    @functools.wraps(command)
    def run(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(**{field.name: values.pop(field.name) for field in fields(group)})
        command(**values)

    shown = [option for parameter in parameters for option in _options(parameter, groups)]
    run.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]  # where `inspect`, and so Typer, looks
    return run


def _options(parameter: inspect.Parameter, groups: dict[str, Any]) -> list[inspect.Parameter]:
    return _parameters(groups[parameter.name]) if parameter.name in groups else [parameter]


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    # Keyword-only, because groups with defaults come before options and arguments without.
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    return [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
