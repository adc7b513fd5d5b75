"""A second reading of a sentence, by trained choices: words that tell an act without a frame, and who has a part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol, cast

from schemas.negotiation import Act, Role
from services.extractor.acts.frame import Frame
from services.extractor.acts.judged import PLAIN
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.aims import is_doubted
from services.extractor.acts.roles.company import meets_somebody
from services.extractor.acts.roles.content_clauses import foretells, is_open, means_itself
from services.extractor.acts.roles.directed import undergone_upon
from services.extractor.acts.roles.elsewhere import is_contest, is_elsewhere
from services.extractor.acts.roles.foreseen import is_of_thing
from services.extractor.acts.roles.looking_on import is_judged
from services.extractor.acts.roles.no_deeds import is_crowd
from services.extractor.acts.roles.roles import follows_noun
from services.extractor.acts.roles.senses import is_to_own
from services.extractor.acts.roles.sessions import sits_by_itself
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC, TOGETHER, Candidate, Filler, Range
from services.extractor.trained.castings import NOBODY, Castings, Part, is_only_where, parts, way_of
from services.extractor.trained.castings import clues as clues_of_part
from services.extractor.trained.choice import Choice, Clue, Weights, choice
from services.extractor.trained.senses import (
    NONE,
    clues,
    clues_around,
    clues_of_lone_word,
    clues_of_word,
    has_sense,
    may_tell,
    share_of,
    stem,
)
from services.extractor.trained.surroundings import Surroundings

Told = tuple[Candidate, Trigger]

_TELLS = 0.4
"""From what probability on a word without a frame is taken to tell an act; whether it does, confidence weighs."""
_HOPELESS = 2.0
"""Log-odds against a word from which on what is around it hardly ever helps: four words in five are looked at no
further, and what they might have told was as often wrong as right."""
_HAS_PART = 0.4
"""From what probability on somebody has a part in what such a word tells."""
_MOST_WORDS, _MOST_SENTENCES = 200, 150
"""Words of a sentence and sentences of a text beyond which frames alone read: people write shorter ones, and what is
beyond must not take long."""
_MOST_KEPT = 20_000
"""Words of which is kept what they say by themselves: news repeats its words, and names would grow for ever."""
_CONTENT = ("object", "que", "that", "infinitive", "de", "for", "à")
"""Where the content of an act that no frame tells may stand."""
_OF_WHAT_IS_TO_BE = frozenset({"agree", "propose", "demand"})
"""Acts that a verb does not tell of whose clause states a fact: "suggested that the offer had been a mistake"."""
_OF_SOMETHING = _OF_WHAT_IS_TO_BE | {"promise"}
"""Acts that a verb does not tell without what its frames ask for: "committed aid", no "committed a crime"."""
_RARELY = frozenset({"concede", "reject", "suspend"})
"""Acts that few passages tell without a frame: what this reading told of them on the press was wrong."""
_EVEN = 0.5
"""The sense of a refusal that no word of an act tells: of "not enough" or "unacceptable" few passages teach anything,
and what they say of its words, that they refuse nothing elsewhere, is said of four right ones in five. Also the least
sense of a verb that tells an act only by its tense or by who speaks, "will send": that it tells none by itself speaks
against nothing. Of 26 events more that this tells of annotated articles readers' lists hold 15, and 5 as doubtful."""
_PLAIN = 0.9
"""Weight of a verb from which on it tells its act wherever it reports what was said."""
_TOWARDS_OWN = frozenset({"demand", "talks"})
"""Acts that one's own people are no side of."""
UNRULED = "no frame"
"""What stands for the role that a frame gives where there is none."""


class SecondReading(Protocol):
    """Reads a sentence after the frames have."""

    def read(self, scene: Scene, triggers: Sequence[Trigger], told: Sequence[Told]) -> list[Told]:
        """All that is told, what the frames tell first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The trained choices of a language."""

    senses: Choice
    castings: Castings
    stems: frozenset[str]
    """First letters of the words that the training looked at: of those with a frame, and of those that tell an act."""

    @classmethod
    def by(cls, senses: Choice, castings: Choice) -> "Reading":
        """A reading by two choices."""
        return cls(senses, Castings(castings), frozenset(seen for look, seen in senses.weights if look == "stem"))

    def read(self, scene: Scene, triggers: Sequence[Trigger], told: Sequence[Told]) -> list[Told]:
        """What the frames of a sentence tell, weighed, and behind it what only this reading finds."""
        if len(scene.words) > _MOST_WORDS or scene.sentence.index >= _MOST_SENTENCES:
            return list(told)
        everybody = parts(scene)
        if not everybody:
            return list(told)
        around = Surroundings.of(scene, triggers, [candidate for candidate, _ in told])
        for candidate, trigger in told:
            self._weigh(around, candidate, trigger, everybody)
        return [*told, *self._unframed(around, everybody)] if _is_sentence(scene) else list(told)

    def _weigh(self, around: Surroundings, candidate: Candidate, trigger: Trigger, everybody: Sequence[Part]) -> None:
        """How likely the words of a candidate stand in their sense, and who has a part in it."""
        seen = [self.senses.probabilities(clues(around, at)) for at in _telling(around, candidate, trigger)]
        if trigger.frame in PLAIN or _opposes(around.scene, candidate, trigger):
            candidate.sense = _EVEN
        elif seen:
            share = share_of(candidate.act, min(seen, key=lambda one: one[NONE]))
            bare = not trigger.frame.lemma and trigger.frame.pos == "verb"
            denied = candidate.act == trigger.frame.negated != trigger.frame.act
            unlearnt = bare or denied or _is_promised(around, candidate, trigger) or _is_authors(around, candidate)
            candidate.sense = max(share, _EVEN) if unlearnt else share
        way = way_of(around.own_verb(trigger.head))
        ruled = {one.actor.party.id: one.role for one in candidate.fillers}
        for part in everybody:
            role = ruled.get(part.actor.party.id, NOBODY)
            if role == NOBODY and not part.mentions:
                continue  # Whom a sentence does not mention is the article's to tell.
            seen_of = clues_of_part(around, trigger.head, part, everybody, role)
            share = 1 - self.castings.probabilities(candidate.act, way, seen_of)[NOBODY]
            if role == NOBODY:
                candidate.lacking = max(candidate.lacking, share)
            else:
                candidate.casting = min(candidate.casting, share)

    def _unframed(self, around: Surroundings, everybody: Sequence[Part]) -> Iterator[Told]:
        for at, word in enumerate(around.shown):
            if at in around.told or not (at in around.triggers or stem(word) in self.stems) or _decides(around, at):
                continue
            if at not in around.triggers and _of_lone_word(self.senses, word) is None:
                continue  # Most words: nothing else of them is looked at.
            seen = self._sense(around, at) if may_tell(around, at) else None
            if seen is not None and 1 - seen[NONE] >= _TELLS:
                act = cast(Act, max((one for one in seen if one != NONE), key=seen.__getitem__))
                found = self._told(around, at, act, 1 - seen[NONE], everybody)
                if found is not None:
                    yield found

    def _sense(self, around: Surroundings, at: int) -> dict[str, float] | None:
        """Act, or none → probability; None where the word itself speaks against any, and nothing else is looked at."""
        if at in around.triggers or at in around.told:
            rows = _promising(self.senses, clues_of_word(around, at))
        else:
            rows = _of_lone_word(self.senses, around.shown[at])
        return None if rows is None else self.senses.chosen(rows + self.senses.weighed(clues_around(around, at)))

    def _told(self, around: Surroundings, at: int, act: Act, sense: float, everybody: Sequence[Part]) -> Told | None:
        """The candidate that a word without a frame tells; None where nobody is found who does it."""
        scene, verb = around.scene, around.own_verb(at)
        if verb is not None and act in _OF_WHAT_IS_TO_BE and not is_open(scene, verb):
            return None
        if verb is not None and act in _OF_SOMETHING and not _has_content(around, at, act):
            return None
        if (
            act in _RARELY
            or (verb is None and undergone_upon(scene, act, at))
            or (act in _TOWARDS_OWN and is_to_own(scene, at + 1))
            or (verb is None and act in TOGETHER and is_judged(scene, at))  # onlookers have no part in it
        ):
            return None
        if is_elsewhere(scene, act, verb, at) if verb is not None else act in SYMMETRIC and _is_no_talk(scene, at):
            return None
        if act in SYMMETRIC and verb is not None and (is_crowd(scene, verb) or _takes_thing(around, verb, at)):
            return None
        own = next((one.frame for one in around.triggers.get(at, ()) if one.frame.act == act), None)
        frame = own or Frame(scene.lowered[at], "noun" if verb is None else "verb", act, item=_CONTENT)
        if verb is not None and (is_doubted(scene, frame, verb) or is_of_thing(scene, act, verb)):
            return None
        if act == "demand" and verb is not None and (means_itself(scene, verb, at) or foretells(scene, verb)):
            return None
        way = way_of(verb)
        candidate = Candidate(
            act=act, sentence=scene.sentence.index, trigger=scene.span(at, at), evidence=[], fillers=[], score=sense,
            heading=scene.sentence.is_heading, sense=sense, unframed=True,
            declined=at in around.triggers,
        )  # fmt: skip
        for part in (one for one in everybody if not is_only_where(scene, one)):
            odds = self.castings.probabilities(act, way, clues_of_part(around, at, part, everybody, UNRULED))
            share = 1 - odds[NOBODY]
            if share >= _HAS_PART:
                candidate.fillers.append(Filler(part.actor, _likeliest(odds), _mention(part)))
                candidate.casting = min(candidate.casting, share)
            else:
                candidate.lacking = max(candidate.lacking, share)
        if act in SYMMETRIC:
            candidate.fillers = _without_absent(candidate.fillers)
        if not _is_done(candidate) or (verb is not None and _is_done_to(scene, candidate, verb)):
            return None
        candidate.mutual = act in DEALS and bool(candidate.of("participant"))
        inflections = scene.lexicon.inflections(scene.lowered[at]) if verb is not None else frozenset()
        return candidate, Trigger(at, at, at, frame, inflections)


def _decides(around: Surroundings, at: int) -> bool:
    """Whether a word only says that something is decided: its frame tells what, or leaves it to the words behind."""
    return any(around.scene.grammar.has("decisions", one.frame.lemma) for one in around.triggers.get(at, ()))


def _opposes(scene: Scene, candidate: Candidate, trigger: Trigger) -> bool:
    """Whether the word for those against a government tells who is against something: "l'opposition de Lima au plan",
    where whose it is has been found. In passages it means people nine times in ten, and says nothing here."""
    behind = scene.lowered[trigger.last + 1 : trigger.last + 2]
    told = candidate.act == "reject" and scene.grammar.has("opposition-nouns", trigger.frame.lemma)
    return told and bool(behind) and behind[0][0].isalpha()


def _is_promised(around: Surroundings, candidate: Candidate, trigger: Trigger) -> bool:
    """Whether a plain verb of promising says what was said: '"We shall see to it," he promised'."""
    plain = candidate.act == "promise" and trigger.frame.weight >= _PLAIN
    return plain and any(one.verb.head == trigger.head for one in around.scene.speeches)


def _is_authors(around: Surroundings, candidate: Candidate) -> bool:
    """Whether it is told of whoever's statement the article is: in what was learnt from, "I" and "we" outside of
    quotations are people who speak for nobody."""
    authors = {actor.party.id for actor in around.scene.memory.authors}
    return any(one.actor.party.id in authors for one in candidate.fillers if one.role != "counterpart")


def _promising(senses: Choice, told: Iterable[Clue]) -> list[Weights] | None:
    """The weights of what a word says by itself; None where that speaks against any act."""
    rows = senses.weighed(told)
    none, *acts = senses.sums(rows)
    return None if none - max(acts) >= _HOPELESS else rows


@lru_cache(maxsize=_MOST_KEPT)
def _of_lone_word(senses: Choice, word: str) -> list[Weights] | None:
    """The same of a word without a frame, which says the same in all texts."""
    return _promising(senses, clues_of_lone_word(word))


def _telling(around: Surroundings, candidate: Candidate, trigger: Trigger) -> Iterator[int]:
    """The words of a candidate that have a sense: of "called off the talks" not the article."""
    for at in around.scene.words_of(candidate.trigger):
        if around.shown[at][0].isalnum() and (at == trigger.head or has_sense(around, at)):
            yield at


def _is_sentence(scene: Scene) -> bool:
    """Whether words say something, and are no list of links: they end as sentences do, or hold a verb that is known."""
    ended = scene.sentence.text.rstrip('"').endswith((".", "!", "?", "…"))
    return ended or any(verb.finite for verb in scene.clauses.verbs)


def _likeliest(odds: dict[str, float]) -> Role:
    return cast(Role, max((one for one in odds if one != NOBODY), key=odds.__getitem__))


def _mention(part: Part) -> Range | None:
    if not part.mentions:
        return None
    return part.actor.span or (part.mentions[0].start, part.mentions[0].end)


def _without_absent(fillers: list[Filler]) -> list[Filler]:
    """Who meets: no two who are only in mind, for it may be others who meet, "analysts will meet in London"."""
    named = [one for one in fillers if one.mention is not None]
    return named if len(fillers) - len(named) > 1 else fillers


def _is_done_to(scene: Scene, candidate: Candidate, verb: Verb) -> bool:
    """Whether only somebody behind a verb would do it, where nobody known stands before: "analysts urged Oslo"."""
    behind = scene.words[verb.head].end
    doers = [one for one in candidate.fillers if one.role == "initiator"]
    last = bool(doers) and all(one.mention is not None and one.mention[0] >= behind for one in doers)
    return last and verb.finite and scene.clauses.subject(verb) is None and follows_noun(scene, verb)


def _takes_thing(around: Surroundings, verb: Verb, at: int) -> bool:
    """Whether a verb of meeting takes no person: "a reçu des menaces"."""
    asks = any("person" in one.frame.needs for one in around.triggers.get(at, ()) if one.frame.act in SYMMETRIC)
    return asks and not meets_somebody(around.scene, at, verb)


def _has_content(around: Surroundings, at: int, act: Act) -> bool:
    """Whether the sentence holds what all frames of a verb for an act ask for, if they do: one of their nouns, "sent
    Lima a draft", not "sent the envoy home"; what is demanded, "pressed Lima to sign", not "pressed Lima hard"."""
    scene = around.scene
    frames = [one.frame for one in around.triggers.get(at, ()) if one.frame.act == act]
    if frames and all(frame.objects for frame in frames):
        return any(not scene.lexicon.object_forms(*one.objects).isdisjoint(scene.lowered) for one in frames)
    if act == "demand" and frames and all("item" in frame.needs for frame in frames):
        clause = scene.grammar.holds("complementizers", scene.lowered[at + 1 :])
        return clause or any(one.first > at and one.tense == "infinitive" for one in scene.clauses.verbs)
    return True


def _is_no_talk(scene: Scene, noun: int) -> bool:
    """Whether a noun of meeting tells of a game or of one body's own session."""
    return is_contest(scene, noun + 1) or sits_by_itself(scene, noun, noun, None)


def _is_done(candidate: Candidate) -> bool:
    """Whether enough of the parts are played: two that meet, one that does what is done to another."""
    if candidate.act in SYMMETRIC:
        return len(candidate.party_ids) > 1
    return bool(candidate.of("initiator")) or len(candidate.of("participant")) > 1


@cache
def reading(language: str) -> Reading:
    """The reading of `fr` or `en`, loaded once."""
    return Reading.by(choice(language, "senses"), choice(language, "castings"))
