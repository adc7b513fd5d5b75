"""Who is named beside a noun phrase before a verb: in a parenthesis, or with an apposition. Positions are words."""

from collections.abc import Sequence

from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar
from services.extractor.text.words import Word

_SEVERAL = 2
"""Parties that make a list."""


def list_inside(
    bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar, opening: int, verb: int
) -> Mention | None:
    """Those who are meant by a noun phrase without a name, in a parenthesis: "the three - A, B and C - met"."""
    inside = _inside(bodies, opening, verb)
    if not inside or any(one.marker is not None or one.kind == "pronoun" for one in inside):
        return None
    named = {at for one in inside for at in range(one.first, one.last + 1)}
    if any(at not in named and not _ties(lowered, at, grammar) for at in range(opening + 1, verb - 1)):
        return None
    before = next((one for one in bodies if one.last == opening - 1), None)
    if before is not None and before.marker is None and not all(map(is_nameless, before.party_ids)):
        return None
    whole = inside[0]
    for one in inside[1:]:
        whole = whole.joined(one)
    if len(whole.actors) < _SEVERAL:
        return None
    beside = next((one for one in reversed(bodies) if one.last < opening), None)
    if beside is not None and beside.marker is None and coordinates(lowered, beside.last + 1, grammar):
        return beside.joined(whole)  # "Oslo and the two others (Lima, Quito) met"
    return whole


def named_inside(
    bodies: Sequence[Mention], lowered: Sequence[str], grammar: Grammar, opening: int, verb: int
) -> Mention | None:
    """Who is named in a parenthesis behind a noun phrase of nobody known: "Two of them, A and B, were received"; not
    where a preposition opens it: "Their meeting, at the annual Arctic Council forum, was"."""
    if grammar.phrase("prepositions", lowered, opening + 1) is not None:
        return None
    inside = _inside(bodies, opening, verb)
    return inside[0] if len(inside) == 1 and inside[0].marker is None else None


def with_apposition(bodies: Sequence[Mention], lowered: Sequence[str], verb: int) -> Mention | None:
    """Who is named with an apposition that ends in other names: "Ana Ruiz, head of Peru's Port Union, said"."""
    if verb < 3 or lowered[verb - 1] != ",":
        return None
    opening = next((at for at in range(verb - 2, -1, -1) if lowered[at] == ","), None)
    around = [one for one in bodies if opening is not None and one.first < opening <= one.last]
    return around[0] if around and around[0].marker is None else None


def before_apposition(
    bodies: Sequence[Mention], words: Sequence[Word], grammar: Grammar, relative: int
) -> Mention | None:
    """Who is told of with a noun phrase between commas, which a relative takes up behind it: "la CGT, premier syndicat
    du pays, qui exige"; not who is named there, "la fédération, la CGT, qui"."""
    opening = next((at for at in range(relative - 2, max(relative - _APPOSED, 0), -1) if words[at].text == ","), 0)
    if not opening or words[relative - 1].text != "," or relative - opening <= _SEVERAL:
        return None
    lowered = [word.lower for word in words[opening + 1 : relative - 1]]
    named = words[opening + 1].is_capitalised or not lowered[0][0].isalnum() or '"' in lowered
    if named or grammar.phrase("prepositions", lowered, 0) or grammar.has_any(_NO_NOUN, lowered[0]):
        return None
    whole = next((one for one in bodies if one.first == opening + 1 and one.last == relative - 2), None)
    if whole is not None and not all(map(is_nameless, whole.party_ids)):
        return None
    return next((one for one in bodies if one.last == opening - 1 and one.kind in _DESCRIBED), None)


_APPOSED = 12
"""Words from the comma that opens an apposition to the relative behind it."""

_NO_NOUN = (
    "coordinators",
    "adversatives",
    "relatives",
    "subordinators",
    "adverbs",
    "complementizers",
    "calendar-names",
    "perfect-openers",
)
"""Classes of words with which no noun phrase begins, "à Oslo, a dit le gouvernement, qui" among them."""

_DESCRIBED = frozenset({"name", "capital", "body", "office"})
"""Kinds of mentions beside which stands what is told of a body."""


def coordinates(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word is "and" or "but"."""
    return grammar.has("coordinators", lowered[at]) or grammar.has("adversatives", lowered[at])


def _inside(bodies: Sequence[Mention], opening: int, verb: int) -> list[Mention]:
    return [one for one in bodies if opening < one.first and one.last < verb]


def _ties(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word stands between the names of a list."""
    return lowered[at] == "," or grammar.has("determiners", lowered[at]) or grammar.has("coordinators", lowered[at])
