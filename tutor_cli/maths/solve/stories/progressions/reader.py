"""The problem that a text about a progression poses: by its first term and step, or by equations for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tutor_cli.errors import MathsError
from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.stories.chain import chain
from tutor_cli.maths.solve.stories.progressions.asking import (
    MOST_TERMS,
    NAMES,
    Leading,
    ask_all,
    ask_for,
    ask_term,
    story_of,
    term,
)
from tutor_cli.maths.solve.stories.progressions.facts import Said, Telling, telling


def progression_problem(text: str) -> Problem | None:
    """Return the problem about a progression in a text, or None."""
    found = telling(text)
    if found is None:
        return None
    try:
        return _inserted(found) or _by_first_and_step(found) or _by_equations(found)
    except (MathsError, KeyError, ValueError, ZeroDivisionError):
        return None


# --- the first term and the step are told ----------------------------------------------------------------------------


def _by_first_and_step(found: Telling) -> Problem | None:
    """Return the problem of a progression of which the first term and the step are told, in the shape of a recipe."""
    told = {fact.name: fact.numbers for fact in found.facts}
    if len(found.terms) > 1:
        first, second = found.terms[:2]
        step = second / first if found.geometric else second - first
        known = (str(first), str(step))
    elif "formula" in told:
        known = _first_and_step_of(told.pop("formula")["f"])
    elif {"first", "step"} <= set(told):
        known = (told["first"]["v"], told["step"]["v"])
    else:
        return None
    others = set(told) - {"first", "step", "last"} if not found.terms else set(told) - {"last"}
    if others - {"count"} or len(found.asks) != 1:
        return None
    (ask,) = found.asks
    return _asked_of(found, ask, known, told)


def _first_and_step_of(formula: str) -> tuple[str, str]:
    """Return the first term and the step of `3 + 2n`."""
    step = constant = 0
    for part in re.findall(r"[-+]?\d*n|[-+]?\d+", formula.replace(" ", "")):
        number = part.rstrip("n")
        if part.endswith("n"):
            step += int(number if number.strip("+-") else f"{number}1")
        else:
            constant += int(number)
    return str(step + constant), str(step)


def _asked_of(found: Telling, ask: Said, known: tuple[str, str], told: dict[str, dict[str, str]]) -> Problem | None:
    kind = "gp" if found.geometric else "ap"
    last, count = told.get("last", {}).get("v"), told.get("count", {}).get("n")
    wanted = {
        "term": (f"{kind}_term", ask.numbers.get("n")),
        "sum": (f"{kind}_sum", ask.numbers.get("n")),
        "which term": (f"{kind}_which_term", ask.numbers.get("v")),
        "first above": (f"{kind}_first_past", _passed(found, known, ask.numbers.get("v"), rising=True)),
        "first below": (f"{kind}_first_past", _passed(found, known, ask.numbers.get("v"), rising=False)),
        "first negative": (f"{kind}_first_past", _passed(found, known, "0", rising=False)),
        "count for sum": (f"{kind}_terms_for_sum", ask.numbers.get("v")),
        "is term": (f"term of a {'geometric ' if found.geometric else ''}progression", ask.numbers.get("v")),
        "count": ("ap_count" if kind == "ap" else "gp_which_term", last),
        "whole sum": (f"{kind}_sum", count),
    }  # fmt: skip
    if found.geometric and not (last or count) and ask.name in ("endless sum", "whole sum"):
        return _recipe("geometric series", known)
    if ask.name == "whole sum" and last and not count:
        return _recipe(f"{kind}_sum_to", (*known, last))
    if ask.name not in wanted or (last and ask.name != "count") or (count and ask.name != "whole sum"):
        return _listing(found, ask, known) if not (last or count) else None
    name, number = wanted[ask.name]
    return _recipe(name, (*known, number)) if number else None


def _passed(found: Telling, known: tuple[str, str], passed: str | None, *, rising: bool) -> str | None:
    """Return the number that the terms pass, or None where they go the other way or are past it from the first."""
    if passed is None:
        return None
    first, step, number = *map(Fraction, known), Fraction(passed)
    grows = (step > 1 and first > 0) if found.geometric else step > 0
    falls = not found.geometric and step < 0
    return passed if (rising and grows and first <= number) or (not rising and falls and first >= number) else None


def _recipe(name: str, numbers: tuple[str, ...]) -> Problem:
    return Problem("quantity", tuple(parse(number, "typed") for number in numbers), quantity=name)


def _listing(found: Telling, ask: Said, known: tuple[str, str]) -> Problem | None:
    """Return the problem of writing down a progression of which the first term and the step are told."""
    if ask.name != "all" or found.terms:
        return None
    step = "r" if found.geometric else "d"
    made = Leading(names={"a": NAMES["a"], step: NAMES[step]})
    ask_all(made, geometric=found.geometric)
    made.asked.remove("a")
    return story_of(made, {"a": known[0], step: known[1]})


# --- equations for them ----------------------------------------------------------------------------------------------


def _by_equations(found: Telling) -> Problem | None:
    made = Leading()
    facts = list(_single(found.facts))
    if found.terms:
        return None
    known: dict[str, str] = {
        name: fact.numbers["v"] for fact in facts for name in [fact.name] if name in ("first", "step")
    }
    ends = {fact.name: fact.numbers for fact in facts if fact.name in ("last", "whole sum", "count")}
    if {"last", "count"} == set(ends) and "first" not in known:
        facts = [_last_asterm(fact, ends["count"]["n"]) for fact in facts if fact.name != "count"]
    elif "last" in ends or "whole sum" in ends:
        return None if found.geometric else _by_ends(found, facts, known)
    solved = _geometric(made, facts, known) if found.geometric else _arithmetic(made, facts)
    if not solved:
        return None
    for ask in found.asks:
        ask_for(made, ask, geometric=found.geometric)
    needed = {letter for line in made.lines for letter in re.findall("[adr]", line.typed)} | set(made.asked)
    return story_of(made, {}) if made.asked and needed <= set(made.names) else None


def _single(facts: list[Said]) -> Iterator[Said]:
    """Yield the facts, those that tell two terms at once one by one."""
    for fact in facts:
        numbers = fact.numbers
        if fact.name == "two terms":
            yield Said("term", {"n": numbers["n"], "v": numbers["v"]}, fact.words)
            yield Said("term", {"n": numbers["m"], "v": numbers["w"]}, fact.words)
        elif fact.name == "ends":
            yield Said("first", {"v": numbers["v"]}, fact.words)
            yield Said("last", {"v": numbers["w"]}, fact.words)
        else:
            yield fact


def _last_asterm(fact: Said, count: str) -> Said:
    return Said("term", {"n": count, "v": fact.numbers["v"]}, fact.words) if fact.name == "last" else fact


def _arithmetic(made: Leading, facts: list[Said]) -> bool:
    """Set up an equation for each fact; tell whether they are as many as the unknowns."""
    for fact in facts:
        number = fact.numbers
        match fact.name:
            case "first":
                left = "a"
            case "step":
                left = "d"
            case "term":
                left = term(number["n"])
            case "sum":
                left = f"{number['n']}/2 (2a + {int(number['n']) - 1}d)"
            case "sum of two":
                left = f"({term(number['n'])}) + ({term(number['m'])})"
            case "difference of two":
                left = f"{int(number['n']) - int(number['m'])}d"
            case _:
                return False
        made.equations.append(Line("", f"{left} = {number['v']}", "story.said", fact.words.strip(" .,")))
    letters = {letter for line in made.equations for letter in re.findall("[ad]", line.typed)}
    made.names |= {letter: NAMES[letter] for letter in sorted(letters)}
    return len(made.equations) == len(letters)


def _geometric(made: Leading, facts: list[Said], known: dict[str, str]) -> bool:
    """Divide the later of two terms by the earlier: that is a power of the ratio, of which one root has to be real."""
    terms = [(fact.numbers.get("n", "1"), fact.numbers["v"]) for fact in facts if fact.name in ("first", "term")]
    if len(facts) != 2 or not terms or len(terms) + ("step" in known) != 2:
        return False
    terms.sort(key=lambda term: int(term[0]))
    (i, first), (j, second) = terms[0], terms[-1]
    words = " and ".join(fact.words.strip(" .,") for fact in facts)
    if "step" in known:
        made.equations.append(Line("", f"r = {known['step']}", "story.said", words))
    else:
        power = int(j) - int(i)
        if power % 2 == 0 or power == 0:
            return False
        quotient = Fraction(second) / Fraction(first)
        made.equations.append(
            Line("", f"r^{power} = {quotient}" if power > 1 else f"r = {quotient}", "story.divided", words)
        )
    made.names |= {"a": NAMES["a"], "r": NAMES["r"]}
    made.lines.append(Line("a", first if i == "1" else f"{first}/r^{int(i) - 1}", "story.first_term"))
    return True


def _by_ends(found: Telling, facts: list[Said], known: dict[str, str]) -> Problem | None:
    """Return the problem of an AP with a last term, whose number of terms, step or sum is asked."""
    letters = {"first": "a", "step": "d", "last": "l", "count": "n", "whole sum": "S"}
    if any(fact.name not in letters for fact in facts):
        return None
    values = {letters[fact.name]: fact.numbers.get("v") or fact.numbers["n"] for fact in facts}
    names = {**NAMES, "l": ("last term", "अंतिम पद")}
    asked = {"count": "n", "step": "d", "whole sum": "S", "first": "a"}
    wanted = [asked[ask.name] for ask in found.asks if ask.name in asked]
    if len(wanted) != len(found.asks):
        return None
    used = chain(_OF_ENDS, values, tuple(wanted))
    if used is None or set(wanted) & set(values):
        return None
    lines = [Line(form.letter, form.typed, form.id) for form in used]
    have = {*values, *(line.letter for line in lines)}
    story = Story(
        tuple(values), tuple(wanted), tuple(lines), names=tuple((letter, *names[letter]) for letter in sorted(have)),
        positive=False,
    )  # fmt: skip
    trees = tuple(parse(value, "typed") for value in values.values())
    return Problem("quantity", trees, quantity="story", story=story)


class _Formula(NamedTuple):
    """A formula for a letter of an AP with an end, and the id of its sentence."""

    letter: str
    typed: str
    needs: frozenset[str]
    id: str


_OF_ENDS = (
    _Formula("n", "2 S/(a + l)", frozenset("alS"), "story.terms_of_sum"),
    _Formula("n", "(l - a)/d + 1", frozenset("ald"), "story.terms_to_last"),
    _Formula("d", "(l - a)/(n - 1)", frozenset("aln"), "story.step_to_last"),
    _Formula("a", "l - (n - 1)d", frozenset("ldn"), "story.first_from_last"),
    _Formula("S", "n/2 (a + l)", frozenset("aln"), "story.sum_of_ends"),
)


# --- numbers put between two -----------------------------------------------------------------------------------------


def _inserted(found: Telling) -> Problem | None:
    """Return the problem of putting means between two numbers."""
    if len(found.asks) != 1 or found.asks[0].name != "insert" or found.facts or found.terms:
        return None
    numbers = found.asks[0].numbers
    count = int(numbers["n"])
    if not 1 <= count <= MOST_TERMS:
        return None
    facts = [
        Said("term", {"n": "1", "v": numbers["v"]}, found.asks[0].words),
        Said("term", {"n": str(count + 2), "v": numbers["w"]}, found.asks[0].words),
    ]
    made = Leading()
    if not (_geometric(made, facts, {}) if found.geometric else _arithmetic(made, facts)):
        return None
    for number in range(2, count + 2):
        ask_term(made, number, geometric=found.geometric)
    return story_of(made, {})
