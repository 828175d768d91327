"""Questions about what is in hand: an utterance that names a property is about the latest thing that has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, saying
from tutor_cli.local_model.mind.practice import checking
from tutor_cli.local_model.mind.subject import memory, operands, stating
from tutor_cli.local_model.mind.subject.answering import answered, remember
from tutor_cli.local_model.mind.subject.askable import (
    Asked,
    asked_in,
    names_data,
    only_light,
)
from tutor_cli.local_model.mind.subject.askable_table import class_of
from tutor_cli.local_model.mind.subject.members import TOGETHER, members, things_of
from tutor_cli.local_model.mind.subject.posing import (
    Posed,
    in_hand,
    latest_place,
    latest_point,
    names,
    owners,
    posed,
    quantities,
)
from tutor_cli.local_model.mind.subject.storywords import in_its_words, without_count, without_names
from tutor_cli.local_model.mind.subject.things import things_in
from tutor_cli.local_model.mind.subject.worked import Amount
from tutor_cli.local_model.mind.telling import divisors, explaining, facts
from tutor_cli.local_model.mind.utterance.ambiguity import readings
from tutor_cli.local_model.mind.utterance.claimed import claim_in
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.naming import Slot
from tutor_cli.local_model.mind.utterance.relations import relation_in
from tutor_cli.local_model.mind.utterance.slots import Said, taken_apart

# What a word means is told, not worked out.
_DEFINES = re.compile(
    r"\b[Ww]hat(?:'s|s| is| are) an? |^\W*[Ww]hat(?:'s|s| is| are) [a-z]{3,}\W*$|\b[Ww]hat (?:does|do|did) .*\bmean\b"
    r"|\b[Dd]efine\b|\bkya hot[ai]|\b(?:matlab|kehte|kahte|bolte)\b|क्या होत[ाी]|मतलब|कहते|बोलते"
)
_LEADS = frozenset((
    "about", "same", "try", "now", "and", "for", "of", "at", "if", "with", "aur", "और", "ab", "अब", "ka", "का",
))  # fmt: skip
_ASKS_OF = frozenset(("about", "kya", "क्या"))
_BE = frozenset(("is", "are", "was", "be", "equals", "equal", "hai", "hain", "है", "हैं"))
_SUPPOSES = frozenset(("if", "suppose", "agar", "yadi", "अगर", "यदि"))
_ONE = frozenset(("one", "wali", "wala", "वाली", "वाला"))
_THERE = frozenset(("there", "wahan", "vahan", "वहाँ", "वहां"))
# With "point" they point to one.
_THAT = frozenset(("that", "this", "us", "is", "उस", "इस"))
# The article "a" is a letter here: "what if a is 2".
_SUPPOSED_LETTER = re.compile(r"\b(?:if|suppose|say) a (?:is|was|were|becomes)\b", re.IGNORECASE)
_RECENT = 3
# A lowest value is of what is in hand, and no one of its values.
_EXTREMES = ("minimum of <it>", "maximum of <it>")
_BOTH_FOUND = r"\text{ and }"
_DATA, _COUNTED = frozenset(("list", "bag", "bag without")), frozenset(("n", "colour"))
_PARTS, _OF_THE = frozenset(("percent", "percentage", "fraction", "part")), 3
_WHOLE_PROBLEM = re.compile(r"\\int|\\lim|\\frac\{d|\\sum")


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about what is in hand, or None where the utterance asks none."""
    if c.exercise is not None:
        return None
    rest = memory.note(c, u.text)
    if _asks_which_of_two(c, u.text):
        return None
    if _DEFINES.search(u.text) or facts.MEANING.search(u.text) or _SUPPOSED_LETTER.search(u.text):
        return None
    said = _in_its_words(c, taken_apart(_with_line(c, rest), names(c), owners(c)))
    c.place = next((slot for slot in said.slots if slot.kind == "at"), c.place)
    c.point = next((slot for slot in said.slots if slot.kind == "point" and not slot.named), c.point)
    if _only_names(c, u, rest, said):
        return saying("noted")
    if any(slot.kind == "f" for slot in said.slots) and readings(rest):
        return None
    extreme = any(asked.property.name in _EXTREMES for asked in asked_in(said))
    if not extreme and operands.asks_of_other(c, rest) and (turn := operands.turn(c, rest, said)):
        return turn
    numbered = () if divisors.asks_if_prime(u.text) else _of_number(said)
    once_more = list(_once_more(c, said))
    asked_now = (*once_more, *_asked(c, said)) if _asks_the_same(c, said) else (*_asked(c, said), *once_more)
    found = _nearest(c, (*asked_now, *numbered), u.text) or _of_quantities(c, rest)
    together = found is not None and found[1][0].kind in TOGETHER
    if not together and (turn := operands.of_each(c, rest, said)):
        return turn
    if found:
        asked, same = found
        return answered(c, asked, same) if same[0].problem or asked.property.tells else None
    if turn := operands.turn(c, rest, said):
        return turn
    if any(asked.kinds and "two answers" in asked.kinds for asked in asked_in(said)):
        return saying("only_one_answer")
    claim = claim_in(u.text)
    names_its_problem = claim is not None and claim.problem
    return _claimed(c, said) if rest == u.text and not names_its_problem else None


def of_data(c: Conversation, u: Utterance) -> Turn | None:
    """Answer what is asked of the numbers or the bag of the problem in hand, whatever was found of them."""
    known = c.problem_in_hand
    if c.exercise is not None or c.left_unanswered or known is None or not _DATA & things_in(known).keys():
        return None
    said = _in_its_words(c, taken_apart(u.text, {}))
    if _asks_which_of_two(c, u.text):
        return None
    if any(slot.kind not in _COUNTED for slot in said.slots) or _DEFINES.search(u.text):
        return None
    found = _nearest(c, (asked for asked in asked_in(said) if not asked.original), u.text)
    return answered(c, *found) if found is not None and found[1][0].kind in _DATA else None


def _asks_which_of_two(c: Conversation, text: str) -> bool:
    """Tell whether a text asks which of two answers is more, and not which of the numbers they were found from."""
    known = c.problem_in_hand
    asked = relation_in(text) if known is not None and _BOTH_FOUND in known.answer else None
    return asked is not None and not asked.phrases and operands.WHICH.search(text) is not None


def _nearest(c: Conversation, asked: Iterable[Asked], text: str) -> tuple[Asked, list[Posed]] | None:
    """Return the question that can be asked, and its problems: of those with most words that of the latest thing."""
    order = {source: place for place, (source, _) in enumerate(in_hand(c))} | {c.subject: -1}
    best: tuple[int, Asked, list[Posed]] | None = None
    for question in asked:
        if best is not None and question.weight != best[1].weight:
            break
        candidates = [found for found in posed(c, question) if found.problem != text]
        place = min((order.get(found.source, -1) for found in candidates), default=len(order))
        if candidates and (best is None or place < best[0]):
            best = place, question, [found for found in candidates if found.source == candidates[0].source]
    return (best[1], best[2]) if best else None


def _of_quantities(c: Conversation, text: str) -> tuple[Asked, list[Posed]] | None:
    """Return the question about two quantities of the story in hand, "the ratio of the length to the breadth"."""
    if not (named := quantities(c)):
        return None
    amounts = [item for worked in c.history[-_RECENT:] for item in worked.amounts]
    said = without_names(_in_its_words(c, taken_apart(text, {}, named)), " ".join(item.name for item in amounts))
    said = replace(said, slots=tuple(replace(slot, said=_full_name(slot, amounts)) for slot in said.slots))
    asked = (replace(asked, slots=_part_first(said, asked.slots)) for asked in asked_in(said))
    return _nearest(c, (each for each in asked if "quantities" in each.property.of), text)


def _full_name(slot: Slot, amounts: list[Amount]) -> str:
    """Return what a quantity is called in the story: the selling price, where only "selling" told it from others."""
    words = set(slot.said.split())
    same = [item.name for item in amounts if item.value == slot.text]
    return next((name for name in same if words <= set(name.replace("'s", "").split())), next(iter(same), slot.said))


def _part_first(said: Said, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the two with that first which is compared: in "what percent of the cost is the profit" the profit."""
    before = [word.plain for word in said.words if word.end <= slots[0].start][-_OF_THE:] if slots else []
    return slots[::-1] if "of" in before and _PARTS.intersection(before) else slots


def _in_its_words(c: Conversation, said: Said) -> Said:
    """Return what was said in the words of the problem in hand."""
    known = c.problem_in_hand
    listed = next((things["list"] for _, things in in_hand(c) if "list" in things), "")
    said = without_count(said, len(members(listed))) if listed else said
    return said if known is None else in_its_words(said, known.source, lists=bool(listed))


def question_in(c: Conversation, text: str) -> str:
    """Return the problem that a named property of what is in hand poses, "the slope at x = 2"; else nothing."""
    found = _nearest(c, _asked(c, taken_apart(text, names(c))), text)
    return found[1][0].problem if found is not None else ""


def _only_names(c: Conversation, u: Utterance, rest: str, said: Said) -> bool:
    """Tell whether the utterance names a matrix, a function or data, and asks nothing."""
    if rest != u.text:
        return only_light(said.words) and not said.slots
    noted = bool(c.noted) and c.noted[-1][0] == len(c.history) and "list" in c.noted[-1][1]
    return noted and names_data(said.words) and len(said.slots) > 1


def _with_line(c: Conversation, text: str) -> str:
    """Return the text with "the points" in the place of two of those in hand: "the slope of PQ"."""
    letters = next((things["corners"] for _, things in in_hand(c) if "corners" in things), "")
    return re.sub(rf"\b(?:(?:line|segment) )?[{letters}]{{2}}\b", "the points", text) if letters else text


def _asked(c: Conversation, said: Said) -> Iterator[Asked]:
    """Yield the properties asked for, at the place last spoken of where that is missing ("the slope there")."""
    place = next((slot for slot in said.slots if slot.kind == "at"), None) or latest_place(c) or c.place
    c.place = place
    if not all(slot.named for slot in said.slots):
        yield from asked_in(said)
        return
    points_there = any(word.plain in _THERE for word in said.words)
    pointed = tuple(word for word in said.words if word.keys.isdisjoint(class_of("point")))
    points = len(pointed) < len(said.words) and any(word.plain in _THAT for word in said.words)
    point = latest_point(c) or c.point
    if point is not None and (points_there or points):
        yield from asked_in(Said(pointed, (*said.slots, point)))
    # "And the perpendicular one?": through the point just given.
    last = c.asked.slots if c.asked is not None and not said.slots else ()
    once_more = asked_in(Said(said.words, last)) if any(slot.kind == "point" for slot in last) else []
    one = any(word.plain in _ONE for word in said.words)
    there = Said(said.words, (*said.slots, place)) if place is not None else None
    yield from once_more if one else ()
    yield from asked_in(there) if there and points_there else ()
    yield from asked_in(said)
    yield from asked_in(there) if there and not points_there else ()
    yield from asked_in(Said(pointed, there.slots)) if there and points else ()
    yield from once_more if not one else ()


def _of_number(said: Said) -> Iterator[Asked]:
    """Yield what is asked of a number that the question names: "and 0.5, is it rational?", "kya 120 sam hai?"."""
    if [slot.kind for slot in said.slots] != ["n"] or not any(word.plain in _ASKS_OF for word in said.words):
        return
    own = things_of(said.slots[0].text)
    for asked in asked_in(Said(said.words, ())):
        if any(asked.property.poses.get(kind, "").startswith("is ") for kind in own):
            yield replace(asked, own=own)


def _once_more(c: Conversation, said: Said) -> Iterator[Asked]:
    """Yield the last question asked of something else: "what about at x = 5", "and of x^2 + 1?"."""
    last = c.asked
    leads = any(word.plain in _LEADS for word in said.words)
    if last is None or not (leads and said.slots and only_light(said.words)) or c.worked is None or not c.worked.gives:
        return
    if [slot.kind for slot in said.slots] == [slot.kind for slot in last.slots]:
        yield replace(last, slots=said.slots, own=None)
    elif (
        len(said.slots) == 1
        and said.slots[0].kind in ("f", "equation", "named", "vector")
        and not _WHOLE_PROBLEM.search(said.slots[0].text)
    ):
        slot = said.slots[0]
        kind = slot.named or ("equation" if slot.kind == "equation" else "function")
        yield replace(last, own={kind: slot.text})
    elif [slot.kind for slot in said.slots] == ["n"] and not last.slots and "value" in last.property.of:
        yield replace(last, own=things_of(said.slots[0].text))


def _asks_the_same(c: Conversation, said: Said) -> bool:
    """Tell whether an utterance only gives another place or matrix for what was asked last: "and at x = 5?"."""
    last = c.asked.slots if c.asked is not None else ()
    leads = any(word.plain in _LEADS for word in said.words)
    another = leads and c.asked is not None and c.asked.own is not None and [s.kind for s in said.slots] == ["named"]
    kinds = [slot.kind for slot in (*said.slots, *last)]
    return only_light(said.words) and (another or kinds in (["at", "at"], ["point", "point"]))


def _claimed(c: Conversation, said: Said) -> Turn | None:
    """Judge a value that the pupil claims for a property: "so the bigger one is 30?"."""
    claimed = said.slots[-1] if said.slots else None
    if claimed is None or claimed.named or not said.words or any(word.plain in _SUPPOSES for word in said.words):
        return None
    if len(said.slots) > 1 and said.words[0].plain in _BE:
        return None
    after = [word for word in said.words if word.end > claimed.end]
    if not only_light(after) or not {said.before(claimed), said.words[0].plain, *(word.plain for word in after)} & _BE:
        return None
    if stating.names_answer(c.worked, " ".join(word.plain for word in said.words)):
        return None
    for asked in asked_in(Said(said.words, said.slots[:-1])):
        question = next(posed(c, asked), None)
        if question is not None and question.problem:
            return _judged(c, asked, question, claimed)
    return None


def _judged(c: Conversation, asked: Asked, question: Posed, claimed: Slot) -> Turn:
    remember(c, asked, question)
    yield from checking.check_elsewhere(c, question.problem, claimed.said)
    if c.worked is not None and c.worked.source == question.problem:
        c.worked = c.history[-1] = replace(c.worked, gives=question.gives)
        yield explaining.answer_line(c.worked)
