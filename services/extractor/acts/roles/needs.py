"""Whether the clause of a verb holds what its frame needs: a complement, a wish, what lies ahead."""

from collections.abc import Callable, Mapping

from services.extractor.actors.entity import MULTILATERAL
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.company import meets_somebody, speaks_to_peer
from services.extractor.acts.roles.content_clauses import has_content, is_open, is_to_come, is_wanted, means_itself
from services.extractor.acts.roles.dismissals import sends_somebody_away
from services.extractor.acts.roles.journeys import (
    COUNTRIES,
    hosts_talks,
    is_for_talks,
    is_left,
    is_traveller,
    is_visited,
)
from services.extractor.acts.roles.no_deeds import tells_no_deed
from services.extractor.acts.roles.owners import is_noun
from services.extractor.acts.roles.roles import is_with
from services.extractor.acts.roles.senses import is_said
from services.extractor.acts.roles.undergone import is_sought
from services.extractor.acts.roles.wanted import is_planned
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import table


def has_what_it_needs(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether what the frame needs is there; see `Frame`."""
    if tells_no_deed(scene, trigger, verb) or sends_somebody_away(scene, verb):
        return False
    return all(_HOLDS[need](scene, trigger, verb) for need in trigger.frame.needs if need in _HOLDS)


def _is_about_talks(scene: Scene) -> bool:
    """Whether the sentence names what one may walk out of: else it is a strike, or a crowd that leaves."""
    return any(scene.lexicon.is_talks(word) for word in scene.lowered)


def _is_told_of_talks(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether talks or a deal are named before a verb of failing: else it is a firm or a roof that collapses."""
    talks = scene.lexicon.object_forms("negotiations")
    return any(word in talks or scene.lexicon.is_talks(word) for word in scene.lowered[: max(verb.first, trigger.last)])


def _is_against(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether it is said what one opposes: "s'oppose au plan", "s'y oppose"; "les deux camps s'opposent" says none."""
    clitics = (scene.lowered[at] for at in verb.clitics(scene.lowered, scene.grammar))
    taken_up = scene.grammar.holds("adverbial-clitics", clitics)
    subject = scene.clauses.subject(verb)
    several = subject is None or subject.plural or verb.tense == "infinitive"
    behind = (
        scene.grammar.phrase("prepositions", scene.lowered, verb.head + 1) if verb.head + 1 < len(scene.words) else None
    )
    told = behind is not None and scene.grammar.has("addressee-markers", behind[1])  # "s'opposent aux coupes"
    told = told and not scene.grammar.phrase("adverbs", scene.lowered, verb.head + 1)  # "à deux reprises"
    return taken_up or not several or told or has_content(scene, trigger, verb)


def _is_called(scene: Scene, trigger: Trigger, name: str) -> bool:
    """Whether what is judged is called by a word of a list of `evaluations.yaml`, too little or too much, "juge l'offre
    de Lima insuffisante", or enough."""
    stems = tuple(table(scene.grammar.language, "evaluations")[name])
    for word in scene.words[trigger.last + 1 : trigger.last + 1 + _SCORN_REACH]:
        if word.text in _PARTS:
            return False
        if word.folded.startswith(stems):
            return True
    return False


_PARTS = frozenset(",;:()")
"""Marks behind which a verb of judging judges nothing more."""

_SCORN_REACH = 12
"""Words from a verb of judging to the adjective, what is judged between."""

_ENDS = frozenset(",.;:)")
"""Marks behind a party of which nothing more is said."""

_FREE = ("calendar-names", "place-markers", "subordinators", "coordinators", "passive-markers")
"""Classes of words that begin something else than a predicate of the object."""


def _is_bare(scene: Scene, verb: Verb) -> bool:
    """Whether a party stands behind the verb, and behind it nothing that says what it is called."""
    behind = verb.head + 1
    while behind < len(scene.words) and scene.grammar.has("calendar-names", scene.lowered[behind]):
        behind += 1
    named = next((one for one in scene.clauses.complements(verb) if one.first == behind), None)
    rest = scene.lowered[named.last + 1 : named.last + 2] if named is not None and named.marker is None else [""]
    return not rest or rest[0] in _ENDS or scene.grammar.has_any(_FREE, rest[0])


def _ends_here(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a phrase is all that is said: "said no, citing", where "said no talks were planned" goes on."""
    behind = verb.head + len(frame.lemma.split(" "))
    while behind < len(scene.words) and scene.grammar.has_any(_WHEN, scene.lowered[behind]):
        behind += 1  # "a décliné mardi son plan"
    counted = behind < len(scene.words) and scene.grammar.has("determiners", scene.lowered[behind])
    return not (counted or is_noun(scene, behind))  # "said no more problems remained"


_WHEN = ("calendar-names", "time-words", "adverbs")


def _is_of_somebody(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether it is said right behind the verb of whom something is expected: "attend de Lima un geste"."""
    return any(
        one.marker in frame.counterpart and verb.head < one.first <= verb.head + _OF_WHOM
        for one in scene.clauses.complements(verb)
    )


_OF_WHOM = 4
"""Words from a verb of expecting to the name behind its preposition, articles and adverbs between."""


def _are_several(scene: Scene, verb: Verb) -> bool:
    """Whether they are two at least, to be brought together, "rapprocher Lima et Quito", or between whom something is
    brought about, "négocie une trêve entre Lima et Quito"."""
    several = (one for one in scene.clauses.complements(verb) if len(one.party_ids) > 1)
    return any(one.marker is None or scene.grammar.has("reciprocal-markers", one.marker) for one in several)


def _is_done_together(scene: Scene, verb: Verb) -> bool:
    """Whether several are said to do it, or one with another: "Lima et Oslo ont décidé d'une trêve"."""
    subject = scene.clauses.subject(verb)
    several = subject is not None and len(subject.party_ids) > 1
    return several or any(is_with(scene, one) for one in scene.clauses.complements(verb))


def _is_got(scene: Scene, verb: Verb) -> bool:
    """Whether a verb says that it came to it, of the subject: "a obtenu", "a réussi à obtenir", not "peut obtenir" nor
    "n'a obtenu que"."""
    only = scene.grammar.holds("infinitive-prefixes", scene.lowered[verb.first : verb.head])
    return verb.finite and not (verb.passive or verb.negated or only) and {*verb.modals} <= {_ACHIEVED}


def _is_undone(scene: Scene, verb: Verb) -> bool:
    """Whether a verb does not say that it has been done: "négocie", "tente de négocier", not "a négocié"."""
    return bool(verb.modals) or len(verb.lemmas) == 1 or not scene.grammar.has("auxiliaries", verb.lemmas[0])


_ACHIEVED = "success"
"""What a modal does to a deed that it says to be done: "a réussi à"."""


def _is_ahead(scene: Scene, verb: Verb) -> bool:
    """Whether the verb tells of what is to be: "will reply", "plans to take revenge", "il est prévu qu'il voie"."""
    return verb.tense in ("future", "conditional") or "plan" in verb.modals or is_planned(scene, verb)


def _is_spared(frame: Frame, verb: Verb) -> bool:
    """Whether what would be a threat is said not to come: "will not strike", where "will not sit idly by" is one."""
    return frame.act == "threaten" and verb.negated and frame.negated is None


def _vote(scene: Scene, verb: Verb) -> bool:
    """Whether those who act are workers or members, whose yes to an offer accepts it: "drivers backed the offer"."""
    subject = scene.clauses.subject(verb)
    if subject is None or not any(actor.party.kind == "union" for actor in subject.actors):
        return False
    opened = subject.first + scene.grammar.has("determiners", scene.lowered[subject.first])
    crowd = scene.grammar.phrase("acting-plurals", scene.lowered, opened)
    alone = crowd is not None and opened + crowd[0] > subject.last  # not "the Drivers' Union"
    return alone or scene.grammar.holds("voters", scene.lowered[subject.first : subject.last + 1])


def _is_owed(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody is expected to do is what he owes, "expects Lima to honour the truce", and no forecast,
    "expects Lima to win"."""
    if verb.passive:
        return False
    whose = next((one for one in scene.clauses.complements(verb) if one.marker is None and one.first > verb.head), None)
    due = scene.clauses.verb_at(whose.last + 2) if whose is not None else None
    near = whose is not None and whose.first - verb.head <= _OWER
    if due is None or not near or due.tense != "infinitive" or due.passive:
        return False
    return due.lemma in scene.lexicon.commissive or due.lemma in table(scene.grammar.language, "evaluations")["owed"]


_OWER = 3
"""Words from a verb of expecting to of whom it is said, an adverb and an article between."""


_Check = Callable[[Scene, Trigger, Verb], bool]

_HOLDS: Mapping[str, _Check] = {
    "person": lambda scene, trigger, verb: meets_somebody(scene, trigger.last, verb) or hosts_talks(scene, verb),
    "item": has_content,
    "talking": lambda scene, trigger, verb: _is_about_talks(scene),
    "failing": lambda scene, trigger, verb: _is_told_of_talks(scene, trigger, verb),
    "negated": lambda scene, trigger, verb: verb.negated,
    "said": lambda scene, trigger, verb: is_said(scene, verb),
    "coming": lambda scene, trigger, verb: is_to_come(scene, verb),
    "other": lambda scene, trigger, verb: not means_itself(scene, verb, trigger.last),
    "against": _is_against,
    "scorned": lambda scene, trigger, verb: _is_called(scene, trigger, "scorned"),
    "fit": lambda scene, trigger, verb: _is_called(scene, trigger, "fit"),
    "wanted": lambda scene, trigger, verb: is_wanted(scene, trigger.frame, verb),
    "open": lambda scene, trigger, verb: is_open(scene, verb, trigger.last),
    "interlocutor": lambda scene, trigger, verb: speaks_to_peer(scene, trigger.frame, verb),
    "visitor": lambda scene, trigger, verb: is_visited(scene, verb),
    "of": lambda scene, trigger, verb: _is_of_somebody(scene, trigger.frame, verb),
    "club": lambda scene, trigger, verb: is_left(scene, trigger.frame, verb, MULTILATERAL),
    "land": lambda scene, trigger, verb: is_left(scene, trigger.frame, verb, COUNTRIES),
    "voters": lambda scene, trigger, verb: _vote(scene, verb),
    "several": lambda scene, trigger, verb: _are_several(scene, verb),
    "together": lambda scene, trigger, verb: _is_done_together(scene, verb),
    "sought": lambda scene, trigger, verb: is_sought(scene, verb),
    "got": lambda scene, trigger, verb: _is_got(scene, verb),
    "done": lambda scene, trigger, verb: not _is_undone(scene, verb),
    "undone": lambda scene, trigger, verb: _is_undone(scene, verb),
    "owed": lambda scene, trigger, verb: _is_owed(scene, verb),
    "traveller": lambda scene, trigger, verb: is_traveller(scene, trigger.frame, verb),
    "purpose": lambda scene, trigger, verb: is_for_talks(scene, verb),
    "ahead": lambda scene, trigger, verb: _is_ahead(scene, verb) and not _is_spared(trigger.frame, verb),
    "bare": lambda scene, trigger, verb: _is_bare(scene, verb),
    "end": lambda scene, trigger, verb: _ends_here(scene, trigger.frame, verb),
    "company": lambda scene, trigger, verb: any(is_with(scene, one) for one in scene.clauses.complements(verb)),
}
"""What a frame may need → whether the clause holds it; other needs are of who takes part (`verbal.py`)."""
