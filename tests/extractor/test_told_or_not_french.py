"""What French words tell no act where they stand, each beside one that does. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # Pressure without what is asked; a strike that somebody calls asks nothing of anybody.
    ("Le Pérou fait pression sur la Norvège depuis l'été.", []),
    ("Le Pérou fait pression pour envoyer des navires en Norvège.", ["demand occurred PER"]),
    ("Le Pérou fait pression sur la Norvège pour qu'elle rouvre le port.", ["demand occurred PER > NOR"]),
    ("Une grève à l'appel de la CGT ferme les ports norvégiens.", []),
    ("L'appel de la Norvège à rouvrir la frontière a été entendu à Lima.", ["demand occurred NOR"]),
    # What is only expected to be so, and what a thing of somebody's is to do.
    ("Le Pérou devrait être prêt en juin, estime la Norvège.", []),
    ("Le Pérou devrait lever l'embargo, estime la Norvège.", ["demand occurred NOR > PER"]),
    ("Le projet des socialistes qui, selon le gouvernement belge, devrait régler la question, va être battu.", []),
    # Words that stand far before their verb deny it; those of another clause do not.
    ("À aucun moment nous n'avons demandé d'argent au Pérou, a dit la Norvège.", []),
    ("À aucun moment la Norvège n'a rencontré le Pérou.", ["talks denied NOR PER"]),
    ("Aucun voisin n'a rien dit quand la Norvège a rencontré le Pérou.", ["talks occurred NOR PER"]),
    # An idea of what is so puts forward none of what is to be.
    ("Des ministres norvégiens ont évoqué l'idée que les câbles avaient été sabotés.", []),
    ("La Norvège a émis l'idée que le Pérou soit invité.", ["propose occurred NOR > PER"]),
    # One's own people, and parties by what they are.
    ("« J'ai demandé à nos représentants de quitter le Pérou », a dit le ministre norvégien.", []),
    ("« J'ai demandé à nos voisins de quitter le Pérou », a dit le ministre norvégien.", ["demand occurred NOR"]),
    ("Le ministre norvégien a accusé les partis d'opposition du Pérou de mentir.", ["accuse occurred NOR > PER"]),
    ("La Norvège a refusé d'exclure des sanctions contre le Pérou.", []),
    # Who has nothing against it is ready; what is ruled out is refused, and no talks.
    ("Le Pérou n'a pas d'objection à recevoir la Norvège.", ["talks proposed NOR PER"]),
    ("Lima ne voit pas d'inconvénient à discuter avec Oslo.", ["talks proposed NOR PER"]),
    ("Lima a émis des objections à négocier avec Oslo.", ["talks denied NOR PER"]),
    ("Il n'est pas question que le Pérou négocie avec la Norvège.", ["reject occurred PER > NOR"]),
    ("Le Pérou répète qu'il n'est pas question de négocier avec la Norvège.", ["reject occurred PER > NOR"]),
    ("« Il est exclu que nous négociions avec Oslo », a dit le ministre péruvien.", ["reject occurred PER > NOR"]),
    # Who contests a plan or an accord refuses it; who contests a charge denies it.
    ("Le Pérou conteste le plan de la Norvège.", ["reject occurred PER > NOR"]),
    ("Le Pérou conteste avoir violé la trêve avec la Norvège.", ["deny occurred PER"]),
    # An answer or gesture awaited of somebody is asked of him; a condition is no part of a phrase around it.
    ("Le Pérou attend des réponses concrètes de la Norvège.", ["demand occurred PER > NOR"]),
    ("La CGT menace de faire grève si Renault ne cède pas.", ["threaten occurred cgt > renault"]),
    # What is said to have been done has been, as far as is told, whatever day it was.
    ("La Norvège et le Pérou auraient signé un accord lundi.", ["sign occurred NOR PER"]),
    ("Le ministre péruvien serait reçu vendredi par la Norvège.", ["talks scheduled NOR PER"]),
    # An article before a verb of negotiation that is no noun is its object.
    ("Le plan norvégien est connu. Lima le rejette en bloc.", ["reject occurred PER"]),
    ("La Norvège réclame une trêve. Le Pérou la refuse.", ["demand occurred NOR", "reject occurred PER > NOR"]),
    # No talks without something are refused, and none are held; what is a precondition is left by nobody.
    ("« Pas de négociations sans garanties », répète la Norvège.", ["reject occurred NOR"]),
    ("Pas de dialogue entre Lima et Oslo.", ["talks denied NOR PER"]),
    ("Le retrait des navires péruviens est un préalable à toute négociation, dit la Norvège.", []),
    # Who does not want to receive or to talk refuses; who was not received was not.
    ("Le ministre péruvien ne recevra pas la CGT.", ["reject occurred PER > cgt"]),
    ("Lima n'a pas souhaité recevoir la CGT.", ["reject occurred PER > cgt"]),
    ("Renault ne veut toujours pas rouvrir les négociations avec la CGT.", ["reject occurred renault > cgt"]),
    ("Lima n'a pas l'intention de rétablir un dialogue avec Oslo.", ["reject occurred PER > NOR"]),
    ("Le ministre péruvien n'a pas reçu la CGT.", ["talks denied PER cgt"]),
    ("Le ministre péruvien n'a pas pu recevoir la CGT.", ["talks denied PER cgt"]),
    # Blows promised are a threat.
    ("La Norvège a promis de riposter.", ["threaten occurred NOR"]),
    ("La Norvège a promis d'aider le Pérou.", ["promise occurred NOR"]),
    # A plan that will be put forward is to come.
    ("La Norvège présentera lundi un plan de paix au Pérou.", ["propose scheduled NOR > PER"]),
    ("Un plan de paix sera présenté lundi au Pérou par la Norvège.", ["propose scheduled NOR > PER"]),
    # Words that stand in another sense, or ask for something else.
    ("Le port ne peut être vendu sans l'accord préalable du Pérou.", []),
    ("Le ministre norvégien, qui a demandé à garder l'anonymat, plaint le Pérou.", []),
    ("La Norvège dit que le plan tel que proposé viole le traité.", []),
]


@pytest.mark.parametrize(("text", "events"), TOLD)
def test_what_words_tell_depends_on_where_they_stand(text: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(text, "fr")] == events
