"""Problems about figures: from what a text tells to what it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.figures.asking import asked
from tutor_cli.maths.solve.figures.cast import Cast, cast_of
from tutor_cli.maths.solve.figures.joining import Situation, situation
from tutor_cli.maths.solve.figures.table import Form, Quantity, figure_called, quantities
from tutor_cli.maths.solve.figures.words import Token, tokens
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories import units
from tutor_cli.maths.solve.stories.asked import unit
from tutor_cli.maths.solve.stories.chain import chain
from tutor_cli.maths.solve.stories.measures import COMPARED, measures
from tutor_cli.maths.solve.stories.reader import PI, pi_value

# What any figure of a kind has is a formula, not a quantity of this one.
_OF_ANY = re.compile(r"\b(?:of|in|for) (?:an?|any|every|each) [a-z]+\W*$", re.IGNORECASE)
# "And with the wall?" says so little that it asks for what was asked before.
_FEW = 4
_SUPPOSES = re.compile(r"\b(?:if|suppose|agar|yadi)\b|अगर|यदि", re.IGNORECASE)
# Whether something is so is answered by no quantity.
_YES_OR_NO = re.compile(
    r"(?:is|are|was|were|does|do|did|will|can|could)\b(?! (?:you|we|i|u)\b)"
    r"|kya\b(?! (?:hai|hoga|hogi)\b)|क्या(?! (?:है|होगा|होगी))",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\W*(?:(?:and|so|ok|okay|now|then|but|also|aur|ab|और|अब)\W+)+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=256)
def figure_problem(text: str) -> Problem | None:
    """Return the problem about figures that a text poses, or None: every number and every asking word has its place."""
    said = tokens(text)
    cast = cast_in(text)
    if cast is None or any(COMPARED.match(text, item.end) for item in measures(text)):
        return None
    made = situation(cast, said)
    question = _question(said, cast)
    cast.asks_price = any(token.measure in cast.rates for token in question if token.measure)
    pi = PI.search(told(text))
    return _problem(made, asked(made, question), unit(told(text)), pi_value(pi["value"]) if pi else "")


def _question(said: Sequence[Token], cast: Cast) -> list[Token]:
    """Return the words that ask, without those beside numbers: behind "now" what was asked before is done."""
    anew = max((token.sentence for token in said if token.word == "now"), default=0)
    last = max(token.sentence for token in said)
    asking = {token.sentence for token in said if token.asks and token.sentence >= anew} or {last}
    if anew:
        asking = {token.sentence for token in said if token.sentence >= anew}
    question = [token for index, token in enumerate(said) if token.sentence in asking and index not in cast.used]
    if any(figure_called(token.word) for token in question):
        return question
    # "A sector of 60 degrees is fenced off, what is its area?"
    return question + [token for token in said if token.sentence == min(asking) - 1 and _is_part(token.word)]


def _is_part(word: str) -> bool:
    figure = figure_called(word)
    return figure is not None and bool(figure.parts_of)


def asked_further(question: str, problem: str, last: str) -> str:
    """Return a problem about figures with another question put to it, or nothing where that has no meaning there.

    A question that names only a figure, "and of the circle?", asks for what was asked `last`.
    """
    if not cast_in(problem) or _OF_ANY.search(_without_lead(question)) or _YES_OR_NO.match(_without_lead(question)):
        return ""
    told = problem.strip(" ?.!।")
    asked = _without_lead(question)
    short = asked != question and len(asked.split()) <= _FEW
    again = last and not _SUPPOSES.search(asked) and (short or names_figure_of(question, problem))
    for version in (asked, f"{last} {asked}") if again else (asked,):
        if figure_problem(posed := f"{told}. Now {version}"):
            return posed
    return ""


def cast_in(text: str) -> Cast | None:
    """Return the figures of a text with their measures, or None."""
    said = tokens(text)
    return cast_of(said) if said else None


def names_figure_of(question: str, problem: str) -> bool:
    """Tell whether a question names a figure that a problem is about."""
    cast = cast_in(problem)
    nouns = {noun for member in (cast.members if cast else ()) for noun in member.figure.nouns}
    return not nouns.isdisjoint(token.word for token in tokens(question))


def _without_lead(question: str) -> str:
    return _LEAD.sub("", question)


def _problem(made: Situation, wanted: tuple[str, ...], in_unit: str, pi: str) -> Problem | None:
    base = units.base([*made.cast.values.values(), *made.cast.rates, *filter(None, (made.cast.whole,))])
    known = _values(made, base)
    used = chain(made.forms, known, wanted)
    if not wanted or not known or used is None:
        return None
    lines = [Line(form.letter, form.typed, *_sentence(made, form)) for form in used]
    needed = set(wanted).union(*(form.needs for form in used))
    # That each angle is 60 degrees needs nothing that is given.
    values = {letter: value for letter, value in known.items() if letter in needed} or known
    letters = (*values, *(line.letter for line in lines))
    if pi and any("pi" in form.typed for form in used):
        values["pi"] = pi
    names = {letter: _names(made, letter) for letter in letters}
    kinds = {letter: base.unit(_quantity(made, letter).kind) for letter in letters}
    if len(wanted) == 1 and (factor := units.factor(kinds[wanted[0]], in_unit)):
        found = made.fresh(made.named[wanted[0]].quantity)
        lines.append(Line(found, f"{factor} {wanted[0]}", "story.in_unit"))
        names[found], kinds[found], wanted = names[wanted[0]], in_unit, (found,)
    story = Story(
        tuple(values), wanted, tuple(lines), names=tuple((letter, *both) for letter, both in names.items()),
        units=tuple((letter, name) for letter, name in kinds.items() if name),
    )  # fmt: skip
    return Problem("quantity", tuple(parse(value, "typed") for value in values.values()), quantity="story", story=story)


def _values(made: Situation, base: units.Base) -> dict[str, str]:
    """Return the values given, by letter; none where two are given for the same letter, or one for no letter."""
    given = [(made.letters[place], units.value(item, base)) for place, item in made.cast.values.items()]
    if made.cast.whole:
        given.append((made.of_whole("height"), units.value(made.cast.whole, base)))
    if price := made.of_whole("price"):
        given.append((price, made.cast.rates[-1].value))
    values = dict(given)
    return values if "" not in values and set(given) == set(values.items()) else {}


def _quantity(made: Situation, letter: str) -> Quantity:
    return quantities()[made.named[letter].quantity]


def _names(made: Situation, letter: str) -> tuple[str, str]:
    """Return how a quantity is called in English and Hindi; with its figure where there are several."""
    quantity, member = _quantity(made, letter), made.named[letter].member
    hi = quantity.hi.partition(" ")[2]
    if member is None and made.manner == "ontop" and quantity.name not in ("price", "cost", "howmany"):
        return f"total {quantity.en.removeprefix('total ')}", f"कुल {hi.removeprefix('कुल ')}"
    if member is None or len(made.mains) < 2:
        return quantity.en, hi
    small, chota = ("small ", "छोटे ") if member.small else ("", "")
    return f"{quantity.en} of the {small}{member.figure.en}", f"{chota}{member.figure.oblique} {quantity.hi}"


def _sentence(made: Situation, form: Form) -> tuple[str, str, str]:
    """Return the id of the sentence of a formula, and the words it quotes in English and Hindi."""
    quantity, member = _quantity(made, form.letter), made.named[form.letter].member
    en, hi = _names(made, form.letter)
    if member is not None and " of the " not in en:
        en, hi = f"{en} of the {member.figure.en}", f"{member.figure.oblique} {quantity.hi}"
    return f"story.of_{form.of}.{quantity.name}", f"The {en}", hi
