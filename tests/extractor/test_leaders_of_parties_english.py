# ruff: noqa: E501 — sentences under test stay on one line.
"""Leaders of parties and unions that no table knows, told of side by side, and ministers of two portfolios in the English
press. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


def _events(text: str) -> list[str]:
    return [" ".join(one) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Harbour Party leader Kofi Mensah rejected an offer from Norway.", "reject occurred harbour-party > NOR"),
        ("Dockers' Union president Kofi Mensah rejected an offer from Norway.", "reject occurred dockers-union > NOR"),
        ("Harbour Party leaders rejected an offer from Norway.", "reject occurred harbour-party > NOR"),
        (
            "Norway said Harbour Party leader Kofi Mensah and Ferry Party leader Ama Owusu must stop squabbling.",
            "demand occurred NOR > ferry-party harbour-party",
        ),
        ("India's Union Commerce and Fisheries Minister Ravi Menon met Norway's prime minister on Monday.", "talks occurred IND NOR"),
    ],
)  # fmt: skip
def test_the_name_of_a_party_ends_before_its_leader(text: str, event: str) -> None:
    assert event in _events(text)


def test_a_leader_whose_party_is_not_named_acts_for_none() -> None:
    assert not _events("Party leader Kofi Mensah accused Norway of lying.")
