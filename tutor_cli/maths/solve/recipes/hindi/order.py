"""A Hindi question in the order of English: the verb first, "of" and the other prepositions before their nouns.

Hindi says "A ka B" for B of A, "A ko B se bhag do" for divide A by B, "us A ka B nikalo jiska ..." for find B of the A
whose ...: owners, objects and clauses stand before what they belong to, and the verb comes last. So every clause is
read from the left, noun by noun; a postposition closes the noun before it, and the verb says how they are put together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tutor_cli.maths.solve.recipes.hindi.clauses import clauses
from tutor_cli.maths.solve.recipes.hindi.marking import marked
from tutor_cli.maths.solve.recipes.hindi.saying import said
from tutor_cli.maths.solve.recipes.hindi.words import is_hindi

_SENTENCE = re.compile(r"(?:(?<!\.)\.(?!\.)|(?<!\d)!|[?;।])+(?:\s+|$)")
# The factors of a number are listed, those of a polynomial are its factorisation.
_FACTORS = re.compile(r"(?:^|\bfind )factors? of (?=[^,.]*(?<![A-Za-z])[a-z](?![A-Za-z]))")
_MARK, _WORD = re.compile(r"@[^@]+@"), re.compile(r"\d+(?:\.\d+)?|[^\W\d_]{2,}")
# These stand for the question, or are put into other words.
_UNSAID = frozenset((
    "kya", "how", "me", "total", "many", "much", "which", "meaning", "its", "find", "what", "later", "first", "ago",
    "add", "subtract", "largest",
    "smallest", "ki", "factors", "factor", "of", "gives", "percentage", "far",
))  # fmt: skip
# "area kitna hoga iska?": what it is asked of comes last.
_AFTERTHOUGHT = ("in it", "from it", "on it")
_ADVERB = re.compile(r"\b(always|never|ever) is\b")
_RATIO = re.compile(r"\bin (?=\d+ ?: ?\d+(?! ?[=:\d]))")


@lru_cache(maxsize=512)
def in_english_order(text: str) -> str:
    """Return a question in Hindi as an English one, words it has no English for left as they are; else nothing."""
    if not is_hindi(text):
        return ""
    source = marked(text)
    sentences = [_sentence(part) for part in _SENTENCE.split(source) if part.strip()]
    written = _FACTORS.sub("factorise ", _RATIO.sub("in the ratio ", ". ".join(filter(None, sentences))))
    written = _ADVERB.sub(r"is \1", written)
    return re.sub(r"\s+", " ", written).strip() if _keeps_all(source, written) else ""


def _keeps_all(source: str, written: str) -> bool:
    """Tell whether no number and no word has been lost."""
    words = set(_WORD.findall(_MARK.sub(" ", source).lower())) - _UNSAID
    return words <= set(_WORD.findall(written.lower()))


def _sentence(text: str) -> str:
    """Return one sentence in the order of English: what is said of a thing stands behind it."""
    written, waiting = "", ""
    for clause, ending in clauses(text):
        clause.is_condition |= ending == "then"
        english = said(clause)
        if english and not clause.verb and written.startswith(("if ", "when ")):
            english = f"find {english}"
        if written.startswith("find ") and english in ("its", "their"):
            written = written.replace("find ", f"find {english} ", 1)
        elif written and english in _AFTERTHOUGHT:
            written = f"{written} {english}"
        elif written and english == "find":
            continue
        elif clause.relative and not written and not english.startswith("when "):
            waiting = english
        elif english.startswith(("whose ", "which ", "if ")):
            written = f"{written} {english}".strip()
        else:
            written = ", ".join(filter(None, (written, f"{english} {waiting}".strip())))
            waiting = ""
    return written
