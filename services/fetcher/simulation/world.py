"""Invented feeds that publish as real ones do: few lively, many quiet or dead, by day more than by night."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

DAY = 86_400.0
HISTORY = 14 * DAY
"""Seconds before the start of which a feed still shows its last entries."""

SHOWN = 20
"""Entries that a feed shows: what is published beyond them between two polls is missed."""

_LARGEST_HOST = 0.078
"""Share of all feeds on the largest host: 14,000 of 180,000, as Media Cloud tells of one of its sources."""

_CLASSES: tuple[tuple[float, float, float], ...] = (
    (0.35, 0.0, 0.0),
    (0.25, 0.1, 0.7),
    (0.22, 1.0, 10.0),
    (0.12, 10.0, 60.0),
    (0.04, 60.0, 400.0),
)
"""Share of feeds, and between how many articles a day they publish. The rest bring an edition a day."""

_EDITION = (5, 50)
_DAY_AND_NIGHT = 1.15
"""Amplitude of the logarithm of the rate over the day: ten times as much at its height as at its depth."""

_WEEKEND = 0.6


@dataclass(frozen=True, slots=True)
class Source:
    """A feed: the moments of its articles, in seconds from the start; negative ones are history."""

    moments: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Host:
    """Feeds that one server holds, and when it is away."""

    sources: tuple[Source, ...]
    away_from: float = math.inf
    away_until: float = math.inf


def hosts(feeds: int, days: float, seed: int) -> Iterator[Host]:
    """Hosts with so many feeds together, one after the other: the largest first, most of them small."""
    random = Random(seed)
    left, size = feeds, max(int(feeds * _LARGEST_HOST), 1)
    while left > 0:
        yield host(min(size, left), days, random)
        left -= size
        size = min(int(random.paretovariate(0.9)), max(feeds // 50, 1))


def host(feeds: int, days: float, random: Random, away: tuple[float, float] = (math.inf, math.inf)) -> Host:
    """A host with so many feeds of one time zone."""
    noon = random.uniform(0, DAY)
    return Host(tuple(_source(random, days * DAY, noon) for _ in range(feeds)), *away)


def _source(random: Random, end: float, noon: float) -> Source:
    choice = random.random()
    for share, least, most in _CLASSES:
        if choice < share:
            rate = math.exp(random.uniform(math.log(least), math.log(most))) if most else 0.0
            return Source(tuple(_articles(random, rate / DAY, end, noon)))
        choice -= share
    return Source(tuple(_editions(random, end)))


def _articles(random: Random, rate: float, end: float, noon: float) -> Iterator[float]:
    """A Poisson process whose rate follows the hour and the day of the week, by thinning."""
    if not rate:
        return
    scale = rate * math.exp(_DAY_AND_NIGHT)
    # The mean of exp(a·cos x) over a day, to the fourth order.
    mean = 1 + _DAY_AND_NIGHT**2 / 4 + _DAY_AND_NIGHT**4 / 64
    moment = -min(HISTORY, (SHOWN + 5) / rate)
    while (moment := moment + random.expovariate(scale / mean)) < end:
        lively = math.exp(_DAY_AND_NIGHT * (math.cos(2 * math.pi * (moment - noon) / DAY) - 1))
        if random.random() < lively * (_WEEKEND if (moment // DAY) % 7 >= 5 else 1.0):
            yield moment


def _editions(random: Random, end: float) -> Iterator[float]:
    at, size = random.uniform(0, DAY), random.randint(*_EDITION)
    day = -math.ceil(SHOWN / size)
    while (start := day * DAY + at) < end:
        yield from sorted(start + random.uniform(0, 1800) for _ in range(size))
        day += 1
