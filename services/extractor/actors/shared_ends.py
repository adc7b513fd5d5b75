"""Names of two words of which the first of two leaves out the end, as English does: "the Turkish and Greek Cypriots",
"North and South Korea"."""

import re
from collections.abc import Sequence

from services.extractor.actors.entity import Name
from services.extractor.actors.gazetteer import Gazetteer

_FIRST = re.compile(r"([^\W\d_]+),? (?:and|or) (?:the )?$")
"""The first of two, before a name that begins behind it."""


def with_shared_ends(text: str, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names of an English text, each with the end that it shares with the one behind "and"."""
    result: list[Name] = []
    for name in names:
        whole = _first_of_two(text, name, gazetteer)
        if whole is not None and result and result[-1].start == whole.start:
            result.pop()  # "Turkish" alone
        if whole is not None and not (result and result[-1].end > whole.start):
            result.append(whole)
        result.append(name)
    return result


def _first_of_two(text: str, name: Name, gazetteer: Gazetteer) -> Name | None:
    """What the word before "and" and a name of several words means with the end of that name."""
    _, _, end = text[name.start : name.end].partition(" ")
    before = _FIRST.search(text, 0, name.start) if end and name.parties else None
    if before is None or not before[1][0].isupper():
        return None
    whole = f"{before[1]} {end}"
    found = next(iter(gazetteer.find(whole)), None)
    if found is None or not found.parties or (found.start, found.end) != (0, len(whole)):
        return None
    return found._replace(start=before.start(1), end=before.end(1))
