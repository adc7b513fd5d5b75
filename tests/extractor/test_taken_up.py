# ruff: noqa: E501 — sentences under test stay on one line.
"""Who is taken up by a noun that few bodies go by, "the bloc", or by a pronoun behind a report within a report; and who does
not stand behind an English verb as its subject. Texts are invented."""

import pytest

from tests.extractor.test_extract import read, told

CALLED = [
    ("The EU met Norway in Oslo on Monday. A UN envoy, Ana Holm, watched. The bloc rejected Norway's offer.", "reject occurred eu > NOR"),
    ("ASEAN held a summit with Japan. The United Nations sent an observer. The bloc's secretary-general, Luis Tan, rejected Japan's offer.", "reject occurred asean > JPN"),
    ("Ghana asked the IMF for help in May. The African Union supports Ghana. The lender rejected Ghana's plan.", "reject occurred imf > GHA"),
    ("The UN and ECOWAS sent envoys to Togo. The world body urged Togo to lift the curfew.", "demand occurred un > TGO"),
    # Named only behind it.
    ("A UN envoy was in Oslo. The bloc rejected Norway's offer, as EU officials had asked.", "reject occurred eu > NOR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), CALLED)
def test_a_noun_that_few_bodies_go_by_means_one_of_them(text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text)}


OF_LANDS = [
    ("Renault met the CGT on Monday. The French carmaker rejected Norway's offer.", "reject occurred renault > NOR"),
    ("Renault met the CGT on Monday. The French group rejected Norway's offer.", "reject occurred renault > NOR"),
    ("Renault met Maersk. The Danish company rejected Norway's offer.", "reject occurred maersk > NOR"),
    (
        "Gazprom met officials of Peru. The Russian energy giant rejected Norway's offer.",
        "reject occurred gazprom > NOR",
    ),
    ("Hamas sent envoys to Cairo. The Palestinian movement rejected Norway's offer.", "reject occurred hamas > NOR"),
    ("Verdi met Lufthansa. The German union rejected Norway's offer.", "reject occurred verdi > NOR"),
]


@pytest.mark.parametrize(("text", "event"), OF_LANDS)
def test_a_kind_and_a_land_mean_the_body_that_was_told_of(text: str, event: str) -> None:
    assert event in {" ".join(one) for one in told(text)}


@pytest.mark.parametrize("kind", ["group", "movement", "union", "party", "carmaker"])
def test_a_body_of_a_land_is_not_the_land(kind: str) -> None:
    assert told(f"The Peruvian {kind} rejected Norway's offer.") in ([], [("propose", "occurred", "NOR")])


def test_he_is_who_spoke_and_not_whose_words_stand_within_his() -> None:
    opening = "Peru's president Ana Quispe said on Saturday she had stayed at home after Chile claimed a victory."
    assert ("reject", "occurred", "PER > NOR") in told(f"{opening} She rejected the offer of Norway.")


def test_it_is_the_body_and_not_who_speaks_for_it() -> None:
    opening = "Norwegian envoy Espen Holm spoke in Lima on Monday."
    (event,) = read(f"{opening} It rejected the offer of Peru.")
    assert event.parties[0].id == "country:NOR"
    assert not event.parties[0].representatives


@pytest.mark.parametrize("somebody", ["The Northern Hills Conference", "Elders' Voice", "The Quarry Gang"])
def test_nobody_stands_behind_an_english_verb_that_has_a_subject(somebody: str) -> None:
    assert not any(parties == "NGA" for _, _, parties in told(f"{somebody} urged Nigeria to lift the ban."))


def test_who_says_what_is_quoted_may_stand_behind() -> None:
    text = '"We reject the offer of Peru," said Norway.'
    assert ("reject", "occurred", "NOR > PER") in told(text)
