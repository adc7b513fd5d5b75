"""Passages of the training: what is marked is found where it stands, and what is not well formed is refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.fit import LANGUAGES
from training.passages import passage, passages

BLOCK = """Finland {1:rejected} a plan by Kenya, which {2+3:offered and promised} more.
--
1 reject occurred FIN>KEN
2 propose occurred KEN>FIN
3 ?promise occurred KEN 2026-03-04
"""


def test_marks_stand_where_their_words_do() -> None:
    one = passage(BLOCK, "en", "a-1")
    assert one.text == "Finland rejected a plan by Kenya, which offered and promised more."
    assert [(one.text[mark.start : mark.end], mark.events) for mark in one.marks] == [
        ("rejected", (1,)),
        ("offered and promised", (2, 3)),
    ]
    assert [(number, label.act, label.optional) for number, label in one.labels.items()] == [
        (1, "reject", False),
        (2, "propose", False),
        (3, "promise", True),
    ]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("Finland {1:met} Kenya.\n--\n", "a-1: events [1] lack"),
        ("Finland met Kenya.\n--\n1 talks occurred FIN+KEN\n", "a-1: events [1] lack"),
        ("Finland met Kenya.\n", "a-1 has no line of two dashes"),
        ("Finland {1:met} Kenya.\n--\ntalks occurred FIN+KEN\n", "a-1: no number before"),
        ("Finland {1:met} Kenya.\n--\n1 talks yesterday\n", "no label: 'talks yesterday'"),
    ],
)
def test_what_is_not_well_formed_is_refused_by_name(block: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("[", r"\[").replace("]", r"\]")):
        passage(block, "en", "a-1")


@given(
    st.lists(st.tuples(st.text("ab é\n", max_size=9), st.text("xyz ", min_size=1, max_size=9)), min_size=1, max_size=6)
)
def test_marks_take_nothing_from_a_text(parts: list[tuple[str, str]]) -> None:
    marked = "x" + "".join(f"{plain}{{{at}:{told}}}" for at, (plain, told) in enumerate(parts)) + "x"
    lines = "".join(f"{at} talks occurred FIN+KEN\n" for at in range(len(parts)))
    one = passage(f"{marked}\n--\n{lines}", "en", "a-1")
    assert one.text == "x" + "".join(plain + told for plain, told in parts) + "x"
    assert [one.text[mark.start : mark.end] for mark in one.marks] == [told for _, told in parts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_passages_are_many_and_a_fifth_of_them_tell_nothing(language: str) -> None:
    every = list(passages(language))
    assert len(every) > 1_000
    assert len({one.text for one in every}) == len(every)
    assert 0.2 < sum(not one.labels for one in every) / len(every) < 0.4
