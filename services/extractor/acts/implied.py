"""Acts that no single word tells: a promise in the future tense, a denial of harm."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.called_for import called_for
from services.extractor.acts.entries import rest_behind, taken_apart
from services.extractor.acts.frame import Frame
from services.extractor.acts.judged import judged
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.meant import is_given_to, is_meant_for_another, is_own_plan
from services.extractor.acts.roles.aims import is_doubted
from services.extractor.acts.roles.elsewhere import is_elsewhere
from services.extractor.acts.roles.foreseen import is_foreseen
from services.extractor.acts.roles.roles import is_nation, quoted, subject_of
from services.extractor.acts.ruled_out import REFUSED, by_whose_account, ruled_out
from services.extractor.acts.scene import MARKS, Scene, Speech
from services.extractor.acts.to_be_done import to_be_done
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate, Filler, Range
from services.extractor.grammar import table

_PROMISE = Frame("", "verb", "promise", item=("object",), weight=0.7)
_OFFER = Frame("", "verb", "propose", item=("object",), weight=0.65)
_WISH = Frame("", "verb", "demand", item=("object",), weight=0.8)
_ADVICE = Frame("", "verb", "demand", item=("object",), weight=0.45)
_HOPE = Frame("", "verb", "demand", item=("object",), weight=0.6)
_WRONG = Frame("", "verb", "accuse", weight=0.75)
_THREAT = Frame("", "verb", "threaten", weight=0.75)
_BLAME = Frame("", "noun", "accuse", weight=0.55)
_DENIAL = Frame("", "verb", "deny", weight=0.7)


def implied(scene: Scene) -> list[tuple[Candidate, Trigger]]:
    """Promises ("Paris will send ...") and denials ("... that Russia would not attack") of a sentence."""
    found = []
    for verb in scene.clauses.verbs:
        bound = _whose_turn(scene, verb)
        if bound is not None:
            told = _of_another(scene, verb, _WISH, bound, quoted(scene, verb))
            found += [told] if told is not None else []
            continue
        if (duty := to_be_done(scene, verb)) is not None:
            found.append(duty)
            continue
        frame = _act(scene, verb)
        doubted = frame is not None and frame is not _HOPE and is_doubted(scene, frame, verb)
        if frame is None or doubted or is_elsewhere(scene, frame.act, verb, verb.head):
            continue
        own = frame in (_PROMISE, REFUSED)  # "We will pay," said Oslo.
        if own and is_foreseen(scene, frame.act, verb):
            continue
        subject = subject_of(scene, verb) if own else scene.clauses.subject(verb)
        if (
            subject is None
            or not subject.actors
            or _names_talks(scene, subject, verb)
            or (own and is_nation(scene, subject))
        ):
            continue
        if frame in (_WISH, _ADVICE, _HOPE) and scene.grammar.has("genitive-markers", subject.marker or ""):
            continue  # "the summit of the bloc, which must open in May": the clause goes on the thing, not whose it is.
        if frame in (_WISH, _ADVICE, _HOPE, _WRONG, _THREAT):
            hope = _hope(scene, verb) if frame is _HOPE else None
            hoping = subject_of(scene, hope) if hope is not None else None
            told = _of_another(scene, verb, frame, subject, says=hoping)
            found += [told] if told is not None else []
            continue
        if frame is _DENIAL and not _denies_itself(scene, verb, subject.party_ids):
            continue
        found.append(_candidate(scene, verb, frame, subject.actors, (subject.start, subject.end)))
    found += ruled_out(scene)
    found += judged(scene)
    found += called_for(scene)
    if not scene.speeches:
        return found
    blamed = _blamed(scene)
    found += [_blame(scene, speech, one) for speech in scene.speeches for one in islice(_in_report(speech, blamed), 1)]
    return found


def _names_talks(scene: Scene, subject: Mention, verb: Verb) -> bool:
    """Whether a name only says which talks will go on, or whose they are: "the Oslo talks will resume", "the EU summit
    will provide a forum"."""
    behind = scene.lowered[subject.last + 1 : subject.last + 2]
    apart = subject.kind == "capital" or (scene.grammar.shows("compounds") and subject.last + 1 < verb.first)
    return apart and bool(behind) and scene.lexicon.is_talks(behind[0])


def _of_another(
    scene: Scene,
    verb: Verb,
    frame: Frame,
    subject: Mention,
    goes_on: Mention | None = None,
    says: Mention | None = None,
) -> tuple[Candidate, Trigger] | None:
    """What a speaker says that another must do, or has done wrong; `goes_on`: who speaks where no word says it;
    `says`: who does where the verb itself has a subject."""
    speech = scene.speech_over(verb.head)
    speaker = says or (speech.speaker if speech is not None else by_whose_account(scene) or goes_on)
    if speaker is None or not speaker.actors:
        return None
    own = speaker.party_ids
    wanted = [actor for actor in subject.actors if actor.party.id not in own]
    others = (
        frame not in (_WRONG, _THREAT) and subject.kind == "pronoun" and scene.in_quote(verb.head)
    )  # '"They must go," he said.'
    if not wanted and not (others and not _is_first_person(scene, subject)):
        return None
    fillers = [Filler(actor, "initiator", (speaker.start, speaker.end)) for actor in speaker.actors]
    fillers += [Filler(actor, "counterpart", (subject.start, subject.end)) for actor in wanted]
    span = scene.span(verb.first, verb.head)
    candidate = Candidate(frame.act, scene.sentence.index, span, [], fillers, score=frame.weight)
    return candidate, Trigger(
        verb.first, verb.head, verb.head, frame, scene.lexicon.inflections(scene.lowered[verb.head])
    )


def _whose_turn(scene: Scene, verb: Verb) -> Mention | None:
    """Whose turn a speaker says it is: "C'est à la Norvège de rouvrir la frontière", "À la Norvège de", "il appartient
    désormais à la Norvège de"."""
    if (served := _at_whose_court(scene, verb)) is not None:
        return served
    turn = scene.grammar.sets["turns"]
    prefixed = scene.grammar.has("infinitive-particles", scene.lowered[verb.first])
    before = verb.first - (not prefixed)
    if not turn or verb.tense != "infinitive" or before < 1:
        return None
    one = next((one for one in scene.mentions if one.last == before - 1), None)
    particle = prefixed or scene.grammar.has("genitives", scene.lowered[before])
    if one is None or not particle or not scene.grammar.has("addressee-markers", one.marker or ""):
        return None
    opener = (one.governor if one.governor is not None else one.first - 1) + 1
    if opener > 1 and scene.grammar.has("adverbs", scene.lowered[opener - 1]):
        opener -= 1
    opened = scene.lowered[max(0, opener - 1) : opener]
    onus = scene.grammar.holds("onuses", scene.lowered[max(0, opener - _ONUS) : opener])
    return one if onus or not opened or opened[0] in turn or not opened[0][0].isalnum() else None


_ONUS = 5
"""Words among which the onus stands that is on somebody: "the onus is now squarely on"."""


def _at_whose_court(scene: Scene, verb: Verb) -> Mention | None:
    """In whose court a speaker says that the ball is."""
    served = scene.grammar.has("balls", scene.lowered[verb.first - 1]) if verb.first else False
    if not served or verb.negated or verb.lemma not in scene.grammar.sets["copulas"]:
        return None
    near = (one for one in scene.mentions if verb.head < one.first <= verb.head + _TO_COURT)
    return next((one for one in near if _has_court(scene, one)), None)


def _has_court(scene: Scene, one: Mention) -> bool:
    behind = scene.lowered[one.last + 1 : one.last + 3]
    return scene.grammar.holds("courts", behind)


_TO_COURT = 6
"""Words from a verb of being to whose court it is: "is now firmly in"."""


def _is_first_person(scene: Scene, subject: Mention) -> bool:
    return scene.grammar.holds("first-person", scene.lowered[subject.first : subject.last + 1])


def _blamed(scene: Scene) -> list[tuple[Mention, list[int]]]:
    """Who is named beside a noun of wrong, with the words of wrong."""
    wrongs = frozenset(table(scene.grammar.language, "evaluations")["wrongs"])
    beside = [(one, [at for at in _beside(scene, one) if scene.lowered[at] in wrongs]) for one in scene.mentions]
    return [(one, words) for one, words in beside if words and (one.kind == "adjective" or one.marker == "possessive")]


def _in_report(speech: Speech, blamed: Sequence[tuple[Mention, list[int]]]) -> Iterator[Mention]:
    """Those whose wrong is in what is reported, other than the speaker."""
    own = speech.speaker.party_ids
    return (one for one, words in blamed if any(at in speech.covers for at in words) and not one.party_ids & own)


def _beside(scene: Scene, one: Mention) -> list[int]:
    near = (one.first - 2, one.first - 1, one.last + 1, one.last + 2)
    return [at for at in near if 0 <= at < len(scene.words)]


def _blame(scene: Scene, speech: Speech, blamed: Mention) -> tuple[Candidate, Trigger]:
    speaker = speech.speaker
    fillers = [Filler(actor, "initiator", (speaker.start, speaker.end)) for actor in speaker.actors]
    fillers += [Filler(actor, "counterpart", (blamed.start, blamed.end)) for actor in blamed.actors]
    span = scene.span(blamed.first, blamed.last)
    candidate = Candidate("accuse", scene.sentence.index, span, [], fillers, score=_BLAME.weight)
    return candidate, Trigger(blamed.first, blamed.last, blamed.first, _BLAME)


def _act(scene: Scene, verb: Verb) -> Frame | None:
    if (wished := _wished(scene, verb)) is not None:
        return wished
    evaluations = table(scene.grammar.language, "evaluations")
    helped = verb.lemmas[-2:-1] + verb.tenses[-1:]
    obliged = len(helped) > 1 and helped[0] in evaluations["obliging-to"] and helped[1] == "infinitive"
    ahead = verb.finite and (verb.tense == "future" or (verb.tense == "conditional" and scene.speech_over(verb.head)))
    meant = verb.finite and is_meant_for_another(scene, verb) and not _offers(scene, verb)
    if (
        (meant or (ahead and _MEANT.issuperset(verb.modals)))
        and not verb.negated
        and not verb.passive
        and not obliged  # "will have to pay"
        and not verb.reflexive  # "se rendra" is a journey, "rendra" gives something back
        and verb.lemma in scene.lexicon.commissive
        and not _makes_talks(scene, verb)
    ):
        return _PROMISE
    unready = verb.finite and (
        "ready" in verb.modals
        or (verb.modals == ("wish",) and verb.tense == "present" and not scene.in_quote(verb.head))
        or is_own_plan(scene, verb)
    )
    if (ahead or unready) and verb.negated and not verb.passive and _is_refused(scene, verb):
        return REFUSED
    if verb.finite and not verb.negated and not verb.passive and _offers(scene, verb):
        return _OFFER  # "est prêt à partager les données"
    if verb.negated and verb.lemma in scene.lexicon.hostile and scene.speech_over(verb.head):
        return _DENIAL
    if verb.finite and not verb.passive and not verb.negated:
        if obliged:
            return _WISH
        if _is_called_for(scene, verb):
            return _WISH
        for frame, helping in ((_WISH, "obliging"), (_ADVICE, "advising")):
            if any(lemma in evaluations[helping] for lemma in verb.lemmas[:-1]) and _is_to_do(scene, verb):
                return frame
        if _does_wrong(scene, verb):
            return _WRONG
    return None


def _makes_talks(scene: Scene, verb: Verb) -> bool:
    """Whether the object of a verb is talks, told as such: "will pay an official visit", "will open talks"."""
    for at in range(verb.head + 1, min(verb.head + 1 + _OBJECT, len(scene.words))):
        if scene.lexicon.is_talks(scene.lowered[at]):
            return True
        if scene.grammar.phrase("prepositions", scene.lowered, at) or scene.lowered[at] in MARKS:
            return False
    return False


_OBJECT = 6
"""Words of an object, its article and adjectives included."""


def _is_to_do(scene: Scene, verb: Verb) -> bool:
    """Whether what must or should be is a deed ahead: "must pay", not "should have paid", "should be able to pay", nor
    what is only expected to be so, "devrait être prête"."""
    past = scene.grammar.holds("perfect-auxiliaries", verb.lemmas[1:-1])
    expected = verb.tense == "conditional" and scene.grammar.has("being", verb.lemma)
    return not (past or expected) and "possible" not in verb.modals


def _offers(scene: Scene, verb: Verb) -> bool:
    """Whether somebody says that he is willing to do something for another."""
    offering = table(scene.grammar.language, "evaluations")["offering"]
    return any(modal in offering for modal in verb.modals) and _does(scene, verb)


def _does_wrong(scene: Scene, verb: Verb) -> bool:
    """Whether a verb says that somebody did wrong, or a phrase that he does or did: "is playing for time"."""
    if verb.tense == "past" and verb.lemma in table(scene.grammar.language, "evaluations")["wronging"]:
        return True
    return verb.tense in ("past", "present") and not verb.modals and _begins(scene, verb, "wronging-phrases")


def _wished(scene: Scene, verb: Verb) -> Frame | None:
    """What somebody hopes that another will do, or says that he will suffer."""
    if _hope(scene, verb) is not None:
        return _HOPE
    return _THREAT if _is_to_suffer(scene, verb) else None


def _is_to_suffer(scene: Scene, verb: Verb) -> bool:
    """Whether it is said what somebody will suffer, where not he says so: "Lima will pay a heavy price"."""
    ahead = verb.tense in ("future", "conditional") and _MEANT.issuperset(verb.modals)
    if not ahead or verb.negated or not _begins(scene, verb, "suffering"):
        return False
    speaker, subject = scene.speaker(verb.head), scene.clauses.subject(verb)
    return speaker is not None and subject is not None and speaker.party.id not in subject.party_ids


def _begins(scene: Scene, verb: Verb, name: str) -> bool:
    """Whether a verb begins a phrase of a list of `evaluations.yaml`."""
    language = scene.grammar.language
    rests = _phrases(language, name).get(verb.lemma, ())
    return any(rest_behind(scene.lowered, verb.head, rest, language, _INSIDE) is not None for rest in rests)


_INSIDE = 3
"""Words that may stand inside a phrase of wrong: "throwing yet another spanner in the works"."""


@cache
def _phrases(language: str, name: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Verb of a phrase → the words behind it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table(language, "evaluations")[name]:
        head, rest, _ = taken_apart(phrase, language)
        found.setdefault(head, []).append(rest)
    return found


def _hope(scene: Scene, verb: Verb) -> Verb | None:
    """The verb by which somebody says that he hopes another will do something: "Oslo hopes Lima will lift the ban",
    "voiced the hope that Lima would"."""
    if not verb.finite or verb.passive or verb.tense not in _TO_COME or verb.lemma in scene.grammar.sets["copulas"]:
        return None
    hope = scene.clauses.any_verb_before(verb.first)
    if hope is None or not hope.finite or hope.negated or "possible" in verb.modals:
        return None
    between = scene.lowered[hope.head + 1 : verb.first]
    voiced = scene.grammar.has("voicing", hope.lemma) and scene.grammar.holds("hoping", between)
    clear = not any(word in MARKS for word in between)
    return hope if (voiced or scene.grammar.has("hoping", hope.lemma)) and clear else None


_TO_COME = frozenset({"future", "conditional", "present", "subjunctive"})
"""Tenses of what is hoped."""

_CLAUSE_REACH = 7
"""Words of the subject of a clause, between its "que" and its verb."""


def _is_called_for(scene: Scene, verb: Verb) -> bool:
    """Whether somebody says that it is time, or needed, that another does something: "il faut que Lima rouvre"."""
    needed = table(scene.grammar.language, "evaluations")["needed-that"]
    if not needed or verb.tense not in ("present", "subjunctive"):
        return False
    for at in range(verb.first - 1, max(0, verb.first - 1 - _CLAUSE_REACH), -1):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            return scene.lowered[at - 1] in needed
        if scene.clauses.verb_at(at) is not None or scene.lowered[at] in ",;:":
            return False
    return False


_MEANT = frozenset({"future", "conditional", "ready", "commitment"})
"""What modals may do to a deed that is promised: "pourrait fournir" and "devra répondre" promise nothing."""


def _is_refused(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody says not to be going to do is what others want: "will not raise its offer"."""
    withheld = table(scene.grammar.language, "evaluations")["withheld"]
    last = max(verb.head, *verb.negators)
    behind = "".join(scene.lowered[last + 1 : last + 2])
    wanted = verb.lemma in withheld or f"{verb.lemma} {behind}" in withheld  # "ne reviendra pas sur"
    wanted = wanted or ("ready" in verb.modals and _does(scene, verb))  # "is not prepared to wait"
    return (wanted or verb.lemma in scene.lexicon.commissive) and (_MEANT | _UNREADY).issuperset(verb.modals)


_UNREADY = frozenset({"ready", "wish", "plan"})
"""What, denied, says that somebody will not: "n'est pas prêt à payer", "ne veut pas céder", "ne compte pas céder"."""


def _does(scene: Scene, verb: Verb) -> bool:
    """Whether what somebody is ready for is a deed: "est prêt à partager", where "est prêt à être reçu" is none."""
    idle = scene.grammar.has("auxiliaries", verb.lemma) or verb.lemma in scene.grammar.sets["copulas"]
    said = verb.tense != "past" or scene.grammar.holds("showing", verb.lemmas[:-1])
    said = said or scene.speech_over(verb.head) is not None  # "a dit qu'il était prêt à"
    return said and len(verb.lemmas) > 1 and not idle  # "s'est dit prêt à", not "était prêt à"


def _denies_itself(scene: Scene, verb: Verb, parties: frozenset[str]) -> bool:
    speaker = scene.speaker(verb.head)
    return speaker is not None and speaker.party.id in parties


def _candidate(
    scene: Scene, verb: Verb, frame: Frame, actors: Sequence[Actor], mention: Range
) -> tuple[Candidate, Trigger]:
    trigger = Trigger(verb.first, verb.head, verb.head, frame, scene.lexicon.inflections(scene.lowered[verb.head]))
    fillers = [Filler(actor, "initiator", mention) for actor in actors]
    if frame in (_PROMISE, _OFFER):
        taken = {actor.party.id for actor in actors}
        for one in scene.clauses.complements(verb):
            if is_given_to(scene, verb, one) and not one.party_ids & taken:
                fillers += [Filler(actor, "counterpart", (one.start, one.end)) for actor in one.actors]
        if len(fillers) == len(actors) == 1:
            fillers += [Filler(actor, "counterpart") for actor in scene.memory.others(actors[0].party.id)]
    candidate = Candidate(
        act=frame.act,
        sentence=scene.sentence.index,
        trigger=scene.span(verb.first, verb.head),
        evidence=[],
        fillers=fillers,
        score=frame.weight,
        heading=scene.sentence.is_heading,
    )
    return candidate, trigger
