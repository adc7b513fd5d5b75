"""Who takes part in what is done together: meetings, talks and their end, agreements."""

from collections.abc import Sequence

from schemas.negotiation import Role
from services.extractor.actors.entity import MULTILATERAL
from services.extractor.actors.mention import Actor, Mention, distinct
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.addressees import taken_up
from services.extractor.acts.roles.deals import sellers
from services.extractor.acts.roles.journeys import ENVOYS, hosts_talks
from services.extractor.acts.roles.own_people import is_among_own
from services.extractor.acts.roles.relatives import whom
from services.extractor.acts.roles.roles import (
    Found,
    completed,
    is_between,
    is_broker,
    is_over,
    is_place_only,
    is_present,
    is_with,
)
from services.extractor.acts.scene import Scene, reports
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS

_PAIR = 2
"""Parties that a meeting takes."""


def _does_else(scene: Scene, verb: Verb, agent: Mention) -> bool:
    """Whether "by" brings the agent of another verb: "brokered a deal to free the hostages held by rebels"."""
    own = scene.clauses.verb_at(agent.governor) if agent.governor is not None and agent.governor >= 0 else None
    return own is not None and own is not verb


def meeting(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None, agent: Mention | None) -> Found | None:
    """Who meets, mediates, hosts, by subject, agent and complements; None where somebody unknown meets those named."""
    if "outsider" in frame.needs and _is_no_outsider(subject, agent):
        return None
    found: Found = []
    role: Role = "mediator" if frame.act == "mediate" else "participant"
    for mention in (subject, agent or _host_unsaid(scene, frame, verb, subject), _host_of_offer(scene, verb, subject)):
        if mention is not None:
            met = verb.passive and mention is subject
            hosts = mention is agent and _has_the_pair(scene, verb, subject, mention)
            found.append(("host" if hosts else "participant" if met else role, mention, mention.actors))
    for mention in scene.clauses.complements(verb):
        marker = mention.marker or "object"
        if _is_where(scene, frame, verb, found, mention):
            continue
        by_them = frame.act == "mediate" and scene.grammar.has("mediator-markers", marker)
        if (is_broker(scene, mention) or by_them) and not _does_else(scene, verb, mention):
            found.append(("mediator", mention, mention.actors))
        elif frame.act == "mediate" and _is_beside_mediator(scene, mention):
            found.append(("mediator", mention, mention.actors))
            continue
        with_them = is_with(scene, mention) or (frame.act == "talks" and is_present(scene, mention))
        received = verb.passive or (verb.tense == "participle" and "person" in frame.needs)  # "Lima, reçue à l'Élysée,"
        if marker in frame.counterpart or with_them or (received and _is_seat(scene, mention, agent)):
            found.append(("participant", mention, mention.actors))
    if frame.act == "talks" and (_is_what_about(scene, verb, found) or is_among_own(scene, verb, subject, found)):
        return None
    found = _for_others(scene, _without_topics(scene, frame, verb, found), subject or agent)
    found += _before(scene, frame, verb, subject)
    bargained = () if _are_several(found) else sellers(scene, frame, verb)
    found += [("participant", one, one.actors) for one in (*bargained, *_taken_up(scene, frame, verb, subject))]
    if subject is not None and _hosts(scene, verb, subject, found):
        found[0] = ("host", subject, subject.actors)
    if _lacks_others(frame, verb, subject, found):
        return None
    found = completed(scene, found)
    return None if frame.act == "talks" and _is_met_by_nobody(scene, verb, subject or agent, found) else found


def _is_no_outsider(subject: Mention | None, agent: Mention | None) -> bool:
    """Whether nobody is told who might stand between others: "la réunion vise à relancer les pourparlers", a club."""
    nobody = subject is None and agent is None
    return nobody or (subject is not None and any(_is_club(actor) for actor in subject.actors))


def _without_topics(scene: Scene, frame: Frame, verb: Verb, found: Found) -> Found:
    """Those who meet without whom they only speak of, where two are named, or a body of many: "met the envoy to discuss
    the war with"."""
    if frame.act != "talks":
        return found
    others = [one for one in found if not (_is_topic(scene, one[1]) or _is_of_item(scene, verb, one[1]))]
    clubs = any(actor.party.kind in MULTILATERAL for _, _, actors in others for actor in actors)
    return others if _are_several(others) or clubs else found


def _for_others(scene: Scene, found: Found, doer: Mention | None) -> Found:
    """Who negotiates a deal of two others stands between them: "Oslo negotiated the deal between Lima and Accra"."""
    others = {one for _, one, _ in found if one is not doer}
    if doer is None or not all(is_between(scene, one) for one in others) or not _are_apart(doer, others):
        return found
    return [("mediator" if one is doer else role, one, actors) for role, one, actors in found]


def _are_apart(doer: Mention, others: set[Mention]) -> bool:
    """Whether others are two at least, and who does it is none of them."""
    parties = {party for one in others for party in one.party_ids}
    return len(parties) >= _PAIR and doer.party_ids.isdisjoint(parties)


def _is_what_about(scene: Scene, verb: Verb, found: Found) -> bool:
    """Whether an infinitive only says of what those speak who met, as a verb before told: "met him to discuss the war
    with Peru"."""
    matrix = scene.clauses.any_verb_before(verb.first) if verb.tense == "infinitive" else None
    meets = matrix is not None and "talks" in scene.lexicon.told_by(matrix.lemma)
    return meets and any(_is_topic(scene, one) or _is_of_deal(scene, verb, one) for _, one, _ in found)


def _is_topic(scene: Scene, mention: Mention) -> bool:
    """Whether a noun of what is between two stands before "with" and somebody: "ties with Peru"."""
    governor = mention.governor
    near = is_with(scene, mention) and governor is not None and governor >= 0
    return near and governor is not None and scene.grammar.has("between-two", scene.lowered[governor])


def _is_of_item(scene: Scene, verb: Verb, mention: Mention) -> bool:
    """Whether somebody is only with whom the talks or deal are which a meeting is to prepare or go through: "met to
    prepare the talks with Peru"."""
    words = scene.lowered[verb.head + 1 : mention.first]
    through = next((at for at, word in enumerate(words) if scene.grammar.has("going-through", word)), None)
    return is_with(scene, mention) and through is not None and _tell_deal(scene, words[through:])


def _is_of_deal(scene: Scene, verb: Verb, mention: Mention) -> bool:
    """Whether it is with somebody that the talks or deal right behind a verb are, which only say what is spoken of."""
    close = mention.first - verb.head <= _SPOKEN_OF
    return close and is_with(scene, mention) and _tell_deal(scene, scene.lowered[verb.head + 1 : mention.first])


_SPOKEN_OF = 5
"""Words from a verb of speaking to with whom the deal is that is spoken of."""


def _tell_deal(scene: Scene, words: Sequence[str]) -> bool:
    return any(scene.lexicon.is_talks(word) or word in scene.lexicon.deals for word in words)


def _lacks_others(frame: Frame, verb: Verb, subject: Mention | None, found: Found) -> bool:
    """Whether who must be named beside the subject is not."""
    alone = "named" in frame.needs and len({actor.party.id for _, _, actors in found for actor in actors}) < _PAIR
    return alone or ("outsider" in frame.needs and not verb.passive and _is_their_own(subject, found))


def _is_their_own(subject: Mention | None, found: Found) -> bool:
    """Whether several are told to mend only what is between themselves: "Oslo and Lima healed their rift"."""
    if subject is None or len(subject.party_ids) < _PAIR:
        return False
    return all(one.party_ids <= subject.party_ids for role, one, _ in found if role == "participant")


def _host_unsaid(scene: Scene, frame: Frame, verb: Verb, guests: Mention | None) -> Mention | None:
    """By whom people are received where it is not said: by the minister whom the sentence before tells of."""
    hosts = tuple(one for one in scene.memory.focus if one.level in ENVOYS and one.party.kind == "country")
    guests = guests or scene.clauses.inverted_subject(verb)  # "jeudi seront reçus les pêcheurs"
    people = guests is not None and all(actor.party.kind in _RECEIVED for actor in guests.actors)
    if not (verb.passive and verb.finite and people and len(hosts) == 1 and "person" in frame.needs):
        return None
    if any(_is_seat(scene, one, None) for one in scene.clauses.complements(verb)):
        return None  # "a été reçu au ministère"
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", hosts)


_RECEIVED = frozenset({"union", "employer", "ngo", "movement", "company", "political-party"})
"""Kinds of bodies whose people a government receives."""


def _is_where(scene: Scene, frame: Frame, verb: Verb, found: Found, mention: Mention) -> bool:
    """Whether a complement says where others meet: "se sont parlé à Singapour"."""
    if mention.marker is None:
        return is_place_only(scene, mention)
    if verb.reflexive and scene.grammar.has("place-markers", mention.marker) and _are_several(found):
        return True
    return "purpose" in frame.needs and bool(found) and _is_only_where(scene, verb, found, mention)


def _are_several(found: Found) -> bool:
    return len({actor.party.id for _, _, actors in found for actor in actors}) >= _PAIR


def _before(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> Found:
    """Those whom a pronoun before the verb takes up: "le roi les a reçus"."""
    if subject is None or verb.passive:
        return []
    return [("participant", one, one.actors) for one in taken_up(scene, frame, verb, subject.party_ids)]


def _taken_up(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> list[Mention]:
    """With whom a relative clause says that somebody meets: "Lima, avec qui Oslo négocie", "Lima, qu'Oslo a reçue"."""
    one = whom(scene, verb)
    if one is None or subject is None or one == subject:
        return []
    return [one] if is_with(scene, one) or (one.marker or "object") in frame.counterpart else []


def _has_the_pair(scene: Scene, verb: Verb, guests: Mention | None, agent: Mention) -> bool:
    """Whether those received are the two who talk: "Welcomed by Oman, the two sides met" under a host."""
    if guests is None or verb.lemma not in scene.lexicon.hosting or len(scene.memory.pair) < _PAIR:
        return False
    pair = {actor.party.id for actor in scene.memory.pair}
    return guests.party_ids == pair and agent.party_ids.isdisjoint(pair)


def _is_beside_mediator(scene: Scene, mention: Mention) -> bool:
    """Whether those with whom somebody mediates do so, too: "mediates with Oman", where Oman is none of the sides."""
    sides = {actor.party.id for actor in scene.memory.pair}
    with_them = scene.grammar.has("comitative-markers", mention.marker or "")
    return with_them and bool(sides) and mention.party_ids.isdisjoint(sides)


def _is_only_where(scene: Scene, verb: Verb, found: Found, mention: Mention) -> bool:
    """Whether where one goes is nobody's home here: others are met there, or several go to a place between them."""
    several = len({actor.party.id for _, _, actors in found for actor in actors}) > 1
    others = any(is_with(scene, one) for one in scene.clauses.complements(verb))
    return (several or others) and not is_with(scene, mention)


def _is_club(actor: Actor) -> bool:
    """Whether a body is made of those whom it brings together: it mediates nothing."""
    return actor.party.kind in _CLUBS


_CLUBS = frozenset({"forum", "alliance", "coalition"})


def _host_of_offer(scene: Scene, verb: Verb, subject: Mention | None) -> Mention | None:
    """Who offers to meet, takes part: "Oslo proposed to the unions to talk"."""
    matrix = scene.clauses.any_verb_before(verb.first)
    if verb.tense != "infinitive" or subject is None or matrix is None or subject.first < matrix.head:
        return None
    return scene.clauses.subject(matrix) if scene.grammar.modals.get(matrix.lemma) == "offer" else None


def _is_met_by_nobody(scene: Scene, verb: Verb, doer: Mention | None, found: Found) -> bool:
    """Whether all who are named are whom somebody unknown meets: they do not meet each other."""
    met = {mention for _, mention, _ in found}
    if doer is not None or verb.passive or verb.reflexive or len(met) != 1:
        return False
    one = next(iter(met))
    brought = verb.lemma in scene.lexicon.brokering and len(one.actors) > 1  # "the envoy gathered Oslo and Lima"
    return not brought and not scene.grammar.has("reciprocal-markers", one.marker or "")


def _hosts(scene: Scene, verb: Verb, subject: Mention, found: Found) -> bool:
    """Whether the subject only has others at its table: "hosted talks between Peru and Chile", "will host the talks"
    of two others, "hosted the delegations" of both.
    """
    if verb.passive or verb.lemma not in scene.lexicon.hosting:
        return False
    if any(scene.grammar.has("reciprocal-markers", mention.marker or "") for _, mention, _ in found):
        return True
    guests = {actor.party.id for _, mention, actors in found for actor in actors if mention is not subject}
    pair = {actor.party.id for actor in scene.memory.pair}
    if not guests:  # He may sit with the two himself: "hosted trilateral talks".
        return len(pair - subject.party_ids) >= _PAIR and hosts_talks(scene, verb)
    return guests == pair and subject.party_ids.isdisjoint(pair)


def _is_seat(scene: Scene, mention: Mention, agent: Mention | None) -> bool:
    """Whether one was received where those are whom one saw: "at the Kremlin", "au ministère du Travail", "au siège de
    Renault"; who is said to have received one, did."""
    if agent is None and _is_house(scene, mention):
        return True
    seat = any(name.kind == "metonym" and mention.start <= name.start < mention.end for name in scene.names)
    return seat and scene.grammar.has("place-markers", mention.marker or "")


def _is_house(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is told of by his house: "à la mairie de Lyon", "en préfecture"; "au Pérou" is a country."""
    before = scene.lowered[max(0, mention.first - _TO_HOUSE) : mention.first]
    if scene.grammar.holds("seats", before):
        return True
    opening = next((at for at in range(mention.first, mention.last + 1) if _is_noun(scene, at)), None)
    within = opening is not None and not scene.words[opening].is_capitalised
    return within and scene.grammar.has("place-markers", mention.marker or "")


def _is_noun(scene: Scene, at: int) -> bool:
    return not scene.grammar.has_any(("determiners", "place-markers"), scene.lowered[at])


_TO_HOUSE = 3
"""Words from "siège" to whose it is: "au siège de la compagnie"."""


def mutual(scene: Scene, frame: Frame, verb: Verb, found: Found) -> Found:
    """ "X and Y agreed", "X agreed with Y": both are participants; "X agreed to the demand of Y": directed."""
    if frame.act not in DEALS or (verb.negated and frame.negated):
        return found
    partners = [one for one in scene.clauses.complements(verb) if is_with(scene, one) or _is_allied(scene, frame, one)]
    subject = next((mention for role, mention, _ in found if role == "initiator"), None)
    if subject is None or not (partners or len(distinct(subject.actors)) > 1):
        return found
    whose = next((mention for role, mention, _ in found if role == "counterpart"), None)
    if frame.act == "agree" and not partners and whose is not None and _is_answered(scene, verb, whose):
        return found  # "A and B accepted C's offer"
    others = [one for one in partners if is_between(scene, one) and one.party_ids.isdisjoint(subject.party_ids)]
    if others and len(subject.party_ids) == 1:  # "a négocié une trêve entre Lima et Quito"
        return [("mediator", subject, subject.actors), *(("participant", one, one.actors) for one in others)]
    together: Found = [("participant", mention, mention.actors) for mention in (subject, *partners)]
    brokers = [one for one in scene.clauses.complements(verb) if is_over(scene, one) and not is_of_talks(scene, one)]
    return together + [("mediator", one, one.actors) for one in brokers]


def _is_allied(scene: Scene, frame: Frame, one: Mention) -> bool:
    """Whether somebody is told behind "to" with whom a verb says that something is made: "s'est alliée au Pérou"."""
    both = one.marker in frame.counterpart and scene.grammar.holds("comitative-markers", frame.counterpart)
    return both and one.marker is not None and scene.grammar.has("addressee-markers", one.marker)


def _is_answered(scene: Scene, verb: Verb, whose: Mention) -> bool:
    """Whether what a verb is done to is somebody's offer or plan: no "agreed to restore Norwegian rights", no deal."""
    behind = scene.lowered[verb.head + 1 : whose.last + 1 + _OFFER]
    offered = scene.lexicon.answerable - scene.lexicon.deals
    return verb.head < whose.first and not offered.isdisjoint(behind) and scene.lexicon.deals.isdisjoint(behind)


_OFFER = 4
"""Words from whose offer it is to the offer: "Norway's latest peace offer"."""


def is_of_talks(scene: Scene, broker: Mention) -> bool:
    """Whether who is named mediates what a noun beside tells: "signed a truce after talks facilitated by Oman"."""
    return broker.governor is not None and scene.lexicon.is_talks(scene.lowered[max(broker.governor, 0)])


def is_about_talks(scene: Scene, verb: Verb, subject: Mention) -> bool:
    """Whether what breaks down are the talks that a reporter speaks of: "Ford said talks with the union collapsed"."""
    talks = scene.lexicon.object_forms("negotiations")
    between = range(subject.last + 1, verb.first)
    reporter = any(reports(one, scene.clauses, scene.lexicon) for one in scene.clauses.verbs if one.head in between)
    own = any(scene.grammar.has("relatives", scene.lowered[at]) for at in between)
    return reporter and not own and any(scene.lowered[at] in talks for at in between)


_OWNING = ("of", "possessive")
"""How those are marked whose talks they are: "Norway's talks with Peru collapsed"."""


def broken_off(scene: Scene, verb: Verb, reporter: Mention | None = None) -> Found | None:
    """Talks that collapse are broken off by both sides: those named beside the noun, else those who are talking."""
    first = max((at for at in range(verb.first) if scene.clauses.crossed(at, at + 1)), default=-1)
    talks = scene.lexicon.object_forms("negotiations")
    if not any(word in talks for word in scene.lowered[first + 1 : verb.first]):
        return None
    beside = [
        one
        for one in scene.mentions
        if first < one.first < verb.first and (is_with(scene, one) or one.kind == "adjective" or one.marker in _OWNING)
    ]
    beside += [one for one in scene.clauses.complements(verb) if is_between(scene, one)]  # "is cut off between A and B"
    if len({party for one in beside if is_between(scene, one) for party in one.party_ids}) > 1:
        beside = [one for one in beside if one.kind != "adjective"]  # "between drivers and firms in the Dutch ports"
    if len({party for one in beside for party in one.party_ids}) > 1:
        return [("participant", one, one.actors) for one in beside]
    if reporter is not None and beside and is_with(scene, beside[0]):
        return [("participant", one, one.actors) for one in (reporter, beside[0])]
    if not scene.memory.pair:
        return None
    start, end = scene.span(verb.first, verb.head)
    talking = Mention(verb.first, verb.head, start, end, "description", scene.memory.pair)
    return [("participant", talking, scene.memory.pair)]


def come_to_deal(scene: Scene, verb: Verb) -> Found:
    """Those whose talks end in a deal, where the talks are the subject: "talks between A and B led to a truce"."""
    whose = broken_off(scene, verb) or []
    named = all(one.first < verb.first and one.kind != "description" for _, one, _ in whose)
    mine = scene.clauses.subject(verb) is None and not verb.passive
    return whose if named and mine else []
