"""Whom one speaks to without a name that anybody knows: "urged drivers to wait", "asked its own parliament to"."""

from collections.abc import Set

from schemas.negotiation import Act
from services.extractor.actors.mention import MentionKind
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb

_SPOKEN: frozenset[Act] = frozenset({"demand", "propose", "promise", "threaten", "accuse"})
"""Acts by which one speaks to somebody."""

_LONGEST = 6
"""Words of those who are spoken to."""

_OPENERS = ("infinitive-particles", "complementizers")
"""Classes of words that open what they are told; a verb of blaming opens it with "of" and "for"."""

_NO_NOUNS = ("relatives", "conditions", "calendar-names", "taken-up", "personal", "adverbs")
"""Classes of words that nobody is called by."""


def is_for_unnamed(scene: Scene, trigger: Trigger, verb: Verb, doers: Set[str]) -> bool:
    """Whether an act says for whom it is, and nobody knows them: the other side in mind is not meant.

    They stand where a counterpart may, and what they are told, or get, behind them. Who speaks to his own people
    ("urged his cabinet to") speaks to no other side; `doers` are the ids of those who act.
    """
    frame = trigger.frame
    if verb.passive or frame.act not in _SPOKEN or not trigger.inflections or "object" not in frame.counterpart:
        return False
    first = _behind(scene, trigger, verb)
    found = scene.grammar.phrase("prepositions", scene.lowered, first) if first < len(scene.words) else None
    if found is not None:
        if found[1] not in frame.counterpart:
            return False
        first += found[0]
    end = _end(scene, first, doers)
    if end is None or end == first or _is_of_known(scene, first, end):
        return False
    return _is_told(scene, trigger, first, end)


def _behind(scene: Scene, trigger: Trigger, verb: Verb) -> int:
    """The word behind a verb and those right behind it that are of its phrase: "called on", not "gave ... days to"."""
    first = verb.head + 1
    if trigger.last > verb.head:
        own = set(trigger.frame.lemma.split(" "))
        while first <= trigger.last and scene.lowered[first] in own:
            first += 1
    return first


def _end(scene: Scene, first: int, doers: Set[str]) -> int | None:
    """The word behind a noun phrase in which no other is named; None where one is, or something else stands."""
    others = (one for one in scene.mentions if one.kind not in _OWN or not one.party_ids <= doers)
    named = {at for one in others for at in range(one.first, one.last + 1)}
    for at in range(first, min(first + _LONGEST, len(scene.words))):
        word = scene.lowered[at]
        if at in named or word in MARKS:
            return None
        if scene.grammar.has_any(_OPENERS, word) or scene.grammar.phrase("prepositions", scene.lowered, at):
            return at
        if scene.clauses.verb_at(at) is not None:
            return None
        if at > first and scene.grammar.has("indefinite-articles", word):
            return at
        when = at == first and scene.grammar.has("time-words", word)
        if when or not word[0].isalpha() or scene.grammar.has_any(_NO_NOUNS, word):
            return None
    return None


_OWN: frozenset[MentionKind] = frozenset({"person", "body", "adjective"})
"""Kinds of mentions of the doer's own people, not of the doer: "the Kenyan army" of Kenya."""


def _is_told(scene: Scene, trigger: Trigger, first: int, end: int) -> bool:
    """Whether a word opens what those before it are told or get, and no thing is their name."""
    word, behind = scene.lowered[end], scene.clauses.verb_at(end + 1) if end + 1 < len(scene.words) else None
    things = scene.lexicon.object_forms("plans", "instruments", "negotiations", "measures")
    if things.intersection(scene.lowered[first:end]):
        return False
    act = trigger.frame.act
    if scene.grammar.has("infinitive-particles", word):
        told = act == "demand" and scene.grammar.has("bidding", trigger.frame.lemma.split(" ")[0])
        phrase = len(trigger.frame.lemma.split(" ")) > 1
        return "infinitive" in trigger.frame.item and (told or phrase) and (behind is None or not behind.finite)
    if scene.grammar.has("complementizers", word):
        return act in ("demand", "promise", "threaten")
    if scene.grammar.has("indefinite-articles", word):
        return act in ("propose", "promise") and end - first <= _RECEIVERS
    return act == "accuse" and behind is not None and behind.tense == "gerund"


_RECEIVERS = 2
"""Words of those who are offered something, what they get right behind: "offered poor farmers a subsidy"."""


def _is_of_known(scene: Scene, first: int, end: int) -> bool:
    """Whether the other side is meant all the same: "urged all sides to", "asked its ally to", not "its own people"."""
    nouns = scene.lowered[first:end]
    possessed = scene.grammar.has("possessives", nouns[0])
    own = any(scene.grammar.has("own-markers", word) or scene.grammar.has("own-people", word) for word in nouns)
    return (possessed and not own) or scene.grammar.holds("opposing-nouns", nouns)
