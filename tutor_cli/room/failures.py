"""What LiveKit's client libraries raise, mapped once to our errors."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tutor_cli.errors import ConfigError, LiveKitError, TutorError, UsageError
from tutor_cli.room.logs import without_tokens

if TYPE_CHECKING:
    from livekit.api import ServerError

    from tutor_cli.settings import LiveKitServer

_START_HINT = "Check the address and that the server runs; `tutor up` starts one on this machine."
_CLOCK_HINT = "Make a new token; where it is new already, set this machine's clock."
# livekit-server says `invalid API key: ...`, `invalid token: <token>, error: ...`, `permissions denied` and the like.
# What its words contain, our code, what we say, what to do; the last one fits whatever it says.
_REFUSALS = (
    ("invalid API key", "wrong_key", "does not know the API key", "Set LIVEKIT_API_KEY to a key of this server."),
    ("expired", "expired", "finds the token expired", _CLOCK_HINT),
    ("not valid yet", "not_yet_valid", "finds the token not valid yet", _CLOCK_HINT),
    (
        "invalid token",
        "wrong_secret",
        "finds the token signed with a wrong secret",
        "Set LIVEKIT_API_SECRET to the secret of the API key.",
    ),
    ("no room name", "no_room", "finds no room in the token", "Make a token with --room NAME."),
    ("identity", "no_identity", "finds no participant in the token", "Make a token with --identity NAME."),
    ("", "not_allowed", "refuses the token", "See what it grants with `tutor token inspect`."),
)
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


def join_failure(url: str, said: str) -> TutorError:
    """Return the error for what `rtc.Room.connect` said; it repeats the token, which is never shown."""
    if re.search(r"client error: 4\d\d", said):
        return _refusal(url, said)
    reason = without_tokens(said).rpartition("failure: ")[2]
    return LiveKitError("livekit_unreachable", f"No LiveKit at {shown_url(url)}: {reason}", _START_HINT)


def unreachable(server: LiveKitServer, error: Exception) -> LiveKitError:
    """Return the error of a server nobody answers for, with the operating system's reason."""
    reason = str(getattr(error, "os_error", None) or error).partition("\n")[0]
    return LiveKitError("livekit_unreachable", f"No LiveKit at {shown_url(server.url)}: {reason}", _START_HINT)


def too_slow(server: LiveKitServer) -> LiveKitError:
    """Return the error of a server that takes connections, or swallows them, and does not answer."""
    message = f"LiveKit at {shown_url(server.url)} does not answer."
    return LiveKitError("livekit_silent", message, "Check the address, the network and its firewall.")


def refused(server: LiveKitServer, said: str) -> ConfigError:
    """Return the error of a server that refuses tokens we sign with its key and secret."""
    return _refusal(server.url, said, f" (key {server.api_key!r}, {server.origin})")


def _refusal(url: str, said: str, who: str = "") -> ConfigError:
    """Return the error for a refused token by the server's plain answer, in which the token itself is never shown."""
    _, code, message, hint = next(refusal for refusal in _REFUSALS if refusal[0] in said)
    return ConfigError(code, f"LiveKit at {shown_url(url)} {message}{who}.", hint)


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
