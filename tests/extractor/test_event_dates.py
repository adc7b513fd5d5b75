"""Which date of an article an event gets."""

from datetime import UTC, date, datetime

import pytest

from schemas.negotiation import ArticleReference, NegotiationEvent
from services.extractor.document import Document, Language
from services.extractor.extract import extract

THURSDAY = date(2024, 6, 13)
"""When all the articles here were published."""


def events(text: str, language: Language, published: date | None = THURSDAY) -> list[NegotiationEvent]:
    reference = ArticleReference.model_construct(
        id="a", url=None, feed=None, publisher=None, title=None, language=language, published_at=None,
        text_digest="sha256:" + "0" * 64,
    )  # fmt: skip
    headline = (0, text.index("\n")) if "\n" in text else None
    return extract(Document(text, language, published, None, headline, reference), datetime(2026, 3, 5, tzinfo=UTC))


def told(event: NegotiationEvent) -> str:
    """ "act status start..end basis", or with one day for both."""
    time = event.time
    if time is None or time.start is None:
        return f"{event.act} {event.status} undated"
    span = f"{time.start}" if time.start == time.end else f"{time.start}..{time.end}"
    return f"{event.act} {event.status} {span} {time.basis}"


FRENCH = """
La France accueille les ministres malien et norvégien de lundi à mardi. | talks scheduled 2024-06-17..2024-06-18 stated
Les pourparlers entre la France et le Mali reprennent mardi. | talks scheduled 2024-06-18 stated
La France et le Mali se retrouveront ce mois-ci. | talks scheduled 2024-06-13..2024-06-30 stated
Paris et Rome se sont rencontrés mardi à Oslo. | talks occurred 2024-06-11 stated
Mardi, la France et le Mali ont signé un accord de paix. | sign occurred 2024-06-11 stated
La France et le Mali signeront lundi un accord, a annoncé mercredi le ministre. | sign scheduled 2024-06-17 stated
Rome, qui a salué Paris lundi matin, rencontrera Oslo fin juillet. | talks scheduled 2024-07-21..2024-07-31 stated
La France et le Mali se retrouveront vendredi, a fait savoir mardi le ministre. | talks scheduled 2024-06-14 stated
Le Mali a annoncé mercredi qu'il acceptait la proposition de la France. | agree occurred 2024-06-12 stated
Le Mali avait annoncé le 6 mai qu'il acceptait la proposition de la France. | agree occurred 2024-05-06 stated
La France a exigé mardi que le Mali libère les otages avant la fin du mois. | demand occurred 2024-06-11 stated
La France a exigé que le Mali libère les otages avant la fin du mois. | demand occurred 2024-06-13 document
La France accuse le Mali d'avoir violé l'accord conclu samedi. | accuse occurred 2024-06-13 document
La France et le Mali devaient se rencontrer mercredi, mais la réunion a été annulée. | talks cancelled 2024-06-12 stated
Paris et Rome devaient se rencontrer vendredi, mais la réunion a été annulée. | talks cancelled 2024-06-14 stated
La France et le Mali ont négocié du 3 au 5 juin à Oslo. | talks occurred 2024-06-03..2024-06-05 stated
Paris et Rome se sont entretenus mercredi, deux jours après la visite du pape. | talks occurred 2024-06-12 stated
Paris et Rome ont signé en avril un accord qui vaudra dès septembre. | sign occurred 2024-04-01..2024-04-30 stated
Le premier entretien entre la France et le Mali depuis deux ans a eu lieu mardi. | talks occurred 2024-06-11 stated
La ministre française dit avoir signé mardi un accord avec le Mali. | sign occurred 2024-06-11 stated
Les ministres français et malien se retrouvent vendredi à Oslo. | talks scheduled 2024-06-14 stated
La France exige du Mali la remise du cargo, dérouté dimanche dernier. | demand occurred 2024-06-13 document
La France a dénoncé le traité signé en 2012 par le Mali. | suspend occurred 2024-06-13 document
La France paiera deux ponts, a promis sa ministre, dont la visite s'achève mardi. | promise occurred 2024-06-13 document
La France et le Mali poursuivront leurs discussions, entamées en mai. | talks scheduled undated
À la veille du sommet, Rome a menacé Paris de représailles. | threaten occurred 2024-06-13 document
La France et le Mali se retrouveront dans la semaine du 24 juin à Oslo. | talks scheduled 2024-06-24..2024-06-30 stated
La France et le Mali se rencontreront mi-juillet à Oslo. | talks scheduled 2024-07-11..2024-07-20 stated
La France et le Mali se sont rencontrés la semaine dernière à Oslo. | talks occurred 2024-06-03..2024-06-09 stated
La réunion entre la France et le Mali, qui était prévue mardi, a été reportée. | talks cancelled 2024-06-11 stated
La France et le Mali ont convenu de se rencontrer lundi. | talks scheduled 2024-06-17 stated
La France et le Mali sont convenus de tenir un sommet le 27 juin. | talks scheduled 2024-06-27 stated
Le Mali a décidé d'accepter le plan de la France. | agree occurred 2024-06-13 document
Le Mali rejette le plan de la France : il l'a redit dimanche. | reject occurred 2024-06-09 stated
Paris et Rome ont négocié mardi. L'Italie a de son côté salué un accord. | support occurred 2024-06-11 stated
Après cinq jours de pourparlers, Paris et Rome ont signé la nuit de lundi à mardi. |\
 talks occurred 2024-06-07..2024-06-11 stated
La France et le Mali ont achevé mercredi trois jours de pourparlers. | talks occurred 2024-06-10..2024-06-12 stated
Les pourparlers de deux jours entre Paris et Rome débuteront lundi. | talks scheduled 2024-06-17..2024-06-18 stated
La France a accusé le Mali de traîner lors d'une session du conseil mardi à Oslo. | accuse occurred 2024-06-11 stated
Le Mali a libéré mardi 30 prisonniers français. | concede occurred 2024-06-11 stated
La France accuse le Mali d'avoir tué cinq soldats le 12 mai. | accuse occurred 2024-06-13 document
La France rejette l'offre malienne du 12 mai de rouvrir la frontière. | reject occurred 2024-06-13 document
Depuis l'échec des pourparlers en mai, la France exige des excuses du Mali. | demand occurred 2024-06-13 document
Une réunion entre la France et le Mali est prévue lundi. | talks scheduled 2024-06-17 stated
Le Mali et la France ont signé un pacte dans la nuit de mardi à mercredi. | sign occurred 2024-06-12 stated
La France et le Mali se réuniront à Oslo à partir de lundi. | talks scheduled 2024-06-17 stated
La France et le Mali négocieront à compter du 24 juin. | talks scheduled 2024-06-24 stated
Les pourparlers entre la France et le Mali se poursuivent. | talks ongoing 2024-06-13 document
La troisième réunion entre la France et le Mali depuis mai a eu lieu mardi. | talks occurred 2024-06-11 stated
Rome a quitté la table le 3 juin et accuse depuis lors Paris de mentir. | accuse occurred 2024-06-03..2024-06-13 stated
La France et le Mali ont achevé mercredi un cycle de pourparlers ouvert le 3 juin. |\
 talks occurred 2024-06-03..2024-06-12 stated
Les pourparlers entre la France et le Mali, entamés le 3 juin, ont pris fin mardi. |\
 talks occurred 2024-06-03..2024-06-11 stated
La France et le Mali se réuniront lundi pour trois jours. | talks scheduled 2024-06-17..2024-06-19 stated
La France et le Mali se sont donné rendez-vous début août. | talks scheduled 2024-08-01..2024-08-10 stated
Le Mali a rompu mardi tout contact avec la France, qu'il accuse de mentir. | accuse occurred 2024-06-13 document
La France recevra lundi des émissaires, mais le Mali a rejeté le plan français. | reject occurred 2024-06-13 document
"""

ENGLISH = """
Mali's president is visiting France on Tuesday. | talks scheduled 2024-06-18 stated
France is hosting ministers from Mali and Norway from Monday to Tuesday. | talks scheduled 2024-06-17..2024-06-18 stated
A 2020 trade deal between Norway and Peru is dead. | agree occurred 2020-01-01..2020-12-31 stated
The July 2022 fishing pact between Norway and Peru is dead. | agree occurred 2022-07-01..2022-07-31 stated
Norway and Peru will hold talks this month. | talks scheduled 2024-06-13..2024-06-30 stated
Norway and Peru held talks this month. | talks occurred 2024-06-01..2024-06-30 stated
Norway and Peru are to meet this summer. | talks scheduled 2024-06-21..2024-09-22 stated
Norway and Peru plan to meet in 2024. | talks scheduled 2024-06-13..2024-12-31 stated
Mali, which last week reported a record harvest, demanded an answer from France. | demand occurred 2024-06-13 document
France and Mali held talks in Oslo on Tuesday. | talks occurred 2024-06-11 stated
France and Mali ended two days of tense talks on Wednesday. | talks occurred 2024-06-11..2024-06-12 stated
France and Mali will open three-day talks on Monday. | talks scheduled 2024-06-17..2024-06-19 stated
France's talks with Mali, due to open in Oslo on Tuesday, were put off. | talks cancelled 2024-06-11 stated
France and Mali began two days of talks on Monday. | talks occurred 2024-06-10..2024-06-11 stated
France said it would not meet Mali over the weekend. | talks denied 2024-06-15..2024-06-16 stated
At Monday's meeting, Mali rejected the French proposal. | reject occurred 2024-06-10 stated
Meeting in Oslo on Monday, France and Mali signed a defence pact. | sign occurred 2024-06-10 stated
France and Mali will sign a pact on Monday, the minister said on Wednesday. | sign scheduled 2024-06-17 stated
France said on Wednesday it would meet Mali in Oslo. | talks scheduled undated
Mali said on Wednesday that it was accepting the French proposal. | agree occurred 2024-06-12 stated
France on Tuesday demanded that Mali free the hostages by the end of the month. | demand occurred 2024-06-11 stated
France demanded that Mali free the hostages by the end of the month. | demand occurred 2024-06-13 document
France accused Mali of breaking the truce signed on Saturday. | accuse occurred 2024-06-13 document
France-Mali talks, which had been set for Wednesday, were cancelled. | talks cancelled 2024-06-12 stated
France and Mali were to meet on Friday, but the meeting was called off. | talks cancelled 2024-06-14 stated
France and Mali met in Oslo from June 3 to June 5. | talks occurred 2024-06-03..2024-06-05 stated
The accord came apart on March 6, when Mali rejected the French plan. | reject occurred 2024-03-06 stated
The plan was public on Monday, two days after Mali and France met. | talks occurred 2024-06-08 stated
France and Mali signed a pact in April that takes effect in September. | sign occurred 2024-04-01..2024-04-30 stated
The first meeting between France and Mali since 2019 took place on Tuesday. | talks occurred 2024-06-11 stated
France and Mali agreed to resume talks on Monday. | talks scheduled 2024-06-17 stated
France and Mali agreed on Wednesday to resume talks next week. | talks scheduled 2024-06-17..2024-06-23 stated
A meeting of France and Mali planned for Friday was postponed. | talks cancelled 2024-06-14 stated
The French and Malian ministers meet on Friday in Oslo. | talks scheduled 2024-06-14 stated
France rejected the 2015 deal with Mali. | reject occurred 2024-06-13 document
France and Mali will meet in the week of June 24. | talks scheduled 2024-06-24..2024-06-30 stated
France and Mali will hold talks in mid-July. | talks scheduled 2024-07-11..2024-07-20 stated
France accused Mali of stalling at a session of the council in Geneva on Tuesday. | accuse occurred 2024-06-11 stated
France promised Mali aid at a conference of donors held in Oslo on Tuesday. | promise occurred 2024-06-11 stated
France charged Mali had dropped its pledges in 2019. | accuse occurred 2024-06-13 document
Talks between France and Mali are set to resume next Wednesday. | talks scheduled 2024-06-19 stated
France said in a joint statement on Sunday evening that it had made a deal with Mali. | agree occurred 2024-06-09 stated
France accused Mali of killing five soldiers on May 12. | accuse occurred 2024-06-13 document
France rejected Mali's offer of May 12 to reopen the border. | reject occurred 2024-06-13 document
Since the collapse of the talks in May, France has demanded that Mali apologise. | demand occurred 2024-06-13 document
"They shot at us on May 12," France's envoy said, accusing Mali of murder. | accuse occurred 2024-06-13 document
France and Mali will meet (their third round) in November. | talks scheduled 2024-11-01..2024-11-30 stated
France and Mali will hold talks starting Monday. | talks scheduled 2024-06-17 stated
France and Mali will meet in Oslo beginning on June 24. | talks scheduled 2024-06-24 stated
Talks between France and Mali are continuing. | talks ongoing 2024-06-13 document
France has proposed Lyon for a meeting with Mali in early July. | talks proposed 2024-07-01..2024-07-10 stated
France and Mali met in July on the sidelines of a summit. | talks occurred 2023-07-01..2023-07-31 stated
The third meeting between France and Mali since May took place on Tuesday. | talks occurred 2024-06-11 stated
Paris left the talks on June 3 and has accused Mali of lies ever since. | accuse occurred 2024-06-03..2024-06-13 stated
France and Mali wrapped up on Wednesday a round of talks opened on June 3. |\
 talks occurred 2024-06-03..2024-06-12 stated
The talks between France and Mali, which began on June 3, ended on Tuesday. |\
 talks occurred 2024-06-03..2024-06-11 stated
France and Mali will meet on Monday for three days. | talks scheduled 2024-06-17..2024-06-19 stated
The pilots broke off talks on Friday with Finnair, which they accuse of lying. | accuse occurred 2024-06-13 document
Ministers will gather on Monday, but Mali has rejected the French plan. | reject occurred 2024-06-13 document
Mali on Monday put its name to a pact with France. | sign occurred 2024-06-10 stated
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(text.strip(), told.strip()) for text, told in (line.rsplit("|", 1) for line in table.strip().splitlines())]


@pytest.mark.parametrize(("text", "expected"), rows(FRENCH))
def test_an_event_in_french_has_its_own_date(text: str, expected: str) -> None:
    assert expected in [told(event) for event in events(text, "fr")]


@pytest.mark.parametrize(("text", "expected"), rows(ENGLISH))
def test_an_event_in_english_has_its_own_date(text: str, expected: str) -> None:
    assert expected in [told(event) for event in events(text, "en")]


STORIES: tuple[tuple[Language, str, list[str]], ...] = (
    (
        "fr",
        "Paris et Rome se sont rencontrés mardi à Oslo. Rome a proposé une trêve.",
        ["talks occurred 2024-06-11 stated", "propose occurred 2024-06-11 stated"],
    ),
    (
        "en",
        "France and Mali met in Oslo on Tuesday. Mali offered a truce. Britain rejected the French plan.",
        [
            "talks occurred 2024-06-11 stated",
            "propose occurred 2024-06-11 stated",
            "reject occurred 2024-06-13 document",
        ],
    ),
    (  # Of what is said on an occasion told before, that has its day.
        "en",
        "France and Mali met in Oslo on Tuesday. Rain fell. In a note after the meeting, Mali rejected the plan.",
        ["talks occurred 2024-06-11 stated", "reject occurred 2024-06-11 stated"],
    ),
    (
        "en",
        "France and Mali last met on May 8. On that occasion Mali proposed a joint commission.",
        ["talks occurred 2024-05-08 stated", "propose occurred 2024-05-08 stated"],
    ),
    (  # Not of what is to be done on it.
        "en",
        "France and Mali met on Tuesday. Rain fell. The UN urged Mali to attend the conference.",
        ["talks occurred 2024-06-11 stated", "demand occurred 2024-06-13 document"],
    ),
    (
        "fr",
        "Paris et Rome se sont vus mardi. Il pleuvait. À l'issue de la réunion, l'ONU a exhorté Rome à céder.",
        ["talks occurred 2024-06-11 stated", "demand occurred 2024-06-11 stated"],
    ),
    (
        "en",
        "The contract ran out on June 1. Mali had agreed that same evening to the French plan.",
        ["agree occurred 2024-06-01 stated"],
    ),
    (
        "fr",
        "Le contrat a expiré le 1er juin. Le soir même, le Mali a rejeté le plan de la France.",
        ["reject occurred 2024-06-01 stated"],
    ),
    (
        "en",
        "France met Mali on June 11. France later demanded an apology from Mali.",
        ["talks occurred 2024-06-11 stated", "demand occurred 2024-06-13 document"],
    ),
    (  # What stands in the present or the perfect is told as of the day of publication.
        "en",
        "France and Mali met in Oslo on Tuesday. Mali has demanded a pullout.",
        ["talks occurred 2024-06-11 stated", "demand occurred 2024-06-13 document"],
    ),
    (  # A day of long ago holds for the next sentence alone.
        "en",
        "In March France and Mali signed a pact. Mali promised a pullout. Calm held. France rejected Mali's plan.",
        [
            "sign occurred 2024-03-01..2024-03-31 stated",
            "promise occurred 2024-03-01..2024-03-31 stated",
            "reject occurred 2024-06-13 document",
        ],
    ),
    (
        "en",
        "Mali demanded a pullout on May 6. France refused within hours.",
        ["demand occurred 2024-05-06 stated", "reject occurred 2024-05-06 stated"],
    ),
    (
        "fr",
        "Le Mali a exigé le 6 mai un retrait de la France. La France a aussitôt refusé cette exigence.",
        ["demand occurred 2024-05-06 stated", "reject occurred 2024-05-06 stated"],
    ),
    (  # Days are counted from the last one named, also where its sentence tells no event.
        "en",
        "A storm hit the coast on May 8. Three days later France and Mali signed a pact.",
        ["sign occurred 2024-05-11 stated"],
    ),
    (
        "fr",
        "Une tempête a frappé la côte le 8 mai. Trois jours plus tard, la France et le Mali ont signé un accord.",
        ["sign occurred 2024-05-11 stated"],
    ),
    (
        "fr",
        "La France et le Mali se sont rencontrés le 8 mai. Le lendemain, la France et le Mali ont signé un accord.",
        ["talks occurred 2024-05-08 stated", "sign occurred 2024-05-09 stated"],
    ),
    (
        "en",
        "Talks between France and Mali resumed on June 3 but collapsed two days later.",
        ["suspend occurred 2024-06-05 stated"],
    ),
    (
        "fr",
        "En avril, une tempête a frappé la côte. Le Mali avait alors menacé la France de représailles.",
        ["threaten occurred 2024-04-01..2024-04-30 stated"],
    ),
    (
        "en",
        "A storm hit the coast in April. Mali had threatened France with reprisals at the time.",
        ["threaten occurred 2024-04-01..2024-04-30 stated"],
    ),
    (  # A paragraph of its own leaves a day of long ago.
        "en",
        "Pact in danger\nIn March France and Mali signed a pact.\n\nMali promised a pullout.",
        ["sign occurred 2024-03-01..2024-03-31 stated", "promise occurred 2024-06-13 document"],
    ),
    (  # Who spoke weeks ago does not go on speaking then.
        "en",
        "Mali accused France of spying on May 6. Calm held for weeks. Nothing moved. Mali demanded a pullout.",
        ["accuse occurred 2024-05-06 stated", "demand occurred 2024-06-13 document"],
    ),
    (  # The terms of a deal are of its day.
        "en",
        "France and Mali signed a deal on Monday. Under its terms, Mali undertakes to free the French hostages.",
        ["sign occurred 2024-06-10 stated", "promise occurred 2024-06-10 stated"],
    ),
    (
        "fr",
        "La France et le Mali ont signé un accord lundi. Aux termes de celui-ci, le Mali s'engage à libérer l'otage.",
        ["sign occurred 2024-06-10 stated", "promise occurred 2024-06-10 stated"],
    ),
    (  # Who speaks in public goes on speaking, whatever he said.
        "en",
        "Mali's president addressed parliament on Tuesday. He urged France to leave.",
        ["demand occurred 2024-06-11 stated"],
    ),
    (
        "fr",
        "Le président malien s'est exprimé mardi devant le Parlement. Il a exhorté la France à partir.",
        ["demand occurred 2024-06-11 stated"],
    ),
    (  # What the text leaves vague is no other day either.
        "en",
        "The pope prayed on Tuesday. France and Mali signed a pact in recent weeks.",
        ["sign occurred undated"],
    ),
    (  # Who spoke on a day goes on speaking, whatever it was that he said then.
        "fr",
        "Le barrage est plein, a dit lundi le ministère malien. Le Mali rejette ce plan, a fait savoir le ministre.",
        ["reject occurred 2024-06-10 stated"],
    ),
    (
        "fr",
        "Paris et Rome se rencontreront dans les prochains jours.",
        ["talks scheduled undated"],
    ),
    (
        "en",
        "In 2015, France and Mali signed a pact in March.",
        ["sign occurred 2015-03-01..2015-03-31 stated"],
    ),
)


@pytest.mark.parametrize(("language", "text", "expected"), STORIES)
def test_a_story_goes_on_at_the_day_last_told(language: Language, text: str, expected: list[str]) -> None:
    assert [told(event) for event in events(text, language)] == expected


def test_a_headline_has_the_day_of_the_news() -> None:
    text = "Mali frees French hostages\n\nMali released the French hostages on Tuesday. The men flew home."
    assert [told(event) for event in events(text, "en")] == ["concede occurred 2024-06-11 stated"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La France et le Mali ont signé un accord mardi.", "sign occurred undated"),
        ("fr", "La France et le Mali ont signé un accord le 3 mai 1987.", "sign occurred 1987-05-03 stated"),
        ("en", "France and Mali signed a pact on May 3, 1987.", "sign occurred 1987-05-03 stated"),
        ("en", "France demanded a pullout from Mali.", "demand occurred undated"),
    ],
)
def test_without_a_day_of_publication_only_whole_dates_are_known(language: Language, text: str, expected: str) -> None:
    assert [told(event) for event in events(text, language, None)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paris et Rome se sont rencontrés jeudi à Oslo.", "talks occurred 1987-10-15 stated"),
        ("en", "France and Mali will meet in Oslo on Feb. 3.", "talks scheduled 1988-02-03 stated"),
    ],
)
def test_copy_of_long_ago_is_read_from_its_own_day(language: Language, text: str, expected: str) -> None:
    assert [told(event) for event in events(text, language, date(1987, 10, 16))] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paris exige que le Mali libère les otages d'ici la fin du mois.", "2024-06-13..2024-06-30"),
        ("fr", "Paris exige que le Mali libère les otages sous 48 heures.", "2024-06-13..2024-06-15"),
        ("en", "France demanded that Mali free the hostages by Friday.", "2024-06-13..2024-06-14"),
        ("en", "Mali promised France to free the hostages next week.", "2024-06-17..2024-06-23"),
        ("en", "France and Mali agreed to free the hostages on Monday.", "2024-06-17..2024-06-17"),
        ("en", "Mali agreed with France on June 1 to leave within ten days.", "2024-06-01..2024-06-11"),
        ("fr", "Le Mali a promis le 1er juin à la France de partir sous dix jours.", "2024-06-01..2024-06-11"),
        ("en", "Mali will send France a written reply on Monday.", "2024-06-17..2024-06-17"),
        ("fr", "Le Mali a annoncé mardi qu'il enverrait lundi une réponse à la France.", "2024-06-17..2024-06-17"),
        ("en", "France had given Mali until June 7 to free the hostages.", "2024-06-07..2024-06-07"),
    ],
)
def test_what_is_asked_or_promised_is_due(language: Language, text: str, expected: str) -> None:
    (event,) = events(text, language)
    assert event.due is not None and f"{event.due.start}..{event.due.end}" == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mali has asked France to reopen the crossing, shut since April 21."),
        ("en", "France demanded a truce from Mali, which votes on it by Friday."),
        ("fr", "Le Mali a exigé mardi un retrait de la France."),
    ],
)
def test_another_date_is_no_due(language: Language, text: str) -> None:
    assert [event.due for event in events(text, language)] == [None]
