"""The speech model behind the agent: livekit-plugins-google's RealtimeModel, unmodified, for Gemini and for ours."""

from __future__ import annotations

import ssl
from functools import cache
from typing import Any

from google.genai import types
from livekit.plugins.google.realtime import RealtimeModel

from tutor_cli.agent.config import AgentConfig, Language

TRANSCRIPTION_LANGUAGES: dict[Language, list[str]] = {
    "en": ["en-IN"],
    "hi": ["hi-IN", "en-IN"],
    "auto": ["en-IN", "hi-IN"],
}

LOCAL_MODEL = "tutor-local"

VOCABULARY = [
    "squared",
    "cubed",
    "theta",
    "hypotenuse",
    "matrix",
    "integrate",
    "ka varg",
    "vargmool",
    "barabar",
    "bata",
]
"""Words Gemini's side transcription is told to expect; it otherwise writes 'why squared' and 'ka work'."""


def realtime_model(config: AgentConfig) -> RealtimeModel:
    """Return the configured model.

    `thinking_level` is left out because gemini-3.8-live refuses it; the language of the answer is a matter of the
    instructions, as native audio has no language setting. The window is compressed, or a session would end after 15
    minutes (ai.google.dev, Live API limits).
    """
    return RealtimeModel(
        model=config.model.gemini_model or LOCAL_MODEL,
        modalities=[_modality(config)],
        input_audio_transcription=types.AudioTranscriptionConfig(
            language_codes=TRANSCRIPTION_LANGUAGES[config.lesson.language], custom_vocabulary=VOCABULARY
        ),
        output_audio_transcription=types.AudioTranscriptionConfig(),
        context_window_compression=types.ContextWindowCompressionConfig(sliding_window=types.SlidingWindow()),
        **_endpoint(config),
    )


def _modality(config: AgentConfig) -> types.Modality:
    """Return whether words or sound are asked for; Gemini's speaking models only speak, and are read by transcript."""
    silent = config.model.name == "local" and not config.lesson.audible
    return types.Modality.TEXT if silent else types.Modality.AUDIO


def _endpoint(config: AgentConfig) -> dict[str, Any]:
    if config.model.name == "gemini":
        return {"api_key": config.model.gemini_key, "voice": config.model.voice}
    options = types.HttpOptions(base_url=config.model.url, async_client_args={"ssl": trust_in(config.model.ca_file)})
    # The local model asks for no key, but the client library insists on one.
    return {"api_key": "local", "http_options": options}


@cache
def trust_in(ca_file: str) -> ssl.SSLContext:
    """Return what verifies the local model's certificate; building it takes a tenth of a second, so it is kept."""
    return ssl.create_default_context(cafile=ca_file)
