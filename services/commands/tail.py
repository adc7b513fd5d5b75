"""`pourparler tail`: the records of a topic as they come."""

import json
from contextlib import aclosing
from typing import TYPE_CHECKING

import click

from services.commands.deployed import kafka_options, kafka_settings, reaching
from services.commands.options import told

if TYPE_CHECKING:
    from services.transport import Message


@click.command(name="tail")
@click.argument("topic")
@click.option("--from-beginning", is_flag=True, help="All that the topic holds first.")
@click.option("--end", is_flag=True, help="End when the end, as of now, is reached.")
@click.option("--json", "as_json", is_flag=True, help="The records as they are, a line each.")
@click.option("--headers", is_flag=True, help="With --json: key, headers and position around each record.")
@kafka_options
@told
def command(
    topic: str, from_beginning: bool, end: bool, as_json: bool, headers: bool, bootstrap_servers: str | None
) -> None:
    """Show the records of a topic as they come.

    \b
    Examples:
      pourparler tail negotiation-events.v1
      pourparler tail negotiation-events.v1 --from-beginning --end --json | jq .act
    """
    from schemas.topics import TOPICS
    from services.kafka.contents import follow, history

    names = [one.name for one in TOPICS]
    if topic not in names:
        raise click.UsageError(f"no topic {topic!r}; there are {', '.join(names)}")
    settings = kafka_settings(bootstrap_servers)
    messages = history(settings, topic) if end else follow(settings, topic, from_beginning)

    async def show() -> None:
        # Closed here also where who reads our lines has gone: else it ends in a traceback with the loop.
        async with aclosing(messages):
            async for message in messages:
                _print(message, as_json, headers)

    try:
        reaching(show())
    except KeyboardInterrupt:
        return


def _print(message: "Message", as_json: bool, headers: bool) -> None:
    from services.commands.lines import harmless

    text = message.value.decode(errors="replace")
    if as_json and headers:
        told = {name: value.decode(errors="replace") for name, value in message.headers}
        place = {"topic": message.topic, "partition": message.partition, "offset": message.offset, "key": message.key}
        try:
            value = json.loads(text) if text else None
        except ValueError:
            value = text
        click.echo(json.dumps({**place, "headers": told, "value": value}, ensure_ascii=False))
    elif as_json:
        click.echo(text or "null")
    else:
        click.echo(f"{message.partition}/{message.offset}  {harmless(str(message.key))}  {_readable(message)}")


def _readable(message: "Message") -> str:
    from schemas.codec import CodecError, decode
    from schemas.negotiation import NegotiationEvent
    from services.commands.lines import harmless, line

    if not message.value:
        return "(deleted)"
    try:
        return line(decode(message.value, NegotiationEvent))
    except CodecError:
        text = harmless(message.value.decode(errors="replace"))
        return text[:200] + ("…" if len(text) > 200 else "")
