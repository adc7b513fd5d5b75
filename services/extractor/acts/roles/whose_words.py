"""Whose words a text is that says what somebody wants: "la résolution du Conseil exige", "a adopté une résolution qui
exige", "la déclaration commune appelle"."""

from services.extractor.actors.mention import Actor, Mention
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb

_REACH = 4
"""Words from the noun of a text to whose it is, adjectives and the preposition between."""


def whose_words(scene: Scene, verb: Verb) -> Mention | None:
    """Of whom the text is that stands as the subject of a verb, right before it."""
    at = scene.clauses.before_adverbs(verb.first)
    near = scene.lowered[max(0, at - _LONGEST) : at + 1]
    if not verb.finite or at < 1 or scene.grammar.sets["writings"].isdisjoint(near):
        return None
    if scene.grammar.has("relatives", scene.lowered[at]):
        return _issued(scene, at - 1)
    for one in scene.mentions:
        if one.last == at and scene.grammar.has_any(_BY_WHOM, one.marker or ""):
            return one if _is_text_before(scene, one) else None
        if one.last < at and _is_whose(scene, one, at):
            return one
    known = _known(scene, at)
    start, end = scene.span(verb.first, verb.head)
    return Mention(verb.first, verb.head, start, end, "pronoun", known) if known else None


_BY_WHOM = ("genitive-markers", "author-markers", "agents-of-nouns")
"""Classes of prepositions that bring whose a text is: "a letter from Lima"."""


def _is_whose(scene: Scene, author: Mention, text: int) -> bool:
    """Whether an author stands before the noun of a text, as in English: "the Council resolution", "Lima's letter"."""
    own = scene.grammar.shows("compounds") and scene.grammar.has("writings", scene.lowered[text])
    between = scene.lowered[author.last + 1 : text]
    return own and (between in ([], ["'s"], ["'"]) or (len(between) == 1 and scene.grammar.has("joint", between[0])))


def _issued(scene: Scene, last: int) -> Mention | None:
    """Who has written or passed a text that ends here: "a adopté une résolution qui", "a publié une lettre qui"."""
    near = range(last, max(0, last - _REACH), -1)
    text = next((at for at in near if scene.grammar.has("writings", scene.lowered[at])), 0)
    verb = scene.clauses.verb_before(text)
    if verb is None or not scene.grammar.has("issuing", verb.lemma) or scene.clauses.crossed(verb.head + 1, last):
        return None
    return scene.clauses.subject(verb) if not verb.passive and not verb.negated else None


def _known(scene: Scene, last: int) -> tuple[Actor, ...]:
    """Whose text is meant that ends at a word and was told of before: of both sides, "la déclaration commune", or of
    who was spoken of, "le texte"."""
    joint = scene.grammar.has("joint", scene.lowered[last])
    text = last - joint
    before = text > 1 and scene.grammar.has("joint", scene.lowered[text - 1])  # "the joint statement"
    article, noun = (scene.lowered[text - 1 - before], scene.lowered[text]) if text else ("", "")
    if not (scene.grammar.has("writings", noun) and scene.grammar.has("definites", article)):
        return ()
    if joint or before:
        return scene.memory.pair
    told = not scene.memory.words.isdisjoint(scene.grammar.sets["writings"])
    return scene.memory.focus if told and len(scene.memory.focus) == 1 else ()


_LONGEST = 12
"""Words from the noun of a text to the verb whose subject it is."""


def _is_text_before(scene: Scene, author: Mention) -> bool:
    """Whether an author stands behind a text that no preposition makes something else than a subject."""
    for at in range(author.first - 1, max(author.first - 1 - _REACH, -1), -1):
        if scene.grammar.has("writings", scene.lowered[at]):
            return at > 0 and scene.grammar.has("determiners", scene.lowered[at - 1])
        if scene.clauses.verb_at(at) is not None or not scene.lowered[at][0].isalpha():
            return False
    return False
