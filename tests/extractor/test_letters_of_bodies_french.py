# ruff: noqa: E501 — sentences under test stay on one line.
"""One body by its letters and its long name, whichever stands first. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Les rebelles du FNLD (Front national de libération du Darko) ont exigé mardi une trêve.", "fnld"),
        ("L'URZG (Unité révolutionnaire zambardaise, la plate-forme des guérillas) a exigé mardi une trêve.", "urzg"),
        ("Le SPAR, le Syndicat des pilotes d'Armor Airlines, a exigé mardi une prime.", "spar"),
        ("La FDEM, la Fédération des éleveurs de moutons, a exigé mardi une prime.", "fdem"),
    ],
)
def test_letters_and_long_name_are_one_body(text: str, party: str) -> None:
    assert [parties.split(" > ")[0] for act, _, parties in told(text, "fr") if act == "demand"] == [party]


def test_who_is_spelt_out_in_brackets_takes_part_once() -> None:
    text = "Délégués du gouvernement péruvien et de l'UFRB (Union des forces rebelles bandoraises) signeront lundi un accord."
    assert any(set(parties.split()) == {"PER", "ufrb"} for act, _, parties in told(text, "fr") if act == "sign")


@pytest.mark.parametrize("council", ["Le comité d'entreprise", "Le comité social et économique"])
def test_a_works_council_is_of_its_company_and_no_union(council: str) -> None:
    text = (
        f"Le constructeur Karvel va mal. La CGT est inquiète. {council} de Karvel a rejeté mardi le projet de fusion."
    )
    assert any(parties.startswith("karvel-works-council") for act, _, parties in told(text, "fr") if act == "reject")


@pytest.mark.parametrize(
    ("subject", "doers"),
    [("L'Etat", {"PER"}), ("La présidence", {"PER"}), ("Aucun Etat", set()), ("Un Etat", set())],
)
def test_the_state_is_the_land_and_any_state_is_none(subject: str, doers: set[str]) -> None:
    text = f"Le Pérou connaît une semaine agitée. {subject} a proposé mardi un moratoire de deux ans aux élus."
    assert {parties.split(" > ")[0] for act, _, parties in told(text, "fr") if act == "propose"} == doers


@pytest.mark.parametrize(
    ("people", "party"),
    [
        ("Les indépendantistes du FLBP", "flbp"),
        ("Les combattants du FLBP", "flbp"),
        ("Les élus du PNBZ", "pnbz"),
        ("Les élus de la CGT", "cgt"),
        ("Les salariés de la SNVB", "snvb-employees"),
    ],
)
def test_those_who_fight_or_stand_for_a_body_are_it_and_its_staff_are_not(people: str, party: str) -> None:
    assert ("reject", "occurred", f"{party} > NOR") in told(f"{people} ont rejeté mardi l'offre de la Norvège.", "fr")


@pytest.mark.parametrize(
    "deed",
    [
        "se retire des pourparlers avec",
        "s'est retiré mardi des pourparlers avec",
        "nous dit quitter les pourparlers avec",
    ],
)
def test_a_pronoun_before_the_verb_belongs_to_no_name(deed: str) -> None:
    who = [parties for act, _, parties in told(f"Le Parti des lacs {deed} la Norvège.", "fr") if act == "suspend"]
    assert who == ["parti-des-lacs > NOR"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Le parti « Norvège démocratique » (ND) a rejeté mardi l'offre du Pérou.", "nd > PER"),
        ("« Norvège démocratique » (ND) a rejeté mardi l'offre du Pérou.", "nd > PER"),
        ("Le mouvement « Pour un lac propre » (PLP) a rejeté mardi l'offre du Pérou.", "plp > PER"),
        (
            "La CGT, « Norvège libre » (NL) et « Un beau lac à cerner » (UBLC) ont rejeté l'offre du Pérou.",
            "cgt nl ublc > PER",
        ),
    ],
)
def test_a_name_in_quotation_marks_with_its_letters_is_a_body_and_no_land_in_it(text: str, parties: str) -> None:
    assert ("reject", "occurred", parties) in told(text, "fr")


@pytest.mark.parametrize("thing", ["le plan « Pérou vert » (PV)", "la « Zone de pêche » (ZP)"])
def test_a_thing_in_quotation_marks_with_its_letters_is_none(thing: str) -> None:
    events = told(f"Le ministre péruvien a rejeté mardi {thing} proposé par la Norvège.", "fr")
    assert [parties for act, _, parties in events if act == "reject"] == ["PER > NOR"]
