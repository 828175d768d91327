"""Examples: of the fact just told, of the step just told, or another problem like the one in hand, worked out."""

from __future__ import annotations

from tutor_cli.local_model.mind.conversation import Conversation
from tutor_cli.local_model.mind.moves import Turn, say
from tutor_cli.local_model.mind.practice import exercises
from tutor_cli.local_model.mind.telling import explaining, facts
from tutor_cli.local_model.mind.telling.principles import principle_of


def example(c: Conversation) -> Turn:
    """Give an example of what we are talking about."""
    problem = facts.example_of(c.fact) if c.focus == "fact" or c.worked is None else ""
    step = c.worked.steps[c.position] if c.worked is not None and c.worked.steps and c.focus == "solution" else None
    told = principle_of(c, step, f"example_{c.language}") if step is not None else ""
    if told:
        yield say("quote", text=told)
    elif c.focus == "fact" and not problem and facts.is_aside(c.fact):
        # What was told of it has its example.
        yield from facts.again(c)
    elif problem or c.topic:
        yield from _worked_out(
            c, problem or exercises.make(exercises.Wish(c.topic), c.level, len(c.history), c.options.seed).problem
        )
    else:
        yield say("no_example")


def with_example(c: Conversation, fact: str) -> Turn:
    """Tell a fact, and work out its example where it has one."""
    yield from facts.tell(c, fact)
    if facts.example_of(fact):
        yield from example(c)


def go_on(c: Conversation) -> Turn:
    """Work out the example of the fact; where it has none, go on with the solution that was left for it."""
    if facts.example_of(c.fact) or c.worked is None:
        yield from example(c)
    else:
        c.focus = "solution"
        yield from explaining.next_step(c)


def _worked_out(c: Conversation, problem: str) -> Turn:
    worked = yield from explaining.work_out(c, problem)
    if worked is not None:
        yield say("example_is", problem=worked.problem)
        yield from explaining.present(c, worked)
