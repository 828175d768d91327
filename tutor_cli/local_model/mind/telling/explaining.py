"""Solving the pupil's problem and going through the solution at the pupil's pace."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.subject import stating
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling.principles import principle_of
from tutor_cli.local_model.mind.utterance import doubts, requests
from tutor_cli.local_model.mind.utterance.words import tokens
from tutor_cli.maths.sounds import is_devanagari
from tutor_cli.maths.spoken import with_maths

# Reasons that say themselves where they stand.
_OPENERS = ("First", "Then", "Now", "Next", "Last", "Finally", "पहले", "अब", "फिर")
_IN_WORDS = re.compile(r"\\text\{([A-Za-z ]+)\}")
# "x = 5 - y and y = y": one unknown stays free.
_FREE = re.compile(r"(?:^([a-z]) = \1 \\text\{ and \} | \\text\{ and \} ([a-z]) = \2$)")
_NUMBERS, _UNKNOWN = re.compile(r"\d+"), re.compile(r"(?<![\\A-Za-z])[a-z](?![A-Za-z])")
# Answers that are words, not formulas.
_WORDS = ("undefined", "does_not_exist", "diverges", "no_closed_form")
# So many steps are told at once; longer solutions go step by step.
BRIEF = 2


def work_out(
    c: Conversation, problem: str, method: str = "", instead: Turn | None = None, meant: str = ""
) -> Asking[Worked | None]:
    """Return the solution, of what may be `meant` where the problem alone is none; else say `instead` or why not."""
    if toolbox.SOLVE not in c.tools:
        yield say("no_solver")
        return None
    worked = yield from toolbox.solve(problem, c.language, method)
    if worked.status == "unreadable" and (core := requests.core(problem)):
        worked = yield from toolbox.solve(core, c.language, method)
    if meant and (not worked.solved or worked.did_nothing):
        worked = yield from toolbox.solve(meant, c.language, method)
    if worked.solved and not worked.did_nothing and not worked.misread:
        return worked
    if instead is not None:
        yield from instead
    elif worked.did_nothing:
        yield say("only_read", formula=worked.answer)
    elif worked.misread or worked.status == "unreadable":
        yield doubts.unread(problem)
    elif doubts.is_half(problem):
        yield say("incomplete_formula")
    else:
        yield say("refused_because", why=worked.note) if worked.note else say("refused")
    return None


def present(c: Conversation, worked: Worked) -> Turn:
    """Say the answer first, then as much of the working as can be followed by ear."""
    c.parked = c.exercise or c.parked
    c.unfinished = _left(c, worked)
    c.worked, c.focus, c.exercise, c.slow, c.rule = worked, "solution", None, False, ""
    c.history.append(worked)
    yield answer_line(worked)
    yield from on_whiteboard(c, worked)
    if not worked.verified:
        yield say("not_verified")
    given = worked.steps[:1] and worked.steps[0].id == "story.given"
    told = worked.steps if len(worked.steps) <= BRIEF + bool(given) else worked.steps[:1]
    for index, _ in enumerate(told):
        yield from step_lines(c, worked, index)
    c.position = max(len(told) - 1, 0)
    c.question = "more" if len(told) < len(worked.steps) else ""
    if c.question:
        yield say("offer_next")


def in_language(c: Conversation) -> Asking[None]:
    """Put the solution talked about into the language spoken now, where it was worked out in another."""
    known = c.worked
    if known is None or known.language == c.language or not known.solved:
        return
    worked = yield from toolbox.solve(known.source, c.language, known.method)
    if worked.solved and len(worked.steps) == len(known.steps):
        c.worked = worked


def on_whiteboard(c: Conversation, worked: Worked) -> Turn:
    """Show the solution where the client has a whiteboard."""
    if toolbox.SHOW in c.tools:
        yield from toolbox.show(worked)


def _left(c: Conversation, side: Worked) -> tuple[Worked, int] | None:
    """Return the solution that is left in the middle for a side question, one about its numbers, and the step told."""
    main, at = (c.worked, c.position) if c.worked is not None else (None, 0)
    if main is None or at + 1 >= len(main.steps):
        return c.unfinished
    numbers = [] if _UNKNOWN.search(side.problem) else _NUMBERS.findall(side.problem)
    aside = numbers and side.source not in c.edited and len(side.steps) <= BRIEF
    return (main, at) if aside and all(map(main.mentions, numbers)) else None


def problem_line(c: Conversation, worked: Worked) -> Line:
    """Return the sentence with the problem: the pupil's own words where it was a problem in words."""
    if ours := next((one for one in c.problems_set if one.problem == worked.source), None):
        return say("slip_problem", problem=ours.shown[c.language])
    if stating.is_story(c, worked) or stating.loses_number(worked):
        return say("you_asked", text=sentence(stating.as_said(c, worked)))
    if said := stating.as_listed(c, worked):
        return say("you_asked", text=sentence(with_maths(said)))
    return say("problem_is", problem=worked.problem)


def answer_line(worked: Worked) -> Line:
    """Return the sentence with the answer, in words where it is not a formula."""
    if worked.told:
        return say("quote", text=worked.told)
    if in_words := _IN_WORDS.fullmatch(worked.answer):
        return say(f"answer_{in_words[1].lower().replace(' ', '_')}")
    if worked.answer.endswith(r"\emptyset"):
        return say("answer_none_fits" if worked.steps[-1].id == "recipe.none_fits" else "answer_none")
    if free := _FREE.search(worked.answer):
        return say("answer_infinite", answer=_FREE.sub("", worked.answer), letter=free[1] or free[2])
    if worked.answer.endswith(r"\in \mathbb{R}"):
        return say("answer_all")
    if worked.answer:
        return say("answer", answer=worked.answer)
    return say(f"answer_{worked.kind}") if worked.kind in _WORDS else say("quote", text=worked.note or worked.kind)


def step_lines(c: Conversation, worked: Worked, index: int, *, alone: bool = False) -> Turn:
    """Tell one step, in its order or alone: what is done, and what it gives; going slowly, also what it is done to."""
    step = worked.steps[index]
    above = worked.steps[index - 1].after if index else worked.problem
    if c.slow and step.before and step.before != step.after and not step.id.startswith(("recipe.", "story.")):
        yield say("step_before", before=step.before)
    order = "step_only" if alone else _order(worked, index)
    yield say(order, reason=sentence(step.reason) if order == "step_only" else _continued(step.reason))
    if f"${step.after}$" in step.reason:
        return
    if step.after and step.after != step.before:
        yield say("step_gives", after=step.after)
    elif step.after and step.after != above:
        yield say(
            "equation_formed" if step.id.endswith(".opening") and "=" in step.after else "step_shows", after=step.after
        )


def next_step(c: Conversation) -> Turn:
    """Go on with the next step, or say that there is none."""
    worked = c.worked
    if worked is None:
        yield say("nothing_to_continue")
    elif c.position + 1 >= len(worked.steps) and c.unfinished is not None:
        (c.worked, c.position), c.unfinished = c.unfinished, None
        yield say("back_to_ours")
        yield problem_line(c, c.worked)
        yield from next_step(c)
    elif c.position + 1 >= len(worked.steps):
        yield from finished(c, worked)
    else:
        c.position += 1
        yield from step_lines(c, worked, c.position)
        last = c.position + 1 == len(worked.steps)
        c.question = "" if last else "more"
        if last:
            yield answer_line(worked)


def finished(c: Conversation, worked: Worked) -> Turn:
    """Say that the solution is complete and offer practice."""
    yield say("no_more_steps")
    yield answer_line(worked)
    yield say("offer_practice")
    c.question = "practise"


def understood(c: Conversation) -> Turn:
    """Go on where there is more, else be glad and offer practice."""
    worked = c.worked
    if worked is not None and c.position + 1 < len(worked.steps):
        yield from next_step(c)
        return
    yield say("understood")
    yield say("offer_practice" if worked is not None else "what_next")
    c.question = "practise" if worked is not None else ""


def step_again(c: Conversation) -> Turn:
    """Tell the step last told once more, with its reason."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    c.slow = True
    yield from step_lines(c, c.worked, c.position)
    if principle := principle_of(c, c.worked.steps[c.position]):
        yield say("quote", text=principle)


def previous_step(c: Conversation) -> Turn:
    """Go back one step."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    if c.position == 0:
        yield say("no_step_before")
    c.position = max(c.position - 1, 0)
    yield from step_lines(c, c.worked, c.position)
    c.question = "more"


def numbered_step(c: Conversation, text: str) -> Turn:
    """Tell the step the pupil names by its number."""
    given = _given_first(c.worked) if c.worked is not None else 0
    number = step_number(text) + given
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
    elif number > len(c.worked.steps):
        yield say("only_so_many_steps", count=f"${len(c.worked.steps) - given}$")
    else:
        c.position, c.focus = max(number - 1, 0), "solution"
        yield from step_lines(c, c.worked, c.position)
        if c.slow and (principle := principle_of(c, c.worked.steps[c.position])):
            yield say("quote", text=principle)
        c.question = "more" if number < len(c.worked.steps) else ""


def last_step(c: Conversation) -> Turn:
    """Tell the last step alone, and the answer."""
    worked = c.worked
    if worked is None or not worked.steps:
        yield say("nothing_to_continue")
        return
    done = [at for at, step in enumerate(worked.steps) if not step.id.endswith(".check")]
    c.position, c.focus, c.question = len(worked.steps) - 1, "solution", ""
    yield from step_lines(c, worked, done[-1] if done else c.position, alone=True)
    yield answer_line(worked)


def step_number(text: str) -> int:
    """Return the number of the step a text names, 1 where it names none."""
    return ordinal(text) or 1


def ordinal(text: str) -> int:
    """Return the number a text names, "second" or "2", or 0 where it names none."""
    ordinals: dict[str, int] = load("words")["ordinals"]
    named = (int(word.plain) if word.plain.isdecimal() else ordinals.get(word.plain, 0) for word in tokens(text))
    return next(filter(None, named), 0)


def first_step(c: Conversation) -> Turn:
    """Begin the solution again."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    yield problem_line(c, c.worked)
    c.position = 0
    yield from step_lines(c, c.worked, 0)
    c.question = "more" if len(c.worked.steps) > 1 else ""
    if c.question:
        yield say("offer_next")


def all_steps(c: Conversation) -> Turn:
    """Tell the whole solution, from the problem to the answer."""
    if c.worked is None:
        yield say("nothing_to_continue")
        return
    yield problem_line(c, c.worked)
    for index in range(len(c.worked.steps)):
        yield from step_lines(c, c.worked, index)
    yield answer_line(c.worked)
    c.position = max(len(c.worked.steps) - 1, 0)


def _order(worked: Worked, index: int) -> str:
    """Return how a step is introduced; what is given is no step of its own."""
    if worked.steps[index].id.endswith(".given") or worked.steps[index].reason.startswith(_OPENERS):
        return "step_only"
    first = _given_first(worked)
    if len(worked.steps) == first + 1:
        return "step_only"
    if index == first:
        return "step_first"
    return "step_last" if index + 1 == len(worked.steps) else "step_next"


def _given_first(worked: Worked) -> int:
    """Return 1 where the first of the steps only tells what is given, which is no step to the pupil; else 0."""
    return int(bool(worked.steps) and worked.steps[0].id.endswith(".given"))


def _continued(reason: str) -> str:
    """Return the reason as the rest of a sentence that has begun: "First, subtract ..."."""
    return reason[:1].lower() + sentence(reason)[1:]


def sentence(reason: str) -> str:
    """Return the reason with a full stop."""
    if reason.endswith((".", "!", "?", "।")):
        return reason
    return f"{reason}।" if is_devanagari(reason) else f"{reason}."
