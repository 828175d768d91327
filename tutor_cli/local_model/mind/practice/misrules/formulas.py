"""Slips with a formula: another one taken, or the right one wrongly filled, by the table `slips.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.practice.misrules.rule import Suspect
from tutor_cli.local_model.mind.practice.misrules.values import value
from tutor_cli.local_model.mind.subject.substitution import with_values
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.wording import filled
from tutor_cli.maths.parse import parse

_IN_PERCENT = r"\frac{100"


def suspects(worked: Worked) -> Iterator[Suspect]:
    """Yield what the formulas that pupils mix up with one of the working come to."""
    values = worked.values
    for step in reversed(worked.steps):
        for wrong, texts in load("slips").get(step.before, {}).items():
            found = _value(with_values(wrong, values))
            if found is None:
                continue
            said = {"text": filled(texts[worked.language if worked.language == "hi" else "en"], values)}
            yield Suspect("quote", found, said, rough=True)
            if wrong.startswith(_IN_PERCENT):
                yield Suspect("quote", found / 100, said, rough=True)


def _value(formula: str) -> float | None:
    try:
        return value(parse(formula))
    except MathsError:
        return None
