"""Claims of a quantity by its name, "shouldn't the 20th term be 99?": judged by that one, which is found first."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor_cli.local_model.mind import finding, toolbox
from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.finding import Respond
from tutor_cli.local_model.mind.moves import Asking, Turn, say
from tutor_cli.local_model.mind.practice import judging
from tutor_cli.local_model.mind.subject import results
from tutor_cli.local_model.mind.subject.worked import Result
from tutor_cli.local_model.mind.utterance.claimed import Claim, claim_in, named_claim_in
from tutor_cli.local_model.mind.utterance.intent import Utterance
from tutor_cli.local_model.mind.utterance.relations import relation_in

_DIGIT = re.compile(r"\d")


def attempt(c: Conversation, u: Utterance, respond: Respond) -> Asking[bool] | None:
    """Return the attempt to judge a claim by what it names, true once it is judged; None where it names nothing."""
    if c.exercise is not None or c.to_himself or not c.history or toolbox.CHECK not in c.tools:
        return None
    claim, other = named_claim_in(u.text), claim_in(u.text)
    return None if claim is None or (other is not None and other.problem) else _judged(c, claim, respond)


def _judged(c: Conversation, claim: Claim, respond: Respond) -> Asking[bool]:
    found = _of_last(c, claim) or (yield from finding.result_called(c, claim.about, respond))
    if found is None and _is_of_other(c, claim):
        yield say("claim_unknown", about=claim.about)
        return True
    if found is None:
        return False
    if len(results.results_of(found.worked)) == 1 and found.name == results.results_of(found.worked)[0].name:
        yield from judging.judge(c, replace(claim, about=""), found.worked)
    else:
        yield from _part_judged(c, claim, found)
    return True


def _is_of_other(c: Conversation, claim: Claim) -> bool:
    """Tell whether a quantity is named that the last problem does not speak of: it is no claim of its answer."""
    known = results.keys_of(f"{c.history[-1].source} {c.history[-1].told}", light=True)
    names = results.names_of_answers()
    keys = results.keys_of(claim.about)
    return bool(keys & names) and bool(keys - known) and not _DIGIT.search(claim.about)


def _of_last(c: Conversation, claim: Claim) -> Result | None:
    """Return the last result where the claim says how it comes about: "I added and got 575", after a sum."""
    said, last = relation_in(claim.about), results.results_of(c.history[-1])
    told = relation_in(c.history[-1].source)
    made = told.name if told is not None else results.operation_of(c.history[-1])[0]
    fits = said is not None and not said.phrases and made == said.name
    return last[0] if fits and len(last) == 1 else None


def _part_judged(c: Conversation, claim: Claim, found: Result) -> Turn:
    """Judge one of several quantities of a solution; say which one has the value that was said."""
    verdict, _ = yield from toolbox.check(found.value, claim.value, c.language)
    amount = results.amount_of(found, c.language)
    yield say("amount_right" if verdict in toolbox.RIGHT else "amount_wrong", name=found.name, amount=amount)
    others = [one for one in results.known([found.worked]) if one.value == claim.value and one.name != found.name]
    if verdict not in toolbox.RIGHT and len(others) == 1:
        yield say("amount_of_other", name=others[0].name, amount=results.amount_of(others[0], c.language))
