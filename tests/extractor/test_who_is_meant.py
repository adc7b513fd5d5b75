# ruff: noqa: E501 — sentences under test stay on one line.
"""Whom an article means that does not name him: its own state, the Union's Commission, the seat of a body, governments of regions, and
bodies that only a noun beside their name tells. Texts are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

HOME = [
    # Where it was written, or the towns it tells of, say whose minister it is; a foreign firm does not.
    ("en", "SUVA - The labour minister rejected the demand of a Peruvian firm.", "reject occurred FJI > PER"),
    ("en", "MANILA (Wire) - The transport secretary rejected the offer of Norway.", "reject occurred PHL > NOR"),
    ("fr", "Le ministère a rejeté l'offre de l'ONU. La réunion avait eu lieu à Bordeaux.", "reject occurred FRA > un"),
    ("fr", "Le préfet a rejeté la demande de la CGT.", "reject occurred FRA > cgt"),
    ("fr", "À Guingamp, le préfet a rejeté la demande de l'ONU.", "reject occurred FRA > un"),
    ("fr", "Le préfet de la Marne a rejeté la demande de la CGT.", "reject occurred FRA > cgt"),
    # Counties and offices that only one state has speak for it where nothing else does.
    ("fr", "Le préfet a rejeté l'offre de l'ONU.", "reject occurred FRA > un"),
    ("fr", "Le préfet a rejeté l'offre de l'ONU. Le Togo attend.", "reject occurred TGO > un"),
    ("fr", "Un chimiste norvégien veut l'usine de Rennes. Le ministre de l'Industrie a rejeté l'offre de l'ONU.", "reject occurred FRA > un"),
    ("en", "Lima lies far away. Peru, whose minister Luis Vega rejected the offer of Norway, is a state.", "reject occurred PER > NOR"),
    ("fr", "Le pape a rejeté l'offre de la Norvège. La Norvège attend.", "reject occurred VAT > NOR"),
    ("fr", "Le délégué FO a rejeté l'offre de la Norvège.", "reject occurred fo > NOR"),
]  # fmt: skip
UNION = [
    ("en", "Spain met the Commission on Monday.", "talks occurred ESP eu"),
    ("fr", "La Commission a rejeté l'offre de l'Espagne.", "reject occurred eu > ESP"),
    ("en", "Norway rejected the offer of Brussels.", "reject occurred NOR > eu"),
    ("fr", "Bruxelles a rejeté l'offre de la Norvège.", "reject occurred eu > NOR"),
    ("fr", "Le commissaire au Marché intérieur a rejeté l'offre de la Norvège.", "reject occurred eu > NOR"),
    # Where Belgium is told of, Brussels is its government; another commission is another body.
    ("fr", "Bruxelles a rejeté l'offre de la Norvège. La Belgique attend.", "reject occurred BEL > NOR"),
]  # fmt: skip
REGIONS = [
    ("en", "Ontario's premier rejected the offer of Norway.", "reject occurred ontario-government > NOR"),
    ("en", "The Governor of Texas rejected the offer of Norway.", "reject occurred texas-government > NOR"),
    ("en", "The South Australian government rejected the offer of Norway.", "reject occurred south-australian-government > NOR"),
    ("en", "Texas Gov. Ana Reed rejected the offer of Norway.", "reject occurred texas-government > NOR"),
    ("en", "Gov. Ana Reed of Texas rejected the offer of Norway.", "reject occurred texas-government > NOR"),
    ("en", "Scotland's first minister rejected the offer of Norway.", "reject occurred scottish-government > NOR"),
    ("en", "Catalonia's president rejected the offer of Norway.", "reject occurred catalan-government > NOR"),
    ("fr", "La première ministre de l'Alberta a rejeté l'offre de la Norvège.", "reject occurred alberta-government > NOR"),
    ("fr", "Québec a rejeté l'offre de la Norvège.", "reject occurred quebec-government > NOR"),
    # The adjective of a region tells whose office it is, as that of a state does.
    ("fr", "Le ministre flamand de l'Agriculture a rejeté l'offre de la Norvège.", "reject occurred flemish-government > NOR"),
    ("fr", "La Première ministre écossaise a rejeté l'offre de la Norvège.", "reject occurred scottish-government > NOR"),
    ("fr", "Le président catalan a rejeté l'offre de la Norvège.", "reject occurred catalan-government > NOR"),
    ("fr", "Le ministre bavarois des Finances a rejeté l'offre de la Norvège.", "reject occurred bavarian-government > NOR"),
    ("fr", "La ministre québécoise de la Santé a rejeté l'offre de la Norvège.", "reject occurred quebec-government > NOR"),
    # Who comes from a region or sits for it does not govern it; French "premier" is a number.
    ("en", "Norway met the Peruvian minister in Ontario.", "talks occurred NOR PER"),
    ("fr", "Le premier a parlé. La Norvège a rejeté l'offre du Pérou en Alberta.", "reject occurred NOR > PER"),
]  # fmt: skip


def test_a_governor_is_no_officer_of_a_body_that_was_told_of() -> None:
    text = (
        "Karvel Airways is large. Karvel Airways chief Ana Holm waits. Governor Jim Reed rejected the offer of Norway."
    )
    assert not any("karvel" in parties for _, _, parties in told(text))


GOVERNMENTS = [
    # Where a region's government is named more often than its country, what has no other name is the region's.
    ("en", "The Quebec government met the FIQ in Canada. The government rejected the offer of Norway.", "reject occurred CAN > NOR"),
    ("en", "The Quebec government met the FIQ on Monday. The foreign minister rejected the offer of Norway.", "reject occurred CAN > NOR"),
]  # fmt: skip
ENVOYS = [
    # Who speaks for a body of states is told of by whence he is, where nothing else speaks for that state.
    ("en", "UN envoy Espen Holm waits. The Norwegian diplomat rejected the offer of Peru.", "reject occurred un > PER"),
    ("en", "UN envoy Espen Holm is in Norway. The Norwegian diplomat rejected the offer of Peru.", "reject occurred NOR > PER"),
    ("en", "The Chilean envoy Ana Holm waits. The Norwegian diplomat rejected the offer of Peru.", "reject occurred NOR > PER"),
]  # fmt: skip
LETTERS = [
    # Letters that are the first ones of a name, whether the text ever sets them beside it.
    ("en", "Harbour Freight Lines is large. HFL rejected the offer of Norway.", "reject occurred harbour-freight-lines > NOR"),
    ("en", "The International Monetary Fund (Imf) is large. Imf rejected the offer of Norway.", "reject occurred imf > NOR"),
    # An agency that is told something is nobody; who stands behind a bracket is of the body in it.
    ("en", "Ana Ruiz told Press Trust of Arden that Peru rejected the offer of Norway.", "reject occurred PER > NOR"),
]  # fmt: skip
BODIES = [
    # The kind stands before the name, with a comma or without; the name goes on over "de" and hyphens.
    ("en", "The operator, Karvel Transit, rejected the offer of Norway.", "reject occurred karvel-transit > NOR"),
    ("en", "The drug firm Karvel rejected the offer of Norway.", "reject occurred karvel > NOR"),
    ("en", "Norway met the union, Solid Ground, on Monday.", "talks occurred NOR solid-ground"),
    ("en", "Karvel, the airline's parent, rejected the offer of Norway.", "reject occurred karvel > NOR"),
    ("fr", "Leur employeur, la Karvel Transit, a rejeté l'offre de la Norvège.", "reject occurred karvel-transit > NOR"),
    ("fr", "La coopérative Laiterie de l'Aubance a rejeté l'offre de la Norvège.", "reject occurred laiterie-de-l-aubance > NOR"),
    ("fr", "Le Front de salut du Haut-Karvel a rejeté l'offre de la Norvège.", "reject occurred front-de-salut-du-haut-karvel > NOR"),
    # A branch of a union is a body of its own; two unions with a hyphen are two.
    ("fr", "La CGT-Archives a rejeté l'offre de la Norvège.", "reject occurred cgt > NOR"),
    ("fr", "L'UKS-PTR a rejeté l'offre de la Norvège.", "reject occurred uks-ptr > NOR"),
    # "and" joins words of one name before its noun, and two bodies behind it.
    ("en", "The company, Karvel Hydro, is old. The Lantern Keepers Union and Karvel Hydro met Norway.", "talks occurred NOR karvel-hydro lantern-keepers-union"),
    # A noun behind or before it, its last word, or a relative of things tells of a body.
    ("en", "Workers at Karvel Hill waited. Karvel Hill rejected the offer of Norway.", "reject occurred karvel-hill > NOR"),
    ("en", "Karvel Foods rejected the offer of Norway.", "reject occurred karvel-foods > NOR"),
    ("en", "Norway met Karvel, which makes boats, on Monday.", "talks occurred NOR karvel"),
    ("en", "Karvel's boss waited. Norway met Karvel on Monday.", "talks occurred NOR karvel"),
    ("fr", "On attend chez Toiles Karvel. Toiles Karvel a rejeté l'offre de la Norvège.", "reject occurred toiles-karvel > NOR"),
    # "The Society" is short for a longer name and no name of its own.
    ("en", "The Society of London Rowers rejected the offer of Norway. The Society's board met.", "reject occurred society-of-london-rowers > NOR"),
    ("en", "The Mining and Dredging Union rejected the offer of Norway.", "reject occurred mining-and-dredging-union > NOR"),
    # Words that by themselves are people or descriptions are parts of a name like others; "'s" is no word of its own.
    ("en", "The Harbour Employers Alliance rejected the offer of Norway.", "reject occurred harbour-employers-alliance > NOR"),
    ("en", "The Seamen's Federation rejected the offer of Norway.", "reject occurred seamens-federation > NOR"),
    # Letters that act, without an article.
    ("en", "KTRL rejected the offer of Norway.", "reject occurred ktrl > NOR"),
]  # fmt: skip
LONGER = [
    # A name that only ends like that of a party of another country, and one sharing a noun with a body told of, are their own.
    ("en", "The Czech talks are over. Norway met the Harbour Democrats on Monday.", "talks occurred NOR harbour-democrats"),
    ("en", "The American talks are over. Norway met the moderate Democrats on Monday.", "talks occurred NOR us-democrats"),
    ("en", "Norway rejected the offer of the Copper Wire Makers Association.", "reject occurred NOR > copper-wire-makers-association"),
    ("en", "Steel Industry Association envoys wait. Norway met the Copper Steel Industry Association.", "talks occurred NOR copper-steel-industry-association"),
    ("en", "The Arab League is a body, and so is the UN. Norway rejected the offer of the League.", "reject occurred NOR > arab-league"),
    ("fr", "La Ligue arabe siège au Caire, l'ONU à New York. La Norvège a rejeté l'offre de la Ligue.", "reject occurred NOR > arab-league"),
    ("en", "Indian farmers wait in Delhi. The Centre rejected the offer of Norway.", "reject occurred IND > NOR"),
    ("en", "Norway met the deputy U.S. trade representative on Monday.", "talks occurred NOR USA"),
    ("en", "The Labour government rejected the offer of Norway. Britain waits.", "reject occurred GBR > NOR"),
    ("en", "Philippine President Ferdinand Marcos waits in Washington. The Democratic president met Norway.", "talks occurred NOR USA"),
]  # fmt: skip
KOREAS = [
    # One half of a land by where it lies, in an article that names it; both by the land's name.
    ("en", "North Korea waits. The North rejected the offer of the South.", "reject occurred PRK > KOR"),
    ("en", "The two Koreas signed the treaty.", "sign occurred KOR PRK"),
    ("fr", "La Corée du Nord attend. Le Nord a rejeté l'offre du Sud.", "reject occurred PRK > KOR"),
    ("fr", "Les deux Corées ont signé le traité.", "sign occurred KOR PRK"),
]


OPPOSITIONS = [
    # Who opposes a government is not the state, however the land is told beside.
    ("en", "Peru's opposition rejected the offer of Norway.", "reject occurred peruvian-opposition > NOR"),
    ("en", "The Peruvian opposition rejected the offer of Norway.", "reject occurred peruvian-opposition > NOR"),
    ("en", "Peruvian opposition leader Ana Quispe rejected the offer of Norway.", "reject occurred peruvian-opposition > NOR"),
    ("en", "Peru's opposition leaders rejected the offer of Norway.", "reject occurred peruvian-opposition > NOR"),
    ("fr", "L'opposition du Pérou a rejeté l'offre de la Norvège.", "reject occurred peruvian-opposition > NOR"),
    ("fr", "La chef de l'opposition péruvienne Ana Quispe a rejeté l'offre de la Norvège.", "reject occurred peruvian-opposition > NOR"),
]  # fmt: skip
NAMED_LAST = [
    # A word at the head of a sentence that somebody is of.
    ("en", "Britain waits. Labour's Ana Holm rejected the offer of Norway.", "reject occurred labour-party > NOR"),
    # The latter, whose sentence before named others too; somebody called by the first of his names.
    ("en", "Norway's envoy dined with the king of Tonga. The latter rejected the offer of Peru.", "reject occurred TON > PER"),
    ("fr", "L'envoyé norvégien a dîné avec le roi des Tonga. Ce dernier a rejeté l'offre du Pérou.", "reject occurred TON > PER"),
    ("en", "Thai minister Anuman Krairat waits. Mr Anuman rejected the offer of Peru.", "reject occurred THA > PER"),
]  # fmt: skip
COUNTERPARTS = [
    # Of several countries; who has a counterpart of a country is not of it, wherever it was written.
    ("en", "Norway's minister met his Peruvian and Chilean counterparts on Monday.", "talks occurred CHL NOR PER"),
    ("en", "OSLO - Norway and Peru talked. Foreign Minister Ana Quispe rejected the offer of her Norwegian counterpart.", "reject occurred PER > NOR"),
]  # fmt: skip
RULERS = [
    # A movement that rules a land is meant by its names where the article names it, else the state is.
    (
        "en",
        "The Taliban wait. Peru rejected the offer of Kabul, and Afghanistan met Norway.",
        "talks occurred NOR taliban",
    ),
    ("en", "Afghanistan met Norway on Monday.", "talks occurred AFG NOR"),
]


GROUPS = [
    ("fr", "Les trois syndicats ont rejeté l'offre de la Norvège.", "reject occurred unions > NOR"),
    ("en", "Their unions rejected the offer of Norway.", "reject occurred unions > NOR"),
    ("fr", "Quand les maraîchers ont rejeté l'offre de la Norvège, il pleuvait.", "reject occurred vegetable-growers > NOR"),
    ("fr", "Les betteraviers ont rejeté l'offre de la Norvège.", "reject occurred beet-growers > NOR"),
    ("en", "When clan elders rejected the offer of Norway, it rained.", "reject occurred elders > NOR"),
]  # fmt: skip
NOBODY = [
    # Who leads a body is not the body's name; a compass is no branch.
    "The head of the union, Ana Quispe, rejected the offer of Norway.",
    "The company U-turn on pay surprised Norway, which rejected the offer.",
    "In Karvel, which lies in Norway, Togo rejected the offer of Chile.",
    # An agency that is told something, whom farmers follow.
    "Farmer leader Ana Quispe rejected the offer of Norway in Lima.",
]


THINGS = [
    # Letters that the text explains as a thing, what a minister is of, being against something.
    ("en", "Norway signed the Wire Transition Act (WTA). The WTA rejected the offer."),
    ("en", "It is an enhanced fishing partnership (EFP). The EFP commits both sides to a truce."),
    ("fr", "Le ministre du Travail dort. Au ministère du Travail, on veille. Le Travail a rejeté l'offre."),
    ("fr", "L'opposition de plusieurs pays a rejeté l'offre."),
    ("en", "The opposition to the quotas rejected the offer."),
]


@pytest.mark.parametrize(("language", "text"), THINGS)
def test_a_thing_is_nobody(language: Language, text: str) -> None:
    assert [event for event in told(text, language) if event[0] in ("reject", "promise")] == []


@pytest.mark.parametrize("text", NOBODY)
def test_whom_no_name_means(text: str) -> None:
    found = " ".join(parties for _, _, parties in told(text)).split()
    assert not {"ana-quispe", "u-turn", "u", "karvel", "press-trust-of-karvel", "PER"} & set(found)


@pytest.mark.parametrize(
    ("language", "text", "event"),
    HOME
    + UNION
    + REGIONS
    + GOVERNMENTS
    + ENVOYS
    + LETTERS
    + BODIES
    + LONGER
    + GROUPS
    + KOREAS
    + OPPOSITIONS
    + NAMED_LAST
    + COUNTERPARTS
    + RULERS,
)
def test_whom_an_article_means(language: Language, text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, language)]


def test_a_compass_alone_is_no_land() -> None:
    assert "PRK" not in " ".join(
        parties for _, _, parties in told("North Korea waits. The North Pole Society met Norway.")
    )
    assert told("Norway waits. The North rejected the offer of Norway.") == []


def test_a_town_alone_makes_no_president_one_of_a_state() -> None:
    minister, president = (
        f"The {office} rejected the demand of NATO in Leeds." for office in ("minister", "president")
    )
    assert [" ".join(one) for one in told(minister)] == ["reject occurred GBR > nato"]
    assert not any("GBR" in " ".join(one) for one in told(president))


def test_the_commission_of_another_land_is_not_the_unions() -> None:
    assert not any("eu" in " ".join(one).split() for one in told("Peru met the Commission on Monday.", "en"))


def test_a_land_without_an_adjective_has_an_opposition_nobody_can_name() -> None:
    """Its state must not be looked for among adjectives."""
    text = "La Polynésie française attend. L'opposition a rejeté l'offre de la Norvège."
    assert all("NOR" in parties for _, _, parties in told(text, "fr"))


@pytest.mark.parametrize("name", ["Luis B. Tarque", "A. B. Tarque", "Hamed al-Tarque", "Nils van der Tarque"])
def test_initials_and_small_words_stand_inside_a_name(name: str) -> None:
    events = told(f"Peruvian envoy {name} met Norway on Monday. Tarque rejected the offer of Norway.", "en")
    assert ("reject", "occurred", "PER > NOR") in events


def test_a_middle_initial_is_no_part_of_the_usual_name() -> None:
    (event,) = read("Peruvian envoy Luis B. Tarque rejected the offer of Norway.", "en")
    assert [one.id for one in event.parties[0].representatives] == ["person:luis-tarque"]


def test_another_first_name_makes_a_surname_another_person() -> None:
    text = "Norway's envoy, Arne Tarque, met Peru. {} Tarque rejected the offer of Peru."
    told_of = [("reject", "occurred", "NOR > PER") in told(text.format(first), "en") for first in ("Arne", "Kristin")]
    assert told_of == [True, False]


def test_who_held_office_in_the_eighties() -> None:
    assert told("Thatcher rejected the offer of Norway.", "en") == [("reject", "occurred", "GBR > NOR")]


def test_who_is_named_with_a_party_stands_for_it() -> None:
    assert told("Friedrich Merz of the CDU met Lars Klingbeil of the SPD on Monday.", "en") == [
        ("talks", "occurred", "cdu spd")
    ]


SIDES = [
    # Behind "between" the two sides go without an article.
    ("fr", "Un accord entre direction et syndicats a été trouvé mercredi chez Norvale.", "agree occurred norvale unions"),
    ("fr", "Les négociations entre gouvernement et rebelles ont repris lundi au Pérou.", "talks occurred PER rebels"),
    ("fr", "Un accord entre patronat et syndicats a été trouvé mercredi.", "agree occurred employers unions"),
    ("en", "Talks between government and rebels resumed in Peru on Monday.", "talks occurred PER rebels"),
    # How many they are and their rank do not change whom a noun means; some of somebody's people are not all of them.
    ("fr", "Les 1 200 ouvriers ont rejeté l'offre de la Norvège.", "reject occurred workers > NOR"),
    ("fr", "Les principaux créanciers ont rejeté l'offre de la Norvège.", "reject occurred creditors > NOR"),
    ("fr", "La puissante centrale syndicale a rejeté l'offre de la Norvège.", "reject occurred unions > NOR"),
    ("fr", "La principale organisation patronale a rejeté l'offre de la Norvège.", "reject occurred employers > NOR"),
    ("fr", "Le personnel de cabine a rejeté l'offre de la Norvège.", "reject occurred cabin-crew > NOR"),
]  # fmt: skip
NO_SIDES = [
    ("fr", "Ses 300 ouvriers ont rejeté l'offre de la Norvège."),
    ("fr", "Les autres créanciers ont rejeté l'offre de la Norvège."),
    ("fr", "Centrale a rejeté l'offre de la Norvège."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), SIDES)
def test_sides_without_article_and_people_counted_or_ranked(language: Language, text: str, event: str) -> None:
    assert event in {f"{act} {status} {parties}" for act, status, parties in told(text, language)}


@pytest.mark.parametrize(("language", "text"), NO_SIDES)
def test_others_and_people_of_somebody_are_not_all_there_are(language: Language, text: str) -> None:
    assert not any(act == "reject" for act, _, _ in told(text, language))


PARTS = [
    # A noun of its people or bodies stands for the opposition at home; so does its leader.
    ("fr", "Des députés de l'opposition ont rejeté l'offre du gouvernement péruvien.", "reject occurred peruvian-opposition > PER"),
    ("fr", "La coalition d'opposition a rejeté l'offre du gouvernement péruvien.", "reject occurred peruvian-opposition > PER"),
    ("fr", "Le chef de l'opposition a rejeté l'offre du gouvernement péruvien.", "reject occurred peruvian-opposition > PER"),
    # A body whose members the words name is theirs.
    ("fr", "La fédération des transporteurs a rejeté l'offre de la Norvège.", "reject occurred hauliers > NOR"),
    ("fr", "L'association des maires a rejeté l'offre de la Norvège.", "reject occurred mayors > NOR"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "event"), PARTS)
def test_bodies_by_those_whose_they_are(language: Language, text: str, event: str) -> None:
    assert event in {f"{act} {status} {parties}" for act, status, parties in told(text, language)}


def test_a_group_has_its_english_name_whatever_elision_its_words_hold() -> None:
    events = told("Les partis d'opposition ont rejeté l'offre de la Norvège.", "fr")
    assert ("reject", "occurred", "opposition-parties > NOR") in events
