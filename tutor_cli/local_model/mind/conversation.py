"""What the tutor remembers of a conversation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tutor_cli.local_model.mind.moves import Line
from tutor_cli.local_model.mind.options import Mode, Options
from tutor_cli.local_model.mind.subject.askable import Asked
from tutor_cli.local_model.mind.subject.worked import Result, Worked
from tutor_cli.local_model.mind.utterance.ambiguity import Reading
from tutor_cli.local_model.mind.utterance.naming import Slot
from tutor_cli.local_model.mind.utterance.words import Language

# Where a thing in hand comes from: a solution or something named, and its number.
Source = tuple[str, int]
Focus = Literal["nothing", "solution", "exercise", "fact"]
# What the tutor has asked and waits for: steps to go through, a problem to try, an easier or harder one, which reading
# of a formula was meant, whether it heard right, whether to go back to the problem before.
Question = Literal["", "more", "steps", "practise", "reading", "example", "heard", "easier", "harder", "before"]


# With these lines the tutor says that it could not answer: what is said next may be about a question not in hand.
UNANSWERED = frozenset(
    (
        *("not_understood", "unreadable", "only_read", "refused", "refused_because", "story_unreadable"),
        *("incomplete_formula", "no_topic", "unread", "edit_unclear", "not_understood_in_hand"),
    )
)


@dataclass
class Exercise:
    """A problem the pupil works on: its text for the tools, its formula or sentence for the pupil, and how it goes.

    `kind` is the number of its question among those of the topic; `tip` says how to go about it, step by step, and
    `tip_is_all` that the working makes no better hint; `hints` counts those given, `hint` is the step the last of them
    spoke of, -1 for a nudge; `offered` are the wrong answers given so far, `parts` the right parts of an answer.
    """

    problem: str
    shown: dict[Language, str]
    topic: str = ""
    kind: int = 0
    formula: str = ""
    tip: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    tip_is_all: bool = False
    hints: int = 0
    hint: int = -1
    attempts: int = 0
    solved: bool = False
    offered: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    worked: Worked | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """An answer of the pupil's that was not right: to which problem and what was wrong.

    `named` is the sentence that names the slip, `worked` the solution.
    """

    problem: str
    answer: str
    note: str
    named: Line | None = None
    worked: Worked | None = None


@dataclass
class Score:
    """How many problems the pupil tried and how many of them he got right without being told."""

    right: int = 0
    tried: int = 0


@dataclass
class Conversation:
    """The state of one conversation; every handler of the dialogue reads and changes it.

    `worked` is the solution talked about, `history` all of them in order;
    `position` is the step last explained;
    `unfinished` is the solution left in the middle for a side question, and the step last explained of it;
    `slip` is the pupil's last answer where it was wrong, `last_slip` the last wrong one;
    `answered_right` tells whether the last answer of all was right;
    `heard` is what is said now, `heard_before` what was before it;
    `wordings` is how the pupil put the problems worked out;
    `premise` is what was told without a question;
    `edited` are the problems made by changing a part of another, and that other one; `asked_besides` those of them that
    only ask something else;
    `named` is what letters were said to stand for;
    `noted` are things named beside the solutions, each with how many of those there were;
    `asked` is the question last asked of a thing, `subject` where that thing came from, `place` the last "x = 3";
    `reasons_told` and `explained_again` count, by problem and step, how often a reason or other words were asked for;
    `exercise` is the problem set now and `parked` one that was left for another;
    `problems_set` are the problems of the tutor, `known_problems` those of earlier lessons;
    `model` is a problem of the pupil's own that others are to be like;
    `rule` is the derivation of the rule last named;
    `kind` is the kind of problem of the topic that was asked for by name, `difficulty` how hard they are to be;
    `focus` says what "again", "why" and "in Hindi" refer to;
    `said` are the keys of the lines said in this turn and `said_before` in the one before it;
    `readings` are the problems the tutor asked the pupil to choose from, `unsure` the text it asked about;
    `to_himself` says that the tutor puts a question to himself, to see what comes of it.
    """

    options: Options = field(default_factory=Options)
    tools: frozenset[str] = frozenset()
    language: Language = "en"
    chosen_language: bool = False
    mode: Mode = "explain"
    level: int = 8
    slow: bool = False
    focus: Focus = "nothing"
    worked: Worked | None = None
    position: int = 0
    unfinished: tuple[Worked, int] | None = None
    slip: Slip | None = None
    last_slip: Slip | None = None
    answered_right: bool = False
    history: list[Worked] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    said_before: list[str] = field(default_factory=list)
    heard: str = ""
    heard_before: str = ""
    premise: str = ""
    wordings: dict[str, str] = field(default_factory=dict)
    edited: dict[str, str] = field(default_factory=dict)
    asked_besides: set[str] = field(default_factory=set)
    named: dict[str, str] = field(default_factory=dict)
    noted: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    asked: Asked | None = None
    reasons_told: dict[tuple[str, int], int] = field(default_factory=dict)
    explained_again: dict[tuple[str, int], int] = field(default_factory=dict)
    subject: Source | None = None
    place: Slot | None = None
    point: Slot | None = None
    compared: tuple[int, tuple[Result, Result]] | None = None
    fact: str = ""
    rule: str = ""
    exercise: Exercise | None = None
    parked: Exercise | None = None
    problems_set: list[Exercise] = field(default_factory=list)
    known_problems: list[str] = field(default_factory=list)
    model: Worked | None = None
    topic: str = ""
    kind: int | None = None
    difficulty: int = 0
    score: Score = field(default_factory=Score)
    question: Question = ""
    readings: tuple[Reading, ...] = ()
    unsure: str = ""
    to_himself: bool = False

    @property
    def asked_for_english(self) -> bool:
        """Whether the pupil himself has changed to English."""
        return self.chosen_language and self.language == "en" and self.options.language == "auto"

    @property
    def left_unanswered(self) -> bool:
        """Whether the tutor could not answer what was said before."""
        return not UNANSWERED.isdisjoint(self.said_before)

    @property
    def has_problem(self) -> bool:
        """Whether a problem is on the table, so that what is said is first of all about that."""
        return self.worked is not None and self.focus != "nothing"

    @property
    def problem_in_hand(self) -> Worked | None:
        """The solution of the latest problem that was posed itself, not of a question about a thing in it."""
        latest = (self.worked, *reversed(self.history))
        return next((worked for worked in latest if worked is not None and not worked.gives), self.worked)

    @classmethod
    def begun(cls, options: Options, tools: frozenset[str]) -> Conversation:
        """Return the state before anything was said."""
        return cls(
            options=options,
            tools=tools,
            language="hi" if options.language == "hi" else "en",
            chosen_language=options.language != "auto",
            mode=options.mode,
            level=options.level,
        )
