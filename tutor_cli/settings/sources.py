"""The places settings are read from, each as variable -> text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tutor_cli.errors import ConfigError
from tutor_cli.settings.fields import API_KEY, API_SECRET, BY_NAME, LIVEKIT_URL, VARIABLES, Spec

if TYPE_CHECKING:
    from tutor_cli.settings.livekit_config import Project

ENV_FILES = (".env.local", ".env")


@dataclass(frozen=True)
class Source:
    """One place: what it sets, and how it is called. Empty texts count as unset."""

    kind: Literal["flags", "variables", "project"]
    name: str
    texts: Mapping[str, str]

    def get(self, variable: str) -> str:
        """Return the text of the variable, stripped; empty where it is unset."""
        return self.texts.get(variable, "").strip()

    def origin(self, spec: Spec, variable: str) -> str:
        """Say where the setting's value came from."""
        return {"flags": f"flag {spec.flag}", "variables": f"{self.name} {variable}", "project": self.name}[self.kind]


def flag_source(flags: Mapping[str, object]) -> Source:
    """Return the flags that were given, by the variable each stands for; KeyError for a name that is no setting."""
    given = {BY_NAME[name].variables[0]: str(value) for name, value in flags.items() if value is not None}
    return Source("flags", "flag", given)


def environment_source(environ: Mapping[str, str]) -> Source:
    """Return the process's environment."""
    return Source("variables", "environment", environ)


def project_source(project: Project, path: Path) -> Source:
    """Return the credentials of one of lk's projects."""
    texts = {LIVEKIT_URL: project.url, API_KEY: project.api_key, API_SECRET: project.api_secret}
    return Source("project", f"project {project.name} of {path}", texts)


def dev_source() -> Source:
    """Return the address and the published keys of `livekit-server --dev`."""
    texts = {LIVEKIT_URL: "ws://localhost:7880", API_KEY: "devkey", API_SECRET: "secret"}
    return Source("project", "flag --dev", texts)


def file_sources(directory: Path) -> list[Source]:
    """Return the nearest `.env.local` and the nearest `.env`, walking up from `directory`."""
    sources = []
    for name in ENV_FILES:
        path = next((parent / name for parent in (directory, *directory.parents) if isfile(parent / name)), None)
        if path is not None:
            sources.append(Source("variables", str(path), _read_env_file(path)))
    return sources


def _read_env_file(path: Path) -> dict[str, str]:
    from dotenv import dotenv_values

    try:
        values = dotenv_values(path, interpolate=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("env_file_unreadable", f"{path} cannot be read: {error}", "Repair or remove it.") from error
    return {name: value for name, value in values.items() if name in VARIABLES and value}
