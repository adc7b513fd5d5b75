"""A candidate event: what a trigger and its clause tell, before the rest of the article is merged with it."""

from dataclasses import dataclass, field
from typing import Literal

from schemas.negotiation import Act, Form, Level, Role, Status
from services.extractor.actors.entity import Place
from services.extractor.actors.mention import Actor
from services.extractor.dates.expression import Days

Range = tuple[int, int]
"""Start and end in the normalised text."""

Ground = Literal["act", "status", "level", "forum"]
"""Fields whose words the record has no place for; those of the others stand with their values."""

SYMMETRIC: frozenset[Act] = frozenset({"talks", "mediate"})
"""Acts whose parties are participants; those of `DEALS` are so where both sides do it."""

DEALS: frozenset[Act] = frozenset({"agree", "sign"})
"""Acts by which sides come to terms."""

DEEDS = DEALS | {"concede", "suspend"}
"""Acts that are done, and not only said; mostly by declaring them, so that news tells them on their day."""

TOGETHER = SYMMETRIC | DEALS
"""Acts that several may do with each other."""

SPEECH: frozenset[Act] = frozenset(
    {"propose", "demand", "promise", "reject", "threaten", "accuse", "deny", "assess", "support"}
)
"""Acts done by saying them: once uttered they have occurred, and the day of the article stands in for theirs."""


@dataclass(slots=True)
class Filler:
    """Who fills a role, and where the text says so (None where it is known from before)."""

    actor: Actor
    role: Role
    mention: Range | None = None
    doubtful: bool = False
    """Whether too little speaks for whom an act is guessed to be for: he is weighed with it, and not told."""


@dataclass(slots=True)
class Timing:
    """A period with the words that gave it; `stated` is false where the day of publication stands in."""

    days: Days
    mention: Range | None
    stated: bool


@dataclass(slots=True)
class Source:
    """Whom the article names as the source."""

    actor: Actor
    mention: Range | None


@dataclass(slots=True)
class Candidate:
    """One act told once. `score` in 0..1 says how likely it is an event of this act at all."""

    act: Act
    sentence: int
    trigger: Range
    evidence: list[Range]
    fillers: list[Filler]
    turn: int = 0
    """Which it is of the talks with one after the other that its word tells; the first is 0."""
    turns: tuple[Range, ...] = ()
    """With whom each of these talks is, in the order of the text; empty where there is only one."""
    only_meets: bool = False
    """Whether it is a deal that says no more than that those who made it will meet, which talks beside it tell."""
    status: Status = "occurred"
    score: float = 0.5
    level: Level | None = None
    form: Form | None = None
    forum: str | None = None
    place: tuple[Place, Range] | None = None
    time: Timing | None = None
    due: Timing | None = None
    items: list[Range] = field(default_factory=list)
    condition: Range | None = None
    source: Source | None = None
    cameo: str | None = None
    remembered: bool = False
    """Whether its parties are known only from earlier talk of the same thing ("the talks")."""
    with_others: bool = False
    """Whether it is said whom one meets, and nobody knows them: those in mind are not meant."""
    answers: bool = False
    """Whether it takes up what somebody did before: "rejected the offer", "said no"."""
    mutual: bool = False
    """Whether it takes two, though the text may name one: "announced a deal"."""
    waiting: bool = False
    """Whether a noun tells of talks with only one side named: the article as a whole may tell the other."""
    sense: float | None = None
    """How likely its word stands in the sense that tells it, as the trained reading weighs it; None where none was."""
    casting: float = 1.0
    """How likely the least sure of its parties has a part in it."""
    lacking: float = 0.0
    """How likely the likeliest of the others has a part in it."""
    unframed: bool = False
    """Whether only the trained reading tells it, no frame."""
    declined: bool = False
    """Whether a frame of its word asks for something that the clause does not hold."""
    heading: bool = False
    about: frozenset[str] = frozenset()
    """Stems of the words of its content, without names."""
    telling: frozenset[str] = frozenset()
    """Stems of the words of its sentence, without names and the word that tells it."""
    definite: bool = False
    """Whether its noun points back to what was told: "the talks", "cet accord"."""
    introduces: bool = False
    """Whether what it is about is told of as something new: "signed a memorandum on fishing"."""
    quoted: bool = False
    """Whether somebody's own words tell it: "nous exigeons une trêve"."""
    led_up_to: bool = False
    """Whether it is told only as what something else came before: "ahead of the summit"; elsewhere it may be held."""
    told_by: str = ""
    """Part of speech of the word that tells it; empty where no single word does."""
    grounds: dict[Ground, list[Range]] = field(default_factory=dict)
    """The words that gave a field; none where it is what holds unless words say otherwise."""

    @property
    def party_ids(self) -> frozenset[str]:
        return frozenset({filler.actor.party.id for filler in self.fillers})

    @property
    def told(self) -> list[Filler]:
        """Who is told to have a part: all but the doubtful, or these where there is nobody else."""
        return [filler for filler in self.fillers if not filler.doubtful] or self.fillers

    def of(self, *roles: Role) -> list[Actor]:
        """The actors in these roles."""
        return [filler.actor for filler in self.fillers if filler.role in roles]
