"""Questions about a solution: why, another way, which problem, what answer, is it right, in which language."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject import substitution
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import explaining, linking
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens

# Steps that a summary leaves out.
_UNTOLD = (".given", ".check", ".opening")
# The steps by which one sees that a method was used.
_STEPS = {
    "factor": ("quadratic.factor", "polynomial.factor", "factor."),
    "formula": ("quadratic.formula",),
    "complete_square": ("quadratic.add_half_square",),
    "elimination": ("system.eliminate", "system.add_up"),
    "substitution": ("system.substitute", "integral.substitute", "polynomial.substitute"),
    "l_hopital": ("limit.l_hopital",),
}
_METHODS = {
    "set": ("factor", "formula", "complete_square", "elimination", "substitution"),
    "value": ("elimination", "substitution", "l_hopital"),
    "expression": ("factor", "formula"),
}
_BY = re.compile(
    r"\b(?:by|use|using|with|through|from|method|way|se|vidhi|tar[ei]+k[aei])\b|(?<!\w)से(?!\w)|विधि|तरीक", re.IGNORECASE
)
# What a working may do without: how it is named, and what of the working shows it.
_MEANS = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(shows))
    for said, shows in (
        (r"\btrig|trikonmiti|त्रिकोणमिति|\b(?:tan|sin|cos)\b", r"\\(?:tan|sin|cos)"),
        (r"pythagor|पाइथागोरस|paithagoras", "Pythagoras|पाइथागोरस"),
        (r"formula|farmula|sutra|सूत्र|फ़?ॉ?र्मू?ल", r"quantity\.formula|recipe\.|story\.|statistics\.|quadratic\.formula"),
        (r"\bequations?\b|\balgebra\b|\bletters?\b|\bx\b|samikaran|समीकरण", r"equation\.|system\.|\.opening"),
        (r"\bcalculus\b|derivative|avkala|अवकल", r"derivative\.|integral\."),
    )
)


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
    if method and uses(known, method):
        yield say("same_way")
        yield from explaining.all_steps(c)
        return
    for name in (method,) if method else _METHODS.get(known.kind, ()):
        if uses(known, name):
            continue
        # The equations of a story are a problem of their own.
        for source in (known.source, known.problem) if has_system(c) else (known.source,):
            other = yield from toolbox.solve(source, c.language, name)
            if other.solved and _ids(other) != _ids(known) and (source is known.source or uses(other, name)):
                yield say("another_way")
                yield from explaining.present(c, other)
                return
    if not method and known.gives and c.problem_in_hand not in (None, known) and not _ways(known):
        # What was only asked besides has one way; the problem may have others.
        c.worked = c.problem_in_hand
        yield explaining.problem_line(c, c.worked)
        yield from another_way(c)
        return
    yield from _told_way(c, known, method)


def by_name(c: Conversation, text: str) -> Turn | None:
    """Tell a way that a text names, "by first principles", where it does what the working does; else None."""
    ways = _ways(c.problem_in_hand) if c.problem_in_hand is not None and _BY.search(text) else []
    way = next((way for way in ways if re.search(way.get("names", "$^"), text, re.IGNORECASE)), None)
    return _quoted(way[c.language]) if way is not None else None


def _quoted(text: str) -> Turn:
    yield say("another_way")
    yield say("quote", text=text)


def _ways(known: Worked) -> list[dict[str, str]]:
    """Return the ways told in words that do what one of the steps does."""
    return [way for way in load("ways").values() if any(re.search(way["steps"], step.id) for step in known.steps)]


def _told_way(c: Conversation, known: Worked, method: str) -> Turn:
    """Tell another way in words, or say that no other is known: none at all, or none by the method asked for."""
    way = next(iter(_ways(known)), None)
    if method:
        yield say("not_by_this_way")
    elif way is None:
        yield say("only_one_way")
    if way is not None:
        yield from _quoted(way[c.language])


def without(c: Conversation, text: str, method: str) -> Turn:
    """Solve the problem without a method or rule, or say that it was not used or that no other way is known."""
    known = c.worked
    if known is None:
        yield say("nothing_to_continue")
    elif uses(known, method) if method else _uses_rule(c, known, text):
        yield from another_way(c)
    else:
        yield say("done_without")


def names_means(text: str) -> bool:
    """Tell whether a text names something that a working may do without: trigonometry, a formula, letters."""
    return any(said.search(text) for said, _ in _MEANS)


def _uses_rule(c: Conversation, known: Worked, text: str) -> bool:
    named = [shows for said, shows in _MEANS if said.search(text)]
    return any(shows.search(known.written) for shows in named) or linking.linked(known, text, c.position) is not None


def has_system(c: Conversation) -> bool:
    """Tell whether the problem in hand is a system of equations."""
    return c.problem_in_hand is not None and r"\begin{cases}" in c.problem_in_hand.problem


def one_unknown(c: Conversation) -> Turn:
    """Show how a system is brought to one unknown: by what one equation says of the other."""
    known = c.problem_in_hand
    worked = (yield from toolbox.solve(known.source, c.language, "substitution")) if known is not None else None
    steps = worked.steps if worked is not None else ()
    at = next((index for index, step in enumerate(steps) if step.id == "system.substitute"), None)
    if worked is None or at is None:
        yield say("only_one_way")
        return
    c.worked, c.position, c.focus = worked, at, "solution"
    yield say("one_unknown")
    for index in range(max(at - 1, 0), at + 1):
        yield from explaining.step_lines(c, worked, index, alone=True)


def summary(c: Conversation) -> Turn:
    """Say the solution in short: the problem, what it became line by line, and the answer."""
    worked = c.worked
    if worked is None:
        yield say("nothing_to_continue")
        return
    c.focus = "solution"
    lines = [step.after for step in worked.steps if step.after and not step.id.endswith(_UNTOLD)]
    shown = [line for line in dict.fromkeys(lines) if line != worked.answer]
    yield explaining.problem_line(c, worked)
    if shown:
        yield say("in_short", lines=", ".join(f"${line}$" for line in shown))
    yield explaining.answer_line(worked)


def one_line(c: Conversation) -> Turn:
    """Say problem, working and answer in one sentence."""
    worked = c.worked
    if worked is None:
        yield say("nothing_to_continue")
        return
    lines = [step.after for step in worked.steps if step.after and not step.id.endswith(_UNTOLD)]
    chain = dict.fromkeys((worked.problem, *lines, worked.answer))
    c.focus = "solution"
    yield say("in_short", lines=", ".join(f"${line}$" for line in chain if line))


def has_solution(c: Conversation) -> Turn:
    """Say whether the problem has a solution, and which."""
    worked = c.problem_in_hand
    if worked is None or worked.kind != "set":
        yield from problem_again(c)
        return
    yield say("answer_no" if worked.answer.endswith(r"\emptyset") else "answer_yes")
    yield explaining.answer_line(worked)


def what_is_asked(c: Conversation) -> Turn:
    """Say what is to be found in the problem that is set, else in the problem in hand, and repeat it."""
    worked = c.exercise.worked if c.exercise is not None else c.problem_in_hand
    if worked is None and c.exercise is None:
        yield say("no_problem_yet")
        return
    names = [amount.name for amount in worked.amounts if amount.asked] if worked is not None else []
    unknowns = substitution.unknowns_of(worked.problem) if worked is not None and worked.kind == "set" else []
    if names:
        yield say("find_amount", name=names[0])
    elif unknowns and worked is not None and "=" in worked.problem:
        yield say("find_unknown", letters=", ".join(f"${letter}$" for letter in unknowns))
    else:
        yield say("find_this")
    yield from problem_again(c)


def uses(worked: Worked, method: str) -> bool:
    """Tell whether a solution goes by a method."""
    return method == worked.method or any(step.id.startswith(_STEPS.get(method, ("?",))) for step in worked.steps)


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
