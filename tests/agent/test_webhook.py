"""Finished transcripts reach a web address: complete, signed, in order, and again where the receiver was busy."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web
from tenacity import wait_none

from tutor_cli.agent.webhook import SIGNATURE_HEADER, Webhook, payload
from tutor_cli.events import MathsFound, Span

FOUND = MathsFound(5, "s1", "student", "two x equals four", (Span(0, 17, "2x = 4"),))


class Receiver:
    """A real web server on loopback that answers with the statuses it is given, then 204."""

    def __init__(self, *statuses: int) -> None:
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self._statuses = list(statuses)

    async def receive(self, request: web.Request) -> web.Response:
        """Note the request and answer."""
        self.requests.append((dict(request.headers), await request.read()))
        return web.Response(status=self._statuses.pop(0) if self._statuses else 204)


@asynccontextmanager
async def _serving(receiver: Receiver) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def test_body_and_signature() -> None:
    """The body has the contract's fields, and its HMAC is in the header."""
    receiver = Receiver()
    async with _serving(receiver) as url, aiohttp.ClientSession() as http:
        await Webhook(http, url, "s3cret").deliver(payload("room-1", "student", FOUND))

    [(headers, body)] = receiver.requests
    document = json.loads(body)
    assert document["room"] == "room-1"
    assert document["student_id"] == "student"
    assert document["transcription"]["text"] == "two x equals four"
    assert document["transcription"]["has_math"] is True
    assert document["transcription"]["latex"] == "2x = 4"
    assert headers[SIGNATURE_HEADER] == "sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()


async def test_a_busy_receiver_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """429 and 5xx are tried again with the same body."""
    monkeypatch.setattr("tutor_cli.agent.webhook.wait_exponential_jitter", lambda **_: wait_none())
    receiver = Receiver(503)
    async with _serving(receiver) as url, aiohttp.ClientSession() as http:
        await Webhook(http, url, "").deliver(b"{}")

    assert [body for _, body in receiver.requests] == [b"{}", b"{}"]


async def test_a_refusal_is_final() -> None:
    """A receiver that says no is not asked again, and nothing is raised."""
    receiver = Receiver(403)
    async with _serving(receiver) as url, aiohttp.ClientSession() as http:
        await Webhook(http, url, "").deliver(b"{}")

    assert len(receiver.requests) == 1
