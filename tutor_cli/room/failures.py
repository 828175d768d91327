"""What LiveKit's client libraries raise, mapped once to our errors."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tutor_cli.errors import ConfigError, LiveKitError, TutorError, UsageError

if TYPE_CHECKING:
    from livekit.api import ServerError

    from tutor_cli.settings import LiveKitServer

_START_HINT = "Check the address and that the server runs; `tutor up` starts one on this machine."
SCHEMES = ("ws", "wss", "http", "https")


@contextmanager
def translate(server: LiveKitServer) -> Iterator[None]:
    """Turn what a call to LiveKit raises into a TutorError: unreachable, too slow, refused, no such thing."""
    import aiohttp
    from livekit.api import ServerError

    try:
        yield
    except ServerError as error:
        raise _of_answer(error, server) from error
    except TimeoutError as error:
        raise too_slow(server) from error
    except (aiohttp.ClientError, OSError, UnicodeError) as error:
        raise unreachable(server, error) from error


def check_url(server: LiveKitServer) -> None:
    """Raise LiveKitError where the URL cannot be one of a LiveKit server."""
    try:
        parts = urllib.parse.urlsplit(server.url)
        usable = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        message = f"{shown_url(server.url)!r} is no LiveKit address ({server.origin})."
        raise LiveKitError(
            "livekit_url", message, "It looks like wss://my-project.livekit.cloud or ws://localhost:7880."
        )


def shown_url(url: str) -> str:
    """Return the URL without a password in it."""
    return re.sub(r"//[^/@]*@", "//", url)


def unreachable(server: LiveKitServer, error: Exception) -> LiveKitError:
    """Return the error of a server nobody answers for, with the operating system's reason."""
    reason = str(getattr(error, "os_error", None) or error).partition("\n")[0]
    return LiveKitError("livekit_unreachable", f"No LiveKit at {shown_url(server.url)}: {reason}", _START_HINT)


def too_slow(server: LiveKitServer) -> LiveKitError:
    """Return the error of a server that takes connections, or swallows them, and does not answer."""
    message = f"LiveKit at {shown_url(server.url)} does not answer."
    return LiveKitError("livekit_silent", message, "Check the address, the network and its firewall.")


def refused(server: LiveKitServer, body: str) -> TutorError:
    """Return the error of a server that does not take our key, secret or clock; `body` is its plain answer.

    livekit-server says `invalid API key: ...`, `invalid token: <token>, error: ...` or `permissions denied`; the token
    in it is never shown.
    """
    where = f"LiveKit at {shown_url(server.url)}"
    if "invalid API key" in body:
        message = f"{where} does not know API key {server.api_key!r} ({server.origin})."
        return ConfigError("wrong_key", message, "Set LIVEKIT_API_KEY to a key of this server.")
    if "expired" in body or "not valid yet" in body:
        message = f"{where} has another time than this machine, so it takes no token made here."
        return ConfigError("clock_skew", message, "Set this machine's clock.")
    if "invalid token" in body or "authorization" in body:
        message = f"{where} knows API key {server.api_key!r}, but the secret is wrong ({server.origin})."
        return ConfigError("wrong_secret", message, "Set LIVEKIT_API_SECRET to the secret of that key.")
    return ConfigError("not_allowed", f"{where} refuses API key {server.api_key!r}.", "Check key, secret and project.")


def _of_answer(error: ServerError, server: LiveKitServer) -> TutorError:
    where = f"LiveKit at {shown_url(server.url)}"
    said = error.message.removeprefix("twirp error unknown: ") or f"HTTP {error.status}"
    if error.status == 401:
        return refused(server, said)
    if error.code == "not_found":
        return UsageError("not_found", f"{where}: {said}.", "See what there is with `tutor room list`.")
    if error.status == 404:
        message = f"What answers at {shown_url(server.url)} is no LiveKit server."
        return LiveKitError("livekit_url", message, "Check the address.")
    if 400 <= error.status < 500:
        return UsageError("refused", f"{where}: {said}.", "Change the request and try again.")
    return LiveKitError("livekit_failed", f"{where} failed: {said}.", "Try again; its own log says more.")
