"""The table of settings: variable, flag, default and allowed values of each."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor_cli.settings.paths import Home
from tutor_cli.settings.values import Secret

LIVEKIT_URL, API_KEY, API_SECRET = CREDENTIALS = ("LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET")
CONNECTION = ("livekit_url", "api_key", "api_secret", "token")
"""The settings that belong to one LiveKit server and are therefore replaced together by --project and --dev."""


@dataclass(frozen=True)
class Spec:
    """One setting: the variables it is read from (first preferred), its flag, its default, how its text is read."""

    name: str
    variables: tuple[str, ...]
    flag: str
    default: Any = None
    read: Callable[[str], Any] = str
    """Text to value; raises ValueError where the text is not one of them."""
    expects: str = "text"


def _one_of(*allowed: str) -> dict[str, Any]:
    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return {"read": read, "expects": " or ".join([", ".join(allowed[:-1]), allowed[-1]])}


def _switch(text: str) -> bool:
    switch = {"on": True, "true": True, "off": False, "false": False}.get(text.lower())
    if switch is None:
        raise ValueError(text)
    return switch


def _home(text: str) -> Home:
    return Home(Path(os.path.expanduser(text)).absolute())


SPECS: tuple[Spec, ...] = (
    Spec("livekit_url", (LIVEKIT_URL,), "--url"),
    Spec("api_key", (API_KEY,), "--api-key"),
    Spec("api_secret", (API_SECRET,), "--api-secret", read=Secret),
    Spec("token", ("LIVEKIT_TOKEN",), "--token", read=Secret),
    # GOOGLE_API_KEY is the one variable Gemini's LiveKit plugin reads; google-genai prefers it too when both are set.
    Spec("gemini_key", ("GOOGLE_API_KEY", "GEMINI_API_KEY"), "--gemini-key", read=Secret),
    # Set explicitly because the plugin's own default is an older preview model.
    Spec("gemini_model", ("TUTOR_GEMINI_MODEL",), "--gemini-model", default="gemini-3.8-live"),
    Spec("model", ("TUTOR_MODEL",), "--model", default="auto", **_one_of("auto", "local", "gemini")),
    Spec("pipeline", ("TUTOR_PIPELINE",), "--pipeline", default="realtime", **_one_of("realtime", "cascade")),
    Spec("transport", ("TUTOR_TRANSPORT",), "--transport", default="room", **_one_of("room", "direct")),
    Spec("language", ("TUTOR_LANGUAGE",), "--language", default="auto", **_one_of("en", "hi", "auto")),
    Spec("level", ("TUTOR_LEVEL",), "--level"),
    Spec("mode", ("TUTOR_MODE",), "--mode", default="explain", **_one_of("explain", "practise", "quiz")),
    Spec("voice", ("TUTOR_VOICE",), "--voice"),
    Spec("seed", ("TUTOR_SEED",), "--seed", read=int, expects="a whole number"),
    Spec("webhook_url", ("FRONTEND_WEBHOOK_URL",), "--webhook-url"),
    Spec("webhook_secret", ("TUTOR_WEBHOOK_SECRET",), "--webhook-secret", read=Secret),
    Spec("agent_name", ("LIVEKIT_AGENT_NAME",), "--agent-name", default="tutor"),
    Spec("livekit_server", ("TUTOR_LIVEKIT_SERVER",), "--livekit-server"),
    Spec("student", ("TUTOR_STUDENT",), "--student", default="student"),
    Spec("store", ("TUTOR_STORE",), "--store", default=True, read=_switch, expects="on or off"),
    Spec("database_url", ("TUTOR_DATABASE_URL",), "--database-url"),
    Spec("home", ("TUTOR_HOME",), "--home", read=_home, expects="a directory"),
)
BY_NAME = {spec.name: spec for spec in SPECS}
VARIABLES = frozenset(variable for spec in SPECS for variable in spec.variables)
