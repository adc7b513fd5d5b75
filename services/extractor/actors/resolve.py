"""From a pattern's units to a mention: who is meant, by the kind of pattern, and how the words stand in the text."""

from collections.abc import Callable, Mapping, Sequence

from services.extractor.actors.aides import by_aide
from services.extractor.actors.camps import by_camp
from services.extractor.actors.context import Context
from services.extractor.actors.descriptions import by_description, by_part
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.genders import gender_of
from services.extractor.actors.governments import by_seat
from services.extractor.actors.groups import by_group, by_ranks
from services.extractor.actors.mayors import by_mayor
from services.extractor.actors.mention import Actor, Mention, MentionKind, distinct
from services.extractor.actors.names import by_acronym, by_name, by_section
from services.extractor.actors.of_lands import by_land_alone
from services.extractor.actors.offices import by_bearers, by_local_office, by_office
from services.extractor.actors.organisations import by_body, by_named_body, by_new_body, by_staff
from services.extractor.actors.people import by_demonym, by_fellow, by_member, by_person
from services.extractor.actors.pronouns import by_counterpart, by_pronoun
from services.extractor.actors.standing import by_present_office
from services.extractor.actors.units import Unit

_KINDS: dict[str, MentionKind] = {
    "named-body": "name",
    "new-body": "name",
    "acronym": "name",
    "group": "name",
    "ranks": "name",
    "member": "person",
    "present-office": "office",
    "bearers": "office",
    "fellow": "person",
    "part": "name",
    "named-demonym": "person",
    "local-office": "office",
    "aide": "office",
    "mayor": "office",
    "section": "name",
    "camp": "name",
    "land-firm": "name",
    "seated": "body",
    "staff": "body",
}
"""What a mention of a pattern counts as, where the pattern's own name is no kind of mention."""

_BY_PATTERN: Mapping[str, Callable[[Context, Sequence[Unit]], Sequence[Actor]]] = {
    "named-body": by_named_body, "office": by_office, "bearers": by_bearers, "person": by_person,
    "member": by_member, "body": by_body, "seated": by_seat, "staff": by_staff,
    "fellow": by_fellow, "present-office": by_present_office, "counterpart": by_counterpart,
    "name": by_name, "new-body": by_new_body, "acronym": by_acronym, "demonym": by_name,
    "named-demonym": by_demonym, "aide": by_aide, "local-office": by_local_office,
    "mayor": by_mayor, "section": by_section,
    "description": by_description, "ranks": by_ranks, "group": by_group, "part": by_part, "pronoun": by_pronoun,
    "adjective": by_name, "land-firm": by_land_alone, "camp": by_camp,
}  # fmt: skip


def resolve(context: Context, pattern: str, units: Sequence[Unit]) -> Mention | None:
    """The mention that the units of a pattern are, or None where the words mean nobody known."""
    actors = _BY_PATTERN[pattern](context, units)
    if not actors:
        return None
    if pattern == "name" and all(is_nameless(actor.party.id) for actor in actors):
        context.memory.call((word.lower for word in context.sentence[units[0].first : units[-1].last + 1]), actors)
    # Every pattern that _KINDS does not name is called like its kind, which the type of a string cannot say.
    return _mention(context, _KINDS.get(pattern, pattern), units, distinct(tuple(actors)))  # type: ignore[arg-type]


def _mention(context: Context, kind: MentionKind, units: Sequence[Unit], actors: tuple[Actor, ...]) -> Mention:
    first, last = units[0].first, units[-1].last
    name = next((unit.name for unit in units if unit.tag in "cl"), None)
    if kind == "name" and name is not None and name.kind == "capital":
        kind = "capital"
    place = name.place if name is not None and kind in ("name", "capital") else None
    plural = len(actors) > 1 or kind == "demonym" or _is_several(context, units)
    start, end = context.sentence[first].start, context.sentence[last].end
    actors = tuple(Actor(actor.party, actor.person, actor.level, (start, end)) for actor in actors)
    gender = gender_of(context.sentence[first].lower, context.grammar)
    return Mention(first, last, start, end, kind, actors, plural=plural, place=place, gender=gender)


def _is_several(context: Context, units: Sequence[Unit]) -> bool:
    """Whether the words say of a body that several act: "les syndicats", where one is known."""
    first = context.sentence[units[0].first].lower
    return context.grammar.has("plural-determiners", first) and any(unit.tag in "bDGo" for unit in units)
