"""People without a name of their own who act together in the French press. All sentences are invented."""

import pytest

from tests.extractor.test_extract import read, told

_DEMANDS = [
    ("Les forains exigent du gouvernement péruvien le retrait du décret.", "fairground-workers > PER"),
    ("Les orthophonistes réclament à Lima une revalorisation.", "speech-therapists > PER"),
    ("Des centaines d'étudiants ont défilé pour exiger de Lima le retrait du décret.", "students > PER"),
    ("Mardi, une vingtaine de mineurs ont exigé de Lima une hausse.", "miners > PER"),
    ("Un collectif de locataires exige de Lima un moratoire.", "tenants > PER"),
    ("Quelque 300 mineurs ont exigé mardi de Lima une hausse.", "miners > PER"),
    ("Près de 300 mineurs ont exigé mardi de Lima une hausse.", "miners > PER"),
    ("Les participants à la marche ont exigé de Lima le retrait du décret.", "protesters > PER"),
    ("« Nous exigeons de Lima une hausse », ont déclaré les mineurs.", "miners > PER"),
    ("Les chefs coutumiers ont exigé de Lima le retrait du décret.", "customary-leaders > PER"),
    ("Plusieurs syndicats ont exigé de Lima le retrait du décret.", "unions > PER"),
    ("Les représentants syndicaux ont exigé de Lima le retrait du décret.", "unions > PER"),
    ("Le bureau politique du Hamas a exigé de Lima le retrait du décret.", "hamas > PER"),
    ("Les adhérents de la CGT ont exigé de Lima le retrait du décret.", "cgt > PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), _DEMANDS)
def test_what_they_demand(text: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(text, "fr")


def test_a_delegation_of_theirs_is_received() -> None:
    text = "Une délégation d'éleveurs a rencontré mardi le ministre péruvien de l'Agriculture."
    assert ("talks", "occurred", "PER livestock-farmers") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Les opticiens demandent une ordonnance.",
        "Les vétérinaires recommandent de vacciner les chats.",
        "Les retraités demandent conseil à leur banque.",
        "Une délégation d'étudiants a visité le musée de Lima.",
        "Quelque 300 mineurs travaillaient ici.",
        "La marche des étudiants pour la paix a réuni 200 personnes.",
    ],
)
def test_what_tells_of_no_dispute(text: str) -> None:
    assert [event for event in read(text, "fr") if event.confidence.overall >= 0.35] == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Les routiers norvégiens exigent de Lima une hausse.", "norwegian-truckers > PER"),
        ("Les éboueurs de Bergen exigent de Lima une hausse.", "bergen-refuse-collectors > PER"),
        ("Les dockers de Valdossa exigent de Lima une hausse.", "valdossa-dockers > PER"),
        ("Les syndicats norvégiens exigent de Lima une hausse.", "norwegian-unions > PER"),
        ("Les séparatistes du Cabinda exigent de Lima une hausse.", "cabinda-separatists > PER"),
        ("Les infirmières québécoises exigent de Lima une hausse.", "quebec-nurses > PER"),
        ("Les salariés de Renault exigent de Lima une hausse.", "renault-employees > PER"),
        ("Les pilotes norvégiens et chiliens exigent de Lima une hausse.", "chilean-pilots norwegian-pilots > PER"),
    ],
)  # fmt: skip
def test_whence_they_are_is_part_of_who_they_are(text: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(text, "fr")


def test_without_it_those_named_before_are_meant() -> None:
    text = (
        "Les routiers norvégiens exigent de Lima une hausse.\n\nLes routiers ont rencontré mardi le ministre péruvien."
    )
    assert ("talks", "occurred", "PER norwegian-truckers") in told(text, "fr")


def test_the_union_that_an_article_names_later_is_not_the_people_of_a_land() -> None:
    text = "Les routiers norvégiens exigent de Lima une hausse.\n\nLe syndicat SKLP a rencontré le ministre péruvien."
    assert ("demand", "occurred", "norwegian-truckers > PER") in told(text, "fr")


def test_rebels_of_a_land_are_those_it_names_later() -> None:
    text = "Les rebelles colombiens exigent de Lima une trêve.\n\nL'ELN a rencontré mardi le ministre péruvien."
    assert ("demand", "occurred", "eln > PER") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Le ministre péruvien a rencontré mardi les étudiants.", "PER students"),
        ("Le ministre péruvien a reçu des éleveurs à Lima.", "PER livestock-farmers"),
        ("Le ministre péruvien a rencontré jeudi les représentants des éleveurs.", "PER livestock-farmers"),
        ("Le ministre péruvien a reçu une délégation d'éleveurs à Lima.", "PER livestock-farmers"),
        ("Le ministre péruvien a rencontré des chefs sécessionnistes à Lima.", "PER separatists"),
    ],
)
def test_whom_somebody_meets(text: str, parties: str) -> None:
    assert ("talks", "occurred", parties) in told(text, "fr")


def test_whom_somebody_does_something_else_to_is_only_spoken_of() -> None:
    assert told("Le ministre péruvien a félicité les pompiers.", "fr") == []


def test_the_unions_of_a_company_are_its_own_and_bring_it_to_mind() -> None:
    events = told("Les syndicats de Renault exigent une hausse. La direction a rejeté cette demande.", "fr")
    assert ("reject", "occurred", "renault > renault-unions") in events


def test_they_are_those_that_the_article_names() -> None:
    events = told("Les syndicats de Renault exigent une hausse. La CGT et FO ont rencontré la direction.", "fr")
    assert ("demand", "occurred", "cgt fo") in events


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Les pompiers ont rencontré mardi le ministre.", ("talks", "occurred", "PER firefighters-per")),
        ("Les commerçants exigent du gouvernement un délai.", ("demand", "occurred", "traders-per > PER")),
        ("Les étudiants ont rencontré mardi le ministre.", ("talks", "occurred", "PER students-per")),
        ("Les banques ont rencontré mardi le ministre.", ("talks", "occurred", "PER banks-per")),
    ],
)
def test_one_trade_is_not_another_of_which_an_article_told(sentence: str, event: tuple[str, str, str]) -> None:
    first = "Au Pérou, les infirmiers exigent du Pérou une prime.\n\nLes élus du Pérou ont rencontré Lima."
    assert event in told(f"{first}\n\n{sentence}", "fr")


@pytest.mark.parametrize(
    ("people", "party"),
    [
        ("Les banques", "banks"),
        ("Plus de 60 économistes", "economists"),
        ("Certaines entreprises", "companies"),
        ("Les automobilistes", "motorists"),
        ("Les distributeurs", "retailers"),
        ("Les sociétés d'autoroutes", "motorway-operators"),
        ("Des maires ruraux", "rural-mayors"),
        ("Les syndicats lycéens", "student-unions"),
        ("Une centaine de scientifiques", "scientists"),
    ],
)
def test_people_by_their_trade(people: str, party: str) -> None:
    assert ("demand", "occurred", f"{party} > PER") in told(f"{people} ont exigé de Lima le retrait du décret.", "fr")


def test_a_firm_that_is_named_is_not_all_of_its_trade() -> None:
    text = "Renault a rencontré mardi le ministre péruvien. Les assureurs exigent de Lima le retrait du décret."
    assert ("demand", "occurred", "insurers > PER") in told(text, "fr")


_AT_HOME = "À Oslo, la colère monte contre le gouvernement norvégien. La Norvège attend. "


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Les syndicats exigent du gouvernement une hausse.", ("demand", "occurred", "unions-nor > NOR")),
        ("Les routiers ont rencontré mardi le ministre.", ("talks", "occurred", "NOR truckers-nor")),
        ("Le patronat exige du gouvernement un délai.", ("demand", "occurred", "employers-nor > NOR")),
        ("Les routiers péruviens exigent d'Oslo une hausse.", ("demand", "occurred", "peruvian-truckers > NOR")),
        ("Les ONG exigent du gouvernement une hausse de l'aide.", ("demand", "occurred", "ngos > NOR")),
        ("Les obligataires exigent du gouvernement un accord.", ("demand", "occurred", "bondholders > NOR")),
    ],
)
def test_where_an_article_is_about_a_country_they_are_that_country_s(
    sentence: str, event: tuple[str, str, str]
) -> None:
    assert event in told(_AT_HOME + sentence, "fr")


_CRISIS = "En France, la France attend.\n\n"


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Le Sénat", "french-senate"),
        ("Le président du Sénat", "french-senate"),
        ("Le président du Sénat Jean Vidal", "french-senate"),
        ("Le Parlement", "french-parliament"),
        ("L'Assemblée nationale", "french-national-assembly"),
        ("Les députés", "mps-fra"),
        ("Les sénateurs", "senators-fra"),
        ("Les parlementaires", "members-of-parliament-fra"),
        ("Le sénateur communiste Jean Vidal", "pcf"),
        ("La gauche", "left-wing-parties-fra"),
        ("La droite", "right-wing-parties-fra"),
        ("La majorité", "ruling-majority-fra"),
        ("Les partenaires sociaux", "social-partners-fra"),
    ],
)
def test_parliaments_and_those_who_sit_in_them(who: str, party: str) -> None:
    text = f"{_CRISIS}{who} a exigé du gouvernement français le retrait du décret."
    assert ("demand", "occurred", f"{party} > FRA") in told(text.replace("s a exigé", "s ont exigé"), "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement a exigé du Pérou un débat au Sénat.",
        "La majorité des pêcheurs exigent du Pérou un débat.",
        "La France a exigé du Pérou des sièges à la droite de l'estrade.",
    ],
)
def test_where_something_is_acts_not(text: str) -> None:
    found = {one for _, _, parties in told(_CRISIS + text, "fr") for one in parties.split()}
    assert not found & {"french-senate", "ruling-majority-fra", "right-wing-parties-fra"}


def test_where_unions_are_named_the_social_partners_are_these() -> None:
    text = "La CGT et FO attendent le ministre péruvien.\n\nLes partenaires sociaux exigent de Lima un délai."
    assert ("demand", "occurred", "cgt fo > PER") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("De nombreux mineurs exigent de Lima une hausse.", "miners > PER"),
        ("D'autres mineurs exigent de Lima une hausse.", "miners > PER"),
        ("Bon nombre de mineurs exigent de Lima une hausse.", "miners > PER"),
        ("La quasi-totalité des mineurs exigent de Lima une hausse.", "miners > PER"),
        ("Une partie des mineurs exige de Lima une hausse.", "miners > PER"),
        ("Les pays les plus pauvres exigent de Lima un geste.", "poorest-countries > PER"),
        ("De nombreux défenseurs du climat ont exigé de Lima un geste.", "climate-campaigners > PER"),
        ("Quand des mineurs ont exigé de Lima une hausse, la route était coupée.", "miners > PER"),
    ],
)
def test_how_many_of_them_demand_it(text: str, parties: str) -> None:
    assert ("demand", "occurred", parties) in told(text, "fr")


def test_many_of_them_turn_down_an_offer() -> None:
    text = "L'offre de la Norvège a été rejetée par de nombreux mineurs."
    assert ("reject", "occurred", "miners > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    "who",
    [
        "Un porte-parole des mineurs",
        "Le leader des mineurs",
        "Une déléguée des mineurs",
        "Un responsable des mineurs",
        "La présidente des mineurs",
        "Ana Ruiz, porte-parole des mineurs,",
    ],
)
def test_who_speaks_for_them_acts_for_them(who: str) -> None:
    assert ("demand", "occurred", "miners > PER") in told(f"{who} a exigé de Lima une hausse.", "fr")


def test_ministers_of_states_of_a_union_are_told_by_the_union() -> None:
    text = "Les ministres des États membres de l'Union africaine ont exigé de Lima une enquête."
    assert not [event for event in read(text, "fr") if any("member" in party.id for party in event.parties)]


def test_members_of_a_majority_act_for_it() -> None:
    text = "De nombreux responsables de sa majorité ont exigé de Lima le retrait du décret."
    assert ("demand", "occurred", "ruling-majority > PER") in told(text, "fr")


def test_one_group_of_states_is_not_another_that_was_told_of() -> None:
    text = "Les pays en développement exigent de Lima un geste. Les pays riches exigent de Lima une enquête."
    assert ("demand", "occurred", "rich-countries > PER") in told(text, "fr")


def test_these_last_days_are_nobody() -> None:
    text = "Les mineurs ont rencontré Lima. Le Chili a appelé ces derniers jours le Pérou au calme."
    assert ("demand", "occurred", "CHL > PER") in told(text, "fr")


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("Les jeunes médecins", "doctors"),
        ("Les petits commerçants", "traders"),
        ("Les vieux pêcheurs", "fishermen"),
        ("Les gros éleveurs", "livestock-farmers"),
        ("Les étudiants et les jeunes chercheurs", "researchers students"),
    ],
)
def test_a_short_adjective_before_people_leaves_them_who_they_are(people: str, who: str) -> None:
    assert ("demand", "occurred", f"{who} > NOR") in told(f"{people} réclament une aide à la Norvège.", "fr")
