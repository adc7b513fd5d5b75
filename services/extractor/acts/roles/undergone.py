"""What somebody gets from another who does it: "s'est vu refuser un prêt", "a obtenu de la direction une prime"."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.elsewhere import is_contest
from services.extractor.acts.roles.roles import Found, by_agent, object_fits
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def is_undergone(scene: Scene, verb: Verb) -> bool:
    """Whether the subject only undergoes what an infinitive tells: "s'est vu opposer un refus"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.verb_at(group.first - 1) if group.tense == "infinitive" and group.first else None
    return matrix is not None and matrix.reflexive and scene.grammar.has("undergoing", matrix.lemma)


def only_undergoes(scene: Scene, verb: Verb) -> bool:
    """Whether a verb itself only says that its subject undergoes the infinitive right behind: no "se voir" of talks."""
    behind = scene.clauses.verb_at(verb.head + 1) if verb.head + 1 < len(scene.words) else None
    return behind is not None and behind.tense == "infinitive" and is_undergone(scene, behind)


def is_offered_to(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether the subject is who something is offered, which stands behind: "miners were offered a bonus"."""
    both = "object" in frame.counterpart and "object" in frame.item and frame.act == "propose"
    return both and verb.passive and object_fits(scene, frame, verb.head + 1, scene.clauses.end(verb))


def is_gained(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a verb of getting tells what the other side grants: "a obtenu de Lima la levée du blocus"."""
    return frame.act == "concede" and verb.lemma in scene.lexicon.receiving


def granted(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> Found:
    """The subject as who gets it, and who does it: who is named for it, else the other of the pair that is talking."""
    if subject is None:
        return []
    giver = by_agent(scene, verb)
    if giver is None and not is_undergone(scene, verb):
        giver = next((one for one in scene.clauses.complements(verb) if (one.marker or "") in frame.counterpart), None)
    found: Found = [("counterpart", subject, subject.actors)]
    if giver is not None:
        return [("initiator", giver, giver.actors), *found]
    others = scene.memory.others(subject.actors[0].party.id) if len(subject.party_ids) == 1 else ()
    if not others:
        return []
    start, end = scene.span(verb.first, verb.head)
    giving = Mention(verb.first, verb.head, start, end, "description", others)
    return [("initiator", giving, others), *found]


def forced(scene: Scene, verb: Verb, subject: Mention | None) -> Found | None:
    """Who gives way because the subject makes him: "la CGT a fait plier la direction", "la grève a fait céder Lima"."""
    behind = (one for one in scene.clauses.complements(verb) if one.first > verb.head)
    bent = next((one for one in behind if one.marker is None), None)
    if (
        verb.tense not in ("past", "present")
        or bent is None
        or (subject is not None and subject.party_ids & bent.party_ids)
    ):
        return None
    fought = scene.lexicon.object_forms("forces")
    if bent.kind == "demonym" or not fought.isdisjoint(scene.lowered[: bent.last + 1]) or is_contest(scene, bent.last):
        return None  # "l'armée a fait reculer les Russes", "a fait plier Lima en finale"
    found: Found = [("initiator", bent, bent.actors)]
    return found if subject is None else [*found, ("counterpart", subject, subject.actors)]


def is_sought(scene: Scene, verb: Verb) -> bool:
    """Whether what one would get is only sought: "en grève pour obtenir une hausse", "cherchent à obtenir"."""
    group = scene.clauses.whole(verb)
    if _SEEKING & {*group.modals}:
        return True
    before = group.first - 1
    if group.tense != "infinitive" or before < 0:
        return False
    opened = before - scene.grammar.has("infinitive-particles", scene.lowered[before])
    return scene.grammar.has("purpose-markers", scene.lowered[opened])


_SEEKING = frozenset({"wish", "attempt"})
"""What modals do to what one seeks."""
