"""`pourparler schemas`: publish the JSON Schema files of the records, or check them."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from services.commands.options import UnusableError


@click.group(name="schemas")
def command() -> None:
    """The published contract: JSON Schema files of every record and version, and an AsyncAPI document.

    \b
    Examples:
      pourparler schemas check
      pourparler schemas write
      pourparler schemas publish --registry https://registry.example
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


@command.command()
@click.option(
    "--registry",
    "url",
    envvar="POURPARLER_REGISTRY_URL",
    required=True,
    help="Address of the registry; Apicurio's ends with /apis/ccompat/v7.  [env: POURPARLER_REGISTRY_URL]",
)
@click.option("--check", "only_check", is_flag=True, help="Register nothing; exit code 1 where something is missing.")
@click.option("--json", "as_json", is_flag=True, help="A JSON line a schema.")
def publish(url: str, only_check: bool, as_json: bool) -> None:
    """Register the published schemas in a schema registry (Confluent's API: also Karapace and Apicurio).

    Each topic is a subject, TOPIC-value, with every version of its record. A name and password come from
    POURPARLER_REGISTRY_USERNAME and POURPARLER_REGISTRY_PASSWORD, an own certificate authority from
    POURPARLER_REGISTRY_CA_FILE.

    \b
    Example:
      pourparler schemas publish --registry http://127.0.0.1:8081
    """
    from schemas import registry
    from services.commands.settings import made

    reached = registry.Registry(url, made(registry.RegistrySettings))
    missing = 0
    try:
        for entry in (registry.standing if only_check else registry.publish)(reached):
            missing += entry.state == "missing"
            line = f"{entry.subject:<44}{entry.schema:<24}{entry.state}"
            click.echo(json.dumps(asdict(entry)) if as_json else line)
    except registry.RegistryError as error:
        raise UnusableError(str(error)) from None
    if missing:
        raise click.ClickException(f"{missing} schemas are not in the registry; run: pourparler schemas publish")
