"""What verbs and nouns share in finding who fills a role."""

from itertools import pairwise

from schemas.negotiation import Role
from services.extractor.actors.mention import BARE, Actor, Mention
from services.extractor.acts.frame import Frame
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.whose_words import whose_words
from services.extractor.acts.scene import HYPHENS, Scene, reports
from services.extractor.acts.verb_groups.homographs import is_plain
from services.extractor.acts.verb_groups.verb import Verb

Found = list[tuple[Role, Mention, tuple[Actor, ...]]]
"""Role, the mention it was found in, and those of its actors who fill it."""


def is_with(scene: Scene, mention: Mention) -> bool:
    marker = mention.marker or ""
    return scene.grammar.has("comitative-markers", marker) or scene.grammar.has("reciprocal-markers", marker)


def is_present(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is with those who meet, though he signs nothing: "en présence du ministre"."""
    return scene.grammar.has("presence-markers", mention.marker or "")


def says_with(scene: Scene, at: int) -> bool:
    """Whether a preposition at a word says with whom something is, or between whom."""
    found = scene.grammar.phrase("prepositions", scene.lowered, at)
    return found is not None and scene.grammar.has_any(("comitative-markers", "reciprocal-markers"), found[1])


def says_whom(scene: Scene, frame: Frame, mention: Mention) -> bool:
    """Whether a mention stands where a word has whom its act is aimed at, or behind what says so with any such word."""
    marker = mention.marker or "object"
    plain = scene.grammar.has("plain-addressing", marker)
    to_whom = plain and scene.grammar.holds("addressee-markers", frame.counterpart)
    return to_whom or marker in frame.counterpart or _is_bid_for(scene, frame, mention)


def _is_bid_for(scene: Scene, frame: Frame, mention: Mention) -> bool:
    """Whether a company is what an offer is made for: "made a $3bn offer for Karvel Steel"."""
    bought = scene.grammar.has("purpose-markers", mention.marker or "")
    return frame.act == "propose" and bought and all(one.party.kind == "company" for one in mention.actors)


def is_between(scene: Scene, mention: Mention) -> bool:
    """Several between whom something is: "a été signé entre le Pérou et le Chili"."""
    return scene.grammar.has("reciprocal-markers", mention.marker or "") and len(mention.actors) > 1


def is_broker(scene: Scene, mention: Mention) -> bool:
    """ "met under the auspices of the UN": a mediator, and no agent of a passive."""
    marker = mention.marker or ""
    brokers = scene.grammar.has("mediator-markers", marker) and not scene.grammar.has("agent-markers", marker)
    return brokers and not _is_crossed(scene, mention)


def _is_crossed(scene: Scene, mention: Mention) -> bool:
    """Whether a land is only what a road or a line goes through: "a pipeline through Peru"."""
    at = mention.governor
    return at is not None and at >= 0 and scene.grammar.has("ways", scene.lowered[at])


def is_over(scene: Scene, mention: Mention) -> bool:
    """Whether words before somebody say that he mediates, and are not the "by" of any agent: "sous l'égide de"."""
    return is_broker(scene, mention) and not scene.grammar.has("agents-of-nouns", mention.marker or "")


def takes_part(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is told of as one who acts, or with whom something is, not a land where or of which it is."""
    land = mention.place is not None and mention.kind in BARE
    return mention.kind != "adjective" and (
        not land or mention.marker in (None, "possessive") or is_with(scene, mention)
    )


def is_place_only(scene: Scene, mention: Mention) -> bool:
    return mention.place is not None and scene.grammar.has("place-markers", mention.marker or "")


def is_talks_in(scene: Scene, mention: Mention) -> bool:
    """Whether a capital right behind "of" only says where a noun of talks before it takes place: "les pourparlers de
    Genève"."""
    at = mention.first - 1
    if mention.kind != "capital" or at < 1 or not scene.grammar.has("genitive-markers", mention.marker or ""):
        return False
    return scene.lexicon.is_talks(scene.lowered[at]) or scene.lexicon.is_talks(scene.lowered[at - 1])


def names_talks(scene: Scene, mention: Mention) -> bool:
    """Whether a capital before a noun of talks only says where these are: "the Oslo talks", "the Oslo world trade
    talks", "the Oslo EU meeting"; not those of two, "Oslo-Lima talks"."""
    hyphened = mention.first > 0 and scene.lowered[mention.last - 1] in HYPHENS
    if mention.kind != "capital" or hyphened:
        return False
    behind = mention.last + 1
    determined = scene.grammar.holds("determiners", scene.lowered[max(0, mention.first - 1) : mention.last])
    for at in range(behind, min(behind + (_CALLED if determined else 1), len(scene.words))):
        named = any(one.kind == "name" and one.first <= at <= one.last for one in scene.mentions)
        if not (named or scene.words[at].text.islower()) or scene.clauses.verb_at(at) is not None:
            return False
        if scene.lexicon.is_talks(scene.lowered[at]):
            return True
        if any(scene.grammar.phrase(name, scene.lowered, at) for name in ("prepositions", "coordinators")):
            return False
    return False


_CALLED = 4
"""Words from a town to the noun of the talks that are called by it, at most: "the Oslo world trade talks"."""


def object_fits(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """Whether one of the nouns that the frame asks for stands in the complement."""
    if not frame.objects:
        return True
    wanted = scene.lexicon.object_forms(*frame.objects)
    inside = scene.lowered[first:end]
    if any(word in wanted for word in inside):
        return True
    # "The cuts proposed by Oslo", "the planned merger": whatever it is, it is a plan.
    return "plans" in frame.objects and scene.grammar.holds("projected", inside)


def completed(scene: Scene, found: Found) -> Found:
    """Where only one side is named, the other is the rest of the pair that is talking, if it belongs to it."""
    parties = {actor.party.id for _, _, actors in found for actor in actors}
    if len(parties) == 1:
        others = scene.memory.others(next(iter(parties)))
        if others:
            _, mention, _ = found[0]
            found.append(("participant", mention, others))
    return found


def copula_of(scene: Scene, trigger: Trigger) -> Verb | None:
    """The verb that says an adjective of its subject where that is a participle of its own group: "est opposé à"."""
    own = scene.clauses.verb_at(trigger.head) if trigger.frame.pos == "adjective" else None
    return own.until(own.indices[-2], scene.grammar) if own is not None and len(own.indices) > 1 else None


def subject_of(scene: Scene, verb: Verb) -> Mention | None:
    if _tells_on(scene, verb):
        return _meant(scene, verb, scene.memory.focus)
    if _is_spoken_by_subject(scene, verb):
        return _spoken(scene, verb)  # "We call on Oslo," said Lima.
    subject = scene.clauses.subject(verb) or whose_words(scene, verb)
    if subject is not None and names_talks(scene, subject):
        return None
    if subject is None and reports(verb, scene.clauses, scene.lexicon) and may_be_inverted(scene, verb):
        subject = scene.clauses.inverted_subject(verb)
    if subject is None and verb.tense == "infinitive":
        subject = _protesters(scene, verb)
    if subject is None and _stands_alone(scene, verb):
        return _meant(scene, verb, _author(scene))
    if subject is None and _first_person(scene, verb):
        return _spoken(scene, verb)
    return subject or _at_whose_seat(scene, verb)


def is_nation(scene: Scene, subject: Mention | None) -> bool:
    """Whether the people of the country that an article is about do something, no state: "les Norvégiens exigent"."""
    if subject is None or subject.kind != "demonym" or len(subject.party_ids) > 1:
        return False
    all_of_them = scene.grammar.has("determiners", scene.lowered[subject.first])  # not "5,000 Norwegians", a crowd
    return all_of_them and scene.memory.is_alone(next(iter(subject.party_ids)))


def _is_spoken_by_subject(scene: Scene, verb: Verb) -> bool:
    """Whether the subject right before a verb is who speaks: "we demand", "j'exige", "nous exigeons"."""
    at = scene.clauses.before_adverbs(verb.first)
    if at >= 0 and scene.grammar.has("first-person-subjects", scene.lowered[at]):
        return True
    pronoun = verb.first if scene.grammar.has("first-person", scene.lowered[verb.first]) else max(at, 0)
    endings = tuple(scene.grammar.sets["first-person-endings"])
    return scene.grammar.has("first-person", scene.lowered[pronoun]) and any(
        word.endswith(endings) for word in scene.lowered[pronoun + 1 : verb.head + 1]
    )


def _at_whose_seat(scene: Scene, verb: Verb) -> Mention | None:
    """Of whom a sentence says where they are, who go by "on": "à Lima, on n'en démord pas", "du côté des mineurs,
    on refuse", "chez les mineurs, on refuse"."""
    at = verb.first - 1
    named = at >= 0 and scene.grammar.has("quoted-first-person", scene.lowered[at]) and not scene.in_quote(at)
    seat = next((one for one in scene.mentions if one.first <= _OPENING), None) if named else None
    if seat is None or seat.last + 2 != at or scene.lowered[at - 1] != ",":
        return None
    there = scene.grammar.has_any(("addressee-markers", "views", "homes"), seat.marker or "")
    return seat if there and seat.kind in _SEATED else None


_SEATED = frozenset({"capital", "name"})
"""Kinds of names by which a capital, a house or a body stands for who acts from there."""


def _protesters(scene: Scene, verb: Verb) -> Mention | None:
    """Those whose strike or march is for what an infinitive says: "la grève des mineurs pour obtenir une hausse"."""
    at = verb.first - 1
    if at < 1 or not scene.grammar.has("purpose-markers", scene.lowered[at]):
        return None
    one = next((one for one in scene.mentions if one.last == at - 1), None)
    governed = one is not None and one.governor is not None and one.governor >= 0
    return one if governed and one and scene.grammar.has("protests", scene.lowered[one.governor or 0]) else None


def may_be_inverted(scene: Scene, verb: Verb) -> bool:
    """Whether the subject may stand behind: not behind a pronoun that is one, "d'autres ont accusé", "they urged"."""
    at = verb.first - 1
    if verb.tense == "gerund" and scene.lowered[max(at, 0)] == ",":
        return False  # "talks had failed, urging Oslo to return": Oslo is urged
    while at > 0 and scene.grammar.has("floating", scene.lowered[at]):
        at -= 1
    before = scene.lowered[at] if verb.first else ""
    if before[:1].isalnum() and scene.grammar.shows("bare-clauses"):
        return False  # English turns only behind what is said: '"Stop," urged Oslo', no "the Conference urged Oslo".
    if scene.grammar.has_any(("others", "subject-pronouns", "tied-subjects"), before):
        return False
    return not (follows_noun(scene, verb) or _follows_stranger(scene, verb))


def _follows_stranger(scene: Scene, verb: Verb) -> bool:
    """Whether nobody known stands before a verb and what is told of him: "Ana Ruiz, a lawyer, urged", "the bishop, Ana
    Ruiz, urged", before which nothing is said that somebody could have uttered."""
    at = scene.clauses.outside_parenthesis(verb.first) - 1
    if not 0 <= at < verb.first - 1:
        return False
    told = '"' in scene.lowered[:at] or any(one.finite and one.first <= at for one in scene.clauses.verbs)
    if told and not scene.words[at].is_capitalised:
        return False
    return not any(one.first <= at <= one.last for one in scene.mentions)


def follows_noun(scene: Scene, verb: Verb) -> bool:
    """Whether the noun of a subject who is nobody known stands before a verb, a day between at most: "analysts urged
    Oslo", "analysts on Monday urged Oslo", "un juge a sommé"."""
    at = scene.clauses.before_adverbs(verb.first)
    while at > 0 and _tells_day(scene, at):
        at -= 1
    return at >= 0 and is_plain(scene.lowered[at], scene.grammar) and scene.clauses.verb_at(at) is None


def _tells_day(scene: Scene, at: int) -> bool:
    return scene.grammar.has_any(("calendar-names", "day-openers"), scene.lowered[at])


def _first_person(scene: Scene, verb: Verb) -> bool:
    before = scene.lowered[max(0, verb.first - 3) : verb.head]
    if any(_is_done_to_us(scene, one, other) for one, other in pairwise(before)):
        return False
    ours = scene.in_quote(verb.first) and scene.grammar.holds("quoted-first-person", before)
    return ours or scene.grammar.holds("first-person", before)


def _is_done_to_us(scene: Scene, subject: str, word: str) -> bool:
    """Whether the pronoun before "us" is the subject, and is another: "il nous propose", not "nous nous engageons"."""
    others = scene.grammar.has("tied-subjects", subject) and not scene.grammar.has("first-person", subject)
    return others and scene.grammar.has_any(("first-person", "first-person-objects"), word)


def _spoken(scene: Scene, verb: Verb) -> Mention | None:
    """The speaker as the subject of "we demand"; outside of quotations whoever's statement the article is."""
    speech = scene.speech_over(verb.head)
    if speech is not None:
        return speech.speaker
    ours = () if scene.in_quote(verb.first) else scene.memory.authors
    return quoted(scene, verb) or _meant(scene, verb, ours)


def quoted(scene: Scene, verb: Verb) -> Mention | None:
    """Who goes on speaking in a sentence of a quotation that names no speaker."""
    speaker = scene.speaker(verb.head)
    return _meant(scene, verb, (speaker,) if speaker is not None else ())


def _meant(scene: Scene, verb: Verb, actors: tuple[Actor, ...]) -> Mention | None:
    """Those who are known from before as the subject of a verb that does not name them."""
    if not actors:
        return None
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", actors)


def _stands_alone(scene: Scene, verb: Verb) -> bool:
    """Whether a sentence begins with its verb, as those of a resolution do: "Demande à la Commission de"."""
    if not scene.grammar.sets["continuing-particles"] or verb.first > 0 or verb.tense != "present" or verb.head > 0:
        return False
    form = scene.lowered[0]
    noun = scene.lexicon.is_noun(form) and scene.grammar.holds("genitives", scene.lowered[1:2])
    return not noun and any(one.tense == "present" and one.plural is False for one in scene.lexicon.inflections(form))


def _tells_on(scene: Scene, verb: Verb) -> bool:
    """Whether an infinitive tells what who was just spoken of did next: "Et de réclamer une hausse"."""
    if verb.tense != "infinitive" or verb.first != _NARRATING or not scene.grammar.sets["continuing-particles"]:
        return False
    joined = scene.grammar.has("coordinators", scene.lowered[0])
    return joined and scene.grammar.has("continuing-particles", scene.lowered[1])


_NARRATING = 2
"""Words before an infinitive that tells on: "Et de"."""


def _author(scene: Scene) -> tuple[Actor, ...]:
    """Whose resolution sentences without a subject are of: who was just spoken of, or a body that is told of more."""
    focus, counts = scene.memory.focus, scene.memory.counts
    bodies = scene.memory.every(_RESOLVING)
    most = max(bodies, key=lambda one: counts[one.id], default=None)
    known = max((counts[actor.party.id] for actor in focus), default=0)
    return (Actor(most),) if most is not None and counts[most.id] > known else focus


_RESOLVING = ("igo", "alliance", "forum")
"""Kinds of bodies that put what they want into resolutions."""

_OPENING = 2
"""Words before an infinitive that goes on a sentence."""


def by_agent(scene: Scene, verb: Verb) -> Mention | None:
    """Who does what a passive tells: behind "by", or on whose side it is done, "rejeté côté péruvien"."""
    behind = scene.clauses.complements(verb)
    agents = [one for one in behind if scene.grammar.has("passive-markers", one.marker or "")]
    agent = next((one for one in agents if not is_over(scene, one)), None)
    return agent or next((one for one in behind if _says_whose_side(scene, one)), None) or _named_agent(scene, verb)


def _named_agent(scene: Scene, verb: Verb) -> Mention | None:
    """Who is named behind a comma where "by" brings only what he is: "brokered by the regional bloc, ECOWAS,"."""
    if not scene.grammar.holds("passive-markers", scene.lowered[verb.head + 1 : verb.head + 2]):
        return None
    reach = scene.lowered[verb.head + 2 : verb.head + 2 + _DESCRIBED]
    comma = verb.head + 2 + reach.index(",") if "," in reach else len(scene.lowered)
    described = scene.grammar.holds("determiners", reach[:1]) and not any(
        verb.head < one.first < comma and one.kind != "adjective" for one in scene.mentions
    )
    named = next((one for one in scene.clauses.bodies if one.first == comma + 1), None) if described else None
    closed = named is not None and not scene.lowered[min(named.last + 1, len(scene.lowered) - 1)][0].isalnum()
    return named if closed else None


_DESCRIBED = 7
"""Words from "by" to the comma behind what is told of who does it."""


def _says_whose_side(scene: Scene, one: Mention) -> bool:
    of_it = one.marker is None or scene.grammar.has("genitive-markers", one.marker)
    return of_it and one.kind == "body" and scene.grammar.has("side-nouns", scene.lowered[one.first])


_NOUN_PHRASE = 5
"""Words from a determiner to the noun it belongs to, adjectives between."""


def answers(scene: Scene, trigger: Trigger, verb: Verb) -> bool:
    """Whether the object of a verb is something told before: "the offer", "it", or left out ("The unions accepted")."""
    if trigger.frame.act not in ("reject", "agree", "deny", "support"):
        return False
    if verb.passive:
        return _takes_up(scene, max(0, verb.first - _NOUN_PHRASE - 2), verb.first)
    if scene.lowered[verb.first - 1 : verb.first] in (["que"], ["qu'"]) or _has_object_before(scene, verb):
        return True
    subject = scene.clauses.subject(verb)
    if subject is not None and 1 < subject.first < verb.first:
        opened = scene.grammar.has("object-relatives", scene.lowered[subject.first - 1])
        if opened and scene.lowered[subject.first - 2] == ",":
            return True  # "offered 3 per cent, which the union rejected"
    behind = max(verb.head, trigger.last) + 1
    if behind >= len(scene.words) or not scene.lowered[behind][0].isalnum():
        return True
    return scene.grammar.has("taken-up", scene.lowered[behind]) or _takes_up(scene, behind, behind + _NOUN_PHRASE)


def _has_object_before(scene: Scene, verb: Verb) -> bool:
    """The French pronoun that stands before its verb: "l'a rejetée", "les a refusés"."""
    clitics = (scene.lowered[at] for at in verb.clitics(scene.lowered, scene.grammar))
    return scene.grammar.holds("object-clitics", clitics)


def _takes_up(scene: Scene, first: int, end: int) -> bool:
    """Whether a noun of something that somebody said or did stands there behind a definite determiner."""
    for at in range(first, min(end, len(scene.words))):
        if scene.grammar.has("definites", scene.lowered[at]):
            return any(word in scene.lexicon.answerable for word in scene.lowered[at + 1 : at + _NOUN_PHRASE])
    return False
