"""Questions about how to go about the problem that is set: "do I need a common denominator?", "I just added them".

They are answered from the working: yes where a step does what is asked about, and then that step, never the answer.
"""

from __future__ import annotations

import re
from itertools import chain

from tutor_cli.local_model.mind import chatting, toolbox
from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.handlers import METHODS
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.practice import exercises, hinting
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import asking, linking
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.words import Token, is_function_word, tokens
from tutor_cli.maths.expr import Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.spoken import find_spans, with_digits

_ASKS = re.compile(
    r"\b(?:do|does|should|must|shall|can|may|could|would|will|don'?t|shouldn'?t) (?:i|we)\b"
    r"|\b(?:i|we|you) (?:have|need|ought) to\b|\b(?:am|are) (?:i|we) (?:supposed|meant|allowed|to)\b"
    r"|\b(?:is|are|was) (?:it|this|that|there|these) (?:(?:all|just|only|really|still) )?"
    r"(?:an?\b|about|with|by|on|possible|necessary|allowed|ok|okay|needed|required)"
    r"|\w(?:na|ne|ni) (?:hai|hain|hoga|hogi|honge|hongi|padega|padegi|padenge|chahiye|hota|zaroori)\b"
    r"|\b(?:i|we) (?:just |then |now |first |only )*"
    r"(?:add|subtract|multiply|divide|take|bring|move|square|factor\w*|cancel|use|multiply)\b"
    r"|\b(?:\w+(?:aun|aau|aoon)|karun?|karein|jodun?|jodein|ghatau|lagau|lun?|dun?|sakt[aei])\b"
    r"|\b(?:chalega|chalegi|lagega|lagegi) (?:kya|na)\b|\bkya\b.*\b(?:chaleg[ai]|lageg[ai])\b"
    r"|\S(?:ना|नी|ने) (?:है|हैं|होगा|होगी|होंगे|होंगी|पड़ेगा|पड़ेगी|चाहिए|होता|ज़रूरी|जरूरी)|\S(?:ऊँ|ऊं|ूँ|ूं)(?!\S)|सकत[ाेी]",
    re.IGNORECASE,
)
_WHY = re.compile(r"^\W*(?:(?:but|and|so|ok)\W+)*why\b|.*(?<!\w)(?:kyu\w*|kyon|क्यों|क्यूँ)(?!\w)", re.IGNORECASE)
_WHICH = re.compile(
    r"^\W*(?:(?:but|and|so|ok)\W+)*(?:what|which|how|where)\b|(?<!\w)(?:kaun|kitn|kis|कौन|कितन|किस)", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:i|we) (?:just |only |first |then |have |had )*"
    r"(?:(?:add|subtract|multipli|divid|mov|cancell?|squar|differentiat|integrat|us|chang|count|tri|halv|factori?s?|complet)ed"
    r"|took|put)\b"
    r"|\bmaine\b|मैंने",
    re.IGNORECASE,
)
_OF_METHODS = re.compile(
    r"\bis (?:that|it|this) (?:ok|okay|allowed|fine)\b|\b(?:rule|formula|method|way)\b", re.IGNORECASE
)
_DIFFERENTLY = re.compile(
    r"\b(?:did|do|done|solved|used|have) (?:it |this |that )?(?:\w+ )?"
    r"(?:differently|(?:different|another|other|own) (?:way|method))"
    r"|(?:alag|dusre|doosre|apne) (?:tarike|tareeke|vidhi|method)|(?:अलग|दूसरे|अपने) तरीके",
    re.IGNORECASE,
)
_FORMULA_ASKED = re.compile(
    r"\b(?:what|which|tell|give|remember|forgot|kya|kaun|konsa|batao|lagega)\b.*\b(?:formula|sutra|rule)\b"
    r"|(?:formula|sutra|सूत्र|फॉर्मूला)\W*(?:kya|batao|क्या|बताओ|कौन)",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|ya)\b|(?<!\S)या(?!\S)", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|pehle|pahle|start with|begin with)\b|पहले", re.IGNORECASE)
# "x ko ek taraf laana hai kya?": terms are taken to the other side by adding and subtracting.
_SIDES = re.compile(
    r"\b(?:one|other|same|left|right|that) (?:hand )?side\b|\b(?:to|on) the (?:left|right|other)\b"
    r"|\b(?:transpos|isolat|collect)\w*|\b(?:taraf|paksh)\b|तरफ़?|पक्ष",
    re.IGNORECASE,
)
# "the three numbers", "dono sankhya": how many things there are, none of them.
_COUNTED = re.compile(
    r"\b(?:all|both|these|those|the|dono|teeno|do|teen|char) ?(?:two|three|four)? "
    r"(?:numbers?|values?|terms?|sides?|angles?|parts?|sankhya\w*)\b"
    r"|\b(?:ek|one|both) (?:taraf|side)|दोनों|तीनों|एक",
    re.IGNORECASE,
)
_RULE = re.compile(r"\b(?:formula|theorem|rule|identity|sutra|pramey)\b|सूत्र|प्रमेय|फॉर्मूला", re.IGNORECASE)
_ABOUT_RULES = frozenset(
    word.sound
    for word in tokens(
        "formula theorem rule identity should which there apply need sutra niyam pramey lagana lagega lagta padega"
        " padegi chahiye upyog prayog istemal"
    )
)
_AS_DECIMAL = re.compile(r"\bdecimals?\b|\bdashamlav\b|दशमलव", re.IGNORECASE)
_PI = re.compile(r"\bpi\b|π|पाई", re.IGNORECASE)
_PI_AS = re.compile(r"22\W*(?:/|by|over|upon|बटा|bata)\W*7|3\.14", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
# "is it a quadratic equation?", "kya ye linear equation hai?"
_OF_KIND = re.compile(
    r"^\W*(?:(?:so|then|and|but|ok)\W+)*is (?:it|this|that|the \w+) (?:really |still )?an? [a-z ]+\W*$"
    r"|^\W*(?:kya\s+)?(?:ye|yeh|yah|is) (?:ek )?[a-z ]+ hai(?: kya)?\W*$"
    r"|^\W*(?:क्या\s+)?(?:यह|ये) (?:एक )?[^\d]+ है(?: क्या)?\W*$",
    re.IGNORECASE,
)
# What is of one of these kinds is of no other one of the same group.
_EXCLUSIVE = (
    frozenset(("linear_equations", "quadratic_equations", "exponential_equations")),
    frozenset(("progressions", "geometric_progressions")),
    frozenset(("simple_interest", "compound_interest")),
    frozenset(("permutations", "combinations")),
)
_SHORTEST = 5


def asks(u: Utterance) -> bool:
    """Tell whether an utterance asks if something is to be done, or is so, that the working can tell."""
    if _DIFFERENTLY.search(u.text):
        return True
    return (
        not u.match("verify")
        and not _WHY.match(u.text)
        and _ASKS.search(u.text) is not None
        and (bool(_operations(u.text)) or _names_more(u))
    )


def tells_done(u: Utterance) -> bool:
    """Tell whether an utterance tells what the pupil did: "I moved the constants to the right"."""
    return _DONE.search(u.text) is not None and bool(_operations(u.text))


def _names_more(u: Utterance) -> bool:
    return any(pattern.search(u.text) for pattern in (_PI, _RULE)) or bool(
        u.match(*METHODS) or exercises.topic_in(u.text)
    )


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that answers such a question, or None where the text is none."""
    if c.exercise is None:
        return None
    if _DIFFERENTLY.search(u.text):
        return saying("method_own")
    speaks = any(pattern.search(u.text) for pattern in (_ASKS, _DONE, _OF_METHODS))
    if not speaks or _WHY.match(u.text) or (u.match("verify") and not _DONE.search(u.text)):
        return None
    return _told(c, c.exercise, u)


def guess(c: Conversation, text: str) -> Turn:
    """Take what is not understood for talk about the method, where it speaks of what is to be done."""
    exercise = c.exercise
    worked = None if exercise is None else (yield from hinting.worked_of(c, exercise))
    if exercise is not None and worked is not None and _speaks_of(text, exercise, worked):
        yield say("method_like_this")
        yield from hinting.hint(c)
    else:
        yield from chatting.not_understood(c)


def _told(c: Conversation, exercise: Exercise, u: Utterance) -> Turn:
    worked = yield from hinting.worked_of(c, exercise)
    if worked is None:
        return
    c.focus = "exercise"
    if _FORMULA_ASKED.search(u.text) and (formula := hinting.formula_of(worked)):
        yield formula
        yield say("your_turn")
    elif _PI.search(u.text):
        yield from _with_pi(c, worked, u.text)
    elif method := u.match(*METHODS):
        yield from _by_method(c, exercise, METHODS[method.name])
    elif _RULE.search(u.text):
        yield say("method_yes" if _names_rule(u.text, exercise, worked) else "answer_no")
        if formula := hinting.formula_of(worked):
            yield formula
            yield say("your_turn")
        else:
            yield from hinting.hint(c)
    elif step := _names_letter(u.text, worked):
        yield say("method_yes")
        yield from hinting.tell(c, exercise, hinting.to_do(step, worked))
    elif operations := _operations(u.text):
        yield from _done_by(c, exercise, worked, u.text, operations)
    elif _AS_DECIMAL.search(u.text) and exercise.topic != "decimals":
        yield say("method_exact")
    elif (topic := exercises.topic_in(u.text)) and _ASKS.search(u.text) and not _WHICH.search(u.text):
        yield from _on_topic(c, exercise, worked, topic)
    else:
        agrees = (
            _speaks_of(u.text, exercise, worked)
            and _ASKS.search(u.text)
            and not (_OR.search(u.text) or _WHICH.search(u.text))
        )
        yield say("method_yes" if agrees else "method_like_this")
        yield from hinting.hint(c)


def _with_pi(c: Conversation, worked: Worked, text: str) -> Turn:
    if r"\pi" in worked.answer:
        named = _PI_AS.search(text)
        yield say("pi_as", pi="$3.14$" if named and named[0] == "3.14" else r"$\frac{22}{7}$")
    else:
        yield say("method_no")
        yield from hinting.hint(c)


def _by_method(c: Conversation, exercise: Exercise, method: str) -> Turn:
    """Go on by the method the pupil names, where it leads to the answer."""
    other = yield from toolbox.solve(exercise.problem, c.language, method)
    if other.solved and asking.uses(other, method):
        same = exercise.worked is not None and asking.uses(exercise.worked, method)
        yield say("method_yes" if same else "method_fits")
        exercise.worked, exercise.hints = other, exercise.hints if same else 0
        yield from hinting.first_step(c)
    else:
        yield say("method_no")
        yield from hinting.hint(c)


def _done_by(c: Conversation, exercise: Exercise, worked: Worked, text: str, operations: list[str]) -> Turn:
    """Say whether the working does what is named, with the numbers said, and give away the step that does it."""
    numbers = set(_NUMBER.findall(with_digits(_COUNTED.sub(" ", text))))
    tips = [WorkedStep("", "", tip, tip) for tip in exercise.tip.get(c.language, ())]
    told = [worked.steps[at] for at in hinting.telling_steps(worked)]
    steps = [*told, *tips]
    doing = [step for step in steps if _does(step, operations) and numbers <= _numbers_of(step)]
    if not doing:
        yield say("method_no" if any(map(linking.is_plain, operations)) else "method_like_this")
        yield from hinting.hint(c)
        return
    later = _FIRST.search(text) is not None and doing[0] in told[1:]
    # What was done to which numbers is not said by "I just added them".
    unsure = _OR.search(text) or (_DONE.search(text) and not numbers and not _SIDES.search(text))
    yield say("method_like_this" if unsure else "method_later" if later else "method_yes")
    yield from hinting.tell(c, exercise, hinting.to_do(steps[0] if later else doing[0], worked))


def _names_rule(text: str, exercise: Exercise, worked: Worked) -> bool:
    """Tell whether what is said of a formula but that it is one is said in the working: "the area formula"."""
    named = [word for word in tokens(text) if not is_function_word(word) and word.sound not in _ABOUT_RULES]
    told = [*chain.from_iterable(exercise.tip.values()), exercise.problem, *(step.reason for step in worked.steps)]
    known = {_stem(word) for reason in told for word in tokens(reason)}
    return all(_stem(word) in known for word in named if _tells(word) or word.plain == "sum")


def _names_letter(text: str, worked: Worked) -> WorkedStep | None:
    """Return the step that puts a letter for what the text puts one for, whatever letter: "should I put t = sin x?"."""
    relations = [span.expr for span in find_spans(text) if isinstance(span.expr, Relation)]
    put = [to_latex(one.operands[1]) for one in relations if isinstance(one.operands[0], Symbol)]
    return next((step for step in worked.steps for value in put if f" = {value}$" in step.reason), None)


def _operations(text: str) -> list[str]:
    return linking.named_operations(text) or (["add", "subtract"] if _SIDES.search(text) else [])


def _does(step: WorkedStep, operations: list[str]) -> bool:
    told = linking.named_operations(step.reason)
    return any(operation in told or linking.does(step, operation) for operation in operations)


def _numbers_of(step: WorkedStep) -> set[str]:
    return set(_NUMBER.findall(f"{step.reason} {step.after} {step.before}"))


# They are named like figures: whether a triangle is right-angled is no question of what the problem is on.
_OF_FIGURES = frozenset(("pythagoras", "angles", "circle", "triangle"))


def of_kind(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells whether the problem in hand is of the kind that is named: "is it a quadratic?"."""
    names_kind = _OF_KIND.search(u.text) and exercises.only_names_topic(u.text)
    worked, topic = c.problem_in_hand, exercises.topic_in(u.text) if names_kind else ""
    known = exercises.topic_of(worked) if worked is not None and c.has_problem and topic not in _OF_FIGURES else ""
    return _kind_told(c, topic, known) if topic and known and (topic == known or _excludes(topic, known)) else None


def _excludes(topic: str, known: str) -> bool:
    return any({topic, known} <= kinds for kinds in _EXCLUSIVE)


def _kind_told(c: Conversation, topic: str, known: str) -> Turn:
    if topic == known:
        yield say("answer_yes")
        return
    if _excludes(topic, known):
        yield say("answer_no")
    yield say("method_topic", topic=exercises.title(known, c.language))


def _on_topic(c: Conversation, exercise: Exercise, worked: Worked, topic: str) -> Turn:
    """Say whether the problem is of the kind that is named, or what it is on."""
    if known := exercise.topic or exercises.topic_of(worked):
        yield from _kind_told(c, topic, known)
    yield from hinting.hint(c)


def _speaks_of(text: str, exercise: Exercise, worked: Worked) -> bool:
    asked = {_stem(word) for word in tokens(text) if _tells(word)}
    told = [*chain.from_iterable(exercise.tip.values()), *(step.reason for step in worked.steps)]
    return any(asked & {_stem(word) for word in tokens(reason) if _tells(word)} for reason in told)


def _tells(word: Token) -> bool:
    return len(word.plain) >= _SHORTEST and not is_function_word(word)


def _stem(word: Token) -> str:
    return word.sound[:5]
