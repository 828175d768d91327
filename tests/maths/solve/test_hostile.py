"""Input that wants something other than maths, or far too much of it."""

from __future__ import annotations

import itertools
import sys

import pytest

from tutor_cli.errors import MathsError
from tutor_cli.maths.solve import caps
from tutor_cli.maths.solve.exact import TooLarge, Undefined
from tutor_cli.maths.solve.refusal import unreadable
from tutor_cli.maths.solve.rows import from_row

CODE = [
    "__import__('os').system('id')", "().__class__", "().__class__.__base__.__subclasses__()", "open('/etc/passwd')",
    "eval('1+1')", "exec('x=1')", "lambda: 0", "import os", "os.system('id')", "x.__class__", "[x for x in (1,2)]",
    "globals()", "__builtins__", "print(1); 2", "`id`", "$(id)", "x = __import__('sys')", "f'{1}'", "'a'*10**9",
    "getattr(x, 'y')", "breakpoint()", "exit()", "{}.__doc__", "x if x else y", "assert 0", "\x00", "\x1b[31m",
    "sympify('1')", "parse_expr('1')", "Symbol('x')",
]  # fmt: skip
BOMBS = [
    "9**9**9", "9^9^9^9", "factorial(10^9)", "(10^9)!", "2**20000", "10^10^10", "x^(10^10)", "(x+1)^5000",
    "(a+b+c+d)^60", "((x+1)^100)^100", "(x+y+z)^200", "1" * 5000, "x" * 5000, "(" * 2000 + "x" + ")" * 2000,
    "+".join(["x"] * 3000), "sqrt(" * 500 + "x" + ")" * 500, "-" * 3000 + "1", "1/" * 2000 + "1", "2^" * 300 + "2",
    "((((" * 100, "sin(" * 300, "[[" + ",".join(["1"] * 400) + "]]", "100000!", "(x^999)^999",
]  # fmt: skip
GENERATED = [
    template.format(payload)
    for template, payload in itertools.product(
        ("{}", "solve {}=0", "x + ({})", "\\frac{{1}}{{{}}}", "[{}]"), (*CODE[:20], *BOMBS[:10])
    )
]
HOSTILE = [*CODE, *BOMBS, *GENERATED]


def _refused(text: str) -> bool:
    """Tell whether the text is refused before SymPy could see it, or is small enough to be an ordinary problem."""
    try:
        problem = from_row({"op": "any", "input": text})
        for tree in problem.expressions:
            caps.check(tree)
    except MathsError as error:
        return unreadable(error, text).kind == "refused"
    except (TooLarge, Undefined):
        return True
    return sum(1 for tree in problem.expressions for _ in tree.walk()) <= caps.MAX_NODES


def test_there_are_two_hundred() -> None:
    """As many as it takes to believe it."""
    assert len(HOSTILE) >= 200


@pytest.mark.timeout(20)
def test_hostile_input_is_refused_without_loading_or_running_anything() -> None:
    """Every one is refused, or read as harmless maths, and no module is imported on the way."""
    _refused("1+1")
    before = set(sys.modules)
    assert [text[:60] for text in HOSTILE if not _refused(text)] == []
    assert set(sys.modules) - before == set()


@pytest.mark.parametrize("text", BOMBS)
def test_bombs_are_too_large(text: str) -> None:
    """Huge powers, factorials, expansions, nesting and lengths are refused for their size."""
    try:
        problem = from_row({"op": "any", "input": text})
    except MathsError:
        return
    with pytest.raises((TooLarge, Undefined)):
        for tree in problem.expressions:
            caps.check(tree)


@pytest.mark.parametrize(
    ("text", "why"),
    [("__import__('os').system('id')", "unsafe"), ("(" * 2000, "too_large"), ("2 + + )", "not_understood")],
)
def test_the_reason_is_told(text: str, why: str) -> None:
    """Code, size and nonsense are told apart."""
    with pytest.raises(MathsError) as error:
        from_row({"op": "any", "input": text})
    assert unreadable(error.value, text).refusal == why
