"""Talks to which somebody agrees: "agreed to meet Oslo in May" tells these talks, and no deal besides."""

from collections.abc import Sequence

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate


def consents(pairs: Sequence[tuple[Candidate, Trigger]], scene: Scene) -> list[Candidate]:
    """The deals that say no more than that those who made them will meet, which the talks beside them tell."""
    told = [(one, trigger) for one, trigger in pairs if one.act == "talks" and one.status in _AHEAD and _meets(trigger)]
    return [
        deal
        for deal, by in pairs
        if deal.act == "agree"
        and deal.status == "occurred"
        and len(deal.items) == 1
        and any(deal.party_ids <= talks.party_ids and _is_all(deal, by, trigger, scene) for talks, trigger in told)
    ]


_AHEAD = ("scheduled", "proposed", "conditional")

_PLAIN = 0.7
"""Weight of a frame from which on its words mean talks wherever they stand: "meet", not "échanger", "send envoys"."""


def _meets(talks: Trigger) -> bool:
    return talks.frame.weight >= _PLAIN and talks.frame.form != "visit"


def _is_all(deal: Candidate, by: Trigger, talks: Trigger, scene: Scene) -> bool:
    """Whether what is agreed begins with the verb of the talks, "to meet", "to hold a second round of talks", and names
    nothing else to be done."""
    first, last = scene.words_of(deal.items[0])[0], scene.words_of(deal.items[0])[-1]
    if not (by.last < first <= talks.first <= last and talks.first - first <= _TO_NOUN):
        return False
    if not talks.inflections and _is_object(scene, first, talks):
        return True  # "a accepté un dialogue"
    own = scene.clauses.verb_at(talks.head) or scene.clauses.any_verb_before(talks.first)
    if own is None or not (own.first <= first + 1 and first <= own.head <= talks.last):
        return False
    if own.tense != "infinitive" and own.first > by.last:
        return False  # "a deal that will open up"
    if any(own.head < verb.first < talks.first for verb in scene.clauses.verbs):
        return False
    if not scene.lexicon.object_forms("captives").isdisjoint(scene.lowered[first : last + 1]):
        return False  # "échanger des prisonniers"
    return not any(
        verb.tense == "infinitive" and scene.grammar.has("coordinators", scene.lowered[verb.first - 1])
        for verb in scene.clauses.verbs
        if first < verb.first <= last
    )


def _is_object(scene: Scene, first: int, talks: Trigger) -> bool:
    """Whether the noun of the talks is what is agreed, or begins it: "accepte | l'ouverture de | pourparlers", "le
    principe d'une | rencontre"."""
    return all(scene.grammar.has_any(_BEFORE, word) for word in scene.lowered[first : talks.first])


_BEFORE = ("determiners", "genitives", "openings-of-talks", "principles-of-talks", "calendar-names", "time-words")
"""Classes of words that may stand between a verb of agreeing and the talks agreed to."""

_TO_NOUN = 6
"""Words from the beginning of what is agreed to the noun of the talks: "hold a second round of face-to-face talks"."""
