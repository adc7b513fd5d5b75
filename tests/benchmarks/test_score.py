"""The scorer of the open benchmark: its laws on any events, and each figure on small examples."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from benchmarks.gold.score import Event, affinity, load, pair, score
from schemas.negotiation import Act, Role, Status
from tests.events import event as record

ROOT = Path(__file__).parents[2]

days = st.dates().map(str)
times = days.flatmap(
    lambda day: st.fixed_dictionaries(
        {"start": st.just(day), "end": st.just(day), "granularity": st.sampled_from(["day", "month"])}
    )
)
parties = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["country:NOR", "country:PER", "org:eu"]), "role": st.sampled_from(get_args(Role))}
    ),
    max_size=3,
    unique_by=lambda party: party["id"],
)
events = st.fixed_dictionaries(
    {
        "act": st.sampled_from(get_args(Act)),
        "status": st.sampled_from(get_args(Status)),
        "parties": parties,
        "time": st.none() | times,
        "evidence": st.text("abc ", max_size=20),
    },
    optional={"optional": st.just(True), "items": st.lists(st.text("abc ", max_size=9), max_size=2)},
)
articles = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(events, max_size=6))


def offer(**changes: Any) -> dict[str, Any]:
    sides = [{"id": "country:NOR", "role": "initiator"}, {"id": "country:PER", "role": "counterpart"}]
    when = {"start": "2020-02-04", "end": "2020-02-04", "granularity": "day", "basis": "stated"}
    base = {"act": "propose", "status": "occurred", "parties": sides, "time": when}
    return base | {"items": ["a pact on fishing rights"], "evidence": "Norway offered Peru a pact"} | changes


def figures(gold: dict[str, Any], predicted: dict[str, Any]) -> dict[str, Any]:
    return score({"a": [gold]}, {"a": [predicted]}).as_dict()


@given(articles)
def test_a_perfect_prediction_scores_one(gold: dict[str, list[Event]]) -> None:
    result = score(gold, gold)
    for kind in (result.found, result.core, result.exact):
        assert kind.hits == kind.gold == kind.predicted
        assert kind.f1 == (1.0 if kind.gold else 0.0)
    assert result.fields["act"].right == result.fields["act"].of == sum(map(len, gold.values()))


@given(articles)
def test_nothing_predicted_scores_nought(gold: dict[str, list[Event]]) -> None:
    result = score(gold, {})
    owed = [one for told in gold.values() for one in told if not one.get("optional")]
    assert (result.found.f1, result.core.f1, result.exact.f1) == (0.0, 0.0, 0.0)
    assert (result.found.gold, result.found.predicted) == (len(owed), 0)


@given(articles, articles, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(gold: Any, predicted: Any, chance: Any) -> None:
    turned = [dict(chance.sample(list(told.items()), len(told))) for told in (gold, predicted)]
    assert score(*turned).as_dict() == score(gold, predicted).as_dict()


@given(st.lists(events, max_size=6), st.lists(events, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_events_matters_only_between_equal_fits(gold: Any, predicted: Any, chance: Any) -> None:
    fits = sorted(fit for want in gold for got in predicted if (fit := affinity(want, got)) is not None)
    assume(all(one != other for one, other in pairwise(fits)))
    turned = [chance.sample(told, len(told)) for told in (gold, predicted)]
    assert score({"a": turned[0]}, {"a": turned[1]}).as_dict() == score({"a": gold}, {"a": predicted}).as_dict()


@given(st.lists(events, max_size=6), st.lists(events, max_size=6))
def test_each_event_stands_for_one_at_most(gold: list[Event], predicted: list[Event]) -> None:
    pairs = pair(gold, predicted)
    assert len({g for g, _ in pairs}) == len({p for _, p in pairs}) == len(pairs)
    assert all(affinity(gold[g], predicted[p]) is not None for g, p in pairs)


@given(st.lists(events, max_size=4))
def test_optional_events_are_neither_missed_nor_wrong(told: list[Event]) -> None:
    gold = {"a": [dict(one) | {"optional": True} for one in told]}
    for predicted in ({}, gold):
        found = score(gold, predicted).found
        assert (found.gold, found.predicted, found.hits) == (0, 0, 0)


def test_an_event_that_is_not_there_costs_precision_and_one_missed_recall() -> None:
    other = offer(parties=[{"id": "org:eu", "role": "initiator"}])
    found = score({"a": [offer(), offer(act="threaten")]}, {"a": [offer(), other, other]}).found
    assert (found.hits, found.gold, found.predicted) == (1, 2, 3)
    assert [found.precision, found.recall, found.f1] == pytest.approx([1 / 3, 0.5, 0.4])


def test_articles_without_gold_are_not_scored() -> None:
    assert score({"a": [offer()]}, {"a": [offer()], "b": [offer()]}).found.predicted == 1


def test_stances_are_not_core() -> None:
    result = score({"a": [offer(act="accuse"), offer()]}, {})
    assert (result.found.gold, result.core.gold) == (2, 1)


def test_a_near_act_is_found_but_not_exact() -> None:
    near = figures(offer(), offer(act="promise"))
    assert (near["found"]["f1"], near["exact"]["f1"], near["act"]["share"]) == (1.0, 0.0, 0.0)
    assert figures(offer(), offer(act="reject"))["found"]["f1"] == 0.0


@pytest.mark.parametrize(("others", "found"), [(["country:NOR"], 1.0), (["country:NOR", "org:eu", "org:un"], 0.0)])
def test_half_of_the_parties_is_enough(others: list[str], found: float) -> None:
    result = figures(offer(), offer(parties=[{"id": one, "role": "initiator"} for one in others]))
    assert (result["found"]["f1"], result["exact"]["f1"]) == (found, 0.0)


def test_roles_are_judged_beside_the_parties() -> None:
    turned = [{"id": "country:NOR", "role": "counterpart"}, {"id": "country:PER", "role": "initiator"}]
    result = figures(offer(), offer(parties=turned))
    assert (result["exact"]["f1"], result["roles"]["share"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("granularity", "start", "end", "right"),
    [
        ("day", "2020-02-04", "2020-02-04", True),
        ("day", "2020-02-04", "2020-02-05", False),
        ("month", "2020-02-09", "2020-02-09", True),
        ("month", "2020-03-01", "2020-03-01", False),
        ("week", "2020-02-09", "2020-02-09", False),
    ],
)
def test_a_month_is_hit_anywhere_a_day_exactly(granularity: str, start: str, end: str, right: bool) -> None:
    last = "2020-02-04" if granularity == "day" else "2020-02-29"
    want = {"start": "2020-02-04", "end": last, "granularity": granularity, "basis": "stated"}
    result = figures(offer(time=want), offer(time={"start": start, "end": end}))
    assert (result["date"]["right"], result["stated_date"]["right"]) == (int(right), int(right))


def test_no_date_is_wrong_only_where_gold_has_one() -> None:
    assert figures(offer(), offer(time=None))["date"]["share"] == 0.0
    assert "date" not in figures(offer(time=None), offer())


def test_an_item_needs_half_of_the_words_without_accents() -> None:
    want = offer(items=["un régime de pêche étendu"])
    assert figures(want, offer(items=["REGIME de peche"]))["items"]["share"] == 1.0
    assert figures(want, offer(items=["un régime"]))["items"]["share"] == 0.0
    assert "items" not in figures(offer(items=[]), offer())


def test_the_better_fit_is_taken() -> None:
    later = offer(time={"start": "2021-01-01", "end": "2021-01-01", "granularity": "day"})
    assert pair([offer()], [later, offer()]) == [(0, 1)]


def test_records_are_read_and_retracted_ones_are_not(tmp_path: Path) -> None:
    lines = [record(1).model_dump_json(by_alias=True), record(1, retracted=True).model_dump_json(by_alias=True)]
    (tmp_path / "records.jsonl").write_text("\n".join(lines))
    told = load(tmp_path / "records.jsonl")
    assert [len(events) for events in told.values()] == [1]
    assert list(told) == ["article-1"]
    assert score(told, told).exact.f1 == 1.0


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "a"}', '{"events": []}', '{"act": "talks"}', '{"article": {"id": "a"}}']
)
def test_a_line_of_neither_form_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "events": []}\n' + line)
    with pytest.raises(ValueError, match=r"bad\.jsonl:2: neither"):
        load(path)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.gold.score", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_command(tmp_path: Path) -> None:
    gold, predicted, strange = (str(tmp_path / name) for name in ("gold", "predicted", "strange"))
    Path(gold).write_text(json.dumps({"id": "a", "events": [offer(), offer(act="threaten")]}))
    Path(predicted).write_text(json.dumps({"id": "a", "events": [offer()]}))
    Path(strange).write_text(json.dumps({"id": "b", "events": [offer()]}))
    assert json.loads(run(gold, predicted, "--json").stdout)["found"]["recall"] == 0.5
    shown = run(gold, predicted, "--show", "missed").stdout
    assert "a: missed\n    threaten/occurred" in shown
    assert "found       P 1.000  R 0.500  F1 0.667   (gold 2, predicted 1)" in shown
    assert "do its ids name the articles" in run(gold, strange).stderr
    assert run(gold, str(tmp_path / "none")).returncode == 1
