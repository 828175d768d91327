"""Tokens are encoded and decoded as PyJWT, the library LiveKit's own use, does it."""

from __future__ import annotations

import contextlib

import jwt as pyjwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.errors import BadInputError
from tutor_cli.room import jwt

SECRET = "s3cret-of-at-least-thirty-two-bytes!"
JSON = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=3)


@given(
    st.dictionaries(st.text().filter(lambda name: name not in {"exp", "nbf", "iat", "aud", "iss", "sub", "jti"}), JSON)
)
def test_pyjwt_reads_what_we_write(payload: dict[str, object]) -> None:
    """Every payload we sign is verified and read back by PyJWT."""
    assert pyjwt.decode(jwt.encode(payload, SECRET), SECRET, algorithms=["HS256"]) == payload


@given(st.dictionaries(st.text(), JSON))
def test_we_read_what_pyjwt_writes(payload: dict[str, object]) -> None:
    """Every token PyJWT signs is read and verified by us, and by no other secret."""
    token = jwt.decode(pyjwt.api_jws.encode(jwt._to_json(payload), SECRET, algorithm="HS256"))

    assert token.payload == payload
    assert token.is_signed_by(SECRET)
    assert not token.is_signed_by(SECRET + "x")


def test_no_other_algorithm_counts() -> None:
    """A token that says it needs no signature, or another one, is not signed."""
    for algorithm, key in (("none", ""), ("HS512", SECRET * 2)):
        token = jwt.decode(pyjwt.api_jws.encode(b'{"sub": "eve"}', key, algorithm=algorithm))

        assert not token.is_signed_by(SECRET * 2)


@given(st.text() | st.from_regex(r"[\w-]*\.[\w-]*\.[\w-]*", fullmatch=True))
def test_any_text_is_a_token_or_bad_input(text: str) -> None:
    """No text makes decoding fail in another way."""
    with contextlib.suppress(BadInputError):
        jwt.decode(text)


@pytest.mark.parametrize(
    "text", ["a.b", "a.b.c.d", "e30.e30", "e30.e30.", "e30.e30.e30.e30", "W10.e30.e30", " e30.e30.e30"]
)
def test_damaged_tokens(text: str) -> None:
    """Too few or many parts, parts that are no objects, and blanks are all the same kind of bad input."""
    if text == "e30.e30.":
        assert jwt.decode(text).signature == b""
        return

    with pytest.raises(BadInputError):
        jwt.decode(text)


def test_deep_nesting_is_bad_input() -> None:
    """A payload nested deeper than Python recurses is refused, not a crash."""
    bomb = jwt._to_base64(b"[" * 200_000).decode()

    with pytest.raises(BadInputError):
        jwt.decode(f"e30.{bomb}.e30")
