"""At whom an act is aimed: relatives, prepositions of address, pronouns before the verb. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Le Pérou, à qui la Norvège a demandé de libérer deux navires, se tait.", "demand occurred NOR > PER"),
        ("Le Pérou, auquel la Norvège a proposé un calendrier, se tait.", "propose occurred NOR > PER"),
        ("Le Pérou, que la Norvège a sommé de retirer ses navires, se tait.", "demand occurred NOR > PER"),
        ("Le Pérou, dont la Norvège exige la réouverture des ports, se tait.", "demand occurred NOR > PER"),
        ("Le Pérou, avec qui la Norvège négocie depuis mars, se tait.", "talks ongoing NOR PER"),
        ("La Norvège attend des excuses de la part du Pérou.", "demand occurred NOR > PER"),
        ("Face au Pérou, la Norvège a exigé le départ des navires.", "demand occurred NOR > PER"),
        ("Le Pérou a fermé ses ports. La Norvège l'a sommé de les rouvrir.", "demand occurred NOR > PER"),
        ("Le Pérou a fermé ses ports. La Norvège l'implorait de les rouvrir.", "demand occurred NOR > PER"),
        ("Le Pérou a fermé ses ports. La Norvège le presse de les rouvrir.", "demand occurred NOR > PER"),
        ("Le Pérou a fermé ses ports. Les envoyés norvégiens l'exhortaient à céder.", "demand occurred NOR > PER"),
        ("Le Pérou est privé de gaz. La Norvège lui a promis une aide.", "promise occurred NOR > PER"),
        (
            "Le Chili appelle à la reprise des pourparlers entre la Norvège et le Pérou.",
            "demand occurred CHL > NOR PER",
        ),
        ("La Norvège réclame l'ouverture de pourparlers entre Oslo et Lima.", "demand occurred NOR > PER"),
        ("Le Chili exige que les marins norvégiens retenus par le Pérou soient libérés.", "demand occurred CHL > PER"),
        ("Les délégués du Pérou ont quitté Quito. Oslo leur demande de revenir.", "demand occurred NOR > PER"),
    ],
)
def test_at_whom_an_act_is_aimed(text: str, event: str) -> None:
    assert event in [" ".join(one) for one in told(text, "fr")]


def test_an_article_before_a_noun_is_no_pronoun() -> None:
    assert told("La Norvège a sommé le Pérou de le pouvoir.", "fr") == []
    assert told("À Oslo la somme de trois millions a été versée.", "fr") == []


_LETTERS = [
    ("Dans une lettre ouverte au président péruvien, la CGT réclame une hausse.", "cgt > PER"),
    ("La CGT demande, dans un courrier adressé mardi au ministre péruvien, une aide.", "cgt > PER"),
    ("Le Pérou a remis une lettre à la Norvège dans laquelle il exige des excuses.", "PER > NOR"),
    ("Dans une lettre au Pérou, la CGT demande à la Norvège de négocier.", "cgt > NOR"),
]


@pytest.mark.parametrize(("text", "sides"), _LETTERS)
def test_a_letter_is_to_whom_something_is_asked_of(text: str, sides: str) -> None:
    assert ("demand", "occurred", sides) in told(text, "fr")
