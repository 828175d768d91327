"""livekit-plugins-google as an agent uses it, pointed at the local model."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any


@asynccontextmanager
async def plugin_session(url: str, ca_file: str | Path) -> AsyncIterator[Any]:
    """A session of the plugin's realtime model."""
    from google.genai.types import HttpOptions
    from livekit.plugins.google.realtime import RealtimeModel

    context = ssl.create_default_context(cafile=ca_file)
    options = HttpOptions(base_url=url, async_client_args={"ssl": context})
    model = RealtimeModel(api_key="local", model="gemini-3.8-live", instructions="Be kind.", http_options=options)
    session = model.session()
    try:
        yield session
    finally:
        await session.aclose()
        await model.aclose()


async def said_in(generation: Any) -> str:
    """Return the transcript of a generation."""
    return (await collect(generation))[0]


async def collect(generation: Any) -> tuple[str, float]:
    """Return the transcript of a generation and the seconds of its sound."""
    message = await anext(aiter(generation.message_stream))
    text = "".join([piece async for piece in message.text_stream])
    return text.strip(), sum([frame.duration async for frame in message.audio_stream])
