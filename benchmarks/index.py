"""Documents a second into OpenSearch: our indexer, and the plain bulk helper of opensearch-py on the same documents.

Both write to an index of the same mapping, made anew for each round, in turn and in the same run. The helper gets the
documents ready made and asks for the same external versions; ours makes them from events. Prints the median of rounds.

Run: OPENSEARCH_URL=http://127.0.0.1:9200 python -m benchmarks.index [--events 10000] [--rounds 5] [--batch 500]
"""

import argparse
import asyncio
import json
import random
import statistics
import time
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from opensearchpy import AsyncOpenSearch
from opensearchpy.helpers import async_bulk

from benchmarks.throughput import pages
from schemas.negotiation import NegotiationEvent
from services.extractor.extract import extract
from services.extractor.page.read import read
from services.indexer.handler import Handler
from services.indexer.mapping import Names, document
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.settings import StoreSettings
from services.outcome import Nothing

_NOW = datetime(2026, 3, 20, tzinfo=UTC)

Write = Callable[[Sequence[NegotiationEvent], StoreSettings], Awaitable[float]]


def events(number: int) -> list[NegotiationEvent]:
    """The events of the demo's articles over and over, each with an id and words of its own."""
    chance = random.Random(7)
    found = [event for article in pages() for event in extract(read(article), _NOW)]
    words = [word for event in found for word in event.evidence[0].text.split()]

    def varied(at: int) -> NegotiationEvent:
        event = found[at % len(found)]
        span = event.evidence[0]
        text = " ".join([span.text, *chance.choices(words, k=20)])
        longer = span.model_copy(update={"text": text, "end": span.start + len(text)})
        return event.model_copy(update={"id": f"{at:032x}", "evidence": (longer, *event.evidence[1:])})

    return [varied(at) for at in range(number)]


async def ours(events: Sequence[NegotiationEvent], settings: StoreSettings, batch: int) -> float:
    """Seconds until the indexer's handler has written the events, and asked what edits have taken back."""
    async with OpenSearchStore(settings) as store:
        handle = Handler(store)
        start = time.perf_counter()
        for at in range(0, len(events), batch):
            told = await handle(events[at : at + batch])
            assert set(told) == {Nothing("stored")}
        return time.perf_counter() - start


async def plain(events: Sequence[NegotiationEvent], settings: StoreSettings, batch: int) -> float:
    """Seconds until the helper has written the same documents."""
    index = Names(settings.index).writing
    actions = [
        {"_index": index, "_id": one.id, "version": one.revision, "version_type": "external"}
        | {"_source": json.loads(document(one))}
        for one in events
    ]
    async with AsyncOpenSearch(hosts=[settings.url], timeout=settings.request_time) as client:
        start = time.perf_counter()
        done, _ = await async_bulk(client, actions, chunk_size=batch)
        assert done == len(events)
        return time.perf_counter() - start


async def measure(number: int, rounds: int, batch: int) -> dict[str, float]:
    """Documents a second of both, and the median of the rounds' ratios."""
    some = events(number)
    rates: dict[str, list[float]] = {"ours": [], "plain": []}
    for turn in range(rounds + 1):
        # Who is first changes from round to round: a store warms up.
        for name, write in sorted({"ours": ours, "plain": plain}.items(), reverse=turn % 2 == 1):
            settings = StoreSettings(kind="opensearch", index=f"bench-{uuid.uuid4().hex}", replicas=0)
            async with OpenSearchStore(settings) as store:
                await store.set_up()
                seconds = await write(some, settings, batch)
                await store.refresh()
                assert await store.count() == number
                await store.wipe()
            if turn:
                rates[name].append(number / seconds)
    ratios = [one / other for one, other in zip(rates["ours"], rates["plain"], strict=True)]
    bytes_each = statistics.mean(len(document(one)) for one in some[:1000])
    return {
        "ours_documents_per_second": round(statistics.median(rates["ours"])),
        "plain_documents_per_second": round(statistics.median(rates["plain"])),
        "ratio": round(statistics.median(ratios), 3),
        "lowest_ratio": round(min(ratios), 3),
        "bytes_per_document": round(bytes_each),
        "rounds": rounds,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5, help="after one that is not counted")
    parser.add_argument("--batch", type=int, default=500, help="events of a request")
    options = parser.parse_args()
    print(json.dumps(asyncio.run(measure(options.events, options.rounds, options.batch)), indent=2))


if __name__ == "__main__":
    main()
