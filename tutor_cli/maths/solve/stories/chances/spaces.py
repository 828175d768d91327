"""What is thrown or drawn: its outcomes, how they are written, and which words speak of them."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from math import isqrt, prod

from tutor_cli.maths.solve.stories.chances.events import Holds, Outcome, Phrase, phrase
from tutor_cli.maths.solve.stories.making import Known

# More outcomes than these are no school problems.
_MOST_DICE, _MOST_COINS, _MOST_NUMBERS = 4, 6, 1000
_FACES = 6


@dataclass(frozen=True, slots=True)
class Space:
    """All outcomes of an experiment, the words for them, and how one is written.

    `given` are the numbers told: those of all outcomes, `n`, or those from which `total`, with the sentence `id`,
    works them out.
    """

    outcomes: tuple[Outcome, ...]
    phrases: tuple[Phrase, ...]
    written: Callable[[Outcome], str]
    given: tuple[Known, ...]
    total: str = ""
    id: str = ""


def _all(count: int) -> tuple[Known, ...]:
    return (Known("n", str(count), "number of all outcomes", "सभी परिणामों की संख्या"),)


# --- numbers -------------------------------------------------------------------------------------------------------

_N = r"(?P<n>\d+)"


def _prime(number: int) -> bool:
    return number > 1 and all(number % k for k in range(2, isqrt(number) + 1))


def _than(text: str, value: Callable[[Outcome], int]) -> tuple[Phrase, ...]:
    """Return the phrases that compare a value with a number, the value named by `text`."""
    return (
        phrase(rf"{text}(?:greater|more|bigger|larger|higher) than {_N}", lambda m: lambda o: value(o) > int(m["n"])),
        phrase(rf"{text}(?:less|smaller|fewer|lower) than {_N}", lambda m: lambda o: value(o) < int(m["n"])),
        phrase(rf"{text}(?:at least|not less than) {_N}|{text}{_N} or (?:more|greater|above)", lambda m: lambda o: value(o) >= int(m["n"])),
        phrase(rf"{text}(?:at most|not (?:more|greater) than) {_N}|{text}{_N} or (?:less|smaller|below)", lambda m: lambda o: value(o) <= int(m["n"])),
        phrase(rf"{text}(?:divisible by|(?:a )?multiple of) {_N}", lambda m: lambda o: value(o) % int(m["n"]) == 0),
        phrase(rf"{text}(?:an? )?even", lambda m: lambda o: value(o) % 2 == 0),
        phrase(rf"{text}(?:an? )?odd", lambda m: lambda o: value(o) % 2 == 1),
        phrase(rf"{text}(?:an? )?prime", lambda m: lambda o: _prime(value(o))),
        phrase(rf"{text}(?:an? )?composite", lambda m: lambda o: value(o) > 1 and not _prime(value(o))),
        phrase(rf"{text}(?:an? )?perfect square|{text}square number", lambda m: lambda o: isqrt(value(o)) ** 2 == value(o)),
    )  # fmt: skip


_ONE_NUMBER = (
    phrase(
        r"(?:(?:lying |lies )?between) (?P<n>\d+) and (?P<k>\d+)", lambda m: lambda o: int(m["n"]) < o < int(m["k"])
    ),
    *_than("(?:is )?", lambda o: int(o)),
    phrase(r"(?:2|two).?digit", lambda m: lambda o: 10 <= o <= 99),
    phrase(_N, lambda m: lambda o: o == int(m["n"])),
)


def _numbers(first: int, last: int) -> Space | None:
    if not 0 <= first < last or last - first > _MOST_NUMBERS:
        return None
    outcomes = tuple(range(first, last + 1))
    return Space(outcomes, _ONE_NUMBER, str, _all(len(outcomes)))


# --- dice ------------------------------------------------------------------------------------------------------------

_SUM = r"(?:(?:a |the )?(?:sum|total)(?: score)?(?: (?:of|getting|on|for|from|shown by|obtained on|on both|of both|of the|the|numbers?|points?|dots|scores?|faces?|dice|two|2|both|all|three|3|them|appearing|that|which|appears?|on|is|are|as|being|equal to|exactly|will be|shown))*|they (?:add|sum) (?:up )?to|adding up to) "
_PRODUCT = r"(?:a |the )?product(?: (?:of|on|the|numbers?|dice|two|2|both|appearing|that|which|appears?|appearing|is|as|being|equal to|obtained|them))* "
_DOUBLET = r"(?:a )?doublets?|doubles?|(?:the )?same (?:number|face|score)(?: on)?(?: (?:both|each|all|the|dice|die|of|them|2|two|3|three))*"


def _dice(count: int) -> Space | None:
    if not 1 <= count <= _MOST_DICE:
        return None
    if count == 1:
        return _numbers(1, _FACES)
    faces = tuple(range(1, _FACES + 1))
    add = lambda o: sum(o)  # noqa: E731
    each = rf"(?:an? )?(?:number )?{_N}(?:s|es)?"
    phrases = (
        *_than(_SUM + "(?:is |an? |number )*", add),
        *_than(_PRODUCT + "(?:is |an? |number )*", lambda o: prod(o)),
        phrase(rf"{_SUM}{_N}", lambda m: lambda o: sum(o) == int(m["n"])),
        phrase(rf"{_PRODUCT}{_N}", lambda m: lambda o: prod(o) == int(m["n"])),
        phrase(rf"(?:a |the )?difference(?: of the numbers)?(?: is| of| being)? {_N}", lambda m: lambda o: max(o) - min(o) == int(m["n"])),
        phrase(_DOUBLET, lambda m: lambda o: len(set(o)) == 1),
        phrase(r"(?:the )?numbers? (?:on (?:them|the dice|both dice) )?(?:are |is )?(?:all )?different|(?:all )?different numbers?(?: on (?:both|each|the 2|the two)(?: of the)?(?: dice)?)?", lambda m: lambda o: len(set(o)) == len(o)),
        phrase(rf"at ?least (?:1|one|an?) {_N}|{each}(?: will)?(?: come up| comes up| appears?| turns? up| occurs?)? (?:on )?at ?least (?:once|1 time)", lambda m: lambda o: int(m["n"]) in o),
        phrase(rf"exactly (?:1|one) {_N}", lambda m: lambda o: o.count(int(m["n"])) == 1),
        phrase(rf"{each}(?: will| does)? (?:not|never) (?:come up|appear|turn up|occur)(?: either time| at all| on any(?: of them)?| on either)*|no {_N}(?:s|es)?|{each} on (?:none|neither)(?: of (?:the|them))?", lambda m: lambda o: int(m["n"]) not in o),
        phrase(rf"(?:both|all)(?: are| show| the dice show)? {_N}(?:s|es)?|{_N}(?:s|es)? on (?:both|each|all)(?: of)?(?: the)?(?: dice| die)?", lambda m: lambda o: set(o) == {int(m["n"])}),
        phrase(r"(?:an? )?(?P<kind>even|odd|prime)(?: numbers?)? on (?:both|each|all)(?: of)?(?: the)?(?: dice| die)?|(?:both|all)(?: numbers?)?(?: are)? (?P<kind>even|odd|prime)", lambda m: _each(m["kind"])),
    )  # fmt: skip
    shown = lambda o: f"({', '.join(map(str, o))})"  # noqa: E731
    given = (Known("m", str(count), "number of dice", "पासों की संख्या"),)
    return Space(tuple(product(faces, repeat=count)), phrases, shown, given, "6^m", "probability.all_dice")


def _each(kind: str) -> Holds:
    tests: dict[str, Callable[[int], bool]] = {
        "even": lambda k: k % 2 == 0,
        "odd": lambda k: k % 2 == 1,
        "prime": _prime,
    }
    test = tests[kind]
    return lambda outcome: all(map(test, outcome))


# --- coins -----------------------------------------------------------------------------------------------------------

_SIDE = r"(?P<side>head|tail)s?"


def _coins(count: int) -> Space | None:
    if not 1 <= count <= _MOST_COINS:
        return None
    many: Callable[[dict[str, str], Outcome], int] = lambda m, o: o.count(m["side"][0].upper())  # noqa: E731
    phrases = (
        phrase(rf"at ?least {_N} {_SIDE}", lambda m: lambda o: many(m, o) >= int(m["n"])),
        phrase(rf"at ?most {_N} {_SIDE}", lambda m: lambda o: many(m, o) <= int(m["n"])),
        phrase(rf"more than {_N} {_SIDE}", lambda m: lambda o: many(m, o) > int(m["n"])),
        phrase(rf"(?:exactly )?{_N} {_SIDE}", lambda m: lambda o: many(m, o) == int(m["n"])),
        phrase(rf"(?:no|not any) {_SIDE}", lambda m: lambda o: many(m, o) == 0),
        phrase(rf"(?:all|both|only)(?: the)?(?: coins)?(?: show| are)? {_SIDE}|{_SIDE} on (?:both|all|each)(?: of)?(?: the)?", lambda m: lambda o: set(o) == {m["side"][0].upper()}),
        phrase(r"(?:the )?same (?:face|side|result)(?: on (?:both|all|each))?", lambda m: lambda o: len(set(o)) == 1),
        phrase(r"an? head and an? tail|(?:1|one) head and (?:1|one) tail", lambda m: lambda o: sorted(o) == ["H", "T"]),
        *((phrase(rf"(?:an? )?{_SIDE}", lambda m: lambda o: many(m, o) == 1),) if count == 1 else ()),
    )  # fmt: skip
    outcomes = tuple("".join(o) for o in product("HT", repeat=count))
    given = (Known("m", str(count), "number of coins", "सिक्कों की संख्या"),) if count > 1 else _all(2)
    total = ("2^m", "probability.all_coins") if count > 1 else ("", "")
    return Space(outcomes, phrases, lambda o: rf"\text{{{o}}}", given, *total)


# --- cards -----------------------------------------------------------------------------------------------------------

_SUITS = {"heart": "red", "diamond": "red", "spade": "black", "club": "black"}
_RANKS = ("ace", *map(str, range(2, 11)), "jack", "queen", "king")
_FACE_CARDS = ("jack", "queen", "king")
_CARD_PHRASES = (
    phrase(r"(?:an? )?(?P<rank>ace|king|queen|jack|knave)s?(?: card)?", lambda m: lambda o: o[0] == m["rank"].replace("knave", "jack")),
    phrase(r"(?:of )?(?:an? )?(?P<suit>heart|diamond|spade|club)s?(?: card)?", lambda m: lambda o: o[1] == m["suit"]),
    phrase(r"(?:an? )?(?P<colour>red|black)(?: colou?r)?", lambda m: lambda o: _SUITS[o[1]] == m["colour"]),
    phrase(r"(?:an? )?(?:face|picture|court)(?: cards?)?", lambda m: lambda o: o[0] in _FACE_CARDS),
    phrase(r"(?:an? )?(?:number|numbered) card", lambda m: lambda o: o[0].isdigit()),
    phrase(r"(?:an? |the )?(?:number )?(?P<rank>[2-9]|10)", lambda m: lambda o: o[0] == m["rank"]),
)  # fmt: skip


def _cards() -> Space:
    outcomes = tuple(product(_RANKS, _SUITS))
    return Space(outcomes, _CARD_PHRASES, lambda o: rf"\text{{{o[0]} of {o[1]}s}}", _all(len(outcomes)))


# --- things in a bag -------------------------------------------------------------------------------------------------

_THINGS = r"(?:balls?|marbles?|beads?|pens?|counters?|sweets?|candies|cards?|flowers?|discs?|socks?|shirts?|pencils?|roses?|apples?|mangoes|oranges|toffees|bulbs?|items|articles|students?|fish|eggs?|candidates)"
_CONTAINER = (
    r"(?:an? |the |one )?(?:bag|box|jar|urn|basket|packet|bowl|pot|drawer|carton|lot|bucket|class|group|tank|crate)"
)
_HOLDS = (
    r"(?: (?:contains|containing|has|have|holds?|with|of|full of|consists of|there are|having|in which there are|me))+"
)
_KIND = rf"(?P<n>\d+) (?:identical )?(?P<kind>(?!{_THINGS}\b)[a-z]+)(?: colou?red)?(?: {_THINGS})?"
_NEXT = rf"(?:,? and |, ?|,? )(?:the )?(?:\d+) (?:identical )?(?!{_THINGS}\b)[a-z]+(?: colou?red)?(?: {_THINGS})?"
_BAG = re.compile(
    rf"(?:{_CONTAINER}{_HOLDS}|there are|in {_CONTAINER},? (?:there are)?|from {_CONTAINER}{_HOLDS}) "
    rf"(?P<all>{_KIND.replace('?P<n>', '?:').replace('?P<kind>', '?:')}(?:{_NEXT})+)(?: in {_CONTAINER})?",
    re.IGNORECASE,
)


_FAULTY = re.compile(
    rf"(?:{_CONTAINER}{_HOLDS} )?(?P<all>\d+) (?:[a-z]+ )?{_THINGS},?(?: (?:of which|out of which|in which|contain(?:s|ing)?|and|which include|with))+ (?P<n>\d+)"
    rf"(?: of them| {_THINGS})?(?: are| is)? (?P<kind>defective|rotten|bad|broken|damaged|spoiled|faulty)(?: (?:ones?|1\b)| {_THINGS})?",
    re.IGNORECASE,
)
_GOOD = r"good|fine|perfect|sound"


def bag(text: str) -> tuple[dict[str, int], str] | None:
    """Return how many things of each kind are in a bag, and the rest of the text; None where there is no bag."""
    if found := _FAULTY.search(text):
        kinds = {found["kind"].lower(): int(found["n"]), _GOOD: int(found["all"]) - int(found["n"])}
        return (kinds, _without(text, found)) if kinds[_GOOD] > 0 else None
    found = _BAG.search(text)
    if found is None:
        return None
    held = [(item["kind"].lower(), int(item["n"])) for item in re.finditer(_KIND, found["all"], re.IGNORECASE)]
    return (dict(held), _without(text, found)) if len(dict(held)) == len(held) else None


def _of_kind(kind: str) -> Phrase:
    words = rf"(?:an? )?(?:{kind.removesuffix('s')}s?)(?: colou?r(?:ed)?)?(?: {_THINGS})?"
    return phrase(words, lambda _: lambda outcome: outcome[0] == kind)


_IN_HINDI = {
    "red": "लाल", "blue": "नीली", "green": "हरी", "white": "सफेद", "black": "काली", "yellow": "पीली",
    "orange": "नारंगी", "pink": "गुलाबी", "defective": "खराब", "good": "ठीक", "boys": "लड़कों", "girls": "लड़कियों",
}  # fmt: skip


def of_bag(kinds: dict[str, int]) -> Space:
    """Return the space of one thing drawn from a bag."""
    outcomes = tuple((kind, number) for kind, count in kinds.items() for number in range(count))
    phrases = tuple(map(_of_kind, kinds))
    letters = dict(zip(kinds, "abcdefg", strict=False))
    given = tuple(
        Known(letters[kind], str(n), f"number of {name} ones", f"{_IN_HINDI.get(name, name)} की संख्या")
        for kind, n in kinds.items()
        for name in (kind.split("|")[0],)
    )
    return Space(outcomes, phrases, lambda o: str(o[0]), given, " + ".join(letters.values()), "probability.all_things")


# --- which space a text speaks of ------------------------------------------------------------------------------------

_COUNTS = {
    "a": 1,
    "an": 1,
    "the": 1,
    "one": 1,
    "pair of": 2,
    "a pair of": 2,
    "two": 2,
    "three": 3,
    "twice": 2,
    "thrice": 3,
    "": 1,
}
_TIMES = r"(?P<count>\d+|a pair of|pair of|an?|the|) ?(?:fair |unbiased |ordinary |standard |different |six.faced |6.faced )*{noun}(?:(?: (?:is|are))? (?:thrown|rolled|tossed|throw\w*))*(?: (?:up )?(?P<times>twice|thrice|\d+ times))?"
_DICE = re.compile(_TIMES.format(noun=r"(?:dice|die)\b"), re.IGNORECASE)
_COINS = re.compile(_TIMES.format(noun=r"coins?\b"), re.IGNORECASE)
_CARDS = re.compile(
    r"(?:(?:an? |the )?(?:well.shuffled |standard |ordinary )*(?:deck|pack)(?: of)?(?: (?:52|playing))*(?: cards?)?|\b52 (?:playing )?cards?)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:(?P<things>\d+ )?(?:cards?|tickets?|slips?|discs?|balls?|tokens?|coupons?)(?: (?:is|are|which are|that are|each|in a (?:bag|box)))* (?:numbered|marked|bearing(?: the)? numbers?|labelled|with numbers?)(?: from)?|(?:numbers?|integers?)(?: (?:is|are|chosen|selected|picked|taken|drawn|at|random))*(?: from| between)?(?: the numbers?| the integers?)?) (?P<a>\d+)(?: ?,? ?2 ?, ?3 ?,? ?(?:\.\.+|…)? ?,?)? ?(?:to|-|,|up to|and)+ ?(?P<b>\d+)"
    r"|(?:from )?(?:the )?first (?P<first>\d+) (?:natural|positive|counting) (?:numbers|integers)",
    re.IGNORECASE,
)


def spaces(text: str) -> Iterator[tuple[Space, str]]:
    """Yield the spaces a text may speak of, each with the rest of the text."""
    if (found := _RANGE.search(text)) and (space := _in_range(found)):
        yield space, _without(text, found)
    for pattern, make in ((_DICE, _dice), (_COINS, _coins)):
        if (found := pattern.search(text)) and (space := make(_count(found))):
            yield space, _without(text, found)
    if found := _CARDS.search(text):
        yield _cards(), _without(text, found)
    elif re.search(r"\bcards?\b", text) and re.search(r"\b(?:king|queen|ace|jack|heart|spade|diamond|club)s?\b", text):
        yield _cards(), text


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _count(found: re.Match[str]) -> int:
    times = (found["times"] or "1 times").lower().removesuffix(" times")
    counts = [(found["count"] or "").lower().strip(), times]
    return prod(int(item) if item.isdigit() else _COUNTS[item] for item in counts)


def _in_range(found: re.Match[str]) -> Space | None:
    if found["first"]:
        return _numbers(1, int(found["first"]))
    first, last = int(found["a"]), int(found["b"])
    if found["things"] and int(found["things"]) != last - first + 1:
        return None
    return _numbers(first, last)
