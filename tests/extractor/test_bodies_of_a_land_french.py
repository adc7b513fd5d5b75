"""A firm, a union, a party and rebels are not the state whose adjective stands beside them. All sentences are
invented."""

import pytest

from tests.extractor.test_extract import told

_TOLD_BEFORE = [
    ("Le constructeur norvégien Karvel négocie. Le Ghana a rejeté l'offre du constructeur norvégien.", "GHA > karvel"),
    ("Le groupe norvégien Karvel négocie. Le Ghana a rejeté l'offre du groupe norvégien.", "GHA > karvel"),
    ("Le groupe Karvel négocie. Le Ghana a rejeté la demande du groupe.", "GHA > karvel"),
    ("Le Ghana a rejeté l'offre du pétrolier norvégien Vestkraft.", "GHA > vestkraft"),
]


@pytest.mark.parametrize(("text", "sides"), _TOLD_BEFORE)
def test_a_firm_that_was_named_is_meant_by_its_land(text: str, sides: str) -> None:
    assert ("reject", "occurred", sides) in told(text, "fr")


_NAMELESS = [
    ("Le Ghana a rejeté l'offre de l'entreprise norvégienne.", ("reject", "GHA > norwegian-company")),
    ("Une société norvégienne a signé un accord avec le Ghana.", ("sign", "GHA norwegian-company")),
    ("Le groupe norvégien et le Ghana ont signé un accord.", ("sign", "GHA norwegian-company")),
    ("Un syndicat péruvien a appelé mardi le Ghana à négocier.", ("demand", "peruvian-unions > GHA")),
    ("Le Ghana a reçu mardi un parti péruvien.", ("talks", "GHA peruvian-party")),
    ("Le Ghana négocie avec une guérilla péruvienne.", ("talks", "GHA peruvian-rebels")),
    ("Le patron du groupe norvégien a rencontré mardi le ministre ghanéen.", ("talks", "GHA norwegian-company")),
    ("Le chef de la rébellion péruvienne a rencontré mardi le ministre ghanéen.", ("talks", "GHA peruvian-rebels")),
]


@pytest.mark.parametrize(("text", "event"), _NAMELESS)
def test_one_without_a_name_is_a_body_of_its_own(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le gouvernement norvégien a rejeté l'offre du Ghana.", ("reject", "NOR > GHA")),
        ("L'armée péruvienne a signé une trêve avec le Ghana.", ("sign", "GHA PER")),
        ("Une délégation norvégienne a rencontré mardi le Ghana.", ("talks", "GHA NOR")),
        ("Le Ghana a rejeté la proposition norvégienne.", ("reject", "GHA > NOR")),
        ("Le groupe norvégien Karvel a rejeté l'offre du Ghana.", ("reject", "karvel > GHA")),
    ],
)
def test_what_acts_for_a_state_is_the_state(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(text, "fr")]


_BIDDERS = "Le groupe norvégien Karvel veut racheter le groupe péruvien Vestkraft. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le norvégien a proposé mardi trois milliards.", ("propose", "karvel")),
        ("Le péruvien a rejeté mardi l'offre du norvégien.", ("reject", "vestkraft > karvel")),
    ],
)
def test_a_firm_is_called_by_its_land_alone(text: str, event: tuple[str, str]) -> None:
    assert event in [(act, sides) for act, _, sides in told(_BIDDERS + text, "fr")]


def test_somebody_of_that_land_is_no_firm() -> None:
    found = told(_BIDDERS + "Le norvégien Liv Dahl a signé mardi un traité avec le Ghana.", "fr")
    assert all("karvel" not in sides for act, _, sides in found if act == "sign")


def test_staff_and_their_union_are_one_side_of_two() -> None:
    text = (
        "Le groupe Karvel licencie. Les salariés sont en grève. Le syndicat des mineurs a rejeté lundi l'offre. "
        "Les deux parties se retrouveront mardi."
    )
    assert ("talks", "scheduled", "karvel miners") in told(text, "fr")


def test_who_is_named_before_a_union_is_its_employer() -> None:
    text = "Le conflit entre Karvel et la CGT dure. Les parties se sont rencontrées lundi."
    assert ("talks", "occurred", "cgt karvel") in told(text, "fr")
