"""What the maths rooms load."""

import pkgutil
import subprocess
import sys

from tutor_cli import maths

HEAVY = ("sympy", "numpy", "asyncio", "rich", "typer")


def test_maths_loads_nothing_heavy() -> None:
    """Every module of maths but those that solve is loaded without SymPy, NumPy, asyncio or a terminal."""
    names = [module.name for module in pkgutil.walk_packages(maths.__path__, "tutor_cli.maths.")]
    names = [name for name in names if not name.startswith("tutor_cli.maths.solve")]
    script = f"import sys, importlib; [importlib.import_module(n) for n in {names!r}]; "
    script += f"print([name for name in {HEAVY!r} if name in sys.modules])"

    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30)

    assert len(names) > 50
    assert finished.stdout == "[]\n", finished.stderr
