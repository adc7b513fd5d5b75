"""What is on OpenSearch besides the events: an index template, an index, two aliases. Making them, and comparing them.

Source: OpenSearch documentation, "Index templates", "Index aliases", "Put mapping".
"""

from collections.abc import Awaitable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from ssl import SSLError
from typing import Any, Literal

from opensearchpy import AsyncOpenSearch
from opensearchpy.exceptions import ConnectionError as OpenSearchConnectionError
from opensearchpy.exceptions import OpenSearchException, TransportError

from services.indexer.bulk import reason
from services.indexer.mapping import FOUND, Names, template
from services.indexer.store import StoreError

_SHORTENED = 300
"""Characters of the store's answer that are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a thing is not as it should be. `has` is None where it, or what `path` names in it, is missing.

    Of an alias `path` is the index it should have.
    """

    kind: Literal["template", "index", "alias"]
    name: str
    path: str
    has: Any
    wanted: Any

    @property
    def where(self) -> str:
        """Of what, and where in it."""
        return f"{self.kind} {self.name}" + (f", {self.path}" if self.path else "")

    def __str__(self) -> str:
        return f"{self.where}: " + ("missing" if self.has is None else f"{self.has}, should be {self.wanted}")


@dataclass(frozen=True, slots=True)
class Standing:
    """How the store is: its indices, each with its number of events, retracted ones counted; and what differs."""

    indices: dict[str, int]
    differences: tuple[Difference, ...]


class Index:
    """The index template, the index that events are kept in, and its aliases."""

    def __init__(self, client: AsyncOpenSearch, names: Names, shards: int, replicas: int) -> None:
        self._client = client
        self._names = names
        self._template = template(names, shards, replicas)

    async def standing(self) -> Standing:
        """How the store is. Raises `StoreError`."""
        live = await self._live()
        found = list(await self._of_template())
        for name, one in live.items():
            found += self._of_index(name, one)
        if not any(self._names.writing in one["aliases"] for one in live.values()):
            index = max(live, default=self._names.first)
            found.append(Difference("alias", self._names.writing, index, None, {}))
        counts = {name: (await asked(self._client.count(index=name)))["count"] for name in live}
        return Standing(counts, tuple(found))

    async def set_up(self) -> list[str]:
        """Make what is missing and renew what can be changed in place; what was done. Raises `StoreError`."""
        done = []
        if await self._of_template():
            await asked(self._client.indices.put_index_template(name=self._names.writing, body=self._template))
            done.append(f"template {self._names.writing}")
        if not await self._live():
            done += await self._made()
        found = (await self.standing()).differences
        return done + [difference.where for difference in found if await self._mended(difference)]

    async def _made(self) -> list[str]:
        """Make the first index; nothing where another process, that began at the same moment, was sooner."""
        name = self._names.first
        if await asked(self._client.indices.create(index=name), fine=400) is not None:
            return [f"index {name}"]
        if not await self._live():
            raise StoreError(f"the index {name} is there but closed; open it (POST /{name}/_open) or remove it")
        return []

    async def refresh(self) -> None:
        """Make all that is written searchable now instead of within a second. Raises `StoreError`."""
        await asked(self._client.indices.refresh(index=self._names.pattern))

    async def wipe(self) -> None:
        """Forget all events and the template: for a store that is not wanted any more. Raises `StoreError`."""
        await asked(self._client.indices.delete(index=self._names.pattern, expand_wildcards="all"), fine=404)
        await asked(self._client.indices.delete_index_template(name=self._names.writing), fine=404)

    async def _live(self) -> dict[str, Any]:
        found = await asked(self._client.indices.get(index=self._names.pattern))
        return dict(sorted(found.items()))

    async def _of_template(self) -> Iterable[Difference]:
        name = self._names.writing
        answer = await asked(self._client.indices.get_index_template(name=name), fine=404)
        if answer is None:
            return [Difference("template", name, "", None, self._template)]
        has = answer["index_templates"][0]["index_template"]
        return [Difference("template", name, *one) for one in _different("", has, self._template)]

    def _of_index(self, name: str, live: dict[str, Any]) -> Iterator[Difference]:
        wanted = self._template["template"]
        for part in ("mappings", "settings"):
            for one in _different(part, live[part], wanted[part]):
                yield Difference("index", name, *one)
        has = live["aliases"].get(self._names.reading)
        if list(_different("", has, FOUND)):
            yield Difference("alias", self._names.reading, name, has, FOUND)

    async def _mended(self, one: Difference) -> bool:
        """Do away with a difference, where that can be done without building the index anew."""
        indices, path = self._client.indices, one.path.split(".")
        if one.kind == "alias":
            await asked(indices.put_alias(index=one.path, name=one.name, body=one.wanted))
        elif one.has is None and path[-2:-1] == ["properties"]:
            # A field that is new in the record.
            await asked(indices.put_mapping(index=one.name, body=_only(path[1:], one.wanted)))
        elif path[-1] == "number_of_replicas":
            await asked(indices.put_settings(index=one.name, body={path[-1]: one.wanted}))
        else:
            return False
        return True


async def asked(question: Awaitable[Any], fine: int | None = None) -> Any:
    """The store's answer; None where it is an error of status `fine`. Raises `StoreError`."""
    try:
        return await question
    except TransportError as error:
        if error.status_code == fine:
            return None
        if error.status_code == 404:
            raise StoreError("the store is not set up; run `pourparler store init`") from error
        raise StoreError(f"the store cannot be used: {_reason(error)}") from error
    except OpenSearchException as error:
        raise StoreError(f"the store cannot be used: {told(error)}") from error


def _reason(error: TransportError) -> str:
    """The kind of trouble, and where the store says it which name or setting it is about."""
    said = error.info.get("error") if isinstance(error.info, dict) else None
    return f"{error.status_code} {reason(said)}" if isinstance(said, dict) else told(error)


def told(error: OpenSearchException) -> str:
    """The kind of trouble, without what was sent."""
    if isinstance(error, OpenSearchConnectionError):
        remedy = "POURPARLER_STORE_CA_FILE" if isinstance(error.info, SSLError) else "OPENSEARCH_URL"
        return f"no answer ({type(error.info).__name__}); see {remedy}"
    if isinstance(error, TransportError):
        return f"{error.status_code} {error.error}"[:_SHORTENED]
    return f"{type(error).__name__}: {error}"[:_SHORTENED]


def _only(path: Sequence[str], wanted: Any) -> dict[str, Any]:
    """A mapping that holds nothing but what is at a path."""
    whole: Any = wanted
    for name in reversed(path):
        whole = {name: whole}
    return dict(whole)


def _different(path: str, has: Any, wanted: Any) -> Iterator[tuple[str, Any, Any]]:
    """Where one thing lacks what another has, or has it otherwise; what it has besides does no harm.

    Values are compared as text, for some come back from the store as such.
    """
    if isinstance(has, dict) and isinstance(wanted, dict):
        for name in sorted(wanted):
            yield from _different(f"{path}.{name}".strip("."), has.get(name), wanted[name])
    elif has is None or str(has).lower() != str(wanted).lower():
        yield path, has, wanted
