"""What is judged, refused or denied by an adjective or a phrase: "the talks were frank", "the claim is baseless"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

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
DENIAL = Frame("", "adjective", "deny", weight=0.75)
BLAME = Frame("", "adjective", "accuse", weight=0.6)
VERDICT = Frame("", "phrase", "assess", weight=0.75)
PLAIN = frozenset({REFUSAL, DENIAL, VERDICT, BLAME})
"""Of these those whose words say as much by themselves, whatever stands around them."""


def judged(scene: Scene) -> Iterator[tuple[Candidate, Trigger]]:
    """The first judgement or refusal of each report, by its speaker, and the first of which it is said whose it is:
    "inacceptable pour Lima", "pour la CGT, c'est non"."""
    telling = _telling(scene)
    owned = next(((at, one) for at in telling if (one := _whose(scene, at)) is not None), None)
    if owned is not None:
        yield _judgement(scene, owned[1], owned[0])
    for speech in scene.speeches:
        at = next((at for at in telling if at in speech.covers), None)
        if at is not None and (owned is None or at != owned[0]):
            yield _judgement(scene, speech.speaker, at)
    told = next((at for at in telling if scene.speech_over(at) is None), None)
    holder = by_whose_account(scene) if told is not None and owned is None else None
    if told is not None and holder is not None:
        yield _judgement(scene, holder, told)


def _telling(scene: Scene) -> list[int]:
    """Words of judgement, refusal or denial, quoted or said of something; of a phrase the first."""
    language = scene.grammar.language
    phrases = _stems(language).phrases
    return [
        at
        for at, word in enumerate(scene.words)
        if (word.folded in phrases and _tells_phrase(scene, at))
        or (_may_judge(word.folded, language) and _tells_by_itself(scene, at))
    ]


@lru_cache(maxsize=65536)
def _may_judge(word: str, language: str) -> bool:
    """Whether a folded word begins as one of judgement, refusal or denial: texts repeat their words."""
    unlike = tuple(table(language, "evaluations")["unlike"])
    return word.startswith(_stems(language).single) and not word.endswith(unlike)


def _tells_by_itself(scene: Scene, at: int) -> bool:
    """Whether a word judges, refuses or denies where it stands, and names nobody: "France" is not "franche"."""
    if any(one.first <= at <= one.last for one in scene.mentions) or _is_about_deed(scene, at):
        return False
    return _is_predicate(scene, at) or (scene.in_quote(at) and _single(scene, at) is not DENIAL)


def _tells_phrase(scene: Scene, at: int) -> bool:
    """Whether a phrase begins at a word; one of judging judges where talks, a deal or who talks are named. What was not
    accepted is others' refusal, no speaker's: "the plan was not accepted by the Peruvian side, he said"."""
    found = _phrase(scene, at)
    if found is None or (found[1] is VERDICT and not _is_of_talks(scene)):
        return False
    verb = scene.clauses.verb_at(at + found[0] - 1)
    return verb is None or not verb.passive


def _is_of_talks(scene: Scene) -> bool:
    lexicon, talkers = scene.lexicon, table(scene.grammar.language, "evaluations")["talkers"]
    return any(lexicon.is_talks(word) or word in lexicon.deals or word in talkers for word in scene.lowered)


def _told_at(scene: Scene, at: int) -> tuple[int, Frame]:
    """How many words tell at a word, and what: a phrase or a word of refusal, denial or else judgement."""
    return _phrase(scene, at) or (1, _single(scene, at))


def _single(scene: Scene, at: int) -> Frame:
    stems, word = _stems(scene.grammar.language), scene.words[at].folded
    if word.startswith(stems.refusals) or (word.startswith(stems.short) and _is_of_offer(scene, at)):
        return REFUSAL
    return DENIAL if word.startswith(stems.denials) else JUDGEMENT


def _is_of_offer(scene: Scene, at: int) -> bool:
    """Whether what falls short is an offer, told of before the word or in the sentence before: "la hausse est
    insuffisante", "Lima propose 2 %. « C'est insuffisant »"."""
    offered = scene.lexicon.object_forms(*table(scene.grammar.language, "evaluations")["falling-short"])
    before = scene.lowered[max(0, at - _JUDGED_BEFORE) : at]
    if not offered.isdisjoint(before):
        return True
    whole = [word.replace("'", "e") for word in before]  # "c'est"
    taken_up = scene.grammar.holds("taken-up", before) or scene.grammar.holds("demonstratives", whole)
    return taken_up and not offered.isdisjoint(scene.memory.words)


def _phrase(scene: Scene, at: int) -> tuple[int, Frame] | None:
    """The longest phrase that begins at a word: "a non-starter", "not good enough"; its words and what it tells."""
    stems, word = _stems(scene.grammar.language), scene.words[at].folded
    if word not in stems.phrases or at + 1 >= len(scene.words):
        return None
    if not scene.words[at + 1].folded.startswith(stems.seconds[word]):
        return None  # Of most phrases not even the second word follows.
    found = ((len(parts), frame) for parts, frame in stems.phrases[word] if _stands(scene, at, parts))
    return max(found, key=lambda each: each[0], default=None)


def _stands(scene: Scene, at: int, parts: Sequence[str]) -> bool:
    """Whether the words from one on begin with the parts of a phrase."""
    words = scene.words[at : at + len(parts)]
    return len(words) == len(parts) and all(
        word.folded.startswith(part) for word, part in zip(words, parts, strict=True)
    )


class _Stems(NamedTuple):
    """Beginnings of words by which somebody judges, refuses or denies, and phrases, split, by their first word."""

    judgements: tuple[str, ...]
    refusals: tuple[str, ...]
    denials: tuple[str, ...]
    short: tuple[str, ...]
    """Of the first those that refuse an offer of which they are said."""
    phrases: Mapping[str, Sequence[tuple[Sequence[str], Frame]]]
    seconds: Mapping[str, tuple[str, ...]]
    """First word of phrases → with what their second words begin."""
    single: tuple[str, ...]


@cache
def _stems(language: str) -> _Stems:
    evaluations = table(language, "evaluations")
    phrases: dict[str, list[tuple[Sequence[str], Frame]]] = defaultdict(list)
    single: dict[str, list[str]] = defaultdict(list)
    for name, frame in (("judging-phrases", VERDICT), ("refusals", REFUSAL), ("denials", DENIAL)):
        for stem in evaluations[name]:
            parts = [word.folded for word in words(stem)]
            if len(parts) > 1:
                phrases[parts[0]].append((parts, frame))
            else:
                single[name].append(stem)
    judgements = tuple(one for one in evaluations["judgements"] if " " not in one)
    refusals, denials = tuple(single["refusals"]), tuple(single["denials"])
    seconds = {first: tuple(parts[1] for parts, _ in known) for first, known in phrases.items()}
    short, every = tuple(evaluations["short"]), (*judgements, *refusals, *denials)
    return _Stems(judgements, refusals, denials, short, phrases, seconds, every)


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
    size, frame = _told_at(scene, at)
    if frame is not REFUSAL:
        return None
    behind = at + size
    near = (one for one in scene.mentions if behind <= one.first <= behind + _BEHIND)
    return next((one for one in near if scene.grammar.has("judges", one.marker or "") and one.kind != "pronoun"), None)


_BEHIND = 2
"""Words from a refusal to whose it is, the preposition and a determiner between."""


def _judgement(scene: Scene, judge: Mention, at: int) -> tuple[Candidate, Trigger]:
    size, frame = _told_at(scene, at)
    last = at + size - 1
    frame = BLAME if frame is REFUSAL and _is_of_fault(scene, at, last) else frame
    fillers = [Filler(actor, "initiator", (judge.start, judge.end)) for actor in judge.actors]
    candidate = Candidate(frame.act, scene.sentence.index, scene.span(at, last), [], fillers, score=frame.weight)
    return candidate, Trigger(at, last, at, frame)


def _is_of_fault(scene: Scene, first: int, last: int) -> bool:
    """Whether what is unacceptable is something done, and no offer: "the attack is unacceptable"."""
    evaluations = table(scene.grammar.language, "evaluations")
    before, behind = scene.lowered[max(0, first - _JUDGED_BEFORE) : first], scene.lowered[last + 1 :]
    near = {*before, *behind[:_JUDGED_BEHIND]}
    if near.isdisjoint(evaluations["faults"]) and near.isdisjoint(evaluations["wrongs"]):
        return False
    return near.isdisjoint(scene.lexicon.object_forms("plans", "instruments"))


_JUDGED_BEFORE, _JUDGED_BEHIND = 14, 4
"""Words before and behind a judgement among which stands what it is of."""
