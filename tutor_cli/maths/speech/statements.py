"""Functions, sets, relations and arrangements in words."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level
from tutor_cli.maths.speech import simple
from tutor_cli.maths.speech.speaker import Speaker, Writer

# A relation as it is read from its right side.
_MIRRORED = {"<": ">", ">": "<", "le": "ge", "ge": "le"}


def sequence(speaker: Speaker, node: e.Sequence, followed: bool) -> str:
    """Say a list, with its brackets."""
    items = speaker.listed(node.items)
    return speaker.fill(f"group {node.bracket}", a=items) if node.bracket else items


def interval(speaker: Speaker, node: e.Interval, followed: bool) -> str:
    """Say an interval and which of its ends belong to it."""
    kinds = [speaker.word("closed" if closed else "open") for closed in (node.lower_closed, node.upper_closed)]
    kind = kinds[0] if kinds[0] == kinds[1] else " ".join(kinds)
    return speaker.fill("interval", kind=kind, a=speaker.listed((node.lower,)), b=speaker.listed((node.upper,)))


def set_of(speaker: Speaker, node: e.SetOf, followed: bool) -> str:
    """Say a set."""
    items = speaker.listed(node.items)
    if node.condition is not None:
        return speaker.fill("set with", a=items, b=speaker.say(node.condition))
    if not node.items and speaker.brief:
        return speaker.language.symbols["emptyset"]
    return " ".join(speaker.fill("set", a=items).split())


def apply(speaker: Speaker, node: e.Apply, followed: bool) -> str:
    """Say a function of its arguments."""
    head = speaker.say(node.head, True)
    if not node.arguments:
        return speaker.fill("of nothing", a=head)
    if len(node.arguments) > 1:
        return speaker.fill("of", a=head, b=speaker.fill("quantity", a=speaker.listed(node.arguments)))
    argument = node.arguments[0]
    if speaker.brief and isinstance(node.head, e.Subscript) and _is_short_logarithm(node.head, argument):
        base, index = node.head.base, node.head.index
        return speaker.fill("simple base of", a=speaker.say(base), b=speaker.say(index), c=speaker.say(argument))
    if speaker.has("letter of letter") and _is_letter(node.head) and simple.is_atom(argument):
        return speaker.fill("letter of letter", a=head, b=speaker.say(argument))
    if p.is_named_function(node.head) and _needs_no_of(speaker, node.head, argument):
        return speaker.fill("simple of", a=head, b=speaker.say(argument))
    if speaker.brief and p.is_named_function(node.head) and simple.is_short(argument):
        return speaker.fill("of", a=head, b=speaker.say(argument))
    open_ended = not speaker.brief and (isinstance(argument, e.Group) or (simple.is_atom(argument) and followed))
    return speaker.fill("of", a=head, b=speaker.bracketed(argument, open_ended or not _is_closed(argument), followed))


def _is_letter(head: e.Expr) -> bool:
    """Tell whether a function is named by a letter, maybe with a prime."""
    return isinstance(head.base if isinstance(head, e.Prime) else head, e.Symbol)


def _is_short_logarithm(head: e.Subscript, argument: e.Expr) -> bool:
    return isinstance(head.base, e.Function) and simple.is_atom(head.index) and simple.is_short(argument)


def _needs_no_of(speaker: Speaker, head: e.Expr, argument: e.Expr) -> bool:
    if not speaker.brief:
        return simple.is_atom(argument)
    if isinstance(head, e.Subscript):
        return False
    return simple.is_short(argument) or (isinstance(argument, e.Quotient) and simple.is_short(argument.numerator))


def _is_closed(argument: e.Expr) -> bool:
    return isinstance(argument, simple.CLOSED) or (isinstance(argument, e.Quotient) and argument.style == "stacked")


def choose(speaker: Speaker, node: e.Choose, followed: bool) -> str:
    """Say a choice."""
    short = speaker.brief and simple.is_atom(node.n) and simple.is_atom(node.r)
    return speaker.fill(f"{'simple ' if short else ''}choose {node.kind}", a=speaker.say(node.n), b=speaker.say(node.r))


def accent(speaker: Speaker, node: e.Accent, followed: bool) -> str:
    """Say a mark over or under something."""
    body = speaker.bracketed(node.body, not simple.is_atom(node.body), True)
    before = speaker.language.accents_before.get(node.kind)
    return f"{before} {body}" if before else f"{body} {speaker.language.accents.get(node.kind, node.kind)}"


# --- relations and arrangements ------------------------------------------------------------------------------------


def relation(speaker: Speaker, node: e.Relation, followed: bool) -> str:
    """Say a chain of relations."""
    implication = p.level(node) == Level.IMPLICATION
    if member := _member(speaker, node):
        return member
    if _is_between(speaker, node):
        return _between(speaker, node)
    if _has_verb_last(speaker, node):
        before, after = speaker.language.relations[node.signs[0]]
        left, right = (_side(speaker, operand, implication) for operand in node.operands)
        return f"{left} {right} {after} {before}"
    text = _side(speaker, node.operands[0], implication)
    for sign, operand in zip(node.signs, node.operands[1:], strict=True):
        before, after = speaker.language.relations.get(sign, (sign, ""))
        text += f" {before} {_side(speaker, operand, implication)} {after}".rstrip()
    return text.strip()


def _member(speaker: Speaker, node: e.Relation) -> str:
    """Say of a letter that it is a real number, where the language has words for that; else nothing."""
    name, kind = node.operands[0], node.operands[-1]
    if node.signs != ("in",) or not (isinstance(name, e.Symbol) and isinstance(kind, e.Symbol)):
        return ""
    key = f"member {kind.name}"
    return speaker.fill(key, a=speaker.say(name)) if speaker.has(key) else ""


def _is_between(speaker: Speaker, node: e.Relation) -> bool:
    ordered = len(node.signs) == len(_MIRRORED) // 2 and all(sign in _MIRRORED for sign in node.signs)
    return ordered and speaker.has("between") and isinstance(node.operands[1], e.Symbol)


def _between(speaker: Speaker, node: e.Relation) -> str:
    """Say of a letter both what it is above and what it is below."""
    low, letter, high = (speaker.say(operand) for operand in node.operands)
    first, second = (speaker.language.relations[sign][0] for sign in (_MIRRORED[node.signs[0]], node.signs[1]))
    return speaker.fill("between", x=letter, a=low, b=first, c=high, d=second)


def _has_verb_last(speaker: Speaker, node: e.Relation) -> bool:
    """Tell whether both sides are said before the verb: nobody can mishear where a letter ends."""
    _, after = speaker.language.relations.get(node.signs[0], ("", ""))
    return speaker.brief and bool(after) and len(node.signs) == 1 and isinstance(node.operands[0], e.Symbol)


def _side(speaker: Speaker, node: e.Expr, implication: bool) -> str:
    if p.side_needs_brackets(node, implication=implication):
        return speaker.bracketed(node, True)
    return speaker.side(node)


def matrix(speaker: Speaker, node: e.Matrix, followed: bool) -> str:
    """Say a matrix row by row."""
    bracket = "pmatrix" if speaker.brief and node.bracket == "bmatrix" else node.bracket
    name = speaker.language.matrices[bracket]
    rows = [speaker.fill("row", n=_place(speaker, n), a=speaker.listed(row)) for n, row in enumerate(node.rows, 1)]
    size = (_count(speaker, len(node.rows)), _count(speaker, len(node.rows[0])))
    return speaker.fill("matrix", r=size[0], c=size[1], name=name, rows=" ".join(rows))


def _place(speaker: Speaker, index: int) -> str:
    places = speaker.language.places
    return places[index - 1] if index <= len(places) else _count(speaker, index)


def _count(speaker: Speaker, count: int) -> str:
    return speaker.language.whole_number(count)


def cases(speaker: Speaker, node: e.Cases, followed: bool) -> str:
    """Say a function by cases or a system of equations."""
    rows = [_case(speaker, n, row) for n, row in enumerate(node.rows, 1)]
    return speaker.fill("cases", a=(", " if speaker.brief else " ").join(rows))


def _case(speaker: Speaker, n: int, row: e.Case) -> str:
    body = speaker.side(row.body)
    if row.condition is None:
        return speaker.fill("case", n=_place(speaker, n), a=body)
    condition = speaker.say(row.condition)
    if speaker.brief and isinstance(row.condition, e.Row) and isinstance(row.condition.items[0], e.Text):
        return speaker.fill("case", n=_place(speaker, n), a=f"{body} {condition}")
    return speaker.fill("case when", n=_place(speaker, n), a=body, b=condition)


def lines(speaker: Speaker, node: e.Lines, followed: bool) -> str:
    """Say lines of working."""
    rows = [speaker.fill("line", n=_place(speaker, n), a=speaker.side(line)) for n, line in enumerate(node.lines, 1)]
    return speaker.fill("lines", a=(", " if speaker.brief else " ").join(rows))


def row(speaker: Speaker, node: e.Row, followed: bool) -> str:
    """Say words and formulas side by side."""
    text = speaker.side(node.items[0])
    for before, item in zip(node.items, node.items[1:], strict=False):
        joined = isinstance(before, e.Text) or isinstance(item, (e.Text, e.Prefix))
        link = " " if joined else ", " if speaker.brief else f" {speaker.word('next')} "
        text += link + speaker.at_least(item, Level.IMPLICATION)
    return text


WRITERS: dict[type[e.Expr], Writer] = {
    e.Sequence: sequence,
    e.Interval: interval,
    e.SetOf: set_of,
    e.Apply: apply,
    e.Choose: choose,
    e.Accent: accent,
    e.Relation: relation,
    e.Matrix: matrix,
    e.Cases: cases,
    e.Lines: lines,
    e.Row: row,
}
