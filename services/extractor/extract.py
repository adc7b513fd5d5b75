"""Text → negotiation events: the whole way, step by step as ARCHITECTURE.md names it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.negotiation import NegotiationEvent
from services.extractor.actors import grounds
from services.extractor.actors.at_home import told_apart
from services.extractor.actors.bodies.introduced import introduced
from services.extractor.actors.context import Context
from services.extractor.actors.discovery import discovered, tells_names
from services.extractor.actors.entity import MULTILATERAL, Name
from services.extractor.actors.families import is_namesake, settle
from services.extractor.actors.gazetteer import Gazetteer, gazetteer
from services.extractor.actors.groups import is_of_people
from services.extractor.actors.homographs import of_language, without_homographs
from services.extractor.actors.interrupted import before_members, whole_offices
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Mention
from services.extractor.actors.mentions import mentions
from services.extractor.actors.partisans import for_their_parties
from services.extractor.actors.rows import row_of
from services.extractor.actors.shared_ends import with_shared_ends
from services.extractor.actors.things import letters_of_others, letters_of_things
from services.extractor.actors.units import Unit
from services.extractor.acts.asides import aside, naming
from services.extractor.acts.authors import authors
from services.extractor.acts.clauses import clauses
from services.extractor.acts.frame import Frame
from services.extractor.acts.frames import candidates
from services.extractor.acts.implied import implied
from services.extractor.acts.lexicon import Lexicon, lexicon
from services.extractor.acts.roles.looking_on import look_on
from services.extractor.acts.roles.roles import takes_part
from services.extractor.acts.ruled_out import besides, undone
from services.extractor.acts.scene import Scene, is_within, speeches
from services.extractor.acts.verb_groups.verbs import verbs
from services.extractor.candidate import TOGETHER, Candidate
from services.extractor.confidence import believed
from services.extractor.dates.expression import Days
from services.extractor.discourse import addressed, between_parties, named, told_first, undisputed
from services.extractor.document import Document
from services.extractor.explain.grounds import Explained, explained
from services.extractor.fields.complete import complete
from services.extractor.fields.level import level_of_references, levelled
from services.extractor.fields.place import sightings, stays
from services.extractor.fields.speaking import floors
from services.extractor.fields.venue import Sighting, placed, written_from
from services.extractor.fields.when.timing import Calendar
from services.extractor.fields.whereabouts.atlas import Atlas
from services.extractor.fields.whereabouts.spots import spots
from services.extractor.grammar import Grammar, grammar, lower
from services.extractor.merge import joined, merged
from services.extractor.record import records
from services.extractor.screening import screen
from services.extractor.text.normalise import Normalised, normalise
from services.extractor.text.sentences import Sentence, sentences
from services.extractor.text.words import Word, Words, fold, words
from services.extractor.title_case import in_sentence_case, usage
from services.extractor.trained.reading import SecondReading, reading

READ = 50_000
"""Characters of a text in which events are looked for, some 8,000 words: articles that people write are far shorter,
and none takes more than two seconds (`benchmarks.hostile`)."""

_MOST_SENTENCES = 500
"""Sentences of a text in which events are looked for: the longest of 660 articles has 93. What is made of many short
ones, "A met B." ten thousand times, would else take longer."""


def extract(document: Document, produced_at: datetime) -> list[NegotiationEvent]:
    """The events of a document in order of the text; the same document gives the same events and ids."""
    normalised = normalise(document.text)
    return list(records(candidate_events(document, normalised), document, normalised, produced_at))


def explain(document: Document, produced_at: datetime) -> list[Explained]:
    """The events of `extract`, each with the words that gave its fields."""
    normalised = normalise(document.text)
    found = candidate_events(document, normalised)
    made = records(found, document, normalised, produced_at)
    return [explained(event, candidate, document, normalised) for event, candidate in zip(made, found, strict=True)]


def candidate_events(document: Document, normalised: Normalised) -> Sequence[Candidate]:
    """The events of a document, whose text is normalised, before they become records."""
    return believed(told_events(document, normalised))


def told_events(
    document: Document, normalised: Normalised, trained: SecondReading | None = None
) -> Sequence[Candidate]:
    """All that a document may tell, the unlikely too; `trained` reads by other choices than those that are kept."""
    if not screen(document.language).passes(normalised.text[:READ]):
        return []
    language = document.language
    text = sentences_of(document, normalised)
    second = (trained or reading(language)) if len(text) > _SCANT else None
    reader = Reader(document, lexicon(language), grammar(language), gazetteer(), second)
    read = told_first(list(reader.read(text)), reader.memory.pair)
    read = list(for_their_parties(read, reader.memory, document.published))  # of whose parties only the end told
    of_people = [party for party in reader.memory.parties if is_of_people(party, reader.grammar)]
    rivals = reader.grammar.shows("rival-unions")
    found = merged(named(read, of_people, reader.memory.mentioned, rivals))
    known = undisputed(found, reader.memory.mentioned)
    known = placed(addressed(known, reader.memory.mentioned, reader.memory.parties), reader.sightings, reader.news)
    framed = between_parties(levelled(known, reader.speakers), len(text), reader.telling)
    told = joined(framed, named(reader.unframed, of_people, reader.memory.mentioned, rivals))
    return told_apart(placed(told, reader.sightings, reader.news), reader.memory, language)


def sentences_of(document: Document, normalised: Normalised) -> list[Sentence]:
    """The sentences of a document in which events are looked for."""
    headline = normalised.repaired(*document.headline) if document.headline else None
    return sentences(normalised.text, document.language, headline, READ)[:_MOST_SENTENCES]


_SCANT = 2
"""Sentences of a text that give the trained reading too little to go by: of what only it tells there, half is wrong,
of what frames tell one in five."""

_NEWS = timedelta(days=4)
"""What happened earlier before publication is background."""

_FACED = 0.5
"""How much a visit, demand or offer from one to the other makes two a pair in mind; talks of both count 1."""

_BESIDE = -1
"""Index of a title that is not in the text."""

_QUOTE_REACH = 4
"""Sentences in which a quotation that is opened may be closed."""

_NEGOTIATING = TOGETHER | {"suspend"}
_PLAIN = 0.7


def _tells_negotiation(frame: Frame) -> bool:
    return frame.act in _NEGOTIATING and frame.weight >= _PLAIN


def _is_asked_of_body(candidate: Candidate) -> bool:
    """Whether somebody only asks a body of many to meet: the two are hardly a pair that talks."""
    return candidate.status == "proposed" and any(one.party.kind in MULTILATERAL for one in candidate.of("participant"))


def _words_of_names(row: Sequence[Unit], mentioned: Sequence[Mention]) -> frozenset[int]:
    """The words of names and of the nouns beside them, which are no verbs: "May", "the ELN rebels"."""
    names = [(unit.first, unit.last) for unit in row if unit.tag in "cplqamo"]
    bodies = [(one.first, one.last) for one in mentioned if one.kind not in ("pronoun", "adjective")]
    return frozenset(at for first, last in names + bodies for at in range(first, last + 1))


@dataclass(slots=True)
class Reader:
    """Reads an article sentence by sentence, as a person would, with what it has read before in mind."""

    document: Document
    lexicon: Lexicon
    grammar: Grammar
    gazetteer: Gazetteer
    reading: SecondReading | None
    """None where frames alone are to read."""
    memory: Memory = field(default_factory=Memory)
    split: dict[int, Sequence[Word]] = field(default_factory=dict)
    """The words of each sentence."""
    names: dict[int, Sequence[Name]] = field(default_factory=dict)
    """The names of each sentence: they are looked at before reading and while reading."""
    speakers: dict[int, Actor] = field(default_factory=dict)
    """Who is quoted in a sentence that goes on a paragraph, by its index."""
    paragraph: int = -1
    """That of the last sentence."""
    sightings: list[Sighting] = field(default_factory=list)
    """Where negotiating was told of so far."""
    news: Days | None = None
    """The day of what the article reports, as far as it was told."""
    unframed: list[Candidate] = field(default_factory=list)
    """What only the trained reading tells: nothing else is read by it."""
    telling: int = 0
    """Sentences read so far that hold a word of negotiating itself."""

    def read(self, text: Sequence[Sentence]) -> Iterator[Candidate]:
        """The candidate events of all sentences."""
        calendar, atlas = Calendar(self.document.published), Atlas(self.memory.seats)
        self._learn_things(text)
        self._write_small(text)
        self._count_bodies(text)
        self._discover(text)
        self._learn_authors(text)
        last: list[Candidate] = []
        for position, sentence in enumerate(text):
            if sentence.kind == "dateline":
                atlas.date(self._names(sentence))
                self.sightings += written_from(self._placed(sentence), sentence.index)
                continue
            self._hear(text[position : position + _QUOTE_REACH])
            scene = self._scene(sentence)
            read = for_their_parties(self._candidates(scene, calendar, atlas), self.memory, self.document.published)
            found = [one for one in read if not one.unframed]
            self.unframed += [one for one in read if one.unframed]
            level_of_references(scene, last)
            self._remember(scene, found)
            last = found or last
            yield from (one for one in found if not one.only_meets)
            self.news = calendar.story.news
        calendar.settle()

    def _hear(self, text: Sequence[Sentence]) -> None:
        """Learn who speaks in a quotation that only a later sentence ends and ascribes."""
        if len(text) < 2 or text[0].text.count('"') % 2 == 0:
            return
        closing = next((sentence for sentence in text[1:] if sentence.text.count('"') % 2), None)
        ascribed = self._scene(closing).speeches if closing is not None else ()
        if ascribed and ascribed[0].speaker.actors:
            self.memory.speaker = ascribed[0].speaker.actors[0]

    def _count_bodies(self, text: Sequence[Sentence]) -> None:
        """Count how often the text names each body; a name that several share counts for the one that it means."""
        names = [name for sentence in text for name in self._names(sentence) if name.kind != "capital" and name.parties]
        for sentence in text:
            self.memory.inner.update(grounds.inner(sentence.text, self._names(sentence), self.grammar))
            self._learn_nouns(sentence)
        for name in names:
            if len(name.parties) == 1:
                self.memory.count(name.parties[0])
        for name in names:
            if len(name.parties) > 1 and not is_namesake(name):
                self.memory.count(max(name.parties, key=self.memory.likeliness))
        self._count_places(text)
        settle(text, self.names, self.memory)

    def _learn_nouns(self, sentence: Sentence) -> None:
        """Learn by which words of their long names bodies may be called: "the League"."""
        for name in self._names(sentence):
            if name.kind != "organisation" or len(name.parties) != 1:
                continue
            called = fold(sentence.text[name.start : name.end]).split()
            for word in called if len(called) > 1 else ():
                self.memory.nouns.setdefault(word, name.parties[0])

    def _count_places(self, text: Sequence[Sentence]) -> None:
        """Count of which countries the towns are that the article names, and learn where it was written."""
        for sentence in text:
            names = self._names(sentence)
            countries = list(grounds.of_names(names))
            self.memory.capitals.update(name.parties[0].id for name in names if name.kind == "capital")
            self.memory.grounds.update(countries)
            self.memory.coloured.update(grounds.coloured(sentence.text, names, self.grammar))
            if sentence.kind == "dateline" and countries and self.memory.written is None:
                self.memory.written = countries[0]

    def _learn_things(self, text: Sequence[Sentence]) -> None:
        """Learn which letters the article uses for things; of those that a table knows, for laws and treaties alone."""
        for one in text:
            self.memory.things.update(letters_of_things(one.text, self.grammar))
            self.memory.taken.update(letters_of_others(one.text, self.grammar, self.gazetteer))

    def _discover(self, text: Sequence[Sentence]) -> None:
        """Learn which bare names the article uses for bodies."""
        told = [(self._words(one), self._placed(one)) for one in text if tells_names(one, self.grammar)]
        found = discovered(told, self.grammar)
        self.memory.aliases |= {name: body for name, body in found.items() if body.name not in self.memory.things}

    def _learn_authors(self, text: Sequence[Sentence]) -> None:
        """Learn whose statement or speech the article is, if its title tells, in the text or beside it."""
        title = self.document.title or ""
        announced = ":" in title or self.grammar.holds("statements", title.lower().split())
        if announced and any(map(self._is_in_first_person, text)):
            headed = next((one for one in text if one.kind == "headline"), None)
            beside = Sentence(_BESIDE, 0, len(title), title, "headline", _BESIDE)
            self.memory.authors = authors(self._scene(headed or beside))

    def _is_in_first_person(self, sentence: Sentence) -> bool:
        own = self.grammar.sets["first-person"]
        return any(word.lower in own for word in self._words(sentence))

    def _words(self, sentence: Sentence) -> Sequence[Word]:
        if sentence.index not in self.split:
            self.split[sentence.index] = self.grammar.accented(words(sentence.text, sentence.start))
        return self.split[sentence.index]

    def _write_small(self, text: Sequence[Sentence]) -> None:
        """Take from headlines of capitals those of words that are no names."""
        headings = [one for one in text if one.is_heading] if self.grammar.shows("headline-capitals") else []
        if not headings:
            return
        used = usage((one, self._words(one)) for one in text)
        for one in headings:
            found, names = self._words(one), self._placed(one)
            self.split[one.index] = in_sentence_case(found, names, used, self.grammar, self.lexicon.is_verb)

    def _placed(self, sentence: Sentence) -> Sequence[Name]:
        """The names of a sentence with their places in the text."""
        return [name.moved(sentence.start) for name in self._names(sentence)]

    def _names(self, sentence: Sentence) -> Sequence[Name]:
        if sentence.index not in self.names:
            found = of_language(self.gazetteer.find(sentence.text), self.document.language)
            found = before_members(sentence.text, found, self.gazetteer, self.grammar)
            hidden = self.memory.things | self.memory.taken
            self.names[sentence.index] = [name for name in found if sentence.text[name.start : name.end] not in hidden]
        return self.names[sentence.index]

    def _scene(self, sentence: Sentence, apart: range | None = None) -> Scene:
        """What is found in a sentence, or in its words without those of an aside."""
        found = self._words(sentence)
        told = whole_offices(sentence.text, self._names(sentence), self.gazetteer)
        if self.grammar.shows("compounds"):
            told = with_shared_ends(sentence.text, told, self.gazetteer)
        names = [name.moved(sentence.start) for name in told]
        if apart is not None:
            start, end = found[apart.start].start, found[apart.stop - 1].end
            names = [name for name in names if name.end <= start or end <= name.start]
            found = Words([*found[: apart.start], *found[apart.stop :]])
        names = without_homographs(names, found, self.lexicon)
        named = row_of(found, names, self.grammar, self.memory.surnames)
        row = introduced(found, named, self.grammar, self.memory, self.lexicon.is_verb)
        context = Context(
            found, self.grammar, self.gazetteer, self.memory, self.document.published, self.lexicon.is_finite
        )
        mentioned = mentions(row, context)
        taken = _words_of_names(row, mentioned)
        groups = verbs(found, self.lexicon, self.grammar, taken)
        structure = clauses(found, self.grammar, groups, mentioned)
        return Scene(
            sentence, found, lower(found), names, mentioned, structure, speeches(structure, self.lexicon),
            self.memory, self.lexicon, self.grammar,
        )  # fmt: skip

    def _candidates(self, scene: Scene, calendar: Calendar, atlas: Atlas) -> list[Candidate]:
        if (named := naming(scene)) is not None:
            return self._told(self._scene(scene.sentence, named), calendar, atlas)
        said = aside(scene)
        if said is None:
            return self._told(scene, calendar, atlas)
        start, end = scene.span(said.start, said.stop - 1)
        inner = [one for one in self._told(scene, calendar, atlas) if start <= one.trigger[0] < end]
        return inner + self._told(self._scene(scene.sentence, said), calendar, atlas)

    def _told(self, scene: Scene, calendar: Calendar, atlas: Atlas) -> list[Candidate]:
        triggers = self.lexicon.triggers(scene.words, scene.is_verb)
        found = spots(scene, atlas)
        atlas.hear(found)
        self.sightings += [*sightings(triggers, scene, found), *stays(scene, found), *floors(scene, found)]
        also = implied(scene)
        told = undone(candidates(scene, triggers), also)
        told += besides(also, told)
        self.telling += any(_tells_negotiation(trigger.frame) for trigger in triggers)
        read = self.reading.read(scene, triggers, told) if self.reading else told
        return complete(read, scene, calendar, found)

    def _remember(self, scene: Scene, found: Sequence[Candidate]) -> None:
        before = self.memory.told_last
        self.memory.notice(scene.mentions, scene.sentence.index)
        self.memory.acting.update(party for one in scene.mentions if takes_part(scene, one) for party in one.party_ids)
        self.memory.told_before = ()
        if before and found and all(map(self._is_background, found)):
            # who signed in 1999 are not "the two states" of the sentence behind, unless that is of a year, too
            self.memory.told_before, self.memory.told_last = self.memory.told_last, before
        if found and all(look_on(one, self.memory.pair) for one in found):
            self.memory.told_last = ()  # nor are those who welcome their deal
        self.memory.part(one for one in scene.mentions if self.grammar.has("reciprocal-markers", one.marker or ""))
        self.memory.words = frozenset(scene.lowered)
        self.memory.met_apart = self.grammar.holds("one-by-one", scene.lowered)
        for candidate in found:
            if self.memory.pair and self._is_background(candidate):
                continue
            self.memory.mediated(candidate.of("mediator"), candidate.of("participant"))
            one_sided = candidate.form == "visit" or _is_asked_of_body(candidate)
            self.memory.met(tuple(candidate.of("participant")), _FACED if one_sided else 1.0)
            doers = candidate.of("initiator")
            talking = {actor.party.id for actor in self.memory.pair}
            if {actor.party.id for actor in doers} < talking and not candidate.of("counterpart"):
                continue  # Some of those who talk, who yield or ask together, are one side.
            self.memory.met(tuple(doers if len(doers) > 1 else candidate.of("initiator", "counterpart")), _FACED)
        spoken = [one.speaker for one in scene.speeches if one.speaker.actors and not is_within(one, scene.speeches)]
        if spoken:
            self.memory.speaker = spoken[-1].actors[0]
            if scene.sentence.paragraph == self.paragraph and scene.sentence.text.startswith('"'):
                self.speakers[scene.sentence.index] = spoken[-1].actors[0]
        self.paragraph = scene.sentence.paragraph
        subject = spoken[-1] if spoken else self._subject(scene)
        if subject is not None:
            self.memory.focus, self.memory.focus_gender = subject.actors, subject.gender

    def _is_background(self, candidate: Candidate) -> bool:
        """Whether it lies before the news: "the talks" of the sentences behind are not those of weeks ago."""
        published = self.document.published
        stated = candidate.time is not None and candidate.time.stated
        if published is None or candidate.time is None or not stated:
            return False
        return candidate.time.days.end < published - _NEWS

    def _subject(self, scene: Scene) -> Mention | None:
        main = next((verb for verb in scene.clauses.verbs if verb.finite), None)
        return scene.clauses.subject(main) if main is not None else None
