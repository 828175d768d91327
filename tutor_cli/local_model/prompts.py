"""What a client's text turns ask for: the student's words, or an instruction of the client's program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor_cli.local_model.thought import Heard

if TYPE_CHECKING:
    from tutor_cli.local_model.wire.client import Content

# livekit-agents 1.8.9 (`llm/_provider_format/utils.py`) wraps `generate_reply(instructions=...)` in this tag.
_INSTRUCTIONS = re.compile(r"<instructions>\s*(.*?)\s*</instructions>", re.DOTALL)
# The google plugin's `generate_reply()` ends the turn of older models with a user turn of a single dot.
_PLACEHOLDER = "."


def heard_from(turns: Sequence[Content], language: str) -> Heard:
    """Return what the user turns after the model's last one say: those before are history."""
    texts = [text for text in _trailing_user_texts(turns) if text != _PLACEHOLDER]
    instructions = [found for text in texts for found in _INSTRUCTIONS.findall(text)]
    typed = " ".join(filter(None, (_INSTRUCTIONS.sub("", text).strip() for text in texts)))
    if typed:
        return Heard(typed, language, source="typed")
    return Heard(" ".join(instructions), language, source="instruction")


def _trailing_user_texts(turns: Sequence[Content]) -> list[str]:
    answered = [index for index, turn in enumerate(turns) if turn.role == "model"]
    return [turn.text.strip() for turn in turns[answered[-1] + 1 if answered else 0 :]]
