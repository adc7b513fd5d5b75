"""The policies side by side on one world, ours also at the cost of each other one; and a host that goes away."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from datetime import timedelta
from random import Random

from services.fetcher.schedule import Limits
from services.fetcher.simulation.policies import Fixed, Miniflux, Policy, RssFetcher, ours
from services.fetcher.simulation.run import Poll, Tally, busiest, polls, simulate
from services.fetcher.simulation.world import DAY, host, hosts

LIMITS = Limits(timedelta(hours=1), timedelta(minutes=5), timedelta(hours=24))
"""As the settings have them, but for the shortest interval: the one Miniflux has, so that none has more room."""

_OTHERS: dict[str, Callable[[], Policy]] = {
    "fixed interval, 6 h": lambda: lambda _: Fixed(6 * 3600),
    "rss-fetcher": lambda: lambda _: RssFetcher(),
    "miniflux": lambda: lambda _: Miniflux(),
}
_SEARCHES = 6
_SAMPLE = 4000
"""Feeds on which the pace is looked for that costs as much as another policy."""

_CLOSE = 0.02
_AWAY_HOURS = 12.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the world is, how long it lasts, and what the fetcher leaves between two requests to a host."""

    feeds: int
    days: float = 7.0
    warm_up_days: float = 2.0
    delay: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A policy's figures: minutes of staleness, polls of a feed a day, shares, and the busiest minute of a host."""

    policy: str
    polls_a_day: float
    p50: float
    p95: float
    mean: float
    wasted: float
    missed: float
    busiest_minute: int

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Outage:
    """Most requests within a minute that a host's feeds are due for: the day before it goes away, meanwhile, after."""

    policy: str
    before: int
    meanwhile: int
    after: int

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def compare(setting: Setting, workers: Executor) -> Iterator[Row]:
    """All policies; after each other one ours at its cost, last ours as it is set. Rows come as they are ready."""
    others = {name: workers.submit(_other, name, setting) for name in _OTHERS}
    usual = workers.submit(_ours, "pourparler", 1.0, setting)
    for name, row in others.items():
        other = row.result()
        yield other
        yield workers.submit(at_cost, f"pourparler, as often as {name}", other.polls_a_day, setting).result()
    yield usual.result()


def _other(name: str, setting: Setting) -> Row:
    return _row(name, _tally(_OTHERS[name](), setting))


def _ours(name: str, pace: float, setting: Setting) -> Row:
    return _row(name, _tally(ours(LIMITS, pace), setting))


def at_cost(name: str, polls_a_day: float, setting: Setting) -> Row:
    """Ours with so many polls of a feed a day."""
    low, high, pace = 0.3, 8.0, 1.0
    sample = Setting(min(setting.feeds, _SAMPLE), setting.days, setting.warm_up_days, setting.delay, setting.seed + 1)
    for _ in range(_SEARCHES):
        pace = (low * high) ** 0.5
        low, high = (pace, high) if _tally(ours(LIMITS, pace), sample).polls_a_day > polls_a_day else (low, pace)
    row = _ours(name, pace, setting)
    # The sample is a little off: a step in proportion is enough.
    if abs(row.polls_a_day / polls_a_day - 1) > _CLOSE:
        row = _ours(name, pace * row.polls_a_day / polls_a_day, setting)
    return row


def outage(feeds: int, setting: Setting) -> Iterator[Outage]:
    """What happens when a host with so many feeds goes away for half a day, by when each poll is due."""
    policies = {name: make() for name, make in _OTHERS.items()} | {"pourparler": ours(LIMITS)}
    start = 4.5 * DAY
    end = start + _AWAY_HOURS * 3600
    for name, policy in policies.items():
        one = host(feeds, 7.0, Random(setting.seed), (start, end))
        # No turns: what a schedule asks for by itself, not what queueing makes of it.
        made = polls(one, policy, 7.0, 0.0, Random(setting.seed), Tally(), 0.0)
        yield Outage(name, _most(made, start - DAY, start), _most(made, start, end), _most(made, end, end + DAY))


def _most(made: list[Poll], since: float, until: float) -> int:
    return busiest([poll.planned for poll in made if since <= poll.planned < until])


def _tally(policy: Policy, setting: Setting) -> Tally:
    world = hosts(setting.feeds, setting.days, setting.seed)
    return simulate(world, policy, setting.days, setting.delay, setting.warm_up_days, setting.seed)


def _row(name: str, tally: Tally) -> Row:
    return Row(
        name,
        round(tally.polls_a_day, 2),
        round(tally.quantile(0.5), 1),
        round(tally.quantile(0.95), 1),
        round(tally.mean, 1),
        round(tally.wasted / max(tally.polls, 1), 3),
        round(tally.missed / max(tally.found + tally.missed, 1), 4),
        tally.busiest_minute,
    )
