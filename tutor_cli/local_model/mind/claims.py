"""What the pupil claims: answers in passing, other people's answers, values for a changed problem, and insisting."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind import asking, checking, explaining, facts, memory, toolbox
from tutor_cli.local_model.mind.completing import changed, completed, problem_in
from tutor_cli.local_model.mind.conversation import Conversation, Slip
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.wording import filled

_OPENING = r"^\W*(?:(?:so|then|but|and|hmm|well|wait|no|oh|ok|okay|umm?)\W+)*"
_TAG = r"(?:,? ?(?:right|correct|no|yes|isn'?t it|is it|na|yeah|then|too|also))?[?.! ]*$"
_ONE_OF = re.compile(r"\b(?:also|a solution|a root|one of|possible|too)\b", re.IGNORECASE)
_WOULD = re.compile(
    _OPENING + r"(?P<what>.*\d.*?) (?:would|will|should|must) (?:be|cost|take|become|give)s? "
    r"(?P<answer>-?\d[^?!,]*?)" + _TAG,
    re.IGNORECASE,
)
_ON_ITS_OWN = re.compile(
    r"[=+*^√∫]|\b(?:solve|simplify|factori[sz]e|expand|differentiate|integrate|evaluate|prove|derivative|integral)\b",
    re.IGNORECASE,
)
_OF_DIVISION = re.compile(
    r"\b(?:divided by|factor of|coefficient|zeros|zeroes|roots|degree|remainder|maximum|minimum)\b", re.IGNORECASE
)
_WHAT_IS_A = re.compile(r"\W*what(?:'s|s| is) an? [a-z ]+\W*$", re.IGNORECASE)
_WHAT_IS = re.compile(r"\W*(?:what(?:'s| is|s)|define|explain)(?: the| a| an)? [a-z ]+\W*$", re.IGNORECASE)
# "is (3x - 5)^2 the same thing?"
_SAME = re.compile(
    _OPENING + r"(?:is|isn'?t) (?P<answer>[^?]*[a-z(][^?]*?) (?:also )?(?:the same(?: thing)?|equal)"
    r"(?: (?:as|to) (?:it|that))?" + _TAG,
    re.IGNORECASE,
)
_VERDICTS = ("right", "right_not_simplified")


def answer(c: Conversation, text: str) -> Turn | None:
    """Return the turn that judges a claim, or None where the text makes none."""
    if c.exercise is not None:
        return None
    if c.worked is not None and c.focus == "solution":
        if (would := _WOULD.match(text)) and (problem := changed(would["what"], c.worked.source)):
            return _judged_elsewhere(c, problem, would["answer"])
        if same := _SAME.match(text):
            return _judged(c, same["answer"].strip(), one_of=False)
        for pattern in _patterns("claims"):
            if found := pattern.match(text):
                return _judged(c, found["answer"].strip(), one_of=_ONE_OF.search(text) is not None)
    insists = c.focus != "nothing" and any(pattern.search(text) for pattern in _patterns("insists"))
    return _insisted(c) if insists else None


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    table = load("claims")
    written = (filled(pattern, table["gaps"]) for pattern in table[kind])
    around = (_OPENING, _TAG) if kind == "claims" else ("", "")
    return tuple(re.compile(around[0] + pattern + around[1], re.IGNORECASE) for pattern in written)


def _judged(c: Conversation, offered: str, *, one_of: bool) -> Turn:
    """Check an answer to the solution we talk about; a wrong one is put into the equation."""
    worked = c.worked
    if worked is None or toolbox.CHECK not in c.tools:
        yield say("no_checker")
        return
    verdict, note = yield from toolbox.check(worked.source, offered, c.language)
    checking.remember_slip(c, Slip(worked.source, offered, note, worked=worked), verdict)
    if verdict == "incomplete":
        yield say("one_of_them" if one_of else "part_of_it")
    else:
        yield say(f"verdict_{verdict}")
        if note and verdict not in _VERDICTS:
            yield say("quote", text=note)
    if verdict not in ("right", "not_understood"):
        yield from _put_in(c, offered, verdict)
        yield explaining.answer_line(worked)
        if worked.steps and worked.steps[0].id.endswith(".opening"):
            yield say("quote", text=explaining.sentence(worked.steps[0].reason))


def _judged_elsewhere(c: Conversation, problem: str, offered: str) -> Turn:
    """Check an answer to a changed problem, and give the right one."""
    yield from checking.check_elsewhere(c, problem, offered)
    if c.worked is not None and c.worked.source == problem:
        yield explaining.answer_line(c.worked)


def _put_in(c: Conversation, offered: str, verdict: str) -> Turn:
    worked = c.worked
    if worked is not None and verdict in ("wrong", "sign", "extra") and "=" in worked.problem and worked.kind == "set":
        written = offered if "=" in offered else f"x = {offered}"
        yield from asking.put_back(c, worked.problem, written)


def _insisted(c: Conversation) -> Turn:
    """Stay with what is true, kindly, and show it once more."""
    if c.focus == "fact":
        yield say("insist_fact")
        yield from facts.again(c)
    elif c.worked is not None:
        yield say("insist")
        if c.slip is not None and c.slip.problem == c.worked.source:
            yield from _put_in(c, c.slip.answer, "wrong")
        yield from explaining.all_steps(c)
    else:
        yield say("insist_what")


def follow_up(c: Conversation, text: str) -> str:
    """Return the problem that a follow-up poses about the earlier ones, or nothing."""
    if (
        problem_in(text)
        or is_definition(text)
        or facts.asks_difference(text)
        or _WHAT_IS_A.match(text)
        or (_WHAT_IS.match(text) and facts.asked_for(text))
    ):
        return ""
    if defined := memory.with_names(c, text):
        return defined
    if _ON_ITS_OWN.search(text) and not _OF_DIVISION.search(text):
        return ""
    return completed(text, [worked.source for worked in reversed(c.history)])


def is_definition(text: str) -> bool:
    """Tell whether the text asks what a word means: there "mean" is no average."""
    return re.search(r"\bwhat (?:does|do|did)\b.*\bmean\b", text, re.IGNORECASE) is not None
