"""What a turn of the tutor is made of: lines to say and tools to call, before they are put into words.

A turn is a generator. It yields a `Line` for everything it says and a `Call` for every tool it needs; the answer of
the tool comes back as the value of the `yield`. So a dialogue reads top to bottom, tool round trips included.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Generator, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class Line:
    """Something to say: the key of a text in the phrase files and what fills its gaps."""

    key: str
    slots: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """A tool of the client to be run with these arguments."""

    name: str
    arguments: dict[str, Any]


Move = Line | Call
Asking = Generator[Move, dict[str, Any], Result]
Turn = Asking[None]


def say(key: str, **slots: str) -> Line:
    """Return the line `key` with its gaps filled."""
    return Line(key, slots)


def saying(key: str, **slots: str) -> Turn:
    """Return the turn that only says the line `key`."""
    yield say(key, **slots)


def first_answer(turns: Iterable[Asking[bool | None]], failures: Container[str]) -> Turn:
    """Play the first of the turns that comes to something and begins with no failure, or else the first of all."""
    failed: list[tuple[Asking[bool | None], Line]] = []
    for turn in turns:
        first = yield from _until_said(turn)
        if isinstance(first, Line):
            failed.append((turn, first))
        if first is not False and not (isinstance(first, Line) and first.key in failures):
            break
    else:
        turn, first = failed[0]
    if isinstance(first, Line):
        yield first
        yield from turn


def _until_said(turn: Asking[bool | None]) -> Asking[Line | bool | None]:
    """Play a turn up to its first line and return that, or its result where it says nothing."""
    answer = None
    try:
        while True:
            move = next(turn) if answer is None else turn.send(answer)
            if isinstance(move, Line):
                return move
            answer = yield move
    except StopIteration as ended:
        result: bool | None = ended.value
        return result


def without_offers(turn: Turn) -> Turn:
    """Play a turn without its offers to go on, where more follows anyway."""
    return passing(turn, lambda move: not (isinstance(move, Line) and move.key == "offer_next"))


def passing(turn: Turn, passes: Callable[[Move], bool]) -> Turn:
    """Play a turn of which only those moves are made that pass."""
    answer = None
    try:
        while True:
            move = next(turn) if answer is None else turn.send(answer)
            answer = (yield move) if passes(move) else None
    except StopIteration:
        return
