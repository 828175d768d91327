"""Which step a question names: by its operations, its numbers and formulas, and its words."""

from __future__ import annotations

import re
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.utterance.keys import is_among, of_entry
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.spoken import with_digits

COMPARED = re.compile(
    r"\b(?:more|less|greater|bigger|smaller|larger|higher|lower) than (?:-?\d|one\b|zero\b)"
    r"|\b\d+ (?:se|से) (?:zyada|jyada|kam|bada|chhota|adhik|ज़्यादा|ज्यादा|कम|बड़ा|छोटा|अधिक)",
    re.IGNORECASE,
)
"""What is said of how the answer compares with a number: that number is none of the working."""
# What a match of a question and a step is worth.
_OPERATION, _SHOWS, _NUMBER_DONE, _NUMBER_SEEN, _WORD = 4, 1, 3, 1, 1
# So many words of its reason name a step.
_TELLING = 2
# These steps only tell what is given.
GIVENS = (".given", ".opening", ".let")
# Their words name nothing else.
_PLAIN_OPERATIONS = ("add", "subtract", "multiply", "divide", "square", "factor", "substitute")
# Nobody who names numbers means these.
LEAST = (*GIVENS, ".check")
_NUMBER, _DIGITS = re.compile(r"\d+[a-z]?"), re.compile(r"\d+")
_FORMULA = re.compile(r"[a-z\d]+(?:\s*[-+*/^=]\s*[a-z\d]+)+")


def linked(worked: Worked, question: str, position: int) -> int | None:
    """Return the step a question names, the one at the position where it fits as well; None where it names none."""
    named = named_operations(question)
    scores = [_score(step, question, named) for step in worked.steps]
    best = max(scores, default=0)
    if not best:
        return None
    here = min(position, len(scores) - 1)
    return here if scores[here] == best else scores.index(best)


def part_named(step: WorkedStep, question: str) -> WorkedStep | None:
    """Return the part of a step whose reason has the numbers or more of the words of the question, if there is one."""
    numbers = set(_DIGITS.findall(with_digits(question))) - set(_DIGITS.findall(step.reason))
    parts = (part for part in step.parts if numbers and numbers <= set(_DIGITS.findall(part.reason)))
    worded = max(step.parts, key=lambda part: _shared(part, question), default=None)
    named = worded is not None and _shared(worded, question) >= max(_TELLING, _shared(step, question) + 1)
    return next(parts, worded if named and not _DIGITS.search(question) else None)


def by_words(worked: Worked, question: str) -> int | None:
    """Return the step that shares most words with a question, itself or in a part, where they tell it."""
    shared = [max(_shared(part, question) for part in (step, *step.parts)) for step in worked.steps]
    best = max(shared, default=0)
    return shared.index(best) if best >= _TELLING else None


def _shared(step: WorkedStep, question: str) -> int:
    """Return how many words of a question are those of a step's reason."""
    asked = {word.sound for word in tokens(question) if not is_function_word(word)}
    return len(asked & {word.sound for word in tokens(step.reason) if not is_function_word(word)})


def is_not_done(worked: Worked, question: str) -> bool:
    """Tell whether a question names an operation that no step does, and no number or formula of one."""
    named = [name for name in named_operations(question) if name in _PLAIN_OPERATIONS]
    said = {word.sound for word in tokens(question) for name in named if is_among(word, _operations()[name])}
    told = {word.sound for step in worked.steps for word in tokens(step.reason)}
    shown = {number for step in worked.steps for part in (step, *step.parts) for number in _DIGITS.findall(part.after)}
    spoken = shown.intersection(_DIGITS.findall(with_digits(question)))
    done = bool(spoken or said & told) or any(does(step, name) for step in worked.steps for name in named)
    return bool(named) and not done and all(_score(step, question, []) < _NUMBER_DONE for step in worked.steps)


def does_named(worked: Worked, question: str) -> bool:
    """Tell whether some step does an operation that a question names, with its numbers; true where it names none."""
    named, numbers = named_operations(question), set(_DIGITS.findall(with_digits(question)))
    steps = ((step, set(_DIGITS.findall(f"{step.reason} {step.before} {step.after}"))) for step in worked.steps)
    return not named or any(numbers <= shown and any(does(step, name) for name in named) for step, shown in steps)


def is_bare(question: str) -> bool:
    """Tell whether a question says nothing but "why": "but why is that wrong?"."""
    bare = of_entry(load("operations")["bare"])
    return all(is_function_word(word) or is_among(word, bare) for word in tokens(question))


def named_operations(question: str) -> list[str]:
    """Return the operations that a question names."""
    said = tokens(question)
    return [name for name, keys in _operations().items() if any(is_among(word, keys) for word in said)]


def is_plain(operation: str) -> bool:
    """Tell whether the words of an operation name nothing else: the Hindi for a denominator is "every" as well."""
    return operation in _PLAIN_OPERATIONS


def does(step: WorkedStep, operation: str) -> bool:
    """Tell whether a step does an operation, or shows it in what it gives."""
    signs = load("operations")[operation]["shows"]
    return _is(step, operation) or any(sign in step.after or sign in step.reason for sign in signs)


def _score(step: WorkedStep, question: str, named: list[str]) -> int:
    if step.id.endswith(LEAST):
        return 0
    words = {word.sound for word in tokens(question) if not is_function_word(word) and not word.plain.isdecimal()}
    numbers = set(_NUMBER.findall(with_digits(question)))
    reasons = " ".join((step.reason, *(part.reason for part in step.parts)))
    lines = " ".join((step.before, step.after, *(part.after for part in step.parts)))
    done, seen = (set(_NUMBER.findall(text)) for text in (reasons, lines))
    operation = max((_OPERATION if _is(step, name) else _SHOWS * does(step, name) for name in named), default=0)
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


@cache
def _operations() -> dict[str, frozenset[str]]:
    return {name: of_entry(entry) for name, entry in load("operations").items() if "steps" in entry}
