"""How real talks are, by the words around them. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read, told

ENGLISH = {
    "scheduled": [
        "Norway announced high-level talks with Peru next month.",
        "Ahead of talks with Peru on Friday, Norway recalled its envoy.",
        "Norway and Peru set a date for talks.",
        "On the eve of Norway's summit with Peru, its envoy flew to Lima.",
        "In advance of Norway's talks with Peru on Friday, Oslo recalled its envoy.",
        "A second round of talks between Norway and Peru is expected next month.",
        "Norway and Peru would meet on Thursday in Lima.",
        "Norway's minister announced a meeting with Peru on Friday.",
    ],
    "cancelled": ["Norway and Peru put off their talks until June.", "Norway called off its meeting with Peru."],
    "ongoing": [
        "Norway is in talks with Peru over fishing quotas.",
        "Norway has been negotiating with Peru for months.",
    ],
    "proposed": [
        "Norway sought a meeting with Peru.",
        "Norway's minister said she would be glad to meet Peru's president.",
        "The UN urged Norway and Peru to resume talks.",
        "The UN encouraged talks between Norway and Peru.",
        "Chile hopes for a meeting between Norway and Peru.",
        "Chile stressed the need for a meeting between Norway and Peru.",
    ],
    "conditional": [
        "Norway will meet Peru only if the siege ends.",
        "Norway and Peru would meet on Thursday if the siege ended.",
    ],
    "denied": ["Norway denied holding talks with Peru.", "No meeting between Norway and Peru is planned."],
    "occurred": [
        "Ahead of the talks with Peru in May 2019, Norway recalled its envoy.",
        "Norway's envoy emerged from talks with Peru.",
        "Norway and Peru wrapped up two days of talks.",
    ],
}

FRENCH = {
    "scheduled": [
        "Le ministre norvégien a annoncé une rencontre vendredi avec le Pérou.",
        "À la veille de pourparlers avec le Pérou, la Norvège a rappelé son ambassadeur.",
        "Dès la veille du sommet entre la Norvège et le Pérou, Oslo avait rappelé son ambassadeur.",
        "L'annonce de pourparlers entre la Norvège et le Pérou a surpris Quito.",
        "La Norvège et le Pérou se rencontreraient jeudi à Lima.",
        "La Norvège a annoncé son intention d'organiser des pourparlers avec le Pérou.",
    ],
    "cancelled": ["La rencontre prévue lundi entre la Norvège et le Pérou n'a pas eu lieu."],
    "ongoing": ["La Norvège est en pourparlers avec le Pérou sur les quotas."],
    "proposed": [
        "La Norvège appelle à des pourparlers avec le Pérou.",
        "La Norvège exigeait l'ouverture de pourparlers avec le Pérou.",
        "La Norvège s'est dite mardi soir prête à reprendre les pourparlers avec le Pérou.",
        "La Norvège se dit toujours ouverte au dialogue avec le Pérou.",
        "La Norvège reste disponible pour des pourparlers avec le Pérou.",
        "Le Chili espère une rencontre entre la Norvège et le Pérou.",
        "Le président péruvien a évoqué une visite en Norvège.",
    ],
    "conditional": ["Des pourparlers entre la Norvège et le Pérou pourraient s'ouvrir en juin."],
    "denied": [
        "La Norvège a démenti avoir rencontré le Pérou.",
        "La loi interdit toute rencontre de la Norvège avec le Pérou.",
    ],
    "occurred": [
        "Les pourparlers entre la Norvège et le Pérou se sont achevés lundi.",
        "La Norvège a exigé des excuses du Pérou pendant une rencontre à Genève.",
        "L'annonce de la rencontre est intervenue après un tête-à-tête entre la Norvège et le Pérou.",
    ],
}


@pytest.mark.parametrize(("status", "sentence"), [(status, one) for status, every in ENGLISH.items() for one in every])
def test_talks_are_as_real_as_the_words_say(status: str, sentence: str) -> None:
    assert ("talks", status, "NOR PER") in told(sentence)


@pytest.mark.parametrize(("status", "sentence"), [(status, one) for status, every in FRENCH.items() for one in every])
def test_the_same_in_french(status: str, sentence: str) -> None:
    assert ("talks", status, "NOR PER") in told(sentence, "fr")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Peru almost signed the deal with Norway.", "en"),
        ("Le Pérou a presque signé l'accord avec la Norvège.", "fr"),
    ],
)
def test_what_was_almost_done_is_not_told(sentence: str, language: Language) -> None:
    assert told(sentence, language) == []


def test_a_number_that_is_almost_reached_denies_nothing() -> None:
    assert ("sign", "occurred", "NOR PER") in told("Peru signed almost 300 deals with Norway.")


@pytest.mark.parametrize(
    "sentence",
    [
        "A visit to Peru by Norway's premier would signal a new policy.",
        "A meeting between Norway and Peru could calm the markets.",
        "A trip by Norway's king to Peru might calm the two neighbours.",
    ],
)
def test_a_meeting_of_which_it_is_said_what_it_would_do_is_not_told(sentence: str) -> None:
    assert "talks" not in {act for act, _, _ in told(sentence)}


def test_a_meeting_that_would_be_held_is_told() -> None:
    assert ("talks", "conditional", "NOR PER") in told(
        "A summit between Norway and Peru would be held in May, they said."
    )


def test_what_is_only_proposed_beside_talks_says_nothing_of_them() -> None:
    assert ("talks", "occurred", "NOR PER") in told(
        "Talks between Norway and Peru on the proposed merger ended on Monday."
    )


def test_calls_between_two_on_a_day_ask_for_nothing() -> None:
    text = "Norway and Peru held talks in May. Calls on Monday between the two countries' ministers led nowhere."
    assert "demand" not in {act for act, _, _ in told(text)}


def test_where_there_is_no_contact_nobody_has_talked() -> None:
    text = "Faute de contact direct entre Oslo et Lima, les rumeurs vont bon train."
    assert ("talks", "occurred", "NOR PER") not in told(text, "fr")


def test_two_who_dine_together_meet() -> None:
    text = "Norway and Peru held talks in May. The truce came after the two leaders dined on Monday in Lima."
    assert ("talks", "occurred", "NOR PER") in told(text)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The talks between Norway and Peru that had been scheduled for Thursday did not take place."),
        ("en", "The talks between Norway and Peru that were to start on Thursday never took place."),
        ("en", "A round of talks between Norway and Peru that was set for Thursday has been postponed."),
        ("en", "Talks between Norway and Peru which were due to resume on Thursday have not resumed."),
        ("en", "Norway said the meeting with Peru that was scheduled for Thursday would not take place."),
        ("fr", "Le sommet entre la Norvège et le Pérou qui aurait dû se tenir jeudi ne s'est pas tenu."),
        ("fr", "Les discussions entre la Norvège et le Pérou qui devaient reprendre jeudi n'ont pas repris."),
        ("fr", "Oslo a déclaré que la rencontre avec le Pérou qui était prévue jeudi n'aurait pas lieu."),
    ],
)
def test_talks_of_which_a_relative_clause_tells_the_plan_are_cancelled_by_what_is_said_behind(
    language: Language, sentence: str
) -> None:
    assert [event.status for event in read(sentence, language) if event.act == "talks"] == ["cancelled"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks between Norway and Peru that are due on Thursday will discuss planned fishing quotas.",
        "The talks between Norway and Peru that are to start on Thursday will not be delayed.",
    ],
)
def test_other_things_said_of_planned_talks_leave_them_planned(sentence: str) -> None:
    assert [event.status for event in read(sentence, "en") if event.act == "talks"] == ["scheduled"]
