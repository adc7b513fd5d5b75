"""Pronouns that are the subject of a verb beside them: tied behind it by a hyphen, "dit-elle", or of nobody known."""

from collections.abc import Sequence

from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar

_TIES = (("-",), ("-", "t", "-"))
"""What stands between a verb and its pronoun."""


def tied_pronoun(lowered: Sequence[str], at: int, grammar: Grammar) -> int:
    """How many words behind a verb are its subject by hyphens: 2 of "dit-elle", 4 of "a-t-il"; 0 where none are.

    None are in a question, which tells no deed.
    """
    if lowered[at + 1 : at + 2] != ["-"] or "?" in lowered:
        return 0
    for tie in _TIES:
        behind = at + 1 + len(tie)
        tied = tuple(lowered[at + 1 : behind]) == tie and behind < len(lowered)
        if tied and grammar.has("tied-subjects", lowered[behind]):
            return len(tie) + 1
    return 0


def tied_subject(lowered: Sequence[str], at: int, mentions: Sequence[Mention], grammar: Grammar) -> Mention | None:
    """Whom the pronoun means that hyphens tie to a verb; None without one, or where it means nobody known."""
    behind = at + tied_pronoun(lowered, at, grammar)
    return next((one for one in mentions if one.first == behind), None) if behind > at else None


def stands_for_nobody(lowered: Sequence[str], at: int, mentions: Sequence[Mention], grammar: Grammar) -> bool:
    """Whether a pronoun right before a verb means nobody known: in "told the envoy they would come" it is not he."""
    if at < 0 or not grammar.has("subject-pronouns", lowered[at]):
        return False
    return not any(one.first <= at <= one.last for one in mentions)
