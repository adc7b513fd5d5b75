"""Who does what to whom around a verb group: subject, object and complements, by order, prepositions and clause marks.

No parse is made. What holds of written news in both languages is enough for most clauses: the subject is the nearest
bare mention before the verb that no other clause separates from it; coordinated verbs share theirs; a relative clause
takes its antecedent; a reporting verb behind a quotation has its subject after it.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from services.extractor.actors.mention import Mention
from services.extractor.acts.apposition import coordinates, list_inside, named_inside, with_apposition
from services.extractor.acts.governors import (
    announced,
    for_whom,
    head_of_sentence,
    is_beside,
    is_where,
    main_verb_behind,
    verb_over,
)
from services.extractor.acts.openings import HARD, absolutes, marks_of, openings, opens_unknown, subordinated
from services.extractor.acts.relative_clauses import (
    antecedent,
    deeds_of_owners,
    described_by,
    leaves_gap,
    that_taking_up,
)
from services.extractor.acts.verb_groups.insertions import BRACKETING
from services.extractor.acts.verb_groups.inversion import stands_for_nobody, tied_subject
from services.extractor.acts.verb_groups.order import VerbsInOrder
from services.extractor.acts.verb_groups.verb import Verb, are_alike
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_TAG = 8
"""Words between two commas, hyphens among them, that only say who says so: "Accra, a-t-il dit lundi, refuse"."""
_QUOTE_END = 2
"""Words before a verb of saying in which the quotation ends, a comma before the mark or behind it."""

_INVERSION_REACH = 12
"""Words between a reporting verb and its subject behind it: "a déclaré ce vendredi 21 janvier X"."""

_DEEPEST = 4
"""Subjects that are each other's before none is looked for any more."""

_RELATIVE_REACH = 6
"""Words behind a relative in which its verb stands, where no comma closes it."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clause structure of one sentence; all positions are word indices."""

    words: Sequence[Word]
    lowered: Sequence[str]
    grammar: Grammar
    verbs: Sequence[Verb]
    order: VerbsInOrder
    mentions: Sequence[Mention]
    opens: frozenset[int] = field(default_factory=frozenset)
    """Words that open a dependent clause: complementizers, subordinators, conditions."""
    relatives: frozenset[int] = field(default_factory=frozenset)
    marks: Sequence[int] = ()
    """Words that open a clause and marks that part clauses, in order."""
    groups: Mapping[int, Verb] = field(default_factory=dict)
    """Word → the verb group in whose reach it stands, from its first word to its head."""
    closing: frozenset[int] = field(default_factory=frozenset)
    """Words at which the clause of a verb before them ends, whatever follows: what opens another, "but", hard marks."""
    bodies: Sequence[Mention] = ()
    """The mentions that can fill a role of their own; adjectives belong to a noun."""
    absolute: Mapping[int, Mention] = field(default_factory=dict)
    """First word of a gerund → whose it is, in a clause that "with" opens: ", with Oslo demanding more"."""
    _subjects: dict[tuple[int, int], Mention | None] = field(default_factory=dict)
    """First word and head of a verb → its subject, as far as it was asked for: it is, again and again."""
    _complements: dict[tuple[int, int], Sequence[Mention]] = field(default_factory=dict)
    _ends: dict[int, int] = field(default_factory=dict)
    """Head of a verb → where its clause ends."""

    def subject(self, verb: Verb) -> Mention | None:
        """Who does it (in the passive: to whom it is done); None where nobody is named."""
        at = verb.first, verb.head
        if at not in self._subjects:
            self._subjects[at] = self._subject(verb, 0)
        return self._subjects[at]

    def _subject(self, verb: Verb, depth: int) -> Mention | None:
        if depth > _DEEPEST:
            return None
        if (tied := tied_subject(self.lowered, verb.indices[0], self.mentions, self.grammar)) is not None:
            return tied
        if (opening := self._relative_of(verb)) is not None:
            if self.grammar.has("where-words", self.lowered[opening]):
                return self._right_behind(verb)  # "à Oslo, où négocient les syndicats"
            matrix = self.any_verb_before(opening)
            if matrix is not None and described_by(matrix, self.bodies, self.lowered, self.grammar, opening):
                return self._subject(matrix, depth + 1)
            return antecedent(opening, self.bodies, self.words, self.grammar)
        if verb.tense == "participle" and verb.passive and (beside := self._right_before(verb)) is not None:
            return beside
        if not verb.finite:
            bound = self.absolute.get(verb.first) or for_whom(verb, self.bodies, self.lowered, self.grammar)
            return bound or self._controller(verb, depth)
        if self.grammar.has("inverting", self.lowered[verb.first - 1]) if verb.first else False:
            return self._right_behind(verb)
        if self.speaks_behind(verb) is not None:
            return self.speaks_behind(verb)
        return self._before(verb, depth)

    def speaks_behind(self, verb: Verb) -> Mention | None:
        """Who stands behind a verb that follows what he says: '"We will pay," vowed the envoy'."""
        before = self.lowered[max(0, verb.first - _QUOTE_END) : verb.first]
        if self.lowered[0] != '"' or '"' not in before or verb.first <= _QUOTE_END:
            return None
        return self._right_behind(verb)

    def _relative_of(self, verb: Verb) -> int | None:
        """The relative pronoun directly before a verb, or with a parenthesis between: "who, with her help, resists"."""
        if verb.first - 1 in self.relatives:
            return verb.first - 1
        opening = self.outside_parenthesis(verb.first)
        return opening - 1 if opening < verb.first and opening - 1 in self.relatives else None

    def _right_behind(self, verb: Verb) -> Mention | None:
        """The subject that stands behind its verb: "ce que souhaitent les syndicats"."""
        return next((one for one in self.bodies if one.first == verb.head + 1 and one.marker is None), None)

    def _right_before(self, verb: Verb) -> Mention | None:
        """The mention that a participle stands right behind: "the unions received by the minister"."""
        return next((one for one in self.bodies if one.last == verb.first - 1), None)

    def inverted_subject(self, verb: Verb) -> Mention | None:
        """The bare mention behind a verb that has none before it ("..., a déclaré vendredi X", "..., said X")."""
        for mention in self.bodies:
            near = verb.head < mention.first <= verb.head + _INVERSION_REACH
            apposed = self.lowered[mention.first - 1] == "," and self.words[mention.first - 2].is_capitalised
            apposed = apposed and self.words[mention.first].is_capitalised  # no ", secrétaire du syndicat des mineurs"
            if apposed and mention.kind == "name":
                continue  # "in Turku, Finland, pledging"
            if near and mention.marker is None and not self.crossed(verb.head + 1, mention.first):
                return mention
        return None

    def complements(self, verb: Verb) -> Sequence[Mention]:
        """Mentions behind the verb in its clause; beside an object not that of a verb that hangs on it."""
        at = verb.first, verb.head
        if at not in self._complements:
            self._complements[at] = self._behind(verb)
        return self._complements[at]

    def _behind(self, verb: Verb) -> Sequence[Mention]:
        end = self.end(verb)
        speaks = self.speaks_behind(verb)
        behind = [one for one in self.bodies if verb.head < one.first < end and one != speaks]
        farther = (one for one in self.order.behind(verb.head) if one.first > verb.head)
        first = next((one.head for one in farther if one.tense in ("infinitive", "gerund")), end)
        own = any(one.first < first and one.marker is None for one in behind)
        return [one for one in behind if not own or one.first < first or one.marker is not None]

    def end(self, verb: Verb) -> int:
        """Index behind the last word of the verb's clause: the next clause mark or finite verb's subject."""
        if verb.head not in self._ends:
            self._ends[verb.head] = self._end(verb)
        return self._ends[verb.head]

    def _end(self, verb: Verb) -> int:
        behind = (other for other in self.order.behind(verb.head) if other.first > verb.head)
        following = next((one for one in behind if one.finite or one.goes_on or self._stands_apart(one)), None)
        for at in range(verb.head + 1, len(self.words)):
            if at in self.closing:
                return at
            if at in self.relatives and "," not in self.lowered[at:]:
                return at
            if following is not None and at == following.first and not self._inside_relative(at):
                return self._left_edge(following)
        return len(self.words)

    def _stands_apart(self, verb: Verb) -> bool:
        """Whether a verb that is not finite has a clause of its own; one whose doer is whose a noun is goes on it:
        "salue la volonté de Lima de négocier"."""
        doer = self.absolute.get(verb.first)
        return doer is not None and not self.grammar.has("genitive-markers", doer.marker or "")

    def verb_at(self, index: int) -> Verb | None:
        """The group whose head or any part is this word."""
        return self.groups.get(index)

    def whole(self, verb: Verb) -> Verb:
        """The group of which a verb may be a part: "agreed to sign" of the "agreed" that a frame tells of."""
        return self.verb_at(verb.head) or verb

    def any_verb_before(self, index: int) -> Verb | None:
        """The nearest verb before a word, of any form, on which it may hang."""
        return self.order.before(index)

    def verb_before(self, index: int) -> Verb | None:
        """The nearest finite verb before a word in its clause."""
        return self.order.finite_before(index)

    def verb_after(self, index: int) -> Verb | None:
        """The nearest finite verb behind a word."""
        return self.order.finite_behind(index)

    def crossed(self, start: int, end: int) -> bool:
        """Whether a clause mark stands between two words."""
        first = bisect_left(self.marks, start)  # asked some twenty times a word
        return first < len(self.marks) and self.marks[first] < end

    def before_adverbs(self, first: int) -> int:
        """Index of the last word before a verb that is no adverb of it; -1 where there is none."""
        at = first - 1
        while at >= 0 and (self._is_adverb(at) or self.grammar.has("time-words", self.lowered[at])):
            at -= 1
        return at

    def _is_adverb(self, at: int) -> bool:
        word = self.lowered[at]
        return self.grammar.has("adverbs", word) or self.grammar.is_adverb(word)

    def _shared(self, verb: Verb, depth: int) -> tuple[bool, Mention | None]:
        """Whether a coordinator stands directly before a verb, and the subject it so shares with the one before.

        "Macron met Xi and urged Russia to withdraw": it is Macron who urged.
        """
        at = self.before_adverbs(verb.first)
        if at > 0 and self.lowered[at] == ",":
            at = self.outside_parenthesis(verb.first) - 1  # "and, in Spanish, urged"
        if at <= 0 or not coordinates(self.lowered, at, self.grammar) or self._inside(at):
            return False, None
        earlier = [
            one for one in self.verbs if one.finite and one.head < at and HARD.isdisjoint(self.lowered[one.head : at])
        ]
        # No "that" between.
        free = [
            one for one in earlier if not self.grammar.holds("complementizers", self.lowered[one.head : at])
        ] or earlier
        alike = [one for one in free if (one.tense == "past") == (verb.tense == "past")]
        shared = (alike or free)[-1:]
        return (True, self._subject(shared[0], depth + 1)) if shared else (False, None)

    def _listed(self, verb: Verb) -> Verb | None:
        """The verb before in a list of what one subject did: "Oslo condemned the raid, rejected ... and called for"."""
        at = self.before_adverbs(verb.first)
        if at <= 0 or self.lowered[at] != ",":
            return None
        before = self.verb_before(at)
        if before is None or not are_alike(before, verb) or self.crossed(before.head + 1, at):
            return None
        alone = "," not in self.lowered[before.head : at] and self._relative_before(before) < 0
        named = any(one.first > before.head and one.last < at and one.marker is None for one in self.bodies)
        return before if alone and ((named and before.tense == verb.tense) or self._goes_on(verb)) else None

    def _goes_on(self, verb: Verb) -> bool:
        """Whether a list of deeds ends behind a verb: "proposed ..., demanded ..., withdrew ... and threatened"."""
        last = next((one for one in self.verbs if one.first > verb.head and one.finite and are_alike(one, verb)), None)
        if last is None:
            return False
        at = self.before_adverbs(last.first)
        ends = coordinates(self.lowered, at, self.grammar)
        end = at - 1 if ends and self.lowered[at - 1] == "," else at  # "..., and threatened"
        if "," in self.lowered[verb.head + 1 : end] or self.crossed(verb.head + 1, at):
            return False
        return ends or (self.lowered[at] == "," and self._goes_on(last))

    def _inside(self, at: int) -> bool:
        """Whether a word belongs to a mention."""
        return any(one.first <= at <= one.last for one in self.mentions)

    def _before(self, verb: Verb, depth: int) -> Mention | None:
        is_shared, subject = self._shared(verb, depth)
        if is_shared or leaves_gap(self.verb_at(verb.first - 1), self.bodies, self.lowered, self.grammar):
            return subject
        limit = self.outside_parenthesis(verb.first)
        listed = self._listed(verb) if limit == verb.first else None
        if listed is not None:
            return self._subject(listed, depth + 1)
        if limit == verb.first:
            return with_apposition(self.bodies, self.lowered, verb.first) or self._nearest(verb, limit, depth)
        return (
            list_inside(self.bodies, self.lowered, self.grammar, limit, verb.first)
            or self._nearest(verb, limit, depth)
            or named_inside(self.bodies, self.lowered, self.grammar, limit, verb.first)
        )

    def _nearest(self, verb: Verb, limit: int, depth: int) -> Mention | None:
        if limit == verb.first and stands_for_nobody(self.lowered, limit - 1, self.mentions, self.grammar):
            return None
        for mention in reversed([one for one in self.bodies if one.last < limit and one.marker is None]):
            if self.crossed(mention.last + 1, limit):
                return None
            between = [other for other in self.verbs if mention.last < other.first < limit and other.finite]
            if not between:
                return mention
            if self.in_closed_relative(between[0], limit):
                if mention.last < between[0].first and self._relative_before(between[0]) < mention.first:
                    continue
                return mention
            if opens_unknown(self.lowered, self.grammar, between[-1], verb, self.mentions):
                return None  # A noun phrase of nobody known stands before a verb that hangs on another.
            return self._subject(between[-1], depth + 1)
        return None

    def in_closed_relative(self, verb: Verb, limit: int) -> bool:
        opening = self._relative_before(verb)
        return opening >= 0 and "," in self.lowered[verb.head + 1 : limit + 1]

    def _relative_before(self, verb: Verb) -> int:
        return max((at for at in self.relatives if verb.first - _RELATIVE_REACH <= at < verb.first), default=-1)

    def outside_parenthesis(self, first: int) -> int:
        """Leap back over a parenthesis between two commas that stands directly before the verb."""
        if first > 2 and self.lowered[first - 1] == ")":
            return next(
                (at for at in range(first - 2, -1, -1) if self.lowered[at] == "(" and not self._inside(at)), first
            )
        if first < 3 or self.lowered[first - 1] not in BRACKETING:
            return first
        mark = self.lowered[first - 1]
        opening = next((at for at in range(first - 2, -1, -1) if self.lowered[at] == mark), None)
        if opening is None or any(one.first <= opening <= one.last for one in self.mentions):
            return first
        inside = range(opening + 1, first - 1)
        finite = next((verb.first for verb in self.verbs if verb.finite and verb.first in inside), None)
        relative = any(at in self.relatives for at in inside) or (
            bool(inside) and self.grammar.has("object-relatives", self.lowered[inside[0]])
        )
        asked = bool(inside) and self.grammar.has("subordinators", self.lowered[inside[0]])  # ", when asked about it,"
        # ", sure that it will,"
        hangs = finite is not None and any(at in self.opens for at in range(opening + 1, finite))
        said = [one for one in self.mentions if one.first in inside]
        tag = len(inside) <= _TAG and bool(said) and all(one.kind == "pronoun" for one in said)
        return opening if relative or asked or hangs or tag or finite is None else first

    def _controller(self, verb: Verb, depth: int) -> Mention | None:
        """Whose infinitive or participle it is: the object of the verb it hangs on, else that verb's subject."""
        matrix = self.any_verb_before(verb.first)
        beside = is_beside(verb, self.lowered, self.grammar)
        if matrix is None:
            following = main_verb_behind(verb, self.verbs, self.opens, self.lowered)
            behind = self._subject(following, depth + 1) if following else announced(verb, self.bodies, self.grammar)
            return behind or (head_of_sentence(verb, self.bodies) if beside else None)
        between = [one for one in self.bodies if matrix.head < one.first and one.last < verb.first]
        beginning = self.lowered[max(verb.first - 1, 0) : verb.first + 1]
        particle = self.grammar.holds("infinitive-particles", beginning)
        addressed = [
            one
            for one in between
            if one.marker is None
            or (self.grammar.has("addressee-markers", one.marker) and not is_where(matrix, one, self.grammar))
        ]
        helped = self.grammar.has("bare-infinitives", matrix.lemma)  # "helped Oslo and Lima reach a deal"
        thanked = verb.tense == "gerund" and self.grammar.has("noun-purposes", self.lowered[max(verb.first - 1, 0)])
        thanked = thanked and bool(addressed) and addressed[-1].marker is None
        being = verb.tense == "infinitive" and self.grammar.has("being", matrix.lemma)  # "is the first state to sign"
        own = being or self.grammar.has("own-purposes", matrix.lemma)
        if (thanked or particle or helped) and addressed and not own:
            return addressed[-1]
        if particle and self.grammar.has("object-control", matrix.lemma) and not matrix.passive:
            return None  # "a conduit des experts à demander": they do it, whoever they are.
        inverted = self.inverted_subject(matrix)
        if beside or (inverted is not None and inverted.last >= verb.first):
            inverted = None  # "a judge gave Oslo hope by rejecting"; the object of the infinitive itself
        over = verb_over(verb, matrix, self.verbs, self.lowered, self.grammar)
        return self._subject(matrix, depth + 1) or inverted or (self._subject(over, depth + 1) if over else None)

    def _inside_relative(self, at: int) -> bool:
        opening = max((relative for relative in self.relatives if relative < at), default=-1)
        return opening >= 0 and at - opening <= _RELATIVE_REACH and "," not in self.lowered[opening:at]

    def _left_edge(self, verb: Verb) -> int:
        """Where the clause of a verb begins, its subject included: behind the coordinator or comma before it."""
        for at in range(verb.first - 1, -1, -1):
            if self.lowered[at] == "," or self.grammar.has("coordinators", self.lowered[at]):
                return at
            if at in self.order.heads:
                break
        return verb.first


def clauses(sentence: Sequence[Word], grammar: Grammar, verbs: Sequence[Verb], mentions: Sequence[Mention]) -> Clauses:
    """The clause structure of a sentence."""
    lowered = lower(sentence)
    loose = absolutes(lowered, grammar, verbs, mentions)
    subjects = subordinated(lowered, grammar, verbs, mentions) | loose
    opens = openings(lowered, grammar, verbs) | subjects.keys()
    relatives = frozenset(grammar.places("relatives", lowered)) | that_taking_up(lowered, grammar, verbs)
    freed = {one: replace(one, marker=None, governor=None) for one in subjects.values()}
    free = [freed.get(one, one) for one in mentions] if freed else mentions
    marks = sorted({*opens, *marks_of(sentence)})
    groups = {at: verb for verb in reversed(verbs) for at in range(verb.first, verb.head + 1)}
    bodies = [one for one in free if one.kind != "adjective"]
    closing = frozenset((*marks, *grammar.places("adversatives", lowered)))
    absolute = {one.last + 1: freed[one] for one in loose.values()} | deeds_of_owners(lowered, grammar, verbs, bodies)
    return Clauses(
        sentence, lowered, grammar, verbs, VerbsInOrder(verbs), free, opens, relatives, marks, groups, closing, bodies,
        absolute,
    )  # fmt: skip
