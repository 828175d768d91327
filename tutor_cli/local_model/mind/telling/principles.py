"""Why a step is allowed: the principle of its kind, with the formulas of the step put into it."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.worked import WorkedStep
from tutor_cli.local_model.mind.wording import filled


def principle_of(c: Conversation, step: WorkedStep, key: str = "") -> str:
    """Return why a step of this kind is allowed, or another text on it; nothing where none is written."""
    known, parts = by_step("principles"), step.id.split(".")
    families = (".".join((*parts[:length], "*")) for length in range(len(parts) - 1, 0, -1))
    entry: dict[str, str] = next((known[name] for name in (step.id, step.before, *families) if name in known), {})
    text = filled(entry.get(key or c.language, ""), _gaps(step))
    return "" if re.search(r"<\w+>", text) else text


@cache
def by_step(table: str) -> dict[str, dict[str, str]]:
    """Return the entries of a table by each of the steps that they are of."""
    return {step: entry for key, entry in load(table).items() for step in (key, *entry.get("also", ()))}


def _gaps(step: WorkedStep) -> dict[str, str]:
    """Return the formulas of a step's reason by their order and the denominators it starts from."""
    gaps = {f"f{number}": formula for number, formula in enumerate(re.findall(r"\$([^$]*)\$", step.reason), 1)}
    if denominators := list(dict.fromkeys(re.findall(r"\\frac\{[^{}]*\}\{(\d+)\}", step.before))):
        gaps["denominators"] = ", ".join(f"${denominator}$" for denominator in denominators)
    return gaps
