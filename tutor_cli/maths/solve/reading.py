"""What a student typed or said, as a problem: find the request in the words, read the maths between them."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.errors import MathsError
from tutor_cli.maths.chat import spelt_out
from tutor_cli.maths.expr import Relation, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.recurring import with_recurring
from tutor_cli.maths.solve.asked.definitions import with_definitions
from tutor_cli.maths.solve.asked.meaning import asks_more, only_asks
from tutor_cli.maths.solve.asked.named_things import named_question
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.asterisks import without_asterisks
from tutor_cli.maths.solve.by_shape import alone
from tutor_cli.maths.solve.common_logs import means_base_ten
from tutor_cli.maths.solve.formulas import formula, has_words
from tutor_cli.maths.solve.framing import unframed
from tutor_cli.maths.solve.heard import (
    joined_equations,
    percent_asked,
    places_asked,
)
from tutor_cli.maths.solve.in_hindi import hindi_problem
from tutor_cli.maths.solve.instructed import instruction, operands
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.phrases import (
    METHODS,
)
from tutor_cli.maths.solve.problem import WRITTEN_CONSTANTS, Problem
from tutor_cli.maths.solve.properties.reading import property_problem
from tutor_cli.maths.solve.ranges import with_range
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.rewording import reworded
from tutor_cli.maths.solve.school_angles import in_degrees
from tutor_cli.maths.solve.worded import worded_problem
from tutor_cli.maths.spoken import find_spans

# "sin inverse of 1 by 2": the fraction is what it is taken of.
_INVERSE_RATIO = re.compile(
    r"\b(?:(?:inverse |arc ?)(?P<before>sin|cos|tan)e?|(?P<behind>sin|cos|tan)e? inverse) (?:of )?"
    r"(?P<above>-?(?:root |√)?\d+) ?(?:/|by|over|upon|bata|बटा) ?(?P<below>(?:root |√)?\d+)",
    re.IGNORECASE,
)
# "sin pi/6": nobody halves a sine of pi.
_RATIO_OF_PI = re.compile(r"\b(?P<ratio>sin|cos|tan|cot|sec|cosec|csc) (?P<angle>-?\d*(?:pi|π) ?/ ?\d+)", re.IGNORECASE)
# What a list that goes on and on has none of: "the mean of 3, 5, 7, ...".
_OF_WHOLE_LISTS = frozenset(("total", "mean", "median", "mode", "range", "variance", "standard deviation"))
_GOES_ON = re.compile(r"\d,? *(?:\.\.+|…|and so on\b|etc\b)")
# 103 x 107
_TIMES = re.compile(r"(?<=\d) x (?=\d)")


def read_problem(text: str, language: str = "auto") -> Problem:
    """Return the problem in a text: maths alone, or a request in English, Hindi or Hinglish.

    Raises MathsError where there is no maths in it that can be read.
    """
    cleaned = _cleaned(text)
    cleaned = with_range(reworded(cleaned) or cleaned)
    method, cleaned = _method(percent_asked(cleaned) or cleaned)
    for attempt in _ATTEMPTS:
        problem = attempt(cleaned, language)
        if problem is not None and not (problem.quantity in _OF_WHOLE_LISTS and _GOES_ON.search(text)):
            problem = _by_method(problem, method)
            problem = replace(problem, constants=constants_of(problem))
            trees = in_degrees(map(without_asterisks, problem.expressions))
            return replace(problem, expressions=trees, common_logs=means_base_ten(problem))
    raise MathsError("problem_unclear", "I could not find a problem in that.", "Say it like: solve x squared equals 4.")


def _by_method(problem: Problem, method: str) -> Problem:
    """Return the problem to be solved that way; of an expression the square is completed, not an equation solved."""
    if method == "complete_square" and problem.operation in ("simplify", "evaluate"):
        return replace(problem, operation="quantity", quantity="completed square")
    return replace(problem, method=method or problem.method)


def constants_of(problem: Problem) -> tuple[str, ...]:
    """Return the symbols that are numbers: e and π, and i where it stands in numbers without other letters."""
    names = {n.name for tree in problem.expressions for n in tree.walk() if isinstance(n, Symbol)}
    imaginary = "i" in names and names <= {"i", "e", "pi"} and problem.operation in ("evaluate", "simplify")
    return (*WRITTEN_CONSTANTS, "i", "I") if imaginary else WRITTEN_CONSTANTS


def _cleaned(text: str) -> str:
    text = with_recurring(spelt_out(text.replace("$", " ").strip()))
    text = _RATIO_OF_PI.sub(r"\g<ratio>(\g<angle>)", _INVERSE_RATIO.sub(_arc, text))
    plain = unframed(_TIMES.sub(" × ", text))
    return re.sub(r"\s+", " ", plain).rstrip("?.।!, ") if "!" not in plain[-1:] else re.sub(r"\s+", " ", plain)


def _arc(found: re.Match[str]) -> str:
    ratio = f"{found['above']}/{found['below']}".replace("root ", "√")
    return f"arc{found['before'] or found['behind']}({ratio})"


def _method(text: str) -> tuple[str, str]:
    for pattern, name in METHODS:
        found = pattern.search(text)
        if found:
            return name, (text[: found.start()] + " " + text[found.end() :]).strip()
    return "", text


# --- maths without words -------------------------------------------------------------------------------------------


def _maths_alone(text: str, language: str) -> Problem | None:
    if has_words(text):
        return None
    try:
        return alone(parse(text))
    except MathsError:
        return None


# --- requests in words ---------------------------------------------------------------------------------------------


def _property(text: str, language: str) -> Problem | None:
    return property_problem(text)


def _defined(text: str, language: str) -> Problem | None:
    """Read a question about objects that the same text defines: "A = ..., B = ..., find AB"."""
    put_in = with_definitions(text)
    return (property_problem(put_in) or read_problem(put_in, language)) if put_in else None


def _asked(text: str, language: str) -> Problem | None:
    return asked_problem(text)


def _of_named_things(text: str, language: str) -> Problem | None:
    """Read a question about points or vectors that the same text names."""
    put_in = named_question(text)
    return read_problem(put_in, language) if put_in else None


def _asked_in_words(text: str, language: str) -> Problem | None:
    return worded_problem(text)


def _in_hindi(text: str, language: str) -> Problem | None:
    return hindi_problem(text)


def _named(text: str, language: str) -> Problem | None:
    return named_quantity(text)


def rounded_problem(text: str, language: str = "auto") -> Problem | None:
    """Return the problem of a request to round an answer, whatever else is asked, or None."""
    asked = places_asked(text)
    if asked is None:
        return None
    places, rest = asked
    try:
        problem = read_problem(rest, language)
    except MathsError:
        return None
    if problem.operation not in ("evaluate", "simplify"):
        return problem
    return Problem("quantity", (problem.expressions[0], parse(str(places))), quantity="rounded")


def _system(text: str, language: str) -> Problem | None:
    equations = joined_equations(text, language)
    return Problem("solve", equations) if equations else None


def _anything(text: str, language: str) -> Problem | None:
    """Read words that are one formula, or else take the longest maths in the sentence."""
    tree = formula(text, language)
    if tree is None:
        spans = find_spans(text, language)
        if not spans or _means_more(in_english_order(text)):
            return None
        if asks_more(text, spans) and not only_asks(text, spans):
            return None
        tree = parse(max(spans, key=lambda span: len(span.latex)).latex, "latex")
        if isinstance(tree, Relation) and not any(isinstance(node, Symbol) for node in tree.walk()):
            # Of words between the numbers nothing would be left.
            return None
    return alone(tree)


def _means_more(english: str) -> bool:
    """Tell whether a Hindi question, in English, has words beside its one formula that no request has."""
    spans = find_spans(english)
    return bool(english) and (len(spans) > 1 or not only_asks(english, spans))


_ATTEMPTS = (
    *(rounded_problem, _property, _asked, _of_named_things, _defined, _maths_alone, _asked_in_words, _in_hindi, _named),
    *(_system, operands, instruction, _anything),
)
