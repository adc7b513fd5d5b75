"""What a verb tells that is no deed: wishes, blame, talk to the press, cries in the street, what is only meant."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.questions import is_asked
from services.extractor.acts.roles.senses import is_to_own, rallies
from services.extractor.acts.roles.wanted import is_only_wanted
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SYMMETRIC


def tells_no_deed(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether the clause of a verb makes of its act something that nobody did."""
    frame = trigger.frame
    return (
        (frame.act == "reject" and _stays_silent(scene, verb))
        or (frame.act not in ("accuse", "deny") and _is_blamed(scene, verb))
        or _is_idle(scene, verb)
        or is_asked(scene, verb)
        or _is_weighed(scene, verb)
        or (frame.act == "talks" and (_is_to_the_press(scene, verb) or is_to_own(scene, trigger.last + 1)))
        or (frame.act in _SAID and (_is_enabled(scene, verb) or _is_bidden(scene, verb)))
        or (frame.act in _SAID | _DEEDS and _is_anothers(scene, verb))
        or (frame.act in _SAID and _is_unrealised(scene, verb))
        or (frame.act in _SAID | _DEEDS and (_is_general(scene, verb) or _is_left_open(scene, verb)))
        or (frame.act in _SAID | _UNSEEN and (_is_expected(scene, verb) or _is_contrary_to_fact(scene, verb)))
        or (frame.act in _ANSWERS and _is_choice(scene, frame.act, verb))
        or (frame.act == "demand" and _is_only_meant(scene, verb))
        or (frame.act in SYMMETRIC and _is_in_the_street(scene, verb))
        or (frame.act == "demand" and _is_cried(scene, verb))
        or (frame.act in _DEEDS and _is_wished_for(scene, verb))
        or (frame.act in _SAID | _DEEDS and (_is_not_yet(scene, verb) or is_only_wanted(scene, verb)))
        or (frame.act == "assess" and _only_reports(scene, verb))
        or (frame.act in ("demand", "threaten") and rallies(scene, verb))
        or (frame.act == "demand" and is_to_own(scene, max(verb.head, trigger.last) + 1))
        or (frame.act == "reject" and (frame.negated is None or verb.tense == "past") and _is_not_free(verb))
        or (frame.act in ("suspend", "concede") and _gives_up_plan(scene, frame.act, verb))
        or (frame.act == "sign" and _is_enacted(scene, verb))
        or (verb.negated and scene.grammar.has("epistemic", verb.lemmas[0]))  # "might not sign"
        or (frame.act == "demand" and _is_of_crowd(scene, verb))
    )


def _only_reports(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of judging only says who spoke, of something else than talks: "... des erreurs", a jugé Oslo."""
    speech = next((one for one in scene.speeches if one.verb.head == verb.head and one.covers.start == 0), None)
    if speech is None or not scene.grammar.has("plain-judging", verb.lemma):
        return False
    about = scene.lexicon.object_forms(["negotiations", "instruments", "plans"])
    words = [scene.lowered[at] for at in speech.covers]
    return not any(word in about or scene.lexicon.is_talks(word) for word in words)


_DEEDS = frozenset({"agree", "sign", "concede", "suspend"})
"""Acts that are done, and not only said."""


def _is_wished_for(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what it would be good to see: "le mieux est que les parties acceptent une trêve"."""
    marks = [at for at in range(verb.first) if scene.grammar.has("complementizers", scene.lowered[at])]
    if not marks or not verb.finite or verb.tense not in ("present", "subjunctive"):
        return False
    matrix = scene.clauses.any_verb_before(marks[-1])
    between = [one for one in scene.clauses.verbs if marks[-1] < one.head < verb.first]
    close = matrix is not None and marks[-1] - matrix.head <= _WISH_REACH and not between
    return close and matrix is not None and scene.grammar.has("wishing", matrix.lemma)


_WISH_REACH = 3
"""Words from a verb of wishing to its clause: "s'attend à ce que", "il n'est pas question que"."""


def _is_not_yet(scene: Scene, verb: Verb) -> bool:
    """Whether it is what something else waits or is done for, or goes without: "before Oslo signs", "pour que"."""
    group = scene.clauses.whole(verb)
    if not group.finite or group.tense not in ("present", "subjunctive"):
        return False
    for at in range(group.first - 1, max(-1, group.first - 1 - _CLAUSE), -1):
        before = scene.clauses.verb_at(at)
        if scene.lowered[at] in MARKS or (before is not None and before.finite):
            return False
        if at in scene.clauses.opens or at in scene.clauses.relatives:
            return _is_unreal(scene, at)
    return False


def _is_unreal(scene: Scene, at: int) -> bool:
    """Whether a word belongs to what opens a clause of what has not been."""
    for first in range(max(0, at - _OPENER), at + 1):
        found = scene.grammar.phrase("unreal-openers", scene.lowered, first)
        if found is not None and first + found[0] > at:
            return True
    return False


_OPENER = 3
"""Words before the last one of what opens a clause: "jusqu'à ce que"."""


_CLAUSE = 10
"""Words from what opens a clause to its verb."""


def _is_to_the_press(scene: Scene, verb: Verb) -> bool:
    """Whether those with whom one talks only ask questions: "would not discuss the offer with reporters"."""
    for at in range(verb.head + 1, min(verb.head + 1 + _PRESS_REACH, len(scene.words) - 1)):
        if scene.clauses.crossed(at, at + 1):
            return False
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None and scene.grammar.has("comitative-markers", found[1]):
            return any(scene.grammar.has("audiences", word) for word in scene.lowered[at + 1 : at + 3])
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


_STREET_REACH = 4
"""Words from the noun of a march to the verb of gathering."""


def _is_cried(scene: Scene, verb: Verb) -> bool:
    """Whether a crowd wants something that only a state speaks of: "Oslo a salué la marche pour exiger"."""
    purpose = verb.tense == "infinitive" and verb.first > 0
    if not purpose or not scene.grammar.has("purpose-markers", scene.lowered[verb.first - 1]):
        return False
    matrix = scene.clauses.verb_before(verb.first)
    first = matrix.head + 1 if matrix is not None else 0
    crowd = any(scene.grammar.has("street-nouns", word) for word in scene.lowered[first : verb.first])
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


def _gives_up_plan(scene: Scene, act: str, verb: Verb) -> bool:
    """Whether no talks are ended but those planned, which are told as cancelled, and nothing else is given up."""
    at = plan_given_up(scene, verb.head, verb.head + 1 + _PLANNED)
    if at is None or act == "suspend":
        return at is not None
    return any(scene.lexicon.is_talks(word) for word in scene.lowered[at + 1 : at + 1 + _CONTENT])


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


def _is_not_free(verb: Verb) -> bool:
    """Whether who might reject has not the right to: "cannot veto the treaty"."""
    return verb.negated and "possible" in verb.modals


def _stays_silent(scene: Scene, verb: Verb) -> bool:
    """Whether what one refuses is only to speak: "a refusé de commenter" rejects nobody's offer."""
    group = scene.clauses.verb_at(verb.head)
    inner = group if group is not None and group.head > verb.head else _next_infinitive(scene, verb)
    return inner is not None and inner.lemma in scene.lexicon.silence


_SAID = frozenset({"propose", "demand", "promise", "reject", "threaten"})
"""Acts that are done by saying so."""


_ENABLED_REACH = 16
"""Words from a verb of enabling to the infinitive, who is enabled between."""


def _is_enabled(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is only made possible: "the accord allows Oslo to propose changes"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None or group.first - matrix.head > _ENABLED_REACH:
        return False
    near = not scene.clauses.crossed(matrix.head + 1, group.first)
    return near and scene.grammar.has("enabling", matrix.lemma)


def _is_bidden(scene: Scene, verb: Verb) -> bool:
    """Whether somebody is only told to say something: "was told to reject the offer"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None or not matrix.passive or group.first - matrix.head > _NEAR:
        return False
    return scene.grammar.has("bidding", matrix.lemma)


def _is_anothers(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is what somebody wants of another: "urged Oslo to reject", "exhorte Oslo à refuser"; one
    who persuades or forces another tells that it was done."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None:
        return False
    if any(scene.grammar.has(name, matrix.lemma) for name in ("implicative", "copulas")):
        return False  # "was the first to refuse"
    wanted = scene.clauses.subject(group)
    return wanted is not None and matrix.head < wanted.first and wanted.last < group.first


_NEAR = 2
"""Words from a verb of bidding to the infinitive of what is bidden, an adverb between."""


def _is_left_open(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive is asked or awaited only: "is weighing whether to sign", "waits for Oslo to sign"."""
    group = scene.clauses.whole(verb)
    if group.tense != "infinitive" or not scene.grammar.shows("infinitive-particle") or group.first < 1:
        return False
    before = scene.lowered[group.first - 1]
    if scene.grammar.has("complementizers", before) or scene.grammar.has("fused-relatives", before):
        return True
    whose = next((one for one in scene.mentions if one.last == group.first - 1), None)
    return whose is not None and scene.grammar.has("noun-purposes", whose.marker or "")


_UNSEEN = frozenset({"agree", "concede", "suspend"})
"""Deeds of which it tells nothing that somebody expects them; a meeting that is expected is planned."""


def _is_expected(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what others expect: "diplomats expected Oslo to accept"."""
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense != "infinitive" or matrix is None or matrix.passive or group.first - matrix.head > _ENABLED_REACH:
        return False
    others = group.first - matrix.head > 1 and not scene.clauses.crossed(matrix.head + 1, group.first)
    return others and scene.grammar.has("expecting", matrix.lemma)


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


_ANSWERS = frozenset({"agree", "sign", "concede", "support", "reject"})
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


_PARTICLE = 2
"""Words before an infinitive where the noun stands that it hangs on: "l'occasion d'accepter"."""


def _is_idle(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive or gerund says only what there is an occasion or interest for, who is free to, or what
    something aims at: "has the right to", "the idea of giving in"."""
    group = scene.clauses.whole(verb)
    at = group.first
    if group.tense not in ("infinitive", "gerund") or at < _PARTICLE:
        return False
    particle = at if scene.grammar.has("infinitive-particles", scene.lowered[at]) else at - 1
    wanted = "infinitive-particles" if group.tense == "infinitive" else "genitives"
    if not scene.grammar.has(wanted, scene.lowered[particle]):
        return False
    return scene.grammar.has("idle-nouns", scene.lowered[particle - 1]) and not _is_announced(scene, particle - 1)


def _is_announced(scene: Scene, noun: int) -> bool:
    """Whether somebody says what he intends: "announced its intention to reject", "a réaffirmé sa volonté de"."""
    verb = scene.clauses.any_verb_before(noun)
    if verb is None or noun - verb.head > _ANNOUNCED or not verb.finite or verb.negated:
        return False
    return verb.lemma in scene.lexicon.reporting or scene.grammar.has("voicing", verb.lemma)


_ANNOUNCED = 4
"""Words from a verb of saying to the intention that is said."""


def _is_unrealised(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive or gerund hangs on a verb of wanting, trying or hesitating, so that nobody has done it."""
    if len(verb.lemmas) > 1:
        return any(_withholds(scene, lemma, verb.negated) for lemma in verb.lemmas[:-1])
    group = scene.clauses.whole(verb)
    matrix = scene.clauses.any_verb_before(group.first)
    if group.tense not in ("infinitive", "gerund") or matrix is None or group.first - matrix.head > _HANGING:
        return False
    between = scene.lowered[matrix.head + 1 : group.first]
    return not MARKS.intersection(between) and _withholds(scene, matrix.lemma, matrix.negated)


_HANGING = 4
"""Words from a verb to the infinitive or gerund that hangs on it: "thought on Monday about signing"."""


def _withholds(scene: Scene, lemma: str, negated: bool) -> bool:
    """Whether what hangs on a verb was not done: behind "hesitate", "did not dare", not behind "did not hesitate"; what
    one does not want is refused."""
    return scene.grammar.has("achieving" if negated else "unrealised", lemma)


_BLAME_REACH = 9
"""Words between a verb of accusing and what it accuses of."""


def _is_blamed(scene: Scene, verb: Verb) -> bool:
    """Whether a deed is only what somebody is accused of: "accuse Lima d'avoir rompu les négociations"."""
    group = scene.clauses.whole(verb)
    if group.tense not in ("infinitive", "gerund"):
        return False
    matrix = scene.clauses.any_verb_before(group.first)
    if matrix is None or group.first - matrix.head > _BLAME_REACH or matrix.lemma not in scene.lexicon.accusing:
        return False
    between = scene.lowered[matrix.head + 1 : group.first + 1]
    particle = scene.grammar.has("infinitive-particles", between[-2]) if len(between) > 1 else False
    opened = particle or scene.grammar.has("infinitive-particles", between[-1]) or group.tense == "gerund"
    return opened and "," not in between


def _next_infinitive(scene: Scene, verb: Verb) -> Verb | None:
    following = next((one for one in scene.clauses.verbs if one.first > verb.head), None)
    near = following is not None and following.first <= verb.head + 3 and not following.finite
    return following if near else None
