"""Spaces and line breaks that got lost: "Genève.Il a dit", "Situation au frontPendant la nuit"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from services.extractor.text.conventions import LANGUAGES, Conventions, conventions
from services.extractor.text.offsets import Edit

_LOWER = "a-zß-öø-ÿœ"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"

_STOP = re.compile(r"""(?<=[^\W_])"(?=[^\W\d_])|(?<=[^\W_]|[)"'%€])(?:\.{1,3}|[?!…]{1,3})"?(?=[^\W\d_])""")
_JOINT = re.compile(
    rf"(?<=[{_LOWER}])(?=[{_UPPER}])"
    rf"|(?<=[{_UPPER}][{_UPPER}])(?=[{_UPPER}][{_LOWER}])"
    rf"|(?<=[\d)])(?=[{_UPPER}][{_LOWER}'])"
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AT = re.compile(r"[^\W\d_]{1,40}'?")
_NAME_AT = re.compile(rf"[{_UPPER}][{_LOWER}]{{1,40}} [{_UPPER}][{_LOWER}]{{1,40}}")
_NAME = re.compile(rf"\b(?=({_NAME_AT.pattern}))")
_INITIAL = re.compile(r"(?:\W|\A)\w\.\Z")
_PIECE_BEFORE = re.compile(rf"(?:[{_UPPER}]{{2,}}|[{_UPPER}]?[{_LOWER}]+|\d+|\))\Z")
_PLURAL = re.compile(rf"[{_UPPER}]s")
_PIECE_AT = re.compile(rf"[{_UPPER}][{_LOWER}]*'?")
_ADDRESS = re.compile(r"://|@|#|^\W*www\.|\w\.\w{2,}/")

_LONGEST_WORD = 40
_LONGEST_ADDRESS = 400
_MOST_JOINTS = 2000
"""Bounds on what is looked at: no text worth reading has more glued headings."""

_SHORTEST_WORD = 4
"""From this length on a lower-case beginning ("sécurité") is a word; shorter ones are brands ("iPhone")."""

_BREAK = "\n\n"
"""Between a heading and its text: holds in texts wrapped by hand as well."""


def gaps(text: str) -> list[Edit]:
    """The insertions a text needs, in order."""
    language = conventions(*LANGUAGES)
    return sorted((*_after_stops(text, language), *_after_headings(text, language)), key=lambda edit: edit.start)


def _after_stops(text: str, language: Conventions) -> Iterator[Edit]:
    quotes = seen = 0
    for found in _STOP.finditer(text):
        line = text.rfind("\n", seen, found.start())
        quotes = text.count('"', max(line, seen), found.start()) + (quotes if line < 0 else 0)
        seen = found.start()
        if _ends_sentence(text, found.start(), found.end(), language):
            opening = found.group().endswith('"') and quotes % 2 == 0
            at = found.end() - opening
            yield Edit(at, at, " ")


def _ends_sentence(text: str, stop: int, at: int, language: Conventions) -> bool:
    """Whether what follows a mark without a space is a new sentence, or a name behind its title."""
    after = _WORD_AT.match(text, at)
    if after is None or not after.group()[0].isupper() or _in_address(text, at):
        return False
    before = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_WORD) : stop])
    first, second = before.group() if before else "", after.group()
    if text[stop] == "." and first in language.titles:
        return _INITIAL.search(text[max(0, stop - 4) : stop - 1]) is None
    if len(second) == 1 and not _stands_alone(text, after.end(), second in language.titles):
        return False
    return text[stop] != "." or _parts(first, second, language)


def _stands_alone(text: str, end: int, is_title: bool) -> bool:
    """Whether a lone capital is a word ("À la fin", "M. Durand") and not an initial ("U.S.A")."""
    return text[end : end + 1] == " " or (is_title and text[end : end + 1] == ".")


def _parts(before: str, after: str, language: Conventions) -> bool:
    """Whether a full stop between two words ends a sentence: not so in "U.S.", "J.K.Smith", "Ph.D"."""
    if len(before) == 1:
        return language.opens(after)
    if len(after) == 1 or after.isupper():
        return len(before) != 2 and not before.isupper()
    return True


def _in_address(text: str, at: int) -> bool:
    """Whether a position lies in a web address, a user name or a hashtag."""
    before = text[max(0, at - _LONGEST_ADDRESS) : at]
    token = "" if before[-1:].isspace() else before.split()[-1]
    rest = text[at : at + _LONGEST_WORD].split(maxsplit=1)[0]
    return "@" in rest or _ADDRESS.search(token) is not None


@dataclass(frozen=True, slots=True)
class _Joint:
    """A place inside a word where two may have been glued together."""

    at: int
    word: str
    first: str
    second: str
    alone: bool
    """Whether a space follows the second."""
    name: str
    """The second with the word behind it: "Olga Diaz"."""


def _after_headings(text: str, language: Conventions) -> list[Edit]:
    pending = list(islice(_joints(text), _MOST_JOINTS))
    if not pending:
        return []
    attested = Counter(re.findall(r"\w+", text))
    attested.update(_NAME.findall(text))
    found: list[_Joint] = []
    # What one break sets free is evidence for the next.
    while good := [joint for joint in pending if _is_glued(joint, attested, language)]:
        found += good
        taken = {joint.at for joint in good}
        pending = [joint for joint in pending if joint.at not in taken]
        attested.update(word for joint in good for word in (joint.first, joint.second.rstrip("'")))
    return [Edit(joint.at, joint.at, _BREAK) for joint in found]


def _joints(text: str) -> Iterator[_Joint]:
    for place in _JOINT.finditer(text):
        at = place.start()
        before = text[max(0, at - _LONGEST_WORD) : at]
        first, second = _PIECE_BEFORE.search(before), _PIECE_AT.match(text, at)
        if first and second and not _in_address(text, at):
            beginning = _WORD_BEFORE.search(before)
            rest = _WORD_AT.match(text, at)
            whole = (beginning.group() if beginning else "") + (rest.group() if rest else "")
            alone = text[second.end() : second.end() + 1].isspace()
            name = _NAME_AT.match(text, at)
            yield _Joint(at, whole, first.group(), second.group(), alone, name.group() if name else "")


def _is_glued(joint: _Joint, attested: Counter[str], language: Conventions) -> bool:
    """Weigh the evidence. A word in mixed case met twice is a name; nobody glues the same twice."""
    first, second = joint.first, joint.second
    opens = language.opens(second) or language.resembles_opener(second)
    if not first[-1].isalpha():
        return opens
    if attested[joint.word] > 1 or (len(second) == 1 and not joint.alone):
        return False
    known = attested[joint.name] > 0 or (len(second) > 2 and attested[first] > 0 and attested[second] > 0)
    if first.isupper():
        return (opens or known) and not _PLURAL.fullmatch(second)
    if first[0].islower():
        return len(first) >= _SHORTEST_WORD - opens and (opens or len(second) > 2)
    return len(first) >= _SHORTEST_WORD and (known or (opens and (len(second) > 2 or attested[first] > 0)))
