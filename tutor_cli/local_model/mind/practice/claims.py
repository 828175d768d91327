"""What the pupil claims: answers in passing, other people's answers, values for a changed problem, and insisting."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.practice import checking, judging
from tutor_cli.local_model.mind.subject import inhand, memory, stating, substitution
from tutor_cli.local_model.mind.subject.completing import completed, problem_in
from tutor_cli.local_model.mind.subject.edits.editing import edited
from tutor_cli.local_model.mind.subject.edits.versions import first_of
from tutor_cli.local_model.mind.subject.reference import lead_removed
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining, facts, proving
from tutor_cli.local_model.mind.utterance.answers import is_value, with_problem
from tutor_cli.local_model.mind.utterance.claimed import Claim, claim_in
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula
from tutor_cli.maths.expr import Add, Number, Relation
from tutor_cli.maths.latex import to_latex

_WOULD = re.compile(
    r"^\W*(?:(?:so|then|but|and|hmm|well|wait|no|oh|ok|okay|umm?)\W+)*(?P<what>.*\d.*?)"
    r" (?:would|will|should|must) (?:be|cost|take|become|give)s? (?P<answer>-?\d[^?!,]*?)"
    r"(?:,? ?(?:right|correct|no|yes|isn'?t it|is it|na|yeah|then|too|also))?[?.! ]*$",
    re.IGNORECASE,
)
# After one of these "and 2?" asks the same of another value.
_ONE_OF = frozenset(("one_of_them", "one_of_them_yes", "one_of_them_no"))
_ON_ITS_OWN = re.compile(
    r"[=+*^√∫]|\b(?:solve|simplify|factori[sz]e|expand|differentiate|integrate|evaluate|prove|derivative|integral)\b",
    re.IGNORECASE,
)
_OF_DIVISION = re.compile(
    r"\b(?:divided by|factor of|coefficient|zeros|zeroes|roots|degree|remainder|maximum|minimum)\b", re.IGNORECASE
)
_TWICE = re.compile(r"\bof (?:for|of)\b")
_FOR = re.compile(r"^(?:for|of) (?=[a-z]+(?: [a-z]+)*$)", re.IGNORECASE)
_SOURCES = 3
_BRACKETS = re.compile(r"-?\d*(?:\([^()]*[a-z][^()]*\)){2,}", re.IGNORECASE)
# With nothing given it changes the problem, and asks nothing of it.
_ONLY_SUPPOSES = re.compile(r"\W*(?:(?:and|but|so|ok)\W+)*what if\b[^\d]*$", re.IGNORECASE)
_WHAT_IS_A = re.compile(r"\W*what(?:'s|s| is) an? [a-z ]+\W*$", re.IGNORECASE)
_WHAT_IS = re.compile(r"\W*(?:what(?:'s| is|s)|define|explain)(?: the| a| an)? [a-z ]+\W*$", re.IGNORECASE)


def answer(c: Conversation, text: str) -> Turn | None:
    """Return the turn that judges a claim, or None where the text makes none."""
    if c.exercise is not None:
        return None
    if c.worked is not None and (would := _WOULD.match(text)):
        if _ends_with_given(would["what"], c.worked):
            return saying("claim_unknown", about=would["what"].split()[-1])
        supposed = edited(f"if {would['what']}", c.worked)
        if supposed and supposed.problem:
            return _judged_elsewhere(c, supposed.problem, would["answer"])
    if both := with_problem(text):
        return judging.judge(c, Claim(both[1], problem=both[0]))
    if (value := lead_removed(text)) and is_value(value) and _ONE_OF.intersection(c.said_before):
        return judging.judge(c, Claim(value, frozenset(("one_of",))))
    claim = claim_in(text)
    if claim is not None and judging.can_judge(c, claim):
        others = _with_own_data(c, claim)
        if not others and claim.brings_data and not claim.problem:
            return judging.judge_if_right(c, claim)
        return judging.judge_one_of(c, claim, others) if others else judging.judge(c, claim)
    insists = c.focus != "nothing" and any(pattern.search(text) for pattern in _insisting())
    return _insisted(c) if insists else None


def _ends_with_given(what: str, worked: Worked) -> bool:
    """Tell whether what would be so much is a quantity that is given: no answer to the problem is claimed then."""
    given = (item.name.split() for item in worked.amounts if not item.asked)
    return any(words and words[-1] == what.split()[-1].lower() for words in given)


def _with_own_data(c: Conversation, claim: Claim) -> list[str]:
    """Return the earlier problems, the latest first, with the data that the claim brings: "for three years"."""
    if not claim.about or claim.problem or stating.names_answer(c.worked, claim.about):
        return []
    known = {worked.source: worked for worked in reversed(c.history) if not worked.gives}
    others = (_with_data(claim.about, worked) for worked in islice(known.values(), _SOURCES))
    named = claim.about if has_formula(claim.about) and problem_in(claim.about) else ""
    return list(filter(None, others)) or list(filter(None, [inhand.question_in(c, claim.about), named]))


def _with_data(about: str, worked: Worked) -> str:
    found = edited(f"if {about}", worked)
    if found and found.problem:
        return found.problem
    other = completed(_FOR.sub("", about), [worked.source]) or completed(about, [worked.source])
    return _TWICE.sub("of", other) if problem_in(_TWICE.sub("of", other)) else other


def _of_factors(c: Conversation, text: str) -> Claim | None:
    """Return the claim of a product of brackets said beside a quadratic: "(x - 1)(x - 6)?"."""
    known, said = c.problem_in_hand, (lead_removed(text) or text).strip(" ?.!")
    if not _BRACKETS.fullmatch(said) and (claim := claim_in(text)) is not None and not claim.problem:
        said = claim.value
    if known is None or not _BRACKETS.fullmatch(said):
        return None
    tree = substitution.read(known.problem)
    if known.kind == "expression" and isinstance(tree, Add):
        return Claim(said, frozenset(("states",)))
    match tree:
        case Relation((Add() as left, Number("0"))) if substitution.unknowns_of(said) == [
            *substitution.unknowns_of(known.problem)
        ]:
            return Claim(said, frozenset(("states",)), problem=f"factorise {to_latex(left)}", side=True)
    return None


def factors(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that judges a product of brackets said beside a quadratic, or None."""
    claim = None if c.exercise is not None else _of_factors(c, u.text)
    return judging.judge(c, claim) if claim is not None else None


@cache
def _insisting() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load("claims")["insisting"]["patterns"])


def _judged_elsewhere(c: Conversation, problem: str, offered: str) -> Turn:
    """Check an answer to a changed problem, and give the right one."""
    yield from checking.check_elsewhere(c, problem, offered)
    if c.worked is not None and c.worked.source == problem:
        yield explaining.answer_line(c.worked)


def _insisted(c: Conversation) -> Turn:
    """Stay with what is true, kindly, and show it once more."""
    if c.focus == "fact":
        yield say("insist_fact")
        yield from facts.again(c)
    elif c.worked is not None:
        yield say("insist")
        if c.slip is not None and c.slip.problem == c.worked.source:
            yield from (yield from proving.put_in(c, c.worked, c.slip.answer))
        yield from explaining.all_steps(c)
    else:
        yield say("insist_what")


def follow_up(c: Conversation, text: str) -> str:
    """Return the problem that a follow-up poses about the earlier ones, or nothing."""
    if (
        problem_in(text)
        or _ONLY_SUPPOSES.match(text)
        or is_definition(text)
        or facts.asks_difference(text)
        or facts.asks_meaning(text)
        or _WHAT_IS_A.match(text)
        or (_WHAT_IS.match(text) and facts.asked_for(text))
    ):
        return ""
    if defined := memory.with_names(c, text):
        return defined
    if _ON_ITS_OWN.search(text) and not _OF_DIVISION.search(text):
        return ""
    return completed(
        text, [worked.source for worked in reversed(c.history) if not (worked.gives or _is_past(c, worked))]
    )


def _is_past(c: Conversation, worked: Worked) -> bool:
    """Tell whether the problem is another version of the one in hand: no question is about that any more."""
    known = c.problem_in_hand
    if known is None or worked.source == known.source or _is_asked_of(c, worked.source, known.source):
        return False
    return first_of(worked.source, c.edited) == first_of(known.source, c.edited)


def _is_asked_of(c: Conversation, source: str, question: str) -> bool:
    """Tell whether a question only asks something else about a problem."""
    while question in c.asked_besides:
        question = c.edited[question]
        if question == source:
            return True
    return False


def is_definition(text: str) -> bool:
    """Tell whether the text asks what a word means or tells: there "mean" is no average."""
    return facts.MEANING.search(text) is not None
