"""In which sense a verb stands: a participle that only describes, what one makes others do, whom one calls upon."""

from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.owners import OBJECT_REACH, is_noun
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC

_APART = 3
"""Words that may stand between an auxiliary and its participle."""


def is_attribute(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether a participle only describes a noun, and nobody is said to have done it: "une hausse contestée"."""
    if not scene.grammar.shows("attributive-participles"):
        return False
    if verb.tense != "participle" or verb.passive or verb.reflexive:
        return False
    if scene.grammar.has("be-conjugated", verb.lemma) or frame.act in SYMMETRIC or frame.act in DEALS:
        return False
    if any(_may_help(scene, one, verb) for one in scene.clauses.verbs):
        return False  # "a aussitôt refusé": a word that no table knows parts the auxiliary from its participle.
    before = verb.first - 1
    while before > 0 and scene.grammar.has("adverbs", scene.lowered[before]):
        before -= 1
    pronoun = before >= 0 and scene.lowered[before] in scene.grammar.indices["pronouns"]
    return before >= 0 and not pronoun and is_noun(scene, before)


def _may_help(scene: Scene, auxiliary: Verb, verb: Verb) -> bool:
    """Whether an auxiliary that stands alone shortly before a participle is its own."""
    between = scene.lowered[auxiliary.head + 1 : verb.first]
    near = 0 < len(between) <= _APART and scene.grammar.has("perfect-auxiliaries", auxiliary.lemma)
    return near and not scene.grammar.holds("determiners", between)


def means_something_else(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a word right behind the verb gives it another sense, "s'engager dans une voie", or says where an
    offer goes."""
    if trigger.frame.act == "propose" and goes_to_vote(scene, verb):
        return True
    if verb.first and scene.grammar.phrase("impersonal", scene.lowered, verb.first - 1) is not None:
        return True  # "il conviendra de négocier"
    at = max(verb.head, trigger.last) + 1
    while at < len(scene.words) and scene.grammar.has("adverbs", scene.lowered[at]):
        at += 1
    if at >= len(scene.words) or scene.lowered[at] not in trigger.frame.unless:
        return False
    return not any(_is_content(scene, one) for one in scene.clauses.verbs if at < one.first <= at + OBJECT_REACH)


def goes_to_vote(scene: Scene, verb: Verb) -> bool:
    """Whether an offer is only put to those who decide on it: "put it to a vote", "soumettre l'offre au vote"."""
    behind = range(verb.head + 1, min(verb.head + 1 + _TO_VOTE, len(scene.words)))
    found = (at for at in behind if scene.grammar.phrase("to-the-vote", scene.lowered, at) is not None)
    at = next(found, None)
    return at is not None and not scene.clauses.crossed(verb.head + 1, at)


_TO_VOTE = 10
"""Words from a verb of submitting to where the offer goes, the offer and whose it is between."""


def _is_content(scene: Scene, inner: Verb) -> bool:
    """Whether an infinitive says what is done after all: "s'est engagé dans un communiqué à payer"."""
    opened = scene.lowered[inner.first - 1]
    return inner.tense == "infinitive" and scene.grammar.has("content-openers", opened)


def is_said(scene: Scene, verb: Verb) -> bool:
    """Whether a clause or quotation behind a verb of saying, or a report before it, is what is said."""
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + OBJECT_REACH]
    clause = any(scene.grammar.has("complementizers", word) or word in (":", '"') for word in behind)
    return clause or any(one.verb is verb and one.covers.start == 0 for one in scene.speeches)


def rallies(scene: Scene, verb: Verb) -> bool:
    """Whether one's own people are called upon: "appellent à manifester" demands nothing of another side."""
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + OBJECT_REACH]
    if scene.grammar.holds("endings", behind):
        return False  # "appellent à la fin de la mobilisation"
    if scene.grammar.holds("infinitive-prefixes", behind):
        return False  # "appelle à ne pas manifester"
    opened = scene.grammar.holds("content-openers", behind)
    inner = [one.lemma for one in scene.clauses.verbs if verb.head < one.head <= verb.head + OBJECT_REACH]
    return opened and not scene.lexicon.rallying.isdisjoint((*behind, *inner))


def is_to_own(scene: Scene, at: int) -> bool:
    """Whether what stands behind a verb are one's own people: "instructed their teams", "a demandé à ses ministres"."""
    while at < len(scene.words) and (
        scene.grammar.has("adverbs", scene.lowered[at]) or scene.grammar.has("addressee-markers", scene.lowered[at])
    ):
        at += 1
    if at >= len(scene.words) or not _owns(scene, scene.lowered[at]):
        return False
    return scene.grammar.holds("own-people", scene.lowered[at + 1 : at + 1 + _OWN_REACH])


def _owns(scene: Scene, word: str) -> bool:
    """Whether a word says whose people they are: "their", "our", which is a determiner, no "us"."""
    ours = scene.grammar.has("first-person", word) and scene.grammar.has("determiners", word)
    return ours or scene.grammar.has("possessives", word)


_OWN_REACH = 2
"""Words from a possessive to its noun, an adjective between."""


def is_held(scene: Scene, trigger: Trigger) -> bool:
    """Whether two talk by what a noun tells, and none asks anything: "the minister's call with his counterpart"."""
    if trigger.last + 1 >= len(scene.words):
        return False
    found = scene.grammar.phrase("prepositions", scene.lowered, trigger.last + 1)
    held = found is not None and scene.grammar.has("comitative-markers", found[1])
    held = held or (_may_ask(scene, trigger) and _is_occasion(scene, trigger) and not is_appeal(scene, trigger))
    return held and scene.lexicon.is_talks(scene.lowered[trigger.last])


def _is_occasion(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun says on what occasion something is said or done: "discussed the border in a call"."""
    opens = trigger.first - 1
    while opens > 0 and not scene.grammar.has("determiners", scene.lowered[opens]):
        if not scene.lowered[opens].isalpha() or opens < trigger.first - _ADJECTIVES:
            return False
        opens -= 1
    return opens > 0 and scene.grammar.has("meeting-occasions", scene.lowered[opens - 1])


_ADJECTIVES = 3
"""Words from a determiner to the noun that it opens, adjectives between."""


def _may_ask(scene: Scene, trigger: Trigger) -> bool:
    return not trigger.inflections and scene.grammar.has("appeals", scene.lowered[trigger.head])


def is_appeal(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun of talks that is one of asking, too, asks: "Oslo's call for peace", "her call on Lima to pay"."""
    if not _may_ask(scene, trigger):
        return False
    behind = scene.lowered[trigger.last + 1 : trigger.last + 2]
    if not behind:
        return False
    if scene.grammar.has("infinitive-particles", behind[0]):
        before = scene.clauses.any_verb_before(trigger.first)
        given = before is not None and scene.grammar.has("speech-givers", before.lemma)  # "used the call to demand"
        return not given and scene.clauses.verb_at(trigger.last + 2) is not None
    return scene.grammar.has("content-openers", behind[0]) and not scene.grammar.has("genitives", behind[0])
