"""`tutor say`: typed turns, answered in text."""

from __future__ import annotations

import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tutor_cli.cli import connect, options, output
from tutor_cli.errors import UsageError

if TYPE_CHECKING:
    from tutor_cli.settings import Settings
    from tutor_cli.talk.say import Answer
    from tutor_cli.transport import Transport

app = typer.Typer(rich_markup_mode=None)


@app.command()
@options.grouped
def say(
    server: options.Server,
    model: options.Model,
    lesson: options.Lesson,
    text: Annotated[str | None, typer.Argument(help="What to say to the tutor.")] = None,
    batch: Annotated[
        bool, typer.Option("--batch", help="Read {session, text} rows from stdin, write answers.")
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Say one sentence to the tutor in writing and read the answer.

    With --batch, the rows of one session are the turns of one conversation, which needs no room and no sound.
    """

    def answer() -> output.Outcome:
        settings = connect.load(server, model, lesson)
        return _say_batch(settings) if batch else _say_one(settings, text)

    output.run("say", answer, as_json=as_json and not batch)


def _say_one(settings: Settings, text: str | None) -> output.Outcome:
    import asyncio

    if not text or not text.strip():
        raise UsageError("nothing_said", "There is nothing to say.", 'Write it: `tutor say "2x + 3 = 11"`.')
    answer = asyncio.run(_ask(settings, text))
    return output.Outcome(answer.to_dict(), _drawn(answer))


def _drawn(answer: Answer) -> str:
    from tutor_cli.display.mixed import laid_out
    from tutor_cli.display.mode import style_of
    from tutor_cli.talk.board import board_rows

    width, style = output.width(), style_of("auto", sys.stdout.encoding)
    board = ["", *board_rows(answer.whiteboard, width, style)] if answer.whiteboard else []
    return "\n".join([*laid_out(answer.reply, width, style), *board])


async def _ask(settings: Settings, text: str) -> Answer:
    from tutor_cli.line import lines
    from tutor_cli.talk.say import say

    async with lines(settings, output.notice, audible=False) as opened, opened.open(_deaf) as transport:
        return await say(transport, text)


def _deaf(_frame: bytes) -> None:
    """Take the tutor's sound and drop it."""


def _say_batch(settings: Settings) -> output.Outcome:
    import asyncio

    from tutor_cli.settings import Setting

    without_room = replace(settings, transport=Setting("direct", "flag --batch"))
    return asyncio.run(_answer_rows(without_room))


async def _answer_rows(settings: Settings) -> output.Outcome:
    from tutor_cli.cli import batch
    from tutor_cli.line import lines
    from tutor_cli.talk.say import say

    async with lines(settings, output.notice, audible=False) as opened, AsyncExitStack() as stack:
        sessions: dict[str, Transport] = {}

        async def answer(row: batch.Row) -> batch.Row:
            session, text = batch.text_field(row, "session"), batch.text_field(row, "text")
            if session not in sessions:
                sessions[session] = await stack.enter_async_context(opened.open(_deaf))
            return (await say(sessions[session], text)).to_dict()

        return await batch.run_async(answer, key="session")
