"""How a verb tells the time of what it tells: as a story that goes on, as it was done then, or long before."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.fields.how_real.governing import governing


def telling(trigger: Trigger, scene: Scene) -> Verb | None:
    """The verb whose tense says when an act was told to be: that of the report of it, else its own."""
    speech = scene.speech_over(trigger.head)
    return speech.verb if speech is not None else governing(trigger, scene)


def narrates(trigger: Trigger, scene: Scene) -> bool:
    verb = telling(trigger, scene)
    return verb is None or is_narrated(verb, scene)


def is_then(trigger: Trigger, scene: Scene) -> bool:
    """ "Avait alors menacé", "had threatened at the time"."""
    verb = telling(trigger, scene)
    if verb is None:
        return False
    near = range(verb.first, min(len(scene.lowered), verb.head + 5))
    return scene.grammar.begins_among("then-words", scene.lowered, near)


def is_since(trigger: Trigger, scene: Scene) -> bool:
    """ "Has since accused", "a depuis accusé", "has accused them ever since".

    Of what was done once, what stands farther behind is the time of something else: "blamed the lack of progress since
    then on them".
    """
    if trigger.first > 1 and scene.grammar.has("since-then", scene.lowered[trigger.first - 1]):
        return True
    verb = telling(trigger, scene)
    end = trigger.last + 1 + _BEHIND_ONCE if verb is not None and is_narrated(verb, scene) else len(scene.lowered)
    behind = range(trigger.last + 1, min(end, len(scene.lowered)))
    return scene.grammar.begins_among("since-then-behind", scene.lowered, behind)


_BEHIND_ONCE = 3
"""Words behind what is told as done once among which "since then" is its own."""


def is_later(trigger: Trigger, scene: Scene) -> bool:
    """ "Later called it useful", "a ensuite refusé": on a later day than was told before, and one knows not which."""
    return trigger.first > 0 and scene.grammar.has("afterwards", scene.lowered[trigger.first - 1])


def is_narrated(verb: Verb, scene: Scene) -> bool:
    """Whether a verb tells of what was done then, not of how things stand: "met", not "wants" or "has asked"."""
    if verb.tense == "past":
        return not scene.grammar.has("perfect", scene.lowered[verb.first])
    if verb.tense == "conditional":
        return len(verb.lemmas) > 1 and scene.grammar.has("auxiliaries", verb.lemmas[0])  # "Se serait engagé".
    return verb.tense in ("infinitive", "participle", "gerund")


def is_at_once(verb: Verb, scene: Scene) -> bool:
    """ "Refused within hours", "a aussitôt rejeté": the act follows the one told before on the same day."""
    near = range(max(0, verb.first - 1), min(len(scene.lowered), verb.head + 3))
    return scene.grammar.begins_among("at-once", scene.lowered, near)


def is_background(trigger: Trigger, scene: Scene) -> bool:
    """The pluperfect ("had demanded", "avait exigé") tells of an earlier day that is not given."""
    verb = governing(trigger, scene)
    if verb is None or len(verb.lemmas) < 2 or not scene.grammar.has("auxiliaries", verb.lemmas[0]):
        return False
    first = scene.lowered[verb.first : verb.head]
    being = scene.grammar.holds("pluperfect-of-being", first) and not verb.passive
    had = being or any(word in scene.grammar.sets["pluperfect"] for word in first)
    return had and not scene.speech_over(trigger.head)


def is_beside(trigger: Trigger, scene: Scene) -> bool:
    """ "A de son côté évoqué", "for his part called it": what was said on the day of what was told before."""
    verb = telling(trigger, scene)
    if verb is None:
        return False
    near = range(max(0, verb.first - _BESIDE_REACH), min(len(scene.lowered), verb.head + 1))
    return any(scene.grammar.phrase("beside-words", scene.lowered, at) for at in near)


_BESIDE_REACH = 5
"""Words before a verb in which it may be said that another did it besides."""


def is_term(trigger: Trigger, scene: Scene) -> bool:
    """Whether it is a term of a deal told before: "Under its terms, Oslo undertakes to"."""
    near = range(min(trigger.first, _TERMS_REACH))
    return any(scene.grammar.phrase("terms", scene.lowered, at) for at in near)


_TERMS_REACH = 4
"""Words of a sentence among which it may begin to tell the terms of a deal."""
