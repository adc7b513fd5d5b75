"""docs/consuming.md: its programs read the same events from real brokers, each once and in its newest revision."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.topics import NEGOTIATION_EVENTS
from services.cloudevents import outgoing
from services.kafka.producer import Producer
from tests.events import event
from tests.kafka.world import kafka_world
from tests.servers import java

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
EVENTS = (
    event(1),
    event(2),
    event(1),  # a repeat
    event(2, revision=2, act="agree"),
    event(2),  # an old revision, late
    event(3, revision=2, retracted=True),
)
SEEN = {
    (f"{1:032x}", 1, False, "talks"),
    (f"{2:032x}", 1, False, "talks"),
    (f"{2:032x}", 2, False, "agree"),
    (f"{3:032x}", 2, True, "talks"),
}


def python(folder: Path) -> list[str]:
    return [sys.executable, str(EXAMPLES / "consume.py")]


def java_program(folder: Path) -> list[str]:
    assert shutil.which("mvn"), "the Java example needs Maven: install maven and a JDK 17 or newer"
    shutil.copytree(EXAMPLES / "java", folder / "java")
    goals = ["compile", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"]
    subprocess.run(["mvn", "-q", "-B", "-ntp", *goals], cwd=folder / "java", check=True, stdout=sys.stderr)
    paths = [folder / "java" / "target" / "classes", *(folder / "java" / "target" / "dependency").glob("*.jar")]
    return [*java.command(java.find_java(17), paths, "128m"), "Consume"]


def javascript(folder: Path) -> list[str]:
    assert shutil.which("npm"), "the JavaScript example needs node and npm"
    shutil.copytree(EXAMPLES / "javascript", folder / "javascript")
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run(["npm", "ci", *options], cwd=folder / "javascript", check=True, stdout=sys.stderr)
    return ["node", str(folder / "javascript" / "consume.js")]


@pytest.mark.timeout(240)
@pytest.mark.parametrize("program", [python, java_program, javascript])
async def test_the_program_reads_each_event_once_in_its_newest_revision(
    program: Callable[[Path], list[str]], kafka_servers: str, tmp_path: Path
) -> None:
    command = await asyncio.to_thread(program, tmp_path)
    async with kafka_world(kafka_servers, [NEGOTIATION_EVENTS]) as settings:
        async with Producer(settings) as producer:
            for one in EVENTS:
                await producer.send([outgoing(one, NEGOTIATION_EVENTS)])
        told = {
            "KAFKA_BOOTSTRAP_SERVERS": settings.bootstrap_servers,
            "TOPIC": settings.on_brokers(NEGOTIATION_EVENTS.name),
            "GROUP": f"{settings.group_prefix}-newsroom",
        }
        process = await asyncio.create_subprocess_exec(*command, env=os.environ | told, stdout=asyncio.subprocess.PIPE)
        assert process.stdout is not None
        lines: list[bytes] = []
        try:
            async with asyncio.timeout(60):
                while len(lines) < len(SEEN):
                    lines.append(await process.stdout.readline())
                    assert lines[-1], "the program ended by itself"
        finally:
            process.kill()
            await process.wait()
    seen = [json.loads(line) for line in lines]
    assert {(one["id"], one["revision"], one["retracted"], one["act"]) for one in seen} == SEEN
