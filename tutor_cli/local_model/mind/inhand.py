"""Questions about what is in hand: which thing is meant, the problem that poses, and the turn that answers it.

An utterance that names a property and brings no object of its own is about the latest thing of a kind that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tutor_cli.local_model.mind import checking, explaining, memory, toolbox
from tutor_cli.local_model.mind.askable import Asked, asked_in, only_light
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.intent import Utterance
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.slots import Said, Slot, taken_apart
from tutor_cli.local_model.mind.substitution import expression_at
from tutor_cli.local_model.mind.things import Things, letter_of, things_in
from tutor_cli.local_model.mind.wording import filled

# What a word means is told, not worked out.
_DEFINES = re.compile(
    r"\bwhat(?:'s| is| are) an? |\bmeans?\W*$|\bdefine\b|\b(?:matlab|kise|kisko|kehte|kahte)\b|मतलब|किसे|कहते"
)
_LEADS = frozenset(("about", "same", "try", "now", "if", "aur", "और", "ab", "अब"))
_BE = frozenset(("is", "are", "was", "be", "equals", "equal", "hai", "hain", "so"))
_THERE = frozenset(("there", "point", "wahan", "vahan", "वहाँ", "वहां"))
# So many things with the property are tried.
_MOST_TRIED = 4


@dataclass(frozen=True, slots=True)
class Posed:
    """A question about a thing, as a problem for the solver; `about` is the thing and `gives` what its answer is."""

    problem: str
    about: str
    gives: str


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about what is in hand, or None where the utterance asks none."""
    if c.exercise is not None:
        return None
    rest = memory.note(c, u.text)
    if _DEFINES.search(u.text.casefold()):
        return None
    said = taken_apart(rest, c.named)
    if not rest.strip(" ,.;?!") or (rest != u.text and only_light(said.words) and not said.slots):
        return _noted(c)
    for asked in (*asked_in(_with_last_place(c, said)), *_once_more(c, said)):
        posed = list(_posed(c, asked))
        if posed:
            return _answered(c, asked, posed[:_MOST_TRIED]) if posed[0].problem else None
    return _claimed(c, said)


# --- which thing is meant -------------------------------------------------------------------------------------------


def _in_hand(c: Conversation) -> Iterator[Things]:
    """Yield what can be asked about, the latest first."""
    for count in range(len(c.history), -1, -1):
        yield from (things for at, things in reversed(c.noted) if at == count)
        if count:
            worked = c.history[count - 1]
            yield things_in(worked, worked.gives)


def _posed(c: Conversation, asked: Asked) -> Iterator[Posed]:
    """Yield the problems that the question can be, the one most likely meant first."""
    if "nothing" in asked.property.of:
        yield _pose(asked, "nothing", "")
        return
    own = next((slot for slot in asked.slots if slot.kind == "named" and slot.named), None)
    in_hand = [{own.named: own.text}] if own else _in_hand(c)
    lines: list[str] = []
    for things in in_hand:
        for kind in asked.property.of:
            if kind in things and _allowed(asked, kind) and (posed := _pose(asked, kind, things[kind])) is not None:
                yield posed
        if (line := things.get("line")) and line not in lines:
            lines.append(line)
        if "two line" in asked.property.of and len(lines) > 1 and _allowed(asked, "two line"):
            yield _pose(asked, "two line", lines[0], lines[1])
            return


def _allowed(asked: Asked, kind: str) -> bool:
    return kind in asked.property.poses and (asked.kinds is None or kind in asked.kinds)


def _pose(asked: Asked, kind: str, thing: str, other: str = "") -> Posed | None:
    """Fill in the problem; None where the thing does not have what is needed."""
    gaps = {"it": thing, "other": other, "x": letter_of(thing)}
    for slot in asked.slots:
        gaps[slot.kind + ("2" if slot.kind == "named" and "named" in gaps else "")] = slot.text
    numbers = [slot.text for slot in asked.slots if slot.kind == "n"]
    gaps |= dict(zip(("n", "m"), numbers, strict=False)) | {"at": gaps.get("at") or (numbers or [""])[0]}
    gaps |= dict(zip(("first", "second"), thing.split(", "), strict=False))
    template = asked.property.poses[kind]
    if "<f at it>" in template:
        gaps["f at it"] = _at_known(gaps["f"], thing)
        return Posed(gaps["f at it"], thing, "value") if gaps["f at it"] else None
    return Posed(filled(template, gaps), thing, asked.property.gives)


def _at_known(formula: str, letters: str) -> str:
    """Return a formula with what its letters were found to be put in; nothing where another letter is in it."""
    if "=" in formula:
        return ""
    for known in letters.split(", "):
        letter, _, value = known.partition(" = ")
        formula = expression_at(formula, letter, value) or formula
    return "" if re.search(r"(?<![\\a-z])[a-z](?![a-z])", formula) else formula


def _with_last_place(c: Conversation, said: Said) -> Said:
    """Return what was said with the place last spoken of where it says "there"."""
    place = next((slot for slot in (c.asked.slots if c.asked else ()) if slot.kind == "at"), None)
    if said.slots or place is None or not any(word.plain in _THERE for word in said.words):
        return said
    return Said(tuple(word for word in said.words if word.plain not in _THERE), (place,))


def _once_more(c: Conversation, said: Said) -> Iterator[Asked]:
    """Yield the last question asked of something else: "what about at x = 5", "and of x^2 + 1?"."""
    last = c.asked
    words = [word for word in said.words if word.plain not in _LEADS]
    if (
        last is None
        or not said.slots
        or not said.words
        or not only_light(words)
        or c.worked is None
        or not c.worked.gives
    ):
        return
    if [slot.kind for slot in said.slots] == [slot.kind for slot in last.slots]:
        yield replace(last, slots=said.slots)
    elif len(said.slots) == 1 and said.slots[0].kind in ("f", "named"):
        slot = said.slots[0]
        kind = slot.named or ("equation" if "=" in slot.text else "function")
        kept = tuple(slot for slot in last.slots if slot.kind != "named")
        yield replace(last, slots=(*kept, replace(slot, kind="named", named=kind)))


# --- the answer -----------------------------------------------------------------------------------------------------


def _answered(c: Conversation, asked: Asked, candidates: list[Posed]) -> Turn:
    """Work out the first of the problems that the solver can, and say of which thing where that is not the last."""
    for posed in candidates:
        worked = yield from toolbox.solve(posed.problem, c.language)
        if worked.solved and not worked.did_nothing:
            c.asked = asked
            latest = next(iter(_in_hand(c)), {})
            if posed.about and posed.about not in (c.subject, *latest.values()):
                yield say("about", thing=posed.about)
            c.subject = posed.about
            yield from explaining.present(c, replace(worked, gives=posed.gives))
            return
    yield say("refused")


def _claimed(c: Conversation, said: Said) -> Turn | None:
    """Judge a value that the pupil claims for a property: "so the bigger one is 30?"."""
    claimed = said.slots[-1] if said.slots else None
    starts = said.words[0].plain if said.words else ""
    if claimed is None or claimed.kind == "named" or not {said.before(claimed), starts} & _BE:
        return None
    for asked in asked_in(Said(said.words, said.slots[:-1])):
        posed = next(iter(_posed(c, asked)), None)
        if posed is not None and posed.problem and asked.weight > 1:
            c.asked, c.subject = asked, posed.about
            return _judged(c, posed, claimed)
    return None


def _judged(c: Conversation, posed: Posed, claimed: Slot) -> Turn:
    yield from checking.check_elsewhere(c, posed.problem, claimed.said)
    if c.worked is not None and c.worked.source == posed.problem:
        c.worked = c.history[-1] = replace(c.worked, gives=posed.gives)
        yield explaining.answer_line(c.worked)


def _noted(c: Conversation) -> Turn:
    yield say("noted")
