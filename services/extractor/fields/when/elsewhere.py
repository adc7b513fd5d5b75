"""Dates that stand beside an act and tell of something else: of a noun, of what is blamed."""

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import SPEECH, Candidate
from services.extractor.fields.how_real.objects import is_made_known
from services.extractor.fields.occasion import occasion
from services.extractor.fields.when.dated import Dated

_BLAMED = frozenset({"accuse", "deny"})
"""Acts of speech about what was done before them."""

_CONTENT = frozenset({"gerund", "infinitive"})


def is_elsewhere(candidate: Candidate, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a date is that of something else than the act beside which it stands."""
    return (
        _is_since_something(trigger, scene, one)
        or (candidate.status == "scheduled" and _is_of_news(trigger, scene, one))
        or _is_of_place(trigger, scene, one)
        or (candidate.act in _BLAMED and _is_blamed(trigger, scene, one))
        or (candidate.act in SPEECH and (_is_quoted(trigger, scene, one) or _is_of_noun(trigger, scene, one)))
    )


def _is_of_news(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a day is that on which talks to come were made known: "the talks were announced on Monday"; not "were
    announced for Monday"."""
    verb = scene.clauses.any_verb_before(one.first)
    noun = trigger.head  # of talks told of with who holds them, who may stand apart
    plain = trigger if trigger.first <= noun else trigger._replace(first=noun, last=noun)
    if verb is None or one.points == "future" or not is_made_known(scene, plain, verb):
        return False
    return not scene.grammar.has("purpose-markers", scene.lowered[one.first - 1])


def _is_of_noun(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """ "The attack of 12 February", "l'offre du 12 février": a noun's own date, unless of a meeting told as such."""
    noun = one.first - 1
    while noun > 0 and scene.grammar.has_any(("genitives", "articles"), scene.lowered[noun]):
        noun -= 1
    marked = any(scene.grammar.has("genitives", scene.lowered[at]) for at in range(noun + 1, one.first + 1))
    if not marked or trigger.first <= noun <= trigger.last or not scene.lowered[noun].isalpha():
        return False
    if scene.clauses.verb_at(noun) is not None or scene.lexicon.is_talks(scene.lowered[noun]):
        return False
    return occasion(one.first, scene) is None


def _is_since_something(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """ "Since the collapse of the talks in January, Oslo has demanded", "met for the first time since war broke out in
    2019"."""
    own: Verb | None = None
    for at in range(one.first - 1, -1, -1):
        verb = scene.clauses.verb_at(at)
        if scene.lowered[at] in (",", ";", ":") or (own is not None and verb is not None and verb is not own):
            return False
        if scene.grammar.has("since-words", scene.lowered[at]):
            return own is None or (not at < trigger.head < one.first and _opens_clause(scene, at, own))
        if verb is not None and not (verb.finite and verb.tense == "past"):
            return False
        own = verb or own
    return False


def _opens_clause(scene: Scene, since: int, verb: Verb) -> bool:
    """Whether what follows "since" is a clause, and no day before another verb: "the first since May ended"."""
    if not scene.grammar.shows("bare-clauses"):
        return scene.grammar.has("complementizers", scene.lowered[since + 1])
    subject = scene.lowered[since + 1 : verb.first]
    days = ("calendar-names", "month-names", "time-words")
    return bool(subject) and not any(word[0].isdigit() or scene.grammar.has_any(days, word) for word in subject)


def _is_of_place(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a clause about a place behind the act has the date: "offered help in Lima, where Oslo left in 2005"."""
    for at in range(one.first - 1, trigger.last, -1):
        if scene.grammar.has("where-words", scene.lowered[at]) and scene.lowered[at - 1] == ",":
            return any(at < verb.first < one.first and verb.finite for verb in scene.clauses.verbs)
    return False


def _is_blamed(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """ "Accused them of killing five soldiers on 12 February"."""
    told = any(
        trigger.last < verb.first < one.first
        and verb.tense in _CONTENT
        and not is_quoted_between(verb.head, trigger, scene, one)
        for verb in scene.clauses.verbs
    )
    return told and occasion(one.first, scene) is None


def _is_quoted(trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """'"They attacked us on Monday," she said, accusing'."""
    return scene.in_quote(one.first) and not scene.in_quote(trigger.first)


def is_quoted_between(word: int, trigger: Trigger, scene: Scene, one: Dated) -> bool:
    """Whether a word is of a quotation that closes between an act and a date: 'urged them to "stop" on Monday'."""
    return scene.in_quote(word) and not scene.in_quote(one.first) and not scene.in_quote(trigger.last)
