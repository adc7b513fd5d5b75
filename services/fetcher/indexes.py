"""Indexes of sitemaps: which parts to read at a poll, a few at a time, so that an archive does not come all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from services.fetcher.entry import Entry, FeedPart, ParsedFeed
from services.fetcher.sites import is_same_publisher

_AT_ONCE = 3
"""Parts of an index that are read at one poll."""

_RECENT = timedelta(days=7)
_QUIET = "quiet since "
_LIVELY = "lively"
"""Marks of parts of which the index tells no date: by what their own entries bear."""


def chosen(parts: Sequence[FeedPart], known: Mapping[str, str], now: datetime) -> list[FeedPart]:
    """The parts to read now: those that changed since they were read, the newest first; then those without a date."""
    due = [part for part in parts if _is_due(part, known.get(part.url), now)]
    dated = sorted((part for part in due if part.mark), key=lambda part: part.mark or "", reverse=True)
    new = [part for part in due if not part.mark and part.url not in known]
    lively = [part for part in due if not part.mark and part.url in known]
    # What was lively before has news sooner than what nobody has looked at yet; but that must have its turn.
    undated = [*lively[: _AT_ONCE - 1], *new, *lively[_AT_ONCE - 1 :]]
    return [*dated, *undated][:_AT_ONCE]


def mark(part: FeedPart, entries: Sequence[Entry], now: datetime) -> str:
    """How a part was when it was read."""
    if part.mark:
        return part.mark
    moments = [entry.published_at or entry.updated_at for entry in entries]
    recent = any(moment is not None and now - moment < _RECENT for moment in moments)
    return _LIVELY if recent else f"{_QUIET}{now.date().isoformat()}"


def joined(index: ParsedFeed, part: ParsedFeed, most: int) -> ParsedFeed:
    """An index with the entries of a part; those on the pages of somebody else are none of its own."""
    known = {entry.key for entry in index.entries}
    more = [entry for entry in part.entries if entry.key not in known]
    near = [entry for entry in more if not index.parts or is_same_publisher(entry.url, index.parts[0].url)]
    return replace(
        index,
        title=index.title or part.title,
        language=index.language or part.language,
        entries=(*index.entries, *near)[: most * _AT_ONCE],
    )


def _is_due(part: FeedPart, known: str | None, now: datetime) -> bool:
    if known is None or part.mark:
        return known != part.mark or known is None
    if known.startswith(_QUIET):
        return known <= f"{_QUIET}{(now - _RECENT).date().isoformat()}"
    return True
