"""What is written can be read, by programs of another age too; what cannot be read says why and no more."""

import json
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import (
    Article,
    BrokenJson,
    CodecError,
    DeadLetter,
    Feed,
    FeedState,
    InvalidRecord,
    NegotiationEvent,
    UnknownSchema,
    decode,
    encode,
)
from schemas.negotiation import Span

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
# Zones are whole minutes from UTC: ISO 8601 has no word for the seconds of local mean times of old.
ZONES = st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=ZONES)
OPTIONAL_WORDS = st.none() | WORDS
LETTERS = st.builds(
    DeadLetter,
    id=st.text("0123456789abcdef", min_size=1),
    service=WORDS,
    topic=WORDS,
    offset=st.integers(0, 2**62),
    key=OPTIONAL_WORDS,
    reason=st.just("broken-json"),
    error=WORDS,
    produced_at=MOMENTS,
    raw=st.binary(max_size=200),
)
ARTICLES = st.builds(
    Article,
    id=st.text(min_size=1, max_size=20, alphabet=st.characters(exclude_categories=["Cs"])),
    title=OPTIONAL_WORDS,
    published_at=st.none() | MOMENTS,
    produced_at=MOMENTS,
    html=WORDS,
)
STATES = st.builds(
    FeedState,
    url=st.just("https://news.example/rss"),
    etag=OPTIONAL_WORDS,
    interval_seconds=st.floats(1e-6, 1e9),
    polled_at=MOMENTS,
    next_poll_at=MOMENTS,
    seen=st.dictionaries(WORDS, MOMENTS, max_size=4),
)


def state(**fields: Any) -> dict[str, Any]:
    moment = "2026-03-10T09:00:00Z"
    least = {"schema": "feed-state/1.1", "url": "https://news.example/rss", "interval_seconds": 60}
    return least | {"polled_at": moment, "next_poll_at": moment} | fields


def raw(**fields: Any) -> bytes:
    return json.dumps(state(**fields)).encode()


@given(st.one_of(LETTERS, ARTICLES, STATES))
def test_what_is_written_is_read_again(record: DeadLetter | Article | FeedState) -> None:
    again = decode(encode(record), type(record))
    assert again == record
    assert encode(again) == encode(record)


def test_a_dead_letter_keeps_its_bytes_whatever_they_are(every_byte: bytes) -> None:
    where = {"id": "1", "service": "indexer", "topic": "t", "offset": 0}
    why = {"reason": "broken-json", "error": "?", "produced_at": "2026-03-10T09:00:00Z"}
    letter = DeadLetter.model_validate(where | why | {"raw": every_byte})
    assert decode(encode(letter), DeadLetter).raw == every_byte


@pytest.fixture
def every_byte() -> bytes:
    return bytes(range(256))


def test_equal_states_are_equal_bytes_in_whatever_order_entries_were_met() -> None:
    one, other = "2026-03-10T09:00:00Z", "2026-03-11T09:00:00Z"
    forwards = decode(raw(seen={"a": one, "b": other}), FeedState)
    backwards = decode(raw(seen={"b": other, "a": one}), FeedState)
    assert encode(forwards) == encode(backwards)


def test_the_first_field_says_what_the_record_is() -> None:
    assert encode(Feed(url="https://news.example/é")).startswith(b'{"schema":"feed/1.1",')
    assert "é".encode() in encode(Feed(url="https://news.example/é"))


@pytest.mark.parametrize("minor", [0, 1, 7, 42])
def test_any_minor_is_read_and_new_fields_are_passed_over(minor: int) -> None:
    failure = {"kind": "hard", "reason": "gone", "since": "2026-03-10T09:00:00Z", "count": 1, "mood": "low"}
    newer = raw(schema=f"feed-state/1.{minor}", colour="green", failure=failure)
    assert decode(newer, FeedState).failure is not None


@pytest.mark.parametrize(
    "schema", ["feed-state/2.0", "feed/1.0", "feed-state/1", "feed-state/1.x", "feed-state/1.-1", "", 1, None]
)
def test_another_subject_or_major_is_refused(schema: object) -> None:
    with pytest.raises(UnknownSchema, match=r"feed-state/1\.2"):
        decode(raw(schema=schema), FeedState)


def test_a_record_that_does_not_say_what_it_is_is_refused() -> None:
    with pytest.raises(UnknownSchema, match="does not say"):
        decode(b'{"url":"https://news.example/rss"}', Feed)


def test_the_python_name_of_a_field_is_no_name_on_the_wire() -> None:
    with pytest.raises(UnknownSchema, match="does not say"):
        decode(b'{"schema_":"feed/1.1","url":"https://news.example/rss"}', Feed)


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe", b'{"schema":"feed/1.0"', b"[" * 5000, b"\x00"])
def test_what_is_not_json_is_told_so(broken: bytes) -> None:
    with pytest.raises(BrokenJson, match="not a JSON record"):
        decode(broken, Feed)


@pytest.mark.parametrize("other", [b"[]", b"3", b"null", b'"feed/1.0"'])
def test_json_that_is_no_object_is_an_invalid_record(other: bytes) -> None:
    with pytest.raises(InvalidRecord, match="record: "):
        decode(other, Feed)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"url": ""}, "url"),
        ({"interval_seconds": "60"}, "interval_seconds"),
        ({"polled_at": 1773133200}, "polled_at"),
        ({"polled_at": "2026-03-10T09:00:00"}, "polled_at"),
        ({"failure": {"kind": "odd"}}, "failure.kind"),
    ],
)
def test_an_invalid_record_names_the_field(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(InvalidRecord, match=f"feed-state/1.2: .*{name}: "):
        decode(raw(**fields), FeedState)


@pytest.mark.parametrize(
    "leaky",
    [
        raw(url=["https://user:hunter2@news.example"]),
        raw(seen={"https://user:hunter2@news.example": "no moment"}),
        raw(schema="hunter2"),
        raw(polled_at="hunter2"),
        b'{"schema": "hunter2',
    ],
)
def test_errors_never_repeat_content(leaky: bytes) -> None:
    with pytest.raises(CodecError) as refused:
        decode(leaky, FeedState)
    assert "hunter2" not in str(refused.value)
    assert refused.value.__suppress_context__


def test_a_hopeless_record_does_not_fill_the_log() -> None:
    with pytest.raises(InvalidRecord, match="more") as refused:
        decode(raw(seen={f"{n}!": 0 for n in range(1000)}), FeedState)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize(
    ("error", "reason"),
    [(BrokenJson, "broken-json"), (UnknownSchema, "unknown-schema"), (InvalidRecord, "invalid-record")],
)
def test_each_error_has_its_word_for_counting(error: type[CodecError], reason: str) -> None:
    assert error.reason == reason


def test_records_are_closed_to_write() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Feed(url="https://news.example/rss", titel="x")  # type: ignore[call-arg]
    with pytest.raises(ValidationError, match=r"feed/1\.1"):
        Feed.model_validate(state() | {"schema": "feed/1.7"})


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_numbers_json_has_no_word_for_are_refused(number: float) -> None:
    with pytest.raises(ValidationError, match="finite"):
        FeedState.model_validate(state(interval_seconds=number))


def test_a_span_must_be_as_long_as_its_text() -> None:
    with pytest.raises(ValidationError, match="do not enclose"):
        Span(text="Valletta", start=10, end=17)


def test_an_event_of_a_later_minor_is_read_by_todays_program() -> None:
    event = {
        "schema": "negotiation-event/1.7",
        "id": "0" * 32,
        "produced_at": "2026-03-10T09:00:00Z",
        "article": {"id": "a", "language": "fr", "text_digest": "sha256:" + "0" * 64, "tone": "calm"},
        "act": "talks",
        "status": "occurred",
        "parties": [],
        "evidence": [{"text": "é", "start": 0, "end": 1}],
        "confidence": {"overall": 0.5},
        "extractor": {"name": "pourparler", "version": "9"},
        "urgency": 3,
    }
    assert decode(json.dumps(event).encode(), NegotiationEvent).schema_ == NegotiationEvent.schema_id()
