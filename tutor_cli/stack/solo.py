"""A livekit-server by itself in the foreground, as `tutor server start` runs it."""

from __future__ import annotations

import contextlib
import os
import shlex
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor_cli.stack.binary import find_or_install
from tutor_cli.stack.children import Child, owned_children
from tutor_cli.stack.livekit_server import ServerConfig, Wanted, start_own_server
from tutor_cli.stack.logs import RunLogs
from tutor_cli.stack.parts import SERVER, died

if TYPE_CHECKING:
    from tutor_cli.settings import Settings


@dataclass(frozen=True)
class Solo:
    """A server that runs, and a shell file with what clients need."""

    config: ServerConfig
    environment_file: Path
    child: Child

    async def until_it_ends(self) -> None:
        """Wait; raise LiveKitError when the server dies."""
        await self.child.exit
        raise died(self.child)


@contextlib.asynccontextmanager
async def server_alone(settings: Settings, say: Callable[[str], None], wanted: Wanted) -> AsyncIterator[Solo]:
    """Run livekit-server until the block is left; raise the TutorError of what is in the way."""
    async with owned_children() as children:
        log = RunLogs(settings.home.value).path(SERVER.name)
        binary = await find_or_install(settings, children, log, say)
        config, child = await start_own_server(children, binary.path, log, wanted)
        file = children.scratch_directory() / "livekit.env"
        _write_environment(file, config)
        yield Solo(config, file, child)


def _write_environment(file: Path, config: ServerConfig) -> None:
    values = {
        "LIVEKIT_URL": config.url,
        "LIVEKIT_API_KEY": config.api_key,
        "LIVEKIT_API_SECRET": config.api_secret.reveal(),
    }
    lines = [f"{name}={shlex.quote(value)}\n" for name, value in values.items()]
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as output:
        output.writelines(lines)
