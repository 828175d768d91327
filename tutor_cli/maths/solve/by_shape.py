"""The problem that a formula poses by its shape alone: an equation is solved, an integral found, a sum worked out."""

from __future__ import annotations

from tutor_cli.maths.expr import (
    Add,
    Apply,
    BigOperator,
    Cases,
    Derivative,
    Expr,
    Function,
    Group,
    Infix,
    Integral,
    Interval,
    Limit,
    Lines,
    Matrix,
    Mul,
    Neg,
    Number,
    Power,
    Quotient,
    Relation,
    Row,
    Sequence,
    Symbol,
)
from tutor_cli.maths.solve.phrases import FUNCTION_QUANTITIES
from tutor_cli.maths.solve.problem import Operation, Problem


def from_tree(tree: Expr) -> Problem:
    """Return what a formula by itself asks for: an equation to be solved, an integral to be found, a sum worked out."""
    match tree:
        case Group(body):
            return from_tree(body)
        case Relation((Infix("colon", (a, b)), Infix("colon", (c, d))), ("=",)):
            return Problem("solve", (Relation((Quotient(a, b), Quotient(c, d)), ("=",)),))
        case Integral(body, (Symbol(name),), lower, upper):
            interval = None if lower is None or upper is None else Interval(lower, upper, True, True)
            return Problem("integrate", (body,), name, interval=interval)
        case Derivative(body, variables) if body is not None and isinstance(variables[0], Symbol):
            return Problem("differentiate", (body,), variables[0].name, order=len(variables))
        case Limit(body, Symbol(name), target, side):
            return Problem("limit", (body,), name, to=target, side=side)
        case BigOperator("sum", body, Relation((Symbol(name), low), ("=",)), upper) if upper is not None:
            return Problem("sum", (body,), name, interval=Interval(low, upper, True, True))
        case Apply(Function(name), arguments) if name in FUNCTION_QUANTITIES:
            return Problem("quantity", arguments, quantity=FUNCTION_QUANTITIES[name])
    statements = _statements(tree)
    if statements:
        return Problem("solve", statements)
    return Problem(_operation_of(tree), (tree,))


def alone(tree: Expr) -> Problem:
    """Return what a formula asks for beside which nothing is said: an equation of a curve asks what curve it is."""
    return Problem("quantity", (tree,), quantity="curve") if is_conic(tree) else from_tree(tree)


def is_conic(tree: Expr) -> bool:
    """Tell whether a formula is an equation in x and y made of squares, sums and multiples, with a square at least."""
    if not isinstance(tree, Relation) or tree.signs != ("=",) or _letters(tree) != {"x", "y"}:
        return False
    nodes = list(tree.walk())
    powers = [node for node in nodes if isinstance(node, Power)]
    return (
        bool(powers)
        and all(node.exponent == Number("2") for node in powers)
        and all(isinstance(node, (Relation, Add, Mul, Neg, Group, Quotient, Power, Number, Symbol)) for node in nodes)
        and not any(isinstance(node, Quotient) and _letters(node.denominator) for node in nodes)
        and not any(isinstance(node, Mul) and len(_letters(node)) > 1 for node in nodes)
    )


def _letters(tree: Expr) -> set[str]:
    return {node.name for node in tree.walk() if isinstance(node, Symbol)}


def _statements(tree: Expr) -> tuple[Expr, ...]:
    """Return the equations or inequalities a formula states; none for an expression."""
    match tree:
        case Relation():
            return (tree,)
        case Cases(rows):
            return tuple(row.body for row in rows)
        case Lines(lines):
            return lines
        case Row(items) | Sequence(items) if any(isinstance(item, Relation) for item in items):
            return tuple(item for item in items if isinstance(item, Relation))
    return ()


def _operation_of(tree: Expr) -> Operation:
    nodes = list(tree.walk())
    if any(isinstance(node, Matrix) for node in nodes):
        return "matrix"
    letters = {node.name for node in nodes if isinstance(node, Symbol)} - {"e", "pi", "i"}
    return "simplify" if letters else "evaluate"
