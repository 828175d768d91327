"""Where things really stand on a screen, read from tmux."""

import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator

import pytest

from tutor_cli.display.mixed import laid_out
from tutor_cli.maths.layout import cell_width

TEXT = r"$\text{समीकरण हल करें: }\frac{x}{2}+3=7$ हिन्दी, द्विघात, क्षेत्रफल और स्त्री"
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture(name="cursor_after")
def _cursor_after() -> Iterator[Callable[[str], int]]:
    """Return a function that writes a row to a screen and returns the column the cursor is left in."""
    name = f"tutor-test-{uuid.uuid4().hex}"

    def tmux(*arguments: str) -> str:
        command = ["tmux", "-u", "-L", name, "-f", "/dev/null", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=20).stdout

    # The server ends with its last session, so one session stays.
    tmux("new-session", "-d", "-s", "keeper", "sleep", "600")

    def cursor_after(row: str) -> int:
        script = f'printf %s "$1"; tmux -L {name} wait-for -S written; exec sleep 600'
        tmux("new-session", "-d", "-s", "screen", "-x", "100", "-y", "10", "sh", "-c", script, "sh", row)
        tmux("wait-for", "written")
        column = int(tmux("display-message", "-p", "-t", "screen", "#{cursor_x}"))
        tmux("kill-session", "-t", "screen")
        return column

    yield cursor_after
    subprocess.run(["tmux", "-L", name, "kill-server"], check=False, capture_output=True, timeout=20)


def test_rows_with_hindi_are_as_wide_as_measured(cursor_after: Callable[[str], int]) -> None:
    """Each row of a text with formulas leaves the cursor in the column its width says."""
    rows = laid_out(TEXT, 40, "unicode")

    assert len(rows) > 3
    assert [cursor_after(row) for row in rows] == [cell_width(row) for row in rows]
