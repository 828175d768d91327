"""Definitions and formulas: which one is asked for, and telling it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.utterance.mathematics import has_formula, has_number_word
from tutor_cli.local_model.mind.utterance.phrases import PhraseTable
from tutor_cli.local_model.mind.utterance.words import is_function_word, tokens
from tutor_cli.maths.spoken import with_digits

_ASKING = re.compile(
    r"\s*(?:so |and |ok(?:ay)? |please )*(?:what|explain|define|tell me about|how do)\b|.*\b(?:kya|क्या)\b",
    re.IGNORECASE,
)
_WHATS = re.compile(r"\bwhat[’']?s\b", re.IGNORECASE)
MEANING = re.compile(
    r"\bwhat (?:does|do|did) (?:the |a |an )?(?P<what>.+?) (?:(?:actually|really|even) )?(?:mean|represent|measure"
    r"|(?:tell|show|say about)(?: (?:us|me|you))?)\b",
    re.IGNORECASE,
)
"""A question what a term means or tells; here "mean" is no average."""
# What is asked for a definition or formula in Hindi, and the words that speak of the work in hand.
_MEANS = re.compile(
    r"(?P<term>\S.*?)\s+(?:(?:ka|ki|ke|का|की|के)\s+(?:matlab|mtlb|meaning|arth|paribhasha|definition|formula|farmula|sutra"
    r"|मतलब|अर्थ|परिभाषा|सूत्र|फॉर्मूला|फ़ॉर्मूला)|(?:kya|kyaa|क्या)\s+(?:hot[aei]|होत[ाेी]|cheez|चीज)"
    r"|(?:kise|kisko|kisse|किसे|किसको)\s+(?:kehte|kahte|kahate|bolte|कहते|बोलते))(?!\w)",
    re.IGNORECASE,
)
_ABOUT_THIS = re.compile(
    r"(?<!\w)(?:is|isk[aei]|isi|isme|ink[aei]|in|usk[aei]|dono|yahan?|इस|इसक[ाेी]|इसमें|इनक[ाेी]|इन|दोनों|यहाँ|यहां)(?!\w)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"(?P<one>\S.*?)\s+(?:aur|और|and|ya|या)\s+(?P<other>\S.*?)\s+(?:(?:ke|के)\s+(?:beech|bich|बीच)\s*)?(?:me|mein|main|में|मे)?"
    r"\s*(?:kya|क्या)?\s*(?:antar|anter|fark|farak|farq|difference|अंतर|अन्तर|फर्क|फ़र्क)(?!\w)",
    re.IGNORECASE,
)
_DIFFERENCE_EN = (
    re.compile(
        r"\b(?:difference|differentiate|distinguish|differ) between (?P<one>.+?) and (?P<other>.+?)[?.! ]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bhow (?:is|are|does|do) (?P<one>.+?) differ(?:ent)? (?:from|to|than) (?P<other>.+?)[?.! ]*$", re.IGNORECASE
    ),
    re.compile(
        r"^\W*(?:compare |what about )?(?P<one>[a-z ]+?) (?:vs|versus|compared (?:to|with)) (?P<other>[a-z ]+?)\W*$",
        re.IGNORECASE,
    ),
)
# Asks what something is: with a problem on the table nothing else is answered by a definition.
_DEFINES = re.compile(
    r"\b(?:what|whats|define|definition|mean|means|meaning|formula|rule|theorem|explain|describe|tell|remind|called?)\b"
    r"|(?<!\w)(?:kya|kise|kisko|kehte|kahte|matlab|arth|paribhasha|sutra|niyam|samjha\w*|क्या|किसे|कहते|मतलब|अर्थ|परिभाषा|सूत्र"
    r"|नियम|समझा\w*|बता\w*|bata\w*)(?!\w)",
    re.IGNORECASE,
)
_MOST_BESIDE = 1
_LONGEST_TERM = 3
# Little words ("of", "ka") relate nothing.
_SHORTEST = 3
# Ends the key of a derivation among the facts: one of a fact may have the fact's name.
_PROOF = ".proof"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# What stands beside the name and the value where someone states a fact: "the sum of all ... is 180 degrees".
_STATING = re.compile(
    r"(?:the|sum|of|all|three|four|3|4|is|are|adds?|up|to|makes?|equals?|equal|always|together|degrees?|right|true"
    r"|hota|hote|hai|hain|degree|ka|yog|होता|होते|है|हैं|डिग्री|अंश|का|योग|[°?.!,।\s])*",
    re.IGNORECASE,
)


def asked_for(text: str) -> str:
    """Return the key of the fact the text asks for, or nothing."""
    matches = _table().matches(_asking_what(text))
    return matches[0].name if matches else _by_english_name(text)


def _asking_what(text: str) -> str:
    return MEANING.sub(r"what is \g<what>", _WHATS.sub("what is", text))


def _by_english_name(text: str) -> str:
    """Return the fact whose English name a question in Hindi ends in: "yaar ye common ratio kya hota hai"."""
    found = None if _NUMBER.search(text) else _MEANS.search(text)
    words = found["term"].split()[-_LONGEST_TERM:] if found else []
    terms = [" ".join(words[start:]) for start in range(len(words))]
    questions = (question for term in terms for question in (f"{term} kya", f"what is {term}", f"what is a {term}"))
    return next((match.name for question in questions for match in _table().matches(question)), "")


def asks_meaning(text: str) -> bool:
    """Tell whether a text in Hindi asks what a term means or which formula it has, and nothing of the work in hand."""
    return bool(_MEANS.search(text)) and not _NUMBER.search(text) and not _ABOUT_THIS.search(text)


def asks_difference(text: str) -> bool:
    """Tell whether a text in Hindi asks how two things differ, not by how much."""
    return _DIFFERENCE.search(text) is not None and not _NUMBER.search(text)


def compared(text: str) -> tuple[str, str] | None:
    """Return the two facts between which a text asks the difference: "AP aur GP me kya antar hai"."""
    if _NUMBER.search(text):
        return None
    found = next(filter(None, (pattern.search(text) for pattern in (*_DIFFERENCE_EN, _DIFFERENCE))), None)
    if found is None:
        return None
    shared = found["other"].split()[-1]
    asks = "what is {}" if found.re is not _DIFFERENCE else "{} kya hota hai"
    one, other = (
        asked_for(asks.format(found[side])) or asked_for(asks.format(f"{found[side]} {shared}"))
        for side in ("one", "other")
    )
    return (one, other) if one and other else None


def defines(key: str, text: str) -> bool:
    """Tell whether a text asks for a definition or formula that can only be the fact's, or names nothing else."""
    rest = next((match.rest for match in _table().matches(_asking_what(text)) if match.name == key), "")
    others = (word for word in tokens(rest) if not is_function_word(word) and not _DEFINES.search(word.plain))
    asks = _DEFINES.search(text) or asks_meaning(text)
    return sum(1 for _ in others) <= (_MOST_BESIDE if asks else 0)


def is_question(text: str) -> bool:
    """Tell whether the text asks what something is, so that a method named in it is asked about, not asked for."""
    return _ASKING.match(text) is not None


def gives_values(key: str, text: str) -> bool:
    """Tell whether a text that names the fact also gives something to work out, other than the fact's own value."""
    rest = next((match.rest for match in _table().matches(text) if match.name == key), "")
    own = _facts()[key].get("value", "")
    if any(number != own for number in _NUMBER.findall(rest)) or has_formula(rest):
        return True
    return not own and has_number_word(rest)


def stated(key: str, text: str) -> str:
    """Return the number that a text says the fact has ("... is 180 degrees"), or nothing where it does not state it."""
    rest = next((match.rest for match in _table().matches(text) if match.name == key), "")
    found = list(_NUMBER.finditer(written := with_digits(rest)))
    if "value" not in _facts()[key] or not found:
        return ""
    around = written[: found[-1].start()] + " " + written[found[-1].end() :]
    return found[-1].group() if _STATING.fullmatch(around) else ""


def with_values(c: Conversation, text: str) -> str:
    """Return the problem of putting values into the fact just told, "radius 7 ho to?"; empty where none is given."""
    if c.focus != "fact" or "en_names" not in _facts()[c.fact] or not _NUMBER.search(text) or has_formula(text):
        return ""
    return f"{_facts()[c.fact]['en_names'][0]} {text}"


def judge(c: Conversation, key: str, number: str) -> Turn:
    """Say whether what the pupil stated is so, and tell the fact."""
    yield say("verdict_right" if number == _facts()[key]["value"] else "verdict_wrong")
    yield from tell(c, key)


def is_aside(key: str) -> bool:
    """Tell whether a fact answers a question about the ideas of a problem, so that we are still on that problem."""
    return key in load("questions") or key in load("statements") or key.endswith(_PROOF)


def proof_key(derivation: str) -> str:
    """Return the key under which a derivation is told, as the facts are."""
    return derivation + _PROOF


def derived(key: str) -> str:
    """Return the key of a fact or derivation without what tells that it is the derivation."""
    return key.removesuffix(_PROOF)


def name_of(key: str) -> str:
    """Return what a fact is called in English, or nothing."""
    return next(iter(_facts().get(key, {}).get("en_names", ())), "")


def related(text: str, key: str) -> str:
    """Return the fact that asks the question of fact `key` about what the text names: "what about a sphere?"."""
    named, asked = _words(text), _words(" ".join(_facts()[key].get("en_names", []) + _facts()[key].get("hi_names", [])))
    scores = {
        other: max(_shared(name, named, asked) for name in entry["en_names"] + entry["hi_names"])
        for other, entry in load("facts").items()
        if other != key
    }
    best = max(scores, key=lambda other: scores[other])
    return best if scores[best] > 0 else ""


def _shared(name: str, named: set[str], asked: set[str]) -> int:
    words = _words(name)
    return len(words & named) * len(words & asked)


def tell(c: Conversation, key: str) -> Turn:
    """Tell a definition or formula."""
    c.fact, c.focus = key, "fact"
    yield say("quote", text=_facts()[key][c.language])
    if example_of(key):
        c.question = "example"


def compare(c: Conversation, one: str, other: str) -> Turn:
    """Tell two facts one after the other, or the one that tells of both."""
    yield from tell(c, one)
    if other != one:
        yield from tell(c, other)


def again(c: Conversation) -> Turn:
    """Tell the fact once more, and offer an example where there is one."""
    yield say("quote", text=_facts()[c.fact][c.language])
    if example_of(c.fact):
        yield say("offer_example")
        c.question = "example"


def understood(c: Conversation) -> Turn:
    """Be glad, and ask how to go on."""
    yield say("understood")
    yield say("what_next")


def has_deeper(key: str) -> bool:
    """Tell whether there is more to say on why a fact holds."""
    return "deeper_en" in _facts().get(key, {})


def why(c: Conversation) -> Turn:
    """Say more on why a fact holds, or that it is told without proof."""
    if has_deeper(c.fact):
        yield say("quote", text=_facts()[c.fact][f"deeper_{c.language}"])
        return
    yield say("why_fact" if example_of(c.fact) else "why_fact_only")
    if example_of(c.fact):
        yield say("offer_example")
        c.question = "example"


def example_of(key: str) -> str:
    """Return the problem that is the example of a fact, or nothing."""
    return str(_facts().get(key, {}).get("example", ""))


@cache
def _facts() -> dict[str, Any]:
    proofs = {proof_key(key): entry for key, entry in load("derivations").items()}
    questions = {key: {**load("principles").get(q.get("principle"), {}), **q} for key, q in load("questions").items()}
    return {**load("facts"), **load("statements"), **questions, **proofs}


@cache
def _table() -> PhraseTable:
    return PhraseTable(load("facts"))


def _words(text: str) -> set[str]:
    return {word.sound for word in tokens(text) if len(word.plain) > _SHORTEST}
