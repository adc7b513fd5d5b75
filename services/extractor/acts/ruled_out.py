"""What somebody rules out without a verb of his own: "Pas question pour la CGT de signer"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, Candidate, Filler
from services.extractor.grammar import table
from services.extractor.text.words import words

RULED_OUT = Frame("", "phrase", "reject", weight=0.8)
REFUSED = Frame("", "verb", "reject", item=("object",), weight=0.7)
"""What somebody says that his side will not do, or that will not be done."""

_HEAD = 3
"""Words before somebody at the head of a sentence, in whose eyes the rest is so."""

_BEHIND = 3
"""Words from the phrase to whom it is so for: a comma, the preposition, a determiner."""


def ruled_out(scene: Scene) -> Iterator[tuple[Candidate, Trigger]]:
    """A refusal for each phrase of ruling out that no report covers, of whom it says in whose eyes it is so."""
    phrases = _phrases(scene.grammar.language)
    for at, word in [(at, word) for at, word in enumerate(scene.lowered) if word in phrases]:
        size = next((len(one) for one in phrases[word] if one == tuple(scene.lowered[at : at + len(one)])), 0)
        if size and scene.speech_over(at) is None:
            holder = _whose(scene, at + size) or in_whose_eyes(scene) or _of_clause(scene, at + size)
            if holder is not None:
                yield _refusal(scene, at, holder)
    yield from _kept(scene)


def _kept(scene: Scene) -> Iterator[tuple[Candidate, Trigger]]:
    """A refusal for the first thing of which a speaker says that it stays as it is: "le décret ne sera pas retiré"."""
    kept = table(scene.grammar.language, "evaluations")["undone"]
    for verb in scene.clauses.verbs if kept else ():
        if verb.passive and verb.negated and verb.tense in _AHEAD and verb.lemma in kept and not verb.modals:
            speech, subject = scene.speech_over(verb.head), scene.clauses.subject(verb)
            if speech is not None and speech.speaker.actors and (subject is None or not subject.actors):
                yield _refused(scene, REFUSED, verb.head, speech.speaker)
                return


_AHEAD = ("future", "conditional")
"""Tenses in which something is said to be kept as it is."""


@cache
def _phrases(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases of ruling out, split, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(language, "evaluations")["ruled-out"]:
        parts = tuple(word.lower for word in words(phrase))
        found.setdefault(parts[0], []).append(parts)
    return found


def by_whose_account(scene: Scene) -> Mention | None:
    """Who says what a sentence tells without a verb of saying: "Lima doit ouvrir la frontière, selon Quito"."""
    told = next((one for one in scene.mentions if scene.grammar.has("account-markers", one.marker or "")), None)
    return told or in_whose_eyes(scene)


def in_whose_eyes(scene: Scene) -> Mention | None:
    """In whose eyes a sentence says that something is so: "Pour Oslo, Lima doit", "Aux yeux de Lima, Oslo doit"."""
    return next(
        (one for one in scene.mentions if one.first <= _HEAD and _views(scene, one) and _closed(scene, one)), None
    )


def _views(scene: Scene, one: Mention) -> bool:
    return scene.grammar.has("views", one.marker or "")


def _closed(scene: Scene, one: Mention) -> bool:
    return scene.lowered[one.last + 1 : one.last + 2] == [","]


def _whose(scene: Scene, behind: int) -> Mention | None:
    """For whom a phrase right before says it."""
    return next((one for one in scene.mentions if behind <= one.first <= behind + _BEHIND and _views(scene, one)), None)


def _of_clause(scene: Scene, behind: int) -> Mention | None:
    """Whose deed a clause rules out that nobody is said to speak of: "il n'est pas question que Lima paie"."""
    deed = _of_that(scene, behind)
    subject = scene.clauses.subject(deed) if deed is not None else None
    return subject if subject is not None and behind < subject.first else None


def _of_that(scene: Scene, behind: int) -> Verb | None:
    """The verb of the clause that a phrase of ruling out opens."""
    if not scene.grammar.holds("complementizers", scene.lowered[behind : behind + 1]):
        return None
    return next((verb for verb in scene.clauses.verbs if verb.first > behind and verb.finite), None)


def _refusal(scene: Scene, at: int, holder: Mention) -> tuple[Candidate, Trigger]:
    """The refusal of what the infinitive or clause behind says, if one follows, else of what was told; with whom that
    would be done it is aimed at: "pas question de négocier avec Oslo"."""
    opened = next((one for one in range(at, min(at + _BEHIND + 1, len(scene.words))) if _of_that(scene, one)), None)
    deeds = (verb for verb in scene.clauses.verbs if verb.first > at and verb.tense == "infinitive")
    deed = _of_that(scene, opened) if opened is not None else next(deeds, None)
    meant = deed is not None and (opened is not None or not scene.clauses.crossed(at, deed.first))
    candidate, trigger = _refused(scene, RULED_OUT, deed.head if deed is not None and meant else at, holder)
    for one in scene.clauses.complements(deed) if deed is not None and meant else ():
        if scene.grammar.has("comitative-markers", one.marker or "") and one.party_ids.isdisjoint(holder.party_ids):
            candidate.fillers += [Filler(actor, "counterpart", (one.start, one.end)) for actor in one.actors]
    return candidate, trigger


def _refused(scene: Scene, frame: Frame, head: int, holder: Mention) -> tuple[Candidate, Trigger]:
    fillers = [Filler(actor, "initiator", (holder.start, holder.end)) for actor in holder.actors]
    span = scene.span(head, head)
    candidate = Candidate("reject", scene.sentence.index, span, [], fillers, score=frame.weight)
    inflections = scene.lexicon.inflections(scene.lowered[head]) if frame is REFUSED else frozenset()
    return candidate, Trigger(head, head, head, frame, inflections)


def besides(
    implied: Sequence[tuple[Candidate, Trigger]], told: Sequence[tuple[Candidate, Trigger]]
) -> list[tuple[Candidate, Trigger]]:
    """What only tense or words around imply, where no word of the same place tells an act: "will resume talks"."""
    heads = {trigger.head for _, trigger in told}
    return [(candidate, trigger) for candidate, trigger in implied if trigger.head not in heads]


def undone(
    told: Sequence[tuple[Candidate, Trigger]], implied: Sequence[tuple[Candidate, Trigger]]
) -> list[tuple[Candidate, Trigger]]:
    """The acts told, without those that another must do, "Oslo must lift the blockade", or that somebody rules out."""
    wished = {trigger.head for one, trigger in implied if one.act == "demand" or trigger.frame in (RULED_OUT, REFUSED)}
    out = {trigger.head for _, trigger in implied if trigger.frame is RULED_OUT}
    return [
        (one, trigger)
        for one, trigger in told
        if (trigger.head not in wished or one.act not in _DEEDS) and (trigger.head not in out or one.act != "talks")
    ]


_DEEDS = DEALS | {"concede", "promise", "suspend"}
"""Acts that are told as done; who must do them has not."""
