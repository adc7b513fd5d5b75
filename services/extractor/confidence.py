"""How sure the extraction is of an event and of its fields: from how the words gave them."""

from services.extractor.candidate import Candidate

_FLOOR, _CEILING = 0.05, 0.97


def confidence(event: Candidate) -> dict[str, float | None]:
    """Field → probability; `overall` is that the whole event is one, of this act, between these parties.

    Not calibrated: the order is meaningful, the values are judgements of the rules' authors.
    """
    act = _bounded(event.score - 0.15 * event.remembered)
    named = sum(filler.mention is not None for filler in event.fillers)
    parties = _bounded(0.9 * named / max(len(event.fillers), 1) + 0.05 * (len(event.fillers) > 1))
    status = 0.9 if event.status == "occurred" else 0.75
    time = None if event.time is None else 0.85 if event.time.stated else 0.6
    place = None if event.place is None else 0.8
    overall = _bounded(act * (0.5 + 0.5 * parties) * (0.6 + 0.4 * status))
    return {
        "overall": overall,
        "act": act,
        "status": status,
        "parties": parties,
        "time": time,
        "place": place,
    }


def _bounded(value: float) -> float:
    return round(min(max(value, _FLOOR), _CEILING), 3)
