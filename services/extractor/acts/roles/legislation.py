"""Laws that a country gives itself: who adopts a bill accepts nobody's offer. "Le Sénat a adopté le budget"."""

from functools import cache

from services.extractor.actors.entity import MULTILATERAL
from services.extractor.actors.mention import Mention
from services.extractor.acts.morphology import plurals
from services.extractor.acts.roles.roles import by_agent
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.grammar import table
from services.extractor.phrases import Phrases, match, phrases

_REACH = 9
"""Words from a verb to the noun of what is adopted, a day and the reading between."""


def is_legislation(scene: Scene, verb: Verb) -> bool:
    """Whether a verb of adopting is said of a bill or budget, or what a chamber resolves, by one country alone.

    What bodies of states or several parties adopt they agree on.
    """
    if verb.lemma not in table(scene.grammar.language, "elsewhere")["enacting"]:
        return False
    doer = by_agent(scene, verb) if verb.passive else scene.clauses.subject(verb)
    if doer is not None and (len(doer.party_ids) > 1 or not _is_of_one_country(scene, doer)):
        return False
    found = _is_said_of(scene, verb) if verb.passive else _is_adopted(scene, verb.head + 1)
    return found == "laws" or (found == "resolved" and doer is not None and _is_chamber(scene, doer))


def _is_of_one_country(scene: Scene, doer: Mention) -> bool:
    return _is_chamber(scene, doer) or not any(
        actor.party.kind in (*MULTILATERAL, "political-party", "movement", "union") for actor in doer.actors
    )


def _is_chamber(scene: Scene, doer: Mention) -> bool:
    chambers = _nouns(scene.grammar.language)
    return any(word in chambers for word in scene.lowered[doer.first : doer.last + 1])


def _is_adopted(scene: Scene, behind: int) -> str | None:
    """Of which kind the object of a verb is, if the first noun of its kind behind it hangs on no other."""
    index = _texts(scene.grammar.language)
    for at in range(behind, min(behind + _REACH, len(scene.words))):
        if scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None:
            return None
        found = match(index, scene.lowered, at) if scene.lowered[at] in index else None
        if found is not None and (at - behind < 2 or not _hangs(scene, at)):
            return found[1]
    return None


def _is_said_of(scene: Scene, verb: Verb) -> str | None:
    """Of which kind the subject of a passive is, or the noun that its participle goes on."""
    index = _texts(scene.grammar.language)
    for at in range(verb.first - 1, max(-1, verb.first - 1 - _REACH), -1):
        if scene.clauses.crossed(at, at + 1) or scene.clauses.verb_at(at) is not None:
            return None
        found = match(index, scene.lowered, at) if scene.lowered[at] in index else None
        if found is not None and not (verb.finite and _hangs(scene, at)):
            return found[1]
    return None


def _hangs(scene: Scene, noun: int) -> bool:
    """Whether a preposition before a noun, or before its determiner, hangs it on another: "l'accord sur le budget"."""
    return any(
        scene.grammar.phrase("prepositions", scene.lowered, at) is not None for at in range(max(0, noun - 2), noun)
    )


@cache
def _texts(language: str) -> Phrases:
    """What is adopted: `laws`, or what only a chamber resolves, `resolved`."""
    content = table(language, "elsewhere")
    return phrases(
        (form, name) for name in ("laws", "resolved") for noun in content[name] for form in plurals(noun, language)
    )


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(form for noun in table(language, "elsewhere")["chambers"] for form in plurals(noun, language))
