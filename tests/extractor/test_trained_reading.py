"""The second reading: what no frame tells, how sure it is, and that it leaves alone what frames tell."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.negotiation import ArticleReference
from services.extractor.acts.lexicon import Trigger
from services.extractor.acts.scene import Scene
from services.extractor.candidate import Candidate
from services.extractor.document import Document, Language
from services.extractor.extract import told_events
from services.extractor.text.normalise import normalise
from services.extractor.trained.choice import Choice, unpacked
from services.extractor.trained.reading import SecondReading, Told

PUBLISHED = date(2026, 3, 5)


class Silent:
    """A second reading that finds nothing."""

    def read(self, scene: Scene, triggers: Sequence[Trigger], told: Sequence[Told]) -> list[Told]:
        """What the frames tell."""
        return list(told)


def told(text: str, language: Language, trained: SecondReading | None = None) -> list[Candidate]:
    reference = ArticleReference(id="a", language=language, text_digest="sha256:" + "0" * 64)
    document = Document(text, language, PUBLISHED, None, None, reference)
    return list(told_events(document, normalise(text), trained))


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("« Ce tunnel devra servir à tous », a promis le ministre kényan.", "promise"),
        ("« Nous n'allons pas reculer », a dit le ministre kényan.", "reject"),
        ("Le Kenya ne peut soutenir le plan de la Finlande.", "reject"),
    ],
)
def test_what_is_promised_in_so_many_words_or_denied_is_not_taken_for_nothing(said: str, act: str) -> None:
    """Of what a negation makes of a word, and of what stands before a verb of promising, passages teach little."""
    story = f"Le Kenya et la Finlande ont négocié lundi à Nairobi un tunnel. {said} Les deux se reverront en mai."
    assert [one.sense >= 0.5 for one in told(story, "fr") if one.act == act and one.sense is not None] == [True]


STORIES: list[tuple[Language, str]] = [
    ("en", "Kenya and Finland held talks on Monday. Finland balked at the toll. The two will meet again."),
    ("fr", "Le Kenya et la Finlande ont négocié lundi. La Finlande refuse le péage voulu par le Kenya. On se reverra."),
]


@pytest.mark.parametrize(("language", "text"), STORIES)
def test_what_frames_tell_stays_as_they_tell_it(language: Language, text: str) -> None:
    alone = told(text, language, Silent())
    framed = [one for one in told(text, language) if not one.unframed]
    assert alone
    assert [(one.act, one.status, one.trigger, one.party_ids) for one in alone] == [
        (one.act, one.status, one.trigger, one.party_ids) for one in framed
    ]


def test_the_sense_of_a_word_is_weighed_by_what_is_around_it() -> None:
    meant, other = (
        told(f"{text} It rained. Nobody stayed long. The hotel was full.", "en")[0].sense or 0
        for text in (
            "Kenya met Finland for talks on tariffs in Nairobi.",
            "Kenya met Finland in the last race of the regatta.",
        )
    )
    assert meant > other


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya said it will send Finland the toll figures. It rained. Nobody stayed long."),
        ("fr", "Le Kenya enverra les chiffres à la Finlande. Il pleuvait. Personne n'est resté."),
        ("fr", "Les armateurs finlandais doivent payer le péage, selon le Kenya. Il pleuvait. Personne n'est resté."),
    ],
)
def test_a_word_says_nothing_against_what_its_tense_or_who_speaks_tells(language: Language, text: str) -> None:
    senses = [one.sense for one in told(text, language) if one.act in ("promise", "demand") and not one.unframed]
    assert senses
    assert all(sense is not None and sense >= 0.5 for sense in senses)


def test_of_one_or_two_sentences_frames_alone_decide() -> None:
    """There is too little around a word to go by."""
    short, whole = "Kenya and Finland held talks on Monday.", "It rained. Nobody stayed long. The hotel was full."
    assert [one.sense for one in told(short, "en")] == [None]
    assert all(one.sense for one in told(f"{short} {whole}", "en"))


def test_of_a_sentence_that_nobody_writes_frames_alone_decide() -> None:
    """However long a text is, reading it must not take long."""
    few, endless = (f"Kenya and Finland held talks on a truce{', talks and a truce' * times}." for times in (5, 60))
    assert all(one.sense for one in told(f"{few} It rained. Nobody stayed long.", "en"))
    assert [one.sense for one in told(f"{endless} It rained. Nobody stayed long.", "en")] == [None]


weight = st.floats(-5, 5).map(lambda value: round(value, 2) + 0.0)
clue = st.tuples(st.sampled_from(["word", "near"]), st.text(min_size=1, max_size=5))
choices = st.builds(
    lambda bias, weights: Choice(("none", "talks", "sign"), bias, weights),
    st.tuples(weight, weight, weight),
    st.dictionaries(clue, st.tuples(weight, weight, weight), max_size=8),
)


@given(choices)
def test_a_choice_is_kept_as_it_is(choice: Choice) -> None:
    kept = unpacked(choice.packed())
    assert (kept.classes, kept.bias, kept.weights) == (choice.classes, choice.bias, choice.weights)
    assert choice.packed() == unpacked(choice.packed()).packed()


@given(choices, st.lists(clue, max_size=6))
def test_probabilities_are_such_and_what_is_unknown_says_nothing(choice: Choice, seen: list[tuple[str, str]]) -> None:
    odds = choice.probabilities(seen)
    assert sum(odds.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in odds.values())
    assert choice.probabilities([*seen, ("word", "!" * 9)]) == odds


def test_the_word_for_those_against_a_government_may_tell_who_is_against_something() -> None:
    text = "L'opposition du Kenya au péage reste entière. Il a plu. Personne n'est resté. L'hôtel était plein."
    (refusal,) = [one for one in told(text, "fr") if one.act == "reject"]
    assert (refusal.sense or 0) >= 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "Denmark has maintained its lead in wind power over Sweden, a Danish minister said.",
        "The Peruvian army pushed Chile out of the valley on Monday.",
        "Peru had committed genocide against Chile, Denmark said, which would carry more weight.",
    ],
)
def test_a_verb_tells_nothing_where_all_its_frames_ask_for_what_the_sentence_does_not_hold(sentence: str) -> None:
    text = f"Kenya and Finland held talks on Monday. The weather was mild. {sentence} Shops stayed open."
    assert [one.act for one in told(text, "en")] == ["talks"]


def test_what_is_said_in_claims_that_somebody_denies_was_not_done() -> None:
    claims = "claims that Peru had proposed Chile a swap of islands"
    text = f"Kenya and Finland held talks on Monday. The weather was mild. Chile dismissed {claims}. Shops stayed open."
    assert [one.act for one in told(text, "en")] == ["talks", "deny"]
