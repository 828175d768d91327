"""Answers in what a pupil says: offered as such, bare, or together with their problem."""

from __future__ import annotations

import re

from tutor_cli.errors import MathsError
from tutor_cli.local_model.mind.utterance.mathematics import holds
from tutor_cli.local_model.mind.utterance.words import Token, is_filler, tokens
from tutor_cli.maths.expr import Add, Expr, Relation, Root, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import find_spans

# "I solved 2x + 3 = 11 and got 4": a problem, then an answer to it.
_PROBLEM_AND_ANSWER = re.compile(
    r"(?P<problem>[^,;]{0,200}\d[^,;]{0,200}?)[,;.]?\s+(?:(?:and|so|then|but)\s+)?"
    r"(?:(?<!do )(?<!did )(?<!will )(?<!would )(?<!can )(?<!should )"
    r"i\s+(?:got|get|found|think)|my answer is|the answer is)\s+(?P<answer>.*\w.*)",
    re.IGNORECASE,
)
# "Is x = 4 a solution of 2x + 3 = 11?" and, about the problem we are on, "is (x-3)(x-4) right?".
_ANSWER_TO_PROBLEM = re.compile(
    r"\s*is\s+(?P<answer>.{1,100}?)\s+(?:a|the)\s+(?:solution|root|answer)\s+(?:of|to|for)\s+(?P<problem>.*\w.*)",
    re.IGNORECASE,
)
_AROUND_ANSWER = re.compile(
    r"^(?:[\s,:;.?!]|(?:so|is|are|it|its|it's|that|the answer|answer|kya|karo|ki|hai)\b|क्या|है|कि)+"
    r"|(?:[\s,:;.?!]|\b(?:right|correct|true|the answer|the solution|na|hai|hain|kya|sahi|aaya|mila)"
    r"|है|हैं|क्या|सही|आया|मिला|ना)+$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<=\d)\s+(?:(?:और|aur|या|ya)\s+(?=-?\d|[a-z]\s*=)|(?=[a-z]\s*=))", re.IGNORECASE)
# "100 - 36", "half of 90"
_COMPUTES = re.compile(r"[+*^√∫<>×]|\d\s*[-−]|\bof\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def with_problem(text: str) -> tuple[str, str] | None:
    """Return a problem and the answer offered to it, where a text holds both."""
    found = _PROBLEM_AND_ANSWER.match(text) or _ANSWER_TO_PROBLEM.match(text)
    return (found["problem"], answer_in(found["answer"])) if found else None


def answer_in(text: str) -> str:
    """Return the answer without the words around it: "is it 4, right?" offers "4"."""
    return _JOINED.sub(" or ", _AROUND_ANSWER.sub("", text))


def is_formula(text: str) -> bool:
    """Tell whether the text is a formula as it is written."""
    try:
        parse(text)
    except MathsError:
        return False
    return True


def is_value(text: str) -> bool:
    """Tell whether the text is a value and nothing else: "4", "x = 4", "three or minus two"."""
    words = [word for word in tokens(text) if not is_filler(word)]
    if not (_DIGIT.search(text) or holds(words, "numbers")):
        return False
    if _COMPUTES.search(text):
        return False
    return all(_is_value_word(word) for word in words) and not any(
        _is_to_work_out(span.expr) for span in find_spans(text)
    )


def _is_to_work_out(formula: Expr) -> bool:
    """Tell whether the formula is a problem, as "17 plus 25" and "2x plus 3 equals 11" are, and no value."""
    if isinstance(formula, Relation):
        return not any(isinstance(side, Symbol) for side in formula.operands)
    return isinstance(formula, Add) and not any(isinstance(part, Symbol | Root) for part in formula.walk())


def _is_number(word: Token) -> bool:
    return word.plain.isdecimal() or holds([word], "numbers")


def _is_value_word(word: Token) -> bool:
    return _is_number(word) or holds([word], "answer_words")
