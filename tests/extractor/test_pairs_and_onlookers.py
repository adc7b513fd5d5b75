# ruff: noqa: E501 — sentences under test stay on one line.
"""Which two are meant where an article names others besides; those who only judge what two do are no part of it.
All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

PAIRS = [
    ("en", "ExxonMobil, which is active in Nigeria and Angola, has been courting Shell. The two companies signed an agreement on Tuesday.", "sign occurred EXXONMOBIL SHELL"),
    ("en", "ExxonMobil and Shell want fields in Nigeria and Angola. The pair reached a deal on Tuesday.", "agree occurred EXXONMOBIL SHELL"),
    ("en", "Hamas and Fatah fell out over ties with Egypt and Iran. The two movements agreed on Monday to exchange prisoners.", "agree occurred FATAH HAMAS"),
    ("en", "Hamas fighters clashed with Fatah gunmen on Monday. Egypt and Qatar are worried. The two factions agreed on a truce on Tuesday.", "agree occurred FATAH HAMAS"),
    ("en", "The CGT and the CFDT fell out over a strike in France. The two unions met on Monday.", "talks occurred CFDT CGT"),
    ("fr", "ExxonMobil, présent au Nigeria et en Angola, courtise Shell. Les deux groupes ont signé mardi un accord.", "sign occurred EXXONMOBIL SHELL"),
    ("fr", "Le Hamas et le Fatah se sont brouillés au sujet de l'Égypte et de l'Iran. Les deux mouvements se sont rencontrés lundi.", "talks occurred FATAH HAMAS"),
    ("fr", "Le Hamas et le Fatah se sont brouillés au sujet de l'Égypte et de l'Iran. Les deux formations ont signé mardi un accord.", "sign occurred FATAH HAMAS"),
]  # fmt: skip
NOBODY = [
    ("en", "Uganda and Kenya are worried. The two clans signed a peace deal on Monday."),
    ("fr", "L'Ouganda et le Kenya s'inquiètent. Les deux clans ont signé lundi un accord de paix."),
]
ONLOOKERS = [
    ("en", "Peru and Chile held talks in Lima on Monday. Norway and Sweden welcomed the meeting."),
    ("en", "Peru and Chile held talks in Lima on Monday. Norway and Sweden criticised the talks."),
    ("en", "Peru and Chile held talks in Lima on Monday. Norway and Sweden are following the talks closely."),
    ("en", "Peru and Chile held talks in Lima on Monday. Norway welcomed the meeting."),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi à Lima. La Norvège et la Suède ont salué cette rencontre."),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi à Lima. La Norvège et la Suède se félicitent de ces pourparlers."),
]  # fmt: skip
BEHIND_ONLOOKERS = [
    ("en", "Peru and Chile signed a treaty in Lima on Monday. Norway and Sweden welcomed the treaty. The two countries agreed to open the border.", "agree occurred CHL PER"),
    ("en", "Peru and Chile held talks in Lima on Monday. Norway and Sweden urged restraint. The two countries agreed to open the border.", "agree occurred CHL PER"),
    ("fr", "Le Pérou et le Chili ont signé lundi un traité à Lima. La Norvège et la Suède ont salué ce traité. Les deux pays sont convenus d'ouvrir la frontière.", "agree occurred CHL PER"),
    ("en", "Peru and Chile held talks on Monday. Ships from Norway and Sweden were seized last year. The two sides agreed on Tuesday to open the border.", "agree occurred CHL PER"),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. Des navires de Norvège et de Suède avaient été saisis. Les deux parties sont convenues mardi d'ouvrir la frontière.", "agree occurred CHL PER"),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. La Norvège et la Suède ont appelé à la retenue. Les deux pays sont convenus d'ouvrir la frontière.", "agree occurred CHL PER"),
]  # fmt: skip


OTHERS = [
    ("en", "Peru and Chile held talks on Monday. Both hostages demanded water on Tuesday."),
    ("en", "Peru and Chile held talks on Monday. The two newspapers demanded an apology on Tuesday."),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. Les deux journaux ont réclamé mardi des excuses."),
]
BOTH = [
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. Les deux ont aussi réclamé des excuses.", "demand occurred CHL PER"),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. Tous deux réclament des excuses.", "demand occurred CHL PER"),
    ("fr", "Le Pérou et le Chili se sont entretenus lundi. L'un et l'autre réclament des excuses.", "demand occurred CHL PER"),
    ("en", "Peru and Chile held talks on Monday. The two also demanded an apology on Tuesday.", "demand occurred CHL PER"),
]  # fmt: skip


AT_HOME = [
    ("en", "Portugal votes in May. The leader of the Socialist Party, Rui Costa, met the president on Monday.", "talks occurred PRT PS-PRT"),
    ("fr", "Le Portugal vote en mai. Le chef du Parti socialiste portugais, Rui Costa, a rencontré lundi le président.", "talks occurred PRT PS-PRT"),
]  # fmt: skip


HERE = [
    ("en", "Speaking after talks in Lima with his Chilean counterpart, Peru's president said on Monday that the two countries had agreed to reopen the border.", "agree occurred CHL PER"),
    ("en", "Peru's president said after meeting Chile's foreign minister that the two sides had signed a treaty.", "sign occurred CHL PER"),
    ("fr", "À l'issue d'un entretien avec son homologue chilien, le président péruvien a annoncé lundi que les deux pays étaient convenus de rouvrir la frontière.", "agree occurred CHL PER"),
]  # fmt: skip
ACCEPTED = [
    ("en", "Peru and Chile accepted Norway's offer on Monday.", "agree occurred CHL PER > NOR"),
    ("en", "Peru and Chile have agreed to the Norwegian plan.", "agree occurred CHL PER > NOR"),
    ("en", "Peru and Chile agreed on Monday to restore Norwegian fishing rights.", "agree occurred CHL PER"),
    ("fr", "Le Pérou et le Chili ont accepté lundi l'offre de la Norvège.", "agree occurred CHL PER > NOR"),
    ("fr", "Le Pérou et le Chili sont convenus de rétablir les droits de pêche norvégiens.", "agree occurred CHL PER"),
]  # fmt: skip
OWN_COUNTRY = [
    ("fr", "La Première ministre péruvienne a dit au président chilien que son pays rejetait l'offre de la Norvège.", "reject occurred PER > NOR"),
    ("en", "Peru's prime minister told Chile's president that his government rejected Norway's offer.", "reject occurred PER > NOR"),
]  # fmt: skip


OWN_GOVERNMENT = [
    ("en", "Chilean and Swiss authorities met in May. Peru's sports minister Ana Quispe said last week the government would lift the ban.", "promise occurred PER"),
    ("fr", "Les autorités chiliennes et suisses se sont vues en mai. La ministre péruvienne des Sports Ana Quispe a déclaré lundi que le gouvernement lèverait l'embargo.", "promise occurred PER"),
]  # fmt: skip


def events(text: str, language: Language) -> set[tuple[str, frozenset[str]]]:
    """Acts with status, and who takes part, in no order."""
    return {(f"{act} {status}", frozenset(parties.upper().split())) for act, status, parties in told(text, language)}


def wanted(line: str) -> tuple[str, frozenset[str]]:
    act, status, *parties = line.split()
    return f"{act} {status}", frozenset(parties)


@pytest.mark.parametrize(("language", "text", "event"), PAIRS)
def test_two_of_a_kind_are_meant_by_their_noun_and_no_states_beside_them(
    language: Language, text: str, event: str
) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_where_no_two_of_the_kind_were_named_nobody_is_guessed(language: Language, text: str) -> None:
    assert not {act for act, _ in events(text, language)} & {"sign occurred", "agree occurred"}


@pytest.mark.parametrize(("language", "text", "event"), BOTH)
def test_both_are_the_pair(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), AT_HOME)
def test_the_president_whom_a_party_leader_meets_is_that_of_the_country(
    language: Language, text: str, event: str
) -> None:
    assert wanted(event) in events(text, language)


def test_a_treaty_before_talks_is_of_others_than_those_who_talk() -> None:
    text = "Le Pérou et le Chili se sont entretenus lundi. Les pourparlers interviennent au lendemain de la signature d'un traité entre la Norvège et la Suède."
    assert events(text, "fr") == {wanted("talks occurred CHL PER"), wanted("sign occurred NOR SWE")}


@pytest.mark.parametrize(("language", "text", "event"), HERE)
def test_the_two_countries_are_those_of_whom_the_sentence_tells(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), ACCEPTED)
def test_two_who_accept_an_offer_answer_whose_it_is(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), OWN_COUNTRY)
def test_whom_somebody_tells_of_his_country_is_not_of_it(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text", "event"), OWN_GOVERNMENT)
def test_a_minister_tells_what_his_own_government_will_do(language: Language, text: str, event: str) -> None:
    act, parties = wanted(event)
    assert any(told_act == act and parties <= told_parties for told_act, told_parties in events(text, language))


def test_a_law_is_no_company() -> None:
    text = "Karvel Airlines says strikes are forbidden under the Railway Labor Act. The management rejected the union's offer on Monday."
    assert wanted("reject occurred KARVEL-AIRLINES") in events(text, "en")


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_two_of_whom_a_noun_says_what_they_are_are_not_the_pair(language: Language, text: str) -> None:
    assert [act for act, _ in events(text, language)] == ["talks occurred"]


@pytest.mark.parametrize(("language", "text"), ONLOOKERS)
def test_who_judges_or_follows_talks_takes_no_part_in_them(language: Language, text: str) -> None:
    talks = [parties for act, parties in events(text, language) if act.startswith("talks")]
    assert talks == [frozenset({"PER", "CHL"})]


@pytest.mark.parametrize(("language", "text", "event"), BEHIND_ONLOOKERS)
def test_the_two_countries_are_those_who_talk_and_not_those_who_look_on(
    language: Language, text: str, event: str
) -> None:
    assert wanted(event) in events(text, language)
