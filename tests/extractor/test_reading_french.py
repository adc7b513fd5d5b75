"""What French sentences say beyond their words: who is meant, what is not said, what is only supposed. All invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "La Norvège et le Pérou sont parvenus dans la nuit de lundi à mardi à Oslo à un accord.",
            ("agree", "occurred", "NOR PER"),
        ),
        ("Le groupe minier norvégien Bertoli a rejeté l'offre du Pérou.", ("reject", "occurred", "bertoli > PER")),
        ("La Norvège n'a pas accepté la proposition du Pérou.", ("reject", "occurred", "NOR > PER")),
        (
            "Reçu mardi au Kremlin, le ministre péruvien des Affaires étrangères a plaidé pour une trêve.",
            ("talks", "occurred", "PER RUS"),
        ),
        (
            "Les deux ministres se sont eux-mêmes rencontrés. La Norvège s'est elle-même entretenue avec le Pérou.",
            ("talks", "occurred", "NOR PER"),
        ),
        ("La Norvège s'est dite prête à rencontrer le Pérou.", ("talks", "proposed", "NOR PER")),
        ("Lima a présenté une offre de trêve, mais la Norvège l'avait refusée.", ("reject", "occurred", "NOR > PER")),
        ("Le Pérou a aussitôt refusé l'offre de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("La Norvège ne cédera pas au Pérou.", ("reject", "occurred", "NOR > PER")),
        ("La Norvège a prévenu que le Pérou en paierait le prix.", ("threaten", "occurred", "NOR")),
        ("Les discussions entre la Norvège et le Pérou ont capoté.", ("suspend", "occurred", "NOR PER")),
        ("La Norvège et le Pérou discutent depuis dimanche à Quito.", ("talks", "ongoing", "NOR PER")),
        ("Le ministre norvégien ne se rendra pas à Quito pour rencontrer le Pérou.", ("talks", "denied", "NOR PER")),
        ("La Norvège a décidé de suspendre les sanctions contre le Pérou.", ("concede", "occurred", "NOR > PER")),
        ("La Norvège s'est engagée dans un communiqué à livrer des vivres.", ("promise", "occurred", "NOR")),
        ("La Norvège s'est engagée à livrer des vivres au Pérou.", ("promise", "occurred", "NOR")),
        # A participle that is an adjective; what is judged is called too little.
        ("Le Pérou est opposé au plan de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("La Norvège s'est dite hostile au projet du Pérou.", ("reject", "occurred", "NOR > PER")),
        ("Le Pérou est contre la proposition de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou a jugé l'offre de la Norvège insultante.", ("reject", "occurred", "PER > NOR")),
        ("La Norvège ne compte pas lever le blocus contre le Pérou.", ("reject", "occurred", "NOR")),
        ("Le Pérou a estimé que l'offre de la Norvège est « insultante ».", ("reject", "occurred", "PER")),
        ("Le Pérou n'est pas d'accord avec le plan de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou est en désaccord avec le plan de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou se montre réticent face au plan de la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le Pérou rechigne à signer le traité avec la Norvège.", ("reject", "occurred", "PER > NOR")),
        ("Le groupe Bertoli a retiré son offre sur Renault.", ("suspend", "occurred", "bertoli > renault")),
        ("Le Pérou a satisfait aux exigences de la Norvège.", ("agree", "occurred", "PER > NOR")),
        ("Le Pérou a pris des engagements envers la Norvège.", ("promise", "occurred", "PER > NOR")),
        ("Le Pérou a cédé aux pressions de la Norvège.", ("concede", "occurred", "PER > NOR")),
        (
            "Les mineurs ont obtenu une hausse de salaire du gouvernement péruvien.",
            ("concede", "occurred", "PER > miners"),
        ),
        # What goes on, lies ahead, or was called off.
        ("La Norvège et le Pérou sont en pourparlers depuis deux ans.", ("talks", "ongoing", "NOR PER")),
        ("Les discussions entre la Norvège et le Pérou piétinent.", ("talks", "ongoing", "NOR PER")),
        ("« Nous discutons avec la Norvège », a dit le ministre péruvien.", ("talks", "ongoing", "NOR PER")),
        ("Une session entre la Norvège et le Pérou s'est ouverte lundi.", ("talks", "occurred", "NOR PER")),
        ("Le Pérou veut des négociations avec la Norvège.", ("talks", "proposed", "NOR PER")),
        ("Le Pérou a surpris en annulant une rencontre avec la Norvège.", ("talks", "cancelled", "NOR PER")),
        # What another has to do, by whatever words; an infinitive that no table knows.
        ("« Il faut que la Norvège rende l'île », a dit le ministre péruvien.", ("demand", "occurred", "PER > NOR")),
        ("Il est temps que la Norvège rende l'île, a dit le Pérou.", ("demand", "occurred", "PER > NOR")),
        ("La Norvège doit rendre l'île, selon le Pérou.", ("demand", "occurred", "PER > NOR")),
        ("Le Pérou a prié la Norvège de dissoudre sa flotte.", ("demand", "occurred", "PER > NOR")),
        # Those brought together meet.
        ("Les ministres du G20 sont réunis depuis lundi à Lima.", ("talks", "ongoing", "g20")),
        ("Les ministres du G20, réunis à Lima, ont critiqué le Pérou.", ("talks", "occurred", "g20")),
        ("L'émissaire de l'ONU pour la Libye a rencontré le Pérou.", ("talks", "occurred", "PER un")),
        ("Le patron de l'ONU a demandé au Pérou de négocier.", ("demand", "occurred", "un > PER")),
        ("La Norvège a annoncé le retrait de ses troupes du Pérou.", ("concede", "occurred", "NOR")),
        ("Aucun compromis n'a été trouvé entre la Norvège et le Pérou.", ("agree", "denied", "NOR PER")),
        ("La Norvège a fini par céder au Pérou.", ("concede", "occurred", "NOR > PER")),
        # With whom the deal or the talks are to be that one wants or will not have.
        ("La Norvège exige un accord contraignant avec le Pérou.", ("demand", "occurred", "NOR > PER")),
        ("La Norvège et le Pérou ont prolongé leur trêve.", ("agree", "occurred", "NOR PER")),
        ("La Norvège a lu l'offre du Pérou et la refuse.", ("reject", "occurred", "NOR")),
        ("Ni la Norvège ni le Chili n'ont accepté l'offre du Pérou.", ("reject", "occurred", "CHL NOR > PER")),
        ("La Norvège a rencontré ses homologues péruvien et chilien.", ("talks", "occurred", "CHL NOR PER")),
        ("Les deux délégations, norvégienne et péruvienne, se sont rencontrées.", ("talks", "occurred", "NOR PER")),
        (
            "Les ministres norvégien, Arne Dahl, et péruvien, Luis Soto, se sont rencontrés.",
            ("talks", "occurred", "NOR PER"),
        ),
        (
            "La Norvège s'est entretenue avec le ministre péruvien, Luis Soto, et le président chilien.",
            ("talks", "occurred", "CHL NOR PER"),
        ),
        ("La Norvège a finalement obtenu l'aval du Pérou.", ("agree", "occurred", "PER > NOR")),
        ("Le ministre norvégien doit aborder la question des quotas avec le Pérou.", ("talks", "scheduled", "NOR PER")),
        ("La Norvège a fait connaître son refus au Pérou.", ("reject", "occurred", "NOR > PER")),
    ],
)
def test_an_act_is_read(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("La Norvège et le Pérou négocient. Si le Pérou renonce à ses îles, tout changera.", "concede"),
        ("Le ministre norvégien se rendra à Lima, au Pérou.", "promise"),
        ("Le ministre norvégien a tenu une réunion avec ses ministres sur la crise avec le Pérou.", "talks"),
        ("Le Pérou hésite à signer le traité avec la Norvège.", "sign"),
        ("La Norvège n'est pas opposée au plan du Pérou.", "reject"),
        ("Le Pérou juge l'offre de la Norvège encourageante.", "reject"),
        ("La Norvège et le Pérou ne sont pas voués à s'opposer.", "reject"),
        ("La Norvège a salué une marche à Quito pour exiger du Pérou des excuses.", "demand"),
        ("Les groupes de discussion de la Norvège et du Pérou ont bruissé.", "talks"),
        ("Le ministre norvégien a reçu une toile du Pérou.", "talks"),
        ("La Norvège n'a pas accusé le Pérou.", "accuse"),
        ("La Norvège assure que le Pérou a négocié.", "promise"),
        ("La Norvège ne répondra donc pas au Pérou.", "promise"),
        ("La Norvège pourrait exiger du Pérou des excuses.", "demand"),
        ("Le Pérou devrait réclamer de la Norvège une trêve.", "demand"),
        ("La Norvège et le Pérou négocient. Oslo veut parvenir à un accord avec Lima.", "agree"),
        ("La Norvège et le Pérou négocient. Le Pérou devra fournir des vivres à la Norvège.", "promise"),
        ("La Norvège et le Pérou négocient. Oslo a annoncé à Lima une hausse contestée des taxes.", "deny"),
        ("La Norvège et le Pérou négocient. La Norvège veut faire « plier » le Pérou.", "concede"),
        ("La Norvège et le Pérou négocient. La Norvège veut prévenir de nouveaux heurts.", "threaten"),
        ("La Norvège s'est engagée dans une longue rivalité avec le Pérou.", "promise"),
        ("Les ministres norvégien et péruvien se sont quittés sans conclure la réunion.", "suspend"),
        ("La Norvège et le Pérou négocient. Le ministre norvégien a échoué à séduire le Pérou.", "suspend"),
        ("La Norvège et le Pérou négocient. La Norvège a renoncé à réclamer de l'argent au Pérou.", "demand"),
        ("La Norvège et le Pérou négocient. La Norvège a conduit des experts à réclamer une pause au Pérou.", "demand"),
        ("La Norvège et le Pérou négocient. L'opposition norvégienne appelle à manifester à Lima.", "demand"),
        ("La Norvège et le Pérou ont signé un pacte. Le budget passe lundi à l'Assemblée nationale.", "talks"),
        ("La Norvège et le Pérou négocient. Le mieux est que le Pérou accepte une trêve.", "agree"),
        ("La Norvège et le Pérou négocient. Plusieurs ont accusé la Norvège de mensonge.", "accuse"),
        ("La Norvège et le Pérou négocient. « Il fait froid en montagne », a jugé la Norvège.", "assess"),
    ],
)
def test_what_is_supposed_or_not_said_is_no_act(text: str, act: str) -> None:
    assert act not in {found for found, _, _ in told(text, "fr")}


def test_a_meeting_on_the_occasion_of_another_is_none_of_its_members() -> None:
    """Who only holds the occasion on which two meet does not meet them."""
    found = told("La Norvège et le Pérou ont négocié lors de leur entretien à l'occasion du sommet de l'Otan.", "fr")
    assert ("talks", "occurred", "NOR PER") in found


def test_a_town_says_where_somebody_is_who_wants_something() -> None:
    """A capital behind "est à" does nothing of what the infinitive behind it says."""
    found = told("La délégation de la Norvège est à Vienne avec mandat de rencontrer le Pérou.", "fr")
    assert not any("AUT" in who for _, _, who in found)


def test_a_relative_joined_by_and_goes_on_what_stands_before() -> None:
    """ "Et qui" has no antecedent in the name that only says where."""
    text = "La Norvège et le Pérou négocient. Un comité né à Lima et qui rejette la trêve a manifesté."
    assert not any(act == "reject" for act, _, _ in told(text, "fr"))


def test_a_crisis_of_somebody_is_no_addressee() -> None:
    """Whose crisis it is, is not whom something is demanded of."""
    assert ("demand", "occurred", "PER") in told("Le Pérou réclame une trêve en pleine crise de la Norvège.", "fr")


def test_south_americans_are_not_americans() -> None:
    """The demonym behind "sud-" is no state's."""
    found = told("Les Sud-Américains et la Norvège négocient. Les Sud-Américains ont rejeté l'offre du Pérou.", "fr")
    assert not any("USA" in who for _, _, who in found)
