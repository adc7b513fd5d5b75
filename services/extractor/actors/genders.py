"""Who agrees with a pronoun in gender: "la direction" is "elle", "M. Dahl" is "il", where the words tell it."""

from collections.abc import Iterable, Sequence

from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Gender, Mention
from services.extractor.grammar import Grammar


def gender_of(word: str, grammar: Grammar) -> Gender | None:
    """The gender that an article, a title or a pronoun tells with which words for somebody begin."""
    if grammar.has("masculine-openers", word):
        return "masculine"
    return "feminine" if grammar.has("feminine-openers", word) else None


def agreeing(mentions: Iterable[Mention], gender: Gender | None) -> Sequence[Mention]:
    """Those of some mentions that a pronoun of a gender may take up: of its own, or of none that is told."""
    return [one for one in mentions if gender is None or one.gender in (None, gender)]


def in_mind(memory: Memory, gender: Gender | None) -> Sequence[Actor]:
    """The subject of the sentence before, or where it is of the other gender the one whom that sentence names in the
    pronoun's: "Le syndicat a reçu la direction. Elle a proposé"."""
    if gender is None or memory.focus_gender in (None, gender):
        return memory.focus
    named = {actor.party.id: actor for told, actor in memory.told_singly if told == gender}
    return tuple(named.values()) if len(named) == 1 else memory.focus
