"""What every store of events must do: the same tests for the file of the embedded default and for OpenSearch."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.database import open_database
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.query import Query, QueryError
from services.indexer.settings import StoreSettings
from services.indexer.sqlite_store import TABLES, SqliteStore
from services.indexer.store import Store
from tests.events import event, span


@asynccontextmanager
async def on_file(folder: Path) -> AsyncIterator[Store]:
    with open_database(folder / "events.sqlite", TABLES) as database:
        yield SqliteStore(database)


@asynccontextmanager
async def on_opensearch(url: str) -> AsyncIterator[Store]:
    settings = StoreSettings(kind="opensearch", url=url, index=f"t{uuid.uuid4().hex}", replicas=0)
    async with OpenSearchStore(settings) as store:
        await store.set_up()
        yield store
        await store.wipe()


@pytest.fixture(params=["sqlite", "opensearch"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    kind = request.param
    opened = on_file(tmp_path) if kind == "sqlite" else on_opensearch(request.getfixturevalue("opensearch_url"))
    async with opened as one:
        yield one


async def visible(store: Store) -> None:
    """OpenSearch shows what is written within a second; a test need not wait for it."""
    if isinstance(store, OpenSearchStore):
        await store.refresh()


async def found(store: Store, **conditions: object) -> list[str]:
    await visible(store)
    page = await store.search(Query(**conditions))  # type: ignore[arg-type]
    assert page.total == len(page.events)
    return sorted(one.id[-2:] for one in page.events)


async def test_the_same_event_again_changes_nothing(store: Store) -> None:
    assert await store.upsert([event(1), event(2)]) == ["created", "created"]
    assert await store.upsert([event(1), event(2)]) == ["unchanged", "unchanged"]
    await visible(store)
    assert await store.count() == 2


async def test_a_newer_revision_replaces_and_an_older_one_does_not(store: Store) -> None:
    await store.upsert([event(1, revision=2, act="sign")])
    assert await store.upsert([event(1, revision=1)]) == ["unchanged"]
    assert await found(store, acts=("sign",)) == ["01"]
    assert await store.upsert([event(1, revision=3, act="agree")]) == ["updated"]
    assert await found(store, acts=("sign",)) == []
    assert await found(store, acts=("agree",)) == ["01"]


async def test_a_retracted_event_is_not_found_and_does_not_come_back(store: Store) -> None:
    await store.upsert([event(1)])
    await store.upsert([event(1, revision=2, retracted=True)])
    await store.upsert([event(1)])
    assert await found(store) == []
    kept = await store.get(event(1).id)
    assert kept is not None
    assert kept.retracted


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(revisions=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=1, max_size=12))
async def test_any_order_of_revisions_ends_with_the_highest(store: Store, revisions: list[tuple[int, int]]) -> None:
    # Each example has events of its own in the one store.
    base = uuid.uuid4().int >> 4
    for number, revision in revisions:
        await store.upsert([event(base + number, revision=revision)])
    await visible(store)
    for number in {number for number, _ in revisions}:
        kept = await store.get(event(base + number).id)
        assert kept is not None
        assert kept.revision == max(revision for one, revision in revisions if one == number)


async def test_revisions_of_one_event_in_one_batch_end_with_the_highest(store: Store) -> None:
    await store.upsert([event(1, revision=2, act="sign"), event(1), event(1, revision=3, act="agree")])
    assert await found(store, acts=("agree",)) == ["01"]
    assert await found(store, acts=("sign", "talks")) == []


@pytest.mark.parametrize(
    "words", ["négociations", "NEGOCIATION", "négocier", "reprise", "pourparlers", "Lima", "Genève", "Dahl"]
)
async def test_words_are_found_by_stem_without_accents_in_any_case(store: Store, words: str) -> None:
    await store.upsert([event(1)])
    assert await found(store, text=words) == ["01"]


async def test_english_stems(store: Store) -> None:
    article = event(1).article.model_copy(update={"language": "en", "title": "Talks resumed"})
    await store.upsert([event(1, article=article, evidence=[span("Negotiators were demanding guarantees.")])])
    assert await found(store, text="demand guarantee") == ["01"]
    assert await found(store, text="demand sanctions") == []


@pytest.mark.parametrize(
    "words", ['"', "' OR 1=1 --", "NEAR(a b)", "a AND", "*", "stems:x", "(((", "💬", "-", "x" * 5000, "^"]
)
async def test_nothing_a_user_types_is_syntax(store: Store, words: str) -> None:
    await store.upsert([event(1)])
    await store.search(Query(text=words))


@pytest.mark.parametrize(
    "conditions",
    [
        {"parties": ("country:NOR",)},
        {"parties": ("norway", "Peru")},
        {"parties": ("Dahl",)},
        {"parties": ("person:liv-dahl",)},
        {"acts": ("talks", "sign")},
        {"statuses": ("occurred",)},
        {"topics": ("trade", "energy")},
        {"place": "genève"},
        {"place": "Geneva"},
        {"place": "CHE"},
        {"language": "fr"},
        {"publisher": "la depeche"},
        {"start": date(2026, 2, 21), "end": date(2026, 2, 28)},
        {"start": date(2026, 2, 1), "end": date(2026, 2, 20)},
        {"confidence": 0.8},
    ],
)
async def test_each_filter_lets_its_event_through(store: Store, conditions: dict[str, object]) -> None:
    await store.upsert([event(1)])
    assert await found(store, **conditions) == ["01"]


@pytest.mark.parametrize(
    "conditions",
    [
        {"parties": ("country:NOR", "country:FRA")},
        {"acts": ("sign",)},
        {"statuses": ("denied",)},
        {"topics": ("climate",)},
        {"place": "Vienna"},
        {"language": "en"},
        {"start": date(2026, 2, 22)},
        {"end": date(2026, 2, 19)},
        {"confidence": 0.81},
        {"levels": ("minister",)},
    ],
)
async def test_each_filter_keeps_others_out(store: Store, conditions: dict[str, object]) -> None:
    await store.upsert([event(1)])
    assert await found(store, **conditions) == []


async def test_an_event_without_a_time_is_found_by_the_day_of_its_article(store: Store) -> None:
    await store.upsert([event(1, time=None)])
    assert await found(store, start=date(2026, 3, 1), end=date(2026, 3, 1)) == ["01"]


async def test_events_of_an_article_are_found_by_its_id(store: Store) -> None:
    await store.upsert([event(1), event(2)])
    assert await found(store, articles=("article-2",)) == ["02"]


async def test_the_latest_come_first_and_the_best_match_before_them(store: Store) -> None:
    early = {"start": "2026-01-05", "end": "2026-01-05", "granularity": "day", "basis": "stated"}
    told = "Négociations sur négociations : Oslo et Lima en négociations."
    await store.upsert([event(1), event(2, time=early, evidence=[span(told)]), event(3, time=None)])
    await visible(store)
    latest = await store.search(Query())
    assert [one.id[-1] for one in latest.events] == ["3", "1", "2"]
    best = await store.search(Query(text="négociation"))
    assert best.events[0].id[-1] == "2"


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence": [span("mot " * 20_000)]},
        {"evidence": [span("x" * 40_000)]},
        {"evidence": [span("\u202e\u0000 💬 \x1b[31m")]},
        {"parties": []},
        {"place": {"name": "Nulle part", "latitude": 90, "longitude": -180}},
        {"time": {"start": "0001-01-01", "end": "9999-12-31", "granularity": "year", "basis": "stated"}},
        {"items": [span("un"), span("deux")], "condition": span("si"), "forum": "org:nato", "level": "minister"},
    ],
)
async def test_strange_events_are_kept_whole(store: Store, changes: dict[str, object]) -> None:
    assert await store.upsert([event(1, **changes)]) == ["created"]
    await visible(store)
    assert await store.get(event(1).id) == event(1, **changes)


async def test_pages(store: Store) -> None:
    await store.upsert([event(number) for number in range(1, 6)])
    await visible(store)
    page = await store.search(Query(limit=2, offset=4))
    assert (len(page.events), page.total) == (1, 5)


def test_an_unknown_word_says_which_there_are() -> None:
    with pytest.raises(QueryError, match=r"no act 'parley'; there are: talks, mediate"):
        Query(acts=("parley",))
