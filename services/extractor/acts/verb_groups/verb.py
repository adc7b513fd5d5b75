"""A verb group: auxiliaries, modals, negation and head as one, with tense, voice and mood."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.extractor.acts.frame import Tense
from services.extractor.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group. Word indices are inclusive; `head` is the last verb, the one that means something.

    `tense` is that of the first verb with compound tenses resolved ("a rencontré" is past); `modals` are what the
    verbs and adjectives before the head do to it, outermost first (`plan`, `possible`, `ready`, `refusal`, ...).
    """

    first: int
    head: int
    lemma: str
    tense: Tense
    finite: bool
    negated: bool = False
    passive: bool = False
    modals: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    indices: tuple[int, ...] = ()
    """The words of the group, one for each of `lemmas`."""
    tenses: tuple[Tense, ...] = ()
    """Their forms."""
    reflexive: bool = False
    negators: tuple[int, ...] = ()
    """The words that negate, of which `negated` tells."""
    goes_on: bool = False
    """Whether it hangs on what an infinitive before it hangs on: "lift" of "will free the crew and lift"."""

    def clitics(self, lowered: Sequence[str], grammar: Grammar) -> list[int]:
        """The clitics of the group: before its first verb and before an infinitive, "veut lui demander"; never between
        an auxiliary and its participle, "a, lui, demandé"."""
        found = list(range(self.first, self.indices[0]))
        for index, tense in zip(self.indices[1:], self.tenses[1:], strict=False):
            at = index
            while tense == "infinitive" and grammar.has("clitics", lowered[at - 1]):
                at -= 1
            found += range(at, index)
        return found

    def is_of(self, name: str, grammar: Grammar) -> bool:
        """Whether it belongs to a class of verbs, in which French reflexives stand with their pronoun: "se rendre"."""
        pronominal = self.reflexive and any(grammar.has(name, pronoun + self.lemma) for pronoun in ("se ", "s'"))
        return pronominal or grammar.has(name, self.lemma)

    def until(self, index: int, grammar: Grammar) -> "Verb":
        """The group up to one of its words: "had agreed" of "had agreed to sign"; itself up to its head."""
        if index not in self.indices[:-1]:
            return self
        count = self.indices.index(index) + 1
        denied = index + grammar.shows("split-negation")  # "n'accepte pas de céder"
        lemmas = self.lemmas[:count]
        reduced = self.tense == "participle" and count == 1  # "Invité à s'expliquer, il"
        return Verb(
            first=self.first,
            head=index,
            lemma=lemmas[-1],
            tense=self.tense,
            finite=self.finite,
            negated=any(at <= denied for at in self.negators),
            passive=reduced
            or (
                count > 1
                and not (self.reflexive and grammar.shows("reflexive-verbs"))  # "s'est dit prêt"
                and grammar.has("passive-auxiliaries", lemmas[-2])
                and not grammar.has("be-conjugated", lemmas[-1])  # "sont convenus d'accepter"
                and self.tenses[count - 1 : count] != ("gerund",)
            ),  # "is offering to go"
            modals=tuple(grammar.modals[lemma] for lemma in lemmas[:-1] if lemma in grammar.modals),
            lemmas=lemmas,
            indices=self.indices[:count],
            tenses=self.tenses,
            reflexive=self.reflexive,
            negators=self.negators,
            goes_on=self.goes_on,
        )


def are_alike(one: Verb, other: Verb) -> bool:
    """Whether two verbs may stand in one list of deeds: "recognises the border, has left the fort and will pay"."""
    return one.tense == other.tense or {one.tense, other.tense} <= {"present", "past", "future"}
