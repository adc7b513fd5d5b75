"""All that is known of one sentence before events are read in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.extractor.actors.entity import Name
from services.extractor.actors.memory import Memory
from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.clauses import Clauses
from services.extractor.acts.lexicon import Lexicon, Trigger
from services.extractor.acts.verb_groups.inversion import tied_pronoun
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import Grammar
from services.extractor.text.sentences import Sentence
from services.extractor.text.words import Word, inside

MARKS = frozenset(',;:()"')
"""Marks between the parts of a sentence."""

HYPHENS = frozenset({"-", "–"})
"""Marks that join the words of a compound: "the Lima-Oslo pact"."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A reporting verb with its speaker; `covers` are the word indices of what is reported."""

    verb: Verb
    speaker: Mention
    covers: range


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with everything found in it; word indices throughout."""

    sentence: Sentence
    words: Sequence[Word]
    lowered: Sequence[str]
    names: Sequence[Name]
    mentions: Sequence[Mention]
    clauses: Clauses
    speeches: Sequence[Speech]
    memory: Memory
    lexicon: Lexicon
    grammar: Grammar
    governing: dict[Trigger, Verb | None] = field(default_factory=dict)
    """Trigger → the verb that tells how real its act is, as far as it was asked for: some ten times of each."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character positions of a run of words, both ends included."""
        return self.words[first].start, self.words[last].end

    def words_of(self, span: tuple[int, int]) -> range:
        """The words that stand in a span of characters."""
        return inside(self.words, *span)

    def is_verb(self, index: int) -> bool | None:
        """Whether a word is a verb here; None of the auxiliary of another."""
        verb = self.clauses.verb_at(index)
        if verb is None:
            return False
        if index == verb.head or index not in verb.indices:
            return True
        return None if self.grammar.has("auxiliaries", verb.lemmas[verb.indices.index(index)]) else True

    def speech_over(self, index: int) -> Speech | None:
        """The innermost report that a word belongs to."""
        return next((speech for speech in reversed(self.speeches) if index in speech.covers), None)

    def in_quote(self, index: int) -> bool:
        """Whether a word stands between quotation marks of this sentence."""
        return self.lowered[:index].count('"') % 2 == 1

    def speaker(self, index: int) -> Actor | None:
        """Who says what stands at a word: the sentence's own report, else, in a quotation, the last speaker."""
        speech = self.speech_over(index)
        if speech is not None:
            return speech.speaker.actors[0] if speech.speaker.actors else None
        told = self.in_quote(index) or self.sentence.text.startswith('"') or self._ends_quote()
        return self.memory.speaker if told else None

    def _ends_quote(self) -> bool:
        """Whether a quotation that was opened before ends with this sentence."""
        return self.lowered[-1] == '"' and self.lowered.count('"') == 1


def speeches(clauses: Clauses, lexicon: Lexicon) -> list[Speech]:
    """The reports of a sentence: "X said that ...", "..., a déclaré X", quotations with their verb."""
    found = []
    for verb in clauses.verbs:
        told = reports(verb, clauses, lexicon) or clauses.speaks_behind(verb) is not None
        if not told or not (verb.finite or verb.tense == "gerund"):
            continue
        speaker, inverted = clauses.subject(verb), bool(tied_pronoun(clauses.lowered, verb.indices[0], clauses.grammar))
        if not inverted and (speaker is None or _is_reported_before(clauses, verb, speaker)):
            behind = clauses.inverted_subject(verb)
            speaker, inverted = (behind, True) if behind is not None else (speaker, False)
        if speaker is not None:
            covers = (
                range(verb.first)
                if inverted or _is_tag(clauses, verb, speaker)
                else range(verb.head + 1, _report_end(clauses, verb))
            )
            found.append(Speech(verb, speaker, covers))
    return found


def _report_end(clauses: Clauses, verb: Verb) -> int:
    """A report in a relative clause ends with it: "Oslo, which last week said that ..., asked for"."""
    opening = max((at for at in clauses.relatives if verb.first - _RELATIVE <= at < verb.first), default=None)
    if opening is None:
        return len(clauses.words)
    for following in (one for one in clauses.verbs if one.first > verb.head and one.finite):
        at = clauses.before_adverbs(following.first)
        subject = clauses.subject(following) if clauses.lowered[at] == "," else None
        if subject is not None and subject.last < opening:
            return at
    return len(clauses.words)


_RELATIVE = 6
"""Words from a relative pronoun to the verb of its clause."""


def reports(verb: Verb, clauses: Clauses, lexicon: Lexicon) -> bool:
    """A verb of saying, of one word or two ("faire savoir", "laisser entendre")."""
    if verb.lemma in lexicon.reporting or (verb.reflexive and verb.lemma in lexicon.reflexive_reporting):
        return True
    behind = verb.head + 1
    taken_up = behind < len(clauses.lowered) and clauses.grammar.has("impersonal-subjects", clauses.lowered[behind])
    behind += taken_up  # "made (it) clear that"
    if f"{verb.lemma} {''.join(clauses.lowered[behind : behind + 1])}" in lexicon.reporting:
        return True
    inner = clauses.verb_at(verb.head + 1)
    return inner is not None and f"{verb.lemma} {inner.lemma}" in lexicon.reporting


def _is_reported_before(clauses: Clauses, verb: Verb, subject: Mention) -> bool:
    """Whether the report stands before the verb: a comma or closing quote precedes it directly.

    A comma may also close what is said beside the subject: "the minister, Ana Quispe, accused Oslo".
    """
    before = clauses.lowered[verb.first - 1] if verb.first else ""
    return before == '"' or (before == "," and not _is_interrupted(clauses, verb, subject))


def _is_interrupted(clauses: Clauses, verb: Verb, subject: Mention) -> bool:
    """Whether nothing but a parenthesis between commas stands between a subject and its verb."""
    closing = verb.first - 1
    if subject.last >= closing or clauses.lowered[subject.first : closing].count('"'):
        return False
    opened = "," in clauses.lowered[subject.first : closing]
    free = (one for one in clauses.verbs if one.finite and subject.last < one.first < closing)
    return opened and all(clauses.in_closed_relative(one, closing) for one in free)


def _is_tag(clauses: Clauses, verb: Verb, speaker: Mention) -> bool:
    """ "..., X said." at the end of what is reported."""
    before, after = clauses.lowered[speaker.first - 1] if speaker.first else "", clauses.lowered[verb.head + 1 :]
    if before == '"' and '"' not in after and not clauses.grammar.holds("complementizers", after[:1]):
        return True  # A quotation ends before the speaker; what follows says where or when it was said.
    behind = [word for word in after if word not in (".", '"')]
    return len(behind) <= 4 and speaker.first > 0 and clauses.lowered[speaker.first - 1] in (",", '"')


def is_within(speech: Speech, others: Sequence[Speech]) -> bool:
    """Whether a report is part of another: "Dahl said he left after the union claimed": it is still Dahl who speaks."""
    return any(speech.verb.head in other.covers for other in others if other is not speech and other.speaker.actors)
