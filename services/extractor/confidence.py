"""How sure the extraction is of an event and of its fields: evidence in how the words gave them, weighed.

The weights (`data/confidence.yaml`) are those of logistic regressions on labelled articles, fitted by
`python -m benchmarks.calibration.fit`: what is called .8 is right four times in five.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

import yaml

from services.extractor.actors import tables
from services.extractor.actors.entity import is_nameless
from services.extractor.candidate import Candidate, Range

_CEILING = 0.98
"""Nothing is surer than this, nor its contrary."""

_KEPT = ((0.5, 0.5), (0.55, 0.64), (0.6, 0.69), (0.7, 0.73), (0.84, 0.8), (_CEILING, 0.96))
"""What the weights promise of a whole event → what is said, straight between. The weights come from articles written
for the project: between .5 and .7 they promise too little, of the surest too much. Of 1,467 events of some 250 real
articles that nobody tuned for, readers' lists hold .68 of what they promised with .5 to .6, .72 from .6 to .7, .80
from .7 to .8; of 248 that strict readers judged one by one, .80 of what was promised with .8 or more. Below .5 it
stays: that is where an event of an article without any negotiation lies."""

_MANY = 10
"""Parties of an article from which on there are many."""

_LEAST, _LEAST_UNFRAMED = 0.35, 0.65
"""What is less likely is not told: of what frames tell, and of what only the trained reading does. Less of the first
costs the bars of the development gold; of the second, what was less likely was right in one of four on the press."""

Weights = Mapping[str, Mapping[str, float]]
"""Field → evidence → weight; `bias` stands for no evidence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The events of an article around each of them."""

    parties: int
    """Different parties of all events."""
    sentences: Counter[int]
    """Sentence → events told first in it."""
    sides: Counter[tuple[int, frozenset[str]]]
    """Sentence and parties → events told of these first in it."""
    alike: frozenset[Range]
    """Triggers of events before which another of the same parties was told, of the same act: the same, perhaps."""

    @classmethod
    def of(cls, events: Sequence[Candidate]) -> "Setting":
        """The setting of the events of one article."""
        parties = frozenset(identity for event in events for identity in event.party_ids)
        sentences = Counter(event.sentence for event in events)
        sides = Counter((event.sentence, event.party_ids) for event in events)
        return cls(len(parties), sentences, sides, frozenset(_alike(events)))


def _alike(events: Sequence[Candidate]) -> Iterator[Range]:
    seen = set()
    for event in events:
        deal = "agree" if event.act == "sign" else event.act
        if (deal, event.party_ids) in seen:
            yield event.trigger
        seen.add((deal, event.party_ids))


def confidence(event: Candidate, article: Setting) -> dict[str, float | None]:
    """Field → probability, None where the event has no such field.

    `overall`: the article tells this event, its act and most of its parties are right. Of the fields: that the field is
    right if the event is.
    """
    seen = {name: value for name, value in evidence(event, article).items() if value}  # each row looks at all of it
    missing = {"time": event.time is None, "place": event.place is None}
    found = {field: probability(seen, row) for field, row in weights().items() if not missing.get(field)}
    return {**dict.fromkeys(weights()), **found, "overall": kept(found["overall"])}


def kept(promised: float) -> float:
    """What is said of a whole event of which the weights promise so much."""
    for (low, said_low), (high, said_high) in pairwise(_KEPT):
        if low < promised <= high:
            return round(said_low + (promised - low) * (said_high - said_low) / (high - low), 3)
    return promised


def believed(events: Sequence[Candidate]) -> Sequence[Candidate]:
    """The events of an article without those that it hardly tells."""
    article = Setting.of(events)
    return [one for one in events if probability(evidence(one, article), weights()["overall"]) >= _least(one)]


def _least(event: Candidate) -> float:
    if event.sense is None:
        return 0.0  # Frames alone have read.
    return _LEAST_UNFRAMED if event.unframed else _LEAST


def evidence(event: Candidate, article: Setting) -> dict[str, float]:
    """What speaks for or against an event: kind of evidence → 0..1."""
    fillers = event.fillers
    sense = 0.0 if event.sense is None else _log_odds(event.sense)
    count = max(len(fillers), 1)
    named = sum(one.mention is not None for one in fillers) / count
    roles = {filler.role for filler in fillers}
    roles_named = {filler.role for filler in fillers if filler.mention is not None}
    return {
        f"act {event.act}": 1.0,
        f"status {event.status}": 1.0,
        f"told by {event.told_by or 'no single word'}": 1.0,
        "strength of the word": event.score,
        "alone in its sentence": float(article.sentences[event.sentence] < 2),
        "like one before": float(event.trigger in article.alike),
        "parties in the article": min(article.parties, _MANY) / _MANY,
        "parties named in the passage": named,
        "parties known by name": sum(_is_known(one.actor.party.id) for one in fillers) / count,
        "parties that are groups": sum(_is_group(one.actor.party.id) for one in fillers) / count,
        "one party alone": float(len(fillers) < 2),
        "both sides": float({"initiator", "counterpart"} <= roles),
        "both sides named": float({"initiator", "counterpart"} <= roles_named),
        "a party only supposed": float(any(one.mention is None for one in fillers)),
        "people named": float(any(one.actor.person is not None for one in fillers)),
        "in a heading": float(event.heading),
        "content named": float(bool(event.items or event.about)),
        "reported": float(event.source is not None),
        "day stated": float(event.time is not None and event.time.stated),
        "day stands in": float(event.time is not None and not event.time.stated),
        "place named": float(event.place is not None),
        "read by frames alone": float(event.sense is None),
        "told without a frame": float(event.unframed),
        "declined by a frame": float(event.declined),
        "sense of the word": sense,
        "sense of a word without a frame": event.unframed * sense,
        "part of the least sure": event.casting,
        "part of one left out": event.lacking,
        "told again": float(len(event.evidence) > 1),
        "beside another of the same parties": float(article.sides[event.sentence, event.party_ids] > 1),
    }


def _log_odds(share: float) -> float:
    """-1..1 for probabilities from .02 to .98."""
    bounded = min(max(share, 1 - _CEILING), _CEILING)
    return math.log(bounded / (1 - bounded)) / math.log(_CEILING / (1 - _CEILING))


def _is_group(party: str) -> bool:
    """Whether a party is people whom no table knows by a name: movements that are named are no such group."""
    return is_nameless(party) and not _is_known(party)


def _is_known(party: str) -> bool:
    return party in tables.countries() or party in tables.organisations()


def probability(seen: Mapping[str, float], row: Mapping[str, float]) -> float:
    """The weighed evidence as a probability, never quite sure."""
    total = row["bias"] + sum([row.get(name, 0.0) * value for name, value in seen.items() if value])
    surest = math.log(_CEILING / (1 - _CEILING))
    bounded = min(max(total, -surest), surest)
    return round(1 / (1 + math.exp(-bounded)), 3)


@cache
def weights() -> Weights:
    """The table of weights."""
    path = resources.files("services.extractor") / "data" / "confidence.yaml"
    content: dict[str, dict[str, float]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
