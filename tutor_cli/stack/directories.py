"""Directories of ours."""

from __future__ import annotations

from pathlib import Path

from tutor_cli.errors import ConfigError


def private_directory(path: Path) -> Path:
    """Return the directory, made for its owner only where it is missing; raise ConfigError where it cannot be."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path} cannot be made: {error.strerror or error}."
        raise ConfigError("home_unwritable", message, "Set TUTOR_HOME to a directory you may write to.") from error
    return path
