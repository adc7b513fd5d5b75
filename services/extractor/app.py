"""Settings → a running extractor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from services.extractor.handler import Handler, outcome
from services.extractor.settings import ExtractorSettings
from services.extractor.workers import Workers


@asynccontextmanager
async def extractor(settings: ExtractorSettings) -> AsyncIterator[Handler]:
    """The handler of articles; its processes end with the context."""
    async with Workers(outcome, settings.workers, settings.time_limit, settings.start_limit) as workers:
        yield Handler(workers)
