"""A query in OpenSearch's words; finds what the SQLite store finds. Source: OpenSearch documentation, "Query DSL"."""

from typing import Any

from services.indexer.document import folded, word_forms
from services.indexer.mapping import within
from services.indexer.query import Query


def body(query: Query) -> dict[str, Any] | None:
    """What is asked and in which order, without the place in the answer; None where the text holds no word, which no
    event has."""
    words = word_forms(query.text)
    if query.text.strip() and not words:
        return None
    # Each word in any of its forms; a form counts as much as another.
    must = [{"dis_max": {"queries": [{"term": {"search.stems": form}} for form in sorted(forms)]}} for forms in words]
    day = {"search.start": {"order": "asc" if query.order == "earliest" else "desc", "missing": "_last"}}
    best = ["_score"] if must and query.order == "best" else []
    return {
        "query": {"bool": {"must": must, "filter": _conditions(query)}},
        "sort": [*best, day, {"id": "asc"}],
        "track_total_hits": True,
        "_source": {"excludes": ["search"]},
    }


def _conditions(query: Query) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"term": {"retracted": False}}]
    for name, values in (
        ("act", query.acts),
        ("status", query.statuses),
        ("level", query.levels),
        ("topics", query.topics),
        ("article.id", query.articles),
    ):
        if values:
            found.append({"terms": {name: list(values)}})
    if query.language:
        found.append({"term": {"article.language": query.language}})
    if query.publisher:
        found.append({"term": {"search.publisher": folded(query.publisher)}})
    # Several parties: the event must be between all of them.
    found += [{"term": {"search.parties": folded(party)}} for party in query.parties]
    if query.place:
        found.append({"term": {"search.place": folded(query.place)}})
    if bounds := within(query.start, query.end):
        found.append({"range": {"search.days": {**bounds, "relation": "intersects"}}})
    if query.confidence:
        found.append({"range": {"confidence.overall": {"gte": query.confidence}}})
    return found
