"""Which records belong together: W3C Trace Context, one trace an article.

The trace id is derived from the article's id, so that whoever holds an event or a document of the store knows the trace
without having met the headers, and a repeat of the article is the same trace.
Source: W3C Trace Context, Level 1, https://www.w3.org/TR/trace-context-1/
"""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

_SAMPLED = "01"
_TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")


def trace_id(article: str) -> str:
    """The 32 hexadecimal digits of the trace of an article, by the article's id."""
    return hashlib.sha256(f"article\n{article}".encode()).hexdigest()[:32]


def begin(article: str) -> str:
    """The `traceparent` of an article's first step."""
    return f"00-{trace_id(article)}-{os.urandom(8).hex()}-{_SAMPLED}"


def child(parent: str | None) -> str | None:
    """The `traceparent` of the step after; None where the parent is none or no valid one."""
    found = _TRACEPARENT.fullmatch(parent or "")
    if found is None:
        return None
    return f"00-{found.group(1)}-{os.urandom(8).hex()}-{_SAMPLED}"


def parts(traceparent: str) -> tuple[str, str]:
    """Trace id and span id, in hexadecimal digits. Raises `ValueError` for what is no `traceparent`."""
    found = _TRACEPARENT.fullmatch(traceparent)
    if found is None:
        raise ValueError(f"{traceparent!r} is no traceparent")
    return found.group(1), found.group(2)


@dataclass(frozen=True, slots=True)
class Span:
    """A step that is over: its own `traceparent`, and that of the step before where there was one."""

    name: str
    kind: Literal["producer", "consumer"]
    traceparent: str
    parent: str | None
    began: datetime
    ended: datetime
    attributes: Mapping[str, str | int]
    error: str | None = None
    """One word, where it failed."""


class Tracing(Protocol):
    """Who is told of steps."""

    def add(self, span: Span) -> None:
        """Take note of a step; never waits, never fails."""
        ...
