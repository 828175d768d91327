"""A real livekit-server for tests: the binary, on free loopback ports, with keys of its own."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tutor_cli.settings import LiveKitServer, Secret

_START_S = 20.0


@dataclass(frozen=True)
class RunningServer:
    """A livekit-server that answers."""

    url: str
    api_key: str
    api_secret: str
    process: subprocess.Popen[bytes]

    @property
    def credentials(self) -> LiveKitServer:
        """The server as our own code knows it."""
        return LiveKitServer(self.url, self.api_key, Secret(self.api_secret), "test")

    @property
    def environ(self) -> dict[str, str]:
        """The variables by which a command finds it."""
        names = ("LIVEKIT_URL", "LIVEKIT_API_KEY", "LIVEKIT_API_SECRET")
        return dict(zip(names, (self.url, self.api_key, self.api_secret), strict=True))


def find_binary() -> Path:
    """Return livekit-server's path; fail, rather than skip, where there is none."""
    named = os.environ.get("TUTOR_LIVEKIT_SERVER") or shutil.which("livekit-server")
    if not named:
        raise AssertionError(
            "These tests need livekit-server: set TUTOR_LIVEKIT_SERVER, put it on PATH or run `tutor server install`."
        )
    return Path(named)


@contextmanager
def running_server(log: Path) -> Iterator[RunningServer]:
    """Run livekit-server until the block ends; its output goes to `log`."""
    key, secret = "APItest", secrets.token_urlsafe(32)
    port, tcp_port, udp_port = _free_ports(3)
    config = {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "keys": {key: secret},
        "rtc": {
            "tcp_port": tcp_port,
            "udp_port": udp_port,
            "node_ip": "127.0.0.1",
            "use_external_ip": False,
            "enable_loopback_candidate": True,
        },
    }
    with log.open("wb") as output:
        # The configuration is YAML, and JSON is YAML; by the environment it stays out of the process list.
        environ = {**os.environ, "LIVEKIT_CONFIG": json.dumps(config)}
        process = subprocess.Popen([find_binary()], env=environ, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(process, port, log)
            yield RunningServer(f"ws://127.0.0.1:{port}", key, secret, process)
        finally:
            process.kill()
            process.wait(10)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in sockets:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in sockets]


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise AssertionError(f"livekit-server did not come up:\n{log.read_text(errors='replace')[-2000:]}")
