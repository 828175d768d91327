"""Which figures a text tells of, and which quantity of which figure each of its numbers is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tutor_cli.maths.solve.figures.table import Figure, figure_called, figures, quantities
from tutor_cli.maths.solve.figures.words import Token, words
from tutor_cli.maths.solve.stories.measures import Measure

_SOLID_ORDER = ("length", "breadth", "height")
# Words between a number and the word that says what it is, or between that and a figure.
_OWNING = frozenset(("of", "in", "ka", "ki", "ke", "vali", "vala", "si", "a", "an", "the"))
_BESIDE = _OWNING | frozenset(
    ("is", "are", "was", "its", "with", "as", "be", "to", "each", "both", "having", "has", "hai")
)
_BY = frozenset(("by", "x"))
_LIST = frozenset(("and", "aur"))
_WITHIN = frozenset(("innerpath", "inside", "within"))
WHOLE = "whole"
"""The thing that joined figures make."""


@dataclass(frozen=True, slots=True)
class Member:
    """A figure of the text; `small` where it is another one of the same kind; `at` is where it is named first."""

    figure: Figure
    small: bool
    at: int
    asked: bool

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from the others."""
        return self.figure.name, self.small


@dataclass(slots=True)
class Cast:
    """The figures of a text, and the measures by member and local letter; `rates` are prices for a unit.

    `whole` holds the height of the thing they make, `same` the quantities that figures are said to have alike, and
    `counts` how many there are of a figure: "2 hemispheres". With `asks_price` the question itself tells a price.
    """

    members: list[Member] = field(default_factory=list)
    values: dict[tuple[tuple[str, bool], str], Measure] = field(default_factory=dict)
    rates: list[Measure] = field(default_factory=list)
    whole: Measure | None = None
    same: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    counts: dict[tuple[str, bool], int] = field(default_factory=dict)
    asks_price: bool = False


def cast_of(tokens: Sequence[Token]) -> Cast | None:
    """Return the cast of a text; None where a number of it has no place."""
    cast = Cast()
    nouns = _nouns(tokens, cast)
    if not cast.members:
        return None
    placed = words().table["placed"]
    for run in _runs(tokens):
        names = _listed(tokens, run, cast, placed)
        for index, name in zip(run, names, strict=True):
            if not _place(tokens, index, name, nouns, cast):
                return None
    cast.same = {tokens[i + 1].word for i, token in enumerate(tokens[:-1]) if token.word == "same"} & placed.keys()
    return cast


def _nouns(tokens: Sequence[Token], cast: Cast) -> list[tuple[int, Member]]:
    """Return where which figure is named, and put the figures into the cast."""
    said = {token.word for token in tokens}
    found: list[tuple[int, Member]] = []
    for index, token in enumerate(tokens):
        if token.word == "field" and any(
            (other := figure_called(word)) and not other.parts_of for word in said - {"field"}
        ):
            continue
        figure = figure_called("innerpath" if token.word == "path" and said & _WITHIN else token.word)
        if figure is None or (figure.parts_of and not _has_parent(figure, said)):
            continue
        member = _member(tokens, index, figure, cast)
        if member not in cast.members:
            cast.members.append(member)
        found.append((index, member))
    return found


def _has_parent(figure: Figure, said: set[str]) -> bool:
    return not said.isdisjoint(figures()[figure.parts_of].nouns)


def _member(tokens: Sequence[Token], index: int, figure: Figure, cast: Cast) -> Member:
    known = [member for member in cast.members if member.figure == figure]
    lead = {token.word for token in tokens[max(0, index - 3) : index]}
    counted = "howmany" in lead and any(token.measure for token in tokens if token.sentence == tokens[index].sentence)
    small = bool(known) and ("small" in lead or (counted and any(token.word == "melted" for token in tokens)))
    same = next((member for member in known if member.small == small), None)
    return same or Member(figure, small, index, tokens[index].asks)


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Yield the places of measures that stand together: "12 m by 8 m", "7 cm and 24 cm"."""
    run: list[int] = []
    for index, token in enumerate(tokens):
        if token.measure is None:
            continue
        between = {item.word for item in tokens[run[-1] + 1 : index]} if run else set()
        joined = run and index - run[-1] <= 2 and (between <= _BY or between <= _LIST)
        if run and not (joined and tokens[run[-1]].sentence == token.sentence):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _listed(tokens: Sequence[Token], run: list[int], cast: Cast, placed: dict[str, list[str]]) -> list[str]:
    """Return the words for the measures of a run: those of "by", as many as are named before, else one by one."""
    if len(run) > 1 and tokens[run[0] + 1].word in _BY:
        return list(_SOLID_ORDER[: len(run)])
    if len(run) > 1:
        sentence = range(next(i for i, token in enumerate(tokens) if token.sentence == tokens[run[0]].sentence), run[0])
        before = [i for i in sentence if tokens[i].word in placed and i not in cast.used]
        if len(before) == len(run):
            cast.used.update(before)
            return [tokens[i].word for i in before]
    return [_word_for(tokens, index, cast, placed) for index in run]


def _word_for(tokens: Sequence[Token], index: int, cast: Cast, placed: dict[str, list[str]]) -> str:
    """Return the word that says what a number is: next before it, next after it, else the nearest before."""
    for step, between in ((-1, _BESIDE), (1, _OWNING)):
        place = index + step
        while 0 <= place < len(tokens) and tokens[place].word in between:
            place += step
        inside = 0 <= place < len(tokens) and _in_sentence(tokens, index, place)
        if inside and tokens[place].word in placed and place not in cast.used:
            cast.used.add(place)
            return tokens[place].word
    for place in range(index - 1, -1, -1):
        if tokens[place].measure or not _in_sentence(tokens, index, place):
            break
        if tokens[place].word in placed and place not in cast.used:
            cast.used.add(place)
            return tokens[place].word
    return ""


def _in_sentence(tokens: Sequence[Token], index: int, place: int) -> bool:
    return tokens[index].sentence == tokens[place].sentence


def _place(tokens: Sequence[Token], index: int, name: str, nouns: list[tuple[int, Member]], cast: Cast) -> bool:
    """Put a measure in its place; False where it has none."""
    measure = tokens[index].measure
    assert measure is not None  # noqa: S101
    counted = next((member for place, member in nouns if place == index + 1), None)
    if measure.kind == "count" and counted is not None and measure.value.isdecimal() and not name:
        cast.counts[counted.key] = int(measure.value)
        return True
    if measure.kind.startswith("rate"):
        cast.rates.append(measure)
        return True
    if name in ("height", "length") and _of_whole(tokens, index):
        cast.whole = measure
        return True
    names = words().table["placed"].get(name, [])
    for member in _nearest(tokens, index, nouns):
        letter = member.figure.letter(*names) if names else member.figure.default
        if letter and _fits(member.figure, letter, measure) and (member.key, letter) not in cast.values:
            cast.values[member.key, letter] = measure
            return True
    return False


def _fits(figure: Figure, letter: str, measure: Measure) -> bool:
    return measure.kind in ("count", quantities()[figure.has[letter]].kind)


def _of_whole(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a height is that of the whole: "total height 15 cm", "height of the toy is 15 cm"."""
    before = [token.word for token in tokens[max(0, index - 7) : index] if _in_sentence(tokens, index, index - 1)]
    last = max((i for i, word in enumerate(before) if word in ("height", "length")), default=0)
    near = before[max(0, last - 1) :]
    return WHOLE in near and not any(map(figure_called, near))


def _nearest(tokens: Sequence[Token], index: int, nouns: list[tuple[int, Member]]) -> Iterator[Member]:
    """Yield the figures a measure may be of: the one named right behind it, the last before it, then the others."""
    after = index + 1
    while after < len(tokens) and (tokens[after].word in _OWNING or tokens[after].word in words().table["placed"]):
        after += 1
    behind = [member for place, member in nouns if place == after]
    before = [member for place, member in reversed(nouns) if place < index]
    later = [member for place, member in nouns if place > index]
    seen: set[tuple[str, bool]] = set()
    for member in (*behind, *before, *later):
        if member.key not in seen:
            seen.add(member.key)
            yield member
