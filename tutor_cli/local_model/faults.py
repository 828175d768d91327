"""Faults of the real service, on demand: what an agent must survive, reproducible without the service.

`TUTOR_LOCAL_MODEL_FAULT=KIND[=SECONDS][@TURN]`, several separated by commas. Without a turn (1 is the first of a
conversation, reconnects included) the fault strikes in every turn.

    go_away      announces the end of the connection before the answer        seconds left, default 5
    close_1011   closes the socket with 1011 after the answer's first sound
    stall        hears, accepts everything and never answers
    slow         answers late                                                 seconds, default 2
    silent       answers with a transcript and with samples that are all zero
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from tutor_cli.errors import ConfigError

VARIABLE = "TUTOR_LOCAL_MODEL_FAULT"

FaultKind = Literal["go_away", "close_1011", "stall", "slow", "silent"]

_DEFAULT_SECONDS: dict[str, float] = {"go_away": 5.0, "slow": 2.0}


@dataclass(frozen=True)
class Fault:
    """One fault; `turn` counts a conversation's answers from 1, None means every one."""

    kind: FaultKind
    seconds: float = 0.0
    turn: int | None = None


class ServiceFailure(Exception):
    """The session ends as if the service had failed: code 1011 with this reason."""


def parse(text: str) -> tuple[Fault, ...]:
    """Return the faults a text asks for; raise ConfigError where it makes no sense."""
    return tuple(_parse_one(item.strip()) for item in text.split(",") if item.strip())


def at_turn(faults: Iterable[Fault], turn: int) -> dict[FaultKind, Fault]:
    """Return the faults that strike in this turn."""
    return {fault.kind: fault for fault in faults if fault.turn in (None, turn)}


def _parse_one(item: str) -> Fault:
    head, _, turn = item.partition("@")
    kind, _, seconds = head.partition("=")
    try:
        amount = float(seconds) if seconds else _DEFAULT_SECONDS.get(kind, 0.0)
        number = int(turn) if turn else None
    except ValueError:
        raise _unknown(item) from None
    for known in get_args(FaultKind):
        if kind == known:
            return Fault(known, amount, number)
    raise _unknown(item)


def _unknown(item: str) -> ConfigError:
    hint = f"Write KIND[=SECONDS][@TURN], with one of {', '.join(get_args(FaultKind))}."
    return ConfigError("fault_unknown", f"{VARIABLE} asks for {item!r}, which is no fault.", hint)
