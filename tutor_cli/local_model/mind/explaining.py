"""Solving the pupil's problem and going through the solution at the pupil's pace."""

from __future__ import annotations

from tutor_cli.local_model.mind import substitution, toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.words import tokens
from tutor_cli.local_model.mind.worked import Worked, WorkedStep

# Reasons that say themselves where they stand.
_OPENERS = ("First", "Then", "Now", "Next", "Last", "Finally", "पहले", "अब", "फिर")
# Answers that are words, not formulas.
_WORDS = ("undefined", "does_not_exist", "diverges", "no_closed_form")
# So many steps are told at once; longer solutions go step by step.
BRIEF = 2
_METHODS = {
    "set": ("factor", "formula", "complete_square", "elimination", "substitution"),
    "value": ("elimination", "substitution"),
    "expression": ("factor", "formula"),
}


def work_out(c: Conversation, problem: str, method: str = "", instead: Turn | None = None) -> Asking[Worked | None]:
    """Return the solution; where there is none, say `instead` or why not."""
    if toolbox.SOLVE not in c.tools:
        yield say("no_solver")
        return None
    worked = yield from toolbox.solve(problem, c.language, method)
    if worked.solved:
        return worked
    if instead is not None:
        yield from instead
    elif worked.status == "unreadable":
        yield say("unreadable")
    else:
        yield say("refused")
        if worked.note:
            yield say("quote", text=worked.note)
    return None


def present(c: Conversation, worked: Worked) -> Turn:
    """Say the answer first, then as much of the working as can be followed by ear."""
    c.worked, c.focus, c.exercise, c.slow = worked, "solution", None, False
    yield from on_whiteboard(c, worked)
    yield answer_line(worked)
    if not worked.verified:
        yield say("not_verified")
    told = worked.steps if len(worked.steps) <= BRIEF else worked.steps[:1]
    for index, _ in enumerate(told):
        yield from step_lines(c, worked, index)
    c.position = max(len(told) - 1, 0)
    c.question = "more" if len(told) < len(worked.steps) else ""
    if c.question:
        yield say("offer_next")


def on_whiteboard(c: Conversation, worked: Worked) -> Turn:
    """Show the solution where the client has a whiteboard."""
    if toolbox.SHOW in c.tools:
        yield from toolbox.show(worked)


def answer_line(worked: Worked) -> Line:
    """Return the sentence with the answer, in words where it is not a formula."""
    if r"\emptyset" in worked.answer:
        return say("answer_none")
    if worked.answer.endswith(r"\in \mathbb{R}"):
        return say("answer_all")
    if worked.answer:
        return say("answer", answer=worked.answer)
    return say(f"answer_{worked.kind}") if worked.kind in _WORDS else say("quote", text=worked.note or worked.kind)


def step_lines(c: Conversation, worked: Worked, index: int) -> Turn:
    """Tell one step: what is done, and what it gives; when going slowly, also what it is done to."""
    step = worked.steps[index]
    above = worked.steps[index - 1].after if index else worked.problem
    if c.slow and step.before and step.before != step.after:
        yield say("step_before", before=step.before)
    order = _order(worked, index)
    yield say(order, reason=_sentence(step.reason) if order == "step_only" else _continued(step.reason))
    if step.after and step.after != step.before:
        yield say("step_gives", after=step.after)
    elif step.after and step.after != above:
        yield say("step_shows", after=step.after)


def next_step(c: Conversation) -> Turn:
    """Go on with the next step, or say that there is none."""
    worked = c.worked
    if worked is None:
        yield say("nothing_to_continue")
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


def previous_step(c: Conversation) -> Turn:
    """Go back one step."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    c.position = max(c.position - 1, 0)
    yield from step_lines(c, c.worked, c.position)
    c.question = "more"


def numbered_step(c: Conversation, text: str) -> Turn:
    """Tell the step the pupil names by its number."""
    number = step_number(text)
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
    elif number > len(c.worked.steps):
        yield say("only_so_many_steps", count=f"${len(c.worked.steps)}$")
    else:
        c.position, c.focus = max(number - 1, 0), "solution"
        yield from step_lines(c, c.worked, c.position)
        c.question = "more" if number < len(c.worked.steps) else ""


def step_number(text: str) -> int:
    """Return the number of the step a text names, 1 where it names none."""
    ordinals: dict[str, int] = load("words")["ordinals"]
    named = (int(word.plain) if word.plain.isdecimal() else ordinals.get(word.plain, 0) for word in tokens(text))
    return next(filter(None, named), 1)


def first_step(c: Conversation) -> Turn:
    """Begin the solution again."""
    if c.worked is None or not c.worked.steps:
        yield say("nothing_to_continue")
        return
    yield say("problem_is", problem=c.worked.problem)
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
    yield say("problem_is", problem=c.worked.problem)
    for index in range(len(c.worked.steps)):
        yield from step_lines(c, c.worked, index)
    yield answer_line(c.worked)
    c.position = max(len(c.worked.steps) - 1, 0)


def slowly(c: Conversation) -> Turn:
    """Explain the step again in smaller pieces, and go on so."""
    c.slow = True
    if c.worked is None or not c.worked.steps:
        yield say("will_go_slowly")
        return
    yield say("slowly")
    yield from step_lines(c, c.worked, c.position)
    if c.position + 1 < len(c.worked.steps):
        yield say("offer_next")
        c.question = "more"


def dont_understand(c: Conversation) -> Turn:
    """Explain the step again, slowly and with its reason; after the last step, begin with the first."""
    worked = c.worked
    if worked is None or not worked.steps:
        yield say("will_go_slowly")
        return
    c.slow = True
    if c.position + 1 >= len(worked.steps):
        c.position = 0
    yield say("slowly")
    yield from step_lines(c, worked, c.position)
    if principle := principle_of(c, worked.steps[c.position]):
        yield say("quote", text=principle)
    if c.position + 1 < len(worked.steps):
        yield say("offer_next")
        c.question = "more"


def why(c: Conversation) -> Turn:
    """Give the reason behind the step last told."""
    if c.worked is None or not c.worked.steps:
        yield say("why_what")
        return
    step = c.worked.steps[c.position]
    yield say("because_step", reason=_sentence(step.reason))
    if principle := principle_of(c, step):
        yield say("quote", text=principle)


def principle_of(c: Conversation, step: WorkedStep) -> str:
    """Return why a step of this kind is allowed, or nothing where no text is written for it."""
    entry = load("principles").get(step.id) or load("principles").get(step.id.partition(".")[0] + ".*", {})
    text: str = entry.get(c.language, "")
    return text


def another_way(c: Conversation, method: str = "") -> Turn:
    """Solve the same problem by another method, the one asked for or the next that gives other steps."""
    if c.worked is None:
        yield say("nothing_to_continue")
        return
    known = c.worked
    if method and method == known.method:
        yield say("same_way")
        yield from all_steps(c)
        return
    for name in (method,) if method else _METHODS.get(known.kind, ()):
        if name == known.method:
            continue
        other = yield from toolbox.solve(known.source, c.language, name)
        if other.solved and _ids(other) != _ids(known):
            yield say("another_way")
            yield from present(c, other)
            return
    yield say("only_one_way")


def problem_again(c: Conversation) -> Turn:
    """Say which problem we are on."""
    if c.exercise is not None:
        yield say("quote", text=c.exercise.shown[c.language])
    elif c.worked is not None and c.worked.problem:
        yield say("problem_is", problem=c.worked.problem)
    else:
        yield say("no_problem_yet")


def answer_again(c: Conversation) -> Turn:
    """Say the answer."""
    if c.worked is None:
        yield say("no_problem_yet")
    else:
        yield answer_line(c.worked)


def sure(c: Conversation) -> Turn:
    """Say how the answer was checked, and for an equation put it back in."""
    if c.worked is None:
        yield say("no_problem_yet")
        return
    yield say("verified" if c.worked.verified else "not_verified")
    yield answer_line(c.worked)
    if c.worked.verified:
        yield from _put_back(c, c.worked)


def _put_back(c: Conversation, worked: Worked) -> Turn:
    """Show what both sides of the equation become, as the solver works them out."""
    found = substitution.sides_at_solution(worked.problem, worked.answer)
    if found is None:
        return
    solution, *sides = found
    values = []
    for side in sides:
        value = yield from toolbox.solve(side, c.language)
        values.append(value.answer if value.solved else "")
    if values[0] and values[0] == values[1]:
        yield say("check_value", solution=solution)
        yield say("check_sides", left=values[0], right=values[1])


def in_language(c: Conversation) -> Turn:
    """Say what we are talking about in the language just chosen."""
    if c.focus == "exercise" and c.exercise is not None:
        yield from problem_again(c)
    elif c.focus == "solution" and c.worked is not None:
        translated = yield from work_out(c, c.worked.source, c.worked.method)
        if translated is not None:
            c.worked = translated
            yield answer_line(translated)
            if translated.steps:
                c.position = min(c.position, len(translated.steps) - 1)
                yield from step_lines(c, translated, c.position)
    else:
        yield say("language_changed")


def _order(worked: Worked, index: int) -> str:
    if len(worked.steps) == 1 or worked.steps[index].reason.startswith(_OPENERS):
        return "step_only"
    if index == 0:
        return "step_first"
    return "step_last" if index + 1 == len(worked.steps) else "step_next"


def _continued(reason: str) -> str:
    """Return the reason as the rest of a sentence that has begun: "First, subtract ..."."""
    return reason[:1].lower() + _sentence(reason)[1:]


def _sentence(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?", "।")) else f"{reason}."


def _ids(worked: Worked) -> list[str]:
    return [step.id for step in worked.steps]
