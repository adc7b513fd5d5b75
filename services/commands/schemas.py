"""`pourparler schemas`: publish the JSON Schema files of the records, or check them."""

from pathlib import Path

import click


@click.group(name="schemas")
def command() -> None:
    """The published contract: JSON Schema files of every record and version, and an AsyncAPI document.

    \b
    Examples:
      pourparler schemas check
      pourparler schemas write
    """


_FOLDER = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the files are; the shipped ones when not given.",
)


@command.command()
@_FOLDER
@click.option("--replace", is_flag=True, help="Rewrite a changed version that nobody has used yet.")
def write(folder: Path | None, replace: bool) -> None:
    """Write the JSON Schema file of every version not published yet, and the AsyncAPI document.

    \b
    Example:
      pourparler schemas write --folder /tmp/schemas
    """
    from schemas import asyncapi, publish

    try:
        written = publish.write(folder or publish.FOLDER, replace=replace)
        if folder is None and asyncapi.write():
            written.append(asyncapi.FILE)
    except publish.AlreadyPublishedError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None
    for path in written:
        click.echo(f"written {path}")
    if not written:
        click.echo("nothing to write: every version is published")


@command.command()
@_FOLDER
def check(folder: Path | None) -> None:
    """Fail if a published file is missing, stale, altered, or not a legal next version.

    \b
    Example:
      pourparler schemas check
    """
    from schemas import asyncapi, publish

    problems = publish.check(folder or publish.FOLDER)
    if folder is None:
        problems += asyncapi.check()
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise click.ClickException(f"{len(problems)} problems with the published schemas")
    click.echo("the published schemas are whole")
