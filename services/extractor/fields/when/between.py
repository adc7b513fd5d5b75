"""What the verbs between an act and a date make of the date: theirs, or still that of the act."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SPEECH, Candidate
from services.extractor.fields.when.dated import Dated

AHEAD = frozenset({"scheduled", "proposed", "conditional", "cancelled"})
TAG = 6
"""Words behind a reporting verb among which its date stands: "said on Friday that"."""


def opens_date(verb: Verb, scene: Scene, one: Dated) -> bool:
    """Whether what else is a verb only says that a date is the first: "starting Monday", "à compter du 3 mai"."""
    between = scene.lowered[verb.head + 1 : one.first]
    return scene.grammar.has("date-verbs", verb.lemma) and all(
        scene.grammar.phrase("prepositions", between, at) is not None for at in range(len(between))
    )


def has_its_own(candidate: Candidate, verb: Verb) -> bool:
    """Whether what a finite verb behind an act tells is of another day: what is, or what will be."""
    return verb.tense == "present" or (verb.tense == "future" and is_done(candidate))


def says_when(candidate: Candidate, trigger: Trigger, scene: Scene, verb: Verb) -> bool:
    """Whether a participle behind a noun says of when it is; not of talks to come, that they were opened then."""
    beside = not trigger.inflections and verb.first - trigger.last <= TAG and verb.tense in ("participle", "gerund")
    return beside and not (candidate.status in AHEAD and scene.grammar.has("begun", verb.lemma))


def is_done(candidate: Candidate) -> bool:
    return candidate.act in SPEECH or candidate.status == "occurred"


def describes(scene: Scene, verb: Verb, one: Dated) -> bool:
    """Whether a participle before a date says what became then of its noun: "the trawler seized last Sunday"."""
    between = scene.lowered[verb.head + 1 : one.first]
    return verb.tense == "participle" and len(between) < TAG and "," not in between


def is_apposed(scene: Scene, one: Dated) -> bool:
    """Whether the word between a comma and a date is a participle that no table knows: ", arraisonné jeudi"."""
    before = one.first - 1 - scene.grammar.has("date-openers", scene.lowered[one.first - 1])
    if before < 1 or scene.lowered[before - 1] != "," or scene.clauses.verb_at(before) is not None:
        return False
    return scene.grammar.ends_in("participle-endings", scene.lowered[before])


def is_planned(scene: Scene, start: int, one: Dated) -> bool:
    """ "The meeting with Oslo, which had been set for Sunday": a relative clause tells for when it was planned."""
    verb = next((verb for verb in reversed(scene.clauses.verbs) if start <= verb.first and verb.head < one.first), None)
    if verb is None or one.first - verb.head > TAG:
        return False
    marks = scene.clauses.relatives | scene.clauses.opens
    opened = any(at in marks for at in range(max(start, verb.first - 2), verb.first))
    planned = scene.grammar.has("planning-words", scene.lowered[verb.head]) or "plan" in verb.modals
    return opened and (planned or scene.grammar.has("planning-words", scene.lowered[one.first - 2]))
