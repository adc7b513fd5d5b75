"""Names found in texts: what the words mean, and what only looks like a name."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.extractor.actors.entity import Name
from services.extractor.actors.gazetteer import gazetteer


def found(text: str) -> list[tuple[str, str]]:
    """(words, meaning) of each name: ids of bodies or people, key of an office, name of a place."""
    return [(text[name.start : name.end], _meaning(name)) for name in gazetteer().find(text)]


def _meaning(name: Name) -> str:
    several = [party.id for party in name.parties] or [person.id for person in name.persons]
    if several:
        return " ".join(several)
    return name.office.key if name.office else name.place.name if name.place else ""


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Le Kremlin a démenti.", "country:RUS"),
        ("Downing Street declined to comment.", "country:GBR"),
        ("La Maison Blanche est prête.", "country:USA"),
        ("le Quai d'Orsay", "country:FRA"),
        ("U.S. officials", "country:USA"),
        ("la RDC", "country:COD"),
        ("le Royaume-Uni", "country:GBR"),
        ("the UAE", "country:ARE"),
        ("Birmanie", "country:MMR"),
        ("l'Otan", "org:nato"),
        ("l'OTAN", "org:nato"),
        ("la Cédéao", "org:ecowas"),
        ("l'AIEA", "org:iaea"),
        ("the Security Council", "org:un-security-council"),
        ("la Commission européenne", "org:eu"),
        ("the African Union", "org:african-union"),
        ("le Hezbollah", "org:hezbollah"),
        ("les gilets jaunes", "group:yellow-vests"),
        ("la CFDT", "org:cfdt"),
        ("the Teamsters", "org:teamsters"),
        ("the Organization of the Petroleum Exporting Countries", "org:opec"),
        ("l'Organisation des pays exportateurs de pétrole", "org:opec"),
        ("la Communauté économique des États de l'Afrique centrale", "org:eccas"),
        ("the Intergovernmental Authority on Development", "org:igad"),
        ("Fiat Chrysler", "org:fiat-chrysler"),
        ("the Civic Democrats", "org:ods"),
        ("le Parti socialiste ouvrier espagnol", "org:psoe"),
        ("the Communist Party of India (Marxist)", "org:cpi-m"),
        ("Volodymyr Zelenskyy", "person:volodymyr-zelensky"),
        ("Vladimir Poutine", "person:vladimir-putin"),
        ("Netanyahou", "person:benjamin-netanyahu"),
        ("Sergueï Lavrov", "person:sergey-lavrov"),
        ("Ghassan Salamé", "person:ghassan-salame"),
        ("chef de la diplomatie", "foreign-minister"),
        ("national security adviser", "security-adviser"),
        ("au Caire", "country:EGY"),
        ("à Camp David", "Camp David"),
        ("in Tel Aviv", "country:ISR"),
    ],
)
def test_names_of_both_languages_are_known(text: str, meaning: str) -> None:
    assert meaning in [meant for _, meant in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He told us that the war on drugs, in our view, may march on; a nice turkey was served on china.",
        "They polish brass and bush tracks; a swift deal to sell the shell, the target and the apple.",
        "Il a eu un an pour le cap, un mur, une tour et des tours ; au nord, les mars et les pères.",
        "On lui a dit où aller ; la poste, le maire de la commune et la solidarité font front commun.",
        "Nous avons une orange, un chat, un mali, un niger et du sel. Elle est en or.",
        "When it rains, who can say what an action, a league, a union or a progress is worth?",
        "Nice to see you. May I come in? Split the bill. Orange is a colour. Male nurses asked for it.",
        "AVEC UN ACCORD EN VUE, AU TERME DES POURPARLERS.",
    ],
)
def test_everyday_words_are_no_names(text: str) -> None:
    kinds = {text[name.start : name.end]: name.kind for name in gazetteer().find(text)}
    assert {word: kind for word, kind in kinds.items() if kind not in ("office", "adjective")} == {}


_FUNCTION_WORDS = """
le la les un une des du de au aux et ou où mais donc or ni car que qui quoi dont ce cet cette ces son sa ses
leur leurs mon ton il elle on nous vous ils elles en y dans sur sous avec sans pour par contre entre vers chez
depuis pendant avant après comme si ne pas plus moins très bien tout tous toute toutes même autre aussi ainsi
alors puis être avoir faire dire aller voir pouvoir vouloir venir devoir est sont était été ont avait fait dit
peut jour mois the a an this that these those and or but nor so yet of in on at by for with without from to into
over under after before during between against about as if not no more less very well all any each other also
then there here it he she we they you i us him her them me his its our their my your be is are was were been
have has had do does did will would can could may might must shall should say said make made go went take took
see saw day week month year
"""


@pytest.mark.parametrize("shape", [str.lower, str.capitalize])
def test_function_words_are_no_names(shape: object) -> None:
    text = ". ".join(shape(word) for word in _FUNCTION_WORDS.split()) + "."  # type: ignore[operator]
    assert found(text) == []


def test_adjective_and_people_differ_by_the_capital_in_french() -> None:
    names = gazetteer().find("Les Russes et la délégation russe, le Niger et les autorités nigériennes")
    assert [(name.kind, name.parties[0].id) for name in names if name.parties] == [
        ("demonym", "country:RUS"),
        ("adjective", "country:RUS"),
        ("country", "country:NER"),
        ("adjective", "country:NER"),
    ]


def test_prefixes_count_in_compounds_only() -> None:
    assert found("les relations sino-russes") == [("sino", "country:CHN"), ("russes", "country:RUS")]
    assert found("le mexico") == []


def test_the_longest_name_wins() -> None:
    assert found("the South Korean Foreign Ministry")[0] == ("South Korean", "country:KOR")
    assert found("République démocratique du Congo") == [("République démocratique du Congo", "country:COD")]


def test_a_region_is_no_part_of_its_name() -> None:
    assert [surface for surface, _ in found("New Jersey")] == ["New Jersey"]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("au Burkina-Faso", "country:BFA"),
        ("en Guinée Bissau", "country:GNB"),
        ("à Buenos-Aires", "country:ARG"),
        ("à Port au Prince", "country:HTI"),
        ("à Sao-Paulo", "São Paulo"),
        ("avec Nana Akufo Addo", "person:nana-akufo-addo"),
    ],
)
def test_hyphens_and_spaces_join_the_words_of_a_name_alike(text: str, meaning: str) -> None:
    assert [one for _, one in found(text)] == [meaning]


def test_a_title_in_capitals_is_no_name_with_a_word_behind_it() -> None:
    assert found("a summit in Egypt today") == [("Egypt", "country:EGY")]
    assert found("the monthly Egypt Today") == []


@pytest.mark.parametrize(
    "text", ["the Gulf of Mexico", "l'accord de Paris", "the Washington Post", "le lac Tchad", "Le Monde"]
)
def test_names_within_other_names_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_said_twice_is_found_after_words_that_mean_something_else() -> None:
    assert found("Le Washington Post cite Washington.") == [("Washington", "country:USA")]


def test_shared_adjectives_offer_both_states_the_larger_first() -> None:
    assert found("l'armée congolaise") == [("congolaise", "country:COD country:COG")]


def test_who_held_an_office_on_a_day() -> None:
    def ministers(day: date) -> set[str]:
        return {person.id for person in gazetteer().people_in_office("foreign-minister", "country:FRA", day)}

    assert ministers(date(2014, 5, 1)) == {"person:laurent-fabius"}
    assert ministers(date(2019, 5, 1)) == {"person:jean-yves-le-drian"}
    assert gazetteer().people_in_office("head-of-state", "country:FRA", date(1890, 1, 1)) == []


def test_bodies_and_offices_are_told_by_their_ids() -> None:
    party = gazetteer().party("org:nato")
    assert party is not None and party.name == "NATO" and party.kind == "alliance"
    assert gazetteer().party("org:unheard-of") is None
    office = gazetteer().office("foreign-minister")
    assert office is not None and office.level == "minister"


@given(st.text(max_size=200))
def test_any_text_yields_ordered_names_that_do_not_overlap(text: str) -> None:
    names = gazetteer().find(text)
    assert all(0 <= name.start < name.end <= len(text) for name in names)
    assert all(one.end <= other.start for one, other in pairwise(names))


_FRAGMENTS = st.sampled_from(
    [
        "Lavrov",
        "Paris",
        "US",
        "-",
        " ",
        ".",
        "l'",
        "the",
        "UN",
        "İ",
        "ﬁ",
        "É",
        "Nice",
        "Union européenne",
        "ministre",
        "\n",
        "'s",
    ]
)


@given(st.lists(_FRAGMENTS, max_size=20).map("".join))
def test_names_run_together_with_marks_stay_within_the_text(text: str) -> None:
    for name in gazetteer().find(text):
        assert text[name.start : name.end].strip() == text[name.start : name.end]


def test_a_long_article_takes_milliseconds() -> None:
    text = "Le ministre russe Sergueï Lavrov a rencontré à Genève le secrétaire d'État américain. " * 60
    gazetteer().find(text)
    started = time.perf_counter()
    assert len(gazetteer().find(text)) >= 300
    assert time.perf_counter() - started < 0.5
