"""The shortest passages that say an item, without the words around it that say when, where, to or with whom it was.

"Rejected on Monday in Lima | the plan", "adressé au Chili | une demande", "signed | a treaty | in Lima on Friday".
"""

from collections.abc import Sequence

from services.extractor.actors.mention import Mention
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.candidate import Candidate, Range
from services.extractor.fields.content import opens_infinitive

_PLACES = frozenset({"capital", "place", "country"})
"""Kinds of names that say where."""


def shortest(candidate: Candidate, trigger: Trigger, scene: Scene) -> list[Range]:
    """The items of a candidate whose time, place and parties are known, each cut to what it says; none where nothing
    is left."""
    return [found for item in candidate.items if (found := _shortest(candidate, trigger, scene, item)) is not None]


def _shortest(candidate: Candidate, trigger: Trigger, scene: Scene, item: Range) -> Range | None:
    inside = scene.words_of(item)
    first, last = inside[0], inside[-1]
    if first > trigger.last:
        last = _before_its_verb(trigger, scene, first, last)
        first = _behind_adjuncts(candidate, scene, first, last + 1)
        first = _behind_marker(trigger, scene, first, last)
        first += first <= last and _brings_what_is_given(candidate, scene, first)
        last = _before_adjuncts(candidate, scene, first, last)
        if trigger.inflections and _is_deed(candidate, trigger, nothing=first > last or _opens_adjunct(scene, first)):
            return scene.span(trigger.head, max(last, trigger.last))
    if first > last or _opens_adjunct(scene, first) or _says_only_who(candidate, scene, first, last):
        return None
    return scene.span(first, last)


def _says_only_who(candidate: Candidate, scene: Scene, first: int, last: int) -> bool:
    """Whether nothing is said but who takes part: "between Peru and Chile" of a deal, "Lima and Quito"."""
    who = {at for one in _of_parties(candidate, scene) for at in range(one.first, one.last + 1)}
    return bool(who) and all(
        at in who
        or _determines(scene, at)
        or _is_preposition(scene, at)
        or scene.grammar.has("coordinators", scene.lowered[at])
        for at in range(first, last + 1)
    )


def _behind_marker(trigger: Trigger, scene: Scene, first: int, last: int) -> int:
    """Behind the preposition with which a frame brings its content, where something else stands before: "agreed in
    Lima, the capital, on | a truce"."""
    if first > last or not _opens_adjunct(scene, first):
        return first
    for at in range(first, last):
        found = scene.grammar.phrase("prepositions", scene.lowered, at)
        if found is not None and found[1] in trigger.frame.item and _stands_apart(scene, at):
            return at + found[0]
    return first


def _stands_apart(scene: Scene, at: int) -> bool:
    """Whether a preposition belongs to no noun before it: behind a comma, or none that nouns have as well."""
    word = scene.lowered[at]
    common = scene.grammar.has("genitives", word) or scene.grammar.has("place-markers", word)
    return scene.lowered[at - 1] == "," or not common


def _brings_what_is_given(candidate: Candidate, scene: Scene, at: int) -> bool:
    """Whether a preposition stands before what is put to somebody: "presented Oslo | with | a plan"."""
    return candidate.act == "propose" and scene.grammar.has("given-markers", scene.lowered[at])


def _is_deed(candidate: Candidate, trigger: Trigger, nothing: bool) -> bool:
    """Whether a verb itself tells what shall or will be done: "must | free the crew", "will | strike on Monday"."""
    return not trigger.frame.lemma or (candidate.act in _VOWS and (nothing or trigger.frame.act not in _VOWS))


_VOWS = frozenset({"promise", "threaten"})


def _before_its_verb(trigger: Trigger, scene: Scene, first: int, last: int) -> int:
    """The last word before the verb whose subject a noun is: "the offer | of joint patrols | was turned down"."""
    if trigger.inflections or not {first, first - 1}.isdisjoint(scene.clauses.opens):
        return last
    for at in range(first, last + 1):
        verb = scene.clauses.verb_at(at)
        if verb is not None and verb.finite and at == verb.first:
            return last if _is_inside(scene, first, at) else at - 1
    return last


def _is_inside(scene: Scene, first: int, verb: int) -> bool:
    """Whether a clause of its own opens between a noun and a verb."""
    return any(at in scene.clauses.relatives or at in scene.clauses.opens for at in range(first, verb))


def _behind_adjuncts(candidate: Candidate, scene: Scene, first: int, end: int) -> int:
    """Where the item begins behind what else a sentence says before it."""
    parties = _of_parties(candidate, scene)
    while first < end:
        ways = (_behind_particle, _behind_time, _behind_place, _behind_manner)
        steps = (_behind_told(candidate, scene, first), *(way(scene, first, end) for way in ways))
        step = next((at for at in steps if at > first), 0) or _behind_party(scene, parties, first, end)
        if step <= first:
            break
        first = step
        while first < end and (
            scene.lowered[first] == "," or opens_infinitive(scene, first) or _opens_clause(scene, first)
        ):
            first += 1
    return first


def _behind_told(candidate: Candidate, scene: Scene, at: int) -> int:
    """Behind the words that gave the time or the place, a preposition before them: "on Aug. 28"."""
    for start, end in _told(candidate):
        inside = scene.words_of((start, end))
        if inside and inside[0] in (at, at + 1) and (inside[0] == at or _is_preposition(scene, at)):
            return inside[-1] + 1
    return at


def _is_preposition(scene: Scene, at: int) -> bool:
    return scene.grammar.phrase("prepositions", scene.lowered, at) is not None


def _behind_particle(scene: Scene, at: int, end: int) -> int:
    """Behind what belongs to the verb: "gave | up | its last base", "ne signera | pas | le pacte"."""
    word = scene.lowered[at]
    particle = scene.grammar.has("particles", word) or scene.grammar.has("negations", word)
    return at + 1 if particle and at + 1 < end and _determines(scene, at + 1) else at


def _behind_time(scene: Scene, at: int, end: int) -> int:
    """Behind words of time, with the preposition and the determiner before them: "on Monday", "en 2003"."""
    start = at
    if scene.grammar.has("time-openers", scene.lowered[at]):
        start += 1
    while start < end and (_determines(scene, start) or scene.lowered[start].isdigit()):
        start += 1
    behind = start
    while behind < end and _tells_time(scene, behind):
        behind += 1
    if behind > start and not scene.grammar.has("time-openers", scene.lowered[behind - 1]):  # "its last base"
        return behind
    year = at < start and len(scene.lowered[start - 1]) == _YEAR and scene.lowered[start - 1].isdigit()
    return start if year and start - at == _OPENED else at


_YEAR, _OPENED = 4, 2
"""Digits of a year; words of a year with its preposition."""


def _tells_time(scene: Scene, at: int) -> bool:
    word = scene.lowered[at]
    calendar = scene.grammar.has("calendar-names", word) or scene.grammar.has("time-words", word)
    year = word.isdigit() and len(word) == _YEAR and at > 0 and _tells_time(scene, at - 1)
    return calendar or year


def _behind_place(scene: Scene, at: int, end: int) -> int:
    """Behind where it was: "in Lima", "à Genève"."""
    if not scene.grammar.has("place-markers", scene.lowered[at]) or at + 1 >= end:
        return at
    start = scene.words[at + 1].start
    name = next((one for one in scene.names if one.start == start and one.kind in _PLACES), None)
    return next((index for index in range(at + 1, end) if scene.words[index].end == name.end), at) + 1 if name else at


def _behind_manner(scene: Scene, at: int, end: int) -> int:
    """Behind how or where it was done, where what was done follows: "in principle | the offer", "at talks | to pay"."""
    if not _opens_adjunct(scene, at):
        return at
    if scene.lowered[at - 1] == "," and (closed := _closed(scene, at, end)) is not None:
        return closed
    for behind in range(at + 2, min(at + _ADJUNCT, end)):
        if opens_infinitive(scene, behind) or _opens_clause(scene, behind):
            return behind - scene.grammar.has("negations", scene.lowered[behind - 1])
        if scene.clauses.verb_at(behind) is not None or scene.lowered[behind] in ";:()":
            return at
    if at + 2 >= end or scene.words[at + 1].is_capitalised:
        return at
    noun_is_bare, object_follows = (not _determines(scene, at + 1)), _determines(scene, at + 2)
    return at + 2 if noun_is_bare and object_follows else at


def _determines(scene: Scene, at: int) -> bool:
    return scene.grammar.has("determiners", scene.lowered[at])


def _closed(scene: Scene, at: int, end: int) -> int | None:
    """Behind the comma that closes what stands between two: "demanded, as a price, | that"."""
    comma = next((index for index in range(at, end - 1) if scene.lowered[index] == ","), None)
    opens = comma is not None and (opens_infinitive(scene, comma + 1) or _opens_clause(scene, comma + 1))
    return comma + 1 if comma is not None and opens else None


_ADJUNCT = 10
"""Words of where or how something is done before what is done."""


def _opens_adjunct(scene: Scene, at: int) -> bool:
    """Whether a preposition begins that says when, where or how: "en décembre", not "en faveur d'une trêve"."""
    adjunct = scene.grammar.phrase("adjunct-openers", scene.lowered, at)
    whole = scene.grammar.phrase("prepositions", scene.lowered, at)
    return adjunct is not None and (whole is None or whole[0] <= adjunct[0])


def _opens_clause(scene: Scene, at: int) -> bool:
    """Whether the clause of what is said begins behind a comma: "demanded, as a price, | that"."""
    return scene.grammar.has("complementizers", scene.lowered[at]) and scene.lowered[at - 1] == ","


def _of_parties(candidate: Candidate, scene: Scene) -> Sequence[Mention]:
    """The mentions that fill a role of the candidate."""
    filled = [one.mention for one in candidate.fillers if one.mention is not None]
    return [
        one
        for one in scene.mentions
        if one.kind != "adjective" and any(one.start <= start and end <= one.end for start, end in filled)
    ]


def _behind_party(scene: Scene, parties: Sequence[Mention], at: int, end: int) -> int:
    """Behind somebody who has a part in it, with his preposition, where he is no part of what is said of it."""
    for mention in parties:
        opened = mention.first - 1 if mention.governor is not None else mention.first
        near = opened <= at <= mention.first + 1  # "au ministre" is one mention, whose "au" is passed
        if near and at <= mention.last < end and _ends_behind(scene, mention.last + 1, end):
            return mention.last + 1
    return at


def _ends_behind(scene: Scene, at: int, end: int) -> bool:
    """Whether what follows somebody's name goes on without him."""
    if at >= end or scene.lowered[at] in MARKS or opens_infinitive(scene, at) or _opens_adjunct(scene, at):
        return True
    word = scene.lowered[at]
    classes = ("determiners", "content-openers", "complementizers", "time-openers", "calendar-names")
    follows = scene.grammar.has_any(classes, word)
    return follows or scene.grammar.phrase("pronouns", scene.lowered, at) is not None


def _before_adjuncts(candidate: Candidate, scene: Scene, first: int, last: int) -> int:
    """Where the item ends before the words that gave the time and the place of the act, if these end it."""
    told = _told(candidate)
    cut = True
    while cut and first <= last:
        end = scene.words[last].end
        cut = False
        for start in (start for start, stop in told if scene.words[first].start <= start < end <= stop):
            inside = scene.words_of((start, end))
            last = _without_preposition(scene, inside[0] - 1) if inside else last
            cut = bool(inside)
    return last


def _without_preposition(scene: Scene, at: int) -> int:
    """The last word before a determiner, a preposition and a mark that end at a word, in this order."""
    at -= at >= 0 and _determines(scene, at)
    at -= at >= 0 and _is_preposition(scene, at)
    return at - (at >= 0 and scene.lowered[at] in (",", "("))


def _told(candidate: Candidate) -> list[Range]:
    """The words that gave the time and the place."""
    time = candidate.time.mention if candidate.time is not None else None
    place = candidate.place[1] if candidate.place is not None else None
    return [one for one in (time, place) if one is not None]
