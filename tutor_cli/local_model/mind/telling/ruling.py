"""Which rule, law, identity or formula a step uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Line, Turn, say
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import deriving, explaining, linking
from tutor_cli.local_model.mind.telling.principles import by_step, principle_of

_RULE = (
    r"(?:formula|rule|theorem|identity|law|property|result|principle|concept|fact|farmula|sutra|niyam|pramey|sarvs?amika"
    r"|सूत्र|नियम|प्रमेय|सर्वसमिका|फॉर्मूला|फ़ॉर्मूला)"
)
_ASKS = re.compile(
    rf"\b(?:which (?:\w+ )?|what(?:'s| is)?(?: the)? ){_RULE}"
    r"(?: (?:is (?:that|this|it|used|applied)|did|was|do|does|have|are|allows?|lets|gives?|says?|used|makes?)\b|\W*$)"
    rf"|\b(?:name|state|tell me) (?:the |that )?{_RULE}"
    rf"|(?<!\w)(?:kaun ?s[aie]|kons[aie]|kaun|kis|कौन ?-?स[ाीे]|किस) {_RULE}"
    rf"|^\W*(?:(?:iska|isme|yahan|to|aur|ye|इसका|यहाँ) )*{_RULE}"
    r" (?:kya|phir|fir|dobara|bata|batao|likho|क्या|फिर|दोबारा|बताओ|बताइए|लिखो|लिखिए)",
    re.IGNORECASE,
)
# So many rules of the parts of one step are told.
_MOST = 3


def turn(c: Conversation, text: str) -> Turn | None:
    """Return the turn that names the rule of the step asked about, or None where that is not asked."""
    worked = c.worked
    return _named(c, worked, text) if worked is not None and worked.steps and asks(text) else None


def all_used(c: Conversation) -> Turn:
    """Name the rules of the whole working, or where it needs none what was done."""
    worked = c.worked
    if worked is None or not worked.steps:
        yield say("nothing_to_continue")
        return
    done = [step for step in worked.steps if not step.id.endswith(linking.LEAST)]
    rules = dict.fromkeys(rule for step in done for rule in _rules(c, step))
    told = [*rules] or [*dict.fromkeys(explaining.sentence(step.reason) for step in done)]
    yield say("rule_is", rule=told[0])
    yield from (say("quote", text=rule) for rule in told[1:_MOST])


def asks(text: str) -> bool:
    """Tell whether a text asks which rule, theorem or formula was used."""
    return _ASKS.search(text) is not None


def names_rule(text: str) -> bool:
    """Tell whether a text speaks of a rule, formula or theorem."""
    return re.search(_RULE, text, re.IGNORECASE) is not None


def _named(c: Conversation, worked: Worked, text: str) -> Turn:
    position = _step(c, worked, text)
    step = worked.steps[position]
    c.position, c.focus, c.rule = position, "solution", deriving.used_by(step)
    rules = [*_rules(c, step)] or [explaining.sentence(step.reason)]
    yield from [say("rule_is", rule=rules[0]), *(say("quote", text=rule) for rule in rules[1:])] if rules else ()
    if "$" not in "".join(rules):
        yield from _formula(step)
    if not any(_rules(c, step)) and (principle := principle_of(c, step)):
        yield say("quote", text=principle)


def _step(c: Conversation, worked: Worked, text: str) -> int:
    """Return the step asked about: the one named, one with a formula, the one last told, else any that has a rule."""
    named = linking.linked(worked, text, c.position)
    formulas = [at for at, step in enumerate(worked.steps) if _states_formula(step)]
    known = [at for at, step in enumerate(worked.steps) if any(_rules(c, step))]
    wanted = [named, *formulas[:1], c.position if c.position in known else None, *reversed(known), c.position]
    sound = {*formulas, *known, c.position}
    return next(at for at in wanted if at is not None and at in sound)


def _states_formula(step: WorkedStep) -> bool:
    if step.id.endswith(linking.GIVENS):
        return False
    return re.search(r"\$[^$]*=[^$]*\$", step.reason) is not None


def _rules(c: Conversation, step: WorkedStep) -> Iterator[str]:
    """Yield the rules of a step and those of its parts, each once."""
    rules: dict[str, None] = {}
    for one in (step, *step.parts):
        if entry := by_step("rules").get(one.id):
            rules.setdefault(entry[c.language])
    yield from [*rules][:_MOST]


def _formula(step: WorkedStep) -> Iterator[Line]:
    """Say the formula of a step, and what its parts are."""
    if _states_formula(step):
        yield say("quote", text=explaining.sentence(step.reason))
    for part in step.parts:
        yield say("quote", text=explaining.sentence(part.reason))
