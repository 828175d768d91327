"""LiveKit's own command-line configuration, read and never written: projects with URL, key and secret.

`lk` keeps `~/.livekit/cli-config.yaml` with `default_project` and `projects: [{name, url, api_key, api_secret}]`, and
names a project per directory by `[project] subdomain` in a `livekit.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import Any

from tutor_cli.errors import ConfigError, UsageError

_HINT = "Repair it with `lk project add`, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET instead."


@dataclass(frozen=True)
class Project:
    """One of lk's projects."""

    name: str
    url: str
    api_key: str
    api_secret: str


@dataclass(frozen=True)
class CliConfig:
    """The file of lk; empty where there is none."""

    path: Path
    projects: tuple[Project, ...] = ()
    default: str = ""
    too_open: bool = False
    """Whether others than the owner may read the secrets in it."""

    def named(self, name: str) -> Project:
        """Return the project of this name; raise UsageError where there is none."""
        for project in self.projects:
            if project.name == name:
                return project
        known = ", ".join(project.name for project in self.projects) or "none"
        message = f"There is no project {name!r} in {self.path} (there are: {known})."
        raise UsageError("project_unknown", message, "Add it with `lk project add`.")

    def of_subdomain(self, subdomain: str) -> Project:
        """Return the project whose URL is on this LiveKit Cloud subdomain; raise UsageError where there is none."""
        for project in self.projects:
            if project.url.partition("://")[2].partition(".")[0] == subdomain:
                return project
        message = f"No project in {self.path} is on the subdomain {subdomain!r}."
        raise UsageError("project_unknown", message, "Add it with `lk project add`.")

    def default_project(self) -> Project | None:
        """Return the project `lk` would use when none is named; raise ConfigError where the file lacks it."""
        try:
            return self.named(self.default) if self.default else None
        except UsageError as error:
            raise ConfigError("livekit_config_damaged", error.message, _HINT) from error


def read_cli_config(path: Path) -> CliConfig:
    """Read lk's file; an absent file has no projects, a damaged one raises ConfigError."""
    if not isfile(path):
        return CliConfig(path)
    import yaml

    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        projects = tuple(_project(entry) for entry in document.get("projects") or [])
        default = str(document.get("default_project") or "")
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, TypeError) as error:
        raise ConfigError("livekit_config_damaged", f"{path} cannot be read: {_first_line(error)}", _HINT) from error
    return CliConfig(path, projects, default, too_open=bool(path.stat().st_mode & 0o077))


def read_subdomain(path: Path) -> str:
    """Return `[project] subdomain` of a livekit.toml; raise ConfigError where the file does not name one."""
    import tomllib

    try:
        subdomain = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["subdomain"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        message = f"{path} names no LiveKit project: {_first_line(error)}"
        raise ConfigError("livekit_toml", message, "It needs a `[project]` table with `subdomain`.") from error
    return str(subdomain)


def _project(entry: Any) -> Project:
    texts = {key: str(entry.get(key) or "") for key in ("name", "url", "api_key", "api_secret")}
    return Project(**texts)


def _first_line(error: Exception) -> str:
    # A YAML error's later lines quote the file, which holds secrets.
    return str(error).partition("\n")[0] or type(error).__name__
