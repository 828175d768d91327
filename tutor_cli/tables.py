"""The tables that come with the package: TOML files that a teacher can edit."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_table(package: str, *path: str) -> dict[str, Any]:
    """Return the TOML file at `path` below a package; a module names its own: `read_table(__package__, "a.toml")`."""
    return tomllib.loads(files(package).joinpath(*path).read_text(encoding="utf-8"))
