"""Why a step is done and how: which step a question names, its reason, deeper each time, and the step in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.practice import slips
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import explaining, proving
from tutor_cli.local_model.mind.utterance.words import Token, is_function_word, tokens

# What a match of a question and a step is worth.
_OPERATION, _SHOWS, _NUMBER_DONE, _NUMBER_SEEN, _WORD = 4, 1, 3, 1, 1
_ASKS_RULE = frozenset(("rule", "niyam", "identity", "formula", "sutra", "vidhi", "kaise", "how", "method"))
_RIGHT = frozenset(("verdict_right", "verdict_right_not_simplified", "one_of_them_yes", "one_of_them"))
_WRONG = frozenset(("claim_wrong", "verdict_wrong", "verdict_sign", "verdict_extra", "part_of_it", "one_of_them_no"))
_MOST_PARTS = 6
# These steps only tell what is given.
_TIDYING = (".tidy", ".check", ".work_out", "nothing_to_do")
_GIVENS = (".given", ".opening", ".let")
_FORMULA = re.compile(r"[a-z\d]+(?:\s*[-+*/^=]\s*[a-z\d]+)+")
_JUDGED = _RIGHT | _WRONG
# "p = \frac{100 \cdot 120}{800} = 15": what is worked out in the line.
_WORKED_OUT = re.compile(r"^[A-Za-z] = (?P<work>.*\d.*) = [^=]+$")


def why(c: Conversation, question: str = "") -> Turn:
    """Give the reason of the verdict just told, else of the step the question names, or of the step last told."""
    worked, named = c.worked, _named_operations(question)
    if worked is None or not worked.steps:
        yield say("why_what")
        return
    if c.mode == "explain" and _is_bare(question) and _JUDGED.intersection(c.said_before):
        yield from proving.show(c) if _RIGHT.intersection(c.said_before) else _why_wrong(c, worked)
        return
    position = step_named(worked, question, c.position)
    if named and not any(_does(worked.steps[position], name) for name in named):
        yield say("not_done_here")
    c.position, c.focus = position, "solution"
    yield from _reason(c, worked, position, question)


def _is_bare(question: str) -> bool:
    """Tell whether a question says nothing but "why": "but why is that wrong?"."""
    bare = frozenset(load("operations")["bare"]["en"]) | {
        word.sound for word in tokens(" ".join(load("operations")["bare"]["hi"]))
    }
    return all(is_function_word(word) or word.plain in bare or word.sound in bare for word in tokens(question))


def _why_wrong(c: Conversation, worked: Worked) -> Turn:
    """Say why the answer just judged is not right: by its slip, by what a solution must do, or by the last step."""
    if c.slip is not None and c.slip.named is not None:
        yield from slips.tell(c)
    elif worked.kind == "set":
        yield say("must_be_true")
        yield from explaining.first_step(c)
    else:
        done = [at for at, step in enumerate(worked.steps) if not step.id.endswith(_TIDYING)]
        c.position = done[-1] if done else 0
        yield from _reason(c, worked, c.position, "")


def _reason(c: Conversation, worked: Worked, position: int, question: str) -> Turn:
    """Say why a step is done; asked again, go deeper instead of saying the same."""
    step, times = worked.steps[position], c.reasons_told.get((worked.problem, position), 0)
    c.reasons_told[worked.problem, position] = times + 1
    reasons = [*reasons_of(c, step)]
    if times == 0:
        formula = step.id == "quantity.formula"
        yield (
            say("formula_is", formula=step.after)
            if formula
            else say("because_step", reason=explaining.sentence(step.reason))
        )
        if step.parts and _ASKS_RULE.intersection(word.plain for word in tokens(question)):
            yield from _parts(step)
    if times < len(reasons):
        yield say("quote", text=reasons[times])
    elif times:
        yield say("why_no_more")
        yield from proving.show(c)


def reasons_of(c: Conversation, step: WorkedStep) -> Iterator[str]:
    """Yield why a step of this kind is done: in a sentence, then deeper, then by an example with small numbers."""
    for key in (c.language, f"deeper_{c.language}", f"example_{c.language}"):
        if text := explaining.principle_of(c, step, key):
            yield text


def how(c: Conversation, question: str) -> Turn:
    """Tell how the step that the question names is done, in its parts."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    found = _numbers_found(c.worked, question)
    brought = c.worked.step_with(found[0]) if found else None
    c.position = step_named(c.worked, question, c.position) if brought is None else brought
    step = c.worked.steps[c.position]
    parts = yield from _smaller(c, step)
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
    named = _named_operations(question)
    found = any(c.worked.step_with(number) is not None for number in _numbers_found(c.worked, question))
    return found or any(_does(step, name) for step in c.worked.steps for name in named)


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
        c.position = next((at for at, step in enumerate(worked.steps) if not step.id.endswith(_GIVENS)), 0)
    step = worked.steps[c.position]
    times = c.explained_again.get((worked.problem, c.position), 0)
    c.explained_again[worked.problem, c.position] = times + 1
    parts = yield from _smaller(c, step)
    reasons = [*reasons_of(c, step)]
    yield say("slowly")
    if not times or not reasons:
        yield from explaining.step_lines(c, worked, c.position)
        yield from parts
    if reasons:
        yield say("quote", text=reasons[min(times, len(reasons) - 1)])
    if not times and not parts and (example := explaining.principle_of(c, step, f"example_{c.language}")):
        yield say("quote", text=example)
    if c.position + 1 < len(worked.steps):
        yield say("offer_next")
        c.question = "more"


def _smaller(c: Conversation, step: WorkedStep) -> Asking[list[Line]]:
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


def step_named(worked: Worked, question: str, position: int) -> int:
    """Return the step whose operation, numbers or words a question names, else the one at the position."""
    named = _named_operations(question)
    scores = [_score(step, question, named) for step in worked.steps]
    best = max(scores)
    return scores.index(best) if best > scores[min(position, len(scores) - 1)] else min(position, len(scores) - 1)


def _score(step: WorkedStep, question: str, named: list[str]) -> int:
    words = {word.sound for word in tokens(question) if not is_function_word(word) and not word.plain.isdecimal()}
    numbers = set(re.findall(r"\d+[a-z]?", question))
    reasons = " ".join((step.reason, *(part.reason for part in step.parts)))
    done, seen = (set(re.findall(r"\d+[a-z]?", text)) for text in (reasons, step.after))
    if step.id.endswith(_GIVENS):
        return 0
    operation = max(
        (_OPERATION if _is(step, name) else _SHOWS if _does(step, name) else 0 for name in named), default=0
    )
    formula = any(_plain(part) in _plain(step.reason + step.after) for part in _FORMULA.findall(question))
    shared = len(words & {word.sound for word in tokens(reasons)})
    return (
        operation
        + _NUMBER_DONE * formula
        + _NUMBER_DONE * len(numbers & done)
        + _NUMBER_SEEN * len(numbers & seen - done)
        + _WORD * shared
    )


def _plain(text: str) -> str:
    return text.replace(" ", "")


def _is(step: WorkedStep, operation: str) -> bool:
    return step.id.startswith(tuple(load("operations")[operation]["steps"]))


def _does(step: WorkedStep, operation: str) -> bool:
    return _is(step, operation) or any(sign in step.after for sign in load("operations")[operation]["shows"])


def _named_operations(question: str) -> list[str]:
    said = tokens(question)
    return [
        name for name, (english, sounds) in _operations().items() if any(_among(word, english, sounds) for word in said)
    ]


def _among(word: Token, english: frozenset[str], sounds: frozenset[str]) -> bool:
    return word.plain in english or word.sound in sounds


@cache
def _operations() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {
        name: (frozenset(entry["en"]), frozenset(word.sound for said in entry["hi"] for word in tokens(said)))
        for name, entry in load("operations").items()
        if "steps" in entry
    }
