"""Where an article is on its way, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.codec import CodecError, decode
from schemas.dead_letter import DeadLetter
from schemas.negotiation import NegotiationEvent
from services.trace import trace_id


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article, as it stands on its topic."""

    topic: str
    partition: int
    offset: int
    revision: int
    produced_at: datetime
    url: str | None
    feed: str | None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """All that is known of an article, by its id."""

    article: str
    sightings: Sequence[Sighting] = ()
    """Oldest first; none where topics are not kept."""
    behind: Mapping[str, int] | None = None
    """Service → records it has yet to read before all of the article is through; services that are done are left out.
    None where that is not known."""
    letters: Sequence[DeadLetter] = ()
    events: Sequence[NegotiationEvent] = ()
    """Those that can be searched."""

    @property
    def trace(self) -> str:
        """The id of its trace, 32 hexadecimal digits."""
        return trace_id(self.article)

    @property
    def is_known(self) -> bool:
        """Whether anything was ever seen of it."""
        return bool(self.sightings or self.letters or self.events)

    @property
    def verdict(self) -> str:
        """What became of it, in words."""
        if not self.is_known:
            return "never met, or no longer kept"
        told = [f"rejected by the {letter.service}: {letter.reason}" for letter in self.letters]
        if self.events:
            told.append(f"{len(self.events)} events can be searched")
        told += [f"the {service} has {count} records to read first" for service, count in (self.behind or {}).items()]
        return "; ".join(told) or "read; no negotiation event was found in it"


def concerns(letter: DeadLetter, article: str) -> bool:
    """Whether a dead letter holds an article or an event of it."""
    if letter.key == article:
        return True
    try:
        return decode(letter.raw, NegotiationEvent).article.id == article
    except CodecError:
        return False
