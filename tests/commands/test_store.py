"""`pourparler store`, and `search` on it, as a user meets them."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from services.__main__ import cli
from services.indexer.opensearch_store import OpenSearchStore
from services.indexer.settings import StoreSettings
from tests.commands.stored import fill, pourparler
from tests.events import event, span

EVENTS = [event(1), event(2, act="sign", evidence=[span("Le traité est signé.")]), event(3, time=None)]


def call(*words: str) -> Result:
    return CliRunner().invoke(cli, words, catch_exceptions=False)


@pytest.fixture
def environment(opensearch_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store that no other test uses, named by the environment."""
    monkeypatch.setenv("OPENSEARCH_URL", opensearch_url)
    monkeypatch.setenv("POURPARLER_STORE_INDEX", f"t{uuid.uuid4().hex}")
    monkeypatch.setenv("POURPARLER_STORE_REPLICAS", "0")
    yield

    async def wipe() -> None:
        async with OpenSearchStore(StoreSettings()) as store:
            await store.wipe()

    asyncio.run(wipe())


def index(events: list[object]) -> None:
    async def work() -> None:
        async with OpenSearchStore(StoreSettings()) as store:
            await store.upsert(events)  # type: ignore[arg-type]
            await store.refresh()

    asyncio.run(work())


@pytest.mark.usefixtures("environment")
def test_a_store_is_set_up_once_and_described() -> None:
    before = call("store", "describe")
    assert (before.exit_code, "missing" in before.stderr) == (1, True)
    made = call("store", "init")
    assert made.exit_code == 0
    assert made.stdout.count("made: ") == 3
    assert call("store", "init").stdout == "nothing to make\n"
    index([*EVENTS])
    told = call("store", "describe", "--json")
    assert told.exit_code == 0
    answer = json.loads(told.stdout)
    assert list(answer["indices"].values()) == [3]
    assert answer["differences"] == []


@pytest.mark.usefixtures("environment")
def test_another_number_of_replicas_is_told_and_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    call("store", "init")
    monkeypatch.setenv("POURPARLER_STORE_REPLICAS", "1")
    told = call("store", "describe", "--json")
    assert told.exit_code == 1
    assert {one["kind"] for one in json.loads(told.stdout)["differences"]} == {"template", "index"}
    assert call("store", "init").exit_code == 0
    assert call("store", "describe").exit_code == 0


@pytest.mark.usefixtures("environment")
def test_another_number_of_shards_cannot_be_had_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    call("store", "init")
    monkeypatch.setenv("POURPARLER_STORE_SHARDS", "2")
    told = call("store", "init")
    assert told.exit_code == 1
    assert "number_of_shards: 1, should be 2" in told.stderr


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["négociation"],
        ["traité", "--json"],
        ["--party", "norway", "--order", "earliest"],
        ["--act", "sign", "--from", "2026-02-01"],
        ["--limit", "1", "--offset", "1"],
        ["zeppelin"],
    ],
)
def test_search_prints_the_same_on_both_stores(tmp_path: Path, words: list[str]) -> None:
    call("store", "init")
    index([*EVENTS])
    path = fill(tmp_path / "file.sqlite", EVENTS)
    one = pourparler(path, "search", *words)
    other = call("search", "--store", "opensearch", *words)
    assert (one.exit_code, one.stdout, one.stderr) == (other.exit_code, other.stdout, other.stderr)


@pytest.mark.usefixtures("environment")
def test_a_search_before_the_store_is_set_up_says_what_to_do() -> None:
    result = call("search", "--store", "opensearch", "x")
    assert result.exit_code == 2
    assert "pourparler store init" in result.stderr


def test_a_store_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSEARCH_URL", "http://walter:s3cret@127.0.0.1:1")
    for words in (["store", "init"], ["store", "describe"], ["search", "--store", "opensearch", "x"]):
        result = call(*words)
        assert result.exit_code == 2
        assert "OPENSEARCH_URL" in result.stderr
        assert "s3cret" not in result.stderr
        assert result.stderr.count("\n") == 1
