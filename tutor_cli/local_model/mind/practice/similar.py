"""A problem like one of the pupil's own: of its shape from the topic, or the same text with other numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.moves import Asking, Turn, say
from tutor_cli.local_model.mind.practice import brought, exercises
from tutor_cli.local_model.mind.subject import stating, variations
from tutor_cli.local_model.mind.subject.edits.versions import first_of
from tutor_cli.local_model.mind.subject.worked import Worked

# So many texts with other numbers are worked out until one comes out as well as the pupil's own; with one number to
# change they are gone through in turn.
_TRIES, _LOOKED_AT, _IN_TURN = 12, 400, 16

Placing = Callable[[Conversation, Exercise], Turn]


def to_model(c: Conversation, model: Worked, place: Placing, *, harder: bool | None = None) -> Turn:
    """Set a problem like the pupil's, with more to work with where it is to be harder, with less where easier."""
    whole = _as_first_posed(c, model)
    known = [exercise.problem for exercise in c.problems_set]
    if harder is None and (swapped := (yield from _exchanged(c, whole))) is not None:
        yield from place(c, swapped)
        return
    if not stating.is_story(c, whole) and c.topic:
        made = exercises.like(whole, exercises.Wish(c.topic), c.level, len(known), c.options.seed)
        if exercises.has_shape(made, whole) and made.problem not in known:
            yield from place(c, made)
            return
    varied = yield from _varied(c, whole, harder)
    if varied is None and not c.topic:
        yield say("no_more_like_it")
        return
    if varied is None:
        wish = exercises.Wish(c.topic, difficulty=int(harder is True))
        varied = exercises.new(c.level, len(known), c.options.seed, wish, known=known)
    yield from place(c, varied)


def _as_first_posed(c: Conversation, model: Worked) -> Worked:
    """Return the problem as the pupil posed it, without what he changed of it afterwards."""
    first = first_of(model.source, c.edited)
    return next((worked for worked in c.history if worked.source == first), model)


def _exchanged(c: Conversation, model: Worked) -> Asking[Exercise | None]:
    """Return the problem with sine for cosine and the other way, that was not set yet, or None."""
    text = variations.exchanged(model.source)
    if text == model.source or any(exercise.problem == text for exercise in c.problems_set):
        return None
    worked = yield from toolbox.solve(text, c.language)
    return _like(c, worked, text) if variations.is_like(worked, model) else None


def _varied(c: Conversation, model: Worked, harder: bool | None) -> Asking[Exercise | None]:
    """Return the problem with other numbers, going the same way to an answer as good, or None where none is found."""
    for changed in _changes(c, model, harder):
        text = variations.changed(model.source, changed)
        worked = yield from toolbox.solve(text, c.language)
        if variations.is_like(worked, model):
            told = variations.truly_named(variations.changed(stating.as_said(c, model), changed), worked)
            return _like(c, worked, told)
    return None


def _like(c: Conversation, worked: Worked, told: str) -> Exercise:
    shown = brought.shown(worked, told)
    return Exercise(worked.source, {"en": shown, "hi": shown}, topic=c.topic, worked=worked)


def _changes(c: Conversation, model: Worked, harder: bool | None) -> Iterator[dict[str, str]]:
    random = Random(f"{c.options.seed}/{len(c.problems_set)}")  # noqa: S311 (variety for a pupil, not a secret)
    numbers = variations.numbers_of(model.source)
    if len(numbers) == 1:
        low = int(numbers[0])
        further = range(low + 1, low + _IN_TURN) if harder is not False else range(low - 1, 1, -1)
        used = {changed.problem for changed in c.problems_set}
        one = ({numbers[0]: str(number)} for number in further)
        yield from (change for change in one if variations.changed(model.source, change) not in used)
    elif numbers:
        at_hand = variations.effort(model.source)
        made = islice(variations.changes(model.source, random, harder=harder), _LOOKED_AT)
        efforts = ((changed, variations.effort(variations.changed(model.source, changed))) for changed in made)
        fitting = (
            changed
            for changed, effort in efforts
            if harder is None or (effort > at_hand if harder else effort < at_hand)
        )
        yield from islice(fitting, _TRIES)
        # What is whole stays whole in proportion: the sides of a right triangle.
        times = range(2, 5) if harder is not False else ()
        yield from ({number: str(int(number) * factor) for number in numbers} for factor in times)
