"""Truces that fighters declare by themselves, and those on which two agree. All sentences are invented."""

import pytest

from tests.extractor.test_extract import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Front for the Coast, a rebel group, declared an indefinite ceasefire.", "concede occurred"),
        ("Ghana's army announced a three-day truce.", "concede occurred GHA"),
        ("Hamas declared a six-week truce.", "concede occurred hamas"),
        ("Ghana and Hamas announced a ceasefire.", "agree occurred GHA hamas"),
        ("Hamas declared a six-week truce with Ghana.", "agree occurred"),
        ("Norway announced a truce between Ghana and Hamas.", "agree occurred GHA hamas"),
    ],
)
def test_fighters_who_declare_a_truce_alone_concede_it(text: str, event: str) -> None:
    assert any(" ".join(one).startswith(event) for one in told(text))
