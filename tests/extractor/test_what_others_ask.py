"""What somebody asks another to do has not been done, whoever asks. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told

ENGLISH = [
    # Clauses of what is asked for, with and without a conjunction.
    ("Norway demanded that Peru and Chile resume talks.", ["demand occurred NOR > CHL PER", "talks proposed CHL PER"]),
    ("Norway suggested that Peru and Chile hold talks in Lima.", ["talks proposed CHL PER"]),
    ("A report recommended that Peru and Chile hold talks.", ["talks proposed CHL PER"]),
    ("Norway insisted that Peru sign the treaty.", ["demand occurred NOR > PER"]),
    ("It is vital that Norway accept the plan.", []),
    ("Editorials suggested Norway offer Peru a seat at the table.", []),
    # What states a fact.
    ("Norway insisted that it rejected the plan of Peru.", ["reject occurred NOR > PER"]),
    # Who asks is nobody known: he who is asked does not ask.
    ("Analysts urged Norway to reject the plan.", []),
    ("Observers expect Norway to accept the plan.", []),
    ("Analysts on Monday urged Norway to accept the plan.", []),
    ("The mayor asked Norway and Peru to sign the treaty.", ["demand occurred  > NOR PER"]),
    # Who shall do what a noun says is demanded.
    ("Norway called for the release of the hostages by Hamas.", ["demand occurred NOR > hamas"]),
    ("Norway demanded an inquiry led by Peru.", ["demand occurred NOR"]),
    # Who is forced has done it.
    ("Strikes forced Norway to reject the plan.", ["reject occurred NOR"]),
]

FRENCH = [
    ("Les éditorialistes proposent que le Pérou et le Chili reprennent les pourparlers.", ["talks proposed CHL PER"]),
    ("Un rapport recommande que la Norvège signe le traité avec le Pérou.", []),
    ("Il est indispensable que la Norvège accepte le texte.", []),
    ("Des analystes ont exhorté la Norvège à rejeter le texte.", []),
    ("Un juge a ordonné à la Norvège de refuser le texte.", []),
    ("La Norvège réclame la levée du blocus par le Pérou.", ["demand occurred NOR > PER"]),
    ("Les grèves ont contraint la Norvège à rejeter le texte.", ["reject occurred NOR"]),
    ("La Norvège a été le premier pays à rejeter le texte du Pérou.", ["reject occurred NOR > PER"]),
]


@pytest.mark.parametrize(("sentence", "events"), ENGLISH)
def test_what_is_asked_of_another_is_not_done(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence)] == events


@pytest.mark.parametrize(("sentence", "events"), FRENCH)
def test_the_same_in_french(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence, "fr")] == events
