"""What the frames of a sentence tell twice, or of another: one candidate a word, talks without what they are for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.mediation import with_mediators
from services.extractor.acts.relative_clauses import noun_owned
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, Candidate, Range

Told = tuple[Candidate, Trigger]


def apart(made: Sequence[Told], triggers: Sequence[Trigger], scene: Scene) -> list[Told]:
    """The candidates of a sentence without those that are part of others, mediators with the talks they mediate."""
    single = _without_brokered(with_mediators(list(_outermost(made, scene)), triggers, scene))
    single = _without_decided(_without_terms(_without_subjects(single, scene), scene), scene)
    single = _without_agreed(_without_refused(_without_avoided(single, scene), scene), scene)
    return list(_without_purposes(list(_without_ended(_without_invitations(single, scene), scene)), scene))


def _without_brokered(made: Sequence[Told]) -> list[Told]:
    """One event of talks and who mediates them: "talks facilitated by Oman", "met under the mediation of Oman"."""
    by_verb = [_mediators(one) for one, trigger in made if one.act == "mediate" and trigger.inflections]
    by_noun = [_mediators(one) for one, trigger in made if one.act == "talks"]
    return [told for told in made if not _is_brokered(*told, by_verb, by_noun)]


def _is_brokered(
    one: Candidate, trigger: Trigger, by_verb: Sequence[frozenset[str]], by_noun: Sequence[frozenset[str]]
) -> bool:
    """Whether it is told as well by a verb of mediation: talks of the same mediators, or of nobody but them."""
    mediators = _mediators(one)
    if one.act == "talks":
        who = mediators or one.party_ids
        return bool(who) and who in by_verb
    return bool(mediators) and one.act == "mediate" and not trigger.inflections and mediators in by_noun


def _without_subjects(made: Sequence[Told], scene: Scene) -> list[Told]:
    """One event of talks that are the subject of a verb of meeting: "le comité mixte Pérou-Chili s'est réuni"."""
    talks = [(one, trigger) for one, trigger in made if one.act == "talks"]
    doubled = {
        min((noun, verb), key=lambda told: len(told[0].party_ids))[1].head
        for noun in talks
        for verb in talks
        if _is_subject(noun[1], verb[1], scene) and not _differ(noun[0], verb[0])
    }
    return [(one, trigger) for one, trigger in made if one.act != "talks" or trigger.head not in doubled]


def _is_subject(noun: Trigger, verb: Trigger, scene: Scene) -> bool:
    if noun.inflections or not verb.inflections or noun.last >= verb.first:
        return False
    if not MARKS.isdisjoint(scene.lowered[noun.last : verb.first]):
        return False
    behind = scene.clauses.verb_after(noun.last)
    if behind is None or not behind.first <= verb.head <= behind.head:
        return False
    beside = noun.first > 0 and scene.grammar.phrase("prepositions", scene.lowered, noun.first - 1) is not None
    return not beside and not scene.clauses.crossed(noun.last + 1, behind.first)


def _differ(one: Candidate, other: Candidate) -> bool:
    """Whether each names somebody whom the other does not."""
    return not (one.party_ids <= other.party_ids or other.party_ids <= one.party_ids)


def _without_terms(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without the promises of both that only say what their deal holds: "signed a charter committing both to"."""
    deals = [(one.party_ids, trigger) for one, trigger in made if one.act in DEALS and trigger.inflections]
    return [
        (one, trigger)
        for one, trigger in made
        if one.act != "promise" or not any(_is_term(one, trigger, *deal, scene) for deal in deals)
    ]


def _is_term(promise: Candidate, told: Trigger, both: frozenset[str], deal: Trigger, scene: Scene) -> bool:
    verb = scene.clauses.verb_at(told.head) if told.inflections else None
    if verb is None or verb.tense != "gerund" or not deal.last < told.first or len(both) < _BOTH:
        return False
    if "," not in scene.lowered[deal.last : told.first]:
        return told.first <= deal.last + _INSTRUMENT and promise.party_ids <= both
    bound = {actor.party.id for actor in promise.of("initiator")}
    loose = scene.lowered[verb.first - 1] == ","  # "signed a pact, pledging to cut their quotas"
    return loose and bound == both and not _acts_between(deal.last, verb.first, scene)


_BOTH = 2
"""Parties of a deal."""

_INSTRUMENT = 6
"""Words from a verb of signing to a gerund that says what is in the document signed."""


def _without_decided(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without what two only decided where the words behind tell the act, or that nothing is done: "both decided to
    suspend the treaty", "both decided to hold talks", "decided not to go"."""
    return [(one, trigger) for one, trigger in made if one.act != "agree" or not _only_decides(trigger, made, scene)]


def _only_decides(decided: Trigger, made: Sequence[Told], scene: Scene) -> bool:
    if not decided.inflections or _agrees_to_end(decided, made, scene):
        return bool(decided.inflections)
    if not scene.grammar.has("decisions", decided.frame.lemma):
        return False
    behind = range(decided.last + 1, min(decided.last + 1 + _DECIDED, len(scene.words)))
    told = any(one.act not in _GIVEN and trigger.head in behind for one, trigger in made)
    to_talk = any(scene.lexicon.is_talks(scene.lowered[at]) for at in behind)
    return told or to_talk or scene.grammar.holds("negators", scene.lowered[behind.start : behind.start + 1])


def _agrees_to_end(agreed: Trigger, made: Sequence[Told], scene: Scene) -> bool:
    """Whether what is agreed is to break off talks, or to put them off: "agreed to suspend the talks"."""
    verb = scene.clauses.verb_at(agreed.head)
    if verb is None or verb.head <= agreed.last:
        return False
    ends = any(one.act == "suspend" and trigger.head == verb.head for one, trigger in made)
    rests = scene.grammar.has("dropping", verb.lemma)
    return ends or (rests and any(one.act == "talks" and _is_put_off(verb, trigger, scene) for one, trigger in made))


def _is_put_off(verb: Verb, talks: Trigger, scene: Scene) -> bool:
    """Whether talks are the object of a verb of putting off: "postpone the | talks"."""
    between = range(verb.head + 1, talks.first)
    prepositions = (scene.grammar.phrase("prepositions", scene.lowered, at) for at in between)
    return 0 <= talks.first - verb.head <= _OBJECT_REACH and not any(prepositions)


_DECIDED = 6
"""Words from a verb of deciding to the talks that are decided on: "decided to carry on the | talks"."""

_GIVEN = frozenset({"concede", "promise"})
"""Acts of one that two who decide on them agree on: "decided to open their ports"."""


def _without_agreed(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without the talks that both only agreed on: "the session in Lima was agreed upon in May"."""
    agreed = [trigger for one, trigger in made if one.act == "agree" and trigger.inflections]
    return [
        (one, trigger)
        for one, trigger in made
        if one.act != "talks" or not any(_is_agreed_on(trigger, by, scene) for by in agreed)
    ]


def _is_agreed_on(noun: Trigger, by: Trigger, scene: Scene) -> bool:
    verb = scene.clauses.verb_at(by.head)
    return verb is not None and verb.passive and verb.finite and _is_subject(noun, by, scene)


def _without_avoided(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without the meetings to which somebody will not go, told by a participle: "boude le sommet convoqué par Lima"."""
    return [
        (one, trigger)
        for one, trigger in made
        if one.act != "talks" or not any(_is_avoided(one, trigger, *refusal, scene) for refusal in made)
    ]


def _is_avoided(talks: Candidate, told: Trigger, refusal: Candidate, by: Trigger, scene: Scene) -> bool:
    verb = scene.clauses.verb_at(told.head) if told.inflections else None
    if verb is None or verb.finite or refusal.act not in ("reject", "suspend") or not by.inflections:
        return False
    doers = {actor.party.id for actor in refusal.of("initiator")}
    meeting = scene.lexicon.is_talks(scene.lowered[verb.first - 1])
    return meeting and by.last < told.first and bool(doers) and doers <= talks.party_ids


def _without_refused(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without what a refusal told by its noun says that somebody will not do: "le refus de Lima de signer"."""
    refusals = {trigger.head: one for one, trigger in made if one.act == "reject" and not trigger.inflections}
    refused = [(one, _refusal_of(trigger, refusals, scene)) for one, trigger in made if refusals]
    for one, refusal in refused:
        if refusal is not None and not refusal.of("counterpart"):  # "de signer un accord avec Oslo"
            others = (each for each in one.fillers if each.actor.party.id not in refusal.party_ids)
            refusal.fillers += [replace(each, role="counterpart") for each in others]
    undone = [one for one, refusal in refused if refusal is not None]
    return [(one, trigger) for one, trigger in made if not any(one is each for each in undone)]


def _refusal_of(trigger: Trigger, refusals: Mapping[int, Candidate], scene: Scene) -> Candidate | None:
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    if verb is None or verb.tense != "infinitive":
        return None
    owner = scene.clauses.absolute.get(verb.first)
    owned = noun_owned(owner, scene.lowered, scene.grammar) if owner is not None else verb.first
    before = (owned, *range(verb.first - _PARTICLE, verb.first))
    return next((refusals[at] for at in before if at in refusals), None)


def _without_invitations(made: Sequence[Told], scene: Scene) -> list[Told]:
    """Without the offers that only say at whose invitation those meet who do: "invited by Oslo, Lima's envoys met"."""
    meeting = {
        party
        for one, trigger in made
        if one.act == "talks" and not _is_guest(scene, trigger)
        for party in one.party_ids
    }
    return [
        (one, trigger)
        for one, trigger in made
        if not (one.act in ("propose", "talks") and not one.party_ids.isdisjoint(meeting) and _is_guest(scene, trigger))
    ]


def _is_guest(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of inviting says of somebody that he was invited."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    return (
        verb is not None and scene.grammar.has("inviting", verb.lemma) and (verb.passive or verb.tense == "participle")
    )


def _mediators(candidate: Candidate) -> frozenset[str]:
    return frozenset(actor.party.id for actor in candidate.of("mediator"))


def _outermost(made: Sequence[Told], scene: Scene) -> Iterator[Told]:
    """One candidate a word: of its frames the one whose roles are best filled."""
    best: dict[tuple[Range, int], Told] = {}
    for candidate, trigger in made:
        word = candidate.trigger, candidate.turn
        known = best.get(word)
        if known is None or _fits_better((candidate, trigger), known, scene):
            best[word] = candidate, trigger
    yield from best.values()


def _without_ended(made: Sequence[Told], scene: Scene) -> Iterator[Told]:
    """Without the talks of which only their end is told: "talks between A and B collapsed", "A broke off the talks"."""
    ends = [(one, trigger) for one, trigger in made if one.act == "suspend"]
    for candidate, trigger in made:
        if candidate.act != "talks" or not any(_ends(scene, one, end, candidate, trigger) for one, end in ends):
            yield candidate, trigger


def _ends(scene: Scene, end: Candidate, by: Trigger, talks: Candidate, told: Trigger) -> bool:
    """Whether talks are the subject of a verb that ends them, or its object."""
    first, last = (told.last, by.first) if told.last < by.first else (by.last, told.first)
    whose = talks.party_ids == end.party_ids or (bool(end.of("initiator")) and end.party_ids < talks.party_ids)
    nearby = last - first <= _OBJECT_REACH or told.last < by.first
    plain = not told.inflections and not (end.of("initiator") and (told.last < by.first or told.frame.form))
    return whose and plain and nearby and not scene.clauses.crossed(first + 1, last)


_OBJECT_REACH = 4
"""Words between a verb and the noun that is its object."""


def _without_purposes(made: Sequence[Told], scene: Scene) -> Iterator[Told]:
    """Without the talks that are only what a meeting is for: "met to discuss", "on a visit to meet the Pope"."""
    meetings = {trigger.head: one.party_ids for one, trigger in made if one.act == "talks"}
    for candidate, trigger in made:
        told, noun = (candidate, trigger), candidate.act == "talks" and not trigger.inflections
        if noun and (_is_invited_to(*told, meetings, scene) or _is_gone_through(*told, meetings, scene)):
            continue
        verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
        if candidate.act == "talks" and verb is not None and verb.tense == "infinitive":
            matrix = scene.clauses.verb_before(verb.first)
            nouns = range(verb.first - _PARTICLE, verb.first)
            if candidate.party_ids in [meetings.get(at) for at in (*nouns, matrix.head if matrix is not None else -1)]:
                continue
            if matrix is not None and scene.grammar.has("inviting", matrix.lemma) and matrix.head in meetings:
                continue  # "invited both sides to discuss": who invites takes part, too.
        yield candidate, trigger


def _is_gone_through(talks: Candidate, noun: Trigger, meetings: Mapping[int, frozenset[str]], scene: Scene) -> bool:
    """Whether talks with others are only what a meeting told before prepares or goes through: "met to prepare the talks
    with Peru"."""
    words = range(noun.first - 1, max(noun.first - 1 - _OFFER_REACH, -1), -1)
    through = next((at for at in words if scene.grammar.has("going-through", scene.lowered[at])), None)
    if through is None or scene.clauses.crossed(through, noun.first):
        return False
    met = [at for at in meetings if at < through <= at + _OFFER_REACH and not talks.party_ids <= meetings[at]]
    return any(not _acts_between(at, through, scene) for at in met)


def _acts_between(first: int, end: int, scene: Scene) -> bool:
    return any(one.finite and first < one.first < end for one in scene.clauses.verbs)


def _is_invited_to(talks: Candidate, noun: Trigger, meetings: Mapping[int, frozenset[str]], scene: Scene) -> bool:
    """Whether a noun of talks is what the verb before it, told as talks itself, offers: "invited Oslo to a meeting"."""
    verb = scene.clauses.verb_before(noun.first)
    near = (
        verb is not None
        and noun.first - verb.head <= _OFFER_REACH
        and not scene.clauses.crossed(verb.head + 1, noun.first)
    )
    offers = verb is not None and (
        scene.grammar.has("inviting", verb.lemma) or scene.grammar.modals.get(verb.lemma) == "offer"
    )
    return near and offers and verb is not None and talks.party_ids <= meetings.get(verb.head, frozenset())


_OFFER_REACH = 10
"""Words from a verb of offering to the talks that are offered, to whom between."""

_PARTICLE = 2
"""Words before an infinitive, its particle among them, in which the noun stands that it belongs to."""


def _fits_better(one: Told, other: Told, scene: Scene) -> bool:
    """Of a word's frames the one whose object stands nearest, "call off the ban"; else that with most parties."""
    if one[1].frame.objects and other[1].frame.objects and one[1].inflections:
        near, far = _distance(one[1], scene), _distance(other[1], scene)
        if near != far:
            return near < far
    return (len(one[0].fillers), one[0].score) > (len(other[0].fillers), other[0].score)


def _distance(trigger: Trigger, scene: Scene) -> int:
    """Words from a verb to the noun that its frame asks for; 0 where none stands behind, as of a passive."""
    wanted = scene.lexicon.object_forms(*trigger.frame.objects)
    return next(
        (at - trigger.last for at in range(trigger.last + 1, len(scene.words)) if scene.lowered[at] in wanted), 0
    )
