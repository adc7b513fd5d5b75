"""Entries of the lexicon: frames as they are looked for, phrases of several words among them, and where these stand."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.negotiation import Act
from services.extractor.acts.frame import Frame, PartOfSpeech
from services.extractor.acts.morphology import plurals
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
    """What must stand before the verb, too: "en" of "s'en prendre à", "rubber" of "rubber-stamp"."""
    bare: tuple[str, ...] = ()
    """The other words without articles, as headlines have them: "pulls plug on"; none where one alone would be left."""


def frame_of(act: Act, lemma: str, pos: PartOfSpeech, group: Mapping[str, Any]) -> Frame:
    """The frame of a word in a group of `frames.yaml`."""
    return Frame(
        lemma=lemma,
        pos=pos,
        act=act,
        counterpart=tuple(group.get("counterpart", ())),
        item=tuple(group.get("item", ())),
        lights=tuple(group.get("lights", ())),
        objects=tuple(group.get("objects", ())),
        needs=tuple(group.get("needs", ())),
        unless=tuple(group.get("unless", ())),
        form=group.get("form"),
        negated=group.get("negated"),
        tight=group.get("tight", False),
        weight=group.get("weight", 1.0),
    )


def is_plain(entry: Entry, acts: Set[Act], weight: float) -> bool:
    """Whether a word tells one of these acts by itself, with this weight or more: one word that asks for no object."""
    frame = entry.frame
    return (
        frame.act in acts
        and frame.weight >= weight
        and not (entry.rest or entry.particle or entry.reflexive or frame.objects or set(frame.needs) - {"person"})
    )


def is_of_talks(entry: Entry, language: str) -> bool:
    """Whether a noun tells of talks by its first word: "pay talks" do not by "pay", where nouns stand before nouns."""
    first = not entry.rest or not grammar(language).shows("compounds")
    return first and entry.frame.pos == "noun" and entry.frame.act == "talks"


def verbal_entry(frame: Frame, language: str) -> Entry:
    """How the frame of a verb is looked for."""
    head, rest, reflexive = taken_apart(frame.lemma, language)
    if rest[:1] == (_HYPHEN,):  # "rubber-stamped" is inflected at its end
        return Entry(frame, rest[2:], reflexive, rest[1], head + _HYPHEN, _without_articles(rest[2:], language))
    particle = _THEREOF.strip() if reflexive and frame.lemma.startswith(f"s'{_THEREOF}") else ""
    return Entry(frame, rest, reflexive, head, particle, _without_articles(rest, language))


def _without_articles(rest: tuple[str, ...], language: str) -> tuple[str, ...]:
    dropped = grammar(language).sets["dropped-articles"]
    bare = tuple(word for word in rest if word not in dropped)
    return bare if _TELLING <= len(bare) < len(rest) else ()


_TELLING = 2
"""Words behind a verb that make a phrase without an article: "leave room" is another thing than "leave the room"."""


def taken_apart(lemma: str, language: str) -> tuple[str, tuple[str, ...], bool]:
    """Head, the words behind it, and whether it is reflexive: "se retirer de l'accord" → retirer, (de, l', accord)."""
    reflexive = grammar(language).shows("reflexive-verbs") and lemma.startswith(("se ", "s'"))
    bare = lemma.split(" ", 1)[1] if lemma.startswith("se ") and reflexive else lemma[2:] if reflexive else lemma
    for particle in ("ne pas ", "n'", _THEREOF):
        bare = bare.removeprefix(particle)
    parts = [word.text for word in words(bare)]
    return parts[0], tuple(parts[1:]), reflexive


_HYPHEN = "-"

_THEREOF = "en "
"""The pronoun that some phrases have before their verb: "s'en prendre à"."""


def noun_forms(nouns: Iterable[str], language: str) -> frozenset[str]:
    """Nouns in both numbers."""
    return frozenset(form for noun in nouns for form in plurals(noun, language))


def is_doubled(lowered: Sequence[str], pronoun: int, language: str) -> bool:
    """Whether a pronoun of the first or second person takes up its subject: "nous ne nous sommes pas rencontrés", "je
    m'engage"; no "nous" that is itself the subject, nor whom another meets, "il nous a reçus"."""
    rules = grammar(language)
    at = pronoun - 1
    at -= at > 0 and rules.has("infinitive-prefixes", lowered[at])  # "ne"
    return at >= 0 and (lowered[at] == lowered[pronoun] or rules.has("first-person-subjects", lowered[at]))


def is_led(lowered: Sequence[str], at: int, particle: str, most: int) -> bool:
    """Whether what must stand before a verb does, joined to it by a hyphen or at most so many words before."""
    if particle.endswith(_HYPHEN):
        return "".join(lowered[max(0, at - 2) : at]) == particle
    return not particle or particle in lowered[max(0, at - most) : at]


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
        forms = forms_of(word, language)
        limit = min(last + 1 + gap + (_day(lowered, last + 1, language) if position else 0), len(lowered))
        before, last = last, next((index for index in range(last + 1, limit) if lowered[index] in forms), -1)
        if last < 0 or not _PARTING.isdisjoint(lowered[at:last]):
            return None
        if position and _is_of_another(rest[position - 1], lowered[before + 1 : last], language):
            return None
    particle = lowered[at + 1 : at + 2]
    if particle and particle[0] != rest[0] and particle[0] in grammar(language).sets["parted"]:
        return None  # "called off the talks" does not call the talks anything
    return last if _parting(rest, language).isdisjoint(lowered[at + 1 : last]) else None


def phrase_end(lowered: Sequence[str], at: int, entry: Entry, language: str, most: int) -> int | None:
    """The same of the words of an entry, or of those without articles, where none stands in the phrase: "pulls plug
    on", not "close to reaching a deal"."""
    if not entry.rest:
        return at
    last = rest_behind(lowered, at, entry.rest, language, most)
    if last is not None and (
        _is_of_infinitive(lowered, at, last, entry, language) or _is_of_adjective(lowered, at, last, entry, language)
    ):
        return None
    if last is not None or not entry.bare or entry.bare[0] not in lowered[at + 1 : at + 1 + most]:
        return last
    last = rest_behind(lowered, at, entry.bare, language, most)
    dropped = grammar(language).sets["dropped-articles"]
    return last if last is not None and dropped.isdisjoint(lowered[at:last]) else None


def _is_of_infinitive(lowered: Sequence[str], at: int, last: int, entry: Entry, language: str) -> bool:
    """Whether the preposition that ends a phrase belongs to an infinitive between: "agreed to continue talks | on"."""
    told_to = "to" in entry.frame.counterpart  # "appealed to Lima for"
    rules, between = grammar(language), lowered[at + 1 : last] if len(entry.rest) == 1 and not told_to else ()
    return rules.shows("infinitive-particle") and rules.holds("infinitive-particles", between)


def _is_of_adjective(lowered: Sequence[str], at: int, last: int, entry: Entry, language: str) -> bool:
    """Whether an adjective behind "be" says what one only is to what the rest names: "is interested | in talks"."""
    rules = grammar(language)
    if not rules.has("passive-auxiliaries", entry.lemma):
        return False
    between = (word for word in lowered[at + 1 : last] if word not in entry.rest)
    return any(rules.operators.get(word) in _WILLING or rules.has("interested", word) for word in between)


_WILLING = frozenset({"ready", "wish"})
"""What adjectives say of who may yet do something."""


ANYTHING = ""
"""Stands for whatever follows an entry of one word."""

Following = Mapping[str, Sequence[tuple[int, frozenset[str]]]]
"""What follows the head of some entries → which of them begin so, each with the words one of which it ends with."""


def following(entries: Sequence[Entry], language: str) -> Following:
    """What must follow the head of entries for each to begin there."""
    behind: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for place, entry in enumerate(entries):
        if not entry.rest:
            behind.setdefault(ANYTHING, []).append((place, frozenset()))
            continue
        ends = forms_of(entry.rest[-1], language).union(entry.bare[-1:])
        for form in forms_of(entry.rest[0], language).union(entry.bare[:1]):
            behind.setdefault(form, []).append((place, ends))
    return behind


def _day(lowered: Sequence[str], at: int, language: str) -> int:
    """How many words of a day stand inside a phrase: 2 of "stepped in on Monday to bring", which part nothing."""
    words = grammar(language)
    opened = at < len(lowered) and lowered[at] in words.sets["day-openers"]
    return 2 if opened and words.has("calendar-names", "".join(lowered[at + 1 : at + 2])) else 0


def stands_as(entry: Entry, verb: bool) -> bool:
    """Whether a word may be what an entry tells of; of a participle a verb and an adjective: "est opposé à"."""
    return bool(entry.lemma) == verb or (verb and entry.frame.pos == "adjective")


def stands_at(lowered: Sequence[str], at: int, rest: tuple[str, ...], language: str) -> bool:
    """Whether the other words of a phrase stand at a word, one behind the other."""
    forms = forms_of(rest[0], language)
    return lowered[at] in forms and tuple(lowered[at + 1 : at + len(rest)]) == rest[1:]


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


_INTERCHANGEABLE = tuple(f"interchangeable-{name}" for name in ("articles", "possessives", "to", "of", "that"))
"""Classes of words any of which may stand for another inside a phrase."""
