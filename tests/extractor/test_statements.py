# ruff: noqa: E501 — sentences under test stay on one line.
"""Statements, speeches and letters: outside of quotations "I" and "we" are whoever the title says. All is invented."""

import pytest

from schemas.negotiation import ArticleReference
from services.extractor.document import Document, Language
from services.extractor.extract import extract
from tests.extractor.test_extract import NOW, PUBLISHED, parties

OWN: list[tuple[Language, str, str]] = [
    ("en", "Statement by President William Ruto on Chad\n\nI call on Chad to withdraw its forces.", "demand KEN > TCD"),
    ("en", "Statement from Foreign Minister Penny Wong\n\nThis is a hard day. We call on Fiji to free the crew.", "demand AUS > FJI"),
    ("en", "Joint Statement by the Prime Ministers of Australia and Vanuatu\n\nWe met in Suva on Monday.", "talks AUS VUT"),
    ("en", "President Ruto Statement on the Truce in Sudan\n\nI spoke with President Sisi on Monday.", "talks EGY KEN"),
    ("fr", "Déclaration conjointe de la Norvège et de la Finlande\n\nNous avons signé ce matin un accord sur les rennes.", "sign FIN NOR"),
    ("fr", "Allocution du président sénégalais Bassirou Diomaye Faye\n\nJ'appelle le Mali à rouvrir la frontière.", "demand SEN > MLI"),
]  # fmt: skip

NOBODYS: list[tuple[Language, str]] = [
    ("en", "A quiet evening in Nairobi\n\nI call on Chad to withdraw its forces."),
    ("en", "Statement by Oslo on cod has angered Lima\n\nWe call on Chad to withdraw."),
    ("en", "Ruto statement on Chad\n\n\"We call on Chad to withdraw,\" a driver shouted."),
    ("fr", "Un soir tranquille à Dakar\n\nJ'appelle le Mali à rouvrir la frontière."),
]  # fmt: skip


def _events(language: Language, text: str) -> set[str]:
    title = text.partition("\n")[0]
    reference = ArticleReference(id="a", language=language, text_digest="sha256:" + "0" * 64)
    document = Document(text, language, PUBLISHED, title, (0, len(title)), reference)
    return {f"{one.act} {parties(one)}" for one in extract(document, NOW)}


@pytest.mark.parametrize(("language", "text", "event"), OWN)
def test_who_makes_a_statement_says_what_it_says(language: Language, text: str, event: str) -> None:
    assert event in _events(language, text)


@pytest.mark.parametrize(("language", "text"), NOBODYS)
def test_elsewhere_nobody_is_meant(language: Language, text: str) -> None:
    assert _events(language, text) == set()
