"""What a clause says in English, by the use its verb is put to: a request, a condition, a statement, a possibility."""

from __future__ import annotations

import re

from tutor_cli.maths.solve.recipes.hindi import verbs
from tutor_cli.maths.solve.recipes.hindi.clauses import Clause

_MORE = re.compile(r"\b(?:more|less|older|younger|greater|smaller)$")
_ASKED = re.compile(r"(?:in )?how many(?: \w+)?|which(?: \w+)?", re.IGNORECASE)
# Of these it is told who did them; "bechi" and "bechiye" sound alike.
_TRADED = ("buy", "sell")
_HOW_MUCH = re.compile(r"how much (more|less)")
# 4 red 6 green
_LISTED = re.compile(r"(?<=[a-z])(?<!\band) (?=\d+ [a-z])")
_HOW = re.compile(r"(?P<thing>.+) (?P<how>once|twice|thrice|together|at random)")
_WHAT_PERCENT = re.compile(r"how many percent(?:age)? (?P<part>\d\S*)")
_WHICH = {"largest": "greater", "smallest": "smaller"}


def said(clause: Clause) -> str:
    """Return a clause that has been read to its end."""
    if clause.use == "ask" and clause.verb in _TRADED and (clause.subject or clause.is_condition):
        clause.use = "was"
    if clause.noun.head in ("kitna", "how many", "kya", "kya kya") and not clause.verb:
        clause.noun.head, clause.verb, clause.use = "", "find", "ask"
    if found := _HOW_MUCH.search(clause.noun.head):
        written = _compared(clause, found)
    elif clause.question:
        written = _why(clause)
    elif clause.use == "ask":
        written = _request(clause)
    elif clause.use == "can":
        written = _possible(clause)
    elif clause.use == "does" and clause.is_condition and clause.verb in _TRADED:
        return _done(clause)
    elif clause.use == "does":
        thing, rest = clause.parts()
        if thing.startswith("kya "):
            return f"does {thing.removeprefix('kya ')} {clause.verb} {rest}".strip()
        does = "the result is" if clause.verb == "give" else f"{clause.verb}s"
        written = " ".join(filter(None, (clause.subject, does, thing, rest)))
    elif clause.use in ("on", "was"):
        return _done(clause)
    else:
        written = _statement(clause)
    if clause.is_condition and clause.said_before:
        written = f"{clause.said_before} is {written}"
    lead = "if" if clause.is_condition and clause.verb != "give" else clause.relative
    return " ".join(filter(None, (lead, clause.when, written))) if written else ""


def _done(clause: Clause) -> str:
    """Return what is done to a thing, or what happens when it is: "when 7 is added to 3 times the number"."""
    thing, rest = clause.parts()
    thing = thing or ("it" if clause.verb in _TRADED else "")
    if not thing:
        return ""
    of_that = " the number" if clause.relative and rest else ""
    lead = "if" if clause.is_condition else "when" if clause.use == "on" else ""
    if clause.subject:
        return f"{lead} {clause.subject} {verbs.past(clause.verb)} {thing} {rest}".strip()
    found = _HOW.fullmatch(thing)
    thing, how = (found["thing"], found["how"]) if found else (thing, "")
    return f"{lead} {thing} is {verbs.past(clause.verb)} {how} {rest}{of_that}".strip()


def _compared(clause: Clause, found: re.Match[str]) -> str:
    """Return a question of by how much one thing is more or less than another, or nothing but that of what is known."""
    clause.noun.head = clause.noun.head.replace(found.group(), "").strip()
    than = " ".join(text for how, text in clause.phrases if how == "by")
    clause.phrases = [(how, text) for how, text in clause.phrases if how != "by"]
    thing, rest = clause.parts()
    return " ".join(filter(None, ("by how much is", thing or "it", found[1], rest, f"than {than}" if than else "")))


def _why(clause: Clause) -> str:
    """Return a question of why, how or where from: "why is X Y" of what is so, "why did you add X" of what is done."""
    thing, rest = clause.parts()
    what = " ".join(filter(None, (clause.subject, thing, rest)))
    if clause.verb == "give":
        of_result = {"how": "how did you get", "where": "where did"}
        if clause.question == "where":
            return f"where did {what.removeprefix('by ')} come from"
        return f"{of_result.get(clause.question, f'{clause.question} is')} {what}"
    if clause.use in ("", "be", "become"):
        return f"{clause.question} is {what}"
    return f"{clause.question} {'do' if clause.use == 'does' else 'did'} you {clause.verb} {what}"


def _statement(clause: Clause) -> str:
    if _MORE.search(clause.noun.head):
        clause.phrases = [("than" if how == "by" else how, text) for how, text in clause.phrases]
    rest = clause.phrased()
    if (comparison := _WHICH.get(clause.noun.head)) and rest.startswith("in "):
        return f"which is {comparison}, {rest.removeprefix('in ').replace(' and ', ' or ')}"
    if found := _WHAT_PERCENT.fullmatch(clause.noun.head):
        return f"what percent of {clause.noun.owner} is {found['part']}"
    subject = clause.subject
    if subject.startswith("kya "):
        return f"is {subject.removeprefix('kya ')} {clause.noun.written()} {rest}".strip()
    if clause.use == "be" and subject:
        return f"{subject} is {clause.noun.written()} {rest}".strip()
    if clause.noun.head.startswith("kya "):
        return f"is {clause.noun.head.removeprefix('kya ')} {rest}".strip()
    if (clause.use == "be" or clause.is_condition) and rest.startswith("in ") and clause.noun.head:
        if _ASKED.match(clause.noun.head):
            return f"{clause.noun.written()} are there {rest}"
        return f"there are {_LISTED.sub(', ', clause.noun.written())} {rest}"
    states = clause.verb or clause.is_condition or clause.relative
    noun = clause.noun.said() if states else clause.noun.written()
    noun = noun or " ".join(text for how, text in clause.phrases if not how)
    return f"{noun} {rest}".strip()


def _request(clause: Clause) -> str:
    thing, rest = clause.parts()
    if rest.startswith("with respect to") and len(both := [text for how, text in clause.phrases if not how]) > 1:
        thing = f"{both[1]} of {both[0]}"
    if clause.verb == "express" and not rest:
        clause.verb = "write"
    if not (thing or rest):
        return clause.verb
    return f"{clause.verb} {thing} {rest}".strip()


def _possible(clause: Clause) -> str:
    """Return a question of how many ways there are to do something."""
    clause.close("")
    asked = next((found.group() for _, text in clause.phrases if (found := _ASKED.search(text))), "")
    if not asked:
        return ""
    clause.phrases = [(how, left) for how, text in clause.phrases if (left := text.replace(asked, "").strip())]
    thing, rest = clause.parts()
    return f"{asked} can {thing} be {verbs.past(clause.verb)} {rest}".strip()
