"""The child processes of this command, owned by a keeper that ends them however this command ends."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import shutil
import signal
import sys
import tempfile
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tutor_cli.errors import TutorError
from tutor_cli.stack.keeper import END_DEADLINE_S
from tutor_cli.stack.logs import tail

# A child that has not ended this long after SIGTERM is killed.
GRACE_S = 3.0


def python_module(name: str) -> list[str]:
    """Return the argv that runs a module of ours; `-P` keeps what lies in the user's directory out of its imports."""
    return [sys.executable, "-P", "-m", name]


@dataclass(eq=False)
class Child:
    """A child process: `line` gets its first line of stdout, `exit` its exit code."""

    name: str
    log: Path
    line: asyncio.Future[str] = field(repr=False)
    exit: asyncio.Future[int] = field(repr=False)
    grace_s: float = GRACE_S
    pid: int = 0
    stopping: bool = False
    """Whether we ended it ourselves, so that its end is no loss."""

    def last_words(self) -> str:
        """Return how the child ended and the last line of its log, as text for an error message."""
        how = f"exit code {self.exit.result()}" if self.exit.done() else "still running"
        said = tail(self.log)
        return f"{how}: {said}" if said else how


class Children(asyncio.SubprocessProtocol):
    """The line to the keeper: orders go out, reports settle the futures of each `Child`."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._children: dict[str, Child] = {}
        self._received = b""
        self._transport: asyncio.SubprocessTransport | None = None
        self._gone = self._loop.create_future()
        self._directories: list[Path] = []
        self._scratch: Path | None = None
        self.on_exit: Callable[[Child], None] | None = None
        """Called when a child has ended by itself."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the keeper's pipes."""
        assert isinstance(transport, asyncio.SubprocessTransport)  # noqa: S101  # asyncio's contract, for the type
        self._transport = transport

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Take the keeper's reports."""
        *lines, self._received = (self._received + data).split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, report: dict[str, Any]) -> None:
        child = self._children[report["name"]]
        match report["event"]:
            case "started":
                child.pid = report["pid"]
            case "line":
                child.line.set_result(report["text"])
            case "exited":
                self._exited(child, report["code"])

    def _exited(self, child: Child, code: int) -> None:
        if not child.exit.done():
            child.exit.set_result(code)
            if self.on_exit and not child.stopping:
                self.on_exit(child)

    def process_exited(self) -> None:
        """Count every child as lost when the keeper is, and do what it should have done as far as we can."""
        self._gone.set_result(None)
        for child in self._children.values():
            if not child.exit.done():
                _kill_group(child.pid)
                self._exited(child, -1)
        for path in self._directories:
            shutil.rmtree(path, ignore_errors=True)

    def _order(self, do: str, **order: Any) -> None:
        pipe = self._transport and self._transport.get_pipe_transport(0)
        if not isinstance(pipe, asyncio.WriteTransport) or self._gone.done():
            raise TutorError("keeper_lost", "The process that owns our child processes is gone.", "Run it again.")
        pipe.write(json.dumps({"do": do, **order}).encode() + b"\n")

    def start(
        self,
        name: str,
        argv: Sequence[str],
        *,
        env: Mapping[str, str | None],
        log: Path,
        ready_line: bool = True,
        grace_s: float = GRACE_S,
    ) -> Child:
        """Start a child; `env` is added to our environment (None removes), output beyond the ready line is logged."""
        child = Child(name, log, self._loop.create_future(), self._loop.create_future(), grace_s)
        self._children[name] = child
        environment = {"TMPDIR": str(self.scratch_directory()), **env}
        how = {"env": environment, "log": str(log), "ready_line": ready_line, "grace_s": grace_s}
        self._order("start", name=name, argv=list(argv), **how)
        return child

    def scratch_directory(self) -> Path:
        """Return a directory for temporary files, ours and the children's, that goes when this command ends."""
        if self._scratch is None:
            self._scratch = Path(tempfile.gettempdir(), f"tutor-{secrets.token_hex(6)}")
            self.own_directory(self._scratch)
            self._scratch.mkdir(mode=0o700)
        return self._scratch

    async def stop(self, child: Child) -> None:
        """End a child and wait until it is gone."""
        child.stopping = True
        self._order("stop", name=child.name)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(child.grace_s + END_DEADLINE_S):
                await asyncio.shield(child.exit)

    def own_room(self, url: str, room: str, token: str) -> None:
        """Have the room deleted when this command ends; call it before the room exists.

        `token` is the JWT (grant roomCreate) that DeleteRoom of the server at `url` (http, https, ws or wss) needs.
        """
        self._order("own_room", url=url, room=room, token=token)

    def disown_room(self, room: str) -> None:
        """Leave the room alone: it has been deleted already, or is to stay."""
        self._order("disown_room", room=room)

    def own_directory(self, path: Path) -> None:
        """Have the directory removed when this command ends; call it before the directory exists."""
        self._order("own_directory", path=str(path))
        self._directories.append(path)

    async def end(self) -> None:
        """Close the line and wait until the keeper has ended everything."""
        if self._transport is None:
            return
        self.on_exit = None
        pipe = self._transport.get_pipe_transport(0)
        if isinstance(pipe, asyncio.WriteTransport):
            pipe.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(END_DEADLINE_S):
                await asyncio.shield(self._gone)
        self._transport.close()


def _kill_group(pid: int) -> None:
    # A pid of 0, of a child that never started, would mean our own group.
    if pid:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


@contextlib.asynccontextmanager
async def owned_children() -> AsyncIterator[Children]:
    """Give out the line to a new keeper; all it owns has ended when the block is left."""
    # The keeper holds nothing of ours open: whoever reads our output sees its end when we end.
    _, children = await asyncio.get_running_loop().subprocess_exec(
        Children, *python_module("tutor_cli.stack.keeper"), stderr=DEVNULL, start_new_session=True
    )
    try:
        yield children
    finally:
        await children.end()
