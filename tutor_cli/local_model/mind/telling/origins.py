"""Where a number or a value of the working comes from: given, worked out in a step, or made of numbers given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Asking, Line, Turn, say
from tutor_cli.local_model.mind.subject import partial, stating
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import explaining, linking, reasons
from tutor_cli.local_model.mind.telling.principles import principle_of
from tutor_cli.maths.spoken import find_spans, with_digits

# Steps that put given numbers into a formula.
_PUT_IN = ("recipe.", "story.", "quantity.")
_OTHER = re.compile(r"\bother\b|\bdusr|\bdoosr|दूसर", re.IGNORECASE)
_SOLUTION = re.compile(
    r"\b(?:first|second|third|other) (?:\w+ )?(?:solution|root|answer|value|factor)"
    r"|(?:pehl|pahl|dusr|doosr|पहल|दूसर)\w*\s+(?:hal|mool|root|answer|value|solution|हल|मूल|मान)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(\d+)\s*/\s*(\d+)")
_VALUE = re.compile(
    r"(?<![A-Za-z\d\\])(?P<letter>[A-Za-z])\s*(?:=|barabar|equals|बराबर)\s*(?P<value>-?\d+(?:\s*/\s*\d+)?)"
)
_ASKS = re.compile(
    r"\bwhere\b.*\b(?:from|get|got)\b|\bhow come\b"
    r"|\bhow (?:did|does|is|has|was|have)\b.*\b(?:come|came|get|got|become|became|turn\w*|arrive)\b"
    r"|(?<!\w)(?:kahan|kaha|kahaan|कहाँ|कहां)\s+(?:se|से)(?!\w)"
    r"|(?<!\w)(?:kaise|kese|कैसे)\s+(?:aay\w*|aa(?: |$)|ban[ai]|mil[aei]|nikl\w*|nikala|hua|ho gay\w*"
    r"|आय\w*|आई|आए|बन\w*|मिल[ाीे]|निकल\w*|निकाला|हुआ|हो गय\w*)",
    re.IGNORECASE,
)
# "what does the 12 stand for?", "200 kya hai?"
_MEANS = re.compile(
    r"\bwhat (?:does|do|did|is|are|about) (?:the |that |this )?-?\d+(?:\.\d+)?(?: here)?"
    r" (?:actually |really |here )?(?:mean|represent|stand|tell|for|show|doing|stands)\b"
    r"|(?<![\w.])\d+ (?:(?:ka|का) )?(?:yahan )?(?:(?:kya|क्या) )?(?:matlab|arth|bata\w*|मतलब|अर्थ|बता\w*)"
    r"|(?<![\w.])\d+ (?:yahan )?(?:kya|क्या) (?:hai|है)\W*$",
    re.IGNORECASE,
)
# "3x^2", "-2y": a term of the working.
_TERM = re.compile(r"(?<![\w^])\d*(?:[a-z]\^\d+|[a-z])(?![\w(^])", re.IGNORECASE)
_BECOME = re.compile(r"\b(?:become|became|turn\w*|hua|ban\w*)\b|हुआ|बन", re.IGNORECASE)
# "one third", of which the 1 alone says nothing.
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6}
_PART = re.compile(rf"\b(?:one|a) ({'|'.join(_PARTS)})\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?<![\w)])-\d+(?:\.\d+)?")
# So many given numbers are added up to see whether they make the one asked about.
_MOST_ADDED = 6
_MOST_LISTED = 8


def asks(text: str) -> bool:
    """Tell whether a text asks where a number or a value comes from, or what it stands for."""
    named = _NUMBER.search(with_digits(text)) or _SOLUTION.search(text)
    return _MEANS.search(text) is not None or (_ASKS.search(text) is not None and named is not None)


def said(c: Conversation) -> Turn:
    """Tell where what the pupil speaks of comes from."""
    return tell(c, c.heard)


def tell(c: Conversation, text: str) -> Turn:
    """Tell where a number comes from: "where did the 12 come from?", "y = 3 kaise aaya"."""
    text = _PART.sub(lambda found: f"1/{_PARTS[found[1].lower()]}", text)
    worked = c.worked = _working_with(c, _NUMBER.findall(with_digits(text)))
    if worked is None or not worked.steps:
        yield say("nothing_to_continue")
    elif (index := _writing(worked, text)) is not None:
        yield from step(c, worked, index)
    elif numbers := _NUMBER.findall(with_digits(text)):
        number = numbers[-1 if _BECOME.search(text) else 0]
        yield from _of_number(c, worked, number)
        if _MEANS.search(text) and number in _given(c, worked) and "origin_given" in c.said:
            yield from _going_in(c, worked, number)
    else:
        index = linking.linked(worked, text, c.position)
        yield from explaining.all_steps(c) if index is None else step(c, worked, index)


def _working_with(c: Conversation, numbers: list[str]) -> Worked | None:
    """Return the latest working that has the number asked about: one that finds it before one that it was put into."""
    if not numbers:
        return c.worked
    with_it = [known for known in (c.worked, *reversed(c.history)) if known is not None and known.mentions(numbers[0])]
    if not with_it or c.worked is c.problem_in_hand is with_it[0]:
        return c.worked
    found = (known for known in with_it if known.steps and numbers[0] not in _NUMBER.findall(known.source))
    return next(found, with_it[0])


def _of_number(c: Conversation, worked: Worked, number: str) -> Turn:
    """Tell the step that brings a number in, or say that it was given, what it is made of, or that it is not there."""
    given, index = _given(c, worked), _bringing(worked, number)
    made = _made_of(number, given) if number in _NUMBER.findall(worked.problem) and number not in given else ""
    amount = next((item for item in worked.amounts if item.value == number and not item.asked), None)
    if amount is not None and number in given:
        yield say("number_is", number=number, name=amount.name, amount=amount.amount)
    elif made:
        yield say("origin_made", number=number, made=made)
    elif index is not None and (number not in given or _gives_more(worked.steps[index], number)):
        yield from step(c, worked, index)
    elif number in given:
        yield say("origin_given", number=number)
        yield explaining.problem_line(c, worked)
    else:
        yield from (yield from _inside(c, worked, number)) or _not_there(worked, number)


def _going_in(c: Conversation, worked: Worked, number: str) -> Turn:
    """Tell the first step that does something with a number given."""
    steps = (at for at, step in enumerate(worked.steps) if not step.id.endswith(linking.LEAST))
    index = next(
        (at for at in steps if number in _NUMBER.findall(worked.steps[at].reason + worked.steps[at].after)), None
    )
    if index is not None:
        yield from explaining.step_lines(c, worked, index, alone=True)


def _not_there(worked: Worked, number: str) -> list[Line]:
    """Return what is said of a number that is not in the working: a part of it worked out, else the numbers there."""
    if made := partial.made_in(worked, Fraction(number)):
        return [say("origin_made_here", number=number, made=made)]
    texts = (worked.problem, *(step.after for step in worked.steps))
    there = dict.fromkeys(found for text in texts for found in _NUMBER.findall(text))
    listed = ", ".join(f"${found}$" for found in [*there][:_MOST_LISTED])
    return [say("origin_nowhere", number=number), *([say("numbers_there", numbers=listed)] if listed else [])]


def _inside(c: Conversation, worked: Worked, number: str) -> Asking[list[Line]]:
    """Return the line of the working inside a formula that brings the number in."""
    for step in worked.steps:
        lines: list[Line] = yield from reasons.smaller(c, step)
        for at, line in enumerate(lines):
            if any(number in _NUMBER.findall(text) for text in line.slots.values()):
                return lines[at - 1 : at + 1] if line.key == "step_gives" and at else [line]
    return []


def step(c: Conversation, worked: Worked, index: int) -> Turn:
    """Tell a step with what it starts from and the working inside it."""
    c.position, c.slow, c.focus = index, True, "solution"
    step = worked.steps[index]
    yield from explaining.step_lines(c, worked, index, alone=True)
    inside: list[Line] = yield from reasons.smaller(c, step)
    yield from inside
    if not inside and (principle := principle_of(c, step)):
        yield say("quote", text=principle)


def _given(c: Conversation, worked: Worked) -> list[str]:
    """Return the numbers of the problem as the pupil put it."""
    if not stating.is_story(c, worked):
        return _NUMBER.findall(worked.problem)
    words = stating.as_said(c, worked)
    return _NUMBER.findall(words) or _NUMBER.findall(with_digits(words))


def _gives_more(step: WorkedStep, number: str) -> bool:
    """Tell whether a step does not only repeat a number that was given."""
    if step.id.startswith(_PUT_IN):
        return step.after.endswith(f"= {number}")
    return number in _brought(step)


def _brought(step: WorkedStep) -> Counter[str]:
    """Return the numbers that a step brings in: those of its end beyond those of its beginning."""
    before, after = (Counter(_NUMBER.findall(text)) for text in (step.before, f"{step.after}"))
    return after - before if step.before != step.after else Counter()


def _writing(worked: Worked, text: str) -> int | None:
    """Return the step that writes what the text names first: a value of a letter, a solution, a fraction or a term."""
    steps = worked.steps
    if value := _VALUE.search(text):
        right = _FRACTION.sub(r"\\frac{\1}{\2}", value["value"].replace(" ", ""))
        ending = f"{value['letter']} = {right}".casefold()
        return next((at for at, step in enumerate(steps) if step.after.casefold().endswith(ending)), None)
    if (solution := _solving(worked, text)) is not None or (solution := _solution_named(worked, text)) is not None:
        return solution
    fraction = _FRACTION.search(text)
    written = rf"\frac{{{fraction[1]}}}{{{fraction[2]}}}" if fraction else ""
    written = written or next((term for term in _TERM.findall(text) if re.search(r"\d", term)), "")
    formulas = (*_NEGATIVE.findall(text), *(span.latex for span in find_spans(text)))
    written = written or next((formula for formula in formulas if _is_written(steps, formula)), "")
    if not written:
        return None
    writing = (at for at, step in enumerate(steps) if _writes(worked, step, written))
    return next(writing, next((at for at, step in enumerate(steps) if written in step.reason), None))


def _is_written(steps: tuple[WorkedStep, ...], formula: str) -> bool:
    """Tell whether a step ends with a formula that is more than digits: a negative number, a multiple of a root."""
    return not formula.isdecimal() and any(step.after.endswith(formula) for step in steps)


def _writes(worked: Worked, step: WorkedStep, formula: str) -> bool:
    """Tell whether a step writes a formula first: a line that stays as it is, unless the problem had it."""
    if step.before == step.after:
        return formula in step.after and formula not in worked.problem
    return step.after.count(formula) > step.before.count(formula)


def _bringing(worked: Worked, number: str) -> int | None:
    """Return the first step that brings in a number, itself or in its parts, else the first that speaks of it."""
    tests: tuple[Callable[[WorkedStep], bool], ...] = (
        lambda step: number in _brought(step) or _notes(worked, step, number),
        lambda step: any(number in _brought(part) for part in step.parts),
        lambda step: number in _NUMBER.findall(step.reason + step.after) and not step.id.endswith(linking.GIVENS),
    )
    return next((at for test in tests for at, step in enumerate(worked.steps) if test(step)), None)


def _notes(worked: Worked, step: WorkedStep, number: str) -> bool:
    """Tell whether a remark, which changes no line, has a number that the problem did not give."""
    remarks = step.before == step.after and not step.id.endswith(linking.GIVENS)
    return (
        remarks
        and number in _NUMBER.findall(step.reason + step.after)
        and number not in _NUMBER.findall(worked.problem)
    )


def _made_of(number: str, given: list[str]) -> str:
    """Return how a number is made of given ones: all of them added up, or two neighbours."""
    wanted, values = Decimal(number), [Decimal(text) for text in given]
    if 1 < len(values) <= _MOST_ADDED and sum(values) == wanted:
        return " + ".join(given)
    for (first, a), (second, b) in pairwise(zip(given, values, strict=True)):
        if b - a == wanted:
            return f"{second} - {first}"
        if a + b == wanted:
            return f"{first} + {second}"
    return ""


def _solution_named(worked: Worked, text: str) -> int | None:
    """Return the step that brings the first, second or other solution of several, where the text names one."""
    solutions = worked.answer.split(r" \text{ or } ")
    named = explaining.ordinal(text) or (len(solutions) if _OTHER.search(text) else 0)
    if len(solutions) == 1 or not 1 <= named <= len(solutions):
        return None
    return next((index for index, step in enumerate(worked.steps) if step.after == solutions[named - 1]), None)


def _solving(worked: Worked, text: str) -> int | None:
    """Return the step that brings the solution a text names by its value alone: "how did you get the 2?"."""
    numbers = _NUMBER.findall(text)
    values = {line.split(" = ")[-1]: line for line in worked.answer.split(r" \text{ or } ") if " = " in line}
    line = values.get(numbers[0]) if len(numbers) == 1 and len(values) > 1 and not _MEANS.search(text) else None
    return next((at for at, step in enumerate(worked.steps) if step.after == line), None) if line else None
