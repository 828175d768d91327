"""What the figures of a text make together: their letters, all formulas between these, and the thing they form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tutor_cli.maths.solve.figures.cast import WHOLE, Cast, Member
from tutor_cli.maths.solve.figures.table import Form, figure_called, quantities
from tutor_cli.maths.solve.figures.words import Token

# How figures make one thing, by the words for it; what is melted may be a thing that was joined before.
_MANNERS = {"hollowed": "hollowed", "bothends": "ontop", "ontop": "ontop", "bent": "bent", "melted": "melted"}
# Of two solids the first of these is hollowed.
_HOLDING = ("cuboid", "cube", "cylinder", "cone", "hemisphere", "sphere")
_FRESH = "abcdfghjklmnopqrstuvwxyzABCDFGHJKLMNOPQRSTUVWXYZ"
_SHARED_IN_JOINED = ("radius", "diameter")
_AROUND = ("perimeter", "circumference")


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity of the situation: the name of its kind, and of which figure; none is the whole."""

    quantity: str
    member: Member | None


@dataclass(slots=True)
class Situation:
    """What a text determines: `named` says what each letter is, `forms` lead from letters to letters.

    `manner` is how the figures of the `body` make one thing, empty where they do not; the `target` is what is made of
    the others. A figure told only in a question of how many is none of the body.
    """

    cast: Cast
    body: list[Member]
    manner: str = ""
    target: Member | None = None
    letters: dict[tuple[tuple[str, bool], str], str] = field(default_factory=dict)
    named: dict[str, Named] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)

    def letter(self, member: Member, *names: str) -> str:
        """Return the letter of the first of these quantities that a figure has, or nothing."""
        local = member.figure.letter(*names)
        return self.letters[member.key, local] if local else ""

    def of_whole(self, quantity: str) -> str:
        """Return the letter of a quantity of what the figures make, or nothing."""
        whole = Named(quantity, None)
        return next((letter for letter, item in self.named.items() if item == whole), "")

    def fresh(self, quantity: str, member: Member | None = None) -> str:
        """Return a new letter for a quantity."""
        own = (*("TWN" if member is None else ""), quantities()[quantity].en[0].upper(), *_FRESH)
        letter: str = next(name for name in own if name not in self.named and name in _FRESH)
        self.named[letter] = Named(quantity, member)
        return letter

    @property
    def mains(self) -> list[Member]:
        """The figures that are no part of another."""
        return [member for member in self.cast.members if not member.figure.parts_of]


def situation(cast: Cast, tokens: Sequence[Token]) -> Situation:
    """Return what a cast makes."""
    words = [token.word for token in tokens]
    made = Situation(cast, [])
    counted = _counted(made, words)
    told = [member for member in made.mains if not member.asked]
    counts = bool(counted) or not {WHOLE, "such"}.isdisjoint(_after_many(words))
    made.body = (told or [m for m in made.mains if m not in counted]) if counts else made.mains
    solids = all(member.figure.name in _HOLDING for member in made.body)
    if len(made.body) > 1 or "melted" in words:
        made.manner = _MANNERS.get(next((word for word in _MANNERS if word in words), ""), "")
    for member in (*made.mains, *(member for member in cast.members if member.figure.parts_of)):
        _take_up(made, member)
    if made.manner == "melted" and not counted:
        made.target = _made_later(made, words)
    if made.manner in _WAYS and (solids or made.manner == "bent"):
        made.forms += _WAYS[made.manner](made, tokens)
    if counts:
        made.forms += _how_many(made, counted)
    return made


def _after_many(words: list[str]) -> list[str]:
    """Return the words after "how many", among which what is counted is named."""
    after = words[words.index("howmany") + 1 :][:4] if "howmany" in words else []
    return after[: after.index("from")] if "from" in after else after


def _counted(made: Situation, words: list[str]) -> list[Member]:
    """Return the figure that is counted, if any: the first named after "how many"."""
    noun = next((word for word in _after_many(words) if word == WHOLE or figure_called(word)), "")
    return [member for member in made.mains if noun in member.figure.nouns][-1:]


def _take_up(made: Situation, member: Member) -> None:
    """Give the quantities of a figure their letters and put its formulas in."""
    figure = member.figure
    letters: dict[str, str] = {}
    parent = next((other for other in made.mains if other.figure.name == figure.parts_of), None)
    if parent is not None:
        letters |= {local: made.letters[parent.key, local] for local in parent.figure.has}
    for local, quantity in figure.has.items():
        known = _shared(made, member, quantity)
        letters[local] = known or (local if local not in made.named else made.fresh(quantity, member))
        made.named.setdefault(letters[local], Named(quantity, member))
        made.letters[member.key, local] = letters[local]
    made.forms += [form.renamed(letters) for form in figure.forms]


def _shared(made: Situation, member: Member, quantity: str) -> str:
    """Return the letter that another figure has for the very same length: joined figures have one radius."""
    told = (member.key, member.figure.letter(quantity)) in made.cast.values
    joined = (made.manner == "ontop" or (made.manner == "hollowed" and not told)) and member in made.body
    if quantity not in {*made.cast.same, *(_SHARED_IN_JOINED if joined else ())}:
        return ""
    others = [other for other in (made.body if joined else made.mains) if other != member]
    return next((made.letters.get((other.key, other.figure.letter(quantity)), "") for other in others), "")


def _made_later(made: Situation, words: list[str]) -> Member | None:
    """Return what is made of the others: the figure named after the melting, else the last."""
    later = [member for member in made.mains if member.at > words.index("melted")]
    return (later or made.mains)[-1]


def _joined(made: Situation, tokens: Sequence[Token]) -> Iterator[Form]:
    """Yield the height, volume and outer surface of figures that stand on each other."""
    counts = {member.key: _count(member, made, tokens) for member in made.body}
    volumes = [_times(counts[member.key], made.letter(member, "volume")) for member in made.body]
    if all(volumes):
        yield Form(made.fresh("volume"), " + ".join(volumes), "ontop")
    heights = {member.key: made.letter(member, "height", "radius") for member in made.body}
    high = {member.key: _times(counts[member.key], heights[member.key]) for member in made.body}
    if all(high.values()):
        height = made.fresh("height")
        yield Form(height, " + ".join(high.values()), "ontop")
        for member in made.body:
            rest = "".join(f" - {other}" for key, other in high.items() if key != member.key)
            if member.figure.letter("height") and counts[member.key] == 1:
                yield Form(heights[member.key], f"{height}{rest}", "ontop")
    curved = [_times(counts[member.key], made.letter(member, "curvedarea")) for member in made.body]
    if all(curved):
        side = made.fresh("curvedarea")
        yield Form(side, " + ".join(curved), "ontop")
        standing = next((member for member in made.body if member.figure.name == "cylinder"), None)
        open_base = standing is not None and sum(counts.values()) == 2
        base = made.letter(standing, "basearea") if standing is not None and open_base else ""
        yield Form(made.fresh("totalarea"), f"{side} + {base}" if base else side, "ontop")


def _count(member: Member, made: Situation, tokens: Sequence[Token]) -> int:
    """Return how many there are of a figure: what is at both ends of a cylinder is there twice."""
    both = any(token.word == "bothends" for token in tokens) and member.figure.name in ("hemisphere", "cone")
    twice = 2 if both and any(other.figure.name == "cylinder" for other in made.body) else 1
    return made.cast.counts.get(member.key, twice)


def _times(count: int, letter: str) -> str:
    return f"{count} {letter}" if letter and count > 1 else letter


def _hollowed(made: Situation, tokens: Sequence[Token]) -> Iterator[Form]:
    """Yield the volume and the surface that are left where one figure is taken out of another."""
    outer, inner = sorted(made.body[:2], key=lambda member: _HOLDING.index(member.figure.name))
    count = _count(inner, made, tokens)
    if volume := made.letter(outer, "volume"):
        yield Form(made.fresh("volume"), f"{volume} - {_times(count, made.letter(inner, 'volume'))}", "hollowed")
    curved = made.letter(inner, "curvedarea")
    if outer.figure.name == "cylinder" and curved:
        base = "" if count > 1 else f" + {made.letter(outer, 'basearea')}"
        yield Form(
            made.fresh("totalarea"), f"{made.letter(outer, 'curvedarea')} + {_times(count, curved)}{base}", "hollowed"
        )


def _melted(made: Situation, tokens: Sequence[Token]) -> Iterator[Form]:
    """Yield that what is made of the others has their volume."""
    sources = [made.letter(member, "volume") for member in made.mains if member != made.target]
    if made.target is not None and all(sources) and sources:
        yield Form(made.letter(made.target, "volume"), " + ".join(sources), "melted")


def _how_many(made: Situation, counted: list[Member]) -> Iterator[Form]:
    """Yield how many of a figure, or of the whole, can be made of the others."""
    body = [made.of_whole("volume")] if made.of_whole("volume") else [made.letter(m, "volume") for m in made.body]
    extra = [made.letter(member, "volume") for member in made.mains if member not in made.body]
    own = [made.letter(member, "volume") for member in counted]
    sources = body if own and own[0] in extra else extra
    one = own or body
    if len(one) == 1 and all((*sources, *one)) and sources:
        yield Form(made.fresh("howmany"), f"floor(({' + '.join(sources)})/{one[0]})", "counting")


def _bent(made: Situation, tokens: Sequence[Token]) -> Iterator[Form]:
    """Yield that the wire goes round each of the figures."""
    rounds = [made.letter(member, *_AROUND) for member in made.mains]
    if not all(rounds):
        return
    wire = made.fresh("wire")
    for letter in rounds:
        yield Form(wire, letter, "bent")
        yield Form(letter, wire, "bent")


_WAYS = {"ontop": _joined, "hollowed": _hollowed, "melted": _melted, "bent": _bent}
