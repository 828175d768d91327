"""Signs, sides and operations of a formula changed: "the minus was a plus", "at most 0", "add them instead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tutor_cli.local_model.mind.data_files import load
from tutor_cli.local_model.mind.subject.edits.said import Change, pattern
from tutor_cli.local_model.mind.subject.edits.trees import read, with_part
from tutor_cli.maths.expr import Add, Expr, Function, Group, Mul, Neg, Number, Quotient, Relation, Symbol

_PLUS, _MINUS = "plus", "minus"
_STRICTLY = {"le": "<", "ge": ">"}
_COMPARED = frozenset(("=", "<", ">", "le", "ge"))
_VALUE = r"(?: to)?(?: (?P<value>-?\d.*|[a-z]))?"
_FUNCTIONS = frozenset(("sin", "cos", "tan", "cot", "sec", "csc", "cosec", "log", "ln"))
_ARGUMENT = re.compile(r" (?:[a-z]|function)$")
_OPERATIONS = ("add", "subtract", "multiply", "divide")
_PAIR = 2


def _is(part: str, said: str) -> bool:
    return pattern("parts", part).fullmatch(said) is not None


def turned(tree: Expr, change: Change) -> Iterator[Expr]:
    """Turn a sign: "the minus was a plus", "the sign of 7x is changed"."""
    old, new = change.what, change.new
    if found := pattern("parts", "sign_changed").fullmatch(f"{old} {new}".strip()):
        named = found["of"] or found["whose"]
        terms = [term for term in _later_terms(tree) if not named or _is_called(term, named)]
    elif _is(_PLUS, new) and (not old or _is(_MINUS, old)):
        terms = [term for term in _later_terms(tree) if isinstance(term, Neg)]
    elif _is(_MINUS, new) and (not old or _is(_PLUS, old)):
        terms = [term for term in _later_terms(tree) if not isinstance(term, Neg)]
    else:
        return
    yield from (with_part(tree, term, term.body if isinstance(term, Neg) else Neg(term)) for term in terms)


def _later_terms(tree: Expr) -> list[Expr]:
    """Return the terms that have a sign between them and the term before."""
    return [term for node in tree.walk() if isinstance(node, Add) for term in node.terms[1:]]


def _is_called(term: Expr, name: str) -> bool:
    body = term.body if isinstance(term, Neg) else term
    return isinstance(body, Number) if _is("constant", name) else body == read(name)


def compared(tree: Expr, change: Change) -> Iterator[Expr]:
    """Compare in another way: "what if it is less than or equal to 0", "strictly"."""
    if not isinstance(tree, Relation) or not _COMPARED.issuperset(tree.signs) or len(tree.operands) != _PAIR:
        return
    if change.what and not (_is("relation", change.what) or _relation(change.what)):
        return
    if _is("strict", change.new) and tree.signs[0] in _STRICTLY:
        yield replace(tree, signs=(_STRICTLY[tree.signs[0]],))
    elif named := _relation(change.new):
        right = read(named[1]) if named[1] else tree.operands[1]
        if right is not None:
            yield Relation((tree.operands[0], right), (named[0],))


def _relation(said: str) -> tuple[str, str] | None:
    """Return the sign that words name, and the value they name behind it."""
    for sign in load("edits")["relations"]:
        if found := pattern("relations", sign, _VALUE).fullmatch(said):
            return sign, found["value"] or ""
    return None


def with_side(tree: Expr, change: Change) -> Iterator[Expr]:
    """Put a value on one side of an equation: "the right side is 0"."""
    value = read(change.new) if change.how == "to" else None
    if not isinstance(tree, Relation) or value is None or len(tree.operands) != _PAIR:
        return
    if _is("right", change.what):
        yield Relation((tree.operands[0], value), tree.signs)
    elif _is("left", change.what):
        yield Relation((value, tree.operands[1]), tree.signs)


def reckoned_otherwise(tree: Expr, change: Change) -> Iterator[Expr]:
    """Do something else with the two numbers: "add them instead", or take them the other way round."""
    both = operands(tree)
    if both is None:
        return
    if pattern("operations", "swap").fullmatch(f"{change.what} {change.new}".strip()):
        yield _joined(_operation(tree), both[::-1])
    elif not change.what or _named_operation(change.what):
        yield from (_joined(name, both) for name in [_named_operation(change.new)] if name)


def _named_operation(said: str) -> str:
    return next((name for name in _OPERATIONS if pattern("operations", name).fullmatch(said)), "")


def operands(tree: Expr) -> tuple[Expr, Expr] | None:
    """Return both numbers of an operation; None where there are more of them, or letters."""
    if any(isinstance(node, Symbol) for node in tree.walk()):
        return None
    match tree:
        case Add((left, right)):
            return left, right.body if isinstance(right, Neg) else right
        case Mul((left, right)) | Quotient(left, right):
            return left, right
    return None


def _operation(tree: Expr) -> str:
    if isinstance(tree, Add):
        return "subtract" if isinstance(tree.terms[1], Neg) else "add"
    return "multiply" if isinstance(tree, Mul) else "divide"


def _joined(operation: str, both: tuple[Expr, ...]) -> Expr:
    bare = (item.body if isinstance(item, Group) else item for item in both)
    left, right = (Group(item) if isinstance(item, (Add, Neg)) else item for item in bare)
    if operation == "multiply":
        return Mul((left, right), "cross")
    if operation == "divide":
        return Quotient(left, right, "divide")
    return Add((left, right if operation == "add" else Neg(right)))


def with_function(tree: Expr, change: Change) -> Iterator[Expr]:
    """Exchange a function by its name: "tan instead of sin"."""
    old, new = (_ARGUMENT.sub("", said.strip()) for said in (change.what, change.new))
    if new in _FUNCTIONS:
        heads = [node for node in tree.walk() if isinstance(node, Function) and node.name in _FUNCTIONS]
        yield from (with_part(tree, head, Function(new)) for head in heads if old in ("", head.name))
