"""Passages written for the training, with the words that tell events marked and the events labelled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.calibration.labels import PUBLISHED, Label, Labelled, article, label

HERE = Path(__file__).parent / "passages"
_MARK = re.compile(r"\{(?P<numbers>\d+(?:\+\d+)*):(?P<words>[^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text, and the events that they tell."""

    start: int
    end: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks; `labels` are its events by number."""

    id: str
    language: str
    text: str
    marks: tuple[Mark, ...]
    labels: Mapping[int, Label]

    def labelled(self) -> Labelled:
        """The passage as an article with its events."""
        return Labelled(article(self.text, self.language, self.id, PUBLISHED), tuple(self.labels.values()))


def passages(language: str) -> Iterator[Passage]:
    """All passages of a language, in order. Raises `ValueError` for one that is not well formed, naming it."""
    for path in sorted((HERE / language).glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        whole = "\n".join(line for line in lines if not line.startswith("#"))
        blocks = [block for block in re.split(r"^==$", whole, flags=re.MULTILINE) if block.strip()]
        for number, block in enumerate(blocks, start=1):
            yield passage(block, language, f"{path.stem}-{number}")


def passage(block: str, language: str, identity: str) -> Passage:
    """One passage. Raises `ValueError` where a mark has no label, a label no mark, or a line is neither."""
    marked, dashes, lines = f"{block.strip()}\n".partition("\n--\n")
    if not dashes:
        raise ValueError(f"passage {identity} has no line of two dashes between its text and its events")
    text, marks = _unmarked(marked.strip())
    labels = dict(_numbered(line, identity) for line in lines.splitlines() if line.strip())
    told = {number for mark in marks for number in mark.events}
    if told != labels.keys():
        raise ValueError(f"passage {identity}: events {sorted(told ^ labels.keys())} lack a mark or a line")
    return Passage(identity, language, text, tuple(marks), labels)


def _unmarked(marked: str) -> tuple[str, list[Mark]]:
    parts: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for found in _MARK.finditer(marked):
        parts += [marked[last : found.start()], found["words"]]
        length += found.start() - last
        marks.append(Mark(length, length + len(found["words"]), tuple(map(int, found["numbers"].split("+")))))
        length += len(found["words"])
        last = found.end()
    return "".join([*parts, marked[last:]]), marks


def _numbered(line: str, identity: str) -> tuple[int, Label]:
    number, _, rest = line.strip().partition(" ")
    if not number.isdecimal():
        raise ValueError(f"passage {identity}: no number before the event {line!r}")
    return int(number), label(rest)
