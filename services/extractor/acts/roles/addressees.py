"""At whom an act is aimed, beside the complements of its verb: who is asked, who shall do something."""

from collections.abc import Iterator, Set
from dataclasses import replace

from schemas.negotiation import Act
from services.extractor.actors.entity import is_nameless
from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.deeds_of_others import threatened_in_deed, whose_deed
from services.extractor.acts.roles.giving import given
from services.extractor.acts.roles.letters import by_letter
from services.extractor.acts.roles.owners import OF_OTHERS, whose
from services.extractor.acts.roles.roles import names_talks, quoted
from services.extractor.acts.roles.wanted import bare_subject
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb


def asked(scene: Scene, frame: Frame, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """The pronoun before a verb that says to whom it is done: "ils lui demandent"."""
    own = subject.party_ids if subject is not None else frozenset()
    clitics = {verb.first - 1, *verb.clitics(scene.lowered, scene.grammar)}
    for one in scene.mentions:
        clitic = one.kind == "pronoun" and one.marker in frame.counterpart and one.first in clitics
        if clitic and not one.party_ids & own:
            yield one
            return
    yield from taken_up(scene, frame, verb, own)


def taken_up(scene: Scene, frame: Frame, verb: Verb, own: Set[str]) -> Iterator[Mention]:
    """Whom a pronoun before a verb takes up, others than who acts: "leur a promis", "les a reçus".

    They are who speaks, "nous a promis", whom the sentence named before, else who the one before told of, else the rest
    of the pair that is talking.
    """
    if speaking := _us(scene, frame, verb, own):
        yield speaking
        return
    if "à" in frame.counterpart and (named := _named_before(scene, verb, own)):
        yield named
        return
    wanted = [name for marker, name in _CLITICS if marker in frame.counterpart]
    before = [scene.lowered[at] for at in verb.clitics(scene.lowered, scene.grammar)]
    clitics = [word for word in before if scene.grammar.has_any(wanted, word)]
    if not clitics:
        return
    alone = all(scene.grammar.has("singular-datives", word) for word in clitics)
    if others := _told_before(scene, own, alone):
        start, end = scene.span(verb.first, verb.head)
        yield Mention(verb.first, verb.head, start, end, "pronoun", others)


def _us(scene: Scene, frame: Frame, verb: Verb, own: Set[str]) -> Mention | None:
    """Who speaks of what another does to him: "Lima nous a promis une aide", where "nous avons promis" is his own."""
    group = [scene.lowered[at] for at in verb.clitics(scene.lowered, scene.grammar)]
    if not own or not scene.grammar.holds("first-person-objects", group) or _TO_US.isdisjoint(frame.counterpart):
        return None
    speech = scene.speech_over(verb.head)
    speaker = speech.speaker if speech is not None else quoted(scene, verb)
    return speaker if speaker is not None and not speaker.party_ids & own else None


_TO_US = frozenset({"object", "à"})
"""How those stand in a frame whom "nous" before the verb may mean."""


def _told_before(scene: Scene, own: Set[str], alone: bool) -> tuple[Actor, ...]:
    """Whom the sentence before tells of, others than who acts, else the rest of his pair, else whom else it named; one
    only, where `alone`."""
    focus = scene.memory.focus
    pair = scene.memory.others(next(iter(own))) if len(own) == 1 else ()
    named = tuple(actor for actor in scene.memory.told_last if actor.party.id not in own)
    ways = (focus if own.isdisjoint(actor.party.id for actor in focus) else (), pair, named if len(named) == 1 else ())
    return next((one for one in ways if one and (len(one) == 1 or not alone)), ())


def _named_before(scene: Scene, verb: Verb, own: Set[str]) -> Mention | None:
    """Whom the sentence named last before "lui", where that is not who acts: "a appelé Lima et lui a demandé"."""
    group = [scene.lowered[at] for at in verb.clitics(scene.lowered, scene.grammar)]
    several = scene.grammar.holds("dative-clitics", group)
    if not several and not scene.grammar.holds("singular-datives", group):
        return None
    before = (one for one in scene.mentions if one.last < verb.first and one.kind in _NAMED)
    named = [one for one in before if not any(is_nameless(party) for party in one.party_ids)]
    meant = bool(named) and (named[-1].plural or not several) and not named[-1].party_ids & own
    return replace(named[-1], marker=None) if meant else None


_NAMED = frozenset({"name", "capital", "body", "office", "person", "counterpart", "new-body", "named-body"})
"""Kinds of mentions that a pronoun behind them in the sentence may take up."""

_CLITICS = (("object", "object-clitics"), ("à", "dative-clitics"), ("à", "singular-datives"))
"""How those stand in a frame whom a pronoun before the verb takes up, and the class of the pronoun."""


def apart(scene: Scene, mention: Mention, subject: Mention | None) -> tuple[Actor, ...]:
    """Who is meant by "both sides" where one speaks to them: others than the speaker, if a pair of others is known, or
    two others were named in the sentence before."""
    own = subject.party_ids if subject is not None else frozenset()
    if mention.kind != "description" or len(mention.party_ids) == 1 or not own & mention.party_ids:
        return mention.actors
    named = tuple(actor for actor in scene.memory.told_last if actor.party.id not in own)
    return scene.memory.pair_without(own) or (named if len(named) == 2 else mention.actors)


def told_otherwise(scene: Scene, trigger: Trigger, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """At whom a demand, a threat, an answer is aimed where no complement says it: by what is asked, by whose it is."""
    act = trigger.frame.act
    captives = act == "concede" and "captives" in trigger.frame.objects  # "ten American prisoners": to America
    if act == "demand":
        asked_of = (*_who_shall(scene, verb), *_for_whom(scene, max(verb.head, trigger.last)))
        behind = max(verb.head, trigger.last)
        asked_of = asked_of or tuple(_by_whom(scene, behind)) or tuple(whose_deed(scene, behind, subject))
        asked_of = asked_of or tuple(by_letter(scene, subject))
        for one in asked_of:
            yield replace(one, actors=apart(scene, one, subject))
    elif act == "propose":
        shall = list(_who_shall(scene, verb))
        yield from shall or list(by_letter(scene, subject)) or _its_unions(scene, verb, subject)
    elif act == "threaten":
        yield from list(_who_must(scene, verb, subject)) or threatened_in_deed(scene, verb, subject)
    elif act in OF_OTHERS or captives:
        whom = _by_others(scene, act, max(verb.head, trigger.last), subject)
        whom = whom or list(whose(scene, max(verb.head, trigger.last), subject))
        whom = whom or list(whose(scene, verb.head, subject))
        beside = {"reject": _refused, "agree": given}.get(act)
        yield from whom or (beside(scene, verb, subject) if beside is not None else ())
    elif act == "concede":
        yield from _who_shall(scene, verb)


_REFUSED = 3
"""Words from a verb of refusing to what is refused, a gerund or infinitive."""


def _refused(scene: Scene, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """Whom one will not talk or yield to: "has no intention of talking to Oslo", "refused to give in to Lima"."""
    inner = next((one for one in scene.clauses.verbs if one.first > verb.head), None)
    whole = scene.clauses.whole(verb)
    inner = whole if whole.head > verb.head else inner
    if inner is None or (inner.finite and inner != whole) or inner.first - verb.head > _REFUSED:
        return
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.clauses.complements(inner):
        marker = one.marker or "to"
        whom = scene.grammar.has("addressee-markers", marker) or scene.grammar.has("comitative-markers", marker)
        whom = whom and not names_talks(scene, one)  # "refused to attend the Lima meeting"
        if whom and not one.party_ids & own and one.first - inner.head <= _REFUSED:
            yield one
            return


def _its_unions(scene: Scene, verb: Verb, subject: Mention | None) -> Iterator[Mention]:
    """To whom a company offers something where unions have been told of: "La direction a proposé une prime"."""
    if subject is None or [actor.party.kind for actor in subject.actors] != ["company"]:
        return
    unions = tuple(Actor(party) for party in scene.memory.every(("union",)))
    if unions:
        start, end = scene.span(verb.first, verb.head)
        yield Mention(verb.first, verb.head, start, end, "description", unions)


def with_whom(scene: Scene, act: Act, behind: int, subject: Mention | None) -> Iterator[Mention]:
    """With or between whom the talks or the deal are to be that somebody wants or will not have: "exige un accord avec
    Lima", "appelle à la reprise des pourparlers entre Lima et Quito"; a place offered for talks is no call on them."""
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.mentions:
        wanted = range(behind + 1, one.first)
        between = act != "propose" and scene.grammar.has("reciprocal-markers", one.marker or "")
        between = between and not one.party_ids <= own
        together = scene.grammar.has("comitative-markers", one.marker or "") and not one.party_ids & own
        if one.first <= behind or not (between or together):
            continue
        if not scene.clauses.crossed(behind + 1, one.first) and any(_is_common(scene, at) for at in wanted):
            yield replace(one, actors=tuple(actor for actor in one.actors if actor.party.id not in own))
            return


def who_called(scene: Scene, behind: int, subject: Mention | None) -> Iterator[Mention]:
    """Who called the meeting that somebody will not go to: "exclut d'aller à la réunion organisée mardi par Lima"."""
    own = subject.party_ids if subject is not None else frozenset()
    for one in scene.mentions:
        if one.first <= behind or one.party_ids & own or not scene.grammar.has("passive-markers", one.marker or ""):
            continue
        meeting = any(scene.lexicon.is_talks(scene.lowered[at]) for at in range(behind + 1, one.first))
        if meeting and not scene.clauses.crossed(behind + 1, one.first):
            yield one
            return


def confronted(scene: Scene, subject: Mention | None) -> list[Mention]:
    """Before whom one stands firm, where nothing else says at whom an act is aimed: "Face à Lima, Oslo exige"."""
    own = subject.party_ids if subject is not None else frozenset()
    facing = (one for one in scene.mentions if scene.grammar.has("confronting", one.marker or ""))
    return [one for one in facing if not one.party_ids & own and one.kind in _NAMED][:1]


def _is_common(scene: Scene, at: int) -> bool:
    """Whether a word is a deal or talks, which take two; "en accord avec" is none."""
    if scene.grammar.has("plain-locatives", scene.lowered[at - 1]):
        return False
    return scene.lowered[at] in scene.lexicon.deals or scene.lexicon.is_talks(scene.lowered[at])


_OF_WHOM = 2
"""Words behind a verb of demanding where a name begins of which it is demanded."""


def _for_whom(scene: Scene, behind: int) -> Iterator[Mention]:
    """Of whom something is demanded: "called for Oslo to release the trawlers"."""
    for one in scene.mentions:
        after = scene.lowered[one.last + 1] if one.last + 1 < len(scene.lowered) else ""
        if behind < one.first <= behind + _OF_WHOM and scene.grammar.has("infinitive-particles", after):
            yield one
            return


def _by_whom(scene: Scene, behind: int) -> Iterator[Mention]:
    """Who shall do what a noun says is demanded: "called for the release of the hostages by Hamas", "of those held by
    Hamas"."""
    for one in scene.mentions:
        if behind < one.first <= behind + _CONTENT and scene.grammar.has("agents-of-nouns", one.marker or ""):
            between = (verb for verb in scene.clauses.verbs if behind < verb.head < one.first)
            parted = any(verb.tense != "participle" or verb.lemma not in scene.lexicon.seizing for verb in between)
            if not parted and not scene.clauses.crossed(behind + 1, one.first):
                yield one
            return


def _by_others(scene: Scene, act: Act, behind: int, subject: Mention | None) -> list[Mention]:
    """Who did what somebody condemns, welcomes or will not have: "condamne l'arrestation de marins par Oslo"."""
    own = subject.party_ids if subject is not None else frozenset()
    done = _by_whom(scene, behind) if act in _JUDGING else ()
    return [one for one in done if not one.party_ids & own]


_JUDGING: frozenset[Act] = frozenset({"accuse", "support", "reject"})
"""Acts that answer what another does."""

_CONTENT = 12
"""Words from a demand to who shall do it, what is demanded between."""


def _who_shall(scene: Scene, verb: Verb) -> Iterator[Mention]:
    """Of whom something is demanded: the subjects of "that X do A and that Y do B"."""
    bare = bare_subject(scene, verb)
    if bare is not None:
        yield bare
        return
    marks = [
        at for at in scene.clauses.opens if at > verb.head and scene.grammar.has("complementizers", scene.lowered[at])
    ]
    for at in sorted(marks):
        inner = scene.clauses.verb_after(at)
        subject = scene.clauses.subject(inner) if inner is not None else None
        if subject is None or subject.last < at:
            subject = _right_behind(scene, at)
        if subject is not None and inner is not None and inner.passive and _are_people(subject):
            subject = _their_holder(scene, subject)
        if subject is not None:
            yield subject


def _are_people(one: Mention) -> bool:
    """Whether a mention means people to whom something is done, and no body that could do it."""
    return one.kind in ("demonym", "person") or all(is_nameless(party) for party in one.party_ids)


def _their_holder(scene: Scene, people: Mention) -> Mention | None:
    """By whom something is to be done to people, or is done: "que les marins retenus par Lima soient libérés"."""
    behind = (one for one in scene.mentions if people.last < one.first)
    agents = (one for one in behind if scene.grammar.has("agents-of-nouns", one.marker or ""))
    return next((one for one in agents if not scene.clauses.crossed(people.last + 1, one.first)), None)


def _right_behind(scene: Scene, at: int) -> Mention | None:
    """Who stands right behind "que", the subject of a verb that no table knows: "veut que Lima extrade"."""
    if scene.grammar.shows("noun-verbs") or not scene.grammar.has("object-relatives", scene.lowered[at]):
        return None  # English verbs that no table knows look like nouns.
    for one in scene.mentions:
        after = scene.lowered[one.last + 1] if one.last + 1 < len(scene.lowered) else "."
        if at < one.first <= at + 1 and one.marker is None and one.kind != "adjective":
            unknown = after.isalpha() and scene.clauses.verb_at(one.last + 1) is None
            goes_on = unknown and not scene.grammar.has_any(_NO_VERBS, after)
            return one if goes_on else None
    return None


_NO_VERBS = ("coordinators", "complementizers", "subordinators", "relatives", "genitives", "determiners")
"""Classes of words that are no verb of the subject before them."""


def _who_must(scene: Scene, verb: Verb, threatening: Mention | None) -> Iterator[Mention]:
    """Whom a threat is for: the subject of its condition, "unless Peru changes course"."""
    own = threatening.party_ids if threatening is not None else frozenset()
    for at in sorted(scene.clauses.opens):
        if at > verb.head and scene.grammar.phrase("conditions", scene.lowered, at):
            inner = scene.clauses.verb_after(at)
            subject = scene.clauses.subject(inner) if inner is not None else None
            if subject is not None and subject.last > at and not subject.party_ids & own:
                yield subject
                return
