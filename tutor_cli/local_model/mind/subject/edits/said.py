"""What an utterance changes: "the right side is 0", "5 ki jagah 8/3", "double the rate", each as one `Change`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.asides import apart_in_hindi, change_first, plain_question
from tutor_cli.local_model.mind.subject.edits.effects import effect_in
from tutor_cli.local_model.mind.utterance.words import language_of
from tutor_cli.maths.solve.recipes.hindi.order import in_english_order
from tutor_cli.maths.solve.recipes.hindi.words import change_in_english, in_english_words
from tutor_cli.maths.solve.recipes.wording import told

NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?(?: \d+/\d+)?"
How = Literal["to", "times", "more", "less"]
_LEAD = re.compile(
    r"^(?:[\s,.?!]|(?:and|but|so|ok|okay|now|do|no|well|then|yes|what|if|suppose|imagine|assume|say|lets|let's|let|us"
    r"|keep (?:\w+ ){1,4}?(?:but|and)|how about|about|we"
    r"|you|i|had|have|please|try|its|it's|it|thats|that|this|these|there|was|were|is|are|be|would|could|can|the|do"
    r"|an?(?! (?:is|was|were|becomes) -?\d)|same|said|make|just|with|for|where|when|use|put|take(?! away)|given|find"
    r"|solve)"
    r"\b(?! ?= ?[-\d]))+",
    re.IGNORECASE,
)
# "No, I meant x^3" supposes it instead of what was read.
_CORRECTS = re.compile(
    r"^\W*(?:(?:no|sorry|oh|oops|wait)\b[,\s]*)*(?:i meant?|it should (?:be|have been))\b"
    r"(?!.*\b(?:why|how|what|which)\b)",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:[\s,.?!]|\b(?:instead|then|please|now|too|if|be|is|are|find|kya|for|so|it|here|as well|taken|used|given))+$",
    re.IGNORECASE,
)
# What is asked of the edited problem stands behind it.
_REST = re.compile(
    r"(?:\s*,(?= (?!if\b|(?:the )?whole\b)[a-z])|\s*\bthen\b|[.;?])+\s+(?P<rest>\S.*)$"
    r"|\s+(?P<asks>(?:find|(?<!\bif )what(?:'s| is| are| will| would| happens)|how (?:much|many|far|long)|can|will"
    r"|which)\b.*)$",
    re.IGNORECASE,
)
REPLACES = re.compile(r"\b(?:instead|changed to|rather than|in place of)\b", re.IGNORECASE)
"""With these words something takes the place of what was there."""
_SUPPOSES = re.compile(
    r"^\W*(?:(?:and|but|so|ok|no|now|well|keep (?:\w+ ){1,4}?(?:but|and))\W+)*"
    r"(?:what if|if|suppose|imagine|assume|say|let|make|change|replace"
    r"|double|triple|halve|swap|reverse|take away|remove|flip|interchange)\b"
    rf"|{REPLACES.pattern}",
    re.IGNORECASE,
)
# The old number stands beside the new one: all of it together takes the place of nothing.
_EXCHANGED = re.compile(r"\d.*\b(?:instead of|changed to|rather than)\b.*\d", re.IGNORECASE)
# Beside these a value is put in; without any of them it is claimed: "so the speed is 60?".
_MARKED = re.compile(
    r"^\W*(?:(?:ok|okay|no|now|well|but)\W+)*"
    r"(?:and|for|with|what about|how about|now|same|do it|try|make|take|use|if)\b"
    r"|\bthen$|\bthen \w|\bfor(?: (?:ask|find))?$|\bask$|^so (?:in|for|after)\b",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|no|then)\W+)*(?:why|how(?! about)|is|are|does|do (?:i|we|you)|did|what(?! if| about)"
    r"|explain|which|who|when|where|can|could|i (?:got|think|get)|my|prove|verify|check|show)\b",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(r"\b(?:an?|one) (?:more|extra|other) ", re.IGNORECASE)
_ENDS_IN_HINDI = re.compile(r"\b(?:ho|hot[aei]|lage|kar do|kar de) to\W*$|\bto\W*$", re.IGNORECASE)
_EQUATION = r"(first|second|third|last|other) (?:equation|one|a|item|line|inequality)"
_WHERE = re.compile(rf"\s*\b(?:(?:in|of) (?:the )?{_EQUATION}|{_EQUATION} me)\b", re.IGNORECASE)
_ZERO = re.compile(r"\bzero\b", re.IGNORECASE)
_IT_TENDS = re.compile(r"\bit ((?:tends|approaches|goes)(?: to)?\b)", re.IGNORECASE)
# "The height is half" halves it; "one half" and "a half" are numbers.
_HALVED = re.compile(
    r"(?<!one )(?<!\ba )(?<!and )(?<!\d )\bhalf\b(?!\W*(?:year|a\b|an\b|hour))(?:(?! of)|(?<!is half))", re.IGNORECASE
)
# "x^2 ka gunank" is the coefficient of it.
_OWNED = re.compile(r"\b(\S*[a-z]\S*) ka (coefficient|power|sign)\b")
_SIGN_SAID = {"minus": "-", "negative": "-", "subtracted": "-", "plus": "", "positive": "", "added": ""}
_NOTHING = frozenset(("it", "that", "this", "there", "they", "what", "we", "you", "i", "problem", "sum", "question"))
_BOTH = re.compile(r"\s*(?:,|\band\b)\s*(?:the )?(?=[a-z])", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,| and | but )\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `what` names a part or is what stands there, and is empty for the only part of the new one's kind.

    `new` takes its place, or is what it is multiplied with, increased or lessened by; `where` says in which equation.
    """

    what: str
    new: str
    how: How = "to"
    where: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """The changes that an utterance may mean, likeliest first, and what it asks besides; `supposes` if it says so.

    `effect` is what it asks of the change itself; `rest` then names the quantity.
    """

    changes: tuple[tuple[Change, ...], ...]
    rest: str
    supposes: bool
    effect: str = ""


def in_english(text: str) -> str:
    """Return an utterance in English words, its numbers in digits."""
    return next(_in_english(text), text)


def _in_english(text: str) -> Iterator[str]:
    """Yield an utterance in English words; one in Hindi also in those of a whole problem: "sold for 3300"."""
    plain = change_first(_CORRECTS.sub("what if it was", text).strip(" ?.!।,"))
    hindi = language_of(plain) == "hi" or _ENDS_IN_HINDI.search(plain) is not None
    parts = apart_in_hindi(plain) if hindi else None
    if parts and (changed := change_in_english(f"{parts[0]} to")):
        asks = parts[1]
        question = asks if effect_in(asks) else in_english_order(asks) or in_english_words(asks)
        yield _in_digits(f"{changed.removesuffix(' then')}, then {question}")
    words = in_english_words(plain) if hindi else ""
    # What is twice the other in a story of two numbers is just doubled in a change.
    versions = (change_in_english(plain), "" if " the other" in words else words) if hindi else (plain,)
    for version in filter(None, versions):
        yield _in_digits(version)


def _in_digits(english: str) -> str:
    plain = _HALVED.sub("halved", _ZERO.sub("0", _IT_TENDS.sub(r"limit \1", english)))
    return _OWNED.sub(r"\2 of \1", _ONE_MORE.sub("1 more ", told(plain))).strip(" ?.!,")


def said_in(text: str) -> list[Said]:
    """Return what a text may change in a problem, the likeliest first; nothing where it asks or tells other things."""
    return [said for said in map(_said, dict.fromkeys(_in_english(text))) if said is not None]


def _said(english: str) -> Said | None:
    if _NO_CHANGE.match(english) and not _SUPPOSES.search(english):
        return None
    found = _REST.search(english)
    rest = plain_question((found["rest"] or found["asks"]).strip()) if found else ""
    effect = effect_in(rest) if rest else None
    clause, where = _placed(_bare(english[: found.start()] if found else english))
    supposes = _SUPPOSES.search(english) is not None
    if not clause or (not supposes and re.fullmatch(rf"{NUMBER}|[a-z]", clause)):
        return None
    marked = supposes or _MARKED.search(english) is not None
    together = (_each(change) for change in (_changes(clause) if marked else _scalings(clause)))
    each = [next(_changes(_bare(part)), None) for part in _JOINT.split(clause)]
    apart = [tuple(change for change in each if change)] if marked and len(each) > 1 and all(each) else []
    changes = tuple(tuple(replace(change, where=where) for change in group) for group in (*together, *apart))
    if effect is not None:
        rest = f"find {effect.what}" if effect.what else ""
    return Said(changes, rest, supposes, effect.how if effect is not None else "") if changes else None


def _each(change: Change) -> tuple[Change, ...]:
    """Return one change for each part that is scaled: "the radius and the height are doubled"."""
    parts = _BOTH.split(change.what) if change.how != "to" else [change.what]
    return tuple(replace(change, what=part) for part in parts)


def _placed(clause: str) -> tuple[str, str]:
    """Return a clause without the words that say in which equation, and these."""
    found = _WHERE.search(clause)
    if found is None:
        return clause, ""
    return _bare(clause[: found.start()] + clause[found.end() :]), (found[1] or found[2]).lower()


def _bare(clause: str) -> str:
    return _TRAIL.sub("", _LEAD.sub("", clause)).strip()


def _changes(clause: str) -> Iterator[Change]:
    """Yield what a clause may change, the most particular first; last, that all of it takes the place of its like."""
    yield from _scalings(clause)
    for pattern in _patterns("exchanges"):
        if found := pattern.fullmatch(clause):
            what = _bare(found["what"]) or found["what"]
            new = "0" if found["new"].lower() == "no" else found["new"].strip()
            if re.fullmatch(NUMBER, what) and new in _SIGN_SAID:
                new = _SIGN_SAID[new] + what.lstrip("-")
            yield Change("" if what.lower() in _NOTHING else what, new)
    if not _EXCHANGED.search(clause):
        yield Change("", clause)


def _scalings(clause: str) -> Iterator[Change]:
    """Yield the changes that say by how much: "double the rate", "3 blue balls removed"."""
    for pattern in _patterns("scales"):
        if found := pattern.fullmatch(clause):
            yield _scaled(found.groupdict())


def _scaled(found: dict[str, str | None]) -> Change:
    what = (found.get("what") or "").strip()
    if times := found.get("times"):
        return Change(what, load("edits")["scales"]["factors"][times.lower()], "times")
    number = found["number"] or ""
    if not (found.get("more") or found.get("less")):
        return Change(what, number, "times")
    return Change(what, number + (found.get("percent") or ""), "more" if found.get("more") else "less")


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    table = load("edits")
    factors = "|".join(sorted(table["scales"]["factors"], key=len, reverse=True))
    written = (pattern.replace("<n>", NUMBER).replace("<factor>", factors) for pattern in table[name]["patterns"])
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)


@cache
def pattern(table: str, name: str, after: str = "") -> re.Pattern[str]:
    """Return a pattern of the table of edits; `after` may stand behind it."""
    return re.compile(f"(?:{load('edits')[table][name]}){after}", re.IGNORECASE)
