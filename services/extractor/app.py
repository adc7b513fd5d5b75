"""Settings → a running extractor."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from schemas.article import Article
from services.extractor.handler import Handler, encoded
from services.extractor.settings import ExtractorSettings
from services.extractor.workers import Limits, Workers
from services.outcome import Outcome


@asynccontextmanager
async def extractor(
    settings: ExtractorSettings, work: Callable[[Article], Outcome] | None = None
) -> AsyncIterator[Handler]:
    """The handler of articles; its processes end with the context. `work` replaces what becomes of an article."""
    limits = Limits(settings.time_limit, settings.start_limit, settings.memory_limit)
    async with Workers(work or encoded, settings.workers, limits) as workers:
        yield Handler(workers)
