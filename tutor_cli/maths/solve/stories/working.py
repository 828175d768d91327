"""Working a story out, line by line, and saying its answer with names and units."""

from __future__ import annotations

from typing import Any

import sympy as sp

from tutor_cli.maths.expr import Case, Cases, Expr, Relation, Sequence, Symbol, Text
from tutor_cli.maths.solve.bridge import to_sympy
from tutor_cli.maths.solve.numeric import PRECISE
from tutor_cli.maths.solve.outcome import Answer, NoMethod
from tutor_cli.maths.solve.problem import Problem, Story
from tutor_cli.maths.solve.recipes.solving import NothingFits, agrees, solved, worked_line, written
from tutor_cli.maths.solve.stories.telling import facts, unknowns
from tutor_cli.maths.solve.working import Working, joined
from tutor_cli.maths.solve.writing import to_tree

Known = dict[str, Any]

# Who is older, though the equations may not say so.
_PARENTS = frozenset(("father", "mother", "grandfather", "grandmother", "man", "woman"))
_CHILDREN = frozenset(("son", "daughter", "child", "grandson", "granddaughter"))


def solve(problem: Problem, story: Story, work: Working) -> Answer:
    """Return what the story of a problem asks for."""
    if story.equations:
        return _from_equations(problem, story, work)
    values = [to_sympy(tree, problem.constants) for tree in problem.expressions]
    known: Known = dict(zip(story.given, values, strict=True))
    said, said_hi = (Text(facts(story, problem.expressions, language)) for language in ("en", "hi"))
    if said.content:
        work.note("story.given", _stated(known), given=said, given_hi=said_hi)
    _worked_out(story, known, work)
    return _answer(story, known, verified=True)


def _worked_out(story: Story, known: Known, work: Working) -> None:
    for line in story.lines:
        known[line.letter] = worked_line(
            line.letter,
            line.typed,
            line.id,
            known,
            work,
            words=line.words,
            words_hi=line.words_hi,
            exact=story.fractions,
        )
        if story.positive and known[line.letter].is_negative and line.letter in story.asked:
            raise NoMethod
    work.points.append({letter: PRECISE.library.mpf(str(sp.N(value, 45))) for letter, value in known.items()})


def _from_equations(problem: Problem, story: Story, work: Working) -> Answer:
    """Say what the letters stand for and where each equation comes from, solve them, and keep what makes sense."""
    relations = problem.expressions
    shown = relations[0] if len(relations) == 1 else Cases(tuple(Case(tree) for tree in relations))
    said, said_hi = (Text(unknowns(story, language)) for language in ("en", "hi"))
    work.note("story.let", shown, unknowns=said, unknowns_hi=said_hi)
    for line, tree in zip(story.equations, relations, strict=True):
        work.note(line.id, tree, words=Text(line.words), formula=tree)
    worked_out = {line.letter for line in story.lines}
    letters = sorted(letter for letter, _, _ in story.names if letter not in worked_out)
    try:
        known, checked = solved(relations, letters, work, sensible=lambda row: _makes_sense(story, letters, row))
    except NothingFits as nothing:
        work.note("recipe.none_fits", work.steps[0].after)
        return Answer("set", sp.S.EmptySet, Symbol("emptyset"), verified=nothing.verified)
    _worked_out(story, known, work)
    return _answer(story, known, verified=checked)


def _makes_sense(story: Story, letters: list[str], row: Any) -> bool:
    if any(not value.is_number or value.is_real is not True or (story.positive and value < 0) for value in row):
        return False
    if story.whole and not all(value.is_Integer for value in row):
        return False
    ages = {story.name(letter): value for letter, value in zip(letters, row, strict=False)}
    elder, younger = (_ages_of(people, ages) for people in (_PARENTS, _CHILDREN))
    return all(one > other for one in elder for other in younger)


def _ages_of(people: frozenset[str], ages: dict[str, Any]) -> list[Any]:
    return [age for name, age in ages.items() if name.partition("'")[0].removeprefix("the ") in people]


def _stated(known: Known) -> Expr:
    relations = [Relation((Symbol(name), written(value)), ("=",)) for name, value in known.items()]
    return relations[0] if len(relations) == 1 else Sequence(tuple(relations))


def _answer(story: Story, known: Known, *, verified: bool) -> Answer:
    values = [known[letter] for letter in story.asked]
    shown = to_tree if story.fractions else written
    relations: list[Expr] = [Relation((Symbol(name), shown(known[name])), ("=",)) for name in story.asked]
    checked = verified and all(agrees(line.typed, known[line.letter], known) for line in story.lines)
    if len(values) == 1:
        return Answer("value", values[0], relations[0], verified=checked)
    return Answer("set", sp.FiniteSet(sp.Tuple(*values)), joined(relations, "and"), verified=checked)
