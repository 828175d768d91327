"""LiveKit access tokens: what one may grant, making one, and saying why one would not let its holder into a room."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tutor_cli.room import jwt
from tutor_cli.room.durations import format_duration

if TYPE_CHECKING:
    from tutor_cli.settings import LiveKitServer

DEFAULT_VALID_FOR_S = 15 * 60
# How far apart two machines' clocks may be before LiveKit's verifiers refuse a token.
LEEWAY_S = 60
# 9999-12-31, the last day a date can be written of; NaN and infinity, which JSON readers let through, are beyond it.
_END_OF_TIME_S = 253_402_300_799
SOURCES = ("camera", "microphone", "screen_share", "screen_share_audio")
"""Kinds of track `canPublishSources` can name, spelled as in the token."""


@dataclass(frozen=True)
class Dispatch:
    """An agent that is sent to the room when the token's holder creates it by joining."""

    agent_name: str
    metadata: str = ""

    def to_protojson(self) -> dict[str, str]:
        """Return LiveKit's RoomAgentDispatch, without empty fields."""
        fields = {"agentName": self.agent_name, "metadata": self.metadata}
        return {name: text for name, text in fields.items() if text}


@dataclass(frozen=True)
class Claims:
    """What a token says of its holder; `grants` is LiveKit's VideoGrant in camelCase, such as `{"roomJoin": true}`."""

    identity: str
    grants: Mapping[str, Any]
    name: str = ""
    metadata: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    dispatches: tuple[Dispatch, ...] = ()
    kind: str = ""

    def to_payload(self) -> dict[str, Any]:
        """Return the claims under the names LiveKit reads, without empty ones."""
        config = {"agents": [dispatch.to_protojson() for dispatch in self.dispatches]} if self.dispatches else {}
        claims = {
            "sub": self.identity,
            "name": self.name,
            "kind": self.kind,
            "metadata": self.metadata,
            "attributes": dict(self.attributes),
            "video": dict(self.grants),
            "roomConfig": config,
        }
        return {name: value for name, value in claims.items() if value}


def join_grants(room: str, **more: Any) -> dict[str, Any]:
    """Return the grants of someone who takes part in the room: speaks, listens, sends text."""
    return {"roomJoin": True, "room": room, "canPublish": True, "canSubscribe": True, "canPublishData": True, **more}


def mint(
    server: LiveKitServer, claims: Claims, valid_for_s: int = DEFAULT_VALID_FOR_S, now: float | None = None
) -> str:
    """Return a token the server accepts from now (seconds since 1970) on for `valid_for_s` seconds."""
    issued = int(time.time() if now is None else now)
    times = {"iss": server.api_key, "nbf": issued, "exp": issued + valid_for_s}
    return jwt.encode({**claims.to_payload(), **times}, server.api_secret.reveal())


@dataclass(frozen=True)
class Reason:
    """One thing that keeps the token's holder out of a room, and what to do about it."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Inspection:
    """What a token says and whether it would work."""

    payload: Mapping[str, Any]
    signature: str
    """`valid`, `invalid`, or `not checked` where there is no secret to check with."""
    seconds_left: int | None
    """Until it expires, negative after that; None for a token without an end."""
    reasons: tuple[Reason, ...]


def inspect(token: str, server: LiveKitServer | None = None, room: str = "", now: float | None = None) -> Inspection:
    """Say what the token grants and why joining (`room`, or the one it names) would fail.

    The signature is checked where `server` gives key and secret. Raises BadInputError for text that is no token.
    """
    parsed = jwt.decode(token)
    moment = time.time() if now is None else now
    signature, forged = _check_signature(parsed, server)
    expires = _time(parsed.payload, "exp")
    return Inspection(
        payload=parsed.payload,
        signature=signature,
        seconds_left=None if expires is None else round(expires - moment),
        reasons=(*forged, *_check_times(parsed.payload, moment), *_check_grants(parsed.payload, room)),
    )


def _check_signature(parsed: jwt.Jwt, server: LiveKitServer | None) -> tuple[str, list[Reason]]:
    algorithm, issuer = parsed.header.get("alg"), parsed.payload.get("iss")
    if algorithm != "HS256":
        message = f"It is signed by {algorithm!r}; LiveKit takes HS256 only."
        return "invalid", [Reason("algorithm", message, "Make a new token.")]
    if server is None:
        return "not checked", []
    if issuer != server.api_key:
        message = f"It was made with API key {issuer!r}, but the server's is {server.api_key!r} ({server.origin})."
        return "invalid", [Reason("wrong_key", message, "Use the token with the server it was made for.")]
    if not parsed.is_signed_by(server.api_secret.reveal()):
        message = f"The signature does not fit API key {issuer!r}: it was made with another secret, or altered."
        return "invalid", [Reason("wrong_secret", message, "Make a new token with the right LIVEKIT_API_SECRET.")]
    return "valid", []


def _check_times(payload: Mapping[str, Any], now: float) -> list[Reason]:
    expires, begins = _time(payload, "exp"), _time(payload, "nbf")
    reasons = []
    if expires is None:
        reasons.append(
            Reason("no_expiry", "It has no end (`exp`); LiveKit's verifiers ask for one.", "Make a new token.")
        )
    elif now > expires + LEEWAY_S:
        message = f"It expired {format_duration(int(now - expires))} ago."
        reasons.append(Reason("expired", message, "Make a new token; --valid-for sets how long it lasts."))
    if begins is not None and begins > now + LEEWAY_S:
        message = f"It becomes valid only in {format_duration(int(begins - now))}."
        hint = f"Check the clocks of this machine and of the one that made it; LiveKit forgives {LEEWAY_S} s."
        reasons.append(Reason("not_yet_valid", message, hint))
    return reasons


def _time(payload: Mapping[str, Any], name: str) -> float | None:
    value = payload.get(name)
    is_time = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _END_OF_TIME_S
    return value if is_time else None


def _check_grants(payload: Mapping[str, Any], room: str) -> list[Reason]:
    video = payload.get("video")
    grants = video if isinstance(video, dict) else {}
    reasons = []
    if grants.get("roomJoin") is not True:
        reasons.append(Reason("no_join", "It does not grant joining a room (`roomJoin`).", "Make one with --join."))
    elif not grants.get("room"):
        reasons.append(Reason("no_room", "It grants joining but names no room.", "Make one with --room NAME."))
    if room and grants.get("room") and grants["room"] != room:
        message = f"It is for room {grants['room']!r}, not {room!r}."
        reasons.append(Reason("other_room", message, f"Make one with --room {room}."))
    if not payload.get("sub"):
        reasons.append(Reason("no_identity", "It names no participant (`sub`).", "Make one with --identity NAME."))
    return reasons
