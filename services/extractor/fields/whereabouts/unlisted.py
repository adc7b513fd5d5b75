"""Places by a name that no table of names knows: a town of the long list, or a place by what stands around it."""

from services.extractor.actors.entity import Place
from services.extractor.actors.tables import everyday, towns
from services.extractor.fields.whereabouts.reading import Reading
from services.extractor.fields.whereabouts.spot import Spot
from services.extractor.text.words import fold


def unlisted(reading: Reading, at: int, opens: int) -> Spot | None:
    """The place of the capitalised words that begin at a word."""
    last = _end_of_name(reading, at)
    if last is None or _has_article(reading, at):
        return None
    text, behind = reading.text(at, last), last + 1
    known = _meant(reading, text)
    if known is not None and reading.has("house-nouns", behind):
        return reading.house(known, at, last, opens)
    if known is not None:
        return reading.spot(known, at, last, opens)
    plain = behind == len(reading.words) or not reading.words[behind].text[0].isalnum()
    if plain or reading.closes(behind):
        return reading.spot(Place(text, None, None, None, None), at, last, opens, known=False)
    return None


def longer(reading: Reading, at: int, last: int, opens: int) -> Spot | None:
    """A town whose name begins with a known one, `at` to `last`: "Wichita Falls", but no "Victoria Street"."""
    last = _stretched(reading, last)
    known = _meant(reading, reading.text(at, last))
    return reading.spot(known, at, last, opens) if known is not None else None


def _has_article(reading: Reading, at: int) -> bool:
    """Whether it is called with an article, as assemblies and ministries are: "in the Senate", "au Parlement"."""
    return reading.has("determiners", at - 1) and not reading.has("possessives", at - 1)


def _meant(reading: Reading, text: str) -> Place | None:
    """The town of this name in the country that the article tells of most, else the largest.

    By a name in another language a town is only meant where the article tells of its country: "Argyle" is none in
    Hong Kong.
    """
    if fold(text) in everyday():
        return None
    seats = reading.atlas.seats
    known = [one for one in towns(fold(text)) if fold(one.name) == fold(text) or seats.get(one.country or "")]
    return max(known, key=lambda one: seats.get(one.country or "", 0), default=None)


def _end_of_name(reading: Reading, at: int) -> int | None:
    opened = reading.words[at].is_capitalised and reading.has("determiners", at)
    last = at + 1 if opened else at  # La Rochelle, Les Herbiers
    if last >= len(reading.words) or not _is_name(reading, last):
        return None
    return _stretched(reading, last)


def _stretched(reading: Reading, last: int) -> int:
    """The last word of a name of which one word is known to belong to it."""
    while last + 1 < len(reading.words) and (step := _step(reading, last)):
        last += step
    return last


def _step(reading: Reading, last: int) -> int:
    """How many words of a name follow its word: "Saint-Nazaire", "Villeneuve-d'Ascq", "Cedar Falls"."""
    words = reading.words
    if words[last + 1].text == "-" and last + 2 < len(words) and words[last].end + 1 == words[last + 2].start:
        return 2
    elided = words[last].text.endswith("'")
    return 1 if elided or _is_name(reading, last + 1) else 0


def _is_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    plain = word.is_capitalised and word.text.isalpha() and len(word.text) > 2 and not word.text.isupper()
    inside = at in reading.taken or any(first <= at <= reading.last(name) for first, name in reading.names.items())
    return plain and not inside and not reading.is_calendar(at)
