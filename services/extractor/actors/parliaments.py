"""Chambers of a parliament and their members, of whom the article tells whose they are: "le Sénat", "les députés"."""

from collections.abc import Sequence

from services.extractor.actors.context import Context
from services.extractor.actors.entity import Party
from services.extractor.actors.groups import by_group
from services.extractor.actors.mention import Actor
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit

PARLIAMENT = "parliament"


def chamber(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """The chamber that a noun in a capital means, "le Sénat", the one told of if one is; not where it only is a
    place."""
    unit = units[-1]
    words = context.sentence[unit.first : unit.last + 1]
    name = " ".join(word.text for word in words)
    if slug(name) not in context.grammar.chambers or not words[0].is_capitalised or _is_place(context, units[0].first):
        return []
    noun = context.grammar.chambers[slug(name)]
    told = [*context.memory.parties, *(actor.party for mention in context.seen for actor in mention.actors)]
    known = (party for party in reversed(told) if party.kind == PARLIAMENT and slug(party.name).endswith(f"-{noun}"))
    return [Actor(next(known, None) or Party(f"org:{slug(name)}", name, PARLIAMENT))]


def bare_chamber(context: Context, unit: Unit) -> Sequence[Actor]:
    """The same without an article, "Congress"; not the second of two, "in the House and Senate"."""
    before = context.sentence[unit.first - 1].lower if unit.first else ""
    if context.grammar.has_any(("coordinators", "determiners"), before):
        return []
    return chamber(context, [unit])


def _is_place(context: Context, first: int) -> bool:
    """Whether a chamber is only where something is: "au Sénat" behind no verb of asking it, "in Congress"."""
    opener = context.sentence[first].lower  # "au"
    before = context.sentence[first - 1].lower if first else ""
    if not context.grammar.holds("towards", (opener, before)):
        return False
    preposition = opener if context.grammar.has("towards", opener) else before
    marker = context.grammar.phrase("prepositions", [preposition], 0)
    if marker is not None and not context.grammar.has("addressee-markers", marker[1]):
        return True
    first -= preposition is before
    asked = context.sentence[first - 1].lower if first > 0 else ""
    told = context.is_finite(asked) or context.grammar.looks_like_infinitive(asked)
    return not (told or context.grammar.ends_in("participle-endings", asked))


def members(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Members of parliament of whom no more is said than whence they are: "les députés", "une vingtaine de sénateurs",
    "Peruvian lawmakers". Where the parliament is named they are it."""
    last = units[-1]
    if units[0].tag == "g" or not context.grammar.has("members-of-chambers", context.lowered(last)):
        return []  # Behind "une vingtaine de" they are read without it.
    found = by_group(
        context, [*(unit for unit in units[:-1] if unit.tag in "dac"), last._replace(tag="G", meaning="people")]
    )
    named = context.memory.latest((PARLIAMENT,))
    if not found or named is None or found[0].party.country not in (None, named.country):
        return found
    return [Actor(named)]
