"""Free and taken ports."""

from __future__ import annotations

import socket

import pytest

from tutor_cli.errors import LiveKitError
from tutor_cli.stack.ports import TCP, UDP, free_ports, require_free


def test_free_ports_differ_and_are_free() -> None:
    """Each port can be listened on, and none is given twice."""
    ports = free_ports(TCP, TCP, UDP)

    assert len(set(ports[:2])) == 2
    for port in ports[:2]:
        require_free("127.0.0.1", port)


def test_a_taken_port_is_named() -> None:
    """A port in use is an error that names it and the way out."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(LiveKitError) as caught:
            require_free("127.0.0.1", port)

    assert caught.value.code == "port_in_use"
    assert str(port) in caught.value.message
    assert caught.value.hint


def test_an_address_that_is_not_ours() -> None:
    """An address of another machine cannot be bound, and is said."""
    with pytest.raises(LiveKitError, match=r"192\.0\.2\.1"):
        require_free("192.0.2.1", 0)
