"""Whom pronouns and counterparts mean, by who was named before them: "he", "ils", "son homologue"."""

from collections.abc import Sequence
from itertools import pairwise

from services.extractor.actors.context import Context
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.genders import agreeing, gender_of, in_mind
from services.extractor.actors.mention import Actor, Gender, Mention, are_states
from services.extractor.actors.names import parties_of
from services.extractor.actors.people import by_persons_name
from services.extractor.actors.units import Unit
from services.extractor.acts.verb_groups.inversion import tied_pronoun
from services.extractor.grammar import lower


def by_pronoun(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who was named before, in the sentence or last of all, in the pronoun's number; nobody for "il faut", "it is"."""
    number, word = units[0].meaning, context.lowered(units[0])
    if number == "impersonal" or context.grammar.phrase("impersonal", lower(context.sentence), units[0].first):
        return []
    gender = gender_of(context.sentence[units[0].first].lower, context.grammar)
    if number == "singular" and _says(context, units[0].first):
        return _speaking(context, gender)
    named = [mention for mention in context.seen if mention.kind != "adjective"]
    before = [mention for mention in named if not _hangs(context, mention)]
    if number == _LATTER:
        alone = [mention for mention in named if len(mention.actors) == 1 and mention.kind != "pronoun"]
        return alone[-1].actors if alone else context.memory.latest_named[-1:]
    if number == _LATEST:
        return _latest(context, named)
    if number == "plural":
        free = _without_relatives(context, before, units[0].first)
        told = _spoken_to(context, units[0].first, word, before) or (
            _opening_list(context, free)
            or _many(context, free)
            or _several(context, units[0].first, free)
            or context.memory.pair
        )
        return told or _many(context, named) or _one_body(context, free)  # "One of the rebels said they"
    if context.grammar.has("personal", word):
        return _person_meant(context, agreeing(before, gender) or before)
    alone = [mention for mention in before if len(mention.actors) == 1]
    if fitting := agreeing(alone, gender):
        return (_reporter(context, fitting, units[0].first) or fitting[0]).actors
    if alone and context.memory.focus_gender != gender:
        return (_reporter(context, alone, units[0].first) or alone[0]).actors
    focus = _of_one(context, in_mind(context.memory, gender))
    meant = focus if len(focus) == 1 else ((context.memory.speaker,) if context.memory.speaker else ())
    is_thing = context.grammar.has("pronouns-of-things", word)
    return [actor._replace(person=None, level=None) for actor in meant] if is_thing else meant


def _of_one(context: Context, focus: Sequence[Actor]) -> Sequence[Actor]:
    """Who one alone may be: not the people without a name who were spoken of, but who faces them: "The rebels met the
    government. It asked"."""
    several = len(focus) == 1 and focus[0].person is None and is_nameless(focus[0].party.id)
    others = context.memory.others(focus[0].party.id) if several else ()
    return others if len(others) == 1 and not is_nameless(others[0].party.id) else focus


def _spoken_to(context: Context, at: int, word: str, before: Sequence[Mention]) -> Sequence[Actor]:
    """The other side, no state, where "them" stands behind who does something, or "they" behind a sentence in which
    somebody did it to them: "He promised them a debate. They refused"."""
    focus = context.memory.focus
    behind = at == 0 and len(focus) == 1 and context.grammar.holds("plural-objects", context.memory.words)
    own = len(before) == 1 and len(before[0].actors) == 1 and context.grammar.has("plural-objects", word)
    doer = focus[0] if behind else before[0].actors[0] if own else None
    others = context.memory.others(doer.party.id) if doer is not None else ()
    return others if all(actor.party.kind != "country" for actor in others) else ()


def _without_relatives(context: Context, mentions: Sequence[Mention], at: int) -> Sequence[Mention]:
    """Some mentions without those of a closed relative clause: "envoys, who met Peru's officials, said they"."""
    lowered = lower(context.sentence[:at])
    if not context.grammar.holds("relatives", lowered):
        return mentions
    commas = [index for index, word in enumerate(lowered) if word == ","]
    closed = [
        range(first, last) for first, last in pairwise(commas) if context.grammar.has("relatives", lowered[first + 1])
    ]
    return [one for one in mentions if not any(one.first in clause for clause in closed)] or mentions


def _many(context: Context, mentions: Sequence[Mention]) -> Sequence[Actor]:
    """The last of some who are several."""
    return next((one.actors for one in reversed(mentions) if _are_several(context, one)), ())


def _one_body(context: Context, mentions: Sequence[Mention]) -> Sequence[Actor]:
    """The one body of which a sentence has told, whose people "they" are: "the union said they would strike"."""
    one = mentions[0] if len(mentions) == 1 and context.grammar.shows("bare-clauses") else None
    alone = one is not None and len(one.actors) == 1 and one.actors[0].person is None
    return one.actors if one is not None and alone and one.actors[0].party.kind not in _LANDS else ()


_LANDS = frozenset({"country", "igo", "alliance"})
"""Kinds of bodies that are told of in the singular only."""


def _opening_list(context: Context, mentions: Sequence[Mention]) -> Sequence[Actor]:
    """Those of a list with which a sentence opens, "Norway, Chile and Peru said they", and nobody else who is several
    behind it."""
    found: list[Actor] = []
    behind = 0
    for at, mention in enumerate(mentions):
        between = lower(context.sentence[behind : mention.first])
        listed = bool(between) and all(word == "," or context.grammar.has("coordinators", word) for word in between)
        if found and not listed:
            if any(_are_several(context, one) for one in mentions[at:]):
                return ()
            break
        found += mention.actors
        behind = mention.last + 1
    several = len({actor.party.id for actor in found}) > 1
    return found if several and context.grammar.shows("bare-clauses") else ()  # "ils" takes up the lists before too


def _are_several(context: Context, mention: Mention) -> bool:
    return mention.plural or _is_group(mention) or _are_people(context, mention)


def _are_people(context: Context, mention: Mention) -> bool:
    """Whether a mention means people who act for a body, as English tells without an article: "Peruvian officials"."""
    if mention.kind != "body" or not context.grammar.shows("bare-clauses"):
        return False
    nouns = [word.text for word in context.sentence[mention.first : mention.last + 1] if word.text.islower()]
    return bool(nouns) and nouns[-1].endswith("s") and not nouns[-1].endswith("ss")


def _is_group(mention: Mention) -> bool:
    """Whether a mention means people who act together without a name: "the rebels said they would not come"."""
    people = mention.kind in ("description", "name", "office")
    return people and all(is_nameless(actor.party.id) for actor in mention.actors)


def _several(context: Context, at: int, before: Sequence[Mention]) -> Sequence[Actor]:
    """Who was spoken of in the sentence before; where it was one person alone, "They" at the head of a sentence, or in
    what he says, are he and the one with whom he talks, if that was told there."""
    focus = context.memory.focus
    one = focus if at == 0 else before[0].actors if len(before) == 1 else ()
    alone = len(one) == 1 and one[0].person is not None
    together = {actor.party.id for actor in context.memory.pair}
    told = {actor.party.id for actor in context.memory.told_last}
    return context.memory.pair if alone and one[0].party.id in together <= told else focus


def _says(context: Context, at: int) -> bool:
    """Whether a hyphen ties a pronoun to a verb behind what is said: '", a-t-il ajouté', ", dit-elle"."""
    lowered = lower(context.sentence[: at + 1])
    ties = (back for back in range(max(at - _TIED, 1), at) if back + tied_pronoun(lowered, back, context.grammar) == at)
    verb = next(ties, None)
    return verb is not None and lowered[verb - 1] in (",", '"')


def _speaking(context: Context, gender: Gender | None) -> Sequence[Actor]:
    """Who goes on speaking: whoever was just spoken of, if a person, else who spoke last; not of the other gender."""
    focus, speaker = context.memory.focus, context.memory.speaker
    person = len(focus) == 1 and focus[0].person is not None
    person = person and (gender is None or context.memory.focus_gender in (None, gender))
    return focus if person or speaker is None else (speaker,)


def _latest(context: Context, named: Sequence[Mention]) -> Sequence[Actor]:
    """Those of whom several were named last: "ces derniers"."""
    here = [mention for mention in named if mention.kind != "pronoun"]
    return here[-1].actors if here else context.memory.latest_named


_LATEST = "latest"
"""Number of a pronoun that means those who were named last, however many bodies they are of."""

_LATTER = "latter"
"""Number of a pronoun that means who was named last: "the latter"."""

_TIED = 4
"""Words from a verb to the pronoun that hyphens tie to it."""

_TOLD = 2
"""Words before a pronoun where somebody ends whom something is told: "told Oslo that it"."""


def _reporter(context: Context, named: Sequence[Mention], at: int) -> Mention | None:
    """Who was named last before the report of what "it" does: "envoys were in Oslo when Lima announced that it"."""
    if at == 0 or not context.grammar.has("complementizers", context.sentence[at - 1].lower):
        return None
    lowered = lower(context.sentence)
    free = [one for one in named if context.grammar.phrase("prepositions", lowered, one.first) is None]  # not "aux"
    return next((one for one in reversed(free) if one.last < at - _TOLD and not _is_told(context, one)), None)


def _is_told(context: Context, mention: Mention) -> bool:
    """Whether somebody is told what follows, right behind the verb: "told Oslo on Monday that it"."""
    before = mention.first - 1
    near = before > 0 and context.grammar.shows("object-adjoins")
    return near and context.is_finite(context.sentence[before].lower)


def _hangs(context: Context, mention: Mention) -> bool:
    """Whether a preposition stands before a mention: it is no subject that a pronoun takes up, but a topic is."""
    if _is_topic(context, mention):
        return False
    if context.sentence[mention.last + 1 : mention.last + 2] and context.sentence[mention.last + 1].text == "'s":
        return True  # "Britain's unions said they": whose something is, is not what is spoken of.
    return (
        mention.first > 0
        and context.grammar.phrase("prepositions", lower(context.sentence), mention.first - 1) is not None
    )


def _is_topic(context: Context, mention: Mention) -> bool:
    """Whether a sentence opens with who it is about: "quant au ministre, il"."""
    lowered = lower(context.sentence[: mention.first + 1])
    for at in range(max(0, mention.first - 2), mention.first):
        found = context.grammar.phrase("prepositions", lowered, at)
        if found is not None and at + found[0] >= mention.first and context.grammar.has("topic-markers", found[1]):
            return True
    return False


def _person_meant(context: Context, before: Sequence[Mention]) -> Sequence[Actor]:
    """Whom "he" or "she" means: who was named first in the sentence, else spoke or acted last; a person if any."""
    single = [mention.actors[0] for mention in before if len(mention.actors) == 1]
    earlier = [*context.memory.focus[:1], *([context.memory.speaker] if context.memory.speaker else [])]
    everybody = single + earlier
    return [next((actor for actor in everybody if actor.person is not None), everybody[0])] if everybody else []


def by_counterpart(context: Context, units: Sequence[Unit]) -> Sequence[Actor]:
    """Who does for another body what the one just spoken of does for his: named, of a named body, or of the pair."""
    noun = next(unit for unit in units if unit.tag == "k")
    neighbour = context.grammar.has("neighbours", context.lowered(noun))
    named = [] if neighbour else by_persons_name(context, units, None)
    if named:
        return named
    here = context.subject()
    role = here[0] if here else None
    parties = parties_of(context, units)
    if parties:
        return [Actor(party, None, role.level if role and not neighbour else None) for party in parties]
    if role is None or (neighbour and not _is_neighbour(context, units, role)):
        return []
    return [actor._replace(level=actor.level or role.level) for actor in context.memory.others(role.party.id)]


def _is_neighbour(context: Context, units: Sequence[Unit], role: Actor) -> bool:
    """Whether "its neighbour", with no name behind, is the state with which the state just spoken of has to do."""
    its = context.grammar.has("possessives", context.lowered(units[0]))
    others = context.memory.others(role.party.id)
    states = are_states((role, *others))
    behind = context.sentence[units[-1].last + 1 : units[-1].last + 1 + _NAMED_BEHIND]
    named = any(word.is_capitalised for word in behind)
    return its and states and not named and len(others) == 1 and context.ends_phrase(units[-1].last + 1)


_NAMED_BEHIND = 3
"""Words behind "son voisin" in which a name says who it is, a comma and an article before it: ", la Bolivie"."""
