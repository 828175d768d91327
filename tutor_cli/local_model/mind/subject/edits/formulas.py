"""A formula with one part of it edited."""

from __future__ import annotations

from tutor_cli.local_model.mind.subject.edits import roles, signs
from tutor_cli.local_model.mind.subject.edits.said import Change
from tutor_cli.local_model.mind.subject.edits.trees import formulas_of

_EDITS = (
    *(signs.turned, signs.compared, signs.with_side, signs.reckoned_otherwise, signs.with_function),
    *(
        roles.with_value,
        roles.with_base,
        roles.with_equation,
        roles.with_other_term,
        roles.with_terms,
        roles.with_body,
        roles.with_scaled_entries,
    ),
)


def edited(source: str, problem: str, change: Change) -> str:
    """Return the problem with its formula changed; nothing where the change fits no part, or more than one."""
    formulas = list(formulas_of(source, problem, change.where))
    for edit in _EDITS:
        made = [(formula, tree) for formula in formulas for tree in dict.fromkeys(edit(formula.tree, change))]
        made = [(formula, tree) for formula, tree in made if tree != formula.tree]
        if len(made) == 1:
            return made[0][0].posed(made[0][1])
        if made:
            return ""
    return ""
