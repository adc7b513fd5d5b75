# ruff: noqa: E501 — sentences under test stay on one line.
"""Who acts in French sentences where the subject is a list, is far off, is left out or only taken up. All invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # A list in a parenthesis says who is meant.
        ("Les trois voisins - Norvège, Suède et Pérou - ont rejeté l'offre du Chili.", ("reject", "occurred", "NOR PER SWE > CHL")),
        ("Les deux pays garants (Norvège, Pérou) se réuniront à Quito mardi.", ("talks", "scheduled", "NOR PER")),
        ("Les patrons des syndicats - CGT, FO et Unsa - ont refusé l'offre de la Norvège.", ("reject", "occurred", "cgt fo unsa > NOR")),
        ("Le Chili et les deux autres (Norvège, Pérou) se réuniront à Quito mardi.", ("talks", "scheduled", "CHL NOR PER")),
        # Those who talk for a country, of one or several.
        ("Les négociateurs norvégiens et péruviens se sont retrouvés à Quito.", ("talks", "occurred", "NOR PER")),
        ("Le ministre norvégien, Lars Dahl, et les négociateurs péruviens ont signé un traité.", ("sign", "occurred", "NOR PER")),
        ("Le ministre norvégien et les représentants des pêcheurs se sont entretenus.", ("talks", "occurred", "NOR fishermen")),
        ("La Norvège (5 millions d'habitants) et le Pérou ont signé un traité.", ("sign", "occurred", "NOR PER")),
        # Numbers and rank do not change who is meant.
        ("La CGT et FO ont rencontré la Norvège. Les deux principaux syndicats ont rejeté l'offre de la Norvège.", ("reject", "occurred", "cgt fo > NOR")),
        # What a relative clause takes up is an object.
        ("Le Pérou étudie l'offre que lui a faite la Norvège.", ("propose", "occurred", "NOR > PER")),
        ("Les pêcheurs étudient le plan que leur a soumis la Norvège.", ("propose", "occurred", "NOR")),
        ("Le président péruvien défend le traité qu'il a signé avec la Norvège.", ("sign", "occurred", "NOR PER")),
        # The subject is left out.
        ("L'Union africaine a voté un texte. Demande à la Norvège de lever le blocus.", ("demand", "occurred", "african-union > NOR")),
        # A body is taken up by what it is.
        ("Greenpeace a rencontré la Norvège. L'organisation demande à la Norvège de geler la chasse.", ("demand", "occurred", "greenpeace > NOR")),
        ("La CGT et FO ont rencontré la Norvège. Les organisations ont rejeté l'offre de la Norvège.", ("reject", "occurred", "cgt fo > NOR")),
        ("Le Hamas a rencontré la Norvège. Le mouvement a rejeté l'offre de la Norvège.", ("reject", "occurred", "hamas > NOR")),
        ("Les députés européens ont exigé du Pérou une enquête.", ("demand", "occurred", "european-parliament > PER")),
        # A body all in small letters is known by its letters in brackets.
        ("L'association des maires ruraux (AMR) a rejeté l'offre de la Norvège.", ("reject", "occurred", "amr > NOR")),
        ("Hier, la conférence des évêques du Nord (CEN) a rejeté l'offre de la Norvège.", ("reject", "occurred", "cen > NOR")),
        # A body by its rank among its like, or any of them; groups by what they are.
        ("Le principal syndicat de dockers exige de la Norvège une prime.", ("demand", "occurred", "dockers > NOR")),
        ("L'organisation patronale exige de la Norvège une prime.", ("demand", "occurred", "employers > NOR")),
        ("Un syndicat de dockers exige de la Norvège une prime.", ("demand", "occurred", "union > NOR")),
        ("Les organisations paysannes exigent de la Norvège une prime.", ("demand", "occurred", "farmers-groups > NOR")),
        ("Des collectifs de parents exigent de la Norvège une prime.", ("demand", "occurred", "parents > NOR")),
        ("Les Etats membres exigent de la Norvège une enquête.", ("demand", "occurred", "member-states > NOR")),
        ("L'Union africaine pêche. Les chefs d'Etat et de gouvernement exigent du Pérou une enquête.", ("demand", "occurred", "african-union > PER")),
        # A name that only says of a thing which it is; "À" without its accent.
        ("Les pêcheurs du port Karvel sont là. Ils exigent de la Norvège une prime.", ("demand", "occurred", "fishermen > NOR")),
        ("A Quito, la CGT est en grève. Elle exige de la Norvège une prime.", ("demand", "occurred", "cgt > NOR")),
        # Whom a pronoun before the verb takes up.
        ("Le Pérou a tiré. La Norvège l'a exhorté à la retenue.", ("demand", "occurred", "NOR > PER")),
        ("Le ministre péruvien est à Oslo. Le roi norvégien l'a reçu.", ("talks", "occurred", "NOR PER")),
        ("La CGT et FO sont en grève. La Norvège leur a promis une prime.", ("promise", "occurred", "NOR > cgt fo")),
        # Whose turn it is.
        ("Le Pérou a dit que c'était à la Norvège de faire un pas.", ("demand", "occurred", "PER > NOR")),
        # States of which only the number is told.
        ("Quelque 80 pays exigent de la Norvège une enquête.", ("demand", "occurred", "countries > NOR")),
        ("Une trentaine de pays exigent de la Norvège une enquête.", ("demand", "occurred", "countries > NOR")),
        # The people of a party by its adjective; parts of a land and what they are called.
        ("Les députés socialistes français exigent de la Norvège une enquête.", ("demand", "occurred", "socialist-party > NOR")),
        ("Les travaillistes britanniques exigent du Pérou une enquête.", ("demand", "occurred", "labour-party > PER")),
        ("Le groupe communiste au Sénat français exige de la Norvège une enquête.", ("demand", "occurred", "pcf > NOR")),
        ("La Région wallonne exige de la Norvège une prime.", ("demand", "occurred", "walloon-government > NOR")),
        ("Le Land de Bavière exige de la Norvège une prime.", ("demand", "occurred", "bavarian-government > NOR")),
        ("La région Occitanie exige de la Norvège une prime.", ("demand", "occurred", "occitanie-region > NOR")),
        ("Le canton de Vaud exige de la Norvège une prime.", ("demand", "occurred", "canton-of-vaud > NOR")),
        # A delegation of the government's, of the army.
        ("Le Pérou et le M23 sont à Doha. La délégation gouvernementale exige du M23 une trêve.", ("demand", "occurred", "PER > m23")),
        ("Le Pérou et le M23 sont à Doha. La délégation de l'armée exige du M23 une trêve.", ("demand", "occurred", "PER > m23")),
        # Those who go between, told of by nothing else.
        # Whoever speaks for a body of a land; people of a body in brackets, between commas, by their title.
        ("Le porte-parole de la diplomatie péruvienne exige de la Norvège une enquête.", ("demand", "occurred", "PER > NOR")),
        ("Le ministre de la Pêche du gouvernement péruvien, Luis Salas, exige de la Norvège une enquête.", ("demand", "occurred", "PER > NOR")),
        ("Le négociateur en chef du gouvernement péruvien exige de la Norvège une enquête.", ("demand", "occurred", "PER > NOR")),
        ("Luc Barral (CGT) exige de la Norvège une prime.", ("demand", "occurred", "cgt > NOR")),
        ("Luc Barral, de la CGT, exige de la Norvège une prime.", ("demand", "occurred", "cgt > NOR")),
        ("« Nous exigeons de la Norvège une prime », dit Luc Barral, de la CGT.", ("demand", "occurred", "cgt > NOR")),
        ("« Nous exigeons de la Norvège une prime », dit Luc Barral de la CGT.", ("demand", "occurred", "cgt > NOR")),
        ("Luc Barral, du syndicat CGT, exige de la Norvège une prime.", ("demand", "occurred", "cgt > NOR")),
        ("Luc Barral, secrétaire de la CGT, exige de la Norvège une prime.", ("demand", "occurred", "cgt > NOR")),
        # Who says what stands before, by a pronoun that a hyphen ties to the verb.
        ("La CGT est en grève. « Nous refusons l'offre de la Norvège », explique-t-elle.", ("reject", "occurred", "cgt > NOR")),
        ("Le président péruvien est parti. « Nous refusons l'offre de la Norvège », a-t-il dit.", ("reject", "occurred", "PER > NOR")),
        # Who did what a passive tells, by the subject of the sentence before.
        ("Le Pérou a cédé à la Norvège. Les douze marins ont été libérés dans la soirée.", ("concede", "occurred", "PER > NOR")),
        # People are counted.
        ("Cinquante ONG demandent à la Norvège de geler la chasse.", ("demand", "occurred", "ngos > NOR")),
        # Of whom something is wanted, by an unknown verb or by whom one turns to.
        ("La Norvège veut que le Pérou extrade les marins.", ("demand", "occurred", "NOR > PER")),
        ("Sommé de s'expliquer, le Pérou a proposé une trêve à la Norvège.", ("propose", "occurred", "PER > NOR")),
        ("Les infirmières ont rencontré le Pérou. Les infirmières revendiquent des arriérés de salaires.", ("demand", "occurred", "nurses > PER")),
        # Two who do not come to an agreement refuse nobody's offer.
        ("La Norvège et le Pérou n'ont pas pu parvenir à un accord.", ("agree", "denied", "NOR PER")),
        # What one asks to end is a demand, not a call to one's own.
        ("La Norvège a appelé le Pérou à la fin de la mobilisation.", ("demand", "occurred", "NOR > PER")),
        # A company by whence it is, with the noun of what it makes or without.
        ("Renault négocie avec le danois Karvel.", ("talks", "ongoing", "karvel renault")),
        ("Le danois Karvel a rejeté l'offre du japonais Nissan.", ("reject", "occurred", "karvel > nissan")),
        ("Le cimentier suisse Bravol a rejeté l'offre de Renault.", ("reject", "occurred", "bravol > renault")),
        # Between whom something was signed, or was not.
        ("Un traité a été signé en 1998 à Quito entre la Norvège et le Pérou.", ("sign", "occurred", "NOR PER")),
        ("Aucun traité n'a été signé entre la Norvège et le Pérou.", ("sign", "denied", "NOR PER")),
        # Said not to be likely; refused by a word; offered to the unions told of.
        ("Il est peu probable que la Norvège rencontre le Pérou mardi.", ("talks", "denied", "NOR PER")),
        ("La CGT réclame une prime à la SNCF. Trop cher, répond la direction.", ("reject", "occurred", "sncf > cgt")),
        ("La Norvège a proposé une trêve au Pérou. Le ministre péruvien a jugé que ce n'était pas acceptable.", ("reject", "occurred", "PER > NOR")),
        ("La CGT fait grève chez Renault. La direction de Renault a proposé une prime.", ("propose", "occurred", "renault > cgt")),
        # "Ne" without "pas", votes that are not given, bids for a company.
        ("La Norvège a offert une trêve. Hélas, nous ne pouvons l'accepter, a dit le ministre péruvien.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou ne peut que rejeter l'offre de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou ne votera pas en faveur de la résolution de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Nissan a lancé une OPA sur Peugeot.", ("propose", "occurred", "nissan > peugeot")),
        # The object of an infinitive is none of the verb that it hangs on.
        ("La Norvège a appelé le Pérou à libérer le Chili.", ("demand", "occurred", "NOR > PER")),
        ("Le Pérou a demandé à la Commission de revoir le traité. La Norvège négocie avec l'UE.", ("demand", "occurred", "PER > eu")),
    ],
)  # fmt: skip
def test_who_acts(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Greenpeace a rencontré la Norvège. L'organisation humanitaire a rejeté l'offre.", "reject"),
        ("La Norvège a rencontré le Pérou. Demande d'asile : les chiffres montent.", "demand"),
        ("Invité à s'expliquer, le Pérou a signé un traité avec la Norvège.", "demand"),
        ("Le Pérou pêche. Les chefs d'Etat et de gouvernement exigent une enquête.", "demand"),
        ("Le comité des fêtes (Lyon) a rejeté l'offre de la Norvège.", "reject"),
        ("La Norvège (5 millions) pêche. Le Pérou dit que la Norvège a signé.", "sign"),
        ("La Norvège ne réclame d'argent à aucun voisin.", "demand"),
        ("Le Pérou souhaite développer sa flotte.", "demand"),
    ],
)
def test_nobody_acts(text: str, act: str) -> None:
    assert act not in {found for found, _, _ in told(text, "fr")}


def test_a_government_by_its_heads_name_is_his_country() -> None:
    """ "Le gouvernement" and the name of who leads it are one body."""
    text = "Le ministre norvégien Lars Dahl est à Lima. Le gouvernement Dahl a rejeté l'offre du Pérou."
    assert ("reject", "occurred", "NOR > PER") in told(text, "fr")


_WAR = " ".join(f"Le village numéro {number} a brûlé dans la nuit." for number in range(4))


def test_a_spaced_hyphen_is_a_dash() -> None:
    """What stands between two of them is a parenthesis."""
    assert told("Les deux rivaux - Norvège et Pérou - négocient.", "fr") == told(
        "Les deux rivaux – Norvège et Pérou – négocient.", "fr"
    )


@pytest.mark.parametrize(
    "who",
    [
        "La Norvège, cible de critiques,",
        "La Norvège, cible des critiques du Chili,",
        "La Norvège, figure de proue des exportateurs,",
        "Les Vingt-Sept ont une crainte : la Norvège, otage de ses pêcheurs,",
    ],
)
def test_a_noun_in_apposition_is_no_verb(who: str) -> None:
    assert ("demand", "occurred", "NOR > PER") in told(f"{who} a exigé du Pérou une enquête.", "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Les dirigeants des 27 ont rejeté le plan du Pérou.", ("reject", "occurred", "eu > PER")),
        ("Le Pérou a demandé aux 27 de lever les visas.", ("demand", "occurred", "PER > eu")),
    ],
)
def test_the_union_is_called_by_the_number_of_its_states(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize("text", ["Les 27 victimes ont exigé du Pérou une enquête.", "Aux 28 familles, Lima a promis."])
def test_a_number_that_counts_people_is_no_union_of_states(text: str) -> None:
    assert "eu" not in " ".join(parties for *_, parties in told(text, "fr"))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La réforme déplaît à la CGT, premier syndicat du pays, qui exige un référendum.", "cgt"),
        ("Le texte a été remis au Pérou, deuxième producteur de cuivre, qui demande une enquête.", "PER"),
        ("Le plan inquiète la Norvège, premier client de l'Union européenne, qui réclame un délai.", "NOR"),
        ("L'accord déçoit Oxfam, une ONG britannique, qui réclame un moratoire.", "oxfam"),
    ],
)
def test_a_relative_takes_up_who_is_told_of_with_a_noun_phrase(text: str, event: str) -> None:
    assert event in {parties for act, _, parties in told(text, "fr") if act == "demand"}


def test_a_relative_takes_up_who_is_named_behind_what_he_is() -> None:
    text = "La réforme déplaît à la Norvège, comme à la fédération, la CGT, qui exige un référendum."
    assert {parties for act, _, parties in told(text, "fr") if act == "demand"} == {"cgt"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "La CGT a dénoncé la réforme. Et de réclamer un délai à la Norvège.",
            ("demand", "occurred", "cgt > NOR"),
        ),
        (
            "« Oslo ment », a lancé le ministre péruvien. Et d'accuser la Norvège d'avoir triché.",
            ("accuse", "occurred", "PER > NOR"),
        ),
        (
            "Le ministre norvégien a reçu le syndicat FTF. Et de lui proposer un sursis.",
            ("propose", "occurred", "NOR > ftf"),
        ),
        ("« Il faut un geste », a dit la CGT. Et de s'engager à lever la grève.", ("promise", "occurred", "cgt")),
    ],
)
def test_an_infinitive_tells_on_what_somebody_did_next(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")
