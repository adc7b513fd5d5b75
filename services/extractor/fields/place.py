"""Where the act takes place: by the places of its own clause, or of the report around it; never where an item is."""

from collections.abc import Iterator, Sequence

from services.extractor.actors.entity import Place
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.journeys import hosts_talks
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SPEECH, SYMMETRIC, TOGETHER, Candidate, Range
from services.extractor.fields.how_real.governing import governing
from services.extractor.fields.namesake import PLACED, birthplace, is_land_name, journeys_end, namesake
from services.extractor.fields.occasion import happens, is_on_occasion, is_told_along, tells_where
from services.extractor.fields.said_there import is_dated, is_of_report, is_said_there
from services.extractor.fields.venue import Kind, Sighting, is_within
from services.extractor.fields.when.tenses import AHEAD
from services.extractor.fields.whereabouts.spot import Spot, is_country, is_land

_DAY = ("calendar-names", "day-openers", "date-openers", "time-words")
"""Classes of words of a day between a verb of being and where one is: "was on Monday in Lima"."""

_UTTERED = SPEECH | DEALS
_ITEMISED = DEALS | {"suspend"}
_PLAIN = 0.7
_REACH = 25
_GUESTS = 6
"""Words from a verb of hosting to those who are hosted: "hosted a top official of Peru"."""

_SENT = 3
"""Words from a verb of hosting to those who come for others: "is hosting senior delegates"."""

_APART, _BEHIND_WHEN, _REPORT, _WIDE = 8.0, 3.0, 4.0, 5.0
"""What it costs a place to stand outside the relative clause, behind a "when", in the report; to be a land."""


def place(candidate: Candidate, trigger: Trigger, scene: Scene, spots: Sequence[Spot]) -> tuple[Place, Range] | None:
    """The place with its words, or None where the clause names none."""
    if candidate.form == "call":
        return None
    beside = namesake(candidate, trigger, scene)
    if beside is not None:
        # A traveller of whom no talks are told takes nobody along.
        alone = candidate.form == "visit" and any(filler.mention is None for filler in candidate.fillers)
        at_home = f"country:{beside[0].country}" in candidate.party_ids
        return None if alone and not at_home else beside
    taken = [filler.mention for filler in candidate.fillers if filler.mention is not None]
    near: list[tuple[float, int, Spot]] = []
    for spot in spots:
        cost = (
            None
            if _is_taken(spot, taken, scene) or _is_matter(spot, candidate, trigger, scene)
            else _cost(spot, candidate, trigger, scene)
        )
        if cost is not None:
            near.append((cost, spot.first, spot))
    if not near:
        return _at_hosts(candidate, trigger, scene) or birthplace(candidate, trigger, scene)
    spot = min(near)[2]
    inside = [one for one in sorted(near) if is_within(spot.place, one[2].place) and not one[2].house]
    spot = inside[0][2] if inside else spot  # "Will spend a day in Norway, and meet the king in Oslo"
    return spot.place, spot.span


def _at_hosts(candidate: Candidate, trigger: Trigger, scene: Scene) -> tuple[Place, Range] | None:
    """Where those are at home who host, if they are called by it: "Nairobi will host the talks", "Peru hosted"."""
    verb = scene.clauses.verb_at(trigger.head) or governing(trigger, scene)
    own = scene.clauses.subject(verb) if verb is not None and _has_at_table(verb, candidate, scene) else None
    hosts = [filler.mention for filler in candidate.fillers if filler.role == "host" and filler.mention is not None]
    for one in scene.mentions:
        if one.place is None or not (
            one is own or any(first <= one.start and one.end <= last for first, last in hosts)
        ):
            continue
        if candidate.status in ("occurred", "ongoing") or not is_land(one.place):
            return one.place, (one.start, one.end)
    return None


def _has_at_table(verb: Verb, candidate: Candidate, scene: Scene) -> bool:
    """Whether a verb tells that somebody has others or their talks at home: "hosted ministers", but "received aid"."""
    if candidate.act not in SYMMETRIC or verb.passive or verb.lemma not in scene.lexicon.hosting:
        return False
    guests = (one for one in scene.mentions if verb.head < one.first <= verb.head + _GUESTS)
    delegates = scene.lexicon.object_forms("envoys")
    sent = any(word in delegates for word in scene.lowered[verb.head + 1 : verb.head + 1 + _SENT])
    return (
        sent
        or hosts_talks(scene, verb)
        or any(one.marker is None and scene.clauses.any_verb_before(one.first) is verb for one in guests)
    )


def sightings(triggers: Sequence[Trigger], scene: Scene, spots: Sequence[Spot]) -> Iterator[Sighting]:
    """The places of words of negotiating, whoever negotiates."""
    for trigger in triggers:
        if trigger.frame.form == "visit":
            yield from _journey(trigger, scene)
        consents = trigger.frame.act == "agree" and trigger.frame.counterpart and not trigger.inflections
        if trigger.frame.act in TOGETHER and trigger.frame.weight >= _PLAIN and not (_is_alone(trigger) or consents):
            ahead = _is_ahead(trigger, scene)
            bare = Candidate(
                trigger.frame.act, scene.sentence.index, scene.span(trigger.first, trigger.last), [], [],
                form=trigger.frame.form, status="scheduled" if ahead else "occurred",
            )  # fmt: skip
            where = place(bare, trigger, scene, spots)
            told: Kind = "deal" if trigger.frame.act in _ITEMISED else "meeting"
            # A deal that has its name from a town was made at another time.
            if where is not None and not (told == "deal" and namesake(bare, trigger, scene) == where):
                kind: Kind = "heading" if scene.sentence.is_heading else told
                ahead = ahead or any(spot.venue and spot.span == where[1] for spot in spots)
                yield Sighting(scene.sentence.index, where, kind, ahead=ahead)


def _is_ahead(trigger: Trigger, scene: Scene) -> bool:
    verb = governing(trigger, scene)
    return verb is not None and _lies_ahead(verb)


def _lies_ahead(verb: Verb) -> bool:
    return verb.tense in ("future", "conditional") or any(modal in _NOT_YET for modal in verb.modals)


_NOT_YET = frozenset({"plan", "offer", "wish", "ready", "call", "refusal", "possible", "negative-possible"})
"""What is said of a deed that is not done: "offered to host the talks in Lima"."""


def _journey(trigger: Trigger, scene: Scene) -> Iterator[Sighting]:
    there = journeys_end(trigger, scene)
    if there is not None and there.place is not None and not is_land_name(there):
        where = there.place, (there.start, there.end)
        yield _travelled(scene.clauses.verb_at(trigger.head), where, scene, ahead=_is_ahead(trigger, scene))


def _travelled(verb: Verb | None, where: tuple[Place, Range], scene: Scene, *, ahead: bool) -> Sighting:
    traveller = scene.clauses.subject(verb) if verb is not None else None
    parties = traveller.party_ids if traveller is not None else frozenset[str]()
    return Sighting(scene.sentence.index, where, "journey", ahead=ahead, parties=parties)


def stays(scene: Scene, spots: Sequence[Spot]) -> Iterator[Sighting]:
    """Where somebody is or will be: "will be in Lima on Monday", "sera à Lima"."""
    for spot in spots:
        at = (spot.opens or 0) - 1
        while at > 0 and scene.grammar.has_any(_DAY, scene.lowered[at]):
            at -= 1
        verb = scene.clauses.verb_at(at) if spot.is_town and at > 0 else None
        if verb is not None and scene.grammar.has("staying", verb.lemma) and not verb.passive:
            yield _travelled(verb, (spot.place, spot.span), scene, ahead=_lies_ahead(verb))


def _is_alone(trigger: Trigger) -> bool:
    return trigger.frame.form in ("visit", "call")


def _is_taken(spot: Spot, taken: Sequence[Range], scene: Scene) -> bool:
    """Whether the words are those of a party, which no name behind an "in" is."""
    if spot.house or _is_plain(spot, scene):
        return False
    return any(start <= spot.span[0] and spot.span[1] <= end for start, end in taken)


def _is_plain(spot: Spot, scene: Scene) -> bool:
    """Whether it stands behind a plain word of place: "in Lima"."""
    return spot.opens is not None and scene.grammar.has("plain-locatives", scene.lowered[spot.opens])


def _is_spoken_in(spot: Spot, scene: Scene) -> bool:
    """Whether one may speak in a whole country: where a sentence is set, or on a journey, "on a visit to Peru"."""
    journey = bool(spot.opens) and scene.grammar.has("journeys", scene.lowered[(spot.opens or 0) - 1])
    return journey or (_is_scene(spot, scene) and _is_plain(spot, scene))


def _is_matter(spot: Spot, candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether it is not the act that is there: "the ceasefire in Gaza", "the junior doctors in England will strike"."""
    if spot.opens is None:
        return spot.venue and trigger.frame.act not in SYMMETRIC  # "Agreed on Lima as the venue"
    if not spot.opens:
        return False
    before = spot.opens - 1
    of_matter = spot.opens != spot.first and not spot.gathering and not _says_which(before, scene)
    if of_matter and scene.grammar.has("local-matters", scene.lowered[before]):
        return not (scene.lowered[before] in scene.lexicon.deals and _is_abroad(spot, candidate))
    if not spot.is_town and not spot.house and _is_of_noun(before, trigger, scene):
        return True
    if spot.last > trigger.first:
        return False
    mention = next((one for one in scene.mentions if one.last == before), None)
    verb = scene.clauses.verb_at(spot.last + 1)
    return mention is not None and verb is not None and verb.finite and scene.clauses.subject(verb) == mention


def _is_abroad(spot: Spot, candidate: Candidate) -> bool:
    """Whether a town lies in the country of none of those who make a deal: "a truce in Lima" of Norway and Kenya was
    struck there, where a truce in a town of theirs holds there."""
    lands = {filler.actor.party.country for filler in candidate.fillers}
    return candidate.act in DEALS and spot.is_town and bool(lands - {None}) and spot.place.country not in lands


def _says_which(at: int, scene: Scene) -> bool:
    """Whether a bare noun behind a meeting only says of what kind it is: "des pourparlers de crise à Lima"."""
    of = at > 1 and scene.grammar.has("eponym-markers", scene.lowered[at - 1])
    return of and scene.grammar.has("gatherings", scene.lowered[at - 2])


def _is_of_noun(at: int, trigger: Trigger, scene: Scene) -> bool:
    """Whether the word before a land is a noun that is there, and not the act: "the mission in Norway"."""
    word, grammar = scene.lowered[at], scene.grammar
    plain = word.isalpha() and word.islower() and not scene.words[at].is_capitalised and not _is_manner(at, scene)
    told = trigger.first <= at <= trigger.last or any(one.first <= at <= one.last for one in scene.mentions)
    closed = scene.clauses.verb_at(at) is not None or grammar.has_any(
        ("calendar-names", "month-names", "time-words", "adverbs", "gatherings"), word
    )
    return plain and not told and not closed and not grammar.is_adverb(word)


def _is_manner(at: int, scene: Scene) -> bool:
    """Whether a noun without an article says how a thing is done: "in secret", "behind closed doors", "sans accord"."""
    before = scene.lowered[max(0, at - 2) : at]
    marked = scene.grammar.holds("manner-markers", before)
    return marked and not scene.grammar.holds("determiners", before)


def _cost(spot: Spot, candidate: Candidate, trigger: Trigger, scene: Scene) -> float | None:
    """How far a place is from an act; None where it is not the act's."""
    before = spot.last < trigger.first
    start, end = (spot.last + 1, trigger.first) if before else (_told_at(trigger, spot, scene) + 1, spot.first)
    relative = _relative_of(trigger, scene)
    if relative is not None and _is_where(relative, spot, scene):
        return -1.0
    cost = (end - start) * (1.5 if before else 1.0) + 2 * before
    if not spot.is_town:
        cost += _WIDE
    if candidate.act in SPEECH and is_country(spot.place) and not _is_spoken_in(spot, scene):
        return None
    if not spot.known and (before or candidate.act not in PLACED or scene.sentence.kind != "body"):
        return None
    if end - start > _REACH or (before and _is_of_proposer(spot, candidate, trigger, scene)):
        return None
    reported = candidate.act in _UTTERED and is_of_report(spot, trigger, scene)
    on_occasion = is_on_occasion(trigger, spot.opens, scene, opens=spot.gathering)
    if _is_set_out(spot, scene, start, end) or (candidate.act in SPEECH and on_occasion):
        return cost
    if _crossed(start, end, scene):
        behind_when = before and _joins(start, end, scene)
        if behind_when or is_told_along(trigger, spot.first, scene, ahead=candidate.status in AHEAD):
            return cost + _BEHIND_WHEN
        return cost + _REPORT if reported else None
    if candidate.act in _ITEMISED and not reported and _is_content(candidate, spot, trigger, scene):
        return None
    if candidate.act not in PLACED:
        return cost if reported or is_said_there(spot, relative, trigger, scene) else None
    if relative is None or not (spot.first < relative or _is_behind(spot, trigger, scene)):
        return cost
    return None if _is_of_main_verb(spot, trigger, scene) else cost + _APART


def _is_of_main_verb(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether a place is where a verb behind a relative clause tells of something else than the talks in the clause.

    "Lie, who was at the last sessions, is to meet them in Lima", but "Lie, who will attend the summit, said in Lima".
    """
    if trigger.inflections or spot.first < trigger.first:
        return False
    told = scene.clauses.verb_before(spot.first)
    return told is not None and not any(one.verb is told for one in scene.speeches)


def _is_of_proposer(spot: Spot, candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether talks that are still to come are only told of in a place: "In Lima, the minister proposed talks"."""
    if candidate.act not in SYMMETRIC or candidate.status not in ("proposed", "scheduled"):
        return False
    speech = scene.speech_over(trigger.head)
    teller = (
        speech.verb if speech is not None else governing(trigger, scene) if candidate.status == "proposed" else None
    )
    return teller is not None and teller.finite and spot.last < teller.first


def _told_at(trigger: Trigger, spot: Spot, scene: Scene) -> int:
    """The last word of an act before a place: of a noun, the verb that tells of it where it was, however long it is
    described: "the meeting of the ministers of both (...) was held in Lima".
    """
    verbs = [one for one in scene.clauses.verbs if trigger.last < one.first and one.head < spot.first]
    verb = verbs[-1] if verbs and not trigger.inflections else None
    if verb is None or verb.first - 1 in scene.clauses.relatives or not (verb.finite and happens(verb, scene)):
        return trigger.last
    other = any(one.finite for one in verbs[:-1]) or scene.clauses.verb_before(trigger.first) is not None
    apart = any(scene.lowered[at] in (";", ":", ".") for at in range(trigger.last, verb.first))
    return trigger.last if other or apart else verb.head


def _is_set_out(spot: Spot, scene: Scene, start: int, end: int) -> bool:
    """Whether the sentence tells first where it is set, the act from one word to another behind it."""
    scenery = _is_scene(spot, scene) and not scene.clauses.opens & set(range(start, end))
    return scenery or (spot.last < start and _is_cleft(spot, scene))


def _is_cleft(spot: Spot, scene: Scene) -> bool:
    """ "It was in Lima that they met", "c'est à Lima que": the place is set out of the clause."""
    opens, behind = spot.opens or 0, scene.lowered[spot.last + 1 : spot.last + 2]
    copula = scene.clauses.verb_at(opens - 1) if opens > 1 else None
    if copula is None or copula.lemma not in scene.grammar.sets["copulas"] or copula.first > 2:
        return False
    return scene.grammar.has("complementizers", "".join(behind)) or scene.grammar.has(
        "object-relatives", "".join(behind)
    )


def _is_content(candidate: Candidate, spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether it is where something else is to be done: "agreed to stop shooting in Narvik"."""
    between = any(
        trigger.last < verb.first
        and verb.head < spot.first
        and not (candidate.act == "suspend" and tells_where(verb, scene))
        for verb in scene.clauses.verbs
    )
    return between and not is_dated(spot, trigger, scene)


def _relative_of(trigger: Trigger, scene: Scene) -> int | None:
    """The relative pronoun whose clause the trigger stands in."""
    opening = max((at for at in scene.clauses.relatives if at < trigger.first), default=None)
    if opening is None:
        return None
    verb = next((one for one in scene.clauses.verbs if one.first > opening and one.finite), None)
    closing = next(
        (at for at in range(opening + 1, trigger.first) if scene.lowered[at] == "," and verb and verb.head < at), None
    )
    return opening if closing is None else None


def _is_behind(spot: Spot, trigger: Trigger, scene: Scene) -> bool:
    """Whether a place stands where the main clause goes on behind the relative one: ", who met X, flew to Lima"."""
    comma = next((at for at in range(trigger.last, spot.first) if scene.lowered[at] == ","), None)
    return comma is not None and any(comma < verb.first < spot.first for verb in scene.clauses.verbs if verb.finite)


def _is_where(relative: int, spot: Spot, scene: Scene) -> bool:
    """Whether the clause of the trigger tells what happened there: "returned from Lima, where they met"."""
    between = scene.lowered[spot.last + 1 : relative]
    return scene.grammar.has("where-words", scene.lowered[relative]) and list(between) in ([], [","])


def _joins(start: int, end: int, scene: Scene) -> bool:
    """Whether only a "when" stands between: "broke down in Vienna when Oslo refused"."""
    if sum(at in scene.clauses.opens for at in range(start, end)) != 1:
        return False
    return any(scene.grammar.has("when-words", scene.lowered[at]) for at in range(start, end))


def _crossed(start: int, end: int, scene: Scene) -> bool:
    """Whether a clause mark stands between, other than the "that" of a relative: "a meeting that was set for Oslo"."""
    marks = [at for at in range(start, end) if scene.clauses.crossed(at, at + 1)]
    return not all(_is_relative_that(at, scene) or _is_acronym(at, scene) for at in marks)


def _is_acronym(at: int, scene: Scene) -> bool:
    """Whether a bracket holds one word: "the East African Community (EAC)"."""
    opening = at if scene.lowered[at] == "(" else at - 2
    return opening >= 0 and list(scene.lowered[opening : opening + 3 : 2]) == ["(", ")"]


def _is_relative_that(at: int, scene: Scene) -> bool:
    if at + 2 >= len(scene.lowered) or not scene.grammar.has("subject-relatives", scene.lowered[at]):
        return False
    helps = any(scene.grammar.has("auxiliaries", one.lemma) for one in scene.lexicon.inflections(scene.lowered[at + 1]))
    return helps or scene.clauses.verb_at(at + 1) is not None


def _is_scene(spot: Spot, scene: Scene) -> bool:
    """Whether the sentence is set there: "In Oslo, the one demanded ...; the other refused"."""
    return spot.opens == 0 and scene.lowered[spot.last + 1 : spot.last + 2] == [","]
