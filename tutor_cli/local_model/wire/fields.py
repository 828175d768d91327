"""Reading JSON objects the way the service does: camelCase or snake_case keys, null as absent, wrong types refused."""

from __future__ import annotations

import re
from typing import Any, TypeVar

# RFC 6455 section 7.4.1, and the one reason the service gives for every frame it cannot read.
INVALID_ARGUMENT = 1007
INVALID_ARGUMENT_REASON = "Request contains an invalid argument."

T = TypeVar("T")

_CAPITAL = re.compile(r"(?=[A-Z])")


class WireError(Exception):
    """A frame the service would refuse: it closes the socket with this code and reason."""

    def __init__(self, code: int = INVALID_ARGUMENT, reason: str = INVALID_ARGUMENT_REASON) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


class Fields:
    """A JSON object read by camelCase field names; every reader raises WireError where the type is wrong."""

    def __init__(self, data: Any) -> None:
        if not isinstance(data, dict):
            raise WireError
        self._data: dict[str, Any] = data

    def has(self, name: str) -> bool:
        """Tell whether the field is present and not null."""
        return self._value(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """Return a string field."""
        value = self._value(name)
        return default if value is None else _expect(value, str)

    def flag(self, name: str) -> bool:
        """Return a boolean field, false where absent."""
        value = self._value(name)
        return False if value is None else _expect(value, bool)

    def number(self, name: str) -> int | None:
        """Return an integer field, None where absent."""
        value = self._value(name)
        if isinstance(value, bool):
            raise WireError
        return None if value is None else _expect(value, int)

    def items(self, name: str) -> list[Any]:
        """Return a list field, empty where absent."""
        value = self._value(name)
        return [] if value is None else _expect(value, list)

    def object(self, name: str) -> Fields:
        """Return an object field, empty where absent."""
        value = self._value(name)
        return Fields({} if value is None else value)

    def mapping(self, name: str) -> dict[str, Any]:
        """Return an object field as it was sent: the keys inside belong to the user, not to the protocol."""
        value = self._value(name)
        return {} if value is None else _expect(value, dict)

    def _value(self, name: str) -> Any:
        value = self._data.get(name)
        return self._data.get(_snake_case(name)) if value is None else value


def _snake_case(name: str) -> str:
    return _CAPITAL.sub("_", name).lower()


def _expect(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise WireError
    return value
