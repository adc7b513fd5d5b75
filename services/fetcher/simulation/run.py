"""A policy on a world, host by host: each host has its own queue of turns, as the fetcher has."""

import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from services.fetcher.simulation.policies import Policy, Poller, Seen
from services.fetcher.simulation.world import DAY, SHOWN, Host

_GRAIN = 5.0
"""Seconds: staleness is counted in classes so wide."""


@dataclass(slots=True)
class Tally:
    """What happened after the warm-up: staleness of the articles found, by class; polls; what was missed."""

    staleness: Counter[int] = field(default_factory=Counter)
    found: int = 0
    missed: int = 0
    polls: int = 0
    wasted: int = 0
    feeds: int = 0
    days: float = 0.0
    busiest_minute: int = 0
    """Most requests that a host got within a minute."""

    def add(self, other: "Tally") -> None:
        """Take in what happened elsewhere."""
        self.staleness.update(other.staleness)
        for name in ("found", "missed", "polls", "wasted", "feeds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.days = max(self.days, other.days)
        self.busiest_minute = max(self.busiest_minute, other.busiest_minute)

    def quantile(self, share: float) -> float:
        """Minutes of staleness that so large a share of the articles stays below."""
        left = share * self.found
        for stale in sorted(self.staleness):
            left -= self.staleness[stale]
            if left <= 0:
                return (stale + 0.5) * _GRAIN / 60
        return 0.0

    @property
    def mean(self) -> float:
        """Mean staleness in minutes."""
        total = sum((stale + 0.5) * count for stale, count in self.staleness.items())
        return total * _GRAIN / 60 / max(self.found, 1)

    @property
    def polls_a_day(self) -> float:
        """Polls of a feed in a day."""
        return self.polls / max(self.feeds * self.days, 1e-9)


class Poll(NamedTuple):
    """When a poll was planned, when it had its turn, and whether the host answered."""

    planned: float
    made: float
    answered: bool


@dataclass(slots=True)
class _Feed:
    poller: Poller
    moments: Sequence[float]
    behind: int = 0
    """How many of its articles are found or missed."""


def polls(
    host: Host, policy: Policy, days: float, delay: float, random: Random, tally: Tally, warm_up: float
) -> list[Poll]:
    """Poll a host's feeds for so long, no two requests nearer than `delay` seconds; all polls, in order."""
    feeds = [_Feed(policy(random.random), source.moments) for source in host.sources]
    # A fetcher that starts with many feeds does not ask a host for all of them at once: turns come in a row.
    agenda = [(random.uniform(0, 600), number) for number in range(len(feeds))]
    heapq.heapify(agenda)
    made: list[Poll] = []
    free, end = 0.0, days * DAY
    while agenda[0][0] < end:
        planned, number = agenda[0]
        now = max(planned, free)
        free = now + delay
        feed = feeds[number]
        away = host.away_from <= now < host.away_until
        wait = feed.poller.failed(now) if away else _look(feed, planned, now, tally, warm_up)
        made.append(Poll(planned, now, not away))
        heapq.heapreplace(agenda, (now + wait, number))
    tally.feeds += len(feeds)
    tally.days = days - warm_up / DAY
    tally.polls += sum(poll.made >= warm_up for poll in made)
    tally.busiest_minute = max(tally.busiest_minute, busiest([poll.made for poll in made]))
    return made


def simulate(hosts: Iterable[Host], policy: Policy, days: float, delay: float, warm_up_days: float, seed: int) -> Tally:
    """What a policy does with a world."""
    total, random = Tally(), Random(seed)
    for host in hosts:
        polls(host, policy, days, delay, random, total, warm_up_days * DAY)
    return total


def busiest(moments: Sequence[float]) -> int:
    """The most of ascending moments within a minute."""
    most, first = 0, 0
    for number, moment in enumerate(moments):
        while moments[first] <= moment - 60 + 1e-6:
            first += 1
        most = max(most, number - first + 1)
    return most


def _look(feed: _Feed, planned: float, now: float, tally: Tally, warm_up: float) -> float:
    published = bisect_right(feed.moments, now)
    shown = feed.moments[max(published - SHOWN, 0) : published]
    fresh = feed.moments[max(feed.behind, published - SHOWN) : published]
    if now >= warm_up:
        lost = feed.moments[feed.behind : max(feed.behind, published - SHOWN)]
        tally.missed += sum(moment >= warm_up for moment in lost)
        for moment in fresh:
            if moment >= warm_up:
                tally.staleness[int((now - moment) / _GRAIN)] += 1
                tally.found += 1
        tally.wasted += not fresh
    feed.behind = published
    return feed.poller.answered(Seen(planned, now, shown, fresh))
