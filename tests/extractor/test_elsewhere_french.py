# ruff: noqa: E501 — sentences under test stay on one line.
"""French words of acts that stand in another field, each beside one that does not; who is named beside. All invented."""

import pytest

from tests.extractor.test_extract import told

PAIRS: list[tuple[str, list[str], str, list[str]]] = [
    (
        "L'Islande ne participera pas aux pourparlers avec la Norvège.",
        ["reject occurred ISL > NOR"],
        "L'Islande ne participera pas aux exercices de la Norvège.",
        [],
    ),
    (
        "Le Kenya a accepté la proposition de la Tanzanie.",
        ["agree occurred KEN > TZA"],
        "Le Kenya a accepté la démission de l'ambassadrice.",
        [],
    ),
    (
        "Le Kenya a rejeté le plan de la Tanzanie.",
        ["reject occurred KEN > TZA"],
        "Le Kenya a rejeté par référendum le plan de la Tanzanie.",
        [],
    ),
    (
        "Le Pérou a laissé passer deux convois.",
        ["concede occurred PER"],
        "Le Pérou a laissé passer l'échéance de minuit.",
        [],
    ),
    (
        "La Norvège a demandé au Pérou l'extradition du ministre.",
        ["demand occurred NOR > PER"],
        "La Norvège a demandé la peine de mort contre le ministre péruvien.",
        [],
    ),
    (
        "Le Chili a promis une route à la Bolivie.",
        ["promise occurred CHL > BOL"],
        "Le Chili a promis une route aux habitants.",
        [],
    ),
    (
        "Le président du Chili s'est rendu mardi en Bolivie.",
        ["talks occurred BOL CHL"],
        "Le président du Chili s'est rendu en Bolivie pour un mariage.",
        [],
    ),
    (
        "Le Chili et la Bolivie se retrouvent samedi à Quito.",
        ["talks scheduled BOL CHL"],
        "Le Chili et la Bolivie se retrouvent samedi en quart de finale.",
        [],
    ),
    (
        "La délégation chilienne a quitté les pourparlers avec la Bolivie.",
        ["suspend occurred CHL > BOL"],
        "La délégation chilienne a quitté Quito après des pourparlers avec la Bolivie.",
        [],
    ),
    (
        "La délégation chilienne a quitté Quito sans accord avec la Bolivie.",
        ["suspend occurred CHL > BOL"],
        "La délégation chilienne a quitté le Caire après une rencontre avec la Bolivie.",
        ["talks occurred BOL CHL"],
    ),
    (
        "Les pourparlers de Quito avec Alger ont repris.",
        ["talks occurred DZA ECU"],
        "Le Mali salue les pourparlers de Quito.",
        ["support occurred MLI"],
    ),
    (
        "Le Kenya a accepté la décision de la Tanzanie.",
        ["agree occurred KEN > TZA"],
        "Le Kenya a pris acte de la décision de la Tanzanie.",
        [],
    ),
    (
        "Le Kenya a, mardi, promis une route à la Tanzanie.",
        ["promise occurred KEN > TZA"],
        "Le Kenya a, comme promis, ouvert une route avec la Tanzanie.",
        [],
    ),
    (
        "Une consultation entre Renault et la CGT s'est tenue jeudi.",
        ["talks occurred cgt renault"],
        "Une consultation des salariés de Renault par la CGT s'est tenue jeudi.",
        [],
    ),
    (
        "La médiation du Kenya entre le Burundi et le Rwanda a repris.",
        ["mediate occurred BDI RWA"],
        "Le centre de médiation du Kenya a visité le Burundi et le Rwanda.",
        [],
    ),
]


@pytest.mark.parametrize(("real", "events", "seeming", "left"), PAIRS)
def test_words_of_another_field_tell_no_act(real: str, events: list[str], seeming: str, left: list[str]) -> None:
    assert [" ".join(one) for one in told(real, "fr")] == events
    assert [" ".join(one) for one in told(seeming, "fr")] == left


_DISPUTE = "Le Chili a rejeté mardi la demande de la Bolivie. {} La Bolivie exige des excuses du Chili."


@pytest.mark.parametrize(
    ("together", "alone"),
    [
        ("Le gouvernement chilien s'est réuni jeudi avec la Bolivie.", "Le gouvernement chilien s'est réuni jeudi."),
        ("Les deux gouvernements se sont réunis jeudi.", "Le conseil des ministres s'est réuni jeudi."),
        ("La Bolivie a tenu une réunion avec le Chili.", "Le parlement bolivien a tenu une réunion extraordinaire."),
        ("Une réunion avec le Chili est prévue jeudi.", "La Bolivie a convoqué une réunion d'urgence de son cabinet."),
        ("La Bolivie a réuni jeudi le Chili et le Pérou.", "La Bolivie a réuni jeudi son conseil de défense."),
    ],
)
def test_an_organ_that_sits_by_itself_talks_to_nobody(together: str, alone: str) -> None:
    assert "talks" in [act for act, _, _ in told(_DISPUTE.format(together), "fr")]
    assert "talks" not in [act for act, _, _ in told(_DISPUTE.format(alone), "fr")]


def test_those_whom_nobody_knows_are_not_the_two_who_talk() -> None:
    opening = "Le Népal et le Bhoutan négocient depuis mars à Katmandou. Aucun texte n'a été publié."
    assert len(told(f"{opening} Les délégations se sont retrouvées hier à Delhi.", "fr")) == 2
    assert len(told(f"{opening} Les philatélistes se sont retrouvés hier à Delhi.", "fr")) == 1


def test_a_comma_behind_whose_ally_somebody_is_begins_the_subject() -> None:
    text = "Devant les ambassadeurs de l'OTAN, la Turquie a promis à la Grèce de retirer ses navires."
    assert [" ".join(one) for one in told(text, "fr")] == ["promise occurred TUR > GRC"]


_SIDES = (
    "La Norvège a sommé le Pérou de libérer les marins. Le Pérou a rejeté l'ultimatum. Les deux ministres se sont "
    "rencontrés mardi à Quito. La Norvège a demandé au Pérou une réponse écrite. Le Pérou a répondu par une lettre."
)


def test_what_one_may_propose_to_all_the_world_is_for_nobody_who_hardly_faces_him() -> None:
    other = f"{_SIDES} L'Islande suit les pourparlers. Elle a proposé une taxe sur les chalutiers."
    assert ("propose", "occurred", "ISL") in told(other, "fr")
    side = f"{_SIDES} La Norvège a proposé une taxe sur les chalutiers."
    assert ("propose", "occurred", "NOR > PER") in told(side, "fr")


NOT_DONE = [
    ("Le Chili a rompu les pourparlers avec la Bolivie.", "Le Chili a failli rompre les pourparlers avec la Bolivie."),
    ("Le Kenya a signé un accord avec l'Ouganda.", "Le Kenya a manqué de signer un accord avec l'Ouganda."),
    ("On dit que l'Ouganda acceptera la trêve du Kenya.", "Le Kenya espère que l'Ouganda acceptera la trêve."),
    ("L'Iran a accepté l'offre de l'Irak.", "Dès que l'Iran aura accepté l'offre de l'Irak, tout ira mieux."),
    ("L'Iran et l'Irak acceptent une trêve.", "On aimerait que l'Iran et l'Irak acceptent une trêve."),
]


@pytest.mark.parametrize(("done", "nearly"), NOT_DONE)
def test_what_was_nearly_done_or_is_only_hoped_for_is_no_deed(done: str, nearly: str) -> None:
    deeds = {"agree", "sign", "suspend"}
    assert deeds & {act for act, _, _ in told(done, "fr")}
    assert not deeds & {act for act, _, _ in told(nearly, "fr")}


def test_the_pronoun_of_a_phrase_is_the_one_before_its_verb() -> None:
    assert told("Le Chili va s'en prendre à la Bolivie.", "fr") == [("accuse", "scheduled", "CHL > BOL")]
    assert told("Le Chili ne sait pas comment la Bolivie va s'y prendre.", "fr") == []


STATUS: list[tuple[str, list[str], str, list[str]]] = [
    (
        "Les pourparlers entre l'Éthiopie et l'Érythrée ont repris lundi.",
        ["talks occurred ERI ETH"],
        "Ce geste ouvre la voie à des pourparlers entre l'Éthiopie et l'Érythrée.",
        ["talks proposed ERI ETH"],
    ),
    (
        "La Serbie et le Kosovo ont repris le dialogue.",
        ["talks occurred SRB XKX"],
        "Il faut que la Serbie et le Kosovo reprennent le dialogue.",
        ["talks proposed SRB XKX"],
    ),
    (
        "Le Brésil a rejeté l'offre de l'Argentine.",
        ["reject occurred BRA > ARG"],
        "On redoute que le Brésil rejette l'offre de l'Argentine.",
        [],
    ),
    (
        "Pourquoi l'Iran a exigé du Qatar le départ des experts ?",
        ["demand occurred IRN > QAT"],
        "Est-ce que l'Iran a exigé du Qatar le départ des experts ?",
        [],
    ),
    (
        "Après avoir conclu un accord avec Ankara, Athènes se tait.",
        ["agree occurred GRC TUR"],
        "Avant de conclure un accord avec Ankara, Athènes se tait.",
        [],
    ),
    (
        "Le Chili a confirmé la réunion du 5 mars avec le Pérou.",
        ["talks occurred CHL PER"],
        "Le Chili a confirmé la réunion du 20 mars avec le Pérou.",
        ["talks scheduled CHL PER"],
    ),
]


@pytest.mark.parametrize(("real", "events", "seeming", "left"), STATUS)
def test_what_lies_ahead_or_is_asked_has_not_been(real: str, events: list[str], seeming: str, left: list[str]) -> None:
    assert [" ".join(one) for one in told(real, "fr")] == events
    assert [" ".join(one) for one in told(seeming, "fr")] == left


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Le président ghanéen a appelé son homologue nigérian et lui a demandé de rouvrir la frontière.",
            "demand occurred GHA > NGA",
        ),
        ("Le Caire a reçu une délégation qatarie puis demandé à Israël un couloir.", "demand occurred EGY > ISR"),
        ("L'Islande a rejeté l'offre de Londres, trop proche de celle de la Norvège.", "reject occurred ISL > GBR"),
        ("Les ministres serbe et croate se sont parlé deux heures à Malte.", "talks occurred HRV SRB"),
        ("Le Canada a exigé de l'Inde des excuses.", "demand occurred CAN > IND"),
        ("Le Pérou a levé les sanctions contre la Norvège.", "concede occurred PER > NOR"),
        ("Le Pérou a dit non à la Norvège.", "reject occurred PER > NOR"),
        ("Le Pérou a exigé des excuses de la Norvège pendant un sommet à Quito.", "demand occurred PER > NOR"),
        ("Le Pérou a exigé à Ankara un cessez-le-feu de la Norvège.", "demand occurred PER > NOR"),
        ("Le Pérou a demandé à la Norvège et à Quito de partir.", "demand occurred PER > ECU NOR"),
        ("À Ottawa, la ministre a rencontré la FAE. Le gouvernement refuse toute hausse.", "reject occurred CAN > fae"),
    ],
)
def test_who_is_beside_the_word_of_an_act(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


_TALKS = "La Norvège et le Pérou négocient depuis mars à Quito. La Norvège a rencontré le Pérou lundi."


@pytest.mark.parametrize(
    "met",
    [
        "Le ministre norvégien recevra demain les lauréats de la côte.",
        "Le ministre norvégien recevra demain à Oslo des chefs d'entreprise.",
        "Le ministre norvégien a annulé mardi son rendez-vous avec les chefs de file de la cordée.",
    ],
)
def test_who_meets_others_whom_nobody_knows_does_not_meet_the_other_side(met: str) -> None:
    assert ("talks", "NOR") in {(act, sides) for act, _, sides in told(f"{_TALKS} {met}", "fr")}


def test_who_meets_them_meets_the_other_side() -> None:
    events = told(f"{_TALKS} Le ministre norvégien les recevra demain.", "fr")
    assert {sides for _, _, sides in events} == {"NOR PER"}


def test_an_assembly_with_a_capital_is_a_parliament() -> None:
    assert told(f"{_TALKS} La Norvège saisira l'Assemblée le 20 mars.", "fr") == told(_TALKS, "fr")
