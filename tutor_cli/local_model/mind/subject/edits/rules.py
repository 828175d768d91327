"""A rule of the problem exchanged for another: with replacement, always or never together, round a table, no limits."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tutor_cli.local_model.mind.data_files import load

_NUMBERS = {
    **dict.fromkeys(("two", "do", "दो", "both", "dono", "दोनों", "the"), "2"),
    **dict.fromkeys(("three", "teen", "तीन"), "3"),
    **dict.fromkeys(("four", "char", "chaar", "चार"), "4"),
}


class _Rule(NamedTuple):
    """A rule: `about` what problems, how it is `said`, what it `drops` of them and `puts` behind what."""

    about: re.Pattern[str]
    said: re.Pattern[str]
    drops: re.Pattern[str]
    puts: str
    after: re.Pattern[str] | None


def ruled(text: str, source: str) -> str:
    """Return the problem with the rule that a text names in the place of its own; nothing where it names none."""
    for rule in _rules():
        found = rule.said.search(text) if rule.about.search(source) else None
        if found is None:
            continue
        before = rule.drops.search(source) if rule.drops.pattern else None
        kept = re.sub(r" +(?=[.?!,]|$)", "", rule.drops.sub("", source)) if before else source
        new = _filled(rule.puts, found, before)
        places = list(rule.after.finditer(kept)) if rule.after is not None else []
        if not new or not (rule.after is None or places):
            return kept if not new and rule.puts == "" else ""
        end = places[-1].end() if places else len(kept.rstrip(" ?.!"))
        return f"{kept[:end]}{'' if new.startswith('.') else ' '}{new}{kept[end:]}"
    return ""


def _filled(puts: str, found: re.Match[str], before: re.Match[str] | None) -> str:
    """Return what is put with who the rule is about: those named, or else those it was about before."""
    said = found.groupdict()
    if "<who>" not in puts:
        return puts.replace("<whom>", said.get("whom") or "")
    number = (said.get("k") or "").lower().strip()
    who = (said.get("who") or "").lower().strip()
    if who and not number:
        who = f"all the {who}"
    elif number:
        who = f"{_NUMBERS.get(number, number)} of them"
    elif before is not None and "who" in before.groupdict():
        who = before["who"] or ""
    return puts.replace("<who>", who) if who else ""


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(entry) for entry in load("edits")["rules"].values())


def _rule(entry: dict[str, str]) -> _Rule:
    about, said, drops = (_pattern(entry[key]) for key in ("about", "said", "drops"))
    return _Rule(about, said, drops, entry["puts"], _pattern(entry["after"]) if "after" in entry else None)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
