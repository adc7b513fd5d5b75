"""Who opposes the government of a country, and bears its adjective for want of a name: "Peru's opposition"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Party
from services.extractor.actors.groups import is_faced
from services.extractor.actors.tables import adjectives, slug
from services.extractor.actors.units import Unit
from services.extractor.grammar import lower


def opposition_of(context: Context, country: Party) -> Party | None:
    """The opposition of a country as a body of its own: known to the tables, else by the country's adjective."""
    adjective = adjectives().get(country.country or "") if country.kind == "country" else None
    if adjective is None:
        return None
    identity = f"group:{slug(adjective)}-opposition"
    known = context.gazetteer.party(identity)
    return known or Party(identity, f"{adjective} opposition", "movement", country.country)


def opposed(context: Context, units: Sequence[Unit], parties: Sequence[Party]) -> list[Party]:
    """The parties that words mean; where the opposition is among the words, those of the countries beside it."""
    lowered = lower(context.sentence[units[0].first : units[-1].last + 1])
    nouns = [at for at, word in enumerate(lowered, units[0].first) if context.grammar.has("opposition-nouns", word)]
    if not is_shadow(context, units) and (not nouns or is_being_against(context, nouns[-1])):
        return list(parties)
    return [opposition_of(context, party) or party for party in parties]


def is_shadow(context: Context, units: Sequence[Unit]) -> bool:
    """Whether what stands before an office says that the opposition has it: "the shadow health minister", "opposition
    transport spokesman"."""
    lowered, first = lower(context.sentence[: units[0].first]), units[0].first
    if first and context.grammar.has("shadows", lowered[-1]):
        return True
    at = first - 1
    while at > 0 and first - at < _FOR_WHAT and _is_plain(context, lowered[at]):
        at -= 1
    return at >= 0 and context.grammar.shows("compounds") and context.grammar.has("opposition-nouns", lowered[at])


_FOR_WHAT = 4
"""Words from the noun of the opposition to an office: what its bearer speaks on, and the mark of the genitive."""


def _is_plain(context: Context, word: str) -> bool:
    """Whether a word may only say what somebody speaks on."""
    return word == "'s" or (word.isalpha() and not context.grammar.is_function_word(word))


def opposition_at_home(context: Context, units: Sequence[Unit]) -> list[Party]:
    """The opposition to the government of which the article tells, where an office is one of its."""
    home = context.home() if is_shadow(context, units) else None
    party = opposition_of(context, home) if home is not None else None
    return [party] if party is not None else []


def is_being_against(context: Context, noun: int) -> bool:
    """Whether the opposition is somebody's to something, and nobody: "l'opposition de plusieurs pays". Who is called to
    something is somebody: "appelle l'opposition à voter", "a convié mardi l'opposition à une réunion"."""
    lowered, behind = lower(context.sentence), noun + 1
    opened = context.grammar.phrase("opposition-openers", lowered, behind) if behind < len(lowered) else None
    if opened is None or is_faced(context, noun - 1):
        return False
    asked = context.sentence[behind + opened[0] :][:1]
    return not any(word.is_capitalised or context.grammar.looks_like_infinitive(word.text) for word in asked)
