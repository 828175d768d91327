"""Expectation files are read strictly, and judged by meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor_cli.errors import BadInputError
from tutor_cli.events import ToolUsed
from tutor_cli.replay.expectations import judge, judge_unasked, read_expectations
from tutor_cli.replay.turns import Turn

TURN = Turn(
    heard="2x plus 3 equals 11.",
    heard_math=("2x + 3 = 11",),
    reply="So $x = 4$. Well done!",
    reply_math=("x = 4",),
    tools=(ToolUsed(1, "solve_math", "{}", "{}"),),
    gap_ms=640,
    reply_seconds=2.0,
    reply_dbfs=-20.0,
)

FILE = """
turns:
  - heard: two x plus three equals eleven
    heard_math: ["3 + 2x = 11"]
    reply_contains: well done
    reply_math: ["x = 8/2"]
    tools: [solve_math]
    max_gap_ms: 650
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.expect.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_met(tmp_path: Path) -> None:
    """Words are compared but for spelling of numbers, maths by meaning, tools by name."""
    judgements = judge(read_expectations(_file(tmp_path, FILE)), [TURN])

    assert [judgement.kind for judgement in judgements if not judgement.ok] == []
    assert len(judgements) == 6


@pytest.mark.parametrize(
    "line",
    [
        "heard: three x plus four equals twelve",
        'heard_math: ["2x + 3 = 12"]',
        "reply_contains: [well done, bravo]",
        'reply_math: ["x = 5"]',
        "tools: [check_answer]",
        "max_gap_ms: 639",
    ],
)
def test_what_is_not_met_fails(tmp_path: Path, line: str) -> None:
    """Each kind of expectation can fail."""
    [judgement] = judge(read_expectations(_file(tmp_path, f"turns:\n  - {line}\n")), [TURN])

    assert not judgement.ok


def test_a_turn_that_never_came(tmp_path: Path) -> None:
    """An expectation of a turn that did not happen fails."""
    [judgement] = judge(read_expectations(_file(tmp_path, "turns:\n  - {}\n  - heard: hello\n")), [TURN])

    assert not judgement.ok


@pytest.mark.parametrize(
    "text",
    [
        "",
        "turns: hello",
        "turns: [hello]",
        "- 1",
        "turns:\n  - colour: red",
        "turns:\n  - max_gap_ms: soon",
        "a: [",
        "turns:\n  - heard: 2024-13-45",
        "turns:\n  - tools: [2024-01-01]",
        "[" * 5_000,
        "\x00",
    ],
)
def test_unusable_files(tmp_path: Path, text: str) -> None:
    """Anything that is not the form is refused, naming the file."""
    with pytest.raises(BadInputError, match=r"a\.expect\.yaml"):
        read_expectations(_file(tmp_path, text))


def test_silence_and_inaudible_replies_fail_unasked() -> None:
    """Without any expectation, every utterance needs an audible reply."""
    silent, quiet = Turn(), Turn(reply_seconds=2.0, reply_dbfs=-70.0)

    assert [judgement.ok for judgement in judge_unasked([TURN, silent, quiet])] == [True, False, False]
    assert [judgement.ok for judgement in judge_unasked([])] == [False]


def test_an_interrupted_reply_needs_no_loudness() -> None:
    """A reply the student cut short is not held against the tutor."""
    assert judge_unasked([Turn(interrupted=True)]) == []
