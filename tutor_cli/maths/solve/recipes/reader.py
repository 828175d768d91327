"""Which recipe a text asks for. A text is read only where every number in it has its place in the recipe."""

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Problem, Story
from tutor_cli.maths.solve.recipes.lists import DERIVED
from tutor_cli.maths.solve.recipes.table import NUMBER, Asking, Recipe, recipes
from tutor_cli.maths.solve.recipes.wording import names_another_solid, told
from tutor_cli.maths.solve.stories.measures import measures
from tutor_cli.maths.solve.stories.units import base

_NUMBER = re.compile(NUMBER)
_ROOT = re.compile(r"\s*(?:√|root|sqrt)\s*\(?(\d+)\)?", re.IGNORECASE)
_ONE_UNIT = ("length", "mass", "volume", "money")
# Longer texts are no school problems.
_LONGEST = 400


def recipe_problem(text: str) -> Problem | None:
    """Return the problem of the first recipe that the text asks for, or None."""
    plain = told(text[:_LONGEST])
    if _mixes_units(plain):
        return None
    for recipe in recipes().values():
        for asking in recipe.asked:
            says = " ".join(pattern.pattern for pattern in asking.says)
            if (values := _values(recipe, asking, plain)) and not names_another_solid(plain, says):
                return Problem("quantity", values, quantity=recipe.quantity or recipe.name, story=_named(recipe, plain))
    return None


def _mixes_units(text: str) -> bool:
    """Tell whether lengths, masses, volumes or sums of money stand in different units: recipes take bare numbers."""
    found = {(item.kind, item.unit) for item in measures(text) if item.kind in _ONE_UNIT and item.unit}
    return len(found) > len({kind for kind, _ in found})


def _named(recipe: Recipe, text: str) -> Story | None:
    """Return the names of what is asked, with the units that the text has for quantities of their kinds."""
    if not recipe.names:
        return None
    units = base(measures(text))
    known = (
        (name.letter, next(iter(units.others.values()), "") if name.kind == "any" else units.unit(name.kind))
        for name in recipe.names
    )
    return Story(
        (), recipe.answer, names=tuple((name.letter, name.en, name.hi) for name in recipe.names),
        units=tuple((letter, unit) for letter, unit in known if unit),
    )  # fmt: skip


def _values(recipe: Recipe, asking: Asking, text: str) -> tuple[Expr, ...]:
    found = _found(asking, text)
    if found is None:
        return ()
    try:
        if recipe.less and not Fraction(found[recipe.less[0]]) < Fraction(found[recipe.less[1]]):
            return ()
        if asking.derive:
            return DERIVED[asking.derive](found, recipe.given)
        return tuple(number(found[letter]) for letter in recipe.given)
    except (MathsError, KeyError, ValueError, ZeroDivisionError):
        return ()


def number(text: str) -> Expr:
    """Return a number of the text as a tree."""
    return parse(_ROOT.sub(r" sqrt(\1)", text).strip(), "typed")


def _found(asking: Asking, text: str) -> dict[str, str] | None:
    """Return the numbers by their letters, where every pattern is found and no number is left over."""
    if any(pattern.search(text) for pattern in asking.unless):
        return None
    numbers = [item.span() for item in _NUMBER.finditer(text)]
    taken: list[tuple[int, int]] = []
    covered: list[tuple[int, int]] = []
    values = {"TEXT": text, **asking.fixed}
    for pattern in asking.says:
        match = _free_match(pattern, text, taken)
        if match is None:
            return None
        for name, value in match.groupdict().items():
            if value is not None:
                values[name.partition("__")[0]] = value
        covered.append(match.span())
        taken += [span for span in numbers if _inside(span, [match.span()])]
    return values if all(_inside(span, covered) for span in numbers) else None


def _free_match(pattern: re.Pattern[str], text: str, taken: list[tuple[int, int]]) -> re.Match[str] | None:
    """Return the first match none of whose numbers is another's."""
    start = 0
    while match := pattern.search(text, start):
        spans = [match.span(name) for name, value in match.groupdict().items() if value is not None]
        clash = [span for span in spans if any(span[0] < end and begin < span[1] for begin, end in taken)]
        if not clash:
            return match
        start = max(match.start() + 1, min(end for _, end in clash))
        start = min(start, len(text))
        if start == len(text):
            return None
    return None


def _inside(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return any(begin <= span[0] and span[1] <= end for begin, end in covered)
