"""The schedule in virtual time: small worlds, the same code as `pourparler simulate`."""

import json
import math
from random import Random

import pytest
from click.testing import CliRunner

from services.__main__ import cli
from services.fetcher.simulation.compare import LIMITS, Setting, at_cost, outage
from services.fetcher.simulation.policies import Fixed, Miniflux, Policy, RssFetcher, ours
from services.fetcher.simulation.run import Tally, busiest, polls, simulate
from services.fetcher.simulation.world import DAY, Host, Source, hosts

SMALL = Setting(feeds=1000, days=5.0)


def fixed(hours: float) -> Policy:
    return lambda _: Fixed(hours * 3600)


def tally(policy: Policy, setting: Setting = SMALL) -> Tally:
    world = hosts(setting.feeds, setting.days, setting.seed)
    return simulate(world, policy, setting.days, setting.delay, setting.warm_up_days, setting.seed)


@pytest.mark.parametrize(
    "other", [fixed(6), lambda _: RssFetcher(), lambda _: Miniflux()], ids=["fixed", "rss-fetcher", "miniflux"]
)
def test_at_the_same_cost_articles_are_found_sooner_than_by_other_rules(other: Policy) -> None:
    theirs = tally(other)
    ours_then = at_cost("ours", theirs.polls_a_day, SMALL)
    assert ours_then.polls_a_day <= theirs.polls_a_day * 1.05
    assert ours_then.p50 < theirs.quantile(0.5)
    assert ours_then.p95 < theirs.quantile(0.95)
    assert ours_then.mean < theirs.mean
    assert ours_then.missed * (theirs.found + theirs.missed) < theirs.missed


def test_a_host_that_comes_back_is_not_run_over() -> None:
    (told,) = [one for one in outage(1500, SMALL) if one.policy == "pourparler"]
    assert told.before > 5
    assert told.meanwhile <= told.before * 1.5
    assert told.after <= told.before * 1.5


def test_failures_that_are_not_spread_would_be_seen() -> None:
    """The measure itself: feeds of one host that all come back at the same moment are a burst."""

    class Clumsy(Fixed):
        def failed(self, now: float) -> float:
            return 100_000 - now % 100_000

    sources = tuple(Source(()) for _ in range(200))
    host = Host(sources, 2.0 * DAY, 2.5 * DAY)
    made = polls(host, lambda _: Clumsy(3600), 4.0, 0.0, Random(1), Tally(), 0.0)
    planned = [poll.planned for poll in made]
    assert busiest([moment for moment in planned if moment < 2 * DAY]) < 60
    assert busiest([moment for moment in planned if moment > 2.5 * DAY]) == 200


def test_a_host_gets_no_more_requests_than_turns_allow() -> None:
    host = Host(tuple(Source(()) for _ in range(5000)))
    made = polls(host, fixed(0.5), 3.0, 1.0, Random(1), Tally(), 0.0)
    assert busiest([poll.made for poll in made]) <= 60
    assert all(poll.made >= poll.planned for poll in made)


def test_staleness_is_counted_as_it_is() -> None:
    """An article every 100 minutes, a poll an hour: found at the next full hour."""
    host = Host((Source(tuple(6000.0 * number for number in range(1, 200))),))
    one = Tally()
    made = polls(host, fixed(1), 7.0, 0.0, Random(1), one, 2 * DAY)
    polled = [poll.made for poll in made]
    waits = [
        min(moment for moment in polled if moment >= article) - article
        for article in (6000.0 * number for number in range(1, 200))
        if 2 * DAY <= article <= polled[-1]
    ]
    assert one.found == len(waits)
    assert math.isclose(one.mean, sum(waits) / len(waits) / 60, abs_tol=0.1)
    assert (one.missed, one.polls) == (0, sum(moment >= 2 * DAY for moment in polled))


def test_what_a_short_feed_pushes_out_is_missed() -> None:
    host = Host((Source(tuple(2.5 * DAY + number for number in range(50))),))
    one = Tally()
    polls(host, fixed(6), 5.0, 0.0, Random(1), one, 2 * DAY)
    assert (one.found, one.missed) == (20, 30)


def test_our_rule_in_the_simulation_is_the_one_that_runs() -> None:
    one, other = tally(ours(LIMITS)), tally(ours(LIMITS, 3))
    assert one.polls > 1.5 * other.polls
    assert one.mean < other.mean


def test_the_command_tells_all_rows() -> None:
    result = CliRunner().invoke(cli, ["simulate", "--feeds", "100", "--days", "3", "--json"], catch_exceptions=False)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["policy"] for row in rows if "p50" in row][::2] == [
        "fixed interval, 6 h", "rss-fetcher", "miniflux", "pourparler",
    ]  # fmt: skip
    assert {row["policy"] for row in rows if "after" in row} >= {"miniflux", "pourparler"}
