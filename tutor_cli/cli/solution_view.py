"""A worked solution as rows for a terminal and as data for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tutor_cli.display.mixed import laid_out
from tutor_cli.maths.expr import Empty, Expr
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.layout import Style, draw, trimmed
from tutor_cli.maths.solve import Solution, Step, reason, texts
from tutor_cli.maths.solve.rows import result

_LABELS = {
    "en": {"answer": "Answer", "checked": "checked", "unchecked": "not checked", "except": "except where"},
    "hi": {"answer": "उत्तर", "checked": "जाँचा गया", "unchecked": "जाँचा नहीं गया", "except": "शर्त"},
}


def as_rows(solution: Solution, lang: texts.Language, width: int, style: Style) -> list[str]:
    """Return the rows of a solution: numbered steps with their reasons, rejected candidates, the answer."""
    rows = (
        list(_drawn(solution.problem.expressions[0], 0, width, style)) if len(solution.problem.expressions) == 1 else []
    )
    for number, step in enumerate(solution.steps, 1):
        rows += ["", *_step(step, f"{number}.", 0, lang, width, style)]
    for rejected in solution.rejected:
        rows += ["", *laid_out(texts.rejection(rejected, lang), width, style)]
    labels = _LABELS[lang]
    checked = labels["checked"] if solution.verified else labels["unchecked"]
    rows += ["", f"{labels['answer']} ({checked}):", *_answer(solution, lang, width, style)]
    for condition in solution.conditions:
        rows += [f"  {labels['except']}:", *_drawn(condition, 4, width, style)]
    return rows


def _step(step: Step, label: str, indent: int, lang: texts.Language, width: int, style: Style) -> Iterator[str]:
    words = laid_out(f"{label} {reason(step, lang)}", width - indent, style)
    yield from (" " * indent + row for row in words)
    for number, inner in enumerate(step.substeps, 1):
        yield from _step(inner, f"{label}{number}.", indent + 2, lang, width, style)
    yield from _drawn(texts.localised(step.after, lang), indent + 4, width, style)


def _answer(solution: Solution, lang: texts.Language, width: int, style: Style) -> Iterator[str]:
    if isinstance(solution.answer, Empty):
        yield f"    {texts.verdict(solution.kind, lang)}"
    else:
        yield from _drawn(texts.localised(solution.answer, lang), 4, width, style)


def _drawn(tree: Expr, indent: int, width: int, style: Style) -> Iterator[str]:
    for row in trimmed(draw(tree, width - indent, style)):
        yield " " * indent + row


def as_data(solution: Solution, lang: texts.Language) -> dict[str, Any]:
    """Return the solution for `--json`: what a result row has, with the steps and the answer as LaTeX."""
    return {
        **result(solution),
        "operation": solution.problem.operation,
        "problem": [to_latex(tree) for tree in solution.problem.expressions],
        "answer": to_latex(solution.answer),
        "domain": [to_latex(tree) for tree in solution.domain],
        "conditions": [to_latex(tree) for tree in solution.conditions],
        "rejected": [
            {"candidate": to_latex(item.candidate), "reason": texts.rejection(item, lang)} for item in solution.rejected
        ],
        "refusal": solution.refusal,
        "steps": [_step_data(step, lang) for step in solution.steps],
    }


def _step_data(step: Step, lang: texts.Language) -> dict[str, Any]:
    return {
        "id": step.id,
        "before": to_latex(step.before),
        "after": to_latex(texts.localised(step.after, lang)),
        "reason": reason(step, lang),
        "may_add": step.may_add,
        "substeps": [_step_data(inner, lang) for inner in step.substeps],
    }
