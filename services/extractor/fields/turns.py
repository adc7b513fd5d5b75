"""Which dates and places of a sentence are those of one of several meetings with one after the other."""

from collections.abc import Sequence
from typing import TypeVar

from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate
from services.extractor.fields.when.dated import Dated
from services.extractor.fields.whereabouts.spot import Spot

_Told = TypeVar("_Told", Dated, Spot)


def of_its_turn(candidate: Candidate, told: Sequence[_Told], scene: Scene) -> Sequence[_Told]:
    """The dates or places told of whom this meeting is with: "with Lima on Monday and with Oslo on Friday".

    Else those that all have in common, those told of the next, "with Lima and Oslo on Friday", or whatever there is.
    """
    if not candidate.turns:
        return told
    turns = [_turn(candidate, one, scene) for one in told]
    own = [one for one, turn in zip(told, turns, strict=True) if turn == candidate.turn]
    if own or len({turn for turn in turns if turn is not None}) < _SEVERAL:
        return own or told
    before = [one for one, turn in zip(told, turns, strict=True) if turn is None]
    following = min((turn for turn in turns if turn is not None and turn > candidate.turn), default=None)
    return before or [one for one, turn in zip(told, turns, strict=True) if turn == following] or told


_SEVERAL = 2
"""So many with a day of their own are told of, each, from which on a day is not that of all."""


def _turn(candidate: Candidate, one: Dated | Spot, scene: Scene) -> int | None:
    """Of whom it is told: of the last one before it, of the next where a conjunction stands before it; of nobody where
    it stands before the act or in a clause behind all of them.
    """
    if one.span[1] <= candidate.trigger[0]:
        return None
    before = [turn for turn, (start, _) in enumerate(candidate.turns) if start <= one.span[0]]
    if not before:
        return 0
    last = before[-1]
    between = [
        at for at, word in enumerate(scene.words) if candidate.turns[last][1] <= word.start and word.end <= one.span[0]
    ]
    parted = any(scene.lowered[at] == "," or at in scene.clauses.opens for at in between)
    added = any(scene.grammar.has(name, scene.lowered[at]) for at in between for name in ("coordinators", "in-turn"))
    if last + 1 < len(candidate.turns):
        return last + 1 if parted or added else last
    return None if parted else last
