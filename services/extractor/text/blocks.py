"""The lines and paragraphs of a text, and the lines in them that say where and when it was written."""

import re
from collections.abc import Iterator

from services.extractor.text.conventions import Conventions
from services.extractor.text.offsets import Span
from services.extractor.text.words import fold

_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"[^\n]++(?:\n[^\n]++)*+")

_GOING_ON = re.compile(r"\n(?<=[\w,;'-]\n)[^\W\d_A-Z]")
"""A line that begins in lower case, behind one that has no end. The break first: it is what is quickly found."""

_DATE = r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:h]|\s?h\s?)[0-5]\d(?:\s?(?:GMT|UTC|CET|CEST|ET|a\.m\.|p\.m\.))?"
    r"(?:\s?[-–—|:•]+\s+|\s+(?=[^\W\da-z]|\")|\s*\Z)"
)
"""The time at the head of an entry of a live report."""
_PLACE = r"[^\W\d_][\w.'/-]*(?:[ ,]{1,2}[^\W\d_][\w.'/-]*){0,5}"
_DASH = r"\s?(?:[-–—|_]{1,2}|--)\s+"
"""A dash, or what old wires send for one."""
_DASHED = re.compile(r"[-–—|_]\s")
_AGENCY = re.compile(rf"(?P<place>{_PLACE})(?P<day>,? [^\n()–—|]{{1,30}}?)??(?P<source> ?\([^()\n]{{2,40}}\))?{_DASH}")
"""GENEVA, Jan 21 (Agency) - ; Vienne (Agence) – ; BUENOS AIRES, March 4 - ; KATOWICE | """
_HEAD_DATE = re.compile(rf"{_DATE}(?:,\s[^.\n,]{{2,40}}(?=\n|\Z)|\s?[-–—|:]\s)")
_TAIL_DATE = re.compile(rf"(?<=[.…?!])\s(?P<line>{_DATE},\s[^.\n,]{{2,40}})\Z")

_SEPARATOR = re.compile(r"\s[|•·›»/>]\s")
_LEAST_SEPARATORS = 4
_LONGEST_CHOICE = 5
"""Words of a choice of a menu, on an average."""

_LONGEST_DATELINE = 100
_LONGEST_STAMP = 90
_LONGEST_POINTER = 250
_MOST_WORDS_OF_DAY = 8
_MOST_WORDS_WITH_ADDRESS = 8
_LEAST_WRAPPED = 2


def blocks(text: str, span: Span) -> Iterator[Span]:
    """The lines of a text, without the space around them; its paragraphs where lines are wrapped by hand."""
    pattern = _PARAGRAPH if _is_wrapped(text) else _LINE
    for found in pattern.finditer(text, *span):
        inner = found.group().strip()
        if inner:
            start = found.start() + found.group().index(inner[0])
            yield start, start + len(inner)


def _is_wrapped(text: str) -> bool:
    """Whether many lines go on in lower case on the next one."""
    lines = text.count("\n") + 1
    going_on = sum(1 for _ in _GOING_ON.finditer(text))
    return going_on >= _LEAST_WRAPPED and going_on * 4 >= lines


def datelines(text: str, block: Span, rules: Conventions) -> tuple[list[Span], Span]:
    """The parts of a block that say where, when and by whom, and the rest of it (may be empty).

    A line that points to another article is all of the first sort: what it tells is not told here.
    """
    start, end = block
    if _is_menu(text[start:end]):
        return [block], (end, end)
    line = text[start : min(end, start + _LONGEST_POINTER + 1)]
    if _is_stamp(line, rules) or (len(line) <= _LONGEST_POINTER and rules.points_elsewhere(line)):
        return [block], (end, end)
    head = _head(text, block)
    tail = _TAIL_DATE.search(text, max(head, end - _LONGEST_DATELINE), end)
    body = head, tail.start() if tail else end
    marked = [(start, start + len(text[start:head].rstrip()))] if head > start else []
    return [*marked, *([tail.span("line")] if tail else [])], body


def _is_menu(line: str) -> bool:
    """Whether a line is a row of choices ("Home | World | Politics | Talks"): many marks, few words between them."""
    separators = len(_SEPARATOR.findall(line))
    return separators >= _LEAST_SEPARATORS and len(line.split()) - separators <= _LONGEST_CHOICE * (separators + 1)


def _is_stamp(line: str, rules: Conventions) -> bool:
    """A line with an address and little else; a short one that opens with "Published", or of numbers alone."""
    if "://" in line:
        return len(line.split()) <= _MOST_WORDS_WITH_ADDRESS
    if len(line) > _LONGEST_STAMP or not any(map(str.isdigit, line)):
        return False
    folded = fold(line)
    opened = any(folded.startswith(stamp) and not folded[len(stamp) :][:1].isalnum() for stamp in rules.stamps)
    return opened or _is_day(folded, rules) or not any(map(str.isalpha, line))


def _is_day(line: str, rules: Conventions) -> bool:
    """A day by itself ("Le 12 mars 2022 à 10 h 30"); a sentence that begins with one goes on and has an end."""
    opener, _, rest = line.partition(" ")
    short = len(line.split()) <= _MOST_WORDS_OF_DAY
    return opener in rules.day_openers and rest[:1].isdigit() and short and line[-1] not in ".!?…"


def _head(text: str, block: Span) -> int:
    start, end = block
    bound = min(end, start + _LONGEST_DATELINE)
    for pattern in (_CLOCK, _HEAD_DATE):
        if found := pattern.match(text, start, bound):
            return found.end()
    # Most blocks hold no dash near their head, and what may stand before it is long in trying.
    agency = _AGENCY.match(text, start, bound) if _DASHED.search(text, start, bound) else None
    return agency.end() if agency and _is_agency(agency) else start


def _is_agency(found: re.Match[str]) -> bool:
    """Capitals, a source in brackets or a day behind a comma mark a dateline; a dash alone does not."""
    day = found["day"] or ""
    is_dated = day.startswith(",") and any(character.isdigit() for character in day)
    return found["place"].split(",")[0].isupper() or bool(found["source"]) or is_dated
