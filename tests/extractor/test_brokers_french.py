"""Who only brings about the deal of others, in French. All are invented."""

import pytest

from tests.extractor.test_extract import read


@pytest.mark.parametrize(
    "deed",
    [
        "La Norvège a aidé à négocier une trêve",
        "La Norvège a contribué à la conclusion de l'accord",
        "La Norvège a participé à la négociation de l'accord",
        "La Norvège aide à trouver un accord",
    ],
)
def test_who_helps_to_a_deal_of_others_mediates(deed: str) -> None:
    (event,) = read(f"{deed} entre le Ghana et le Togo.", "fr")
    assert event.act == "mediate"
    parts = {(one.id, one.role) for one in event.parties}
    assert parts == {
        ("country:NOR", "mediator"), ("country:GHA", "participant"), ("country:TGO", "participant"),
    }  # fmt: skip
