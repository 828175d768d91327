"""HS256 JSON Web Tokens with the standard library: signing one takes microseconds, importing a library for it does not.

RFC 7519 and RFC 7515: three base64url parts without padding, the third the HMAC-SHA256 of the first two.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tutor_cli.errors import BadInputError

_HEADER = {"alg": "HS256", "typ": "JWT"}


@dataclass(frozen=True)
class Jwt:
    """A token taken apart; nothing about it has been verified."""

    header: Mapping[str, Any]
    payload: Mapping[str, Any]
    signed: bytes
    """The bytes the signature is over."""
    signature: bytes

    def is_signed_by(self, secret: str) -> bool:
        """Whether this secret made the signature, by HS256 and no other algorithm."""
        return self.header.get("alg") == "HS256" and hmac.compare_digest(_sign(self.signed, secret), self.signature)


def encode(payload: Mapping[str, Any], secret: str) -> str:
    """Return the signed token."""
    signed = b".".join(_to_base64(_to_json(part)) for part in (_HEADER, payload))
    return b".".join((signed, _to_base64(_sign(signed, secret)))).decode("ascii")


def decode(token: str) -> Jwt:
    """Take a token apart; raise BadInputError where it is none."""
    try:
        parts = token.encode("ascii").split(b".")
        header, payload = (_from_json(_from_base64(part)) for part in parts[:2])
        signature = _from_base64(parts[2])
    except (ValueError, IndexError, RecursionError) as error:
        raise _malformed() from error
    if len(parts) != 3:
        raise _malformed()
    return Jwt(header, payload, b".".join(parts[:2]), signature)


def _malformed() -> BadInputError:
    # Never quote the text: it may be a secret pasted by mistake.
    message = "This is no access token: a token has three parts of letters and digits, joined by dots."
    return BadInputError("token_malformed", message, "Paste the whole token, with nothing before or after it.")


def _sign(signed: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode("utf-8"), signed, "sha256")


def _to_json(part: Mapping[str, Any]) -> bytes:
    return json.dumps(part, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _from_json(text: bytes) -> dict[str, Any]:
    part = json.loads(text)
    if not isinstance(part, dict):
        raise ValueError("not an object")
    return part


def _to_base64(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _from_base64(text: bytes) -> bytes:
    if set(text) & set(b"+/=\r\n "):
        raise binascii.Error("not base64url")
    return base64.b64decode(text + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
