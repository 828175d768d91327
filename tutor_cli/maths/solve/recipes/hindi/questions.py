"""Questions of a clause that ask for no quantity: whether, why, how and where from, in how many ways, by how much."""

from __future__ import annotations

import re

from tutor_cli.maths.solve.recipes.hindi import verbs
from tutor_cli.maths.solve.recipes.hindi.clauses import Clause

# What happens by itself, with nobody who does it.
_HAPPENS = ("change", "increase", "decrease")
_MEETS = ("cut", "pass", "cross")
_THIS = re.compile(r"^(?:(?:this|that) (?=this|that))?(this|that|it) (?!is\b|triangle\b|number\b|line\b)")
ASKED = re.compile(r"(?:in )?how many(?: \w+)?|which(?: \w+)?", re.IGNORECASE)


def asked(clause: Clause, question: str) -> str:
    """Return a question of `why`, `how` or `where`: "why is X Y" of what is so, "why did you add X" of what is done."""
    if clause.use in ("", "be") or clause.verb == "become":
        return _of_what_is(clause, question)
    never = "not" if clause.negated else ""
    if clause.use == "does" and clause.verb in _HAPPENS:
        what = _spaced(*(text for _, text in clause.phrases), clause.noun.written())
        return _spaced(question, "does", what or "it", never, clause.verb)
    thing, rest = clause.parts()
    what = _spaced(clause.subject, thing, rest)
    if clause.verb == "give":
        lead = {"how": "how did you get", "where": "where did"}.get(question, f"{question} is")
        return f"where did {what.removeprefix('by ')} come from" if question == "where" else f"{lead} {what}"
    if clause.verb in _MEETS and question == "where":
        return _spaced(question, "does", clause.subject or "it", never, clause.verb, thing, rest)
    helper = "can" if clause.use == "can" else "do" if clause.use == "does" else "did"
    return _spaced(question, helper, "you", never, clause.verb, what)


def _of_what_is(clause: Clause, question: str) -> str:
    said = "" if clause.phrases else clause.noun.said()
    thing, rest = clause.parts()
    what, never = _spaced(clause.subject, thing, rest), "not" if clause.negated else ""
    if question == "knowing":
        return _spaced("how do you know that", _THIS.sub(r"\1 is ", said or what), never)
    first, _, last = said.partition(" is ") if " is " in said else what.rpartition(" ")
    if clause.verb == "become":
        return _spaced(question, "does", first, never, "become", last)
    if " is " in said:
        return _spaced(question, "is", first, never, last)
    return _spaced(question, "is", what, never) if clause.subject or thing else _spaced(question, never, rest)


def whether(clause: Clause) -> str:
    """Return a question that is answered with yes or no."""
    thing, rest = clause.parts()
    never = "not" if clause.negated else ""
    subject = clause.subject
    if clause.use == "ask":
        return _spaced("should i", never, clause.verb, thing, rest)
    if clause.use == "can":
        done = "be" if clause.verb == "do" else f"be {verbs.past(clause.verb)}"
        return _spaced("can", subject or thing, never, done, thing if subject else "", rest)
    if clause.use == "does" and clause.verb != "give":
        return _spaced("does", subject or thing, never, clause.verb, thing if subject else "", rest)
    if not (subject or rest) and thing.startswith("a "):
        return f"is there {thing}"
    done = verbs.past(clause.verb) if clause.use in ("was", "on") else ""
    return _spaced("is", subject or thing, never, thing if subject else "", done, rest)


def compared(clause: Clause, found: re.Match[str]) -> str:
    """Return a question of by how much one thing is more or less than another, or nothing but that of what is known."""
    clause.noun.head = clause.noun.head.replace(found.group(), "").strip()
    than = " ".join(text for how, text in clause.phrases if how == "by")
    clause.phrases = [(how, text) for how, text in clause.phrases if how != "by"]
    thing, rest = clause.parts()
    return _spaced("by how much is", thing or "it", found[1], rest, f"than {than}" if than else "")


def possible(clause: Clause) -> str:
    """Return a question of how many ways there are to do something."""
    clause.close("")
    many = next((found.group() for _, text in clause.phrases if (found := ASKED.search(text))), "")
    if not many:
        return ""
    clause.phrases = [(how, left) for how, text in clause.phrases if (left := text.replace(many, "").strip())]
    thing, rest = clause.parts()
    return _spaced(many, "can", thing, "be", verbs.past(clause.verb), rest)


def _spaced(*parts: str) -> str:
    return " ".join(filter(None, parts))
