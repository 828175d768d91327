"""A problem in words with a part of it edited: what stands there once, a word of a class, a clause, a point, a word."""

# ruff: noqa: E501  # a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.said import NUMBER, Change
from tutor_cli.local_model.mind.subject.edits.trees import PLACES, spans_of
from tutor_cli.maths.solve.asked.named_things import VECTOR
from tutor_cli.maths.solve.formulas import has_words

_POINT = rf"\(\s*{NUMBER}\s*,\s*{NUMBER}\s*\)"
_RATIO_OF_ANGLE = re.compile(r"(?:sin|cos|tan|cot|sec|cosec) (?:[A-Za-z]|theta|alpha|beta)", re.IGNORECASE)
_NAMED_POINT = re.compile(
    r"(?:(?:first|second|third|last|other) )?(?:point|vertex|centre|center|end)|[A-Z]", re.IGNORECASE
)
_EQUATION = re.compile(r"(?P<place>first|second|third|last|other) (?:equation|line|one|a|item)", re.IGNORECASE)
_LETTERS_OF = re.compile(
    r"\bletters (?:of|in|from) (?:(?:the|word) )*[\"'“]?(?P<word>[A-Za-z]{3,})|\bword [\"'“]?(?P<bare>[A-Z]{3,})"
)
_OTHER_WORD = re.compile(
    r"(?:letters )?(?:(?:of|in|word|name|the) )*[\"'“]?(?P<word>[A-Za-z]{3,})[\"'”]?(?: word)?(?: ka letters)?.*"
)
_PERIODS = re.compile(
    r"(?:(?:it|interest) )?(?:is )?(?:compounded )?(?:every )?(?P<period>semi-annually|half.?yearly|quarterly|annually|yearly|monthly|6 months)"
    r"(?: compounding)?(?: (?:interest|compounded|compounding|added|add|them|calculated|paid|lage|ho))*",
    re.IGNORECASE,
)
_COMPOUNDED = re.compile(
    r",? ?(?:and )?(?:is )?compounded (?:semi-annually|half.?yearly|quarterly|annually|yearly|monthly)", re.IGNORECASE
)
_CORNERED = re.compile(r"\b(?:triangle|quadrilateral)\b", re.IGNORECASE)
_RATIO = re.compile(r"\d+(?:\s*:\s*\d+)+")
_FROM_TO = re.compile(
    rf"(?:from|between) (?:[xyt] ?= ?)?(?P<first>{NUMBER}) (?:to|and) (?:[xyt] ?= ?)?(?P<last>{NUMBER})(?!\.?\d)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:find|what|how|calculate)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:of|with|only|just|the|same|that|this|size|height|radius|dimensions?|as|a|an|base|and|measures?|instead)\b|[\s,]",
    re.IGNORECASE,
)
_ARRANGED = re.compile(r"\barrange|\bletters of\b|\bwords?\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:(?:the |all |2 |both )*(?:vowels|consonants|[A-Z]s?(?: and [A-Z])?) (?:always |must |are |come |is |should |have to |be |stay |never )*(?:together|first|last|comes first|comes last)(?: .*)?)"
    r"|[A-Z] (?:comes|is|stands|stays|must be|at|in) (?:always )?(?:first|last|(?:at |in )?the (?:beginning|end|start|first place)).*|(?:they |it |the words? )?(?:begins?|starts?|ends?)(?: must)? with [A-Z]",
)  # fmt: skip
_LENGTH = re.compile(rf"{NUMBER} ?(?:m|met(?:re|er)s?)\b", re.IGNORECASE)
_MANY = re.compile(r"ways|arrangements|words")


def crossed_in(said: str, text: str) -> str:
    """Return the problem with another thing to be crossed, and its length: "and a platform 200 metres long?"."""
    nouns = load("edits")["crossed"]
    old = next((noun for noun in nouns if re.search(rf"\b{noun}\b", text)), "")
    new = next((noun for noun in nouns if noun != old and re.search(rf"\b{noun}\b", said)), "")
    length = _LENGTH.search(said)
    if not (new and old and length) or _LENGTH.search(text[text.index(old) :]):
        return ""
    return re.sub(rf"\b(?:an? |the )?{old}\b", f"a {length.group()} long {new}", text, count=1)


def exchanged(text: str, change: Change) -> Iterator[str]:
    """Yield the problem in words with the change made, for each way of taking it."""
    yield from _in_equation(text, change)
    if change.where:
        return
    if crossed := crossed_in(f"{change.what} {change.new}", text):
        yield crossed
        return
    yield from _other_point(text, change)
    yield from _other_vector(text, change)
    yield from _content(text, change)
    yield from _of_class(text, change)
    yield from _period(text, change)
    yield from _range(text, change)
    yield _angles(text, change)
    yield from _other_word(text, change)
    yield from _clause(text, change)


def _other_vector(text: str, change: Change) -> Iterator[str]:
    """Put another vector in the place of the one that the change names."""
    name = change.what.removeprefix("vector ")
    for found in VECTOR.finditer(text) if "=" in text else ():
        if found["name"] == name and re.fullmatch(r"[-+ \dijk]*[ijk]", change.new):
            yield text[: found.start("value")] + change.new + text[found.end("value") :]


def _content(text: str, change: Change) -> Iterator[str]:
    """Put the new part where the old one stands, if that is one place only."""
    old, new = change.what, change.new
    if not old:
        return
    if _RATIO_OF_ANGLE.fullmatch(old) and re.fullmatch(NUMBER, new):
        yield once(text, rf"(?<={re.escape(old)} = ){NUMBER}|(?<={re.escape(old)}=){NUMBER}", new)
        return
    if old_number := re.fullmatch(
        rf"(?:number |value |entry |element |term |constant |coefficient |power |exponent )*(?P<n>{NUMBER})(?P<unit> ?(?:%|°|[a-z]+))?",
        old,
    ):
        new_number = re.match(NUMBER, new)
        if new_number and new_number.group() == f"-{old_number['n']}":
            yield once(text, rf"(?<![\w.\\^])(?<!-)(?<!- ){old_number['n']}(?!\.?\d)", new_number.group())
        elif new_number and _same_unit(old_number["unit"], new[new_number.end() :]):
            yield once(text, rf"(?<![\w.\\^]){_signed(old_number['n'])}(?!\.?\d)", new_number.group())
            yield once(text, rf"(?<![\d.\\]){_signed(old_number['n'])}(?!\.?\d)", new_number.group())
        return
    if re.fullmatch(r"[a-z]", old) and re.fullmatch(NUMBER, new):
        yield once(text, rf"(?<=\b{old} = ){NUMBER}", new)
        return
    latex, other = _formula(old), _formula(new)
    if not other and not re.fullmatch(rf"{NUMBER}|[a-z]", new):
        return
    as_typed = other if has_words(new) else new
    for each, by in dict.fromkeys(((old, as_typed or new), (latex, other or new))):
        if each and re.search(r"[\d^]|^[a-z]$", each):
            yield once(text, rf"(?<![\w^\\.]){re.escape(each)}(?!\w|\.\d|\^(?!\\circ))", by)


def _same_unit(old: str | None, new: str) -> bool:
    return not old or not new.strip() or old.strip() == new.strip()


def _formula(text: str) -> str:
    spans = spans_of(text)
    return spans[0].latex if len(spans) == 1 and spans[0].start == 0 and spans[0].end == len(text) else ""


def _signed(number: str) -> str:
    return rf"-\s*{re.escape(number[1:])}" if number.startswith("-") else re.escape(number)


def once(text: str, pattern: str, new: str) -> str:
    """Return the text with the only place that fits the pattern exchanged, and the sign that a sum around it needs."""
    found = list(re.finditer(pattern, text))
    return put(text, found[0], new) if len(found) == 1 else ""


def put(text: str, found: re.Match[str], new: str) -> str:
    """Put a number or formula into a text; in a formula a fraction stands over a bar, so that it is taken whole."""
    before, after = text[: found.start()], text[found.end() :]
    if "/" in new and re.match(r"\s*[A-Za-z(\\√]", after) and re.match(r"[A-Za-z(\\√]", after):
        new = re.sub(r"(-?)(\d+)/(\d+)", r"\1\\frac{\2}{\3}", new)
    if "/" in new and re.search(r"[A-Za-z)}²³]\s*[-+*]\s*$", before):
        new = f"({new})"
    in_sum = bool(re.search(r"[\w)}]\s*$", before)) and found.group().startswith("-")
    if in_sum:
        new = f"- {new[1:]}" if new.startswith("-") else f"+ {new}"
    elif new.startswith("-") and re.search(r"[\w)}²³]\s*\+\s*$", before):
        before, new = re.sub(r"\+\s*$", "- ", before), new[1:]
    elif new.startswith("-") and re.search(r"-\s*$", before):
        new = f"({new})"
    return before + new + after


def _other_point(text: str, change: Change) -> Iterator[str]:
    new = "(0, 0)" if change.new.strip() in ("origin", "the origin") else change.new.strip()
    if not re.fullmatch(_POINT, new):
        return
    if re.fullmatch(_POINT, change.what):
        yield once(text, re.escape(change.what), new)
        return
    if not _NAMED_POINT.fullmatch(change.what or "point"):
        return
    known = list(re.finditer(rf"(?:\b(?P<name>[A-Z])\s*=?\s*)?(?P<point>{_POINT})", text))
    named = [found for found in known if found["name"] == change.what]
    place = PLACES.get(change.what.split(" ", maxsplit=1)[0].lower()) if change.what else None
    if place is not None and -len(known) <= place < len(known):
        named = [known[place]]
    elif not named and len(known) == 1:
        named = known
    if len(named) == 1:
        yield text[: named[0].start("point")] + new + text[named[0].end("point") :]


def _in_equation(text: str, change: Change) -> Iterator[str]:
    """Change a number in the equation that is told by its place, or put another equation there."""
    found = _EQUATION.fullmatch(change.what)
    place = change.where or (found["place"].lower() if found else "")
    spans = spans_of(text) if place else ()
    if len(spans) < len(("one", "two")):
        return
    span = spans[min(PLACES[place], len(spans) - 1)]
    inner = text[span.start : span.end]
    new = next(filter(None, _content(inner, change)), "") if change.where else _formula(change.new)
    if new:
        yield text[: span.start] + new + text[span.end :]


def _of_class(text: str, change: Change) -> Iterator[str]:
    """Exchange the word of a class that the problem has: "a cone of the same size", "simple interest"."""
    for words in map(frozenset, load("edits")["classes"].values()):
        old = _member(text, words)
        new = _member(change.new, words - {old})
        if (
            new
            and old
            and new != old
            and (not change.what or change.what.lower() in words or change.what.lower() in old)
        ):
            rest = change.new.replace(new, "", 1)
            rest = rest.replace(old, "", 1)
            if not _SAME.sub("", rest):
                source = _COMPOUNDED.sub("", text) if new == "simple interest" else text
                yield re.sub(rf"\b{re.escape(old)}(?![a-z])", new, source, flags=re.IGNORECASE)


def _member(text: str, words: frozenset[str]) -> str:
    """Return the word of the class that the text holds, where it is only one."""
    found = [word for word in words if re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![a-z])", text, re.IGNORECASE)]
    return max(found, key=len) if len(found) == 1 else ""


def _period(text: str, change: Change) -> Iterator[str]:
    """Compound the interest in other periods."""
    found = _PERIODS.fullmatch(change.new) if change.what in ("", "interest", "compounded") else None
    if found and re.search(r"\binterest\b|\bcompounded\b", text):
        text = text.replace("simple interest", "compound interest")
        period = found["period"].lower().replace("semi-annually", "half-yearly")
        asks = "" if _ASKS.search(text) else ". find the compound interest"
        told, ended, question = _COMPOUNDED.sub("", text).strip(" ?.!").partition(". ")
        yield f"{told} compounded {period}{ended}{question}{asks}"


def _angles(text: str, change: Change) -> str:
    """Ask for the angles of another figure in another ratio: "in a quadrilateral, if the ratio was 1 : 2 : 3 : 4"."""
    said = f"{change.what} {change.new}"
    figure, ratio = _CORNERED.search(said), _RATIO.search(said)
    if figure is None or ratio is None or not (_RATIO.search(text) and re.search(r"\bangles?\b", text)):
        return ""
    return f"The angles of a {figure.group()} are in the ratio {ratio.group()}. Find all the angles."


def _range(text: str, change: Change) -> Iterator[str]:
    """Put another range there: "between x = 1 and x = 3"."""
    known, new = list(_FROM_TO.finditer(text)), _FROM_TO.fullmatch(change.new)
    if new is not None and len(known) == 1 and not change.what:
        first, last = known[0]["first"], known[0]["last"]
        both = known[0].group().replace(first, "<first>", 1)
        yield text.replace(
            known[0].group(), f"{new['first']}".join(both.rsplit(last, 1)[0].split("<first>")) + new["last"]
        )


def _other_word(text: str, change: Change) -> Iterator[str]:
    """Exchange the word whose letters are counted."""
    known, found = _LETTERS_OF.search(text), _OTHER_WORD.fullmatch(change.new)
    if known is None or found is None or change.what not in ("", "word"):
        return
    group = "word" if known["word"] else "bare"
    capitals = found["word"].isupper() or re.search(r"\b(?:letters|word)\b", change.new)
    if capitals and not _CONDITION.fullmatch(change.new):
        other = text[: known.start(group)] + found["word"] + text[known.end(group) :]
        yield other
        yield _SO_THAT.sub("", other)


def _clause(text: str, change: Change) -> Iterator[str]:
    """Set a condition: "if M comes first", "the vowels are together"."""
    said = f"{change.what} is {change.new}" if change.what else change.new
    said = _STAYING.sub(" are together", re.sub(r"^(?=(?:begins?|starts?|ends?)\b)", "it ", said))
    if _CONDITION.fullmatch(said) and _ARRANGED.search(text) and _MANY.search(text):
        yield f"{re.sub(_SO_THAT, '', text.strip(' ?.!'))} if {said}"


_STAYING = re.compile(r"(?: (?:is|are|stay|stays|come|comes|remain|always))* together")
_SO_THAT = re.compile(r"\s+(?:if|so that|such that)\b.*$", re.IGNORECASE)
