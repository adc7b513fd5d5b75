"""What a verb tells that is no deed: wishes, blame, talk to the press, cries in the street, what is only meant."""

from services.extractor.actors.entity import EVERY_UNION, Party, is_nameless
from services.extractor.actors.mention import Mention, are_states
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.foreseen import is_foreseen, is_of_thing
from services.extractor.acts.roles.hanging import SAID, hangs_undone
from services.extractor.acts.roles.questions import is_asked
from services.extractor.acts.roles.roles import is_nation, says_with
from services.extractor.acts.roles.senses import is_to_own, rallies
from services.extractor.acts.roles.sessions import is_made_of
from services.extractor.acts.roles.wanted import is_only_wanted, is_planned
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, DEEDS, SYMMETRIC


def tells_no_deed(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether the clause of a verb makes of its act something that nobody did."""
    frame = trigger.frame
    return (
        (frame.act in ("reject", "demand") and _stays_silent(scene, verb))
        or hangs_undone(scene, frame.act, verb)
        or is_asked(scene, verb)
        or is_foreseen(scene, frame.act, verb)
        or is_of_thing(scene, frame.act, verb)
        or _is_weighed(scene, verb)
        or (frame.act == "talks" and (_is_to_the_press(scene, trigger, verb) or is_to_own(scene, trigger.last + 1)))
        or (frame.act in SAID | DEEDS and _is_general(scene, verb))
        or (frame.act in SAID | _UNSEEN and _is_contrary_to_fact(scene, verb))
        or (frame.act in _ANSWERS and _is_choice(scene, frame.act, verb))
        or (frame.act == "demand" and _is_only_meant(scene, verb))
        or (
            frame.act in SYMMETRIC
            and (_is_in_the_street(scene, verb) or is_crowd(scene, verb) or is_made_of(scene, verb))
        )
        or (frame.act == "demand" and _is_cried(scene, verb))
        or (frame.act in DEEDS and _is_wished_for(scene, verb))
        or (frame.act in SAID | DEEDS and (_is_not_yet(scene, verb) or is_only_wanted(scene, verb)))
        or (frame.act == "assess" and _only_reports(scene, verb))
        or (frame.act in ("demand", "threaten") and rallies(scene, verb))
        or (frame.act == "demand" and is_to_own(scene, max(verb.head, trigger.last) + 1))
        or (frame.act in ("demand", "propose") and _is_to_own_nation(scene, verb))
        or (frame.act == "agree" and _parts_without(scene, verb))
        or (frame.act in SAID | DEEDS and is_nation(scene, scene.clauses.subject(verb)))
        or (frame.act == "reject" and (frame.negated is None or verb.tense == "past") and _is_not_free(verb))
        or (frame.act == "promise" and _is_not_free(verb))
        or (frame.act in ("suspend", "concede") and _gives_up_plan(scene, frame, verb))
        or (frame.act == "sign" and _is_enacted(scene, verb))
        or (verb.negated and scene.grammar.has("epistemic", verb.lemmas[0]))  # "might not sign"
        or (frame.act == "demand" and (_is_of_crowd(scene, verb) or _is_of_trade(scene, trigger, verb)))
    )


def _only_reports(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of judging only says who spoke, of something else than talks: "... des erreurs", a jugé Oslo."""
    speech = next((one for one in scene.speeches if one.verb.head == verb.head and one.covers.start == 0), None)
    if speech is None or not scene.grammar.has("plain-judging", verb.lemma):
        return False
    about = scene.lexicon.object_forms("negotiations", "instruments", "plans")
    words = [scene.lowered[at] for at in speech.covers]
    return not any(word in about or scene.lexicon.is_talks(word) for word in words)


def _is_wished_for(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what it would be good to see: "le mieux est que les parties acceptent une trêve"."""
    marks = [at for at in range(verb.first) if scene.grammar.has("complementizers", scene.lowered[at])]
    if not marks or not verb.finite or verb.tense not in ("present", "subjunctive"):
        return False
    matrix = scene.clauses.any_verb_before(marks[-1])
    between = [one for one in scene.clauses.verbs if marks[-1] < one.head < verb.first]
    close = matrix is not None and marks[-1] - matrix.head <= _WISH_REACH and not between
    wished = close and matrix is not None and scene.grammar.has("wishing", matrix.lemma)
    return wished and not is_planned(scene, verb)


_WISH_REACH = 3
"""Words from a verb of wishing to its clause: "s'attend à ce que", "il n'est pas question que"."""


def _is_not_yet(scene: Scene, verb: Verb) -> bool:
    """Whether it is what something else waits or is done for, or goes without: "before Oslo signs", "pour que"."""
    group = scene.clauses.whole(verb)
    openers = _OPENERS.get(group.tense)
    if not group.finite or openers is None:
        return False
    for at in range(group.first - 1, max(-1, group.first - 1 - _CLAUSE), -1):
        before = scene.clauses.verb_at(at)
        if scene.lowered[at] in MARKS or (before is not None and before.finite):
            return False
        if at in scene.clauses.opens or at in scene.clauses.relatives:
            return _is_opened_by(scene, openers, at)
    return False


_OPENERS = {"present": "unreal-openers", "subjunctive": "unreal-openers", "future": "pending-openers"}
"""Tense of a verb → the class of what opens a clause in which it tells of what has not been."""


def _is_opened_by(scene: Scene, openers: str, at: int) -> bool:
    """Whether a word belongs to what opens a clause of what has not been."""
    for first in range(max(0, at - _OPENER), at + 1):
        found = scene.grammar.phrase(openers, scene.lowered, first)
        if found is not None and first + found[0] > at:
            return True
    return False


_OPENER = 3
"""Words before the last one of what opens a clause: "jusqu'à ce que"."""


_CLAUSE = 10
"""Words from what opens a clause to its verb."""


def _is_to_the_press(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether those with whom one talks only ask questions: "would not discuss the offer with reporters", "spoke to
    reporters"."""
    if scene.grammar.holds("audiences", scene.lowered[trigger.last + 1 : trigger.last + 3]):
        return True
    for at in range(verb.head + 1, min(verb.head + 1 + _PRESS_REACH, len(scene.words) - 1)):
        if scene.clauses.crossed(at, at + 1):
            return False
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None and scene.grammar.has("comitative-markers", found[1]):
            return scene.grammar.holds("audiences", scene.lowered[at + 1 : at + 3])
    return False


_PRESS_REACH = 9
"""Words from a verb of talking to "with"."""


def _is_in_the_street(scene: Scene, verb: Verb) -> bool:
    """Whether it is a march or protest that brings people together: "une marche réunissant dockers et cheminots"."""
    for at in range(verb.first - 1, max(-1, verb.first - 1 - _STREET_REACH), -1):
        if scene.grammar.has("street-nouns", scene.lowered[at]):
            return True
        if not scene.lowered[at].isalpha() or any(one.first <= at <= one.last for one in scene.mentions):
            return False
    return False


def is_crowd(scene: Scene, verb: Verb) -> bool:
    """Whether it is one crowd that comes together, with nobody else: "les mineurs se sont retrouvés devant le port"."""
    subject = scene.clauses.subject(verb) if verb.reflexive else None
    if subject is None or len(subject.party_ids) > 1 or not all(_is_many(one.party) for one in subject.actors):
        return False
    return not any(says_with(scene, at) for at in range(verb.head + 1, min(scene.clauses.end(verb), len(scene.words))))


def _is_many(party: Party) -> bool:
    """Whether a party is people of whom many come together: a trade, a movement; unions talk with each other."""
    trade = party.kind == "union" and is_nameless(party.id) and not party.id.startswith(EVERY_UNION)
    return trade or party.kind in ("people", "movement")


_STREET_REACH = 4
"""Words from the noun of a march to the verb of gathering."""


def _is_cried(scene: Scene, verb: Verb) -> bool:
    """Whether a crowd wants something that only a state speaks of: "Oslo a salué la marche pour exiger"."""
    purpose = verb.tense == "infinitive" and verb.first > 0
    if not purpose or not scene.grammar.has("purpose-markers", scene.lowered[verb.first - 1]):
        return False
    matrix = scene.clauses.verb_before(verb.first)
    first = matrix.head + 1 if matrix is not None else 0
    crowd = scene.grammar.holds("street-nouns", scene.lowered[first : verb.first])
    subject = scene.clauses.subject(verb) if crowd else None
    return subject is not None and all(actor.party.kind in _STATES for actor in subject.actors)


_STATES = frozenset({"country", "igo", "alliance"})
"""Kinds of bodies that call nobody into the street."""


_PLANNED = 4
"""Words from a verb of giving up to the noun of a plan."""


def plan_given_up(scene: Scene, first: int, end: int) -> int | None:
    """Where the noun of a plan stands that somebody gives up between two words: "abandoned its plans to meet"."""
    for at in range(first + 1, min(end, len(scene.words))):
        if scene.grammar.has("plan-nouns", scene.lowered[at]):
            verb = scene.clauses.any_verb_before(at)
            near = verb is not None and at - verb.head <= _PLANNED and not scene.clauses.crossed(verb.head + 1, at)
            return at if near and verb is not None and scene.grammar.has("dropping", verb.lemma) else None
    return None


def _gives_up_plan(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether no talks are ended but those planned, which are told as cancelled, and nothing else is given up."""
    at = plan_given_up(scene, verb.head, verb.head + 1 + _PLANNED)
    if frame.act == "suspend":
        return at is not None or _gives_up_planned(scene, frame, verb)
    return at is not None and any(scene.lexicon.is_talks(word) for word in scene.lowered[at + 1 : at + 1 + _CONTENT])


def _gives_up_planned(scene: Scene, frame: Frame, verb: Verb) -> bool:
    """Whether what is given up are talks that a word beside says to lie ahead: "scrapped next week's talks", "the
    planned talks were shelved"."""
    if not (scene.grammar.has("dropping", verb.lemma) or scene.grammar.has("dropping", frame.lemma)):
        return False
    near = range(verb.first - _BESIDE, verb.first) if verb.passive else range(verb.head + 1, verb.head + 1 + _BESIDE)
    nouns = [at for at in near if 0 <= at < len(scene.words) and scene.lexicon.is_talks(scene.lowered[at])]
    noun = next(iter(nouns[-1:] if verb.passive else nouns), None)
    if noun is None or scene.clauses.crossed(min(noun, verb.head) + 1, max(noun, verb.first)):
        return False
    beside = (*range(max(0, noun - _ADJECTIVES), noun), *range(noun + 1, min(noun + 1 + _BESIDE, len(scene.words))))
    return any(
        scene.grammar.has(name, scene.lowered[at])
        for at in beside
        for name in ("planning-words", "later-ones")
        if at not in range(verb.first, verb.head + 1)
    )


_BESIDE = 10
"""Words from a verb to the noun of the talks given up, and from this to the participle that says when they were due."""

_ADJECTIVES = 4
"""Words before a noun among which an adjective of it stands."""

_CONTENT = 7
"""Words from the noun of a plan to what is planned."""


def _is_enacted(scene: Scene, verb: Verb) -> bool:
    """Whether what is signed is a law of one's own: "signed the bill into law"."""
    behind = range(verb.head + 1, min(scene.clauses.end(verb), len(scene.words)))
    return any(scene.grammar.phrase("enactments", scene.lowered, at) for at in behind)


def _is_of_crowd(scene: Scene, verb: Verb) -> bool:
    """Whether it is a march or protest right before that cries for something: "faced protests calling for"."""
    return (
        verb.tense == "gerund" and verb.first > 0 and scene.grammar.has("street-nouns", scene.lowered[verb.first - 1])
    )


def _is_of_trade(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether people of a trade ask nobody for what they always ask: "les opticiens demandent une ordonnance"."""
    if verb.tense != "present" or verb.modals or not scene.grammar.has("mild-asking", verb.lemma):
        return False
    subject = scene.clauses.subject(verb)
    if subject is None or subject.kind != "name" or not all(is_nameless(one.party.id) for one in subject.actors):
        return False
    if any((one.marker or "object") in trigger.frame.counterpart for one in scene.clauses.complements(verb)):
        return False
    claims = scene.lexicon.object_forms("claims", "gains")
    behind = scene.lowered[verb.head + 1 : scene.clauses.end(verb)]
    return not any(word in claims or scene.grammar.has("calendar-names", word) for word in behind)


def _is_to_own_nation(scene: Scene, verb: Verb) -> bool:
    """Whether who leads a country only calls on it or its people: "le roi a appelé les Norvégiens au calme"."""
    subject = scene.clauses.subject(verb)
    if subject is None or not are_states(subject.actors):
        return False
    own = subject.kind != "pronoun"  # Who "he" is may be guessed wrong: it is not whom he calls on.
    behind = [one for one in scene.clauses.complements(verb) if one.first > verb.head and one != subject]
    return any(one.party_ids == subject.party_ids for one in behind if _is_nation(one, verb, own))


def _is_nation(one: Mention, verb: Verb, named: bool) -> bool:
    """Whether a mention is a people, or a country that stands right behind the verb: "urged Norway to stay calm"."""
    right_behind = one.kind == "name" and one.marker is None and one.first == verb.head + 1
    return one.kind == "demonym" or (named and right_behind)


def _parts_without(scene: Scene, verb: Verb) -> bool:
    """Whether it is only what somebody went without doing: "parted without bridging their differences"; who failed to
    do it has not done it, which is told."""
    group = scene.clauses.whole(verb)
    return not group.finite and scene.grammar.ends_before("privatives", scene.lowered, group.first)


def _is_not_free(verb: Verb) -> bool:
    """Whether who might reject or promise has not the right to: "cannot veto the treaty", "cannot guarantee"."""
    return verb.negated and "possible" in verb.modals


def _stays_silent(scene: Scene, verb: Verb) -> bool:
    """Whether what one refuses or is asked is only to speak: "a refusé de commenter" rejects nobody's offer, "asked to
    comment" asks for none."""
    group = scene.clauses.verb_at(verb.head)
    inner = group if group is not None and group.head > verb.head else _next_infinitive(scene, verb)
    return inner is not None and inner.lemma in scene.lexicon.silence


_UNSEEN = frozenset({"agree", "concede", "suspend"})
"""Deeds that are not told where they only might have been done."""


def _is_contrary_to_fact(scene: Scene, verb: Verb) -> bool:
    """Whether a participle stands in a condition that "had" opens: "had Oslo accepted the offer, Lima would"."""
    one = next((one for one in scene.mentions if one.last == scene.clauses.before_adverbs(verb.first)), None)
    if one is None or one.first < 1 or not scene.grammar.has("inverted-conditions", scene.lowered[one.first - 1]):
        return False
    return one.first == 1 or not scene.lowered[one.first - 2].isalnum()


def _is_weighed(scene: Scene, verb: Verb) -> bool:
    """Whether a gerund is what something is said of: "rejecting the offer was a mistake"."""
    group = scene.clauses.whole(verb)
    opens = group.first == 0 or (group.first == 1 and scene.lowered[0] == '"')
    if group.tense != "gerund" or not opens or not scene.grammar.shows("infinitive-particle"):
        return False
    behind = scene.clauses.verb_after(group.head)
    if behind is None or "," in scene.lowered[group.head : behind.first]:
        return False
    plain = any(one.last == behind.first - 1 and one.marker is None for one in scene.mentions)
    return not plain and not scene.clauses.crossed(group.head + 1, behind.first)


_ANSWERS = DEALS | {"concede", "support", "reject"}
"""Acts by which one says yes or no to what another wants."""


def _is_choice(scene: Scene, act: str, verb: Verb) -> bool:
    """Whether yes and no are both open: "must accept or reject the offer", "doit approuver ou rejeter le texte"."""
    group, beside = scene.clauses.whole(verb), []
    if scene.grammar.has("alternatives", "".join(scene.lowered[max(group.first - 1, 0) : group.first])):
        beside.append(scene.clauses.verb_at(group.first - 2))
    if scene.grammar.has("alternatives", "".join(scene.lowered[group.head + 1 : group.head + 2])):
        beside.append(scene.clauses.verb_at(group.head + 2))
    others = {other for one in beside if one is not None for other in scene.lexicon.told_by(one.lemma)}
    return "reject" in others if act != "reject" else not others.isdisjoint(_ANSWERS - {"reject"})


def _is_general(scene: Scene, verb: Verb) -> bool:
    """Whether a relative only says of whom something will be true: "rebels who refuse to disarm will be tried"."""
    group = scene.clauses.whole(verb)
    relative = group.first - 1
    if group.tense != "present" or relative < 1 or relative not in scene.clauses.relatives:
        return False
    behind = next((one for one in scene.clauses.verbs if one.first > group.head and one.finite), None)
    if behind is None or scene.lowered[relative - 1] == "," or "," in scene.lowered[group.head : behind.first]:
        return False
    return not scene.clauses.crossed(group.head + 1, behind.first) and behind.tense in ("future", "conditional")


def _is_only_meant(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody wants is only spoken of: "got what he wanted"; "what he wants is" tells it."""
    group = scene.clauses.whole(verb)
    opening = next(
        (
            at
            for at in range(group.first - 1, max(-1, group.first - 1 - _MEANT_REACH), -1)
            if scene.grammar.has("fused-relatives", scene.lowered[at])
        ),
        None,
    )
    if not opening or scene.lowered[opening - 1] in MARKS:
        return False
    behind = scene.clauses.verb_after(group.head)
    return behind is None or scene.clauses.crossed(group.head + 1, behind.first)


_MEANT_REACH = 3
"""Words from "what" to the verb of wanting, who wants between."""


def _next_infinitive(scene: Scene, verb: Verb) -> Verb | None:
    following = next((one for one in scene.clauses.verbs if one.first > verb.head), None)
    near = following is not None and following.first <= verb.head + 3 and not following.finite
    return following if near else None
