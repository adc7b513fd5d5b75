"""Edited articles: what they no longer tell is taken back, on either store, in whatever order the records come."""

import random
import uuid
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opensearchpy import AsyncOpenSearch

from schemas.negotiation import NegotiationEvent, closing_id
from services.indexer.handler import Handler
from services.indexer.query import Query
from services.indexer.store import Store
from services.outcome import Emitted, Nothing, Rejected
from tests.events import event, span
from tests.indexer.stores import on_opensearch, opensearch, visible
from tests.indexer.test_opensearch_index import rebuilt
from tests.indexer.test_store import opened


@pytest.fixture(params=["sqlite", "opensearch"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(request.param, tmp_path, request) as one:
        yield one


class Edited:
    """An article whose revisions tell these events, by number; none else in the store has its name."""

    def __init__(self, *told: set[int]) -> None:
        self.base = uuid.uuid4().int >> 4
        self.article = event().article.model_copy(update={"id": f"edited-{self.base}"})
        self.told = told

    def event(self, number: int, revision: int = 1) -> NegotiationEvent:
        return event(self.base + number, revision=revision, article=self.article)

    def closing(self, revision: int) -> NegotiationEvent:
        ids = sorted(self.event(number).id for number in self.told[revision - 1])
        return event(
            0, id=closing_id(self.article.id), revision=revision, retracted=True, remaining=ids, parties=[], time=None,
            place=None, act="assess", status="cancelled", evidence=[span("")], article=self.article, topics=[],
        )  # fmt: skip

    def records(self) -> list[NegotiationEvent]:
        """All that the extractor says of it."""
        return [
            record
            for revision, told in enumerate(self.told, 1)
            for record in (
                *(self.event(number, revision) for number in sorted(told)),
                *([self.closing(revision)] if revision > 1 else []),
            )
        ]

    async def found(self, store: Store) -> set[tuple[int, int]]:
        """Number and revision of the events that are found."""
        await visible(store)
        page = await store.search(Query(articles=(self.article.id,)))
        return {(int(one.id, 16) - self.base, one.revision) for one in page.events}


async def settled(handler: Handler, records: Sequence[NegotiationEvent]) -> None:
    """Handle records, and what they lead to, as the topic brings it back."""
    left = list(records)
    while left:
        outcomes = await handler(left)
        left = [
            one
            for outcome in outcomes
            if isinstance(outcome, Emitted)
            for one in outcome.records
            if isinstance(one, NegotiationEvent)
        ]


@pytest.mark.parametrize("emits", [False, True])
async def test_events_that_are_gone_from_an_edited_article_are_taken_back(store: Store, emits: bool) -> None:
    one, other = Edited({1, 2, 3}, {1, 4}), Edited({1})
    await settled(Handler(store, emits=emits), [*one.records(), *other.records()])
    assert await one.found(store) == {(1, 2), (4, 2)}
    assert await other.found(store) == {(1, 1)}
    kept = await store.get(one.event(2).id)
    assert kept is not None
    assert (kept.retracted, kept.revision, kept.evidence) == (True, 2, one.event(2).evidence)


async def test_an_article_that_tells_nothing_any_more_has_no_events(store: Store) -> None:
    one = Edited({1, 2}, set())
    await settled(Handler(store), one.records())
    assert await one.found(store) == set()


async def test_an_event_that_comes_back_with_a_later_revision_is_found_again(store: Store) -> None:
    one = Edited({1, 2}, {1}, {1, 2})
    await settled(Handler(store, emits=True), one.records())
    assert await one.found(store) == {(1, 3), (2, 3)}


async def test_a_retraction_that_was_not_sent_is_sent_when_the_record_comes_again(store: Store) -> None:
    one, handler = Edited({1, 2}, {1}), Handler(store, emits=True)
    await handler(one.records())
    # The process ends before anybody has heard of it: the records come again, whatever of them is stored.
    outcomes = await handler([one.closing(2)])
    (emitted,) = outcomes
    assert isinstance(emitted, Emitted)
    assert [(record.id, record.retracted) for record in emitted.records if isinstance(record, NegotiationEvent)] == [
        (one.event(2).id, True)
    ]
    await settled(handler, [one.closing(2)])
    assert await handler([one.closing(2)]) == [Nothing("unchanged")]


_told = st.lists(st.sets(st.integers(1, 4)), min_size=1, max_size=4)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(told=_told, seed=st.integers(), size=st.integers(1, 6), emits=st.booleans())
async def test_any_order_and_repetition_of_the_records_ends_with_the_last_revision(
    store: Store, told: list[set[int]], seed: int, size: int, emits: bool
) -> None:
    one, chance, handler = Edited(*told), random.Random(seed), Handler(store, emits=emits)
    records = one.records()
    records += chance.sample(records, len(records) // 2)
    chance.shuffle(records)
    for start in range(0, len(records), size):
        await settled(handler, records[start : start + size])
    assert await one.found(store) == {(number, len(told)) for number in told[-1]}


async def test_closings_wait_as_dead_letters_for_an_index_that_knows_them(opensearch_url: str) -> None:
    """As when a newer indexer runs before the store was set up for it."""
    config = opensearch(opensearch_url)
    one = Edited({1, 2}, {1})
    async with on_opensearch(config) as store, AsyncOpenSearch(hosts=[opensearch_url]) as client:
        await rebuilt(client, config.index, without=("remaining",))
        outcomes = await Handler(store)(one.records())
        assert outcomes[:-1] == [Nothing("stored")] * 3
        refused = outcomes[-1]
        assert isinstance(refused, Rejected)
        assert refused.reason == "refused-by-store"
        assert "remaining" in refused.error
        # All events are there, also the one that is told no more.
        assert await one.found(store) == {(1, 2), (2, 1)}
        await store.set_up()
        assert await Handler(store)([one.closing(2)]) == [Nothing("stored")]
        assert await one.found(store) == {(1, 2)}
