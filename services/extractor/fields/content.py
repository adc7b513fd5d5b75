"""What is demanded, offered or refused: the items of an act."""

from collections.abc import Iterator

from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.roles.deals import made
from services.extractor.acts.roles.roles import by_agent
from services.extractor.acts.roles.undergone import is_offered_to
from services.extractor.acts.scene import MARKS, Scene
from services.extractor.acts.verb_groups.inversion import tied_pronoun
from services.extractor.acts.verb_groups.verb import Verb
from services.extractor.candidate import Candidate, Range
from services.extractor.fields.condition import condition_start
from services.extractor.fields.item_ends import end_of_item
from services.extractor.fields.trimming import trimmed

_TALKS = frozenset({"talks", "mediate", "accuse"})
_SAID = frozenset({"promise", "threaten", "demand", "propose"})
"""Acts that are done by saying what will or shall be done: what stands before "vowed X" is their item."""


def items(candidate: Candidate, trigger: Trigger, scene: Scene) -> list[Range]:
    """The passages that say one demanded, offered, promised, agreed or rejected thing each."""
    if candidate.act in _TALKS:
        return []
    if (of_verdict := _of_verdict(candidate, trigger, scene)) is not None:
        return of_verdict
    verb = scene.clauses.verb_at(trigger.head) if trigger.inflections else None
    verb = verb.until(trigger.head, scene.grammar) if verb is not None else None
    deal = made(scene, trigger.frame, verb) if verb is not None else None
    if deal is not None:
        return [scene.span(deal[0], deal[-1])]
    if verb is not None and candidate.act in _SAID and _ends_what_is_said(scene, verb):
        return [trimmed(scene, 0, verb.first - 1)]
    behind = max(_told_last(trigger, scene), verb.head if verb is not None else trigger.last) + 1
    behind += verb is None and _opens_with_adjective(candidate, scene, behind)
    embraced = _embraced(trigger, scene) if verb is not None else None
    if embraced is not None:
        return [trimmed(scene, *embraced)]
    end = end_of_item(scene, behind, verb)
    if verb is None and scene.grammar.holds("relatives", scene.lowered[behind : behind + _RELATIVE]):
        return []  # "l'accord auquel sont parvenus"
    end = end if verb is not None else _before_its_verb(scene, behind, end)
    end = next((at for at in range(behind, end) if _takes_up_object(scene, behind, at)), end)
    clause = _clause_mark(scene, behind, end)
    if clause is not None and _names_clause(trigger):
        return [trimmed(scene, first, last) for first, last in _listed_clauses(scene, clause, end)]
    start = _after_addressee(scene, candidate, behind, end)
    if _says_nothing(scene, verb, start, end) and not (verb is not None and verb.passive):
        return []
    if verb is not None and verb.passive:
        given = is_offered_to(scene, trigger.frame, verb)
        agent = by_agent(scene, verb) if given else None
        end = min(end, agent.governor + 1) if agent is not None and agent.governor is not None else end
        bidden = start if given else _bidden(scene, start, end) if start < end else None
        if bidden is None:
            return _passive_item(scene, verb)
        start = bidden
    stop = _before_condition(candidate, scene, start, end)
    return [trimmed(scene, first, last) for first, last in _listed(scene, start, stop)]


_RELATIVE = 2
"""Words behind a noun among which stands the relative that takes it up, a preposition before it."""


def _before_its_verb(scene: Scene, behind: int, end: int) -> int:
    """Where the verb begins that is said of a noun, where its content ends: "l'offre | norvégienne | s'est heurtée"."""
    verb = next((one for one in scene.clauses.verbs if one.finite and one.head >= behind), None)
    if verb is None or verb.first >= end or scene.clauses.crossed(behind, verb.first):
        return end
    between = range(behind, verb.first)
    opened = scene.grammar.holds("complementizers", scene.lowered[behind : verb.first])
    return end if opened or any(at in scene.clauses.relatives for at in between) else max(behind, verb.first)


def _of_verdict(candidate: Candidate, trigger: Trigger, scene: Scene) -> list[Range] | None:
    """What an adjective or phrase judges, refuses or denies: its own words, "we have a good deal", or those that it is
    said of; None where a verb or noun tells the act."""
    own = scene.span(trigger.first, trigger.last)
    if trigger.frame.pos == "adjective":
        said = _quoted(scene, trigger.head)
        if candidate.act != "reject":
            return [said]
        found = _refused(scene, trigger) or ([said] if said != own else [])
        return [one for one in found if not _only_stands_for(scene, one)]
    if trigger.frame.lemma:
        return None
    if candidate.act == "deny":
        return _reported(scene, trigger)
    return [own] if candidate.act == "assess" else None


def _only_stands_for(scene: Scene, item: Range) -> bool:
    """Whether an item is no more than a pronoun or a negation, which says nothing of what is refused: "il", "pas"."""
    inside = [scene.lowered[at] for at in scene.words_of(item)]
    return all(
        scene.grammar.has_any(("clitics", "negators", "complementizers"), word)
        or word in scene.grammar.indices["pronouns"]
        for word in inside
    )


def _opens_with_adjective(candidate: Candidate, scene: Scene, at: int) -> bool:
    """Whether an adjective of a noun stands right behind it, before whose it is: "le refus | catégorique | de Lima"."""
    last = at + 1 >= len(scene.words)
    if candidate.act not in _SAID | {"reject"} or scene.grammar.shows("compounds") or last:
        return False
    behind = scene.grammar.phrase("prepositions", scene.lowered, at + 1)
    opened = scene.grammar.has_any(("determiners", "complementizers", "negators"), scene.lowered[at])
    if behind is None or opened or not scene.lowered[at].isalpha() or scene.clauses.verb_at(at) is not None:
        return False
    named = any(one.first <= at <= one.last for one in scene.mentions)
    return not named and scene.grammar.phrase("prepositions", scene.lowered, at) is None


def _before_condition(candidate: Candidate, scene: Scene, start: int, end: int) -> int:
    """Where a condition begins behind what is asked or given; "waivers in case of war" may be refused."""
    stop = condition_start(scene, start, end)
    within = candidate.act == "reject" and not any(one.finite and stop < one.head < end for one in scene.clauses.verbs)
    return end if within else stop


def _says_nothing(scene: Scene, verb: Verb | None, start: int, end: int) -> bool:
    """Whether nothing follows but what denies the verb, "Lima n'en démord | pas", or another deed."""
    denied = verb is not None and all(at in verb.negators for at in range(start, end))
    return start >= end or denied or _opens_deed(scene, start)


def _opens_deed(scene: Scene, at: int) -> bool:
    """Whether another deed follows at once: "broke off relations | and recalled its envoy"."""
    if not scene.grammar.has("coordinators", scene.lowered[at]):
        return False
    verb = next((one for one in scene.clauses.verbs if one.first > at), None)
    told = verb is not None and verb.finite and verb.tense == "past"  # a plain form may go on what is said
    return told and verb is not None and scene.clauses.before_adverbs(verb.first) == at


def _told_last(trigger: Trigger, scene: Scene) -> int:
    """The last word that tells the act: of "agreed | to talk on", whose "on" belongs to the talk, the first."""
    opened = trigger.inflections and trigger.last > trigger.head + 1
    return trigger.head if opened and opens_infinitive(scene, trigger.head + 1) else trigger.last


def opens_infinitive(scene: Scene, at: int) -> bool:
    """Whether a particle stands before an infinitive: "to pay", "de payer"."""
    if not scene.grammar.has("infinitive-particles", scene.lowered[at]) or at + 1 >= len(scene.words):
        return False
    return any(one.tense == "infinitive" for one in scene.lexicon.inflections(scene.lowered[at + 1]))


def _ends_what_is_said(scene: Scene, verb: Verb) -> bool:
    """Whether a verb and its subject stand behind what is said: '"We will pay," vowed X', "ils paieront, promet X"."""
    if scene.clauses.speaks_behind(verb) is not None:
        return True
    if verb.first < _SHORTEST or scene.lowered[verb.first - 1] != "," or not verb.finite:
        return False
    if tied_pronoun(scene.lowered, verb.indices[0], scene.grammar):
        return True  # "ils paieront, promet-il"
    behind = scene.clauses.inverted_subject(verb)
    if behind is None or behind.first != verb.head + 1 or scene.clauses.subject(verb) not in (None, behind):
        return False
    ended = all(word in MARKS or word == "." for word in scene.lowered[behind.last + 1 : behind.last + 2])
    return ended and any(one.finite and one.head < verb.first for one in scene.clauses.verbs)


_SHORTEST = 3
"""Words of what is said before a verb, with its comma."""


def _embraced(trigger: Trigger, scene: Scene) -> tuple[int, int] | None:
    """The object that stands inside a phrase: "put 3% on the table", "turned the offer down"."""
    rest = trigger.frame.lemma.split(" ")[1:]
    if not rest or not scene.grammar.has("particles", rest[0]):
        return None
    first = next((at for at in range(trigger.head + 1, trigger.last + 1) if scene.lowered[at] == rest[0]), None)
    if first is None or first == trigger.head + 1:
        return None
    if scene.grammar.phrase("prepositions", scene.lowered, trigger.head + 1) is not None:
        return None  # "agreed with Oslo on patrols", "agreed to talk on Monday"
    return trigger.head + 1, first - 1


def _reported(scene: Scene, trigger: Trigger) -> list[Range]:
    """All that the report around a word says, without its "that"."""
    speech = scene.speech_over(trigger.head)
    if speech is None:
        return []
    first, end = speech.covers.start, min(speech.covers.stop, end_of_item(scene, trigger.last))
    while first < trigger.first and scene.grammar.has("complementizers", scene.lowered[first]):
        first += 1
    return [trimmed(scene, first, end - 1)] if first < end else []


def _refused(scene: Scene, trigger: Trigger) -> list[Range]:
    """What is refused, before the verb that says so of it: "the plan" of "the plan was unacceptable"; a quotation that
    says it all, '"The plan is a joke"', is better. What is out of the question stands behind: "de payer"."""
    if (clause := _out_of_question(scene, trigger)) is not None:
        return [clause]
    verb = scene.clauses.verb_before(trigger.first)
    if verb is None or trigger.first - verb.head > _PREDICATE or scene.in_quote(verb.head):
        return []
    return _passive_item(scene, verb)


def _out_of_question(scene: Scene, trigger: Trigger) -> Range | None:
    """What a clause or an infinitive behind a phrase says is ruled out: "pas question | de payer"."""
    if trigger.last == trigger.first or scene.in_quote(trigger.head):
        return None
    opening = trigger.last + (not scene.grammar.has("complementizers", scene.lowered[trigger.last]))
    if opening + 1 >= len(scene.words):
        return None
    opened = scene.grammar.has("complementizers", scene.lowered[opening]) or opens_infinitive(scene, opening)
    end = end_of_item(scene, opening + 1)
    return trimmed(scene, opening + 1, end - 1) if opened and end > opening + 1 else None


_PREDICATE = 3
"""Words from a verb of being to what it says of its subject, adverbs between."""


def _quoted(scene: Scene, at: int) -> Range:
    """The quotation around a word, or the word with its adverb."""
    if not scene.in_quote(at):
        return scene.span(at, at)
    first = max(index for index in range(at) if scene.lowered[index] == '"') + 1
    last = next((index for index in range(at, len(scene.words)) if scene.lowered[index] == '"'), len(scene.words)) - 1
    return scene.span(first, max(first, last))


def _names_clause(trigger: Trigger) -> bool:
    return not trigger.frame.item or bool({"que", "that"} & set(trigger.frame.item))


def _clause_mark(scene: Scene, behind: int, end: int) -> int | None:
    """The "that" of a verb: not that of another which stands between, as in "offered talks and assured that"."""
    first = scene.clauses.verb_at(behind) if behind < end else None
    if first is not None and not first.finite:
        return None  # "insists on keeping the islands that Oslo took"
    for at in range(behind, min(behind + 8, end)):
        if scene.grammar.has("complementizers", scene.lowered[at]):
            return None if _ends_longer(scene, at) else at
        if scene.grammar.has("coordinators", scene.lowered[at]) and scene.clauses.verb_at(at + 1):
            return None
    return None


def _takes_up_object(scene: Scene, behind: int, comma: int) -> bool:
    """Whether a comma stands before a "que" that tells what became of the object: "a demandé un report | , que Lima a
    accepté", "..., offre que Lima a rejetée"; not "a demandé, lundi, que"."""
    if scene.lowered[comma] != "," or not scene.grammar.shows("attributive-participles") or comma == behind:
        return False
    opening = comma + 1 + any(word in scene.lexicon.answerable for word in scene.lowered[comma + 1 : comma + 2])
    before = scene.lowered[behind:comma]
    clause = scene.clauses.verb_at(behind) is not None or scene.grammar.holds("complementizers", before)
    opened = scene.grammar.holds("complementizers", scene.lowered[opening : opening + 1])
    return opened and not clause and "," not in before


def _ends_longer(scene: Scene, at: int) -> bool:
    """Whether a "que" ends a conjunction that opens no content: "tant que", "dès que", not "demander pour que"."""
    if scene.grammar.ends_before("conditions", scene.lowered, at + 1):
        return True
    aimed = scene.grammar.has("purpose-markers", scene.lowered[at - 1])
    return not aimed and scene.grammar.ends_before("subordinators", scene.lowered, at + 1)


def _listed_clauses(scene: Scene, mark: int, end: int) -> Iterator[tuple[int, int]]:
    """ "that A, that B and that C" → A, B, C as (first, last) word indices."""
    marks = [mark]
    for at in range(mark + 1, end):
        repeated = scene.lowered[at].rstrip("'e") == scene.lowered[mark].rstrip("'e")
        listed = scene.lowered[at - 1] == "," or scene.grammar.has("coordinators", scene.lowered[at - 1])
        if repeated and listed:
            marks.append(at)
    for position, start in enumerate(marks):
        stop = marks[position + 1] if position + 1 < len(marks) else end
        if start + 1 < stop:
            yield start + 1, stop - 1


def _after_addressee(scene: Scene, candidate: Candidate, behind: int, end: int) -> int:
    """Leap over whom it is addressed to: "urged [Tehran to] return", "exhorté [les parties à] maintenir"."""
    start = behind
    addressed = [filler.mention for filler in candidate.fillers if filler.role == "counterpart" and filler.mention]
    for mention in scene.mentions:
        if (
            any(mention.start <= one[0] and one[1] <= mention.end for one in addressed)
            and start <= mention.first <= start + 3
            and mention.last + 1 < end
        ):
            follows = scene.lowered[mention.last + 1]
            if (
                scene.grammar.has("infinitive-particles", follows)
                or follows == ","
                or scene.grammar.has("content-openers", follows)
                or (mention.first == start and candidate.act in _GIVING and _opens_gift(scene, mention.last + 1))
            ):
                start = mention.last + 1
    while start < end and (opened := _opening(scene, start)):
        start += opened
    return start


_GIVING = frozenset({"propose", "promise"})
"""Acts that name to whom they give before what: "offered Oslo a truce"."""


def _opens_gift(scene: Scene, at: int) -> bool:
    """Whether a word behind the one who is given something may begin what he is given: an article, a sum, a noun."""
    word = scene.lowered[at]
    known = scene.grammar.has("coordinators", word) or scene.grammar.phrase("prepositions", scene.lowered, at)
    return word[0].isalnum() and not known and scene.clauses.verb_at(at) is None


def _opening(scene: Scene, at: int) -> int:
    """How many words here only open what is asked or offered: "to", "that", "on", "for now"."""
    adverb = scene.grammar.phrase("adverbs", scene.lowered, at)
    if adverb is not None:
        return adverb[0]
    word = scene.lowered[at]
    longer = scene.grammar.phrase("prepositions", scene.lowered, at)
    if longer is not None and longer[0] > 1:
        return 0  # "concluded, on behalf of the Union, a treaty"
    classes = ("infinitive-particles", "complementizers", "content-openers")
    return int(word == "," or scene.grammar.has_any(classes, word))


def _bidden(scene: Scene, start: int, end: int) -> int | None:
    """Where what somebody was asked to do begins, behind by whom and when: "was asked by Oslo to leave"."""
    for at in range(max(start - 1, 0), min(start + _BIDDER, end - 1)):
        if scene.grammar.has("infinitive-particles", scene.lowered[at]):
            verb = scene.clauses.verb_at(at + 1)
            if verb is not None and (not verb.finite or verb.indices[0] < at + 1):
                return at + 1
        if at >= start and (scene.lowered[at] in MARKS or scene.clauses.verb_at(at) is not None):
            return None
    return None


_BIDDER = 8
"""Words of who asks and when, between the passive and what is asked."""


def _passive_item(scene: Scene, verb: Verb) -> list[Range]:
    """What was done in the passive stands before the verb: "la proposition a été rejetée"."""
    end = scene.clauses.outside_parenthesis(verb.first)
    first = end
    while first > 0 and scene.lowered[first - 1] not in (",", ";", ":", '"', ".") and not _is_of_verb(scene, first - 1):
        if scene.grammar.has("complementizers", scene.lowered[first - 1]):
            break  # "told Oslo that the ban must be lifted"
        first -= 1
    day = scene.grammar.has("calendar-names", "".join(scene.lowered[first + 1 : first + 2]))
    first += 2 if day and scene.grammar.has("day-openers", scene.lowered[first]) else 0
    return [trimmed(scene, first, end - 1)] if end > first else []


def _is_of_verb(scene: Scene, at: int) -> bool:
    """Whether a word belongs to a verb, and is no word in capitals of a name: "the New START Treaty"."""
    return scene.clauses.verb_at(at) is not None and not (at and scene.words[at].is_capitalised)


def _listed(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "A, B and C" of noun phrases or infinitives → each; a single passage stays whole."""
    particle = next(
        (
            at
            for at in range(start, min(start + 1, end))
            if scene.grammar.has("infinitive-particles", scene.lowered[max(at - 1, 0)])
        ),
        None,
    )
    if particle is not None:
        yield from _split_at_particles(scene, start, end)
    elif end > start:
        yield start, end - 1


def _split_at_particles(scene: Scene, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """ "to do A and to do B", "de faire A et de faire B"."""
    first = start
    for at in range(start + 1, stop - 1):
        joined = scene.grammar.has("coordinators", scene.lowered[at]) or scene.lowered[at] == ","
        verb = scene.clauses.verb_at(at + 2)
        if (
            joined
            and scene.grammar.has("infinitive-particles", scene.lowered[at + 1])
            and verb is not None
            and not verb.finite
        ):
            yield first, at - 1
            first = at + 2
    if stop > first:
        yield first, stop - 1
