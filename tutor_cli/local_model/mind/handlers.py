"""What the same words mean: the handler of each intent, while we talk about a solution, an exercise or a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn
from tutor_cli.local_model.mind.practice import hinting, practising, slips
from tutor_cli.local_model.mind.telling import (
    asking,
    deriving,
    exemplifying,
    explaining,
    facts,
    origins,
    proving,
    reasons,
    ruling,
)
from tutor_cli.local_model.mind.utterance.words import Language

Handler = Callable[[Conversation], Turn]

METHODS: Mapping[str, str] = {
    "method_formula": "formula",
    "method_complete_square": "complete_square",
    "method_factor": "factor",
    "method_elimination": "elimination",
    "method_substitution": "substitution",
    "method_l_hopital": "l_hopital",
}
LANGUAGES: Mapping[str, Language] = {"in_hindi": "hi", "in_english": "en"}
ABOUT_A_SOLUTION: Mapping[str, Handler] = {
    "why": reasons.why,
    "all_steps": explaining.all_steps,
    "first_step": explaining.first_step,
    "next": explaining.next_step,
    "back": explaining.previous_step,
    "slowly": reasons.another_wording,
    "summary": asking.summary,
    "dont_understand": reasons.another_wording,
    "another_way": asking.another_way,
    "verify": proving.show,
    "question_was": asking.problem_again,
    "origin": origins.said,
    "slip": slips.tell,
    "understood": explaining.understood,
    "asked": asking.what_is_asked,
    "was_right": slips.verdict_again,
    "last_step": explaining.last_step,
    "one_line": asking.one_line,
    "used": ruling.all_used,
    "solvable": asking.has_solution,
}
ABOUT_AN_EXERCISE: Mapping[str, Handler] = {
    **dict.fromkeys(ABOUT_A_SOLUTION, hinting.hint),
    **dict.fromkeys(("all_steps", "origin"), slips.explain_or_hint),
    "why": slips.why,
    **dict.fromkeys(("dont_understand", "slowly"), hinting.explain),
    "first_step": hinting.first_step,
    "asked": asking.what_is_asked,
    "was_right": slips.verdict_again,
    "verify": slips.how_to_check,
    "question_was": asking.problem_again,
    "slip": slips.tell,
    "help": practising.help_with_it,
}
ABOUT_A_FACT: Mapping[str, Handler] = {
    **dict.fromkeys(("all_steps", "slowly", "dont_understand", "summary"), facts.again),
    "next": exemplifying.go_on,
    "example": exemplifying.example,
    **dict.fromkeys(("why", "verify"), deriving.why),
    "understood": facts.understood,
}
# Beside a solution the rest goes on about that.
ABOUT_AN_ASIDE: Mapping[str, Handler] = dict.fromkeys(("slowly", "dont_understand"), facts.again)
PRACTICE: Mapping[str, Handler] = {
    "set_problem": practising.another,
    "another": practising.another,
    "quiz": practising.quiz,
    "easier": practising.easier,
    "harder": practising.harder,
    "stop_practice": practising.stop,
    "begin": practising.begin,
    "answer_was": practising.answer_was,
    "score": practising.score,
    "hint": hinting.hint,
    "bigger_hint": hinting.bigger,
    "explain_hint": hinting.explain,
    "give_up": practising.give_up,
    "example": exemplifying.example,
    "other_topic": practising.other_topic,
    "worried": practising.comfort,
    "bored": practising.enliven,
}
# With a topic named in the same breath ("quiz me on fractions").
SETTING = ("set_problem", "another", "other_topic", "quiz")
LEVELS = ("easier", "harder")
# What the tutor does not do; the first also beside a formula.
LIMITS = ("draw", "harmful", "injection", "insult", "personal", "other_subject")

# With these a lesson of practice or a quiz begins that has no problem yet.
OPENING = ("begin", "yes", "next", "hint", "dont_understand", "give_up", "help")


def of(c: Conversation) -> Mapping[str, Handler]:
    """Return what the intents about our work mean, given what we are talking about; what is next is the exercise."""
    meanings = _by_focus(c)
    return meanings if c.exercise is None else {**meanings, "next": practising.next_problem_or_hint}


def _by_focus(c: Conversation) -> Mapping[str, Handler]:
    if c.focus == "exercise":
        return {**ABOUT_A_SOLUTION, **ABOUT_AN_EXERCISE}
    if c.mode != "explain" and c.focus == "solution" and c.problems_set and c.problems_set[-1].solved:
        return {**ABOUT_A_SOLUTION, "next": practising.another}
    if c.focus != "fact":
        return ABOUT_A_SOLUTION
    if c.worked is not None and facts.is_aside(c.fact):
        deeper = {"why": facts.why} if facts.has_deeper(c.fact) else {}
        return {**ABOUT_A_SOLUTION, **ABOUT_AN_ASIDE, **deeper}
    return {**ABOUT_A_SOLUTION, **ABOUT_A_FACT}
