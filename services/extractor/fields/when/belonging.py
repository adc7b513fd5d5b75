"""Which of the dates of a sentence tell when an act takes place: those that no other verb stands nearer to."""

from collections.abc import Iterator

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEEDS, SPEECH, Candidate
from services.extractor.fields.how_real.governing import governing, is_marked
from services.extractor.fields.occasion import is_on_occasion, is_told_along
from services.extractor.fields.when.between import (
    AHEAD,
    CLAIMS,
    Claim,
    beyond,
    is_apposed,
    is_done,
    is_of_agenda,
    is_planned,
    is_stressed,
    may_be_told,
)
from services.extractor.fields.when.dated import Dated, is_deadline, takes_effect
from services.extractor.fields.when.elsewhere import is_elsewhere, is_quoted_between
from services.extractor.fields.when.narration import is_later, is_since, telling
from services.extractor.fields.when.uttered import is_gone_by, is_of_saying, is_of_tag

_REPORT = 8
"""Words between a verb of saying and its day: "said in a joint statement on Sunday evening that"."""

_PURPOSE = frozenset({"month", "quarter", "season", "year", "half", "relative"})
"""Kinds of periods for which budgets, quotas and plans are made."""

_FUNCTION_WORDS = (
    "prepositions", "adverbs", "coordinators", "subordinators", "relatives", "complementizers", "pronouns",
    "determiners", "conditions",
)  # fmt: skip

_LOOK_BACK = 4
_REACH_OF_FIRST = 12
_APPOSED = 3


def claim(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> Claim | None:
    """How a date of the sentence belongs to an act; None where it is another's, or tells only how long."""
    if one.expression.kind == "duration":
        return None
    if one.expression.kind == "apart":
        return "own" if _is_apart(trigger, scene, one) else None
    if is_of_saying(candidate, trigger, scene, one):
        return "own"
    if is_of_tag(trigger, scene, one):
        return "told" if may_be_told(candidate) else None
    if _is_unfit(candidate, trigger, scene, one) or is_elsewhere(candidate, trigger, scene, one):
        return None
    if _is_of_occasion(candidate, trigger, scene, one):
        return "own"
    if one.first > trigger.last:
        found = _behind(candidate, trigger, scene, one)
    else:
        found = _before(candidate, trigger, scene, one)
    if found == "own" and is_aside(scene, trigger.head, one):
        found = None if may_be_told(candidate) or candidate.status in AHEAD else "around"
    if found in (None, "around") and may_be_told(candidate) and _is_of_report(scene, trigger, one):
        return "told"
    return "around" if found == "own" and _is_since(one) and _counts(one, "nths", scene) else found


def _is_of_occasion(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether it is the day of the meeting at which something was said: "accused them at a session on Tuesday"."""
    uttered = candidate.act in SPEECH and one.first > trigger.last and one.points != "future"
    return uttered and is_on_occasion(trigger, one.first, scene)


def _is_apart(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether it is the act that "two days after" stands before: what follows first."""
    if one.first > trigger.first:
        return False
    between = range(one.last + 1, trigger.first)
    own = governing(trigger, scene)
    told = [verb for verb in scene.clauses.verbs if verb.first in between and verb.finite and verb is not own]
    return not told and not any(scene.lowered[at] in ",.;:" or at in scene.clauses.relatives for at in between)


def _is_unfit(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    if is_done(candidate) and (
        (is_deadline(one, scene) and not _is_reached(trigger, scene, one))
        or takes_effect(one, scene)
        or (
            candidate.act in SPEECH
            and not is_gone_by(candidate, trigger, scene, one)
            and is_content(one, candidate, scene)
            and not is_on_occasion(trigger, one.first, scene)
        )
    ):
        return True
    if _is_since(one) and (candidate.act in SPEECH | DEEDS or _counts(one, "firsts", scene)):
        return True
    between = range(min(one.last, trigger.last) + 1, max(one.first, trigger.first))
    if any(scene.lowered[at] == ";" for at in between) or _is_purpose(scene, one):
        return True
    return _is_attribute(trigger, scene, one) and not _is_occasion(scene, one)


def _is_reached(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """ "By Tuesday, Oslo had agreed": a day that opens the sentence of what is told as done is that of the act."""
    opened = one.first - scene.grammar.has("deadlines", scene.lowered[one.first - 1]) if one.first else 0
    verb = governing(trigger, scene)
    return opened <= _OPENING and one.first < trigger.first and verb is not None and verb.tense == "past"


_OPENING = 1
"""Words that may stand before the date that opens a sentence: "But by Tuesday"."""


def _is_occasion(scene: Scene, one: Dated) -> bool:
    """ "At the November summit", "during Monday's talks": the date of the meeting at which the act took place."""
    first = one.first
    while first and scene.grammar.has("attribute-openers", scene.lowered[first - 1]):
        first -= 1
    if not any(scene.grammar.has("occasion-markers", scene.lowered[at]) for at in (first - 1, first) if at >= 0):
        return False
    behind = range(one.last + 1, min(one.last + 1 + _APPOSED, len(scene.words)))
    return any(scene.lexicon.is_talks(scene.lowered[at]) for at in behind)


def _is_since(one: Dated) -> bool:
    """Whether it tells since when: "since May", "depuis deux semaines"."""
    kind = one.expression.kind
    return kind == "since" or (kind == "within" and one.expression.said.get("sign") == -1)


def _counts(one: Dated, name: str, scene: Scene) -> bool:
    """Whether the date stands behind a word that counts: "the first talks since May" tells the time without them."""
    before = range(max(0, one.first - _REACH_OF_FIRST), one.first)
    counting = [at for at in before if scene.grammar.has(name, scene.lowered[at])]
    return any(not scene.grammar.has("time-words", scene.lowered[at + 1]) for at in counting)  # Not "last year".


def is_content(one: Dated, candidate: Candidate, scene: Scene) -> bool:
    """Whether the date belongs to what is asked or offered: behind a verb inside an item, and quoted if that is."""
    quoted = scene.in_quote(one.first)
    for start, end in candidate.items:
        if start <= one.span[0] and one.span[1] <= end:
            return any(
                start <= scene.words[verb.head].start < one.span[0]
                for verb in scene.clauses.verbs
                if verb.head < one.first and (quoted or not scene.in_quote(verb.head))
            )
    return False


def is_ahead(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a date belongs to what will be done, not to the saying of it: "will send an answer on Monday", "plans to
    lift the ban on Monday"."""
    own = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    before = [verb for verb in scene.clauses.verbs if verb.head < one.first]
    nearest = before[-1] if before else None
    if own is None or nearest is None or nearest.first != own.first or _crossed(scene, own.head + 1, one.first):
        return False
    future = own.tense == "future" or (own.tense == "conditional" and scene.speech_over(trigger.head) is not None)
    meant = trigger.frame.act == "concede" and not {"plan", "ready"}.isdisjoint(own.modals)
    return (future or meant) and one.points != "past"


def is_of_old(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a date is that of what was, which a verb of its own tells: "talks where a truce was signed in 1999"."""
    if one.points != "past" or one.first < trigger.first:
        return False
    return any(verb.finite and verb.tense == "past" for verb in _verbs_between(scene, trigger.last + 1, one.first))


def is_due(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a date tells when what is asked, offered or promised is to happen."""
    if one.expression.kind == "duration" or one.first < trigger.first or one.points == "past":
        return False
    if _is_since(one) or _is_of_report(scene, trigger, one):
        return False
    between = range(trigger.last + 1, one.first)
    if any(scene.lowered[at] == ";" or at in scene.clauses.relatives for at in between):
        return False
    behind = [verb for verb in _verbs_between(scene, trigger.last + 1, one.first) if verb.first > trigger.last]
    if any(verb.finite and verb.tense == "past" for verb in behind):
        return False
    return is_content(one, candidate, scene) or is_deadline(one, scene) or is_ahead(trigger, scene, one)


def _is_attribute(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """ "Its October 2018 baseline", "the 2015 deal": a date between a determiner and a noun is the noun's."""
    if one.first == 0 or one.last + 1 >= len(scene.words):
        return False
    if one.expression.kind == "year" and _is_noun(one.first - 1, scene):
        return True  # "Le budget 2024".
    openers = (scene.lowered[one.first - 1], scene.lowered[one.first])
    opened = scene.grammar.holds("attribute-openers", openers)
    behind = scene.lowered[one.last + 1]
    if behind == "'s":
        return (trigger.first - one.last > _APPOSED or trigger.first < one.first) and not is_of_agenda(scene, one)
    noun = opened and behind[0].isalpha() and (not behind.isalpha() or _is_noun(one.last + 1, scene))
    return noun and not (0 < trigger.first - one.last <= _APPOSED) and not _is_own(trigger, scene, one)


def _is_own(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether nothing but what else is said of it stands between a date and the noun: "the May 2015 fishing pact"."""
    between = scene.lowered[one.last + 1 : trigger.head]
    if trigger.inflections or trigger.head <= one.last or len(between) > _LONGEST_NOUN:
        return False
    return not any(
        word in MARKS
        or scene.grammar.has("coordinators", word)
        or scene.grammar.phrase("prepositions", scene.lowered, at)
        or scene.clauses.verb_at(at) is not None
        for at, word in enumerate(between, one.last + 1)
    )


_LONGEST_NOUN = 6
"""Words between a date and the noun that it belongs to: what it is, and between whom."""


def _is_noun(at: int, scene: Scene) -> bool:
    word = scene.lowered[at]
    if not word.isalpha():
        return False
    if scene.words[at].is_capitalised or scene.grammar.has("time-words", word):
        return False
    if any(scene.grammar.phrase(name, scene.lowered, at) for name in _FUNCTION_WORDS):
        return False
    return scene.clauses.verb_at(at) is None and not scene.grammar.is_adverb(word)


def _is_purpose(scene: Scene, one: Dated) -> bool:
    """ "Quotas for 2022", "le budget pour 2024": the period for which, unless it is set or planned for then."""
    if one.first == 0 or one.expression.kind not in _PURPOSE:
        return False
    if not scene.grammar.has("purpose-markers", scene.lowered[one.first - 1]):
        return False
    before = scene.lowered[max(0, one.first - 1 - _LOOK_BACK) : one.first - 1]
    return not scene.grammar.holds("planning-words", before)


def _verbs_between(scene: Scene, start: int, end: int) -> Iterator[Verb]:
    return (verb for verb in scene.clauses.verbs if start <= verb.head < end and verb.head >= start)


def _behind(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> Claim | None:
    """A date behind the act belongs to it unless another verb of its own stands between."""
    start, end = trigger.last + 1, one.first
    if not trigger.inflections and candidate.status in AHEAD and is_planned(scene, start, one):
        return "own"
    if is_told_along(trigger, one.first, scene) and is_done(candidate):
        return "around"
    if _crossed(scene, start, end) or (trigger.inflections and is_apposed(scene, one)):
        return None
    group = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    if group is not None and trigger.head < group.head < end and one.points != "past":
        return None  # "Agreed to meet on Monday": they meet then; "agreed to meet, yesterday": they agreed then.
    relative = any(
        start <= at < end and not is_quoted_between(at, trigger, scene, one) for at in scene.clauses.relatives
    )
    own = governing(trigger, scene)
    found: Claim = "own"
    for verb in _verbs_between(scene, start, end):
        if own is not None and verb.first <= own.first <= verb.head and _is_its_verb(trigger, scene):
            continue  # "The talks were held on Monday".
        if is_quoted_between(verb.head, trigger, scene, one):
            continue
        how = beyond(verb, candidate, trigger, scene, one, relative=relative)
        if how is None:
            return None
        found = max(found, how, key=CLAIMS.index)  # The least sure.
    return found


def _is_its_verb(trigger: Trigger, scene: Scene) -> bool:
    """Whether the verb behind a noun is that whose subject it is."""
    noun = min(trigger.first, trigger.head)  # Of several talks of a noun, the trigger is where one is told.
    return not trigger.inflections and not is_marked(noun, scene)


def _before(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> Claim | None:
    """A date before the act belongs to it unless a clause of its own begins between."""
    start, end = one.last + 1, trigger.first
    if _is_possessive(trigger, scene, one):
        return "own"  # "Called off Monday's meeting".
    if is_later(trigger, scene):
        return None  # "They met on Monday, and Oslo later objected".
    if _is_of_report(scene, trigger, one):
        if may_be_told(candidate):
            return "told"
        return None if candidate.status in AHEAD else "around"  # "Said on Monday that they would meet".
    if _is_of_other_time(candidate, trigger, scene, one):
        return None
    if _crossed(scene, start, end):
        told = is_stressed(one, scene) and not _crossed(scene, start + 1, end)
        return "own" if told else "around" if _is_opened(candidate, scene, start, end) else None
    if _ends_relative(scene, one):
        return None if candidate.status in AHEAD or candidate.act in SPEECH else "around"
    verb = next((verb for verb in reversed(scene.clauses.verbs) if verb.head < one.first), None)
    relative = any(start <= at < end for at in scene.clauses.relatives)
    if verb is not None and relative and not _closes(scene, start, end):
        return "around"
    return "own"


def _is_possessive(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether the noun is told by its day: "Monday's meeting"."""
    near = 0 < trigger.first - one.last <= _APPOSED and not trigger.inflections
    return near and scene.lowered[one.last + 1] == "'s"


def _is_of_other_time(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether the verb of a date before an act is told of another time: "left on Monday the union, which it accuses".

    Of what is told as it stands now, a verb in the past; of what is done, one that lies ahead.
    """
    own, other = telling(trigger, scene), scene.clauses.verb_before(one.first)
    if other is not None and candidate.status in AHEAD and _is_of_deed(other, trigger, one):
        return True
    if own is None or other is None or own.first <= other.head or is_since(trigger, scene):
        return False
    stands = all(one.tense != "past" for one in scene.lexicon.inflections(scene.lowered[own.head]))  # "Put" may not.
    if own.tense == "present" and stands and other.tense == "past":
        return candidate.act in SPEECH or bool(trigger.inflections)
    return other.tense == "future" and is_done(candidate)


def _is_of_deed(verb: Verb, trigger: Trigger, one: Dated) -> bool:
    """Whether a day is that of what has been done, where a noun tells what is to come: "met on Monday to discuss the
    next round of talks"."""
    done = verb.finite and verb.tense == "past" and not verb.modals and not verb.negated
    return done and not trigger.inflections and one.points != "future"


def _ends_relative(scene: Scene, one: Dated) -> bool:
    """Whether a relative clause with a verb of its own ends behind a date: "Dahl, who met her on Friday, will go"."""
    opening = max((at for at in scene.clauses.relatives if at < one.first), default=None)
    if opening is None or scene.lowered[one.last + 1 : one.last + 2] != [","]:
        return False
    return "," not in scene.lowered[opening : one.first] and any(_verbs_between(scene, opening, one.first))


def _is_opened(candidate: Candidate, scene: Scene, start: int, end: int) -> bool:
    """Whether the clause that opens between may be of the same day: "on Monday, when", "on Monday after"."""
    if any(scene.lowered[at] in "();:" for at in range(start, end)):
        return False
    marks = [at for at in range(start, end) if at in scene.clauses.opens]
    if any(scene.grammar.phrase("conditions", scene.lowered, at) for at in marks):
        return False
    return may_be_told(candidate) or all(scene.grammar.has("accompanying", scene.lowered[at]) for at in marks)


def _closes(scene: Scene, start: int, end: int) -> bool:
    """Whether a relative clause that opens between two words is over before the second."""
    last = max(at for at in scene.clauses.relatives if start <= at < end)
    return "," in scene.lowered[last:end]


def _crossed(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause mark stands between two words; what stands in brackets between them does not count."""
    depth = 0
    for at in range(start, end):
        word = scene.lowered[at]
        if word == "(" and ")" in scene.lowered[at:end]:
            depth += 1
        elif word == ")" and depth:
            depth -= 1
        elif not depth and (at in scene.clauses.opens or word in "();:"):
            return True
    return False


def is_aside(scene: Scene, word: int, one: Dated) -> bool:
    """Whether a date stands in a relative clause that ends before a word: "Oslo, which votes on Friday, agreed"."""
    for at in scene.clauses.relatives:
        end = next((index for index in range(at, len(scene.lowered)) if scene.lowered[index] == ","), None)
        if end is not None and at < one.first < end < word:
            return True
    return False


def _is_of_report(scene: Scene, trigger: Trigger, one: Dated) -> bool:
    speech = scene.speech_over(trigger.head)
    if speech is None:
        return is_of_tag(trigger, scene, one)
    if is_aside(scene, speech.verb.head, one):
        return False
    before = range(speech.verb.head + 1, one.first)
    if one.first not in speech.covers:
        # "... on Monday, said Oslo", but not "... said Oslo, whose turn ends on Monday".
        apart = any(at in scene.clauses.relatives and "," in scene.lowered[at - 1 : at] for at in before)
        return not apart and not any(scene.grammar.has("where-words", scene.lowered[at]) for at in before)
    inside = any(at in scene.clauses.opens or scene.clauses.verb_at(at) for at in before)
    return 0 <= len(before) < _REPORT and not inside


def distance(trigger: Trigger, one: Dated) -> float:
    """Words between an act and a date; what stands behind a word tells more often about it than what stands before."""
    return one.first - trigger.last if one.first > trigger.last else (trigger.first - one.last) * 1.2
