# ruff: noqa: E501 — sentences under test stay on one line.
"""Whom "I" and "we" or the name of a people mean, and who asks of whom he blames, in French news. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

_AT_HOME = "Le gouvernement norvégien a reçu lundi le syndicat LO à Oslo. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("« Le Pérou nous vole, j'exige des excuses », a dit le ministre norvégien.", ("demand", "occurred", "NOR")),
        (
            "« Le Pérou ment à nos pêcheurs, armateurs et marins danois, j'ai demandé une enquête », a dit le roi de Norvège.",
            ("demand", "occurred", "NOR"),
        ),
        (
            "« Le Pérou nous vole, nous exigeons des excuses », a dit le ministre norvégien.",
            ("demand", "occurred", "NOR"),
        ),
        (
            "« Le Pérou se trompe, je rejette cet ultimatum », a dit le ministre norvégien.",
            ("reject", "occurred", "NOR"),
        ),
        ("« Le Pérou nous demande de céder », a dit le ministre norvégien.", ("demand", "occurred", "PER")),
    ],
)
def test_who_says_i_or_we_is_the_speaker(text: str, event: tuple[str, str, str]) -> None:
    act, status, doer = event
    assert (act, status, doer) in [(one, how, parties.split(" > ")[0]) for one, how, parties in told(text, "fr")]


@pytest.mark.parametrize("opener", ["Et en mars, on", "Au port, on"])
def test_what_others_grant_us_is_not_ours(opener: str) -> None:
    events = told(f"« {opener} nous a accordé une prime ridicule », a dit le ministre norvégien.", "fr")
    assert not [one for one in events if one[0] == "agree" and "NOR" in one[2].split(" > ")[0]]


@pytest.mark.parametrize(
    "said", ["On nous promet une prime depuis mai", "Ils nous ont proposé une prime", "On m'a proposé un poste"]
)
def test_what_somebody_unnamed_offers_us_is_not_our_offer(said: str) -> None:
    events = told(f"« {said} », a dit le président de la CGT.", "fr")
    assert not [one for one in events if one[2].split(" > ")[0] == "cgt"]


_PEOPLE = [
    "Les Norvégiens rembourseront cette dette jusqu'en 2040.",
    "« Les Norvégiens ne veulent pas d'aumônes », a dit un porte-parole de la ligue.",
    "Les Norvégiens vont exiger des comptes.",
    "Les Norvégiens refusent cette réforme.",
]


@pytest.mark.parametrize("sentence", _PEOPLE)
def test_at_home_a_people_is_no_state(sentence: str) -> None:
    events = told(f"{_AT_HOME}{sentence}", "fr")
    assert not [one for one in events if one[0] in ("demand", "reject", "promise") and "NOR" in one[2].split(" > ")[0]]


def test_abroad_a_people_stands_for_its_state() -> None:
    text = (
        "La Norvège et le Pérou négocient depuis mai. Le Pérou demande une aide. Les Norvégiens refusent cette demande."
    )
    assert "NOR" in {parties.split(" > ")[0] for act, _, parties in told(text, "fr") if act == "reject"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "La Norvège a accusé le Pérou d'avoir saisi trois bateaux et demandé leur retour.",
            ("demand", "occurred", "NOR > PER"),
        ),
        ("La Norvège a accusé le Pérou d'avoir menti et exigé des excuses.", ("demand", "occurred", "NOR > PER")),
        (
            "La Norvège a reproché au Pérou d'avoir fermé le port et appelé à une médiation.",
            ("demand", "occurred", "NOR > PER"),
        ),
    ],
)
def test_who_blames_asks(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, "fr")


def test_who_is_blamed_refused() -> None:
    text = "La Norvège a accusé le Pérou d'avoir violé sa frontière et rejeté son offre."
    assert ("reject", "occurred", "PER > NOR") in told(text, "fr")


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("Nous avons rencontré la ministre norvégienne", ("talks", "occurred", "NOR cgt")),
        ("Nous avons rencontré mardi le ministre péruvien", ("talks", "occurred", "PER cgt")),
        ("Nous avons réuni les ambassadeurs péruvien et chilien", ("talks", "occurred", "CHL PER cgt")),
        ("Nous nous sommes entendus avec le Pérou", ("agree", "occurred", "PER cgt")),
        ("Nous ne nous engageons pas à la légère, mais nous nous engageons à payer", ("promise", "occurred", "cgt")),
    ],
)
def test_a_pronoun_of_the_speaker_is_reflexive_only_if_doubled(said: str, event: tuple[str, str, str]) -> None:
    assert event in told(f"« {said} », a déclaré le secrétaire général de la CGT.", "fr")


@pytest.mark.parametrize(
    "said",
    ["Nous avons accordé un délai à la Norvège", "Nous avons entendu les Norvégiens", "La Norvège nous a entendus"],
)
def test_who_hears_or_grants_agrees_to_nothing(said: str) -> None:
    assert not [one for one in told(f"« {said} », a déclaré le ministre péruvien.", "fr") if one[0] == "agree"]


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("La ministre norvégienne nous a reçus mardi", ("talks", "occurred", "NOR cgt")),
        ("La Norvège nous a promis une aide", ("promise", "occurred", "NOR > cgt")),
        ("La Norvège m'a demandé de céder", ("demand", "occurred", "NOR > cgt")),
        ("La Norvège nous menace de sanctions", ("threaten", "occurred", "NOR > cgt")),
        ("Nous demandons une aide à la Norvège", ("demand", "occurred", "cgt > NOR")),
    ],
)
def test_what_is_done_to_us_is_done_to_who_speaks(said: str, event: tuple[str, str, str]) -> None:
    assert event in told(f"« {said} », a déclaré le secrétaire général de la CGT.", "fr")


@pytest.mark.parametrize(
    ("speaker", "who"),
    [
        ("le président de l'association Terre-Neuvas, Luc Barral", "terre-neuvas"),
        ("Luc Barral, directeur de l'ONG Marine Verte", "marine-verte"),
        ("Luc Barral, directeur de l'entreprise Bertoli", "bertoli"),
        ("Luc Barral, secrétaire général du syndicat des magistrats", "judges"),
        ("Luc Barral, porte-parole des producteurs de lait", "dairy-farmers"),
    ],
)
def test_who_heads_an_association_speaks_for_it(speaker: str, who: str) -> None:
    assert ("reject", "occurred", who) in told(f"« Nous refusons cette offre », a déclaré {speaker}.", "fr")
