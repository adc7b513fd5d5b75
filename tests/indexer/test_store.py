"""What every store of events must do."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.database import open_database
from services.indexer.query import Query, QueryError
from services.indexer.sqlite_store import TABLES, SqliteStore
from services.indexer.store import Store
from tests.events import event, span


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    with open_database(tmp_path / "events.sqlite", TABLES) as database:
        yield SqliteStore(database)


async def found(store: Store, **conditions: object) -> list[str]:
    page = await store.search(Query(**conditions))  # type: ignore[arg-type]
    assert page.total == len(page.events)
    return sorted(one.id[-2:] for one in page.events)


async def test_the_same_event_again_changes_nothing(store: Store) -> None:
    assert await store.upsert([event(1), event(2)]) == ["created", "created"]
    assert await store.upsert([event(1), event(2)]) == ["unchanged", "unchanged"]
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


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(revisions=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=1, max_size=12))
async def test_any_order_of_revisions_ends_with_the_highest(
    tmp_path_factory: pytest.TempPathFactory, revisions: list[tuple[int, int]]
) -> None:
    with open_database(tmp_path_factory.mktemp("store") / "events.sqlite", TABLES) as database:
        store = SqliteStore(database)
        for number, revision in revisions:
            await store.upsert([event(number, revision=revision)])
        for number in {number for number, _ in revisions}:
            kept = await store.get(event(number).id)
            assert kept is not None
            assert kept.revision == max(revision for one, revision in revisions if one == number)


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


async def test_pages(store: Store) -> None:
    await store.upsert([event(number) for number in range(1, 6)])
    page = await store.search(Query(limit=2, offset=4))
    assert (len(page.events), page.total) == (1, 5)


def test_an_unknown_word_says_which_there_are() -> None:
    with pytest.raises(QueryError, match=r"no act 'parley'; there are: talks, mediate"):
        Query(acts=("parley",))
