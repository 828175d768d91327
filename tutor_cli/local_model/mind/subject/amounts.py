"""Questions about the quantities of a story just worked out: the unit, another unit, rounding."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.subject.worked import Amount, fraction_of
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.measures import UNITS, measures, unit_named
from tutor_cli.maths.solve.stories.units import said

_UNIT = re.compile(
    r"\b(?:what(?:'s|s| is| are| was)?|which|in what|in which)(?: the| its)? units?\b|^\W*(?:and )?units?\W*$",
    re.IGNORECASE,
)
_INTO = re.compile(
    r"^\W*(?:(?:and|so|ok|what is|whats|what's|how much is|that|it|is|give|convert|tell me|say|write|the answer|change|time|this)\W+)*"
    r"(?:in|into|to|how many) (?P<unit>(?:(?:square|cubic) )?[a-z]+(?: per [a-z]+|/[a-z]+)?)(?: (?:is|are) (?:that|it|this))?(?: please)?\W*$",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*how many (?P<what>[a-z ]+?)(?: (?:are|were) there)?(?P<all> in all| altogether| in total)?\W*$",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"^\W*(?:(?:can|could|you|please|now|ok|and|so)\W+)*(?:round|(?:give|tell|say|write)(?: me)? (?:it|the answer|that)(?= to))(?:ed)?(?: (?:it|that|this|the answer|off|up))*"
    r"(?: to (?P<places>one|two|three|1|2|3) (?:decimals?|places?)[a-z ]*)?\W*$",
    re.IGNORECASE,
)
_PLACES = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}
_PROFIT_OR_LOSS = re.compile(r"\b(?:profit|gain) or (?:a )?loss\b", re.IGNORECASE)
_CLAIMS = re.compile(
    r"^(?!.*\bwhat if\b)\W*(?:so|then|ok|okay|is|was|are|that means|does that mean|it means|therefore|hence|right)\b",
    re.IGNORECASE,
)
_ASKS_NAME = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what (?:is|was|are)|whats|what's|how much (?:is|was)|tell me|find)\b|^\W*and (?:the|his|her|its)\b.*\?\W*$",
    re.IGNORECASE,
)
# The rate of the story is that of a year.
_OTHER_RATE = re.compile(r"\b(?:per|a|each|every) (?:month|quarter|week|day|hour)\b|\bmonthly\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}")
_NO_CONTENT = frozenset(
    ("what", "was", "the", "and", "his", "her", "its", "how", "much", "tell", "find", "are", "that", "then", "so", "for", "one", "each", "does", "this",
     "mean", "means", "right", "yes", "per", "you", "did", "get", "got", "percent", "whats", "here", "again", "rupees", "value", "amount", "old")
)  # fmt: skip
_MOST_WORDS = 10


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the amounts of the story in hand, or None where the utterance asks none."""
    if c.exercise is not None or not _answers(c) or len(u.text.split()) > _MOST_WORDS:
        return None
    if c.language != "en":
        return None
    return next((turn for question in _QUESTIONS if (turn := question(c, u.text))), None)


def _answers(c: Conversation) -> list[Amount]:
    return [item for item in c.worked.amounts if item.asked] if c.worked else []


def _unit(c: Conversation, text: str) -> Turn | None:
    if not _UNIT.search(text):
        return None
    item = _answers(c)[0]
    if not item.unit:
        return saying("amount_no_unit", name=_capital(item.name))
    unit = {"%": "percent", "°": "degrees"}.get(item.unit, said(item.unit, "en"))
    return saying("amount_unit", name=_capital(item.name), unit=unit, amount=item.amount)


def _into(c: Conversation, text: str) -> Turn | None:
    found = _INTO.match(text)
    item = _answers(c)[0]
    unit = unit_named(found["unit"]) if found else ""
    if not unit or item.unit not in UNITS or UNITS[unit][0] != UNITS[item.unit][0]:
        return None
    value = fraction_of(item.value)
    return None if value is None else _converted(c, item, value, unit)


def _converted(c: Conversation, item: Amount, value: Fraction, unit: str) -> Turn:
    worked = yield from toolbox.solve(f"({value}) * ({UNITS[item.unit][1] / UNITS[unit][1]})", c.language)
    if worked.solved:
        yield say("amount_is", name=_capital(item.name), amount=f"${worked.target}$ {said(unit, 'en')}")
    else:
        yield say("refused")


def _counted(c: Conversation, text: str) -> Turn | None:
    """Tell how many there are of what the working counts: "how many outcomes are there in all?"."""
    found = _HOW_MANY.match(text)
    words = set(found["what"].split()) if found else set()
    named = [item for item in (c.worked.amounts if c.worked else ()) if words and words <= set(item.name.split())]
    named = [item for item in named if item.name.startswith("the number of")]
    whole = [item for item in named if "all" in item.name.split()] if found and found["all"] else []
    chosen = whole or (named if len(named) == 1 else [])
    return saying("amount_is", name=_capital(chosen[0].name), amount=chosen[0].amount) if chosen else None


def _round(c: Conversation, text: str) -> Turn | None:
    found = _ROUND.match(text)
    item = _answers(c)[0]
    value = fraction_of(item.value)
    if not found or value is None:
        return None
    places = _PLACES[(found["places"] or "two").lower()]
    if (value * 10**places).denominator == 1:
        return saying("amount_exact", name=_capital(item.name), amount=item.amount)
    return _rounded(c, item, value, places)


def _rounded(c: Conversation, item: Amount, value: Fraction, places: int) -> Turn:
    worked = yield from toolbox.solve(f"round {value} to {places} decimal places", c.language)
    yield say("amount_about", amount=_with_unit(worked.target, item.unit)) if worked.solved else say("refused")


def _profit_or_loss(c: Conversation, text: str) -> Turn | None:
    named = [item for item in (c.worked.amounts if c.worked else ()) if item.name in ("the profit", "the loss")]
    if not _PROFIT_OR_LOSS.search(text) or not named:
        return None
    return saying("amount_kind", kind=named[0].name.removeprefix("the "), amount=named[0].amount)


def _claimed(c: Conversation, text: str) -> Turn | None:
    """Judge a number that the pupil says of the story: "so he gained 300 rupees?"."""
    numbers = measures(told(text))
    if not _CLAIMS.match(text) or len(numbers) != 1:
        return None
    claimed = numbers[0]
    same = [
        item
        for item in (c.worked.amounts if c.worked else ())
        if fraction_of(item.value) == Fraction(claimed.value) and claimed.unit in ("", item.unit)
    ]
    named = _named(c, text)
    if named is not None and claimed.unit in ("", named.unit):
        right = fraction_of(named.value) == Fraction(claimed.value)
        return saying("amount_right" if right else "amount_wrong", name=named.name, amount=named.amount)
    # Of several answers it has to be said which one is meant: "so the smallest is 26?" is no claim about the others.
    meant = len(same) == 1 and len([item for item in _answers(c) if item.unit == same[0].unit]) < 2
    return saying("amount_right", name=same[0].name, amount=same[0].amount) if meant else None


def _lookup(c: Conversation, text: str) -> Turn | None:
    """Tell a quantity of the story by its name: "what is the area of the walls"."""
    if not _ASKS_NAME.match(text) or _OTHER_RATE.search(text) or measures(told(text)):
        return None
    item = _named(c, text) or _called(c, text)
    return saying("amount_is", name=_capital(item.name), amount=item.amount) if item else None


def _named(c: Conversation, text: str) -> Amount | None:
    """Return the quantity whose name has all words of the text, or whose own the text has beside the problem's."""
    said_words, known = _content(text), _content(c.worked.source if c.worked else "")
    found = []
    for item in c.worked.amounts if c.worked else ():
        own = _content(item.name)
        if own and said_words and (said_words <= own or own <= said_words <= own | known):
            found.append((len(own ^ said_words), item))
    percents = "percent" in text or "%" in text
    fitting = [(score, item) for score, item in found if ("percent" in item.name) == percents]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _called(c: Conversation, text: str) -> Amount | None:
    """Return the quantity that is called just so: "what is the amount?"."""
    asked = re.sub(r"^.*\b(?=the )", "", text.lower()).strip(" ?.!")
    return next((item for item in (c.worked.amounts if c.worked else ()) if item.name == asked), None)


def _content(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower().replace("'s", ""))
    return frozenset(word.rstrip("s")[:6] for word in words if word not in _NO_CONTENT and not unit_named(word))


def _with_unit(value: str, unit: str) -> str:
    return f"${value}\\%$" if unit == "%" else f"${value}$ {said(unit, 'en')}".strip()


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


_QUESTIONS: tuple[Callable[[Conversation, str], Turn | None], ...] = (
    *(_unit, _into, _counted, _round, _profit_or_loss, _claimed, _lookup),
)
