"""Words and clauses that look like an act of negotiation and are none, each beside one that is. All are invented."""

import pytest

from tests.extractor.test_extract import told

PAIRS = [
    # An offer that is put to a vote is put to those who decide on it.
    (
        "Norway submitted an offer to Peru.",
        ["propose occurred NOR > PER"],
        "Norway submitted an offer to a vote in Peru.",
        [],
    ),
    # What ends in -s behind a verb ends its object; two words that a preposition parts are no phrase.
    # Whoever will refuse has not done so, whatever becomes of them.
    (
        "The rebels refuse to disarm, Peru said.",
        ["reject occurred rebels"],
        "Rebels who refuse to disarm will be tried, Peru said.",
        [],
    ),
    # What somebody is about to do, or has to do, is neither offered nor promised by saying so.
    (
        "Norway will pay Peru.",
        ["promise occurred NOR > PER"],
        "Norway will have to pay Peru.",
        [],
    ),
    # Where yes and no are both open, neither has been said; who offered has offered.
    (
        "Peru rejected Norway's proposal.",
        ["reject occurred PER > NOR"],
        "Peru must approve or reject Norway's proposal.",
        ["propose occurred NOR"],
    ),
    # By what one would win or lose nothing, one does not do.
    (
        "Norway averted a strike by accepting Peru's offer.",
        ["agree occurred NOR > PER"],
        "Norway would lose nothing by accepting Peru's offer.",
        [],
    ),
    # What something waits for, or what is open, has not been.
    (
        "Peru left after Norway signed the treaty.",
        ["sign occurred NOR"],
        "Peru will leave before Norway signs the treaty.",
        [],
    ),
    (
        "Norway rejects the offer.",
        ["reject occurred NOR"],
        "It remains to be seen whether Norway rejects the offer.",
        [],
    ),
    # One's own leaders are no partners of talks.
    (
        "Norway will convene with Peru on Friday.",
        ["talks scheduled NOR PER"],
        "The ELN will convene its leaders on Friday, Peru said.",
        [],
    ),
    # A town says which talks go on; it promises nothing.
    (
        "Oslo will resume payments on Friday.",
        ["promise occurred NOR"],
        "The Oslo talks will resume on Friday.",
        [],
    ),
    # What is newly reopened only is so.
    (
        "Norway reopened the hotline to Peru on Monday.",
        ["concede occurred NOR > PER"],
        "Norway used the newly reopened hotline on Monday.",
        [],
    ),
    # What talks are to lead to is not held; what is reopened following talks are not the talks.
    (
        "Norway and Peru held talks on trade.",
        ["talks occurred NOR PER"],
        "Norway and Peru signed a pact that paves the way for talks on trade.",
        ["sign occurred NOR PER"],
    ),
    (
        "Norway will reopen talks with Peru.",
        ["talks scheduled NOR PER"],
        "Norway will reopen the border following talks with Peru.",
        ["promise occurred NOR > PER", "talks occurred NOR PER"],
    ),
    # Those by whose account something is so are not what is freed.
    (
        "Norway has transferred two people to Peru.",
        ["concede occurred NOR > PER"],
        "Norway has transferred missiles to Peru, according to two people.",
        [],
    ),
    # A case is fought in court.
    (
        "Norway fought the proposal of Peru.",
        ["reject occurred NOR > PER"],
        "Norway fought the case of Peru.",
        [],
    ),
    # What talks may bring about is no doubt of them; without talks, and on what is still to be opened, none are held.
    (
        "The talks between Norway and Peru may take place on Monday.",
        ["talks conditional NOR PER"],
        "The talks between Norway and Peru may give a clue.",
        ["talks occurred NOR PER"],
    ),
    (
        "The minister came back from direct talks between Norway and Peru.",
        ["talks occurred NOR PER"],
        "The minister came back without direct talks between Norway and Peru.",
        ["talks denied NOR PER"],
    ),
    (
        "Norway and Peru went on holding talks on fish.",
        ["talks occurred NOR PER"],
        "Norway and Peru agreed on holding talks on fish.",
        ["agree occurred NOR PER", "talks scheduled NOR PER"],
    ),
    # A truce declared by one side is no agreement of two.
    (
        "Norway declared a truce with Peru.",
        ["agree occurred NOR PER"],
        "Norway declared a unilateral truce with Peru.",
        ["concede occurred NOR > PER"],
    ),
    # Who travels does what the journey is for, wherever it leads.
    (
        "Norway urged Chile to ask Peru for a truce.",
        ["demand occurred NOR > CHL"],
        "Norway's envoy travelled to Chile to demand a truce.",
        ["talks occurred CHL NOR", "demand occurred NOR > CHL"],
    ),
    # Who summons somebody for talks offers them.
    ("Norway summoned Peru for talks on fish.", ["talks proposed NOR PER"], "Norway summoned its courage.", []),
    # What an accord makes possible, what is said of whoever refuses, and what somebody got is said by nobody.
    (
        "Norway proposed a vote to Peru.",
        ["propose occurred NOR > PER"],
        "The accord allows Norway to propose a vote to Peru.",
        [],
    ),
    (
        "Norway, which rejects the offer of Peru, will not sign.",
        ["reject occurred NOR > PER"],
        "Miners who reject the offer of Peru will be sacked.",
        [],
    ),
    (
        "Norway demanded a new quota from Peru.",
        ["demand occurred NOR > PER"],
        "Norway got most of what it demanded from Peru.",
        [],
    ),
    # With one's own ambassadors nobody negotiates.
    (
        "The Norwegian minister spoke to her Peruvian counterpart.",
        ["talks occurred NOR PER"],
        "The Norwegian minister spoke to her ambassadors in Peru.",
        [],
    ),
    # Who orders a truce asks for none, and "once again" opens no clause.
    (
        "Norway demanded a truce with Peru.",
        ["demand occurred NOR > PER"],
        "Norway ordered a truce with Peru.",
        ["concede occurred NOR > PER"],
    ),
    (
        "Norway rejected the offer of Peru.",
        ["reject occurred NOR > PER"],
        "Norway once again rejected the offer of Peru.",
        ["reject occurred NOR > PER"],
    ),
    # "Meet" takes people; targets, demands and payments are met without talking.
    ("Norway met Peru in Quito.", ["talks occurred NOR PER"], "Norway met the targets in Quito with Peru absent.", []),
    # "Speak" takes somebody to speak to.
    (
        "Norway spoke with Peru on Monday.",
        ["talks occurred NOR PER"],
        "Peru was silent and Norway spoke on Monday.",
        [],
    ),
    # A plural before "of" is no verb: "acts" parts nobody from what he did behind it.
    (
        "Norway condemned Chile, rejected the offer of Peru and called for a truce.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR"],
        "Norway condemned Chile and its appalling acts of piracy, rejected the offer of Peru and called for a truce.",
        ["accuse occurred NOR > CHL", "reject occurred NOR > PER", "demand occurred NOR"],
    ),
    # What it would be good or bad to do is done by nobody.
    (
        "Norway submitted a draft to Peru.",
        ["propose occurred NOR > PER"],
        "It is bad for Norway to submit a draft to Peru.",
        [],
    ),
    # What one is about is not done.
    (
        "Norway has reached a deal with Peru.",
        ["agree occurred NOR PER"],
        "Norway is thinking about reaching a deal with Peru.",
        [],
    ),
    # Nor is what there is only hope or doubt of, nor what came near, has yet to be, or would have been.
    (
        "Norway said that Peru rejected the offer of Chile.",
        ["reject occurred PER > CHL"],
        "Norway saw no sign that Peru rejected the offer of Chile.",
        [],
    ),
    (
        "Norway and Peru came to a deal on fish.",
        ["agree occurred NOR PER"],
        "Norway and Peru came nearer to a deal on fish.",
        [],
    ),
    (
        "Norway has agreed to the offer of Peru.",
        ["agree occurred NOR > PER"],
        "Norway has yet to agree to the offer of Peru.",
        ["agree denied NOR > PER"],
    ),
    (
        "Norway rejected the offer of Chile.",
        ["reject occurred NOR > CHL"],
        "Norway would have rejected the offer of Chile.",
        [],
    ),
    # Of the things that a verb may take the nearest says what it is.
    (
        "Norway called off the talks with Peru on tariffs.",
        ["suspend occurred NOR > PER"],
        "Norway called off the tariffs on goods of Peru and the talks on fish.",
        ["concede occurred NOR"],
    ),
    # Who stays away from a meeting says nothing of whether it is held; a meeting may only say when something was.
    (
        "Norway refused to hold talks with Peru.",
        ["reject occurred NOR > PER"],
        "Norway and Chile refused to attend the talks in Quito.",
        ["reject occurred CHL NOR"],
    ),
    (
        "The Security Council held a meeting on Monday.",
        ["talks occurred un-security-council"],
        "Norway wept during the Security Council meeting on Monday.",
        [],
    ),
    # To offer to meet is talks, as yet proposed, and no offer beside them.
    (
        "Norway proposed a treaty to Peru.",
        ["propose occurred NOR > PER"],
        "Norway proposed talks with Peru.",
        ["talks proposed NOR PER"],
    ),
    # A club of countries mediates nothing between its members.
    (
        "Oman brought together Norway and Peru.",
        ["mediate occurred NOR PER"],
        "BRICS brought together Brazil and Russia.",
        [],
    ),
    # To give way is told where it is done.
    (
        "Norway lifted the ban on fish from Peru.",
        ["concede occurred NOR"],
        "Norway is expected to lift the ban on fish from Peru.",
        [],
    ),
    # What a clause states as it is, is agreed, suggested or insisted on by nobody.
    (
        "Norway and Peru agreed that fishing should stop.",
        ["agree occurred NOR PER"],
        "Norway and Peru agreed that the storm was a warning.",
        [],
    ),
    (
        "Norway suggested that Peru lower its duties.",
        ["propose occurred NOR > PER"],
        "Norway suggested that the Peruvian map had been wrong.",
        [],
    ),
    (
        "Turkey insists Greece withdraw its ships.",
        ["demand occurred TUR > GRC"],
        "Turkey insists it has no ships in Greece.",
        [],
    ),
    # Things are received and hosted without a meeting; one's own people are asked without a demand.
    (
        "Peru received the Norwegian minister on Tuesday.",
        ["talks occurred NOR PER"],
        "Peru received Norwegian tankers on Tuesday.",
        [],
    ),
    (
        "Norway asked Peru to leave the island.",
        ["demand occurred NOR > PER"],
        "Norway asked its diplomats to leave the island.",
        [],
    ),
    # Who appeals to people pleases them; who cannot veto does not; who has not heard of a thing says nothing of it.
    (
        "Norway appealed to Peru to open its ports.",
        ["demand occurred NOR > PER"],
        "Norway hopes to appeal to wealthy tourists.",
        [],
    ),
    (
        "Norway rejected the treaty.",
        ["reject occurred NOR"],
        "Norway cannot reject the treaty.",
        [],
    ),
    (
        "Norway will not hear of a truce.",
        ["reject occurred NOR"],
        "Norway had not heard of a truce.",
        [],
    ),
    # Whom one came to meet was met.
    (
        "Norway's minister will go to Geneva to meet Peru's president.",
        ["talks scheduled NOR PER"],
        "Norway's minister came to Geneva to meet Peru's president.",
        ["talks occurred NOR PER"],
    ),
    # A visit to meet somebody is one meeting, and one that is to end has begun.
    (
        "Norway's minister paid a visit to Peru.",
        ["talks occurred NOR PER"],
        "Norway's visit to Peru is expected to end on Monday.",
        ["talks ongoing NOR PER"],
    ),
    # What talks are about, what there is no question of and what one is blamed for not doing is not done.
    (
        "Norway and Peru drew up a treaty.",
        ["propose occurred NOR PER"],
        "Norway and Peru held talks on drawing up a treaty.",
        ["talks occurred NOR PER"],
    ),
    (
        "Norway offered a loan to Peru.",
        ["propose occurred NOR > PER"],
        "Norway said there was no question of offering a loan to Peru.",
        [],
    ),
    (
        "Norway bridged the gap between Peru and Chile.",
        ["mediate occurred CHL PER"],
        "Norway was criticised for not bridging the gap between Peru and Chile.",
        [],
    ),
    # Who is under pressure is pressed by somebody; whom one tells of talks is no party to them.
    (
        "Norway put pressure on Peru to sign the treaty.",
        ["demand occurred NOR > PER"],
        "Norway is under pressure to sign the treaty.",
        [],
    ),
    (
        "Norway discussed the offer with Peru.",
        ["talks occurred NOR PER"],
        "Norway and Peru discussed the offer with reporters.",
        [],
    ),
    # What an aim is has not been reached.
    (
        "Norway and Peru held talks on Monday. Norway and Peru reached a deal.",
        ["talks occurred NOR PER", "agree occurred NOR PER"],
        "Norway and Peru held talks on Monday. The aim was to reach a deal.",
        ["talks occurred NOR PER"],
    ),
    (
        "Norway-Peru talks were held on Monday.",
        ["talks occurred NOR PER"],
        "No Norway-Peru talks were held on Monday.",
        ["talks denied NOR PER"],
    ),
    # A meeting during which something is said elsewhere is no meeting of who says it.
    (
        "The Security Council held a meeting on Monday. Norway and Peru will hold talks.",
        ["talks occurred un-security-council", "talks scheduled NOR PER"],
        "Norway and Peru will hold talks. Norway wept during the Security Council meeting on Monday.",
        ["talks scheduled NOR PER"],
    ),
]

FRENCH = [
    (
        "Le président norvégien a signé un accord avec le Pérou.",
        ["sign occurred NOR PER"],
        "Le président norvégien a signé un décret contre les chalutiers du Pérou.",
        [],
    ),
    # What something is done or waits for, what one expects or hopes, has not been.
    (
        "La Norvège accepte l'offre du Pérou.",
        ["agree occurred NOR > PER"],
        "Le ministre s'attend à ce que la Norvège accepte l'offre du Pérou.",
        [],
    ),
    (
        "La Norvège signe le traité avec le Pérou.",
        ["sign occurred NOR PER"],
        "Le Chili fera tout pour que la Norvège signe le traité avec le Pérou.",
        [],
    ),
    (
        "Le Pérou a rejeté la proposition de la Norvège.",
        ["reject occurred PER > NOR"],
        "Le Pérou doit accepter ou rejeter la proposition de la Norvège.",
        ["propose occurred NOR"],
    ),
    # What would have been is not, whatever stands between "if" and its clause; what somebody tries is not done.
    (
        "En mars, le Pérou avait signé le traité avec la Norvège.",
        ["sign occurred NOR PER"],
        "Si, en mars, le Pérou avait signé le traité avec la Norvège, la crise serait finie.",
        [],
    ),
    (
        "Le Pérou a conclu un accord avec la Norvège.",
        ["agree occurred NOR PER"],
        "Le Pérou essaie de conclure un accord avec la Norvège.",
        [],
    ),
    # An earlier meeting has been, whatever is to come.
    (
        "Le Pérou et la Norvège se verront lundi.",
        ["talks scheduled NOR PER"],
        "Le Pérou et la Norvège se verront lundi, un an après leur précédente rencontre.",
        ["talks scheduled NOR PER", "talks occurred NOR PER"],
    ),
    (
        "La Norvège a proposé une trêve au Pérou.",
        ["propose occurred NOR > PER"],
        "L'accord permet à la Norvège de proposer une trêve au Pérou.",
        [],
    ),
    # What an aim is has not been reached.
    (
        "La Norvège et le Pérou négocient. La Norvège et le Pérou ont conclu un accord.",
        ["talks ongoing NOR PER", "agree occurred NOR PER"],
        "La Norvège et le Pérou négocient. L'objectif est de conclure un accord.",
        ["talks ongoing NOR PER"],
    ),
    # A march brings people together without talks.
    (
        "La Norvège a réuni le Pérou et le Chili mardi.",
        ["talks occurred CHL NOR PER"],
        "Une marche a réuni la CGT et FO mardi.",
        [],
    ),
    (
        "La Norvège et le Pérou ont convenu que la pêche cessera.",
        ["agree occurred NOR PER"],
        "La Norvège et le Pérou ont convenu que la pêche est un métier.",
        [],
    ),
    (
        "La Norvège a accepté que le Pérou pêche.",
        ["agree occurred NOR"],
        "La Norvège a reconnu que le poisson manquait.",
        [],
    ),
    (
        "Le Pérou a reçu mardi le ministre norvégien.",
        ["talks occurred NOR PER"],
        "Le Pérou a reçu mardi des frégates norvégiennes.",
        [],
    ),
    (
        "La Norvège a demandé au Pérou de quitter l'île.",
        ["demand occurred NOR > PER"],
        "La Norvège a demandé à ses diplomates de quitter l'île.",
        [],
    ),
    (
        "La Norvège a invité le Pérou à Oslo.",
        ["demand occurred NOR > PER"],
        "Le Pérou et le Chili, invités par la Norvège, se sont réunis lundi.",
        ["talks occurred CHL PER"],
    ),
    (
        "Le ministre norvégien ira à Genève pour rencontrer le président péruvien.",
        ["talks scheduled NOR PER"],
        "Le ministre norvégien est venu à Genève pour rencontrer le président péruvien.",
        ["talks occurred NOR PER"],
    ),
]


@pytest.mark.parametrize(("real", "events", "seeming", "left"), PAIRS)
def test_what_only_looks_like_an_act_tells_none(real: str, events: list[str], seeming: str, left: list[str]) -> None:
    assert [" ".join(one) for one in told(real)] == events
    assert [" ".join(one) for one in told(seeming)] == left


@pytest.mark.parametrize(("real", "events", "seeming", "left"), FRENCH)
def test_what_only_looks_like_an_act_tells_none_in_french(
    real: str, events: list[str], seeming: str, left: list[str]
) -> None:
    assert [" ".join(one) for one in told(real, "fr")] == events
    assert [" ".join(one) for one in told(seeming, "fr")] == left
