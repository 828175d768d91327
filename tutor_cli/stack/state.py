"""What `tutor up` runs, as other commands find it.

Two files in the home's state directory: `up.json` says where the parts are, `up.lock` is locked by `tutor up` for as
long as it lives. The kernel drops the lock at any death, so a file without a held lock is stale: nothing here trusts a
pid.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tutor_cli.errors import UsageError
from tutor_cli.settings import Home, LiveKitServer, Secret
from tutor_cli.stack.directories import private_directory

# Readers hold the lock shared for the microseconds of a look; `tutor up` tries again for this long.
LOCK_DEADLINE_S = 1.0


@dataclass(frozen=True)
class Running:
    """The parts that `tutor up` runs. `model` is `local` or `gemini`; `model_url` and `model_ca` are empty for gemini.

    `voice` is the one the local model was asked for, empty for its own choice.

    `pids` maps part names (`up`, `livekit-server`, `model`, `worker`) to process ids, to be shown, never trusted.
    """

    url: str
    api_key: str
    api_secret: str = field(repr=False)
    agent_name: str
    model: str
    model_url: str = ""
    model_ca: str = ""
    voice: str = ""
    engine: dict[str, Any] = field(default_factory=dict)
    worker_health_url: str = ""
    pids: dict[str, int] = field(default_factory=dict)

    @property
    def server(self) -> LiveKitServer:
        """The LiveKit server, as clients take it."""
        return LiveKitServer(self.url, self.api_key, Secret(self.api_secret), "tutor up")


def state_file(home: Home) -> Path:
    """Return where `tutor up` writes what it runs; the file holds the API secret, so its mode is 0600."""
    return home.state / "up.json"


def read_running(home: Home) -> Running | None:
    """Return what a living `tutor up` runs, or None; a file its writer left behind is removed.

    Costs no network: that the parts answer is for the caller to find out.
    """
    path = state_file(home)
    if not path.exists():
        return None
    with _try_lock(home, fcntl.LOCK_SH) as owner_is_dead:
        if owner_is_dead:
            path.unlink(missing_ok=True)
            return None
    return _parse(path)


def _parse(path: Path) -> Running | None:
    try:
        return Running(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_running(home: Home, running: Running) -> None:
    """Replace the state file in one step."""
    path = state_file(home)
    draft = path.with_suffix(".draft")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(asdict(running), file)
    draft.replace(path)


def remove_running(home: Home) -> None:
    """Remove the state file, if there is one."""
    state_file(home).unlink(missing_ok=True)


@contextlib.contextmanager
def only_up(home: Home) -> Iterator[None]:
    """Be the only `tutor up` of this home; raise UsageError `already_up` where another one lives."""
    deadline = time.monotonic() + LOCK_DEADLINE_S
    while True:
        with _try_lock(home, fcntl.LOCK_EX) as got_it:
            if got_it:
                try:
                    yield
                finally:
                    remove_running(home)
                return
        if time.monotonic() > deadline:
            hint = "Use the one that runs, or end it with Ctrl-C in its terminal."
            raise UsageError("already_up", "`tutor up` is already running.", hint)
        time.sleep(0.02)


@contextlib.contextmanager
def _try_lock(home: Home, kind: int) -> Iterator[bool]:
    descriptor = os.open(private_directory(home.state) / "up.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
