"""The function words of a language, from `data/<language>/grammar.yaml`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

import yaml

from services.extractor.phrases import Phrases, match, phrases, spellings
from services.extractor.text.words import Word, Words

Trait = Literal[
    "attributive-participles",
    "bare-clauses",
    "compounds",
    "do-support",
    "front-participles",
    "headline-capitals",
    "hearsay-conditional",
    "infinitive-particle",
    "nearest-genitive",
    "noun-verbs",
    "object-adjoins",
    "repeated-genitives",
    "split-negation",
    "reflexive-verbs",
    "rival-unions",
]
"""How a language is built, where that decides how it is read.

- `attributive-participles`: a participle behind a noun may only describe it: "une hausse contestée"
- `bare-clauses`: what somebody said needs no conjunction: "confirmed they would meet"
- `compounds`: names and nouns stand before a noun as its adjectives do: "US-Russia talks"
- `do-support`: an infinitive may hang on an auxiliary: "did not agree"
- `front-participles`: a participle that opens the sentence is told of its subject: "Reçu à Oslo, il a ..."
- `headline-capitals`: headlines may give each word a capital: "Peru Government, Rebels Resume Talks"
- `hearsay-conditional`: the conditional perfect reports what is said to have happened: "aurait rencontré"
- `infinitive-particle`: infinitives have a particle except behind auxiliaries: "due to return"
- `nearest-genitive`: a genitive belongs to the noun right before it: "the margins of the NATO summit"
- `noun-verbs`: a noun and a form of a verb are often spelt alike: "talks", "offer"
- `object-adjoins`: an object stands right behind its verb, before any preposition
- `repeated-genitives`: each of whom something is has its own "of": "les ministres du Pérou et de la Norvège"
- `split-negation`: the second word of a negation stands behind its verb: "n'accepte pas"
- `rival-unions`: a trade has several unions, so that "les syndicats" are more than the one named
- `reflexive-verbs`: a reflexive pronoun makes another verb: "se demander"
"""

_TRAITS: frozenset[str] = frozenset(get_args(Trait))


@cache
def table(language: str, name: str) -> Any:
    """The content of `data/<language>/<name>.yaml`."""
    path = resources.files("services.extractor") / "data" / language / f"{name}.yaml"
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


_OPENED = 3
"""Words of a sentence, with its first, from which on that one opens a phrase and is no heading by itself."""

_SHORTEST_INFINITIVE = 4
"""Letters that a word has more than, so that its end tells an infinitive."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes as sets of lower-case words, many-worded ones as phrases."""

    language: str
    traits: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    indices: Mapping[str, Phrases]
    endings: Mapping[str, tuple[str, ...]]
    """The classes of endings: the sets whose names say so."""
    closed: frozenset[str]
    """The members of all sets but those of verbs, nouns and adjectives."""
    openers: frozenset[str]
    """The words with which a phrase begins that tells of somebody: most words of a text open none."""
    modals: Mapping[str, str]
    """Lemma of a modal or control verb → what it does to the verb behind it: `plan`, `possible`, `wish`, ..."""
    kinds: frozenset[str]
    """Kinds of bodies that a noun can tell: `union`, `company`, ..."""
    group_names: Mapping[str, str]
    """People who act together, in lower case → the English slug of their group, where it is another word."""
    chambers: Mapping[str, str]
    """Slug of the name of a chamber of parliament as the language writes it → the English one: "senat" → `senate`."""
    numbers: Mapping[str, int]
    """Words for the numbers from three on of those who are told of together: "trois" → 3."""
    bare_capitals: Mapping[str, str]
    """Words at the head of a sentence, in a capital without its accent → with it: "A" → "À"."""
    sole_bodies: Mapping[str, str]
    """Noun in lower case → the body that it means with a capital and nothing beside it: "the Commission"."""
    operators: Mapping[str, str]
    """The same for adjectives and participles before an infinitive: "ready" → `ready`, "prévu" → `plan`."""
    governors: Mapping[str, str]
    """The same for nouns before an infinitive: "willingness" → `ready`, "refus" → `refusal`."""

    def is_function_word(self, word: str) -> bool:
        """Whether a lower-case word belongs to any closed class."""
        return word in self.closed or word in self.indices["prepositions"]

    def shows(self, trait: Trait) -> bool:
        """Whether the language is built so."""
        return trait in self.traits

    def accented(self, sentence: Words) -> Words:
        """The words of a sentence, its first with the accent that capitals often lack: "A Lima" is "À Lima"."""
        first = next((at for at, word in enumerate(sentence) if word.text[0].isalnum()), None)
        if first is None or sentence[first].text not in self.bare_capitals or len(sentence) < first + _OPENED:
            return sentence
        opened = sentence[first].spelt(self.bare_capitals[sentence[first].text])
        return Words([*sentence[:first], opened, *sentence[first + 1 :]])

    def has(self, name: str, word: str) -> bool:
        """Whether a lower-case word belongs to a class of one-word members."""
        return word in self.sets[name]

    def has_any(self, names: Iterable[str], word: str) -> bool:
        """Whether a lower-case word belongs to one of some classes."""
        sets = self.sets
        for name in names:  # noqa: SIM110 — asked fifty times a sentence: a loop is twice as quick as `any`.
            if word in sets[name]:
                return True
        return False

    def holds(self, name: str, words: Iterable[str]) -> bool:
        """Whether one of some lower-case words belongs to a class: one look for all of them."""
        return not self.sets[name].isdisjoint(words)

    def places(self, name: str, lowered: Sequence[str]) -> list[int]:
        """The words of a sentence, by index, that belong to a class: one look for all of them."""
        members = self.sets[name]
        if members.isdisjoint(lowered):
            return []  # Most classes in most sentences.
        return [at for at, word in enumerate(lowered) if word in members]

    def openings(self, name: str, lowered: Sequence[str]) -> list[int]:
        """The words of a sentence, by index, with which a member of a class may begin; `phrase` tells."""
        index = self.indices[name]
        if index.keys().isdisjoint(lowered):
            return []
        return [at for at, word in enumerate(lowered) if word in index]

    def opens_clause(self, word: str) -> bool:
        """Whether a clause may begin with a lower-case word that joins it to another: "that", "if", "quand"."""
        return self.has_any(("complementizers", "conditions", "subordinators"), word)

    def ends_in(self, name: str, word: str) -> bool:
        """Whether a lower-case word ends in a member of a class of endings."""
        return word.endswith(self.endings[name])

    def looks_like_infinitive(self, word: str) -> bool:
        """Whether a word in lower case ends as infinitives do, where the language tells them by their ends."""
        return len(word) > _SHORTEST_INFINITIVE and self.ends_in("infinitive-endings", word)

    def looks_like_gerund(self, word: str) -> bool:
        """Whether a word in lower case ends as gerunds do."""
        return self.ends_in("gerund-endings", word)

    def is_adverb(self, word: str) -> bool:
        """Whether a word in lower case ends as adverbs do that adjectives make: "newly", "rapidement"."""
        return self.ends_in("adverb-endings", word)

    def phrase(self, name: str, lowered: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest member of a class that begins at a word: (number of words, what it stands for)."""
        index = self.indices[name]
        # Most words begin nothing: this is asked a dozen times a word.
        return match(index, lowered, at) if lowered[at] in index else None

    def begins_among(self, name: str, lowered: Sequence[str], near: range) -> bool:
        """Whether a member of a class begins at one of some words."""
        index = self.indices[name]
        if index.keys().isdisjoint(lowered[near.start : near.stop]):
            return False
        return any(match(index, lowered, at) is not None for at in near)

    def ends_before(self, name: str, lowered: Sequence[str], at: int) -> bool:
        """Whether a member of a class stands right before a word: "rather than" of "rather than sign"."""
        if at < 1 or lowered[at - 1] not in _last_words(self.language, name):
            return False
        for first in range(at - 1, max(at - 1 - _LONGEST, -1), -1):
            if (found := self.phrase(name, lowered, first)) is not None and first + found[0] == at:
                return True
        return False


_LONGEST = 4
"""Words of the longest phrase that is looked for before a word."""


@cache
def _last_words(language: str, name: str) -> frozenset[str]:
    """The words with which the members of a class end."""
    return frozenset(member.split(" ")[-1] for member in table(language, "grammar")[name])


def lower(sentence: Sequence[Word]) -> list[str]:
    """The words in lower case, with accents: "à" and "a" are two words."""
    return sentence.lower if isinstance(sentence, Words) else [word.lower for word in sentence]


def _contracted(phrase: str, contractions: dict[str, list[str]]) -> list[str]:
    """A phrase and its forms behind a preposition that its article melts into: "les syndicats", "aux syndicats"."""
    first, _, rest = phrase.partition(" ")
    return [phrase, *(f"{form} {rest}" for form in contractions.get(first, ()))]


def _counted(sides: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Phrases for three or more who were named together, each with how many: "the three countries", "all three"."""
    for opener in sides["openers"]:
        for word, number in sides["numbers"].items():
            yield from ((f"{opener} {word} {noun}", str(number)) for noun in sides["nouns"])
    yield from ((phrase, str(number)) for phrase, number in sides["alone"].items())


_OF_PHRASES = (
    "prepositions", "bodies", "descriptions", "body-kinds", "name-nouns", "owner-nouns", "possessed-nouns", "dealings",
    "name-endings", "own-bodies", "nameless", "acting-plurals", "nouns-behind-places", "nouns-before-places",
    "pair-kinds", "compound-openers",
)  # fmt: skip
"""Classes whose members stand under what they mean."""

_OPEN = frozenset(
    {
        "achieving", "agendas", "announcing", "appeals", "appointments", "apposed-adjectives", "asking-for",
        "at-gatherings", "balls", "bare-calls", "becoming", "behind-hyphens", "between-two", "bodies-behind",
        "body-heads", "buying", "camps", "case-openers", "commodities", "compelling", "compound-fillers",
        "compound-people", "compound-persons", "convoking", "courtesies", "courts", "creeds", "date-verbs",
        "dealing-markers", "deals-of-towns", "deed-auxiliaries", "deeds-asked", "departments", "departments-of-state",
        "departures", "ditransitives", "dropped-articles", "ends-asked", "ends-of-deals", "federal", "feminine-openers",
        "first-person-endings", "followers-of", "forbidding", "foreseeing", "given-names", "going-through", "gone",
        "granting", "grounds-of-deals", "harms-asked-to-end", "hoping", "idle-nouns", "implicative", "issuing", "joint",
        "judging", "land-nouns", "leading", "leading-participles", "letters", "lulls", "made-known", "mandative",
        "mandative-words", "masculine-openers", "members-of-chambers", "missing", "naming-openers", "naming-verbs",
        "near-misses", "neighbours", "never-verbs", "news-of-deals", "not-yet", "numbered-bodies", "of-all-together",
        "offices-of-state", "officials", "one-by-one", "onlookers", "onuses", "openings-of-talks", "party-members",
        "party-people", "people-anywhere", "people-at-home", "people-of-movements", "perfect-openers",
        "portfolio-endings", "portfolio-openers", "portfolio-words", "principles-of-talks", "private-people",
        "protest-nouns", "ranked", "ranked-ones", "ratifying", "relaying", "saying", "seats", "separable",
        "separable-openers", "several-nouns", "shadows", "shares", "side-nouns", "statements", "states-of-things",
        "staying-away", "sure", "taking-effect", "tenure-words", "tied-participles", "to-the-vote", "town-deals",
        "town-heads", "traders", "trades", "turns", "under-deals", "unions", "unrealised", "unsettled", "voicing",
        "voters", "whence-participles", "withholding", "writings",
    }
)  # fmt: skip
"""Classes of verbs, nouns and adjectives by what they do to an infinitive or clause, which are no function words."""

_OF_SOMEBODY = (
    "descriptions", "counted-sides", "pronouns", "acting-plurals", "bodies", "count-openers", "counts-of-states",
)  # fmt: skip
"""Classes of phrases that tell of somebody."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `fr` or `en`."""
    content = dict(table(language, "grammar"))
    traits = frozenset(content.pop("traits"))
    if unknown := traits - _TRAITS:
        raise ValueError(f"{language}/grammar.yaml: traits that nothing reads: {', '.join(sorted(unknown))}")
    sets = {name: frozenset(members) for name, members in content.items() if isinstance(members, list)}
    indices = {name: phrases((member, member) for member in members) for name, members in sets.items()}
    for name in _OF_PHRASES:
        indices[name] = phrases((phrase, kind) for kind, found in content[name].items() for phrase in found)
    indices["descriptions"] = phrases(
        (form, kind)
        for kind, found in content["descriptions"].items()
        for phrase in found
        for form in _contracted(phrase, content["contractions"])
    )
    indices["counted-sides"] = phrases(
        (form, number)
        for phrase, number in _counted(content["counted-sides"])
        for form in _contracted(phrase, content["contractions"])
    )
    indices["counting-adjectives"] = phrases(
        (adjective, str(number)) for adjective, number in content["counted-sides"]["adjectives"].items()
    )
    indices["kind-nouns"] = phrases(
        (phrase, kind)
        for name in ("body-kinds", "kind-nouns")
        for kind, found in content[name].items()
        for phrase in found
    )
    indices["pronouns"] = phrases((phrase, facts["number"]) for phrase, facts in content["pronouns"].items())
    return Grammar(
        language,
        traits,
        sets,
        indices,
        {name: tuple(members) for name, members in sets.items() if name.endswith("-endings")},
        frozenset().union(*(members for name, members in sets.items() if name not in _OPEN)),
        sets["determiners"].union(*(indices[name] for name in _OF_SOMEBODY)),
        content["modals"],
        frozenset(content["body-kinds"]),
        {" ".join(spelt): slug for name, slug in content["group-names"].items() for spelt in spellings(name)},
        content["chambers"],
        content["counted-sides"]["numbers"],
        content["bare-capitals"],
        content["sole-bodies"],
        content["operators"],
        content["infinitive-nouns"],
    )
