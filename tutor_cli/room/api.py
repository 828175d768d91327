"""Rooms, participants and dispatches of a LiveKit server.

Answers are LiveKit's own objects as dicts with protojson's camelCase keys. Every call has a deadline of ours, because
livekit-api 1.2 passes `timeout=None` to its HTTP session and so waits for ever on a server that swallows packets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar

from tutor_cli.errors import UsageError
from tutor_cli.room import token
from tutor_cli.room.failures import check_url, refused, translate
from tutor_cli.room.logs import quiet_livekit

if TYPE_CHECKING:
    import aiohttp
    from google.protobuf.message import Message
    from livekit.api import LiveKitAPI

    from tutor_cli.settings import LiveKitServer

T = TypeVar("T")

# Leaves room for the start of the interpreter and its libraries within the ten seconds a user waits at most.
DEADLINE_S = 7.0
# The server's own password for its TURN relay: of no use to a reader of ours, and a secret.
_HIDDEN = "turnPassword"


class RoomApi:
    """The server's administration, as an async context manager.

    Every method raises LiveKitError where the server cannot be reached, fails or is too slow, ConfigError where it
    refuses key or secret, and UsageError where the room, participant or dispatch does not exist.
    """

    def __init__(self, server: LiveKitServer, deadline_s: float = DEADLINE_S) -> None:
        check_url(server)
        self.server = server
        self._deadline_s = deadline_s
        self._session: aiohttp.ClientSession
        self._api: LiveKitAPI

    async def __aenter__(self) -> Self:
        import aiohttp
        from livekit import api

        quiet_livekit()
        _accept_short_secrets()
        self._session = aiohttp.ClientSession()
        self._api = api.LiveKitAPI(
            self.server.url, self.server.api_key, self.server.api_secret.reveal(), session=self._session
        )
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._session.close()

    async def create_room(
        self,
        name: str,
        *,
        agent_name: str | None = None,
        job_metadata: str = "",
        metadata: str = "",
        empty_timeout_s: int = 0,
        departure_timeout_s: int = 0,
        max_participants: int = 0,
    ) -> dict[str, Any]:
        """Create the room, with the agent's dispatch in it so that the two cannot miss each other; return the room.

        A room that exists is returned as it is: LiveKit changes nothing about it. 0 means the server's default.
        """
        from livekit import api

        agents = [api.RoomAgentDispatch(agent_name=agent_name, metadata=job_metadata)] if agent_name else []
        request = api.CreateRoomRequest(
            name=name,
            metadata=metadata,
            agents=agents,
            empty_timeout=empty_timeout_s,
            departure_timeout=departure_timeout_s,
            max_participants=max_participants,
        )
        return _to_dict(await self._call(self._api.room.create_room(request)))

    async def list_rooms(self, names: Sequence[str] = ()) -> list[dict[str, Any]]:
        """Return the open rooms, or those of `names` that are open."""
        from livekit import api

        answer = await self._call(self._api.room.list_rooms(api.ListRoomsRequest(names=list(names))))
        return [_to_dict(room) for room in answer.rooms]

    async def room(self, name: str) -> dict[str, Any]:
        """Return the open room of this name."""
        rooms = await self.list_rooms([name])
        if not rooms:
            message = f"There is no open room {name!r}."
            raise UsageError("room_not_found", message, "See those there are with `tutor room list`.")
        return rooms[0]

    async def update_room(self, name: str, metadata: str) -> dict[str, Any]:
        """Replace the room's metadata; return the room."""
        from livekit import api

        await self.room(name)
        request = api.UpdateRoomMetadataRequest(room=name, metadata=metadata)
        return _to_dict(await self._call(self._api.room.update_room_metadata(request)))

    async def delete_room(self, name: str) -> None:
        """Close the room and disconnect everyone in it."""
        from livekit import api

        await self.room(name)
        await self._call(self._api.room.delete_room(api.DeleteRoomRequest(room=name)))

    async def list_participants(self, room: str) -> list[dict[str, Any]]:
        """Return who is in the room."""
        from livekit import api

        await self.room(room)
        answer = await self._call(self._api.room.list_participants(api.ListParticipantsRequest(room=room)))
        return [_to_dict(participant) for participant in answer.participants]

    async def participant(self, room: str, identity: str) -> dict[str, Any]:
        """Return the participant of this identity."""
        found = await self.list_participants(room)
        for participant in found:
            if participant.get("identity") == identity:
                return participant
        there = ", ".join(sorted(participant.get("identity", "") for participant in found)) or "nobody"
        message = f"There is no participant {identity!r} in room {room!r} (there is: {there})."
        raise UsageError("participant_not_found", message, f"See who is there with `tutor room participants {room}`.")

    async def remove_participant(self, room: str, identity: str) -> None:
        """Disconnect a participant; whose token is still valid may come back."""
        from livekit import api

        await self.participant(room, identity)
        await self._call(self._api.room.remove_participant(api.RoomParticipantIdentity(room=room, identity=identity)))

    async def mute_track(self, room: str, identity: str, track_sid: str, *, muted: bool) -> dict[str, Any]:
        """Mute or unmute a track; return it. LiveKit refuses to unmute unless its configuration allows that."""
        from livekit import api

        request = api.MuteRoomTrackRequest(room=room, identity=identity, track_sid=track_sid, muted=muted)
        return _to_dict((await self._call(self._api.room.mute_published_track(request))).track)

    async def mute_audio(self, room: str, identity: str, *, muted: bool) -> list[dict[str, Any]]:
        """Mute or unmute every sound a participant publishes; return those tracks."""
        participant = await self.participant(room, identity)
        # Audio is the first kind of track, whose name protojson leaves out.
        sids = [track["sid"] for track in participant.get("tracks", []) if track.get("type", "AUDIO") == "AUDIO"]
        if not sids:
            message = f"{identity} publishes no sound in room {room!r}."
            raise UsageError("no_audio", message, f"See who publishes with `tutor room participants {room}`.")
        return [await self.mute_track(room, identity, sid, muted=muted) for sid in sids]

    async def send_data(self, room: str, data: bytes, topic: str, identities: Sequence[str] = ()) -> None:
        """Send a reliable data packet to these participants, or to everyone in the room."""
        from livekit import api

        await self.room(room)
        request = api.SendDataRequest(
            room=room,
            data=data,
            topic=topic,
            destination_identities=list(identities),
            kind=api.DataPacket.Kind.RELIABLE,
        )
        await self._call(self._api.room.send_data(request))

    async def dispatch_agent(self, room: str, agent_name: str, metadata: str = "") -> dict[str, Any]:
        """Send the agent to the room, which is created where it is not open; return the dispatch."""
        from livekit import api

        request = api.CreateAgentDispatchRequest(room=room, agent_name=agent_name, metadata=metadata)
        return _to_dict(await self._call(self._api.agent_dispatch.create_dispatch(request)))

    async def list_dispatches(self, room: str) -> list[dict[str, Any]]:
        """Return the room's dispatches, with the jobs they became in `state.jobs`."""
        await self.room(room)
        return [_to_dict(dispatch) for dispatch in await self._call(self._api.agent_dispatch.list_dispatch(room))]

    async def delete_dispatch(self, room: str, dispatch_id: str) -> dict[str, Any]:
        """Take a dispatch back, ending its jobs; return it."""
        await self.room(room)
        return _to_dict(await self._call(self._api.agent_dispatch.delete_dispatch(dispatch_id, room)))

    async def _call(self, answer: Awaitable[T]) -> T:
        from livekit.api import ServerError

        with translate(self.server):
            try:
                return await asyncio.wait_for(answer, self._deadline_s)
            except ServerError as error:
                if error.status == 401 and not error.message:
                    raise refused(self.server, await self._ask_why_refused()) from error
                raise

    async def _ask_why_refused(self) -> str:
        """Return the server's words for refusing us: plain text, which livekit-api drops because it expects JSON."""
        ticket = token.mint(self.server, token.Claims("tutor", token.join_grants("tutor")))
        url = "http" + self.server.url.removeprefix("ws").removeprefix("http").rstrip("/") + "/rtc/validate"
        async with asyncio.timeout(self._deadline_s), self._session.get(url, params={"access_token": ticket}) as answer:
            return await answer.text(errors="replace")


def _to_dict(message: Message) -> dict[str, Any]:
    from google.protobuf.json_format import MessageToDict

    fields: dict[str, Any] = MessageToDict(message)
    fields.pop(_HIDDEN, None)
    return fields


def _accept_short_secrets() -> None:
    """Silence PyJWT's advice on secrets under 32 bytes: `livekit-server --dev` has one, not ours to choose."""
    import warnings

    from jwt.warnings import InsecureKeyLengthWarning

    warnings.filterwarnings("ignore", category=InsecureKeyLengthWarning)
