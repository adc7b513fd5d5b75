"""Which feed is next, for however many."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import encode
from schemas.feed import Feed, FeedState
from services.database import open_database
from services.fetcher.agenda import Agenda
from services.fetcher.state import TABLES, FeedBook

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
MINUTES = st.integers(-100, 100)


URLS = st.text("abc", min_size=1, max_size=2)


@given(st.dictionaries(URLS, st.none() | MINUTES), st.lists(st.tuples(URLS, MINUTES)))
def test_feeds_come_in_the_order_they_are_due_each_once(
    filled: dict[str, int | None], put: list[tuple[str, int]]
) -> None:
    agenda, expected = Agenda(), {url: -(10**9) if late is None else late for url, late in filled.items()}
    agenda.fill({url: None if late is None else NOW + timedelta(minutes=late) for url, late in filled.items()}, ())
    for url, minutes in put:
        agenda.put(url, NOW + timedelta(minutes=minutes))
        expected[url] = minutes
    taken = list(iter(lambda: agenda.take(NOW), None))
    assert sorted(taken) == sorted(url for url, minutes in expected.items() if minutes <= 0)
    assert [expected[url] for url in taken] == sorted(expected[url] for url in taken)
    later = [minutes for minutes in expected.values() if minutes > 0]
    assert agenda.wait(NOW) == (min(later) * 60 if later else 60)


def test_who_is_busy_is_not_started_twice() -> None:
    agenda = Agenda()
    agenda.fill({"a": None, "b": None}, {"a"})
    assert [agenda.take(NOW), agenda.take(NOW)] == ["b", None]


async def test_when_very_many_feeds_are_due_is_known_quickly(tmp_path: Path) -> None:
    """However much is remembered of each of them: a state is read for its own poll, not for all."""
    seen = {f"https://e.org/{number}": NOW for number in range(200)}
    state = FeedState(url="x", interval_seconds=60, polled_at=NOW, next_poll_at=NOW, seen=seen)
    with open_database(tmp_path / "p.sqlite", TABLES) as database:
        urls = [f"https://host{number}.example/feed" for number in range(20_000)]
        record, record_of_state = encode(Feed(url="x")), encode(state)

        def fill(connection: object) -> None:
            for table, content in (("feeds", record), ("feed_states", record_of_state)):
                connection.executemany(  # type: ignore[attr-defined]
                    f"INSERT INTO {table} VALUES (?, ?)", ((url, content) for url in urls)
                )

        await database.run(fill)
        book, agenda = FeedBook(database), Agenda()
        began = process_time()
        agenda.fill(await book.due(), ())
        for _ in range(1000):
            url = await asyncio.to_thread(agenda.take, NOW)
            assert url is not None
            agenda.put(url, NOW + timedelta(hours=1))
        assert process_time() - began < 2
        assert agenda.overdue(NOW + timedelta(seconds=1)) == 19_000
