"""A date expression found in a sentence, before it is known which day it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from schemas.negotiation import Granularity

TenseOfDate = Literal["past", "future", "unknown"]
"""Tense of the verb the expression goes with: "mardi" is the last or the next one accordingly."""


class Days(NamedTuple):
    """Inclusive days, and what the text gives."""

    start: date
    end: date
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Positions are in the text given to `find`. `kind` and `values` are for `resolve` alone."""

    start: int
    end: int
    text: str
    kind: str
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def said(self) -> Mapping[str, Any]:
        """The values by name; an expression around another has it under `of`."""
        return dict(self.values)
