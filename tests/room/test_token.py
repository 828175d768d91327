"""Tokens grant what was asked for, as LiveKit's own library reads them, and tell why they would not work."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from livekit import api

from tutor_cli.room import jwt
from tutor_cli.room.token import Claims, Dispatch, Inspection, inspect, join_grants, mint
from tutor_cli.settings import LiveKitServer, Secret

SERVER = LiveKitServer("wss://lk.test", "APIone", Secret("s3cret-of-at-least-thirty-two-bytes!"), "test")
OTHER = LiveKitServer("wss://lk.test", "APItwo", Secret("other-of-at-least-thirty-two-bytes!!"), "test")
VERIFIER = api.TokenVerifier(SERVER.api_key, SERVER.api_secret.reveal())
NOW = 1_800_000_000.0


def _codes(inspection: Inspection) -> list[str]:
    return [reason.code for reason in inspection.reasons]


def test_livekit_verifies_and_reads_our_tokens() -> None:
    """LiveKit's verifier accepts a token of ours and finds every claim in it."""
    claims = Claims(
        identity="emmy",
        grants=join_grants("algebra", canPublishSources=["microphone"], hidden=False, roomAdmin=True),
        name="Emmy",
        metadata='{"class": 7}',
        attributes={"language": "hi"},
        dispatches=(Dispatch("tutor", "quiz"),),
        kind="agent",
    )

    read = VERIFIER.verify(mint(SERVER, claims))

    assert read.video is not None
    assert read.room_config is not None
    assert (read.identity, read.name, read.metadata, read.kind) == ("emmy", "Emmy", '{"class": 7}', "agent")
    assert read.attributes == {"language": "hi"}
    assert (read.video.room, read.video.room_join, read.video.room_admin) == ("algebra", True, True)
    assert read.video.can_publish_sources == ["microphone"]
    assert [(agent.agent_name, agent.metadata) for agent in read.room_config.agents] == [("tutor", "quiz")]


def test_we_verify_and_read_livekits_tokens() -> None:
    """A token made by LiveKit's library passes our inspection."""
    token = (
        api.AccessToken(SERVER.api_key, SERVER.api_secret.reveal())
        .with_identity("emmy")
        .with_ttl(datetime.timedelta(hours=1))
        .with_grants(api.VideoGrants(room_join=True, room="algebra"))
        .to_jwt()
    )

    inspection = inspect(token, SERVER)

    assert inspection.signature == "valid"
    assert inspection.reasons == ()
    assert inspection.seconds_left == pytest.approx(3600, abs=5)


@given(st.text(min_size=1), st.text(), st.dictionaries(st.text(), st.text()))
def test_any_text_survives_the_trip(identity: str, metadata: str, attributes: dict[str, str]) -> None:
    """Names, metadata and attributes in any script come out of LiveKit's verifier as they went in."""
    claims = Claims(identity, join_grants("r"), metadata=metadata, attributes=attributes)

    read = VERIFIER.verify(mint(SERVER, claims))

    assert (read.identity, read.metadata, read.attributes) == (identity, metadata, attributes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"exp": NOW - 61}, "expired"),
        ({"nbf": NOW + 61}, "not_yet_valid"),
        ({"exp": None}, "no_expiry"),
        ({"exp": float("inf")}, "no_expiry"),
        ({"exp": True}, "no_expiry"),
        ({"sub": ""}, "no_identity"),
        ({"video": {"room": "algebra"}}, "no_join"),
        ({"video": {"roomJoin": "yes", "room": "algebra"}}, "no_join"),
        ({"video": [1]}, "no_join"),
        ({"video": {"roomJoin": True}}, "no_room"),
    ],
)
def test_reasons_a_join_would_fail(changes: dict[str, Any], code: str) -> None:
    """Each thing LiveKit refuses a participant for is told, and only that."""
    payload = {
        "iss": SERVER.api_key,
        "nbf": NOW,
        "exp": NOW + 60,
        **Claims("emmy", join_grants("algebra")).to_payload(),
    }
    token = jwt.encode({**payload, **changes}, SERVER.api_secret.reveal())

    assert _codes(inspect(token, SERVER, now=NOW)) == [code]


@pytest.mark.parametrize("changes", [{"exp": NOW - 59}, {"nbf": NOW + 59}])
def test_a_minute_of_skew_is_forgiven(changes: dict[str, float]) -> None:
    """Clocks up to a minute apart do not matter, as in livekit-server."""
    payload = {
        "iss": SERVER.api_key,
        "nbf": NOW,
        "exp": NOW + 60,
        **Claims("emmy", join_grants("algebra")).to_payload(),
    }
    token = jwt.encode({**payload, **changes}, SERVER.api_secret.reveal())

    assert inspect(token, SERVER, now=NOW).reasons == ()


def test_wrong_key_wrong_secret_and_no_secret() -> None:
    """Another key, another secret for the key, and nothing to check with are told apart."""
    token = mint(SERVER, Claims("emmy", join_grants("algebra")))
    same_key = LiveKitServer(SERVER.url, SERVER.api_key, OTHER.api_secret, "test")

    assert _codes(inspect(token, OTHER)) == ["wrong_key"]
    assert _codes(inspect(token, same_key)) == ["wrong_secret"]
    assert inspect(token).signature == "not checked"


def test_an_unsigned_token_is_refused() -> None:
    """A token that claims to need no signature is invalid even where there is no secret to check with."""
    unsigned = "eyJhbGciOiJub25lIn0." + mint(SERVER, Claims("emmy", join_grants("r"))).split(".")[1] + "."

    assert inspect(unsigned).signature == "invalid"
    assert _codes(inspect(unsigned)) == ["algorithm"]


def test_another_room_is_told() -> None:
    """A token for one room does not open another."""
    token = mint(SERVER, Claims("emmy", join_grants("algebra")), now=NOW)

    assert _codes(inspect(token, SERVER, room="geometry", now=NOW)) == ["other_room"]
    assert inspect(token, SERVER, room="algebra", now=NOW).reasons == ()
