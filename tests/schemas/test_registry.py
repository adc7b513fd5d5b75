"""The published schemas in a registry: in a real one, and what is said where it cannot be used."""

import base64
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from schemas.publish import FOLDER
from schemas.registry import Registry, RegistrySettings, publish, standing
from schemas.topics import NEGOTIATION_EVENTS, TOPICS
from services.commands.schemas import command
from tests.servers.registry import Apicurio

EXAMPLES = FOLDER.parent / "examples"


@pytest.fixture(scope="module")
def apicurio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = Apicurio(tmp_path_factory.mktemp("apicurio")).start()
    # As registries mostly are at first; it would refuse each second version of ours, for it knows no 2020-12.
    Registry(server.url, RegistrySettings()).call("PUT", "/config", {"compatibility": "BACKWARD"})
    yield server.url
    server.wipe()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["publish", *arguments])


@pytest.mark.timeout(300)
def test_every_version_of_every_topic_can_be_looked_up_and_a_repeat_changes_nothing(
    apicurio: str, tmp_path: Path
) -> None:
    assert run("--registry", apicurio, "--check").exit_code == 1

    # A registry that was filled before the newest minor came, by somebody who left its settings as they are.
    old = shutil.copytree(FOLDER, tmp_path / "old")
    newest = NEGOTIATION_EVENTS.record.schema_id()
    (old / f"{newest}.json").unlink()
    registry = Registry(apicurio, RegistrySettings())
    earlier = list(publish(registry, [NEGOTIATION_EVENTS], old))
    assert newest not in {entry.schema for entry in earlier}

    first = run("--registry", apicurio)
    assert first.exit_code == 0, first.output
    assert f"{newest:<24}registered" in first.output
    again = run("--registry", apicurio, "--json")
    assert {json.loads(line)["state"] for line in again.output.splitlines()} == {"is there"}
    assert run("--registry", apicurio, "--check").exit_code == 0
    assert {entry.subject for entry in standing(registry)} == {f"{topic.name}-value" for topic in TOPICS}


@pytest.mark.timeout(300)
def test_what_the_registry_hands_out_judges_events_as_the_file_does(apicurio: str) -> None:
    registry = Registry(apicurio, RegistrySettings())
    list(publish(registry, [replace(NEGOTIATION_EVENTS, name="of-another-deployment")]))
    told = registry.call("GET", "/subjects/of-another-deployment-value/versions/latest")
    assert told is not None and told["schemaType"] == "JSON"
    validator = jsonschema.Draft202012Validator(json.loads(told["schema"]))
    folder = EXAMPLES / NEGOTIATION_EVENTS.record.subject
    for path in folder.glob("*.pass.json"):
        event = json.loads(path.read_text(encoding="utf-8")) | {"schema": NEGOTIATION_EVENTS.record.schema_id()}
        assert validator.is_valid(event), path.name
    assert not validator.is_valid({"schema": NEGOTIATION_EVENTS.record.schema_id()})


@pytest.mark.timeout(300)
def test_an_address_beside_the_api_is_told(apicurio: str) -> None:
    told = run("--registry", apicurio.removesuffix("/apis/ccompat/v7"))
    assert told.exit_code == 2
    assert "Apicurio's ends with /apis/ccompat/v7" in told.output


class Answering:
    """A server that answers every request alike, and remembers them."""

    def __init__(self, status: int, body: bytes, **headers: str) -> None:
        self.asked: list[tuple[str, str | None]] = []
        answering = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                answering.asked.append((self.path, self.headers.get("Authorization")))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Nothing is printed."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "Answering":
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def test_who_we_are_comes_from_the_environment_and_goes_to_this_address_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POURPARLER_REGISTRY_USERNAME", "ada")
    monkeypatch.setenv("POURPARLER_REGISTRY_PASSWORD", "a secret")
    with Answering(200, b"{}") as elsewhere, Answering(307, b"", Location=elsewhere.url) as server:
        told = run("--registry", server.url)
    assert told.exit_code == 2 and "refuses (307)" in told.output
    assert server.asked == [("/subjects/feeds.v1-value", f"Basic {base64.b64encode(b'ada:a secret').decode()}")]
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (401, b"", "POURPARLER_REGISTRY_USERNAME"),
        (403, b'{"error_code": 40301, "message": "no"}', "this user may not do that"),
        (
            409,
            b'{"error_code": 409, "message": "incompatible"}',
            "incompatible; set the subject's compatibility to NONE",
        ),
        (500, b"[]", "refuses (500)"),
        (200, b"<html>", "is no schema registry"),
        (200, b"[1]", "is no schema registry"),
    ],
)
def test_what_a_registry_says_comes_with_a_remedy(status: int, body: bytes, said: str) -> None:
    with Answering(status, body) as server:
        told = run("--registry", server.url)
    assert told.exit_code == 2
    assert said in told.output


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:1", "does not answer"),
        ("registry.example", "begins with http:// or https://"),
        ("https://ada:hidden@registry.example", "no name and password in the address"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(address: str, said: str) -> None:
    told = run("--registry", address)
    assert told.exit_code == 2
    assert said in told.output
    assert "hidden" not in told.output
