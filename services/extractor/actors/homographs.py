"""Words spelt like an office or a country that are none here: the participle of "a envoyé", the people of "chefs
coutumiers", the given name of "Maurice Vidal", the number of "les 27 victimes"."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from services.extractor.actors.entity import MULTILATERAL, Name
from services.extractor.actors.tables import called_as_capitals
from services.extractor.acts.lexicon import Lexicon
from services.extractor.document import Language
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word


def without_homographs(names: list[Name], found: Sequence[Word], known: Lexicon) -> list[Name]:
    """The names without the offices and countries that are none: "a envoyé une lettre" tells of no envoy, "les chefs
    coutumiers" are people who act together, and "Maurice Vidal" is somebody."""
    offices = {one.start: one.end for one in names if one.kind == "office"}
    other = {
        word.start
        for at, word in (enumerate(found) if offices else ())
        if at
        and word.start in offices
        and (
            _is_participle(found, at, known)
            or _is_infinitive(found, at, known)
            or _ends_of_people(found, at, known.grammar) > offices[word.start]
        )
    }
    kept = [one for one in names if one.kind != "office" or one.start not in other]
    begun, ended = {one.start for one in kept}, {one.end for one in kept}
    return [
        one
        for one in kept
        if not (
            _is_given_name(one, begun, found, known)
            or _counts(one, found, known)
            or _is_end_of_name(one, ended, found, known.grammar)
        )
    ]


def _is_end_of_name(name: Name, ended: Set[int], found: Sequence[Word], known: Grammar) -> bool:
    """Whether the name of a party only ends the longer one of another that no table knows: "the Karvel People's
    Party"."""
    if not known.shows("compounds") or any(party.kind != "political-party" for party in name.parties):
        return False
    at = bisect_left(found, name.start, key=lambda word: word.start)
    before = found[at - 1] if at > 1 else None  # The first word of a sentence has a capital in any case.
    plain = before is not None and before.is_capitalised and before.text.isalpha() and before.end not in ended
    return name.kind == "organisation" and plain and before is not None and not known.is_function_word(before.lower)


def _counts(name: Name, found: Sequence[Word], known: Lexicon) -> bool:
    """Whether the number by which a union of states is called counts what stands behind: "les 27 victimes"."""
    if name.kind != "organisation":
        return False
    behind = bisect_left(found, name.end, key=lambda word: word.start)
    if not 0 < behind < len(found) or not found[behind - 1].text.isdigit():
        return False
    noun = found[behind].text
    of_states = known.grammar.has("state-words", noun) or known.grammar.phrase("bodies", [noun], 0) is not None
    plain = noun.isalpha() and noun.islower() and not known.grammar.is_function_word(noun)
    return plain and not of_states and not known.is_finite(noun) and not known.grammar.is_adverb(noun)


def of_language(names: Sequence[Name], language: Language) -> list[Name]:
    """Names with the places that they have in a language: "Mexico" is a country in English, a town in French."""
    towns = called_as_capitals(language)
    return [
        one._replace(place=towns[one.parties[0].name])
        if one.kind == "country" and one.parties and one.parties[0].name in towns and one.place is not None
        else one
        for one in names
    ]


def _is_given_name(name: Name, begun: Set[int], found: Sequence[Word], known: Lexicon) -> bool:
    """Whether a country or capital that people are called by stands before a surname that no table knows: "Maurice
    Vidal", "Sofia Dahl", or any behind a title, "Mr Israel Ramos"; in a heading all in capitals it is none, "Georgia
    Opposition Walks Out"."""
    if name.kind not in ("country", "capital"):
        return False
    at = bisect_left(found, name.start, key=lambda word: word.start)
    if at + 1 >= len(found):
        return False
    if not known.grammar.has("given-names", found[at].lower) and not _is_titled(found, at, known.grammar):
        return False
    surname, behind = found[at + 1], found[at + 2 : at + 3]
    free = not known.is_finite(surname.lower) and not (behind and behind[0].is_capitalised)
    return surname.is_capitalised and surname.start not in begun and free


def _is_titled(found: Sequence[Word], at: int, known: Grammar) -> bool:
    """Whether a title that only people bear stands before a word, with its full stop or without: "Mr", "M."."""
    before = at - 1 - (at > 1 and found[at - 1].text == ".")
    return at > 0 and known.has("courtesies", found[before].lower.rstrip("."))


def _ends_of_people(found: Sequence[Word], at: int, known: Grammar) -> int:
    """Where a noun for people who act together ends that begins at a word; before it where none does, or where they
    stand for states ("les ministres européens")."""
    people = known.phrase("acting-plurals", lower(found[at : at + _PEOPLE]), 0)
    return found[at + people[0] - 1].end if people is not None and people[1] not in MULTILATERAL else 0


_PEOPLE = 4
"""Words of a noun of people."""


def _is_participle(found: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Whether a word is one by its form, and an auxiliary or its adverb stands right before."""
    if not any(one.tense == "participle" for one in known.inflections(found[at].lower)):
        return False
    before = at - 1 - (at > 1 and known.grammar.has("adverbs", found[at - 1].lower))
    helping = known.inflections(found[before].lower)
    return any(known.grammar.has("perfect-auxiliaries", one.lemma) for one in helping)


def _is_infinitive(found: Sequence[Word], at: int, known: Lexicon) -> bool:
    """Whether an English word spelt like an office stands where an infinitive does: "will chair the talks", "to head
    the delegation"; "a letter to chair Liv Dahl" has one."""
    if not known.grammar.shows("noun-verbs") or not found[at].text.islower():
        return False
    before, behind = found[at - 1].lower, found[at + 1].lower if at + 1 < len(found) else ""
    helps = any(
        known.grammar.has_any(("future-auxiliaries", "conditional-auxiliaries"), one.lemma)
        for one in known.inflections(before)
    )
    opened = known.grammar.has("infinitive-particles", before) and known.grammar.has("determiners", behind)
    return helps or opened
