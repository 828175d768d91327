"""The unknowns of a story, and by which words the story calls them."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from tutor_cli.maths.solve.stories.relations.cast import Cast, Name, Unknown

_ARTICLE = r"(?:\b(?:the|a|an|his|her|their|my|its|this|that|what|which|some|certain|your|each|1) )*(?:certain |present |original )?"
_KIN = (
    "grandfather|grandmother|grandson|granddaughter|father|mother|son|daughter|brother|sister|uncle|aunt|nephew|niece"
    "|man|woman|boy|girl|teacher|student|husband|wife|cousin|friend|dad|mum|mom"
)
# The kin in Hindi, as they are declined before "की".
_KIN_HI = {
    "father": "पिता", "dad": "पिता", "mother": "माँ", "mum": "माँ", "mom": "माँ", "son": "पुत्र", "daughter": "पुत्री",
    "brother": "भाई", "sister": "बहन", "uncle": "चाचा", "aunt": "चाची", "nephew": "भतीजे", "niece": "भतीजी",
    "grandfather": "दादा", "grandmother": "दादी", "grandson": "पोते", "granddaughter": "पोती", "husband": "पति",
    "wife": "पत्नी", "friend": "मित्र", "teacher": "शिक्षक", "student": "छात्र", "man": "पुरुष", "woman": "स्त्री",
    "boy": "लड़के", "girl": "लड़की",
}  # fmt: skip
# Capitalised words that are no names.
_NO_NAMES = frozenset((
    "the", "a", "an", "if", "in", "after", "before", "by", "with", "out", "find", "what", "how", "when", "their",
    "his", "her", "he", "she", "they", "present", "years", "year", "sum", "ages", "age", "now", "today", "at",
    "which", "who", "is", "are", "was", "will", "let", "two", "both", "twice", "thrice", "half", "ten", "and",
    "but", "so", "then", "of", "hence", "determine", "calculate", "one", "together", "also", "ago", "i", "my",
    "from", "difference", "ratio", "product", "total", "rs", "for", "given", "it", "this", "that", "there", "as",
    "while", "since",
))  # fmt: skip
_UNITS_OF_COUNT = r"(?:(?:kgs?|kilos?|kilograms?|g|litres?|metres?|m) (?:of )?|(?:packets?|boxes|plates?) of )"
# "it" after these is the number in the making: "double it and add 7".
_IT = r"(?<!double )(?<!multiply )(?<!divide )(?<!halve )(?<!to )(?<!from )\bit\b"
_NUMBER = r"(?<![\w.])\d+(?:\.\d+)?"


def cast(text: str) -> Cast | None:
    """Return who or what a story is about, or None where none of the kinds fits."""
    return next(filter(None, (kind(text) for kind in _KINDS)), None)


def _digits(text: str) -> Cast | None:
    if not re.search(r"\b2.?digit", text, re.IGNORECASE):
        return None
    unknowns = (Unknown("x", "tens digit", "दहाई का अंक"), Unknown("y", "units digit", "इकाई का अंक"))
    reverse = r"(?:when|if|on|by) (?:the |its |their )?(?:digits (?:are |is )?)?(?:interchang|revers)\w+(?: the| its)?(?: digits| order of digits)?,?"
    return Cast(unknowns, (
        (r"\bin a (?:certain )?2.?digit number,?", ""),
        (r"(?:a |the )?number (?:consists|is made up|consisting) of 2 digits,?(?: and)? (?:whose|the|their) sum(?: of (?:whose|its|the) digits)?(?= is)", "x + y"),
        (r"(?:the )?(?:1|number|item|a) (?:with|obtained by|got by)(?: its| the)? digits (?:reversed|interchanged|being reversed)", "10y + x"),
        (r"(?:(?<=\bit )|(?<=\bit, )|(?<=number )|(?<=number, ))(?:the |its )?digits (?:get |are |become |will be )?(?:reversed|interchanged|change places|interchange their places)", "is 10y + x"),
        (rf"{reverse} (?:the )?number (?=increases|decreases)", "10x + y⇄"),
        (reverse, ""),
        (r"sum of (?:the |its |both )?digits(?: of (?:a |the )?2.?digit number)?", "x + y"),
        (r"(?:the )?(?:new|resulting|reversed|interchanged) number(?: so formed| formed| obtained)?|(?:the )?number (?:obtained|formed|got)(?: by| on| when)? (?:interchang|revers)\w+(?: the| its| are)*(?: digits| order of (?:the )?digits| interchanged| reversed)?", "10y + x"),
        (rf"{_ARTICLE}(?:tens?|ten.s) digit(?: of (?:a |the )?2.?digit number)?|{_ARTICLE}digit (?:at|in) (?:the )?tens?(?: place)?", "x"),
        (rf"{_ARTICLE}(?:units?|ones?|unit.s) digit(?: of (?:a |the )?2.?digit number)?|{_ARTICLE}digit (?:at|in) (?:the )?(?:units?|ones?)(?: place)?", "y"),
        (rf"(?:the )?(?:original|given) number|{_ARTICLE}(?:2.?digit )?number|the original|\bit\b", "10x + y"),
    ), whole=True, names=(Name("10x + y", "number", "संख्या"),), usual=("10x + y",))  # fmt: skip


def _fraction(text: str) -> Cast | None:
    if not re.search(r"numerator", text, re.IGNORECASE):
        return None
    unknowns = (Unknown("n", "numerator", "अंश"), Unknown("d", "denominator", "हर"))
    return Cast(unknowns, (
        (rf"{_ARTICLE}numerator(?: of (?:a|the) (?:fraction|rational number))?", "n"),
        (rf"{_ARTICLE}denominator(?: of (?:a|the) (?:fraction|rational number))?", "d"),
        (rf"{_ARTICLE}(?:new |resulting |original )?(?:fraction|rational number)|\bit\b", "n/d"),
    ), whole=True, names=(Name("n/d", "fraction", "भिन्न"),), usual=("n/d",))  # fmt: skip


def _ages(text: str) -> Cast | None:
    if not re.search(r"\bages?\b|\bold(?:er)?\b|\byounger\b", text, re.IGNORECASE):
        return None
    people = list(dict.fromkeys(
        found.group().lower()
        for found in re.finditer(rf"\b(?:{_KIN})\b|\b[A-Z][a-z]*\b|\bI\b", text)
        if found.group().lower() not in _NO_NAMES or found.group() == "I"
    ))  # fmt: skip
    if not people or len(people) > 3:
        return None
    letters = dict(zip(people, "xyz", strict=False))
    unknowns = tuple(
        Unknown(letters[name], _age_of(name), f"{_KIN_HI.get(name, name.capitalize())} की आयु") for name in people
    )
    calls = tuple((_person(name), letters[name]) for name in people)
    return Cast(unknowns, calls, "years", moves=True)


def _age_of(name: str) -> str:
    if name == "i":
        return "your age"
    return f"{name.capitalize()}'s age" if not re.fullmatch(_KIN, name) else f"{name}'s age"


def _person(name: str) -> str:
    age = r"(?:(?:the )?(?:present )?ages? of )?"
    if name == "i":
        return rf"{age}\b(?:I|me)\b"
    return rf"{age}{_ARTICLE if re.fullmatch(_KIN, name) else ''}(?:present age of )?\b{name}\b(?:(?:s)? (?:present )?age)?"


def _sides(text: str) -> Cast | None:
    if not re.search(r"rectang|\b(?:field|garden|plot|park|hall|room|lawn)\b", text, re.IGNORECASE):
        return None
    if not re.search(r"\blength\b|\blonger\b", text, re.IGNORECASE):
        return None
    unknowns = (Unknown("l", "length", "लंबाई"), Unknown("b", "breadth", "चौड़ाई"))
    of = r"(?: of (?:a|the|this|an) (?:rectangular )?(?:rectangle|field|garden|plot|park|hall|room|lawn))?"
    return Cast(unknowns, (
        (rf"{_ARTICLE}perimeter{of}", "2(l + b)"),
        (rf"{_ARTICLE}area{of}", "l b"),
        (rf"{_ARTICLE}length{of}|{_ARTICLE}longer side", "l"),
        (rf"{_ARTICLE}(?:breadth|width){of}|{_ARTICLE}shorter side", "b"),
        (r"\bit is (?=\d+(?:\.\d+)? ?(?:m|cm|km|metres?) longer than)", "l is"),
    ), "length", names=(Name("l b", "area", "क्षेत्रफल", kind="area"), Name("2(l + b)", "perimeter", "परिमाप")))  # fmt: skip


_ORDER_EN = ("first", "second", "third", "fourth", "fifth")
_ORDER_HI = ("पहली", "दूसरी", "तीसरी", "चौथी", "पाँचवीं")


def _consecutive(text: str) -> Cast | None:
    found = re.search(
        r"\b(?P<count>[2-5]) consecutive (?P<kind>even|odd|positive|natural|whole)?(?: (?:even|odd))?[a-z ]{0,20}?"
        r"(?:numbers?|integers?|multiples of (?P<step>\d+))",
        text,
        re.IGNORECASE,
    )
    if found is None or not re.search(r"\b(?:sum|total|add|product|squares?)\b", text, re.IGNORECASE):
        return None
    parity = re.search(r"\b(?:even|odd)\b", found.group(), re.IGNORECASE)
    step = int(found["step"] or (2 if parity else 1))
    start = 1 if parity and parity.group().lower() == "odd" else 0
    first = "x" if step == 1 else f"{step}x"
    terms = [f"{first} + {start + k * step}" if start + k else first for k in range(int(found["count"]))]
    group = re.escape(found.group()).replace("2", "(?:2|both)", 1)
    everything = rf"{_ARTICLE}(?:{group}|(?:numbers|integers|multiples)\b)"
    total, product = " + ".join(f"({t})" if "+" in t else t for t in terms), "*".join(f"({term})" for term in terms)
    whole = ("first number", "पहली संख्या") if step == 1 else ("whole number they are made of", "पूर्ण संख्या")
    return Cast((Unknown("x", *whole),), (
        (rf"(?:sum|total) of (?:the )?squares of {everything}", " + ".join(f"({term})^2" for term in terms)),
        (rf"(?:sum|total) of {everything}|{everything}(?= (?:add|sum|total))|whose sum|their sum", total),
        (rf"product of {everything}|whose product|their product", product),
        (rf"{_ARTICLE}(?:smallest|least|1st|first)(?: of them| number| integer)?", terms[0]),
        (rf"{_ARTICLE}(?:largest|greatest|biggest|last)(?: of them| number| integer)?", terms[-1]),
        *((rf"{everything} (?:have|having|with)(?: an?| the)? {name}(?: of)?", f"{typed} is") for name, typed in (("sum", total), ("product", product))),
        (everything, ""),
    ), whole=True, names=tuple(Name(t, f"{en} number", f"{hi} संख्या") for t, en, hi in zip(terms, _ORDER_EN, _ORDER_HI, strict=False)), usual=tuple(terms))  # fmt: skip


def _goods(text: str) -> Cast | None:
    """Two things that are bought in numbers: "5 pens and 6 pencils cost 84 rupees"."""
    if not re.search(r"\bcosts?\b|\bprices?\b|rupees|\bpaid\b|\bworth\b", text, re.IGNORECASE):
        return None
    counted = re.findall(
        rf"{_NUMBER} (?:{_UNITS_OF_COUNT})?(?!rupee|more|less|times|and|each|%|of\b)([a-z]{{3,}})", text.lower()
    )
    nouns = list(dict.fromkeys(map(_singular, counted)))
    if len(nouns) != 2 or {"rupee", "year", "coin", "note", "digit"} & set(nouns):
        return None
    letters = dict(zip(nouns, "xy", strict=True))
    measured = {noun: re.search(rf"({_UNITS_OF_COUNT})(?:of )?{noun}", text.lower()) for noun in nouns}
    unknowns = tuple(
        Unknown(
            letter,
            f"price of one {(m[1].split()[0] + ' of ') if (m := measured[noun]) else ''}{noun}",
            f"एक {noun} का मूल्य",
        )
        for noun, letter in letters.items()
    )
    calls = [
        call
        for noun, letter in letters.items()
        for call in (
            (rf"(?P<n>{_NUMBER}) (?:{_UNITS_OF_COUNT})?(?:such )?{noun}e?s?\b", f"# {letter}"),
            (rf"(?:{_ARTICLE}(?:cost|price) of )?(?:\b(?:each|every|an?|the|1|per))?(?: (?:{_UNITS_OF_COUNT}))? ?{noun}e?s?\b", letter),
        )
    ]  # fmt: skip
    return Cast(unknowns, (*calls, *_EACH), "rupees", bought=True)


_EACH = ((rf"1 (?:{_UNITS_OF_COUNT})?(?:of )?each(?: of (?:them|these|the (?:two|2)))?|(?:1 )?both", "x + y"),)


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes", "oes")):
        return noun[:-2]
    return noun.removesuffix("s")


_FIRST = r"(?:larger|greater|bigger|1st|first|longer)(?! than)"
_SECOND = r"(?:smaller|lesser|second|2th|2nd|shorter)(?! than)"


def _two_numbers(text: str) -> Cast | None:
    plain = text.lower()
    if not re.search(
        r"\b(?:another|the other|2 (?:\w+ )?(?:numbers?|parts?|integers?|pieces?)|both numbers)\b", plain
    ) and not (re.search(rf"\b{_FIRST}\b", plain) and re.search(rf"\b{_SECOND}\b", plain)):
        return None
    if not re.search(r"numbers?|parts?|integers?|pieces?|divide", plain):
        return None
    noun = "part" if "part" in plain or "piece" in plain else "number"
    unknowns = (
        Unknown("x", f"one {noun}", f"एक {_HINDI[noun]}"),
        Unknown("y", f"other {noun}", f"दूसरी {_HINDI[noun]}"),
    )
    kind = r"(?:numbers?|parts?|integers?|pieces?)"
    calls = (
        (rf"{_ARTICLE}{_FIRST}(?: {kind}| one)?(?: of them)?", "x"),
        (rf"{_ARTICLE}{_SECOND}(?: {kind}| one)?(?: of them)?", "y"),
        (rf"(?:the )?(?:another|other)(?: {kind}| one)?(?: item)?", "y"),
        (
            rf"(?:1|a|one) of (?:them|the (?:\w+ )?{kind})|{_ARTICLE}(?:number|part|integer|piece)\b|\bone\b|\bitem\b|\bit\b|\b(?:a|1)(?= (?:is|exceeds|was|piece)\b)",
            "x",
        ),
    )
    return Cast(
        unknowns, calls, "length" if re.search(r"\b(?:rope|wire|ribbon|stick|rod|cloth|pipe|string)\b", plain) else ""
    )


_HINDI = {"number": "संख्या", "part": "भाग"}


def _one_number(text: str) -> Cast | None:
    if not re.search(r"\bnumber\b|\bthink of\b|\binteger\b", text, re.IGNORECASE):
        return None
    unknowns = (Unknown("x", "number", "संख्या"),)
    return Cast(
        unknowns, ((rf"{_ARTICLE}(?:natural |whole |positive )?(?:number|integer)(?: itself)?|{_IT}|\bitself\b", "x"),)
    )


def _owners(text: str) -> Cast | None:
    """Two people who have so many of something: "Mohan has 3 times as many marbles as Sohan"."""
    if not re.search(r"\b(?:as (?:many|much)|more|less|fewer) (?:[a-z]+ )?(?:as|than)\b", text):
        return None
    people = list(dict.fromkeys(
        found.group() for found in re.finditer(r"\b[A-Z][a-z]+\b", text) if found.group().lower() not in _NO_NAMES
    ))  # fmt: skip
    things = re.search(r"\b(?:many|more|less|fewer|much) (?!than|as)(?P<noun>[a-z]{3,})", text)
    if len(people) != 2 or (things is None and "rupees" not in text):
        return None
    noun = things["noun"] if things else "money"
    unknowns = tuple(
        Unknown(letter, f"number of {name}'s {noun}" if noun != "money" else f"money of {name}", f"{name} का भाग")
        for letter, name in zip("xy", people, strict=True)
    )
    calls = [
        (rf"\b{name}(?: (?:has|have|had|got))?(?= (?:⟨|\d|as|twice|thrice|half))", f"{letter} is")
        for letter, name in zip("xy", people, strict=True)
    ]
    calls += [
        (rf"\b{name}\b(?: (?:has|have|had|does|did))?", letter) for letter, name in zip("xy", people, strict=True)
    ]
    return Cast(unknowns, (*calls, (rf"(?<=\d ){noun}\b", "")), "" if things else "rupees")


_KINDS: tuple[Callable[[str], Cast | None], ...] = (
    *(_digits, _fraction, _ages, _sides, _consecutive, _goods, _owners, _two_numbers, _one_number),
)
