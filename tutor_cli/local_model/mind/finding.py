"""Finding what a phrase means by asking it: the tutor answers "the 20th term" to himself before he speaks of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import fields, replace

from tutor_cli.local_model.mind.conversation import UNANSWERED, Conversation
from tutor_cli.local_model.mind.moves import Asking, Call, Line, Move, Turn, passing
from tutor_cli.local_model.mind.subject import results
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.worked import Result, Worked
from tutor_cli.local_model.mind.toolbox import SHOW
from tutor_cli.local_model.mind.utterance.intent import Utterance, understand
from tutor_cli.local_model.mind.utterance.keys import keys_of
from tutor_cli.local_model.mind.utterance.relations import relation_in, words_for
from tutor_cli.local_model.mind.utterance.words import tokens

Respond = Callable[[Conversation, Utterance], Turn]

# Relations that have their own name for a name: "jod ke" is of the sum.
_OF_THEM = ("sum", "product", "ratio", "difference")
# Without its article the name of a quantity asks for a definition.
_DETERMINED = re.compile(r"(?:the|its|his|her|their|each|this|that|of)\b|\w\b", re.IGNORECASE)


def result_called(c: Conversation, phrase: str, respond: Respond) -> Asking[Result | None]:
    """Return the result a phrase means: one of two by its place, one known by name, else what the question gives."""
    keys = {key for word in tokens(phrase) if not is_light(word.plain) for key in keys_of(word)}
    for place, one in zip(("first", "second"), results.pair(c) or (), strict=False):
        if keys and keys <= words_for(place):
            return one
    now = _since_the_change(c)
    found = results.called(now, phrase) or (yield from asked(c, phrase, respond))
    return found or (results.called(c.history, phrase) if len(now) < len(c.history) else None)


def _since_the_change(c: Conversation) -> list[Worked]:
    """Return what was worked out of the problem in hand as it is now: the mean of other data is another mean."""
    known = c.problem_in_hand
    if known is None or known.source not in c.edited or known.source in c.asked_besides:
        return c.history
    first = next((at for at, worked in enumerate(c.history) if worked.source == known.source), 0)
    return c.history[first:]


def asked(c: Conversation, phrase: str, respond: Respond, of: Worked | None = None) -> Asking[Result | None]:
    """Return what the question for a phrase comes to, asked of the conversation so far or `of` one problem of it.

    Nothing is said and the conversation stays as it was; None where there is no answer, or more than one.
    """
    scene = replace(c, **{field.name: copy(getattr(c, field.name)) for field in fields(c)})
    scene.said, scene.said_before, scene.to_himself = [], [], True
    if of is not None:
        scene.compared = None
        if found := results.called([of], phrase):
            return found
        scene.history, scene.worked = [of], of
    before = len(scene.history)
    keys = yield from _played(respond(scene, understand(_question(phrase, c.language))))
    new = scene.history[before:]
    if not UNANSWERED.isdisjoint(keys) or len(new) != 1 or not new[0].solved:
        return None
    several = results.results_of(new[0])
    return several[0] if len(several) == 1 else None


def _question(phrase: str, language: str) -> str:
    relation = relation_in(phrase)
    if relation is not None and not relation.phrases and relation.name in _OF_THEM:
        return f"what is the {relation.name} of them?"
    if language == "hi":
        return f"{phrase} क्या है?"
    return f"what is {'' if _DETERMINED.match(phrase) else 'the '}{phrase}?"


def _played(turn: Turn) -> Asking[list[str]]:
    """Play a turn without saying or showing anything; return the keys of what would have been said."""
    keys: list[str] = []

    def passes(move: Move) -> bool:
        if isinstance(move, Line):
            keys.append(move.key)
        return isinstance(move, Call) and move.name != SHOW

    yield from passing(turn, passes)
    return keys
