"""How an answer compares with the one before the problem was changed: "how much more is that?", "kitne guna hua?"."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from fractions import Fraction

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.worked import Amount, Worked, fraction_of
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.maths.solve.stories.units import said

_LEAD = r"^\W*(?:(?:and|so|but|ok|okay|then|now|by)\W+)*"
_IT = r"(?: (?:is|was|are|were|do|did|does|will|would|bigger|more|less) ?(?:it|that|this|we|i|the answer|the new one)?(?: (?:now|get|be|then|change|changed|grow|grew))?)?"
_THAN = r"(?: (?:than|from|compared (?:to|with)|over|as) (?:before|earlier|the (?:first|original|old|earlier|last|previous|\d+(?:st|nd|rd|th))(?: (?:one|answer|value|case|term))?|that))?"
_DIFFERENCE = re.compile(
    _LEAD
    + r"(?:how (?:much|many) (?:more|less|extra|[a-z]{3,}er)"
    + rf"{_IT}{_THAN}|how much (?:does|did|has|will) (?:it|that|the answer|this) (?:change|changed|grow|grown|increase|increased|decrease|fall)d?{_THAN}"
    + r"|what(?:'s| is) the (?:difference|change)(?: (?:between|now|from) (?:the two(?: answers)?|them|these two|before))?)\W*$",
    re.IGNORECASE,
)
_DIFFERENCE_HI = re.compile(
    r"^\W*(?:(?:to|toh|aur|ye|yeh|pehle se|ab|तो|और|यह|ये|अब|पहले से)\W+)*(?:kitn[aei]|कितन[ाेी])\W+"
    r"(?:zyada|jyada|adhik|kam|antar|farq|fark|farak|badh|ghat|bada|ज़्यादा|ज्यादा|अधिक|कम|अंतर|फर्क|फ़र्क|बढ़|घट|बड़ा)\w*[\u0900-\u097f]*"
    r"(?:\W+(?:hai|hua|hui|aaya|aayi|mila|hoga|gaya|pehle se|है|हुआ|हुई|आया|मिला|होगा|गया|पहले से))*\W*$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    _LEAD + rf"how many times (?:as )?(?:bigger|more|greater|larger|much|big|large|that|it)?{_IT}{_THAN}\W*$"
    r"|^\W*(?:(?:to|ye|yeh|तो|यह)\W+)*(?:kitn[aei]|कितन[ाेी])\W+(?:gun[aei]|गुन[ाेी])(?:\W+(?:hai|hua|ho gaya|bada|है|हुआ|हो गया|बड़ा))*\W*$",
    re.IGNORECASE,
)
_THAN_NUMBER = re.compile(
    _LEAD + rf"how (?:much|many) (?:more|less|extra|[a-z]{{3,}}er){_IT} than (?P<number>\d+(?:\.\d+)?)\W*$",
    re.IGNORECASE,
)
_VALUES = frozenset(("value", "expression"))
_LONG_FRACTION = re.compile(r"\\frac\{(\d+)\}\{(\d{2,})\}")
_LONGEST_SHOWN = 24
_ZERO, _LESS = "0", "-"
_TWICE = Fraction(2)


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Compare the last answer with the one before, or None where that is not asked or they are no such values."""
    if (found := _THAN_NUMBER.match(u.text)) and c.exercise is None and c.worked is not None and _is_value(c.worked):
        return _from_number(c, c.worked, found["number"])
    times = _TIMES.match(u.text) is not None
    if c.exercise is not None or not (times or _DIFFERENCE.match(u.text) or _DIFFERENCE_HI.match(u.text)):
        return None
    now, before = c.worked, _before(c)
    if now is None or before is None or not (_is_value(now) and _is_value(before)) or _unit(now) != _unit(before):
        return None
    return _times(c, before, now) if times else _difference(c, before, now)


def effect(c: Conversation, how: str, before: Worked, now: Worked) -> Turn:
    """Say whether an answer changes in the way asked, and from what to what."""
    if _unit(before) != _unit(now):
        return
    factor = Fraction(0)
    if before.answer != now.answer and _is_value(now) and _is_value(before):
        gap = yield from toolbox.solve(f"({now.target}) - ({before.target})", c.language)
        share = yield from toolbox.solve(rf"\frac{{{now.target}}}{{{before.target}}}", c.language)
        factor = fraction_of(share.target) or Fraction(0)
        direction = "less" if gap.target.startswith(_LESS) else "more"
    else:
        direction = "" if before.answer == now.answer else "other"
    holds = {
        "same": not direction, "changes": bool(direction), "more": direction == "more", "less": direction == "less",
        "twice": factor == _TWICE, "half": factor == 1 / _TWICE,
    }  # fmt: skip
    yes_or_no = "open" if how == "open" else "yes" if holds[how] else "no"
    key = f"effect_{yes_or_no}_{'changed' if direction else 'same'}"
    yield say(key, before=_with_unit(before, c), now=_with_unit(now, c))


def _with_unit(worked: Worked, c: Conversation) -> str:
    value = worked.target if _is_value(worked) else worked.answer
    shown = f"${value}$" if len(value) < _LONGEST_SHOWN else _neat(value, c)
    return f"{shown} {said(_unit(worked), c.language)}".strip()


def _before(c: Conversation) -> Worked | None:
    """Return the solution that was changed into the one in hand."""
    now = c.worked
    source = c.edited.get(now.source) if now is not None else None
    if now is not None and source is None and now.gives and len(c.history) > 1:
        return c.history[-2]
    return next((worked for worked in reversed(c.history) if worked.source == source), None)


def _is_value(worked: Worked) -> bool:
    return worked.kind in _VALUES and not re.search(r"(?<![\\A-Za-z])[a-z](?![a-z])", worked.target)


def _unit(worked: Worked) -> str:
    asked = _asked(worked)
    return asked.unit if asked else ""


def _asked(worked: Worked) -> Amount | None:
    return next((amount for amount in worked.amounts if amount.asked), None)


def _difference(c: Conversation, before: Worked, now: Worked) -> Turn:
    gap = yield from toolbox.solve(f"({now.target}) - ({before.target})", c.language)
    if not gap.solved:
        yield say("refused")
    elif gap.target == _ZERO:
        yield say("change_none", now=now.target)
    else:
        key = "change_less" if gap.target.startswith(_LESS) else "change_more"
        unit = said(_unit(now), c.language)
        amount = f"{_neat(gap.target.removeprefix(_LESS), c)} {unit}".strip()
        yield say(key, before=_neat(before.target, c), now=_neat(now.target, c), gap=amount)


def _neat(value: str, c: Conversation) -> str:
    """Return a value as it can be heard: a fraction with a long denominator to two places."""
    found = _LONG_FRACTION.fullmatch(value)
    if found is None:
        return f"${value}$"
    places = f"{float(round(Fraction(int(found[1]), int(found[2])), 2)):.2f}"
    return f"about ${places}$" if c.language == "en" else f"लगभग ${places}$"


def _from_number(c: Conversation, now: Worked, number: str) -> Turn:
    gap = yield from toolbox.solve(f"({now.target}) - ({number})", c.language)
    if gap.solved:
        key = "than_less" if gap.target.startswith(_LESS) else "than_more"
        yield say(key, now=now.target, number=number, gap=gap.target.removeprefix(_LESS))
    else:
        yield say("refused")


def _times(c: Conversation, before: Worked, now: Worked) -> Turn:
    factor = yield from toolbox.solve(rf"\frac{{{now.target}}}{{{before.target}}}", c.language)
    if factor.solved:
        yield say("change_times", before=before.target, now=now.target, factor=factor.target)
    else:
        yield say("refused")
