"""What is asked of a progression, as formulas in its first term and step."""

from __future__ import annotations

from dataclasses import dataclass, field

from tutor_cli.maths.parse import parse
from tutor_cli.maths.solve.problem import Line, Problem, Story
from tutor_cli.maths.solve.recipes.wording import ordinal
from tutor_cli.maths.solve.stories.progressions.facts import Said

# Letters of what is found, and their names.
NAMES = {
    "a": ("first term", "पहला पद"),
    "d": ("common difference", "सार्व अंतर"),
    "r": ("common ratio", "सार्व अनुपात"),
    "n": ("number of terms", "पदों की संख्या"),
    "S": ("sum of all the terms", "सभी पदों का योग"),
}
_TERM_LETTERS = "tuvwxyz"
# How many terms show a progression that is asked for, and how many are asked for at most.
_SHOWN = 4
MOST_TERMS = 6


@dataclass
class Leading:
    """What leads from what is told to what is asked."""

    equations: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


def term(number: str) -> str:
    """Return a term of an AP by its number."""
    steps = int(number) - 1
    return "a" if steps == 0 else f"a + {steps if steps > 1 else ''}d"


def ask_for(made: Leading, ask: Said, *, geometric: bool) -> None:
    """Ask for what a question names; raise ValueError for what is no formula in the first term and the step."""
    match ask.name:
        case "term":
            ask_term(made, int(ask.numbers["n"]), geometric=geometric)
        case "sum":
            n = ask.numbers["n"]
            typed = f"a(r^{n} - 1)/(r - 1)" if geometric else f"{n}/2 (2a + {int(n) - 1}d)"
            _add(made, "S", typed, "story.sum_of_terms", (f"sum of the first {n} terms", f"पहले {n} पदों का योग"))
        case "first and step":
            made.asked += ["a", "r" if geometric else "d"]
        case "first":
            made.asked.append("a")
        case "step":
            made.asked.append("r" if geometric else "d")
        case "all":
            ask_all(made, geometric=geometric)
        case "first terms" if int(ask.numbers["n"]) <= MOST_TERMS:
            ask_all(made, int(ask.numbers["n"]), geometric=geometric)
        case _:
            raise ValueError(ask.name)


def ask_all(made: Leading, count: int = _SHOWN, *, geometric: bool) -> None:
    """Ask for the first terms."""
    made.asked.append("a")
    for number in range(2, count + 1):
        ask_term(made, number, geometric=geometric)


def ask_term(made: Leading, number: int, *, geometric: bool) -> None:
    """Ask for a term."""
    letter = next(letter for letter in _TERM_LETTERS if letter not in made.asked)
    typed = _power(number - 1) if geometric else term(str(number))
    _add(made, letter, typed, "story.term", (f"{ordinal(number)} term", f"{number}वाँ पद"))


def _power(number: int) -> str:
    return f"a r^{number}" if number > 1 else "a r"


def _add(made: Leading, letter: str, typed: str, id: str, names: tuple[str, str]) -> None:
    made.lines.append(Line(letter, typed, id))
    made.names[letter] = names
    made.asked.append(letter)


def story_of(made: Leading, given: dict[str, str]) -> Problem:
    """Return the problem of a progression, with the values of letters where no equations have to be solved."""
    story = Story(
        tuple(given), tuple(made.asked), tuple(made.lines), tuple(made.equations),
        tuple((letter, *both) for letter, both in made.names.items()), positive=False,
    )  # fmt: skip
    written = [line.typed for line in made.equations] if made.equations else list(given.values())
    return Problem("quantity", tuple(parse(text, "typed") for text in written), quantity="story", story=story)
