"""Questions about the working: what a letter stands for, which equation it was, which step is meant."""

from __future__ import annotations

import re

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say, saying
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import explaining

_LETTER = re.compile(
    r"^\W*(?:(?:so|and|but|ok)\W+)?what(?:'s|s| is| was| does| do| did)?(?: you| we)?(?: the)?"
    r"(?: value of| call| mean by| take as| take for| take| choose as| let)? (?P<letter>[A-Za-z])"
    r"(?: here| stand for| mean| in this| in that| there| again| equal to| equal)*\W*$",
)
_EQUATION_AGAIN = re.compile(
    r"\b(?:show|tell|give|write|repeat|what was|what is|what's)\b.*\bequation\b(?! of)"
    r"|(?:equation|samikaran|समीकरण)\s+(?:kaise|kese|kya|कैसे|क्या)\s+(?:ban|likh|tha|thi|h|बन|लिख|थ|ह)",
    re.IGNORECASE,
)
_LAST_STEP = re.compile(
    r"\b(?:last|previous|that|this) (?:step|line|part)\b"
    r"|(?<!\w)(?:ye|yeh|yah|is|us|pichla|pichhla|ये|यह|इस|पिछला|पिछले) (?:wala |wale |वाला |वाले )?"
    r"(?:step|kadam|charan|line|कदम|चरण|स्टेप)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![A-Za-z'’])([b-hj-rt-z])(?![A-Za-z])")
_ASSIGNED = r"(?<![A-Za-z\\]){letter} = (?P<value>[^,=]+)"


def answer(c: Conversation, text: str) -> Turn | None:
    """Return the turn that answers a question about the working, or None where it is none."""
    worked = c.worked
    if worked is None or c.focus != "solution" or not worked.steps:
        return None
    if (asked := _LETTER.match(text)) and (line := _meaning(worked, asked["letter"])):
        return line
    if _EQUATION_AGAIN.search(text) and (equation := _equation(worked)):
        return _quoted(worked, equation)
    return explaining.step_again(c) if _LAST_STEP.search(text) and _is_about_step(text) else None


def asks_for_another(c: Conversation, text: str) -> bool:
    """Tell whether a letter is asked for that the problem on the table does not have."""
    found, formula = _NAMED.search(text), c.exercise.formula if c.exercise is not None else ""
    known = f"{formula} {c.worked.problem} {c.worked.answer}" if c.worked is not None else formula
    return found is not None and bool(known) and re.search(rf"(?<![\\A-Za-z]){found[1]}(?![A-Za-z])", known) is None


def _is_about_step(text: str) -> bool:
    return (
        re.search(
            r"\b(?:again|show|explain|repeat|go over|tell)\b|samjha|bata|dikha|phir|समझा|बता|दिखा|फिर",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _meaning(worked: Worked, letter: str) -> Turn | None:
    """Say what a letter stands for: a quantity of a story, or what is given for it or found, and how it came in."""
    if item := next((item for item in worked.amounts if item.letter == letter and _lets(worked)), None):
        return saying("amount_letter", letter=item.letter, name=item.name, amount=item.amount)
    opening = worked.steps[0] if worked.steps[0].id.endswith(".opening") else None
    introduced = opening if opening and (f"${letter}$" in opening.reason or letter in worked.problem) else None
    lines = (worked.problem, worked.answer, *(step.after for step in worked.steps))
    pattern = re.compile(_ASSIGNED.format(letter=re.escape(letter)))
    value = next((found["value"].strip() for line in lines if (found := pattern.search(line))), "")
    return _told(letter, value, introduced) if value or introduced else None


def _lets(worked: Worked) -> bool:
    """Tell whether the working begins with letters for the quantities of a story."""
    return worked.steps[0].id == "story.let"


def _told(letter: str, value: str, introduced: WorkedStep | None) -> Turn:
    if introduced:
        yield say("quote", text=explaining.sentence(introduced.reason))
    if value:
        yield say("letter_is", letter=letter, value=re.split(r"\\text| \\", value)[0].strip() or value)


def _equation(worked: Worked) -> str:
    """Return the equation that was set up from words, or the one that was given."""
    if worked.steps[0].id.endswith(".opening"):
        return worked.steps[0].after
    return worked.problem if "=" in worked.problem else ""


def _quoted(worked: Worked, equation: str) -> Turn:
    if worked.steps[0].id.endswith(".opening"):
        yield say("quote", text=explaining.sentence(worked.steps[0].reason))
    yield say("equation_is", equation=equation)
