"""Who gives way, told by what is announced, had to be done or is gone back on. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement péruvien a décidé un moratoire sur la hausse du prix de l'eau.",
        "Le gouvernement péruvien annonce le gel des tarifs du gaz.",
        "Le ministre péruvien des Transports a annoncé hier l'annulation de la hausse des péages.",
        "Le gouvernement péruvien a confirmé mardi la suspension de la taxe.",
        "L'abandon de la taxe par le gouvernement péruvien a surpris.",
        "Le recul du gouvernement péruvien sur la taxe a surpris.",
        "Lima revient sur son projet de taxe.",
        "Le gouvernement péruvien gèle les loyers.",
    ],
)
def test_what_a_government_takes_back_is_conceded(text: str) -> None:
    assert ("concede", "occurred", "PER") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement péruvien a annoncé le gel des avoirs de deux banquiers.",
        "Le gouvernement péruvien a annoncé le report des élections.",
        "La banque centrale péruvienne a annoncé une hausse des taux.",
    ],
)
def test_what_nobody_else_wants_is_conceded_to_nobody(text: str) -> None:
    assert told(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La Norvège a dû accepter l'offre du Pérou.", "agree occurred NOR > PER"),
        ("La Norvège a été contrainte d'accepter l'offre du Pérou.", "agree occurred NOR > PER"),
        ("La Norvège s'est vue obligée de libérer les marins péruviens.", "concede occurred NOR > PER"),
        ("Oslo a dû renoncer à son projet de taxe.", "concede occurred NOR"),
        ("La Norvège devait signer le traité lundi avec le Pérou.", "sign scheduled NOR PER"),
        ("Les ministres norvégien et péruvien ont pu se rencontrer mardi.", "talks occurred NOR PER"),
        ("« Nous n'avons pas pu accepter l'offre du Pérou », a dit la Norvège.", "reject occurred NOR > PER"),
    ],
)
def test_what_somebody_had_to_do_was_done(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


def test_who_announces_the_end_of_a_strike_threatens_none() -> None:
    assert told("La CGT a annoncé la suspension de la grève.", "fr") == [("concede", "occurred", "cgt")]
    assert told("La CGT a annoncé une nouvelle grève.", "fr") == [("threaten", "occurred", "cgt")]


@pytest.mark.parametrize(
    "text",
    [
        "La grève avait forcé le gouvernement péruvien à reculer.",
        "Les blocages ont contraint le gouvernement péruvien à retirer sa réforme.",
        "La pression de la rue a obligé Lima à céder.",
        "Le gouvernement péruvien a suspendu la mise en œuvre de la réforme des retraites.",
        "Si le gouvernement péruvien a retiré sa réforme, la grève se poursuit.",
    ],
)
def test_what_one_was_made_to_give_or_is_granted_to_have_given(text: str) -> None:
    assert ("concede", "occurred", "PER") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "La grève pourrait forcer le gouvernement péruvien à reculer.",
        "La grève n'a pas forcé le gouvernement péruvien à reculer.",
        "Si le gouvernement péruvien a retiré sa réforme d'ici là, la grève prendra fin.",
    ],
)
def test_what_one_may_be_made_to_give_is_not_given(text: str) -> None:
    assert "concede" not in [act for act, *_ in told(text, "fr")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Trois soldats turcs enlevés par le PKK ont été relâchés vendredi.", "pkk > TUR"),
        ("Deux journalistes péruviens détenus par l'Iran ont été libérés mardi.", "IRN > PER"),
        ("Une ingénieure péruvienne retenue par la Norvège a été libérée au Chili.", "NOR > PER"),
        ("Les marins enlevés par le PKK ont été libérés.", "pkk"),
        ("Lima a annoncé la libération des marins détenus par le PKK.", "pkk"),
        ("La libération des marins détenus par la Norvège a été annoncée lundi.", "NOR"),
    ],
)
def test_who_held_captives_frees_them(text: str, parties: str) -> None:
    assert ("concede", "occurred", parties) in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Des personnes enlevées et libérées par la Norvège racontent leur désarroi.",
        "Le Pérou a prié pour la libération des marins détenus par la Norvège.",
        "La libération des marins détenus par la Norvège est une priorité.",
    ],
)
def test_captives_who_are_not_said_to_be_free_are_none(text: str) -> None:
    assert not [one for one in told(text, "fr") if one[0] == "concede"]


def test_whose_captives_are_wanted_free_is_asked() -> None:
    text = "Lima exige la libération des marins détenus par la Norvège."
    assert ("demand", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Le Pérou a annoncé la libération de six marins norvégiens.", ["PER > NOR"]),
        ("La libération par le Pérou de six marins norvégiens est saluée.", ["PER > NOR"]),
        ("Le Ghana a obtenu la libération de six marins norvégiens détenus par le Pérou.", ["PER > GHA"]),
        ("Kofi Addo obtient la libération de deux marins norvégiens.", []),
    ],
)
def test_whose_people_are_free_did_not_free_them(text: str, events: list[str]) -> None:
    assert [who for act, _, who in told(text, "fr") if act == "concede"] == events
