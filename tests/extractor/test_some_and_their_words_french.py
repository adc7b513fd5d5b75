# ruff: noqa: E501 — sentences under test stay on one line.
"""Who acts in French where it is said of a text, of a side or of a number of people. All are invented."""

import pytest

from tests.extractor.test_extract import told

Event = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La déclaration de l'ASEAN exige du Pérou une trêve.", ("demand", "occurred", "asean > PER")),
        ("La résolution du Parlement européen appelle également la Norvège à libérer les marins.", ("demand", "occurred", "european-parliament > NOR")),
        ("Le message du Hezbollah propose à la Norvège une trêve.", ("propose", "occurred", "hezbollah > NOR")),
    ],
)  # fmt: skip
def test_a_text_speaks_for_those_whose_it_is(text: str, event: Event) -> None:
    assert event in told(text, "fr")


def test_what_is_told_in_a_text_is_none_of_its_authors() -> None:
    """A preposition before the text makes it no subject."""
    found = told("Dans la lettre de la Norvège figure un prix. Exigé dans la lettre de la Norvège, il monte.", "fr")
    assert "NOR" not in {parties.partition(" >")[0] for act, _, parties in found if act == "demand"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("L'offre de la Norvège a été rejetée avec force côté péruvien.", ("reject", "occurred", "PER > NOR")),
        ("La trêve a été acceptée côté norvégien.", ("agree", "occurred", "NOR")),
        ("L'offre du Pérou a été refusée du côté norvégien.", ("reject", "occurred", "NOR > PER")),
    ],
)
def test_a_side_does_what_a_passive_tells(text: str, event: Event) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Une offre de la Norvège refusée catégoriquement par le Pérou.", ("reject", "occurred", "PER > NOR")),
        ("Le plan de la Norvège, rejeté d'emblée par le Pérou, sera revu.", ("reject", "occurred", "PER > NOR")),
        ("Une trêve acceptée officiellement par le Pérou.", ("agree", "occurred", "PER")),
        ("Le retrait exigé une nouvelle fois par le Pérou n'aura pas lieu.", ("demand", "occurred", "PER")),
    ],
)
def test_an_adverb_may_part_a_participle_from_its_agent(text: str, event: Event) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Une vingtaine de députés ont exigé de la Norvège une enquête.", ("demand", "occurred", "mps > NOR")),
        ("Une quinzaine de maires ont exigé de la Norvège une enquête.", ("demand", "occurred", "mayors > NOR")),
        ("La moitié des éleveurs exigent de la Norvège une prime.", ("demand", "occurred", "livestock-farmers > NOR")),
        ("L'un de ces syndicats a rejeté l'offre de la Norvège.", ("reject", "occurred", "unions > NOR")),
    ],
)
def test_a_number_of_people_acts_as_they_do(text: str, event: Event) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("Le président de Sodexal, Marc Dubrin,", "sodexal"),
        ("Marie Lanson, présidente de Fermavenir,", "fermavenir"),
        ("La porte-parole de Rives Vivantes, Anne Morel,", "rives-vivantes"),
    ],
)
def test_a_name_with_who_heads_it_is_a_body(who: str, body: str) -> None:
    assert ("reject", "occurred", f"{body} > PER") in told(f"{who} a rejeté l'offre du gouvernement péruvien.", "fr")


def test_a_post_alone_tells_of_no_body() -> None:
    """It may be that of a place, where nobody is named beside it."""
    found = told("Le président de Sarvoille a rejeté l'offre du gouvernement péruvien.", "fr")
    assert not any("sarvoille" in parties for _, _, parties in found)


def test_a_namesake_is_known_by_the_post_behind_the_name() -> None:
    """ "Xi Jinping" of a union is not the president of China."""
    found = told("Angela Merkel, présidente de la CGT, a rejeté l'offre du gouvernement péruvien.", "fr")
    assert ("reject", "occurred", "cgt > PER") in found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La Norvège et le Pérou n'ont pu s'accorder sur un prix.", ("agree", "denied", "NOR PER")),
        ("La Norvège et le Pérou n'ont pu conclure un accord.", ("agree", "denied", "NOR PER")),
    ],
)
def test_ne_alone_negates_a_perfect_too(text: str, event: Event) -> None:
    assert event in told(text, "fr")


def test_ne_with_que_negates_no_perfect() -> None:
    """Who could but sign was not kept from it."""
    assert "denied" not in {
        status for _, status, _ in told("La Norvège n'a pu que signer un traité avec le Pérou.", "fr")
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Il est prévu que le président péruvien rencontre le ministre norvégien.", ("talks", "scheduled", "PER NOR")),
        ("Il est prévu que le président péruvien voie son homologue norvégien.", ("talks", "scheduled", "PER NOR")),
        ("Il est prévu que la Norvège et le Pérou signent un traité jeudi.", ("sign", "scheduled", "NOR PER")),
    ],
)
def test_what_is_planned_that_they_do_is_scheduled(text: str, event: Event) -> None:
    assert {(event[0], event[1], frozenset(event[2].split()))} <= {
        (act, status, frozenset(parties.split())) for act, status, parties in told(text, "fr")
    }


def test_as_soon_as_possible_opens_no_clause() -> None:
    """The object of a verb stands behind it."""
    text = "« Nous sommes prêts à signer dès que possible un traité avec la Norvège », a dit le président péruvien."
    assert "sign" in {act for act, _, _ in told(text, "fr")}


@pytest.mark.parametrize(
    "what",
    [
        "Les marins norvégiens seront rapatriés",
        "Le retour des marins norvégiens se fera en mai",
        "Les marins norvégiens seront rapatriés avant que le port ne rouvre",
    ],
)
def test_what_is_assured_to_be_done_is_promised(what: str) -> None:
    """What stands before the verb of assuring is its content."""
    text = f"« {what} », a assuré le ministre péruvien au ministre norvégien."
    assert ("promise", "occurred", "PER > NOR") in told(text, "fr")


def test_what_is_assured_to_be_so_promises_nothing() -> None:
    """Only what will be done to something is."""
    text = "« L'hiver norvégien sera rude », a assuré le ministre péruvien au ministre norvégien."
    assert "promise" not in {act for act, _, _ in told(text, "fr")}


def test_talks_with_one_side_are_those_of_the_other() -> None:
    """The article says who has the dispute with them."""
    text = "Le Pérou exige de la Norvège un accès au port. De nouvelles discussions avec la Norvège s'ouvriront en mai."
    assert any(act == "talks" and set(parties.split()) == {"NOR", "PER"} for act, _, parties in told(text, "fr"))
