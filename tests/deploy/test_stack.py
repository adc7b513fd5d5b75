"""The whole, as `docker compose up` brings it up: from newspapers to a search, through a kill and an upgrade."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Iterator
from importlib.metadata import version
from itertools import count

import pytest
from packaging.utils import canonicalize_name

from schemas.article import Article
from schemas.codec import decode
from schemas.topics import ARTICLES, NEGOTIATION_EVENTS, TOPICS
from services.extractor.handler import events
from services.extractor.page.unreadable import Unreadable
from services.kafka.contents import ends, history
from services.kafka.producer import Producer
from services.kafka.settings import KafkaSettings
from services.stage import addressed
from tests.deploy.stack import DEPLOY, Stack, build, docker, running, until
from tests.events import MOMENT

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("POURPARLER_TEST_SERVERS") != "containers",
        reason="THE STACK IS NOT TESTED: it needs the container tier (make test-containers)",
    ),
    pytest.mark.timeout(480),
]

_STORIES = 120
_TEXT = "The foreign ministers of Norway and Peru met in Geneva on 2 March 2026 for talks on fishing rights."


@pytest.fixture
def stack() -> Iterator[Stack]:
    build("stack-1")
    with running(Stack("stack-1", {"DEMO_ARTICLES": str(_STORIES)})) as one:
        yield one


async def test_the_stack_from_feeds_to_search_through_a_kill_and_an_upgrade(stack: Stack) -> None:
    kafka = KafkaSettings(bootstrap_servers=stack.kafka)
    await until(_stored(stack, 1), "an event of the newspapers in the store")

    stack.kill("indexer")
    await until(_restarted(stack, "indexer"), "the indexer replaced after its kill, and ready")

    publishing = asyncio.create_task(_publish(kafka))
    await _upgrade_extractor(stack)
    before = await _written(kafka)
    await until(_more_than(kafka, before + 3), "events of the new extractor alone")
    publishing.cancel()

    expected = await _expected(kafka)
    await until(_stored(stack, len(expected)), f"all {len(expected)} events in the store")
    assert _ids(stack) == expected
    assert await _dead(kafka) == {}
    assert "trêve" in _search(stack, "trêve"), "the search tells nothing of the truce in the newspapers"
    _assert_confined(stack)
    _assert_listed(stack)


async def _upgrade_extractor(stack: Stack) -> None:
    """As docs/operations.md says: a new one beside the old one, then the old one told to end."""
    (old,) = stack.containers("extractor")
    build("stack-2")
    stack.version = "stack-2"
    stack.run("up", "-d", "--no-build", "--no-deps", "--no-recreate", "--scale", "extractor=2", "extractor")
    await until(_healthy(stack, "extractor", 2), "old and new extractor ready side by side")
    await asyncio.to_thread(docker, "stop", old["Id"])
    first, second = stack.containers("extractor")
    assert first["State"]["ExitCode"] == 0, "the old extractor did not end by itself within its grace"
    assert second["Config"]["Labels"]["org.opencontainers.image.version"] == "stack-2"


async def _publish(kafka: KafkaSettings) -> None:
    """News that does not cease while things are replaced."""
    async with Producer(kafka) as producer:
        for number in count():
            one = f"https://wire.example/{number}"
            article = Article(id=one, title=f"Note {number}", text=_TEXT, language="en", produced_at=MOMENT)
            await producer.send([addressed(article)])
            await asyncio.sleep(0.2)


async def _expected(kafka: KafkaSettings) -> set[str]:
    """The ids of the events of all articles there are, extracted here."""
    found: set[str] = set()
    own = 0
    async for message in history(kafka, ARTICLES.name):
        article = decode(message.value, Article)
        own += not article.id.startswith("https://wire.example/")
        try:
            found |= {one.id for one in events(article)}
        except Unreadable:
            continue
    assert own == _STORIES
    return found


async def _written(kafka: KafkaSettings) -> int:
    return sum(last - first for first, last in (await ends(kafka, NEGOTIATION_EVENTS.name)).values())


async def _dead(kafka: KafkaSettings) -> dict[str, int]:
    letters = [topic.name for topic in TOPICS if topic.name.endswith(".dead")]
    counts = {name: len([one async for one in history(kafka, name)]) for name in letters}
    return {name: number for name, number in counts.items() if number}


def _ids(stack: Stack) -> set[str]:
    answer = stack.ask("/pourparler-events/_search?size=10000&_source=false")
    return {hit["_id"] for hit in answer["hits"]["hits"]}


def _search(stack: Stack, words: str) -> str:
    (indexer,) = stack.containers("indexer")
    return docker("exec", indexer["Id"], "pourparler", "search", words, "--store", "opensearch")


def _stored(stack: Stack, least: int) -> Callable[[], Awaitable[bool]]:
    async def holds() -> bool:
        return int(stack.ask("/pourparler-events/_count")["count"]) >= least

    return holds


def _more_than(kafka: KafkaSettings, number: int) -> Callable[[], Awaitable[bool]]:
    async def holds() -> bool:
        return await _written(kafka) > number

    return holds


def _healthy(stack: Stack, service: str, number: int) -> Callable[[], Awaitable[bool]]:
    async def holds() -> bool:
        states = [one["State"] for one in stack.containers(service)]
        return [one["Health"]["Status"] for one in states if one["Running"]] == ["healthy"] * number

    return holds


def _restarted(stack: Stack, service: str) -> Callable[[], Awaitable[bool]]:
    ready = _healthy(stack, service, 1)

    async def holds() -> bool:
        (one,) = stack.containers(service)
        return one["RestartCount"] == 1 and await ready()

    return holds


def _assert_confined(stack: Stack) -> None:
    """No service is root, writes beside /tmp, has a capability, or anything to install with."""
    for service in ("fetcher", "extractor", "indexer"):
        one = stack.containers(service)[-1]
        assert one["HostConfig"]["ReadonlyRootfs"] and one["HostConfig"]["CapDrop"] == ["ALL"]
        code = (
            "import importlib.util, json, os, shutil\n"
            "tools = [name for name in ('pip', 'uv', 'gcc', 'make') if shutil.which(name)]\n"
            "print(json.dumps([os.getuid(), tools, importlib.util.find_spec('pip') is None]))"
        )
        assert json.loads(docker("exec", one["Id"], "python3", "-c", code)) == [10001, [], True]


def _assert_listed(stack: Stack) -> None:
    """What is installed in the image is what its bill of materials lists."""
    code = (
        "import importlib.metadata as m, json\n"
        "print(json.dumps([[one.name, one.version] for one in m.distributions()]))"
    )
    told = json.loads(docker("exec", stack.containers("indexer")[-1]["Id"], "python3", "-c", code))
    inside = {(canonicalize_name(name), number) for name, number in told} - {("pourparler", version("pourparler"))}
    bill = json.loads((DEPLOY / "sbom.cdx.json").read_text(encoding="utf-8"))
    listed = {(one["name"], one["version"]) for one in bill["components"] if one["type"] == "library"}
    assert inside == listed
