"""The answer in a sentence that says what it is: "The 20th term is 79", "The loss is 12.5 percent"."""

from __future__ import annotations

from functools import cache

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Expr,
    Function,
    Group,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Root,
    Row,
    Sequence,
    Symbol,
    Text,
)
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.asked.reader import AND
from tutor_cli.maths.solve.exact import rational_value
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.table import recipes
from tutor_cli.maths.solve.recipes.wording import ordinal
from tutor_cli.maths.solve.solution import Solution
from tutor_cli.maths.solve.stories import telling
from tutor_cli.maths.solve.texts import localised
from tutor_cli.tables import read_table

_LANGUAGES = ("en", "hi")
# Kinds of answer that are no value.
_VALUES = ("value", "expression", "set")
_MOST_PLACES = 4
_NUMERIC = (Number, Neg, Quotient, Root, Mul, Add, Power, Symbol, Group, Apply, Function)


def told(solution: Solution, language: str) -> str:
    """Return the answer in a sentence with its name, or nothing where the formula has to do."""
    story = telling.answer(solution, language)
    if story or solution.kind not in _VALUES:
        return story
    if AND in solution.problem.quantity:
        return _several(solution, language)
    name = solution.problem.quantity
    texts = _texts(name, solution.answer)
    if texts is not None and "{word}" in texts[0] and isinstance(solution.answer, Text):
        word = localised(solution.answer, "hi" if language == "hi" else "en")
        return texts[_LANGUAGES.index(language)].format(word=word.content if isinstance(word, Text) else "")
    if texts is None or _is_word(solution.answer):
        return ""
    shown = {**_shown(_value(solution.answer), solution.answer, language), **_given(solution.problem, language)}
    return texts[_LANGUAGES.index(language)].format(**shown)


def _several(solution: Solution, language: str) -> str:
    """Return the answers to a question for several quantities, one after the other."""
    names = solution.problem.quantity.split(AND)
    items = solution.answer.items if isinstance(solution.answer, Row) else ()
    relations = [item for item in items if isinstance(item, Relation)]
    values = [item.operands[-1] for item in relations]
    if len(values) != len(names) or any(map(_is_word, values)):
        return ""
    known = [found for name, value in zip(names, values, strict=True) if (found := _texts(name, value))]
    if len(known) != len(names):
        return ""
    place = _LANGUAGES.index(language)
    parts = [
        texts[place].format(**_shown(value, _equation(item), language)).rstrip(".।")
        for texts, item, value in zip(known, relations, values, strict=True)
    ]
    if language == "hi":
        return f"{' और '.join(parts)}।"
    rest = [part[:1].lower() + part[1:] for part in parts[1:]]
    return f"{' and '.join((parts[0], *rest))}."


def _equation(named: Relation) -> Expr:
    """Return `y = 2x - 4` of `tangent y = 2x - 4`."""
    name, value = named.operands[0], named.operands[-1]
    letter = name.content[-1:] if isinstance(name, Text) and name.content[-2:] in (" x", " y") else ""
    return Relation((Symbol(letter), value), ("=",)) if letter else value


def _shown(value: Expr, whole: Expr, language: str) -> dict[str, str]:
    """Return what stands for the gaps of the sentences."""
    about = telling.about(value, language) if _is_number(value) else ""
    return {
        "answer": f"${to_latex(value)}${about}",
        "decimal": f"${to_latex(_decimal(value))}${about}",
        "equation": f"${to_latex(whole)}$",
    }


def _texts(name: str, answer: Expr) -> tuple[str, str] | None:
    """Return the sentences for an answer, those for several things where it is several."""
    return (_table().get(f"{name}, several") if isinstance(answer, Row) else None) or _table().get(name)


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {name: (texts[0], texts[1]) for name, texts in read_table(__package__, "data", "answers.toml").items()}


def _is_word(tree: Expr) -> bool:
    return isinstance(tree, Text) or tree == Symbol("emptyset")


def _is_number(tree: Expr) -> bool:
    """Tell whether a tree is a number as it can be read off a ruler: no letters, signs of angles or several parts."""
    return all(isinstance(node, _NUMERIC) for node in tree.walk()) and all(
        node.name == "pi" for node in tree.walk() if isinstance(node, Symbol)
    )


def _value(tree: Expr) -> Expr:
    """Return what the letter of a formula comes to, `79` of `t = 79`, any other answer as it is."""
    match tree:
        case Relation((Symbol(), value), ("=",)):
            return value
    return tree


def _decimal(tree: Expr) -> Expr:
    """Return a fraction as a decimal where that ends soon, any other value as it is."""
    number = rational_value(tree) if isinstance(tree, (Quotient, Neg, Number)) else None
    if number is None or number.denominator == 1:
        return tree
    for places in range(1, _MOST_PLACES + 1):
        if (number * 10**places).denominator == 1:
            digits = Number(f"{float(abs(number)):.{places}f}")
            return Neg(digits) if number < 0 else digits
    return tree


def _given(problem: Problem, language: str) -> dict[str, str]:
    """Return the numbers a recipe was given, by their letters; `nth` is n as an ordinal."""
    recipe = recipes().get(problem.quantity)
    if recipe is None or len(recipe.given) != len(problem.expressions):
        return {}
    found = {letter: f"${to_latex(tree)}$" for letter, tree in zip(recipe.given, problem.expressions, strict=True)}
    n = dict(zip(recipe.given, problem.expressions, strict=True)).get("n")
    return {**found, "nth": _ordinal(n, language)} if n is not None and not isinstance(n, Sequence) else found


def _ordinal(tree: Expr, language: str) -> str:
    if not isinstance(tree, Number) or not tree.digits.isdecimal():
        return f"${to_latex(tree)}$th" if language == "en" else f"${to_latex(tree)}$वाँ"
    if language == "hi":
        return f"{tree.digits}वाँ"
    return ordinal(int(tree.digits))
