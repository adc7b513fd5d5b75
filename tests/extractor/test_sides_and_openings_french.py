"""Who acts in the French press where no plain subject tells it: heads of federations, members of a named party,
names in brackets, pairs without articles, guests, subjects behind their verb. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_HEADS = [
    ("Le président de l'association des éleveurs exige de Lima un report.", "livestock-farmers > PER"),
    ("Le président de la fédération des routiers, Luc Barral, exige de Lima un report.", "truckers > PER"),
    ("Luc Barral, président de l'union des éleveurs, exige de Lima un report.", "livestock-farmers > PER"),
    ("Trois députés du parti présidentiel MPRD exigent de Lima un report.", "mprd > PER"),
    ("Les responsables du syndicat Alvéo exigent de Lima un report.", "alveo > PER"),
]


@pytest.mark.parametrize(("text", "who"), _HEADS)
def test_who_heads_or_belongs_to_a_body_acts_for_it(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_SHARED = [
    ("Les organisations syndicales et patronales exigent de Lima un report.", "employers unions > PER"),
    ("Les dirigeants patronaux et syndicaux exigent de Lima un report.", "employers unions > PER"),
    ("Les forces politiques et syndicales exigent de Lima un report.", "political-parties unions > PER"),
    ("Les chefs de parti exigent de Lima un report.", "political-parties > PER"),
    ("Les acteurs du tourisme exigent de Lima un report.", "tourism-professionals > PER"),
]


@pytest.mark.parametrize(("text", "who"), _SHARED)
def test_one_noun_may_stand_for_people_of_two_sorts(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_LISTED = [
    ("Deux fédérations d'employeurs (UNAF, SYGEC) exigent de Lima un report.", "sygec unaf > PER"),
    ("Les syndicats (UTZ, SNAF) exigent de Lima un report.", "snaf utz > PER"),
    ("Trois organisations patronales (UNAF, Batex et SYGEC) exigent de Lima un report.", "batex sygec unaf > PER"),
    ("Deux partis (MPRD, UNIRA) exigent de Lima un report.", "mprd unira > PER"),
    ("Plusieurs associations (Rivor, Mirbel) exigent de Lima un report.", "mirbel rivor > PER"),
]


@pytest.mark.parametrize(("text", "who"), _LISTED)
def test_brackets_name_who_they_are(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_PAIRS = [
    ("Patronat et syndicats ont conclu un accord mardi.", "employers unions"),
    ("Direction et syndicats ont conclu un accord chez Sotrema.", "sotrema unions"),
    ("Gouvernement et rebelles ont conclu un accord au Togo.", "TGO rebels"),
    ("Élus et riverains ont conclu un accord.", "elected-officials residents"),
]


@pytest.mark.parametrize(("text", "who"), _PAIRS)
def test_a_pair_needs_no_articles(text: str, who: str) -> None:
    assert ("agree", "occurred", who) in told(text, "fr")


def test_a_pair_without_articles_is_received() -> None:
    assert ("talks", "occurred", "PER employers unions") in told("Lima a reçu mardi patronat et syndicats.", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Les éleveurs, reçus mardi à Matignon, sont repartis déçus.",
        "Les éleveurs, reçus mardi au ministère français de l'Agriculture, sont repartis déçus.",
    ],
)
def test_a_guest_meets_those_in_whose_house_he_was_received(text: str) -> None:
    assert ("talks", "occurred", "FRA livestock-farmers") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Oslo ne cesse de demander à Lima un report.",
        "Oslo n'a cessé de demander à Lima un report.",
        "Oslo n'a pas manqué de demander à Lima un report.",
    ],
)
def test_who_does_not_stop_or_fail_to_ask_asks(text: str) -> None:
    assert ("demand", "occurred", "NOR > PER") in told(text, "fr")


_BEHIND = [
    ("Un report, c'est ce que demandent les éleveurs à Lima.", "livestock-farmers > PER"),
    ("Lima a reporté la taxe, comme le demandaient les éleveurs.", "livestock-farmers > PER"),
    ("Chez les éleveurs, on exige de Lima un report.", "livestock-farmers > PER"),
]


@pytest.mark.parametrize(("text", "who"), _BEHIND)
def test_people_stand_behind_their_verb(text: str, who: str) -> None:
    assert ("demand", "occurred", who) in told(text, "fr")


_OPENED = [
    "Refusant l'offre de Lima, Oslo a rompu les négociations.",
    "En refusant l'offre de Lima, Oslo a rompu les négociations.",
    "Tout en refusant l'offre de Lima, Oslo a rompu les négociations.",
    "Après avoir refusé l'offre de Lima, Oslo a rompu les négociations.",
]


@pytest.mark.parametrize("text", _OPENED)
def test_what_opens_a_sentence_does_not_swallow_the_rest(text: str) -> None:
    acts = {(act, who) for act, _, who in told(text, "fr")}
    assert {("reject", "NOR > PER"), ("suspend", "NOR > PER")} <= acts


def test_people_of_a_region_are_not_those_of_its_town() -> None:
    assert ("demand", "occurred", "quebec-teachers > PER") in told(
        "Les enseignants du Québec exigent de Lima un report.", "fr"
    )
