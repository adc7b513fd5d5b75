"""Training: the same passages give the same weights, and what they teach is learnt."""

from itertools import islice, permutations

import pytest

from benchmarks.calibration.labels import PUBLISHED, article
from services.extractor.extract import told_events
from services.extractor.page.read import read
from services.extractor.text.normalise import normalise
from services.extractor.trained.choice import unpacked
from services.extractor.trained.senses import NONE
from training.fit import LANGUAGES, choices, fitted, reading
from training.lessons import Lesson, lessons
from training.passages import passage, passages


def test_the_same_passages_give_the_same_weights_and_are_kept_as_they_are() -> None:
    """But for a last digit: sums are made in the order in which the library's threads come."""
    few = list(islice(passages("en"), 60))
    for one, other in zip(choices(few), choices(few), strict=True):
        shared = one.weights.keys() & other.weights.keys()
        assert len(shared) >= 0.99 * len(one.weights.keys() | other.weights.keys())
        assert all(other.weights[clue] == pytest.approx(one.weights[clue], abs=0.011) for clue in shared)
        kept = unpacked(one.packed())
        assert (kept.classes, kept.bias, kept.weights) == (one.classes, one.bias, one.weights)


def test_a_choice_learns_what_its_lessons_say() -> None:
    seen = [
        Lesson((("word", "a"), ("near", near)), right)
        for near, right in (("x", "talks"), ("y", NONE), ("z", "sign"))
        for _ in range(9)
    ]
    choice = fitted(seen, [NONE, "sign", "talks"])
    assert choice.probabilities([("near", "x")])["talks"] > 0.4 > choice.probabilities([("near", "y")])["talks"]
    assert choice.probabilities([("word", "never seen")]) == choice.probabilities([])


def test_a_word_that_no_frame_knows_is_learnt_from_passages() -> None:
    states = ["Kenya", "Chad", "Cuba", "Japan", "Qatar", "Ghana", "Spain", "Italy"]
    ids = dict(zip(states, ["KEN", "TCD", "CUB", "JPN", "QAT", "GHA", "ESP", "ITA"], strict=True))
    taught = [
        passage(
            f"{one} and {other} {{2:held talks}} on Monday. {one} {{1:zazzled}} the plan of {other}. The plan is long."
            f"\n--\n1 accuse occurred {ids[one]}>{ids[other]}\n2 talks occurred {ids[one]}+{ids[other]} 2026-03-02\n",
            "en",
            f"{one}-{other}",
        )
        for one, other in permutations(states, 2)
    ]
    text = "Finland and Peru held talks on Tuesday. Peru zazzled the plan of Finland. It is long."
    document = read(article(text, "en", "a", PUBLISHED))
    found = told_events(document, normalise(document.text), reading(taught))
    assert [(one.act, one.unframed) for one in found] == [("talks", False), ("accuse", True)]
    assert {one.actor.party.id: one.role for one in found[1].fillers} == {
        "country:PER": "initiator",
        "country:FIN": "counterpart",
    }


def test_a_passage_teaches_the_sense_of_each_word_and_the_part_of_each_party() -> None:
    one = passage("Finland {1:rejected} the plan of Kenya.\n--\n1 reject occurred FIN>KEN\n", "en", "a-1")
    taken = lessons(one)
    assert {lesson.word: lesson.right for lesson in taken.senses} == {"rejected": "reject", "plan": NONE}
    assert sorted(lesson.right for lesson in taken.castings) == ["counterpart", "initiator"]


def test_of_words_that_may_be_one_event_or_none_nothing_is_taught() -> None:
    one = passage("Finland {1:hailed} the plan of Kenya.\n--\n1 ?support occurred FIN>KEN\n", "en", "a-1")
    assert "hailed" not in {lesson.word for lesson in lessons(one).senses}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_mark_is_learnt_from(language: str) -> None:
    """A mark that no sentence of the reader holds teaches nothing: it would be lost in silence."""
    some = list(passages(language))[::15]
    marked = sum(any(not one.labels[number].optional for number in mark.events) for one in some for mark in one.marks)
    learnt = sum(lesson.right != NONE for one in some for lesson in lessons(one).senses)
    assert learnt >= 0.95 * marked
