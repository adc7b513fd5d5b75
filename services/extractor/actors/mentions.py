"""Units of a sentence → mentions of actors, with the markers that tell their part.

A cascade of patterns over tags, longest first, in the manner of finite-state information extraction (Hobbs et al.,
FASTUS, 1997): what a country, an office and a name say together is one mention of one actor.
"""

import re
from collections.abc import Iterator, Sequence

from services.extractor.actors.brokered import of_meeting
from services.extractor.actors.context import Context
from services.extractor.actors.coordination import joined
from services.extractor.actors.divisions import with_divisions
from services.extractor.actors.instances import with_instances
from services.extractor.actors.lands import DASHES, heads_story, opening_of_kind, without_lands
from services.extractor.actors.leaders import with_leaders
from services.extractor.actors.led import with_led
from services.extractor.actors.mention import Mention
from services.extractor.actors.partisans import before_parties, partisans
from services.extractor.actors.parts import of_parts
from services.extractor.actors.relations import openings, plain_names
from services.extractor.actors.resolve import resolve
from services.extractor.actors.short_names import with_short_names
from services.extractor.actors.tied import beyond_tied, is_tied
from services.extractor.actors.ties import with_ties
from services.extractor.actors.two_sides import with_others
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word

_PERSON = r"t*(?:p(?:-?u)*|u(?:(?:gd?)?u|-u|p|l(?=u))*)"
_NAMED = r"t*(?:p|u-?u)(?:-?u)*"
"""A person by more than one name, or one who is known."""
_MORE = r"(?:(?:,g?d?[ac])*,?&+g?d?[ac](?!s?[te]*[bokG])|(?:,g+d?[ac])+)"
"""The rest of a list behind "of": it ends in "and", or says "of" again; "of Peru, Chile said" is none, nor "the
president of Peru and the Chilean leader"."""
_OF = rf"(?:g+d?\"?t*(?:a(?![GD])|c|q(?!u)){_MORE}*)"
"""No "president of the Peruvian" miners."""
_OFFICE = (
    rf"(?:d?t*[cq]s?(?:(?:,d?[cq]s?)*,?&+d?[cq]s?)?t*|(?:d[te]*b|D)s[te]*|[dt]*)"
    rf"a?t*(?:a(?:[,&]+d?a)+)?t*o(?:-?t*o)*t*(?:a(?:[,&]+a)*)?O?{_OF}?"
)
_BODY = (
    rf"(?:[dt]*a(?:[,&]+d?a)*[tD]*b+(?:t*b)*"  # US and Ukrainian teams
    rf"|[dt]*b+[te]*a(?:[,&]+a)*"  # délégations russe et ukrainienne
    rf"|[dte]*be*{_OF}"  # government of Sudan, gouvernement militaire de Niamey
    rf"|d?D(?:\([cq]\))?{_OF}"  # the management of Ford
    rf"|[dt]*[cq]s?(?:[,&]+d?[cq]s?)*[te]*b+"  # Moscow's delegation, Ford management
    rf"|[dt]*[cq]st*[ca]t*b+"  # Kabul's Taliban administration
    rf"|t*pst*b+)(?:\([cq]\))?"  # Kagame's office
)

_OFFICE_OF_BODY = rf"[dt]*t*o(?:-?t*o)*t*O?g+d?(?:{_BODY}|(?:[bo][te]*|D\"?)[cq]|Da(?!\"?[ucq]))"
"""Le porte-parole de la diplomatie iranienne, la présidente du groupe Bertoli, le patron des députés LR, la présidente
de l'association Terres vives."""

_BOSS = rf"(?:{_OFFICE}(?:t*p(?:-?u)*|u(?:-?u)*)?|t*p(?:-?u)*)"
_AIDE = rf"[dt]*t*o(?:-?t*o)*t*g+d?{_BOSS}"
"""Le porte-parole du président turc, an adviser of Prime Minister Quispe."""

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("camp", rf"[dt]*[bG]g*{_PERSON}(?:,?&{_PERSON})?"),  # le camp Salas, les partisans de Jorge Salas
        (
            "named-body",
            r"(?:[dt]*b(?:e*|t*)g+)?(?:[dte]*b|D)(?:e*a?e*)\"?(?:c|u(?:-?[uq])*|q)",
        ),  # le groupe allemand Bertoli, des députés du parti présidentiel LREM
        ("seated", r"[dt]*[be]*b(?:e*|g+be*)xc"),  # the government in Lima, le gouvernement de transition à Quito
        ("staff", rf"{_OFFICE}t*p(?:-?u)*st*b+"),  # Prime Minister Ana Quispe's government
        ("present-office", rf"{_OFFICE},?{_PERSON},(?:{_OFFICE_OF_BODY}|{_OFFICE}c?)(?!\"?[uc])"),
        ("aide", rf"{_PERSON},(?:dxg)?{_AIDE}"),  # Ana Quispe, conseillère du président péruvien
        ("aide", rf"{_AIDE}(?:,{_PERSON}(?=[,.]))?"),
        ("aide", rf"{_BOSS}st*o(?![uop])"),  # the Peruvian president's adviser
        (
            "bearers",
            rf"{_OFFICE},?{_PERSON}(?:,{_PERSON})*,?&{_PERSON}",
        ),  # les ministres de la Norvège et du Pérou, Liv Dahl et Ana Quispe
        ("office", rf"{_OFFICE_OF_BODY},?{_PERSON}"),
        ("office", rf"{_OFFICE},?{_PERSON}{_OF}"),  # President Ana Quispe of Peru
        ("office", rf"{_OFFICE},?{_PERSON}"),
        ("person", rf"{_PERSON}[,(](?:dxg)?(?:{_OFFICE_OF_BODY}(?!\"?[ucq])|{_OFFICE})\)?(?!,?t*[pu])"),
        ("person", rf"{_PERSON},t*oc(?=[x,.])"),  # Luc Barral, délégué CGT chez Karvel
        ("person", rf"{_PERSON},(?:dxg)?{_BODY}"),
        ("person", r"(?:[dt]*[cq]|D)s(?:t*p(?:-?u)*|u-?u(?:-?u)*)"),  # Unison's Ana Quispe, the union's Ana Quispe
        (
            "fellow",
            rf"{_NAMED}(?:,gd?(?:b[te]*)?[cq](?=[,.:;!?\"]|$)|gd?c(?![bosk])|\([cq]\))",
        ),  # Luc Barral, de la CGT
        ("member", r"t*p(?:-?u)*gd?c(?![bosk])"),  # Quispe of the Quarrymen's Party
        ("counterpart", rf"d?t*(?:a(?:[,&]+a)*|c)?t*k(?:a(?:[,&]+a)*|{_OF})?(?:,?{_PERSON})?"),
        ("group", r"(?:[dt]*[cq]|D)s[te]*Gs?'?[te]*b"),  # Peru's largest miners' union
        ("group", r"[dt]*[cq]s?[te]*G"),
        ("group", rf"[dt]*Gs?'?[te]*(?:b|o(?:,?{_PERSON})?)"),  # the miners' union, leaders, spokesman Luc Barral
        ("ranks", r"[dt]*Gg+d?[qu](?!-?[uq])"),  # les indépendantistes du FLP
        ("group", r"[dt]*G(?:a(?:[,&]+a)*|g+d?(?:[cl]|u(?:-?u)*(?!\"?[cq])))"),  # les pêcheurs péruviens, de Potosí
        ("body", rf"[dt]*b(?:e*|t*)g+d?{_BODY}"),  # a senior official of the Peruvian government
        ("body", r"Dg+(?:[dt]*b|D)e*c(?![bosG])"),  # les négociateurs de la société Bertoli
        ("body", rf"Dg+d?{_BODY}"),  # les négociateurs du gouvernement péruvien et de la guérilla
        ("body", rf"[dt]*b(?:e*|t*)g+d?{_OFFICE},?{_PERSON}"),  # des conseillers du président russe Vladimir Poutine
        ("body", rf"[dt]*b(?:e*|t*)g+d?{_OFFICE}"),
        ("body", r"[dt]*b(?:e*|t*)g+d?t*p(?:-?u)*"),  # le gouvernement de Gustavo Petro, l'armée du général Burhan
        ("body", _BODY),
        ("office", rf"{_OFFICE_OF_BODY}(?!\"?[ucqp])"),
        ("office", rf"{_OFFICE}c"),  # le délégué FO
        ("local-office", rf"[dt]*og+d?l(?:,?{_PERSON})?"),  # le gouverneur d'Arequipa
        ("office", _OFFICE),
        ("section", r"[dt]*cc"),  # la CGT Bertoli
        ("mayor", rf"[dt]*c,?{_PERSON}(?:\([cq]\))?|{_NAMED},d?c(?=[,.:;!?\"]|$)"),
        ("name", r"[dt]*c\([cq]\)"),
        ("new-body", r"[dt]*u(?:(?:gd?)?u|[xgd](?=u))*\(q\)"),
        ("new-body", r"[dt]*(?:b[xg]?d?(?:u(?:-?[uq])*|q)|(?:u|q)+b)"),
        ("named-body", r"(?:d|(?<=g))ac(?![bosG])"),  # le danois Maersk
        ("name", r"[dt]*c"),
        ("person", r"(?<=&)at*,?(?:p|u)(?:-?u)*"),  # les présidents congolais X et rwandais Y
        ("person", r"t*p|t+u"),
        (
            "named-demonym",
            r"[dt]*mp(?:-?u)*|[dt]*mu(?:-?u)+(?=,?&d?m)|(?<=&)d?mu(?:-?u)+",
        ),  # la Péruvienne Ana Quispe et
        ("demonym", r"[dt]*m"),
        ("acronym", r"d?q"),
        ("part", r"[dt]*o[te]*g+(?:D|d?[te]*b)[te]*g+d?[te]*G"),  # le président de la fédération des mineurs
        (
            "part",
            r"(?:[dt]*[bo]|D)[te]*g+(?:[Db]|d?[te]*a?G)",
        ),  # les députés de l'opposition, a delegation of French firms
        ("part", r"(?:[dt]*[bo]|D)[te]*gdb"),  # la délégation de l'armée
        ("description", r"D,a(?:[,&]+a)+(?=[,.])"),  # les deux délégations, russe et ukrainienne,
        ("description", r"Da(?:[,&]+a)*|d?t*aD"),
        ("description", r"Dg+d?l"),  # les séparatistes du Cabinda
        ("description", r"D"),
        ("description", rf"d[te]*b|g[te]*b(?!e*a|{_OF})|b"),
        ("group", r"[dt]*[bo]G(?:a(?:[,&]+a)*)?"),  # les chefs rebelles tchadiens
        ("group", r"[dte]*(?:a(?:[,&]+a)*)?[te]*G"),
        ("land-firm", r"(?:d|(?<=g))a(?=[x&,.;:)]|$)"),  # le norvégien a refusé
        ("pronoun", r"r"),
        ("adjective", r"a"),
    )
)
"""Kind of mention → pattern over tags. At a place the first pattern that matches and resolves is taken."""

_NAMING = "(?=[dteg]*[abcklmopqruDG])"
"""Behind determiners, titles and the like stands who is meant: before other nouns no pattern need be tried."""

_FIRST = re.compile(_NAMING + "(?:" + "|".join(f"({pattern.pattern})" for _, pattern in PATTERNS) + ")")
"""All patterns at once, a group each: the first that matches mostly resolves."""

SILENT = frozenset("x&s-,.;:!?\"'()")
"""Tags that no mention begins with."""


def mentions(row: Sequence[Unit], context: Context) -> list[Mention]:
    """The mentions of a sentence in order, coordinated ones joined. `row` holds the units of the context's sentence."""
    sentence, grammar = context.sentence, context.grammar
    row = with_ties(with_short_names(row), context)
    context.faced = _faced(row)
    markers = beyond_tied(_markers(lower(sentence), grammar), sentence, grammar)
    found = with_divisions(with_led(list(_chunks(row, context)), context), sentence, grammar)
    described = openings(found, context)
    if described:
        found = plain_names(found, described, sentence)
        markers |= {name: markers[first] for name, first in described.items() if first in markers}
    single = [_marked(mention, sentence, markers, grammar) for mention in found]
    context.memory.partisans.update(partisans(single, sentence, grammar))
    whole = before_parties(single, sentence, grammar)
    single = [_marked(one, sentence, markers, grammar) if new else one for one, new in whole]
    single = with_leaders(single, grammar)
    apart = with_instances(without_lands(single, sentence, markers, grammar), sentence, grammar)
    told = of_meeting(with_others(apart, sentence, grammar), sentence, grammar)
    return joined(told, sentence, row, grammar, described)


def _faced(row: Sequence[Unit]) -> frozenset[str]:
    """The countries of those who are somebody's counterparts: "his Chinese counterpart", "son homologue chinois"."""
    counterparts = [at for at, unit in enumerate(row) if unit.tag == "k"]
    beside = (
        row[near] for at in counterparts for near in (at - 1, at + 1) if 0 <= near < len(row) and row[near].tag == "a"
    )
    return frozenset(party.id for unit in beside if unit.name is not None for party in unit.name.parties)


def _chunks(row: Sequence[Unit], context: Context) -> Iterator[Mention]:
    tags = "".join([unit.tag for unit in row])
    at = 0
    while at < len(row):
        if tags[at] in SILENT:
            at += 1
            continue
        for kind, end in _matching(tags, at):
            end = _own_end(tags, at, end, context.grammar)
            mention = resolve(context, kind, row[at:end])
            if mention is not None:
                context.seen.append(mention)
                yield mention
                at = end - 1
                break
        at += 1


def _own_end(tags: str, first: int, end: int, grammar: Grammar) -> int:
    """Behind which unit a mention ends before others that have an article and no "de": "le chef de l'ONU, | le Pérou et
    le Ghana ont", where "les chefs du Pérou et du Ghana" are those of both."""
    other = _OTHERS.match(tags, first, end) if grammar.shows("repeated-genitives") else None
    return other.end(1) if other is not None else end


_OTHERS = re.compile(r"([^,&g]*g+[^,&]*)[,&]+d[cq]")
"""Units of somebody who is of another, and behind them a name with an article alone."""


def _matching(tags: str, at: int) -> Iterator[tuple[str, int]]:
    """The kinds of mentions that may begin at a unit, in the order of the patterns, and behind which unit each ends."""
    first = _FIRST.match(tags, at)
    if first is None or first.lastindex is None:
        return
    yield PATTERNS[first.lastindex - 1][0], first.end()
    for kind, pattern in PATTERNS[first.lastindex :]:
        if (found := pattern.match(tags, at)) is not None:
            yield kind, found.end()


def _markers(lowered: Sequence[str], grammar: Grammar) -> dict[int, tuple[str, int]]:
    """Index of the word behind a preposition → (what it marks, index of the word before it)."""
    found: dict[int, tuple[str, int]] = {}
    for at in grammar.openings("prepositions", lowered):
        match = grammar.phrase("prepositions", lowered, at)
        if match is not None and not is_article(lowered, at, grammar):
            size, meaning = match
            known = found.get(at + size)
            if known is None or known[1] > at - 1:
                found[at + size] = (meaning, at - 1)
    return of_parts(_with_instances(found, lowered, grammar), lowered, grammar)


_DAY = 4
"""Words from a verb to its object, what says when between them."""


def _tells_day(word: str, grammar: Grammar) -> bool:
    return grammar.has("calendar-names", word) or grammar.has("time-words", word)


_INSTANCE_REACH = 6
"""Words from a preposition to "including", what is named between."""


def _with_instances(
    found: dict[int, tuple[str, int]], lowered: Sequence[str], grammar: Grammar
) -> dict[int, tuple[str, int]]:
    """Give those named as instances the preposition of what they are of: "with several states, including Peru"."""
    for at in grammar.places("instance-markers", lowered):
        before = (found[near] for near in range(at, max(at - _INSTANCE_REACH, 0), -1) if near in found)
        outer = next(before, None)
        if outer is not None and grammar.has("comitative-markers", outer[0]):
            found[at + 1] = outer
    return found


def is_article(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a preposition that is an article too has no noun before it: "Des responsables", "de hauts gradés"."""
    behind = lowered[at + 1] if at + 1 < len(lowered) else ""
    elided = grammar.has("genitives", lowered[at]) and grammar.has("prenominal-plurals", behind)
    if not (elided or grammar.has("plural-articles", lowered[at])):
        return False
    before = lowered[at - 1] if at else "."
    day = next((one for one in range(at - 1, max(at - 1 - _DAY, -1), -1) if not _tells_day(lowered[one], grammar)), -1)
    met = day >= 0 and grammar.has("facing-verbs", lowered[day])  # "a reçu mardi soir des éleveurs"
    return not before[0].isalnum() or met or grammar.opens_clause(before)


def _marked(
    mention: Mention, sentence: Sequence[Word], markers: dict[int, tuple[str, int]], grammar: Grammar
) -> Mention:
    if heads_story(mention, sentence):
        return mention.marked("in", None)
    if _is_dative(mention, sentence, grammar):
        return mention.marked("à", mention.first - 1)
    if _is_genitive(sentence, mention.last):
        owned = mention.last + 2
        return mention.marked("possessive", owned if owned < len(sentence) else None)
    if is_tied(mention.last + 1, sentence, grammar):
        return mention.marked("joined", None)
    for first in (
        *range(mention.first, min(mention.first + 2, mention.last + 1)),
        *_before(mention, sentence, grammar),
    ):
        if first in markers and sentence[first].text != "&":  # "AT&T"
            return mention.marked(*markers[first])
    if _is_joined(mention, sentence):
        return mention.marked("joined", None)
    apposed = _behind_its_kind(mention, sentence, markers, grammar) or _apposed(mention, sentence, grammar)
    if apposed in markers:
        return mention.marked(*markers[apposed])
    return mention


def _behind_its_kind(
    mention: Mention, sentence: Sequence[Word], markers: dict[int, tuple[str, int]], grammar: Grammar
) -> int:
    """Index of the word behind a preposition where the noun phrase begins that a company's name only ends, in English:
    "with French engineering firm Karvel"; 0 where none does."""
    first = opening_of_kind(mention, sentence, grammar)
    return next((at for at in range(first, mention.first) if at in markers), 0) if first else 0


_NO_NOUNS = (
    "determiners", "coordinators", "complementizers", "relatives", "subordinators", "adversatives", "adverbs",
    "negations", "clitics",
)  # fmt: skip
"""Classes of words that are no noun before a name."""

_OF_THINGS = frozenset({"name", "capital"})
"""Kinds of mentions that may only say of a thing which it is: "l'usine Karvel"."""


def _apposed(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> int:
    """Index of the word where a noun phrase begins that a name only ends: "de l'usine Karvel"; -1 where none does."""
    noun, opener = mention.first - 1, mention.first - 2
    if mention.kind not in _OF_THINGS or opener < 1 or grammar.shows("compounds"):
        return -1
    word = sentence[noun]
    plain = word.text.isalpha() and word.text.islower() and not grammar.has_any(_NO_NOUNS, word.text)
    plain = plain and grammar.phrase("prepositions", [word.text], 0) is None
    if not plain or not sentence[mention.first].is_capitalised or grammar.looks_like_infinitive(word.text):
        return -1
    if grammar.has("gerund-openers", sentence[opener].lower) and grammar.looks_like_gerund(word.text):
        return -1  # "en accusant Lima"
    if grammar.has("determiners", sentence[opener].lower):
        return opener
    return -1 if grammar.has("idiom-openers", sentence[opener].lower) else noun  # "met en garde Lima"


def _is_joined(mention: Mention, sentence: Sequence[Word]) -> bool:
    """Whether a hyphen makes a name part of what a thing is: "the Norway-brokered truce"; it does nothing itself."""
    behind = sentence[mention.last + 1 : mention.last + 3]
    if len(behind) < _JOINED or behind[0].text not in DASHES:
        return False
    close = behind[0].start == sentence[mention.last].end and behind[1].start == behind[0].end
    return close and behind[1].text.isalpha() and not behind[1].is_capitalised


_JOINED = 2
"""Words behind a name by which it is part of a longer one: the hyphen and the participle."""


def _is_dative(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> bool:
    """A pronoun of whom something is asked or offered, before its verb: "ils lui demandent"."""
    if mention.kind != "pronoun" or not grammar.has("dative-pronouns", sentence[mention.first].lower):
        return False
    behind = sentence[mention.last + 1].lower if mention.last + 1 < len(sentence) else ""
    plain = behind.isalpha() and not grammar.has_any(("adverbs", "coordinators", "relatives"), behind)
    before = sentence[mention.first - 1].lower if mention.first else ""
    return plain and grammar.phrase("prepositions", [before], 0) is None


def _before(mention: Mention, sentence: Sequence[Word], grammar: Grammar) -> Sequence[int]:
    """The words between a preposition and a name in quotation marks, 'avec les "gilets jaunes"', or two names that are
    taken together, "by both Oslo and Lima"."""
    at = mention.first - 1
    if at > 0 and grammar.has("floating", sentence[at].lower):
        return (at,)
    return (at, at - 1) if at > 0 and sentence[at].text == '"' else ()


def _is_genitive(sentence: Sequence[Word], last: int) -> bool:
    """Whether the English mark of the genitive follows: "'s", or behind a plural the apostrophe alone."""
    following = sentence[last + 1].lower if last + 1 < len(sentence) else ""
    glued = following == "'" and sentence[last + 1].start == sentence[last].end
    return following == "'s" or (glued and sentence[last].text.endswith("s"))
