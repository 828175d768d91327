"""Why a step is done and how: which step a question names, its reason, deeper each time, and the step in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.practice import slips
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import deriving, explaining, linking, proving
from tutor_cli.local_model.mind.telling.principles import principle_of

_RIGHT = frozenset(("verdict_right", "verdict_right_not_simplified", "one_of_them_yes", "one_of_them"))
_WRONG = frozenset(("claim_wrong", "verdict_wrong", "verdict_sign", "verdict_extra", "part_of_it", "one_of_them_no"))
_MOST_PARTS = 6
# These steps change nothing.
_TIDYING = (".tidy", ".check", ".work_out", "nothing_to_do")
_JUDGED = _RIGHT | _WRONG
_UNUSUAL = frozenset(("answer_none", "answer_infinite", "answer_all"))
# "p = \frac{100 \cdot 120}{800} = 15": what is worked out in the line.
_WORKED_OUT = re.compile(r"^[A-Za-z] = (?P<work>.*\d.*) = [^=]+$")
# "why can't I just multiply them?" asks for the reason of what was done instead.
_NOT = re.compile(r"n't\b|\bnot\b|\bcannot\b|\bnahi\b|नहीं", re.IGNORECASE)


def why(c: Conversation, question: str = "") -> Turn:
    """Give the reason of the verdict just told, of the answer there is none or no end of, or of the step named."""
    _take_up(c, question)
    worked, said = c.worked, c.said_before
    if worked is None or not worked.steps:
        yield say("why_what")
        return
    bare = linking.is_bare(question)
    if c.mode == "explain" and bare and _JUDGED.intersection(said):
        yield from proving.show(c) if _RIGHT.intersection(said) else _why_wrong(c, worked)
        return
    compares = linking.COMPARED.search(question) is not None
    position = _deciding(worked) if compares else linking.linked(worked, question, c.position)
    if bare:
        position = _deciding(worked) if _UNUSUAL.intersection(said) else c.position
    if position is None or linking.is_not_done(worked, question):
        if linking.named_operations(question) and _NOT.search(question):
            c.position, c.focus = _deciding(worked), "solution"
            yield from _reason(c, worked, c.position)
        else:
            yield from _which_step(worked, question)
        return
    c.position, c.focus = position, "solution"
    yield from _reason(c, worked, position, question)


def of_step(c: Conversation, worked: Worked, position: int) -> Turn:
    """Tell one step and its reason."""
    c.position, c.focus = position, "solution"
    yield from explaining.step_lines(c, worked, position, alone=True)
    yield from (say("quote", text=reason) for reason in [*deriving.reasons_of(c, worked.steps[position])][:1])


def _take_up(c: Conversation, question: str) -> None:
    """Take up the latest working before this one that does what the question names, where this one does not."""
    if c.worked is None or linking.does_named(c.worked, question):
        return
    earlier = (known for known in reversed(c.history) if known.steps and linking.does_named(known, question))
    c.worked = next(earlier, c.worked)


def _which_step(worked: Worked, question: str) -> Turn:
    """Say that no step is the one the question speaks of, and which ones there are."""
    yield say("not_done_here" if linking.named_operations(question) else "which_step")
    done = [step for step in worked.steps if not step.id.endswith((".given", ".check"))]
    for number, step in enumerate(done[:_MOST_PARTS], 1):
        yield say("step_is", number=str(number), reason=explaining.sentence(step.reason))


def _deciding(worked: Worked) -> int:
    """Return the last step that does something: it shows that there is no solution, or no end of them."""
    done = [at for at, step in enumerate(worked.steps) if not step.id.endswith(_TIDYING)]
    return done[-1] if done else 0


def _why_wrong(c: Conversation, worked: Worked) -> Turn:
    """Say why the answer just judged is not right: by its slip, by what a solution must do, or by the last step."""
    if c.slip is not None and c.slip.named is not None:
        yield from slips.tell(c)
    elif worked.kind == "set":
        yield say("must_be_true")
        yield from explaining.first_step(c)
    else:
        c.position = _deciding(worked)
        yield from _reason(c, worked, c.position)


def _reason(c: Conversation, worked: Worked, position: int, question: str = "") -> Turn:
    """Say why a step is done; asked again, go deeper instead of saying the same."""
    step, times = worked.steps[position], c.reasons_told.get((worked.problem, position), 0)
    c.reasons_told[worked.problem, position] = times + 1
    part = linking.part_named(step, question)
    of_part = deriving.reasons_of(c, part) if part is not None else ()
    reasons = [*of_part] or [*deriving.reasons_of(c, step)]
    if times == 0:
        yield say("because_step", reason=explaining.sentence(step.reason))
    if part is not None:
        yield from _part(part)
    if times < len(reasons):
        yield say("quote", text=reasons[times])
    elif reasons and not linking.is_bare(question):
        yield say("quote", text=reasons[0])
    elif times:
        yield say("why_no_more")
        yield from proving.show(c)


def how(c: Conversation, question: str) -> Turn:
    """Tell how the step that the question names is done, in its parts."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    found = _numbers_found(c.worked, question)
    brought = c.worked.step_with(found[0]) if found else None
    named = linking.linked(c.worked, question, c.position)
    c.position, c.focus = next((at for at in (brought, named) if at is not None), c.position), "solution"
    step = c.worked.steps[c.position]
    parts = yield from smaller(c, step)
    if not parts:
        yield from explaining.step_again(c)
        return
    yield say("step_before", before=step.before)
    yield from parts
    yield say("step_gives", after=step.after)


def names_how(c: Conversation, question: str) -> bool:
    """Tell whether a question asks how one step was done, which it names by its operation or what it gave."""
    if c.worked is None:
        return False
    named = linking.named_operations(question)
    found = any(c.worked.step_with(number) is not None for number in _numbers_found(c.worked, question))
    return found or any(linking.does(step, name) for step in c.worked.steps for name in named)


def _numbers_found(worked: Worked, question: str) -> list[str]:
    """Return the numbers a question speaks of that the problem did not give."""
    given = re.findall(r"\d+", worked.problem)
    return [number for number in re.findall(r"\d+", question) if number not in given]


def another_wording(c: Conversation) -> Turn:
    """Explain the step last told in other words: in smaller parts, with a small example; asked again, go on deeper."""
    worked = c.worked
    if worked is None or not worked.steps:
        yield say("will_go_slowly")
        return
    c.slow = True
    if c.position + 1 >= len(worked.steps):
        c.position = next((at for at, step in enumerate(worked.steps) if not step.id.endswith(linking.GIVENS)), 0)
    step = worked.steps[c.position]
    times = c.explained_again.get((worked.problem, c.position), 0)
    c.explained_again[worked.problem, c.position] = times + 1
    parts = yield from smaller(c, step)
    reasons = [*deriving.reasons_of(c, step)]
    yield say("slowly")
    if not times or not reasons:
        yield from explaining.step_lines(c, worked, c.position)
        yield from parts
    if reasons:
        yield say("quote", text=reasons[min(times, len(reasons) - 1)])
    if not times and not parts and (example := principle_of(c, step, f"example_{c.language}")):
        yield say("quote", text=example)
    if c.position + 1 < len(worked.steps):
        yield say("offer_next")
        c.question = "more"


def smaller(c: Conversation, step: WorkedStep) -> Asking[list[Line]]:
    """Return what a step is made of: its own parts, or the working of the numbers put into a formula."""
    if step.parts:
        return [*_parts(step)]
    found = _WORKED_OUT.match(step.after)
    inner = (yield from toolbox.solve(found["work"], c.language)) if found else None
    if inner is None or not inner.solved or not 1 < len(inner.steps) <= _MOST_PARTS:
        return []
    return [line for part in inner.steps for line in _part(part)]


def _parts(step: WorkedStep) -> Iterator[Line]:
    for part in step.parts:
        yield from _part(part)


def _part(part: WorkedStep) -> Iterator[Line]:
    yield say("quote", text=explaining.sentence(part.reason))
    if part.after != part.before:
        yield say("step_gives", after=part.after)
