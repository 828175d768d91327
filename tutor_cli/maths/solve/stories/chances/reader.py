"""The problem of a chance: which outcomes there are, and which of them are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial

from tutor_cli.maths.solve.problem import Problem
from tutor_cli.maths.solve.recipes.wording import told
from tutor_cli.maths.solve.stories.chances.drawing import card_count, favourable, ways_at_once, ways_with_replacement
from tutor_cli.maths.solve.stories.chances.events import Outcome, event
from tutor_cli.maths.solve.stories.chances.spaces import Space, bag, of_bag, spaces
from tutor_cli.maths.solve.stories.making import Found, Known, problem
from tutor_cli.tables import read_table

_LONGEST = 400
# More outcomes are counted, not listed.
_MOST_LISTED = 12
_SPELLED = re.compile(r"\b(ones|twos|threes|fours|fives|sixes)\b", re.IGNORECASE)
# Two sums are two events.
_SUM = re.compile(r"\b(?:sum|total)\b(?! or\b)", re.IGNORECASE)
# "head both times" is two heads.
_EACH_TIME = re.compile(
    r"(?P<one>head|tail)s? (?:both|each) times?|both times (?:an? )?(?P<two>head|tail)s?", re.IGNORECASE
)
_DIGITS = {"ones": "1", "twos": "2", "threes": "3", "fours": "4", "fives": "5", "sixes": "6"}
_DRAWN = re.compile(
    r"(?P<n>[2-6])(?: (?:balls|cards|marbles|beads|pens|items|of them|counters|sweets))?"
    r"(?: (?:are|is|were|being))?(?: (?:drawn|taken|picked|selected|chosen|removed|pulled)(?: out)?)"
    r"|(?:drawing|draws?|picks?|takes? out|selects?|choos\w+) (?P<m>[2-6]) (?:balls|cards|marbles|pens)",
    re.IGNORECASE,
)
_WANTED = ("P", "k/n", "probability.favourable_over_all", "probability", "प्रायिकता")


@dataclass(frozen=True, slots=True)
class _Words:
    about: re.Pattern[str]
    unless: re.Pattern[str]
    in_turn: re.Pattern[str]
    put_back: re.Pattern[str]
    kept_out: re.Pattern[str]
    fillers: frozenset[str]


def chance_problem(text: str) -> Problem | None:
    """Return the problem of the chance that a text asks for, or None where a word or number has no meaning."""
    words = _words()
    plain = _SPELLED.sub(lambda found: _DIGITS[found[1].lower()], told(text[:_LONGEST]))
    plain = _EACH_TIME.sub(lambda found: f"2 {found['one'] or found['two']}s", plain)
    plain, back = _one_by_one(plain)
    if not words.about.search(plain) or words.unless.search(plain) or len(_SUM.findall(plain)) > 1:
        return None
    drawn = _DRAWN.search(plain)
    if drawn is not None:
        rest = f"{plain[: drawn.start()]} {plain[drawn.end() :]}"
        return _several(rest, int(drawn["n"] or drawn["m"]), back=back)
    if back:
        return None
    if held := bag(plain):
        return _single(of_bag(held[0]), held[1])
    return next(filter(None, (_single(space, rest) for space, rest in spaces(plain))), None)


def _single(space: Space, text: str) -> Problem | None:
    holds = event(text, space.phrases, _words().fillers)
    if holds is None:
        return None
    chosen = [outcome for outcome in space.outcomes if holds(outcome)]
    lines = [Found("n", space.total, space.id, *_ALL)] if space.total else []
    lines += [_favourable(space, chosen), Found(*_WANTED)]
    return problem(space.given, lines, ("P",), fractions=True)


_ALL = ("number of all outcomes", "सभी परिणामों की संख्या")
_GOOD = ("number of favourable outcomes", "अनुकूल परिणामों की संख्या")


def _favourable(space: Space, chosen: list[Outcome]) -> Found:
    """Return the line that counts the favourable outcomes, with a list of them where they are few."""
    written = list(dict.fromkeys(map(space.written, chosen)))
    if not chosen or len(written) < len(chosen):
        id = "probability.count" if chosen else "probability.none"
        return Found("k", _of_kinds(space, chosen), id, *_GOOD)
    if len(written) <= _MOST_LISTED:
        return Found("k", str(len(chosen)), "probability.listed", *_GOOD, words=f"${', '.join(written)}$")
    others = [space.written(outcome) for outcome in space.outcomes if outcome not in chosen]
    if 0 < len(others) <= _MOST_LISTED:
        return Found("k", f"n - {len(others)}", "probability.all_but", *_GOOD, words=f"${', '.join(others)}$")
    return Found("k", str(len(chosen)), "probability.count", *_GOOD)


def _of_kinds(space: Space, chosen: list[Outcome]) -> str:
    """Return the number of things chosen in the letters of their kinds, where whole kinds are chosen."""
    kinds = list(dict.fromkeys(outcome[0] for outcome in space.outcomes)) if chosen else []
    letters = [item.letter for item in space.given]
    of = {outcome[0] for outcome in chosen}
    return " + ".join(letter for kind, letter in zip(kinds, letters, strict=False) if kind in of) or str(len(chosen))


def _one_by_one(text: str) -> tuple[str, bool]:
    """Return the text without the words that say how things are drawn, and whether each is put back."""
    words = _words()
    without = words.kept_out.sub(" ", words.in_turn.sub(" ", text))
    plain = words.put_back.sub(" ", without)
    return plain, plain != without


def _several(text: str, drawn: int, *, back: bool) -> Problem | None:
    """Return the problem of several things drawn at once, or one by one where each is put back."""
    if held := bag(text):
        kinds, rest = held
        total, count, each = sum(kinds.values()), partial(_kind_count, kinds), tuple(kinds.values())
    elif found := next(spaces(text), None):
        space, rest = found
        total, each = len(space.outcomes), ()
        count = partial(card_count, space.phrases, space.outcomes)
    else:
        return None
    ways = ways_with_replacement if back else ways_at_once
    if drawn >= total or (wanted := favourable(rest, drawn, total, count, each, ways)) is None:
        return None
    typed, rest = wanted
    if not set(re.findall(r"[a-z]+|\d+", rest.lower())) <= _words().fillers:
        return None
    given = [
        Known("N", str(total), "number of all things", "सभी वस्तुओं की संख्या"),
        Known("r", str(drawn), "number of things drawn", "निकाली गई वस्तुओं की संख्या"),
    ]
    lines = [
        Found("n", "N^r" if back else "N!/(r!(N - r)!)", f"probability.all_draws{'_back' * back}", *_ALL),
        Found("k", typed, f"probability.good_draws{'_back' * back}", *_GOOD),
        Found(*_WANTED),
    ]
    return problem(given, lines, ("P",), fractions=True)


def _kind_count(kinds: dict[str, int], kind: str) -> int:
    return kinds.get(kind, 0)


@cache
def _words() -> _Words:
    data = read_table("tutor_cli.maths.solve.stories", "data", "chances.toml")
    names = ("about", "unless", "in_turn", "put_back", "kept_out")
    about, unless, in_turn, put_back, kept_out = (re.compile(data[name], re.IGNORECASE) for name in names)
    return _Words(about, unless, in_turn, put_back, kept_out, frozenset(data["fillers"]))
