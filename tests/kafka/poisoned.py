"""The extractor's process with articles in it that crash, hang or swell: what it is run as in the tests."""

import asyncio
import os
import signal
import sys
import time

from schemas.article import Article
from services.extractor.handler import outcome
from services.extractor.settings import ExtractorSettings
from services.kafka.settings import KafkaSettings
from services.outcome import Outcome
from services.process import ProcessSettings, Running, run_extractor
from services.telemetry import Metrics, set_up_logs


def poisoned(article: Article) -> Outcome:
    """As its title says."""
    if article.title == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if article.title == "hang":
        time.sleep(600)
    if article.title == "swell":
        # Two gigabytes, touched, so that they are there.
        held = bytearray(2 * 1024**3)
        held[::4096] = b"x" * len(held[::4096])
    if article.title == "fail":
        raise ZeroDivisionError("a fault of the program")
    return outcome(article)


async def main() -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    settings = ExtractorSettings(workers=1, time_limit=float(sys.argv[1]))
    await run_extractor(Running("extractor", ProcessSettings(), KafkaSettings(), Metrics(), stop), settings, poisoned)


if __name__ == "__main__":
    set_up_logs()
    asyncio.run(main())
