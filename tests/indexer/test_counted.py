"""What the indexer counts of the events it writes: signals of how well articles are read."""

from pathlib import Path

from services.database import open_database
from services.indexer.app import TABLES
from services.indexer.handler import Handler
from services.indexer.sqlite_store import SqliteStore
from services.telemetry import Metrics
from tests.events import event


async def test_events_are_counted_once_by_what_they_tell_and_how_surely(tmp_path: Path) -> None:
    metrics = Metrics()
    german = event(4).article.model_copy(update={"language": "de"})
    events = [
        event(1),
        event(2, act="demand", confidence={"overall": 0.35}),
        event(3, revision=2, retracted=True),
        event(4, article=german),
    ]
    with open_database(tmp_path / "events.sqlite", TABLES) as database:
        handler = Handler(SqliteStore(database), metrics=metrics)
        await handler(events)
        await handler(events)
    assert metrics.counted("events_total") == 3
    assert metrics.counted("events_total", act="demand", status="occurred", language="fr") == 1
    assert metrics.counted("events_total", language="other") == 1
    below = metrics.registry.get_sample_value("pourparler_confidence_bucket", {"language": "fr", "le": "0.4"})
    assert below == 1
    assert metrics.registry.get_sample_value("pourparler_confidence_count", {"language": "fr"}) == 2
