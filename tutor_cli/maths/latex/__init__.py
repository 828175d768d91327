r"""The tree as canonical LaTeX.

One spelling for everything: `\frac` with braces, `\le`, `\cdot`, single characters in scripts without braces,
spaces round sums and relations. `parse(to_latex(tree), "latex") == tree` for every tree the parser makes.
"""

from __future__ import annotations

from tutor_cli.maths.latex import arithmetic, functions, statements
from tutor_cli.maths.latex.functions import stands_bare
from tutor_cli.maths.latex.writing import WRITERS, to_latex

__all__ = ["stands_bare", "to_latex"]

WRITERS.update({**arithmetic.WRITERS, **functions.WRITERS, **statements.WRITERS})
