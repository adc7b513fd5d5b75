"""Labelled articles, and which of the events read in them are right."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from schemas.article import Article
from schemas.negotiation import NegotiationEvent
from services.extractor.trained.senses import are_near

HERE = Path(__file__).parent
PUBLISHED = date(2026, 3, 5)
"""The day of all articles of this folder."""

_LINE = re.compile(
    r"(?P<optional>\??)(?P<act>[a-z]+) (?P<status>[a-z]+) (?P<parties>\S+)"
    r"(?: (?P<start>\d{4}-\d\d-\d\d)(?:/(?P<end>\d{4}-\d\d-\d\d))?)?(?: @(?P<place>.+))?"
)


@dataclass(frozen=True, slots=True)
class Label:
    """An event as a reader finds it; `time` and `place` are None where the text does not say."""

    act: str
    status: str
    parties: frozenset[tuple[str, str]]
    """(id, role)"""
    time: tuple[date, date] | None = None
    place: str | None = None
    optional: bool = False

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(identity for identity, _ in self.parties)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its events."""

    article: Article
    events: tuple[Label, ...]


def articles(language: str) -> list[Labelled]:
    """The articles of this folder in a language. Raises `ValueError` for a line that is no label."""
    lines = (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(line for line in lines if not line.startswith("#")).split("==\n")
    return [_block(block, language, number) for number, block in enumerate(filter(str.strip, blocks), start=1)]


def gold(path: Path) -> list[Labelled]:
    """The articles of a gold file (JSON Lines)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Labelled(
            article(row["text"], row["language"], str(row["id"]), date.fromisoformat(row["published"])),
            tuple(map(_gold_label, row["events"])),
        )
        for row in rows
        if "text" in row
    ]


def article(text: str, language: str, identity: str, published: date) -> Article:
    """A text as an article of that day."""
    moment = datetime.combine(published, datetime.min.time(), UTC)
    return Article(id=identity, text=text, language=language, published_at=moment, produced_at=moment)


def _block(block: str, language: str, number: int) -> Labelled:
    text, _, events = block.partition("--\n")
    labels = tuple(label(line) for line in events.splitlines() if line.strip())
    return Labelled(article(text.strip(), language, f"{language}-{number}", PUBLISHED), labels)


def label(line: str) -> Label:
    """The event of a line. Raises `ValueError` for one that is no label."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"no label: {line!r}; written as: act status parties [day[/day]] [@place]")
    start, end = found["start"], found["end"] or found["start"]
    time = (date.fromisoformat(start), date.fromisoformat(end)) if start else None
    parties = frozenset(_parties(found["parties"]))
    return Label(found["act"], found["status"], parties, time, found["place"], bool(found["optional"]))


def _parties(text: str) -> Iterator[tuple[str, str]]:
    mediators, _, rest = text.rpartition("|")
    doers, directed, others = rest.partition(">")
    first = "initiator" if directed or "+" not in doers else "participant"
    for names, role in ((mediators, "mediator"), (doers, first), (others, "counterpart")):
        yield from ((_identity(name), role) for name in names.split("+") if name)


def _identity(name: str) -> str:
    return f"country:{name}" if name.isupper() else name


def _gold_label(row: dict[str, Any]) -> Label:
    time, place = row.get("time") or {}, row.get("place") or {}
    days = (date.fromisoformat(time["start"]), date.fromisoformat(time["end"])) if time.get("start") else None
    parties = frozenset((party["id"], party.get("role") or "") for party in row.get("parties") or ())
    return Label(row["act"], row["status"], parties, days, place.get("name"), bool(row.get("optional")))


def pairs(labels: Sequence[Label], found: Sequence[NegotiationEvent]) -> dict[int, Label]:
    """Index of an event read → the label that it stands for: same or near act, most of the parties; one to one."""
    fits = sorted(
        (
            (-fit, at, other)
            for at, event in enumerate(found)
            for other, label in enumerate(labels)
            if (fit := _fit(label, event)) is not None
        ),
    )
    taken: set[int] = set()
    result: dict[int, Label] = {}
    for _, at, other in fits:
        if at not in result and other not in taken:
            result[at] = labels[other]
            taken.add(other)
    return result


def _fit(label: Label, event: NegotiationEvent) -> float | None:
    shared = _shared(label, event)
    if shared < 0.5 or not are_near(label.act, event.act):
        return None
    return shared + (label.act == event.act) + 0.5 * (label.status == event.status) + 0.7 * time_is_right(label, event)


def _shared(label: Label, event: NegotiationEvent) -> float:
    """How far the parties of both are the same: 0..1 (F1)."""
    ids = {party.id for party in event.parties}
    return 2 * len(label.ids & ids) / (len(label.ids) + len(ids)) if ids else 0.0


def time_is_right(label: Label, event: NegotiationEvent) -> bool:
    """Whether the days are those of the label."""
    return label.time is not None and event.time is not None and (event.time.start, event.time.end) == label.time


def right(label: Label | None, event: NegotiationEvent) -> dict[str, bool]:
    """Field → whether it is right: `overall` for each event, the fields for those that stand for a label.

    Where the text says no day, that of publication stands in rightly.
    """
    if label is None:
        return {"overall": False}
    found = {"overall": True, "act": event.act == label.act, "status": event.status == label.status}
    found["parties"] = {(party.id, party.role) for party in event.parties} == label.parties
    if label.time is not None and event.time is not None:
        found["time"] = time_is_right(label, event)
    elif event.time is not None and event.time.basis == "document":
        found["time"] = True
    if event.place is not None:
        found["place"] = event.place.name == label.place
    return found


_ALL_BUT_ONE = 0.8
"""Parties are the same from this on (F1): both of two; of three and more one may be missing or too many."""

_HAPPENED = frozenset({"occurred", "ongoing"})
"""Statuses that readers take for one another."""


def is_wholly_right(label: Label | None, event: NegotiationEvent) -> bool:
    """Whether somebody who reads an event would call it right: not only an act of its kind with most of its parties,
    as `right` asks for, but its status and whom it names, too."""
    if label is None:
        return False
    same = label.status == event.status or {label.status, event.status} == _HAPPENED
    return same and _shared(label, event) >= _ALL_BUT_ONE
