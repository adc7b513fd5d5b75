"""Who is told of at the head of a sentence, and who tells of his own deal. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_AT_HOME = "La France est agitée. Le groupe Karvel va mal.\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Quant à la CGT, elle a exigé mardi un rapport.", "cgt"),
        ("Quant au ministre péruvien, il a exigé mardi un rapport.", "PER"),
        ("Quant à Luc Morel, secrétaire général de la CGT, il a exigé mardi un rapport.", "cgt"),
    ],
)
def test_who_a_sentence_is_about_is_its_pronoun(text: str, who: str) -> None:
    events = told(f"{_AT_HOME}{text}", "fr")
    assert [parties.split(" > ")[0] for act, _, parties in events if act == "demand"] == [who]


@pytest.mark.parametrize("section", ["La CGT Air France", "La CGT Karvel", "La CGT Paris"])
def test_a_union_in_a_firm_or_town_is_the_union(section: str) -> None:
    events = told(f"{_AT_HOME}{section} a rejeté mardi l'offre de la direction.", "fr")
    assert [parties.split(" > ")[0] for act, _, parties in events if act == "reject"] == ["cgt"]


def test_a_firm_in_a_list_of_unions_is_one_of_them() -> None:
    events = told(f"{_AT_HOME}La CGT, Karvel et FO ont signé mardi un accord.", "fr")
    assert ("sign", "occurred", "cgt fo karvel") in events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Selon le ministre péruvien, un accord a été signé avec la Bolivie.", ("sign", "occurred", "BOL PER")),
        ("Selon la CGT, un compromis a été trouvé avec Karvel.", ("agree", "occurred", "cgt karvel")),
        (
            "Une convention a été signée mardi avec la CGT, a indiqué la direction de Karvel.",
            ("sign", "occurred", "cgt karvel"),
        ),
    ],
)
def test_who_tells_of_a_deal_with_somebody_made_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(f"{_AT_HOME}{text}", "fr")


def test_who_tells_of_a_deal_between_others_did_not_make_it() -> None:
    events = told("Un accord a été signé mardi entre le Pérou et la Bolivie, selon l'ONU.", "fr")
    assert {parties for act, _, parties in events if act == "sign"} == {"BOL PER"}
