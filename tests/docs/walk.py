"""One sentence through the extractor, with the output of each stage: the block of ARCHITECTURE.md.

Run: python -m tests.docs.walk
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256

from schemas.negotiation import ArticleReference
from services.extractor.actors.entity import Name
from services.extractor.actors.gazetteer import gazetteer
from services.extractor.actors.rows import row_of
from services.extractor.acts.frames import candidates
from services.extractor.acts.lexicon import lexicon
from services.extractor.acts.scene import Scene
from services.extractor.document import Document
from services.extractor.extract import Reader, extract
from services.extractor.fields.when.dated import dated
from services.extractor.fields.when.timing import Calendar
from services.extractor.grammar import grammar
from services.extractor.text.normalise import normalise
from services.extractor.text.sentences import sentences
from services.extractor.trained.reading import reading

TEXT = "Peru’s foreign minister demanded on Monday that Norway release the two trawlers by the end of the month."
PUBLISHED = date(2026, 3, 5)


def walk() -> Iterator[str]:
    """The lines of the block: the name of the stage and what it gives, or what it gives alone."""
    reference = ArticleReference(id="a", language="en", text_digest=f"sha256:{sha256(TEXT.encode()).hexdigest()}")
    document = Document(TEXT, "en", PUBLISHED, None, None, reference)
    normalised = normalise(TEXT)
    yield from _stage("normalise", [normalised.text])
    first = sentences(normalised.text, "en")[0]
    yield from _stage("sentences", [f"{first.start}:{first.end} {first.kind}"])
    reader = Reader(document, lexicon("en"), grammar("en"), gazetteer(), reading("en"))
    scene = reader._scene(first)
    yield from _stage("words", ["|".join(word.text for word in scene.words)])
    yield from _stage("names", [f"{_text(one.start, one.end)}: {one.kind} {_meant(one)}" for one in scene.names])
    yield from _stage("units", ["".join(unit.tag for unit in row_of(scene.words, scene.names, scene.grammar, {}))])
    yield from _stage("mentions", list(_mentions(scene)))
    verbs = scene.clauses.verbs
    yield from _stage(
        "verbs", [f"{_text(*scene.span(one.first, one.head))}: {one.lemma}, {one.tense}" for one in verbs]
    )
    yield from _stage("clauses", list(_subjects(scene)))
    triggers = scene.lexicon.triggers(scene.words, lambda at: scene.clauses.verb_at(at) is not None)
    yield from _stage("triggers", [f"{_text(*scene.span(one.first, one.last))}: {one.frame.act}" for one in triggers])
    made = [candidate for candidate, _ in candidates(scene, triggers)]
    roles = [", ".join(f"{one.role} {one.actor.party.id}" for one in candidate.fillers) for candidate in made]
    yield from _stage("frames", [f"{candidate.act}: {who}" for candidate, who in zip(made, roles, strict=True)])
    yield from _stage("dates", list(_dates(scene)))
    yield from _stage("record", list(_record(document)))


def _stage(name: str, lines: list[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield f"{name if at == 0 else '':<11}{line}"


def _text(start: int, end: int) -> str:
    return f"“{normalise(TEXT).text[start:end]}”"


def _meant(name: Name) -> str:
    parties, office = name.parties, name.office
    return ", ".join([*(party.id for party in parties), *([office.key] if office else [])])


def _mentions(scene: Scene) -> Iterator[str]:
    for one in scene.mentions:
        actors = ", ".join(
            f"{actor.party.id}{f' by {actor.person.id}' if actor.person else ''}" for actor in one.actors
        )
        yield f"{_text(one.start, one.end)}: {one.kind} of {actors}"


def _subjects(scene: Scene) -> Iterator[str]:
    for verb in scene.clauses.verbs:
        subject = scene.clauses.subject(verb)
        yield f"{verb.lemma} ← {_text(subject.start, subject.end) if subject else 'nobody'}"


def _dates(scene: Scene) -> Iterator[str]:
    calendar = Calendar(PUBLISHED)
    for one in dated(scene):
        is_ahead = one.first > max(verb.head for verb in scene.clauses.verbs if verb.finite)
        days = calendar.days(one, "future" if is_ahead else "past")
        yield f"{_text(*one.span)}: {days.start} to {days.end}" if days else _text(*one.span)


def _record(document: Document) -> Iterator[str]:
    for event in extract(document, datetime(2026, 3, 5, tzinfo=UTC)):
        yield f"{event.act}, {event.status}: " + ", ".join(f"{party.role} {party.id}" for party in event.parties)
        yield f"time {event.time.start} ({event.time.basis}), level {event.level}" if event.time else "no time"
        yield from (f"item {one.start}:{one.end} “{one.text}”" for one in event.items)
        yield f"due {event.due.start} to {event.due.end}" if event.due else "no due"


if __name__ == "__main__":
    print("\n".join(walk()))
