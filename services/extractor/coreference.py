"""Whether two tellings of an article are of one event: same act, nothing that speaks against it, enough for it."""

from collections.abc import Set

from services.extractor.actors.entity import is_nameless
from services.extractor.actors.tables import lands
from services.extractor.candidate import DEALS, DEEDS, Candidate

_TOGETHER = frozenset({"talks", "mediate", "sign"})
_MET = _TOGETHER
"""Acts that are two where they took place in two places."""

_COMPATIBLE_STATUS = (
    frozenset({"scheduled", "proposed", "conditional"}),
    frozenset({"occurred", "ongoing"}),
    frozenset({"cancelled", "scheduled"}),
)

_NEAR = 4
"""Sentences between two tellings of a deal of which one has its day only from what is told around it."""

_HELD = frozenset({"occurred", "ongoing", "scheduled", "proposed", "conditional"})
_ASSEMBLIES = frozenset({"summit", "conference"})

_ALIKE = 0.5
"""Share of the words of the shorter of two contents that the other repeats, where both are one."""
_FEW = 2
"""So many words at least are repeated."""
_ECHOED = 0.3
"""The same share where one of the two is a quotation."""
_RETOLD = 0.5
"""Share of the words of the shorter of two sentences that the other repeats, where it tells the same again."""


def is_same(event: Candidate, other: Candidate) -> bool:
    """Whether `other`, told later, is the event told before."""
    if _is_bare(other) and event.act == "talks" and event.status in _HELD:
        return _parties_agree(event, other)
    if other.heading and event.act == "talks" and event.party_ids == other.party_ids:
        return True  # A heading tells in brief what the text does, whatever it says of when.
    return (
        (_status_agrees(event, other) or (other.led_up_to and event.status in _HELD))
        and times_agree(event, other)
        and _parties_agree(event, other)
        and _contents_agree(event, other)
        and not (event.act in _MET and _places_differ(event, other))
        and not (_is_call_beside_meeting(event, other) and other.form is not None)
        and not _is_call_beside_meeting(other, event)
        and not (event.act == "talks" and event.status != "occurred" and _ranks_differ(event, other))
        and not (event.act == "talks" and other.told_by == "verb" and _others_meet(event, other))
    )


def likeness(event: Candidate, other: Candidate) -> int:
    """How much speaks for it that `other` is this event, where it may be several: 1 for each thing that is equal."""
    settled = _is_settled(event) and _is_settled(other)
    return sum(
        (
            event.party_ids == other.party_ids,
            is_deal(event) == is_deal(other),
            other.form is not None and event.form == other.form,
            event.place is not None and other.place is not None and event.place[0] == other.place[0],
            settled and event.time is not None and other.time is not None and event.time.days == other.time.days,
        )
    )


def _places_differ(event: Candidate, other: Candidate) -> bool:
    """Whether two tellings say two towns; a country or region holds whatever town lies in its country."""
    if event.place is None or other.place is None or event.place[0].name == other.place[0].name:
        return False
    land = event.place[0].name in lands() or other.place[0].name in lands()
    return not (land and event.place[0].country == other.place[0].country)


def _ranks_differ(event: Candidate, other: Candidate) -> bool:
    """Whether two tellings say that others meet: ministers, then heads of state; of what is only possible one that
    says no rank is another, too."""
    said = event.level is not None and other.level is not None
    return event.level != other.level and (said or event.status != "scheduled")


def _others_meet(event: Candidate, other: Candidate) -> bool:
    """Whether each tells of somebody else of a party who meets: "Ruto flew to Lima", then "Mudavadi will follow"."""
    people, others = _people(event), _people(other)
    return any(people[party].isdisjoint(others[party]) for party in people.keys() & others.keys())


def _people(told: Candidate) -> dict[str, set[str]]:
    """Party id → the persons who are told to act for it."""
    found: dict[str, set[str]] = {}
    for filler in told.fillers:
        if filler.actor.person is not None:
            found.setdefault(filler.actor.party.id, set()).add(filler.actor.person.id)
    return found


def _is_call_beside_meeting(call: Candidate, meeting: Candidate) -> bool:
    return call.form == "call" and meeting.form != "call" and meeting.place is not None


def _status_agrees(event: Candidate, other: Candidate) -> bool:
    if event.status == other.status:
        return True
    pair = {event.status, other.status}
    if pair == {"scheduled", "occurred"} and event.act == "talks":
        if event.status == "occurred" and not other.heading:
            return False  # Who has met and is to meet meets twice, though on one day.
        return event.time is not None and other.time is not None and event.time.days == other.time.days
    if pair == {"scheduled", "occurred"} and (event.heading or other.heading) and event.act in DEEDS:
        return True  # Headings tell in the present tense what the text says will be.
    if pair == {"scheduled", "conditional"} and _is_settled(event) != _is_settled(other):
        return False  # What has its day is no longer what may be.
    return any(pair <= group for group in _COMPATIBLE_STATUS)


def _is_settled(candidate: Candidate) -> bool:
    return candidate.time is not None and candidate.time.stated


def _is_bare(candidate: Candidate) -> bool:
    """Whether a noun only takes up the talks that were told of: "the talks", with nothing said of when or where."""
    return (
        candidate.act == "talks"
        and candidate.told_by == "noun"
        and candidate.status == "occurred"
        and candidate.definite
        and not _is_settled(candidate)
        and candidate.place is None
    )


def times_agree(event: Candidate, other: Candidate) -> bool:
    """Days that overlap, or one of them unknown; a day that only stands in agrees with all."""
    first, second = event.time, other.time
    if first is None or second is None or not (first.stated and second.stated):
        return True
    if event.act in DEALS and abs(event.sentence - other.sentence) <= _NEAR and None in (first.mention, second.mention):
        return True  # No word gives one of them its day, only the story.
    return first.days.start <= second.days.end and second.days.start <= first.days.end


def _parties_agree(event: Candidate, other: Candidate) -> bool:
    """Equal sets, or one within the other where the smaller lacks only whom the act is addressed to."""
    one, two = event.party_ids, other.party_ids
    if one == two:
        return not _is_returned(event, other)
    if told_without_name(event, other):
        return True
    within = bool(one and two) and (one <= two or two <= one)
    if not within:
        return False
    if event.act in _TOGETHER or is_deal(event) or is_deal(other):
        one_told = _is_one_side(event, other) or _is_headed(event, other)
        return len(one & two) >= 2 or _same_assembly(event, other) or one_told
    doers, others = _doers(event), _doers(other)
    short = (event.heading or other.heading) and bool(doers & others)  # A heading need not name all who did it.
    return doers == others or short


def told_without_name(event: Candidate, heading: Candidate) -> frozenset[str]:
    """The people without a name of whom a heading tells what the text does of a body of their kind: "Rebels free
    captives", where it is a front that frees them; ids, none where the two tell of others."""
    if not heading.heading:
        return frozenset()
    told = {filler.actor.party.id: filler.actor.party for filler in heading.fillers}
    nameless = frozenset(party for party in told if is_nameless(party))
    kinds = {
        filler.actor.party.kind
        for filler in event.fillers
        if not is_nameless(filler.actor.party.id) and filler.actor.party.id not in told
    }
    same = told.keys() - nameless <= event.party_ids and all(told[one].kind in kinds for one in nameless)
    return nameless if same else frozenset()


def _is_returned(event: Candidate, other: Candidate) -> bool:
    """Whether each does the same to the other: "Oslo accused Lima", "Lima in turn accused Oslo"."""
    if event.heading or other.heading or event.act in _TOGETHER or is_deal(event) or is_deal(other):
        return False
    doers, others = _doers(event), _doers(other)
    return bool(doers and others) and doers.isdisjoint(others)


def _is_one_side(event: Candidate, other: Candidate) -> bool:
    """Whether what takes two is told once of one of them alone: "Oslo has reached a deal"."""
    if event.act not in DEALS:
        return False
    alone = event if len(event.party_ids) == 1 else other
    return alone.mutual or event.heading or other.heading


def _is_headed(event: Candidate, other: Candidate) -> bool:
    """Whether a heading names one of those who meet, by the text: "Solvang in Lima for talks", "Talks with rebels"."""
    alone = event if len(event.party_ids) == 1 else other
    one_side = alone.waiting or all(filler.actor.party.kind in _FACING for filler in alone.fillers)
    return event.act == "talks" and alone.heading and one_side


_FACING = frozenset({"armed-group", "union", "company", "employer"})
"""Kinds of bodies of which one alone does not meet."""


def is_deal(candidate: Candidate) -> bool:
    """Whether an agreement is made by both sides, not given by one."""
    return candidate.act in DEALS and (candidate.mutual or len(candidate.of("participant")) > 1)


def _doers(candidate: Candidate) -> Set[str]:
    return {actor.party.id for actor in candidate.of("initiator")}


def _same_assembly(event: Candidate, other: Candidate) -> bool:
    """Whether both are the same summit of a body, told once by the body alone, once with somebody who was there."""
    return event.act == "talks" and event.form == other.form and event.form in _ASSEMBLIES


def _contents_agree(event: Candidate, other: Candidate) -> bool:
    """Two demands with different items are two, unless one is a bare mention or the next point of a list."""
    if not event.about or not other.about:
        return True
    if is_deal(event) and is_deal(other) and event.act in DEALS:
        return not _are_agreed_apart(event, other) or is_alike(event, other)
    if event.act in _TOGETHER:
        return True
    if event.sentence == other.sentence or other.heading or event.heading:
        return True
    if _takes_up(other) and _doers(event) == _doers(other):
        return True
    if goes_on(other) and event.party_ids == other.party_ids:
        return True
    return is_alike(event, other) or _restates(event, other)


def _restates(event: Candidate, other: Candidate) -> bool:
    """Whether somebody's own words say again what the text told: "exige le retrait des troupes", "« Qu'elles partent »,
    a-t-il dit". Who is quoted says it in other words than who reports."""
    said = other.quoted and not event.quoted and _doers(event) == _doers(other)
    if said and not other.told_by and event.act == "reject":
        return True  # « C'est inacceptable »: of what he refuses.
    least = min(len(event.about), len(other.about))
    return said and len(event.about & other.about) >= _ECHOED * least


def _are_agreed_apart(event: Candidate, other: Candidate) -> bool:
    """Whether the text goes on to what else was agreed: "agreed to lift the ban. They also agreed on quotas".

    What two agree on behind their deal are its terms. What is signed is mostly told of again; it is another where both
    are new: "signed a memorandum", "signed a treaty".
    """
    if event.heading or other.heading or event.sentence == other.sentence:
        return False
    if event.act == "sign":
        new = event.introduces and other.introduces and not other.quoted
    else:
        again = not other.introduces and not event.about.isdisjoint(other.about)  # "agreed to the exchange"
        new = not (event.mutual or other.mutual or again)
    return event.told_by == other.told_by == "verb" and new


def _takes_up(other: Candidate) -> bool:
    """Whether a noun names an offer or a demand that was told: "Oslo's proposal", "the demands of the union"."""
    return other.act in ("propose", "demand") and other.told_by == "noun" and other.definite


def goes_on(other: Candidate) -> bool:
    """Whether only "must" tells it: behind what the same demanded of the same, the next point of a list."""
    return other.act == "demand" and not other.told_by


def is_alike(event: Candidate, other: Candidate) -> bool:
    """Whether two tellings say the same in much the same words."""
    shared = event.about & other.about
    least = min(len(event.about), len(other.about))
    if least and len(shared) >= min(_FEW, least) and len(shared) >= _ALIKE * least:
        return True
    retold = len(event.telling & other.telling)
    return retold > _FEW and retold >= _RETOLD * min(len(event.telling), len(other.telling))
