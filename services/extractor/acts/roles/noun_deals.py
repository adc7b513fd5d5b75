"""Who made the deal that a noun tells of: "a trade accord between A and B", "est parvenu à une trêve"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.directed import is_agent
from services.extractor.acts.roles.meetings import come_to_deal
from services.extractor.acts.roles.outcomes import outcome
from services.extractor.acts.roles.roles import Found, by_agent, is_between, is_with, subject_of
from services.extractor.acts.roles.told_by import teller_of
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.text.words import is_year


def deal(scene: Scene, trigger: Trigger, around: list[Mention], governing: Verb | None) -> Found | None:
    """Who fills the roles of a noun of agreement, `around` which they stand; None where it tells of none that was
    made. `governing` is its support verb."""
    if _is_over(scene, trigger):
        return None
    found: Found = [
        ("participant", mention, mention.actors)
        for mention in around
        if mention.kind == "adjective"
        or is_with(scene, mention)
        or (_may_act(trigger, mention) and is_agent(scene, trigger.frame, mention, trigger.last))
        or (mention.marker or "") in ("possessive", "")
        or scene.grammar.has("genitive-markers", mention.marker or "")
    ]
    if governing is None and (came := outcome(scene, trigger, found)):
        return came
    if governing is None and trigger.frame.lights and not _is_settled(scene, trigger, found):
        return None
    if governing is not None:
        subject = subject_of(scene, governing) or _behind(scene, trigger, governing)
        if subject is not None and not governing.passive:
            found = [*_by_whom(scene, governing, subject, found), *found]
        found = found or _made_by(scene, trigger, governing)
        if governing.passive and (teller := teller_of(scene, trigger.head, found)) is not None:
            found = [("participant", teller, teller.actors), *found]  # "Oslo said a deal had been reached with Lima"
        if not found and trigger.first > governing.head:
            found = come_to_deal(scene, governing)  # "les discussions ont débouché sur une trêve"
    return found


def _behind(scene: Scene, trigger: Trigger, governing: Verb) -> Mention | None:
    """Who stands behind the verb of the relative clause that says who came to it: "auquel sont parvenus A et B"."""
    return scene.clauses.inverted_subject(governing) if governing.first > trigger.last + 1 else None


def _is_over(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun right before a deal says that it is ended, broken or wanting: "la rupture d'un accord"."""
    first = trigger.first
    while first > 0 and trigger.first - first < _ENDED and scene.grammar.has("determiners", scene.lowered[first - 1]):
        first -= 1
    opened = first > 1 and scene.grammar.has("genitives", scene.lowered[first - 1])
    return opened and scene.grammar.has("ends-of-deals", scene.lowered[first - 2])


_ENDED = 2
"""Determiners between "of" and a deal."""


def _made_by(scene: Scene, trigger: Trigger, governing: Verb) -> Found:
    """Those by whom a passive says that a deal was made: "an accord was reached by Oslo and Lima", no "truce offer"."""
    behind = trigger.last + 1
    ends = governing.first <= behind or scene.grammar.phrase("prepositions", scene.lowered, behind) is not None
    agent = by_agent(scene, governing) if governing.passive and ends else None
    return [("participant", agent, agent.actors)] if agent is not None and len(agent.actors) > 1 else []


def _by_whom(scene: Scene, governing: Verb, subject: Mention, found: Found) -> Found:
    """What the subject of a support verb has to do with a deal: a part in it, but where it is between others: those it
    brings together, "a arraché une trêve entre Lima et Quito", or of whom it only tells, "a annoncé"."""
    others = any(is_between(scene, one) and one.party_ids.isdisjoint(subject.party_ids) for _, one, _ in found)
    if not others and not found and _brokers_for_pair(scene, governing, subject):
        return [("mediator", subject, subject.actors), ("participant", subject, scene.memory.pair)]
    if not others and len(subject.party_ids) == 1 and scene.grammar.has("brokering-for-others", governing.lemma):
        return [("mediator", subject, subject.actors)]  # "Oslo brokered a truce"
    if not others:
        return [("participant", subject, subject.actors)]
    tells = scene.grammar.has("announcing", governing.lemma)
    return [] if tells else [("mediator", subject, subject.actors)]


def _brokers_for_pair(scene: Scene, governing: Verb, subject: Mention) -> bool:
    """Whether somebody else than the two who talk made their deal: "Oslo and Lima met. Oman brokered a truce"."""
    pair = {actor.party.id for actor in scene.memory.pair}
    broker = governing.lemma in scene.lexicon.brokering and len(subject.party_ids) == 1
    return broker and len(pair) > 1 and subject.party_ids.isdisjoint(pair)


_HEADING = 1
"""Words before a noun at the head of its sentence: an article."""


def _may_act(trigger: Trigger, agent: Mention) -> bool:
    """Whether those by whom a deal is are its sides: several, or one who signs it, "la signature par Lima"."""
    return len(agent.actors) > 1 or trigger.frame.act == "sign"


_ANNOUNCED = 7
"""Words from the news of a deal to it, by whom it was told between: "l'annonce par la Maison Blanche d'un accord"."""

_DATED = 3
"""Words before a noun among which it says of when the deal is: "the recent trade agreement", "the 2015 accord"."""


def _is_settled(scene: Scene, trigger: Trigger, found: Found) -> bool:
    """Whether a noun alone says that a deal was made, and between whom: "a recent agreement between A and B"."""
    before = range(max(0, trigger.first - _DATED), trigger.head + 1)
    announced = scene.lowered[max(0, trigger.first - _ANNOUNCED) : trigger.first]
    dated = any(_dates(scene, at) for at in before) or _is_in_force(scene, trigger)
    dated = dated or scene.grammar.holds("news-of-deals", announced)
    between = [one for _, one, _ in found if scene.grammar.has("reciprocal-markers", one.marker or "")]
    told = scene.clauses.verb_after(trigger.last)
    holds = told is not None and not told.negated and not told.modals and told.tense in ("present", "past")
    if between and holds and told is not None and scene.grammar.has("deal-verbs", told.lemma):
        return any(one.plural for one in between) and not scene.clauses.crossed(between[-1].last + 1, told.first)
    if between and holds and trigger.frame.act == "sign" and told is not None and told.tense == "past":
        return trigger.first <= _HEADING  # "La signature d'un traité entre A et B a été saluée": not what is sought
    made_by = any(scene.grammar.has("agents-of-nouns", one.marker or "") for _, one, _ in found)
    return made_by or (dated and any(one.plural for one in between))


def _dates(scene: Scene, at: int) -> bool:
    """Whether a word beside a deal says that there is one, or of when: "recent", "tentative", "2015", "July"."""
    month = scene.grammar.has("month-names", scene.lowered[at]) and scene.words[at].is_capitalised
    return month or scene.grammar.has("settled", scene.lowered[at]) or is_year(scene.lowered[at])


def _is_in_force(scene: Scene, trigger: Trigger) -> bool:
    """Whether something is done by a deal, which so is there: "as part of a deal between", "under a pact between"; not
    under any, or one that may be."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 1 - _UNDER), -1):
        if scene.grammar.has("unsettled", scene.lowered[at]):
            return False
        found = scene.grammar.phrase("under-deals", scene.lowered, at)
        if found is not None:
            return at + found[0] <= trigger.first
    return False


_UNDER = 6
"""Words from "under" or "as part of" to a deal, its article and adjectives between."""
