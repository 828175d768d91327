"""What LiveKit's libraries raise becomes an error with a cause, a fix and the right exit code."""

from __future__ import annotations

import pytest

from tutor_cli.errors import ConfigError, LiveKitError, TutorError, UsageError
from tutor_cli.room.failures import check_url, join_failure, refused, shown_url, translate
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


TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJl"
REFUSALS = [
    ("invalid API key: APIone", "wrong_key"),
    (f"invalid token: {TOKEN}, error: token signature is invalid: signature is invalid", "wrong_secret"),
    (f"invalid token: {TOKEN}, error: token has invalid claims: token is expired", "expired"),
    (f"invalid token: {TOKEN}, error: token has invalid claims: token is not valid yet", "not_yet_valid"),
    ("permissions denied", "not_allowed"),
    ("invalid authorization token", "not_allowed"),
    ("no room name", "no_room"),
    ("identity cannot be empty", "no_identity"),
    ("", "not_allowed"),
]


@pytest.mark.parametrize(("said", "code"), REFUSALS)
def test_refusals_name_what_is_wrong(said: str, code: str) -> None:
    """Key, secret, clock and grants are told apart by the server's words, and its token is not repeated."""
    error = refused(_server(), said)

    assert error.code == code
    assert "'APIone', environment LIVEKIT_URL" in error.message
    assert "eyJ" not in error.message


@pytest.mark.parametrize(("said", "code"), REFUSALS)
def test_refused_joins_name_the_same(said: str, code: str) -> None:
    """Whoever joins by a token reads the same reasons, and neither token nor library talk."""
    error = join_failure("wss://lk.test", f"engine: signal failure: client error: 401 Unauthorized - {said}")

    assert isinstance(error, ConfigError)
    assert error.code == code
    assert "eyJ" not in error.message
    assert "engine" not in error.message


def test_failed_joins_give_the_systems_reason() -> None:
    """A join nobody answers is a LiveKit error with the operating system's words."""
    said = "engine: signal failure: transport connection error: IO error: Connection refused (os error 111)"

    error = join_failure("wss://lk.test", said)

    assert isinstance(error, LiveKitError)
    assert error.message == (
        "No LiveKit at wss://lk.test: transport connection error: IO error: Connection refused (os error 111)"
    )


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
