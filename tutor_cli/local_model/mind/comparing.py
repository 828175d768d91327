"""Two results compared or put together: "by how much?", "which pays more?", "dono ka jod?", "is the mean the same?"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from tutor_cli.local_model.mind import finding, toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.finding import Respond
from tutor_cli.local_model.mind.moves import Asking, Turn, say
from tutor_cli.local_model.mind.subject import operands, results
from tutor_cli.local_model.mind.subject.completing import problem_in
from tutor_cli.local_model.mind.subject.members import things_of
from tutor_cli.local_model.mind.subject.worked import Result, Worked, fraction_of
from tutor_cli.local_model.mind.telling import explaining, facts
from tutor_cli.local_model.mind.utterance.ambiguity import readings
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.mathematics import has_formula
from tutor_cli.local_model.mind.utterance.relations import Relation, relation_in, relations
from tutor_cli.local_model.mind.wording import filled

# Longer utterances tell a story.
_LONGEST = 16
_PAIR = 2
# Numbers alone are a problem of their own.
_HAS_LETTERS = re.compile(r"[^\W\d]")
# All there are of something are no two results.
_COUNTED = re.compile(r"\bhow many (?:\w+ )?(?:are|were) there\b|\bmost (?:often|common|frequent)", re.IGNORECASE)
# What changes is one quantity, before and now.
_CHANGES = re.compile(r"\bchang|\baffected|\bbad[al]|\bfarak pad", re.IGNORECASE)
_BEGINNING = re.compile(r"(?:^|(?<=\. ))[a-z]")
_THAT_IS = {"en": ", that is ", "hi": " यानी "}
_THAN = {"en": " than <low>", "hi": ", <low> से"}
_COMPARING = ("smaller", "difference", "equal", "other")
_COMBINING = ("sum", "product")
_ZERO, _TWICE = "0", Fraction(2)
# Such a value stands in brackets behind a sign.
_SIGNED = re.compile(r"^-|[+-](?![^{]*\})")
_Pair = tuple[Result, Result]


def attempt(c: Conversation, u: Utterance, respond: Respond) -> Asking[bool] | None:
    """Return the attempt to answer a question about two results, true once it is answered; None where it asks none."""
    if c.exercise is not None or not c.history or len(u.text.split()) > _LONGEST:
        return None
    asked = relation_in(u.text)
    if asked is None or not all(map(_HAS_LETTERS.search, asked.phrases)) or (c.to_himself and asked.phrases):
        return None
    if asked.name in _COMPARING and operands.asks_of_other(c, u.text):
        return None
    if c.focus == "fact" and not asked.phrases:
        # "By how much?" is asked of what the fact told compares.
        return None
    own = has_formula(u.text) or problem_in(u.text) is not None or readings(u.text)
    if own or facts.compared(u.text) or _COUNTED.search(u.text):
        return None
    return _answered(c, asked, respond)


def _answered(c: Conversation, asked: Relation, respond: Respond) -> Asking[bool]:
    found = yield from _pair_of(c, asked, respond)
    if (
        found is None
        or found[0] == found[1]
        or found[0].unit != found[1].unit
        or any(results.number_of(one) is None for one in found)
    ):
        return False
    if asked.phrases and asked.name == "other" and _CHANGES.search(c.heard) and found[0].name != found[1].name:
        return False
    if asked.name == "times" and not asked.phrases:
        found = _by_size(found)
    worked = yield from toolbox.solve(filled(relations()[asked.name]["poses"], _values(found)), c.language)
    if not worked.solved:
        return False
    sentence = _sentence(c, asked.name, results.told_apart(c, *found), worked)
    if _is_worked_out(asked.name, worked) or c.to_himself:
        yield from explaining.present(c, replace(worked, told=sentence, gives="value"))
    else:
        yield say("quote", text=sentence)
        c.noted.append((len(c.history), {"value": worked.target}))
    c.compared = len(c.history), found
    if asked.name in ("smaller", "difference") and operands.WHICH.search(c.heard):
        high, low = _by_size(found)
        c.noted.append((len(c.history), things_of(low.value if asked.name == "smaller" else high.value)))
    return True


def effect(c: Conversation, how: str, before: Worked, now: Worked) -> Turn:
    """Say whether an answer changes in the way asked, and from what to what."""
    old, new = (found if len(found) == 1 else [] for found in map(results.results_of, (before, now)))
    if {one.unit for one in old} != {one.unit for one in new}:
        return
    factor = (yield from _share(new[0], old[0], c)) if old and new else None
    if factor is None and how in ("twice", "half"):
        yield say("refused")
        return
    sizes = [results.number_of(one) or 0 for one in (*old, *new)]
    holds = {
        "same": before.answer == now.answer, "changes": before.answer != now.answer,
        "more": len(sizes) == _PAIR and sizes[0] < sizes[1], "less": len(sizes) == _PAIR and sizes[0] > sizes[1],
        "twice": factor == _TWICE, "half": factor == 1 / _TWICE,
    }  # fmt: skip
    yes_or_no = "open" if how == "open" else "yes" if holds[how] else "no"
    key = f"effect_{yes_or_no}_{'same' if holds['same'] else 'changed'}"
    yield say(key, before=_amount(before, c), now=_amount(now, c))


def _share(one: Result, other: Result, c: Conversation) -> Asking[Fraction | None]:
    """Return how many times the other one result is, where that is a fraction."""
    share = yield from toolbox.solve(rf"\frac{{{one.value}}}{{{other.value}}}", c.language)
    return fraction_of(share.target)


def _amount(worked: Worked, c: Conversation) -> str:
    found = results.results_of(worked)
    return results.amount_of(found[0], c.language) if len(found) == 1 else f"${worked.answer}$"


def _pair_of(c: Conversation, asked: Relation, respond: Respond) -> Asking[_Pair | None]:
    pair = results.pair(c)
    if not asked.phrases or (len(asked.phrases) == 1 and pair is not None and results.share(pair, asked.phrases[0])):
        return pair
    if len(asked.phrases) == _PAIR:
        return (yield from _named(c, asked.phrases, respond, pair))
    alone = asked.name in _COMPARING and len(_cases(c)) < _PAIR
    if (asked.than or (alone and not asked.both)) and (latest := next(results.known(c.history), None)) is not None:
        named = yield from finding.result_called(c, asked.phrases[0], respond)
        return (latest, named) if named is not None else None
    if pair is not None and results.keys_of(asked.phrases[0]) == results.keys_of(pair[0].unit or "%"):
        return pair
    if asked.name in _COMPARING or asked.both:
        return (yield from _of_two_cases(c, asked.phrases[0], respond))
    return None


def _named(c: Conversation, phrases: tuple[str, ...], respond: Respond, pair: _Pair | None) -> Asking[_Pair | None]:
    """Return the results that two phrases name: by their problems, by place, or by what they are of."""
    if pair is not None and (chosen := results.by_problem(phrases, pair)):
        return chosen
    first = yield from finding.result_called(c, phrases[0], respond)
    second = yield from finding.result_called(c, phrases[1], respond)
    if second is None and first is not None:
        second = yield from finding.result_called(c, f"{phrases[1]} {phrases[0].split()[-1]}", respond)
    return (first, second) if first is not None and second is not None else None


def _of_two_cases(c: Conversation, phrase: str, respond: Respond) -> Asking[_Pair | None]:
    """Return a quantity of the two problems spoken of: what it was before a change and is now, of each of two."""
    cases = _cases(c)
    if len(cases) < _PAIR:
        return None
    first = yield from finding.asked(c, phrase, respond, of=cases[0])
    second = yield from finding.asked(c, phrase, respond, of=cases[1])
    if first is None or second is None:
        return None
    return replace(first, worked=cases[0]), replace(second, worked=cases[1])


def _cases(c: Conversation) -> list[Worked]:
    """Return the problem in hand and before it the one it was made of by a change, else the one posed before it."""
    now = c.problem_in_hand
    changed = c.edited.get(now.source) if now is not None else None
    others = [w for w in c.history if (w.source == changed if changed else not (w.gives or w is now))]
    return [others[-1], now] if now is not None and others else []


def _by_size(pair: _Pair) -> _Pair:
    """Return the larger one and the smaller one."""
    one, other = pair
    return pair if (results.number_of(one) or 0) > (results.number_of(other) or 0) else (other, one)


def _values(pair: _Pair) -> dict[str, str]:
    high, low = _by_size(pair)
    values = {"a": pair[0], "b": pair[1], "high": high, "low": low}
    return {name: f"({one.value})" if _SIGNED.search(one.value) else one.value for name, one in values.items()}


def _sentence(c: Conversation, relation: str, pair: _Pair, worked: Worked) -> str:
    entry = relations()[relation]
    high, low = _by_size(pair)
    template = entry["same"] if "same" in entry and worked.target == _ZERO else entry
    labels = {one: _label(one, index, c) for index, one in enumerate(pair)}
    than = _THAN[c.language].replace("<low>", labels[low])
    both = _both(pair, c.language)
    gaps = {
        "both": both, "than": "" if both else than, "answer": _answer(c, relation, pair, worked),
        "first": labels[pair[0]], "second": labels[pair[1]], "high": labels[high], "low": labels[low],
    }  # fmt: skip
    return _BEGINNING.sub(lambda letter: letter.group().upper(), filled(template[c.language], gaps))


def _is_worked_out(relation: str, worked: Worked) -> bool:
    """Tell whether what two results come to is a solution of its own, not only a word on them."""
    return len(worked.steps) > 1 or relation in _COMBINING


def _answer(c: Conversation, relation: str, pair: _Pair, worked: Worked) -> str:
    """Return what two results come to in their unit, and from what where that is all the working there is."""
    unit = pair[0].unit if relations()[relation].get("in_unit") else ""
    amount = results.amount_of(Result("", worked.target, unit, worked), c.language)
    shows = not _is_worked_out(relation, worked) and r"\frac" not in worked.problem and ":" not in worked.answer
    return f"${worked.problem}${_THAT_IS[c.language]}{amount}" if shows else amount


def _label(one: Result, index: int, c: Conversation) -> str:
    """Return what one of two is called: its name, by its place where that is a formula, else its value."""
    if len(one.name) > len("$x$") and one.name.endswith("$"):
        names: list[str] = load("comparing")["by_place"][c.language]
        return names[index]
    return one.name or results.amount_of(one, c.language)


def _both(pair: _Pair, language: str) -> str:
    """Return the clauses that say what each of two is; nothing where a number is all there is to say."""
    if not all(one.name for one in pair):
        return ""
    first, second = (_clause(one, language) for one in pair)
    return f"{first} and {second}, so " if language == "en" else f"{first} और {second}, यानी "


def _clause(one: Result, language: str) -> str:
    amount = results.amount_of(one, language)
    if language == "en":
        return f"{one.name} is {amount}"
    return f"{one.name} का मान {amount}" if one.name.endswith("$") else f"{one.name} {amount}"
