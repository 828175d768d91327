"""Two ways to fetch livekit-server: LiveKit's release archive, checked against its checksums, and `go install`."""

from __future__ import annotations

import asyncio
import hashlib
import http.client
import platform
import shutil
import sys
import tarfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tutor_cli.stack.patience import within

if TYPE_CHECKING:
    from tutor_cli.stack.children import Children

RELEASES = "https://github.com/livekit/livekit/releases/download"
GO_MODULE = "github.com/livekit/livekit-server"

# Without a network a user is told so in seconds; with one, a slow line is given its time.
REQUEST_DEADLINE_S = 4.0
DOWNLOAD_DEADLINE_S = 600.0
GO_LOOK_DEADLINE_S = 5.0
GO_BUILD_DEADLINE_S = 900.0
PROGRESS_EVERY_S = 10.0
# The archive of 1.13.5 is about 25 MB; what is far larger is not it.
LARGEST_BYTES = 500 << 20

# As LiveKit's release names them; there are no archives for other systems.
SYSTEMS = {"linux": "linux"}
MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64", "armv7l": "armv7"}

Say = Callable[[str], None]
T = TypeVar("T")


class FetchFailed(Exception):
    """One way to fetch did not work; the text says why, in a few words."""


def archive_name(version: str, system: str | None = None, machine: str | None = None) -> str:
    """Return the name of the release archive for a system (`sys.platform`) and machine (`platform.machine()`)."""
    system, machine = system or sys.platform, machine or platform.machine()
    if system not in SYSTEMS or machine.lower() not in MACHINES:
        raise FetchFailed(f"none is published for {system} on {machine}")
    return f"livekit_{version}_{SYSTEMS[system]}_{MACHINES[machine.lower()]}.tar.gz"


async def download_release(version: str, scratch: Path, say: Say, releases: str = RELEASES) -> Path:
    """Return livekit-server of the release, unpacked in `scratch`.

    Raises FetchFailed, also where the archive's SHA-256 is not the one in the release's checksums.txt.
    """
    name = archive_name(version)
    base = f"{releases}/v{version}"
    say(f"Downloading {base}/{name} ...")
    expected = await _patiently(_published_checksum, f"{base}/checksums.txt", name)
    found = await _download(f"{base}/{name}", scratch / name, say)
    if found != expected:
        raise FetchFailed(f"its SHA-256 is {found}, the published one is {expected}: not used")
    return await asyncio.to_thread(_unpack, scratch / name, scratch / "livekit-server")


def _published_checksum(url: str, name: str) -> str:
    with _open(url) as answer:
        lines = answer.read(1 << 20).decode("utf-8", "replace").splitlines()
    for line in lines:
        checksum, _, file = line.partition(" ")
        if file.strip().lstrip("*") == name:
            return checksum.lower()
    raise FetchFailed(f"its checksum is not in {url}")


async def _patiently(call: Callable[..., T], *arguments: Any) -> T:
    try:
        return await within(REQUEST_DEADLINE_S, call, *arguments)
    except TimeoutError:
        raise FetchFailed(f"no answer within {REQUEST_DEADLINE_S:.0f} s") from None


async def _download(url: str, target: Path, say: Say) -> str:
    """Return the SHA-256 of what was written to `target`."""
    digest, received = hashlib.sha256(), 0
    deadline, say_at = time.monotonic() + DOWNLOAD_DEADLINE_S, time.monotonic() + PROGRESS_EVERY_S
    # Every wait is a short one in a thread, so that Ctrl-C works in the middle of a download.
    with await _patiently(_open, url) as answer, target.open("wb") as file:
        total = int(answer.headers.get("Content-Length") or 0)
        while chunk := await _patiently(_read, answer):
            received += len(chunk)
            if received > LARGEST_BYTES or time.monotonic() > deadline:
                raise FetchFailed(f"gave up after {received >> 20} MB")
            digest.update(chunk)
            file.write(chunk)
            if time.monotonic() > say_at:
                say_at += PROGRESS_EVERY_S
                say(f"  {received >> 20} of {total >> 20} MB")
    return digest.hexdigest()


def _open(url: str) -> http.client.HTTPResponse:
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(url, timeout=REQUEST_DEADLINE_S)  # noqa: S310  # https
    except urllib.error.HTTPError as error:
        with error:
            raise FetchFailed(f"{url}: HTTP {error.code}") from error
    except (OSError, http.client.HTTPException) as error:
        raise FetchFailed(f"no connection ({getattr(error, 'reason', error)})") from error
    return answer


def _read(answer: http.client.HTTPResponse) -> bytes:
    try:
        return answer.read(1 << 18)
    except (OSError, http.client.HTTPException) as error:
        raise FetchFailed(f"the download broke off ({error})") from error


def _unpack(archive: Path, target: Path) -> Path:
    try:
        with tarfile.open(archive) as files:
            member = files.extractfile("livekit-server")
            if member is None:
                raise KeyError("livekit-server")
            with target.open("wb") as file:
                shutil.copyfileobj(member, file)
    except (tarfile.TarError, KeyError, OSError) as error:
        raise FetchFailed(f"the archive holds no livekit-server ({error})") from error
    target.chmod(0o755)
    return target


class GoCommand:
    """Runs `go` as an owned child, so that a build does not outlive the command that wanted it."""

    def __init__(self, children: Children, log: Path, say: Say) -> None:
        self._children = children
        self._log = log
        self._say = say

    async def run(self, *arguments: str, deadline_s: float, **environment: str) -> None:
        """Run `go`; raise FetchFailed where it is missing, fails or takes longer than the deadline."""
        program = shutil.which("go")
        if program is None:
            raise FetchFailed("there is no `go` on PATH")
        what = f"`go {arguments[0]}`"
        # Outside any module of the user's, whose go.mod would have a say.
        argv = [program, "-C", "/", *arguments]
        child = self._children.start("go", argv, env=environment, log=self._log, ready_line=False)
        waited_s = 0.0
        while not child.exit.done() and waited_s < deadline_s:
            pause_s = min(PROGRESS_EVERY_S, deadline_s - waited_s)
            if (await asyncio.wait([child.exit], timeout=pause_s))[1]:
                waited_s += pause_s
                self._say(f"  {waited_s:.0f} s")
        if not child.exit.done():
            await self._children.stop(child)
            raise FetchFailed(f"{what} took longer than {deadline_s:.0f} s")
        if child.exit.result() != 0:
            raise FetchFailed(f"{what} failed ({child.last_words()})")


async def build_with_go(version: str, scratch: Path, say: Say, go: GoCommand) -> Path:
    """Return livekit-server built in `scratch` from its published sources; raise FetchFailed.

    The module is looked up first, so that without a network nobody waits for a build that cannot be.
    """
    await go.run("list", "-m", f"{GO_MODULE}@v{version}", deadline_s=GO_LOOK_DEADLINE_S)
    say(f"Building {GO_MODULE}@v{version} with go; the first time takes some minutes ...")
    build = ("install", f"{GO_MODULE}/cmd/server@v{version}")
    await go.run(*build, deadline_s=GO_BUILD_DEADLINE_S, GOBIN=str(scratch))
    built = scratch / "server"
    if not built.is_file():
        raise FetchFailed("`go install` left no program")
    return built
