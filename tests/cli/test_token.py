"""`tutor token` makes tokens that work and explains those that do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from livekit import api

if TYPE_CHECKING:
    from tests.cli.conftest import Tutor

KEY, SECRET = "APIone", "s3cret-of-at-least-thirty-two-bytes!"


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEKIT_API_KEY", KEY)
    monkeypatch.setenv("LIVEKIT_API_SECRET", SECRET)


def _verified(token: str) -> api.access_token.Claims:
    return api.TokenVerifier(KEY, SECRET).verify(token)


def test_created_token_grants_what_was_asked(tutor: Tutor) -> None:
    """Every option ends in the claim LiveKit reads it from."""
    Path("attributes.json").write_text('{"language": "en", "class": "7"}')

    data = tutor(
        *("token", "create", "--json", "--join", "--admin", "--create", "--list", "--allow-update-metadata"),
        *("--room", "algebra", "--identity", "emmy", "--name", "Emmy", "--metadata", "m", "--valid-for", "1h10m"),
        *("--attribute-file", "attributes.json", "--attribute", "language=hi", "--attribute", "eq=a=b"),
        *("--allow-source", "microphone,camera", "--grant", '{"hidden": true}', "--agent", "tutor"),
        *("--job-metadata", "quiz"),
    ).data

    claims = _verified(data["access_token"])
    assert claims.video is not None
    assert claims.room_config is not None
    assert (claims.identity, claims.name, claims.metadata) == ("emmy", "Emmy", "m")
    assert claims.attributes == {"language": "hi", "class": "7", "eq": "a=b"}
    assert (claims.video.room_join, claims.video.room, claims.video.room_admin) == (True, "algebra", True)
    assert (claims.video.room_create, claims.video.room_list, claims.video.hidden) == (True, True, True)
    assert claims.video.can_update_own_metadata is True
    assert claims.video.can_publish_sources == ["microphone", "camera"]
    assert [agent.agent_name for agent in claims.room_config.agents] == ["tutor"]
    assert (data["identity"], data["name"], data["room"], data["valid_for_s"]) == ("emmy", "Emmy", "algebra", 4200)
    assert data["grants"]["video"]["roomJoin"] is True


def test_names_are_made_up_where_none_are_given(tutor: Tutor) -> None:
    """Without names the token is for a room of now and a participant of its own."""
    data = tutor("token", "create", "--join", "--json").data

    assert data["room"].startswith("room-2")
    assert data["identity"].startswith("participant-")
    assert data["name"] == data["identity"]


def test_token_only(tutor: Tutor) -> None:
    """--token-only prints what a script can use as it is."""
    printed = tutor("token", "create", "--join", "--room", "a", "--token-only").stdout

    assert _verified(printed.rstrip("\n")).identity
    assert printed.count("\n") == 1


@pytest.mark.parametrize("form", [["--json"], [], ["--token-only"]])
def test_the_secret_is_never_shown(tutor: Tutor, form: list[str]) -> None:
    """The secret signs and does not appear."""
    printed = tutor("token", "create", "--join", *form)

    assert SECRET not in printed.stdout + printed.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--join", "--valid-for", "soon"],
        ["--join", "--room", ""],
        ["--join", "--attribute", "x"],
        ["--join", "--grant", "{"],
        ["--join", "--grant", "[1]"],
        ["--join", "--allow-source", "telescope"],
        ["--join", "--dev", "--api-key", "x"],
        ["--join", "--project", "nowhere"],
    ],
)
def test_what_makes_no_sense_exits_2(tutor: Tutor, arguments: list[str]) -> None:
    """A request that makes no sense is a usage error with a fix."""
    finished = tutor("token", "create", "--json", *arguments)

    assert finished.exit_code == 2
    assert finished.document["problems"][0]["hint"]


@pytest.mark.parametrize("content", [b"\xff", b"{", b'{"a": 1}', None])
def test_damaged_attribute_files(tutor: Tutor, content: bytes | None) -> None:
    """An attribute file that is missing or no object of texts names itself."""
    if content is not None:
        Path("a.json").write_bytes(content)

    finished = tutor("token", "create", "--join", "--json", "--attribute-file", "a.json")

    assert finished.exit_code in {2, 4}
    assert "a.json" in finished.document["problems"][0]["message"]


def test_nothing_to_sign_with_exits_3(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without key and secret there is a configuration error that says what to set."""
    monkeypatch.delenv("LIVEKIT_API_KEY")
    monkeypatch.delenv("LIVEKIT_API_SECRET")

    finished = tutor("token", "create", "--join", "--json")

    assert finished.exit_code == 3
    assert "LIVEKIT_API_KEY" in finished.document["problems"][0]["hint"]


def _made(tutor: Tutor, *arguments: str) -> str:
    token: str = tutor("token", "create", "--join", "--room", "algebra", "--json", *arguments).data["access_token"]
    return token


def test_inspect_by_argument_stdin_and_variable(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A good token is found good however it is given."""
    token = _made(tutor)
    by_argument = tutor("token", "inspect", token, "--json")
    by_stdin = tutor("token", "inspect", "-", "--json", stdin=token + "\n")
    monkeypatch.setenv("LIVEKIT_TOKEN", token)
    by_variable = tutor("token", "inspect", "--json")

    for finished in (by_argument, by_stdin, by_variable):
        assert finished.exit_code == 0
        assert finished.data["signature"] == "valid"
        assert finished.data["would_join"] is True
        assert finished.data["claims"]["video"]["room"] == "algebra"
        assert 895 <= finished.data["seconds_left"] <= 900


def _codes(document: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in document["problems"]]


def test_inspect_tells_every_reason(tutor: Tutor) -> None:
    """All that is wrong is told at once, with the exit code joining would end with."""
    token = tutor("token", "create", "--create", "--room", "algebra", "--json").data["access_token"]

    finished = tutor("token", "inspect", token, "--room", "geometry", "--api-secret", "x" * 32, "--json")

    assert finished.exit_code == 3
    assert _codes(finished.document) == ["wrong_secret", "no_join", "other_room"]


def test_inspect_for_people(tutor: Tutor) -> None:
    """A person reads the claims, the verdict and the reasons."""
    finished = tutor("token", "inspect", _made(tutor), "--api-key", "APItwo")

    assert '"room": "algebra"' in finished.stdout
    assert "would join no" in finished.stdout
    assert "APItwo" in finished.stderr


def test_inspect_without_keys_checks_the_rest(tutor: Tutor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a secret the signature is not judged, times and grants are."""
    token = _made(tutor)
    monkeypatch.delenv("LIVEKIT_API_KEY")
    monkeypatch.delenv("LIVEKIT_API_SECRET")

    finished = tutor("token", "inspect", token, "--json")

    assert finished.exit_code == 0
    assert finished.data["signature"] == "not checked"


@pytest.mark.parametrize(("text", "code"), [("nonsense", 4), ("a.b.c", 4), ("", 2)])
def test_inspect_what_is_no_token(tutor: Tutor, text: str, code: int) -> None:
    """Text that is no token is bad input and is not repeated; none at all is a usage error."""
    finished = tutor("token", "inspect", *([text] if text else []), "--json")

    assert finished.exit_code == code
    assert json.dumps(text) not in finished.stdout or not text


def test_control_characters_in_claims_are_harmless(tutor: Tutor) -> None:
    """What a token's maker wrote into it cannot move a terminal's cursor."""
    finished = tutor("token", "inspect", _made(tutor, "--identity", "\x1b[2Jeve\x9b"))

    assert "\x1b" not in finished.stdout
    assert "\x9b" not in finished.stdout
