"""When a feed is polled again: laws, what servers and feeds ask, what is learnt, moves and ends."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.feed import Failure, FailureClass
from services.fetcher.feed import parse
from services.fetcher.rhythm import UNKNOWN, Rhythm
from services.fetcher.schedule import Limits, Past, Plan, after_failure, after_success
from services.fetcher.wishes import Hints, Wishes
from tests.fetcher.server import rss

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
"""A Tuesday."""

HOUR = timedelta(hours=1)
LIMITS = Limits(HOUR, timedelta(minutes=10), timedelta(hours=24))
KINDS = st.sampled_from(["hard", "soft", "temporary"])
JITTER = st.floats(0, 1)
RATES = st.lists(st.floats(0, 1000), min_size=24, max_size=24)


def success(wishes: Wishes = Wishes(), past: Past = Past(), fresh: Sequence[datetime] = (), jitter: float = 0) -> Plan:  # noqa: B008
    return after_success(NOW, past, fresh, wishes, LIMITS, jitter)


def failing(kind: FailureClass, count: int, jitter: float = 0.5, reason: str = "refused", **wishes: str) -> timedelta:
    failure = Failure(kind=kind, reason=reason, since=NOW, count=count)
    return after_failure(NOW, HOUR, failure, Wishes(**wishes), LIMITS, jitter).at - NOW  # type: ignore[arg-type]


def rhythm(a_day: float) -> Rhythm:
    return Rhythm((a_day / 24,) * 24, 72)


def taught(past: Rhythm | None, days: int, moments: Sequence[datetime]) -> Rhythm:
    """What polls every half hour, all on time, learn from articles published at these moments."""
    known, step = past or UNKNOWN, timedelta(minutes=30)
    polls = [NOW + step * number for number in range(days * 48)]
    for before, poll in pairwise(polls):
        fresh = [moment for moment in moments if before < moment <= poll]
        plan = after_success(poll, Past(poll, before, known), fresh, Wishes(), LIMITS, 0)
        assert plan.rhythm is not None
        known = plan.rhythm
    return known


@given(rates=RATES, watched=st.floats(0, 72), late=st.timedeltas(timedelta(0), timedelta(days=3)), jitter=JITTER)
def test_the_interval_learnt_stays_in_its_limits(
    rates: list[float], watched: float, late: timedelta, jitter: float
) -> None:
    past = Past(NOW - late, NOW - late - HOUR, Rhythm(tuple(rates), watched))
    plan = success(past=past, fresh=[NOW - late] * 5, jitter=jitter)
    assert LIMITS.shortest <= plan.interval <= LIMITS.longest
    assert plan.interval <= plan.at - NOW <= plan.interval * 1.1 + timedelta(seconds=1)


@given(seconds=st.integers(0, 500_000), jitter=JITTER, kind=KINDS, count=st.integers(1, 1000), as_date=st.booleans())
def test_never_earlier_than_the_server_asks(
    seconds: int, jitter: float, kind: FailureClass, count: int, as_date: bool
) -> None:
    moment = NOW + timedelta(seconds=seconds)
    asked = format_datetime(moment, usegmt=True) if as_date else str(seconds)
    assert NOW + failing(kind, count, jitter, retry_after=asked) >= moment
    assert success(Wishes(retry_after=asked), jitter=jitter).at >= moment


@given(kind=KINDS, count=st.integers(1, 10_000), jitter=JITTER)
def test_a_dead_feed_is_tried_again_within_days(kind: FailureClass, count: int, jitter: float) -> None:
    assert timedelta(minutes=5) <= failing(kind, count, jitter) <= timedelta(days=9)


@given(kind=KINDS, count=st.integers(1, 60), jitter=JITTER)
def test_failures_in_a_row_are_tried_ever_more_slowly(kind: FailureClass, count: int, jitter: float) -> None:
    assert failing(kind, count, jitter) <= failing(kind, count + 1, jitter) + timedelta(seconds=1)


def test_what_is_graver_waits_longer() -> None:
    assert failing("temporary", 8) < failing("soft", 8) < failing("hard", 8)


def test_failures_of_a_host_do_not_come_back_together() -> None:
    waits = [failing("temporary", 20, number / 10) for number in range(11)]
    assert max(waits) - min(waits) > HOUR


@pytest.mark.parametrize("a_day", [0, 1, 24, 500])
def test_a_host_that_fails_gets_no_more_requests_than_one_that_answers(a_day: float) -> None:
    """Thousands of feeds of a host fail together: their second and later tries are no denser than their polls."""
    learnt = success(past=Past(NOW + HOUR, NOW, rhythm(a_day))).interval
    for count in range(2, 30):
        failure = Failure(kind="temporary", reason="unreachable", since=NOW, count=count)
        waits = [
            after_failure(NOW, learnt, failure, Wishes(), LIMITS, jitter).at - NOW for jitter in (0, 0.25, 0.5, 0.75, 1)
        ]
        assert sum(waits, timedelta(0)) / len(waits) >= learnt * 0.7


# --- what is learnt


def test_what_publishes_more_is_polled_more_but_not_in_proportion() -> None:
    waits = [success(past=Past(NOW, NOW - HOUR / 2, rhythm(a_day))).interval for a_day in (1, 4, 24, 96)]
    assert all(later > 1.5 * sooner for later, sooner in pairwise(waits))
    assert all(later < 4 * sooner for later, sooner in pairwise(waits))


def test_one_article_an_hour_is_what_the_default_is_for() -> None:
    busy = Past(NOW + 9 * HOUR, NOW - HOUR, rhythm(24))
    assert abs(success(past=busy).interval - HOUR) < timedelta(seconds=1)
    assert success().interval == HOUR


def test_only_polls_on_time_teach() -> None:
    known, hour_ago = rhythm(24), NOW - HOUR
    fresh = [NOW - timedelta(minutes=20)] * 30
    on_time = success(past=Past(NOW - timedelta(minutes=5), hour_ago, known), fresh=fresh)
    assert on_time.rhythm is not None
    assert on_time.rhythm.mean > known.mean
    for planned in (NOW - timedelta(minutes=40), NOW + timedelta(minutes=30)):
        assert success(past=Past(planned, hour_ago, known), fresh=fresh).rhythm == known


def test_the_first_look_learns_from_the_dates_in_the_feed() -> None:
    lively = success(fresh=[NOW - timedelta(minutes=15 * number) for number in range(40)])
    quiet = success(fresh=[NOW - timedelta(days=3 * number) for number in range(4)])
    assert lively.interval < HOUR < quiet.interval
    assert success(fresh=[NOW]).interval == HOUR


def test_a_feed_that_falls_silent_is_polled_less_and_one_that_wakes_up_more() -> None:
    silent = taught(rhythm(24), 10, [])
    assert success(past=Past(NOW + HOUR, NOW, silent)).interval > 3 * HOUR
    awake = taught(silent, 10, [NOW + timedelta(minutes=20 * number) for number in range(24 * 3 * 10)])
    assert success(past=Past(NOW + HOUR, NOW, awake)).interval < timedelta(minutes=45)


def test_the_hours_of_a_newspaper_are_learnt() -> None:
    mornings = [
        NOW.replace(hour=6) + timedelta(days=day, minutes=2 * number) for day in range(8) for number in range(25)
    ]
    known = taught(None, 8, mornings)
    at_six = after_success(NOW.replace(hour=6), Past(NOW, NOW, known), (), Wishes(), LIMITS, 0).interval
    in_the_afternoon = after_success(NOW.replace(hour=15), Past(NOW, NOW, known), (), Wishes(), LIMITS, 0).interval
    assert at_six * 3 < in_the_afternoon
    # Whoever sleeps until the morning wakes up in time.
    night = NOW.replace(hour=23)
    plan = after_success(night, Past(NOW, NOW, known), (), Wishes(), LIMITS, 0)
    assert plan.interval < 7.5 * HOUR


@given(RATES, st.floats(0, 72), st.timedeltas(timedelta(minutes=1), timedelta(days=9)), st.integers(0, 500))
def test_rates_stay_rates(rates: list[float], watched: float, gone_by: timedelta, count: int) -> None:
    past = Past(NOW, NOW - gone_by, Rhythm(tuple(rates), watched))
    learnt = success(past=past, fresh=[NOW - gone_by / 2] * count).rhythm
    assert learnt is not None
    assert all(0 <= rate <= max(*rates, count * 60) + 1 for rate in learnt.rates)
    assert 0 <= learnt.watched <= 72


# --- what is asked for


@pytest.mark.parametrize(
    "value",
    [
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 2026 00:00:00 +99999999999999999999", "-5", "1e9",
        "Fri, 31 Dec 9999 23:59:59 -2359", "²", "", "Sun, 06 Nov 1994 08:49:37 GMT", "9" * 5000, "\udcff", "GMT", "0",
    ],
)  # fmt: skip
def test_headers_of_any_kind_are_a_wish_or_none(value: str) -> None:
    for wishes in (
        Wishes(cache_control=f"max-age={value}", expires=value, date=value, age=value),
        Wishes(retry_after=value),
    ):
        assert NOW < success(wishes).at <= NOW + timedelta(days=7.1)


def http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


@pytest.mark.parametrize(
    ("wishes", "wait"),
    [
        (Wishes(hints=Hints(ttl=180)), 3 * HOUR),
        (Wishes(hints=Hints(ttl=10_000_000)), 24 * HOUR),
        (Wishes(cache_control="public, max-age=7200"), 2 * HOUR),
        (Wishes(cache_control="public, s-maxage=7200"), HOUR),
        (Wishes(cache_control="max-age=7200", age="3000"), timedelta(seconds=4200)),
        (Wishes(cache_control="no-cache, max-age=7200"), HOUR),
        (Wishes(cache_control="no-store", expires=http_date(NOW + 5 * HOUR)), HOUR),
        (Wishes(cache_control="max-age=7200", expires=http_date(NOW + 5 * HOUR)), 2 * HOUR),
        (Wishes(expires=http_date(NOW + 5 * HOUR)), 5 * HOUR),
        # A server whose clock is a year behind.
        (Wishes(expires=http_date(NOW - 360 * 24 * HOUR), date=http_date(NOW - 360 * 24 * HOUR - 3 * HOUR)), 3 * HOUR),
        (Wishes(retry_after="7200"), 2 * HOUR),
        (Wishes(retry_after=http_date(NOW + 2 * HOUR)), 2 * HOUR),
        (Wishes(retry_after="soon", expires="0", cache_control="no-cache"), HOUR),
        (Wishes(hints=Hints(period=timedelta(days=1))), 24 * HOUR),
        (Wishes(hints=Hints(period=timedelta(days=365))), 24 * HOUR),
    ],
)  # fmt: skip
def test_what_a_feed_and_its_server_wish(wishes: Wishes, wait: timedelta) -> None:
    assert success(wishes).at - NOW == wait


def test_a_stated_period_that_the_feed_belies_is_not_heeded() -> None:
    """Blog software states "hourly" for every feed."""
    hourly, lively = Wishes(hints=Hints(period=HOUR)), Past(NOW + HOUR, NOW - HOUR, rhythm(400))
    assert success(hourly, lively).at - NOW < HOUR / 2
    weekly = Wishes(hints=Hints(period=timedelta(days=7)))
    assert success(weekly, Past(NOW + HOUR, NOW - HOUR, rhythm(0.1))).at - NOW == 24 * HOUR


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),
    st.frozensets(st.integers(0, 23)), st.frozensets(st.integers(0, 6)), JITTER, KINDS,
)  # fmt: skip
def test_hours_and_days_to_skip_are_skipped(
    now: datetime, hours: frozenset[int], days: frozenset[int], jitter: float, kind: FailureClass
) -> None:
    wishes = Wishes(hints=Hints(skip_hours=hours, skip_days=days))
    failure = Failure(kind=kind, reason="refused", since=now, count=1)
    success = after_success(now, Past(), (), wishes, LIMITS, jitter)
    for plan in (success, after_failure(now, HOUR, failure, wishes, LIMITS, jitter)):
        assert plan.at > now
        if len(hours) < 24 and len(days) < 7:
            assert plan.at.hour not in hours
            assert plan.at.weekday() not in days
            assert plan.at - now < timedelta(days=8)


def test_feeds_that_skip_the_same_hours_do_not_begin_together() -> None:
    wishes = Wishes(hints=Hints(skip_hours=frozenset(range(12, 20))))
    moments = {success(wishes, jitter=number / 10).at for number in range(11)}
    assert max(moments) - min(moments) >= timedelta(minutes=9)


HINTS = """<ttl>45</ttl>
<skipHours><hour>0</hour><hour> 24 </hour><hour>7</hour><hour>99</hour><hour>x</hour></skipHours>
<skipDays><day>Saturday</day><day>sunday</day><day>Sabbath</day></skipDays>"""


def test_hints_are_read_from_a_feed() -> None:
    hints = parse(rss(extra=HINTS).encode(), "https://e.org/f", "", 10, NOW).hints
    assert hints == Hints(45, None, frozenset({0, 7}), frozenset({5, 6}))


@pytest.mark.parametrize(
    ("period", "frequency", "meant"),
    [
        ("hourly", "2", HOUR / 2), ("daily", "", 24 * HOUR), ("", "2", 12 * HOUR), (" Weekly ", "1", 168 * HOUR),
        ("always", "1", None), ("dayly", "1", None), ("daily", "0", None), ("daily", "0.1", 240 * HOUR),
        ("daily", "nan", None), ("daily", "often", None), ("daily", "1e400", None),
    ],
)  # fmt: skip
def test_the_period_a_feed_states(period: str, frequency: str, meant: timedelta | None) -> None:
    told = {"updatePeriod": period, "updateFrequency": frequency}
    stated = "".join(f"<sy:{name}>{value}</sy:{name}>" for name, value in told.items() if value)
    space = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    body = rss(extra=stated).replace("<rss ", f"<rss {space} ")
    assert parse(body.encode(), "https://e.org/f", "", 10, NOW).hints.period == meant
