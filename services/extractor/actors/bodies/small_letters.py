"""Names that begin with their noun in a capital and go on in small letters, as French spells them:
"le Syndicat national des pilotes (SNP)", "l'Alliance citoyenne"."""

from services.extractor.actors.bodies.brackets import acronym, apposed_letters, bracket, known_behind
from services.extractor.actors.bodies.line import Line
from services.extractor.actors.entity import Party
from services.extractor.actors.tables import slug
from services.extractor.actors.units import Unit
from services.extractor.text.words import fold

_IN_SMALL = "xeabGtuqlm"
"""Tags of units that may stand in a name that goes on in small letters."""

_MOST_ADJECTIVES, _MOST_COMPLEMENTS = 2, 3


def going_on_small(line: Line, at: int) -> Unit | None:
    """The body whose name begins with the last word of a unit."""
    kind = _opening(line, at)
    if kind is None:
        return None
    end = bracket(line, at) or _phrase_end(line, at + 1)
    if end <= at + 1:
        return None
    stretch = range(line.row[at].last, line.row[end - 1].last + 1)
    name = line.text(stretch)
    short = acronym(line, end) or apposed_letters(line, at, name)
    known = known_behind(line, end) or line.memory.aliases.get(fold(short or name))
    party = known or Party(f"org:{slug(short or name)}", line.written(stretch), kind)
    line.remember(party, name, *([short] if short else []))
    return line.unit(stretch, party)


def with_its_letters(line: Line, at: int) -> Unit | None:
    """The body all in small letters whose acronym stands in brackets: "la conférence des maires ruraux (CMR)"."""
    noun = line.grammar.phrase("name-nouns", line.lowered, line.row[at].last) if line.has_bracket else None
    if noun is None or not _is_opened(line, at) or line.words[line.row[at].last].is_capitalised:
        return None
    end = bracket(line, at)
    short = acronym(line, end) if end is not None else None
    if end is None or short is None or short[0].lower() != line.lowered[line.row[at].last][0]:
        return None
    if any(line.is_verb(line.lowered[unit.first]) for unit in line.row[at + 1 : end]):
        return None
    stretch = range(line.row[at].last, line.row[end - 1].last + 1)
    party = line.memory.aliases.get(fold(short)) or Party(f"org:{slug(short)}", short, noun[1])
    line.remember(party, line.text(stretch), short)
    return line.unit(stretch, party)


def _is_opened(line: Line, at: int) -> bool:
    """Whether an article or "of" stands before a noun, or in its unit."""
    return line.row[at].tag == "D" or (at > 0 and line.row[at - 1].tag in "dg")


def _opening(line: Line, at: int) -> str | None:
    """The kind of body that a noun in a capital tells, behind an article or "of"."""
    unit = line.row[at]
    if not _is_opened(line, at) or unit.tag not in "Dub" or not line.words[unit.last].is_capitalised:
        return None
    noun = line.grammar.phrase("name-nouns", line.lowered, unit.last)
    return noun[1] if noun is not None else None


def _phrase_end(line: Line, at: int) -> int:
    """Behind the last unit of a noun phrase that goes on here: adjectives, and complements with theirs."""
    end = _behind_adjectives(line, at)
    for _ in range(_MOST_COMPLEMENTS):
        inside = _behind_complement(line, end)
        if inside is None:
            break
        end = _behind_adjectives(line, inside)
    return end


def _behind_adjectives(line: Line, at: int) -> int:
    """Behind words in small letters that are no verbs and may stand in a name."""
    end = at
    while end < len(line.row) and end < at + _MOST_ADJECTIVES and _is_plain(line, end):
        end += 1
    return end


def _is_plain(line: Line, at: int) -> bool:
    unit = line.row[at]
    plain = unit.tag in _IN_SMALL and not line.is_capitalised(at) and not line.is_verb(line.lowered[unit.first])
    return plain and not line.is_closed(at)


def _behind_complement(line: Line, at: int) -> int | None:
    """Behind the noun that "of" or "for" brings to a name; None where nothing of the kind begins here."""
    if at >= len(line.row) or (line.row[at].tag != "g" and not line.has("name-links", at)):
        return None
    at += 1
    while at < len(line.row) and line.row[at].tag == "d":
        at += 1
    if at >= len(line.row) or line.row[at].tag not in _IN_SMALL + "c" or line.is_closed(at):
        return None
    if line.is_verb(line.lowered[line.row[at].first]) and not line.is_capitalised(at) and _is_bare(line, at):
        return None  # "demande au Conseil d'imposer", where "des marins" has its article
    while line.is_glued(at):
        at += 2  # du Haut-Karvan
    return at + 1


def _is_bare(line: Line, at: int) -> bool:
    """Whether no article stands before a word, alone or melted into "of"."""
    before = line.lowered[line.row[at].first - 1]
    return not line.grammar.has("determiners", before)
