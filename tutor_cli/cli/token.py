"""`tutor token`: make access tokens, and say what one grants and why it would not work."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.errors import BadInputError, ConfigError, ExitCode, UsageError
from tutor_cli.room import token as tokens
from tutor_cli.room.durations import format_duration, parse_duration
from tutor_cli.room.names import expand_name
from tutor_cli.settings import LiveKitServer, Settings

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make and inspect access tokens.")

Text = str | None
Texts = list[str] | None


@dataclass(frozen=True)
class Participant:
    """Who the token is for."""

    room: Annotated[Text, typer.Option("--room", "-r", help="The room; %t, %x, %U, %h are filled in.")] = None
    identity: Annotated[Text, typer.Option("--identity", "-i", help="Unique id; %t, %x, %U, %h are filled in.")] = None
    name: Annotated[str, typer.Option("--name", "-n", help="Name others see; the identity without.")] = ""
    metadata: Annotated[str, typer.Option("--metadata", help="Text passed to the room's participants.")] = ""
    attribute: Annotated[Texts, typer.Option("--attribute", help="key=value; may be repeated.")] = None
    attribute_file: Annotated[Text, typer.Option("--attribute-file", help="JSON object of texts.")] = None
    agent: Annotated[Text, typer.Option("--agent", help="Agent to send to the room on joining.")] = None
    job_metadata: Annotated[str, typer.Option("--job-metadata", help="Text passed to that agent.")] = ""


@dataclass(frozen=True)
class Grants:
    """What the token allows."""

    join: Annotated[bool, typer.Option("--join", help="Join the room and take part.")] = False
    create: Annotated[bool, typer.Option("--create", help="Create and delete rooms.")] = False
    list_rooms: Annotated[bool, typer.Option("--list", help="List rooms.")] = False
    admin: Annotated[bool, typer.Option("--admin", help="Moderate the room.")] = False
    update: Annotated[bool, typer.Option("--allow-update-metadata", help="Change own name and metadata.")] = False
    source: Annotated[Texts, typer.Option("--allow-source", help=f"Publish only {', '.join(tokens.SOURCES)}.")] = None
    grant: Annotated[Text, typer.Option("--grant", help="More, as JSON of LiveKit's VideoGrant.")] = None


@app.callback()
def token() -> None:
    """Make and inspect access tokens."""


@app.command("create")
@options.grouped
def create(
    server: options.Server,
    participant: Participant,
    grants: Grants,
    valid_for: Annotated[str, typer.Option("--valid-for", help="Such as 90s, 5m, 1h10m, 2d.")] = "15m",
    token_only: Annotated[bool, typer.Option("--token-only", help="Print the token and nothing else.")] = False,
    as_json: options.Json = False,
) -> None:
    """Make an access token, signed with the server's key and secret."""
    output.run("token create", lambda: _create(server, participant, grants, valid_for, token_only), as_json=as_json)


def _create(
    server: options.Server, participant: Participant, grants: Grants, valid_for: str, token_only: bool
) -> output.Outcome:
    claims = _claims(participant, grants)
    settings = connect.load(server)
    signer = _signer(settings)
    seconds = parse_duration(valid_for)
    text = tokens.mint(signer, claims, seconds)
    data = {
        "access_token": text,
        "project_url": signer.url or None,
        "identity": claims.identity,
        "name": claims.name,
        "room": claims.grants["room"],
        "grants": claims.to_payload(),
        "valid_for_s": seconds,
    }
    return output.Outcome(data=data, human=text if token_only else _told(data))


def _told(data: dict[str, Any]) -> str:
    lines = [
        f"room       {data['room']}",
        f"identity   {data['identity']}",
        f"valid for  {format_duration(data['valid_for_s'])}",
        f"grants     {json.dumps(data['grants']['video'])}",
        f"server     {data['project_url'] or '-'}",
        "",
        data["access_token"],
    ]
    return "\n".join(lines)


def _signer(settings: Settings) -> LiveKitServer:
    """Return key and secret to sign with; a token needs no address, so LIVEKIT_URL may be missing."""
    key, secret = settings.api_key.value, settings.api_secret.value
    if key is not None and secret is not None:
        return LiveKitServer(settings.livekit_url.value or "", key, secret, settings.api_secret.origin)
    found = connect.find_server(settings)
    if found is None:
        message = "There is no API key and secret to sign with: none is configured, and `tutor up` is not running."
        raise ConfigError("no_key", message, "Set LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or run `tutor up`.")
    return found


def _claims(participant: Participant, grants: Grants) -> tokens.Claims:
    room = expand_name(participant.room if participant.room is not None else "room-%t")
    identity = expand_name(participant.identity if participant.identity is not None else "participant-%x", "identity")
    return tokens.Claims(
        identity=identity,
        grants=_video_grants(grants, room),
        name=participant.name or identity,
        metadata=participant.metadata,
        attributes=_attributes(participant),
        dispatches=(tokens.Dispatch(participant.agent, participant.job_metadata),) if participant.agent else (),
    )


def _video_grants(grants: Grants, room: str) -> dict[str, Any]:
    video: dict[str, Any] = tokens.join_grants(room) if grants.join else {"room": room}
    asked = {"roomCreate": grants.create, "roomList": grants.list_rooms, "roomAdmin": grants.admin}
    video.update({name: True for name, wanted in asked.items() if wanted})
    if grants.update:
        video["canUpdateOwnMetadata"] = True
    if grants.source:
        video["canPublishSources"] = _sources(grants.source)
    if grants.grant:
        video.update(_json_object(grants.grant, "--grant"))
    if not video.keys() - {"room", "canUpdateOwnMetadata", "canPublishSources"}:
        raise UsageError("no_grants", "The token would allow nothing.", "Add --join, --create, --list or --admin.")
    return video


def _sources(named: list[str]) -> list[str]:
    sources = [source.strip() for entry in named for source in entry.split(",")]
    if unknown := [source for source in sources if source not in tokens.SOURCES]:
        message = f"--allow-source {unknown[0]!r} is no kind of track."
        raise UsageError("source", message, f"Use {', '.join(tokens.SOURCES)}.")
    return sources


def _attributes(participant: Participant) -> dict[str, str]:
    attributes = _attribute_file(Path(participant.attribute_file)) if participant.attribute_file else {}
    for entry in participant.attribute or []:
        key, equals, value = entry.partition("=")
        if not (equals and key):
            raise UsageError("attribute", f"--attribute {entry!r} is not key=value.", "For example: language=hi.")
        attributes[key] = value
    return attributes


def _attribute_file(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("attribute_file", f"{path} cannot be read: {error}", "Name a JSON file.") from error
    attributes = _json_object(text, str(path))
    if any(not isinstance(value, str) for value in attributes.values()):
        raise BadInputError("attribute_file", f"{path} has values that are no texts.", 'Write {"key": "value"}.')
    return attributes


def _json_object(text: str, what: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "json", f"{what} is not JSON: {error}", 'Write an object, such as {"hidden": true}.'
        ) from error
    if not isinstance(value, dict):
        raise UsageError("json", f"{what} is JSON, but no object.", 'Write an object, such as {"hidden": true}.')
    return value


@app.command("inspect")
@options.grouped
def inspect(
    server: options.Server,
    text: Annotated[Text, typer.Argument(metavar="[TOKEN|-]", help="- reads stdin; [LIVEKIT_TOKEN]")] = None,
    room: Annotated[str, typer.Option("--room", "-r", help="The room it should open.")] = "",
    as_json: options.Json = False,
) -> None:
    """Say what a token grants, how long it lasts and why joining with it would fail."""
    output.run("token inspect", lambda: _inspect(server, text, room), as_json=as_json)


def _inspect(server: options.Server, text: str | None, room: str) -> output.Outcome:
    settings = connect.load(server)
    inspection = tokens.inspect(_given_token(settings, text), _checker(settings), room)
    data = {
        "claims": dict(inspection.payload),
        "signature": inspection.signature,
        "seconds_left": inspection.seconds_left,
        "would_join": not inspection.reasons,
    }
    return output.Outcome(
        data=data,
        human=_explained(inspection),
        # The code that joining with this token would end with.
        exit_code=ExitCode.CONFIG if inspection.reasons else ExitCode.OK,
        problems=tuple(output.Problem(reason.code, reason.message, reason.hint) for reason in inspection.reasons),
    )


def _given_token(settings: Settings, text: str | None) -> str:
    if text == "-":
        return sys.stdin.read().strip()
    if text:
        return text.strip()
    if settings.token.value is not None:
        return settings.token.value.reveal()
    raise UsageError("no_token", "There is no token to inspect.", "Give one, pipe one to `-`, or set LIVEKIT_TOKEN.")


def _checker(settings: Settings) -> LiveKitServer | None:
    try:
        return _signer(settings)
    except ConfigError:
        return None


def _explained(inspection: tokens.Inspection) -> str:
    left = inspection.seconds_left
    if left is None:
        lasts = "without end"
    else:
        lasts = f"{format_duration(left)} left" if left >= 0 else f"expired {format_duration(left)} ago"
    verdict = "no, see below" if inspection.reasons else "yes"
    facts = [f"signature  {inspection.signature}", f"lasts      {lasts}", f"would join {verdict}"]
    return "\n".join([json.dumps(dict(inspection.payload), indent=2, ensure_ascii=False), *facts])
