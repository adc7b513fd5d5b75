"""Whether a candidate says enough of who does it: who else is meant by talks and deals of which a sentence names one
side or none, and which of them wait for what the article as a whole tells."""

from collections.abc import Sequence

from services.extractor.actors.entity import MULTILATERAL, NAMELESS, is_nameless
from services.extractor.actors.mention import Actor, distinct
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.unnamed import meets_unnamed
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import DEALS, SYMMETRIC, Candidate, Filler


def settled(candidate: Candidate, scene: Scene, trigger: Trigger, before: Sequence[Candidate]) -> Candidate | None:
    """The candidate if its roles suffice; talk of nobody in particular is the talk of the pair known."""
    parties = candidate.party_ids
    frame = trigger.frame
    if frame.act in SYMMETRIC:
        if (several := _counted(candidate, scene, trigger)) is not None:
            return several
        if not parties and scene.memory.pair:
            if _is_of_others(scene, trigger):
                return None
            candidate.fillers = [Filler(actor, "participant") for actor in scene.memory.pair]
            candidate.remembered = True
            candidate.score *= 0.6
            return candidate
        if _is_told_first(candidate, scene, trigger):
            candidate.score *= 0.6
            return candidate
        _between_whom(candidate, scene, before)
        if len(candidate.party_ids) >= 2 or _meets_alone(candidate, trigger, scene):
            return candidate
        if len(candidate.party_ids) == 1 and _meets_somebody(candidate, scene, trigger):
            candidate.score *= _HALF_KNOWN
            return candidate
        return _waiting(candidate, scene, trigger)
    if frame.act in DEALS:
        told = frame.pos != "noun" or _is_reached(scene, trigger)
        if not parties and scene.memory.pair and told:
            candidate.fillers = [Filler(actor, "participant") for actor in scene.memory.pair]
            candidate.remembered = not _is_new(scene, trigger)
            candidate.score *= 0.6
        return candidate if candidate.fillers else None
    if "bloc" in frame.needs and not any(one.party.kind in MULTILATERAL for one in candidate.of("counterpart")):
        return None
    if candidate.of("initiator") or (candidate.act == "suspend" and candidate.of("participant")):
        return candidate
    return candidate if _is_asked_by_unnamed(candidate, scene, trigger) else None


def _is_reached(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deal of nobody named is said to have come about, or not: "un accord a été trouvé", "no deal was
    reached", where "un accord avec des étudiants a été trouvé" is that of others."""
    verb = scene.clauses.verb_after(trigger.last)
    if verb is None or verb.lemma not in trigger.frame.lights or scene.clauses.crossed(trigger.last + 1, verb.first):
        return False
    if len(verb.lemmas) == 1 and "," in scene.lowered[trigger.last + 1 : verb.first]:
        return False  # "The agreement, reached on Monday, sets"
    return not _says_whose(scene, trigger, verb)


def _is_new(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deal is told of for the first time, or said not to be: "un accord", "no deal"; "the deal" takes one
    up."""
    before = scene.lowered[max(0, trigger.first - 1) : trigger.first]
    new = any(scene.grammar.has(name, word) for word in before for name in _NEW)
    return new and not trigger.inflections


_NEW = ("indefinite-articles", "denying-determiners")
"""Classes of words before what is told of for the first time."""


def _says_whose(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether a preposition beside a deal brings those with whom, of whom or by whom it is."""
    for at in (*range(trigger.last + 1, verb.first), *range(verb.head + 1, scene.clauses.end(verb))):
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None and scene.grammar.has_any(_OF_WHOM, found[1]):
            return True
    return False


_OF_WHOM = ("comitative-markers", "reciprocal-markers", "passive-markers")
"""Classes of prepositions that say who made a deal."""


def _is_asked_by_unnamed(candidate: Candidate, scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb says of whom something was demanded, and nobody known by whom: "Oslo was asked to reopen the
    border", "the traders have called on Oslo to reopen it"."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    verb = verb.until(trigger.head, scene.grammar) if verb is not None else None
    if candidate.act != "demand" or verb is None or not verb.finite or verb.negated:
        return False
    if not _FUTURE.issuperset(verb.modals):
        return False
    asked = [one.mention for one in candidate.fillers if one.role == "counterpart" and one.mention is not None]
    if verb.passive:
        return bool(asked) and verb.tense in ("past", "future")
    told = _is_addressing(trigger) and not scene.grammar.has("implicative", verb.lemma) and _has_subject(scene, verb)
    return told and any(start in _right_behind(scene, trigger) for start, _ in asked)


_FUTURE = frozenset({"future"})
"""What the verb of a demand may be led by that is told without who makes it: "will be asked", not "could be asked"."""


def _is_addressing(trigger: Trigger) -> bool:
    """Whether a verb has for its object who is asked, and behind it what for: "urge", not "require", nor "tell"."""
    frame = trigger.frame
    return frame.weight >= _ADDRESSING and "object" in frame.counterpart and "infinitive" in frame.item


def _has_subject(scene: Scene, verb: Verb) -> bool:
    """Whether people or a text may stand before a verb: no pronoun of whom nothing is known, nor who only looks on."""
    before = scene.lowered[: verb.first]
    unknown = any(scene.grammar.has(name, word) for name in _PRONOUNS for word in before[-1:])
    return bool(before) and not unknown and not scene.grammar.holds("onlookers", before)


_PRONOUNS = ("subject-pronouns", "first-person-subjects")
"""Classes of words that stand for somebody told of before."""


def _right_behind(scene: Scene, trigger: Trigger) -> range:
    """Where in the text the object of a verb may begin, an article before it included; not in a clause behind it."""
    behind = scene.words[trigger.last + 1 : trigger.last + 1 + _OBJECT]
    clause = scene.grammar.holds("complementizers", [word.lower for word in behind])
    return range(scene.words[trigger.last].end, behind[-1].end if behind and not clause else 0)


_ADDRESSING = 0.65
"""Weight of a verb from which on it tells of a demand whoever makes it."""

_OBJECT = 2
"""Words behind a verb among which its object begins."""


def _counted(candidate: Candidate, scene: Scene, trigger: Trigger) -> Candidate | None:
    """The candidate between as many as an adjective beside its noun counts, who were named together before: "the
    tripartite talks"; None where nobody is known to be meant."""
    number = _number(scene, trigger)
    if number is None:
        return None
    known = _named_here(scene, candidate, number) or scene.memory.together.get(number, ())
    ids = {actor.party.id for actor in known}
    capitals = {(one.start, one.end) for one in scene.mentions if one.kind == "capital"}
    named = [one for one in candidate.fillers if one.actor.party.id in ids or one.mention not in capitals]
    told = {one.actor.party.id for one in named}
    if not known or not told < ids:
        return None
    others = [Filler(actor._replace(person=None), "participant") for actor in known if actor.party.id not in told]
    candidate.fillers = named + others
    return candidate


def _number(scene: Scene, trigger: Trigger) -> int | None:
    """How many an adjective beside talks says that they are between: "tripartite talks", "met for three-way talks"."""
    beside = (*range(max(0, trigger.first - _BESIDE), trigger.first), trigger.last + 1)
    for at in range(trigger.first, trigger.last + 1 + _HELD) if trigger.inflections else beside:
        found = scene.grammar.phrase("counting-adjectives", scene.lowered, at) if at < len(scene.lowered) else None
        if found is None or (at > trigger.last + 1 and scene.clauses.crossed(trigger.last + 1, at)):
            continue
        around = (*scene.lowered[max(0, at - 1) : at], *scene.lowered[at + found[0] : at + found[0] + 1])
        if not trigger.inflections or any(map(scene.lexicon.is_talks, around)):
            return int(found[1])
    return None


def _named_here(scene: Scene, candidate: Candidate, number: int) -> tuple[Actor, ...]:
    """The states of a sentence, where it names as many as are counted: "Oslo and Lima are allies of Rome, their leaders
    held three-way talks"."""
    named = (actor for one in scene.mentions if one.kind != "adjective" for actor in one.actors)
    states = distinct(tuple(actor for actor in named if actor.party.kind == "country"))
    return states if len(states) == number and candidate.party_ids < {actor.party.id for actor in states} else ()


_BESIDE = 3
"""Words before a noun of talks in which an adjective of its stands."""

_HELD = 8
"""Words behind a verb of meeting in which it is said what is held: "met in March for three-way talks"."""


def _is_of_others(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of meeting has a subject that nobody knows: "les députés se sont retrouvés", no "ils"."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    if verb is None or not verb.finite or not scene.grammar.sets["talkers"]:
        return False
    at = verb.first - 1
    while at >= 0 and (
        scene.grammar.has("clitics", scene.lowered[at]) or scene.grammar.has("reflexives", scene.lowered[at])
    ):
        at -= 1
    if at < 0 or not scene.words[at].text[0].isalpha() or at in scene.clauses.opens or at in scene.clauses.relatives:
        return False
    first = max((one for one in range(at + 1) if scene.clauses.crossed(one, one + 1)), default=-1) + 1
    taken_up = ("coordinators", "first-person", "subject-pronouns")
    if scene.lowered[at] in scene.grammar.indices["pronouns"] or scene.grammar.has_any(taken_up, scene.lowered[at]):
        return False
    subject = scene.lowered[first : at + 1]
    if any(scene.clauses.verb_at(one) is not None for one in range(first, at + 1)):
        return False
    return not any(scene.grammar.has("talkers", word) or scene.lexicon.is_talks(word) for word in subject)


def _is_told_first(candidate: Candidate, scene: Scene, trigger: Trigger) -> bool:
    """Whether a meeting of nobody named is told of before the article says whose it is: "Monday's session lasted"."""
    if candidate.fillers or candidate.act != "talks" or trigger.inflections or scene.memory.pair:
        return False
    return trigger.frame.form is not None and trigger.frame.weight >= _PLAINLY


def _waiting(candidate: Candidate, scene: Scene, trigger: Trigger) -> Candidate | None:
    """Talks of which only one side is named here: the article as a whole may tell the other."""
    if len(candidate.party_ids) != 1 or candidate.act != "talks":
        return None
    if not trigger.inflections:
        if candidate.fillers[0].actor.party.kind in MULTILATERAL and _is_beside(candidate, trigger, scene):
            return None
        where = any(one.kind in _WHERE and one.last == trigger.first - 1 for one in scene.mentions)
        if trigger.frame.weight < _PLAINLY or where or _is_content(scene, trigger):
            return None
        candidate.waiting, candidate.score = True, candidate.score * _HALF_KNOWN
        return candidate
    verb = scene.clauses.verb_at(trigger.head)
    if verb is None or not meets_unnamed(scene, verb):
        return None
    candidate.score *= _HALF_KNOWN
    return candidate


_WHERE = frozenset({"adjective", "capital"})
"""Kinds of names that right before a noun of talks may say only where they are: "the Swedish talks"."""


def _is_content(scene: Scene, trigger: Trigger) -> bool:
    """Whether talks are only what another noun is about: "the offer of talks", "its demand for direct negotiations"."""
    for at in range(max(1, trigger.first - _ABOUT), trigger.first):
        if scene.grammar.has("content-openers", scene.lowered[at]) and scene.lexicon.is_noun(scene.lowered[at - 1]):
            return True
    return False


_ABOUT = 3
"""Words before a noun among which stands what opens it as the content of another."""

_PLAINLY = 0.7
"""Weight of a noun that tells of talks wherever it stands."""

_HALF_KNOWN = 0.7
"""How sure talks are of which one side is known, by those of two."""


def _between_whom(candidate: Candidate, scene: Scene, before: Sequence[Candidate]) -> None:
    """Who mediates or hosts does so for those who are talking, where nobody else is named.

    These are who meets or agrees in the same sentence, "A and B met under the mediation of C", else the pair known.
    """
    mediators = {actor.party.id for actor in candidate.of("mediator", "host")}
    if not mediators or candidate.of("participant"):
        return
    here = [[one for one in other.fillers if one.role == "participant"] for other in before if _is_between(other)]
    if here and not mediators & {filler.actor.party.id for filler in here[-1]}:
        candidate.fillers += here[-1]
        return
    pair = [actor for actor in scene.memory.pair if actor.party.id not in mediators]
    if len(pair) >= 2:
        candidate.fillers += [Filler(actor._replace(person=None), "participant") for actor in pair]


def _is_between(candidate: Candidate) -> bool:
    return candidate.act in _BETWEEN and len(candidate.of("participant")) > 1


_BETWEEN = DEALS | {"talks"}


def _meets_alone(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether the one party named is a body of many that can meet by itself ("the Security Council will meet")."""
    frame = trigger.frame
    if not trigger.inflections and _is_beside(candidate, trigger, scene):
        return False
    if candidate.party_ids and candidate.party_ids <= _BOTH_SIDES:
        return True
    gathered = "partner" in frame.needs and _is_gathered(trigger, scene)
    if not candidate.fillers or (frame.form is None and trigger.inflections and not _are_many_states(candidate)):
        return False
    if "partner" in frame.needs and not gathered:
        return False
    filler = candidate.fillers[0]
    many = filler.actor.party.kind in MULTILATERAL or is_nameless(filler.actor.party.id)
    return many and filler.actor.person is None


_BOTH_SIDES = frozenset({f"{NAMELESS}social-partners"})
"""People who are all those that talk with each other: "les partenaires sociaux négocient"."""


def _are_many_states(candidate: Candidate) -> bool:
    """Whether those named are many states: "les pays arabes négocient un texte" talk with each other."""
    return all(filler.actor.party.kind == "coalition" for filler in candidate.fillers)


def _is_gathered(trigger: Trigger, scene: Scene) -> bool:
    """Whether those named are said to be brought together: "les ministres du G20 sont réunis à Bali"."""
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    done_to = verb is not None and (verb.passive or verb.tense == "participle")
    return verb is not None and done_to and verb.lemma in scene.lexicon.brokering


def _meets_somebody(candidate: Candidate, scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb says of one party that it met others of whom nothing is known: "a reçu les familles de Lum"."""
    if not trigger.inflections or trigger.frame.weight < _MEETING or "partner" not in trigger.frame.needs:
        return False
    if not candidate.of("participant") or any(one.mention is None for one in candidate.fillers):
        return False
    behind = trigger.last + 1
    while behind < len(scene.words) and scene.grammar.phrase("adverbs", scene.lowered, behind):
        behind += 1
    if behind >= len(scene.words):
        return False
    determined = scene.grammar.has("determiners", scene.lowered[behind])
    things = scene.lexicon.object_forms("plans", "instruments")
    if determined and things.intersection(scene.lowered[behind + 1 : behind + 3]):
        return False  # "a reçu une proposition"
    return determined or scene.words[behind].is_capitalised


_MEETING = 0.75
"""Weight of a verb of meeting from which on one side is enough."""


def _is_beside(candidate: Candidate, trigger: Trigger, scene: Scene) -> bool:
    """Whether a meeting of a body only says when or where something else was: "said during the Council meeting"."""
    start = candidate.fillers[0].mention[0] if candidate.fillers and candidate.fillers[0].mention else None
    first = next(
        (at for at, word in enumerate(scene.words) if start is not None and word.start >= start), trigger.first
    )
    first = min(first, trigger.first)
    for at in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None:
            return scene.grammar.has("circumstances", found[1])
    return False


_BEFORE = 2
"""Words from a preposition to the name behind it, a determiner between."""
