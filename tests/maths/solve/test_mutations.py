"""A planted wrong rule is caught: change a number or a sign in what a rule wrote, and the line must not check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from tutor_cli.maths.expr import Add, Expr, Group, Neg, Number
from tutor_cli.maths.solve import operations, read_problem, step_checks
from tutor_cli.maths.solve.engine import known_constants, solve
from tutor_cli.maths.solve.integrals import table
from tutor_cli.maths.solve.working import Working

# Between them these problems use most of the rules.
PROBLEMS = """
2x+3=11
3(x+2)=5x-4
x/2+x/3=5
11=2x+3
-x/3 = 4
-2x+1<5
-x/2 < 3
x^2=49
x^2-5x+6=0
6x^2+7x-3=0
2x^2-3x-7=0
solve x^2+6x+5=0 by completing the square
2x^2+8x+3=0 by completing the square
x^4-5x^2+4=0
x^3-6x^2+11x-6=0
x^3=8
(x-1)^3=8
x^5-x-1=0
3^x+4^x=5^x
x e^x = 2 e^x
x(x-1)(x^2+1)=0
1/(x-1)=2/(x+3)
|2x-1|+1=6
|x-1|+|x-3|=4
sqrt(x+3)=x-3
sqrt(x+5)+sqrt(x)=5
(x-1)^(1/3)=2
8^x=4^(x+1)
3^(x+1)=5^x
4^x-6*2^x+8=0
ln x+ln(x-3)=ln 10
(ln x)^2-3 ln x+2=0
arcsin x = pi/6
2 arctan(x) + 1 = 1
2 sin(x) cos(x)=sin(x)
2 sin(x)^2+cos(x)=1
sin(x)-cos(x)=0
sin(x)+cos(x)=1
sin(3x)=sin(x)
sin(2x)=cos(x)
sec(x)=2
tan(2x)=1
cos x = 1/2
(x-1)/(x+2)>=0
-3<2x+1<=7
a x + b = c solve for x
x^2 = 4a solve for x
x+y=5 and 2x-y=4
2x+3y=7 and x-y=1
x+y+z=6, 2x-y+z=3, x+2y-z=2
x^2+y^2=25 and y=x+1
x y=6 and x^2+y^2=13
3/4+5/6
(2/3)/(4/9)
2*(3+4)^2-5
1 3/4+2 1/2
sqrt(50)+sqrt(8)
1/(sqrt(3)-sqrt(2))
|3-10|+5!
sin(pi/6)+20%
expand (x+2)(x-3)
simplify 3x+2x^2-x+4x^2
factor 6x^2+7x-3
factor 2x^2-8
factor x^3-8
factor x^3+27
factor x^2+6x+9
factor x^3-6x^2+11x-6
factor x y + x + y + 1
factor 360
simplify (x^2-4)/(x-2)
simplify 1/x+1/y
simplify sin(x)^2+cos(x)^2+3
simplify sin(2x)/(2 sin(x))
simplify x^(1/2)*x^(1/3)
simplify ln x + ln y
differentiate x^3 sin x
differentiate (x^2+1)/(x-1)
differentiate sin(x^2)+5
differentiate 3/(x^2+1)
differentiate (2x+1)^5
differentiate x^x
differentiate e^(3x) ln x
second derivative of x^4-3x^2
differentiate 7x
integrate x^2+3x
integrate 1/x
integrate x e^x
integrate sec(x)^3
integrate e^x sin x
integrate sin(x)^2
integrate sin(x)^3
integrate tan(x)^2
integrate 1/(x^2-1)
integrate (3x+5)/(x^2-4x+13)
integrate 1/(x^2+2x+5)
integrate 1/sqrt(4-x^2)
integrate (2x+3)/(x^2+3x+2)
integrate x e^(x^2)
integrate 1/(2+sin(x))
integrate sqrt(1+sin(x))
integrate |x-2|
integrate sin(x)/x
integrate x sqrt(x+1)
integrate x^2 from 0 to 3
integrate e^(-x) from 0 to infinity
integrate (x+1)^2/x
limit of (x^2-4)/(x-2) as x tends to 2
limit of sin(x)/x as x tends to 0
limit of (sqrt(x+1)-1)/x as x tends to 0
limit of (3x^2+1)/(x^2-2) as x tends to infinity
limit of x^2+1 as x tends to 3
find the nth term of 3, 7, 11, 15
find the nth term of 2, 6, 18, 54
find the nth term of 1, 3, 6, 10
sum of k^2+k from k=1 to 10
sum of 3*2^k from k=0 to 5
sum of 1/(k(k+1)) from k=1 to 20
sum of 1/2^k from k=0 to infinity
determinant of [[1,2],[3,4]]
determinant of [[2,0,1],[1,3,2],[0,1,1]]
inverse of [[1,2],[3,4]]
eigenvalues of [[2,1],[1,2]]
[[1,2],[3,4]]*[[0,1],[1,0]]
[[1,2],[3,4]]+[[1,1],[1,1]]
mean of 2, 4, 6, 8
median of 3, 1, 4, 1, 5
median of 3, 1, 4, 1
mode of 1, 2, 2, 3
standard deviation of 2, 4, 4, 4, 5, 5, 7, 9
range of 3, 9, 4
LCM of 12 and 18
HCF of 24 and 36
convert 0.75 to a fraction
convert 3/8 to a decimal
convert 3/8 to a percent
slope of the line through (2,3) and (5,9)
midpoint of (2,3) and (4,7)
equation of the line through (1,2) and (3,8)
area of a circle with radius 7
simple interest on 5000 at 8 percent for 3 years
"""
# Rules whose lines change at least this often without being caught would let a wrong rule through.
CAUGHT = 0.95


def _mutants(tree: Expr) -> Iterator[Expr]:
    """Yield the tree with one number one larger, one minus sign dropped, or one first term turned."""
    for node in tree.walk():
        if isinstance(node, Number) and "." not in node.digits:
            yield _put(tree, node, Number(str(int(node.digits) + 1)))
        elif isinstance(node, Neg):
            yield _put(tree, node, node.body)
        elif isinstance(node, Add):
            yield _put(tree, node, Add((Neg(Group(node.terms[0])), *node.terms[1:])))


def _put(value: Any, target: Expr, new: Expr) -> Any:
    if value is target:
        return new
    if isinstance(value, tuple):
        return tuple(_put(item, target, new) for item in value)
    if not isinstance(value, Expr):
        return value
    return replace(value, **{field.name: _put(getattr(value, field.name), target, new) for field in fields(value)})


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Counter[bool]]:
    """Return for every rule how often a change of its line was caught and how often not."""
    found: dict[str, Counter[bool]] = {}
    for text in PROBLEMS.strip().splitlines():
        problem = read_problem(text)
        work = Working()
        operations.run(problem, work)
        known = known_constants(problem)
        for step in (inner for top in work.steps for inner in top.walk()):
            if step.before != step.after:
                for mutant in list(_mutants(step.after))[:4]:
                    verdict = step_checks.step_holds(replace(step, after=mutant), work.points, known)
                    found.setdefault(step.id, Counter())[verdict is False] += 1
    return found


def test_most_rules_are_in_the_problems(verdicts: dict[str, Counter[bool]]) -> None:
    """The measurement is about the solver and not about a corner of it."""
    assert len(verdicts) > 140


def test_a_wrong_rule_is_caught(verdicts: dict[str, Counter[bool]]) -> None:
    """In at least 95 % of the rules a wrong number or sign is caught, and in at least 95 % of all cases."""
    caught = sum(count[True] > 0 for count in verdicts.values())
    cases = sum(verdicts.values(), Counter())
    assert caught / len(verdicts) >= CAUGHT
    assert cases[True] / cases.total() >= CAUGHT


def test_a_wrong_entry_in_a_table_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every entry of the table of integrals, doubled, gives an answer that is not called verified."""
    for function, rule in list(table.FUNCTIONS.items()):
        if function in table.BY_PARTS:
            continue
        monkeypatch.setitem(table.FUNCTIONS, function, _doubled(rule))
        problem = read_problem(f"integrate {_TYPED.get(function.__name__, function.__name__)}(x)")
        assert not solve(problem).verified, function
        monkeypatch.undo()


def _doubled(rule: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda v: 2 * rule(v)


_TYPED = {"Abs": "abs", "sign": "sgn"}
