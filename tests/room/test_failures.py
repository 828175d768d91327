"""What LiveKit's libraries raise becomes an error with a cause, a fix and the right exit code."""

from __future__ import annotations

import pytest

from tutor_cli.errors import ConfigError, LiveKitError, TutorError, UsageError
from tutor_cli.room.failures import check_url, refused, shown_url, translate
from tutor_cli.settings import LiveKitServer, Secret


def _server(url: str = "wss://lk.test") -> LiveKitServer:
    return LiveKitServer(url, "APIone", Secret("hush"), "environment LIVEKIT_URL")


@pytest.mark.parametrize(
    "url", ["", "localhost", "localhost:7880", "ftp://x", "ws://", "ws://x:99999", "ws://x:y", "ws://[x"]
)
def test_impossible_addresses(url: str) -> None:
    """An address no LiveKit server can have is told with where it came from."""
    with pytest.raises(LiveKitError, match="environment LIVEKIT_URL"):
        check_url(_server(url))


@pytest.mark.parametrize("url", ["ws://localhost:7880", "wss://p.livekit.cloud", "https://[::1]:7880/lk"])
def test_possible_addresses(url: str) -> None:
    """WebSocket and HTTP addresses both name a server."""
    check_url(_server(url))


def test_passwords_in_addresses_are_not_shown() -> None:
    """Credentials inside an address stay out of messages."""
    assert shown_url("wss://user:hush@lk.test/x") == "wss://lk.test/x"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("invalid API key: APIone", "wrong_key"),
        ("invalid token: eyJh.b.c, error: signature is invalid", "wrong_secret"),
        ("invalid token: eyJh.b.c, error: token is expired", "clock_skew"),
        ("permissions denied", "not_allowed"),
        ("", "not_allowed"),
    ],
)
def test_refusals_name_what_is_wrong(body: str, code: str) -> None:
    """Key, secret, clock and grants are told apart by the server's words, and its token is not repeated."""
    error = refused(_server(), body)

    assert isinstance(error, ConfigError)
    assert error.code == code
    assert "eyJh" not in error.message


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("not_found", 404, UsageError),
        ("unknown", 404, LiveKitError),
        ("invalid_argument", 400, UsageError),
        ("unauthenticated", 401, ConfigError),
        ("unavailable", 503, LiveKitError),
        ("internal", 500, LiveKitError),
    ],
)
def test_answers_of_the_server(code: str, status: int, expected: type[TutorError]) -> None:
    """A refusal is told apart from a failure, and a missing thing from a missing server."""
    from livekit.api import ServerError

    with pytest.raises(expected), translate(_server()):
        raise ServerError(code, "twirp error unknown: requested room does not exist", status=status)
