"""What holds for every date, whenever it is read."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.extractor.dates import find, resolve
from services.extractor.dates.expression import Days, TenseOfDate

MONTHS = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "décembre",
    ),
    "en": ("January", "February", "April", "June", "July", "August", "September", "October", "December"),
}
WEEKDAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
COUNTED = {
    "fr": ("il y a {n} jours", "dans {n} jours", "il y a {n} semaines", "d'ici {n} jours", "il y a {n} ans"),
    "en": ("{n} days ago", "in {n} days", "{n} weeks ago", "within {n} days", "{n} years ago"),
}
PERIODS = {
    "fr": ("cette semaine", "le mois dernier", "fin {month}", "mi-{month}", "d'ici {weekday}", "ce week-end"),
    "en": ("this week", "last month", "late {month}", "mid-{month}", "by {weekday}", "this weekend"),
}
FORMS = {
    "fr": (
        "le {n} {month}",
        "{weekday} {n} {month}",
        "du {n} au {m} {month}",
        "depuis {weekday}",
        "{weekday}",
    ),
    "en": (
        "on {month} {n}",
        "{weekday} {n} {month}",
        "from {month} {n} to {m}",
        "since {weekday}",
        "{weekday}",
    ),
}

WORDS = """
la le les du au à et l'an mars mai été 3 12 2015 2015-2016 lundi mardi soir fin d'ici depuis jours
dans il y a trois mois an semaine prochaine dernier the of to and in by from May March 21st next
last week year ago two later Monday morning first half quarter spring , . - ( ) ' 21.12.2015 15h30
"""

soup = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)
languages = st.sampled_from(["fr", "en"])
tenses: st.SearchStrategy[TenseOfDate] = st.sampled_from(["past", "future", "unknown"])
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
numbers = st.integers(2, 28)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    """(sentence of one date, language)."""
    language = draw(languages)
    form = draw(st.sampled_from(FORMS[language] + COUNTED[language] + PERIODS[language]))
    said = form.format(
        month=draw(st.sampled_from(MONTHS[language])),
        weekday=draw(st.sampled_from(WEEKDAYS[language])),
        n=draw(numbers),
        m=draw(numbers),
    )
    return f"Ils se sont vus {said}." if language == "fr" else f"They met {said}.", language


def meant(sentence: str, language: str, published: date, tense: TenseOfDate) -> Days | None:
    (found,) = find(sentence, language)
    return resolve(found, published, tense)


@given(sentences(), days, tenses)
def test_a_span_begins_before_it_ends(said: tuple[str, str], published: date, tense: TenseOfDate) -> None:
    span = meant(*said, published, tense)
    assert span is None or span.start <= span.end


@given(languages, st.sampled_from(range(7)), days)
def test_weekdays_of_the_past_lie_in_the_week_before(language: str, weekday: int, published: date) -> None:
    span = meant(f"Rencontre {WEEKDAYS[language][weekday]}.", language, published, "past")
    assert span is not None and span.start.weekday() == weekday
    assert published - timedelta(days=6) <= span.start <= published


@given(languages, st.sampled_from(range(7)), days)
def test_weekdays_of_the_future_lie_in_the_week_ahead(language: str, weekday: int, published: date) -> None:
    span = meant(f"Rencontre {WEEKDAYS[language][weekday]}.", language, published, "future")
    assert span is not None and span.start.weekday() == weekday
    assert published <= span.start <= published + timedelta(days=6)


@given(languages, st.data(), days)
def test_the_past_never_lies_after_publication(language: str, data: st.DataObject, published: date) -> None:
    month = data.draw(st.sampled_from(MONTHS[language]))
    said = data.draw(st.sampled_from([f"5 {month}", f"in {month}" if language == "en" else f"en {month}"]))
    span = meant(f"Fin: {said}.", language, published, "past")
    assert span is not None and span.start <= published


@given(languages, st.data(), days)
def test_the_future_never_ends_before_publication(language: str, data: st.DataObject, published: date) -> None:
    month = data.draw(st.sampled_from(MONTHS[language]))
    span = meant(f"Fin: 5 {month}.", language, published, "future")
    assert span is not None and span.end >= published


@given(languages, st.sampled_from(range(7)), days, tenses)
def test_a_week_later_the_same_weekday_is_a_week_later(
    language: str, weekday: int, published: date, tense: TenseOfDate
) -> None:
    sentence = f"Rencontre {WEEKDAYS[language][weekday]}."
    week = timedelta(days=7)
    now, later = (meant(sentence, language, day, tense) for day in (published, published + week))
    assert now is not None and later is not None
    assert later.start - now.start == week


@given(st.integers(1, 400), days)
def test_ago_and_in_are_each_the_other_of_the_other(count: int, published: date) -> None:
    before = meant(f"Seen {count} days ago.", "en", published, "past")
    assert before is not None
    after = meant(f"Seen in {count} days.", "en", before.start, "future")
    assert after == Days(published, published, "day")


@given(languages, days)
def test_a_full_date_means_itself_whenever_it_is_read(language: str, day: date) -> None:
    written = f"Seen on {day.isoformat()} and {day.day:02}.{day.month:02}.{day.year}."
    for found in find(written, language):
        assert resolve(found, None, "unknown") == Days(day, day, "day")


@given(st.text(max_size=200) | soup, languages)
def test_expressions_are_in_order_and_do_not_overlap(text: str, language: str) -> None:
    found = find(text, language)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


@given(soup, languages, days, tenses)
def test_whatever_is_found_is_a_span_or_nothing(text: str, language: str, published: date, tense: TenseOfDate) -> None:
    for found in find(text, language):
        span = resolve(found, published, tense, published - timedelta(days=3))
        assert span is None or span.start <= span.end


@given(st.lists(sentences(), max_size=6), days, tenses)
def test_sentences_on_end_are_read_like_each_alone(
    said: list[tuple[str, str]], published: date, tense: TenseOfDate
) -> None:
    french = [sentence for sentence, language in said if language == "fr"]
    together = [resolve(found, published, tense) for found in find(" ".join(french), "fr")]
    assert together == [meant(sentence, "fr", published, tense) for sentence in french]
