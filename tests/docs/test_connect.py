"""docs/consuming.md, "Kafka Connect": a real worker reads the events with the settings told there."""

import re
from pathlib import Path

import pytest

from schemas.topics import NEGOTIATION_EVENTS
from services.cloudevents import outgoing
from services.kafka.producer import Producer
from tests.events import event
from tests.kafka.processes import until
from tests.kafka.world import kafka_world
from tests.servers import java
from tests.servers.kafka import VERSION

_ARTIFACTS = (
    f"org.apache.kafka:connect-runtime:{VERSION}",
    f"org.apache.kafka:connect-json:{VERSION}",
)
_SINK = Path(__file__).with_name("LinesSink.java")
GUIDE = (Path(__file__).parents[2] / "docs" / "consuming.md").read_text(encoding="utf-8")


def told() -> list[str]:
    """The settings of the guide."""
    section = GUIDE.split("## Kafka Connect")[1].split("\n## ")[0]
    return re.findall(r"`((?:key|value)\.converter[^`]*)`", section)


@pytest.mark.timeout(240)
async def test_a_sink_takes_the_events_as_they_are(kafka_servers: str, tmp_path: Path) -> None:
    assert len(told()) == 3
    async with kafka_world(kafka_servers) as settings:
        async with Producer(settings) as producer:
            await producer.send([outgoing(one, NEGOTIATION_EVENTS) for one in (event(1), event(2, retracted=True))])
        (port,) = java.free_ports(1)
        (worker := tmp_path / "worker.properties").write_text(
            "\n".join(
                [
                    f"bootstrap.servers={kafka_servers}",
                    f"offset.storage.file.filename={tmp_path / 'offsets'}",
                    f"listeners=http://127.0.0.1:{port}",
                    "plugin.discovery=only_scan",
                    *told(),
                ]
            )
        )
        (sink := tmp_path / "sink.properties").write_text(
            "\n".join(
                [
                    "name=events",
                    "connector.class=LinesSink",
                    f"topics={settings.on_brokers(NEGOTIATION_EVENTS.name)}",
                    f"file={tmp_path / 'events.txt'}",
                ]
            )
        )
        path, libraries = java.find_java(17), java.jars("connect", _ARTIFACTS)
        command = java.command(path, [java.compiled("connect-sink", _SINK, path, libraries, 17), *libraries], "384m")
        arguments = [*command, "org.apache.kafka.connect.cli.ConnectStandalone", str(worker), str(sink)]
        process = java.Process.start(arguments, tmp_path / "log", lambda _: True)

        lines = {f"{event(number).id} {event(number).id} 1 {gone}" for number, gone in ((1, "false"), (2, "true"))}

        async def are_there() -> bool:
            assert process.is_alive(), (tmp_path / "log").read_text()[-3000:]
            file = tmp_path / "events.txt"
            return file.exists() and lines <= set(file.read_text().splitlines())

        try:
            await until(are_there, 180)
        finally:
            process.end()
