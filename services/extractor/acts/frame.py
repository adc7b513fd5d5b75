"""A frame: how a word of a language tells an act, and where the roles stand around it."""

from dataclasses import dataclass
from typing import Literal

from schemas.negotiation import Act, Form

PartOfSpeech = Literal["verb", "noun", "adjective", "phrase"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of `data/<language>/frames/<act>.yaml`.

    `lemma` is written as in a dictionary: "exiger", "s'entretenir", "call on", "walk out of", "claquer la porte".
    Positions are `subject`, `object`, `adjective` ("la proposition russe"), `possessive` ("Moscow's offer"), or a
    preposition in words ("de", "auprès de", "with"). `item` may also name a complement: `que`/`that` (clause),
    `infinitive`, `gerund`. An empty tuple means that the act's default for the part of speech holds (`defaults.yaml`).

    `objects` names classes of nouns (`data/<language>/objects.yaml`) one of which must be the object (for a noun: the
    complement), for verbs that tell an act only then: "lever" with `sanctions`, "sign" with `instruments`.
    `lights` are support verbs that make a noun tell an act that happens ("faire une proposition").
    `needs` names roles without which the words tell no act (a "meeting" of nobody).
    """

    lemma: str
    pos: PartOfSpeech
    act: Act
    initiator: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    form: Form | None = None
    cameo: str | None = None
    weight: float = 1.0
    """How surely the word tells the act: 1 for "exiger", less for a word of many senses."""


Tense = Literal["past", "present", "future", "conditional", "subjunctive", "infinitive", "participle", "gerund"]


@dataclass(frozen=True, slots=True)
class Inflection:
    """What a form of a verb tells. `past` holds simple past and imperfect; compound tenses are the engine's business.

    `participle` is the past participle, `gerund` the present participle or -ing form; `plural` is None where the form
    does not tell.
    """

    lemma: str
    tense: Tense
    plural: bool | None = None
