"""Settings from the environment, as commands make them: what is wrong with one is told by the variable's name."""

import os
import re
from difflib import get_close_matches
from typing import Any, TypeVar

import click
from pydantic import AliasChoices, ValidationError
from pydantic_settings import BaseSettings, SettingsError

from services.commands.options import UnusableError

S = TypeVar("S", bound=BaseSettings)
_OF_ONE_PART = re.compile(r"POURPARLER_[A-Z]+_")
"""Prefixes that nothing else has: a variable with one of these is a setting, or a mistake."""

_OF_OPTIONS = frozenset({"POURPARLER_REGISTRY_URL"})
"""Variables of options that begin as settings do."""

_FIELD = re.compile(r'field "(\w+)"')


def made(kind: type[S], /, **given: Any) -> S:
    """Settings, those `given` before the environment. Warns of variables that are none. Raises `UnusableError`."""
    variables = _variables(kind)
    for name in _strangers(kind, {one for names in variables.values() for one in names}):
        click.echo(name, err=True)
    try:
        return kind(**given)
    except SettingsError as error:
        field = _FIELD.search(str(error))
        raise UnusableError(_named(kind, field.group(1)) if field else str(error)) from None
    except ValidationError as error:
        # Without the values: they may be passwords.
        wrong = (
            ": ".join([*(variables.get(str(name), [str(name)])[0] for name in one["loc"][:1]), _plain(one["msg"])])
            for one in error.errors(include_input=False, include_url=False)
        )
        raise UnusableError(f"the settings cannot be used: {'; '.join(wrong)}") from None


def private(allowed: bool) -> dict[str, bool]:
    """The setting of `--allow-private-addresses`; without the option the environment says."""
    return {"allow_private_addresses": True} if allowed else {}


def _variables(kind: type[BaseSettings]) -> dict[str, list[str]]:
    """Each field's variables in the environment."""
    prefix = kind.model_config.get("env_prefix", "")
    found = {}
    for name, field in kind.model_fields.items():
        aliases = field.validation_alias.choices if isinstance(field.validation_alias, AliasChoices) else []
        found[name] = [str(one) for one in aliases] or [f"{prefix}{name}".upper()]
    return found


def _strangers(kind: type[BaseSettings], known: set[str]) -> list[str]:
    """What to say of variables that look like settings of this kind and are none."""
    prefix = kind.model_config.get("env_prefix", "")
    if not _OF_ONE_PART.fullmatch(prefix):
        return []
    told = []
    for name in sorted(os.environ):
        if name.upper().startswith(prefix) and name.upper() not in known | _OF_OPTIONS:
            close = get_close_matches(name.upper(), known, n=1)
            told.append(f"{name} is no setting and changes nothing" + (f"; is it {close[0]}?" if close else ""))
    return told


def _named(kind: type[BaseSettings], field: str) -> str:
    variable = _variables(kind)[field][0]
    return f"{variable} is no JSON; it says: {kind.model_fields[field].description or 'a list'}"


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")
