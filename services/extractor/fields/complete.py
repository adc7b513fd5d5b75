"""Fills the fields of the candidates of a sentence and drops those that stand inside another's content."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.relatives import tells_of_before
from services.extractor.acts.roles.roles import by_agent
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS, SPEECH, SYMMETRIC, Candidate, Range, Source, Timing
from services.extractor.fields.agreed_talks import consents
from services.extractor.fields.condition import condition
from services.extractor.fields.content import items
from services.extractor.fields.form import form
from services.extractor.fields.how_real.denial import is_imagined, is_left_open
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.how_real.status import is_led_up_to, status
from services.extractor.fields.level import set_level
from services.extractor.fields.passages import shortest
from services.extractor.fields.place import place
from services.extractor.fields.promised import is_promised
from services.extractor.fields.refused_talks import is_missed, is_shunned, turned_down
from services.extractor.fields.turns import of_its_turn
from services.extractor.fields.when.timing import Calendar
from services.extractor.fields.whereabouts.spot import Spot
from services.extractor.text.words import Word, stems

_LONGEST_EVIDENCE = 400
_CONTAINERS = frozenset({"demand", "propose", "promise", "reject", "threaten", "deny", "agree", "accuse"})
_WITHIN = frozenset(
    {
        "promise",
        "concede",
        "reject",
        "suspend",
        "agree",
        "sign",
        "demand",
        "threaten",
        "support",
        "propose",
        "assess",
    }
)
_TERMS = frozenset({"promise", "reject"})
"""Acts that are told beside the deal they belong to: to what one side binds itself, what it refuses."""


def complete(
    pairs: Sequence[tuple[Candidate, Trigger]], scene: Scene, calendar: Calendar, spots: Sequence[Spot]
) -> list[Candidate]:
    """The candidates of a sentence with all their fields; `spots` are its places."""
    plain = _without_names(scene)
    sentence = stems(plain)
    for candidate, trigger in pairs:
        candidate.telling = sentence - stems(_inside(candidate.trigger, plain))
        candidate.quoted = scene.in_quote(trigger.head)
        _tell(candidate, trigger, scene, plain)
    refused = turned_down(pairs, scene)
    kept = [
        (one, trigger)
        for one, trigger in pairs
        if not any(one is talks for talks in refused)
        and _is_real(one, trigger, scene)
        and not _is_content(one, trigger, scene, pairs)
    ]
    for deal in consents(kept, scene):
        deal.only_meets = True
    dates = calendar.dates(scene, needed=bool(kept))
    found: list[Candidate] = []
    of_sentence = dates
    for candidate, trigger in [(one, _at_its_words(one, trigger, scene)) for one, trigger in kept]:
        dates = of_its_turn(candidate, of_sentence, scene)
        candidate.status = calendar.status(candidate, trigger, scene, dates)
        candidate.time = calendar.time(candidate, trigger, scene, dates)
        if candidate.led_up_to and _is_over(candidate.time, calendar):
            candidate.status = "occurred"
        candidate.due = calendar.due(candidate, trigger, scene, dates)
        candidate.form = form(candidate, trigger, scene, spots)
        candidate.place = place(candidate, trigger, scene, of_its_turn(candidate, spots, scene))
        candidate.source = _source(candidate, trigger, scene)
        set_level(candidate, trigger, scene)
        candidate.items = [one for one in shortest(candidate, trigger, scene) if _says_something(one, scene, spots)]
        candidate.evidence = [_evidence(candidate, scene)]
        _settle_condition(candidate)
        found += [candidate, *(_again(candidate, time) for time in calendar.further(candidate, trigger, scene, dates))]
    return found


def _says_something(item: Range, scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether an item is more than marks, and than the name of a place: "a truce in | Lima"."""
    text = scene.sentence.text[item[0] - scene.sentence.start : item[1] - scene.sentence.start]
    return any(letter.isalnum() for letter in text) and all(spot.span != item for spot in spots)


def _is_over(time: Timing | None, calendar: Calendar) -> bool:
    """Whether the text gives a day that was past at publication."""
    published = calendar.published
    return time is not None and time.stated and published is not None and time.days.end < published


def _tell(candidate: Candidate, trigger: Trigger, scene: Scene, plain: Sequence[Word]) -> None:
    """Set what decides whether it is an event at all: content, status and act; `plain` are the words without names."""
    candidate.items = items(candidate, trigger, scene)
    candidate.condition = condition(scene, trigger)
    candidate.about = stems(word for item in candidate.items for word in _inside(item, plain))
    candidate.definite = _is_definite(trigger, scene)
    candidate.introduces = _introduces(candidate, scene)
    candidate.told_by = trigger.frame.pos if trigger.frame.lemma else ""
    candidate.led_up_to = candidate.act == "talks" and is_led_up_to(trigger, scene)
    told = status(candidate, trigger, scene)
    candidate.status = told.status
    if candidate.act in _GIVEN and candidate.status == "denied" and _is_refused(candidate, trigger, scene):
        candidate.act, candidate.status = "reject", "occurred"
    if is_promised(candidate, trigger, scene):
        candidate.act, candidate.status = "promise", "occurred"
    candidate.grounds |= {"act": [candidate.trigger], "status": [told.words] if told.words else []}


def _is_real(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether it is said of something that was or may be done, and not only supposed, thought of or missed."""
    return not (
        _is_not_said(candidate)
        or _is_supposed(candidate)
        or _is_only_thought_of(candidate, trigger, scene)
        or _is_contrary_to_fact(candidate, trigger, scene)
        or (candidate.act == "talks" and candidate.status == "denied" and is_missed(trigger, scene))
        or (candidate.act == "talks" and (is_shunned(candidate, trigger, scene) or is_imagined(scene, trigger)))
        or (candidate.act in SYMMETRIC and is_left_open(scene, trigger, candidate.condition))
    )


def _is_content(
    candidate: Candidate, trigger: Trigger, scene: Scene, pairs: Sequence[tuple[Candidate, Trigger]]
) -> bool:
    """Whether another candidate of the sentence has it for its content: what is offered, demanded or agreed on."""
    beside = _beside(candidate, pairs)
    invites = candidate.act == "demand" and scene.grammar.has("inviting", trigger.frame.lemma)
    offers = candidate.act == "propose" or invites
    if offers and any(_is_offer_to_meet(candidate, other, scene) for other in beside):
        return True
    if candidate.act == "promise" and any(_is_vow_of(candidate, other, scene) for other in beside):
        return True
    if _has_agent(trigger, scene) or _is_told_of_before(trigger, scene):
        return False
    return any(_holds(other, candidate) and not _is_done_to(scene, other, trigger) for other in beside)


def _again(candidate: Candidate, time: Timing) -> Candidate:
    """The same act done another time; what is merged with one does not change the other."""
    return replace(
        candidate,
        time=time,
        fillers=[replace(filler) for filler in candidate.fillers],
        evidence=list(candidate.evidence),
        grounds={field: list(words) for field, words in candidate.grounds.items()},
    )


def _beside(one: Candidate, pairs: Sequence[tuple[Candidate, Trigger]]) -> list[Candidate]:
    """The others that may have one for their content: of those that frames tell, only each other.

    Talks that are not refused stand by themselves: "n'exclut pas une rencontre".
    """
    told = (other for other, _ in pairs if other is not one and (one.unframed or not other.unframed))
    return [other for other in told if not (one.act == "talks" and other.act == "reject" and other.status == "denied")]


def _is_not_said(candidate: Candidate) -> bool:
    """Whether words are told not to be said, or that they might or should be: "Oslo could demand"."""
    return candidate.act in SPEECH and candidate.status in ("denied", "proposed")


def _without_names(scene: Scene) -> list[Word]:
    """The words of a sentence that name nobody."""
    named = {at for one in scene.mentions for at in range(one.first, one.last + 1)}
    return [word for at, word in enumerate(scene.words) if at not in named]


_MOST_WORDS = 40  # Words of an item that are compared with those of another.


def _inside(span: Range, found: Sequence[Word]) -> Sequence[Word]:
    """Those of the words that stand in a span, not more than are compared."""
    first = bisect_left(found, span[0], key=lambda word: word.start)
    end = bisect_left(found, span[1], lo=first, key=lambda word: word.start)
    return found[first : min(end, first + _MOST_WORDS)]


def _is_definite(trigger: Trigger, scene: Scene) -> bool:
    """Whether a noun takes up what was told; talks that are said to have taken place are told so."""
    after = scene.clauses.verb_after(trigger.last) if trigger.frame.act in SYMMETRIC else None
    takes_place = after is not None and after.lemma in scene.lexicon.occurrence
    before = scene.lowered[trigger.first - 1] if trigger.first > 0 else ""
    return (scene.grammar.has("definites", before) or before == "'s") and not takes_place


def _introduces(candidate: Candidate, scene: Scene) -> bool:
    """Whether no word before its content points back to what was told."""
    starts = {start for start, _ in candidate.items[:1]}
    first = next((word for word in scene.words if word.start in starts), None) if starts else None
    return first is not None and not scene.grammar.has("definites", first.lower)


_GIVEN = frozenset({"agree", "concede", "propose", "support"})
"""Acts by which one gives another something of what he wants: not to do so is to refuse it."""


def _is_refused(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """What will not or cannot be accepted or given is refused; so is what one does not support.

    Two who cannot come to an agreement refuse nobody's offer.
    """
    verb = governing(trigger, scene)
    if verb is None or len(candidate.of("participant")) > 1:
        return False
    running = any(one.tense == "gerund" for one in trigger.inflections)
    withheld = candidate.act == "support" and verb.tense == "present" and not running and bool(trigger.inflections)
    meant = not _MEANT.isdisjoint(verb.modals)  # "n'entend pas lever les sanctions"
    return withheld or meant or verb.tense in ("future", "conditional")


_MEANT = frozenset({"possible", "plan", "wish", "ready"})
"""What modals say of a deed that somebody could do: not to mean to is to refuse it."""


def _at_its_words(candidate: Candidate, trigger: Trigger, scene: Scene) -> Trigger:
    """The trigger moved to the words that tell this one of several acts: the nearest date is its own.

    A verb behind those between whom it was done stays: "a treaty between Oslo and Lima is to be signed on Monday".
    """
    inside = scene.words_of(candidate.trigger)
    if not inside or (trigger.inflections and inside[-1] < trigger.first):
        return trigger
    return trigger._replace(first=inside[0], last=inside[-1])


def _is_supposed(candidate: Candidate) -> bool:
    """Whether it stands inside the condition of something else: "if Oslo gives way"."""
    if candidate.condition is None or candidate.act in SYMMETRIC:
        return False
    start, end = candidate.condition
    return start <= candidate.trigger[0] and candidate.trigger[1] <= end


def _is_contrary_to_fact(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether a deed would have been done and was not: "the plan would have lifted the ban", "aurait pu accepter"."""
    verb = governing(trigger, scene) if trigger.inflections else None
    if verb is None or verb.tense != "conditional" or candidate.act in SYMMETRIC:
        return False
    helping = verb.lemmas[1:-1]
    missed = scene.grammar.has("perfect-auxiliaries", verb.lemmas[0]) and "possible" in verb.modals
    return missed or scene.grammar.holds("perfect-auxiliaries", helping)


_CLOSE = 5  # Words from a verb of offering to the noun or verb of meeting that is offered.


def _is_offer_to_meet(offer: Candidate, talks: Candidate, scene: Scene) -> bool:
    """Whether what is offered is to meet: that is talks, as yet proposed, and no act beside them."""
    if talks.act != "talks" or talks.status != "proposed":
        return False
    between = sum(offer.trigger[1] <= word.start < talks.trigger[0] for word in scene.words)
    return offer.trigger[1] <= talks.trigger[0] and between <= _CLOSE and offer.party_ids <= talks.party_ids


def _is_vow_of(promise: Candidate, other: Candidate, scene: Scene) -> bool:
    """Whether what is vowed is itself told, to meet or to refuse: "a réaffirmé sa volonté de négocier" is talks."""
    told = other.status in _TO_MEET if other.act == "talks" else _is_done_by_vowing(other)
    if not told or not other.party_ids.issuperset(promise.party_ids):
        return False
    between = [word.lower for word in scene.words if promise.trigger[1] <= word.start < other.trigger[0]]
    near = promise.trigger[1] <= other.trigger[0] and len(between) <= _CLOSE
    # Not "s'engage à ce que les pourparlers soient", "will pay and work toward a deal".
    return near and not any(scene.grammar.holds(name, between) for name in ("complementizers", "coordinators"))


_TO_MEET = frozenset({"scheduled", "proposed", "ongoing"})


def _is_done_by_vowing(one: Candidate) -> bool:
    """Whether an act is done, or planned, by saying that one means to: "son intention de refuser"."""
    return one.act in ("reject", "propose") and one.status != "denied"


_NEGATOR = len("ne pas ")  # Letters of what negates an infinitive, before it: "sa volonté de ne pas céder".
_OPEN = frozenset({"scheduled", "proposed", "conditional", "ongoing"})


def _is_only_thought_of(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether a deed lies ahead, and nobody has bound himself to it: "is ready to give ground", "hopes to agree".

    Who is ready to accept or sign tells the others so, and so does who wishes to sign with them.
    """
    wished = candidate.act in DEALS and candidate.status == "proposed"
    if wished and trigger.inflections:
        verb = governing(trigger, scene)
        meant = candidate.act == "sign" and len(candidate.party_ids) > 1
        wished = verb is None or ("ready" not in verb.modals and not (meant and "wish" in verb.modals))
    return wished or (candidate.act == "concede" and candidate.status in _OPEN)


def _has_agent(trigger: Trigger, scene: Scene) -> bool:
    """Whether a participle says who did it: "accepted the truce that was proposed by Oslo" tells of an offer, too."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    return verb is not None and verb.tense == "participle" and verb.passive and by_agent(scene, verb) is not None


def _is_told_of_before(trigger: Trigger, scene: Scene) -> bool:
    """Whether a relative clause tells that somebody did it: "rejected the plan that Oslo had presented"."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else scene.clauses.verb_after(trigger.last)
    own = verb is not None and (trigger.inflections or verb.lemma in trigger.frame.lights)
    return own and verb is not None and tells_of_before(scene, verb)


def _is_done_to(scene: Scene, other: Candidate, trigger: Trigger) -> bool:
    """Whether a passive says what became of what a noun before it tells: "Lima's offer was refused"."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    before = other.told_by == "noun" and other.trigger[1] <= scene.words[trigger.first].start
    return verb is not None and verb.passive and verb.finite and before


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether one act is what another demands, offers or refuses: content, no event of its own."""
    bare = inner.act == "talks" and inner.status == "occurred" and outer.act in ("reject", "threaten")
    if outer.act == "agree" and inner.act in _TERMS:
        return False
    starts = (inner.trigger[0] - start for start, _ in outer.items)
    if outer.act == "promise" and _is_done_by_vowing(inner) and any(0 <= far <= _NEGATOR for far in starts):
        return False
    if outer.act == "threaten" and inner.act in ("reject", "demand") and inner.status == "occurred":
        # '"We refuse to give way," warned Oslo' tells both, "threatened to refuse" does not.
        return any(start == inner.trigger[0] for start, _ in outer.items)
    if outer.told_by == "noun" != inner.told_by:
        return False  # "Norway's offer of talks was rejected by Peru"
    if outer.told_by == "adjective" and inner.act == "propose":
        return False  # "« Renault propose 2 %, c'est insuffisant »"
    if not outer.told_by and inner.told_by == "noun" and inner.trigger[1] <= outer.trigger[0]:
        return False  # "Norway's offer is out of the question"
    if outer.act not in _CONTAINERS or not (inner.act in _WITHIN or bare):
        return False
    return any(start <= inner.trigger[0] and inner.trigger[1] <= end for start, end in outer.items)


def _settle_condition(candidate: Candidate) -> None:
    """Conditions belong to what lies ahead or is promised, agreed, refused or threatened."""
    if candidate.condition is None:
        return
    if candidate.act in ("promise", "agree") and candidate.status == "occurred" and candidate.act == "promise":
        candidate.status = "conditional"
        candidate.grounds["status"] = [candidate.condition]
    elif candidate.status == "occurred" and candidate.act not in ("threaten", "reject", "promise", "agree"):
        candidate.condition = None


def _source(candidate: Candidate, trigger: Trigger, scene: Scene) -> Source | None:
    speech = scene.speech_over(trigger.head)
    if speech is None or not speech.speaker.actors:
        return None
    speaker = speech.speaker
    doers = {actor.party.id for actor in candidate.of("initiator")}
    if candidate.act in SPEECH and speaker.actors[0].party.id in doers:
        for filler in candidate.fillers:
            own = filler.actor.party.id == speaker.actors[0].party.id
            if own and filler.role == "initiator" and filler.actor.person is None:
                filler.actor = speaker.actors[0]
    return Source(speaker.actors[0], (speaker.start, speaker.end))


def _evidence(candidate: Candidate, scene: Scene) -> Range:
    """The sentence, or where it is long the part from the first to the last word that gave a field."""
    start, end = scene.words[0].start, scene.words[-1].end
    if end - start <= _LONGEST_EVIDENCE:
        return start, end
    parts = [candidate.trigger, *candidate.items]
    parts += [filler.mention for filler in candidate.fillers if filler.mention and start <= filler.mention[0] < end]
    if candidate.time is not None and candidate.time.mention is not None:
        parts.append(candidate.time.mention)
    return min(part[0] for part in parts), max(part[1] for part in parts)
