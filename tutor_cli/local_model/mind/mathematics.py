"""What an utterance holds of maths: a problem, an answer or a bare value; reading it exactly is left to the solver."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.words import Token, is_english, is_filler, tokens
from tutor_cli.maths.expr import Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans

_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[=+*/^√∫<>≤≥×÷%²³|]|\\[a-zA-Z]+|[a-z0-9)]\s*[-−]\s*[a-z0-9(]|^\s*[-−]\s*\d", re.IGNORECASE)
# The letters people use for unknowns; "a" and "i" are words first.
_LETTERS = frozenset("xyzntpqrsuvkmbce")
_AROUND_ANSWER = re.compile(
    r"^(?:[\s,:;.?!]|(?:so|is|are|it|its|it's|that|the answer|answer|kya|karo|ki|hai)\b|क्या|है|कि)+"
    r"|(?:[\s,:;.?!]|\b(?:right|correct|true|the answer|the solution|na|hai|hain|kya|sahi|aaya|mila)"
    r"|है|हैं|क्या|सही|आया|मिला|ना)+$",
    re.IGNORECASE,
)
_LONGEST_ANSWER = 12
# Reading formulas costs time; nobody says a formula behind so many characters.
_LONGEST_READ = 400


def looks_like_maths(text: str) -> bool:
    """Tell whether there is a quantity and something that is to be done with it."""
    if not has_quantity(text):
        return False
    return has_joint(text) or has_command(text) or has_formula(text)


def has_formula(text: str) -> bool:
    """Tell whether the text holds a formula, written or spoken."""
    return bool(find_spans(text[:_LONGEST_READ]))


def has_quantity(text: str) -> bool:
    """Tell whether there is a digit, a number word, a function or a lone letter that stands for a number."""
    return _DIGIT.search(text) is not None or bool(quantities(text))


def has_own_maths(text: str) -> bool:
    """Tell whether the text gives numbers or a formula, and does not just name an unknown ("what was x?")."""
    return _DIGIT.search(text) is not None or has_formula(text)


def numeric_statement(text: str) -> tuple[str, str] | None:
    """Return the sides of an equation between numbers that the text states, "sixty plus forty equals one hundred"."""
    spans = find_spans(text[:_LONGEST_READ])
    match spans[0].expr if len(spans) == 1 else None:
        case Relation((left, right), ("=",)) as equation if not any(
            isinstance(node, Symbol) for node in equation.walk()
        ):
            return to_latex(left), to_latex(right)
    return None


def has_number_word(text: str) -> bool:
    """Tell whether the text holds a number in words."""
    return _holds(tokens(text), "numbers")


def has_command(text: str) -> bool:
    """Tell whether the text names something to work out."""
    return _holds(tokens(text), "commands")


def commands(text: str) -> list[Token]:
    """Return the words that name something to work out."""
    return [word for word in tokens(text) if _holds([word], "commands")]


def quantities(text: str) -> list[Token]:
    """Return the words that are numbers, unknowns or functions."""
    return [word for word in tokens(text) if _is_quantity(word)]


def has_joint(text: str) -> bool:
    """Tell whether the text joins quantities in words or signs."""
    return _SIGN.search(text) is not None or _holds(tokens(text), "joints")


def is_request(text: str) -> bool:
    """Tell whether the text asks for something rather than answers."""
    words = [word for word in tokens(text) if not is_filler(word)]
    english, sounds = _cues("requests")
    return bool(words) and (
        words[0].plain in english or any(word.sound in sounds and not is_english(word) for word in words)
    )


def may_be_answer(text: str) -> bool:
    """Tell whether the text could be a pupil's answer: short, with a quantity, and not a request."""
    if not has_quantity(text) or is_request(text):
        return False
    words = tokens(text)
    mathematical = sum(_is_quantity(word) or _is_value_word(word) or _holds([word], "joints") for word in words)
    return len(words) <= _LONGEST_ANSWER and 2 * mathematical > len(words)


def answer_in(text: str) -> str:
    """Return the answer without the words around it: "is it 4, right?" offers "4"."""
    return _AROUND_ANSWER.sub("", text)


def is_value(text: str) -> bool:
    """Tell whether the text is a value and nothing else: "4", "x = 4", "three or minus two"."""
    words = [word for word in tokens(text) if not is_filler(word)]
    if not (_DIGIT.search(text) or _holds(words, "numbers")):
        return False
    if re.search(r"[+*^√∫<>×]|\d\s*[-−]", text):
        return False
    return all(_is_value_word(word) for word in words)


def _is_quantity(word: Token) -> bool:
    if _DIGIT.search(word.plain) or word.plain in _LETTERS:
        return True
    return _holds([word], "numbers") or _holds([word], "quantities")


def _is_value_word(word: Token) -> bool:
    return word.plain.isdecimal() or _holds([word], "numbers") or _holds([word], "answer_words")


def _holds(words: list[Token], kind: str) -> bool:
    english, sounds = _cues(kind)
    return any(word.plain in english or (word.sound in sounds and not is_english(word)) for word in words)


@cache
def _cues(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    table = load("cues")[kind]
    return frozenset(table["en"]), frozenset(token.sound for entry in table["hi"] for token in tokens(entry))
