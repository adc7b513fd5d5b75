"""Every form of the date tables says what the rule of its kind works with: one that does not would end an article."""

import pytest

from services.extractor.dates.grammar import Pattern, date_grammar

NEEDS: dict[str, tuple[frozenset[str], ...]] = {
    "month": (frozenset({"month", "full"}),),
    "season": (frozenset({"season"}),),
    "weekday": (frozenset({"weekday"}),),
    "day-of-week": (frozenset({"weekday"}), frozenset({"shift"})),
    "weekday-of-month": (frozenset({"weekday"}), frozenset({"ordinal"}), frozenset({"month", "full"})),
    "ending": (frozenset({"period"}),),
    "relative": (frozenset({"shift"}), frozenset({"unit", "period"})),
    "anaphoric": (frozenset({"shift", "further", "later"}), frozenset({"unit", "period"})),
    "apart": (frozenset({"apart"}), frozenset({"count"}), frozenset({"unit"})),
    "offset": (frozenset({"sign"}), frozenset({"count"}), frozenset({"unit"})),
    "within": (frozenset({"sign"}), frozenset({"count"}), frozenset({"unit"})),
}
"""Kind → of each of these values one is said."""


def said(pattern: Pattern) -> frozenset[str]:
    return frozenset(name for name, _ in pattern.fixed) | frozenset(name for _, name in pattern.groups)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_form_says_what_its_rule_needs(language: str) -> None:
    lacking = [
        (pattern.kind, pattern.expression.pattern)
        for pattern in date_grammar(language).patterns
        for one_of in NEEDS.get(pattern.kind, ())
        if not said(pattern) & one_of
    ]
    assert lacking == []
