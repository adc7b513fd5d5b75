"""What is judged or refused by an adjective or a phrase: "the talks were frank", "the offer is out of the question"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.ruled_out import by_whose_account
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate, Filler
from services.extractor.grammar import table
from services.extractor.text.words import words

JUDGEMENT = Frame("", "adjective", "assess", weight=0.75)
REFUSAL = Frame("", "adjective", "reject", weight=0.8)


def judged(scene: Scene) -> Iterator[tuple[Candidate, Trigger]]:
    """The first judgement or refusal of each report, by its speaker, and the first of which it is said whose it is:
    "inacceptable pour Lima", "pour la CGT, c'est non"."""
    telling = _telling(scene)
    owned = next(((at, one) for at in telling if (one := _whose(scene, at)) is not None), None)
    if owned is not None:
        yield _judgement(scene, owned[1], owned[0])
    for speech in scene.speeches:
        at = next((at for at in telling if at in speech.covers), None)
        if at is not None and not _watches(scene, speech.speaker) and (owned is None or at != owned[0]):
            yield _judgement(scene, speech.speaker, at)
    refused = next((at for at in telling if _refusing(scene, at) and scene.speech_over(at) is None), None)
    holder = by_whose_account(scene) if refused is not None and owned is None else None
    if refused is not None and holder is not None:
        yield _judgement(scene, holder, refused)


def _watches(scene: Scene, judge: Mention) -> bool:
    """Whether those who speak only look on, for whomever they work: "the bank's analysts said"."""
    behind = scene.lowered[judge.last + 1 : judge.last + 3]
    return any(scene.grammar.has("onlookers", word) for word in behind)


def _telling(scene: Scene) -> list[int]:
    """Words of judgement or refusal, quoted or said of something; of a phrase the first."""
    single, phrases = _stems(scene.grammar.language)
    unlike = tuple(table(scene.grammar.language, "evaluations")["unlike"])
    named = {at for one in scene.mentions for at in range(one.first, one.last + 1)}  # "France" is not "franche"
    return [
        at
        for at, word in enumerate(scene.words)
        if (word.folded in phrases and _phrase(scene, at))
        or (
            at not in named
            and word.folded.startswith(single)
            and not word.folded.endswith(unlike)
            and not _is_about_deed(scene, at)
            and (scene.in_quote(at) or _is_predicate(scene, at))
        )
    ]


def _refusing(scene: Scene, at: int) -> int:
    """How many words of a refusal begin at a word, one or a phrase; 0 where it refuses nothing."""
    refusals = tuple(table(scene.grammar.language, "evaluations")["refusals"])
    return _phrase(scene, at) or int(scene.words[at].folded.startswith(refusals))


def _phrase(scene: Scene, at: int) -> int:
    """How many words of a phrase of refusal begin at a word: "a non-starter", "not good enough"; 0 where none does."""
    size = max(
        (
            len(parts)
            for parts in _stems(scene.grammar.language)[1].get(scene.words[at].folded, ())
            if len(parts) <= len(scene.words) - at
            and all(scene.words[at + index].folded.startswith(part) for index, part in enumerate(parts))
        ),
        default=0,
    )
    goes_on = table(scene.grammar.language, "evaluations")["no-refusals"]
    return 0 if size and "".join(scene.lowered[at + size : at + size + 1]) in goes_on else size


@cache
def _stems(language: str) -> tuple[tuple[str, ...], Mapping[str, Sequence[Sequence[str]]]]:
    """Beginnings of single words of judgement or refusal, and the phrases of refusal, split, by their first word."""
    evaluations = table(language, "evaluations")
    split = {stem: [word.folded for word in words(stem)] for stem in evaluations["refusals"]}
    phrases: dict[str, list[list[str]]] = {}
    for parts in split.values():
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append(parts)
    refusals = [stem for stem, parts in split.items() if len(parts) == 1]
    return tuple(one for one in (*evaluations["judgements"], *refusals) if " " not in one), phrases


def _is_predicate(scene: Scene, at: int) -> bool:
    """Behind a form of "be" or "make": "talks were constructive", "we made progress"."""
    verb = scene.clauses.verb_before(at)
    return verb is not None and at - verb.head <= 4 and verb.lemma in scene.grammar.sets["copulas"]


def _is_about_deed(scene: Scene, at: int) -> bool:
    """Whether an infinitive says what would be so: "unacceptable to leave"; "unacceptable to Lima" says to whom."""
    particle = scene.grammar.has("infinitive-particles", "".join(scene.lowered[at + 1 : at + 2]))
    return particle and _whose(scene, at) is None


def _whose(scene: Scene, at: int) -> Mention | None:
    """To whom something is said to be unacceptable: "out of the question for Oslo", "would be unacceptable to Lima"."""
    behind = at + _refusing(scene, at)
    if behind == at:
        return None
    near = (one for one in scene.mentions if behind <= one.first <= behind + _BEHIND)
    return next((one for one in near if scene.grammar.has("judges", one.marker or "") and one.kind != "pronoun"), None)


_BEHIND = 2
"""Words from a refusal to whose it is, the preposition and a determiner between."""


def _judgement(scene: Scene, judge: Mention, at: int) -> tuple[Candidate, Trigger]:
    size = _refusing(scene, at)
    frame = REFUSAL if size else JUDGEMENT
    last = at + max(size, 1) - 1
    fillers = [Filler(actor, "initiator", (judge.start, judge.end)) for actor in judge.actors]
    candidate = Candidate(frame.act, scene.sentence.index, scene.span(at, last), [], fillers, score=frame.weight)
    return candidate, Trigger(at, last, at, frame)
