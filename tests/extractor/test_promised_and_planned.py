"""What is promised on a condition, meant to be said, called off or still to come. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

ENGLISH = [
    # An adverb or a mark of quotation may part "to" from its verb.
    ("Norway called on Peru to immediately release the sailors.", ["demand occurred NOR > PER"]),
    ("Norway called on Peru to “fully lift the ban”.", ["demand occurred NOR > PER"]),
    ("Norway urged Peru to immediately and fully withdraw its ships.", ["demand occurred NOR > PER"]),
    ("Norway agreed to partially lift the ban on Peru.", ["agree occurred NOR"]),
    ("Peru refused to even discuss the matter with Norway.", ["reject occurred PER > NOR"]),
    ("According to recently released papers, Norway offered Peru a truce.", ["propose occurred NOR > PER"]),
    # What will be given on a condition is promised on it.
    ("Norway will lift the ban if Peru frees the sailors, its minister said.", ["promise conditional NOR"]),
    ("Norway said it would reopen the port as soon as Peru paid.", ["promise conditional NOR"]),
    ("Peru will only release the trawlers after a deal is reached.", ["promise conditional PER"]),
    ("Norway would lift the ban if Peru freed the sailors.", []),
    ("Norway will send aid to Peru as soon as possible, its minister said.", ["promise occurred NOR > PER"]),
    ("Norway will reopen the port to Peru as soon as next week, its minister said.", ["promise occurred NOR > PER"]),
    (
        "Norway's minister, who will meet Peru's president in May, said Norway would pay once asked.",
        ["talks scheduled NOR PER", "promise conditional NOR > PER"],
    ),
    # Who means to give something, or is ready to, promises it; not who is expected to, or once meant to.
    ("Norway plans to lift its sanctions on Peru.", ["promise occurred NOR > PER"]),
    ("Norway is ready to lift its sanctions on Peru.", ["promise occurred NOR > PER"]),
    ("Norway said it was prepared to drop its demand for a fishing zone.", ["promise occurred NOR"]),
    ("Norway announced plans to lift its sanctions on Peru.", ["promise occurred NOR > PER"]),
    ("Norway confirmed its readiness to free the Peruvian sailors.", ["promise occurred NOR > PER"]),
    ("Norway would lift its sanctions on Peru, Norway's minister said.", ["promise occurred NOR > PER"]),
    ("Norway would be ready to lift the ban if Peru freed the sailors.", ["promise conditional NOR"]),
    ("Norway is expected to lift its sanctions on Peru.", []),
    ("Norway had planned to lift its sanctions on Peru.", []),
    ("Observers doubt that Norway is ready to lift its sanctions on Peru.", []),
    ("Norway wants to lift its sanctions on Peru.", []),
    ("Norway resolved to lift its sanctions on Peru.", ["concede occurred NOR > PER"]),
    ("Norway intends to send aid to Peru.", ["promise occurred NOR > PER"]),
    ("Norway said it was ready to pay Peru compensation.", ["promise occurred NOR > PER"]),
    ("Norway planned to send aid to Peru.", []),
    ("Norway plans to cut spending.", []),
    # Who says that he would ask has not asked yet; who will contribute has promised it.
    ("Norway said it would urge Peru to free the sailors.", ["demand scheduled NOR > PER"]),
    ("Norway will contribute 40 million dollars to Peru's fund.", ["promise occurred NOR"]),
    # What comes behind what will be is still to come.
    (
        "Norway's minister will travel to Chile before meeting Peru's president.",
        ["talks scheduled CHL NOR", "talks scheduled NOR PER"],
    ),
    ("Before meeting Peru's president, Norway's minister told reporters he was glad.", ["talks occurred NOR PER"]),
    # Called off, or shunned.
    ("Norway is cancelling a meeting with Peru scheduled for Monday.", ["talks cancelled NOR PER"]),
    ("The visit of Norway's minister to Peru will have to wait.", ["talks cancelled NOR PER"]),
    ("Norway's minister failed to turn up for talks with Peru.", ["talks cancelled NOR PER"]),
    # A deal that an infinitive is to bring is none yet.
    ("Norway and Peru indicated their willingness to negotiate a trade deal.", ["talks proposed NOR PER"]),
    ("Norway and Peru managed to strike a deal on fish.", ["agree occurred NOR PER"]),
    ("Chile moved to broker a ceasefire between Norway and Peru.", ["mediate occurred NOR PER"]),
    # A meeting that nobody means to hold is refused; talks that drag on go on.
    ("Norway has no intention of meeting Peru.", ["reject occurred NOR > PER"]),
    ("Talks between Norway and Peru are dragging on.", ["talks ongoing NOR PER"]),
    # A visit that somebody hopes for is none that is planned.
    ("Peru hopes Norway's prime minister will visit Lima next year.", ["talks proposed NOR PER"]),
    (
        "Norway wants calm and will meet Peru's president on Friday.",
        ["demand occurred NOR > PER", "talks scheduled NOR PER"],
    ),
    # An invitation to come is talks and no demand beside it.
    ("Norway's king invited Peru's president to visit Oslo next year.", ["talks proposed NOR PER"]),
]

FRENCH = [
    # Who does nothing, and what could have been done.
    ("Personne n'a rencontré le ministre péruvien, a dit la Norvège.", []),
    ("Rien n'oblige la Norvège à signer le traité avec le Pérou.", []),
    ("Jamais la Norvège n'a rencontré le Pérou.", ["talks denied NOR PER"]),
    ("La Norvège aurait pu accepter l'offre du Pérou.", []),
    ("La Norvège aurait accepté l'offre du Pérou.", ["agree occurred NOR > PER"]),
    ("Le Chili tente depuis janvier d'arracher une trêve entre la Norvège et le Pérou.", []),
    ("Le Pérou espère que le Premier ministre norvégien se rendra à Lima en mai.", ["talks proposed NOR PER"]),
    # Talks that go on.
    ("Alors que la Norvège négocie avec le Pérou, le ministre est resté muet.", ["talks ongoing NOR PER"]),
    ("Une délégation norvégienne est à Lima pour discuter de pêche avec le Pérou.", ["talks ongoing NOR PER"]),
    # What is promised on a condition, or only announced.
    (
        "La Norvège lèvera l'embargo une fois que le Pérou aura payé, a dit le ministre.",
        ["promise conditional NOR > PER"],
    ),
    ("La Norvège a promis de rouvrir le port dès que le Pérou aura payé.", ["promise conditional NOR"]),
    ("La Norvège a promis 40 millions d'euros en cas d'accord.", ["promise conditional NOR"]),
    ("Le Pérou ne rouvrira le port qu'une fois les marins rentrés.", ["promise conditional PER"]),
    ("La Norvège lèverait l'embargo si le Pérou libérait les marins.", []),
    ("La Norvège est prête à lever l'embargo contre le Pérou.", ["promise occurred NOR > PER"]),
    ("La Norvège compte lever l'embargo contre le Pérou.", ["promise occurred NOR > PER"]),
    ("La Norvège compte envoyer une aide au Pérou.", ["promise occurred NOR > PER"]),
    ("La Norvège est prête à envoyer une aide au Pérou.", ["propose occurred NOR > PER"]),
    ("La Norvège est censée lever l'embargo contre le Pérou.", []),
    ("La Norvège a levé l'embargo dès que le Pérou a signé.", ["concede occurred NOR > PER"]),
    ("La Norvège menace de quitter la table tant que le Pérou n'aura pas payé.", ["threaten occurred NOR > PER"]),
    ("La Norvège va verser 40 millions d'euros au Pérou l'an prochain.", ["promise occurred NOR > PER"]),
    ("Avant d'entamer des négociations avec le Pérou, la Norvège votera.", ["talks scheduled NOR PER"]),
    ("Le ministre norvégien s'exprimait avant un entretien avec le président péruvien.", ["talks scheduled NOR PER"]),
    ("Le ministre norvégien s'est rendu à Lima pour rencontrer le président péruvien.", ["talks occurred NOR PER"]),
    ("Le ministre norvégien était mardi à Lima pour discuter avec le président péruvien.", ["talks occurred NOR PER"]),
    ("Le ministre norvégien reportait une visite prévue au Pérou.", ["talks cancelled NOR PER"]),
    ("Aucun ministre norvégien ne s'est rendu à la réunion avec le Pérou.", ["talks denied NOR PER"]),
    ("Le roi de Norvège a invité le président péruvien à se rendre à Oslo en mai.", ["talks proposed NOR PER"]),
]


@pytest.mark.parametrize(("sentence", "events"), ENGLISH)
def test_english_tells_what_hangs_on_something_or_lies_ahead(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence)) == sorted(events)


@pytest.mark.parametrize(("sentence", "events"), FRENCH)
def test_french_tells_what_hangs_on_something_or_lies_ahead(sentence: str, events: list[str]) -> None:
    assert sorted(" ".join(one) for one in told(sentence, "fr")) == sorted(events)
