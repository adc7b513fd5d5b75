"""Lands and capitals that only say where or whence: "in the Peruvian capital Lima", "in Peru's capital Lima", "Lima -
The talks failed", "Clear Air, a Lima charity,", "the Lima peace accord"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from services.extractor.actors.mention import Mention
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

DASHES = ("-", "–", "—")

_MARKS = ("'s", "'", ",")
"""Words beside "capital" between a land and its capital."""


def without_lands(
    found: Sequence[Mention], sentence: Sequence[Word], markers: Mapping[int, tuple[str, int]], grammar: Grammar
) -> list[Mention]:
    """The mentions of a sentence, a land and its capital as one: the capital, behind what stands before the land.

    Those are left out that only tell of somebody, behind his name, whence he is, or of a deal, where it was made.
    """
    result: list[Mention] = []
    for mention in found:
        if _tells_whence(mention, sentence, grammar) or _names_deal(mention, sentence, grammar):
            continue
        if _tells_where(mention, found, sentence, grammar):
            continue
        if result and _apposes_capital(result[-1], mention, sentence, grammar):
            continue
        if result and result[-1].kind == "adjective":
            first = opening_of_kind(mention, sentence, grammar)
            if first and result[-1].first >= first:
                result.pop()  # "the Swiss firm Karvel" is not Switzerland
        if result and _is_its_capital(result[-1], mention, sentence, grammar):
            land = result.pop()
            opening = next((markers[at] for at in (land.first, land.first - 1) if at in markers), None)
            if opening is not None:
                mention = replace(mention, marker=opening[0], governor=opening[1])
        result.append(mention)
    return result


def _tells_whence(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a land or capital stands before a noun in an apposition: "Clear Air, a Lima charity," """
    first = mention.first
    if mention.place is None or first < _BEFORE or not grammar.has("indefinite-articles", sentence[first].lower):
        return False
    behind = sentence[mention.last + 1 : mention.last + 2]
    noun = bool(behind) and behind[0].text.isalpha() and behind[0].text.islower()
    closed = noun and grammar.is_function_word(behind[0].text)
    return noun and not closed and sentence[first - 1].text == "," and sentence[first - 2].is_capitalised


def opening_of_kind(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> int:
    """Index of the first word of what is said before a company's name that it is, its article included, in English:
    "the French engineering firm Karvel"; 0 where nothing is."""
    if mention.kind != "name" or not grammar.shows("compounds"):
        return 0
    own = not sentence[mention.first].is_capitalised  # "group Karvel"
    noun = mention.first - (not own)
    if noun < 1 or not sentence[noun].text.islower():
        return 0
    if grammar.phrase("kind-nouns", lower(sentence[noun : noun + 1]), 0) is None:
        return 0
    first = noun
    while first and noun - first < _SAID_BEFORE and _says_what(sentence[first - 1], grammar):
        first -= 1
    return first - (first > 1 and grammar.has("determiners", sentence[first - 1].lower))


def _says_what(word: Word, grammar: Grammar) -> bool:
    return word.text.isalpha() and not grammar.is_function_word(word.lower)


_SAID_BEFORE = 4
"""Words before the noun that says what a company is, at most: "troubled Spanish oil"."""


def _tells_where(mention: Mention, found: Sequence[Mention], sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a land stands behind its town, between commas or at the end, "met in Lima, Peru, on Monday", and no list
    of lands goes on: "in Lima, Peru, Chile and"."""
    first = mention.first
    if first < _TOWN or sentence[first - 1].text != "," or mention.kind != "name" or mention.place is None:
        return False
    closed = sentence[mention.last + 1].text if mention.last + 1 < len(sentence) else "."
    if closed not in _CLOSING or any(one.first == mention.last + 2 for one in found):
        return False
    if grammar.has("relatives", sentence[min(mention.last + 2, len(sentence) - 1)].lower):
        return False  # "in Lima, Peru, which mediated": the land acts
    town = next((one for one in found if one.last == first - 2), None)
    if town is not None and (town.kind != "capital" or town.party_ids != mention.party_ids):
        return False
    at = first - 2
    while at > 0 and sentence[at].is_capitalised:
        at -= 1
    return at < first - 2 and grammar.has("locative", sentence[at].lower)


_TOWN = 3
"""Words before a land that its town brings: a preposition, the town and a comma."""

_CLOSING = frozenset(",.;:)")
"""Marks that close what stands beside a name."""


def _names_deal(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a deal is called by a capital, where it was made: "the 2015 Minsk agreement", "l'accord de paix d'Alger";
    no "Oslo-Lima pact"."""
    if mention.kind != "capital" or (mention.first > 0 and sentence[mention.first - 1].text in DASHES):
        return False
    if mention.marker is not None and grammar.has("genitives", mention.marker):
        before = lower(sentence[max(0, mention.first - 1 - _CALLED) : mention.first - 1])
        if grammar.ends_before("deals-of-towns", before, len(before)):
            return True
    behind = [word.lower for word in sentence[mention.last + 1 : mention.last + 1 + _NAMED]]
    if not grammar.holds("town-deals", behind):
        return False
    tied = grammar.has("coordinators", behind[0]) or grammar.phrase("prepositions", behind, 0)
    return behind[0].isalpha() and not tied


_CALLED = 4
"""Words before the town that say which deal it is: "accord de paix d'Alger"."""

_NAMED = 2
"""Words from the town by which a deal is called to its noun: "the Lima peace accord"."""

_BEFORE = 2
"""Words before an apposition: the end of a name and the comma."""


def _is_its_capital(land: Mention, mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    if mention.kind != "capital" or land.party_ids != mention.party_ids or land.kind == "capital":
        return False
    between = [word.lower for word in sentence[land.last + 1 : mention.first] if word.text not in _MARKS]
    return len(between) == 1 and grammar.has("capital-words", between[0])


def _apposes_capital(town: Mention, mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """Whether what stands behind a capital only says of which land it is the capital: "à Oslo, capitale de la Norvège,"
    "in Lima, the capital of Peru"."""
    if town.kind != "capital" or mention.kind != "body" or town.party_ids != mention.party_ids:
        return False
    opening = sentence[mention.first : mention.first + _OPENING]
    told = any(grammar.has("capital-words", word.lower) for word in opening)
    return told and sentence[mention.first - 1].text == "," and town.last == mention.first - 2


_OPENING = 2
"""Words of "the capital" of a land."""


def heads_story(mention: Mention, sentence: Sequence[Word]) -> bool:
    """Whether a capital at the head of a sentence only says from where it is told: "Oslo - The talks have failed"."""
    if mention.kind != "capital" or mention.first or mention.last + 2 >= len(sentence):
        return False
    dash, behind = sentence[mention.last + 1], sentence[mention.last + 2]
    spaced = dash.start > sentence[mention.last].end and behind.start > dash.end
    return dash.text in DASHES and spaced and behind.is_capitalised
