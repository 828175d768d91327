"""Coming back to earlier problems: "what was the answer of my first question?", "wapas pehle wale pe chalo"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tutor_cli.local_model.mind.conversation import UNANSWERED, Conversation, Exercise
from tutor_cli.local_model.mind.moves import Line, Turn, say
from tutor_cli.local_model.mind.practice import exercises
from tutor_cli.local_model.mind.subject.edits import versions
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import asking, explaining
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.local_model.mind.utterance.mathematics import holds
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

_ORDINAL = r"(?:very )?first|original|1st|second|2nd|third|3rd|fourth|4th|fifth"
_PROBLEM = r"(?:problem|question|sum|exercise|sawaa?l|prashna?|सवाल|प्रश्न)"
_AFTER = r"(?:(?:m|me|mei|mein|p|pe|pr|par|ka|ki|ke|ko|se|में|मे|पर|पे|का|की|के|को|से)(?!\w)|[,.?!]|$)"
# "my first question", "the one before that", "pehle wale pe", "pichle sawal ka"; a radius may be "pehle wali", too.
_REFERS = re.compile(
    rf"\b(?:(?:the|my|our|that) )*(?P<which>{_ORDINAL}|last|previous|earlier) {_PROBLEM}\b"
    r"|\b(?:(?:the|my|our|that) )*(?P<whole>original) (?:equation|inequality|one)\b"
    rf"|\b(?:the|that|my) (?:one|{_PROBLEM}) (?P<before>before)(?: (?:that|this|it)| the last one)?\b"
    r"|(?<!\w)(?:(?:sabse|सबसे) )?(?P<hindi>p[ae]h?l[aei]|पहल[ाेी]|(?:doo?s|dus|tees|tis)re|(?:दूस|तीस)रे"
    r"|pichh?l[aei]|पिछल[ाेी]|aa?kh?i?ri|आखिरी|आख़िरी|(?:us|is)se (?:ph?[ae]h?le)|(?:उस|इस)से पहले)"
    rf" (?:(?:w[ao]l[aei]|वाल[ाेी]) )?(?:{_PROBLEM}(?!\w)|(?<=[ae] )(?={_AFTER})|(?<=[ाेी] )(?={_AFTER}))",
    re.IGNORECASE,
)
# "the first one" may be a solution or a step, unless it is one to return to.
_ONE = re.compile(rf"\b(?:the |that )?(?P<which>{_ORDINAL}|last|previous|earlier|old|other) one\b", re.IGNORECASE)
_RETURNS = re.compile(
    r"\b(?:back|return|again|remember|we did|i asked|we started|(?:steps?|answers?|solution|working) (?:of|to|for|in)"
    r"|show|for the|to the|of the|in the|about the)\b",
    re.IGNORECASE,
)
# "back to the ladder problem", "back to the AP"
_BACK_TO = re.compile(
    r"\b(?:back to|return to|come back to|go to|again to|remember|about|wapas|vapas) (?:the |my |our |that )?"
    r"(?P<name>[\w ]*?) ?(?:problem|question|one|sum|equation|example|exercise|sawal)\b"
    r"|\b(?:back|return) to (?:the |my |our |that )?(?P<bare>\w+)",
    re.IGNORECASE,
)
_NUMBERS = {
    **dict.fromkeys(("first", "1st"), 0),
    **dict.fromkeys(("second", "2nd", "dus", "doos", "दूसरे"), 1),
    **dict.fromkeys(("third", "3rd", "tees", "tis", "तीसरे"), 2),
    **dict.fromkeys(("fourth", "4th"), 3),
    "fifth": 4,
}
_BEFORE = re.compile(r"previous|earlier|before|old|other|pichh?l|पिछल|[ui]sse p|[उइ]ससे प", re.IGNORECASE)
_LAST = re.compile(r"last|aa?kh?i?ri|आख", re.IGNORECASE)
# Two versions are compared then, and none is gone back to.
_COMPARES = re.compile(
    r"\b(?:than|compar\w*|difference|both|fark|farq|farak|antar|tulna|dono)\b|\bse (?:zyada|jyada|kam|adhik)\b"
    r"|से (?:ज़्यादा|ज्यादा|कम|अधिक)|तुलना|अंतर|फ़र्क|फर्क|दोनों",
    re.IGNORECASE,
)
# "5 more than the one before", "more than half of the first one": nobody goes there.
_IS_COMPARED_WITH = re.compile(r"\bthan\b[^,.?!]*$", re.IGNORECASE)
# So many letters tell a word whatever its ending.
_STEM = 4
_ASKS_VALUE = re.compile(
    r"\b(?:what|how much|how many) (?:was|were|did)\b|\bwhat (?:is|s) (?:the )?(?:answer|it|result)\b"
    r"|(?<!\w)(?:kitn[aei]|kya|कितन[ाेी]|क्या) (?:th[aie]|aa?y[aie]|थ[ाेी]|आय[ाेी])",
    re.IGNORECASE,
)
_SAYS_PROBLEM = ("you_asked", "problem_is")


@dataclass(frozen=True, slots=True)
class Recalled:
    """An earlier solution that an utterance goes back to, and what else it says: what is asked of it."""

    worked: Worked
    rest: str


def recalled(c: Conversation, u: Utterance) -> Recalled | None:
    """Return what the utterance goes back to, or None."""
    if not _problems(c):
        return None
    returns = _RETURNS.search(u.text) or not set(_SAYS_PROBLEM).isdisjoint(c.said_before)
    found = _REFERS.search(u.text) or (_ONE.search(u.text) if returns else None)
    if found is not None and _IS_COMPARED_WITH.search(u.text[: found.start()]):
        return None
    if found is not None and not u.match("another", "set_problem", "quiz"):
        said = next(filter(None, found.groupdict().values()))
        worked = _numbered(c, said.casefold())
        return Recalled(worked, _rest(u.text, *found.span())) if worked is not None else None
    if named := _BACK_TO.search(u.text):
        worked = _named(c, named["name"] or "") if named["bare"] is None else _of_name(c, [named["bare"].casefold()])
        return Recalled(worked, _rest(u.text, *named.span())) if worked is not None else None
    return None


def version(c: Conversation, text: str) -> Recalled | None:
    """Return the version of the problem in hand that the text speaks of, and what it asks of that; else None."""
    known, address = c.problem_in_hand, versions.addressed(text)
    if known is None or address is None or _COMPARES.search(text):
        return None
    chain = versions.chain_of(known.source, c.edited)
    source = {
        "first": chain[-1],
        "before": versions.before_edit(known.source, c.edited, c.asked_besides),
        "named": versions.named_among(address.name, chain),
    }[address.which]
    worked = next((worked for worked in reversed(c.history) if worked.source == source), None)
    never_edited = len(chain) == 1 and known.source not in c.edited.values()
    if worked is None or (never_edited and address.which != "before"):
        return None
    return Recalled(replace(worked, gives=""), _rest(text, address.start, address.end))


def tell(c: Conversation, back: Recalled, respond: Callable[[Conversation, Utterance], Turn]) -> Turn:
    """Answer what is asked of an earlier problem, the problem first; take it up again where nothing is asked."""
    exercise = c.exercise
    if all(holds([word], "going_back") or holds([word], "naming_only") for word in tokens(back.rest)):
        turn = go_back(c, back.worked)
    else:
        _take_up(c, back.worked)
        # What was not understood before is left behind.
        c.said_before = []
        turn = _answered(c, back, respond(c, understand(back.rest)))
    return turn if exercise is None else _and_on(c, turn, exercise)


def go_back(c: Conversation, worked: Worked) -> Turn:
    """Take up an earlier solution again: the problem, the answer, and the first step on demand."""
    _take_up(c, worked)
    yield say("back_to")
    yield explaining.problem_line(c, worked)
    yield explaining.answer_line(worked)
    if worked.steps:
        yield say("offer_steps")
        c.question = "steps"


def resume(c: Conversation) -> Turn:
    """Go back to the latest problem that was worked out."""
    known = c.problem_in_hand
    return go_back(c, known) if known is not None else asking.problem_again(c)


def _take_up(c: Conversation, worked: Worked) -> None:
    c.parked = c.exercise or c.parked
    c.worked, c.position, c.focus, c.exercise = worked, 0, "solution", None
    if c.history and c.history[-1] is not worked:
        c.history.append(worked)


def _answered(c: Conversation, back: Recalled, turn: Turn) -> Turn:
    """Answer with the problem said first and only once; what some value was is answered by the answer at the least."""
    yield explaining.problem_line(c, back.worked)
    answer = None
    try:
        while True:
            move = next(turn) if answer is None else turn.send(answer)
            if isinstance(move, Line) and move.key in UNANSWERED and _ASKS_VALUE.search(back.rest):
                yield explaining.answer_line(back.worked)
                return
            answer = None if isinstance(move, Line) and move.key in _SAYS_PROBLEM else (yield move)
    except StopIteration:
        return


def _and_on(c: Conversation, turn: Turn, exercise: Exercise) -> Turn:
    """Come back to the problem that is set."""
    yield from turn
    c.exercise, c.focus, c.question = exercise, "exercise", ""
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def _problems(c: Conversation) -> list[Worked]:
    """Return the problems that can be gone back to, each once: those set and left, else those worked out."""
    left = [exercise.worked for exercise in c.problems_set if exercise is not c.exercise and exercise.attempts]
    known = {worked.source: worked for worked in left if worked is not None} or {w.source: w for w in c.history}
    return list(known.values())


def _numbered(c: Conversation, said: str) -> Worked | None:
    """Return the problem that an ordinal names: of those posed themselves where there are so many."""
    known = _problems(c)
    if _BEFORE.search(said):
        return _before(c)
    if _LAST.search(said):
        return c.worked if c.worked in known else known[-1]
    number = next((at for name, at in _NUMBERS.items() if said.endswith(name) or said.startswith(name)), 0)
    posed = [worked for worked in known if not worked.gives]
    chosen = posed if number < len(posed) else known
    return chosen[number] if number < len(chosen) else None


def _before(c: Conversation) -> Worked:
    known = _problems(c)
    here = {worked.source for worked in (c.worked, c.problem_in_hand) if worked is not None}
    others = [worked for worked in known if worked.source not in here]
    posed = [worked for worked in others if not worked.gives]
    return (posed or others or known)[-1]


def _named(c: Conversation, name: str) -> Worked | None:
    """Return the problem whose words, or the kind of its steps, have one of the names; the latest without a name."""
    names = [word.plain for word in tokens(name) if not is_function_word(word)]
    if not names:
        return c.worked or _problems(c)[-1]
    return _of_name(c, names)


def _of_name(c: Conversation, names: list[str]) -> Worked | None:
    found = [worked for worked in reversed(_problems(c)) if _speaks_of(worked, names)]
    known = c.problem_in_hand
    if known is not None and found and found[0].source == known.source:
        # Nobody goes back to where he is: the problem is meant as it was before its changes.
        first = versions.first_of(known.source, c.edited)
        return next((worked for worked in found if worked.source == first), found[0])
    return found[0] if found else None


def _speaks_of(worked: Worked, names: list[str]) -> bool:
    said = {word.plain for word in tokens(worked.source)}
    words = " ".join((worked.source, worked.method, *(step.id for step in worked.steps))).casefold()
    known = any(name in said or (len(name) >= _STEM - 1 and name[:_STEM] in words) for name in names)
    topics = {exercises.topic_in(name) for name in names} - {""}
    return known or exercises.topic_of(worked) in topics


def _rest(text: str, start: int, end: int) -> str:
    """Return what is asked: the text without the reference and the words that only go there, at either end."""
    parts = f"{text[:start]} , {text[end:]}"
    words = tokens(parts)
    kept = [word for word in words if not holds([word], "going_back")]
    return parts[kept[0].start : kept[-1].end] + ("?" if parts.rstrip().endswith("?") else "") if kept else ""
