"""Turns of phrase by which English press tells what was done, demanded or refused. Sentences are invented."""

import pytest

from tests.extractor.test_extract import told

TALKS = [
    "The president of Norway had a quiet word with Peru's president on Monday.",
    "Norwegian and Peruvian officials had a heart-to-heart on Monday.",
    "Norway's president took tea with his Peruvian counterpart on Monday.",
    "Norway's president picked up the phone to his Peruvian counterpart on Monday.",
    "Norway's president was on the line with his Peruvian counterpart on Monday.",
    "Norway and Peru edged back to the negotiating table on Monday.",
    "Norway and Peru reopened lines of communication on Monday.",
    "Norway's president went to see his Peruvian counterpart on Monday.",
]
AGREED = [
    "Norway and Peru see eye to eye on quotas.",
    "Norway now sees eye to eye with Peru on quotas.",
    "Norway and Peru sang from the same hymn sheet on Monday.",
    "Norway and Peru are on the same page on quotas.",
    "Norway and Peru let bygones be bygones on Monday.",
    "Norway and Peru called it quits in their fishing row on Monday.",
    "Norway and Peru smoked the peace pipe on Monday.",
    "Norway and Peru got a deal over the line on Monday.",
    "Norway and Peru nailed down the terms on Monday.",
    "Norway and Peru healed their rift on Monday.",
    "Norway and Peru put their row to bed on Monday.",
    "Norway and Peru put the row behind them on Monday.",
    "Norway and Peru drew a line under their feud on Monday.",
    "Norway and Peru sorted out their differences on Monday.",
    "Norway and Peru stitched up a deal on Monday.",
    "Norway and Peru worked out their differences on Monday.",
    "Norway and Peru brought their quarrel to an end on Monday.",
    "Norway and Peru came to a meeting of minds on Monday.",
]
MEDIATED = [
    "Oman smoothed things over between Norway and Peru on Monday.",
    "Oman tried to bridge the gulf between Norway and Peru on Monday.",
    "Oman acted as matchmaker between Norway and Peru.",
    "Oman has emerged as a go-between in the dispute between Norway and Peru.",
    "Oman nudged Norway and Peru back to the table on Monday.",
    "Oman got Norway and Peru into the same room on Monday.",
    "Oman stepped in on Monday to get Norway and Peru back to the table.",
    "Oman helped iron out the differences between Norway and Peru.",
]
BROKEN_OFF = [
    "The talks between Norway and Peru ran into the sand on Monday.",
    "The talks between Norway and Peru came off the rails on Monday.",
    "The talks between Norway and Peru drew a blank on Monday.",
    "The talks between Norway and Peru came to grief on Monday.",
    "The talks between Norway and Peru came to a grinding halt on Monday.",
    "The talks between Norway and Peru fell by the wayside on Monday.",
    "The talks between Norway and Peru fell at the first hurdle on Monday.",
    "The talks between Norway and Peru are dead in the water.",
    "The talks between Norway and Peru are on ice.",
    "Norway and Peru parted company on Monday without a deal.",
    "Norway and Peru failed to see eye to eye on Monday.",
]
DIRECTED = [
    ("propose", "Norway extended the hand of friendship to Peru on Monday."),
    ("demand", "Norway badgered Peru for a bigger quota."),
    ("demand", "Norway ratcheted up pressure on Peru to lift the ban."),
    ("demand", "Norway turned the screws on Peru to lift the ban."),
    ("demand", "Norway threw down the gauntlet to Peru to lift the ban."),
    ("demand", "Norway has its sights set on a bigger quota from Peru."),
    ("promise", "Norway gave Peru a cast-iron guarantee that the boats would go."),
    ("promise", "Norway wrung a pledge from Peru."),
    ("agree", "Norway gave the plan of Peru the green light on Monday."),
    ("agree", "Norway gave the Peruvian plan the thumbs-up on Monday."),
    ("agree", "Norway gave the draft treaty of Peru the nod on Monday."),
    ("agree", "Norway snapped up Peru's offer on Monday."),
    ("agree", "Norway took Peru up on its offer on Monday."),
    ("agree", "Norway warmed to the plan of Peru."),
    ("agree", "Norway leapt at the offer of Peru."),
    ("agree", "Norway granted Peru's request on Monday."),
    ("reject", "Norway turned a deaf ear to Peru's plea."),
    ("reject", "Norway wanted no truck with the plan of Peru."),
    ("reject", "Norway gave the plan of Peru the cold shoulder."),
    ("reject", "Norway swatted away the plan of Peru."),
    ("reject", "Norway nixed the plan of Peru on Monday."),
    ("reject", "Norway scotched the idea of Peru on Monday."),
    ("reject", "Norway put the kibosh on the plan of Peru."),
    ("reject", "Norway took a dim view of the plan of Peru."),
    ("reject", "Norway set its face against the plan of Peru."),
    ("reject", "Norway sent Peru packing on Monday."),
    ("reject", "Norway turned Peru down flat on Monday."),
    ("reject", "Norway is in no mood to compromise with Peru."),
    ("concede", "Norway backpedalled on its demand to Peru on Monday."),
    ("concede", "Norway threw Peru a bone on Monday."),
    ("suspend", "Norway washed its hands of the talks with Peru."),
    ("suspend", "Norway put the talks with Peru on the back burner."),
    ("suspend", "Norway wriggled out of the deal with Peru on Monday."),
    ("threaten", "Norway fired a shot across the bows of Peru on Monday."),
    ("threaten", "Norway put Peru on notice that it would retaliate."),
    ("accuse", "Norway hauled Peru over the coals on Monday."),
    ("accuse", "Norway rounded on Peru on Monday."),
    ("accuse", "Norway launched a broadside against Peru on Monday."),
    ("accuse", "Norway said Peru was playing for time."),
    ("accuse", "Norway said Peru had moved the goalposts."),
    ("accuse", "Peru was dragging its feet, Norway's foreign minister said."),
    ("accuse", "Peru came in for criticism from Norway on Monday."),
    ("accuse", "Peru drew criticism from Norway on Monday over quotas."),
    ("accuse", "Peru incurred the wrath of Norway on Monday."),
    ("demand", "The ball is in Peru's court, Norway's foreign minister said."),
    ("demand", "The onus is on Peru to cut the fees, Norway's trade minister said."),
    ("demand", "It's time for Peru to put its cards on the table, Norway's trade minister said."),
    ("demand", "Norway told Peru in no uncertain terms to cut the fees."),
    ("suspend", "Norway called a halt to the talks with Peru on Monday."),
    ("sign", "Norway and Peru put ink to a fishing pact on Monday."),
    ("demand", "Norway said the ball was now firmly in Peru's court."),
    ("threaten", "Peru will pay a heavy price, Norway's foreign minister said."),
    ("threaten", "Norway said Peru would face the consequences."),
    ("suspend", "Norway pulls plug on talks with Peru"),
    ("reject", "Norway gives plan of Peru thumbs-down"),
    ("accuse", "Norway points finger at Peru"),
    ("support", "Norway stuck up for Peru on Monday."),
    ("support", "Norway went to bat for Peru on Monday."),
    ("support", "Norway swung behind the plan of Peru on Monday."),
]
TOLD_ALONE = [
    ("propose", "Norway raised the possibility of a joint patrol with Peru."),
    ("propose", "Norway tossed a new idea into the ring on Monday."),
    ("concede", "Norway walked back its demand to Peru on Monday."),
    ("reject", "Norway dug its heels in on Monday over the plan of Peru."),
    ("reject", "Norway will not play ball with Peru, its trade minister said."),
    ("reject", "Norway said Peru's offer did not cut the mustard."),
    ("reject", "Norway said Peru's offer did not go far enough."),
    ("reject", "Norway said Peru's offer left much to be desired."),
    ("reject", "Norway's trade minister said the answer was no."),
    ("reject", '"No dice," Norway\'s trade minister said of the plan.'),
    ("reject", '"Thanks, but no thanks," Norway\'s trade minister told Peru.'),
    ("concede", "Norway threw in the towel on Monday in its row with Peru."),
    ("concede", "Norway did a U-turn on Monday in its row with Peru."),
    ("concede", "Norway changed its tune on Monday in its row with Peru."),
    ("promise", "Norway said it would live up to its word to Peru."),
    ("promise", "Norway said it would abide by the deal with Peru."),
    ("reject", "The plan of Peru cut no ice with Norway."),
    ("reject", '"Not a chance," Norway\'s trade minister said of the plan.'),
    ("promise", "Norway said it would keep its side of the bargain with Peru."),
    ("propose", "Norway upped its offer to Peru to 5 percent on Monday."),
    ("concede", "Norway softened its stand on Monday in its row with Peru."),
    ("deny", "Norway said the claim of Peru was baseless."),
    ("deny", "There is no truth in the claim of Peru, Norway said."),
    ("deny", "Norway rubbished the claim of Peru on Monday."),
    ("deny", "Norway laughed off the accusations of Peru on Monday."),
    ("assess", "Norway's energy minister said the talks with Peru were on the right track."),
    ("assess", "Norway's energy minister said the two sides had made headway."),
    ("assess", "Norway's energy minister said the two sides were poles apart."),
    ("assess", "Norway's energy minister said a deal with Peru was within reach."),
    ("assess", "Norway's energy minister said the meeting with Peru was a waste of time."),
    ("assess", "Norway's energy minister put a brave face on the talks with Peru."),
    ("threaten", "Norway will not stand idly by, its foreign minister warned Peru."),
]
ELSEWHERE = [
    "Norway's striker sent the Peruvian keeper the wrong way and the fans packing.",
    "The Norwegian boxer threw in the towel in the fourth round against a Peruvian.",
    "The train from Oslo came off the rails on Monday.",
    "Fish prices in Norway hit the skids on Monday.",
    "The Norwegian parliament gave a majority vote in favour of a budget.",
    "Norwegian runners were on the same track as Peruvians.",
    "Norway's oil output is on the right track, the central bank said.",
    "Norway gave its king a lift in the royal coach.",
    "The Peruvian player hit the ball into the tennis court of the Norwegian embassy.",
    "Norwegian shoppers will pay a heavy price for salmon, analysts said.",
    "Norway leaves room for cuts in rates",
    "Norway's players got together for a photo before the match.",
    "In a time for peace, Norway is to host a fair.",
    "Prime Minister Jonas Gahr Store raised the possibility of calling an early poll.",
]


def _acts(sentence: str) -> set[tuple[str, frozenset[str]]]:
    return {(act, frozenset(rest.replace(" > ", " ").split())) for act, _, rest in told(sentence, "en")}


@pytest.mark.parametrize("sentence", TALKS)
def test_a_turn_of_phrase_tells_of_talks(sentence: str) -> None:
    assert ("talks", frozenset({"NOR", "PER"})) in _acts(sentence)


@pytest.mark.parametrize("sentence", AGREED)
def test_a_turn_of_phrase_tells_of_a_deal(sentence: str) -> None:
    assert "NOR PER" in [rest for act, _, rest in told(sentence, "en") if act == "agree"]


@pytest.mark.parametrize("sentence", MEDIATED)
def test_a_turn_of_phrase_tells_of_mediation(sentence: str) -> None:
    assert ("mediate", frozenset({"NOR", "PER"})) in _acts(sentence)


@pytest.mark.parametrize("sentence", BROKEN_OFF)
def test_a_turn_of_phrase_tells_of_the_end_of_talks(sentence: str) -> None:
    assert ("suspend", frozenset({"NOR", "PER"})) in _acts(sentence)


@pytest.mark.parametrize(("act", "sentence"), DIRECTED)
def test_a_turn_of_phrase_tells_who_acts_on_whom(act: str, sentence: str) -> None:
    assert (act, frozenset({"NOR", "PER"})) in _acts(sentence)


@pytest.mark.parametrize(("act", "sentence"), TOLD_ALONE)
def test_a_turn_of_phrase_tells_who_acts(act: str, sentence: str) -> None:
    assert any(told_act == act and "NOR" in rest for told_act, _, rest in told(sentence, "en"))


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_the_same_words_elsewhere_tell_no_act(sentence: str) -> None:
    assert told(sentence, "en") == []
