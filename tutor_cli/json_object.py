"""JSON objects in text of strangers: a room's metadata, a peer's message, a database row."""

from __future__ import annotations

import json
from typing import Any


def json_object(text: str) -> dict[str, Any]:
    """Return the JSON object in the text, an empty one where it is anything else; no depth of nesting raises."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
