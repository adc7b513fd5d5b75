# ruff: noqa: E501 — sentences under test stay on one line.
"""From sentences to events: what each construction of the two languages must give. All sentences are invented."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.negotiation import ArticleReference, NegotiationEvent
from services.extractor.document import Document, Language
from services.extractor.extract import extract

NOW = datetime(2026, 3, 5, tzinfo=UTC)
PUBLISHED = date(2026, 3, 5)  # a Thursday


def read(text: str, language: Language = "en") -> list[NegotiationEvent]:
    digest = "sha256:" + sha256(text.encode()).hexdigest()
    reference = ArticleReference(id="a", language=language, text_digest=digest)
    return extract(Document(text, language, PUBLISHED, None, None, reference), NOW)


def told(text: str, language: Language = "en") -> list[tuple[str, str, str]]:
    """(act, status, parties) of each event; initiators > counterparts, or participants."""
    return [(event.act, event.status, parties(event)) for event in read(text, language)]


def parties(event: NegotiationEvent) -> str:
    groups = [
        " ".join(sorted(one.id.partition(":")[2] for one in event.parties if one.role == role))
        for role in ("initiator", "counterpart")
    ]
    together = " ".join(sorted(one.id.partition(":")[2] for one in event.parties if one.role == "participant"))
    return together or (f"{groups[0]} > {groups[1]}" if groups[1] else groups[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Peru held talks in Geneva on Monday.", ("talks", "occurred", "NOR PER")),
        ("The Norwegian foreign minister met his Peruvian counterpart in Vienna.", ("talks", "occurred", "NOR PER")),
        ("Chile will meet with Peru in Lima next week.", ("talks", "scheduled", "CHL PER")),
        ("Talks between Kenya and Uganda were postponed.", ("talks", "cancelled", "KEN UGA")),
        ("Norway proposed a new timetable to Iceland.", ("propose", "occurred", "NOR > ISL")),
        ("Peru demanded that Norway release the trawlers.", ("demand", "occurred", "PER > NOR")),
        ("Portugal urged Morocco to reopen the crossing.", ("demand", "occurred", "PRT > MAR")),
        ("Sweden pledged to double its contribution.", ("promise", "occurred", "SWE")),
        ("Kenya and Uganda agreed on a timetable.", ("agree", "occurred", "KEN UGA")),
        ("Kenya and Uganda signed the treaty in Nairobi.", ("sign", "occurred", "KEN UGA")),
        ("Norway rejected the proposal.", ("reject", "occurred", "NOR")),
        ("Chile accused Bolivia of breaking the truce.", ("accuse", "occurred", "CHL > BOL")),
        ("Bolivia denied the accusation.", ("deny", "occurred", "BOL")),
        ("Ghana threatened to impose tariffs on Togo.", ("threaten", "occurred", "GHA > TGO")),
        ("Bolivia suspended the negotiations with Chile.", ("suspend", "occurred", "BOL > CHL")),
        ("The proposal was rejected by Norway.", ("reject", "occurred", "NOR")),
        ('"We demand guarantees," the Peruvian president said.', ("demand", "occurred", "PER")),
    ],
)
def test_english(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lakeside Ferrymen's Union rejected the offer of Kestrel Lines Ltd on Monday.",
            ("reject", "occurred", "lakeside-ferrymens-union > kestrel-lines"),
        ),
        (
            "The National Union of Lamplighters (NUL) met Norway's minister. The NUL demanded a pay rise.",
            ("demand", "occurred", "nul > NOR"),
        ),
        (
            "Kestrel Lines Ltd made an offer to the Lakeside Ferrymen's Union. The company accepted the union's demand.",
            ("agree", "occurred", "kestrel-lines > lakeside-ferrymens-union"),
        ),
        ("Teachers demanded a pay rise from Norway.", ("demand", "occurred", "teachers > NOR")),
        ("Guerrillas and Peru signed a truce in Lima.", ("sign", "occurred", "PER guerrillas")),
        ("Norway met Peru in Oslo. The two met again on Wednesday.", ("talks", "occurred", "NOR PER")),
        ("Norway pledged to release the sailors to Peru.", ("promise", "occurred", "NOR > PER")),
        ("Norway rejected the Peruvian proposal.", ("reject", "occurred", "NOR > PER")),
        ("Talks with Chile were held by Peru on Monday.", ("talks", "occurred", "CHL PER")),
        ('Chile urged Peru to "open the door".', ("demand", "occurred", "CHL > PER")),
    ],
)
def test_english_bodies_and_what_governs(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_what_is_promised_is_no_event_beside_the_promise() -> None:
    assert [act for act, _, _ in told("Norway pledged to release the sailors to Peru.")] == ["promise"]


def test_people_are_the_body_that_the_article_names_later() -> None:
    text = "Teachers accepted Norway's offer. The Guild of Northern Teachers (GNT) will sign the contract with Norway."
    assert ("agree", "occurred", "gnt > NOR") in told(text)


def test_saying_that_there_is_none_refuses_nothing() -> None:
    assert not [
        act for act, _, _ in told("Norway said there were no more boats in the harbour of Peru.") if act == "reject"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Norvège et le Pérou se sont entretenus lundi à Genève.", ("talks", "occurred", "NOR PER")),
        (
            "La ministre norvégienne des Affaires étrangères a rencontré son homologue péruvien.",
            ("talks", "occurred", "NOR PER"),
        ),
        ("Des entretiens russo-turcs se sont tenus à Oslo.", ("talks", "occurred", "RUS TUR")),
        ("Des consultations ont eu lieu à Vienne entre le Chili et le Pérou.", ("talks", "occurred", "CHL PER")),
        ("Le Chili doit rencontrer le Pérou la semaine prochaine.", ("talks", "scheduled", "CHL PER")),
        ("La Norvège a proposé un calendrier à l'Islande.", ("propose", "occurred", "NOR > ISL")),
        ("Lima a exigé que la Norvège libère les chalutiers.", ("demand", "occurred", "PER > NOR")),
        ("Le Portugal a appelé le Maroc à rouvrir le passage.", ("demand", "occurred", "PRT > MAR")),
        ("La Suède s'est engagée à doubler sa contribution.", ("promise", "occurred", "SWE")),
        ("Le Kenya et l'Ouganda sont parvenus à un accord.", ("agree", "occurred", "KEN UGA")),
        ("Le Kenya et l'Ouganda ont signé le traité à Nairobi.", ("sign", "occurred", "KEN UGA")),
        ("Oslo a catégoriquement rejeté la proposition.", ("reject", "occurred", "NOR")),
        ("Le Chili accuse la Bolivie d'avoir rompu la trêve.", ("accuse", "occurred", "CHL > BOL")),
        ("La Bolivie a démenti ces accusations.", ("deny", "occurred", "BOL")),
        ("La proposition a été rejetée par la Norvège.", ("reject", "occurred", "NOR")),
        (
            "Paris enverra une réponse écrite à Madrid, a déclaré jeudi le ministre français.",
            ("promise", "occurred", "FRA > ESP"),
        ),
    ],
)
def test_french(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The weather in Norway was mild. Peru won the match.", "en"),
        ("Le temps a été doux en Norvège. Le Pérou a remporté la rencontre sportive.", "fr"),
        ("", "en"),
        ("...", "fr"),
    ],
)
def test_no_negotiation_no_event(text: str, language: Language) -> None:
    assert told(text, language) == []


def test_a_list_of_clauses_is_one_demand_with_its_items() -> None:
    text = "Lima souhaite que la Norvège libère l'équipage, que l'Islande baisse ses quotas et que le Chili ouvre ses ports."
    (event,) = [event for event in read(text, "fr") if event.act == "demand"]
    assert [item.text for item in event.items] == [
        "la Norvège libère l'équipage", "l'Islande baisse ses quotas", "le Chili ouvre ses ports",
    ]  # fmt: skip


def test_several_talks_of_one_noun_have_their_own_days_and_places() -> None:
    text = "Des discussions ont eu lieu entre le Chili et le Pérou le 2 mars à Lima, et entre le Chili et la Bolivie le 3 mars à La Paz."
    found = {
        parties(event): (event.time and event.time.start.day, event.place and event.place.name)
        for event in read(text, "fr")
        if event.act == "talks"
    }
    assert found == {"CHL PER": (2, "Lima"), "BOL CHL": (3, "La Paz")}


def test_who_spoke_is_remembered() -> None:
    text = "The Peruvian foreign minister, Jorge Salas, met Norwegian envoys in Oslo. He demanded guarantees. Salas rejected the offer."
    demand, reject = (next(event for event in read(text) if event.act == act) for act in ("demand", "reject"))
    for event in (demand, reject):
        assert event.parties[0].id == "country:PER"
        assert event.parties[0].representatives[0].id == "person:jorge-salas"
        assert event.level == "minister"


def test_told_twice_is_one_event() -> None:
    text = "Norway and Peru met in Geneva on Monday. The talks between Norway and Peru in Geneva lasted five hours."
    (event,) = [event for event in read(text) if event.act == "talks"]
    assert len(event.evidence) == 2


def test_the_same_text_gives_the_same_records() -> None:
    text = "Norway and Peru met in Geneva on Monday. Norway rejected the proposal. Peru demanded guarantees."
    assert read(text) == read(text)
    assert len({event.id for event in read(text)}) == len(read(text))


TRAPS = (
    "La ministre norvégienne, Liv Dahl, a rencontré l’émissaire péruvien à Genève.Elle a rejeté « la proposition » de Lima.Bilan des "
    "entretiensPendant la réunion, le Pérou a exigé des garanties."
)


def test_offsets_hold_in_a_text_that_had_to_be_repaired() -> None:
    events = read(TRAPS, "fr")
    assert {"talks", "reject", "demand"} <= {event.act for event in events}
    for event in events:
        spans = [*event.evidence, *event.items, *(party.mention for party in event.parties if party.mention)]
        assert all(TRAPS[span.start : span.end] == span.text for span in spans)


WORDS = st.sampled_from(
    [
        "Norway",
        "Peru",
        "the",
        "Norwegian",
        "minister",
        "met",
        "rejected",
        "demanded",
        "that",
        "talks",
        "between",
        "and",
        "with",
        "in",
        "Geneva",
        "on",
        "Monday",
        ",",
        ".",
        '"',
        ":",
        ";",
        "(",
        ")",
        "—",
        "’",
        "la",
        "Norvège",
        "le",
        "Pérou",
        "a",
        "exigé",
        "que",
        "l'Otan",
        "n'a",
        "pas",
        "«",
        "»",
        "À",
        "entre",
        "son",
        "homologue",
        "12",
        "mars",
        "et",
        "Δ",
        "你好",
        "\u200b",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=40), language=st.sampled_from(["fr", "en"]))
def test_any_text_is_read_and_its_spans_are_true(words: list[str], language: Language) -> None:
    text = " ".join(words)
    for event in read(text, language):
        spans = [*event.evidence, *event.items, *(party.mention for party in event.parties if party.mention)]
        assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway said no meeting with Peru was planned.", ("talks", "denied", "NOR PER")),
        ("Norway meets Peru in Lima on Monday.", ("talks", "scheduled", "NOR PER")),
        ("Norway said Peru had violated the truce.", ("accuse", "occurred", "NOR > PER")),
        ("Norway said Peru must release the crew.", ("demand", "occurred", "NOR > PER")),
        ("Norway will release the sailors to Peru.", ("promise", "occurred", "NOR > PER")),
        ("Talks between Norway and Peru collapsed.", ("suspend", "occurred", "NOR PER")),
        ("Norway cannot accept the Peruvian offer.", ("reject", "occurred", "NOR > PER")),
        ("Norway blamed Chile after Peru refused to attend.", ("reject", "occurred", "PER")),
        ("Negotiators from Norway and Peru met on Friday.", ("talks", "occurred", "NOR PER")),
    ],
)
def test_english_status_and_what_is_implied(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway and Peru resumed talks in Kalvik on Monday.", "Kalvik"),
        ("Norway met Peru in the Chilean capital.", "Santiago"),
        ("In Lima, Norway called on Chile to reopen the border with Peru.", "Lima"),
    ],
)
def test_english_places(text: str, place: str) -> None:
    assert [event.place.name for event in read(text) if event.place] == [place]


def test_an_article_with_few_words_of_negotiating_holds_no_lone_demands() -> None:
    news = "The museum in Bergen opened a new wing with paintings of ships and storms. " * 9
    assert not read(news + "Norway demanded better weather. Visitors from Peru wanted a refund.")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Peru and Chile signed a treaty a day earlier in Quito.", "en", "2026-03-04"),
        ("Peru and Chile signed a treaty on Tuesday. The two sides agreed to reopen the border.", "en", "2026-03-03"),
        ("Le Pérou et le Chili ont signé un traité mardi. Les deux pays ont accepté une trêve.", "fr", "2026-03-03"),
    ],
)
def test_what_is_done_has_the_day_of_the_news(text: str, language: Language, day: str) -> None:
    events = read(text, language)
    assert [event.time.start.isoformat() for event in events if event.time is not None] == [day] * len(events)
    assert events


def test_verbs_behind_a_coordinator_share_the_subject_not_the_object_before_them() -> None:
    found = read("Macron met Xi Jinping on Tuesday and urged Peru to release the trawlers.")
    demands = [event for event in found if event.act == "demand"]
    assert [(one.id, one.role) for one in demands[0].parties] == [
        ("country:FRA", "initiator"),
        ("country:PER", "counterpart"),
    ]


def test_the_talks_are_those_of_the_remembered_pair_only_in_an_article_about_it() -> None:
    opening = "Norway and Peru held talks in Geneva on Monday. "
    third = (
        "Chile closed its ports. Fishermen in Chile went home. The navy of Chile stayed at sea. Rain fell over Chile. "
    )
    ending = "The second round of talks ended on Wednesday."
    assert told(opening + ending) == [("talks", "occurred", "NOR PER")] * 2
    assert told(opening + third + ending) == [("talks", "occurred", "NOR PER")]


def test_nobody_is_taken_for_the_addressee_where_several_are_as_likely() -> None:
    def demand(text: str) -> list[str]:
        return [parties(event) for event in read(text) if event.act == "demand"]

    two = "Norway met Peru in Geneva on Monday. Norway demanded a halt to fishing."
    three = "Norway met Peru and Chile in Geneva on Monday. Norway demanded a halt to fishing."
    assert demand(two) == ["NOR > PER"]
    assert demand(three) == ["NOR"]


def test_the_government_is_that_of_the_country_whose_bodies_an_article_names() -> None:
    text = "La CGT et FO ont rejeté la proposition du gouvernement."
    assert ("reject", "occurred", "cgt fo > FRA") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("In London, Labour rejected the British government's offer.", "en", "org:labour-party"),
        (
            "New Zealand will vote in May. On Monday Labour rejected an offer of New Zealand First.",
            "en",
            "org:labour-nzl",
        ),
        ("La Belgique vote en mai. Le PS a rejeté la proposition de la N-VA.", "fr", "org:ps-bel"),
        (
            "La France vote en mai. Le PS a rejeté la proposition du Rassemblement national.",
            "fr",
            "org:socialist-party",
        ),
    ],
)
def test_a_name_that_parties_of_several_countries_share_is_of_the_country_in_question(
    text: str, language: Language, body: str
) -> None:
    assert [one.id for event in read(text, language) for one in event.parties if one.role == "initiator"] == [body]
