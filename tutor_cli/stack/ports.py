"""Free ports on loopback, and whether a port is taken."""

from __future__ import annotations

import socket
from contextlib import ExitStack

from tutor_cli.errors import LiveKitError

TCP = socket.SOCK_STREAM
UDP = socket.SOCK_DGRAM


def free_ports(*kinds: socket.SocketKind) -> list[int]:
    """Return one port of each kind (TCP or UDP) that nobody uses on any address now; no two are the same."""
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket(socket.AF_INET, kind)) for kind in kinds]
        for probe in probes:
            probe.bind(("", 0))
        return [probe.getsockname()[1] for probe in probes]


def require_free(address: str, port: int) -> None:
    """Raise LiveKitError `port_in_use` where nothing could listen on this TCP port; with port 0, on this address."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        # As a server would: a connection that lingers from a server before does not make the port taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            what = f"Port {port} on {address}" if port else f"The address {address}"
            message = f"{what} cannot be used: {error.strerror or error}."
            raise LiveKitError("port_in_use", message, "Choose another, or end what uses it.") from error
