# ruff: noqa: E501 — sentences under test stay on one line.
"""Where an act takes place when other words than its own clause tell it, or tell of other places. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read
from tests.extractor.test_places import places


def wheres(text: str, language: Language, act: str) -> set[str | None]:
    """The English names of the places of the events of an act."""
    return {place for told, place in places(text, language) if told == act}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru held talks in Oman on Monday. The Muscat meeting ended at midnight."),
        ("en", "The Muscat talks: what is at stake\n\nNorway and Peru concluded a round of negotiations in Oman on Monday."),
        ("fr", "La Norvège et le Pérou ont bouclé lundi, à Oman, un cycle de pourparlers.\n\nLes discussions de Mascate portaient sur la pêche."),
        ("fr", "Pourparlers de Mascate : ce qui est en jeu\n\nLa Norvège et le Pérou ont négocié lundi à Oman."),
    ],
)  # fmt: skip
def test_the_one_town_of_the_country_that_the_article_tells_of_is_where_they_met(language: Language, text: str) -> None:
    assert wheres(text, language, "talks") == {"Muscat"}


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("Norway vowed to free the Peruvian trawlers when the two ministers gathered in Kampala in May.", "promise", "Kampala"),
        ("Somalia's president is likely to have a meeting with Kenya's leader when he pays a visit to Nairobi on Friday.", "talks", "Nairobi"),
        ("Norway's minister will spend two days in Peru, with Dahl to meet President Vega of Peru and the chief of the Andean Community, Luis Soto, in Cusco on Monday.", "talks", "Cusco"),
        ("Nairobi is hosting representatives of 40 countries from Tuesday to Thursday.", "talks", "Nairobi"),
    ],
)  # fmt: skip
def test_a_clause_beside_the_act_tells_where_it_was(text: str, act: str, place: str) -> None:
    assert wheres(text, "en", act) == {place}


def test_a_land_that_speaks_is_not_that_of_the_town_before_it() -> None:
    (talks,) = [
        one for one in read("Norway and Peru held talks in Geneva, Sweden's minister said.", "en") if one.act == "talks"
    ]
    assert talks.place is not None
    assert talks.place.country == "CHE"


def test_who_was_at_talks_did_not_hold_them_where_he_goes_next() -> None:
    text = "Mediator Lars Lie, who has sat in on the last talks between Norway and Peru, is to meet Sweden in Bergen on Friday."
    assert wheres(text, "en", "talks") == {None}


def test_mediation_that_goes_on_is_not_where_they_met() -> None:
    text = "Norway and Peru met in Quito on Monday. Chile, which has been mediating between Norway and Peru, welcomed the step."
    assert wheres(text, "en", "mediate") == {None}


def test_of_two_towns_of_a_country_neither_is_taken() -> None:
    text = "Norway and Peru held talks in Kenya on Monday. Sweden and Chile met in Nairobi in May. Finland and Bolivia met in Mombasa in June."
    assert "Kenya" in wheres(text, "en", "talks")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru met in Quito on Monday. Snow fell. Peru accepted the quota."),
        ("fr", "La Norvège et le Pérou se sont rencontrés lundi à Quito. Il neigeait. Le Pérou a accepté le quota."),
    ],
)
def test_one_side_says_yes_anywhere(language: Language, text: str) -> None:
    assert wheres(text, language, "agree") == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Lusaka declaration, signed on May 3 by Norway and Peru, provides for a truce."),
        ("en", "Norway and Peru initialled the Lusaka protocol on Monday."),
        ("fr", "La déclaration de Lusaka, signée le 3 mai par la Norvège et le Pérou, prévoit une trêve."),
        ("fr", "La Norvège et le Pérou ont paraphé lundi le protocole de Lusaka."),
    ],
)
def test_what_is_signed_is_called_by_where_it_was(language: Language, text: str) -> None:
    assert wheres(text, language, "sign") == {"Lusaka"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru ratified the Lusaka protocol on Monday."),
        ("fr", "La Norvège et le Pérou ont ratifié lundi le protocole de Lusaka."),
    ],
)
def test_what_is_ratified_was_made_elsewhere(language: Language, text: str) -> None:
    assert wheres(text, language, "sign") == {None}


def test_where_it_was_signed_comes_before_what_it_is_called() -> None:
    text = "La Norvège et le Pérou ont signé lundi à Quito l'accord de Lusaka."
    assert wheres(text, "fr", "sign") == {"Quito"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Sweden has offered the town of Piura as the venue for talks between Norway and Peru.", "Piura"),
        ("en", "Sweden suggested Muscat as a venue for the next round of negotiations between Norway and Peru.", "Muscat"),
        ("fr", "La Suède a proposé Piura comme lieu des pourparlers entre la Norvège et le Pérou.", "Piura"),
        ("fr", "La Norvège et le Pérou ont choisi Mascate comme lieu de leur prochaine rencontre.", "Muscat"),
    ],
)  # fmt: skip
def test_a_venue_is_where_talks_are_to_be_held(language: Language, text: str, place: str) -> None:
    assert wheres(text, language, "talks") == {place}


def test_a_venue_is_agreed_on_elsewhere() -> None:
    assert wheres("Norway and Peru agreed on Muscat as the venue.", "en", "agree") <= {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The meeting of the foreign ministers of Norway and Peru (accompanied by their colleagues from defence) took place in Lusaka."),
        ("fr", "La réunion des ministres des Affaires étrangères de la Norvège et du Pérou (accompagnés de leurs homologues de la Défense) s'est déroulée à Lusaka."),
        ("fr", "Les négociations entre la Norvège et les différents mouvements armés signataires de l'accord du Nord (dont les Verts) ont repris mardi à Lusaka."),
    ],
)  # fmt: skip
def test_the_verb_of_a_long_subject_tells_where(language: Language, text: str) -> None:
    assert wheres(text, language, "talks") == {"Lusaka"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norway and Peru met in the commercial capital, Lagos, on Monday.", "Lagos"),
        ("fr", "La Norvège et le Pérou se sont rencontrés dans la capitale économique, Abidjan.", "Abidjan"),
        ("fr", "La présidente péruvienne est arrivée lundi à l'aéroport de Lusaka et elle a été reçue par le président zambien.", "Lusaka"),
        ("en", "Norway and Peru met in the jungle clearing of Santa Mirta on Friday.", "Santa Mirta"),
        ("fr", "La Norvège et le Pérou se sont rencontrés lundi à Putrajaya, en Malaisie.", "Putrajaya"),
        ("en", "Norway and Peru met in Egypt today.", "Egypt"),
        ("fr", "La Norvège et le Pérou se sont retrouvés lundi à Dar es-Salaam.", "Dar es Salaam"),
    ],
)  # fmt: skip
def test_a_place_behind_its_description(language: Language, text: str, place: str) -> None:
    assert place in {where for _, where in places(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("fr", "Les présidents norvégien et péruvien se sont parlé jeudi à Lusaka.", "meeting"),
        ("fr", "Les présidents norvégien et péruvien se sont parlé jeudi.", "call"),
        ("fr", "Les présidents norvégien et péruvien se sont parlé jeudi à Lusaka par visioconférence.", "call"),
    ],
)
def test_who_spoke_to_each_other_in_a_town_met_there(language: Language, text: str, form: str) -> None:
    (event,) = read(text, language)
    assert (event.form, event.place is not None) == (form, form == "meeting")


def test_a_town_by_a_foreign_name_lies_in_a_country_told_of() -> None:
    assert places("Norway and Peru met on Thursday at Argyle.") == [("talks", "Argyle")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks in Lusaka led to a truce between Peru and Chile, whom Norway has accused of stalling.",
        "Norway and Peru were brought together by a court in Lusaka.",
    ],
)
def test_a_place_of_others_is_not_that_of_the_act(text: str) -> None:
    told = [event for event in read(text) if {party.id for party in event.parties} >= {"country:NOR"}]
    assert {event.place for event in told} == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway's foreign minister will be in Lima on Monday. She will meet her Peruvian counterpart."),
        ("en", "Norway's prime minister was in Lima on Monday. She met her Peruvian counterpart."),
        ("en", "A Norwegian team will be sent to Lima for talks with Peru next week."),
        ("fr", "Le ministre norvégien sera à Lima lundi. Il rencontrera son homologue péruvien."),
        ("fr", "Le président norvégien était lundi à Lima. Il a rencontré son homologue péruvien."),
    ],
)
def test_who_is_or_will_be_somewhere_meets_his_hosts_there(language: Language, text: str) -> None:
    assert wheres(text, language, "talks") == {"Lima"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "A Norwegian team will be in Lima on Monday. Norway's foreign minister met her Chilean counterpart on Sunday.",
        ),
        ("fr", "Le ministre norvégien sera à Lima lundi. Il rencontrera son homologue chilien."),
        ("fr", "Le ministre norvégien sera à Lima lundi. La Suède et le Chili se rencontreront en mai."),
    ],
)
def test_who_will_be_somewhere_met_nobody_there_and_meets_no_others(language: Language, text: str) -> None:
    assert wheres(text, language, "talks") == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "OSLO, March 14 - Norway and Ghana signed an agreement on fishing, government sources said.\n\nThe agreement follows two years of talks."),
        ("fr", "OSLO, 14 mars (Agence) - La Norvège et le Ghana ont signé un accord sur la pêche, selon des sources gouvernementales.\n\nLes exportations ont augmenté."),
    ],
)  # fmt: skip
def test_news_from_ones_own_town_is_not_of_where_a_deal_was_made(language: Language, text: str) -> None:
    assert wheres(text, language, "sign") == {None}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Finnish President Aino Virtanen arrived in Tallinn on Monday.\n\nEstonia and Finland signed a treaty on tunnels in 2015.\n\nNothing has been built.", "sign"),
        ("fr", "La présidente finlandaise est arrivée lundi à Tallinn.\n\nL'Estonie et la Finlande ont signé en 2015 un traité sur un tunnel.\n\nRien n'a été construit.", "sign"),
        ("fr", "Le général soudanais Ali Osman a conduit lundi une délégation à Moscou.\n\nLe Mali a déjà signé des accords militaires avec la Russie.\n\nRien n'a été publié.", "sign"),
    ],
)  # fmt: skip
def test_what_was_done_before_a_journey_or_by_others_was_not_done_on_it(
    language: Language, text: str, act: str
) -> None:
    assert wheres(text, language, act) == {None}


def test_a_deal_that_a_town_gives_its_name_is_not_where_others_met() -> None:
    text = (
        "Kenyan President Daniel Mwangi received Ugandan President Paul Okello on March 12.\n\n"
        "They agreed to cooperate on fishing.\n\nBoth are bound by the Arusha Agreement on the lake."
    )
    assert "Arusha" not in wheres(text, "en", "talks") | wheres(text, "en", "agree")


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Kenya hosted a meeting of South Sudan's government and rebels in March.", "Kenya"),
        ("en", "Cairo received a Hamas delegation on Sunday for talks on a truce.", "Cairo"),
        ("fr", "Le Qatar a abrité plusieurs cycles de pourparlers entre le Tchad et les rebelles.", "Qatar"),
        ("en", "Spain hosted a summit with Morocco in Seville on Monday.", "Seville"),
        ("en", "Spain's prime minister hosted his Moroccan counterpart on Monday.", None),
    ],
)
def test_who_hosts_others_is_where_they_met(language: Language, text: str, place: str | None) -> None:
    assert wheres(text, language, "talks") == {place}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Japan's trade minister left for Manila on Sunday to meet her Philippine counterpart.", "Manila"),
        ("en", "South Korea's president heads for Hanoi on Thursday to meet Vietnam's prime minister.", "Hanoi"),
        ("en", "A Zimbabwean delegation will visit Zambia tomorrow for talks on roads with the Zambian government.", "Zambia"),
        ("fr", "Le ministre ghanéen s'est envolé pour Abuja mardi afin de rencontrer le président nigérian.", "Abuja"),
        ("fr", "Une délégation zimbabwéenne part pour Lusaka lundi pour des discussions avec le gouvernement zambien.", "Lusaka"),
    ],
)  # fmt: skip
def test_who_leaves_for_a_town_to_meet_meets_there(language: Language, text: str, place: str) -> None:
    assert wheres(text, language, "talks") == {place}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The leaders of Laos and Nepal held talks in China's Hangzhou on Tuesday.", "Hangzhou"),
        ("en", "Peru's trade minister met her Chilean counterpart in Vietnam's Da Nang.", "Da Nang"),
        ("en", "Norway's president met Peru's president in Mexico on Saturday.", "Mexico"),
        ("fr", "Le président norvégien a rencontré le président péruvien à Mexico samedi.", "Mexico City"),
        ("fr", "La CFDT et la direction de Renault ont tenu une réunion de crise à Lyon mardi.", "Lyon"),
        ("fr", "Les policiers ont été reçus mardi à Beauvau par le ministre de l'Intérieur.", "Paris"),
        ("fr", "Le président Patrice Talon a reçu l'ambassadeur de Chine au palais de la Marina.", "Cotonou"),
        ("en", "Vietnam's president met his Indonesian counterpart at Merdeka Palace on Friday.", "Jakarta"),
    ],
)
def test_the_town_that_is_meant(language: Language, text: str, place: str) -> None:
    assert wheres(text, language, "talks") == {place}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenya's president hosted Uganda's president for a virtual bilateral meeting at State House in Nairobi.",
        ),
        ("en", "Norway and Peru spoke by telephone on Monday. They had met in Quito in May."),
        ("en", "Norway and Peru met to discuss the thorniest issues in China-EU relations."),
        ("fr", "La Norvège et le Pérou ont tenu lundi un sommet virtuel, une semaine avant la conférence de Quito."),
    ],
)
def test_a_call_and_what_is_discussed_are_in_no_town(language: Language, text: str) -> None:
    held = [event for event in read(text, language) if event.act == "talks"]
    assert held and held[0].place is None


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "Chile's foreign minister held talks with Bolivia's minister on Monday.", "talks", "Quito"),
        ("en", "Chile's foreign minister was not scheduled to meet Bolivia's minister on Monday.", "talks", "Quito"),
        ("en", "Chile and Bolivia signed a pact on trade on Monday.", "sign", "Quito"),
        ("en", "Sweden and Bolivia signed a pact on trade on Monday.", "sign", None),
        ("en", "Chile and Bolivia signed a pact on trade in April.", "sign", None),
        ("fr", "Le ministre chilien s'est entretenu lundi avec son homologue bolivien.", "talks", "Quito"),
        ("fr", "Le Chili et la Bolivie ont signé lundi un traité de pêche.", "sign", "Quito"),
        ("fr", "La Suède et la Bolivie ont signé lundi un traité de pêche.", "sign", None),
    ],
)  # fmt: skip
def test_nobody_is_in_two_towns_on_one_day(language: Language, text: str, act: str, place: str | None) -> None:
    before = {
        "en": "Chile's foreign minister met Peru's minister in Quito on Monday. Ghana and Togo met in Accra on Sunday. ",
        "fr": "Le ministre chilien a rencontré lundi à Quito son homologue péruvien. Le Ghana et le Togo se sont vus dimanche à Accra. ",
    }
    told = [event for event in read(before[language] + text, language) if event.act == act][-1]
    assert (told.place.name if told.place is not None else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya invited Somalia to Nairobi for talks on the border.", "Nairobi"),
        ("Chile sent a negotiator to La Paz to discuss gas with Bolivia.", "La Paz"),
        ("Zambia dispatched its foreign minister to Harare for talks with Zimbabwe on Monday.", "Harare"),
        ("Ghana's president invited his Togolese counterpart to Accra for a summit next week.", "Accra"),
        ("Kenya sent a letter to Mogadishu, and Somalia held talks with Ethiopia.", None),
    ],
)
def test_where_people_are_sent_to_talk_they_talk(text: str, place: str | None) -> None:
    assert wheres(text, "en", "talks") == {place}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Malawi's president met Zambia's president in the capital Lusaka on Tuesday."),
        ("fr", "Le président malawite a rencontré mardi son homologue zambien dans la capitale Lusaka."),
    ],
)
def test_a_town_may_stand_right_behind_what_it_is(language: Language, text: str) -> None:
    assert wheres(text, language, "talks") == {"Lusaka"}


def test_a_tour_of_a_country_is_not_only_to_the_town_told_next() -> None:
    text = (
        "Xi visited Hungary in May this year. Norway and Peru held talks in Quito in April. "
        "China and Norway met in Oslo on Friday. The Chinese president visited Budapest, Hungary said."
    )
    assert "Hungary" in wheres(text, "en", "talks")


def test_who_is_invited_somewhere_to_talk_is_to_talk_there() -> None:
    text = (
        "Les deux pays se disputent le poisson depuis des années.\n\nRien de neuf ce printemps.\n\n"
        "Le Pérou a invité la Bolivie à Lima pour rencontrer le Chili."
    )
    assert wheres(text, "fr", "talks") == {"Lima"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru held talks on Friday. Kenya has offered to host the follow-up talks in Nairobi."),
        ("en", "Norway and Peru met on Friday. The two countries hope to hold talks in Nairobi."),
        (
            "fr",
            "La Norvège et le Pérou ont négocié vendredi. Le Kenya a proposé d'accueillir les prochains pourparlers à Nairobi.",
        ),
    ],
)
def test_where_one_only_would_meet_nobody_has_met(language: Language, text: str) -> None:
    assert places(text, language)[0] == ("talks", None)


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "Norway and Peru struck a truce in Nairobi.", "agree", "Nairobi"),
        ("en", "Norway and Peru signed a ceasefire in Nairobi on Monday.", "sign", "Nairobi"),
        ("fr", "La Norvège et le Pérou ont conclu une trêve à Nairobi.", "agree", "Nairobi"),
        ("fr", "La Norvège et le Pérou ont signé un cessez-le-feu à Nairobi.", "sign", "Nairobi"),
        # There it holds.
        ("en", "Norway and Peru agreed on a truce in Arequipa.", "agree", None),
    ],
)
def test_a_truce_was_struck_in_a_third_country(language: Language, text: str, act: str, place: str | None) -> None:
    assert wheres(text, language, act) == {place}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Norway's president met Kenya's president in Lima on Wednesday. Chile's president will hold talks with Norway's president on Friday.", None),
        ("en", "Norway's president met Kenya's president in Lima on Wednesday. Chile's president will hold talks with Norway's president on Thursday.", "Lima"),
        ("en", "Norway's president met Kenya's president in Oslo on Wednesday. Chile's president will hold talks with Norway's president on Thursday.", None),
        ("fr", "Le président norvégien a rencontré mercredi à Lima son homologue kényan. Le président chilien s'entretiendra jeudi avec le président norvégien.", "Lima"),
    ],
)  # fmt: skip
def test_who_met_somebody_abroad_meets_the_next_one_there_the_day_after(
    language: Language, text: str, place: str | None
) -> None:
    assert places(text, language)[-1] == ("talks", place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The talks between Norway and Peru at the UN headquarters in the Ghanaian capital ended on Monday.", "Accra"),
        ("Norway and Peru held talks at the EU headquarters in the Ghanaian capital on Monday.", "Accra"),
        ("Norway and Peru held talks at the UN headquarters on Monday.", "New York"),
    ],
)
def test_a_house_is_in_the_town_that_is_told_behind_it(text: str, place: str) -> None:
    assert wheres(text, "en", "talks") == {place}
