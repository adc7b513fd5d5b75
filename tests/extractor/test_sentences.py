"""Where sentences begin and end, and what kind each is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.extractor.text.sentences import sentences


def split(text: str, language: str = "en", headline: tuple[int, int] | None = None) -> list[tuple[str, str]]:
    return [(sentence.kind, sentence.text) for sentence in sentences(text, language, headline)]


def texts(text: str, language: str = "en") -> list[str]:
    return [sentence for _, sentence in split(text, language)]


ONE_SENTENCE = [
    ("en", "The U.S. Senate heard Dr. Amara Cole and Gen. Roy on Jan. 12."),
    ("en", "Olga J. Diaz and J. K. Rowling met at 5.30 p.m. on Tuesday."),
    ("en", "Talks at Acme Inc. headquarters in St. Petersburg, etc., went on."),
    ("en", 'It was "a surprise!" for everyone.'),
    ("en", "They met at no. 10 vs. the plan, i.e. a week later."),
    ("fr", "M. Ndiaye et Mme. Roy ont reçu le Dr. Diaz, cf. p. 4, art. 12."),
    ("fr", "Une trêve conclue en 200 av. J.-C. selon lui."),
    ("fr", '"Quoi ?" a demandé le ministre.'),
    ("fr", "Le taux est de 3.5 pour cent… au moins."),
]


@pytest.mark.parametrize(("language", "text"), ONE_SENTENCE)
def test_abbreviations_and_initials_end_nothing(language: str, text: str) -> None:
    assert texts(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He left the U.S. The envoy stayed.", ["He left the U.S.", "The envoy stayed."]),
        ("en", "They met at 5 p.m. She spoke.", ["They met at 5 p.m.", "She spoke."]),
        ("en", "It ended in 2019. Nobody came.", ["It ended in 2019.", "Nobody came."]),
        ("en", "It ended. 12 envoys left.", ["It ended.", "12 envoys left."]),
        ("en", "Why now? Nobody knows! Really…  Yes.", ["Why now?", "Nobody knows!", "Really…", "Yes."]),
        ("fr", "C'est le plan B. Les autres suivront.", ["C'est le plan B.", "Les autres suivront."]),
        ("fr", "Vraiment ? Oui.", ["Vraiment ?", "Oui."]),
        (
            "en",
            '"We wait. The envoy is ready", she said. (He was.) So it went.',
            ['"We wait.', 'The envoy is ready", she said.', "(He was.)", "So it went."],
        ),
        ("en", 'He said: "No." "Never," she said.', ['He said: "No."', '"Never," she said.']),
    ],
)
def test_ends(language: str, text: str, expected: list[str]) -> None:
    assert texts(text, language) == expected


def test_a_question_is_a_sentence_of_its_own() -> None:
    assert split('They met. Will they meet again? "Yes", he said.') == [
        ("body", "They met."),
        ("question", "Will they meet again?"),
        ("body", '"Yes", he said.'),
    ]


def test_headings_are_short_lines_without_a_final_stop() -> None:
    text = (
        "The road so far\nThe envoys met. Deadlock at the border\n\nThey will meet again:\n- a first point\n- a second"
    )
    assert split(text) == [
        ("heading", "The road so far"),
        ("body", "The envoys met."),
        ("heading", "Deadlock at the border"),
        ("body", "They will meet again:"),
        ("body", "- a first point"),
        ("body", "- a second"),
    ]


def test_a_lone_line_without_a_stop_is_the_text_itself() -> None:
    assert split("The envoys met in Lima") == [("body", "The envoys met in Lima")]


def test_the_headline_is_one_sentence_wherever_it_stands() -> None:
    text = "12.03.2024, Agency\nEnvoys meet? Not yet. Maybe!\n\nThey did not meet."
    start = text.index("Envoys")
    assert split(text, "en", (start, text.index("\n\n"))) == [
        ("dateline", "12.03.2024, Agency"),
        ("headline", "Envoys meet? Not yet. Maybe!"),
        ("body", "They did not meet."),
    ]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LIMA, March 4 (Agency) - The envoys met.", "LIMA, March 4 (Agency) -"),
        ("LIMA | The envoys met.", "LIMA |"),
        ("BUENOS AIRES, March 4 - The envoys met.", "BUENOS AIRES, March 4 -"),
        ("Lima (Agency) – The envoys met.", "Lima (Agency) –"),
        ("Lima, 4 March – The envoys met.", "Lima, 4 March –"),
        ("QUITO, Ecuador — The envoys met.", "QUITO, Ecuador —"),
        ("QUITO, Ecuador _ The envoys met.", "QUITO, Ecuador _"),
        ("18:40 The envoys met.", "18:40"),
        ("9h05 - The envoys met.", "9h05 -"),
        ("The envoys met. 04.03.2024, The Gazette", "04.03.2024, The Gazette"),
    ],
)
def test_datelines_stand_apart(line: str, dateline: str) -> None:
    assert sorted(split(line)) == [("body", "The envoys met."), ("dateline", dateline)]


@pytest.mark.parametrize(
    "line",
    [
        "Published 4 March 2024 at 18:05",
        "https://example.org/2024/03/04/talks.html",
        "Updated: 18:05 GMT",
        "18:05",
        "9h05",
        "12/03/2024 18:05 -",
    ],
)
def test_lines_that_only_say_when_and_where_are_datelines(line: str) -> None:
    assert split(f"{line}\nThe envoys met.") == [("dateline", line), ("body", "The envoys met.")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Read also: Chile sends envoys to Peru. Who comes?"),
        ("en", "- See also Chile sends envoys to Peru"),
        ("fr", "À LIRE AUSSI - Le Chili envoie des émissaires au Pérou"),
        ("fr", '"Voir aussi : Le Chili envoie des émissaires"'),
    ],
)
def test_links_to_other_articles_are_not_of_the_text(language: str, line: str) -> None:
    assert split(f"The envoys met.\n{line}\nThey left.", language) == [
        ("body", "The envoys met."),
        ("dateline", line),
        ("body", "They left."),
    ]
    assert split(f"They left. {line.lstrip('- ')}", language)[1][0] == "dateline"


@pytest.mark.parametrize(
    "text",
    [
        "See also what the envoys of both sides, " + "who met in Lima, " * 15 + "said of it.",
        "Lima - which was calm - slept.",
        "The envoys met 18:40 in vain.",
        "10:30 is too early.",
        "Talks – at last.",
    ],
)
def test_dashes_and_times_in_a_sentence_make_no_dateline(text: str) -> None:
    assert split(text) == [("body", text)]


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "The envoys of both sides met\nin the old town hall and spoke\nfor two hours. They will\nmeet again."
        "\n\nNobody spoke."
    )
    assert texts(text) == [
        "The envoys of both sides met\nin the old town hall and spoke\nfor two hours.",
        "They will\nmeet again.",
        "Nobody spoke.",
    ]


def test_paragraphs_are_counted() -> None:
    found = sentences("One met. Two met.\nThree met.\n\nFour met.", "en")
    assert [sentence.paragraph for sentence in found] == [0, 0, 1, 2]
    assert [sentence.index for sentence in found] == [0, 1, 2, 3]


def test_no_sentence_is_endless() -> None:
    found = sentences("word " * 5000, "en")
    assert max(len(sentence.text) for sentence in found) <= 2000
    assert "".join(sentence.text for sentence in found) == ("word " * 5000).strip()


PIECES = st.sampled_from(
    [
        "Lima",
        "The",
        "it",
        "M",
        "12",
        "U.S",
        ".",
        "?",
        "…",
        '"',
        "(",
        ")",
        " ",
        "\n",
        "\n\n",
        ",",
        " - ",
        "18:40 ",
        ":",
        "http://",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80), st.sampled_from(["fr", "en", "xx"]))
def test_law_sentences_are_slices_in_order_and_nothing_is_lost(text: str, language: str) -> None:
    found = sentences(text, language)
    at = 0
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text != ""
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", [".", '"', "M. ", "A, ", "A - ", "10:20\n", "(", "1.1.2020 ", "abc,\nabc ", "?", "- "])
def test_long_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    assert sum(len(sentence.text) for sentence in sentences(text, "fr")) <= len(text)


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("Le G7 a promis 3 milliards au Pérou.", "fr", "body"),
        ("Les 12 ministres se sont réunis à Quito.", "fr", "body"),
        ("Le 12 mars, Paris a rejeté l'offre.", "fr", "body"),
        ("Le 12 mars 2022 à 10 h 30", "fr", "dateline"),
        ("Leaders met 12 times in Quito.", "en", "body"),
        ("Published 12 March 2022 at 10.30", "en", "dateline"),
    ],
)
def test_a_line_that_begins_as_a_stamp_does_is_one_only_if_it_says_no_more(line: str, language: str, kind: str) -> None:
    assert split(line, language) == [(kind, line)]
