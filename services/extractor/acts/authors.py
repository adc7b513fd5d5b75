"""Whose statement, speech or letter an article is, as its title tells: "Statement by President Okello on Chad"."""

from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.scene import Scene

_OPENING = 4
"""Words of a title in which it says that it is one: "Joint press statement by"."""


def authors(title: Scene) -> tuple[Actor, ...]:
    """Who speaks for himself in what a title announces; nobody where it only reports on it."""
    if any(verb.finite for verb in title.clauses.verbs):
        return ()  # "Statement by Oslo angers Lima"
    named = next((one for one in title.mentions if _speaks(title, one)), None)
    return named.actors if named is not None else ()


def _speaks(title: Scene, named: Mention) -> bool:
    """Whether a word for a statement stands before somebody or right behind: "Remarks by Oslo", "Okello Statement"."""
    lowered, grammar = title.lowered, title.grammar
    behind = named.last + 1 + (lowered[named.last + 1 : named.last + 2] == ["'s"])
    tail = (lowered[named.last], *lowered[behind : behind + 1])  # Its capital makes it part of the name.
    if named.first < _OPENING and grammar.holds("statements", tail):
        return True
    announced = grammar.holds("statements", lowered[: min(named.first, _OPENING)])
    return announced and grammar.has("statement-markers", named.marker or "")
