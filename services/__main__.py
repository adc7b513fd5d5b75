"""The command `pourparler`."""

import errno
import importlib
import os
import sys
from typing import Any

import click

_COMMANDS = {
    "run": ("run", "Watch feeds and print negotiation events as they appear."),
    "demo": ("demo", "The whole pipeline on invented newspapers, without internet."),
    "extract": ("extract", "The events of a file, a page or many articles."),
    "dates": ("dates", "The time expressions of texts, with the days they mean."),
    "search": ("search", "Search the stored events."),
    "feeds": ("feeds", "The list of feeds to watch."),
    "backfill": ("backfill", "Articles from archives, sitemaps and lists of addresses."),
    "dead-letters": ("dead_letters", "What could not be digested, and its replay."),
    "simulate": ("simulate", "The schedule of polls, tried in virtual time."),
    "fetcher": ("fetcher", "The fetcher as a process of its own, on Kafka."),
    "extractor": ("extractor", "The extractor as a process of its own, on Kafka."),
    "indexer": ("indexer", "The indexer as a process of its own, on Kafka."),
    "topics": ("topics", "The topics on the brokers."),
    "store": ("store", "The search store of the deployment."),
    "tail": ("tail", "The records of a topic as they come."),
    "trace": ("trace", "Where an article is, and what became of it."),
    "schemas": ("schemas", "The published JSON Schemas."),
}
"""Subcommand → its module under services.commands, loaded only when it is called, and its line of help."""


_OF_DISKS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"services.commands.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR"):
            # https://no-color.org
            ctx.color = False
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # What reads us has seen enough; Python would complain again when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            if error.errno not in _OF_DISKS:
                raise
            from services.commands.options import UnusableError

            raise UnusableError(f"what is printed cannot be written: {error.strerror}") from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_Lazy)
@click.version_option(package_name="pourparler")
def cli() -> None:
    """Turns news feeds into structured negotiation events.

    \b
    Examples:
      pourparler demo
      pourparler run
      pourparler extract article.html --pretty
      pourparler search ceasefire --party Ukraine
    """


def main() -> None:
    """Run the command."""
    cli(prog_name="pourparler")


if __name__ == "__main__":
    main()
