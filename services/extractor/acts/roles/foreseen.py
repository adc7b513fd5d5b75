"""What somebody only thinks, hopes or fears that another will say or do, which tells of nobody that he did."""

from services.extractor.acts.roles.hanging import SAID
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEEDS

_CLAUSE = 9
"""Words from a verb of thinking to the verb of its clause, its subject between."""


def is_foreseen(scene: Scene, act: str, verb: Verb) -> bool:
    """Whether an act stands in the clause of what another thinks will be: "they thought Oslo would offer a truce"; a
    deed that is expected is still to come, "expects that they will sign", but what another will give is promised by
    nobody, "believes that they will lift the ban"."""
    group = scene.clauses.whole(verb)
    kept = act in DEEDS and act != "concede" and not group.negated
    told = group.tense == "conditional" if kept else group.tense in ("future", "conditional")
    if not told or act not in SAID | DEEDS or not group.finite:
        return False
    matrix = _thinking(scene, group)
    return matrix is not None and not _is_of_same(scene, matrix, group)


def is_of_thing(scene: Scene, act: str, verb: Verb) -> bool:
    """Whether somebody only warned of what a thing will do that a relative clause takes up, and threatens nobody with
    it: "a boycott that Oslo had warned would ruin the port"."""
    behind = scene.clauses.verb_at(verb.head + 1) if verb.head + 1 < len(scene.words) else None
    before = range(max(1, verb.first - _WARNER), verb.first)
    relative = any(at in scene.clauses.relatives or _takes_up(scene, at) for at in before)
    return act == "threaten" and relative and behind is not None and behind.first == verb.head + 1 and behind.finite


_WARNER = 6
"""Words from a relative pronoun to the verb of warning, who warns between."""


def _takes_up(scene: Scene, at: int) -> bool:
    """Whether "that" stands behind a noun and not behind a verb of saying: "a walkout that Oslo had warned"."""
    told = scene.clauses.verb_at(at - 1)
    return scene.grammar.has("complementizers", scene.lowered[at]) and scene.lowered[at - 1].isalpha() and told is None


def _thinking(scene: Scene, group: Verb) -> Verb | None:
    """The verb of thinking whose clause a verb stands in, no other verb or mark between."""
    for at in range(group.first - 1, max(-1, group.first - 1 - _CLAUSE), -1):
        matrix = scene.clauses.verb_at(at)
        if matrix is not None:
            foresees = not matrix.passive and scene.grammar.has("foreseeing", matrix.lemma)
            return matrix if matrix.finite and (foresees or _is_sure(scene, matrix)) else None
        if scene.lowered[at] in MARKS or at in scene.clauses.relatives:
            return None
    return None


def _is_sure(scene: Scene, matrix: Verb) -> bool:
    """Whether a verb says of somebody that he is sure or not: "is confident that", "était convaincu que"."""
    said = range(matrix.head, min(matrix.head + 1 + _SURE, len(scene.words)))
    own = scene.grammar.has("passive-auxiliaries", matrix.lemmas[0])
    return own and any(scene.grammar.has("sure", scene.lowered[at]) for at in said)


_SURE = 2
"""Words from a verb of being to its adjective, an adverb between."""


def _is_of_same(scene: Scene, matrix: Verb, group: Verb) -> bool:
    """Whether who thinks speaks of himself: "I think we will accept", "Oslo believes it will reject the offer"."""
    thinks, does = scene.clauses.subject(matrix), scene.clauses.subject(group)
    between = scene.lowered[matrix.head + 1 : group.first]
    if scene.grammar.holds("first-person", between):
        return True
    return thinks is not None and does is not None and not thinks.party_ids.isdisjoint(does.party_ids)
