"""What is said while a problem is before the pupil: answers in any words, a problem of the pupil's own, coming back."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import chatting
from tutor_cli.local_model.mind.conversation import Conversation, Exercise
from tutor_cli.local_model.mind.handlers import ABOUT_A_SOLUTION, LEVELS, LIMITS, PRACTICE, SETTING
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import checking, method, practising, revisiting, slips
from tutor_cli.local_model.mind.subject.completing import asking_for, completed, problem_in
from tutor_cli.local_model.mind.telling import asking, explaining
from tutor_cli.local_model.mind.utterance import answers
from tutor_cli.local_model.mind.utterance.claimed import claim_in
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, holds
from tutor_cli.local_model.mind.utterance.requests import in_solvers_words
from tutor_cli.local_model.mind.utterance.spoken_answer import concluded, says_only_answer, spoken_answer
from tutor_cli.local_model.mind.utterance.words import tokens

# "don't tell me the answer, just tell me if 10 is right", "answer mat batana, bas batao 10 sahi hai ya nahi"
_WHETHER = re.compile(
    r"\b(?:if|whether|batao|bataiye|bata do|बताओ)\s+(?P<answer>[^,;]*?\d[^,;]*?)\s+"
    r"(?:is\s+)?(?:right|correct|sahi|सही)\b|\bif i (?:say|said|write|wrote|put|answer) (?P<said>.*\d.*)",
    re.IGNORECASE,
)
_BY_THE_WAY = re.compile(
    r"\W*\b(?:by the way|btw|quickly|waise|vaise|just|hang on|hold on|wait|one second)\b\W*", re.IGNORECASE
)
_CLAIMS = re.compile(
    r"\b(?:right|correct|ok|okay|na|sahi hai(?: kya)?|true)\W*$|(?<!\w)(?:सही है|ना)(?: क्या)?\W*$", re.IGNORECASE
)
_MEANING = re.compile(r"\bwhat (?:does|do|is) .*\bmeans?\b|\bmatlab\b|मतलब|अर्थ", re.IGNORECASE)
# A question, and one that a problem with a chance in it can take up: "what is the probability it's not red then?"
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:(?:and|so|but|then|ok)\W+)*(?:what|whats|what's|is|are|how|find|tell)\b"
    r"|(?<!\w)(?:kya|kitn[aei]|batao|bataiye|क्या|कितन[ाेी]|बताओ|बताइए)(?!\w)",
    re.IGNORECASE,
)
_CHANCE = re.compile(r"\b(?:probability|chance|pra?yikta|sambhavna)\b|प्रायिकता|संभावना", re.IGNORECASE)
_ASSIGNED = re.compile(r"\s*[a-z]\s*(?:=|is\b)", re.IGNORECASE)
_LETTER = re.compile(r"(?<![A-Za-z\\])[a-z](?![a-z])")
_INSISTS = re.compile(r"\b(?:sure|certain|pakka|surely)\b|पक्का", re.IGNORECASE)
# These may stand beside an answer ("is 5 right?"); other intents beside a number ask for something.
_BESIDE_ANSWERS = ("verify", "check")
_ASKING = (
    *(set(PRACTICE) | set(ABOUT_A_SOLUTION)).difference(_BESIDE_ANSWERS),
    *LIMITS,
    "again",
    "in_hindi",
    "in_english",
)
_WHOLE_ANSWERS = ("", "first", "second")


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that takes up an answer, a side question or the way back to the problem that is set."""
    if back := revisiting.turn(c, u.text):
        return back
    if c.exercise is None:
        return None
    if (beside := _beside(c.exercise, u.text)) and not u.match(*SETTING, *LEVELS):
        return aside(c, beside)
    if method.asks(u):
        return method.turn(c, u)
    told = c.exercise.worked.told if c.exercise.worked is not None else ""
    answer = answer_of(u, f"{c.exercise.problem} {c.exercise.shown[c.language]} {told}")
    if answer and _repeats_aside(c, answer):
        return _ours(c)
    if answer and _insists(c, c.exercise, u.text, answer):
        return slips.tell(c)
    if answer and _is_of_form(answer, c.exercise):
        return checking.check(c, answer)
    if method.tells_done(u):
        return method.turn(c, u)
    if c.mode != "explain" and poses_problem(u):
        return aside(c, u.text)
    if c.mode != "explain" and has_formula(u.text) and _CLAIMS.search(u.text):
        return method.guess(c, u.text)
    return None if u.match(*_ASKING) else method.turn(c, u)


def answer_of(u: Utterance, problem: str = "") -> str:
    """Return the answer to the problem in an utterance that says and asks nothing else, or nothing."""
    if wanted := _WHETHER.search(u.text):
        return spoken_answer(wanted["answer"] or wanted["said"])
    if u.whole not in _WHOLE_ANSWERS:
        return ""
    if u.match(*SETTING, *LEVELS, "hint", "score", "stop_practice") or practising.names_class(u.text):
        return ""
    if "\\" not in u.text and not says_only_answer(u.text, problem):
        end = concluded(u.text)
        return spoken_answer(end) if says_only_answer(end, problem) else ""
    claim = None if "\\" in u.text else claim_in(u.text)
    if claim is not None and claim.cues and not claim.problem:
        return claim.value
    if "\\" in u.text:
        return answers.answer_in(u.text) if answers.is_formula(answers.answer_in(u.text)) else ""
    return "" if u.match(*_ASKING) else spoken_answer(u.text)


def poses_problem(u: Utterance) -> bool:
    """Tell whether the pupil gives a problem of his own: "wait, what is 15 times 12?"."""
    if u.match(*_ASKING) or _MEANING.search(u.text) or _CLAIMS.search(u.text):
        return False
    numbers = re.findall(r"\d+", u.text)
    asks = holds(tokens(u.text), "requests") or holds(tokens(u.text), "requests_anywhere")
    if asks and u.has_maths and (len(numbers) > 1 or has_formula(u.text)):
        return True
    return len(numbers) > 1 and problem_in(u.text) is not None


def aside(c: Conversation, problem: str) -> Turn:
    """Work out what the pupil asks in between, briefly, and come back to the problem that is set."""
    plain = _BY_THE_WAY.sub("", problem)
    worked = yield from explaining.work_out(c, in_solvers_words(plain) or plain, instead=chatting.not_understood(c))
    if worked is None:
        return
    ours = c.exercise.worked if c.exercise is not None else None
    if ours is None or worked.problem != ours.problem or worked.answer != ours.answer:
        yield explaining.answer_line(worked)
        yield from explaining.on_whiteboard(c, worked)
        c.worked, c.position, c.focus = worked, 0, "solution"
        c.history.append(worked)
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def _beside(exercise: Exercise, text: str) -> str:
    """Return the question about another quantity of the problem that is set: "is the median also 9?"; else nothing."""
    if "=" in text or not _ASKS.search(text):
        return ""
    other = asking_for(text, exercise.problem)
    if other == exercise.problem:
        other = completed(text, [exercise.problem]) if _CHANCE.search(text) else ""
    return other


def _is_of_form(answer: str, exercise: Exercise) -> bool:
    """Tell whether an answer has no letters but those of the problem or assigned ones: "x1 plus x2" is no distance."""
    worked = exercise.worked
    if worked is None or _ASSIGNED.match(answer) or "\\" in answer:
        return True
    known = set(_LETTER.findall(f"{worked.problem} {worked.answer} {exercise.shown['en']}".lower()))
    return set(_LETTER.findall(answer.lower())) <= known | {"e", "i"}


def _repeats_aside(c: Conversation, answer: str) -> bool:
    return c.focus == "solution" and c.worked is not None and answer == c.worked.target


def _ours(c: Conversation) -> Turn:
    c.focus = "exercise"
    yield say("back_to_ours")
    yield from asking.problem_again(c)


def _insists(c: Conversation, exercise: Exercise, text: str, answer: str) -> bool:
    """Tell whether the pupil stays with an answer to the problem before, where the next one is set already."""
    slip = c.last_slip
    fresh = not exercise.attempts and slip is not None and slip.problem != exercise.problem
    return fresh and slip is not None and slip.answer == answer and _INSISTS.search(text) is not None
