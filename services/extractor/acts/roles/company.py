"""Whether a verb of meeting has somebody to meet, where it may also take things: targets, demands, success."""

from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.roles.journeys import ENVOYS
from services.extractor.acts.roles.owners import NO_NOUNS, is_noun
from services.extractor.acts.roles.unnamed import WHEN, meets_unnamed
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_NOUN_REACH = 4
"""Words from a verb to the end of its object's name, a determiner before it."""


def meets_somebody(scene: Scene, last: int, verb: Verb) -> bool:
    """Whether what stands right behind a verb, if a noun does, is a party: "met Oslo's demands" meets nobody.

    `last` is the last word of the phrase that tells the act.
    """
    if verb.passive:
        return True
    at = max(verb.head, last) + 1
    while at < len(scene.words) and (scene.grammar.phrase("adverbs", scene.lowered, at) or _is_manner(scene, at)):
        at += 1
    if at > 0 and scene.grammar.has("manners", scene.lowered[at - 1]):
        return True
    at = _behind_day(scene, at)
    if at >= len(scene.words) or _is_counted(scene, at) or not _opens_noun(scene, at):
        return True
    first, at = at, at + scene.grammar.has("plural-articles", scene.lowered[at])
    named = next((one for one in scene.mentions if first <= one.first <= at + _NOUN_REACH and one.last >= at), None)
    if named is None or any(_parts(scene, one) for one in range(at, named.first)):
        return meets_unnamed(scene, verb)  # "met the governor"
    if named.kind == "adjective" or named.marker == "possessive":
        return False
    if scene.grammar.has("genitive-markers", named.marker or "") and not _is_part(scene, at, named.first):
        return meets_unnamed(scene, verb)  # "a reçu une cape du Liban"
    return named.kind not in ("name", "capital") or not is_noun(scene, named.last + 1)


def _behind_day(scene: Scene, at: int) -> int:
    """Index of the plural article behind words that say when, "a reçu lundi des menaces"; where none is, theirs."""
    behind = at
    while behind < len(scene.words) and scene.grammar.has_any(WHEN, scene.lowered[behind]):
        behind += 1
    article = behind < len(scene.words) and scene.grammar.has("plural-articles", scene.lowered[behind])
    return behind if article else at


def speaks_to_peer(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether one in office speaks to another of another body: "le roi a parlé à Ana Ruiz", not "aux Péruviens"."""
    subject = scene.clauses.subject(verb)
    if subject is None or not _is_in_office(subject):
        return False
    to_whom = (one for one in scene.clauses.complements(verb) if one.first > verb.head)
    return any(
        one.marker in frame.counterpart and _is_in_office(one) and one.party_ids.isdisjoint(subject.party_ids)
        for one in to_whom
    )


def _is_in_office(one: Mention) -> bool:
    return any(actor.level in ENVOYS for actor in one.actors)


def _is_part(scene: Scene, first: int, end: int) -> bool:
    """Whether words before a name take it for one of those who are met: "a reçu une dizaine de", "des membres du"."""
    return any(
        scene.grammar.has("quantities", scene.lowered[at]) or scene.grammar.phrase("partitives", scene.lowered, at)
        for at in range(first, end)
    )


def _parts(scene: Scene, at: int) -> bool:
    """Whether a word before a name says that it is of another phrase: "met its targets, Oslo said"."""
    return scene.lowered[at] == "," or scene.grammar.phrase("prepositions", scene.lowered, at) is not None


def _is_counted(scene: Scene, at: int) -> bool:
    """Whether a phrase says how often or when: "met four times", "meet the next day"."""
    word, behind = scene.lowered[at], scene.lowered[at + 1 : at + 2]
    timed = bool(behind) and scene.grammar.has("time-words", behind[0])
    return scene.grammar.has("time-words", word) or (
        timed and (word.isdigit() or scene.grammar.has("determiners", word))
    )


def _is_manner(scene: Scene, at: int) -> bool:
    """Whether a word says how or where: "met secretly", "met face to face", "met here"."""
    manner = scene.grammar.is_adverb(scene.lowered[at])
    return (
        manner or scene.grammar.has("here-words", scene.lowered[at]) or scene.grammar.has("manners", scene.lowered[at])
    )


def _opens_noun(scene: Scene, at: int) -> bool:
    """Whether a noun phrase begins at a word: no preposition, mark, day nor clause does."""
    word = scene.lowered[at]
    if scene.grammar.has("plural-articles", word):
        return True
    if not word[0].isalnum() or scene.grammar.phrase("prepositions", scene.lowered, at) is not None:
        return False
    return scene.grammar.has("determiners", word) or not (
        scene.clauses.verb_at(at) is not None or scene.grammar.has_any(NO_NOUNS, word)
    )
