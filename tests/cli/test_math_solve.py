"""`tutor math solve` and `tutor math check`, as a user and as a script."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from tutor_cli.cli import main as cli
from tutor_cli.maths import solve
from tutor_cli.maths.solve import SolverHost, SolverPool


@pytest.fixture(name="host", scope="module")
def _host() -> Iterator[SolverHost]:
    """Run one solver server for all commands of this module."""
    with SolverHost() as host:
        host.wait_until_ready()
        yield host


@pytest.fixture(autouse=True)
def _use_it(host: SolverHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solve, "SolverPool", partial(SolverPool, address=host.address))


def _run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *args: str, stdin: str = "") -> Any:
    monkeypatch.setattr(sys, "argv", ["tutor", *args])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
    with pytest.raises(SystemExit) as leaving:
        cli.main()
    captured = capsys.readouterr()
    return leaving.value.code, captured.out, captured.err


def test_solve_draws_the_steps(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbered steps with their reasons, then the answer and whether it was checked."""
    code, out, _ = _run(monkeypatch, capsys, "math", "solve", "2x + 3 = 11")
    assert code == 0
    assert out.splitlines() == [
        "2x + 3 = 11",
        "",
        "1. Subtract 3 from both sides.",
        "    2x = 8",
        "",
        "2. Divide both sides by 2.",
        "    x = 4",
        "",
        "3. Put each value back into the original equation.",
        "    2 · 4 + 3 = 11",
        "",
        "Answer (checked):",
        "    x = 4",
    ]


def test_solve_speaks_hindi_and_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The same steps as data, with their reasons in Hindi."""
    code, out, _ = _run(monkeypatch, capsys, "math", "solve", "2x + 3 = 11", "--lang", "hi", "--json")
    data = json.loads(out)["data"]
    assert code == 0
    assert data["answer"] == "x = 4"
    assert data["steps"][0]["reason"] == "दोनों पक्षों में से $3$ घटाइए।"


def test_solve_takes_a_method(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A quadratic that would be factored is solved by the formula on request."""
    _, out, _ = _run(monkeypatch, capsys, "math", "solve", "x^2-5x+6=0", "--method", "formula", "--json")
    assert "quadratic.formula" in [step["id"] for step in json.loads(out)["data"]["steps"]]


def test_a_refusal_says_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Too large a problem ends with a sentence and the exit code of bad input."""
    code, out, err = _run(monkeypatch, capsys, "math", "solve", "9^9^9")
    assert (code, out) == (4, "")
    assert "too large" in err


def test_batch_answers_row_by_row(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One result a row, in order; hostile rows are refused and bad rows say what is wrong with them."""
    rows = [
        {"id": "a", "op": "solve", "input": "x^2=4", "variable": "x"},
        {"id": "b", "op": "any", "input": "__import__('os').system('id')"},
        {"id": "c", "op": "nothing", "input": "x"},
        {"id": "d", "op": "diff", "input": "x^3", "variable": "x", "order": 1},
    ]
    _, out, _ = _run(monkeypatch, capsys, "math", "solve", "--batch", stdin="\n".join(map(json.dumps, rows)))
    results = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in results] == ["a", "b", "c", "d"]
    assert results[0]["srepr"] == "FiniteSet(Integer(-2), Integer(2))"
    assert (results[1]["kind"], "error" in results[2], results[3]["text"]) == ("refused", True, "3x²")


@pytest.mark.parametrize(("answer", "verdict", "code"), [("2, -2", "right", 0), ("2", "incomplete", 1)])
def test_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, verdict: str, code: int
) -> None:
    """The verdict first, then the difference; exit code 1 where the answer is not right."""
    found, out, _ = _run(monkeypatch, capsys, "math", "check", answer, "--problem", "x^2=4")
    assert (found, out.splitlines()[0]) == (code, verdict)


def test_check_in_batch(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of problem and answer give rows of verdict and note."""
    rows = [{"id": 1, "problem": "2x=8", "answer": "4"}, {"id": 2, "problem": "hello", "answer": "4"}]
    _, out, _ = _run(monkeypatch, capsys, "math", "check", "--batch", stdin="\n".join(map(json.dumps, rows)))
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {"id": 1, "verdict": "right", "note": "That is right."}
    assert "error" in second or second["verdict"] == "not_understood"
