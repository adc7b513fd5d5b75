"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from services.fetcher.entry import NotAFeedError, ParsedFeed, Told, iso, keyed, language, link, text, title
from services.fetcher.wishes import Hints


def parse_json_feed(body: bytes, url: str, most: int, now: datetime) -> ParsedFeed:
    """The feed in a body; the first `most` items. Raises `NotAFeedError`."""
    try:
        found = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise NotAFeedError("broken", f"the feed cannot be read: {type(error).__name__}") from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise NotAFeedError("not-a-feed", "the answer is JSON, and no feed")
    hub = next((link(one.get("url"), url) for one in _objects(found.get("hubs")) if one.get("type") == "WebSub"), None)
    return ParsedFeed(
        title=title(found.get("title")),
        language=language(found.get("language")),
        hints=Hints(),
        entries=keyed(_told(found["items"][:most], url, now)),
        kind="JSON Feed",
        hub=hub,
        topic=link(found.get("feed_url"), url),
    )


def _told(items: list[Any], base: str, now: datetime) -> Iterator[Told]:
    for item in _objects(items):
        # A link post is about what is elsewhere; the article is the item's own page where it has one.
        if address := link(item.get("url"), base) or link(item.get("external_url"), base):
            guid = item.get("id")
            yield Told(
                guid=str(guid) if isinstance(guid, int | float) else text(guid),
                url=address,
                title=title(item.get("title")),
                published_at=iso(item.get("date_published"), now),
                updated_at=iso(item.get("date_modified"), now),
            )


def _objects(values: object) -> list[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
