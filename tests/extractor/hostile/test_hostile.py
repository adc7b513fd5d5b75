# ruff: noqa: E501 — phrases stay together.
"""Whatever comes in: true spans, no crash, bounded work, and no event of a menu or an advertisement."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from schemas.article import Article
from schemas.negotiation import NegotiationEvent, Span
from services.extractor.actors.mentions import PATTERNS, SILENT
from services.extractor.document import Document
from services.extractor.extract import READ, extract
from services.extractor.page.read import read
from services.extractor.page.unreadable import Unreadable
from tests.extractor.hostile.cases import NOW, PUBLISHED, Case, cases

ALL = cases()
STORY = (
    "Norwegian Foreign Minister Kari Vold met her Peruvian counterpart in Vienna on Tuesday. "
    "Peru demanded that Norway release the trawlers by the end of the month. "
    "The two sides will meet again next week in Geneva."
)


def article(text: str, language: str = "en") -> Article:
    return Article(id="a", language=language, published_at=PUBLISHED, produced_at=NOW, text=text)


def events(given: Article) -> list[NegotiationEvent]:
    return extract(read(given), NOW)


def test_of_an_endless_text_the_beginning_is_read() -> None:
    filler = "The weather in the valley was mild again. "
    long = STORY + "\n\n" + filler * (READ // len(filler) + 1) + "\n\nKenya signed a treaty with Uganda on Monday."
    short = long.replace(filler, "", READ // len(filler))
    assert {event.act for event in events(article(long))} == {event.act for event in events(article(STORY))}
    assert "sign" in {event.act for event in events(article(short))}


def told(text: str, language: str = "en") -> list[tuple[object, ...]]:
    """What the events of a text say, without where."""
    return [
        (one.act, one.status, *((party.id, party.role) for party in one.parties), one.time and one.time.start)
        for one in events(article(text, language))
    ]


def spans(record: BaseModel) -> Iterator[Span]:
    """All spans anywhere in a record."""
    for value in dict(record).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Span):
                yield one
            elif isinstance(one, BaseModel):
                yield from spans(one)


def check(document: Document, found: list[NegotiationEvent]) -> None:
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert len(one.evidence) <= 50
        for span in spans(one):
            assert document.text[span.start : span.end] == span.text
            assert span.text.strip()


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_every_article_is_read_or_refused(case: Case) -> None:
    try:
        document = read(case.article)
    except Unreadable as error:
        assert error.reason
        return
    found = extract(document, NOW)
    check(document, found)
    if case.tells_nothing:
        assert found == []


GROWING: dict[str, Callable[[int], str]] = {
    "sentences": lambda size: (STORY + "\n\n") * size,
    "verbs": lambda size: "demanded rejected met proposed " * 40 * size,
    "names": lambda size: "Talks between " + "Norway and Peru and " * 40 * size + "Chile.",
    "speakers": lambda size: "Norway said " * 60 * size,
    "quotation marks": lambda size: '" Norway met Peru "' * 40 * size,
    "conditions": lambda size: "if Norway agrees that " * 40 * size,
    "dates": lambda size: "on Tuesday 3 March 2026 at noon and " * 40 * size,
    "marks": lambda size: ". ! , ; " * 200 * size,
    "new names": lambda size: " ".join(f"Minister Xa{'bcdefghij'[at % 9]}{'klmno' * (at % 7)} spoke." for at in range(60 * size)),
    "demands": lambda size: " ".join(f"Peru demanded {at} ships of Norway." for at in range(30 * size)),
}  # fmt: skip


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_no_faster_than_the_text(name: str) -> None:
    """Calls counted, not seconds: the same on every machine. Below 2.5 times for twice the text, both long."""
    make = GROWING[name]
    events(article(f"{STORY} {make(2)}"))
    once, twice = (
        calls(lambda: events(article(f"{STORY} {make(6)}"))),
        calls(lambda: events(article(f"{STORY} {make(12)}"))),
    )
    assert twice < 2.5 * once, (once, twice)


def calls(work: Callable[[], object]) -> int:
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


HIDDEN = st.sampled_from("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\u2060\ufeff\u00ad")


@given(st.lists(st.tuples(st.integers(0, len(STORY)), HIDDEN), max_size=30))
def test_what_is_not_seen_changes_no_event(hidden: list[tuple[int, str]]) -> None:
    text = STORY
    for at, one in sorted(hidden, reverse=True):
        text = text[:at] + one + text[at:]
    assert told(text) == told(STORY)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_or_not_a_letter_is_the_same(form: Literal["NFC", "NFD"]) -> None:
    story = "Le président péruvien a exigé mardi que la Norvège libère les équipages. L’Élysée a proposé sa médiation."
    assert told(unicodedata.normalize(form, story), "fr") == told(story, "fr")
    assert told(story, "fr")


def test_line_ends_of_any_system_are_the_same() -> None:
    lines = STORY.replace(". ", ".\n\n")
    assert told(lines.replace("\n", "\r\n")) == told(lines.replace("\n", "\r")) == told(lines)


def test_capitals_tell_the_same_acts() -> None:
    assert [one[0] for one in told(STORY.upper())] == [one[0] for one in told(STORY)]


@pytest.mark.parametrize(
    "menu",
    [
        "Home | World | Talks and summits | France | Norway | Peru | Terms of agreement | Sign in | Meet the team",
        "Accueil › Monde › Sommets › Norvège › Pérou › Accords › S’inscrire",
        "\n".join(f"Norway and Peru agree on fish, part {number}" for number in range(1, 12)),
    ],
)
def test_a_menu_beside_an_article_adds_nothing(menu: str) -> None:
    assert told(f"{menu}\n\n{STORY}") == told(STORY)
    assert told(f"{STORY}\n\n{menu}") == told(STORY)


def test_a_few_headings_in_a_row_are_read() -> None:
    text = f"{STORY}\n\nNorway rejects the demand of Peru\nPeru and Norway sign treaty\n\nMore is expected on Friday."
    assert {"reject", "sign"} <= {one[0] for one in told(text)}


PIECES = st.sampled_from(
    ["Norway", "Peru", " met ", " demanded that ", " if ", "\n", "\n\n", "\r\n", "\t", " ", ". ", "| ", '"', "«", "’", "'",
     "…", "(", ")", "–", "\x00", "\x1b[31m", "\ufffd", "\u202e", "\u200d", "e\u0301", "ﬁ", "İ", "ß", "ǅ", "\U0001f1eb\U0001f1f7", "𝔑",
     "mardi", "31 février 2026", "le 99/99/9999", "next year", "THE", "U.S.", "a.b.c.", "https://x.example/a", "@a", "#b",
     "l’", "qu’", "'s", "ministre ", "President ", "talks between ", " and ", " et ", "Genève", "the two sides"],
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join), st.sampled_from(["en", "fr", "xx", ""]))
@example("Norway a exigé que", "fr")
@example("Peru demanded that", "en")
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    try:
        document = read(article(text, language or "en"))
    except Unreadable:
        return
    found = extract(document, NOW)
    check(document, found)
    assert extract(document, NOW) == found


@given(st.text(alphabet="tpucqdaobDrmkgxl&s-,()", max_size=12), st.sampled_from(sorted(SILENT)))
def test_no_mention_begins_with_a_silent_tag(rest: str, silent: str) -> None:
    assert not [kind for kind, pattern in PATTERNS if pattern.match(silent + rest)]


@pytest.mark.parametrize("rule", ["----------", "* * * * * *", "__________", "~~~~", "....", "=" * 5000])
def test_a_rule_between_paragraphs_says_nothing(rule: str) -> None:
    parts = STORY.split(". ")
    assert told(f".\n\n{rule}\n\n".join(parts)) == told(".\n\n".join(parts))
