"""What passages teach: the sense of each word that might tell an act, and the part of each party in what is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from services.extractor.actors.gazetteer import gazetteer
from services.extractor.acts.lexicon import Trigger, lexicon
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate
from services.extractor.extract import Reader, sentences_of
from services.extractor.grammar import grammar
from services.extractor.page.read import read
from services.extractor.text.normalise import Normalised, normalise
from services.extractor.trained.castings import NOBODY, expanded, parts, way_of
from services.extractor.trained.castings import clues as clues_of_part
from services.extractor.trained.choice import Clue
from services.extractor.trained.reading import UNRULED, Told
from services.extractor.trained.senses import NONE, clues, may_tell, stem
from services.extractor.trained.surroundings import Surroundings
from training.passages import Passage


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is seen, and what is right."""

    clues: tuple[Clue, ...]
    right: str
    word: str = ""
    framed: bool = False


@dataclass(slots=True)
class Lessons:
    """Stands in for the trained reading while passages are read, and takes down what they teach of it."""

    passage: Passage
    normalised: Normalised
    senses: list[Lesson] = field(default_factory=list)
    castings: list[Lesson] = field(default_factory=list)

    def read(self, scene: Scene, triggers: Sequence[Trigger], told: Sequence[Told]) -> list[Told]:
        """What the frames tell, unchanged."""
        around = Surroundings.of(scene, triggers, [candidate for candidate, _ in told])
        heads, passed_over = self._heads(around)
        for at, word in enumerate(scene.lowered):
            events = heads.get(at, ())
            if events:
                self._learn_told(around, at, events, told)
            elif at not in passed_over and may_tell(around, at):
                self.senses.append(Lesson(tuple(clues(around, at)), NONE, word, at in around.triggers))
        return list(told)

    def _heads(self, around: Surroundings) -> tuple[Mapping[int, tuple[int, ...]], frozenset[int]]:
        """Word → the events that it tells; and the other words of marks."""
        scene = around.scene
        places = [self.normalised.original(word.start, word.end) for word in scene.words]
        heads: dict[int, tuple[int, ...]] = {}
        inside: set[int] = set()
        for mark in self.passage.marks:
            marked = [at for at, (start, end) in enumerate(places) if mark.start <= start and end <= mark.end]
            telling = [at for at in marked if may_tell(around, at)]
            if telling:
                acts = {self.passage.labels[number].act for number in mark.events}
                heads[max(telling, key=lambda at: _heads_it(around, at, acts))] = mark.events
            inside.update(marked)
        return heads, frozenset(inside - heads.keys())

    def _learn_told(self, around: Surroundings, at: int, events: Sequence[int], told: Sequence[Told]) -> None:
        labels = [self.passage.labels[number] for number in events if not self.passage.labels[number].optional]
        if not labels:
            return  # Readers may differ on it.
        word = around.scene.lowered[at]
        self.senses.append(Lesson(tuple(clues(around, at)), labels[0].act, word, at in around.triggers))
        framed = next((one for one, _ in told if at in around.scene.words_of(one.trigger)), None)
        everybody = parts(around.scene)
        way = way_of(around.own_verb(at))
        for label in labels:
            roles = dict(label.parties)
            for part in everybody:
                ruled = UNRULED if framed is None else _role(framed, part.actor.party.id)
                seen = clues_of_part(around, at, part, everybody, ruled)
                expanded_clues = tuple(one for clue in seen for one in expanded(label.act, way, clue))
                self.castings.append(Lesson(expanded_clues, roles.get(part.actor.party.id, NOBODY)))


def _heads_it(around: Surroundings, at: int, acts: set[str]) -> tuple[bool, bool, bool, int]:
    """How likely a word is the one of a mark that tells it: by its frames, as the last verb, by its length."""
    frames = {trigger.frame.act for trigger in around.triggers.get(at, ())}
    verb = around.verbs.get(at)
    return bool(frames & acts), bool(frames), verb is not None and verb.head == at, len(around.scene.lowered[at])


def _role(candidate: Candidate, party: str) -> str:
    return next((one.role for one in candidate.fillers if one.actor.party.id == party), NOBODY)


def lessons(passage: Passage) -> Lessons:
    """What one passage teaches."""
    document = read(passage.labelled().article)
    normalised = normalise(document.text)
    taken = Lessons(passage, normalised)
    language = passage.language
    reader = Reader(document, lexicon(language), grammar(language), gazetteer(), taken)
    for _ in reader.read(sentences_of(document, normalised)):
        pass
    return taken


def telling(senses: Sequence[Lesson]) -> Iterator[Lesson]:
    """The lessons of words that have a frame or share their first letters with one that tells an act somewhere."""
    stems = {stem(lesson.word) for lesson in senses if lesson.right != NONE}
    return (lesson for lesson in senses if lesson.framed or stem(lesson.word) in stems)
