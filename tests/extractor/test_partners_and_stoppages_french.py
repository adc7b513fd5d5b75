"""How the French press tells that parties and companies join or part, that people stop a strike, and that somebody will
not talk. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_WORDS = [
    ("Le Pérou et la Norvège ont noué mardi un partenariat.", ("agree", "occurred", "NOR PER")),
    ("Le Pérou a reconduit mardi son alliance avec la Norvège.", ("agree", "occurred", "NOR PER")),
    ("Le Pérou et la Norvège ont fait cause commune.", ("agree", "occurred", "NOR PER")),
    ("Bruxelles a validé mardi la fusion des deux compagnies.", ("agree", "occurred", "eu")),
    ("Bruxelles a interdit mardi le rachat de la compagnie.", ("reject", "occurred", "eu")),
    ("Le Pérou a fait droit mardi à la demande de la Norvège.", ("agree", "occurred", "PER > NOR")),
    ("Le Pérou a mis un terme, mardi, à son partenariat avec la Norvège.", ("suspend", "occurred", "PER > NOR")),
    ("Le Pérou a rompu mardi avec la Norvège.", ("suspend", "occurred", "PER > NOR")),
    ("Le Pérou a retiré mardi sa confiance à la Norvège.", ("suspend", "occurred", "PER > NOR")),
    ("Les négociations entre le Pérou et la Norvège ont avorté mardi.", ("suspend", "occurred", "NOR PER")),
    ("Les négociations entre le Pérou et la Norvège n'ont pas abouti.", ("suspend", "occurred", "NOR PER")),
    ("La CGT a annulé mardi le débrayage.", ("concede", "occurred", "cgt")),
    ("La CGT a stoppé mardi le blocage du dépôt.", ("concede", "occurred", "cgt")),
    ("Le Pérou a rappelé mardi la Norvège à ses devoirs.", ("demand", "occurred", "PER > NOR")),
    ("La CGT a tracé mardi ses lignes rouges.", ("demand", "occurred", "cgt")),
    ("Le Pérou a interpellé la Norvège sur les quotas.", ("demand", "occurred", "PER > NOR")),
    ("La CGT ne votera pas le texte.", ("reject", "occurred", "cgt")),
    ("La CGT maintient sa position.", ("reject", "occurred", "cgt")),
    ("Le Pérou a envoyé mardi un émissaire en Norvège.", ("talks", "occurred", "NOR PER")),
    ("Le ministre péruvien de la Pêche est attendu mardi en Norvège.", ("talks", "scheduled", "NOR PER")),
]


@pytest.mark.parametrize(("text", "event"), _WORDS)
def test_who_joins_parts_or_gives_in(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou ne négociera pas avec la Norvège.",
        "Le Pérou n'entend pas dialoguer avec la Norvège.",
        "Le Pérou ne veut plus discuter avec la Norvège.",
        "Le Pérou ne reviendra pas à la table des négociations avec la Norvège.",
    ],
)
def test_who_will_not_talk_rejects(text: str) -> None:
    assert ("reject", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le Pérou n'a pas négocié avec la Norvège.",
        "La police péruvienne a interpellé trois marins norvégiens.",
        "Le Pérou a rompu le silence sur la Norvège.",
        "La CGT attend la grève des transports en Norvège.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert {event[0] for event in told(text, "fr")}.isdisjoint({"reject", "demand", "suspend", "concede"})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou a envoyé mardi un ultimatum à la Norvège.", ("demand", "occurred", "PER > NOR")),
        ("Le Pérou avait également envoyé une proposition à la Norvège.", ("propose", "occurred", "PER > NOR")),
        ("L'envoyé péruvien a rencontré mardi le ministre norvégien.", ("talks", "occurred", "NOR PER")),
    ],
)
def test_who_has_sent_something_is_no_envoy(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")
