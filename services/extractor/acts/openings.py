"""Where dependent clauses open: at conjunctions, and at prepositions that stand before a subject and its verb."""

from collections.abc import Sequence

from services.extractor.actors.mention import Mention
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_CONJUNCTIONS = ("complementizers", "subordinators", "conditions")
"""Classes of words and phrases that open a dependent clause."""

_SUBJECT_REACH = 3
"""Words from a subject to its verb, adverbs between."""


def openings(lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb]) -> frozenset[int]:
    """The words at which a conjunction begins, by index."""
    opened = {
        at for name in _CONJUNCTIONS for at in grammar.openings(name, lowered) if _opens(name, lowered, at, grammar)
    }
    # "Jugé | comme excessif par Lima" says how it is judged.
    how = {one.head + 1 for one in verbs if grammar.has("judging", one.lemma)}
    how = {at for at in how & opened if grammar.has("subordinators", lowered[at])}
    # "They should go", where "should they go" opens.
    return frozenset(opened.difference(how, (at for verb in verbs for at in verb.indices[:-1])))


def subordinated(
    lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb], mentions: Sequence[Mention]
) -> dict[int, Mention]:
    """Prepositions that open a clause here, by index → the subject of that clause: "after Mexico refused"."""
    return {
        mention.first - 1: mention
        for mention in mentions
        if mention.marker is not None
        and mention.first > 0
        and grammar.has("subordinators", lowered[mention.first - 1])
        and _has_verb(mention, lowered, grammar, verbs)
    }


def absolutes(
    lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb], mentions: Sequence[Mention]
) -> dict[int, Mention]:
    """What opens a clause whose verb is a gerund, or wants its "be", by index → whose it is: ", with Oslo demanding it
    and Lima", "with Oslo due to sign"."""
    planned = {one.first for one in verbs if one.head > one.first and lowered[one.first] in grammar.operators}
    gerunds = {one.first for one in verbs if one.tense == "gerund"} | planned
    if not gerunds or grammar.sets["absolute-openers"].isdisjoint(lowered):
        return {}
    ended = {one.head for one in verbs if grammar.has("closings", one.lemma)}
    found: dict[int, Mention] = {}
    for mention in mentions:
        opening = mention.first - 1
        if opening < 0 or mention.last + 1 not in gerunds:
            continue
        loose = opening == 0 or not lowered[opening - 1].isalnum() or opening - 1 in ended
        loose = loose or mention.last + 1 in planned
        goes_on = bool(found) and mention.marker is None and grammar.has("coordinators", lowered[opening])
        if goes_on or (loose and grammar.has("absolute-openers", lowered[opening])):
            found[opening] = mention
    return found


def _has_verb(mention: Mention, lowered: Sequence[str], grammar: Grammar, verbs: Sequence[Verb]) -> bool:
    """Whether a finite verb follows a mention, with nothing but adverbs between."""
    verb = next((one for one in verbs if one.first > mention.last), None)
    if verb is None or not verb.finite or verb.first - mention.last > _SUBJECT_REACH:
        return False
    between = range(mention.last + 1, verb.first)
    return all(grammar.phrase("adverbs", lowered, at) or grammar.is_adverb(lowered[at]) for at in between)


def _opens(name: str, lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a phrase of a class begins there and is no part of an adverb and no preposition."""
    found = grammar.phrase(name, lowered, at)
    if found is None:
        return False
    adverb = grammar.phrase("adverbs", lowered, at)
    if adverb is not None and adverb[0] > found[0]:
        return False  # "once again"
    within = grammar.phrase("adverbs", lowered, at - 1) if at else None
    if within is not None and within[0] > 1:
        return False  # the "que" of "dès que possible"
    # "avant", "after", "until" before a noun are prepositions.
    return not (found[0] == 1 and grammar.phrase("prepositions", lowered, at))


def opens_unknown(
    lowered: Sequence[str], grammar: Grammar, before: Verb, verb: Verb, mentions: Sequence[Mention]
) -> bool:
    """Whether a noun phrase of nobody known stands between two verbs: "the sides said the plan would cut jobs"."""
    named = {at for one in mentions for at in range(one.first, one.last + 1)}
    between = range(before.head + 1, verb.first)
    return any(grammar.has("determiners", lowered[at]) and at not in named for at in between)


def marks_of(sentence: Sequence[Word]) -> list[int]:
    """The marks that part clauses, in order; not brackets around letters, which only shorten a name: "the wage talks
    (AWT) between the unions and Karvel"."""
    found = [at for at, word in enumerate(sentence) if word.lower in HARD]
    return [at for at in found if not (_is_short_name(sentence, at + 1) or _is_short_name(sentence, at - 1))]


def _is_short_name(sentence: Sequence[Word], at: int) -> bool:
    """Whether a word stands alone in brackets and is letters that shorten a name."""
    if not 0 < at < len(sentence) - 1 or (sentence[at - 1].text, sentence[at + 1].text) != ("(", ")"):
        return False
    capitals = sum(letter.isupper() for letter in sentence[at].text)
    return capitals > 1 and sentence[at].text.isalpha()


HARD = frozenset(";:()")
"""Marks that part clauses."""
