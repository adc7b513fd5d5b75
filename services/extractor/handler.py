"""Article → its negotiation events."""

from schemas.article import Article
from schemas.negotiation import NegotiationEvent
from services.extractor.page.unreadable import Unreadable
from services.extractor.workers import TaskFailedError, WorkerDiedError, Workers
from services.outcome import Emitted, Nothing, Outcome, Rejected
from services.stage import addressed

# A replay helps where a later version or another limit may digest the article. One without text, behind a
# login or in another language is dealt with: there is nothing to come back for.
_WORTH_REPLAYING = frozenset({"too-large"})


def events(article: Article) -> list[NegotiationEvent]:
    """The events of an article, in order of its text; behind those of an edited one, what it still tells. Raises
    `Unreadable`: a page that cannot be read takes nothing back."""
    # Loaded here: the process that only hands out work needs none of the tables.
    from services.extractor.closing import closing
    from services.extractor.extract import extract
    from services.extractor.page.read import read

    document = read(article)
    # The events are as old as their article: the same article gives the same bytes on every run.
    found = extract(document, article.produced_at)
    return [*found, closing(document, found, article.produced_at)] if article.revision > 1 else found


def outcome(article: Article) -> Outcome:
    """What becomes of an article: `Nothing` where it cannot be read, tells no event, or is another's text again."""
    if article.duplicate_of is not None:
        return Nothing("near-duplicate")
    try:
        found = events(article)
    except Unreadable as error:
        return Rejected(error.reason, error.error) if error.reason in _WORTH_REPLAYING else Nothing(error.reason)
    return Emitted(found) if found else Nothing("no-event")


def encoded(article: Article) -> Outcome:
    """What becomes of an article, its events encoded: bytes travel between processes at a fraction of the cost."""
    told = outcome(article)
    return Emitted([addressed(event) for event in told.records]) if isinstance(told, Emitted) else told


class Handler:
    """Reads articles in other processes.

    One that takes too long, ends its process or makes the program fail becomes a dead letter, and no
    neighbour's trouble: `extraction-timeout`, `worker-died`, `extraction-failed`.
    """

    def __init__(self, workers: Workers[Article, Outcome]) -> None:
        self._workers = workers

    async def handle(self, article: Article) -> Outcome:
        """The outcome of an article."""
        try:
            return await self._workers.run(article)
        except TimeoutError as error:
            return Rejected("extraction-timeout", str(error))
        except WorkerDiedError as error:
            return Rejected("worker-died", str(error))
        except TaskFailedError as error:
            return Rejected("extraction-failed", str(error))
