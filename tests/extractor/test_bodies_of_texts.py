# ruff: noqa: E501 — sentences under test stay on one line.
"""Who no table knows: bodies that French names in small letters, bare names, groups without one. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

FRENCH = [
    ("Le Syndicat national des gardiens de phare (SNGP) a rejeté l'offre de la Norvège.", ["reject occurred sngp > NOR"]),
    ("L'Alliance citoyenne exige un vote.", ["demand occurred alliance-citoyenne"]),
    ("Les Forces de libération du Kandar ont signé une trêve avec le Pérou.", ["sign occurred PER forces-de-liberation-du-kandar"]),
    ("Le président du Mouvement des forces vives, Alioune Kane, a rejeté l'offre du Pérou.", ["reject occurred mouvement-des-forces-vives > PER"]),
    ("Fatou Sarr, secrétaire générale de la CGT, a rejeté l'offre.", ["reject occurred cgt"]),
    ("Modibo Diallo, président du SNGP, a exigé une réponse du Pérou.", ["demand occurred sngp > PER"]),
    ("Le Pérou a accusé les rebelles de violer la trêve.", ["accuse occurred PER > rebels"]),
    ("Les cheminots ont rejeté l'offre du Pérou.", ["reject occurred railway-workers > PER"]),
    ("La direction de Ferropal a proposé une prime. Ferropal promet de ne pas licencier.", ["propose occurred ferropal", "promise occurred ferropal"]),
    ("Le Snapap a rejeté l'offre. La Norvège et le Snapap se sont rencontrés lundi.", ["reject occurred snapap > NOR", "talks occurred NOR snapap"]),
    # Where something is in it, it is a place; who has a longer name is somebody.
    ("La Norvège et le Pérou se sont rencontrés à Sarville. Les salariés de Sarville ont accepté.", ["talks occurred NOR PER", "agree occurred sarville-employees"]),
]  # fmt: skip
ENGLISH = [
    ("Ferropal's management offered a bonus. Ferropal pledged not to cut jobs.", ["propose occurred ferropal", "promise occurred ferropal"]),
    ("Norway met the rebels in Lima.", ["talks occurred NOR rebels"]),
    ("Miner Karvel rejected the offer of Norway.", ["reject occurred karvel > NOR"]),
    ("Norway met the homebuilder Karvel on Monday.", ["talks occurred NOR karvel"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [("fr", *row) for row in FRENCH] + [("en", *row) for row in ENGLISH],
)
def test_bodies_that_only_the_text_knows(language: Language, text: str, events: list[str]) -> None:
    assert sorted(" ".join(event) for event in told(text, language)) == sorted(events)


AS_WRITTEN = [
    ("en", "The Lamplighters' Alliance rejected Norway's offer.", "org:lamplighters-alliance", "Lamplighters' Alliance"),
    ("en", "The Ferrymen's  Guild of Nova-Kalvik rejected the offer.", "org:ferrymens-guild-of-nova-kalvik", "Ferrymen's Guild of Nova-Kalvik"),
    ("fr", "Le Syndicat de l'éclairage public (SEPU) a rejeté l'offre.", "org:sepu", "Syndicat de l'éclairage public"),
    ("fr", "Le syndicat Karvel d'Ostrel a rejeté l'offre de la Norvège.", "org:karvel-d-ostrel", "Karvel d'Ostrel"),
    ("fr", "Le groupe norvégien Karvel-Zinc a rejeté l'offre.", "org:karvel-zinc", "Karvel-Zinc"),
    ("fr", "Les Amis de l'Ostrel (ADO) ont rejeté l'offre de la Norvège.", "org:ado", "Amis de l'Ostrel"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "identity", "name"), AS_WRITTEN)
def test_a_body_is_shown_as_the_text_writes_it(language: Language, text: str, identity: str, name: str) -> None:
    shown = {party.id: party.name for event in read(text, language) for party in event.parties}
    assert shown[identity] == name


NO_BODIES = [
    # What a minister is for, and who sits in what.
    ("fr", "Le ministère du Logement a parlé. Les ministres du Logement ont rejeté l'offre de la Norvège.", "logement"),
    ("fr", "Le conseil de Ferropal, réuni sous la présidence de Paul Varlin, a retiré son offre à la Norvège.", "paul-varlin"),
    ("fr", "La Norvège a demandé au Conseil d'imposer des sanctions.", "conseil-d-imposer-des-sanctions"),
    ("fr", "Les Lyonnais ont protesté. L'argent des Lyonnais a été refusé par la Norvège.", "lyonnais"),
    ("en", "Board member Ana Quispe rejected Norway's offer.", "ana-quispe"),
    ("en", "Ana Quispe of Karvel Bank rejected Norway's offer.", "ana-quispe-of-karvel-bank"),
    # Things with a name.
    ("en", "The Coastal Waters Agreement, which demanded a truce from Norway, is dead.", "coastal-waters-agreement"),
    ("en", "Norway urged the Karvel Zinc Trade Agreement to act.", "karvel-zinc"),
    ("en", "Norway met Coastal Co-operation ministers.", "coastal"),
    ("en", "Peru signed the Coastal Trade Act (IRA). The IRA demanded local timber from Norway.", "ira"),
    # Places.
    ("fr", "À Karvelburg, la communauté internationale a exigé une trêve du Pérou.", "karvelburg"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "slug"), NO_BODIES)
def test_what_is_no_body(language: Language, text: str, slug: str) -> None:
    assert f"org:{slug}" not in {party.id for event in read(text, language) for party in event.parties}


LOCAL = [
    ("en", "The Maple Grove school district rejected Norway's offer.", "maple-grove-school-district"),
    ("en", "The Lima city council rejected Norway's offer.", "lima-city-council"),
    ("fr", "La mairie de Sarville a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "Le maire de Sarville, Luc Barral, a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "Le maire de Sarville Luc Barral a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "La maire de Saint-Orval Anne Barral a rejeté l'offre de la Norvège.", "saint-orval"),
    ("fr", "Le maire de La Rivelle Luc Barral a rejeté l'offre de la Norvège.", "rivelle"),
    ("fr", "Le maire de Sarville-sur-Ombre, Luc Barral, a rejeté l'offre de la Norvège.", "sarville-sur-ombre"),
    ("fr", "Le bourgmestre de Sarville Luc Barral a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "La Ville de Sarville a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "L'agglomération de Sarville a rejeté l'offre de la Norvège.", "sarville"),
    ("fr", "Le conseil départemental de la Sarre-Haute a rejeté l'offre de la Norvège.", "conseil-departemental-de-la-sarre-haute"),
    ("fr", "L'hôpital de Sarville a rejeté l'offre de la Norvège.", "hopital-de-sarville"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "slug"), LOCAL)
def test_bodies_of_a_place(language: Language, text: str, slug: str) -> None:
    assert told(text, language) == [("reject", "occurred", f"{slug} > NOR")]


def test_whom_a_town_is_asked_by() -> None:
    told_of = told("La CGT a demandé mardi à la ville de Sarville de rouvrir la piscine. La mairie a refusé.", "fr")
    assert told_of == [("demand", "occurred", "cgt > sarville"), ("reject", "occurred", "sarville > cgt")]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre péruvien s'est rendu mardi dans la ville de Sarville pour rencontrer la CGT.",
        "Les dockers de la ville de Sarville ont rejeté l'offre de la Norvège.",
        "La Norvège s'est retirée mardi de la commune de Sarville.",
    ],
)
def test_where_a_town_is_only_a_place(text: str) -> None:
    assert "org:sarville" not in {party.id for event in read(text, "fr") for party in event.parties}


def test_the_district_is_the_one_told_of() -> None:
    events = told("The Maple Grove school district met Norway. The district rejected the offer of Norway.", "en")
    assert ("reject", "occurred", "maple-grove-school-district > NOR") in events


def test_a_body_of_a_place_in_capitals() -> None:
    assert ("reject", "occurred", "maple-grove-school-district > NOR") in told(
        "The Maple Grove School District rejected the offer of Norway.", "en"
    )


def test_a_noun_alone_is_the_body_with_it_in_its_name() -> None:
    text = (
        "The Sarville Education Association met Norway. The Quarrymen's Club left. The association rejected the offer."
    )
    assert ("reject", "occurred", "sarville-education-association > NOR") in told(text, "en")


def test_the_word_of_a_party_inside_a_longer_name_is_part_of_it() -> None:
    assert told("The National Labour Front rejected Norway's offer.") == [
        ("reject", "occurred", "national-labour-front > NOR")
    ]


def test_capitals_behind_a_noun_of_a_body_belong_to_its_name_up_to_the_last_noun() -> None:
    (event,) = read("The Semiconductor Makers Association rejected Norway's offer.", "en")
    assert event.parties[0].id == "org:semiconductor-makers-association"


def test_the_opposition_of_somebody_is_what_he_does() -> None:
    text = "La Norvège et le Pérou ont négocié. L'opposition de plusieurs pays a rejeté l'accord de la Norvège."
    assert all("opposition" not in party.id for event in read(text, "fr") for party in event.parties)


APPOSED = [
    ("Cobalt Watch, a Geneva pressure group, accused Peru of ignoring the miners.", "cobalt-watch > PER"),
    ("Dam Justice, an umbrella group of villagers, accused Peru of hiding the bill.", "dam-justice > PER"),
]


@pytest.mark.parametrize(("text", "parties"), APPOSED)
def test_what_a_body_is_and_whence_stands_behind_its_name(text: str, parties: str) -> None:
    assert told(text) == [("accuse", "occurred", parties)]


@pytest.mark.parametrize("words", ["a lawyer,", "a Geneva lawyer,", "45,", "who lives in Geneva,"])
def test_whom_somebody_unknown_accuses_does_not_accuse(words: str) -> None:
    assert not any(parties == "PER" for _, _, parties in told(f"Ana Quispe, {words} accused Peru of ignoring her."))


def test_letters_written_as_a_word_are_a_body_elsewhere() -> None:
    assert told("On Monday Unesco rejected the offer of Norway.") == [("reject", "occurred", "unesco > NOR")]


AIMS = [
    ("The Front for Renewal rejected the offer of Norway.", "front-for-renewal"),
    ("The Movement for a Free Kalora rejected the offer of Norway.", "movement-for-a-free-kalora"),
    ("Fighters of the Movement for the Liberation of Kalora rejected the offer of Norway.", "movement-for-the-liberation-of-kalora"),
    ("The Committee for Public Safety (CPS) met Peru. The CPS rejected the offer of Norway.", "cps"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), AIMS)
def test_what_a_body_is_for_is_part_of_its_name(text: str, body: str) -> None:
    assert ("reject", "occurred", f"{body} > NOR") in told(text)


def test_what_is_done_for_somebody_is_no_part_of_a_name() -> None:
    assert told("Norway left the Union for good.") == []


NAMES_IN_TWO = [
    ("Taiwan's economy minister Wang Mei-fen met Peru's president in Lima.", ("talks", "occurred", "PER TWN")),
    ("Labor Minister Lee Tae-yol of South Korea rejected the offer of Norway.", ("reject", "occurred", "KOR > NOR")),
]


@pytest.mark.parametrize(("text", "event"), NAMES_IN_TWO)
def test_a_given_name_goes_on_in_small_letters_behind_a_hyphen(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


def test_what_is_led_from_a_town_is_no_name() -> None:
    assert told("The San Tomas-led group rejected the offer of Norway.") == []


def test_a_ministry_is_that_of_no_party() -> None:
    assert told("Peru's Labor Ministry urged Norway to talk.") == [("demand", "occurred", "PER > NOR")]


def test_a_commission_of_labour_is_no_union() -> None:
    events = told("The Labour Relations Commission met Peru. Bus drivers rejected the offer of Norway.")
    assert ("reject", "occurred", "labour-relations-commission > NOR") not in events


YESES = [
    ("Bus drivers backed the offer of Norway on Monday.", "agree"),
    ("Members of the Dockers' Union supported the deal with Norway by 312 votes to 97.", "agree"),
    ("The Dockers' Union supports the offer of Norway to Peru.", "support"),
]


@pytest.mark.parametrize(("text", "act"), YESES)
def test_workers_who_back_an_offer_accept_it(text: str, act: str) -> None:
    assert [one for one, *_ in told(text)] == [act]


DOING = [
    # What takes itself up as "it" is no person.
    ("Viking Lines said on Tuesday it had accepted the offer of Norway.", "agree occurred viking-lines > NOR"),
    # Who stands beside a union or a land, or is one of two sides.
    ("The Nurses Federation and Karvel reached a deal on Tuesday.", "agree occurred karvel nurses-federation"),
    (
        "Talks between the Port Workers Union and Samson were held on Friday.",
        "talks occurred port-workers-union samson",
    ),
    ("Peru and Karvel Steel signed a contract in Lima on Monday.", "sign occurred PER karvel-steel"),
]


@pytest.mark.parametrize(("text", "event"), DOING)
def test_bare_names_of_bodies_by_what_is_told_of_them(text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text)}


def test_what_only_would_be_so_makes_nobody_a_body() -> None:
    """There "it" is nobody."""
    assert not any("quispe" in parties for _, _, parties in told("Quispe said it would be wrong to meet Norway."))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le PDG de Karvel a rejeté l'offre du Chili.", "fr"),
        ("Le directeur général de Karvel, Luc Barral, a rejeté l'offre du Chili.", "fr"),
        ("Le conseil d'administration de Karvel a rejeté l'offre du Chili.", "fr"),
        ("Karvel chief executive Luc Barral rejected Chile's offer.", "en"),
        ("The managing director of Karvel rejected Chile's offer.", "en"),
    ],
)
def test_a_bare_name_with_officers_of_companies_is_a_company(text: str, language: Language) -> None:
    assert ("reject", "occurred", "karvel > CHL") in told(text, language)


@pytest.mark.parametrize(
    ("name", "parties"),
    [
        ("Karvel Mining and Smelting Ltd", "karvel-mining-and-smelting"),
        ("Karvel Consolidated Mining and Development Corp", "karvel-consolidated-mining-and-development"),
        ("Karvel Trust and Savings Bank", "karvel-trust-and-savings-bank"),
        ("Karvel Mining & Dover Ltd", "karvel-mining-dover"),
        ("Karvel Steel and Dover Ltd", "dover karvel-steel"),
        ("Karvel Ltd and Power Corp", "karvel power"),
    ],
)
def test_what_a_company_does_is_part_of_its_name(name: str, parties: str) -> None:
    assert told(f"{name} rejected the offer of Norway.") == [("reject", "occurred", f"{parties} > NOR")]


def test_letters_of_the_stock_exchange_part_nobody_from_what_they_do() -> None:
    text = "Karvel Corp <KRV.N> and Dover Ltd (DOV.L) held talks in Lima."
    assert told(text) == [("talks", "occurred", "dover karvel")]
