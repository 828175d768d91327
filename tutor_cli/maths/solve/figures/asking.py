"""Which quantities of a situation a question asks for: a question with a word that says more asks for none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor_cli.maths.solve.figures.cast import WHOLE, Member
from tutor_cli.maths.solve.figures.joining import Situation
from tutor_cli.maths.solve.figures.table import Form, figure_called, quantities
from tutor_cli.maths.solve.figures.words import Token, words

_MANNER_WORDS = frozenset(("ontop", "bothends", "hollowed", "melted", "bent", "small", "such", "ask", "field"))
_PRICED = frozenset(("cost", "cover", "canvas", "fence", "fill"))
# Joined figures stand on one base.
_OF_BASE = ("basearea", "baseedge")
_OF_WHOLE = ("volume", "height", "totalarea", "curvedarea")


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a question that ask: those that name a quantity, and the figures it names."""

    words: frozenset[str]
    nouns: frozenset[str]


def asked(made: Situation, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the letters that a question asks for; none where a word of it has no meaning here."""
    said = [token.word for token in tokens if token.word]
    parts = _parted(said)
    wanted = [_wanted(made, _bag(part)) for part in parts]
    if len(parts) > 1 and not all(wanted):
        wanted = [_wanted(made, _bag(said))]
    letters = tuple(dict.fromkeys(letter for found in wanted for letter in found))
    return letters if wanted and all(wanted) else ()


def _parted(said: list[str]) -> list[list[str]]:
    """Return the parts of a question that asks for several things: "the area and the perimeter"."""
    parts: list[list[str]] = [[]]
    for word in said:
        if word in ("and", "aur"):
            parts.append([])
        else:
            parts[-1].append(word)
    kept = [part for part in parts if _bag(part).words or _bag(part).nouns]
    return kept if all(_bag(part).words for part in kept) else [said]


def _bag(said: Sequence[str]) -> Bag:
    says = [word for word in said if word not in words().fillers and word not in _MANNER_WORDS]
    nouns = frozenset(word for word in says if word == WHOLE or figure_called(word))
    return Bag(frozenset(says) - nouns, nouns)


def _wanted(made: Situation, bag: Bag) -> tuple[str, ...]:
    if made.cast.rates and not bag.words.isdisjoint((*_PRICED, "howmany") if made.cast.asks_price else ("cost",)):
        return _cost(made, bag)
    if "bigger" in bag.words:
        return _compared(made, Bag(bag.words - {"bigger", "part"}, bag.nouns))
    if "howmany" in bag.words and (counted := made.of_whole("howmany")):
        return (counted,) if bag.words <= {"howmany"} else ()
    return next(filter(None, (_of(made, name, nouns) for name, nouns in _named(bag))), ())


def _named(bag: Bag) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the quantities that a question may name, and the figures it names beside."""
    plain = bag.words - {"howmany"}
    # "The conical part" is the cone.
    for said in (plain, plain - {"part"}) if bag.nouns else (plain,):
        for name, needed, may in words().patterns:
            if needed <= said | bag.nouns and said <= needed | may:
                yield name, bag.nouns - needed - may
                if may & bag.nouns:
                    yield name, bag.nouns - needed


def _of(made: Situation, name: str, nouns: frozenset[str]) -> tuple[str, ...]:
    """Return the letter of a quantity of the figures that are named, or of the whole; none where several are meant."""
    members = [member for member in made.cast.members if not nouns.isdisjoint(member.figure.nouns)]
    if not members and _is_of_whole(made, name, nouns):
        return tuple(filter(None, (made.of_whole(name),)))
    if nouns - {WHOLE} and not members:
        return ()
    found = (made.letter(member, name) for member in members or _without_figure(made))
    letters = tuple(dict.fromkeys(letter for letter in found if letter))
    return letters[:1] if len(letters) == 1 or (made.manner == "ontop" and name in _OF_BASE) else ()


def _is_of_whole(made: Situation, name: str, nouns: frozenset[str]) -> bool:
    if name == "wire" and made.manner == "bent":
        return True
    return made.manner in ("ontop", "hollowed") and name in _OF_WHOLE and nouns <= {WHOLE}


def _without_figure(made: Situation) -> list[Member]:
    """Return the figures a question may mean that names none: the one that is to be made, else all."""
    return [made.target] if made.target is not None else made.cast.members


def _compared(made: Situation, bag: Bag) -> tuple[str, ...]:
    """Return the same quantity of each figure."""
    if len(made.mains) != 2 or not bag.words:
        return ()
    for name, nouns in _named(bag):
        letters = [made.letter(member, name) for member in made.mains]
        if all(letters) and len(set(letters)) > 1 and nouns <= {noun for m in made.mains for noun in m.figure.nouns}:
            return tuple(letters)
    return ()


def _cost(made: Situation, bag: Bag) -> tuple[str, ...]:
    """Return the letter of a cost, and put its formula into the situation."""
    price = made.cast.rates[-1]
    kind = price.kind.partition("/")[2]
    spec = Bag(bag.words - _PRICED - {"howmany"}, bag.nouns)
    if spec.words:
        base = next(filter(None, (_of(made, name, nouns) for name, nouns in _named(spec))), ())
    else:
        base = _priced(made, spec, kind)
    if len(base) != 1 or quantities()[made.named[base[0]].quantity].kind != kind:
        return ()
    rate, cost = made.fresh("price"), made.fresh("cost")
    made.forms.append(Form(cost, f"{rate} {base[0]}", "price"))
    return (cost,)


def _priced(made: Situation, bag: Bag, kind: str) -> tuple[str, ...]:
    """Return the letter of what is paid for where only the kind of price says it."""
    if made.manner in ("ontop", "hollowed") and bag.nouns <= {WHOLE}:
        wanted = {"area": "curvedarea" if made.manner == "ontop" else "totalarea", "volume": "volume"}.get(kind, "")
        return tuple(filter(None, (made.of_whole(wanted),)))
    parts = [member for member in made.cast.members if member.figure.parts_of and kind in member.figure.covers]
    named = [member for member in made.cast.members if not bag.nouns.isdisjoint(member.figure.nouns)]
    for member in named or parts or made.mains:
        if local := member.figure.covers.get(kind, ""):
            return (made.letters[member.key, local],)
    return ()
