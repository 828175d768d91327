"""What is said about the work itself: going back, ideas behind it, questions about the working, claims in passing."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import handlers, solving
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.handlers import LEVELS, LIMITS, OPENING, PRACTICE, SETTING
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.practice import claims, exercises, method, practising, setting
from tutor_cli.local_model.mind.subject import letters
from tutor_cli.local_model.mind.subject.askable import is_light
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.telling import exemplifying, facts, picturing, questions
from tutor_cli.local_model.mind.utterance.doubts import tells_data
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_own_maths
from tutor_cli.local_model.mind.utterance.phrases import Match
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.expr import Add, Apply, Expr, Mul, Quotient, Symbol
from tutor_cli.maths.spoken import find_spans

_COMMANDS = re.compile(
    r"\W*(?:(?:please|now|so|ok|and|can you|let us|let's) )*(?:simplify|expand|factori[sz]e|evaluate)\b", re.IGNORECASE
)
_HESITATES = re.compile(r"^\W*(?:(?:u+m+|u+h+m*|h+m+|e+r+m*|a+h+)\b\W*)+$", re.IGNORECASE)
# "what does 3:4 mean?", "3:4 ka matlab kya hai"
_RATIO_MEANS = re.compile(
    r"(?<![\d:.])(?P<first>\d+) ?: ?(?P<second>\d+)(?![\d:.]).*(?:\bmean|\bmatlab\b|मतलब|अर्थ)", re.IGNORECASE
)
# "20 प्रतिशत का मतलब क्या है?"
_PERCENT_MEANS = re.compile(
    r"(?<![\d.])(?P<number>\d+(?:\.\d+)?) ?(?:%|percent|per cent|pratishat|fisadi|प्रतिशत|फीसदी)"
    r"(?:\W+(?:actually|really|ka|का))*\W+(?:means?|matlab|arth|मतलब|अर्थ)",
    re.IGNORECASE,
)
_WANTS_PRACTICE = re.compile(
    r"\bi want (?!to (?:learn|know|understand|study))"
    r"|\b(?:let'?s|something|sums?|questions?|problems?|practi[cs]e|can i|can we|want to do|give me|try|switch)\b",
    re.IGNORECASE,
)
# "which equation is easier?" sets no easier problem.
_WHICH = re.compile(r"\W*(?:(?:so|and|but)\W+)*(?:which|why|is|was|how)\b|.*(?<!\w)(?:kaun|kyu|कौन|क्यों)", re.IGNORECASE)
# "give me the line through the midpoint" wants no problem where one is on the table.
_WANTS_PROBLEM = re.compile(
    r"\b(?:sums?|questions?|problems?|practi[cs]e|exercises?|let'?s|switch|want to do|something|examples?)\b",
    re.IGNORECASE,
)
_WANTS_TOPIC = re.compile(
    r"\b(?:(?:learn|study|teach|help|do you|move on|revise|topic|chapter)\b|(?:understand|good at|explain) \w+$)"
    r"|(?<!\w)(?:seekh|sikh|padh|samajh|chahiye|shuru|karn[aie]|aat[ai])|सीख|सिखा|पढ़|समझ|चाहिए|शुरू|करन[ाीे]|आत[ाी]",
    re.IGNORECASE,
)

_HOW_MUCH = re.compile(r"\bhow (?:much|many)\b|(?<!\w)kitn[aei](?!\w)|कितन[ाेी]", re.IGNORECASE)
_AND_WHY = re.compile(r"\b(?:which|who)\b.*\band why\W*$", re.IGNORECASE)
# So many words of its own make a question.
_OWN_QUESTION = 3


def concept(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the ideas themselves: "can a probability be more than 1?"."""
    if ratio := _RATIO_MEANS.search(u.text):
        return saying("ratio_means", first=ratio["first"], second=ratio["second"])
    if percent := _PERCENT_MEANS.search(u.text):
        return saying("percent_means", number=percent["number"])
    spans = find_spans(u.text)
    if any(isinstance(span.expr, Add | Apply) for span in spans) and problem_in(u.text):
        return None
    if any(_is_to_be_worked_out(span.expr, u.text[: span.start]) for span in spans):
        return None
    question = questions.asked_in(u.text, c.worked)
    if u.has_maths and (question or tells_data(u.text)) and problem_in(u.text):
        return None
    if not question and facts.asks_meaning(u.text):
        question = facts.asked_for(u.text)
    return facts.tell(c, question) if question else None


def _is_to_be_worked_out(formula: Expr, before: str) -> bool:
    """Tell whether a formula is to be worked out and names no idea: tan(90 - 45), "simplify (1 + tan² A) cos² A"."""
    nodes = list(formula.walk())
    if any(isinstance(node, Apply) and isinstance(node.arguments[0], Add) for node in nodes):
        return not any(isinstance(node, Symbol) for node in nodes)
    return any(isinstance(node, Add | Mul | Quotient) for node in nodes) and _COMMANDS.match(before) is not None


def named_topic(c: Conversation, u: Utterance) -> Turn | None:
    """Tell what is named of a topic that somebody finds hard, or wants an example of with its definition."""
    fact = facts.asked_for(u.text)
    if u.match("example") and fact and facts.is_question(u.text):
        return exemplifying.with_example(c, fact)
    if c.focus != "nothing" or u.has_maths or not u.match("dont_understand", "worried"):
        return None
    named = exercises.topic_in(u.text)
    return facts.tell(c, fact) if fact else offer(c, named) if named else None


def working(c: Conversation, u: Utterance) -> Turn | None:
    """Answer a question about the working: a letter in it, a formula, a step."""
    return letters.answer(c, u.text)


def claim(c: Conversation, u: Utterance) -> Turn | None:
    """Judge what the pupil claims in passing."""
    if u.match("another", "set_problem", "example") and not has_own_maths(u.text):
        return None
    return claims.answer(c, u.text)


def unusable(c: Conversation, u: Utterance) -> Turn | None:
    """Say so where nothing was said, or too much."""
    if not u.text:
        return saying("nothing_heard")
    if _HESITATES.match(u.text):
        return saying("wait")
    return saying("too_long") if u.too_long else None


def opening(c: Conversation, u: Utterance) -> Turn | None:
    """Begin a quiz or practice, whichever way the pupil says that it may begin."""
    if c.mode == "explain" or c.focus != "nothing" or u.has_maths or exercises.topic_in(u.text):
        return None
    return practising.begin(c) if u.matches and u.matches[0].name in OPENING else None


def limit(c: Conversation, u: Utterance) -> Turn | None:
    """Say what the tutor does not do; of another subject only where no problem is on the table."""
    return None if c.has_problem and u.match("other_subject") else off_topic(c, u)


def off_topic(c: Conversation, u: Utterance) -> Turn | None:
    """Say what the tutor does not do, whatever is on the table."""
    match = u.match(*LIMITS)
    if match is None or (u.has_maths and match.name != "draw") or is_of_problem(c, u, match):
        return None
    return picturing.picture(c, u.text) if match.name == "draw" else saying(match.name)


def is_of_problem(c: Conversation, u: Utterance, match: Match) -> bool:
    """Tell whether another subject is one that the problem in hand speaks of: "30 like cricket"."""
    told = c.problem_in_hand.source.lower().split() if c.problem_in_hand is not None else []
    subject = set(u.text.lower().strip(" ?.!").split()) - set(match.rest.lower().split())
    return match.name == "other_subject" and bool(subject) and subject <= {word.strip(",.?") for word in told}


def topic(c: Conversation, u: Utterance) -> Turn | None:
    """Offer a problem on a topic that is merely named: "I want to learn trigonometry"."""
    named, kind = ("", None) if claims.is_definition(u.text) else exercises.kind_in(u.text)
    merely = exercises.only_names_topic(u.text) and not _HOW_MUCH.search(u.text)
    wants = _WANTS_PROBLEM if c.has_problem and not merely else _WANTS_PRACTICE
    if named and wants.search(u.text):
        return to_practise(c, named, kind)
    if named and c.exercise is not None:
        return method.guess(c, u.text)
    if named and c.has_problem and not (merely or _WANTS_TOPIC.search(u.text)):
        return _asks_about_problem()
    return offer(c, named) if named else None


def _asks_about_problem() -> Turn:
    """Say that a question was not understood: within a problem the name of a topic asks for no other one."""
    yield say("not_understood_in_hand")
    yield say("hint_solution")


def practice_topic(c: Conversation, u: Utterance) -> Turn | None:
    """Set a problem on a topic that is named where practice is what the lesson is for: "let's do quadratics"."""
    asks = facts.is_question(u.text) or claims.is_definition(u.text) or has_own_maths(u.text)
    named, kind = ("", None) if c.mode == "explain" or asks else exercises.kind_in(u.text)
    wants = _WANTS_PRACTICE.search(u.text) or exercises.only_names_topic(u.text)
    return to_practise(c, named, kind) if named and wants else None


def to_practise(c: Conversation, topic: str, kind: int | None = None) -> Turn:
    """Set a problem on the topic, perhaps of one kind; a quiz begins with it where none has begun."""
    c.model = None
    begins = c.mode == "quiz" and not c.problems_set
    return practising.quiz(c, topic) if begins else practising.set_problem(c, topic, kind)


def offer(c: Conversation, topic: str) -> Turn:
    """Tell what a topic is about and offer a problem on it."""
    if fact := exercises.fact_of(topic):
        yield from facts.tell(c, fact)
    yield from practising.offer(c, topic)


def practice(c: Conversation, u: Utterance) -> Turn | None:
    """Set problems, give hints, tell answers and scores."""
    match = setting.wish(u)
    if match is None and c.mode != "explain" and practising.names_class(u.text):
        return setting.set_as_asked(c, u, "set_problem")
    if match is None or u.is_first("help") or (c.has_problem and u.match("another_way")):
        return None
    if match.name == "easier" and u.match("dont_understand", "slowly") and c.exercise is None:
        return None
    if match.name in LEVELS and c.has_problem and _WHICH.match(u.text):
        return None
    own_maths = u.has_maths and has_own_maths(u.text)
    sets = match.name in (*SETTING, *LEVELS) and not has_formula(u.text) and (match.length > 1 or not own_maths)
    if sets and not (match.name == "another" and own_maths):
        return setting.set_as_asked(c, u, match.name)
    if match.name == "hint" and own_maths:
        return solving.solve(c, match.rest, coach=True)
    return None if own_maths else {**handlers.of(c), **PRACTICE}[match.name](c)


def only_in_passing(u: Utterance, match: Match) -> bool:
    """Tell whether a wish about the talk only stands beside a question: "does that line meet the curve again?"."""
    if match.name == "why":
        return _AND_WHY.search(u.text) is not None
    said = [word for word in tokens(match.rest) if not (is_light(word.plain) or is_function_word(word))]
    return match.name in ("again", "next") and len(said) >= _OWN_QUESTION
