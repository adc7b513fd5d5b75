"""Who is at the table without a name that anybody knows: "met the governor", "was received by the owner"."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.journeys import hosts_talks
from services.extractor.acts.roles.owners import is_noun
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 7
"""Words from a verb to the noun of whom its subject meets."""


def meets_unnamed(scene: Scene, verb: Verb) -> bool:
    """Whether behind a verb, up to the end of its clause, stands an office or a person whom no mention resolves."""
    named = {at for one in scene.mentions for at in range(one.first, one.last + 1)}
    end = min(verb.head + 1 + _REACH, scene.clauses.end(verb))
    of_another = (at for at in range(verb.head + 2, end) if scene.grammar.has("genitives", scene.lowered[at]))
    end = next((at for at in of_another if not _is_article(scene, at)), end)  # "a reçu l'appui du maire"
    free = [at for at in range(verb.head + 1, end) if at not in named]
    offices = [name for name in scene.names if name.kind == "office"]
    return (
        any(name.start <= scene.words[at].start and scene.words[at].end <= name.end for name in offices for at in free)
        or any(scene.grammar.phrase("bodies", scene.lowered, at) for at in free)
        or any(at + 1 in free and scene.words[at].is_capitalised and scene.words[at + 1].is_capitalised for at in free)
    )


def _is_article(scene: Scene, at: int) -> bool:
    """Whether a genitive is an article behind a word that says when, or of how many: "a reçu lundi des élus"."""
    before = scene.lowered[at - 1]
    return scene.grammar.has_any((*WHEN, "quantities"), before)


def is_with_unnamed(scene: Scene, trigger: Trigger, verb: Verb | None) -> bool:
    """Whether it is said whom one meets, and nobody knows them: "a reçu les élus", "rencontre avec des juges"."""
    own = verb if trigger.inflections else None
    if own is not None and own.passive:
        before = scene.clauses.before_adverbs(own.first)
        return scene.clauses.subject(own) is None and is_noun(scene, before)
    if own is not None and hosts_talks(scene, own):
        return False  # "will host the talks"
    behind = (trigger.last if own is None else max(own.head, trigger.last)) + 1
    if own is not None and "object" in trigger.frame.counterpart and _is_unknown(scene, _object(scene, behind)):
        return True
    for at in range(behind, min(behind + _WITH_REACH, len(scene.words))):
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None and scene.grammar.has("comitative-markers", found[1]):
            return _is_unknown(scene, at + found[0])
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None or scene.clauses.crossed(at, at + 1):
            return False
    return False


_WITH_REACH = 8
"""Words from a word of talks to "with", when and where they are between."""

_PHRASE = 4
"""Words from a determiner on among which a party would begin that is known."""


def _object(scene: Scene, behind: int) -> int:
    """Index of the determiner of a verb's object, how, when and where before it; of no word where a party is it."""
    nowhere, at = len(scene.words), behind
    while at < min(behind + _WITH_REACH, nowhere):
        mention = next((one for one in scene.mentions if one.first <= at <= one.last), None)
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if mention is not None:
            if mention.marker is None:
                return nowhere
            at = mention.last + 1
        elif scene.grammar.has("plural-determiners", scene.lowered[at]):
            return at
        elif found is not None:
            at += found[0]
            at += 1 + scene.grammar.has("determiners", scene.lowered[at]) if at < nowhere else 0
            at += 2 * (scene.lowered[at : at + 1] == ["-"])  # "dans l'après-midi"
        elif scene.grammar.has("determiners", scene.lowered[at]):
            return at
        elif scene.grammar.has_any(WHEN, scene.lowered[at]):
            at += 1
        else:
            size = scene.grammar.phrase("adverbs", scene.lowered, at)
            if size is None:
                return nowhere
            at += size[0]
    return nowhere


WHEN = ("calendar-names", "time-words")
"""Classes of words that say when."""


def _is_unknown(scene: Scene, first: int) -> bool:
    """Whether a noun behind a determiner stands there of somebody whom no mention resolves."""
    if first >= len(scene.words) or not scene.grammar.has("determiners", scene.lowered[first]):
        return False
    near = any(first <= one.first <= first + _PHRASE for one in scene.mentions)
    return not near and is_noun(scene, first + 1)
