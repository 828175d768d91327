"""Judging what a pupil claims in explain mode: which problem it answers, yes or no first, and the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tutor_cli.local_model.mind import chatting, toolbox
from tutor_cli.local_model.mind.conversation import Conversation, Slip
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say, saying
from tutor_cli.local_model.mind.practice import checking
from tutor_cli.local_model.mind.practice.misrules.naming import is_exchanged, pi_taken_as, slip_in
from tutor_cli.local_model.mind.subject import stating, substitution
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining, proving
from tutor_cli.local_model.mind.utterance.claimed import Claim

_EARLIER = 3
# A problem that asks for percent has the number for its answer.
_PERCENT = re.compile(r"\s*(?:\\?%|percent|per cent|pratishat|प्रतिशत)\s*$", re.IGNORECASE)
_YES_OR_NO = (r"\text{yes}", r"\text{no}", r"\text{true}", r"\text{false}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found of an answer: the checker's verdict and note, a known slip, and what putting it in shows."""

    verdict: str
    note: str
    slip: Line | None
    shown: list[Line]


def judge(c: Conversation, claim: Claim, named: Worked | None = None) -> Turn:
    """Judge a claim about the problem it names, about what was `named` and found, else about the problem in hand."""
    yield from explaining.in_language(c)
    worked = named or (yield from _problem_of(c, claim))
    if worked is None:
        yield say("claim_of_what")
        return
    if toolbox.CHECK not in c.tools:
        yield say("no_checker")
        return
    c.focus = "solution"
    offered = substitution.assigned(worked.problem, claim.value) if worked.kind == "set" else claim.value
    verdict, note = yield from toolbox.check(worked.source, offered, c.language)
    if named or (claim.problem and not claim.side):
        c.history += [worked] if worked not in c.history else []
        c.worked, c.position, c.focus = worked, 0, "solution"
    elif c.left_unanswered and verdict not in toolbox.RIGHT and not _is_of_unknown(worked, claim.value):
        yield from chatting.not_worked_out(c)
        return
    elif c.left_unanswered:
        yield say("unanswered_before", problem=worked.problem)
    if verdict == "not_understood":
        yield say("verdict_not_understood")
        return
    if is_exchanged(worked, claim.value):
        verdict = "wrong"
    elif verdict not in toolbox.RIGHT_SO_FAR and (number := _PERCENT.sub("", offered)) != offered:
        verdict, note = yield from toolbox.check(worked.source, number, c.language)
    if verdict not in toolbox.RIGHT_SO_FAR and (pi := pi_taken_as(worked, claim.value)):
        yield say("right_with_pi", pi=pi)
        yield explaining.answer_line(worked)
        return
    yield from _told(c, worked, replace(claim, named=named is not None), verdict, note)


def _is_of_unknown(worked: Worked, offered: str) -> bool:
    letter = offered.partition("=")[0].strip()
    return "=" in offered and letter in substitution.unknowns_of(worked.problem)


def _told(c: Conversation, worked: Worked, claim: Claim, verdict: str, note: str) -> Turn:
    """Say the verdict on a claim that was checked, and why."""
    slip = None if verdict in toolbox.RIGHT_SO_FAR else slip_in(worked, claim.value)
    told = stating.as_said(c, worked) if claim.about and claim.problem else ""
    if told and (told != worked.source or c.language == "en"):
        yield say("judged_with", problem=explaining.sentence(told))
    checking.remember_slip(c, Slip(worked.source, claim.value, note, slip, worked), verdict)
    if claim.is_equation:
        statement = f"{worked.problem} = {substitution.written(claim.value)}"
        shown = yield from proving.becomes(c, statement)
        verdict = "right" if verdict == "right_not_simplified" else verdict
    else:
        shown = yield from _shown(c, worked, claim, verdict)
    if claim.asks_whether_one and shown:
        yield from _whether_one(worked, verdict, shown)
    else:
        yield from _as_answer(c, worked, claim, Judgement(verdict, note, slip, shown))


def _shown(c: Conversation, worked: Worked, claim: Claim, verdict: str) -> Asking[list[Line]]:
    """Return what the problem becomes with the claim, where that shows what the verdict says."""
    if by_digits := (yield from proving.by_digits(c, worked, claim.value)):
        return by_digits
    if worked.kind == "expression":
        return (yield from proving.multiplied_out(c, worked, claim.value))
    shown = yield from proving.put_in(c, worked, substitution.in_order(worked.answer, claim.value))
    fits = all(line.key != "becomes_false" for line in shown)
    return shown if fits == (verdict in toolbox.RIGHT_SO_FAR) else []


def judge_one_of(c: Conversation, claim: Claim, problems: list[str]) -> Turn:
    """Judge a claim that brings its own data by the first of the problems it can be meant for, or that it answers."""
    for problem in problems:
        verdict, _ = yield from toolbox.check(problem, claim.value, c.language)
        if verdict in toolbox.RIGHT:
            break
    else:
        problem = problems[0]
    yield from judge(c, replace(claim, problem=problem))


def judge_if_right(c: Conversation, claim: Claim) -> Turn:
    """Judge a claim about what could not be found only where it is the answer in hand; else ask what it is about."""
    verdict = "wrong"
    if c.problem_in_hand is not None:
        verdict, _ = yield from toolbox.check(c.problem_in_hand.source, claim.value, c.language)
    yield from judge(c, claim) if verdict in toolbox.RIGHT else saying("claim_of_what")


def can_judge(c: Conversation, claim: Claim) -> bool:
    """Tell whether there is a problem that the claim can be about; a solution asked about must fit into it."""
    if claim.problem or c.problem_in_hand is None:
        return bool(claim.problem) or {"states", "asks"} <= claim.cues
    return not claim.asks_whether_one or bool(substitution.put_in(c.problem_in_hand.problem, claim.value))


def _problem_of(c: Conversation, claim: Claim) -> Asking[Worked | None]:
    """Return the solution of the problem a claim is about, worked out where the claim names it."""
    if claim.problem:
        worked = yield from toolbox.solve(claim.problem, c.language)
        return worked if worked.solved else None
    if c.worked is not None and c.worked.gives and "=" in claim.value:
        return c.problem_in_hand
    asked_yes_or_no = c.worked is not None and c.worked.answer in _YES_OR_NO
    return c.problem_in_hand if claim.asks_whether_one or asked_yes_or_no else c.worked


def _whether_one(worked: Worked, verdict: str, shown: list[Line]) -> Turn:
    """Say whether a value is among the solutions, and show what the problem becomes with it."""
    several = verdict == "incomplete" and r"\in" not in worked.answer
    yield say("one_of_them" if several else "one_of_them_yes" if verdict in toolbox.RIGHT_SO_FAR else "one_of_them_no")
    yield from shown
    if several or verdict not in toolbox.RIGHT_SO_FAR:
        yield explaining.answer_line(worked)


def _as_answer(c: Conversation, worked: Worked, claim: Claim, found: Judgement) -> Turn:
    """Say whether a claim is the answer, and why."""
    if found.verdict in toolbox.RIGHT:
        yield say(f"verdict_{found.verdict}")
        yield from found.shown
        if claim.named or (claim.about and claim.problem):
            yield explaining.answer_line(worked)
    elif found.verdict == "incomplete":
        yield say("part_of_it")
        yield from found.shown or (yield from _told_apart(c, worked, claim))
        yield say("quote", text=found.note)
    elif (earlier := (yield from _right_earlier(c, worked, claim))) is not None:
        yield say("right_for_earlier", earlier=earlier.problem, problem=worked.problem)
    elif found.slip is not None and found.slip.key == "slip_so_far":
        yield found.slip
        yield say("say_next")
    else:
        yield from _as_wrong(c, worked, claim, found)


def _as_wrong(c: Conversation, worked: Worked, claim: Claim, found: Judgement) -> Turn:
    """Say that a claim is not right: by the slip behind it, by putting it in, or by the working; and the answer."""
    yield say("claim_wrong" if found.verdict == "wrong" else f"verdict_{found.verdict}")
    if found.slip is not None:
        yield found.slip
    elif not checking.says_no_more(found.note):
        yield say("quote", text=found.note)
    says_it = found.slip is not None and worked.kind == "expression"
    reason = [] if says_it else found.shown or (yield from _told_apart(c, worked, claim))
    reason = reason or (yield from proving.differentiated(c, worked, claim.value))
    yield from reason
    if not reason and found.slip is None:
        yield from _working(c, worked)
    yield explaining.answer_line(worked)


def _right_earlier(c: Conversation, worked: Worked, claim: Claim) -> Asking[Worked | None]:
    """Return the earlier problem to which the claim is the answer, or None."""
    if claim.problem or claim.named:
        return None
    others = [earlier for earlier in reversed(c.history) if earlier.problem != worked.problem]
    for earlier in others[:_EARLIER]:
        verdict, _ = yield from toolbox.check(earlier.source, claim.value, c.language)
        if verdict == "right":
            return earlier
    return None


def _told_apart(c: Conversation, worked: Worked, claim: Claim) -> Asking[list[Line]]:
    """Return what a number shows that is a solution by the claim but not in truth, or the other way round."""
    ends = dict.fromkeys((*substitution.ends_of(claim.value), *substitution.numbers_of(claim.value), "0"))
    for value in ends if r"\in" in worked.answer else ():
        truly, _ = yield from toolbox.check(worked.source, value, c.language)
        claimed, _ = yield from toolbox.check(claim.value, value, c.language)
        if (truly in toolbox.RIGHT_SO_FAR) != (claimed in toolbox.RIGHT_SO_FAR):
            lines = yield from proving.put_in(c, worked, value)
            claims = say(
                "not_in_claim" if truly in toolbox.RIGHT_SO_FAR else "in_claim",
                number=value,
                claim=substitution.written(claim.value),
            )
            return [*lines, claims] if lines else []
    return []


def _working(c: Conversation, worked: Worked) -> Turn:
    """Tell the step that brings the answer, where nothing can be put in."""
    if worked.steps and worked.steps[-1].id != "equation.check":
        step = worked.steps[-1]
        if step.before not in (step.after, worked.problem) and step.before not in step.reason:
            yield say("step_before", before=step.before)
        yield from explaining.step_lines(c, worked, len(worked.steps) - 1)
