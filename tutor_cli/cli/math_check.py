"""`tutor math check`: a student's answer beside the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tutor_cli.cli import batch, options, output
from tutor_cli.cli.math_solve import Language
from tutor_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from tutor_cli.maths.solve import SolverPool
    from tutor_cli.maths.solve.verdict import Verdict

_GOOD = ("right", "right_not_simplified")


def check(
    answer: Annotated[str | None, typer.Argument(help="The answer, typed or in words: 'x = 2 or x = 3'.")] = None,
    problem: Annotated[str | None, typer.Option("--problem", "-p", help="What was asked.")] = None,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the note.")] = "en",
    as_json: options.Json = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="JSON lines {id, problem, answer} to verdicts.")] = False,
) -> None:
    """Say how an answer compares: right, not simplified, incomplete, a root too many, a sign slip or wrong."""
    output.run(
        "math check", lambda: _checked(answer, problem, lang, as_batch=as_batch), as_json=as_json and not as_batch
    )


def _checked(answer: str | None, problem: str | None, lang: Language, *, as_batch: bool) -> output.Outcome:
    from tutor_cli.maths.solve import SolverPool

    if as_batch:
        batch.without_argument(answer)
        with SolverPool() as pool:
            return batch.run(lambda row: _row(row, lang, pool))
    if answer is None or problem is None:
        raise UsageError("no_answer", "An answer and its problem are needed.", "tutor math check 4 --problem '2x = 8'")
    with SolverPool() as pool:
        verdict = _verdict(problem, answer, lang, pool)
    data = {"verdict": verdict.verdict, "note": verdict.note}
    code = ExitCode.OK if verdict.verdict in _GOOD else ExitCode.CHECK_FAILED
    return output.Outcome(data, human=_human(verdict), exit_code=code)


def _row(row: dict[str, Any], lang: Language, pool: SolverPool) -> dict[str, Any]:
    verdict = _verdict(batch.text_field(row, "problem"), batch.text_field(row, "answer"), lang, pool)
    return {"verdict": verdict.verdict, "note": verdict.note}


def _verdict(problem: str, answer: str, lang: Language, pool: SolverPool) -> Verdict:
    from tutor_cli.maths.solve import read_problem
    from tutor_cli.maths.solve.common_logs import as_answered
    from tutor_cli.maths.solve.verdict import check as compare

    asked = as_answered(read_problem(problem), answer)
    return compare(asked, answer, pool.solve(asked), lang)


def _human(verdict: Verdict) -> str:
    from tutor_cli.display.mixed import laid_out

    return "\n".join([verdict.verdict.replace("_", " "), *laid_out(verdict.note)])
