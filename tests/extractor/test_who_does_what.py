"""Who does what to whom where the words stand far apart, or in another sentence. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

ENGLISH = [
    # A verb behind "and" or "but" has the subject of the verb before.
    (
        "Norway met Chile in Quito but rejected the offer of Peru.",
        ["talks occurred CHL NOR", "reject occurred NOR > PER"],
    ),
    ("Norway praised Chile but, in a letter, urged Peru to withdraw its ships.", ["demand occurred NOR > PER"]),
    (
        "Norway condemned Chile, rejected the offer of Peru and called on Kenya to release the crew.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR > KEN"],
    ),
    # Parentheses, appositions and relative clauses between subject and verb.
    (
        "Norway (a member of the bloc with Chile and Kenya) urged Peru to withdraw its ships.",
        ["demand occurred NOR > PER"],
    ),
    ("Norway, when asked about Chile, rejected the offer of Peru.", ["reject occurred NOR > PER"]),
    (
        "Norway, who, with the support of Chile, has rejected the offer of Peru, was absent.",
        ["reject occurred NOR > PER"],
    ),
    # A comma parts what a preposition governs from a new subject.
    ("In the Security Council, Norway and Chile rejected the proposal of Peru.", ["reject occurred CHL NOR > PER"]),
    (
        "Chile will lift the ban on beef from Kenya, and Norway rejected the offer of Peru.",
        ["promise occurred CHL", "reject occurred NOR > PER"],
    ),
    # What takes up something told before is aimed at who did that.
    (
        "Norway proposed a truce to Chile. Peru welcomed the proposal.",
        ["propose occurred NOR > CHL", "support occurred PER > NOR"],
    ),
    (
        "Norway urged Peru to withdraw its ships. Lima said no.",
        ["demand occurred NOR > PER", "reject occurred PER > NOR"],
    ),
]
FRENCH = [
    (
        "La Norvège a rencontré le Chili à Quito mais a rejeté l'offre du Pérou.",
        ["talks occurred CHL NOR", "reject occurred NOR > PER"],
    ),
    (
        "La Norvège a salué le Chili et, dans une lettre, a exhorté le Pérou à retirer ses navires.",
        ["support occurred NOR > CHL", "demand occurred NOR > PER"],
    ),
    (
        "La Norvège (membre du groupe avec le Chili et le Kenya) a exhorté le Pérou à retirer ses navires.",
        ["demand occurred NOR > PER"],
    ),
    ("À la FAO, la Norvège et le Chili ont rejeté la proposition du Pérou.", ["reject occurred CHL NOR > PER"]),
    ("Des émissaires de la Norvège ont rencontré mardi le président péruvien.", ["talks occurred NOR PER"]),
    ("La trêve est ce que réclame la Norvège au Pérou.", ["demand occurred NOR > PER"]),
    (
        "La Norvège a proposé une trêve au Chili. Le Pérou a salué cette proposition.",
        ["propose occurred NOR > CHL", "support occurred PER > NOR"],
    ),
    (
        "La Norvège a exhorté le Pérou à retirer ses navires. Lima a dit non.",
        ["demand occurred NOR > PER", "reject occurred PER > NOR"],
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [("en", *case) for case in ENGLISH] + [("fr", *case) for case in FRENCH],
)
def test_who_does_what_to_whom(language: Language, text: str, events: list[str]) -> None:
    assert [" ".join(event) for event in told(text, language)] == events
