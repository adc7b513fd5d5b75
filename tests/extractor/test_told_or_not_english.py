"""What English words tell no act where they stand, or another one. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # What somebody only says to be so is no proposal.
    ("Norway suggested the bid was Peru's last attempt to win.", []),
    ("Norway suggested Peru might not attend the talks.", []),
    ("Norway suggested Peru withdraw its ships.", ["propose occurred NOR > PER"]),
    ("Norway was silent, suggesting that Peru had rejected the plan.", ["reject occurred PER"]),
    ("Peru might not accept the offer of Norway.", []),
    ("Norway suggested holding talks with Peru in Lima.", ["talks proposed NOR PER"]),
    # A plan that is given up ends no talks that were held.
    ("Norway has abandoned plans to hold a meeting with Peru in Geneva this week.", ["talks cancelled NOR PER"]),
    ("Norway has shelved plans for a summit with Peru.", ["talks cancelled NOR PER"]),
    ("Norway dropped its plan to raise tariffs on Peru.", ["concede occurred NOR"]),
    # Talks that lie ahead are cancelled, those that go on are ended.
    ("Norway has called off next week's talks with Peru.", ["talks cancelled NOR PER"]),
    ("The planned talks between Norway and Peru were scrapped on Monday.", ["talks cancelled NOR PER"]),
    ("The upcoming meeting between Norway and Peru has been put on hold.", ["talks cancelled NOR PER"]),
    ("Norway called off its talks with Peru on Monday.", ["suspend occurred NOR > PER"]),
    # What collapses where no talks are told of.
    ("Norway bailed out Ferrobank, which later collapsed.", []),
    ("Talks between Norway and Peru collapsed on Monday.", ["suspend occurred NOR PER"]),
    # Words of demanding that ask for nothing, crowds, laws.
    ("Norway studied the plan of Peru and again found it wanting.", []),
    ("Norway faced protests calling for a change of government in Peru.", []),
    ("Norway inked the Climate Act into law.", []),
    ("Norway lives with a weak treaty and bad roads.", []),
    ("Norway fights inflation with a package of measures.", []),
    ("Norway has put pressure on Peru since the summer.", []),
    ("Norway put pressure on Peru to reopen the border.", ["demand occurred NOR > PER"]),
    ("The Norwegian minister, who asked to remain anonymous, said Peru was tired.", []),
    ("Norway refused to understand double standards of Peru.", []),
    ('"I have asked our representatives to leave Peru," the Norwegian minister said.', []),
    # What is claimed and denied was not done.
    ("Chile denied claims that it had proposed a swap of islands to Peru.", ["deny occurred CHL"]),
    ("Chile made claims that Norway had proposed a swap of islands to Peru.", ["propose occurred NOR > PER"]),
    # What a thing of somebody's must do is asked of nobody.
    ("Norway said the plan of Peru, which must change the rules, comes too late.", []),
    # What hardly anybody has done, or is hard or far to come by.
    ("No Norwegian minister has met a leader of Peru.", ["talks denied NOR PER"]),
    ("No problem remains, and Norway has met the leaders of Peru.", ["talks occurred NOR PER"]),
    ("Norway and Peru are no closer to agreeing a text.", []),
    ("Norway and Peru had trouble finding common ground.", []),
    ("Norway has held back on signing a treaty with Peru.", []),
    ("Norway and Peru found common ground.", ["agree occurred NOR PER"]),
    # What falls from the sky was no plan; what is open is no verb.
    ("Norway shot down a Peruvian drone on Monday.", []),
    ("Norway shot down a Peruvian proposal on Monday.", ["reject occurred NOR > PER"]),
    ("Norway said on Tuesday that it was open to negotiations with Peru.", ["talks proposed NOR PER"]),
    ("Peru said its borders were open to negotiation with Norway.", ["talks proposed NOR PER"]),
    ("Peru said its borders were not open to negotiation.", ["reject occurred PER"]),
    ("Norway is still open to talks with Peru.", ["talks proposed NOR PER"]),
    # Whose a bid is, whoever speaks of it.
    ("Norway voiced Peru's demand for a quota of Ghana.", ["demand occurred PER"]),
    # What one says that a plan will do is no promise of his; a law by its letters is nobody.
    ("Norway signed a deal with Peru that Peru said would lift tariffs.", ["sign occurred NOR PER"]),
    ("Norway said Peru would lift the tariffs.", ["promise occurred PER"]),
    ("Norway has rejected the DREAM Act.", ["reject occurred NOR"]),
    # What is between two is no matter of a journey or talks that it is only told beside.
    ("Chile made its first visit since Norway's war with Peru.", []),
    ("Chile's visit to Ghana despite Norway's row with Peru was short.", ["talks occurred CHL GHA"]),
    # One side alone that will not talk refuses.
    ("Norway said it would not negotiate with Peru.", ["reject occurred NOR > PER"]),
    ('"We will not sit down with Peru," the Norwegian foreign minister said.', ["reject occurred NOR > PER"]),
    ("Norway says it cannot negotiate on its fishing policy with Peru.", ["reject occurred NOR > PER"]),
    ("Norway refuses to negotiate with Peru.", ["reject occurred NOR > PER"]),
    ("Norway declined to meet Peru's envoy.", ["reject occurred NOR > PER"]),
    ("Norway and Peru will not hold direct talks, diplomats said.", ["talks denied NOR PER"]),
    ("Norway did not negotiate with Peru last year.", ["talks denied NOR PER"]),
    # Adverbs before a verb and subjects deny what it tells.
    ("Norway never agreed to the plan of Peru.", ["agree denied NOR > PER"]),
    ("Norway and Peru never met in Lima.", ["talks denied NOR PER"]),
    ("Neither Norway nor Peru signed the treaty.", ["sign denied NOR PER"]),
    ("Neither minister smiled as Norway offered Peru a truce.", ["propose occurred NOR > PER"]),
    # "Both" and "all" behind those they count.
    ("Norway and Peru both rejected the plan of Chile.", ["reject occurred NOR PER > CHL"]),
    ("Norway, Peru and Chile all called for a ceasefire.", ["demand occurred CHL NOR PER"]),
    ("Norway rejects both proposed plans of Peru.", ["reject occurred NOR > PER"]),
    ("They urged Norway to free the crew.", []),
    # What is only wished, bidden, weighed or awaited; what there may never be.
    ("Norway wants to propose a new plan to Peru.", []),
    ("Norway was told to make a better offer to Peru.", ["demand occurred  > NOR"]),
    ("Norway is considering whether to sign the treaty with Peru.", []),
    ("Norway is still waiting for Peru to make an offer.", []),
    ("Norway failed to reject the plan of Chile.", []),
    ("Norway would reject any offer that Peru makes.", ["reject occurred NOR"]),
    ("Norway made no offer to Peru.", []),
    # Talks that something hangs on, or that are awaited.
    (
        "Norway can agree to a truce only after direct talks with Peru.",
        ["agree conditional NOR > PER", "talks conditional NOR PER"],
    ),
    ("Norway will tell Chile its views when talks with Peru open in Lima.", ["talks scheduled NOR PER"]),
    ("Norway freed the crew when talks with Peru opened.", ["concede occurred NOR > PER", "talks occurred NOR PER"]),
    # What should be said has not been; what is only asked; who stays away from a meeting.
    ("Norway should offer Peru a loan, a bishop said.", []),
    ("Norway must propose a treaty to Peru.", []),
    ("Norway ought to reject the demand of Peru.", ["demand occurred PER"]),
    ("It is unclear whether Norway will meet Peru.", []),
    ("Norway did not say whether it had met Peru.", []),
    ("Norway skipped the meeting with Peru in Lima.", ["talks cancelled NOR PER"]),
    ("Norway's premier is skipping a visit to Peru.", ["talks cancelled NOR PER"]),
    ("Norway boycotted the summit with Peru.", ["suspend occurred NOR > PER"]),
    # Whose a deal is by the names before it, and the town by which one is called.
    ("The Norway-Peru pact was signed in Quito.", ["sign occurred NOR PER"]),
    ("The Norway–Peru fishing deal will be signed in May.", ["sign scheduled NOR PER"]),
    ("The Quito accord was signed by Norway and Peru.", ["sign occurred NOR PER"]),
    ("The Quito peace accord was signed in 2020.", []),
    # What is signed at home.
    ("Norway's prime minister signed an executive order that bars trawlers from Peru.", []),
    ("Peru's president signed a decree on trawlers from Norway.", []),
    # Figures and words of offers.
    ("Ford offered 10% to the UAW.", ["propose occurred ford > uaw"]),
    ("Ford increased its offer to the UAW.", ["propose occurred ford > uaw"]),
]


@pytest.mark.parametrize(("sentence", "events"), TOLD)
def test_words_tell_what_they_mean_where_they_stand(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence)] == events


def test_a_text_cut_short_behind_a_genitive_is_read() -> None:
    assert told("Norway had refused all contact with the envoy, Peru's")
