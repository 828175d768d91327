"""How an answer hangs on what is given: which way it goes as a quantity grows, and why it changed with the problem."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Asking, Turn, say
from tutor_cli.local_model.mind.subject.edits.editing import edited
from tutor_cli.local_model.mind.subject.substitution import read
from tutor_cli.local_model.mind.subject.worked import Amount, Worked, WorkedStep
from tutor_cli.local_model.mind.telling import explaining, linking
from tutor_cli.local_model.mind.telling.principles import principle_of
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.terms import terms_in
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.solve.exact import Undefined
from tutor_cli.maths.solve.numeric import Unknown, compiled

# What a quantity does, in either direction, in Hindi.
_GOES = (
    r"(?<![\w\u0900-\u097f])(?:badh|ghat|zyada|jyada|kam|aage|dur|door|paas|jaa|बढ़|घट|ज़्यादा|ज्यादा|अधिक|कम|दूर|पास|जा)"
)
_ASKS = re.compile(
    r"\bwhat (?:happens|would happen|will happen) to\b"
    r"|\b(?:how|does|do|will|would)\b.*\b(?:change|affect|increase|decrease|grow|shrink|rise|fall|get)\w*\b.*\b(?:if|when|as)\b"
    r"|\b(?:if|when|as)\b[^,]*,.*\b(?:go|goes|get|gets|become|becomes|change|increase|decrease)\b"
    rf"|{_GOES}\w*.*(?:asar|farak|kya ho|badleg|badheg|ghateg|असर|फ़?र्क|क्या हो|बदलेग|बढ़ेग|घटेग)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"\b(?:if|when|as|with)\b(?P<en>[^,?]+)|^(?P<hi>.+?{_GOES}\S*)", re.IGNORECASE)
_FALLS = re.compile(
    r"\b(?:decreas|small|less|clos|near|short|low|fall|shrink|reduc|few|drop|slow)\w*|\b(?:ghat|kam\b|paas|chhot)\w*"
    r"|घट|कम|पास|छोट",
    re.IGNORECASE,
)
_MORE_OR_LESS = r"(?:more|less|fewer|smaller|bigger|larger|greater|higher|lower|change\w*|different|same)"
_CHANGED = re.compile(
    r"^\W*(?:(?:so|and|but|then)\W+)*(?:why|how come) (?:is|are|does|did|was|has|do|have)"
    rf" (?:it|that|this|they|the (?:answer|number|result)\w*) (?:\w+ ){{0,3}}?{_MORE_OR_LESS}"
    r"(?: (?:now|than before|this time|here|then|one|number))*\W*$"
    rf"|^\W*(?:(?:to|aur|ab|ye|yeh|yah|अब|यह|ये|तो)\W+)*(?:badal|बदल|{_GOES})\w*\W+(?:\w+\W+)?(?:kyu|kyun|kyon|क्यों)(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# So many times the quantity is made larger or smaller, to see which way the answer goes.
_TRIES = 2
_SAID_OF_ANY = frozenset((
    "happens", "happen", "answer", "result", "change", "value", "increase", "decrease", "affect", "get", "become",
    "becomes", "go", "goes", "up", "down", "would", "will", "does", "do", "larger", "bigger", "smaller", "more",
    "less",
))  # fmt: skip
# What a change in words means, where the quantity is not named.
_IMPLIED = {
    "distance": ("distance", "away"),
    "height": ("height", "reach"),
    "rate": ("rate",),
    "time": ("time", "years"),
}


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that says which way the answer goes as a quantity of the problem grows, or None."""
    known = c.problem_in_hand
    if known is None or c.exercise is not None or _NUMBER.search(u.text) or not _ASKS.search(u.text):
        return None
    if (change := edited(u.text, known)) and change.problem:
        return None
    clause = _CLAUSE.search(u.text)
    if clause and clause["en"] and not _is_asked(known, u.text[: clause.start()] + u.text[clause.end() :]):
        return None
    place = _place(known, next(filter(None, clause.groups()))) if clause else None
    return _trend(c, known, place, -1 if clause and _FALLS.search(clause.group()) else 1) if place else None


def _is_asked(known: Worked, text: str) -> bool:
    """Tell whether the quantity that a text speaks of is the one that was worked out."""
    said = {word.plain for word in tokens(text) if not is_function_word(word)} - _SAID_OF_ANY
    told = {word.plain for word in tokens(known.told or known.source)}
    return said <= told


def _place(known: Worked, clause: str) -> tuple[str, tuple[int, int]] | None:
    """Return the name of the given quantity that a clause speaks of, if it has one, and where its number stands."""
    words = [word for word in tokens(clause) if not is_function_word(word)]
    implied = [word for term in terms_in(clause) for word in _IMPLIED.get(term, (term,))]
    if item := _meant(known, {*implied, *(word.plain for word in words), *(word.sound for word in words)}):
        places = [found.span() for found in _NUMBER.finditer(known.source) if found.group() == item.value]
        if len(places) == 1:
            return item.name, places[0]
    for name in (*implied, *(word.plain for word in words)):
        found = edited(f"what if the {name} is doubled", known)
        if found and found.problem and (place := _differing(known.source, found.problem)):
            return "", place
    return None


def _meant(known: Worked, said: set[str]) -> Amount | None:
    """Return the given quantity whose name shares most with what was said, where it is one."""
    shared = {
        item.letter: len(said & {form for word in tokens(item.name) for form in (word.plain, word.sound)})
        for item in known.amounts
        if not item.asked
    }
    best = [letter for letter, count in shared.items() if count and count == max(shared.values())]
    return next((item for item in known.amounts if len(best) == 1 and item.letter == best[0]), None)


def _differing(source: str, other: str) -> tuple[int, int] | None:
    """Return where the only number stands in which two wordings of a problem differ."""
    mine, its = list(_NUMBER.finditer(source)), _NUMBER.findall(other)
    changed = [found.span() for found, number in zip(mine, its, strict=False) if found.group() != number]
    return changed[0] if len(mine) == len(its) and len(changed) == 1 else None


def _trend(c: Conversation, known: Worked, place: tuple[str, tuple[int, int]], sign: int) -> Turn:
    name, (start, end) = place
    old = Fraction(known.source[start:end])
    step = Fraction(1) if old > _TRIES else old / 10
    values, last = [_value(known)], known
    numbers = [f"{float(old + sign * step * times):g}" for times in range(1, _TRIES + 1)]
    for number in numbers:
        worked = yield from _with(c, known, known.source[:start] + number + known.source[end:])
        values.append(_value(worked) if worked is not None else None)
        last = last if worked is None or len(values) > _TRIES else worked
    key = _direction(values)
    if not key:
        yield say("trend_unclear")
        return
    yield say(key)
    if last is not known:
        key = "trend_example_of" if name else "trend_example"
        yield say(key, old=known.source[start:end], new=numbers[0], **({"name": name} if name else {}))
        yield explaining.answer_line(last)


def _with(c: Conversation, known: Worked, problem: str) -> Asking[Worked | None]:
    worked = yield from toolbox.solve(problem, c.language, known.method)
    return worked if worked.solved else None


def _value(worked: Worked) -> float | None:
    tree = read(worked.value)
    try:
        return float(compiled(tree)({})) if tree is not None else None
    except (Unknown, Undefined, TypeError, ValueError):
        return None


def _direction(values: list[float | None]) -> str:
    """Return the key of what is said of values that go one way, or nothing."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return ""
    signs = {(after > before) - (after < before) for before, after in pairwise(known)}
    return {1: "trend_up", -1: "trend_down", 0: "trend_same"}[signs.pop()] if len(signs) == 1 else ""


def why(c: Conversation, text: str) -> Turn | None:
    """Return the turn that sets the working beside that of the problem before its change, or None."""
    now = c.worked
    source = c.edited.get(now.source, "") if now is not None else ""
    before = next((worked for worked in reversed(c.history) if worked.source == source), None)
    if now is None or before is None or not _CHANGED.search(text):
        return None
    return _side_by_side(c, before)


def _side_by_side(c: Conversation, before: Worked) -> Turn:
    now = c.worked
    if now is None:
        return
    if before.language != c.language:
        before = yield from toolbox.solve(before.source, c.language, before.method)
    for key, worked in (("working_before", before), ("working_now", now)):
        step = _deciding(worked)
        yield say(key, reason=explaining.sentence(step.reason))
        yield say("step_gives", after=step.after)
    if principle := principle_of(c, _deciding(now)):
        yield say("quote", text=principle)


def _deciding(worked: Worked) -> WorkedStep:
    done = [step for step in worked.steps if not step.id.endswith(linking.LEAST)]
    return next((step for step in done if step.id.startswith(("quantity.", "recipe."))), (done or worked.steps)[0])
