"""Given names that are lands or capitals, behind a title or as they are usual. All are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "M. Israel Quispe, patron de Karvel, a signé un accord avec le Pérou."),
        ("fr", "M. Salvador Quispe, patron de Karvel, a signé un accord avec le Pérou."),
        ("fr", "Salvador Quispe, patron de Karvel, a signé un accord avec le Pérou."),
        ("en", "Mr Israel Quispe, the chief executive of Karvel, signed a deal with Peru."),
        ("en", "Mr. Kenya Quispe, the chief executive of Karvel, signed a deal with Peru."),
    ],
)
def test_who_is_called_like_a_land_is_not_that_land(language: Language, text: str) -> None:
    (event,) = read(text, language)
    assert {one.id for one in event.parties} == {"org:karvel", "country:PER"}


def test_a_land_is_one_before_a_name_without_a_title() -> None:
    (event,) = read("Israel met Kwame Boateng, the president of Ghana.", "en")
    assert {one.id for one in event.parties} == {"country:ISR", "country:GHA"}
