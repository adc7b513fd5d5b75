"""Which feed is next: a heap of moments; a fetcher of 100,000 feeds does not look at all of them at each turn."""

import heapq
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Agenda:
    """Addresses of feeds by when they are due, in seconds since 1970; 0 is at once."""

    _moments: dict[str, float] = field(default_factory=dict)
    _heap: list[tuple[float, str]] = field(default_factory=list)

    def fill(self, due: Mapping[str, datetime | None], busy: Collection[str]) -> None:
        """Begin anew from the book: address → when it is due, None for at once. The `busy` come back later."""
        self._moments = {url: _seconds(moment) for url, moment in due.items() if url not in busy}
        self._heap = [(moment, url) for url, moment in self._moments.items()]
        heapq.heapify(self._heap)

    def put(self, url: str, moment: datetime) -> None:
        """Note when a feed is due."""
        self._moments[url] = moment.timestamp()
        heapq.heappush(self._heap, (moment.timestamp(), url))

    def take(self, now: datetime) -> str | None:
        """The feed that is due longest, off the agenda; None where none is due."""
        self._drop_stale()
        if not self._heap or self._heap[0][0] > now.timestamp():
            return None
        _, url = heapq.heappop(self._heap)
        del self._moments[url]
        return url

    def wait(self, now: datetime) -> float:
        """Seconds until the next feed is due; a minute where there is none."""
        self._drop_stale()
        return max(self._heap[0][0] - now.timestamp(), 0.0) if self._heap else 60.0

    def overdue(self, moment: datetime) -> int:
        """How many feeds were due before a moment; those due at once are not late."""
        return sum(0 < one < moment.timestamp() for one in self._moments.values())

    def _drop_stale(self) -> None:
        """Drop what has been noted anew since."""
        while self._heap and self._moments.get(self._heap[0][1]) != self._heap[0][0]:
            heapq.heappop(self._heap)


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0
