"""Fetching livekit-server: the release archive and its checksum, the build with go."""

from __future__ import annotations

import hashlib
import io
import platform
import sys
import tarfile
import threading
from collections.abc import AsyncIterator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tutor_cli.stack import fetch
from tutor_cli.stack.children import owned_children
from tutor_cli.stack.fetch import FetchFailed, GoCommand, archive_name, build_with_go, download_release

PROGRAM = b"#!/bin/sh\necho livekit-server version 1.2.3\n"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Releases:
    """A release page of our own on loopback."""

    def __init__(self, directory: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._directory = directory / "v1.2.3"
        self._directory.mkdir()

    def publish(self, member: str = "livekit-server", checksum: str = "", name: str = "") -> None:
        """Put up an archive with one file, and its checksum unless another is given."""
        name = name or archive_name("1.2.3")
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w:gz") as archive:
            entry = tarfile.TarInfo(member)
            entry.size = len(PROGRAM)
            archive.addfile(entry, io.BytesIO(PROGRAM))
        (self._directory / name).write_bytes(content.getvalue())
        checksum = checksum or hashlib.sha256(content.getvalue()).hexdigest()
        (self._directory / "checksums.txt").write_text(f"{'0' * 64}  other.zip\n{checksum}  {name}\n")


@pytest.fixture(name="releases")
def _releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Releases]:
    monkeypatch.setattr(fetch, "SYSTEMS", {sys.platform: "linux"})
    monkeypatch.setattr(fetch, "MACHINES", {platform.machine().lower(): "amd64"})
    pages = tmp_path / "pages"
    pages.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(pages))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Releases(pages, server.server_port)
        server.shutdown()


async def _download(releases: Releases, scratch: Path) -> Path:
    return await download_release("1.2.3", scratch, lambda line: None, releases.url)


async def test_the_program_of_a_good_archive(releases: Releases, tmp_path: Path) -> None:
    """An archive with the published checksum is unpacked, and what it holds can be run."""
    releases.publish()

    program = await _download(releases, tmp_path)
    assert program.read_bytes() == PROGRAM
    assert program.stat().st_mode & 0o111


@pytest.mark.parametrize(
    ("published", "complaint"),
    [
        ({"checksum": "f" * 64}, "not used"),
        ({"name": "other.tar.gz"}, "its checksum is not in"),
        ({"member": "something-else"}, "holds no livekit-server"),
    ],
)
async def test_a_bad_release_is_refused(
    releases: Releases, tmp_path: Path, published: dict[str, str], complaint: str
) -> None:
    """A wrong checksum, none, or an archive of something else: nothing of it is used."""
    releases.publish(**published)

    with pytest.raises(FetchFailed, match=complaint):
        await _download(releases, tmp_path)
    assert not (tmp_path / "livekit-server").exists()


async def test_a_release_that_is_not_there(releases: Releases, tmp_path: Path) -> None:
    """A missing release is said with its HTTP status."""
    with pytest.raises(FetchFailed, match="HTTP 404"):
        await _download(releases, tmp_path)


async def test_no_network(tmp_path: Path) -> None:
    """A page out of reach is said in a few words."""
    with pytest.raises(FetchFailed, match="no connection"):
        await download_release("1.2.3", tmp_path, lambda line: None, "http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "livekit_1.2.3_linux_amd64.tar.gz"),
        ("linux", "aarch64", "livekit_1.2.3_linux_arm64.tar.gz"),
        ("linux", "armv7l", "livekit_1.2.3_linux_armv7.tar.gz"),
    ],
)
def test_archive_names(system: str, machine: str, name: str) -> None:
    """Archives are named as LiveKit's releases name them."""
    assert archive_name("1.2.3", system, machine) == name


@pytest.mark.parametrize(("system", "machine"), [("darwin", "arm64"), ("linux", "riscv64")])
def test_systems_without_an_archive(system: str, machine: str) -> None:
    """Where LiveKit publishes no archive, that is said without asking the network."""
    with pytest.raises(FetchFailed, match="none is published"):
        archive_name("1.2.3", system, machine)


@pytest.fixture(name="go")
async def _go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[GoCommand]:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    async with owned_children() as children:
        yield GoCommand(children, tmp_path / "go.log", lambda line: None)


def _install_go(tmp_path: Path, script: str) -> None:
    """Put a `go` on PATH that does what the script says."""
    program = tmp_path / "bin" / "go"
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n{script}\n')
    program.chmod(0o755)


async def test_go_builds_the_pinned_version(go: GoCommand, tmp_path: Path) -> None:
    """The module is looked up, then built into the scratch directory, outside any module of the user's."""
    _install_go(tmp_path, '[ "$3" = list ] || echo built > "$GOBIN/server"')
    said: list[str] = []

    built = await build_with_go("1.13.5", tmp_path, said.append, go)
    assert built.read_text() == "built\n"
    assert (tmp_path / "calls").read_text().splitlines() == [
        "-C / list -m github.com/livekit/livekit-server@v1.13.5",
        "-C / install github.com/livekit/livekit-server/cmd/server@v1.13.5",
    ]
    assert any("minutes" in line for line in said)


async def test_a_failed_build_quotes_go(go: GoCommand, tmp_path: Path) -> None:
    """What go complained of last is in the failure."""
    _install_go(tmp_path, "echo proxy: no such host >&2; exit 1")

    with pytest.raises(FetchFailed, match=r"`go list` failed \(exit code 1: proxy: no such host\)"):
        await build_with_go("1.13.5", tmp_path, lambda line: None, go)


async def test_a_look_up_that_hangs(go: GoCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network a look-up that would hang is given up, and its process ended."""
    _install_go(tmp_path, "sleep 600")
    monkeypatch.setattr(fetch, "GO_LOOK_DEADLINE_S", 0.05)

    with pytest.raises(FetchFailed, match="took longer"):
        await build_with_go("1.13.5", tmp_path, lambda line: None, go)


async def test_a_build_that_leaves_nothing(go: GoCommand, tmp_path: Path) -> None:
    """A build without a program is a failure, not a crash later."""
    _install_go(tmp_path, "exit 0")

    with pytest.raises(FetchFailed, match="left no program"):
        await build_with_go("1.13.5", tmp_path, lambda line: None, go)


async def test_no_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without go on PATH that is what is said."""
    async with owned_children() as children:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(FetchFailed, match="no `go`"):
            await build_with_go(
                "1.13.5", tmp_path, lambda line: None, GoCommand(children, tmp_path / "log", lambda line: None)
            )
