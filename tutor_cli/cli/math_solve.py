"""`tutor math solve`: worked solutions, step by step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tutor_cli.cli import batch, options, output
from tutor_cli.display.mode import MathMode, style_of
from tutor_cli.errors import BadInputError, ExitCode, MathsError, UsageError

if TYPE_CHECKING:
    from tutor_cli.maths.solve import Problem, Solution, SolverPool

Language = Literal["en", "hi"]
Method = Literal["factor", "complete_square", "formula"]


def solve(
    problem: Annotated[str | None, typer.Argument(help="Typed maths, LaTeX or words: 'solve x^2 = 4'.")] = None,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the steps.")] = "en",
    method: Annotated[Method | None, typer.Option("--method", help="How to solve a quadratic equation.")] = None,
    math: options.Math = "auto",
    as_json: options.Json = False,
    as_batch: Annotated[bool, typer.Option("--batch", help="JSON lines of requests to JSON lines of results.")] = False,
) -> None:
    """Solve a problem step by step, check the answer and say whether it was checked.

    A logarithm without a base has base 10; in calculus and beside e it is natural, as in school books.
    """
    output.run(
        "math solve",
        lambda: _answered(problem, lang, method, math, as_json=as_json, as_batch=as_batch),
        as_json=as_json and not as_batch,
    )


def _answered(
    text: str | None, lang: Language, method: Method | None, mode: MathMode, *, as_json: bool, as_batch: bool
) -> output.Outcome:
    from tutor_cli.maths.solve import SolverPool

    if as_batch:
        batch.without_argument(text)
        with SolverPool() as pool:
            pool.wait_until_ready()
            return batch.run(lambda row: _row(row, pool))
    if text is None:
        raise UsageError("no_problem", "There is no problem to solve.", "Try `tutor math solve 'x^2 = 4'`, or --batch.")
    asked = _read(text, method)
    with SolverPool() as pool:
        solution = pool.solve(asked)
    return _outcome(solution, lang, mode)


def _read(text: str, method: Method | None) -> Problem:
    from dataclasses import replace

    from tutor_cli.maths.solve import read_problem

    asked = read_problem(text)
    return replace(asked, method=method) if method else asked


def _outcome(solution: Solution, lang: Language, mode: MathMode) -> output.Outcome:
    from tutor_cli.cli.solution_view import as_data, as_rows
    from tutor_cli.maths.solve.refusal import sentence

    data = as_data(solution, lang)
    if solution.kind == "refused":
        problem = output.Problem(f"solve_{solution.refusal}", sentence(solution, lang), "Try a smaller or simpler one.")
        return output.Outcome(data, exit_code=ExitCode.BAD_INPUT, problems=(problem,))
    width = output.width()
    return output.Outcome(data, human="\n".join(as_rows(solution, lang, width, style_of(mode, sys.stdout.encoding))))


def _row(row: dict[str, Any], pool: SolverPool) -> dict[str, Any]:
    from time import perf_counter

    from tutor_cli.maths.solve.refusal import unreadable
    from tutor_cli.maths.solve.rows import from_row, result

    started = perf_counter()
    try:
        solution = pool.solve(from_row(row))
    except MathsError as error:
        solution = unreadable(error, str(row.get("input", "")))
    except (TypeError, ValueError) as error:
        raise BadInputError("row_field", f"The row does not fit: {error}.", "See the request rows.") from error
    return {**result(solution), "elapsed_ms": round(1000 * (perf_counter() - started), 1)}
