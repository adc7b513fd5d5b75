"""A sentence as trained choices look at it: names stand for their kind, so that nothing is learned of the named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.negotiation import Act
from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate
from services.extractor.trained.choice import Clue

NOBODY = "nobody"
_TOP = 3
"""Bodies named most in the article whose rank counts."""
_REFERRING = frozenset({"pronoun", "description"})
"""Kinds of mentions whose words are those of the language, no names."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds the words of a scene."""

    scene: Scene
    shown: list[str]
    """The words in lower case, those of names as the kind of who bears them, numbers as one."""
    named: frozenset[int]
    """The words of names."""
    triggers: Mapping[int, Sequence[Trigger]]
    """Word → the frames that it heads."""
    verbs: Mapping[int, Verb]
    """Word → the verb group that it belongs to."""
    told: Mapping[int, Act]
    """Word → the act that its frame tells, where the clause holds what the frame needs."""
    whole: Sequence[Clue]
    """What the sentence as a whole tells of each of its words."""
    ranked: Sequence[str]
    """The ids of the bodies named most in the article so far, the first of them first."""
    standing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Party id → what the sentence says of who it is, whatever the act; filled as it is asked for."""

    @classmethod
    def of(cls, scene: Scene, triggers: Sequence[Trigger], told: Sequence[Candidate]) -> "Surroundings":
        """The surroundings of the words of a scene with its triggers and what they tell."""
        shown = ["<number>" if word[0].isdigit() else word for word in scene.lowered]
        named = set[int]()
        for mention in scene.mentions:
            if mention.kind not in _REFERRING:
                covered = range(mention.first, mention.last + 1)
                shown[mention.first : mention.last + 1] = [f"<{kind(mention)}>"] * len(covered)
                named.update(covered)
        headed: dict[int, list[Trigger]] = {}
        for trigger in triggers:
            headed.setdefault(trigger.head, []).append(trigger)
        verbs = {at: verb for verb in scene.clauses.verbs for at in verb.indices}
        acts = {at: one.act for one in told for at in scene.words_of(one.trigger)}
        ranked = scene.memory.named_most(_TOP)
        return cls(scene, shown, frozenset(named), headed, verbs, acts, tuple(_of_sentence(scene)), ranked)

    def own_verb(self, at: int) -> Verb | None:
        """The verb group of a word, up to that word."""
        verb = self.verbs.get(at)
        return verb.until(at, self.scene.grammar) if verb is not None else None


def _of_sentence(scene: Scene) -> Iterator[Clue]:
    yield "sentence", scene.sentence.kind
    yield "length", str(min(len(scene.words) // 10, _TENS))
    yield "parties", str(min(len({party for one in scene.mentions for party in one.party_ids}), 3))


_TENS = 5
"""Tens of words from which on a sentence is long."""


def kind(mention: Mention | None) -> str:
    """What kind of body a mention means: "country", "union"; of several that of the first."""
    return mention.actors[0].party.kind if mention is not None and mention.actors else NOBODY
