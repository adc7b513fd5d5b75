"""What somebody only wants, tries, hesitates or is free to say has not been said. All sentences are invented."""

import pytest

from services.extractor.document import Language
from tests.extractor.test_extract import told

_DONE = [
    "managed to", "chose to", "decided to", "hastened to", "was the first to", "had no choice but to", "was forced to",
    "did not hesitate to", "went on to", "announced its intention to",
]  # fmt: skip
_NOT_DONE = [
    "hesitated to", "struggled to", "did not dare to", "aims to", "would prefer to", "is inclined to", "is free to",
    "is under pressure to", "has the right to", "is unlikely to", "sought to", "tried to", "is tempted to",
]  # fmt: skip
_FAIT = [
    "a choisi de", "a décidé de", "a fini par", "s'est empressée de", "a été contrainte de", "n'a pas hésité à",
    "continue de", "a réaffirmé son intention de",
]  # fmt: skip
_PAS_FAIT = [
    "hésite à", "pense à", "tente de", "cherche à", "rêve de", "risque de", "s'abstient de", "n'a pas osé",
    "est libre de", "a l'intention de", "est en mesure de", "a oublié de",
]  # fmt: skip


@pytest.mark.parametrize("how", _DONE)
def test_what_one_brings_oneself_to_say_is_said(how: str) -> None:
    assert told(f"Norway {how} propose a treaty to Peru.") == [("propose", "occurred", "NOR > PER")]


@pytest.mark.parametrize("how", _NOT_DONE)
def test_what_one_only_wants_tries_or_may_say_is_not(how: str) -> None:
    assert told(f"Norway {how} propose a treaty to Peru.") == []


@pytest.mark.parametrize("how", _FAIT)
def test_said_in_french(how: str) -> None:
    assert told(f"La Norvège {how} proposer un traité au Pérou.", "fr") == [("propose", "occurred", "NOR > PER")]


@pytest.mark.parametrize("how", _PAS_FAIT)
def test_not_said_in_french(how: str) -> None:
    assert told(f"La Norvège {how} proposer un traité au Pérou.", "fr") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nothing suggests that Norway rejected the offer from Peru."),
        ("en", "Nothing indicates that Norway met Peru."),
        ("fr", "Rien ne dit que la Norvège a rejeté l'offre du Pérou."),
        ("fr", "Rien n'indique que la Norvège a rencontré le Pérou."),
    ],
)
def test_what_nothing_speaks_for_was_not_done(language: Language, text: str) -> None:
    assert not {"reject", "talks"} & {act for act, *_ in told(text, language)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Norway suggested that a delay would force Peru to close the port.", set()),
        ("Norway suggested that the talks be held in Lima.", {"propose"}),
        ("Norway suggested that Peru could join.", {"propose"}),
    ],
)
def test_who_suggests_what_would_be_proposes_nothing(text: str, acts: set[str]) -> None:
    assert {act for act, *_ in told(text)} & {"propose"} == acts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Norvège a l'intention de rencontrer le Pérou."),
        ("fr", "La Norvège avait l'intention de négocier avec le Pérou."),
        ("en", "Norway has the intention to meet Peru."),
    ],
)
def test_whom_one_intends_to_meet_one_is_to_meet(language: Language, text: str) -> None:
    assert told(text, language) == [("talks", "scheduled", "NOR PER")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway has no plans to meet Peru."),
        ("en", "Oslo said it had no intention to hold talks with Lima."),
        ("en", "Norway has no desire to talk to Peru."),
        ("en", "Norway is in no mood to negotiate with Peru."),
        ("fr", "La Norvège n'a aucune intention de rencontrer le Pérou."),
        ("fr", "La Norvège n'a pas l'intention de négocier avec le Pérou."),
        ("fr", "La Norvège n'a nullement l'intention de négocier avec le Pérou."),
    ],
)
def test_whom_one_does_not_mean_to_meet_one_refuses_to(language: Language, text: str) -> None:
    assert told(text, language) == [("reject", "occurred", "NOR > PER")]
