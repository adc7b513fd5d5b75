# ruff: noqa: E501 — texts under test stay on one line.
"""What a heading tells of people without a name, and whom "its neighbour" means. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

HEADED: list[tuple[Language, str, str]] = [
    ("en", "Kenyan rebels free captives\n\nThe Northern Liberation Front (NLF) freed 20 Kenyan soldiers on Monday.", "concede occurred nlf > KEN"),
    ("en", "Machinists reject Boeing pay offer\n\nThe United Auto Workers rejected a pay offer from Boeing on Monday.", "reject occurred uaw > boeing"),
    ("fr", "Les rebelles rejettent l'offre du président kényan\n\nLe Front populaire du Nord (FPN) a rejeté lundi une offre du président kényan.", "reject occurred fpn > KEN"),
    ("fr", "Le gouvernement kényan et les rebelles signent une trêve\n\nLe gouvernement kényan et le Front populaire du Nord (FPN) ont signé lundi une trêve.", "sign occurred KEN fpn"),
    ("fr", "Kenya : pourparlers avec les rebelles\n\nLe gouvernement kényan et le Front populaire du Nord (FPN) ont ouvert lundi à Doha des pourparlers de paix.", "talks occurred KEN fpn"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), HEADED)
def test_people_of_a_heading_are_the_body_of_their_kind_that_does_the_same(
    language: Language, text: str, event: str
) -> None:
    assert [" ".join(one) for one in told(text, language)] == [event]


def test_the_rebels_are_the_front_of_the_text_not_those_of_the_heading() -> None:
    text = "Kenyan rebels in talks\n\nThe Kenyan government and the Northern Liberation Front (NLF) opened talks in Oslo. The rebels accused the army of shelling villages."
    assert "accuse occurred nlf > KEN" in {" ".join(one) for one in told(text)}


NEIGHBOURS: list[tuple[Language, str, str]] = [
    ("en", "Norway accused Peru of lying. Chile signed an accord with Ghana. Lima accused its neighbour of bad faith.", "accuse occurred PER > NOR"),
    ("en", "Norway accused Peru of lying. Lima urged its neighbour Chile to show restraint.", "demand occurred PER > CHL"),
    ("fr", "La Norvège a accusé le Pérou de mentir. Le Pérou a exhorté son voisin à la retenue.", "demand occurred PER > NOR"),
    ("fr", "La Norvège a accusé le Pérou de mentir. Le Pérou a exhorté son voisin chilien à la retenue.", "demand occurred PER > CHL"),
    ("fr", "La Norvège a accusé le Pérou de mentir. Le Pérou a exhorté sa voisine, la Bolivie, à la retenue.", "demand occurred PER > BOL"),
    ("fr", "La Norvège et sa voisine la Suède se sont rencontrées lundi à Oslo.", "talks occurred NOR SWE"),
    ("fr", "Le Kenya et son allié le Ghana ont signé lundi un accord à Accra.", "sign occurred GHA KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), NEIGHBOURS)
def test_a_neighbour_is_whom_the_text_names_so_or_the_other_of_two_states(
    language: Language, text: str, event: str
) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_a_refused_offer_of_talks_calls_no_talks_off() -> None:
    text = "Le Ghana a repoussé lundi une offre de dialogue du Pérou."
    assert "cancelled" not in {status for _, status, _ in told(text, "fr")}


def test_a_name_in_whose_house_a_heading_says_something_is_is_a_company() -> None:
    text = "Menace de grève chez Morvelle\n\nLa CFDT a menacé jeudi Morvelle d'une grève à partir du 1er juin."
    assert "threaten occurred cfdt > morvelle" in {" ".join(one) for one in told(text, "fr")}


TAGS: list[tuple[Language, str, str]] = [
    ("en", "Norwegian officials spoke on Monday. Accra, they said, had rejected the plan.", "reject occurred GHA > NOR"),
    ("en", "The Norwegian minister spoke on Monday. Peru, he said, refused to negotiate with Chile.", "reject occurred PER > CHL"),
    ("fr", "Des responsables norvégiens ont parlé lundi. Accra, ont-ils dit, avait rejeté le plan.", "reject occurred GHA > NOR"),
    ("fr", "Le ministre norvégien a parlé lundi. Le Pérou, a-t-il dit, refuse de négocier avec le Chili.", "reject occurred PER > CHL"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), TAGS)
def test_who_says_so_between_commas_does_not_do_it(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}


def test_what_is_wanted_may_begin_with_a_vowel() -> None:
    text = "La Norvège veut qu'Accra lève son embargo."
    assert {" ".join(one) for one in told(text, "fr")} == {"demand occurred NOR > GHA"}


SPOKEN_TO: list[tuple[Language, str, str]] = [
    ("en", "Boeing met the Teamsters on Monday. It offered them a raise. They turned it down.", "reject occurred teamsters > boeing"),
    ("en", "The rebels met the Kenyan government on Monday. It asked them to disarm.", "demand occurred KEN > rebels"),
    ("fr", "Boeing et les syndicats se sont rencontrés lundi. La direction leur a proposé une prime. Ils l'ont refusée.", "reject occurred unions > boeing"),
    ("fr", "Les rebelles ont rencontré lundi le gouvernement kényan. Il leur a demandé de désarmer. Ils ont refusé.", "reject occurred rebels > KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), SPOKEN_TO)
def test_they_are_to_whom_the_sentence_before_did_something(language: Language, text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text, language)}
