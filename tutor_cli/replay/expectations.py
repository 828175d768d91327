"""What a recording is expected to bring about, read from `X.expect.yaml` beside it, and whether it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tutor_cli.errors import BadInputError
from tutor_cli.replay.likeness import same_maths, same_words
from tutor_cli.replay.turns import Turn

QUIETEST_REPLY_DBFS = -45.0
"""A reply below this cannot be heard; a provider once sent full-length replies of silence."""


@dataclass(frozen=True)
class Expectation:
    """One thing that should hold of one turn (counted from 0), as the file says it."""

    turn: int
    kind: str
    expected: Any


@dataclass(frozen=True)
class Judgement:
    """An expectation and what came instead."""

    kind: str
    expected: Any
    got: Any
    ok: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the judgement as the replay report has it."""
        return {"kind": self.kind, "expected": self.expected, "got": self.got, "ok": self.ok}


def expectation_file(recording: Path) -> Path:
    """Return where the expectations of a recording would be."""
    return recording.with_name(recording.stem + ".expect.yaml")


def read_expectations(path: Path) -> list[Expectation]:
    """Read an expectation file; raise BadInputError, naming the turn and key, where it makes no sense."""
    import yaml

    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    # A ValueError is what PyYAML lets through of a text that is no UTF-8, and of a date there never was.
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise _unusable(path, f"it is not readable YAML ({type(error).__name__})") from error
    rows = document.get("turns") if isinstance(document, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _unusable(path, "it has no list `turns`")
    return [_expectation(path, turn, kind, expected) for turn, row in enumerate(rows) for kind, expected in row.items()]


def _expectation(path: Path, turn: int, kind: Any, expected: Any) -> Expectation:
    if kind not in _KINDS:
        raise _unusable(path, f"turn {turn + 1} expects {kind!r}, which is none of {', '.join(_KINDS)}")
    items = expected if isinstance(expected, list) else [expected]
    if not isinstance(expected, _KINDS[kind].shapes) or not all(isinstance(item, _SCALARS) for item in items):
        raise _unusable(path, f"`{kind}` of turn {turn + 1} cannot be {expected!r}")
    return Expectation(turn, kind, expected)


def _unusable(path: Path, reason: str) -> BadInputError:
    hint = "Its form: `turns: [{heard, heard_math, reply_contains, reply_math, tools, max_gap_ms}]`."
    return BadInputError("expectations_unusable", f"{path} cannot be used: {reason}.", hint)


def judge(expectations: Sequence[Expectation], turns: Sequence[Turn]) -> list[Judgement]:
    """Return a judgement for every expectation."""
    return [_judge(expectation, turns) for expectation in expectations]


def _judge(expectation: Expectation, turns: Sequence[Turn]) -> Judgement:
    if expectation.turn >= len(turns):
        return Judgement(expectation.kind, expectation.expected, "there was no such turn", ok=False)
    got, ok = _KINDS[expectation.kind].compare(turns[expectation.turn], expectation.expected)
    return Judgement(expectation.kind, expectation.expected, got, ok)


def judge_unasked(turns: Sequence[Turn]) -> list[Judgement]:
    """Judge what every conversation must bring: each utterance answered, and audibly."""
    if not turns:
        return [Judgement("utterance", "speech in the recording", "none", ok=False)]
    return [judgement for turn in turns if (judgement := _audible(turn))]


def _audible(turn: Turn) -> Judgement | None:
    if turn.interrupted:
        return None
    got = f"{turn.reply_seconds:.1f} s at {turn.reply_dbfs:.0f} dBFS" if turn.reply_seconds else "the tutor never spoke"
    ok = turn.reply_seconds > 0 and turn.reply_dbfs > QUIETEST_REPLY_DBFS
    return Judgement("reply_audible", "an audible reply", got, ok)


Comparison = Callable[[Turn, Any], tuple[Any, bool]]


@dataclass(frozen=True)
class _Kind:
    """How one kind of expectation is written and compared."""

    shapes: tuple[type, ...]
    compare: Comparison


def _as_list(expected: Any) -> list[str]:
    return [str(item) for item in expected] if isinstance(expected, list) else [str(expected)]


def _heard(turn: Turn, expected: Any) -> tuple[Any, bool]:
    return turn.heard, same_words(str(expected), turn.heard)


def _heard_math(turn: Turn, expected: Any) -> tuple[Any, bool]:
    return list(turn.heard_math), all(same_maths(item, turn.heard_math) for item in _as_list(expected))


def _reply_contains(turn: Turn, expected: Any) -> tuple[Any, bool]:
    reply = turn.reply.casefold()
    return turn.reply, all(item.casefold() in reply for item in _as_list(expected))


def _reply_math(turn: Turn, expected: Any) -> tuple[Any, bool]:
    shown = [*turn.reply_math, *(board.answer for board in turn.whiteboards)]
    return shown, all(same_maths(item, shown) for item in _as_list(expected))


def _tools(turn: Turn, expected: Any) -> tuple[Any, bool]:
    used = [tool.name for tool in turn.tools]
    return used, all(name in used for name in _as_list(expected))


def _max_gap_ms(turn: Turn, expected: Any) -> tuple[Any, bool]:
    return turn.gap_ms, turn.gap_ms is not None and turn.gap_ms <= expected


_SCALARS = (str, int, float)
_TEXTS = (*_SCALARS, list)
_KINDS: dict[str, _Kind] = {
    "heard": _Kind((str,), _heard),
    "heard_math": _Kind(_TEXTS, _heard_math),
    "reply_contains": _Kind(_TEXTS, _reply_contains),
    "reply_math": _Kind(_TEXTS, _reply_math),
    "tools": _Kind((str, list), _tools),
    "max_gap_ms": _Kind((int, float), _max_gap_ms),
}
