"""Bodies that the text introduces by their own name: a run of capitalised words around a noun of body.

"The Semiconductor Industry Association", "American Motors Corp", "National Union of Dock Workers (NUDW)" and later
"the NUDW", "American Motors": what is found becomes one unit, like a name that the tables know.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from services.extractor.actors.entity import Name, Party
from services.extractor.actors.memory import Memory
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit
from services.extractor.grammar import Grammar, lower
from services.extractor.text.words import Word, fold

_COMMON = "uatbqlcmGe"
"""Tags of units that may stand inside the name of a body if they are capitalised."""

_NEW = "uqtbGe"
"""Of these one at least must be there: a country and a noun alone ("Russian Federation") are that country."""

_NAME_BEFORE = re.compile(r"[uq](?:-?[uq]){0,3}(?=,[dD])")
"""Tags of a name before the comma of an apposition with a determiner."""

_NAME_OF_THING = re.compile(r"[uq](?:-?[uq]){0,3}(?=,x)")
"""Tags of a name before the comma of a relative clause."""

_LONGEST = 8
_OF_PEOPLE = ("movement", "igo", "union")
_SHORTEST_ACRONYM = 3
"""An acronym of so many letters or more is understood without being written beside the name."""


_IN_SMALL = "xeabGtuqlm"
"""Tags of units that may stand in a name that goes on in small letters."""

_IN_BRACKETS = 12
"""Units from the noun of a name to the bracket that holds its acronym."""
_MOST_ADJECTIVES, _MOST_COMPLEMENTS = 2, 3
_CLOSED = (
    "determiners", "coordinators", "complementizers", "relatives", "subordinators", "conditions", "negations",
    "adversatives", "adverbs", "prepositions", "time-words", "calendar-names",
)  # fmt: skip
"""Classes of words of which none belongs to a name."""


def introduced(
    sentence: Sequence[Word], row: Sequence[Unit], grammar: Grammar, memory: Memory, is_finite: Callable[[str], bool]
) -> list[Unit]:
    """The row with each body that it introduces, or that the text introduced before, as one unit.

    `is_finite` tells of a word in lower case whether it may be a finite verb.
    """
    lowered = lower(sentence)
    if all(word.text.isupper() for word in sentence if word.text.isalpha()):
        return list(row)  # A line in capitals does not tell names from other words.
    row = list(_opened(sentence, row))
    result: list[Unit] = []
    at = 0
    while at < len(row):
        if not (sentence[row[at].first].is_capitalised or sentence[row[at].last].is_capitalised):
            result.append(row[at])  # No name begins here: the most part of all units.
            at += 1
            continue
        found = (
            _hyphened(sentence, row, at, memory)
            or _known_again(sentence, row, at, memory)
            or _going_on_small(sentence, lowered, row, at, grammar, memory, is_finite)
            or _new(sentence, lowered, row, at, grammar, memory)
            or _apposed(sentence, lowered, row, at, grammar, memory)
            or _introduced_by_kind(sentence, lowered, row, at, grammar, memory)
            or _thing(sentence, lowered, row, at, grammar, memory)
        )
        if found is not None and found.first > row[at].first:
            result.append(Unit("d", row[at].first, found.first - 1))
        result.append(found or row[at])
        while at < len(row) and row[at].first <= result[-1].last:
            at += 1
    return result


def _opened(sentence: Sequence[Word], row: Sequence[Unit]) -> Iterator[Unit]:
    """The row with "The Guild" before "of" as two words: it begins a name and describes nobody."""
    for at, unit in enumerate(row):
        if unit.tag == "D" and sentence[unit.last].is_capitalised and row[at + 1 : at + 2] and row[at + 1].tag == "g":
            yield from (
                Unit("d" if index < unit.last else "u", index, index) for index in range(unit.first, unit.last + 1)
            )
        else:
            yield unit


_BRANCHED = frozenset({"union", "political-party", "employer"})
"""Kinds of bodies whose branches are called by their name and another with a hyphen."""


def _hyphened(sentence: Sequence[Word], row: Sequence[Unit], at: int, memory: Memory) -> Unit | None:
    """A branch of a body, or two that act as one: "CGT-Spectacle", "UTS-UGTG"; not two known ones ("CGT-CFDT")."""
    unit = row[at]
    known = unit.name.parties[0] if unit.tag == "c" and unit.name is not None and unit.name.parties else None
    if unit.tag == "q" and len(sentence[unit.first].text) < _SHORTEST_ACRONYM:
        return None
    if unit.tag != "q" and (known is None or known.kind not in _BRANCHED or not _is_glued(sentence, row, at)):
        return None
    end = at
    while _is_glued(sentence, row, end) and row[end + 2].tag in "uqlc" and sentence[row[end + 2].first].is_capitalised:
        other = row[end + 2].name
        if known is not None and other is not None and other.kind == "organisation":
            return None
        end += 2
    if end == at:
        return None
    name = "".join(word.text for word in _words(sentence, row[at : end + 1]))
    party = Party(f"org:{slug(name)}", name, known.kind if known is not None else "organisation")
    return _unit(sentence, unit.first, row[end].last, memory.aliases.setdefault(fold(name), party))


def _is_glued(sentence: Sequence[Word], row: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen without spaces ties the next unit to this one."""
    behind = row[at + 1 : at + 3]
    if len(behind) < 2 or behind[0].tag != "-":
        return False
    mark = sentence[behind[0].first]
    return sentence[row[at].last].end == mark.start and mark.end == sentence[behind[1].first].start


def _known_again(sentence: Sequence[Word], row: Sequence[Unit], at: int, memory: Memory) -> Unit | None:
    """The longest run of unknown capitalised words here that the text has used as a name of a body."""
    if row[at].tag not in "uqatG" or not sentence[row[at].first].is_capitalised:
        return None
    for end in range(min(at + _LONGEST, len(row)), at, -1):
        party = memory.aliases.get(_folded(sentence, row[at:end]))
        if party is not None:
            return _unit(sentence, row[at].first, row[end - 1].last, party)
    return None


def _new(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar, memory: Memory
) -> Unit | None:
    """The body whose name begins at a unit."""
    if not _is_part(sentence, row[at]):
        return None
    end, head, suffix = _extent(sentence, lowered, row, at, grammar)
    if head is None or not _is_a_name(row[at:end]):
        return None
    bare = row[at : end - 1] if suffix and end - at > 1 else row[at:end]
    name = _text(sentence, bare)
    known = _known_behind(row, end)
    if known is not None:
        memory.aliases.setdefault(fold(_text(sentence, row[at:end])), known)
        return _unit(sentence, row[at].first, row[end - 1].last, known)
    acronym = _acronym(sentence, row, end)
    identity = slug(acronym or name)
    if not identity:
        return None
    kind = "union" if any(grammar.has("union-words", word.folded) for word in _words(sentence, bare)) else head
    party = Party(f"org:{identity}", name, kind if head in _OF_PEOPLE else head)
    whole = _text(sentence, row[at:end])
    short = [acronym] if acronym else [_initials(name), _initials(whole)]
    for alias in (name, whole, *(one for one in short if len(one) >= _SHORTEST_ACRONYM)):
        memory.aliases.setdefault(fold(alias), party)
    return _unit(sentence, row[at].first, row[end - 1].last, party)


def _going_on_small(
    sentence: Sequence[Word],
    lowered: Sequence[str],
    row: Sequence[Unit],
    at: int,
    grammar: Grammar,
    memory: Memory,
    is_finite: Callable[[str], bool],
) -> Unit | None:
    """The body whose name begins with its noun in a capital and goes on in small letters, as French spells them:
    "le Syndicat national des pilotes (SNP)", "l'Alliance citoyenne"."""
    head = row[at].last
    noun = grammar.phrase("name-nouns", lowered, head)
    opened = row[at].tag == "D" or (at > 0 and row[at - 1].tag in "dg")
    if noun is None or not opened or row[at].tag not in "Dub" or not sentence[head].is_capitalised:
        return None
    end = _bracket(row, at) or _phrase_end(sentence, lowered, row, at + 1, grammar, is_finite)
    if end <= at + 1:
        return None
    name = " ".join(word.text for word in sentence[head : row[end - 1].last + 1])
    acronym = _acronym(sentence, row, end)
    known = _known_behind(row, end) or memory.aliases.get(fold(acronym or name))
    party = known or Party(f"org:{slug(acronym or name)}", name, noun[1])
    for alias in (name, *([acronym] if acronym else [])):
        memory.aliases.setdefault(fold(alias), party)
    return _unit(sentence, head, row[end - 1].last, party)


def _bracket(row: Sequence[Unit], at: int) -> int | None:
    """Where the bracket with the acronym of a name opens, if no other mark stands before it."""
    tags = "".join(unit.tag for unit in row[at + 1 : at + _IN_BRACKETS + 3])
    found = re.match(r"[^,.;:()\"]+(?=\([quc]\))", tags)
    return at + 1 + found.end() if found is not None and found.end() <= _IN_BRACKETS else None


def _phrase_end(
    sentence: Sequence[Word],
    lowered: Sequence[str],
    row: Sequence[Unit],
    at: int,
    grammar: Grammar,
    is_finite: Callable[[str], bool],
) -> int:
    """Behind the last unit of a noun phrase that goes on here: adjectives, and complements with theirs."""
    adjectives = complements = 0
    while at < len(row):
        inside = _complement(lowered, row, at, grammar)
        if inside is not None and complements < _MOST_COMPLEMENTS:
            while _is_glued(sentence, row, inside - 1):
                inside += 2  # du Haut-Karvan
            at, adjectives, complements = inside, 0, complements + 1
            continue
        word = lowered[row[at].first]
        plain = row[at].tag in _IN_SMALL and not is_finite(word) and not _is_closed(lowered, row[at].first, grammar)
        if not plain or adjectives >= _MOST_ADJECTIVES or sentence[row[at].first].is_capitalised:
            break
        at, adjectives = at + 1, adjectives + 1
    return at


def _is_closed(lowered: Sequence[str], at: int, grammar: Grammar) -> bool:
    return any(grammar.phrase(name, lowered, at) for name in _CLOSED)


def _complement(lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar) -> int | None:
    """Behind the noun that "of" or "for" brings to a name; None where nothing of the kind begins here."""
    if row[at].tag != "g" and not grammar.has("name-links", lowered[row[at].first]):
        return None
    at += 1
    while at < len(row) and row[at].tag == "d":
        at += 1
    if at >= len(row) or row[at].tag not in _IN_SMALL + "c":
        return None
    return None if _is_closed(lowered, row[at].first, grammar) else at + 1


def _apposed(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar, memory: Memory
) -> Unit | None:
    """The body whose name stands before what kind of body it is: "Coface, the French export credit agency"."""
    if row[at].tag not in "uq" or (at and row[at - 1].tag in "uqptao"):
        return None
    found = _NAME_BEFORE.match("".join(unit.tag for unit in row[at : at + _LONGEST]))
    if found is None:
        return None
    end = at + found.end()
    told = row[end + 1]
    kind = told.meaning if told.tag == "D" else _kind_behind(lowered, row, end + 2, grammar)
    kind = kind if kind in grammar.kinds else None
    if kind is None:
        return None
    name = _text(sentence, row[at:end])
    party = memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", name, kind))
    return _unit(sentence, row[at].first, row[end - 1].last, party)


def _thing(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar, memory: Memory
) -> Unit | None:
    """The body whose name a relative of things takes up, where it is no place: "Karvel, which had offered"."""
    if row[at].tag not in "uq" or (at and row[at - 1].tag in "uqptaog"):
        return None
    before = lowered[row[at].first - 1] if row[at].first else ""
    placed = grammar.has("towards-places", before) or grammar.has("locative", before) or grammar.has("titles", before)
    found = _NAME_OF_THING.match("".join(unit.tag for unit in row[at : at + _LONGEST]))
    if found is None or placed or not grammar.has("relatives-of-things", lowered[row[at + found.end() + 1].first]):
        return None
    end = at + found.end()
    name = _text(sentence, row[at:end])
    if len(name.split(" ")[-1]) < _SHORTEST_ACRONYM or not slug(name):
        return None  # "Annex C, which"
    party = memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", name, "organisation"))
    return _unit(sentence, row[at].first, row[end - 1].last, party)


def _introduced_by_kind(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar, memory: Memory
) -> Unit | None:
    """The body whose name stands behind what kind of body it is: "the operator, Karvel Transit,", "the firm Karvel"."""
    if row[at].tag not in "uq" or at < 1:
        return None
    before = at - 1
    if row[before].tag == "d" and before and row[before - 1].tag == ",":
        before -= 1
    comma = row[before].tag == ","
    noun = before - 1 if comma else before
    kind = _kind_here(lowered, row, noun, grammar)
    if kind is None or (comma and not _is_free(lowered, row, noun, grammar)):
        return None
    end = _end_of_bare_name(sentence, row, at)
    if comma and end < len(row) and row[end].tag not in ",.;:)":
        return None
    if (end == at + 1 and len(sentence[row[at].first].text) < _SHORTEST_ACRONYM) or _is_odd(sentence, row, end):
        return None
    name = _text(sentence, row[at:end])
    if not slug(name):
        return None
    party = memory.aliases.setdefault(fold(name), Party(f"org:{slug(name)}", name, kind))
    return _unit(sentence, row[at].first, row[end - 1].last, party)


def _is_odd(sentence: Sequence[Word], row: Sequence[Unit], end: int) -> bool:
    """Whether what follows makes the words part of something else: a hyphen, a name that a table knows."""
    return end < len(row) and (row[end].tag in "-cp" or row[end].tag == "o")


def _kind_here(lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar) -> str | None:
    """The kind of body that a common noun names, alone or with its determiner."""
    if at < 0 or row[at].tag not in "xbDGe":
        return None
    if row[at].tag == "D":
        return row[at].meaning if row[at].meaning in grammar.kinds else None
    found = grammar.phrase("kind-nouns", lowered, row[at].last)
    return found[1] if found is not None and found[0] == 1 else None


_NOUN_PHRASE = 6


def _is_free(lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar) -> bool:
    """Whether the noun phrase that ends here hangs on no other: in "the head of the union, Ana Quispe," it does."""
    for back in range(at, max(at - _NOUN_PHRASE, -1), -1):
        unit = row[back]
        if unit.tag in "Dd":
            before = row[back - 1] if back else None
            if before is None or unit.first == 0:
                return True
            return before.tag != "g" and not grammar.has("owner-nouns-links", lowered[before.last])
        if unit.tag in ",.;:g&":
            return False
    return False


def _end_of_bare_name(sentence: Sequence[Word], row: Sequence[Unit], at: int) -> int:
    """Behind the last unit of a run of capitalised words, with what "de" or a hyphen brings: "Laiterie de l'Ouest"."""
    end = at + 1
    while end < len(row) and end - at < _LONGEST:
        if row[end].tag in "uqb" and sentence[row[end].first].is_capitalised:
            end += 1
        elif _is_glued(sentence, row, end - 1) and sentence[row[end + 1].first].is_capitalised:
            end += 2
        elif row[end].tag == "g" and (inner := _capital_behind(sentence, row, end + 1)) is not None:
            end = inner
        else:
            break
    return min(end, len(row))


def _capital_behind(sentence: Sequence[Word], row: Sequence[Unit], at: int) -> int | None:
    """Behind the capitalised word that a link brings, an article before it or not."""
    if at < len(row) and row[at].tag == "d":
        at += 1
    return at + 1 if at < len(row) and row[at].tag == "u" and sentence[row[at].first].is_capitalised else None


def _kind_behind(lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar) -> str | None:
    """The kind of body that a noun phrase names which begins here; None where its noun is another."""
    kind = None
    for unit in row[at : at + _LONGEST]:
        found = grammar.phrase("kind-nouns", lowered, unit.last)
        ends = unit.tag in ",.;:)gd" or grammar.has("relatives", lowered[unit.first])
        if ends or grammar.phrase("prepositions", lowered, unit.first):
            return kind
        if unit.tag not in "xaetubGs'-":
            return None
        kind = found[1] if found is not None else None
    return None


def _extent(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], at: int, grammar: Grammar
) -> tuple[int, str | None, bool]:
    """(end of the run, kind of body, whether its noun is the mark of a company that is no part of the usual name)."""
    kind, end, suffix, position, linked = None, at, False, at, False
    while position < len(row) and position - at < _LONGEST:
        unit = row[position]
        if _is_part(sentence, unit):
            found = _noun_of_name(lowered, unit, grammar)
            if found is not None:
                kind, suffix, linked = found[1], grammar.has("company-marks", lowered[unit.first]), False
            elif kind is not None and not linked:
                break  # Behind its noun only what "of" brings belongs to a name: "Federation of Dock Workers".
            end = position + 1
        elif not (_is_link(unit) or _is_plural_genitive(sentence, unit)) or not _goes_on(sentence, row, position):
            break
        elif (
            unit.tag == "&"
            and kind is not None
            and not linked
            and _parts(sentence, lowered, row, at, position, grammar)
        ):
            break  # "the Dockers Union and Ferropal" are two.
        else:
            linked = True
        position += 1
    return end, kind, suffix


def _parts(
    sentence: Sequence[Word], lowered: Sequence[str], row: Sequence[Unit], first: int, joint: int, grammar: Grammar
) -> bool:
    """Whether "and" parts two bodies: what stands before it is a name, or no noun of a body ends what is behind."""
    behind = joint + 1
    while behind < len(row) and _is_part(sentence, row[behind]):
        if _noun_of_name(lowered, row[behind], grammar) is not None:
            return _is_a_name(row[first:joint])
        behind += 1
    return True


def _noun_of_name(lowered: Sequence[str], unit: Unit, grammar: Grammar) -> tuple[int, str] | None:
    """(1, kind) where a capitalised word tells what kind of body a name is of."""
    if unit.first != unit.last:
        return None
    return grammar.phrase("body-kinds", lowered, unit.first) or grammar.phrase("name-endings", lowered, unit.first)


def _is_part(sentence: Sequence[Word], unit: Unit) -> bool:
    known = unit.tag == "c" and unit.name is not None and unit.name.kind == "organisation"
    described = unit.tag == "D" and unit.first == unit.last  # the Hospital Employers Alliance
    return (unit.tag in _COMMON or described) and not known and sentence[unit.first].is_capitalised


def _is_link(unit: Unit) -> bool:
    return unit.tag in ("g", "&", "-")


def _is_plural_genitive(sentence: Sequence[Word], unit: Unit) -> bool:
    """ "Ferrymen's", "Workers'": inside a name, where "Norway's" is whose the body is."""
    before = sentence[unit.first - 1].folded if unit.first else ""
    return unit.tag in ("s", "'") and before.endswith(("s", "men", "people"))


def _goes_on(sentence: Sequence[Word], row: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(row) and _is_part(sentence, row[at + 1])


def _is_a_name(units: Sequence[Unit]) -> bool:
    return (len(units) > 1 and any(unit.tag in _NEW for unit in units[:-1])) or any(_is_link(unit) for unit in units)


def _acronym(sentence: Sequence[Word], row: Sequence[Unit], end: int) -> str | None:
    """The acronym in brackets behind a name."""
    tags = "".join(unit.tag for unit in row[end : end + 3])
    return sentence[row[end + 1].first].text if re.fullmatch(r"\([qu]\)", tags) else None


def _known_behind(row: Sequence[Unit], end: int) -> Party | None:
    """The body of the tables whose short name stands in brackets behind a long one: "South American Union (Unasur)"."""
    behind = row[end : end + 3]
    if "".join(unit.tag for unit in behind) != "(c)" or behind[1].name is None or behind[1].name.kind != "organisation":
        return None
    return behind[1].name.parties[0] if behind[1].name.parties else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split(" ") if word[0].isupper())


def _words(sentence: Sequence[Word], units: Sequence[Unit]) -> Sequence[Word]:
    return sentence[units[0].first : units[-1].last + 1]


def _text(sentence: Sequence[Word], units: Sequence[Unit]) -> str:
    return " ".join(word.text for word in _words(sentence, units))


def _folded(sentence: Sequence[Word], units: Sequence[Unit]) -> str:
    return fold(_text(sentence, units))


def _unit(sentence: Sequence[Word], first: int, last: int, party: Party) -> Unit:
    return Unit("c", first, last, Name(sentence[first].start, sentence[last].end, "organisation", (party,)))
