"""How high those stand who act: as words say, as the persons named rank, as a word for them tells ("the envoys")."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from schemas.negotiation import Level, Role
from services.extractor.actors.mention import Actor
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import DEALS, SPEECH, SYMMETRIC, Candidate, Range
from services.extractor.fields.venue import is_same_day
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

_RANKS: tuple[Level, ...] = (
    "head-of-state-or-government", "minister", "deputy-minister", "envoy", "official", "technical",
)  # fmt: skip
_NO_STATES = frozenset(
    {"union", "employer", "company", "ngo", "political-party", "armed-group", "organisation", "central-bank"}
)
_MEANT = frozenset({"description", "pronoun", "demonym"})
"""Kinds of mentions that only point back at people told of before."""

_BEFORE, _BEHIND = 3, 8
"""Words before and behind a noun of talks among which those who talk are told: "the meeting of the envoys of ..."."""

_TOGETHER = DEALS | {"talks"}

Told = tuple[Level, Range]


def set_level(candidate: Candidate, trigger: Trigger, scene: Scene) -> None:
    """The level that is stated, else that of the persons named, of a word for them, of those meant."""
    told = (
        _stated(candidate, trigger, scene)
        or _ranked(candidate, scene, named=True)
        or _of_source(candidate)
        or _worded(trigger, scene)
        or _ranked(candidate, scene, named=False)
        or _of_summit(candidate)
        or _beside(candidate, scene)
    )
    if told is not None:
        candidate.level, words = told
        candidate.grounds["level"] = [words] if words is not None else []


def _stated(candidate: Candidate, trigger: Trigger, scene: Scene) -> Told | None:
    if candidate.act not in SYMMETRIC:
        return None
    around = _ranks(scene, max(0, trigger.first - 2), min(trigger.last + 3, len(scene.lowered)))
    technical = next((told for told in around if told[0] == "technical"), None)  # "technical discussions"
    return stated_level(scene) or technical


def _ranked(candidate: Candidate, scene: Scene, named: bool) -> tuple[Level, Range | None] | None:
    """The rank of who leads; of those who met the highest tells how high the meeting was."""
    by_role = ([one for one in candidate.fillers if one.role in roles] for roles in _leading(candidate))
    leading = next((found for found in by_role if found), [])
    back = {(one.start, one.end) for one in scene.mentions if one.kind in _MEANT}
    ranked = [
        (level, filler.mention)
        for filler in leading
        if (level := rank(filler.actor)) is not None
        and (not named or (filler.mention is not None and filler.mention not in back))
    ]
    if not ranked:
        return None
    together = candidate.act in SYMMETRIC or leading[0].role == "participant"
    return min(ranked, key=lambda pair: _RANKS.index(pair[0])) if together else ranked[0]


def _leading(candidate: Candidate) -> tuple[tuple[Role, ...], ...]:
    """Who leads an act: of these groups of roles the first that is filled."""
    if candidate.act == "mediate":
        return ("mediator",), ("participant",)
    return ("initiator",), ("participant", "mediator")


def rank(actor: Actor) -> Level | None:
    """The level of somebody: who leads a union, a company, a party or an armed group heads no state."""
    return "official" if actor.level == _RANKS[0] and actor.party.kind in _NO_STATES else actor.level


def _of_source(candidate: Candidate) -> Told | None:
    """The rank of who says it for a party to it: "Oslo may cut the aid, its prime minister warned"."""
    source = candidate.source
    if source is None or source.mention is None:
        return None
    level = rank(source.actor)
    own = source.actor.party.id in {actor.party.id for actor in candidate.of("initiator")}
    return (level, source.mention) if own and level is not None else None


def _beside(candidate: Candidate, scene: Scene) -> Told | None:
    """The rank of somebody of the doer's who is named in the sentence: "Norway, whose minister was in Lima, backed"."""
    if candidate.act not in SPEECH:
        return None
    doers = {actor.party.id for actor in candidate.of("initiator")}
    return next(
        (
            (level, (one.start, one.end))
            for one in scene.mentions
            for actor in one.actors
            if actor.person is not None and (level := rank(actor)) is not None and actor.party.id in doers
        ),
        None,
    )


def _worded(trigger: Trigger, scene: Scene) -> Told | None:
    """The rank that a word for those who act tells, in the subject or beside a noun of talks."""
    found = [told for first, last in _regions(trigger, scene) for told in _ranks(scene, first, last)]
    return min(found, key=lambda told: _RANKS.index(told[0]), default=None)


def _regions(trigger: Trigger, scene: Scene) -> Iterator[tuple[int, int]]:
    """Where those who act may be told: from word to word, the last not included."""
    yield trigger.first, trigger.last + 1  # Talks may be told by those who hold them: "between the two presidents".
    if not trigger.inflections:
        yield max(0, trigger.first - _BEFORE), trigger.first
        if trigger.last + 1 < len(scene.lowered) and _tells_whose(trigger.last + 1, scene):
            yield trigger.last + 1, _until(trigger.last + 1, _BEHIND, scene)
        return
    verb = scene.clauses.verb_at(trigger.head)
    if verb is None:
        return
    if scene.grammar.has("agent-markers", (scene.lowered[verb.head + 1 : verb.head + 2] or [""])[0]):
        yield verb.head + 1, _until(verb.head + 1, _BEHIND, scene)
    subject = scene.clauses.subject(verb)
    if subject is not None:
        yield max(0, subject.first - _BEFORE), subject.last + 1
    first = verb.first
    while first > 0 and not _bounds(first - 1, scene):
        first -= 1
    yield first, verb.first


def _tells_whose(at: int, scene: Scene) -> bool:
    return scene.grammar.has("genitives", scene.lowered[at]) or scene.grammar.has(
        "reciprocal-markers", scene.lowered[at]
    )


def _until(at: int, reach: int, scene: Scene) -> int:
    return next((end for end in range(at, at + reach) if end >= len(scene.lowered) or _bounds(end, scene)), at + reach)


def _bounds(at: int, scene: Scene) -> bool:
    """Whether a word ends a noun phrase or its clause."""
    verb = scene.clauses.verb_at(at)
    return scene.lowered[at] in ',;:()"' or at in scene.clauses.opens or (verb is not None and verb.finite)


def _ranks(scene: Scene, first: int, last: int) -> Iterator[Told]:
    index = _words(scene.grammar.language)
    at = first
    while at < last:
        found = match(index, scene.lowered, at) if scene.lowered[at] in index else None
        if found is not None:
            yield _level(found[1]), scene.span(at, at + found[0] - 1)
        at += found[0] if found is not None else 1


@cache
def _words(language: str) -> Phrases:
    return phrases((word, level) for level, words in table(language, "levels").items() for word in words)


def _level(word: str) -> Level:
    return word  # type: ignore[return-value]


def _of_summit(candidate: Candidate) -> tuple[Level, None] | None:
    """Summits are held by the highest."""
    return (_RANKS[0], None) if candidate.form == "summit" else None


def stated_level(scene: Scene) -> Told | None:
    """A level in so many words, with them: "au niveau des vice-ministres", "at ministerial level"."""
    for name in scene.names:
        if name.office is None or name.office.level is None:
            continue
        first = next((at for at, word in enumerate(scene.words) if word.start == name.start), None)
        if first is not None and any(
            word in scene.grammar.sets["level-words"] for word in scene.lowered[max(0, first - 4) : first]
        ):
            return name.office.level, (name.start, name.end)
    return None


def level_of_references(scene: Scene, last: Sequence[Candidate]) -> None:
    """ "Ces rencontres s'étaient tenues au niveau des vice-ministres": the level of the talks told before."""
    if not any(candidate.act == "talks" for candidate in last):
        return
    opened = scene.grammar.openings("references", scene.lowered)
    if not any(scene.grammar.phrase("references", scene.lowered, at) for at in opened):
        return
    stated = stated_level(scene)
    if stated is None:
        return
    for candidate in last:
        if candidate.act == "talks":
            candidate.level, words = stated
            candidate.grounds["level"] = [words]


def levelled(candidates: Sequence[Candidate], speakers: Mapping[int, Actor]) -> Sequence[Candidate]:
    """Give levels that other sentences tell.

    What is told of a party alone has that of its person who is quoted right behind; `speakers` are those of the
    sentences, by index: "Oslo brushed it aside. "Never," said the prime minister." What two parties do together has
    that of their meeting.
    """
    meetings = [one for one in candidates if one.act in _TOGETHER and one.level is not None]
    for candidate in candidates:
        if candidate.level is not None:
            continue
        speaker = speakers.get(candidate.sentence + 1)
        if candidate.act in SPEECH and speaker is not None:
            own = speaker.party.id in {actor.party.id for actor in candidate.of("initiator")}
            candidate.level = rank(speaker) if own else None
        elif candidate.act in _TOGETHER and candidate.status == "occurred":
            same = [one for one in meetings if one.party_ids == candidate.party_ids and is_same_day(candidate, one)]
            levels = {one.level for one in same}
            candidate.level = levels.pop() if len(levels) == 1 else None
    return candidates
