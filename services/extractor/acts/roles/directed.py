"""Who does what a noun tells and to whom, where one acts on another: whose offer it is, by whom, for whom."""

from schemas.negotiation import Act, Role
from services.extractor.actors.mention import Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.addressees import asked
from services.extractor.acts.roles.owners import OF_OTHERS, whose
from services.extractor.acts.roles.roles import Found, by_agent, is_with, says_whom, subject_of
from services.extractor.acts.roles.wanted import infinitive_of, wanted_by_noun
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb


def is_agent(scene: Scene, frame: Frame, one: Mention, noun: int) -> bool:
    """Whether somebody does what a noun says, not a participle between: "la libération des otages détenus par"."""
    verb = scene.clauses.verb_at(one.governor) if one.governor is not None and one.governor >= 0 else None
    if verb is None:  # "une offre jugée dérisoire par Lima"
        verb = next((each for each in scene.clauses.verbs if noun < each.head < one.first), None)
    told = verb is None or (verb.lemma in frame.lights and verb.tense != "infinitive")  # not "any offer to be made by"
    return told and scene.grammar.has("agents-of-nouns", one.marker or "")


_BY_AGENT = frozenset({"promise", "agree", "reject", "concede", "suspend", "threaten", "propose", "demand"})
"""Acts whose noun tells them by itself where it says by whom."""

_OWNED = frozenset({"reject", "propose", "demand", "promise"})
"""Of these the acts that are somebody's: "l'offre de Lima", "Lima's refusal"."""


def _author(scene: Scene, frame: Frame, around: list[Mention], trigger: Trigger) -> Mention | None:
    """Whose a demand, offer or refusal is, told by the noun alone: "Lima's demand for", "a proposal from Oslo"."""
    if frame.act not in _OWNED:
        return None
    for one in around:
        before = one.last < trigger.first and (one.kind == "adjective" or one.marker == "possessive")
        behind = one.first > trigger.last and frame.act != "promise"  # "extracted a promise from Lima"
        if before or (behind and scene.grammar.has("author-markers", one.marker or "")):
            return one
    return None


def _is_body(scene: Scene, noun: int, governing: Verb | None) -> bool:
    """Whether a noun means those who oppose a government, and no refusal: "les partis de l'opposition togolaise", where
    "l'opposition de Lomé au projet" is one."""
    if not scene.grammar.has("opposition-nouns", scene.lowered[noun]):
        return False
    if governing is not None:  # "a rencontré le chef de l'opposition"
        before = scene.lowered[max(0, noun - 2) : noun]
        return scene.grammar.holds("genitives", before)
    if scene.grammar.holds("genitives", scene.lowered[noun + 1 : noun + 2]):
        return False  # "le projet suscite l'opposition de Lomé"
    for at in range(noun + 1, min(noun + 1 + _AGAINST, len(scene.words) - 1)):
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None:
            return True
        opened = scene.grammar.phrase("opposition-openers", scene.lowered, at)
        named = opened is not None and scene.words[min(at + opened[0], len(scene.words) - 1)].is_capitalised
        if opened is not None and not named:
            return False
    return True


_AGAINST = 7
"""Words from "opposition" to what is opposed, whose it is between."""


def directed(
    scene: Scene, frame: Frame, around: list[Mention], governing: Verb | None, trigger: Trigger
) -> Found | None:
    found: Found = []
    if undergone_upon(scene, frame.act, trigger.last) or _is_body(scene, trigger.last, governing):
        return None
    if governing is not None:
        holder = next((one for one in around if _holds(scene, frame, one) or _owns(frame, one, trigger)), None)
        doer = holder or (by_agent(scene, governing) if governing.passive else subject_of(scene, governing))
        receives = holder is None and not governing.passive and _is_got(scene, frame, governing)
        if doer is not None:
            found.append(("counterpart" if receives else "initiator", doer, doer.actors))
        found += [("counterpart", one, one.actors) for one in asked(scene, frame, governing, doer)]
    elif frame.lights:
        noun, deed = trigger.last, infinitive_of(scene, trigger)
        if frame.act == "promise" and deed is None:
            return None  # "the Norwegian commitments"
        agent = next((one for one in around if is_agent(scene, frame, one, noun)), None)
        agent = agent or _author(scene, frame, around, trigger)
        taken_up = frame.act != "reject" and _is_object(scene, noun)  # who regrets a refusal tells of it
        plain = frame.weight >= _PLAIN or deed is not None  # "the refusal of Oslo to talk"
        if agent is None and frame.act in _OWNED and plain and not taken_up:
            agent = next((one for one in around if is_whose(scene, one)), None)
        if agent is None or frame.act not in _BY_AGENT:
            return None
        found.append(("initiator", agent, agent.actors))  # "le rejet par Lima du plan norvégien"
    for mention in around:
        role = _role_beside(scene, trigger, mention, found)
        if role is not None:
            found.append((role, mention, mention.actors))
    found += _told_otherwise(scene, trigger, found)
    return found


def _role_beside(scene: Scene, trigger: Trigger, mention: Mention, found: Found) -> Role | None:
    """What part in what a noun tells somebody beside it has, who does it being found or not."""
    frame = trigger.frame
    marker = "adjective" if mention.kind == "adjective" else mention.marker or "object"
    taken = any(role == "initiator" for role, _, _ in found)
    if _tells_captives(frame, mention, trigger):
        return "counterpart"
    if (marker in ("adjective", "possessive") or scene.grammar.has("genitive-markers", marker)) and not taken:
        return "initiator"
    if says_whom(scene, frame, mention) and not _is_goal(scene, trigger, mention):
        return "counterpart"
    return "initiator" if scene.grammar.has("author-markers", marker) and not taken else None


def _is_goal(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Whether a land is only where the infinitive of a noun goes: "won a promise from Lima to travel to Oslo"."""
    deed = infinitive_of(scene, trigger)
    return deed is not None and mention.first > deed.head and scene.grammar.has("travels", deed.lemma)


def _holds(scene: Scene, frame: Frame, one: Mention) -> bool:
    """Whether somebody holds the captives whose release a noun tells: "la libération des marins détenus par Lima"."""
    verb = scene.clauses.any_verb_before(one.first) if "captives" in frame.objects else None
    held = verb is not None and verb.tense == "participle" and verb.lemma in scene.lexicon.seizing
    return held and scene.grammar.has("agents-of-nouns", one.marker or "")


def _owns(frame: Frame, one: Mention, trigger: Trigger) -> bool:
    """Whether a demand or an offer is told to be another's than who speaks of it: "voiced support for Lima's bid"."""
    return frame.act in _OWNED and one.marker == "possessive" and one.last + 2 == trigger.first


def _tells_captives(frame: Frame, one: Mention, trigger: Trigger) -> bool:
    """Whether an adjective behind a noun of freeing says whose people are free: "la libération de marins péruviens"."""
    return "captives" in frame.objects and one.kind == "adjective" and one.first > trigger.last


def _is_got(scene: Scene, frame: Frame, governing: Verb) -> bool:
    """Whether the subject of a support verb gets what the noun says: "won a pledge from", "drew criticism from"."""
    drawn = frame.act in _DRAWN and governing.lemma in scene.lexicon.drawing
    return drawn or governing.lemma in scene.lexicon.receiving


_DRAWN = frozenset({"accuse", "support"})
"""Acts that one draws on oneself."""


def _told_otherwise(scene: Scene, trigger: Trigger, found: Found) -> Found:
    """At whom it is aimed where no complement says so: of whom it is wanted, whose it answers, who is not talked to."""
    act = trigger.frame.act
    aimed: list[Mention] = []
    if act in _WANTING and not any(role == "counterpart" for role, _, _ in found):
        wanted = wanted_by_noun(scene, trigger)
        aimed = [wanted] if wanted is not None else []
    if act in ("reject", "propose") and len(found) == 1:
        aimed = _talked_to(scene, trigger)
    if act in OF_OTHERS and len(found) == 1 and not aimed:
        aimed = list(whose(scene, trigger.last, found[0][1]))[:1]
    return [("counterpart", one, one.actors) for one in aimed]


def _complied_with(scene: Scene, noun: int) -> Verb | None:
    """The verb that tells what was done upon a request: "at the request of Oslo, Lima reopened the border"."""
    before = range(max(0, noun - _COMPLIANCE), noun)
    opener = next((at for at in before if scene.grammar.has("compliance", scene.lowered[at])), None)
    return None if opener is None else scene.clauses.verb_before(opener) or scene.clauses.verb_after(noun)


def undergone_upon(scene: Scene, act: Act, noun: int) -> bool:
    """Whether what was done upon a request is told in the passive, so that nobody known was asked: "the hearing was put
    off at the request of Oslo"."""
    done = _complied_with(scene, noun) if act == "demand" else None
    return done is not None and done.passive


_COMPLIANCE = 6
"""Words from "at" to the noun of what was wanted, whose it was between."""


def _talked_to(scene: Scene, trigger: Trigger) -> list[Mention]:
    """With whom somebody will not or would talk: "Oslo's refusal to negotiate with Lima", "its offer to open talks"."""
    verb = infinitive_of(scene, trigger)
    if verb is None:
        return []
    behind = scene.lowered[verb.head + 1 : verb.head + 1 + _TALKS]
    if "talks" not in scene.lexicon.told_by(verb.lemma) and not any(map(scene.lexicon.is_talks, behind)):
        return []
    partners = [one for one in scene.clauses.complements(verb) if one.marker is None or is_with(scene, one)]
    return partners[:1]


_TALKS = 3
"""Words from an infinitive to the talks that are its object."""

_WANTING = frozenset({"demand", "propose"})
"""Acts whose noun may say behind it of whom something is wanted."""

_PLAIN = 0.7
"""Weight of a noun that by itself tells the act of whose it is."""


def _is_object(scene: Scene, noun: int) -> bool:
    """Whether a verb stands right before a noun and its article: "rejected the offer of Lima" tells of no offer."""
    verb = scene.clauses.verb_before(noun)
    return verb is not None and noun - verb.head <= _OBJECT_REACH


_OBJECT_REACH = 2


def is_whose(scene: Scene, mention: Mention) -> bool:
    """ "Norway's mediation", "under Qatari mediation", "le retrait du Qatar": who does what a noun tells."""
    marker = mention.marker or ""
    return mention.kind == "adjective" or marker == "possessive" or scene.grammar.has("genitive-markers", marker)
