"""The numbers of a story in words: what is given, and the answer with its name and unit."""

from __future__ import annotations

import math

from tutor_cli.maths.expr import Expr, Function, Neg, Number, Relation, Row, Symbol, Text
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.exact import Undefined, rational_value
from tutor_cli.maths.solve.numeric import FLOATS, Unknown, compiled
from tutor_cli.maths.solve.problem import Story
from tutor_cli.maths.solve.solution import Solution
from tutor_cli.maths.solve.stories.units import said

# Quantities are told in decimals of so many places where these end.
_PLACES = 3
# Money is rounded to the paisa.
_MONEY, _PAISE = "rupees", 2
_ABOUT = {"en": "about ", "hi": "लगभग "}


def facts(story: Story, values: tuple[Expr, ...], language: str) -> str:
    """Return what is given, in words: "the cost price $C = 80$ rupees"."""
    told = [
        _fact(story, letter, value, language)
        for letter, value in zip(story.given, values, strict=True)
        if story.name(letter, language)
    ]
    return ", ".join(told)


def unknowns(story: Story, language: str) -> str:
    """Return what the letters stand for: "$x$ be Ravi's age"."""
    found = {line.letter for line in story.lines}
    names = [name for name in story.names if name[0] not in found]
    if language == "hi":
        return ", ".join(f"${letter}$ = {hi}" for letter, _, hi in names)
    return " and ".join(f"${letter}$ be {_the(en)}" for letter, en, _ in names)


def answer(solution: Solution, language: str) -> str:
    """Return the answer of a story in a sentence with its names and units, or nothing where there is no story."""
    story = solution.problem.story
    if story is None or solution.kind == "refused":
        return ""
    parts = solution.answer.items if isinstance(solution.answer, Row) else (solution.answer,)
    values = [part.operands[1] if isinstance(part, Relation) else part for part in parts if not isinstance(part, Text)]
    if len(values) != len(story.asked):
        return ""
    told = [_answered(story, letter, value, language) for letter, value in zip(story.asked, values, strict=True)]
    if not all(told):
        return ""
    joint = " और " if language == "hi" else " and "
    sentence = joint.join((", ".join(told[:-1]), told[-1]) if len(told) > 1 else told)
    return f"{sentence[:1].upper()}{sentence[1:]}{'।' if language == 'hi' else '.'}"


def quantities(solution: Solution, language: str) -> list[dict[str, str]]:
    """Return what is known at the end of a story: letter, name, value in LaTeX, unit in words, and amount of each."""
    story = solution.problem.story
    if story is None or solution.kind == "refused":
        return []
    values = dict(zip(story.given, solution.problem.expressions, strict=False)) | _found(solution, story)
    told = ((letter, story.name(letter, language), value) for letter, value in values.items())
    return [
        {
            "letter": letter,
            "name": _the(name) if language == "en" else name,
            "value": to_latex(_shown(value, story.unit(letter))),
            "unit": story.unit(letter),
            "amount": _amount(story, letter, value, language),
            "asked": "yes" if letter in story.asked else "",
        }
        for letter, name, value in told
        if name
    ]


def _found(solution: Solution, story: Story) -> dict[str, Expr]:
    """Return the values of the letters that the steps and the answer end with."""
    parts = solution.answer.items if isinstance(solution.answer, Row) else (solution.answer,)
    lines = [*(step.after for step in solution.steps), *parts]
    found = {
        line.operands[0].name: line.operands[-1]
        for line in lines
        if isinstance(line, Relation) and isinstance(line.operands[0], Symbol) and _is_number(line.operands[-1])
    }
    asked = story.asked if isinstance(solution.answer, Number) else ()
    return found | ({asked[0]: solution.answer} if len(asked) == 1 else {})


def _is_number(tree: Expr) -> bool:
    return not any(isinstance(node, Symbol) and node.name != "pi" for node in tree.walk())


def _shown(value: Expr, unit: str) -> Expr:
    digits = (_rounded(value) or _decimal(value) if unit == _MONEY else _decimal(value)) if unit else ""
    return Number(digits) if digits else value


def _rounded(value: Expr) -> str:
    """Return an amount of money to the paisa, where it has more places; nothing for what is no number or below zero."""
    digits = value.digits if isinstance(value, Number) else _decimal(value)
    if digits and len(digits.partition(".")[2]) <= _PAISE:
        return ""
    try:
        number = compiled(value, FLOATS, ("pi", "e"))({})
    except (Unknown, Undefined):
        return ""
    return f"{number:.2f}" if number >= 0 else ""


def _fact(story: Story, letter: str, value: Expr, language: str) -> str:
    name = story.name(letter, language)
    amount = _amount(story, letter, value, language)
    if amount.startswith("$"):
        told = f"${letter} = {amount[1:]}"
    else:
        told = f"${letter}$ {amount} है" if language == "hi" else f"${letter}$ is {amount}"
    return f"{name} {told}" if language == "hi" else f"the {name} {told}"


def _answered(story: Story, letter: str, value: Expr, language: str) -> str:
    name = story.name(letter, language)
    if not name:
        return ""
    unit = story.unit(letter)
    amount = _amount(story, letter, value, language)
    if unit and unit not in (_MONEY, "°"):
        amount += about(value, language)
    return f"{name} {amount} है" if language == "hi" else f"{_the(name)} is {amount}"


def _the(name: str) -> str:
    return name if name[:1].isupper() or name.startswith(("one ", "your ")) else f"the {name}"


def _amount(story: Story, letter: str, value: Expr, language: str) -> str:
    unit = story.unit(letter)
    nearly = _ABOUT[language] if unit == _MONEY and _rounded(value) else ""
    value = _shown(value, unit)
    if unit == "°" and (digits := _digits(value)):
        return f"{_ABOUT[language]}${digits}^{{{chr(92)}circ}}$"
    if unit in ("%", "°"):
        return f"${to_latex(value)}{chr(92) + '%' if unit == '%' else '^{' + chr(92) + 'circ}'}$"
    words = said(unit, language, one=value == Number("1"))
    return f"{nearly}${to_latex(value)}$ {words}".strip()


def _decimal(value: Expr) -> str:
    """Return a fraction as a decimal that ends soon, or nothing."""
    try:
        fraction = rational_value(value)
    except Undefined:
        return ""
    if fraction is None or fraction < 0 or (fraction * 10**_PLACES).denominator != 1:
        return ""
    return f"{float(fraction):.{_PLACES}f}".rstrip("0").rstrip(".")


def about(value: Expr, language: str) -> str:
    """Return the rounded decimal of a number that has no short one: a root, a multiple of π, a recurring decimal.

    An angle known by its ratio is told in degrees.
    """
    is_angle = any(isinstance(node, Function) and node.name.startswith("arc") for node in value.walk())
    digits, sign = _digits(value, in_degrees=is_angle), r"^\circ" if is_angle else ""
    return f", {_ABOUT[language]}${digits}{sign}$" if digits else ""


def _digits(value: Expr, *, in_degrees: bool = False) -> str:
    """Return the rounded decimal of a number that has no short one, or nothing."""
    if isinstance(value, (Number, Neg)) or _decimal(value):
        return ""
    try:
        number = compiled(value, FLOATS, ("pi", "e"))({})
    except Unknown:
        return ""
    number = math.degrees(number) if in_degrees else number
    return f"{number:.{_places(number)}f}".rstrip("0").rstrip(".")


def _places(number: float) -> int:
    """Return how many decimals show two digits of a small number that are not zero."""
    return 2 if number == 0 else max(2, 1 - math.floor(math.log10(abs(number))))
