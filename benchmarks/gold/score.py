"""Scores predicted negotiation events against those of a gold file. Needs nothing but Python.

GOLD holds an article a line, {"id", "events": [...]}; PREDICTED the same, or one `negotiation-event/1.x` record a line,
whose article.id names the article. Articles that are not in GOLD are not scored.

A predicted event may stand for one of gold when their acts are equal or near and their sets of parties overlap with an
F1 of .5 or more. Pairs are made best first, one to one; of pairs that fit equally well the one told earlier is taken.
The figures:

  found    precision, recall and F1 of such pairs
  core     the same over the ten acts of the negotiation itself
  exact    the same, where act, status and the whole set of party ids must be equal as well
  act, status, roles, date, stated_date, place, level
           share that is right among the pairs, where gold states the field
           (date: start and end equal; where gold says a month or coarser, a start inside it is right)
  items    share of gold's items of which a predicted item has half of the words or more

Events that gold calls `optional` are neither missed nor wrong.

Run: python -m benchmarks.gold.score GOLD PREDICTED [--show missed|extra|wrong] [--json]
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Event = Mapping[str, Any]
Articles = Mapping[str, Sequence[Event]]
"""Article id → its events."""

CORE = frozenset(
    {"talks", "mediate", "propose", "demand", "promise", "agree", "sign", "reject", "concede", "suspend"}
)  # fmt: skip
"""The acts of the negotiation itself; the others are stances on it."""

NEAR = (
    {"agree", "sign"}, {"propose", "promise"}, {"talks", "mediate"}, {"reject", "suspend"}, {"reject", "deny"},
    {"agree", "promise"}, {"concede", "promise"}, {"accuse", "threaten"},
)  # fmt: skip
"""Acts that careful readers take for one another."""

FIELDS = ("act", "status", "roles", "date", "stated_date", "place", "level", "items")
COARSE = frozenset({"month", "quarter", "year"})
LEAST_OVERLAP = 0.5


@dataclass(slots=True)
class Found:
    """How many events gold has, were predicted, and were found."""

    gold: int = 0
    predicted: int = 0
    hits: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, float]:
        """The figures, ratios with three digits."""
        ratios = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return ratios | {"gold": self.gold, "predicted": self.predicted}


@dataclass(slots=True)
class Share:
    """How many values of a field are right, of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.of += 1

    def as_dict(self) -> dict[str, float]:
        """The figures; `share` has three digits."""
        return {"right": self.right, "of": self.of, "share": round(self.right / self.of, 3) if self.of else 0.0}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one event, for people to read: `label` says what, `events` are gold's, then the predicted one."""

    article: str
    label: str
    events: tuple[Event, ...]


@dataclass(slots=True)
class Score:
    """All figures of one comparison."""

    articles: int = 0
    found: Found = field(default_factory=Found)
    core: Found = field(default_factory=Found)
    exact: Found = field(default_factory=Found)
    fields: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in FIELDS})
    judgements: list[Judgement] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The figures as JSON; fields that gold never states are left out."""
        kinds = {name: getattr(self, name).as_dict() for name in ("found", "core", "exact")}
        shares = {name: share.as_dict() for name, share in self.fields.items() if share.of}
        return {"articles": self.articles, **kinds, **shares}


def load(path: Path) -> dict[str, list[Event]]:
    """Article id → events, from either form of file. Raises `ValueError` that names the line that is of neither."""
    articles: dict[str, list[Event]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if "events" in record:
                articles.setdefault(str(record["id"]), []).extend(record["events"])
            elif not record.get("retracted"):
                events = articles.setdefault(str(record["article"]["id"]), [])
                events.append(record | {"act": record["act"]})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(
                f"{path}:{number}: neither an article with its events nor an event record ({error!r}); "
                "benchmarks/gold/README.md shows both forms"
            ) from error
    return articles


def score(gold: Articles, predicted: Articles) -> Score:
    """The figures of predicted events; articles that gold does not hold are not looked at."""
    result = Score(articles=len(gold))
    for article, events in gold.items():
        _score_article(result, article, events, predicted.get(article, ()))
    return result


def pair(gold: Sequence[Event], predicted: Sequence[Event]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices (gold, predicted), best fit first; of equal fits that of the earlier events."""
    fits = [
        (fit, g, p)
        for g, want in enumerate(gold)
        for p, got in enumerate(predicted)
        if (fit := affinity(want, got)) is not None
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in sorted(fits, key=lambda fit: -fit[0]):
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return list(pairs.items())


def affinity(gold: Event, predicted: Event) -> float | None:
    """How well a predicted event fits one of gold; None where it cannot stand for it."""
    shared = overlap(parties(gold), parties(predicted))
    if not near(gold["act"], predicted["act"]) or shared < LEAST_OVERLAP:
        return None
    want, got = words(evidence(gold)), words(evidence(predicted))
    same_act, same_status = gold["act"] == predicted["act"], gold.get("status") == predicted.get("status")
    same_date = _dated(gold) and date_is_right(gold, predicted)
    told = len(want & got) / len(want) if want else 0.0
    return shared + float(same_act) + 0.5 * same_status + 0.7 * same_date + told


def near(one: str, other: str) -> bool:
    """Whether careful readers take one act for the other."""
    return one == other or any({one, other} <= group for group in NEAR)


def overlap(gold: frozenset[str], predicted: frozenset[str]) -> float:
    """F1 of two sets; 1 for two empty ones."""
    if not gold and not predicted:
        return 1.0
    return 2 * len(gold & predicted) / (len(gold) + len(predicted))


def is_exact(gold: Event, predicted: Event) -> bool:
    """Whether act, status and the set of party ids are equal."""
    same = gold["act"] == predicted["act"] and gold.get("status") == predicted.get("status")
    return same and parties(gold) == parties(predicted)


def date_is_right(gold: Event, predicted: Event) -> bool:
    """Whether the predicted days are those of gold, which states some; within a month or coarser the start decides."""
    want, got = gold["time"], predicted.get("time") or {}
    if not got.get("start"):
        return False
    if want.get("granularity") in COARSE:
        return bool(want["start"] <= got["start"] <= want["end"])
    return bool((want["start"], want["end"]) == (got["start"], got.get("end")))


def parties(event: Event) -> frozenset[str]:
    return frozenset(party["id"] for party in event.get("parties") or ())


def roles(event: Event) -> frozenset[tuple[str, str | None]]:
    return frozenset((party["id"], party.get("role")) for party in event.get("parties") or ())


def evidence(event: Event) -> str:
    return plain(event.get("evidence") or "")


def plain(passage: Any) -> str:
    """A passage as text: gold and records may hold a string, a span with its text, or a list of them."""
    if isinstance(passage, list):
        return " ".join(map(plain, passage))
    return passage if isinstance(passage, str) else str(passage["text"])


def words(text: str) -> frozenset[str]:
    """The words of three letters and more, without case and accents."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return frozenset(re.findall(r"\w{3,}", "".join(char for char in folded if not unicodedata.combining(char))))


def _dated(event: Event) -> bool:
    return bool((event.get("time") or {}).get("start"))


def _score_article(result: Score, article: str, gold: Sequence[Event], predicted: Sequence[Event]) -> None:
    pairs = dict(pair(gold, predicted))
    for g, want in enumerate(gold):
        if g in pairs:
            _score_pair(result, article, want, predicted[pairs[g]])
        elif not want.get("optional"):
            for kind in _kinds(result, want):
                kind.gold += 1
            result.judgements.append(Judgement(article, "missed", (want,)))
    for p in sorted(set(range(len(predicted))) - set(pairs.values())):
        for kind in _kinds(result, predicted[p]):
            kind.predicted += 1
        result.judgements.append(Judgement(article, "extra", (predicted[p],)))


def _score_pair(result: Score, article: str, want: Event, got: Event) -> None:
    if not want.get("optional"):
        # A pair of near acts counts by the act of gold, on both sides.
        for kind in _kinds(result, want):
            kind.gold += 1
            kind.predicted += 1
            kind.hits += kind is not result.exact or is_exact(want, got)
    checks = dict(_checks(want, got))
    for name, right in checks.items():
        result.fields[name].count(right)
    for right in _items(want, got):
        result.fields["items"].count(right)
    wrong = [name for name, right in checks.items() if not right]
    if wrong:
        result.judgements.append(Judgement(article, "wrong " + ",".join(wrong), (want, got)))


def _kinds(result: Score, event: Event) -> list[Found]:
    """The figures that an event counts for."""
    return [result.found, result.exact, *([result.core] if event["act"] in CORE else [])]


def _checks(want: Event, got: Event) -> Iterator[tuple[str, bool]]:
    """Each field that gold states, and whether it is right."""
    yield "act", want["act"] == got["act"]
    yield "status", want.get("status") == got.get("status")
    yield "roles", roles(want) == roles(got)
    if _dated(want):
        right = date_is_right(want, got)
        yield "date", right
        if want["time"].get("basis") == "stated":
            yield "stated_date", right
    if want.get("place"):
        yield "place", (got.get("place") or {}).get("name") == want["place"]["name"]
    if want.get("level"):
        yield "level", got.get("level") == want["level"]


def _items(want: Event, got: Event) -> Iterator[bool]:
    """For each item of gold whether a predicted one has half of its words."""
    texts = [words(plain(item)) for item in got.get("items") or ()]
    for item in want.get("items") or ():
        need = words(plain(item))
        yield any(len(need & text) >= len(need) / 2 for text in texts)


def lines(result: Score) -> Iterator[str]:
    """The figures for people to read."""
    figures = result.as_dict()
    yield f"articles {figures.pop('articles')}"
    for name, figure in figures.items():
        if "share" in figure:
            yield f"{name:11} {figure['share']:.3f}  ({figure['right']}/{figure['of']})"
        else:
            yield (
                f"{name:11} P {figure['precision']:.3f}  R {figure['recall']:.3f}  F1 {figure['f1']:.3f}   "
                f"(gold {figure['gold']}, predicted {figure['predicted']})"
            )


def _shown(judgement: Judgement) -> Iterator[str]:
    yield f"{judgement.article}: {judgement.label}"
    for event in judgement.events:
        when = event.get("time") or {}
        who = ", ".join(f"{party} {role}" for party, role in sorted(roles(event), key=str))
        yield (
            f"    {event['act']}/{event.get('status')} [{who}] {when.get('start')}..{when.get('end')} "
            f"| {evidence(event)[:160]}"
        )


def main() -> None:
    """Print the figures; exit with a message where a file cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--show", choices=["missed", "extra", "wrong"], help="list such events before the figures")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    try:
        gold, predicted = load(options.gold), load(options.predicted)
    except (ValueError, OSError) as error:
        sys.exit(str(error))
    if predicted and not predicted.keys() & gold.keys():
        sys.exit(f"{options.predicted}: no article of {options.gold}; do its ids name the articles of gold?")
    result = score(gold, predicted)
    for judgement in result.judgements:
        if options.show and judgement.label.startswith(options.show):
            print("\n".join(_shown(judgement)))
    print(json.dumps(result.as_dict()) if options.json else "\n".join(lines(result)))


if __name__ == "__main__":
    main()
