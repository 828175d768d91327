"""A story year by year: the same question for one year, for two, and so on to the time that is given."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.worked import Amount, Worked
from tutor_cli.local_model.mind.telling import explaining
from tutor_cli.local_model.mind.utterance.intent import Utterance

_ASKS = re.compile(
    r"\b(?P<unit>year|month|week|day|hour)(?:s|ly)? (?:by|wise|after) ?(?:(?P=unit)s?)?\b"
    r"|\b(?:after|for|in) (?:each|every) (?:year|month|week|day|hour)\b"
    r"|(?<!\w)(?:har|saal dar|mahine dar|हर|साल दर|महीने दर)[ -](?:saal|mahine|din|varsh|साल|महीने|दिन|वर्ष)(?!\w)"
    r"|\b(?:saal|year|mahine|month) (?:ke hisab|wise)",
    re.IGNORECASE,
)
_UNIT = r"(?=[ -]*(?:year|month|week|day|hour|sa+l|varsh|mahin|din|साल|वर्ष|महीन|दिन))"
_MOST = 6


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells what a story comes to after each unit of its time, or None."""
    known = c.problem_in_hand
    if known is None or c.exercise is not None or not _ASKS.search(u.text) or re.search(r"\d", u.text):
        return None
    time = next((one for one in known.amounts if not one.asked and one.letter in "Tnt"), None)
    if time is None or not time.value.isdecimal() or not 1 < int(time.value) <= _MOST:
        return None
    given = re.compile(rf"(?<![\d.]){time.value}{_UNIT}", re.IGNORECASE)
    return _told(c, known, time, given) if given.search(known.source) else None


def _told(c: Conversation, known: Worked, time: Amount, given: re.Pattern[str]) -> Turn:
    for count in range(1, int(time.value) + 1):
        worked = yield from toolbox.solve(given.sub(str(count), known.source), c.language)
        if not worked.solved:
            yield say("refused")
            return
        yield say("after_time", count=str(count), unit=time.unit.removesuffix("s") if count == 1 else time.unit)
        yield explaining.answer_line(worked)
