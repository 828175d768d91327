"""The livekit-server program: where it is found, and how it is fetched where it is not."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor_cli.errors import MissingComponentError
from tutor_cli.stack.directories import private_directory
from tutor_cli.stack.fetch import FetchFailed, GoCommand, build_with_go, download_release

if TYPE_CHECKING:
    from tutor_cli.settings import Settings
    from tutor_cli.stack.children import Children

# v1.13.6 and later have `replace` directives, which `go install` refuses.
VERSION = "1.13.5"
NAME = "livekit-server"

Say = Callable[[str], None]
Fetch = Callable[[Path], Awaitable[Path]]
"""Returns a livekit-server made in the scratch directory it is given, or raises FetchFailed."""

_CORRECT = "Correct it, or unset TUTOR_LIVEKIT_SERVER; `--transport direct` needs no server."


@dataclass(frozen=True)
class Binary:
    """A livekit-server program and where it was found."""

    path: Path
    origin: str


def cached_path(settings: Settings) -> Path:
    """Return where our own copy lies, or would."""
    return settings.home.value.cache / f"{NAME}-{VERSION}"


def find(settings: Settings) -> Binary | None:
    """Return the program that TUTOR_LIVEKIT_SERVER names, else the one on PATH, else our own copy, else None.

    Raises MissingComponentError where the named one is not a program.
    """
    named = settings.livekit_server
    if named.value is not None:
        path = Path(named.value).expanduser()
        if not os.access(path, os.X_OK) or path.is_dir():
            message = f"{path} is not a program ({named.origin})."
            raise MissingComponentError("livekit_server_named", message, _CORRECT)
        return Binary(path.absolute(), named.origin)
    if on_path := shutil.which(NAME):
        return Binary(Path(on_path), "PATH")
    cached = cached_path(settings)
    return Binary(cached, "our cache") if os.access(cached, os.X_OK) else None


def ways_to_fetch(children: Children, log: Path, say: Say) -> dict[str, Fetch]:
    """Return the ways to get livekit-server, by name, in the order to try them."""
    go = GoCommand(children, log, say)
    return {
        "release archive": lambda scratch: download_release(VERSION, scratch, say),
        "go install": lambda scratch: build_with_go(VERSION, scratch, say, go),
    }


async def install(settings: Settings, children: Children, say: Say, ways: Mapping[str, Fetch]) -> Binary:
    """Fetch livekit-server into our cache, by each way in turn; raise MissingComponentError with all that was tried."""
    target = cached_path(settings)
    scratch = target.with_name(f"fetch-{secrets.token_hex(4)}")
    children.own_directory(scratch)
    private_directory(scratch)
    tried = ["TUTOR_LIVEKIT_SERVER is not set", f"PATH has no {NAME}", f"{target} does not exist"]
    for name, fetch in ways.items():
        try:
            fetched = await fetch(scratch)
        except FetchFailed as error:
            say(f"{name}: {error}")
            tried.append(f"{name}: {error}")
        else:
            fetched.replace(target)
            say(f"{NAME} {VERSION} is at {target}.")
            return Binary(target, name)
    raise MissingComponentError(
        "livekit_server_missing",
        f"There is no {NAME}. Tried: {'; '.join(tried)}.",
        "Use --transport direct, which needs none; or install it (`brew install livekit`, or a release from "
        "https://github.com/livekit/livekit/releases) and name it in TUTOR_LIVEKIT_SERVER; or run "
        "`tutor server install` once there is a network.",
    )


async def find_or_install(settings: Settings, children: Children, log: Path, say: Say) -> Binary:
    """Return the program, fetched where there is none; raise MissingComponentError where there is no way to get it."""
    if found := find(settings):
        return found
    say(f"{NAME} is not here yet; fetching it once.")
    return await install(settings, children, say, ways_to_fetch(children, log, say))
