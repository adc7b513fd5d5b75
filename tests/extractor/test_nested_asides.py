# ruff: noqa: E501 — sentences under test stay on one line.
"""What stands between commas with a clause of its own takes the verb behind it from nobody. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_pairs_and_onlookers import events, wanted

NESTED = [
    ("fr", "La Norvège, convaincue que Lima ne tiendra pas sa promesse, a demandé de nouvelles mesures au Chili.", "demand occurred NOR > CHL"),
    ("fr", "La Norvège, alors que Lima a violé le traité, a demandé de nouvelles mesures au Chili.", "demand occurred NOR > CHL"),
    ("fr", "La Norvège, persuadée que Lima mentait, a rejeté lundi l'offre du Chili.", "reject occurred NOR > CHL"),
    ("fr", "La Norvège, qui craint que Lima ne quitte le pacte, a demandé de nouvelles mesures au Chili.", "demand occurred NOR > CHL"),
    ("en", "Norway, angry that Peru had left the pact, rejected Chile's offer on Monday.", "reject occurred NOR > CHL"),
    ("en", "Norway, which fears that Peru will leave the pact, demanded new measures from Chile.", "demand occurred NOR > CHL"),
]  # fmt: skip
THOUGHT = [
    ("en", "Peru believes that Chile will lift the embargo."),
    ("en", "Peru does not think Chile will lift the embargo."),
    ("fr", "Le Pérou croit que le Chili lèvera l'embargo."),
    ("fr", "Le Pérou ne pense pas que le Chili lèvera l'embargo."),
]
INSTEAD = [
    "Plutôt que d'accepter l'offre du Chili, le Pérou a saisi la justice.",
    "Au lieu d'accepter l'offre du Chili, le Pérou a saisi la justice.",
]


@pytest.mark.parametrize(("language", "text", "event"), NESTED)
def test_who_stands_before_an_aside_does_what_stands_behind_it(language: Language, text: str, event: str) -> None:
    assert wanted(event) in events(text, language)


@pytest.mark.parametrize(("language", "text"), THOUGHT)
def test_what_one_thinks_another_will_do_is_no_promise(language: Language, text: str) -> None:
    assert not any(act.startswith("promise") for act, _ in events(text, language))


@pytest.mark.parametrize("text", INSTEAD)
def test_what_is_not_done_but_something_else_is_no_consent(text: str) -> None:
    assert not any(act == "agree occurred" for act, _ in events(text, "fr"))
