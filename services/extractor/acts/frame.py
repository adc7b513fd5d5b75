"""A frame: how a word of a language tells an act, and where the roles stand around it."""

from dataclasses import dataclass
from typing import Literal

from schemas.negotiation import Act, Form

PartOfSpeech = Literal["verb", "noun", "adjective", "phrase"]


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A word of `data/<language>/frames.yaml`, with what its group there says. Each is itself alone.

    `lemma` is written as in a dictionary: "exiger", "s'entretenir", "call on", "walk out of", "claquer la porte".
    The subject of a verb is who does it. `counterpart` lists where the other stands: `object`, or a preposition as
    `grammar.yaml` names it ("de", "auprès de", "with"). `item` lists what the content may be: `object`, a clause
    (`que`, `that`), `infinitive`, `gerund` or a preposition.

    `objects` names classes of nouns (`data/<language>/objects.yaml`) one of which must be the object (for a noun: the
    complement), for verbs that tell an act only then: "lever" with `measures`, "sign" with `instruments`.
    `lights` are support verbs that make a noun tell an act that happens ("faire une proposition").
    `needs` names what must be there: `item` (content that follows), `partner` (a second party), `named` (that the
    clause names both), `person` (that a noun right behind is a party: "met the targets" is no talk), `ahead` (a tense
    of what is to come), `bare` (that the object stands alone: "called Oslo" is a call, "called Oslo a partner" none),
    `negated` (that the verb is: "will not take part"), `end` (that no noun follows: "said no", where "said no talks
    were planned" goes on),
    `company` (that it is done with somebody named: "a abordé le dossier avec Lima"),
    `purpose` (that a journey is one to talk: "flew to Lima for talks"), `traveller` (that a person of rank goes to
    another country), `visitor` (that who is greeted is a person), `interlocutor` (that one person in office speaks to
    another, not to a crowd), `got` (that it came to it: "a obtenu", where "peut
    obtenir" tells nothing), `done` (that it has been done: "a négocié un accord") and `undone`
    ("négocie un accord"), `sought` (that it is only aimed at: "pour obtenir une prime"), `of` (that
    it is said of whom: "attend de Lima un geste"), `several` (that the object is: "rapproche Lima et Quito"),
    `together` (that several do it, or one with another: "Lima et Oslo ont décidé d'une trêve"),
    `voters` (that workers do it, whose vote accepts an offer), `club`
    and `land` (that a body of states, a country is left), `bloc` (that the other side is a body of states: "wants to
    join NATO", where "wants to join the talks" asks nobody),
    `coming` (that what is said lies ahead), `owed` (that what is expected of somebody is what he owes),
    `wanted` (that the clause behind is wished, not stated), `open` (that a clause behind says what is to be and does
    not judge what is: "agreed that talks go on"), `other` (that the content is not the subject's own doing: "wants to
    play" is no demand), `said` (that a clause or a quotation says what: "prévenir que", not "prévenir un risque"),
    `against` (that it is said what one opposes: "s'oppose au plan", where "les deux camps s'opposent" says none),
    `scorned` (that what is judged is called too little or too much: "juge l'offre insuffisante"), `fit` (that it is
    called enough: "ne juge pas l'offre suffisante"),
    `talks` (that talks are its subject, no party: "les discussions ont capoté"), `failing` (that talks or a deal are
    told of before it: "the lender collapsed" ends none),
    `forced` (that the object does it, made to by the subject: "fait plier la direction").
    `unless` lists words right behind the verb with which it means something else: "s'engager" with `dans`.
    """

    lemma: str
    pos: PartOfSpeech
    act: Act
    counterpart: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    form: Form | None = None
    cameo: str | None = None
    negated: Act | None = None
    """What it tells where the verb is negated: who does not accept rejects."""
    tight: bool = False
    """Whether no other word may stand inside the phrase ("say no")."""
    weight: float = 1.0
    """How surely the word tells the act: 1 for "exiger", less for a word of many senses."""


Tense = Literal["past", "present", "future", "conditional", "subjunctive", "infinitive", "participle", "gerund"]
FINITE: tuple[Tense, ...] = ("present", "past", "future", "conditional", "subjunctive")


@dataclass(frozen=True, slots=True)
class Inflection:
    """What a form of a verb tells. `past` holds simple past and imperfect; compound tenses are the engine's business.

    `participle` is the past participle, `gerund` the present participle or -ing form; `plural` is None where the form
    does not tell.
    """

    lemma: str
    tense: Tense
    plural: bool | None = None
