"""Finished transcripts posted to a web address: in order, retried, and never in the way of speech."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time

import aiohttp
from tenacity import AsyncRetrying, RetryError, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from tutor_cli.events import MathsFound

logger = logging.getLogger(__name__)

ATTEMPTS = 5
REQUEST_TIMEOUT_S = 10.0
SIGNATURE_HEADER = "X-Tutor-Signature"


class BusyReceiverError(Exception):
    """The receiver answered with a status worth another try: 429 or 5xx."""


class Webhook:
    """Posts transcripts to `url`; what cannot be delivered is logged without its text."""

    def __init__(self, http: aiohttp.ClientSession, url: str, secret: str) -> None:
        self._http = http
        self._url = url
        self._secret = secret.encode()

    async def deliver(self, body: bytes) -> None:
        """Post one body, again after a growing pause while the receiver is busy or out of reach."""
        transient = (BusyReceiverError, aiohttp.ClientConnectionError, TimeoutError)
        pause = wait_exponential_jitter(initial=0.5, max=8)
        attempts = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS), wait=pause, retry=retry_if_exception_type(transient)
        )
        try:
            async for attempt in attempts:
                with attempt:
                    await self._post(body)
        except (RetryError, aiohttp.ClientError) as error:
            logger.warning("webhook delivery failed", extra={"cause": type(error).__name__})

    async def _post(self, body: bytes) -> None:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers[SIGNATURE_HEADER] = signature(self._secret, body)
        deadline = aiohttp.ClientTimeout(total=REQUEST_TIMEOUT_S)
        async with self._http.post(self._url, data=body, headers=headers, timeout=deadline) as response:
            if response.status == 429 or response.status >= 500:
                raise BusyReceiverError(f"status {response.status}")
            response.raise_for_status()


def payload(room: str, student_id: str, found: MathsFound) -> bytes:
    """Return the request body of the contract; several formulas in one transcript are one LaTeX list."""
    transcription = {
        "text": found.text,
        "has_math": bool(found.spans),
        "latex": r",\ ".join(span.latex for span in found.spans),
        "timestamp": time.time(),
    }
    document = {"room": room, "student_id": student_id, "transcription": transcription}
    return json.dumps(document, ensure_ascii=False).encode()


def signature(secret: bytes, body: bytes) -> str:
    """Return the value of the `X-Tutor-Signature` header."""
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
