"""What the compose file takes from its surroundings is what is told to users; the demo's settings are such as work."""

import re

import pytest
import yaml
from click.testing import CliRunner

from services.commands.demo import command
from services.demo.press import shipped
from services.fetcher.opml import read
from services.fetcher.settings import FetcherSettings
from tests.deploy.stack import DEPLOY

COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
EXAMPLE = (DEPLOY / ".env.example").read_text(encoding="utf-8")
DEMO = dict(re.findall(r"^(\w+)=(.*)$", (DEPLOY / "demo.env").read_text(encoding="utf-8"), re.MULTILINE))
_OF_THE_DEMO = {"DEMO_ARTICLES", "NEWSPAPERS_ADDRESS", "NEWSPAPERS_NETWORK", "POURPARLER_FETCHER_NEAR_DUPLICATES"}


def test_every_variable_is_in_the_example_and_none_besides() -> None:
    taken = set(re.findall(r"\$\{(\w+)", COMPOSE)) - _OF_THE_DEMO
    told = set(re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE, re.MULTILINE)) - {"COMPOSE_PROFILES"}
    assert told == taken


def test_the_example_tells_the_defaults() -> None:
    defaults = dict(re.findall(r"\$\{(\w+):?-([^}]*)\}", COMPOSE))
    told = dict(re.findall(r"^# ([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
    assert told == {name: defaults[name] for name in told}


def test_every_service_of_ours_is_confined_and_bounded() -> None:
    services = yaml.safe_load(COMPOSE)["services"]
    ours = {name: one for name, one in services.items() if "POURPARLER_IMAGE" in one["image"]}
    assert {"fetcher", "extractor", "indexer", "setup"} <= set(ours)
    for name, one in ours.items():
        assert one["read_only"] and one["cap_drop"] == ["ALL"] and one["mem_limit"], name
    assert all(one["mem_limit"] for one in services.values())


def test_only_loopback_is_published() -> None:
    ports = [port for one in yaml.safe_load(COMPOSE)["services"].values() for port in one.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_demo_lets_the_fetcher_reach_the_newspapers_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in DEMO.items():
        monkeypatch.setenv(name, value)
    settings = FetcherSettings()
    newspapers = re.search(r"NEWSPAPERS_ADDRESS:-([^}]+)", COMPOSE)
    assert newspapers is not None
    assert [str(one) for one in settings.allow_networks] == [f"{newspapers[1]}/32"]
    assert settings.oldest is None


def test_the_feeds_of_the_demo_can_be_subscribed_to_at_any_address() -> None:
    printed = CliRunner().invoke(command, ["--opml", "http://newspapers:8080/"])
    assert printed.exit_code == 0
    feeds = read(printed.output.strip().encode())
    assert [one.url for one in feeds] == [f"http://newspapers:8080{one.feed_path}" for one in shipped().outlets]
