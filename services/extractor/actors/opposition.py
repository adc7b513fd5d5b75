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
    if not nouns or is_being_against(context, nouns[-1]):
        return list(parties)
    return [opposition_of(context, party) or party for party in parties]


def is_being_against(context: Context, noun: int) -> bool:
    """Whether the opposition is somebody's to something, and nobody: "l'opposition de plusieurs pays". Who is called to
    something is somebody: "appelle l'opposition à voter", "a convié mardi l'opposition à une réunion"."""
    lowered, behind = lower(context.sentence), noun + 1
    opened = context.grammar.phrase("opposition-openers", lowered, behind) if behind < len(lowered) else None
    if opened is None or is_faced(context, noun - 1):
        return False
    asked = context.sentence[behind + opened[0] :][:1]
    return not any(word.is_capitalised or context.grammar.looks_like_infinitive(word.text) for word in asked)
