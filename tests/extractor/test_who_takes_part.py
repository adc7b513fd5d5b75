# ruff: noqa: E501 — sentences under test stay on one line.
"""Who takes part in talks and deals, who mediates them, who is only a guest. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read


def parts(text: str, language: Language, act: str) -> list[set[str]]:
    """Of each event of an act, who plays which part: "NOR participant"."""
    return [
        {f"{one.id.partition(':')[2]} {one.role}" for one in event.parties}
        for event in read(text, language)
        if event.act == act
    ]


PAIR = {"NOR participant", "PER participant"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway and Peru are to resume negotiations in Quito on Friday under Omani and Qatari mediation."),
        ("en", "Norway and Peru met in Quito on Monday with Omani and Qatari mediation."),
        ("fr", "La Norvège et le Pérou reprendront vendredi à Quito leurs négociations sous médiation omanaise et qatarie."),
        ("fr", "Des négociations entre la Norvège et le Pérou sous médiation omanaise et qatarie ont repris lundi à Quito."),
    ],
)  # fmt: skip
def test_a_phrase_of_mediation_beside_talks_names_their_mediators(language: Language, text: str) -> None:
    """They are told with the talks, not once more as an act of their own."""
    assert parts(text, language, "talks") == [PAIR | {"OMN mediator", "QAT mediator"}]
    assert parts(text, language, "mediate") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Norvège et le Pérou se sont mis d'accord lundi à Quito, grâce à la médiation omanaise, sur les quotas."),
        ("fr", "La Norvège et le Pérou ont trouvé un accord sur les quotas à l'issue d'une médiation d'Oman."),
        ("fr", "Sous la houlette d'Oman, la Norvège et le Pérou sont parvenus à un accord sur les quotas."),
        ("fr", "Un accord a été conclu vendredi entre la Norvège et le Pérou grâce aux bons offices d'Oman."),
        ("fr", "La Norvège et le Pérou ont conclu une trêve par le truchement d'Oman."),
        ("en", "After Omani mediation, Norway and Peru reached a deal on the trawlers."),
        ("en", "Norway and Peru reached a deal on the trawlers after mediation by Oman."),
        ("en", "Under the auspices of Oman, Norway and Peru agreed to share the catch."),
    ],
)  # fmt: skip
def test_so_it_does_beside_a_deal(language: Language, text: str) -> None:
    assert parts(text, language, "agree") == [PAIR | {"OMN mediator"}]
    assert parts(text, language, "mediate") == []


def test_who_mediates_the_talks_before_a_deal_is_told_with_the_talks() -> None:
    assert parts("Norway and Peru signed a truce after talks facilitated by Oman.", "en", "sign") == [PAIR]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Oman-mediated talks between Norway and Peru ended on Sunday.", "mediator"),
        ("Oman-sponsored talks between Norway and Peru ended on Sunday.", "mediator"),
        ("Oman-hosted talks between Norway and Peru ended on Sunday.", "host"),
        ("Talks between Norway and Peru, assisted by Oman, ended on Sunday.", "mediator"),
    ],
)
def test_who_mediates_by_a_participle(text: str, role: str) -> None:
    assert parts(text, "en", "talks") == [PAIR | {f"OMN {role}"}]


@pytest.mark.parametrize(
    ("language", "text", "act", "expected"),
    [
        (
            "fr",
            "La Norvège et le Pérou ont négocié lundi à Quito. Le Qatar, qui assure la médiation avec Oman, s'est dit déçu.",
            "mediate",
            PAIR | {"QAT mediator", "OMN mediator"},
        ),
        (
            "en",
            "Norway and Peru met in Quito on Monday under the auspices of Oman. The mediators proposed a truce to Peru.",
            "propose",
            {"OMN initiator", "PER counterpart"},
        ),
        (
            "fr",
            "La Norvège et le Pérou se sont réunis lundi à Quito sous l'égide d'Oman. Les médiateurs ont exhorté le Pérou à retirer ses navires.",
            "demand",
            {"OMN initiator", "PER counterpart"},
        ),
    ],
)  # fmt: skip
def test_the_mediators_are_those_told_of(language: Language, text: str, act: str, expected: set[str]) -> None:
    assert expected in parts(text, language, act)


def test_who_receives_those_who_talk_is_their_host() -> None:
    text = (
        "La Norvège et le Pérou ont négocié lundi à Quito. "
        "Accueillis au palais par le président équatorien, les négociateurs ont discuté quatre heures."
    )
    assert parts(text, "fr", "talks") == [PAIR | {"ECU host"}]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru's president attended the African Union summit in Quito on Monday.", {"PER", "african-union"}),
        ("en", "Peru's minister flew to Quito to address a meeting of African Union leaders on Monday.", {"PER", "african-union"}),
        ("fr", "Le président péruvien a assisté lundi au sommet de l'Otan à Quito.", {"PER", "nato"}),
        ("fr", "Le ministre péruvien doit participer lundi à Quito à une réunion des ministres de l'Otan.", {"PER", "nato"}),
    ],
)  # fmt: skip
def test_who_goes_to_the_meeting_of_a_body_takes_part(language: Language, text: str, expected: set[str]) -> None:
    assert {f"{one} participant" for one in expected} in parts(text, language, "talks")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two Koreas agreed on Monday to send envoys to Quito."),
        ("fr", "Les deux Corées se sont mises d'accord lundi sur l'envoi d'émissaires à Quito."),
    ],
)
def test_two_that_one_name_means_agree_with_each_other(language: Language, text: str) -> None:
    assert parts(text, language, "agree") == [{"KOR participant", "PRK participant"}]


def test_whom_a_later_telling_names_beside_those_who_met_did_not_meet() -> None:
    text = (
        "Norway and Peru met in Quito on Monday. In their talks in line with Kenya Norway and Peru spoke of fish. "
        "Norway and Peru discussed fish with a view to the dispute with Kenya."
    )
    assert parts(text, "en", "talks") == [PAIR]


@pytest.mark.parametrize(
    "text",
    [
        "South Sudan President Salva Kiir and rebel leader Riek Machar signed a deal in Quito on Monday.",
        "Riek Machar signed a deal with Salva Kiir in Quito on Monday. The SPLM-IO has fought since spring.",
    ],
)
def test_an_officer_who_leads_rebels_stands_for_them_where_these_are_told_of(text: str) -> None:
    assert parts(text, "en", "sign") == [{"SSD participant", "splm-io participant"}]


def test_an_officer_who_led_rebels_stands_for_his_state_elsewhere() -> None:
    text = "Vice President Riek Machar signed a deal with Kenya in Quito on Monday."
    assert parts(text, "en", "sign") == [{"SSD participant", "KEN participant"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway, West Germany and Peru rejected the tax."),
        ("fr", "La Norvège, l'Allemagne de l'Ouest et le Pérou ont rejeté la taxe."),
    ],
)
def test_a_state_of_old_papers_does_not_break_a_list(language: Language, text: str) -> None:
    assert {"NOR initiator", "DEU initiator", "PER initiator"} in parts(text, language, "reject")


def test_what_one_grants_the_other_stays_his() -> None:
    text = "Norway urged Peru to free the crew. Peru then agreed to free the ten sailors."
    (agreed,) = parts(text, "en", "agree")
    assert "PER initiator" in agreed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oman's envoy met separately with Norway and Peru on Monday."),
        ("en", "Oman's envoy held separate talks with Norway and Peru on Monday."),
        ("en", "Norway and Peru held separate talks with Oman on Monday."),
        ("fr", "L'émissaire omanais s'est entretenu séparément avec la Norvège et le Pérou."),
        ("fr", "L'émissaire omanais a eu lundi des entretiens séparés avec la Norvège et le Pérou."),
    ],
)
def test_whom_one_meets_separately_he_meets_in_talks_of_their_own(language: Language, text: str) -> None:
    expected = [{"OMN participant", "NOR participant"}, {"OMN participant", "PER participant"}]
    assert parts(text, language, "talks") == expected


def test_what_is_told_separately_is_no_meeting_apart() -> None:
    text = "Separately, Oman's envoy met the leaders of Norway and Peru."
    assert parts(text, "en", "talks") == [{"OMN participant", "NOR participant", "PER participant"}]


def test_two_who_meet_separately_from_others_meet_each_other() -> None:
    assert parts("Norway and Peru met separately on Monday.", "en", "talks") == [PAIR]


def test_a_name_joined_to_a_participle_ends_no_talks() -> None:
    text = "The Oman-brokered talks between Norway and Peru collapsed on Monday."
    assert parts(text, "en", "suspend") == [PAIR]


def test_people_without_a_name_are_of_the_body_that_is_told_of_most() -> None:
    text = (
        "Volvo met teachers on Monday. The Harbour Pilots Union asked Volvo for more pay. "
        "The Harbour Pilots Union is large. The Lantern Keepers Union waits."
    )
    assert parts(text, "en", "talks") == [{"volvo participant", "harbour-pilots-union participant"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oman held talks with Chile on Friday. Norway lies far from Peru. The two countries signed a treaty."),
        ("fr", "Oman a négocié vendredi avec le Chili. La Norvège est loin du Pérou. Les deux pays ont signé un traité."),
    ],
)  # fmt: skip
def test_the_two_countries_are_those_that_the_sentence_before_named(language: Language, text: str) -> None:
    assert parts(text, language, "sign") == [PAIR]


def test_what_others_welcome_may_be_a_deal_told_of_long_before() -> None:
    text = f"Norway and Peru signed a truce on Monday. {'The talks were long. ' * 6}Chile welcomed the outcome."
    assert parts(text, "en", "support") == [{"CHL initiator", "NOR counterpart", "PER counterpart"}]


def test_several_who_act_against_another_are_no_pair_with_him() -> None:
    text = "Norway, Chile and Peru condemned Oman's raid on Monday. The leaders called for a truce."
    assert all(not {"OMN initiator"} & part for part in parts(text, "en", "demand"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway called on Peru to use its influence on Chile."),
        ("fr", "La Norvège a demandé au Pérou de vendre des navires au Chili."),
    ],
)
def test_what_who_is_asked_shall_do_with_others_addresses_nobody_else(language: Language, text: str) -> None:
    assert parts(text, language, "demand") == [{"NOR initiator", "PER counterpart"}]


def test_who_says_that_others_bring_him_together_with_his_counterpart_meets_him() -> None:
    text = "Norwegian envoy Jonas Holm said Oman will arrange a meeting with his Peruvian counterpart."
    assert parts(text, "en", "talks") == [PAIR | {"OMN mediator"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Greek and Turkish Cypriots signed a truce on Monday."),
        ("fr", "Chypriotes grecs et turcs ont signé lundi une trêve."),
    ],
)
def test_two_communities_with_one_name_take_part_each(language: Language, text: str) -> None:
    assert parts(text, language, "sign") == [{"CYP participant", "turkish-cypriots participant"}]


@pytest.mark.parametrize(
    "who", ["its ally Peru", "tiny island nation Peru", "long-time Hamas backer Peru", "fellow EU member Peru"]
)
def test_what_somebody_is_to_others_stands_before_his_name_in_a_list(who: str) -> None:
    assert parts(f"Norway and {who} signed a fishing pact on Monday.", "en", "sign") == [PAIR]


def test_whom_a_name_is_described_by_takes_no_part() -> None:
    assert parts("Norway held talks with Hamas backer Peru on Monday.", "en", "talks") == [PAIR]


@pytest.mark.parametrize(
    "who",
    [
        "Oman will host the next round in May.",
        "Oman is to host the talks in Muscat.",
        "Oman said it was ready to host a further round of talks.",
        "Oman hosted the delegations of Norway and Peru last week.",
    ],
)
def test_who_has_the_two_at_his_table_is_their_host(who: str) -> None:
    before = "Norway and Peru held talks in Quito in 2023. Norway accused Peru of seizing its trawlers."
    assert PAIR | {"OMN host"} in parts(f"{before} {who}", "en", "talks")


def test_who_is_one_of_the_two_is_no_host() -> None:
    text = "Norway and Peru held talks in Quito in 2023. Peru will host the next round in May."
    assert PAIR in parts(text, "en", "talks")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian and Peruvian envoys met in the Ecuadorian capital Quito on Monday.",
        "Norwegian and Peruvian envoys met in Ecuador's capital Quito on Monday.",
        "The foreign minister of Norway is travelling to the Ecuadorian capital, Quito, for talks with the Peruvian government.",
    ],
)
def test_whose_capital_it_is_where_others_meet_takes_no_part(text: str) -> None:
    assert parts(text, "en", "talks") == [PAIR]


@pytest.mark.parametrize(
    "people",
    [
        "Les négociateurs du gouvernement norvégien et de l'ELN",
        "Les négociateurs du gouvernement norvégien et ceux de l'ELN",
        "Le chef de la délégation norvégienne et celui de l'ELN",
        "Les chefs d'état-major de la Norvège et de l'ELN",
    ],
)
def test_a_list_of_whose_people_they_are(people: str) -> None:
    assert parts(f"{people} se sont rencontrés lundi à Quito.", "fr", "talks") == [
        {"NOR participant", "eln participant"}
    ]


@pytest.mark.parametrize("people", ["negotiators of the Norwegian government and those of the ELN"])
def test_so_in_english(people: str) -> None:
    assert parts(f"The {people} met in Quito on Monday.", "en", "talks") == [{"NOR participant", "eln participant"}]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Peruvian president flew to Nairobi on Monday for an OAS summit."),
        ("en", "Peru's foreign minister is in Nairobi for the OAS foreign ministers' meeting."),
        ("en", "The Peruvian minister is expected in Nairobi next week for an OAS foreign ministers meeting."),
        ("en", "Peru's foreign minister is due in Nairobi on Friday for an OAS meeting."),
        ("fr", "Le président péruvien s'est rendu lundi à Nairobi pour un sommet de l'OEA."),
        ("fr", "Le président péruvien est attendu vendredi à Nairobi pour un sommet de l'OEA."),
        ("fr", "La ministre péruvienne est à Nairobi pour la réunion des ministres de l'OEA."),
    ],
)
def test_who_goes_to_a_meeting_of_a_body_takes_part_in_it_and_visits_nobody(language: Language, sentence: str) -> None:
    assert parts(sentence, language, "talks") == [{"PER participant", "oas participant"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La princesse héritière de Norvège a rencontré mardi le président péruvien à Quito."),
        ("fr", "La femme forte du Pérou a rencontré mardi à Quito la conseillère présidentielle norvégienne."),
        ("fr", "L'attaché militaire de la Norvège a rencontré mardi à Quito le ministre péruvien de la Défense."),
        ("en", "Norway's trade envoy met Peru's finance minister in Quito on Tuesday."),
        ("en", "Peru's de facto ruler met the crown princess of Norway in Quito on Tuesday."),
    ],
)
def test_who_holds_an_office_stands_for_his_country(language: Language, text: str) -> None:
    assert parts(text, language, "talks") == [PAIR]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Norvège et le Pérou se sont réunis mardi pour préparer les négociations avec le Ghana."),
        ("fr", "La Norvège et le Pérou se sont réunis mardi pour évoquer l'accord commercial avec le Ghana."),
        ("en", "Norway and Peru met on Tuesday to prepare the talks with Ghana."),
        ("en", "Norway's minister met Peru's minister on Tuesday to discuss the talks with Ghana."),
    ],
)
def test_with_whom_the_talks_are_that_a_meeting_prepares_is_not_at_it(language: Language, text: str) -> None:
    assert parts(text, language, "talks") == [PAIR]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Norvège et le Pérou se sont réunis mardi avec le Ghana pour préparer les négociations."),
        ("fr", "La Norvège et le Pérou se sont réunis mardi pour discuter avec le Ghana."),
        ("en", "Norway and Peru met on Tuesday to hold talks with Ghana."),
    ],
)
def test_with_whom_they_talk_is(language: Language, text: str) -> None:
    assert {"NOR participant", "PER participant", "GHA participant"} in parts(text, language, "talks")
