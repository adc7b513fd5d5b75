"""Tense and voice of a group of verbs, of its auxiliaries and the words around it."""

from collections.abc import Sequence

from services.extractor.acts.frame import Tense
from services.extractor.acts.verb_groups.chains import Link
from services.extractor.acts.verb_groups.tokens import Tokens
from services.extractor.grammar import Grammar

_AGENT_REACH = 8
"""Words behind a participle in which its agent stands."""


def is_reduced(tokens: Tokens, links: Sequence[Link], is_participle: bool) -> bool:
    """A participle alone before its agent is a relative clause without its beginning: "talks brokered by Oman".

    `is_participle` tells whether the form may be one.
    """
    lowered, grammar = tokens.lowered, tokens.grammar
    if is_participle and links[0].inflection.tense in _PAST and _is_bidden(lowered, links[0], grammar):
        return True
    if len(links) > 1 or not (is_participle or links[-1].inflection.tense in _PAST):
        return False
    in_front = links[0].index == 0 and links[0].inflection.tense == "participle"
    if in_front and grammar.shows("front-participles") and not grammar.has("be-conjugated", links[0].inflection.lemma):
        return True  # "Reçu mardi à Oslo, le ministre ...": he was received.
    behind = links[-1].index + 1
    behind += _predicate(lowered, behind, grammar) if grammar.has("judging", links[-1].inflection.lemma) else 0
    marker = _agent_marker(tokens, behind)
    doer = lowered[marker + 1 : marker + 2] if marker is not None else []
    # "spoke by telephone", "left by Friday" name no doer.
    return bool(doer) and not (
        grammar.has("means", doer[0]) or grammar.has("calendar-names", doer[0]) or doer[0].isdigit()
    )


def _predicate(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """How many words behind a participle of judging say how something is judged: "jugée | trop faible | par Lima"."""
    for size in range(1, _PREDICATE + 1):
        behind = lowered[at + size : at + size + 1]
        last = lowered[at + size - 1 : at + size]
        if not behind or not last[0][0].isalpha() or grammar.has("determiners", last[0]):
            return 0
        if grammar.has("passive-markers", behind[0]):
            return size
    return 0


_PREDICATE = 4
"""Words between a participle of judging and its agent."""


def _is_bidden(lowered: Sequence[str], link: Link, grammar: Grammar) -> bool:
    """Whether somebody is told to do something, as headlines say: "Peru urged to free crew", "Asked to pay, Peru"."""
    if not grammar.has("bidding", link.inflection.lemma):
        return False
    fronted = link.index == 0 or grammar.has("subordinators", lowered[link.index - 1])
    asked = fronted and "," in lowered[link.index + 1 :]
    told = grammar.has("infinitive-particles", "".join(lowered[link.index + 1 : link.index + 2]))
    return asked or (told and not grammar.has("asking", link.inflection.lemma))


_PAST = ("past", "participle")
"""Tenses that a participle may be read as."""

_BEFORE_AGENT = ("passive-markers", "place-markers", "calendar-names", "day-openers", "since-words", "time-words")
"""Classes of words that open the agent of a participle, or what may stand between the two."""


def _agent_marker(tokens: Tokens, at: int) -> int | None:
    """Where "by" stands behind a participle: at once, or where only adverbs, time and place come first, "in Quito in
    2016". That of another participle is none: "said in a statement read by the minister"."""
    lowered, grammar = tokens.lowered, tokens.grammar
    if at + 1 < len(lowered) and grammar.has("particles", lowered[at]):
        at += grammar.has("passive-markers", lowered[at + 1])  # "put forward by Oslo"
    while (adverb := _adverb(lowered, at, grammar)) > 0:
        at += adverb  # "rejeté d'emblée par", "hailed warmly by"
    if at < len(lowered) and not grammar.has_any(_BEFORE_AGENT, lowered[at]):
        return None
    for index in range(at, min(at + _AGENT_REACH, len(lowered))):
        if grammar.has("passive-markers", lowered[index]):
            return None if index > at and tokens.may_be_participle(index - 1) else index
        if not lowered[index][0].isalnum() or grammar.has("complementizers", lowered[index]):
            return None
    return None


def _adverb(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """How many words an adverb has that begins there; 0 where none does."""
    if at >= len(lowered):
        return 0
    found = grammar.phrase("adverbs", lowered, at)
    return found[0] if found is not None else int(grammar.is_adverb(lowered[at]))


def after_particle(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Behind what makes an English infinitive of a form that is a present tense too: "to sign", "rather than sign"."""
    if at > 0 and grammar.has("planning-particles", lowered[at - 1]):
        return True
    return grammar.shows("infinitive-particle") and grammar.ends_before("privatives", lowered, at)


def particle_before(lowered: Sequence[str], at: int, grammar: Grammar) -> int | None:
    """Where the "to" of an infinitive stands: right before, or before adverbs or what is quoted: 'to "fully lift"'."""
    back = at - 1
    while back > 0 and at - back <= _SPLIT and _may_split(lowered[back], grammar):
        back -= 1
    return back if back >= 0 and grammar.has("planning-particles", lowered[back]) else None


def _may_split(word: str, grammar: Grammar) -> bool:
    """Whether a word may stand between "to" and its verb."""
    return word == '"' or grammar.is_adverb(word) or grammar.has_any(("adverbs", "coordinators"), word)


_SPLIT = 3
"""Words between "to" and its verb: a mark of quotation, adverbs."""


def tense(links: Sequence[Link], grammar: Grammar, reflexive: bool, particle: bool) -> Tense:
    """The tense of the group, compound ones resolved; `particle`: an infinitive's "to" stands before it."""
    first = links[0].inflection
    if particle and first.tense == "present":
        return "infinitive"
    if len(links) == 1:
        return first.tense
    if grammar.has("future-auxiliaries", first.lemma):
        # "allait signer", the future seen from the past, tells like a conditional; "will" has no such form.
        return "conditional" if first.tense == "past" else "future"
    if grammar.has("conditional-auxiliaries", first.lemma):
        return "conditional"
    perfect = grammar.has("perfect-auxiliaries", first.lemma) or (
        grammar.has("auxiliaries", first.lemma) and (reflexive or not is_passive(links, grammar))
    )
    if perfect and first.tense in ("present", "past", "subjunctive") and links[1].inflection.tense == "participle":
        return "past"
    return first.tense


def is_passive(links: Sequence[Link], grammar: Grammar) -> bool:
    """ "be" or "être" before a participle; not the French verbs of movement, nor reflexives, that are conjugated so."""
    if len(links) < 2 or links[-1].inflection.tense != "participle":
        return False
    before, head = links[-2].inflection.lemma, links[-1].inflection.lemma
    return (
        grammar.has("passive-auxiliaries", before)
        and not grammar.has("be-conjugated", head)
        and not head.startswith(("se ", "s'"))
    )
