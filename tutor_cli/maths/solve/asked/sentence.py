"""A question taken apart: its formulas, and the words with a mark in the place of each.

Typed formulas are read as typed maths, whatever words stand around them; spoken ones by `maths.spoken`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor_cli.errors import MathsError
from tutor_cli.maths.expr import Expr, Group, Symbol
from tutor_cli.maths.parse import parse
from tutor_cli.maths.parse.names import FUNCTION_ALIASES, FUNCTIONS, GREEK
from tutor_cli.maths.solve.asked.kinds import as_events, kinds, sign
from tutor_cli.maths.solve.formulas import has_words
from tutor_cli.maths.spoken import find_spans

# Longer texts are stories.
_LONGEST = 300
_NOUNS = frozenset(("max", "min", "det", "gcd", "lcm", "hcf", "deg", "arg", "dim", "rank", "mod", "lim", "inf", "sup"))
_NAMES = frozenset(name.lower() for name in (*FUNCTIONS, *FUNCTION_ALIASES, *GREEK, "sqrt", "cbrt")) - _NOUNS
_SHORT_WORDS = frozenset((
    "of", "is", "to", "in", "on", "at", "by", "if", "as", "it", "do", "or", "an", "be", "me", "my", "we", "so", "up",
    "no", "us", "cm", "km", "mm", "kg", "ml", "rs", "th", "nd", "rd", "st", "go",
))  # fmt: skip
_TOKEN = re.compile(
    r"(?P<latex>\\[A-Za-z]+)|(?P<number>\d+(?:\.\d+)?(?:\.\.+|…)?)|(?P<word>[A-Za-z]+)|(?P<greek>[α-ωΔΣ])"
    r"|(?P<sign>->|<=|>=|!=|[-+−–*/·×÷^=<>≤≥≠|!()\[\]{}°%√∛π∞∪∩_'²³⁴⁻¹₀-₉,:→])"
)
_OPEN, _CLOSE = "([{", ")]}"
_BEGINS, _ENDS = frozenset("([{|√∛-−–+\\"), frozenset(")]}|!°%²³⁴¹'π∞₀₁₂₃₄₅₆₇₈₉")
_SPOKEN = re.compile(
    r"\b(?:squared?|cubed?|plus|minus|times|over|root|equals?|power|upon|divided by|half|third|quarters?|point"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b (?!numbers|points|vectors|lines|curves|ways))\b",
    re.IGNORECASE,
)
# Words that name what is asked and would else be taken for a part of the spoken formula behind them.
_ASKING_NOUNS = re.compile(
    r"\b(?:max\w*|min(?!us)\w*|[hlg]c[mfd]|determinant|modulus|magnitude|argument|conjugate|inverse|derivative"
    r"|square root|limit|integral|degree|coefficient|angle|range|mean|sum|product|difference|point(?= of| on|s))\b",
    re.IGNORECASE,
)
# How far signs stand from the letter they join.
_REACH = 10
_FUNCTION = r"(?:sin|cos|tan|cot|sec|cosec|csc|log|ln|sqrt|theta)"
_JOINS_AFTER = re.compile(r"[(_²³']|\s*[-+=<>≤≥∪∩^*/|)]", re.IGNORECASE)
_JOINS_BEFORE = re.compile(rf"[-+=<>≤≥∪∩^*/|(]\s*$|\d$|{_FUNCTION} ?(?:\^\s?)?\d*\s?$", re.IGNORECASE)
# Letters that are no words, so that a space does not part them from a number: 3 x, x sin x.
_LETTER = frozenset("xyzntpqkmruv")
_BESIDE_AFTER = re.compile(rf"\s{_FUNCTION}\b", re.IGNORECASE)
_BESIDE_BEFORE = re.compile(r"[\d)]\s$")
# f o g, (f o g)(x) and f ∘ g
_COMPOSED = re.compile(r"\(?\b([fgh])\s?(?:o|∘)\s?([fgh])\b\)?(?:\s?\(x\))?")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DIGIT = re.compile(rf"\b({'|'.join(_COUNTS)})(?=[- ]digit)", re.IGNORECASE)
_EVENT = re.compile(r"\b([nP])\(\s*([A-Z])\s+(and|or|union|intersection)\s+([A-Z])\s*\)")
_JOINS = {"and": "∩", "or": "∪", "union": "∪", "intersection": "∩"}
_NOT = re.compile(r"\b(?:P\(not |probability of not |probability that not )([A-Z])\b\)?")
_UNION = re.compile(r"(?<=\}) (union|intersection) (?=\{)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a question, `find the slope of ⟨0⟩`, with the signs of the kinds in each mark, and its formulas."""

    words: str
    trees: tuple[Expr, ...]


def take_apart(text: str) -> Sentence | None:
    """Return the formulas and words of a question; None for what is too long or holds a formula nobody can read."""
    if len(text) > _LONGEST:
        return None
    text = _with_signs(text)
    trees: list[Expr] = []
    words, done = "", 0
    for start, end in sorted(_places(text)):
        if start < done:
            continue
        tree = _read(text[start:end])
        if tree is None:
            return None
        words += text[done:start] + f"⟨{len(trees)}{''.join(map(sign, kinds(tree)))}⟩"
        trees.append(tree)
        done = end
    return Sentence((words + text[done:]).strip(), tuple(trees))


def _with_signs(text: str) -> str:
    """Return the text with events and sets joined by signs: P(A and B) is P(A ∩ B), P(not A) is P(A')."""
    text = _EVENT.sub(lambda found: f"{found[1]}({found[2]} {_JOINS[found[3]]} {found[4]})", text)
    text = _COMPOSED.sub(r"\1o\2", text)
    text = _DIGIT.sub(lambda found: str(_COUNTS[found[1].lower()]), text)
    text = _NOT.sub(lambda found: f"P({found[1]}')", text)
    return _UNION.sub(lambda found: f" {_JOINS[found[1].lower()]} ", text)


def _read(source: str) -> Expr | None:
    if has_words(source):
        spans = find_spans(source)
        return spans[0].expr if spans else None
    try:
        tree = parse(source)
    except MathsError:
        return None
    return as_events(tree.body if isinstance(tree, Group) and not isinstance(tree.body, Symbol) else tree)


def _places(text: str) -> list[tuple[int, int]]:
    """Return where the formulas stand: the spoken ones, and the typed ones that are no part of these."""
    masked = _ASKING_NOUNS.sub(lambda found: "w" * len(found.group()), text)
    spoken = [(span.start, span.end) for span in find_spans(masked)] if _SPOKEN.search(masked) else []
    said = [(start, end) for start, end in spoken if has_words(text[start:end])]
    typed = [place for place in _typed(text) if not any(start < place[1] and place[0] < end for start, end in said)]
    return said + typed


def _typed(text: str) -> Iterator[tuple[int, int]]:
    run: list[re.Match[str]] = []
    depth = 0
    for token in _TOKEN.finditer(text):
        apart = bool(run) and text[run[-1].end() : token.start()].strip(" ") != ""
        parting = token["sign"] in (",", ":") and depth == 0 and not _between_digits(text, token)
        word = _is_word(token, text, inside=depth > 0)
        if apart or parting or word:
            yield from _trimmed(run)
            run, depth = [], 0
        if not parting and not word:
            run.append(token)
            depth += (token["sign"] or "x") in _OPEN
            depth -= (token["sign"] or "x") in _CLOSE
    yield from _trimmed(run)


def _between_digits(text: str, token: re.Match[str]) -> bool:
    """Tell whether a colon stands in a ratio, 2:3 or 2 : 3."""
    before, after = text[: token.start()].rstrip(), text[token.end() :].lstrip()
    return token["sign"] == ":" and before[-1:].isdigit() and after[:1].isdigit()


def _is_word(token: re.Match[str], text: str, *, inside: bool) -> bool:
    """Tell whether a token is a word, not a name or a product of letters; `inside` brackets letters are names."""
    word = token["word"]
    if word is None or word.lower() in _NAMES:
        return False
    before, after = text[max(0, token.start() - _REACH) : token.start()], text[token.end() : token.end() + _REACH]
    if len(word) == 1:
        beside = word in _LETTER and (_BESIDE_AFTER.match(after) or _BESIDE_BEFORE.search(before))
        return not (inside or beside or _JOINS_AFTER.match(after) or _JOINS_BEFORE.search(before))
    short = len(word) == 2 and word.lower() not in _SHORT_WORDS
    glued = before[-1:].isdigit() or before[-1:] in tuple("+-−*/^=(") or after[:1] in tuple("^+-*/=")
    return not short and not (len(word) == 3 and glued)


def _trimmed(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Return the run without signs that lead nowhere; nothing for a letter alone."""
    while run and run[-1]["sign"] and run[-1]["sign"] not in _ENDS:
        run = run[:-1]
    while run and run[0]["sign"] and run[0]["sign"] not in _BEGINS:
        run = run[1:]
    telling = any(token["sign"] or token["number"] or token["latex"] for token in run)
    named = any(token["word"] and token["word"].lower() in _NAMES for token in run)
    pi = len(run) == 1 and run[0].group().lower() in ("pi", "π")
    if run and (telling or pi or (named and len(run) > 1)):
        yield run[0].start(), run[-1].end()
