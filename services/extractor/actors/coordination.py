"""Mentions that stand in a list are one: "A, B and C", "Norway and its ally Peru", "Norway, Peru agree on truce"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from services.extractor.actors.brokered import is_brokered
from services.extractor.actors.mention import Mention
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_HIS = re.compile(r",?&+d[txeGoD]{1,5},?[dt]*")
"""What may stand between "and his" and a name."""

_COORDINATION = re.compile(r",?[&+]+[dgt]*$|,[dgt]*$")
_JOINING = frozenset("&+")
_BESIDE = "+"
"""Tag of what adds one to another beside "and": "as well as", "mais aussi"."""


def joined(
    single: list[Mention],
    sentence: Sequence[Word],
    row: Sequence[Unit],
    grammar: Grammar,
    described: Mapping[int, int],
) -> list[Mention]:
    """Join "A, B and C"; a comma alone joins only within a list that ends in a coordinator.

    `described` are names with the words where their descriptions begin: "Norway and its ally Peru".
    """
    if len(single) < _LIST:
        return single
    tag_of = "".join([_tag(unit) * (unit.last - unit.first + 1) for unit in row])
    single = _before_shared_noun(single, tag_of, sentence, grammar)
    result: list[Mention] = []
    pending: list[Mention] = []
    for mention in single:
        between = _between(pending[-1], mention, tag_of, sentence, grammar, described) if pending else None
        if pending and _are_hyphened_unions(pending[-1], mention, sentence):
            between = "&"
        if between is not None and _BESIDE in between:
            mention = replace(mention, marker=pending[-1].marker)  # "Oslo, along with Lima"
        if (
            between is None
            or not _coordinable(pending[-1], mention, grammar)
            or _begins_anew(pending, mention, between, sentence, grammar)
        ):
            result.extend(_closed_by_others(pending, tag_of))
            pending = [mention]
            continue
        pending.append(mention)
        if not _JOINING.isdisjoint(between) or _is_heading_pair(pending, sentence, grammar):
            if len(pending) > _LIST and _is_fronted(pending, lower(sentence), grammar):
                result.append(pending.pop(0))
            pending = [_whole(pending)]
    return result + _closed_by_others(pending, tag_of)


def _tag(unit: Unit) -> str:
    """The tag of a unit; several words that tell of nobody say whence somebody is, as titles do: "Lima-based"."""
    return "t" if unit.tag == "x" and unit.last > unit.first else unit.tag


def _before_shared_noun(
    single: Sequence[Mention], tag_of: str, sentence: Sequence[Word], grammar: Grammar
) -> list[Mention]:
    """The mentions, an adjective of a country as who acts for it where the noun of its people stands behind another
    side's, in English: "Norwegian and NATO envoys", "the Norwegian and Muslim rebel negotiators"."""
    found = list(single)
    if not grammar.shows("compounds"):
        return found
    for at, (one, other) in enumerate(pairwise(single)):
        between = tag_of[one.last + 1 : other.first]
        if one.kind == "adjective" and _JOINT.fullmatch(between) and _are_people(other, tag_of, sentence, grammar):
            found[at] = replace(one, kind="body", actors=tuple(actor._replace(level=None) for actor in one.actors))
    return found


_JOINT = re.compile(r",?&[te]*")
"""What may stand between an adjective and the side whose noun it shares."""


def _are_people(side: Mention, tag_of: str, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a mention ends in a noun of people who act for somebody, or of a body they form, in the plural."""
    last = sentence[side.last].lower
    plural = grammar.ends_in("plural-endings", last) and tag_of[side.last] in "boG"
    of_people = grammar.has("compound-people", last) or tag_of[side.last] == "o"
    return plural and of_people and sentence[side.last].text.islower() and side.last > side.first


def _are_hyphened_unions(one: Mention, other: Mention, sentence: Sequence[Word]) -> bool:
    """Whether a hyphen joins the names of unions that act together: "l'intersyndicale CGT-FO-SUD"."""
    unions = all(actor.party.kind == "union" for actor in (*one.actors, *other.actors))
    near = other.first == one.last + _BEHIND_HYPHEN and sentence[one.last + 1].text == "-"
    return unions and near and sentence[other.first].start == sentence[one.last + 1].end


_BEHIND_HYPHEN = 2
"""Words from a name to the one that a hyphen joins to it."""


def _whole(parts: Sequence[Mention]) -> Mention:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.joined(part)
    return whole


_OTHERS = re.compile(r",?&(?:[dg]|t*[uqlbG])")
"""Tags behind a list that ends in somebody who is no party: "la CGT, FO et d'autres", "Peru, Chile and Ruritania"."""

_LONGEST_END = 5
"""Units of the end of a list that are looked at."""


def _closed_by_others(pending: list[Mention], tag_of: str) -> list[Mention]:
    """Names that only commas part are one list, too, where "and" and somebody unknown follow."""
    if len(pending) < _LIST or pending[0].marker == "possessive":
        return pending
    return [_whole(pending)] if _OTHERS.match(tag_of[pending[-1].last + 1 :][:_LONGEST_END]) else pending


_LIST = 2
_NAMES = frozenset({"name", "capital", "person", "office", "body"})


def _is_heading_pair(pending: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a comma stands for "and", as English headlines write: "Norway, Peru agree on truce"."""
    if len(pending) != _LIST or not grammar.has("headline-joints", sentence[pending[0].last + 1].text):
        return False
    one, other = pending
    begins = one.first == 0 or sentence[one.first - 1].text == ":"
    behind = sentence[other.last + 1].lower if other.last + 1 < len(sentence) else ""
    goes_on = behind.isalpha() and not grammar.has("coordinators", behind)
    names = {one.kind, other.kind} <= _NAMES and one.marker is None and other.marker is None
    return begins and goes_on and names and other.first == one.last + 2 and not one.party_ids & other.party_ids


def _is_fronted(pending: Sequence[Mention], lowered: Sequence[str], grammar: Grammar) -> bool:
    """Whether the first of a list ends what opens the sentence: "Sous la pression de Washington, Kigali et Kinshasa",
    "Pressés par Washington, Kigali et Kinshasa".

    Behind a list that a preposition governs a comma follows: "Avec l'aide d'Oslo, Lima et Quito, Paris a".
    """
    first, last = pending[0], pending[-1]
    begun = max((at + 1 for at in range(first.first) if lowered[at] == ","), default=0)
    agent = not begun and first.marker is not None and grammar.has("passive-markers", first.marker)
    opens = agent or (
        grammar.has_any(_FRONTING, lowered[0]) and grammar.has("fronting-words", lowered[begun])
    )  # "Mardi à Genève, après un appel de l'ONU, Kigali et Kinshasa"
    closed = lowered[last.last + 1 : last.last + 2] in ([","], ["."], [])
    return opens and not closed and first.marker is not None and pending[1].marker is None


_FRONTING = ("fronting-words", "calendar-names")
"""Classes of words that open a sentence before its subject."""


def _is_apposed(one: Mention, sentence: Sequence[Word]) -> bool:
    """Whether a name stands behind a comma in a mention, so that the next comma only closes it."""
    return one.kind in ("office", "person", "body", "counterpart") and any(
        word.text == "," for word in sentence[one.first : one.last + 1]
    )


def _begins_anew(
    pending: Sequence[Mention], other: Mention, between: str, sentence: Sequence[Word], grammar: Grammar
) -> bool:
    """Whether a comma parts a phrase with its preposition from a new subject, or what is told aside from whose it is.

    "In the Council, Peru and Chile voted", "the tax on beef, and Peru said": no list of what the preposition governs.
    """
    one = pending[0]
    if is_brokered(pending[-1], other, sentence, grammar) or _ends_relative(one, between, sentence, grammar):
        return True
    if one.marker is None and between.startswith(",&") and _acts_alone(other, sentence, grammar):
        return True
    if _BESIDE in between:
        return False
    if one.marker in (None, "possessive") or grammar.has("reciprocal-markers", one.marker or ""):
        return False
    if _is_apposed(one, sentence):
        return False  # "Met the president of Peru, Ana Quispe, and the minister".
    return between.startswith(",") and len(pending) == 1 and (one.governor == -1 or "&" in between)


def _acts_alone(other: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the verb behind somebody is in the singular: "Oslo a reçu Lima, et Quito a signé"."""
    behind = sentence[other.last + 1].lower if other.last + 1 < len(sentence) else "."
    return len(other.actors) == 1 and grammar.has("singular-auxiliaries", behind)


def _ends_relative(one: Mention, between: str, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a comma closes a relative clause that somebody ends: "l'Union, dont fait partie Oslo, et Lima ont"."""
    if not between.startswith(",&"):
        return False
    near = range(one.first - 1, max(one.first - _RELATIVE, 0), -1)
    opening = next((at for at in near if sentence[at].text == ","), 0)
    return opening > 0 and one.first > opening + 2 and grammar.has("relatives", sentence[opening + 1].lower)


_RELATIVE = 6
"""Words from a comma to who ends the relative clause behind it."""


def _between(
    one: Mention,
    other: Mention,
    tag_of: str,
    sentence: Sequence[Word],
    grammar: Grammar,
    described: Mapping[int, int],
) -> str | None:
    """The tags between two mentions if they are those of a coordination, prepositions like the first's left out."""
    tags = ""
    reciprocal = grammar.has("reciprocal-markers", one.marker or "")
    repeats = one.marker is not None and not reciprocal and one.marker == other.marker
    first = _behind_bracket(one, other, sentence)
    before = _before_part(one, other, sentence, grammar, described)
    added = _added(sentence, first, before, grammar)
    for index in range(first, before):
        if index in added:
            tags += _BESIDE
            continue
        opens = repeats and (index > (other.governor or 0) or grammar.has("adverbs", sentence[index].lower))
        if (tag_of[index] == "x" and opens) or (sentence[index].text.isdigit() and other.kind == "name"):
            continue
        tags += tag_of[index]
    his = other.kind in ("person", "office") and _is_his(one, sentence, grammar)
    return tags if _COORDINATION.fullmatch(tags) or (his and _HIS.fullmatch(tags)) else None


def _added(sentence: Sequence[Word], first: int, last: int, grammar: Grammar) -> range:
    """The words, of those between two mentions, that add the second to the first: "Oslo, as well as Lima,"."""
    if last - first > _LONGEST_PART:
        return range(0)
    between = lower(sentence[first:last])
    for at in grammar.openings("additions", between):
        found = grammar.phrase("additions", between, at)
        if found is not None:
            return range(first + at, first + at + found[0])
    return range(0)


def _behind_bracket(one: Mention, other: Mention, sentence: Sequence[Word]) -> int:
    """Index of the first word behind a mention and a bracket beside it: "la MAV (chemins de fer) et"."""
    behind = one.last + 1
    if sentence[behind].text != "(":
        return behind
    closing = next((at for at in range(behind, other.first) if sentence[at].text == ")"), behind - 1)
    return closing + 1


def _before_part(
    one: Mention, other: Mention, sentence: Sequence[Word], grammar: Grammar, described: Mapping[int, int]
) -> int:
    """Index of the first word before a mention that is taken whole for a part: "les représentants des agriculteurs"."""
    if other.first - one.last > _LONGEST_PART:
        return other.first
    if other.first in described and one.last < described[other.first]:
        return described[other.first]
    lowered = lower(sentence)[: other.first]  # a phrase ends before the mention
    classes = ("partitives", "stand-ins-of") if one.kind in _WITH_PEOPLE else ("partitives",)
    for at in range(one.last + 1, other.first):
        for name in classes:
            part = grammar.phrase(name, lowered, at)
            if part is not None and at + part[0] == other.first:
                return at
    return other.first


_WITH_PEOPLE = frozenset({"office", "body"})
"""Kinds of mentions that begin with people, for whom "those of" may stand in behind."""

_LONGEST_PART = 8
"""Words between two mentions of which the second may stand behind what takes a part for it."""


def _is_his(one: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether somebody stands beside one who is "his" something: "Dahl and his one-time ally, the rebel Quispe"."""
    return any(grammar.has("possessives", word.lower) for word in sentence[one.last + 1 : one.last + 4])


def _coordinable(one: Mention, other: Mention, grammar: Grammar) -> bool:
    if "adjective" in (one.kind, other.kind):
        return one.kind == other.kind
    follows = other.marker in (None, one.marker) or grammar.has("genitive-markers", other.marker or "")
    return follows and other.kind != "pronoun" and one.marker != "possessive"
