"""The words that tell an act, found in a sentence; and what is known of verbs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any, NamedTuple

from schemas.negotiation import Act
from services.extractor.acts.entries import (
    ANYTHING,
    Entry,
    Following,
    following,
    frame_of,
    head_of,
    is_doubled,
    is_led,
    is_of_talks,
    is_plain,
    noun_forms,
    phrase_end,
    stands_as,
    stands_at,
    taken_apart,
    verbal_entry,
)
from services.extractor.acts.frame import FINITE, Frame, Inflection
from services.extractor.acts.morphology import agreements, inflections, plurals
from services.extractor.acts.verb_groups.insertions import goes_on
from services.extractor.grammar import grammar, lower, table
from services.extractor.phrases import Phrases, match, phrases
from services.extractor.text.words import Word, words

_GAP = 4
"""Words that may stand between the head of a phrase and each of its other words ("parvenir [mardi] à un accord")."""

_APART = 18
"""Words from a reflexive pronoun to the participle from which an insertion parts its auxiliary."""

_FAR = 9
"""Words from a verb to the particle that an object parts from it."""

_MARKS = frozenset(',;:"')

_NOT_YET = -1

_BODIES = frozenset({"several", "named"})
"""Needs of a phrase whose object is a party, or more: "ramène Lima et Quito à la table"."""

_ANSWERED = frozenset({"reject", "suspend"})
_STANCES = frozenset({"accuse", "assess", "support"})
"""What one says of what another has done: "regrette le refus", "dénonce la rupture"."""

_PLAINLY = 0.8
"""Weight of a verb that tells of talks wherever it stands."""


class Trigger(NamedTuple):
    """A word or phrase that tells an act; inclusive word indices, `head` is the inflected word.

    `inflections` is empty for nouns.
    """

    first: int
    last: int
    head: int
    frame: Frame
    inflections: frozenset[Inflection] = frozenset()


class Lexicon:
    """The frames and verbs of a language, indexed by form."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.grammar = grammar(language)
        verb_table = table(language, "verbs")
        self.reporting = frozenset(verb_table["reporting"])
        self.reflexive_reporting = frozenset(
            head_of(lemma, language) for lemma in self.reporting if taken_apart(lemma, language)[2]
        )
        self.occurrence = frozenset(verb_table["occurrence"])
        self.reflexive_occurrence = frozenset(
            head_of(lemma, language) for lemma in self.occurrence if taken_apart(lemma, language)[2]
        )
        self.commissive = frozenset(verb_table["commissive"])
        self.hostile = frozenset(verb_table["hostile"])
        self.silence = frozenset(verb_table["silence"])
        self.receiving = frozenset(verb_table["receiving"])
        self.drawing = frozenset(verb_table["drawing"])
        self.attending = frozenset(verb_table["attending"])
        self.going = frozenset(verb_table["going"])
        self.awaited = frozenset(verb_table["awaited"])
        self.of = frozenset(verb_table["of"])
        self.reflexive_alike = frozenset(verb_table["reflexive-alike"])
        self.rallying = frozenset(verb_table["rallying"])
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._verbs: dict[str, set[Inflection]] = defaultdict(set)
        self._ignored: Phrases = {}
        self._objects = {name: noun_forms(nouns, language) for name, nouns in table(language, "objects").items()}
        self._together: dict[tuple[str, ...], frozenset[str]] = {}
        answers = table(language, "answers")
        self.answerable = noun_forms(answers["answerables"], language)
        self.deals = noun_forms(answers["deals"], language)
        self._load_frames(table(language, "frames"))
        self.authoring = frozenset(verb_table["authoring"])
        self.seizing = frozenset(verb_table["seizing"])
        self.accusing = frozenset(verb_table["accusing"])
        self.hosting = frozenset(verb_table["hosting"])
        self.brokering = frozenset(verb_table["brokering"])
        for name in _VERB_CLASSES:
            for lemma in verb_table[name]:
                self._add_verb(head_of(lemma, language))
        for lemma in (one for name in _PHRASED for one in table(language, "evaluations")[name]):
            self._add_verb(head_of(lemma, language))
        for lemma in (*self.grammar.modals, *self.grammar.sets["auxiliaries"]):
            self._add_verb(head_of(lemma, language))
        self._nouns = frozenset(
            form for form, found in self._entries.items() if any(one.frame.pos == "noun" for one in found)
        )
        self._talks = frozenset(
            form for form, found in self._entries.items() if any(is_of_talks(one, language) for one in found)
        )
        self._lemmas: dict[str, Mapping[str, frozenset[Inflection]]] = {}
        self._behind: dict[str, Following] = {}
        """Word → what must follow it; made for the words that texts hold."""
        self._parting = self.grammar.sets["separable"] | self.grammar.sets["separable-openers"]
        # A form of an auxiliary is one: "étaient" is of "être", not of "étayer".
        auxiliaries = self.grammar.sets["auxiliaries"]
        helping = {form for lemma in auxiliaries for form in inflections(lemma, language)}
        self._frozen = {form: frozenset(readings) for form, readings in self._verbs.items()}
        for form in self.grammar.sets["never-verbs"]:
            self._frozen.pop(form, None)
        for form in helping & self._frozen.keys():
            self._frozen[form] = frozenset(one for one in self._frozen[form] if one.lemma in auxiliaries)

    def inflections(self, form: str) -> frozenset[Inflection]:
        """What a word in lower case may be as a verb; empty where it is none that is known."""
        return self._frozen.get(form, _NONE)

    def is_finite(self, form: str) -> bool:
        """Whether a word in lower case may be a finite verb of a main clause."""
        return any(one.tense in FINITE and one.tense != "subjunctive" for one in self.inflections(form))

    def is_verb(self, form: str) -> bool:
        """Whether a word in lower case may be a verb that is no adjective: finite, or an infinitive."""
        return any(one.tense in FINITE or one.tense == "infinitive" for one in self.inflections(form))

    def is_noun(self, form: str) -> bool:
        """Whether a word in lower case is the head of a noun frame."""
        return form in self._nouns

    def plainly(self, acts: Set[Act], weight: float) -> frozenset[str]:
        """Words in lower case that tell one of these acts by themselves: frames of one word that ask for no object."""
        return frozenset(
            form for form, found in self._entries.items() if any(is_plain(one, acts, weight) for one in found)
        )

    def opens(self, lowered: Sequence[str], at: int) -> bool:
        """Whether a word and what stands right behind it are a verb of an act: "and call for"; "talks on 9 May" are not
        "talk on the phone"."""
        return any(
            entry.lemma and entry.rest and entry.rest == tuple(lowered[at + 1 : at + 1 + len(entry.rest)])
            for entry in self._entries.get(lowered[at], ())
        )

    def is_talks(self, form: str) -> bool:
        """Whether a word in lower case is a noun of talks."""
        return form in self._talks

    def told_by(self, lemma: str) -> frozenset[str]:
        """The acts that a verb tells by itself, without other words."""
        return frozenset(one.frame.act for one in self._entries.get(lemma, ()) if one.lemma == lemma and not one.rest)

    def is_talks_verb(self, lemma: str, behind: Sequence[str]) -> bool:
        """Whether a verb tells of talks with the words behind it: "meet", "discuss with", "join the talks"."""
        return any(
            one.frame.act == "talks"
            and one.lemma == lemma
            and len(one.rest) < 2
            and one.frame.weight >= _PLAINLY
            and (any(map(self.is_talks, behind)) or not any(map(self.is_talks, one.rest)))
            for one in self._entries.get(lemma, ())
        )

    def object_forms(self, *classes: str) -> frozenset[str]:
        """The nouns of these classes in both numbers, lower case."""
        if classes not in self._together:
            self._together[classes] = frozenset().union(*(self._objects[name] for name in classes))
        return self._together[classes]

    def triggers(self, sentence: Sequence[Word], is_verb: Callable[[int], bool | None]) -> list[Trigger]:
        """The triggers of a sentence in order; of two with one head the longer wins.

        `is_verb` tells of a word whether it is one here: of "talks with" it decides between "talk with" and "talks";
        None of a mere auxiliary, which tells nothing: "a engagé des discussions" is no "avoir des discussions".
        """
        lowered = lower(sentence)
        ignored, present = self._ignored_words(lowered), frozenset(lowered)
        found: list[Trigger] = []
        for at, word in enumerate(lowered):
            if word in self._entries and at not in ignored and (verb := is_verb(at)) is not None:
                found += _longest(self._at(lowered, at, present, verb))
        longer = [trigger for trigger in found if trigger.last > trigger.first]
        return [one for one in found if not any(_within(one, other) for other in longer)] if longer else found

    def _at(self, lowered: Sequence[str], at: int, present: Set[str], verb: bool) -> Iterator[Trigger]:
        """The triggers whose head is a word; `present` are the words of the sentence, `verb` is what it is."""
        by_lemma = self._by_lemma(lowered[at])
        before: int | None = _NOT_YET
        for entry in self._begun(lowered, at, present):
            if not stands_as(entry, verb):
                continue
            readings = by_lemma.get(entry.lemma, _NONE) if entry.lemma else _NONE
            if entry.lemma and not readings:
                continue
            if entry.particle and not is_led(lowered, at, entry.particle, _GAP):
                continue
            reflexive = None
            if entry.reflexive or (entry.rest and readings):
                if before == _NOT_YET:
                    before = self._reflexive_before(lowered, at)
                reflexive = before
            if entry.rest and not entry.reflexive and reflexive is not None and lowered[reflexive] in _OWN:
                continue  # "s'est engagé à ce que les pourparlers" engages no talks.
            if not entry.rest and readings and self._is_of_oneself(lowered, at, entry):
                continue  # "se sont quittés" leaves no table, "se demande" asks nobody
            first = reflexive if entry.reflexive else at
            last = phrase_end(lowered, at, entry, self.language, 1 if entry.frame.tight else _GAP)
            if last is None and not entry.frame.tight:
                last = self._parted(lowered, at, entry)
            if first is not None and last is not None and not self._opens_day(lowered, entry.rest, last):
                yield Trigger(first, last, at, entry.frame, readings)

    def _parted(self, lowered: Sequence[str], at: int, entry: Entry) -> int | None:
        """The last word of a phrase whose object, some word of an act itself, parts it: "put the talks with Oslo on
        ice", "sent the firm's latest offer back"."""
        if not entry.rest or not self._is_separable(entry):
            return None
        ahead = range(at + 2, min(at + _FAR, len(lowered)))
        if (behind := next((one for one in ahead if stands_at(lowered, one, entry.rest, self.language)), None)) is None:
            return None
        adverb = self.grammar.has("adverbs", lowered[at + 1]) or self.grammar.is_adverb(lowered[at + 1])
        between = lowered[at + 1 + adverb : behind]
        opened = self.grammar.has("determiners", between[0]) or self.grammar.has("possessives", between[0])
        wanted_objects = self.object_forms(*entry.frame.objects) if entry.frame.objects else self.answerable
        told = any(word in wanted_objects or self.is_talks(word) for word in between)
        told = told or not _BODIES.isdisjoint(entry.frame.needs)
        return behind + len(entry.rest) - 1 if opened and told and not _MARKS.intersection(between) else None

    def _is_separable(self, entry: Entry) -> bool:
        """Whether an object may stand between a verb and the rest of its phrase: "off", "à l'expéditeur", behind "give"
        all of it; "appeler à" is none."""
        opens = self.grammar.has("separable-openers", entry.rest[0]) or self.grammar.has("ditransitives", entry.lemma)
        return self.grammar.has("separable", entry.rest[0]) or (len(entry.rest) > 1 and opens)

    def _begun(self, lowered: Sequence[str], at: int, present: Set[str]) -> list[Entry]:
        """The entries of a word of which, if they are phrases, the next word follows and the sentence holds the last: a
        common verb begins hundreds."""
        entries = self._entries[lowered[at]]
        if (behind := self._behind.get(lowered[at])) is None:
            behind = self._behind[lowered[at]] = following(entries, self.language)
        found = {place for place, _ in behind.get(ANYTHING, ())}
        for index in range(at + 1, min(at + _FAR, len(lowered))):
            word = lowered[index]
            if word in behind and (index <= at + _GAP or word in self._parting):
                found.update(place for place, ends in behind[word] if not ends.isdisjoint(present))
        return [entries[place] for place in sorted(found)]

    def _is_of_oneself(self, lowered: Sequence[str], at: int, entry: Entry) -> bool:
        """Whether a verb stands with the reflexive pronoun, with which it means something else."""
        if not self.grammar.shows("reflexive-verbs") or entry.reflexive or entry.lemma in self.reflexive_alike:
            return False
        before = self._reflexive_before(lowered, at)
        return before is not None and lowered[before] in _OWN

    def _by_lemma(self, form: str) -> Mapping[str, frozenset[Inflection]]:
        """What a word in lower case may be as a verb, by lemma."""
        if (known := self._lemmas.get(form)) is None:
            found: dict[str, set[Inflection]] = {}
            for one in self.inflections(form):
                found.setdefault(one.lemma, set()).add(one)
            known = self._lemmas[form] = {lemma: frozenset(readings) for lemma, readings in found.items()}
        return known

    def _opens_day(self, lowered: Sequence[str], rest: Sequence[str], last: int) -> bool:
        """Whether the last word of a phrase belongs to a day behind it: "insisted on Monday that"."""
        named = last + 1 < len(lowered) and self.grammar.has("calendar-names", lowered[last + 1])
        return named and bool(rest) and lowered[last] in self.grammar.sets["day-openers"]

    def _reflexive_before(self, lowered: Sequence[str], at: int) -> int | None:
        """The reflexive pronoun before a verb, auxiliaries and adverbs between: "se sont longuement entretenus"."""
        if not self.grammar.holds("reflexives", lowered):
            return None
        for index in range(at - 1, max(at - 6, -1), -1):
            if self.grammar.has("reflexives", lowered[index]):
                bare = not any(one.tense in _BOUND for one in self.inflections(lowered[at]))
                return index if lowered[index] in _OWN or bare or is_doubled(lowered, index, self.language) else None
            word = lowered[index]
            known = self.grammar.phrase("adverbs", lowered, index) or self.grammar.has("clitics", word)
            known = known or self.grammar.has("intensifiers", word)
            auxiliary = any(one.lemma in self.grammar.sets["auxiliaries"] for one in self.inflections(lowered[index]))
            if not (
                known or auxiliary or self.grammar.has("negators", lowered[index]) or lowered[index].endswith("ment")
            ):
                return self._reflexive_apart(lowered, at)
        return None

    def _reflexive_apart(self, lowered: Sequence[str], at: int) -> int | None:
        """The reflexive pronoun of a participle that more parts from its auxiliary: "s'est, lundi à Lima, engagé"."""
        for index in range(max(0, at - _APART), at - 2):
            if not self.grammar.has("reflexives", lowered[index]):
                continue
            helps = any(self.grammar.has("auxiliaries", one.lemma) for one in self.inflections(lowered[index + 1]))
            if helps and goes_on(lowered, index + 2, at, self.grammar):
                return index
        return None

    def _ignored_words(self, lowered: Sequence[str]) -> frozenset[int]:
        covered: set[int] = set()
        for at in [at for at, word in enumerate(lowered) if word in self._ignored]:
            if (found := match(self._ignored, lowered, at)) is not None:
                covered.update(range(at, at + found[0]))
        return frozenset(covered)

    def _load_frames(self, content: Mapping[Any, Any]) -> None:
        for act, groups in content.items():
            if act == "ignored":
                self._ignored = phrases((phrase, "ignored") for phrase in groups)
                continue
            for group in groups:
                for lemma in group.get("verbs", ()):
                    self._add_verbal(frame_of(act, lemma, "verb", group))
                for noun in group.get("nouns", ()):
                    self._add_nominal(frame_of(act, noun, "noun", group))
                for adjective in group.get("adjectives", ()):
                    for form in agreements(adjective, self.language):
                        self._entries[form].append(Entry(frame_of(act, adjective, "adjective", group)))

    def _add_verbal(self, frame: Frame) -> None:
        entry = verbal_entry(frame, self.language)
        for form in self._add_verb(entry.lemma):
            self._entries[form].append(entry)

    def _add_nominal(self, frame: Frame) -> None:
        for form in dict.fromkeys(plurals(frame.lemma, self.language)):
            parts = [word.text for word in words(form)]
            self._entries[parts[0]].append(Entry(frame, tuple(parts[1:])))

    def _add_verb(self, lemma: str) -> Mapping[str, frozenset[Inflection]]:
        forms = inflections(lemma, self.language)
        for form, readings in forms.items():
            self._verbs[form] |= readings
        return forms


_NONE: frozenset[Inflection] = frozenset()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `fr` or `en`, built once."""
    return Lexicon(language)


_VERB_CLASSES = (
    "brokering", "reporting", "occurrence", "usual", "commissive", "hostile", "silence", "receiving", "accusing",
    "authoring", "seizing",
)  # fmt: skip
"""Lists of `verbs.yaml` whose verbs are known by their forms."""

_PHRASED = ("cowing", "wronging-phrases", "suffering")

_OWN = frozenset({"se", "s'"})
"""Reflexive pronouns that are nothing else; "nous" may be the subject."""

_BOUND = frozenset({*FINITE, "participle"})
"""Forms of verbs before which the subject stands, so that "nous" alone is that, or the object: "nous avons reçu"."""


def _within(inner: Trigger, outer: Trigger) -> bool:
    """Whether a trigger is only a word of a longer phrase, or begins in one: "accord" of "parvenir à un accord",
    "reach an agreement" of "fail to reach an agreement"."""
    shorter = inner.last - inner.first < outer.last - outer.first
    if not inner.inflections and inner.frame.act in _ANSWERED and outer.frame.act in _STANCES:
        return False  # "regrette le refus de Lima" tells of the refusal, too
    goes_on = outer.first < inner.first <= outer.last < inner.last
    return (outer.first <= inner.first and inner.last <= outer.last and shorter) or goes_on


def _longest(found: Iterable[Trigger]) -> list[Trigger]:
    """Triggers at one head: those of the longest phrase, of phrases as long those that say the most words of it."""
    every = list(found)
    phrased = [trigger for trigger in every if " " in trigger.frame.lemma and trigger.last > trigger.first]
    most = max(map(_extent, phrased), default=None)
    return [trigger for trigger in phrased if _extent(trigger) == most] if phrased else every


def _extent(trigger: Trigger) -> tuple[int, int]:
    return trigger.last - trigger.first, trigger.frame.lemma.count(" ")
