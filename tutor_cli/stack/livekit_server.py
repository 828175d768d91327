"""A livekit-server of our own on loopback: its configuration, its start, its health."""

from __future__ import annotations

import asyncio
import json
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor_cli.errors import LiveKitError, TimeoutExceeded
from tutor_cli.settings import LiveKitServer, Secret
from tutor_cli.stack.health import answers
from tutor_cli.stack.logs import tail
from tutor_cli.stack.ports import TCP, UDP, free_ports, require_free

if TYPE_CHECKING:
    from tutor_cli.stack.children import Child, Children

START_DEADLINE_S = 10.0
LOOPBACK = "127.0.0.1"
OWN = "our own server"
"""The origin of a server this command runs."""
# A free port can be taken between the look and the start.
STARTS = 3
# It keeps nothing that a kill could damage, and would wait for participants; just after its start it misses SIGTERM.
GRACE_S = 0.3

# A process without Python asks the kernel to die with its keeper (PR_SET_PDEATHSIG = 1, SIGKILL = 9) and becomes the
# server: livekit-server itself does not watch its stdin, as our own children do.
_DIE_WITH_KEEPER = "import ctypes, os, sys; ctypes.CDLL(None).prctl(1, 9); os.execv(sys.argv[1], sys.argv[1:])"


@dataclass(frozen=True)
class Wanted:
    """What a server of our own shall be like; free ports and a new key are chosen where nothing is asked for."""

    port: int | None = None
    bind: str = LOOPBACK
    api_key: str | None = None
    api_secret: Secret | None = None


@dataclass(frozen=True)
class ServerConfig:
    """Where our own server listens and who may use it."""

    port: int
    tcp_port: int
    udp_port: int
    api_key: str
    api_secret: Secret
    bind: str = LOOPBACK

    @classmethod
    def generate(cls, wanted: Wanted) -> ServerConfig:
        """Return a configuration as wanted, with free ports and a secret of 32 random bytes."""
        free, tcp, udp = free_ports(TCP, TCP, UDP)
        key = wanted.api_key or f"API{secrets.token_hex(6)}"
        secret = wanted.api_secret or Secret(secrets.token_urlsafe(32))
        return cls(wanted.port or free, tcp, udp, key, secret, wanted.bind)

    @property
    def url(self) -> str:
        """Where clients connect."""
        host = LOOPBACK if self.bind in {"0.0.0.0", "::"} else self.bind  # noqa: S104  # compared, not bound
        return f"ws://[{host}]:{self.port}" if ":" in host else f"ws://{host}:{self.port}"

    @property
    def server(self) -> LiveKitServer:
        """The server as clients take it."""
        return LiveKitServer(self.url, self.api_key, self.api_secret, OWN)

    def document(self) -> str:
        """Return the configuration livekit-server reads: YAML, of which JSON is a part.

        On loopback the media address is given and nothing outside is asked for it; bound elsewhere, the server finds
        the machine's address itself.
        """
        on_loopback = self.bind == LOOPBACK
        rtc = {"tcp_port": self.tcp_port, "udp_port": self.udp_port, "use_external_ip": False}
        loopback = {"node_ip": LOOPBACK, "enable_loopback_candidate": True} if on_loopback else {}
        keys = {self.api_key: self.api_secret.reveal()}
        return json.dumps({"port": self.port, "bind_addresses": [self.bind], "rtc": {**rtc, **loopback}, "keys": keys})


async def start_server(children: Children, binary: Path, config: ServerConfig, log: Path) -> Child:
    """Start livekit-server and wait until it answers; raise LiveKitError or TimeoutExceeded where it does not."""
    argv = [str(binary)]
    if sys.platform == "linux":
        argv = [sys.executable, "-I", "-S", "-c", _DIE_WITH_KEEPER, *argv]
    # By the environment the secret stays out of the process list and off the disk.
    environment = {"LIVEKIT_CONFIG": config.document()}
    child = children.start("livekit-server", argv, env=environment, log=log, ready_line=False, grace_s=GRACE_S)
    try:
        async with asyncio.timeout(START_DEADLINE_S):
            while not child.exit.done() and not await answers(config.url):
                await asyncio.wait([child.exit], timeout=0.02)
    except TimeoutError:
        message = f"livekit-server did not answer on port {config.port} within {START_DEADLINE_S:.0f} s."
        raise TimeoutExceeded("livekit_server_slow", message, f"See {log}.") from None
    if child.exit.done():
        message = f"livekit-server ended at once ({child.last_words()})."
        raise LiveKitError("livekit_server_died", message, f"See {log}.")
    return child


async def start_own_server(
    children: Children, binary: Path, log: Path, wanted: Wanted = Wanted()
) -> tuple[ServerConfig, Child]:
    """Start a server as wanted; raise LiveKitError where its port is taken, or what `start_server` raises."""
    require_free(wanted.bind, wanted.port or 0)
    for _ in range(STARTS - 1):
        config = ServerConfig.generate(wanted)
        try:
            return config, await start_server(children, binary, config, log)
        except LiveKitError:
            if "address already in use" not in tail(log):
                raise
    config = ServerConfig.generate(wanted)
    return config, await start_server(children, binary, config, log)
