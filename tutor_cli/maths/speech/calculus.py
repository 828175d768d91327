"""Calculus in words: sums, integrals, limits, derivatives."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level
from tutor_cli.maths.speech import simple
from tutor_cli.maths.speech.speaker import Speaker, Writer


def big_operator(speaker: Speaker, node: e.BigOperator, followed: bool) -> str:
    """Say a sum, product or other big operator."""
    name = speaker.language.operators.get(node.kind, node.kind)
    return _ranged(speaker, "operator", name, node, speaker.at_least(node.body, Level.PRODUCT), followed)


def integral(speaker: Speaker, node: e.Integral, followed: bool) -> str:
    """Say an integral."""
    name = speaker.fill("contour" if node.contour else f"integral name {node.signs}")
    differentials = [differential(speaker, e.Differential(variable), False) for variable in node.variables]
    body = speaker.at_least(node.body, Level.SUM if node.variables else Level.PRODUCT, bool(differentials))
    closed = followed and not node.variables
    return _ranged(speaker, "integral", name, node, " ".join([body, *differentials]).strip(), closed)


def _ranged(speaker: Speaker, kind: str, name: str, node: e.BigOperator | e.Integral, body: str, followed: bool) -> str:
    suffix = {
        (False, False): "",
        (True, False): " over",
        (False, True): " to",
        (True, True): " from to",
    }[node.lower is not None, node.upper is not None]
    low = speaker.before_of(node.lower) if node.lower is not None else ""
    high = speaker.before_of(node.upper) if node.upper is not None else ""
    spoken = speaker.fill(kind + suffix, name=name, a=body, low=low, high=high)
    return speaker.fill("quantity", a=spoken) if speaker.brief and followed else spoken


def limit(speaker: Speaker, node: e.Limit, followed: bool) -> str:
    """Say a limit."""
    side = {"both": "", "above": speaker.word("above"), "below": speaker.word("below")}[node.side]
    closed = speaker.has("closed limit") and isinstance(node.body, e.Quotient)
    body = speaker.side(node.body) if closed else speaker.at_least(node.body, Level.PRODUCT)
    variable, target = speaker.say(node.variable), speaker.at_least(node.target, Level.SET)
    pattern = "closed limit" if speaker.has("closed limit") else "limit"
    spoken = speaker.fill(pattern, v=variable, t=target, side=side, a=body)
    return speaker.fill("quantity", a=spoken) if speaker.brief and followed else spoken


def derivative(speaker: Speaker, node: e.Derivative, followed: bool) -> str:
    """Say a derivative in Leibniz notation."""
    d = speaker.word("partial" if node.partial else "d")
    top = _raised(speaker, d, len(node.variables))
    if node.body is not None and not node.behind:
        top += f" {speaker.bracketed(node.body, not simple.is_short_factor(node.body), True)}"
    runs = node.orders
    bottom = " ".join(f"{d} {_raised(speaker, speaker.say(variable), count)}" for variable, count in runs)
    spoken = speaker.fill("derivative", a=top, b=bottom)
    if node.body is None or not node.behind:
        return spoken
    body = speaker.bracketed(
        node.body, not isinstance(node.body, simple.CLOSED) and _is_open(speaker, node.body), followed
    )
    return speaker.fill("of", a=spoken, b=body)


def _is_open(speaker: Speaker, body: e.Expr) -> bool:
    return not speaker.brief or not (simple.is_short(body) or isinstance(body, e.Apply))


def _raised(speaker: Speaker, base: str, order: int) -> str:
    if order == 1:
        return base
    if order in {2, 3}:
        return speaker.fill("squared" if order == 2 else "cubed", a=base)
    return speaker.fill("power", a=base, b=speaker.say(e.Number(str(order))))


def differential(speaker: Speaker, node: e.Differential, followed: bool) -> str:
    """Say dx."""
    return f"{speaker.word('d')} {speaker.bracketed(node.variable, p.level(node.variable) < Level.ATOM)}"


def evaluated(speaker: Speaker, node: e.Evaluated, followed: bool) -> str:
    """Say an antiderivative between limits."""
    low = speaker.say(node.lower) if node.lower is not None else ""
    high = speaker.say(node.upper) if node.upper is not None else ""
    body = speaker.bracketed(node.body, speaker.brief and not simple.is_short(node.body))
    if low and high:
        return speaker.fill(f"evaluated {node.style}", a=body, low=low, high=high)
    return speaker.fill("evaluated at", a=body, low=low or high)


WRITERS: dict[type[e.Expr], Writer] = {
    e.BigOperator: big_operator,
    e.Integral: integral,
    e.Limit: limit,
    e.Derivative: derivative,
    e.Differential: differential,
    e.Evaluated: evaluated,
}
