"""Questions in Hindi: put into English words and the order of English, and read by the readers for that."""

from __future__ import annotations

import re

from tutor_cli.maths.expr import Apply, Number, Postfix, Quotient, Symbol
from tutor_cli.maths.solve.asked.definitions import with_definitions
from tutor_cli.maths.solve.asked.reader import asked_problem
from tutor_cli.maths.solve.heard import percent_asked
from tutor_cli.maths.solve.instructed import instruction, operands
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.problem import WRITTEN_CONSTANTS, Problem
from tutor_cli.maths.solve.properties.reading import property_problem
from tutor_cli.maths.solve.recipes.hindi.marking import is_english
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.rewording import reworded
from tutor_cli.maths.solve.worded import worded_problem
from tutor_cli.maths.spoken import find_spans

# "2 by 3 ko 3 by 4 se divide karo": of two numbers it is a fraction.
_BY = re.compile(r"(?<![\d/.])(\d+) (?:by|upon|bata|बटा) (\d+)(?![\d/.])", re.IGNORECASE)
_FRACTION = re.compile(r"\\frac\{(\d+)\}\{(\d+)\}")
# Who asks how it is done poses it.
_HOW = re.compile(r"^how do you (?:do )?")


def hindi_problem(text: str) -> Problem | None:
    """Return the problem of a question in Hindi; those readers come first to whom every word means something."""
    text = _with_numbers_written(_BY.sub(r"\1/\2", text))
    ordered, words = _HOW.sub("", in_english_order(text)), in_english_words(text)
    english = percent_asked(ordered) or reworded(ordered) or ordered
    if not (english or words):
        return None
    whole = worded_problem(english) if is_english(english) else None
    return _accounted(english) or whole or _told(words) or worded_problem(english) or named_quantity(words)


def _with_numbers_written(text: str) -> str:
    """Return the text with fractions, factorials and ratios of angles that are said in words as they are written."""
    for span in reversed(find_spans(text)):
        letters = any(isinstance(node, Symbol) and node.name != "pi" for node in span.expr.walk())
        if isinstance(span.expr, Quotient | Postfix | Apply) and not letters:
            written = _FRACTION.sub(r"\1/\2", span.latex)
            text = f"{text[: span.start]}{written}{text[span.end :]}"
    return text


def _accounted(english: str) -> Problem | None:
    """Return the problem of a question about formulas, none of whose words is left without a meaning."""
    found = (
        property_problem(with_definitions(english) or english)
        or asked_problem(english)
        or operands(english, "en")
        or instruction(english, "en")
        or (named_quantity(english) if english.startswith(("convert ", "express ", "write ")) else None)
    )
    return None if found is None or (english.startswith("find ") and _only_names(found)) else found


def _told(words: str) -> Problem | None:
    """Return the problem of a story, the words of which are English but stand as in Hindi."""
    if not in_english_words(words) and (asked := percent_asked(words) or words).startswith(("what is ", "convert ")):
        return instruction(asked, "en") or named_quantity(asked)
    return worded_problem(words)


def _only_names(problem: Problem) -> bool:
    """Tell whether there is nothing to work out: "x ki value" and "tan A bhi nikalo" are asked of another problem."""
    tree = problem.expressions[0]
    nodes = list(tree.walk())
    letters = {node.name for node in nodes if isinstance(node, Symbol)} - {*WRITTEN_CONSTANTS}
    computes = not isinstance(tree, Number) and any(isinstance(node, Number) for node in nodes)
    return problem.operation in ("evaluate", "simplify") and (bool(letters) or not computes)
