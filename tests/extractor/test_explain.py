# ruff: noqa: E501 — phrases stay together.
"""The laws of an explanation: true words, and a page that shows the article whole whatever it holds."""

import unicodedata
from datetime import UTC, date, datetime
from hashlib import sha256

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from schemas.negotiation import ArticleReference
from services.extractor.document import Document, Language
from services.extractor.explain.grounds import Explanation
from services.extractor.explain.html import page
from services.extractor.explain.terminal import lines
from services.extractor.extract import explain, extract

NOW = datetime(2026, 3, 5, tzinfo=UTC)
PHRASES = st.sampled_from(
    ["Norway", "Peru", "the two sides", "met", "will meet", "in Vienna", "on Tuesday", "demanded that", "rejected",
     "if", "talks between", "and", "release the trawlers", "was postponed", "said", "we demand", ".", ". ", ", ", "\n\n",
     "La Norvège", "l’Otan", "a exigé que", "s’est entretenue avec", "le Pérou", "aucune rencontre", "la semaine prochaine",
     "the Security Council", "at ministerial level", "foreign minister", "<b>", "&amp;", "\u202e", "\u200b", "\x00", "e\u0301", "ﬁ"],
)  # fmt: skip
TEXTS = st.lists(PHRASES | st.text(max_size=6), min_size=1, max_size=40).map(" ".join)


def document(text: str, language: Language) -> Document:
    digest = "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        text, language, date(2026, 3, 5), None, None, ArticleReference(id="a", language=language, text_digest=digest)
    )


@settings(max_examples=60)
@given(TEXTS, st.sampled_from(["en", "fr"]))
@example("Norway\u202e and\u200b Peru met in Vienna. They <b>demanded</b> that Peru release the trawlers.", "en")
def test_an_explanation_has_the_events_of_the_extraction_and_true_words(text: str, language: Language) -> None:
    read = document(text, language)
    explained = explain(read, NOW)
    assert [one.event for one in explained] == extract(read, NOW)
    for one in explained:
        assert [ground.field for ground in one.grounds][:2] == ["act", "status"]
        for ground in one.grounds:
            assert ground.words or ground.how in ("context", "publication", "unless")
            for span in ground.words:
                assert text[span.start : span.end] == span.text


@settings(max_examples=60)
@given(TEXTS)
def test_a_page_shows_all_of_the_article_and_nothing_else(text: str) -> None:
    read = document(text, "en")
    explanation = Explanation(read.reference, text, tuple(explain(read, NOW)))
    parsed = html.document_fromstring(page(explanation))
    section = parsed.get_element_by_id("text")
    for number in section.xpath('.//a[@class="number"]'):
        number.drop_tree()
    codes = section.xpath('.//i[@class="hidden"]')
    hidden = {f"U+{ord(one):04X}": one for one in text}
    unseen = {hidden[code.text] for code in codes}
    for code in codes:
        code.drop_tree()
    assert len(codes) == sum(one in unseen for one in text)
    assert writing(section.text_content()) == writing("".join(one for one in text if one not in unseen))


def writing(text: str) -> str:
    """Without code points that are no characters, which a parser of HTML may drop."""
    return "".join(one for one in text if unicodedata.category(one) != "Cn")


@settings(max_examples=40)
@given(TEXTS)
def test_nothing_in_an_article_commands_a_terminal(text: str) -> None:
    read = document(text, "en")
    for number, explained in enumerate(explain(read, NOW), start=1):
        shown = lines(number, explained, text)
        assert not set(shown) & {chr(code) for code in (*range(9), 11, 12, 13, *range(14, 27), 0x9B, 0x202E, 0x200B)}
