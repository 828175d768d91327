"""Follow-ups made whole with the words of an earlier problem: "and the sum of 20 terms?", "what if it's 2 years?".

Nothing is computed here. A follow-up becomes a text; only a text that the solver reads as a whole problem, every number
in its place, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from tutor_cli.local_model.mind.subject import accounting
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.exchanging import CHANGES, nouns, other_noun, other_part
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.solve.asked.definitions import with_definitions
from tutor_cli.maths.solve.asked.named_things import named_question
from tutor_cli.maths.solve.in_hindi import hindi_problem
from tutor_cli.maths.solve.named import named_quantity
from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.reading import rounded_problem
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import in_english_words
from tutor_cli.maths.solve.recipes.table import LIST, NUMBER, POINTS
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.changing import asked_anew, in_frame, is_of_other_frame
from tutor_cli.maths.solve.worded import worded_problem
from tutor_cli.maths.spoken import find_spans

_NUMBER = re.compile(NUMBER)
_LAST_IS = re.compile(r"\s+is(?=\s*(?:$|[,.;?]|then\b|and\b|if\b))")
_DIGITS = re.compile(r"\d+")
_OBJECTS = (re.compile(POINTS, re.IGNORECASE), re.compile(LIST, re.IGNORECASE))
_PARTS = re.compile(r"\s+and\s+|[,;.]\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;?!]\s+|,\s+(?=(?:and |then )?(?:find|what|how|calculate)\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;?!]\s+")
# What a question gives for itself, and one whose order is that of Hindi: "son ka find age".
_ASKS_UNDER = re.compile(
    r"^(?:if|with|for|in|at|after|out of)\b[^,]*,? (?:what|how|find|which)\b"
    r"|^[^,]*\b(?:ka|ki|ke|se|me|ko)\b[^,]*\b(?:find|ask)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:and |then |now )?(?:find|what|how|calculate|which|in how many|show)\b", re.IGNORECASE)
# What a follow-up brings into a story beside its numbers: "and if C joins them".
_ADDS = re.compile(
    r"\b(?:joins?|also|another|more|extra|gave|gives?|spen[dt]s?|adds?|compounded|discount|tax|gst)\b", re.IGNORECASE
)
_COMPARES = re.compile(
    r"\bhow much (?:more|less|extra)\b|\bdifference\b|\b(?:profit|gain)\b[^.]*\bor (?:an? )?loss\W*$", re.IGNORECASE
)
_REQUEST = re.compile(r"\b(?:find|what|how|is|which|sum|term|terms|area|volume|of|many|far|long)\b", re.IGNORECASE)
_THIS_LIST = re.compile(r"\b(?:this|the|that) (?:[AG]\.?P\.?|progression|sequence|series)\b", re.IGNORECASE)
_OF_FORMULA = re.compile(r"\b(?:zeros|zeroes|roots|degree|coefficient|remainder|maximum|minimum)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:so|and|ok|okay|now|then|but|hmm|um|umm|also|please|well|what|how about|what about)\s*,?\s+)*"
    r"(?:(?:what|and|but|so)\s+)?(?:if|suppose|about|say)?\s*",
    re.IGNORECASE,
)
NO_REQUEST = re.compile(
    r"^\W*(?:(?:so|but|and|ok|no|hmm|wait)\W+)*(?:why|how did|how do you|explain|i |is that|are you)\b"
    r"|(?<!\w)(?:kab|कब)(?!\w).*(?<!\w)(?:hot[aie]|होत[ाीे])(?!\w)"
    r"|(?<!\w)(?:kyon|kyun|kyu|kyoon|kaise|kese|formula|sutra|matlab|kehte|kahte|paribhasha"
    r"|क्यों|क्यूँ|कैसे|सूत्र|मतलब|कहते|परिभाषा)(?!\w)",
    re.IGNORECASE,
)
_AGREES = re.compile(r"\b(?:it|this|that|them|these|those|its|their|the same|instead|then|now)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|suppose|supposing)\b(?P<what>.*?)(?:,|\bthen\b|$)", re.IGNORECASE)
_REMOVED = re.compile(
    r"\b(?:remov|leave out|leaving out|take out|taking out|without|drop|delet|exclud|omit)\w*"
    r" (?:(?:the|an?|number|value|1(?= \d)) )*(?P<number>-?\d+(?:\.\d+)?)\b",
    re.IGNORECASE,
)
# Questions that ask for nothing.
_IDLE = ("what is that", "how many things")
MOST_WORDS = 16
"""Longer follow-ups are problems of their own."""
_SOURCES = 3


@lru_cache(maxsize=512)
def problem_in(text: str) -> Problem | None:
    """Return the problem in words that the solver reads in the text, or None."""
    found = worded_problem(text) or rounded_problem(text) or _asked_in_hindi(text) or named_quantity(told(text))
    defined = "" if found else with_definitions(text) or named_question(text)
    return found or (Problem("matrix", (), quantity=defined) if defined else None)


def _asked_in_hindi(text: str) -> Problem | None:
    """Return the problem of a Hindi question but for those that ask whether something is so, which are no problems."""
    return None if in_english_order(text).startswith("is ") else hindi_problem(text)


def completed(text: str, sources: Iterable[str]) -> str:
    """Return the problem a follow-up poses about one of the earlier problems, the latest first; else nothing."""
    if NO_REQUEST.match(text) or len(text.split()) > MOST_WORDS:
        return ""
    for source in list(sources)[:_SOURCES]:
        for follow_up, earlier in product(versions(text), versions(source)):
            if found := _completed(follow_up, earlier, source):
                return found
    return ""


def denied_in_vain(candidate: str, follow_up: str, problem: Problem) -> bool:
    """Tell whether a "not" of the follow-up changes nothing: then it was not understood."""
    return accounting.denies(follow_up) and problem_in(accounting.undenied(candidate)) == problem


def _supposed_in_vain(candidate: str, follow_up: str, problem: Problem) -> bool:
    """Tell whether what a follow-up supposes changes nothing: then it was not understood."""
    found = _SUPPOSED.search(follow_up)
    return (
        found is not None
        and found["what"] in candidate
        and problem_in(candidate.replace(found["what"], " ")) == problem
    )


def _completed(follow_up: str, earlier: str, source: str) -> str:
    known = problem_in(source)
    for candidate in _candidates(follow_up, earlier):
        problem = problem_in(candidate)
        if problem is None or problem == known or passes_over(candidate, follow_up, problem):
            continue
        if denied_in_vain(candidate, follow_up, problem) or _supposed_in_vain(candidate, follow_up, problem):
            continue
        if _keeps_numbers(follow_up, problem):
            return candidate
    return ""


def asks_the_same(text: str, source: str) -> bool:
    """Tell whether a question asks for what the problem asks for, in other words."""
    asks = " ".join(part for part in _CLAUSE.split(source) if _ASKS.match(part.strip())).lower().strip(" ?.!")
    words = [word for word in _in_english(text).lower().strip(" ?.!").split() if not is_light(word)]
    if words and set(words) <= set(asks.split()) and nouns(" ".join(words))[-1:] in ([], nouns(asks)[-1:]):
        return True
    known = problem_in(source)
    return known is not None and any(
        problem_in(candidate) == known and not passes_over(candidate, follow_up, known)
        for follow_up in versions(text)
        for candidate in _candidates(follow_up, source)
    )


def versions(text: str) -> tuple[str, ...]:
    """Return a text in English words, and a whole question in Hindi in the order of English, too."""
    return tuple(dict.fromkeys(filter(None, (_in_english(text), in_english_order(text)))))


def passes_over(candidate: str, follow_up: str, problem: Problem) -> bool:
    """Tell whether a problem with a question set behind it is read as if that question were not there."""
    rest = next((rest for rest in _endings(follow_up) if candidate.endswith(f". {rest}")), "")
    before = candidate.removesuffix(rest)
    return bool(rest) and any(problem == problem_in(f"{before}{idle}") for idle in ("", *_IDLE))


def _endings(follow_up: str) -> tuple[str, ...]:
    """Return what of a follow-up may stand behind a problem: without the words that lead to it, too."""
    rest = _LEAD.sub("", follow_up).strip(" ?.!,")
    return follow_up, rest, _AGREES.sub(" ", rest).strip()


def _keeps_numbers(follow_up: str, problem: Problem) -> bool:
    """Tell whether every number of the follow-up is one of the problem's; a story places them all, in its own units."""
    if problem.story is not None:
        return True
    given = {number for tree in problem.expressions for number in _DIGITS.findall(to_latex(tree))}
    return set(_DIGITS.findall(_REMOVED.sub("", told(follow_up)))) <= given


def asking_for(text: str, problem: str) -> str:
    """Return a problem with the quantity that the text names in the place of its own, or the problem itself."""
    asked = _NUMBER.sub(" ", told(_in_english(text)))
    return next((other for other in other_noun(asked, _in_english(problem)) if problem_in(other)), problem)


def _in_english(text: str) -> str:
    """Return a text in English words: a follow-up in Hindi changes a problem in any language, and the other way.

    In Hindi every sentence ends in "is"; it asks for nothing.
    """
    english = in_english_words(text)
    return _LAST_IS.sub("", english) if english else text


def _candidates(text: str, source: str) -> Iterator[str]:
    rest = _LEAD.sub("", text).strip(" ?.!,").replace("that line", "the line")
    if not rest:
        return
    if anew := asked_anew(text, source):
        yield anew
    if not _COMPARES.search(text):
        yield from other_noun(text, source)
    yield from other_part(rest, source)
    yield from _question_about(text if _ASKS.match(text) else rest, source)
    if CHANGES.search(text) and _NUMBER.search(told(rest)) and (_ADDS.search(text) or not in_frame(source)):
        yield f"{source.strip(' ?.!')}. {rest}"


# --- another question about the same -------------------------------------------------------------------------------


def _question_about(rest: str, source: str) -> Iterator[str]:
    """Put what was given before to the new question: the list or points of the source, or its clauses."""
    if not _REQUEST.search(rest):
        return
    question = _AGREES.sub(" ", rest).strip()
    for pattern in _OBJECTS:
        if found := pattern.search(source):
            kind = "AP " if re.search(r"\bA\.?P\b", source) else ("GP " if re.search(r"\bG\.?P\b", source) else "")
            yield _THIS_LIST.sub(f"{kind}{found.group()}", rest)
            yield f"{question} of {kind}{found.group()}"
            yield f"{question} for {found.group()}"
    if _NUMBER.search(told(rest)):
        yield from _with_less_given(rest, source)
    if facts := facts_of(source):
        yield f"{facts}. {rest}"
    yield f"{source.strip(' ?.!')}. {rest}"
    if _OF_FORMULA.search(question):
        for span in find_spans(source):
            yield f"{question} of {span.latex}"
            yield f"{question} in {span.latex}"


def facts_of(source: str) -> str:
    """Return what a problem tells, without what it asks and what is given only for that: "with 500 rupees, how ..."."""
    sentences = [part for part in _SENTENCE.split(source) if part.strip()]
    kept = [part for part in sentences if not _ASKS_UNDER.match(part)] or sentences
    parts = (part.strip(" ?.!") for sentence in kept for part in _CLAUSE.split(sentence))
    return ". ".join(part for part in parts if part and not _ASKS.match(part))


def _with_less_given(rest: str, source: str) -> Iterator[str]:
    """Keep a part of what was given, where a new number takes the place of another: "and for a profit of 15%?".

    Of equations none can be left out, and the part has to be of the same kind of story.
    """
    known = problem_in(source)
    if known is None or known.story is None or not known.story.equations:
        parts = (f"{part.strip(' ?.!')}. {rest}" for part in _PARTS.split(source))
        yield from (part for part in parts if not is_of_other_frame(part, source))
