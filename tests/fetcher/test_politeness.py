"""Turns at a host, with a clock that moves only when somebody sleeps."""

import asyncio

import pytest

from services.fetcher.politeness import Politeness


class Time:
    """Sleepers wake in the order of their time, each when all others sleep or are done."""

    def __init__(self) -> None:
        self.now = 0.0

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        for _ in range(100):
            await asyncio.sleep(0)
        self.now = max(self.now, until)

    def clock(self) -> float:
        return self.now


async def starts(politeness: Politeness, time: Time, *hosts: str) -> list[tuple[str, float]]:
    """Host and moment of each request's start."""
    begun = []

    async def request(host: str) -> None:
        async with politeness.turn(host):
            begun.append((host, time.now))

    await asyncio.gather(*map(request, hosts))
    return begun


async def test_requests_to_a_host_start_a_delay_apart() -> None:
    time = Time()
    begun = await starts(Politeness(2, 5, time.clock, time.sleep), time, *["a"] * 4)
    assert [moment for _, moment in begun] == [0, 5, 10, 15]


async def test_hosts_do_not_wait_for_each_other() -> None:
    time = Time()
    begun = await starts(Politeness(1, 5, time.clock, time.sleep), time, "a", "b", "c")
    assert begun == [("a", 0), ("b", 0), ("c", 0)]


@pytest.mark.parametrize("at_once", [1, 2, 5])
async def test_no_more_requests_at_once_than_allowed(at_once: int) -> None:
    time, under_way, most = Time(), 0, 0
    politeness = Politeness(at_once, 0, time.clock, time.sleep)

    async def request() -> None:
        nonlocal under_way, most
        async with politeness.turn("a"):
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0)
            under_way -= 1

    await asyncio.gather(*(request() for _ in range(20)))
    assert most == at_once


async def test_who_gives_up_frees_the_place() -> None:
    time = Time()
    politeness = Politeness(1, 0, time.clock, time.sleep)
    async with politeness.turn("a"):
        waiting = asyncio.create_task(starts(politeness, time, "a"))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    assert await asyncio.wait_for(starts(politeness, time, "a"), 5) == [("a", 0)]


async def test_a_delay_is_kept_however_many_hosts_there_are() -> None:
    time = Time()
    politeness = Politeness(1, 5, time.clock, time.sleep)
    await starts(politeness, time, "a", *(f"host-{number}" for number in range(3000)))
    assert await starts(politeness, time, "a") == [("a", 5)]
