"""Resolve every setting from its sources; what is looked into comes in as arguments, so that tests need no globals."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tutor_cli.errors import ConfigError, UsageError
from tutor_cli.settings.fields import API_KEY, API_SECRET, BY_NAME, CONNECTION, CREDENTIALS, SPECS, Spec
from tutor_cli.settings.livekit_config import CliConfig, Project, read_cli_config, read_subdomain
from tutor_cli.settings.paths import Home
from tutor_cli.settings.sources import Source, dev_source, environment_source, file_sources, flag_source, project_source
from tutor_cli.settings.values import Setting, Settings

_SELECTORS = ("project", "dev", "config")
_NO_SERVER = "default: tutor's own server"


def load(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    directory: Path | None = None,
) -> Settings:
    """Return the settings.

    `flags` maps names of `Settings` (and `project`, `dev`, `config`) to what was typed, None where nothing was;
    `environ` and `directory` default to the process's own. Raises UsageError for a bad flag and ConfigError for a bad
    value anywhere else, naming the variable, where it came from and what is allowed.
    """
    typed = dict(flags or {})
    environ = os.environ if environ is None else environ
    selectors = {name: typed.pop(name, None) for name in _SELECTORS}
    ambient = [environment_source(environ), *file_sources(directory or _working_directory())]
    flag = flag_source(typed)
    connection, warnings = _connection_sources(selectors, flag, ambient, _home_directory(environ))
    values: dict[str, Any] = {
        spec.name: _resolve(spec, connection if spec.name in CONNECTION else [flag, *ambient]) for spec in SPECS
    }
    settings = _settle(Settings(**values))
    return replace(settings, warnings=(*warnings, *_two_keys(settings.gemini_key, ambient)))


def _working_directory() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise UsageError("no_directory", "The working directory no longer exists.", "Change to another one.") from error


def _home_directory(environ: Mapping[str, str]) -> Path:
    return Path(environ["HOME"]) if environ.get("HOME") else Path.home()


def _connection_sources(
    selectors: Mapping[str, Any], flag: Source, ambient: Sequence[Source], home: Path
) -> tuple[list[Source], list[str]]:
    """Return where URL, key, secret and token are read: they belong together, so a chosen project replaces them all."""
    _refuse_contradictions(selectors, flag)
    if selectors["dev"]:
        return [flag, dev_source()], []
    chosen = selectors["project"] or selectors["config"]
    if not chosen and any(source.get(name) for source in (flag, *ambient) for name in CREDENTIALS):
        return [flag, *ambient], []
    config = read_cli_config(home / ".livekit" / "cli-config.yaml")
    project = _project(selectors, config)
    found = [project_source(project, config.path)] if project else []
    warnings = [f"{config.path} can be read by others; run `chmod 600 {config.path}`."] if config.too_open else []
    return [flag, *([] if chosen else ambient), *found], warnings


def _project(selectors: Mapping[str, Any], config: CliConfig) -> Project | None:
    if selectors["project"]:
        return config.named(selectors["project"])
    if selectors["config"]:
        return config.of_subdomain(read_subdomain(Path(selectors["config"])))
    return config.default_project()


def _refuse_contradictions(selectors: Mapping[str, Any], flag: Source) -> None:
    given = [name for name in ("project", "config") if selectors[name]]
    given += [name for name, variable in (("api-key", API_KEY), ("api-secret", API_SECRET)) if flag.get(variable)]
    if selectors["dev"] and given:
        message = f"--dev already names a server and its keys, so it cannot stand with --{given[0]}."
        raise UsageError("dev_conflict", message, "Use one or the other.")
    if selectors["project"] and selectors["config"]:
        raise UsageError("project_conflict", "--project and --config each name a project.", "Use one or the other.")


def _resolve(spec: Spec, sources: Sequence[Source]) -> Setting[Any]:
    for source in sources:
        for variable in spec.variables:
            if text := source.get(variable):
                return Setting(_read(spec, text, source, variable), source.origin(spec, variable))
    return Setting(spec.default)


def _read(spec: Spec, text: str, source: Source, variable: str) -> Any:
    try:
        return spec.read(text)
    except ValueError as error:
        if source.kind == "flags":
            raise UsageError("flag_value", f"{spec.flag} is {text!r}.", f"Use {spec.expects}.") from error
        message = f"{variable} is {text!r} ({source.name})."
        raise ConfigError("setting_value", message, f"Set it to {spec.expects}.") from error


def _two_keys(used: Setting[Any], sources: Sequence[Source]) -> list[str]:
    variables = BY_NAME["gemini_key"].variables
    keys = [next(filter(None, (source.get(name) for source in sources)), "") for name in variables]
    if not all(keys) or len(set(keys)) == 1:
        return []
    return [f"{' and '.join(variables)} differ; the one used is from {used.origin}."]


def _settle(settings: Settings) -> Settings:
    """Decide what depends on other settings: the model `auto` means, the directories, the server nobody named."""
    if settings.model.value == "auto":
        settings = _choose_model(settings)
    if settings.home.value is None:
        settings = replace(settings, home=Setting(Home.of_user()))
    if settings.livekit_url.value is None:
        settings = replace(settings, livekit_url=Setting(None, _NO_SERVER))
    return settings


def _choose_model(settings: Settings) -> Settings:
    if settings.gemini_key.value is None:
        chosen = Setting("local", "default: no Gemini key is set")
        notice = "No Gemini key is set (GOOGLE_API_KEY), so the local model answers."
    else:
        chosen = Setting("gemini", f"default: a Gemini key is set ({settings.gemini_key.origin})")
        notice = f"A Gemini key is set ({settings.gemini_key.origin}), so {settings.gemini_model.value} answers."
    return replace(settings, model=chosen, model_notice=notice)
