"""How real talks are, by the words around them. All sentences are invented."""

from datetime import date

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
        "Norway and Peru would meet in Lima, the minister said.",
        "The letter said Norway would meet Peru.",
        "Norway's envoy will chair the talks with Peru.",
        "Norway's envoy will head the negotiations with Peru.",
        "The fishermen will leave before Norway meets Peru on Friday.",
        "Norway's minister announced a meeting with Peru on Friday.",
    ],
    "cancelled": ["Norway and Peru put off their talks until June.", "Norway called off its meeting with Peru."],
    "ongoing": [
        "Norway is in talks with Peru over fishing quotas.",
        "Norway is deep in talks with Peru over fishing quotas.",
        "Norway has been negotiating with Peru for months.",
        "Norway did not deny that talks with Peru were under way.",
    ],
    "proposed": [
        "Norway sought a meeting with Peru.",
        "Norway said it was still open to a dialogue with Peru.",
        "Norway remains open to dialogue with Peru.",
        "Norway says open to talks with Peru.",
        "Norway is interested in talks with Peru.",
        "Norway signalled its openness to talks with Peru.",
        "Norway voiced its readiness for dialogue with Peru.",
        "Norway declared a willingness to move into formal talks with Peru.",
        "Norway expressed interest in talks with Peru.",
        "Norway would back a summit with Peru.",
        "Norway's minister said she would be glad to meet Peru's president.",
        "The UN urged Norway and Peru to resume talks.",
        "The UN encouraged talks between Norway and Peru.",
        "Chile hopes for a meeting between Norway and Peru.",
        "Chile stressed the need for a meeting between Norway and Peru.",
    ],
    "conditional": [
        "Norway will meet Peru only if the siege ends.",
        "The fishermen must leave before Norway will negotiate with Peru.",
        "Norway and Peru would meet on Thursday if the siege ended.",
    ],
    "denied": [
        "Norway denied holding talks with Peru.",
        "Norway denied it had held talks with Peru.",
        "Norway denied there were any meetings planned with Peru.",
        "Norway denied that talks with Peru were under way.",
        "Norway denied any talks with Peru.",
        "No meeting between Norway and Peru is planned.",
    ],
    "occurred": [
        "Norway denied wrongdoing after talks with Peru.",
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
        "Le président péruvien, en visite lundi à Oslo, a demandé le départ des navires.",
        "Le président péruvien, en visite à Oslo, a promis de libérer les marins.",
        "Lima a fixé un nouveau prix après une rencontre avec la Norvège.",
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
    assert ("talks", "conditional", "NOR PER") in told("A summit between Norway and Peru would be held in May.")
    assert ("talks", "scheduled", "NOR PER") in told(
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


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The presidents of Norway and Peru were to have met on Tuesday."),
        ("en", "Norway was due to meet Peru on Tuesday, but the talks were called off."),
        ("en", "Norway was to meet Peru on Tuesday to discuss fish, but the meeting never took place."),
        ("fr", "La Norvège et le Pérou auraient dû se rencontrer mardi."),
        ("fr", "La Norvège et le Pérou devaient se rencontrer mardi, mais la rencontre a été reportée."),
    ],
)
def test_planned_meetings_that_fell_through_are_cancelled(language: Language, sentence: str) -> None:
    [event] = [event for event in read(sentence, language) if event.act == "talks"]
    assert (event.status, event.time and event.time.start) == ("cancelled", date(2026, 3, 3))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Norway and Peru were to have signed a treaty on Tuesday but fighting broke out."),
        ("en", "Norway was due to sign a peace deal with Peru on Sunday, but the ceremony was called off."),
        ("en", "A treaty between Norway and Peru was to have been signed on Tuesday."),
        ("fr", "La Norvège et le Pérou devaient signer un accord mardi, mais la cérémonie a été annulée."),
        ("fr", "La Norvège et le Pérou auraient dû signer un traité mardi."),
    ],
)
def test_so_are_deals(language: Language, sentence: str) -> None:
    assert [event.status for event in read(sentence, language) if event.act == "sign"] == ["cancelled"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A treaty between Norway and Peru was to be signed on Friday."),
        ("en", "A treaty between Norway and Peru is expected to be signed on Friday."),
        ("fr", "Un traité entre la Norvège et le Pérou devait être signé vendredi."),
        ("fr", "Un traité entre la Norvège et le Pérou devrait être signé vendredi."),
    ],
)
def test_deals_that_are_to_be_signed_are_planned(language: Language, sentence: str) -> None:
    assert [event.status for event in read(sentence, language) if event.act == "sign"] == ["scheduled"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Peru are expected to have met by Friday.",
        "Norway is to have talks with Peru on Friday.",
        "Norway was due to meet Peru on Sunday, but refused to say where.",
    ],
)
def test_what_is_to_be_done_by_a_day_is_planned(sentence: str) -> None:
    assert [event.status for event in read(sentence) if event.act == "talks"] == ["scheduled"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Asked about possible contacts between Norway and Peru, spokesman Ola Vik said that none were planned."),
        ("en", "The minister was asked about a meeting between Norway and Peru and said none was scheduled."),
        ("fr", "Interrogé sur d'éventuels contacts entre Oslo et Lima, le porte-parole a dit qu'aucun n'était prévu."),
    ],
)
def test_talks_of_which_none_are_planned_are_denied(language: Language, sentence: str) -> None:
    assert ("talks", "denied", "NOR PER") in told(sentence, language)


MADE_KNOWN = [
    ("fr", "La rencontre entre le Pérou et la Norvège a été annoncée mardi par le Ghana.", None),
    ("fr", "La reprise des pourparlers entre le Pérou et la Norvège a été décidée mardi.", None),
    ("fr", "Un sommet entre le Pérou et la Norvège a été annoncé mardi pour le 12 mai 2030.", "2030-05-12"),
    ("en", "A meeting between Peru and Norway was announced on Tuesday by Ghana.", None),
    ("en", "The resumption of talks between Peru and Norway was announced on Tuesday.", None),
]


@pytest.mark.parametrize(("language", "text", "day"), MADE_KNOWN)
def test_talks_that_were_announced_are_to_come_and_not_on_that_day(
    language: Language, text: str, day: str | None
) -> None:
    (event,) = read(text, language)
    assert (event.act, event.status) == ("talks", "scheduled")
    assert (str(event.time.start) if event.time else None) == day


@pytest.mark.parametrize(
    ("language", "text", "told_so"),
    [
        ("fr", "Un accord entre le Pérou et la Norvège a été annoncé mardi.", ("agree", "occurred", "NOR PER")),
        (
            "fr",
            "Après une rencontre du Pérou et de la Norvège, la trêve tient.",
            ("talks", "occurred", "NOR PER"),
        ),
        ("en", "A deal was announced after talks between Peru and Norway.", ("talks", "occurred", "NOR PER")),
    ],
)
def test_deals_that_were_announced_and_talks_before_them_are_over(
    language: Language, text: str, told_so: tuple[str, str, str]
) -> None:
    assert told_so in told(text, language)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Les appels à un dialogue entre la Norvège et le Pérou se multiplient.", "proposed"),
        ("Malgré l'appel au dialogue entre la Norvège et le Pérou, la tension monte.", "proposed"),
    ],
)
def test_talks_only_called_for_are_not_held(sentence: str, status: str) -> None:
    assert ("talks", status, "NOR PER") in told(sentence, "fr")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Norway had not yet signed the accord with Peru."),
        ("fr", "La Norvège n'avait pas encore signé l'accord avec le Pérou."),
        ("fr", "La Norvège n'a pas encore accepté l'offre du Pérou."),
    ],
)
def test_who_has_not_yet_done_it_refuses_nothing(language: Language, sentence: str) -> None:
    assert {act for act, *_ in told(sentence, language)}.isdisjoint({"reject"})


@pytest.mark.parametrize(
    "text",
    [
        "If talks with Norway collapse, Peru will turn to Chile.",
        "If negotiations between Norway and Peru fail, prices will rise.",
        "Prices will rise if the talks between Norway and Peru do not produce a deal.",
    ],
)
def test_how_talks_may_end_tells_no_talks_that_may_be(text: str) -> None:
    assert not [act for act, _, _ in told(text) if act == "talks"]


def test_talks_that_may_be_resumed_hang_on_the_condition() -> None:
    assert ("talks", "conditional", "NOR PER") in told("Norway will meet Peru if the fighting stops.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks between Norway and Peru are facilitated by Chile.", "ongoing"),
        ("The talks between Norway and Peru are being mediated by Chile.", "ongoing"),
        ("Chile mediates between Norway and Peru.", "ongoing"),
        ("Chile was still mediating between Norway and Peru, its minister said.", "ongoing"),
        ("Chile is trying to broker a truce between Norway and Peru.", "ongoing"),
        ("Chile mediated between Norway and Peru in May.", "occurred"),
        ("The truce between Norway and Peru was brokered by Chile.", "occurred"),
    ],
)
def test_who_mediates_now_goes_on_mediating(text: str, status: str) -> None:
    assert ("mediate", status) in [(act, how) for act, how, _ in told(text)]
