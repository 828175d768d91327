"""The answer in what a pupil says about it: "not sure, maybe 7?", "so 56 cm", "acha to 4"; nothing is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.utterance.mathematics import holds, is_quantity, said_words
from tutor_cli.local_model.mind.utterance.words import Token, is_filler, is_function_word, tokens
from tutor_cli.maths.spoken import with_digits

# Who says more beside a number tells or asks something.
_MOST_WORDS_AROUND = 9
# Signs that belong to the number or formula they stand beside.
_BEFORE = re.compile(r"[(\[{√+−-][\s(\[{√+−-]*$")
_AFTER = re.compile(r"^[\s)\]}²³!°%]*[)\]}²³!°%]")
_NAMED = re.compile(
    r"\b(?P<letter>[a-z]) (?:is|equals|equal to|barabar|बराबर|hai|है) (?=[-−\d(]|minus\b)", re.IGNORECASE
)
# "I forgot the half, so 56"
_CONCLUDED = re.compile(
    r"\b(?:so|which is|that makes|gives me|and got|i got|i get|i think|answer is)\b(?P<rest>.*)$"
    r"|(?<!\S)(?P<found>\S*\d\S*) (?:mila|aaya|aayi|nikla|मिला|आया|आयी|निकला)\W*$",
    re.IGNORECASE,
)
# "do I look for two numbers?", but not "could it be 2?"; "an easier one" is no number.
_ASKS = re.compile(r"\b(?:do|does|did|can|could|should|shall|may|must) (?:i|we|you)\b", re.IGNORECASE)
_NO_NUMBER = re.compile(
    r"\b(?:this|that|which|each|every|no|any|\w+er|last|next|easy|hard|simple|new|good|nice|like) (?:\w+ )?one\b"
    r"|\bone (?:on|with|about|like|more|of|root|solution|answer|value|side|part|share)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<=[\d)%])\s+(?P<joint>और|aur|ya|या)\s+", re.IGNORECASE)
_JOINTS = {"ya": "or", "या": "or", "aur": "and", "और": "and"}
# Kinds of words that may stand beside the numbers of an answer.
_FRAME = ("answer_words", "answer_frame", "joints", "commands", "signs_said")
_TRAILING = frozenset(("is", "to", "and", "or", "of", "the", "a", "by", "hai", "है", "aur", "और", "ya", "या", "into"))


def spoken_answer(text: str) -> str:
    """Return the one number, formula or list of them in a text that asks for nothing, as the checker reads it."""
    if _ASKS.search(text):
        return ""
    written = _units().sub(r"\g<number>", with_digits(_whole_words(_NO_NUMBER.sub(" ", text))))
    words = said_words(written)
    chunks = list(_chunks(words, written))
    inside = {id(word) for chunk in chunks for word in chunk}
    around = [word for word in words if id(word) not in inside and not is_filler(word)]
    if chunks and len(around) <= _MOST_WORDS_AROUND and not holds(around, "not_answers"):
        return joined(_NAMED.sub(r"\g<letter> = ", _text_of(chunks[-1], written)).strip())
    return spoken_answer(end) if (end := concluded(text)) else ""


def concluded(text: str) -> str:
    """Return what a text comes to in the end: "56" of "I forgot the half, so 56"; or nothing."""
    found = _CONCLUDED.search(text)
    return (found["rest"] or found["found"] or "") if found else ""


def says_only_answer(text: str, problem: str) -> bool:
    """Tell whether what stands beside the numbers frames an answer or is of the problem: "so is the area 40, sir?"."""
    known = {word.sound for word in tokens(problem)}
    written = _units().sub(r"\g<number>", with_digits(_NO_NUMBER.sub(" other ", text)))
    around = [word for word in said_words(written) if not is_quantity(word)]
    return all(
        is_function_word(word) or is_filler(word) or word.sound in known or any(holds([word], kind) for kind in _FRAME)
        for word in around
    )


def joined(text: str) -> str:
    """Return a list of values joined in English, as the checker reads it."""
    return _JOINED.sub(lambda found: f" {_JOINTS[found['joint'].lower()]} ", text)


def _whole_words(text: str) -> str:
    """Return the text with words for a part of one whole in figures: "aadha" is 1/2."""
    words = tokens(text)
    for before, word in zip([None, *words], words, strict=False):
        alone = before is None or not is_quantity(before)
        if alone and (written := _parts().get(word.plain)):
            return text[: word.start] + written + text[word.end :]
    return text


@cache
def _parts() -> dict[str, str]:
    parts: dict[str, str] = load("cues")["parts_of_one"]
    return parts


def _chunks(words: list[Token], text: str) -> Iterator[list[Token]]:
    """Yield the runs of words that are one quantity, formula or list of quantities."""
    run: list[Token] = []
    for word in words:
        if run and _goes_on(word, run, text):
            run.append(word)
        elif _begins(word):
            yield from _finished(run)
            run = [word]
        else:
            yield from _finished(run)
            run = []
    yield from _finished(run)


def _begins(word: Token) -> bool:
    return is_quantity(word) or holds([word], "signs_said")


def _goes_on(word: Token, run: list[Token], text: str) -> bool:
    if re.search(r"[.;?!]\s", text[run[-1].end : word.start]):
        return False
    return _begins(word) or holds([word], "joints") or holds([word], "answer_words")


def _finished(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].plain in _TRAILING:
        run = run[:-1]
    if any(any(map(str.isdigit, word.plain)) or holds([word], "numbers") for word in run) or len(run) > 1:
        yield run


def _text_of(chunk: list[Token], text: str) -> str:
    start, end = chunk[0].start, chunk[-1].end
    if opening := _BEFORE.search(text[:start]):
        start = opening.start()
    if closing := _AFTER.match(text[end:]):
        end += closing.end()
    return text[start:end]


@cache
def _units() -> re.Pattern[str]:
    units = "|".join(map(re.escape, load("cues")["units_said"]["en"]))
    return re.compile(rf"(?P<number>\d)\s+(?:{units})\b", re.IGNORECASE)
