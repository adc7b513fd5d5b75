"""Letters in brackets that only shorten what stands before them part nothing. All are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import read


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("fr", "Les négociations annuelles (NAO) entre le Pérou et le Ghana ont repris lundi.", "talks"),
        ("fr", "L'accord de libre-échange (ALE) entre le Pérou et le Ghana a été signé lundi.", "sign"),
        ("en", "The free trade talks (FTT) between Peru and Ghana resumed on Monday.", "talks"),
        ("en", "Talks (FTT) with Peru were held by Ghana on Monday.", "talks"),
    ],
)
def test_letters_in_brackets_part_nothing(language: Language, text: str, act: str) -> None:
    (event,) = read(text, language)
    assert event.act == act
    assert {one.id for one in event.parties} == {"country:PER", "country:GHA"}
