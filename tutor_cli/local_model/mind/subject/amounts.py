"""Questions about the quantities of a story just worked out: the unit, another unit, rounding, which one is greater."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
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
_ROUND = re.compile(
    r"^\W*(?:(?:can|could|you|please|now|ok|and|so)\W+)*(?:round|(?:give|tell|say|write)(?: me)? (?:it|the answer|that)(?= to))(?:ed)?(?: (?:it|that|this|the answer|off|up))*"
    r"(?: to (?:the )?(?:nearest (?P<nearest>[a-z]+)|(?P<places>one|two|three|1|2|3) (?:decimals?|places?)[a-z ]*))?\W*$",
    re.IGNORECASE,
)
_PLACES = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}
_COMPARES = re.compile(
    r"\b(?:who|which(?: one)?(?: of (?:them|the two))?)\b.*\b(?P<how>older|elder|younger|bigger|greater|larger|smaller|less|more|taller|shorter|heavier|lighter|cheaper|costlier|faster|slower)\b",
    re.IGNORECASE,
)
_COMPARES_HI = re.compile(
    r"(?=.*(?<!\w)(?:kaun|kon|कौन|(?:ki|की) (?:umr|umar|aa?yu|आयु|उम्र|उमर))(?!\w)).*?(?<!\w)(?P<how>(?:bad|chh?ot|बड़|बड|छोट)[aieाेी]|zyada|jyada|adhik|kam|ज़्यादा|ज्यादा|अधिक|कम)(?!\w)",
    re.IGNORECASE,
)
_AND_HOW_MUCH = re.compile(r"(?<!\w)(?:kitn[aie]|कितन[ाेी])(?!\w)", re.IGNORECASE)
_SMALLER_HI = re.compile(r"chh?ot.|छोट.|kam|कम", re.IGNORECASE)
_SMALLER = frozenset(("younger", "smaller", "less", "shorter", "lighter", "cheaper", "slower"))
_OLD_AT_BIRTH = re.compile(r"\bhow old was\b.*\b(?:born|birth)\b", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\bhow much (?:more|less|cheaper|longer|faster|extra|does \w+ save|did \w+ save|do i save|is saved)\b(?!.*\bthan\b)"
    r"|\bhow (?:many|much) more (?:is|was) (?:that|it)(?: than (?:before|the first|the old))?\b|\bthan before\b|\bdifference between (?:the two answers|these two|the two|them)\b",
    re.IGNORECASE,
)
_PROFIT_OR_LOSS = re.compile(r"\b(?:profit|gain) or (?:a )?loss\b", re.IGNORECASE)
_LETTER = re.compile(
    r"^\W*(?:(?:so|and|but|ok)\W+)?what(?:'s|s| is| was| does| do| did)?(?: you| we)?(?: the)?"
    r"(?: call| mean by| take as| take for| take| choose as| let)? (?P<letter>[A-Za-z])(?: here| stand for| mean| in this)*\W*$",
    re.IGNORECASE,
)
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
    if c.exercise is not None or c.worked is None or not c.worked.amounts or len(u.text.split()) > _MOST_WORDS:
        return None
    if c.language != "en":
        return _compare(c, u.text)
    return next((turn for question in _QUESTIONS if (turn := question(c, u.text))), None)


def _answers(c: Conversation) -> list[Amount]:
    return [item for item in c.worked.amounts if item.asked] if c.worked else []


def _tell(key: str, **slots: str) -> Turn:
    yield say(key, **slots)


def _unit(c: Conversation, text: str) -> Turn | None:
    if not _UNIT.search(text):
        return None
    item = _answers(c)[0]
    if not item.unit:
        return _tell("amount_no_unit", name=_capital(item.name))
    unit = {"%": "percent", "°": "degrees"}.get(item.unit, said(item.unit, "en"))
    return _tell("amount_unit", name=_capital(item.name), unit=unit, amount=item.amount)


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


def _round(c: Conversation, text: str) -> Turn | None:
    found = _ROUND.match(text)
    item = _answers(c)[0]
    value = fraction_of(item.value)
    if not found or value is None:
        return None
    if found["nearest"] and found["nearest"].lower() not in (
        "whole",
        "rupee",
        "integer",
        "day",
        "hour",
        "minute",
        "unit",
        "number",
    ):
        return None
    if found["nearest"] and unit_named(found["nearest"]) not in ("", item.unit):
        return None
    places = 0 if found["nearest"] else _PLACES.get((found["places"] or "two").lower(), 2)
    if (value * 10**places).denominator == 1:
        return _tell("amount_exact", name=_capital(item.name), amount=item.amount)
    return _rounded(c, item, value, places)


def _rounded(c: Conversation, item: Amount, value: Fraction, places: int) -> Turn:
    worked = yield from toolbox.solve(f"round {value} to {places} decimal places", c.language)
    yield say("amount_about", amount=_with_unit(worked.target, item.unit)) if worked.solved else say("refused")


_CHOICE = re.compile(r"\b(?:or|ya)\b|या")


def _compare(c: Conversation, text: str) -> Turn | None:
    found = (_COMPARES if c.language == "en" else _COMPARES_HI).search(text)
    items = [item for item in (c.worked.amounts if c.worked else ()) if fraction_of(item.value) is not None]
    units = {item.unit for item in _answers(c)}
    items = [item for item in items if item.unit in units][-2:] if len(_answers(c)) < 2 else _answers(c)
    if not found or len(items) != 2 or _one_at_two_times(*items) or _are_others_meant(text, items):
        return None
    first, second = sorted(items, key=lambda item: fraction_of(item.value) or 0, reverse=True)
    if first.value == second.value:
        return _tell("amounts_same", first=_capital(first.name), second=second.name, amount=first.amount)
    if found["how"].lower() in _SMALLER or _SMALLER_HI.fullmatch(found["how"]):
        first, second = second, first
    return _compared(c, first, second, with_gap=_AND_HOW_MUCH.search(text) is not None)


def _are_others_meant(text: str, items: list[Amount]) -> bool:
    """Tell whether a choice is between other things: "which pays more, yearly or half-yearly?"."""
    said = text.lower()
    named = [any(len(word) > 2 and word in said for word in item.name.lower().split()) for item in items]
    return _CHOICE.search(said) is not None and not all(named)


def _one_at_two_times(one: Amount, other: Amount) -> bool:
    """Tell whether two quantities are one at two times: "पिता की आयु", "तब पिता की आयु"."""
    return one.name in other.name or other.name in one.name


def _compared(c: Conversation, first: Amount, second: Amount, *, with_gap: bool) -> Turn:
    winner = first.name.removesuffix("'s age").removesuffix(" की आयु")
    told_of = {"first": _capital(first.name), "amount": first.amount, "second": second.name, "other": second.amount}
    yield say("amounts_compared", winner=winner, **told_of)
    if with_gap and (gap := _gap(c, first, second, "amount_difference")):
        yield from gap


def _at_birth(c: Conversation, text: str) -> Turn | None:
    ages = [item for item in (c.worked.amounts if c.worked else ()) if item.unit == "years"]
    if not _OLD_AT_BIRTH.search(text) or len(ages) != 2:
        return None
    return _gap(c, ages[0], ages[1], "amount_at_birth")


def _difference(c: Conversation, text: str) -> Turn | None:
    now = _answers(c)
    if not _DIFFERENCE.search(text) or len(now) != 1:
        return None
    earlier = ([item for item in work.amounts if item.asked] for work in reversed(c.history[:-1]) if not work.gives)
    before = next((items for items in earlier if len(items) == 1 and _same_sort(items[0], now[0])), None)
    if before is None:
        return None
    return _gap(c, before[0], now[0], "amount_difference")


def _same_sort(one: Amount, other: Amount) -> bool:
    """Tell whether two quantities are compared with each other: two interests, but no amount with an interest."""
    return one.unit == other.unit and one.name.split()[-1] == other.name.split()[-1]


def _gap(c: Conversation, one: Amount, other: Amount, key: str) -> Turn | None:
    a, b = fraction_of(one.value), fraction_of(other.value)
    if a is None or b is None:
        return None
    return _subtracted(c, max(a, b), min(a, b), one.unit, key)


def _subtracted(c: Conversation, high: Fraction, low: Fraction, unit: str, key: str) -> Turn:
    worked = yield from toolbox.solve(f"decimal value of ({high} - {low})", c.language)
    yield say(key, gap=worked.target, unit=said(unit, c.language)) if worked.solved else say("refused")


def _profit_or_loss(c: Conversation, text: str) -> Turn | None:
    named = [item for item in (c.worked.amounts if c.worked else ()) if item.name in ("the profit", "the loss")]
    if not _PROFIT_OR_LOSS.search(text) or not named:
        return None
    return _tell("amount_kind", kind=named[0].name.removeprefix("the "), amount=named[0].amount)


def _letter(c: Conversation, text: str) -> Turn | None:
    found = _LETTER.match(text) if c.worked and c.worked.steps[:1] and c.worked.steps[0].id == "story.let" else None
    item = next(
        (item for item in (c.worked.amounts if c.worked else ()) if found and item.letter == found["letter"]), None
    )
    return _tell("amount_letter", letter=item.letter, name=item.name, amount=item.amount) if item else None


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
        return _tell("amount_right" if right else "amount_wrong", name=named.name, amount=named.amount)
    # Of several answers it has to be said which one is meant: "so the smallest is 26?" is no claim about the others.
    meant = len(same) == 1 and len([item for item in _answers(c) if item.unit == same[0].unit]) < 2
    return _tell("amount_right", name=same[0].name, amount=same[0].amount) if meant else None


def _lookup(c: Conversation, text: str) -> Turn | None:
    """Tell a quantity of the story by its name: "what is the area of the walls"."""
    if not _ASKS_NAME.match(text) or _OTHER_RATE.search(text) or measures(told(text)):
        return None
    item = _named(c, text) or _called(c, text)
    return _tell("amount_is", name=_capital(item.name), amount=item.amount) if item else None


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
    *(_unit, _into, _round, _compare, _at_birth, _difference),
    *(_profit_or_loss, _letter, _claimed, _lookup),
)
