"""What English words tell no act where they stand, or another one. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TOLD = [
    # What somebody only says to be so is no proposal.
    ("Norway suggested the bid was Peru's last attempt to win.", []),
    ("Norway suggested Peru might not attend the talks.", []),
    ("Norway suggested Peru withdraw its ships.", ["propose occurred NOR"]),
    ("Norway was silent, suggesting that Peru had rejected the plan.", ["reject occurred PER"]),
    ("Peru might not accept the offer of Norway.", []),
    ("Norway suggested holding talks with Peru in Lima.", ["talks proposed NOR PER"]),
    # A plan that is given up ends no talks that were held.
    ("Norway has abandoned plans to hold a meeting with Peru in Geneva this week.", ["talks cancelled NOR PER"]),
    ("Norway has shelved plans for a summit with Peru.", ["talks cancelled NOR PER"]),
    ("Norway dropped its plan to raise tariffs on Peru.", ["concede occurred NOR"]),
    # What collapses where no talks are told of.
    ("Norway bailed out Ferrobank, which later collapsed.", []),
    ("Talks between Norway and Peru collapsed on Monday.", ["suspend occurred NOR PER"]),
    # Words of demanding that ask for nothing, crowds, laws.
    ("Norway studied the plan of Peru and again found it wanting.", []),
    ("Norway faced protests calling for a change of government in Peru.", []),
    ("Norway inked the Climate Act into law.", []),
    # One side alone that will not talk refuses.
    ("Norway said it would not negotiate with Peru.", ["reject occurred NOR > PER"]),
    ('"We will not sit down with Peru," the Norwegian foreign minister said.', ["reject occurred NOR > PER"]),
    ("Norway says it cannot negotiate on its fishing policy with Peru.", ["reject occurred NOR > PER"]),
    ("Norway refuses to negotiate with Peru.", ["reject occurred NOR > PER"]),
    ("Norway declined to meet Peru's envoy.", ["reject occurred NOR > PER"]),
    ("Norway and Peru will not hold direct talks, diplomats said.", ["talks denied NOR PER"]),
    ("Norway did not negotiate with Peru last year.", ["talks denied NOR PER"]),
]


@pytest.mark.parametrize(("sentence", "events"), TOLD)
def test_words_tell_what_they_mean_where_they_stand(sentence: str, events: list[str]) -> None:
    assert [" ".join(one) for one in told(sentence)] == events
