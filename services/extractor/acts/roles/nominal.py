"""Who fills the roles of a noun's frame: adjectives, genitives, complements, and the subject of its support verb."""

from schemas.negotiation import Form
from services.extractor.actors.mention import Mention, distinct
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.aims import is_aim
from services.extractor.acts.roles.attached import attached
from services.extractor.acts.roles.directed import directed, is_whose
from services.extractor.acts.roles.elsewhere import is_contest
from services.extractor.acts.roles.holding import holder_of
from services.extractor.acts.roles.journeys import received_for
from services.extractor.acts.roles.looking_on import is_judged
from services.extractor.acts.roles.noun_deals import deal
from services.extractor.acts.roles.relatives import says_to_which
from services.extractor.acts.roles.roles import (
    Found,
    completed,
    copula_of,
    is_present,
    is_talks_in,
    is_with,
    names_talks,
    object_fits,
)
from services.extractor.acts.roles.senses import goes_to_vote, is_appeal, is_held, is_to_own
from services.extractor.acts.roles.sessions import guest_of, sits_by_itself
from services.extractor.acts.roles.told_by import teller_of
from services.extractor.acts.scene import HYPHENS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC

_ASIDE = 13
"""Words before a noun in which "on the sidelines of" stands, names between: "of the annual African Union summit"."""

_LIGHT_REACH = 12
"""Words between a support verb and its noun: "sont parvenus dans la nuit à Oslo à un accord"."""


def nominal(scene: Scene, trigger: Trigger) -> list[Found | None]:
    frame = trigger.frame
    around = list(attached(scene, trigger))
    reach = _LEFT_REACH if "own" in frame.needs else _OBJECT_OF_NOUN
    told = (verb.first for verb in scene.clauses.verbs if verb.finite and verb.first > trigger.last)
    if not object_fits(scene, frame, trigger.last + 1, min(trigger.last + 1 + reach, next(told, len(scene.words)))):
        return []
    if scene.grammar.ends_before("near-misses", scene.lowered, trigger.first):
        return []  # "held back on signing"
    if _is_only_a_case(scene, trigger) or (frame.act == "demand" and is_held(scene, trigger)):
        return []
    if frame.act == "demand" and _is_between(scene, trigger):
        return []
    governing = _light_verb(scene, trigger)
    if governing is not None and (
        is_aim(scene, frame, governing) or (frame.act == "propose" and goes_to_vote(scene, governing))
    ):
        return []
    if (
        frame.act in SYMMETRIC
        and not trigger.inflections
        and (
            _is_aside(scene, trigger)
            or is_appeal(scene, trigger)
            or _is_among_own(scene, trigger)
            or is_contest(scene, trigger.last + 1)
            or sits_by_itself(scene, trigger.first, trigger.last, None)
        )
    ):
        return []
    if frame.act in SYMMETRIC:
        return [_talks(scene, frame, trigger, each) for each in _one_by_one(scene, around)]
    if frame.act in DEALS and not frame.counterpart:
        return [deal(scene, trigger, around, governing)]
    if "own" in frame.needs and governing is None:
        return [_left(scene, around)]
    if frame.act == "suspend" and (governing is None or governing.passive):
        ended = _ended(scene, trigger, around)
        if ended is not None or governing is None:
            return [ended]
    return [directed(scene, frame, around, governing, trigger)]


def _is_between(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun that may be of demanding is of what two do together: "calls on Monday between the ministers"; not
    of what it asks for, "appels à une trêve entre"."""
    opened = scene.lowered[trigger.last + 1 : trigger.last + 3]
    if scene.grammar.holds("content-openers", opened[:1]) and not scene.grammar.holds("calendar-names", opened):
        return False
    behind = scene.lowered[trigger.last + 1 : trigger.last + 1 + _OBJECT_OF_NOUN]
    return scene.grammar.holds("reciprocal-markers", behind)


_OBJECT_OF_NOUN = 6
"""Words behind a noun among which stands what it is done to."""

_LEFT_REACH = 10  # The same where who leaves stands between: "le retrait des États-Unis de l'accord".


def _is_only_a_case(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun only says in which case something else would be: "en cas d'échec des négociations"."""
    first = trigger.first
    while first > 0 and not scene.grammar.ends_before("case-openers", scene.lowered, first):
        opened = scene.grammar.has("genitives", scene.lowered[first - 1]) or scene.lexicon.is_noun(
            scene.lowered[first - 1]
        )
        if not opened:
            return False
        first -= 1
    return first > 0


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """Whether a meeting is only where another takes place: "met on the sidelines of the NATO summit"."""
    for at in range(max(0, trigger.first - _ASIDE), trigger.first):
        found = scene.grammar.phrase("sidelines", scene.lowered, at)
        if found is not None and not any(scene.clauses.verb_at(one) for one in range(at + found[0], trigger.first)):
            return True
    return False


def _is_among_own(scene: Scene, trigger: Trigger) -> bool:
    """Whether one only meets one's own people: "une réunion avec ses ministres"."""
    behind = trigger.last + 1
    found = scene.grammar.phrase("prepositions", scene.lowered, behind) if behind < len(scene.words) else None
    return (
        found is not None and scene.grammar.has("comitative-markers", found[1]) and is_to_own(scene, behind + found[0])
    )


def _one_by_one(scene: Scene, around: list[Mention]) -> list[list[Mention]]:
    """ "talks between A and B on Monday and between C and D on Tuesday" are two; a plain list is one."""
    pairs = [one for one in around if scene.grammar.has("reciprocal-markers", one.marker or "")]
    return [[pair] for pair in pairs] if len(pairs) > 1 else [around]


def _ended(scene: Scene, trigger: Trigger, around: list[Mention]) -> Found | None:
    """Whose talks a noun says to be over: "the breakdown of talks with the union", "the talks' end"."""
    beside = [one for one in around if is_with(scene, one) or one.kind == "adjective"]
    holder = holder_of(scene, trigger)
    if len({party for one in beside for party in one.party_ids}) == 1 and holder is not None:
        beside.insert(0, holder)
    several = len({party for one in beside for party in one.party_ids}) > 1
    return [("participant", one, one.actors) for one in beside] if several else None


def _left(scene: Scene, around: list[Mention]) -> Found | None:
    """Who a noun says to have left what is named behind: "le retrait de Lima de l'accord", "their withdrawal"."""
    leaver = next((one for one in around if is_whose(scene, one)), None)
    return [("initiator", leaver, leaver.actors)] if leaver is not None else None


def _light_verb(scene: Scene, trigger: Trigger) -> Verb | None:
    """The support verb that makes the noun an act ("a fait une proposition", "issued a call")."""
    copula = copula_of(scene, trigger)
    if copula is not None:
        return copula if copula.lemma in trigger.frame.lights else None
    before = scene.clauses.verb_before(trigger.first)
    nearest = [verb for verb in scene.clauses.verbs if verb.head < trigger.first]
    for verb in filter(None, (nearest[-1] if nearest else None, before)):
        near = trigger.first - verb.head <= _LIGHT_REACH and not scene.clauses.crossed(verb.head + 1, trigger.first)
        if near and verb.lemma in trigger.frame.lights and not _falls_short(scene, verb, trigger):
            return verb
    after = scene.clauses.verb_after(trigger.last)
    if after is None or after.lemma not in trigger.frame.lights:
        return None
    if _takes_up(scene, trigger, after) or _comes_to(scene, trigger, after):
        return after
    own = trigger.frame.act in DEALS and scene.clauses.subject(after) is None
    crossed = scene.clauses.crossed(trigger.last + 1, after.first)
    tells = after.lemma in scene.lexicon.reporting and not after.passive
    if tells and "," in scene.lowered[trigger.last + 1 : after.first]:
        return None  # "A et B ont signé une trêve, a annoncé C"
    return after if after.passive or (own and not crossed) else None  # "a truce between A and B came into force"


def _takes_up(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a relative clause says who did what the noun tells: "l'offre que lui a faite Oslo"."""
    if verb.passive or trigger.frame.act in DEALS:
        return False
    behind = range(trigger.last + 1, min(verb.first, trigger.last + 2 + _RELATIVE_REACH))
    return any(scene.grammar.has("object-relatives", scene.lowered[at]) for at in behind)


def _comes_to(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a relative clause says who came to the deal that the noun tells: "l'accord auquel sont parvenus"."""
    behind = range(trigger.last + 1, min(verb.first, trigger.last + 2 + _RELATIVE_REACH))
    return trigger.frame.act in DEALS and not verb.passive and any(says_to_which(scene, at) for at in behind)


_RELATIVE_REACH = 2
"""Words between a noun and the relative that takes it up: adjectives."""


def _falls_short(scene: Scene, verb: Verb, trigger: Trigger) -> bool:
    """Whether what stands between says that it did not come to it: "came nearer to a deal"."""
    between = scene.lowered[verb.head + 1 : trigger.first]
    return scene.grammar.holds("shortfalls", between)


def _talks(scene: Scene, frame: Frame, trigger: Trigger, around: list[Mention]) -> Found | None:
    found: Found = []
    if met := received_for(scene, trigger, around):
        return met
    for mention in around:
        marker = mention.marker or ""
        if scene.grammar.has("host-markers", marker) or _is_joined_to(scene, mention, scene.lexicon.hosting):
            found.append(("host", mention, mention.actors))
        elif _brokers(scene, mention, frame, trigger.last) or (frame.act == "mediate" and is_whose(scene, mention)):
            found.append(("mediator", mention, mention.actors))
        elif (
            not _is_venue(scene, mention, trigger, around)
            and (
                mention.kind == "adjective"
                or is_with(scene, mention)
                or is_present(scene, mention)
                or marker in ("possessive", "")
                or scene.grammar.has("genitive-markers", marker)
                or marker in frame.counterpart
                or scene.grammar.has("forum-markers", marker)
                or (frame.form == "visit" and scene.grammar.has("passive-markers", marker))
            )
            and not _is_level(scene, mention)
        ):
            found.append(("participant", mention, mention.actors))
    holder = holder_of(scene, trigger) or teller_of(scene, trigger.head, found)
    reporter = _whose_counterpart(scene, holder, around)
    if holder is not None and reporter is not None:
        found.append(("mediator", holder, holder.actors))
        holder = reporter
    if holder is not None and _wants_holder(scene, trigger, found, holder):
        found.insert(0, ("mediator" if frame.act == "mediate" else "participant", holder, holder.actors))
    guest = guest_of(scene, trigger, found)
    if guest is not None:
        found.append(("participant", guest, guest.actors))
    if found and all(_is_destination(frame, mention) for _, mention, _ in found):
        visited = {actor.party.id for _, _, actors in found for actor in actors}
        found = _with_traveller(found, holder)
        if not found and visited.isdisjoint(actor.party.id for actor in scene.memory.pair):
            return None  # "follows a visit to Quito": not of those who talk in Lima
    found = _with_sides(scene, frame, completed(scene, found))
    return None if _is_of_nobody(scene, found) else found


def _with_sides(scene: Scene, frame: Frame, found: Found) -> Found:
    """Talks of which only the mediator is named with the two who talk in the text: "the UN-led talks ended"."""
    brokers = {actor.party.id for role, _, actors in found if role == "mediator" for actor in actors}
    alone = bool(brokers) and all(role == "mediator" for role, _, _ in found)
    pair = tuple(actor for actor in scene.memory.pair if actor.party.id not in brokers)
    if frame.act != "talks" or not alone or len(pair) < _PAIR:
        return found
    return [*found, ("participant", found[0][1], pair)]


_PAIR = 2


def _is_destination(frame: Frame, mention: Mention) -> bool:
    """Whether a name says to whom a journey goes: "en visite à Lima"."""
    return frame.form == "visit" and (mention.marker or "") in frame.counterpart


def _with_traveller(found: Found, holder: Mention | None) -> Found:
    """Destinations with the person who is said to go there; those of an unknown traveller meet nobody."""
    visited = {actor.party.id for _, _, actors in found for actor in actors}
    travels = holder is not None and any(one.person is not None or one.level is not None for one in holder.actors)
    if holder is None or not travels or holder.party_ids & visited:
        return []
    return [("participant", holder, holder.actors), *found]


def _whose_counterpart(scene: Scene, holder: Mention | None, around: list[Mention]) -> Mention | None:
    """Who reports that others bring him together with his counterpart: "he said Oman will host talks with his"."""
    own = any(
        one.kind == "counterpart" and scene.grammar.has("possessives", scene.lowered[one.first]) for one in around
    )
    if holder is None or not own or any(actor.person is not None for actor in holder.actors):
        return None
    before = [one for one in scene.mentions if one.last < holder.first and any(each.person for each in one.actors)]
    return before[-1] if before and before[-1].party_ids.isdisjoint(holder.party_ids) else None


def _is_joined_to(scene: Scene, mention: Mention, lemmas: frozenset[str]) -> bool:
    """Whether a hyphen joins a name to a participle of one of these verbs: "Norway-mediated talks"."""
    behind = scene.lowered[mention.last + 1 : mention.last + 3]
    if len(behind) < len(("-", "mediated")) or behind[0] not in HYPHENS:
        return False
    forms = scene.lexicon.inflections(behind[1])
    return any(one.tense == "participle" and one.lemma in lemmas for one in forms)


def _is_venue(scene: Scene, mention: Mention, trigger: Trigger, around: list[Mention]) -> bool:
    """Whether a town directly before the noun says where: "the Luanda talks", where "Moscow-Kyiv talks" says whose.

    So does one behind it, "les pourparlers de Luanda", but where it says with whom: "les pourparlers de Paris avec".
    """
    theirs = any(scene.grammar.has("comitative-markers", one.marker or "") for one in around)
    is_talks = trigger.frame.act == "talks" and trigger.frame.form not in _OF_GUESTS
    between = any(scene.grammar.has("reciprocal-markers", one.marker or "") for one in around)
    summit = trigger.frame.form == "summit" and between  # "le sommet d'Accra entre Oslo et Lima"
    if (is_talks or summit) and not theirs and is_talks_in(scene, mention):
        return True
    hyphened = mention.first > 0 and scene.lowered[mention.first - 1] in HYPHENS
    right_before = mention.kind == "capital" and mention.last == trigger.first - 1 and not hyphened
    return right_before or (is_talks and names_talks(scene, mention))


_OF_GUESTS: frozenset[Form | None] = frozenset({"visit", "summit"})
"""Forms of talks whose town says more than where: who is visited; at a summit sit others than the sentence names."""


def _is_of_nobody(scene: Scene, found: Found) -> bool:
    """Whether all that is named is whom the talks are with: "ruled out talks with A and B" are none between these;
    those with one may be with whom the article tells of besides."""
    named = {mention for _, mention, _ in found}
    one = next(iter(named)) if len(named) == 1 else None
    if one is None:
        return False
    only_there = is_present(scene, one) and len(one.party_ids) == 1  # at the talks of others
    return only_there or (len(one.party_ids) > 1 and scene.grammar.has("comitative-markers", one.marker or ""))


def _brokers(scene: Scene, mention: Mention, frame: Frame, noun: int) -> bool:
    """ "under the auspices of Oman", "talks brokered by Oman"; "contested by", "a visit by" make nobody a mediator, nor
    does "talks by both sides" those who talk."""
    marker = mention.marker or ""
    if len(mention.party_ids) > 1 and mention.party_ids <= {actor.party.id for actor in scene.memory.pair}:
        return False
    if _is_joined_to(scene, mention, scene.lexicon.brokering):
        return True
    if frame.form == "visit" and scene.grammar.has("passive-markers", marker):
        return False
    if not scene.grammar.has("mediator-markers", marker):
        return False
    between = [verb for verb in scene.clauses.verbs if noun < verb.head < mention.first]
    if not between:  # "le boycott de la réunion par Lima"
        return not scene.grammar.has("agent-markers", marker)
    return between[-1].lemma in scene.lexicon.brokering


def _is_level(scene: Scene, mention: Mention) -> bool:
    """ "au niveau des chefs de la diplomatie" names a rank, not a party."""
    governor = mention.governor
    return governor is not None and scene.grammar.has("level-words", scene.lowered[max(governor, 0)])


def _wants_holder(scene: Scene, trigger: Trigger, found: Found, holder: Mention) -> bool:
    """The subject of the clause takes part where the noun says "with X" or "his", or hangs on a verb of holding.

    Several who announce, plan or want talks of nobody named are those who will hold them.
    """
    parties = {actor.party.id for _, _, actors in found for actor in actors}
    if trigger.frame.act == "mediate" and _begins(scene, trigger, _light_verb(scene, trigger)):
        return holder.party_ids.isdisjoint(parties)  # "Oslo launched a mediation between Lima and Quito"
    if any(scene.grammar.has("reciprocal-markers", mention.marker or "") for _, mention, _ in found):
        return False
    with_somebody = any(scene.grammar.has("comitative-markers", mention.marker or "") for _, mention, _ in found)
    before = scene.lowered[trigger.first - 1] if trigger.first else ""
    owned = scene.grammar.has("possessives", before)
    held = _light_verb(scene, trigger) is not None
    themselves = not parties and len(distinct(holder.actors)) > 1 and not _looks_on(scene, trigger, holder)
    return (with_somebody and len(parties) < 3) or ((owned or held) and len(parties) < 2) or themselves


def _begins(scene: Scene, trigger: Trigger, light: Verb | None) -> bool:
    """Whether a noun is the object of its support verb, no "resumed under mediation"."""
    if light is None or light.passive or light.head > trigger.first:
        return False
    between = range(light.head + 1, trigger.first)
    return not any(scene.grammar.phrase("prepositions", scene.lowered, at) for at in between)


def _looks_on(scene: Scene, trigger: Trigger, holder: Mention) -> bool:
    """Whether several only judge the talks of others, or follow those of a pair that the article has told of, to which
    none of them belongs: "are following the talks"."""
    definite = trigger.first > 0 and scene.grammar.has("definites", scene.lowered[trigger.first - 1])
    others = holder.party_ids.isdisjoint(actor.party.id for actor in scene.memory.pair or holder.actors)
    return is_judged(scene, trigger.first) or (definite and others)
