"""Importing this module loads what the first turn of a conversation would wait for: tables, patterns, trust."""

from __future__ import annotations

import os

from google.genai import types
from livekit.agents.llm import ChatMessage
from livekit.agents.tokenize.basic import hyphenate_word

from tutor_cli.agent.config import MODEL_CA
from tutor_cli.agent.model import trust_in
from tutor_cli.agent.solver import rehearse_reading
from tutor_cli.agent.transcripts import find_maths

# Pydantic builds what validates a model at its first use, 30 ms in all for those that a first turn sends and receives.
_MESSAGES = (
    types.LiveServerMessage,
    types.LiveServerSetupComplete,
    types.LiveServerContent,
    types.LiveServerToolCall,
    types.LiveServerSessionResumptionUpdate,
    types.LiveClientRealtimeInput,
    types.LiveClientToolResponse,
    types.LiveSendRealtimeInputParameters,
    types.LiveConnectParameters,
    types.Transcription,
    types.FunctionCall,
    types.FunctionResponse,
    types.UsageMetadata,
    ChatMessage,
)

for message in _MESSAGES:
    message.model_rebuild()
rehearse_reading()
find_maths("two x plus three equals eleven")
hyphenate_word("transcript")
if ca_file := os.environ.get(MODEL_CA):
    trust_in(ca_file)
