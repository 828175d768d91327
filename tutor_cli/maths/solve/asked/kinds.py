"""What a formula of a question is: a curve, a point, a value of a letter, a vector, a set."""

from __future__ import annotations

from collections.abc import Callable

from tutor_cli.maths.expr import (
    Add,
    Apply,
    Derivative,
    Expr,
    Fence,
    Function,
    Group,
    Infix,
    Interval,
    Matrix,
    Mixed,
    Mul,
    Neg,
    Number,
    Postfix,
    Power,
    Prime,
    Quotient,
    Relation,
    Root,
    Sequence,
    SetOf,
    Subscript,
    Symbol,
)

# The kinds have signs of their own in a sentence that was taken apart, which no word is made of.
KINDS = (
    *("number", "fraction", "repeating", "value", "given", "point", "list", "interval", "proportion", "expression"),
    *("sum", "curve", "two letters", "function", "applied", "applied inverse", "composed", "derivative", "logarithm"),
    *("equation", "line", "inequality", "ratio", "given ratio", "trigonometric", "vector", "named vector", "complex"),
    *("matrix", "set", "named", "set expression", "event", "primed", "symmetric", "symbolic", "space point"),
    "identity",
)
_FIRST_SIGN = 0xE000
_CONSTANTS = frozenset(("pi", "e"))
_UNITS = frozenset("ijk")
_TWO = ("x", "k")
_ZEROS = frozenset(("alpha", "beta"))
# p/q and a + ib, which name a form and no quantity.
_FORMS = ({"p", "q"}, {"a", "b", "i"}, {"x", "y", "i"})
_RATIOS = frozenset(("sin", "cos", "tan", "cot", "sec", "csc", "cosec"))
_NUMERIC = (Number, Symbol, Neg, Quotient, Root, Mul, Add, Power, Mixed, Group, Postfix, Fence, Apply, Function)


def sign(kind: str) -> str:
    """Return the sign of a kind."""
    return chr(_FIRST_SIGN + KINDS.index(kind))


def kinds(tree: Expr) -> tuple[str, ...]:
    """Return what the formula may be taken for, by the names that the tables of questions use."""
    match tree:
        case Relation(operands, signs) if signs == ("=",):
            return _equation(*operands)
        case Relation():
            return ("inequality",)
        case Group(Number() | Neg(Number())):
            return ("number",)
        case Sequence(items, "(") | Apply(Symbol(), (_, _, *_) as items) if len(items) in (2, 3):
            return ("point", "space point") if len(items) == len("xyz") else ("point",)
        case Sequence(items, "") if all(_is_number(item) for item in items):
            return ("list",)
        case Interval():
            return ("interval",)
        case SetOf():
            return ("set",)
        case Matrix():
            return ("matrix",)
        case Infix("colon"):
            return ("proportion",)
    return _expression(tree)


def as_events(tree: Expr) -> Expr:
    """Return the tree with P(A'), n(A ∪ B) and the like, which typed maths takes for products, as they are meant."""
    match tree:
        case Mul((Symbol("P" | "n") as head, Group(Prime() | Infix() as event) | (Infix() as event))):
            return Apply(head, (event,))
        case Relation((left, right), signs):
            return Relation((as_events(left), right), signs)
    return tree


def names(tree: Expr) -> set[str]:
    """Return the letters of a formula that stand for something, constants left out."""
    return {node.name for node in tree.walk() if isinstance(node, Symbol)} - _CONSTANTS


def _is_number(tree: Expr) -> bool:
    return all(isinstance(node, _NUMERIC) for node in tree.walk()) and not names(tree)


def _expression(tree: Expr) -> tuple[str, ...]:
    if _combines_sets(tree):
        return ("set expression",)
    letters = names(tree)
    if not letters:
        fraction = ("fraction",) if isinstance(tree, Quotient) else ()
        return ("number", "complex", *fraction) if isinstance(tree, _NUMERIC) else ()
    if "ldots" in letters:
        return ("repeating",)
    return ("expression", *(kind for kind, holds in _TESTS.items() if holds(tree, letters)), *_applied(tree))


def _applied(tree: Expr) -> tuple[str, ...]:
    """Tell f(2) and f(a + 1), values of a function, from f(g(x)) and (f + g)(x), and from its inverse."""
    match tree:
        case Apply(Power(Symbol(), Neg(Number("1"))), (Symbol(),)):
            return ("applied inverse",)
        case Apply(Symbol(), (Apply(Symbol()),)) | Mul((Add() | Group(Add()), Group() | Symbol())):
            return ("composed",)
        case Prime(Symbol()):
            return ("primed",)
        case Apply(Symbol("P" | "n"), (Infix() | Prime(),)):
            return ("event",)
        case Apply(Symbol(), (_,)):
            return ("applied",)
    return ()


def _combines_sets(tree: Expr) -> bool:
    """Tell whether sets in braces are united, intersected or subtracted."""
    joins = isinstance(tree, Add) or (isinstance(tree, Infix) and tree.sign in ("cup", "cap", "setminus"))
    return joins and any(isinstance(node, SetOf) for node in tree.walk())


def _has_logarithm(tree: Expr) -> bool:
    heads = (node.base if isinstance(node, Subscript) else node for node in tree.walk())
    return any(isinstance(head, Function) and head.name in ("log", "ln") for head in heads)


def _names_ratio(tree: Expr) -> bool:
    """Tell whether a tree is the sign of a ratio, as in the square of a sine."""
    return isinstance(tree, Function) and tree.name in _RATIOS


def _is_ratio(tree: Expr) -> bool:
    return isinstance(tree, Apply) and isinstance(tree.head, Function) and tree.head.name in _RATIOS


def _function(body: Expr) -> tuple[str, ...]:
    letters = names(body)
    if not letters:
        return ("given",)
    return ("function", "curve") if len(letters) == 1 else ("function", "expression", "two letters")


def _equation(left: Expr, right: Expr) -> tuple[str, ...]:
    if isinstance(left, Apply) and isinstance(left.head, Symbol):
        return _function(right)
    if isinstance(left, Symbol) and _is_number(right):
        return ("value", "line", "equation")
    if isinstance(left, Symbol) and names(right) <= _UNITS and left.name not in _UNITS and names(right):
        return ("named vector",)
    if isinstance(left, Symbol) and isinstance(right, (SetOf, Matrix)):
        return ("named",)
    found = ["equation"]
    if _is_number(right) and any(_is_ratio(node) for node in left.walk()):
        found.append("given ratio")
    letters = names(left) | names(right)
    if letters and any(_is_ratio(node) or _names_ratio(node) for node in left.walk()):
        found.append("identity")
    if letters <= {"x", "y"}:
        found.append("curve")
    if len(letters) == len(_TWO) and "x" in letters and "y" not in letters:
        found.append("two letters")
    return (*found, "line")


# What else an expression with letters may be: by its tree and its letters.
_TESTS: dict[str, Callable[[Expr, set[str]], bool]] = {
    "derivative": lambda tree, letters: isinstance(tree, Derivative) or letters == {"d", "x", "y"},
    "sum": lambda tree, letters: isinstance(tree, Add),
    "logarithm": lambda tree, letters: _has_logarithm(tree),
    "two letters": lambda tree, letters: len(letters) == len(_TWO) and "x" in letters,
    "symmetric": lambda tree, letters: letters <= _ZEROS,
    "symbolic": lambda tree, letters: letters in _FORMS,
    "trigonometric": lambda tree, letters: any(_names_ratio(node) for node in tree.walk()),
    "ratio": lambda tree, letters: _is_ratio(tree),
    "complex": lambda tree, letters: letters == {"i"},
    "vector": lambda tree, letters: letters <= _UNITS and letters != {"i"},
    "curve": lambda tree, letters: len(letters) == 1,
}
