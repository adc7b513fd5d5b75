"""Which records belong together: W3C Trace Context, one trace an article.

The trace id is derived from the article's id, so that whoever holds an event or a document of the store knows the trace
without having met the headers, and a repeat of the article is the same trace.
Source: W3C Trace Context, Level 1, https://www.w3.org/TR/trace-context-1/
"""

import hashlib
import os
import re

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


def is_one(one: str | None, other: str | None) -> bool:
    """Whether two `traceparent`s are of the same trace."""
    found = [_TRACEPARENT.fullmatch(told or "") for told in (one, other)]
    return all(found) and len({match.group(1) for match in found if match}) == 1
