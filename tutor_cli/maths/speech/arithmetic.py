"""Sums, products, quotients, powers, roots and brackets in words."""

from __future__ import annotations

from tutor_cli.maths import expr as e
from tutor_cli.maths import precedence as p
from tutor_cli.maths.precedence import Level
from tutor_cli.maths.speech import simple
from tutor_cli.maths.speech.speaker import Speaker, Writer


def add(speaker: Speaker, node: e.Add, followed: bool) -> str:
    """Say a sum."""
    first = node.terms[0]
    pieces = [speaker.bracketed(first, p.term_needs_brackets(first, first=True) or _is_loose(speaker, first), True)]
    last = len(node.terms) - 1
    for index, term in enumerate(node.terms[1:], start=1):
        pieces.append(_signed(speaker, term, followed or index < last))
    return " ".join(pieces)


def _signed(speaker: Speaker, term: e.Expr, followed: bool) -> str:
    if isinstance(term, e.Neg):
        return f"{speaker.word('minus')} {_unsigned(speaker, term.body, followed)}"
    if isinstance(term, e.PlusMinus):
        sign = speaker.word("mp" if term.minus_first else "pm")
        return f"{sign} {_unsigned(speaker, term.body, followed)}"
    needed = p.term_needs_brackets(term, first=False) or _is_loose(speaker, term)
    return f"{speaker.word('plus')} {speaker.bracketed(term, needed, followed)}"


def _is_loose(speaker: Speaker, node: e.Expr) -> bool:
    """Tell whether listeners take more into a node than it holds: they hear mod and union after the sums."""
    return not speaker.brief and isinstance(node, e.Infix)


def _unsigned(speaker: Speaker, body: e.Expr, followed: bool) -> str:
    return speaker.bracketed(body, p.level(body) < Level.PRODUCT or _is_loose(speaker, body), followed)


def sign(speaker: Speaker, node: e.Neg | e.PlusMinus, followed: bool) -> str:
    """Say a sign before an operand."""
    return _signed(speaker, node, followed)


def mul(speaker: Speaker, node: e.Mul, followed: bool) -> str:
    """Say a product; brief speech says "times" where letters side by side could be misheard."""
    brackets = list(p.factor_brackets(node.factors, node.sign))
    for index, factor in enumerate(node.factors):
        brackets[index] = brackets[index] or _is_loose(speaker, factor) or _takes_in(speaker, node, index)
    last = len(node.factors) - 1
    text = ""
    for index, (factor, needed) in enumerate(zip(node.factors, brackets, strict=True)):
        if index:
            text += f" {_product_sign(speaker, node, index, needed, brackets[index - 1])}".rstrip() + " "
        text += speaker.bracketed(factor, needed, followed or index < last)
    return text


def _takes_in(speaker: Speaker, node: e.Mul, index: int) -> bool:
    """Tell whether a function without brackets or division would take in the next factor: sine x, times an integral."""
    factor, following = node.factors[index], node.factors[index + 1 : index + 2]
    if not speaker.brief and following and isinstance(factor, e.Quotient) and factor.style != "stacked":
        return True
    if speaker.brief or not following or not isinstance(factor, e.Apply) or not p.is_named_function(factor.head):
        return False
    return simple.is_atom(factor.arguments[0]) and not isinstance(following[0], e.Apply)


def _product_sign(speaker: Speaker, node: e.Mul, index: int, needed: bool, before_needed: bool) -> str:
    before, factor = node.factors[index - 1], node.factors[index]
    if node.sign != "implicit":
        vectors = isinstance(before, e.Accent) or isinstance(factor, e.Accent)
        if node.sign == "cross" and vectors:
            return speaker.word("vector cross")
        return speaker.word("times" if speaker.brief and not vectors else node.sign)
    if not speaker.brief or isinstance(before, e.Text) or isinstance(factor, (e.Text, e.Differential)):
        return ""
    return "" if _flows(before, factor) and not (needed or before_needed) else speaker.word("times")


def _flows(before: e.Expr, factor: e.Expr) -> bool:
    named = isinstance(factor, e.Apply) and p.is_named_function(factor.head)
    if isinstance(before, e.Apply):
        return named and p.is_named_function(before.head)
    if isinstance(before, e.Quotient):
        return simple.is_part(before) and simple.is_short_factor(factor) and not isinstance(factor, e.Number)
    if isinstance(factor, e.Apply):
        return simple.is_short_factor(before)
    if isinstance(factor, e.Root):
        return isinstance(before, e.Number)
    plain = isinstance(factor, (e.Symbol, e.Power, e.Subscript, e.Prime, e.Postfix, e.Accent))
    return plain and (simple.is_short_factor(before) or isinstance(before, e.Accent))


def quotient(speaker: Speaker, node: e.Quotient, followed: bool) -> str:
    """Say a quotient."""
    if node.style == "divide" or (node.style == "slash" and not speaker.brief):
        behind = isinstance(node.numerator, e.Derivative) and node.numerator.behind
        over = speaker.bracketed(node.numerator, p.over_needs_brackets(node.numerator) or behind, True)
        under = speaker.bracketed(node.denominator, p.under_needs_brackets(node.denominator), followed)
        return speaker.fill(node.style, a=over, b=under)
    if not speaker.brief:
        parts = [speaker.bracketed(part, _is_inline(part)) for part in (node.numerator, node.denominator)]
        return speaker.fill("fraction", a=parts[0], b=parts[1])
    over, under = speaker.say(node.numerator, True), speaker.say(node.denominator)
    if simple.is_part(node) and speaker.language.parts:
        return _part(speaker, node)
    short = simple.is_short(node.numerator) and simple.is_short(node.denominator)
    return speaker.fill("simple fraction" if short else "fraction", a=over, b=under)


def _is_inline(node: e.Expr) -> bool:
    """Tell whether a division without a bar stands in a part of a fraction, where it sounds like the bar."""
    return any(isinstance(part, e.Quotient) and part.style != "stacked" for part in node.walk())


def _part(speaker: Speaker, node: e.Quotient) -> str:
    one, many = speaker.language.parts[int(speaker_digits(node.denominator))]
    return f"{speaker.say(node.numerator)} {one if speaker_digits(node.numerator) == '1' else many}"


def speaker_digits(node: e.Expr) -> str:
    """Return the digits of a number, nothing for other nodes."""
    return node.digits if isinstance(node, e.Number) else ""


def mixed(speaker: Speaker, node: e.Mixed, followed: bool) -> str:
    """Say a mixed number."""
    whole, top, bottom = map(speaker.say, (node.whole, node.numerator, node.denominator))
    if speaker.brief:
        return speaker.fill("mixed", a=whole, b=speaker.say(e.Quotient(node.numerator, node.denominator)))
    return speaker.fill("mixed", a=whole, b=top, c=bottom)


def power(speaker: Speaker, node: e.Power, followed: bool) -> str:
    """Say a power."""
    base = _base(speaker, node.base)
    digits = speaker_digits(node.exponent)
    if digits in {"2", "3"} and isinstance(node.base, e.Function) and speaker.has("function squared"):
        return speaker.fill("function squared" if digits == "2" else "function cubed", a=base)
    if digits in {"2", "3"}:
        return speaker.fill("squared" if digits == "2" else "cubed", a=base)
    if speaker.brief and _names_a_matrix(node.base):
        if node.exponent == e.Neg(e.Number("1")):
            return speaker.fill("inverse", a=base)
        if node.exponent == e.Symbol("T"):
            return speaker.fill("transpose", a=base)
    if speaker.brief and isinstance(node.base, e.Function) and node.exponent == e.Neg(e.Number("1")):
        return speaker.fill("inverse", a=base)
    short = speaker.brief and simple.is_signed_atom(node.exponent)
    return speaker.fill("simple power" if short else "power", a=base, b=speaker.say(node.exponent))


def _names_a_matrix(base: e.Expr) -> bool:
    return isinstance(base, e.Symbol) and base.name.isupper()


def _base(speaker: Speaker, base: e.Expr) -> str:
    """Return the base of a power: what has an end of its own needs no bracket, except where that end is not said."""
    open_ended = isinstance(base, e.Apply) or (speaker.brief and isinstance(base, (e.Root, e.Fence)))
    return speaker.bracketed(base, p.level(base) < Level.ATOM or open_ended, True)


def subscript(speaker: Speaker, node: e.Subscript, followed: bool) -> str:
    """Say an index; the base of a logarithm has a word of its own."""
    index = speaker.say(node.index)
    bracketed = p.level(node.base) < Level.ATOM or isinstance(node.base, (e.Subscript, e.Prime))
    base = speaker.bracketed(node.base, bracketed, True)
    if isinstance(node.base, e.Function):
        return speaker.fill("base", a=base, b=index)
    short = speaker.brief and simple.is_atom(node.index)
    if short and speaker.has("letter sub") and isinstance(node.base, e.Symbol):
        return speaker.fill("letter sub", a=base, b=index)
    return speaker.fill("simple sub" if short else "sub", a=base, b=index)


def prime(speaker: Speaker, node: e.Prime, followed: bool) -> str:
    """Say primes."""
    names = speaker.language.primes
    marks = names[node.count - 1] if node.count <= len(names) else " ".join([names[0]] * node.count)
    needed = p.level(node.base) < Level.ATOM or isinstance(node.base, (e.Prime, e.Apply))
    return f"{speaker.bracketed(node.base, needed, True)} {marks}"


def root(speaker: Speaker, node: e.Root, followed: bool) -> str:
    """Say a root."""
    degree = "2" if node.index is None else speaker_digits(node.index)
    radicand = speaker.say(node.radicand, False)
    if degree in {"2", "3"}:
        if speaker.brief and simple.is_atom(node.radicand):
            return speaker.fill(f"root of letter {degree}", a=radicand)
        return speaker.fill(f"{'open ' if speaker.brief and not followed else ''}root {degree}", a=radicand)
    ordinal = speaker.language.ordinals.get(int(degree)) if degree.isdigit() and len(degree) < 3 else None
    if speaker.brief and ordinal:
        return speaker.fill("root ordinal", a=radicand, b=ordinal)
    index = speaker.before_of(node.index) if node.index is not None else ""
    return speaker.fill("root", a=radicand, b=index)


def postfix(speaker: Speaker, node: e.Postfix, followed: bool) -> str:
    """Say a factorial, percent or degrees."""
    needed = p.level(node.body) < Level.ATOM or isinstance(node.body, e.Apply)
    return f"{speaker.bracketed(node.body, needed, True)} {speaker.language.postfixes[node.sign]}"


def prefix(speaker: Speaker, node: e.Prefix, followed: bool) -> str:
    """Say a sign before an operand."""
    if speaker.has(f"prefix {node.sign}"):
        related = isinstance(node.body, e.Relation) and speaker.has(f"prefix {node.sign} of relation")
        letter = node.body.operands[0] if related and isinstance(node.body, e.Relation) else node.body
        suffix = " of relation" if related else ""
        return speaker.fill(f"prefix {node.sign}{suffix}", x=speaker.say(letter), a=speaker.say(node.body))
    before, after = speaker.language.prefixes.get(node.sign, (node.sign, ""))
    lowest = {"angle": Level.RUN, "triangle": Level.RUN, "neg": Level.FACTOR, "+": Level.PRODUCT}.get(node.sign)
    if speaker.brief and node.sign in {"angle", "triangle", "pmod"} and not followed:
        after = ""
    if lowest is None:
        body = speaker.say(node.body)
    else:
        body = speaker.bracketed(node.body, p.level(node.body) < lowest or _is_loose(speaker, node.body), followed)
    return f"{before} {body} {after}".rstrip()


def infix(speaker: Speaker, node: e.Infix, followed: bool) -> str:
    """Say operands joined by a sign."""
    sign_words = speaker.language.infixes[node.sign]
    parts = [
        speaker.bracketed(o, p.operand_needs_brackets(o, node.sign) or _is_loose(speaker, o), True)
        for o in node.operands
    ]
    return f" {sign_words} ".join(parts)


def group(speaker: Speaker, node: e.Group, followed: bool) -> str:
    """Say written brackets."""
    return speaker.fill(f"group {node.bracket}", a=speaker.say(node.body))


def fence(speaker: Speaker, node: e.Fence, followed: bool) -> str:
    """Say an absolute value, norm, floor or ceiling."""
    if speaker.brief and node.kind == "abs" and simple.is_atom(node.body):
        return speaker.fill("simple fence abs", a=speaker.say(node.body))
    return speaker.fill(f"fence {node.kind}", a=speaker.say(node.body))


WRITERS: dict[type[e.Expr], Writer] = {
    e.Add: add,
    e.Neg: sign,
    e.PlusMinus: sign,
    e.Mul: mul,
    e.Quotient: quotient,
    e.Mixed: mixed,
    e.Power: power,
    e.Subscript: subscript,
    e.Prime: prime,
    e.Root: root,
    e.Postfix: postfix,
    e.Prefix: prefix,
    e.Infix: infix,
    e.Group: group,
    e.Fence: fence,
}
