"""Problems for the pupil: setting them, giving hints before answers, showing solutions, keeping the score."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind import toolbox
from tutor_cli.local_model.mind.conversation import Conversation, Exercise, Score
from tutor_cli.local_model.mind.moves import Asking, Turn, say
from tutor_cli.local_model.mind.options import HIGHEST_CLASS, LOWEST_CLASS
from tutor_cli.local_model.mind.practice import brought, exercises, hinting, similar
from tutor_cli.local_model.mind.subject import stating
from tutor_cli.local_model.mind.subject.worked import Worked
from tutor_cli.local_model.mind.telling import asking, explaining

# So many topics are looked at until one is another.
_TRIES = 12
_LIKE_IT = re.compile(
    r"\b(?:like|similar|same|kind|type|sort|jaisa|aisa|tarah|prakar|waisa)\b|जैसा|ऐसा|तरह|प्रकार", re.IGNORECASE
)
_HELP = re.compile(r"^\W*(?:please )?help|\bhelp(?: me)?(?: please)?\W*$|\bmadad\b|मदद", re.IGNORECASE)
# What asks for the next problem, not for the next step.
_NEXT_ONE = re.compile(
    r"\W*(?:(?:ok|okay|accha|achha|theek hai|chalo|now|ab|please|go|move|on|to|the|let'?s|अच्छा|ठीक है|चलो|अब)\W+)*"
    r"(?:next|agla|aage|अगला|आगे|continue|proceed|skip)"
    r"(?: (?:one|question|problem|sum|sawaa?l|prashna?|सवाल|प्रश्न|do|dijiye|दो|badho|chalo|please|karo|बढ़ो|चलो))*\W*",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?:class|grade|level|standard|कक्षा|kaksha)\s*(?P<number>\d{1,2})\b", re.IGNORECASE)


def set_problem(c: Conversation, topic: str = "", kind: int | None = None) -> Turn:
    """Set a problem on the topic, or on one that fits the class, perhaps of one kind; never one that is known."""
    known = (*c.known_problems, *(exercise.problem for exercise in c.problems_set))
    if topic != c.topic:
        c.difficulty = 0
    wish = exercises.Wish(topic, kind, c.difficulty)
    exercise = exercises.new(c.level, len(c.problems_set), c.options.seed, wish, known=known, model=c.model)
    c.topic, c.kind = topic, kind
    yield from place(c, exercise)


def place(c: Conversation, exercise: Exercise) -> Turn:
    """Put a problem before the pupil."""
    skipped = c.exercise is not None and not c.exercise.attempts
    first = not c.problems_set
    c.problems_set.append(exercise)
    c.exercise, c.focus, c.question = exercise, "exercise", ""
    yield say("exercise_intro" if first else "exercise_skipped" if skipped else "exercise_next")
    # Worked out while the first words are spoken: a hint is at hand, and the client notes a problem that was begun.
    if exercise.worked is None and toolbox.SOLVE in c.tools:
        worked = yield from toolbox.solve(exercise.problem, c.language)
        exercise.worked = worked if worked.solved else None
    yield say("quote", text=exercise.shown[c.language])


def names_class(text: str) -> bool:
    """Tell whether a text names a class: "something from class 9"."""
    return _CLASS.search(text) is not None


def take_level(c: Conversation, text: str) -> None:
    """Note the class the pupil names."""
    if found := _CLASS.search(text):
        c.level = min(max(int(found["number"]), LOWEST_CLASS), HIGHEST_CLASS)


def offer(c: Conversation, topic: str) -> Turn:
    """Offer a problem on a topic."""
    c.topic, c.question = topic, "practise"
    yield say("offer_topic", topic=exercises.title(topic, c.language))


def another(c: Conversation) -> Turn:
    """Set one more on the topic of the last problem, whoever set it; of the same kind where one like it is wished."""
    model = c.model or (None if c.problems_set or c.topic else c.problem_in_hand)
    if model is not None:
        return similar.to_model(c, model, place)
    last = c.problems_set[-1] if c.problems_set else None
    same = last is not None and last.topic == c.topic and _LIKE_IT.search(c.heard) is not None
    return set_problem(c, c.topic, last.kind if last is not None and same else c.kind)


def next_problem_or_hint(c: Conversation) -> Turn:
    """Set the next problem where "next" is all that is said or one is asked for; "what do I do next?" asks for help."""
    return another(c) if _NEXT_ONE.fullmatch(c.heard) else hinting.hint(c)


def other_topic(c: Conversation) -> Turn:
    """Set a problem on another topic of the class."""
    known = c.topic or (c.exercise.topic if c.exercise else "")
    number = len(c.problems_set)
    topics = (exercises.topic_for(c.level, number + further, c.options.seed) for further in range(_TRIES))
    c.model = None
    return set_problem(c, next((topic for topic in topics if topic != known), ""))


def quiz(c: Conversation, topic: str = "") -> Turn:
    """Begin a quiz."""
    c.mode, c.score, c.model = "quiz", Score(), None
    yield say("quiz_begins")
    yield from set_problem(c, topic)


def begin(c: Conversation) -> Turn:
    """Begin what the lesson is for: a quiz, practice, or questions of the pupil's."""
    if c.exercise is not None:
        yield from asking.problem_again(c)
    elif c.mode == "quiz":
        yield from quiz(c, c.topic)
    elif c.mode == "practise":
        yield from set_problem(c, c.topic)
    else:
        yield say("help")


def easier(c: Conversation) -> Turn:
    """Set a problem with less in it, of a lower class."""
    c.level = max(c.level - 1, LOWEST_CLASS)
    return _same_topic(c, harder=False)


def harder(c: Conversation) -> Turn:
    """Set a problem with more in it, of a higher class."""
    c.level = min(c.level + 1, HIGHEST_CLASS)
    return _same_topic(c, harder=True)


def _same_topic(c: Conversation, *, harder: bool) -> Turn:
    if c.model is not None and (not c.topic or stating.is_story(c, c.model)):
        return similar.to_model(c, c.model, place, harder=harder)
    last = c.problems_set[-1] if c.problems_set else None
    topic = c.topic or (last.topic if last else "")
    if c.model is not None and c.exercise is None:
        last = Exercise(c.model.source, {}, topic=c.topic, formula=c.model.problem)
    c.model = None
    if last is None or not topic or last.topic != topic:
        return set_problem(c, topic, c.kind)
    exercise = exercises.beside(last, c.level, len(c.problems_set), c.options.seed, harder=harder)
    c.topic, c.difficulty = topic, exercises.difficulty_of(exercise)
    return place(c, exercise)


def comfort(c: Conversation) -> Turn:
    """Take worries off, and offer something easier."""
    yield say("worried")
    c.question = "easier"


def enliven(c: Conversation) -> Turn:
    """Offer a change to a pupil who is bored."""
    if c.exercise is None:
        yield say("bored")
        return
    yield say("bored_here")
    c.question = "harder"


def stop(c: Conversation) -> Turn:
    """End a quiz or practice with the score."""
    if c.score.tried:
        yield from score(c)
    c.mode, c.exercise, c.score = "explain", None, Score()
    yield say("practice_over")


def score(c: Conversation) -> Turn:
    """Tell how many were right, of those that were tried."""
    if c.score.tried:
        yield say("score", right=f"${c.score.right}$", asked=f"${c.score.tried}$")
    else:
        yield say("no_score")


def take_up(c: Conversation, worked: Worked, shown: str = "") -> Turn:
    """Make the pupil's own problem an exercise: a hint first, in a quiz not even that, the answer only on demand."""
    shown = shown or f"${worked.problem}$."
    exercise = Exercise(worked.source, {"en": shown, "hi": shown}, worked=worked)
    if c.mode == "quiz":
        yield from place(c, exercise)
        return
    c.exercise, c.focus, c.question = exercise, "exercise", ""
    yield say("take_up")
    yield from hinting.hint(c)


def bring(c: Conversation, problem: str) -> Asking[bool]:
    """Take up the problem that the pupil brings to work on; false where it cannot be worked out."""
    worked = yield from toolbox.solve(problem, c.language)
    if not worked.solved or worked.did_nothing or worked.misread:
        return False
    c.model, c.topic = worked, exercises.topic_of(worked)
    c.wordings[problem] = problem
    yield from take_up(c, worked, brought.shown(worked, problem))
    return True


def help_with_it(c: Conversation) -> Turn:
    """Help with the exercise, or tell what can be asked where that is the question."""
    if _HELP.search(c.heard):
        yield from hinting.hint(c)
    else:
        yield say("help")


def give_up(c: Conversation) -> Turn:
    """Show the solution of the exercise."""
    exercise = c.exercise
    if exercise is None:
        yield from asking.answer_again(c)
        return
    worked = yield from hinting.worked_of(c, exercise)
    if worked is None:
        return
    count_try(c, exercise)
    c.exercise = None
    yield from explaining.present(c, worked)
    if c.mode == "quiz":
        yield from another(c)


def count_try(c: Conversation, exercise: Exercise) -> None:
    """Count an answer given or asked for; a problem counts once."""
    c.score.tried += not exercise.attempts
    exercise.attempts += 1


def answer_was(c: Conversation) -> Turn:
    """Tell the answer of the problem before, where the one set now has not been tried yet."""
    fresh = c.exercise is not None and not (c.exercise.attempts or c.exercise.hints)
    return asking.answer_again(c) if fresh and c.worked is not None else give_up(c)
