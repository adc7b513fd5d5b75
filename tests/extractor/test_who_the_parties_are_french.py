"""Whom "les parties" means where no pair was told of. All sentences are invented."""

from tests.extractor.test_extract import told


def test_the_land_where_sides_fight_and_who_tells_of_them_are_no_sides() -> None:
    text = (
        "L'ambassadeur norvégien s'est dit inquiet de la situation au Pérou. "
        "Il a exhorté les parties à reprendre les discussions. Les belligérants se sont rencontrés mardi."
    )
    assert "talks" not in {act for act, _, _ in told(text, "fr")}


def test_a_body_of_states_that_looks_on_is_no_side() -> None:
    text = "L'ONU a salué l'annonce du Pérou. Les deux parties ont signé mardi un accord."
    assert ("sign", "occurred", "PER un") not in told(text, "fr")


def test_those_who_act_are_the_sides() -> None:
    text = (
        "Karvel a reçu la CGT. La CGT réclame une hausse à la direction de Karvel. Les deux parties se reverront mardi."
    )
    assert ("talks", "scheduled", "cgt karvel") in told(text, "fr")


def test_days_are_no_sides() -> None:
    text = (
        "Le Pérou a reçu la Norvège. Lors des trois semaines précédentes, les experts ont rencontré Karvel, a dit Oslo."
    )
    assert all("PER" not in sides or "karvel" not in sides for _, _, sides in told(text, "fr"))
