"""A formula with one part of it edited."""

from __future__ import annotations

from tutor_cli.local_model.mind.subject.edits import roles, signs
from tutor_cli.local_model.mind.subject.edits.said import Change
from tutor_cli.local_model.mind.subject.edits.trees import formulas_of

_EDITS = (
    *(signs.turned, signs.compared, signs.with_side, signs.reckoned_otherwise, signs.with_function),
    *(roles.with_value, roles.with_equation, roles.with_other_term, roles.with_terms, roles.with_scaled_entries),
)


def edited(source: str, problem: str, change: Change) -> str:
    """Return the problem with its formula changed; nothing where the change fits no part, or more than one."""
    for formula in formulas_of(source, problem, change.where):
        for edit in _EDITS:
            trees = list(dict.fromkeys(edit(formula.tree, change)))
            if len(trees) == 1 and trees[0] != formula.tree:
                return formula.posed(trees[0])
            if trees:
                return ""
    return ""
