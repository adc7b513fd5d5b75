# ruff: noqa: E501 — sentences under test stay on one line.
"""For whom a person stands by what is said beside the name, and whom the next sentence means. All are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

REJECTS = " a rejeté l'offre du gouvernement péruvien."


@pytest.mark.parametrize(
    "who",
    [
        "Jean Vidal, président du parti Karvel,",
        "Le président du parti Karvel, Jean Vidal,",
        "L'ancien ministre Jean Vidal, président du parti Karvel,",
        "L'ancien Premier ministre Jean Vidal, chef du parti Karvel,",
        "Jean Vidal, qui dirige le parti Karvel,",
    ],
)
def test_who_speaks_for_a_body_is_told_beside_the_name(who: str) -> None:
    assert ("reject", "occurred", "karvel > PER") in told(f"Le parti Karvel se réunit à Sarville. {who}{REJECTS}", "fr")


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("La présidente du groupe Danone, Anna Weiss,", "danone"),
        ("Marc Leroy, délégué du syndicat Sud,", "sud"),
        ("Le porte-parole du mouvement Ansar, Ali Vidal,", "ansar"),
    ],
)
def test_the_noun_of_a_body_may_stand_before_its_name(who: str, party: str) -> None:
    assert ("reject", "occurred", f"{party} > PER") in told(who + REJECTS, "fr")


@pytest.mark.parametrize(
    "subject",
    [
        "Le ministre norvégien des Affaires étrangères, Liv Dahl,",
        "Le ministre norvégien des Affaires étrangères, qui était à Quito,",
        "Le chef de la délégation norvégienne, en visite à Quito,",
    ],
)
def test_a_comma_that_closes_what_is_said_beside_the_subject_leaves_it_the_speaker(subject: str) -> None:
    text = f"{subject} a accusé le Pérou de bloquer les discussions.\n\nIl a exigé la libération des marins."
    assert ("demand", "occurred", "NOR > PER") in told(text, "fr")


def test_a_report_behind_a_comma_has_its_speaker_behind() -> None:
    text = "La Norvège a rejeté l'offre, a déclaré le ministre péruvien. Il a exigé une réponse."
    assert ("demand", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre norvégien a reçu les délégués de la CGT. Ces derniers ont exigé le retrait du décret.", "cgt > NOR"),
        ("La Norvège a accusé le Pérou de mensonge. Celui-ci a exigé des excuses.", "PER > NOR"),
        ("La Norvège a rencontré le Pérou à Quito. Ce dernier a exigé des excuses.", "PER > NOR"),
        ("Le Pérou a accusé la Norvège de mensonge. Celle-ci a exigé des excuses.", "NOR > PER"),
    ],
)  # fmt: skip
def test_the_latter_are_those_named_last_and_no_place(text: str, expected: str) -> None:
    assert ("demand", "occurred", expected) in told(text, "fr")


@pytest.mark.parametrize(
    "subject", ["La Norvège est le premier pays", "Le roi Harald de Norvège est le premier dirigeant européen"]
)
def test_what_somebody_is_does_not_what_he_is_the_first_to_do(subject: str) -> None:
    assert ("demand", "occurred", "NOR > PER") in told(f"{subject} à appeler le Pérou à libérer les marins.", "fr")


@pytest.mark.parametrize("leaders", ["Les leaders syndicaux", "Les dirigeants syndicaux", "Les chefs syndicaux"])
def test_leaders_of_unions_are_the_unions(leaders: str) -> None:
    assert ("reject", "occurred", "unions > renault") in told(f"{leaders} ont rejeté l'offre de Renault.", "fr")


def test_the_two_states_are_not_those_of_long_ago() -> None:
    text = "La Norvège et le Pérou ont signé lundi un accord. En 1999, Lima et Santiago avaient signé un traité."
    again = "Les deux pays ont aussi accepté d'échanger des terres."
    assert ("agree", "occurred", "NOR PER") in told(f"{text} {again}", "fr")


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("L'ancien ministre Jean Vidal", "jean-vidal"),
        ("L'ex-président Jean Vidal", "jean-vidal"),
        ("Jean Vidal, ancien Premier ministre,", "jean-vidal"),
        ("L'ancienne secrétaire générale de la CGT Anna Weiss", "anna-weiss"),
    ],
)
def test_who_bears_an_office_no_more_stands_for_himself(who: str, party: str) -> None:
    assert ("reject", "occurred", f"{party} > PER") in told(f"La Norvège attend.\n\n{who}{REJECTS}", "fr")


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("La présidente du groupe PS", "socialist-party"),
        ("La présidente du groupe PS Anna Weiss", "socialist-party"),
        ("Le président du Parti socialiste", "socialist-party"),
        ("Le président du groupe écologiste au Sénat", "eelv"),
        ("Le patron des députés LREM", "la-republique-en-marche"),
        ("Le chef de file des sénateurs RN, Jean Vidal,", "national-rally"),
        ("La tête de liste du RN", "national-rally"),
    ],
)
def test_who_leads_a_party_leads_no_state(who: str, party: str) -> None:
    text = f"En France, la France attend.\n\n{who} a rejeté l'offre du gouvernement français."
    assert ("reject", "occurred", f"{party} > FRA") in told(text, "fr")


@pytest.mark.parametrize(
    "speaker",
    [
        "The union's leader",
        "The party's leader",
        "The club's president",
        "The company's president",
        "Ladonia's president",
    ],
)
def test_the_head_of_a_body_that_nobody_knows_acts_for_no_state(speaker: str) -> None:
    text = f"Peru and Norway opened talks in Lima on Monday. {speaker} rejected the offer."
    assert [act for act, _, _ in told(text, "en")] == ["talks"]


@pytest.mark.parametrize("owner", ["The country", "The nation", "The island"])
def test_the_head_of_the_land_acts_for_it(owner: str) -> None:
    text = f"Peru signed the treaty on Monday. {owner}'s president urged Norway to follow."
    assert ("demand", "occurred", "PER > NOR") in told(text, "en")


def test_a_given_name_is_no_country() -> None:
    assert ("reject", "occurred", "MUS > PER") in told("Maurice a rejeté l'offre du Pérou.", "fr")
    assert not any("MUS" in parties for _, _, parties in told("Maurice Valin a rejeté l'offre du Pérou.", "fr"))


@pytest.mark.parametrize(
    ("before", "people", "who"),
    [
        ("Le M23 a pris Goma.", "Les porte-parole du mouvement", "m23"),
        ("Danone ferme une usine.", "Les dirigeants du groupe", "danone"),
        ("La CGT manifeste mardi.", "Les responsables du syndicat", "cgt"),
        ("Extinction Rebellion bloque un pont.", "Les organisateurs du mouvement", "extinction-rebellion"),
        ("Extinction Rebellion bloque un pont.", "Plusieurs figures du mouvement", "extinction-rebellion"),
    ],
)
def test_who_leads_a_body_told_of_before_acts_for_it(before: str, people: str, who: str) -> None:
    assert ("demand", "occurred", f"{who} > NOR") in told(f"{before} {people} réclament une aide à la Norvège.", "fr")


@pytest.mark.parametrize("people", ["Les experts du groupe de travail", "Les membres du comité de quartier"])
def test_who_is_of_another_group_does_not(people: str) -> None:
    text = f"Danone ferme une usine. {people} réclament une aide à la Norvège."
    assert "danone > NOR" not in {parties for _, _, parties in told(text, "fr")}


def test_a_movement_that_asks_is_no_time_of_whom_it_asks() -> None:
    text = "Le M23 a pris Goma. Le mouvement exige de la Norvège une aide."
    assert ("demand", "occurred", "m23 > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    ("before", "people", "who"),
    [
        ("Oxfam et Greenpeace ont porté plainte.", "Les deux associations", "greenpeace oxfam"),
        ("Oxfam, Attac et Greenpeace ont porté plainte.", "Les trois ONG", "attac greenpeace oxfam"),
        ("L'AFD et le FDP ont réagi.", "Les deux formations", "afd fdp"),
    ],
)
def test_so_many_of_a_kind_are_those_just_named(before: str, people: str, who: str) -> None:
    assert ("demand", "occurred", f"{who} > NOR") in told(f"{before} {people} réclament une aide à la Norvège.", "fr")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Le Conseil exige que la Norvège cède.", "un-security-council > NOR"),
        ("Le Conseil réclame une aide à la Norvège.", "un-security-council > NOR"),
        ("La Norvège demande au Conseil une enquête.", "NOR > un-security-council"),
    ],
)
def test_a_council_is_the_one_told_of_by_its_long_name(text: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(f"Le Conseil de sécurité s'est réuni lundi. {text}", "fr")


@pytest.mark.parametrize("council", ["Le conseil", "Le Conseil d'Etat"])
def test_another_council_is_not(council: str) -> None:
    text = f"Le Conseil de sécurité s'est réuni lundi. {council} exige que la Norvège cède."
    assert not [one for one in told(text, "fr") if one[0] == "demand" and "security" in one[2]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le SPD a rejeté l'offre des conservateurs du chancelier Jorge Salas.", ("reject", "occurred", "spd > cdu")),
        (
            "Le SPD a rencontré la CDU du chancelier Jorge Salas et les Verts.",
            ("talks", "occurred", "cdu greens-deu spd"),
        ),
        ("La Norvège de Liv Dahl et le Pérou de Jorge Salas ont signé un accord.", ("sign", "occurred", "NOR PER")),
    ],
)
def test_a_body_told_of_with_who_leads_it_is_meant_alone(text: str, event: tuple[str, str, str]) -> None:
    before = (
        "L'Allemagne vote en mai. Liv Dahl, présidente de la Norvège, et Jorge Salas, président du Pérou, en parlent."
    )
    assert event in told(f"{before if 'Liv' in text else 'Berlin attend.'} {text}", "fr")


def test_who_leads_a_land_that_tells_where_takes_part_himself() -> None:
    text = "La rencontre en Norvège du président norvégien Jorge Salas avec le ministre ghanéen a eu lieu mardi."
    assert ("talks", "occurred", "GHA NOR") in told(text, "fr")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le médiateur désigné par l'Union africaine, Kofi Addo, a reçu mardi le ministre péruvien."),
        ("fr", "Médiateur pour le compte de l'Union africaine, Kofi Addo a reçu mardi le ministre péruvien."),
        ("fr", "Kofi Addo, négociateur au nom de l'Union africaine, a reçu mardi le ministre péruvien."),
        ("en", "The envoy named by the African Union, Kofi Addo, met the Peruvian minister on Tuesday."),
        ("en", "The mediator on behalf of the African Union met the Peruvian minister on Tuesday."),
    ],
)
def test_an_envoy_stands_for_who_sent_him(language: Language, text: str) -> None:
    assert told(text, language) == [("talks", "occurred", "PER african-union")]


def test_a_minister_stands_for_his_land_whoever_named_him() -> None:
    text = "Le ministre péruvien désigné par l'Union africaine a reçu mardi le ministre norvégien."
    assert ("talks", "occurred", "NOR african-union") not in told(text, "fr")
