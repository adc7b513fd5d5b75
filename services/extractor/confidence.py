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
from itertools import pairwise, repeat
from operator import mul

import yaml

from services.extractor.actors import tables
from services.extractor.actors.entity import is_nameless
from services.extractor.candidate import Candidate, Filler, Range

_CEILING = 0.98
"""Nothing is surer than this, nor its contrary."""

_KEPT = ((0.0, 0.0), (0.1, 0.4), (0.35, 0.55), (0.5, 0.68), (0.65, 0.75), (0.75, 0.8), (0.85, 0.95), (_CEILING, 0.97))
"""What the weights promise of a whole event → what is said, straight between. Promised is that nothing of it is wrong;
said is that the article tells it, its act and most of its parties being right. Of 561 events of 132 real articles that
nobody tuned for, readers' lists hold .66, where .65 is said on average; of 86 of which .8 or more is said .91."""

_MANY = 10
"""Parties of an article from which on there are many."""

_LEAST, _LEAST_UNFRAMED = 0.35, 0.65
"""What is less likely told is left out: of what frames tell, and of what only the trained reading does. Less of the
first costs the bars of the development gold; of the second, what was less likely was right in one of four on the press.
"""

_LEAST_RIGHT = 0.1
"""So is what is hardly right in act, status and parties at once: of 32 such events of the press 3 were."""

TOLD = "told"
"""The row that weighs whether the article tells such an event at all, with most of its parties; that of `overall`
weighs whether nothing is wrong with it, its status and the other parties included: it tells whole events from half
right ones, and less well an event from none."""

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
    of_party: Counter[str]
    """Party → events in which it has a part."""
    together: Counter[frozenset[str]]
    """Parties → events that are of just these; all of them together are the events of the article."""

    @classmethod
    def of(cls, events: Sequence[Candidate]) -> "Setting":
        """The setting of the events of one article."""
        parties = [event.party_ids for event in events]
        sentences = Counter([event.sentence for event in events])
        sides = Counter(zip([event.sentence for event in events], parties, strict=True))
        of_party = Counter([party for of_event in parties for party in of_event])
        alike = frozenset(_alike(events, parties))
        return cls(len(of_party), sentences, sides, alike, of_party, Counter(parties))

    def share(self, parties: frozenset[str]) -> float:
        """In which share of the events that one of some parties has a part which is told of least."""
        return min((self.of_party[party] for party in parties), default=0) / max(self.together.total(), 1)

    def share_together(self, parties: frozenset[str]) -> float:
        """Which share of the events is of just these parties."""
        return self.together[parties] / max(self.together.total(), 1)


def _alike(events: Sequence[Candidate], parties: Sequence[frozenset[str]]) -> Iterator[Range]:
    seen = set()
    for event, of_event in zip(events, parties, strict=True):
        told = "agree" if event.act == "sign" else event.act, of_event
        if told in seen:
            yield event.trigger
        seen.add(told)


def confidence(event: Candidate, article: Setting) -> dict[str, float | None]:
    """Field → probability, None where the event has no such field.

    `overall`: the article tells this event, its act and most of its parties are right. Of the fields: that the field is
    right if the event is.
    """
    seen = _weighing(event, article)
    absent = {TOLD} | {field for field in ("time", "place") if getattr(event, field) is None}
    found = {field: probability(seen, row) for field, row in weights().items() if field not in absent}
    return {**dict.fromkeys(weights().keys() - {TOLD}), **found, "overall": kept(found["overall"])}


def _weighing(event: Candidate, article: Setting) -> dict[str, float]:
    """The evidence that weighs anything: each row looks at all of it."""
    return {name: value for name, value in evidence(event, article).items() if value}


def kept(promised: float) -> float:
    """What is said of a whole event of which the weights promise so much."""
    for (low, said_low), (high, said_high) in pairwise(_KEPT):
        if low < promised <= high:
            return round(said_low + (promised - low) * (said_high - said_low) / (high - low), 3)
    return promised


def believed(events: Sequence[Candidate]) -> Sequence[Candidate]:
    """The events of an article without those that it hardly tells, or that are hardly right; what only frames have
    read stays."""
    article = Setting.of(events)
    return [one for one in events if one.sense is None or _is_likely(one, _weighing(one, article))]


def _is_likely(event: Candidate, seen: Mapping[str, float]) -> bool:
    least = _LEAST_UNFRAMED if event.unframed else _LEAST
    told, right = (probability(seen, weights()[field]) for field in (TOLD, "overall"))
    return told >= least and right >= _LEAST_RIGHT


def evidence(event: Candidate, article: Setting) -> dict[str, float]:
    """What speaks for or against an event: kind of evidence → 0..1."""
    return _of_telling(event) | _of_parties(event.fillers) | _of_surroundings(event, article)


def _of_telling(event: Candidate) -> dict[str, float]:
    """How the words tell it."""
    sense = 0.0 if event.sense is None else _log_odds(event.sense)
    return {
        f"act {event.act}": 1.0,
        f"status {event.status}": 1.0,
        f"told by {event.told_by or 'no single word'}": 1.0,
        "strength of the word": event.score,
        "in a heading": float(event.heading),
        "content named": float(bool(event.items or event.about)),
        "content new": float(event.introduces),
        "reported": float(event.source is not None),
        "quoted": float(event.quoted),
        "points back": float(event.definite),
        "answers what was done": float(event.answers),
        "takes two": float(event.mutual),
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
        "parties known from before": float(event.remembered),
        "another side not named": float(event.waiting),
        "another side unknown": float(event.with_others),
        "told again": float(len(event.evidence) > 1),
    }


def _of_parties(fillers: Sequence[Filler]) -> dict[str, float]:
    """Who they are, and how they are named."""
    count = max(len(fillers), 1)
    ids = [filler.actor.party.id for filler in fillers]
    unnamed = [filler.mention is None for filler in fillers].count(True)
    roles = {filler.role for filler in fillers}
    roles_named = {filler.role for filler in fillers if filler.mention is not None}
    kinds = Counter(filler.actor.party.kind for filler in fillers)
    return {
        "parties named in the passage": (len(fillers) - unnamed) / count,
        "parties known by name": len(list(filter(_is_known, ids))) / count,
        "parties that are groups": len(list(filter(_is_group, ids))) / count,
        "one party alone": float(len(fillers) < 2),
        "both sides": float({"initiator", "counterpart"} <= roles),
        "both sides named": float({"initiator", "counterpart"} <= roles_named),
        "a party only supposed": float(unnamed > 0),
        "a party doubtful": float(any(one.doubtful for one in fillers)),
        "people named": float(any(one.actor.person is not None for one in fillers)),
    } | {f"parties of the kind {kind}": number / count for kind, number in kinds.items()}


def _of_surroundings(event: Candidate, article: Setting) -> dict[str, float]:
    """What else the article tells."""
    parties = event.party_ids
    return {
        "alone in its sentence": float(article.sentences[event.sentence] < 2),
        "like one before": float(event.trigger in article.alike),
        "parties in the article": min(article.parties, _MANY) / _MANY,
        "beside another of the same parties": float(article.sides[event.sentence, parties] > 1),
        "told of its rarest party": article.share(parties),
        "told of the same parties": article.share_together(parties),
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
    total = row["bias"] + sum(map(mul, map(row.get, seen, repeat(0.0)), seen.values()))
    surest = math.log(_CEILING / (1 - _CEILING))
    bounded = min(max(total, -surest), surest)
    return round(1 / (1 + math.exp(-bounded)), 3)


@cache
def weights() -> Weights:
    """The table of weights."""
    path = resources.files("services.extractor") / "data" / "confidence.yaml"
    content: dict[str, dict[str, float]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
