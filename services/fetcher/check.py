"""One feed explained: what it offers, how often, and what of its wishes is honoured."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from services.fetcher.discovery import discover, read
from services.fetcher.entry import ParsedFeed
from services.fetcher.http import Client, Failed, Fetched, NotModified
from services.fetcher.schedule import Limits, Past, after_success
from services.fetcher.settings import FetcherSettings
from services.fetcher.websub import offered
from services.fetcher.wishes import Wishes
from services.telemetry import without_credentials

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Lines for people; whether the address is a feed; addresses of feeds that it leads to, where it is none."""

    lines: tuple[str, ...]
    is_feed: bool
    others: tuple[str, ...] = ()


async def explain(client: Client, settings: FetcherSettings, url: str, now: datetime) -> Explanation:
    """Fetch an address and say what is there."""
    result = await client.get(url, "feed")
    if isinstance(result, Failed):
        return Explanation((f"cannot be fetched: {result.detail} ({result.reason})",), False)
    if isinstance(result, NotModified) or (found := read(result, settings, now)) is None:
        others = await discover(client, settings, url, now)
        addresses = tuple(one.url for one in others) if isinstance(others, list) else ()
        return Explanation(("is no feed",), False, addresses)
    return Explanation(tuple(_lines(result, found.feed, settings, now)), True)


def _lines(result: Fetched, feed: ParsedFeed, settings: FetcherSettings, now: datetime) -> Iterator[str]:
    count = f"parts: {len(feed.parts)}" if feed.parts else f"entries: {len(feed.entries)}"
    yield f"{feed.kind or 'a feed'}: {feed.title or 'without a title'}; {count}; {len(result.body)} bytes"
    dates = sorted(entry.published_at for entry in feed.entries if entry.published_at)
    if dates:
        yield f"dated from {dates[0]:%Y-%m-%d %H:%M} to {dates[-1]:%Y-%m-%d %H:%M} UTC"
    else:
        yield "its entries bear no dates: how often it publishes is learnt by polling"
    if result.moved_to:
        yield f"has moved for good to {without_credentials(result.moved_to)}; believed when it is repeated"
    yield from _courtesies(result, feed)
    headers = result.headers
    wishes = Wishes(headers.cache_control, headers.expires, headers.retry_after, headers.date, headers.age, feed.hints)
    limits = Limits(settings.default_interval, settings.shortest_interval, settings.longest_interval)
    plan = after_success(now, Past(), [entry.published_at for entry in feed.entries], wishes, limits, 0.0)
    minutes = (plan.at - now).total_seconds() / 60
    yield f"would be polled again in {minutes:.0f} minutes: {plan.why}"


def _courtesies(result: Fetched, feed: ParsedFeed) -> Iterator[str]:
    headers, hints, offer = result.headers, feed.hints, offered(result.headers.link, feed, result.url)
    known = [name for name, value in (("ETag", headers.etag), ("Last-Modified", headers.last_modified)) if value]
    if known:
        yield f"offers {' and '.join(known)}: unchanged, it costs a few bytes"
    else:
        yield "offers no validators: it comes whole each time, and is read only where it changed"
    for name, value in (
        ("Cache-Control", headers.cache_control),
        ("Expires", headers.expires),
        ("ttl in minutes", hints.ttl),
        ("updatePeriod", hints.period),
        ("skipHours (UTC)", ", ".join(map(str, sorted(hints.skip_hours)))),
        ("skipDays", ", ".join(_DAYS[day] for day in sorted(hints.skip_days))),
        ("WebSub hub", offer.hub if offer else None),
    ):
        if value:
            yield f"{name}: {value}"
