"""What a clause says in English, by the use its verb is put to: a request, a condition, a statement, a possibility."""

from __future__ import annotations

import re

from tutor_cli.maths.solve.recipes.hindi import questions, verbs
from tutor_cli.maths.solve.recipes.hindi.clauses import Clause

_MORE = re.compile(r"\b(?:more|less|older|younger|greater|smaller)$")
# Of these it is told who did them; "bechi" and "bechiye" sound alike.
_TRADED = ("buy", "sell")
# "agar byaj har saal lagta", "agar 3 saal ke liye rakhta": what would be so.
_IS_SO = ("put", "take", "arrange")
# "20th term kya", "middle terms which", "kya difference"
_WHAT = re.compile(
    r"(?P<thing>.*\S) (?:kya|kya kya|how much|how many|which)"
    r"|(?P<total>total )?(?:kya|how much) (?P<much>(?!more|less).+)"
)
_WHAT_ALONE = ("kya", "kya kya", "how much", "how many")
_MANY = re.compile(r"(?:total )?how many (?!percent)(?!.* (?:is|more|less)\b)")
# Of these nobody asks how many.
_MASS = re.compile(
    r"how many (speed|distance|time|money|interest|profit|loss|area|volume|work|water|price|cost|age|height|length"
    r"|breadth|rate|amount|difference)"
)
_LONG = r"how (?:much|many) (long|high|wide|far)"
_HOW_MUCH = re.compile(r"how much (more|less)")
# 4 red 6 green
_LISTED = re.compile(r"(?<=[a-z])(?<!\band) (?=\d+ [a-z])")
# What a clause comes to, as English asks it.
_PLAINLY = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:find |explain )?meaning of (.+)", r"what does \1 mean"),
        (r"^(?:find |explain )?its meaning$", "what does it mean"),
        (r"^looks (.+)", r"what does \1 look like"),
        (r"^looks$", "what does it look like"),
        (r"^find (?=(?:in|for|up to|without|from)\b)|^find$(?=\n)", "how much is it "),
        (r"^find difference (?:in|between) ", "what is the difference between "),
        (r"^find (water|milk|oil) in (.+)", r"how much \1 will \2 hold"),
        (r"^sell (.*?) ?for how many\b.*", r"for how much should \1 be sold"),
        (rf"^(.+) {_LONG}$", r"how \2 is \1"),
        (rf"^{_LONG}$", r"how \1 is it"),
        (r"^(?:becomes )?(.*\S) how (?:much|many) times$", r"how many times does \1 become"),
        (r"^(?:becomes )?how (?:much|many) times$", "how many times does it become"),
        (r"^the result is my answer ", "my answer is "),
        (r"^the result is (?:my|me) (?=\S)", "i got "),
        (r"^takes (?:how much )?time(.*)", r"how much time will it take\1"),
        (r"^(?:me )?(.*?) ?is not understood", r"i do not understand \1"),
        (r"^(\w+)s kya$", r"what \1s"),
        (r"^kya is ", "what is "),
    )
)
_HOW = re.compile(r"(?P<thing>.+) (?P<how>once|twice|thrice|together|at random)")
_WHAT_PERCENT = re.compile(r"how many percent(?:age)? (?P<part>\d\S*)")
_WHICH = {"largest": "greater", "smallest": "smaller"}


def said(clause: Clause) -> str:
    """Return a clause that has been read to its end."""
    clause.verb = "do" if clause.verb == "perform" else clause.verb
    if clause.use == "ask" and clause.verb in _TRADED and (clause.subject or clause.is_condition):
        clause.use = "was"
    if clause.is_condition and clause.use == "does" and clause.verb in _IS_SO:
        clause.verb = clause.use = "be"
    _found(clause)
    done = clause.use in ("on", "was") or (clause.use == "does" and clause.is_condition and clause.verb in _TRADED)
    if done and not (clause.whether or clause.question):
        return _plainly(_done(clause))
    written = _plainly(_by_use(clause))
    if clause.is_condition and clause.said_before:
        written = f"{clause.said_before} is {written}"
    if written == "find" and clause.when:
        written, clause.when = f"how much is it {clause.when}", ""
    lead = "if" if clause.is_condition and clause.verb != "give" else clause.relative
    return " ".join(filter(None, (lead, clause.when, written))) if written else ""


def _by_use(clause: Clause) -> str:
    if found := _HOW_MUCH.search(clause.noun.head):
        return questions.compared(clause, found)
    if clause.question:
        return questions.asked(clause, clause.question)
    if clause.whether and not clause.is_condition:
        return questions.whether(clause)
    if clause.use == "ask":
        return _request(clause)
    if clause.use == "can":
        return questions.possible(clause)
    return _does(clause) if clause.use == "does" else _statement(clause)


def _plainly(written: str) -> str:
    for pattern, by in _PLAINLY:
        written = pattern.sub(by, written)
    return written


def _does(clause: Clause) -> str:
    """Return what a thing does: "a sum of money becomes 6000 rupees"."""
    thing, rest = clause.parts()
    does = "the result is" if clause.verb == "give" else f"{clause.verb}s"
    return " ".join(filter(None, (clause.subject, does, thing, rest, clause.purpose)))


def _found(clause: Clause) -> None:
    """Make what is asked for with "what", "which" or "how much" a thing to be found: "how much interest"."""
    if clause.verb not in ("", "be", "give", "become") or clause.whether or clause.question:
        return
    clause.noun.head = _MASS.sub(r"how much \1", clause.noun.head)
    if found := _WHAT.fullmatch(clause.noun.head):
        clause.noun.head = found["thing"] or (found["total"] or "") + found["much"]
    elif clause.noun.head not in _WHAT_ALONE:
        return
    else:
        clause.noun.head = "" if clause.noun.owner or not clause.phrases else "how much is it"
    clause.verb, clause.use = "find", "ask"


def _done(clause: Clause) -> str:
    """Return what is done to a thing, or what happens when it is: "when 7 is added to 3 times the number"."""
    thing, rest = clause.parts()
    thing = thing or ("it" if clause.verb in _TRADED else "")
    if not thing:
        return ""
    of_that = " the number" if clause.relative and rest else ""
    lead = "if" if clause.is_condition else "when" if clause.use == "on" else ""
    if clause.subject:
        return f"{lead} {clause.subject} {verbs.did(clause.verb)} {thing} {rest}".strip()
    found = _HOW.fullmatch(thing)
    thing, how = (found["thing"], found["how"]) if found else (thing, "")
    return f"{lead} {thing} is {verbs.past(clause.verb)} {how} {rest}{of_that}".strip()


def _statement(clause: Clause) -> str:
    if _MORE.search(clause.noun.head):
        clause.phrases = [("than" if how == "by" else how, text) for how, text in clause.phrases]
    rest = clause.phrased()
    comparison = _WHICH.get(clause.noun.head)
    if comparison and rest.startswith("in "):
        return f"which is {comparison}, {rest.removeprefix('in ').replace(' and ', ' or ')}"
    if _MANY.match(clause.noun.head) and clause.use in ("", "be") and not clause.subject:
        return f"{clause.noun.written().removeprefix('total ')} are there {rest}".strip()
    if comparison and not clause.noun.owner:
        return f"which is {comparison} {rest}".strip()
    if found := _WHAT_PERCENT.fullmatch(clause.noun.head):
        return f"what percent of {clause.noun.owner} is {found['part']}"
    subject = clause.subject
    if clause.use == "be" and subject:
        return f"{subject} is {clause.noun.written()} {rest}".strip()
    if (clause.use == "be" or clause.is_condition) and rest.startswith("in ") and clause.noun.head:
        if questions.ASKED.match(clause.noun.head):
            said = clause.noun.said()
            return f"{said} {rest}" if " is " in said else f"{said} are there {rest}"
        return f"there are {_LISTED.sub(', ', clause.noun.written())} {rest}"
    states = clause.verb or clause.is_condition or clause.relative or questions.ASKED.match(clause.noun.head)
    noun = clause.noun.said() if states else clause.noun.written()
    noun = noun or " ".join(text for how, text in clause.phrases if not how)
    noun = noun or ("it is" if clause.is_condition and rest.startswith("for ") else "")
    return " ".join(filter(None, (noun, "not" if clause.negated else "", rest)))


def _request(clause: Clause) -> str:
    thing, rest = clause.parts()
    if rest.startswith("with respect to") and len(both := [text for how, text in clause.phrases if not how]) > 1:
        thing = f"{both[1]} of {both[0]}"
    if clause.verb == "express" and not rest:
        clause.verb = "write"
    if clause.verb in ("do", "sell") and rest:
        thing = thing or "it"
    never, only = "do not" if clause.negated else "", "only" if clause.only else ""
    return " ".join(filter(None, (never, clause.verb, only, thing, rest)))
