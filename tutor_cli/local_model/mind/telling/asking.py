"""Questions about a solution: why, another way, which problem, what answer, is it right, in which language."""

from __future__ import annotations

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

_METHODS = {
    "set": ("factor", "formula", "complete_square", "elimination", "substitution"),
    "value": ("elimination", "substitution"),
    "expression": ("factor", "formula"),
}


def names_step(c: Conversation, question: str) -> bool:
    """Tell whether a question uses words of the working."""
    asked = {word.sound for word in tokens(question) if not is_function_word(word)}
    steps = c.worked.steps if c.worked is not None else ()
    return any(asked & {word.sound for word in tokens(step.reason)} for step in steps)


def another_way(c: Conversation, method: str = "") -> Turn:
    """Solve the same problem by another method, the one asked for or the next that gives other steps."""
    known = c.problem_in_hand if method else c.worked
    if known is None:
        yield say("nothing_to_continue")
        return
    if method and method == known.method:
        yield say("same_way")
        yield from explaining.all_steps(c)
        return
    for name in (method,) if method else _METHODS.get(known.kind, ()):
        if name == known.method:
            continue
        other = yield from toolbox.solve(known.source, c.language, name)
        if other.solved and _ids(other) != _ids(known):
            yield say("another_way")
            yield from explaining.present(c, other)
            return
    yield say("only_one_way")


def problem_again(c: Conversation) -> Turn:
    """Say which problem we are on."""
    if c.exercise is not None:
        yield say("quote", text=c.exercise.shown[c.language])
    elif c.worked is not None and c.worked.problem:
        yield explaining.problem_line(c, c.worked)
    else:
        yield say("no_problem_yet")


def answer_again(c: Conversation) -> Turn:
    """Say the answer."""
    if c.worked is None:
        yield say("no_problem_yet")
    else:
        yield explaining.answer_line(c.worked)


def in_language(c: Conversation) -> Turn:
    """Say what we are talking about in the language just chosen."""
    if c.focus == "exercise" and c.exercise is not None:
        yield from problem_again(c)
    elif c.focus == "solution" and c.worked is not None:
        translated = yield from explaining.work_out(c, c.worked.source, c.worked.method)
        if translated is not None:
            c.worked = translated
            yield explaining.answer_line(translated)
            if translated.steps:
                c.position = min(c.position, len(translated.steps) - 1)
                yield from explaining.step_lines(c, translated, c.position)
    else:
        yield say("language_changed")


def _ids(worked: Worked) -> list[str]:
    return [step.id for step in worked.steps]
