"""Who plays which part in an act that a word tells: those who may, the clues for it and the choice."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from schemas.negotiation import Act
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.trained.choice import Choice, Clue
from services.extractor.trained.surroundings import Surroundings

NOBODY = "none"
"""The class of those who have no part in an act."""

_LATEST = 4
"""Bodies named last that may have a part without being named again."""
_MANY = 4
_NEAR = ((2, "1"), (3, "2"), (5, "3 to 4"), (9, "5 to 8"))
"""Distance in words below which it is called so."""
_FAR = "more"


class Part(NamedTuple):
    """Who may have a part in what a sentence tells; without mentions who is only in mind."""

    actor: Actor
    mentions: tuple[Mention, ...]


def parts(scene: Scene) -> list[Part]:
    """Whom a sentence mentions, and who is in mind from before."""
    found: dict[str, tuple[Actor, list[Mention]]] = {}
    for mention in scene.mentions:
        for actor in mention.actors:
            found.setdefault(actor.party.id, (actor, []))[1].append(mention)
    for actor in _in_mind(scene):
        found.setdefault(actor.party.id, (actor, []))
    return [Part(actor, tuple(mentions)) for actor, mentions in found.values()]


def _in_mind(scene: Scene) -> Iterator[Actor]:
    memory = scene.memory
    yield from memory.focus
    if memory.speaker is not None:
        yield memory.speaker
    yield from memory.pair
    yield from (Actor(party) for party in reversed(memory.parties[-_LATEST:]))


class Castings:
    """The trained choice of parts. What is seen weighs differently by act and by how the word tells it."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._known = frozenset(clue for _, clue in choice.weights)
        self._weights: dict[tuple[str, str], dict[str, tuple[float, ...]]] = {}
        """Act and way → clue → its weights there, of the clues that say something; made when first asked for."""

    def probabilities(self, act: Act, way: str, seen: Sequence[str]) -> dict[str, float]:
        """Role, or none → probability."""
        if (here := self._weights.get((act, way))) is None:
            told = {clue: self._summed(act, way, clue) for clue in self._known}
            here = self._weights[act, way] = {clue: row for clue, row in told.items() if row is not None}
        return self._choice.chosen([here[clue] for clue in seen if clue in here])

    def _summed(self, act: str, way: str, clue: str) -> tuple[float, ...] | None:
        known = [row for one in expanded(act, way, clue) if (row := self._choice.weights.get(one)) is not None]
        if len(known) == 1:
            return known[0]  # Of most clues: one object for all acts and ways.
        return tuple(map(sum, zip(*known, strict=True))) if known else None


def expanded(act: str, way: str, clue: str) -> tuple[Clue, ...]:
    """A clue by itself, by act, by way and by both."""
    return ("", clue), (way, clue), (act, clue), (f"{act} {way}", clue)


def way_of(verb: Verb | None) -> str:
    """How a word tells an act."""
    return "noun" if verb is None else "passive" if verb.passive else "verb" if verb.finite else "infinitive"


def is_only_where(scene: Scene, part: Part) -> bool:
    """Whether a land or town only says where something is: "have been holding talks in Norway"."""
    grammar = scene.grammar
    return bool(part.mentions) and all(
        one.place is not None
        and grammar.has("place-markers", one.marker or "")
        and not grammar.has("addressee-markers", one.marker or "")
        for one in part.mentions
    )


def clues(around: Surroundings, at: int, part: Part, everybody: Sequence[Part], ruled: str) -> list[str]:
    """What speaks for the part of somebody in what a word tells; `ruled` is the role that its frame gives."""
    seen = ["", f"ruled {ruled}"]
    verb = around.own_verb(at)
    for mention in part.mentions:
        seen += _of_mention(around, at, verb, mention)
    identity = part.actor.party.id
    if identity not in around.standing:
        around.standing[identity] = tuple(_standing(around, part, everybody))
    seen += around.standing[identity]
    if around.scene.in_quote(at):
        seen.append("quoted")
    return list(dict.fromkeys(seen))


def _standing(around: Surroundings, part: Part, everybody: Sequence[Part]) -> Iterator[str]:
    if len(part.mentions) > 1:
        yield "named twice"
    if not part.mentions:
        yield from _of_absent(around.scene, part, everybody)
    yield from _of_party(around, part, everybody)


def _of_mention(around: Surroundings, at: int, verb: Verb | None, one: Mention) -> list[str]:
    scene = around.scene
    before = one.last < at
    side = "before" if before else "behind"
    first, last = (one.last + 1, at) if before else (at + 1, one.first)
    between = min(len([True for other in scene.mentions if first <= other.first and other.last < last]), 2)
    found = list(_standing_at(side, _distance(last - first + 1), between, one.marker, one.kind))
    if one.first > 0:
        found.append(f"{side} word {scene.lowered[one.first - 1]}")
    if scene.clauses.crossed(first, last):
        found.append(f"{side} another clause")
    verbs = len([True for other in scene.clauses.verbs if first <= other.first and other.head < last])
    found.append(f"{side} verbs {min(verbs, 2)}")
    if one.governor is not None and one.governor == at:
        found.append("hangs on it")
    found += _by_verb(around, verb, one) if verb is not None else _by_noun(around, at, one)
    if len(one.actors) > 1:
        found.append("several")
    speech = scene.speech_over(at)
    if speech is not None and speech.speaker.first == one.first:
        found.append("speaker")
    return found


@lru_cache(maxsize=8192)
def _standing_at(side: str, distance: str, between: int, marker: str | None, kind: str) -> tuple[str, ...]:
    """Where a mention stands and by what it is marked: there are few ways to."""
    return (
        f"{side} {distance}",
        f"{side} over {between}",
        f"marker {marker}",
        f"{side} marker {marker}",
        f"{side} marker {marker} over {between}",
        f"mention {kind}",
    )


def _distance(words: int) -> str:
    for limit, name in _NEAR:
        if words < limit:
            return name
    return _FAR


def _by_verb(around: Surroundings, verb: Verb, one: Mention) -> Iterator[str]:
    subject = around.scene.clauses.subject(verb)
    yield "no subject" if subject is None else "subject" if subject.first == one.first else "not subject"
    complements = [other.first for other in around.scene.clauses.complements(verb)]
    if one.first in complements:
        yield f"complement {min(complements.index(one.first), 2)} {one.marker}"


def _by_noun(around: Surroundings, at: int, one: Mention) -> Iterator[str]:
    scene = around.scene
    governing, after = scene.clauses.verb_before(at), scene.clauses.verb_after(at)
    subject = scene.clauses.subject(governing) if governing is not None else None
    if governing is not None and subject is not None and subject.first == one.first:
        yield f"subject of {governing.lemma}"
        yield "subject of verb before"
    if after is not None and one.first > after.head:
        yield "behind the verb after"


def _of_absent(scene: Scene, part: Part, everybody: Sequence[Part]) -> Iterator[str]:
    memory, identity = scene.memory, part.actor.party.id
    present = {one.actor.party.id for one in everybody if one.mentions}
    yield "absent"
    yield f"absent of {min(len(present), 3)}"
    if any(actor.party.id == identity for actor in memory.focus):
        yield "focus"
    if memory.speaker is not None and memory.speaker.party.id == identity:
        yield "last speaker"
    yield from _of_pair({actor.party.id for actor in memory.pair}, identity, present)
    for back in (1, 2):
        if identity in memory.mentioned.get(scene.sentence.index - back, ()):
            yield f"named {back} before"
    parties = [party.id for party in memory.parties[-_LATEST:]]
    if identity in parties:
        yield f"latest {len(parties) - parties.index(identity)}"


def _of_pair(pair: set[str], identity: str, present: set[str]) -> Iterator[str]:
    if identity in pair:
        others = pair - {identity}
        yield "in pair"
        yield "rest of pair is here" if others <= present else "some of pair" if others & present else "no pair here"
    elif pair & present:
        yield "not of the pair that is here"


def _of_party(around: Surroundings, part: Part, everybody: Sequence[Part]) -> Iterator[str]:
    party = part.actor.party
    here = [one for one in everybody if one.mentions]
    yield f"is {party.kind}"
    if is_nameless(party.id):
        yield "is group"
    yield f"{'here' if part.mentions else 'absent'} of {min(len(here), _MANY)}"
    ranked = around.ranked
    yield f"rank {ranked.index(party.id)}" if party.id in ranked else "rank none"
    yield from sorted({f"beside {one.actor.party.kind}" for one in here if one is not part})
