"""Where a formula or rule comes from, and its proof: of the one named, else of the one used in the work in hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.subject.worked import Worked, WorkedStep
from tutor_cli.local_model.mind.telling import facts
from tutor_cli.local_model.mind.telling.principles import principle_of
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.phrases import PhraseTable
from tutor_cli.maths.expr import Expr, Relation, Symbol
from tutor_cli.maths.latex import to_latex
from tutor_cli.maths.parse import parse
from tutor_cli.maths.spoken import find_spans

_RULE = (
    r"(?:formula[es]?|farmul\w*|rule|identit(?:y|ies)|theorem|law|result|property"
    r"|sutra|niyam|pramey\w*|sarvs?amika\w*|सूत्र|फ़?ॉ?र्मू?ल[ाे]|नियम|प्रमेय|सर्वसमिका)"
)
_THIS = r"(?:it|this|that|ise|isko|isse|use|usko|ye|yeh|yah|wo|woh|vah|इसे|इसको|उसे|उसको|यह|ये|वह)"
_PROOF = re.compile(
    r"\b(?:prove|proof|derive|derived|derivation|siddh|sidh|sabit|saabit|vyutpann?|utpatti)\b"
    r"|सिद्ध|साबित|प्रूव|व्युत्पन्न|उत्पत्ति",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\bwhere\b.*\bfrom\b|\bhow\b.*\b(?:come|comes|came|obtain\w*|get|got|found|made|know)\b"
    r"|(?<!\w)(?:kahan|kaha|kahaan|कहाँ|कहां)\s+(?:se|से)(?!\w)"
    r"|(?<!\w)(?:kaise|kese|कैसे)\s+(?:aay\w*|aa[yi]?|aat\w*|ban\w*|mil\w*|nik\w*|आ\w*|बन\w*|मिल\w*|निक\w*)",
    re.IGNORECASE,
)
# Nothing but a wish to see it proved: "sabit karo".
_ONLY_PROOF = re.compile(
    r"\W*(?:siddh|sidh|sabit|saabit|सिद्ध|साबित)\s+(?:kar\w*|kijiye|कर\S*|कीजिए)(?:\s+(?:dikha\w*|bata\w*|दिखा\S*|बता\S*))?\W*",
    re.IGNORECASE,
)
# "why is the area of a circle pi r squared?", not "why did you use the product rule?".
_WHY_SO = re.compile(
    r"\bwhy (?:is|are|does|do|should)\b(?!.*\b(?:you|we|i|use|apply|not)\b)|(?<!\w)(?:kyu|kyun|kyon|क्यों)(?!\w)",
    re.IGNORECASE,
)
_USED = re.compile(r"\b(?:use|lagay\w*|lagat\w*|liya|kiya)\b|लगा|लिया|किया", re.IGNORECASE)
_BARE = re.compile(rf"\W*(?:(?:can you|please|now|and|ok|acha|accha|ab)\W+)*(?:\S+\s+)?{_THIS}(?!\w)", re.IGNORECASE)

_QUANTITIES = {
    "curved surface area": r"curved|vakra|वक्र",
    "area": r"\barea\b|kshetrafal|kshetraphal|क्षेत्रफल",
    "volume": r"\bvolume\b|a+yatan|आयतन",
}
_FIGURES = {
    "rectangle": r"rectang|aayat|ayat|आयत(?!न)",
    "triangle": r"triang|tribhuj|त्रिभुज",
    "circle": r"circle|vritt|वृत्त",
    "cylinder": r"cylind|belan|बेलन",
    "cone": r"\bcone|shanku|शंकु",
    "sphere": r"sphere|\bgol[ae]\b|गोल[ाे]",
    "cuboid": r"cuboid|cube|ghana|घन(?:ाभ)? क",
    "trapezium": r"trapez|samlamb|समलंब",
    "parallelogram": r"parallelogram|समांतर चतुर्भुज",
}


def turn(c: Conversation, u: Utterance) -> Turn | None:
    """Return the turn that tells where a formula comes from, or None where that is not asked."""
    proof, origin = _PROOF.search(u.text), _ORIGIN.search(u.text)
    stated, why_so = _stated(u.text), _WHY_SO.search(u.text) and not _USED.search(u.text)
    named = stated or _called(u.text) or _of_figure(c, u.text)
    if stated and _is_another(stated, u.text):
        return None
    if named and (proof or why_so or (origin and (stated or not _asks_number(u.text)))):
        return facts.tell(c, facts.proof_key(_meant(c, named)))
    of_rule = re.search(_RULE, u.text, re.IGNORECASE)
    told = c.focus == "fact" or c.rule or (_ONLY_PROOF.fullmatch(u.text) and _in_hand(c))
    of_told = proof and told and (_BARE.match(u.text) or _ONLY_PROOF.fullmatch(u.text))
    if not (of_told or (of_rule and (proof or origin))) or "=" in u.text:
        return None
    if key := _in_hand(c):
        return facts.tell(c, facts.proof_key(key))
    return _unknown(c) if of_rule and c.worked is not None and c.worked.steps else None


def states(text: str) -> bool:
    """Tell whether a text states a formula that a derivation is written for."""
    return bool(_stated(text))


def _is_another(key: str, text: str) -> bool:
    """Tell whether an equation is stated that only begins like those of a derivation."""
    stated = [span.expr for span in find_spans(text) if isinstance(span.expr, Relation)]
    known = {_signature(parse(identity)) for identity in load("derivations")[key].get("states", ())}
    return bool(known) and any(_signature(equation) not in known for equation in stated)


def _signature(equation: Expr) -> str:
    """Return what is the same for an equation in whatever letter and order."""
    return "".join(sorted(to_latex(equation.rebuilt(_in_one_letter)).replace(" ", "")))


def _in_one_letter(node: Expr) -> Expr:
    return Symbol("x") if isinstance(node, Symbol) else node


def _asks_number(text: str) -> bool:
    """Tell whether a question is where a number comes from, and no formula."""
    rest = next((match.rest for match in _names().matches(text)), text)
    held = len(re.findall(r"\d", text)) > len(re.findall(r"\d", rest))
    return not held and re.search(r"\d", text) is not None and not re.search(_RULE, text, re.IGNORECASE)


def _stated(text: str) -> str:
    """Return the derivation of the formula that a text states, written or in words, or nothing."""
    says = (text, *(span.latex.replace("\\", "") for span in find_spans(text)))
    return next((key for key, patterns in _statements() if any(p.search(said) for p in patterns for said in says)), "")


def _called(text: str) -> str:
    """Return the derivation of the formula that a text names, or nothing."""
    return next((match.name for match in _names().matches(text)), "")


def _meant(c: Conversation, key: str) -> str:
    """Return what a name means for the work in hand: "the formula of the sum" is that of a GP there."""
    instead = load("derivations")[key].get("instead")
    written = c.worked.written if c.worked is not None else ""
    return str(instead["key"]) if instead and re.search(instead["near"], written) else key


def _of_figure(c: Conversation, text: str) -> str:
    """Return the derivation of a quantity that is named without its figure, of the figure in hand."""
    source = c.worked.source if c.worked is not None else ""
    quantity = next((name for name, said in _QUANTITIES.items() if re.search(said, text, re.IGNORECASE)), "")
    figure = next((name for name, said in _FIGURES.items() if re.search(said, source, re.IGNORECASE)), "")
    return _called(f"{quantity} of a {figure}") if quantity and figure else ""


def why(c: Conversation) -> Turn:
    """Say why the fact just told holds: by its derivation where it has one, then deeper."""
    key = "" if c.fact != facts.derived(c.fact) else _of_fact(c.fact)
    return facts.tell(c, facts.proof_key(key)) if key else facts.why(c)


def _of_fact(fact: str) -> str:
    return fact if fact in load("derivations") else _called(facts.name_of(fact))


def _in_hand(c: Conversation) -> str:
    """Return the derivation of the fact just told, of the rule just named, or of a formula that the work uses."""
    told = _of_fact(facts.derived(c.fact)) if c.focus == "fact" and c.fact else ""
    return told or c.rule or (used_in(c.worked, c.position) if c.worked is not None else "")


def used_in(worked: Worked, position: int) -> str:
    """Return the derivation of a formula that the steps use, the one last told first; nothing where none is known."""
    steps = [*worked.steps[position : position + 1], *reversed(worked.steps)]
    return next(filter(None, map(used_by, steps)), "")


def used_by(step: WorkedStep) -> str:
    """Return the derivation of the formula that a step uses, itself before its parts, or nothing."""
    texts = (replace(step, parts=()).written, step.written)
    return next((key for text in texts for key, near in _uses() if near.search(text)), "")


def _unknown(c: Conversation) -> Turn:
    """Tell why the step with the formula is done, or that no derivation is known."""
    step = c.worked.steps[c.position] if c.worked is not None else None
    reason = principle_of(c, step) if step is not None and not step.id.startswith("quantity.") else ""
    yield say("quote", text=reason) if reason else say("derivation_unknown")


@cache
def _names() -> PhraseTable:
    return PhraseTable(load("derivations"))


@cache
def _statements() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (key, tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry["says"]))
        for key, entry in load("derivations").items()
        if "says" in entry
    )


@cache
def _uses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(entry["near"])) for key, entry in load("derivations").items() if "near" in entry)


def reasons_of(c: Conversation, step: WorkedStep) -> Iterator[str]:
    """Yield why such a step is done: in a sentence, deeper, by a small example, and where its formula comes from."""
    for key in (c.language, f"deeper_{c.language}", f"example_{c.language}"):
        if text := principle_of(c, step, key):
            yield text
    if derived := used_by(step):
        yield load("derivations")[derived][c.language]
