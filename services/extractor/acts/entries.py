"""Entries of the lexicon: frames as they are looked for, phrases of several words among them, and where these stand."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from schemas.negotiation import Act
from services.extractor.acts.frame import Frame
from services.extractor.grammar import grammar
from services.extractor.text.words import words


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame as it is looked for: its head's form is found first, then the rest."""

    frame: Frame
    rest: tuple[str, ...] = ()
    reflexive: bool = False
    lemma: str = ""
    particle: str = ""
    """What must stand before the verb, too: "en" of "s'en prendre à"."""


def is_plain(entry: Entry, acts: Set[Act], weight: float) -> bool:
    """Whether a word tells one of these acts by itself, with this weight or more: one word that asks for no object."""
    frame = entry.frame
    return (
        frame.act in acts
        and frame.weight >= weight
        and not (entry.rest or entry.reflexive or frame.objects or set(frame.needs) - {"person"})
    )


def verbal_entry(frame: Frame, language: str) -> Entry:
    """How the frame of a verb is looked for."""
    head, rest, reflexive = taken_apart(frame.lemma, language)
    particle = _THEREOF.strip() if reflexive and frame.lemma.startswith(f"s'{_THEREOF}") else ""
    return Entry(frame, rest, reflexive, head, particle)


def taken_apart(lemma: str, language: str) -> tuple[str, tuple[str, ...], bool]:
    """Head, the words behind it, and whether it is reflexive: "se retirer de l'accord" → retirer, (de, l', accord)."""
    reflexive = grammar(language).shows("reflexive-verbs") and lemma.startswith(("se ", "s'"))
    bare = lemma.split(" ", 1)[1] if lemma.startswith("se ") and reflexive else lemma[2:] if reflexive else lemma
    for particle in ("ne pas ", "n'", _THEREOF):
        bare = bare.removeprefix(particle)
    parts = [word.text for word in words(bare)]
    return parts[0], tuple(parts[1:]), reflexive


_THEREOF = "en "
"""The pronoun that some phrases have before their verb: "s'en prendre à"."""


def head_of(lemma: str, language: str) -> str:
    """The verb that is inflected: "se retirer de l'accord" → retirer."""
    return taken_apart(lemma, language)[0]


def rest_behind(lowered: Sequence[str], at: int, rest: tuple[str, ...], language: str, most: int) -> int | None:
    """Index of the last word of a phrase whose other words follow in order, at most so many others between."""
    if not rest:
        return at
    last = at
    for position, word in enumerate(rest):
        gap = most if position in (0, len(rest) - 1) else min(most, 1)
        forms, limit = forms_of(word, language), min(last + 1 + gap, len(lowered))
        before, last = last, next((index for index in range(last + 1, limit) if lowered[index] in forms), -1)
        if last < 0 or not _PARTING.isdisjoint(lowered[at:last]):
            return None
        if position and _is_of_another(rest[position - 1], lowered[before + 1 : last], language):
            return None
    particle = lowered[at + 1 : at + 2]
    if particle and particle[0] != rest[0] and particle[0] in grammar(language).sets["parted"]:
        return None  # "called off the talks" does not call the talks anything
    return last if _parting(rest, language).isdisjoint(lowered[at + 1 : last]) else None


def _is_of_another(before: str, between: Sequence[str], language: str) -> bool:
    """Whether a noun of ending or a preposition parts a noun from the article before it in a phrase: "annonce la fin de
    la grève" announces no strike, "fait pression pour des prêts par l'entremise de" is no "faire l'entremise"."""
    words = grammar(language)
    parting = ("endings", "object-parting")
    return words.has("determiners", before) and any(words.has(name, word) for word in between for name in parting)


_PARTING = frozenset({",", ";", '"'})


@cache
def _parting(rest: tuple[str, ...], language: str) -> frozenset[str]:
    """Words that cannot stand inside a phrase but as its own: "called for a truce" does not call a truce."""
    return grammar(language).sets["parting"].difference(rest)


@cache
def forms_of(wanted: str, language: str) -> frozenset[str]:
    """What may stand for a word inside a phrase: itself, its plural, an agreeing form of a possessive or article."""
    sets = grammar(language).sets
    classes = [sets[name] for name in _INTERCHANGEABLE if wanted in sets[name]]
    return frozenset({wanted, wanted + "s"}).union(*classes)


_INTERCHANGEABLE = tuple(f"interchangeable-{name}" for name in ("articles", "possessives", "to", "of"))
"""Classes of words any of which may stand for another inside a phrase."""
