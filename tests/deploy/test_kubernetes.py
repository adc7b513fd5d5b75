"""The manifests: valid for the API server and the operators, confined, and saying what the table of topics says."""

import copy
import ipaddress
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import trustme
import yaml
from click.testing import CliRunner

from schemas.topics import ARTICLES, FEED_STATES, FEEDS, NEGOTIATION_EVENTS, TOPICS, topic_named
from services.commands.topics import command
from services.extractor.settings import ExtractorSettings
from services.kafka import strimzi
from services.kafka.settings import KafkaSettings
from tests.deploy.kustomize import Resource, rendered
from tests.deploy.stack import DEPLOY

SCHEMAS = Path(__file__).parent / "schemas"
OVERLAYS = ("kind", "production")
SERVICES = ("fetcher", "extractor", "indexer")

pytestmark = pytest.mark.timeout(300)


def of_kind(overlay: str, *kinds: str) -> Iterator[Resource]:
    yield from (one for one in rendered(overlay) if one["kind"] in kinds)


def named(overlay: str, kind: str, name: str) -> Resource:
    (found,) = (one for one in of_kind(overlay, kind) if one["metadata"]["name"] == name)
    return found


def pods(overlay: str) -> Iterator[tuple[str, Resource]]:
    for one in of_kind(overlay, "Deployment", "StatefulSet", "Job"):
        yield one["metadata"]["name"], one["spec"]["template"]["spec"]


@cache
def schema(api: str, kind: str) -> dict[str, Any]:
    own = SCHEMAS / f"{api.replace('/', '_')}_{kind}.json".lower()
    if own.exists():
        read: dict[str, Any] = json.loads(own.read_text(encoding="utf-8"))
        return read
    kubernetes = json.loads((SCHEMAS / "kubernetes.json").read_text(encoding="utf-8"))
    reference = kubernetes["kinds"][f"{api.replace('/', '_')}_{kind}".lower()]
    return {"$ref": reference, "definitions": kubernetes["definitions"]}


def faults(resource: Resource) -> list[str]:
    validator = jsonschema.Draft7Validator(schema(resource["apiVersion"], resource["kind"]))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(resource)]


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_resource_is_valid(overlay: str) -> None:
    found = {f"{one['kind']} {one['metadata']['name']}": faults(one) for one in rendered(overlay)}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("kind", ["StatefulSet", "KafkaTopic", "KafkaUser", "Kafka", "ScaledObject", "ServiceMonitor"])
def test_a_field_that_nobody_knows_would_be_noticed(kind: str) -> None:
    resource = copy.deepcopy(next(of_kind("kind", kind)))
    resource["spec"]["mispelt"] = 1
    assert faults(resource)


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_an_article_that_swells_is_given_up_before_its_pod_is_ended(overlay: str) -> None:
    (extractor,) = named(overlay, "StatefulSet", "extractor")["spec"]["template"]["spec"]["containers"]
    told = {one["name"]: one.get("value") for one in extractor["env"]}
    others = int(told["POURPARLER_EXTRACTOR_WORKERS"]) - 1
    # By the figures of docs/operations.md: what the service and its other workers take.
    needed = ExtractorSettings().memory_limit + 300 * 10**6 + others * 500 * 10**6
    assert _bytes(extractor["resources"]["limits"]["memory"]) >= needed


def _bytes(quantity: str) -> int:
    units = {"Mi": 1024**2, "Gi": 1024**3}
    return int(quantity[:-2]) * units[quantity[-2:]]


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_pod_passes_the_restricted_standard_and_is_bounded(overlay: str) -> None:
    """Source: Kubernetes' documentation, "Pod Security Standards", Restricted."""
    for name, pod in pods(overlay):
        assert pod["securityContext"]["runAsNonRoot"] is True, name
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert {next(iter(set(one) - {"name"})) for one in pod["volumes"]} <= {"emptyDir", "secret"}
        assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
        for container in pod["containers"]:
            confined = container["securityContext"]
            assert confined["allowPrivilegeEscalation"] is False
            assert confined["capabilities"] == {"drop": ["ALL"]}
            assert confined["readOnlyRootFilesystem"] is True
            assert {"memory", "ephemeral-storage"} <= set(container["resources"]["limits"])
            assert {"cpu", "memory", "ephemeral-storage"} <= set(container["resources"]["requests"])
            assert ":" in container["image"] and not container["image"].endswith(":latest")


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_service_is_probed_spread_and_not_all_taken_away_at_once(overlay: str) -> None:
    budgets = {one["metadata"]["name"] for one in of_kind(overlay, "PodDisruptionBudget")}
    for name, pod in pods(overlay):
        if name == "setup":
            continue
        (container,) = pod["containers"]
        paths = {probe: container[f"{probe}Probe"]["httpGet"]["path"] for probe in ("startup", "liveness", "readiness")}
        assert paths == {"startup": "/healthz", "liveness": "/healthz", "readiness": "/readyz"}
        assert name in budgets
        assert pod["topologySpreadConstraints"]
        assert pod["terminationGracePeriodSeconds"] >= 60


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_secrets_are_referred_to_never_told(overlay: str) -> None:
    assert not list(of_kind(overlay, "Secret"))
    for _, pod in pods(overlay):
        for one in pod["containers"][0].get("env", ()):
            assert "PASSWORD" not in one["name"] or "secretKeyRef" in one["valueFrom"]
    for one in of_kind(overlay, "ConfigMap"):
        assert not [name for name in one["data"] if "PASSWORD" in name]


def test_each_service_is_who_its_user_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a pod is told makes settings that can be used, and the name is one that users.yaml allows things to."""
    data = named("production", "ConfigMap", "pourparler")["data"]
    users = {one["metadata"]["name"] for one in of_kind("production", "KafkaUser")}
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "ca.crt"))
    for name, pod in pods("production"):
        if name == "setup":
            continue
        mounted = {one["name"]: one["mountPath"] for one in pod["containers"][0]["volumeMounts"]}
        assert data["POURPARLER_KAFKA_CA_FILE"] == f"{mounted['kafka-ca']}/ca.crt"
        told = data | {one["name"]: one.get("value", "from elsewhere") for one in pod["containers"][0]["env"]}
        with monkeypatch.context() as patch:
            for variable, value in (told | {"POURPARLER_KAFKA_CA_FILE": str(tmp_path / "ca.crt")}).items():
                patch.setenv(variable, value)
            settings = KafkaSettings()
        assert settings.username == f"pourparler-{name}"
        assert settings.username in users
        assert settings.security_protocol == "SASL_SSL"


def test_topics_and_users_are_what_the_table_says(tmp_path: Path) -> None:
    folder = DEPLOY / "kubernetes" / "base" / "kafka"
    stale = [name for name, text in strimzi.files(TOPICS, "pourparler").items() if (folder / name).read_text() != text]
    assert stale == [], "run: pourparler topics manifests deploy/kubernetes/base/kafka"
    CliRunner().invoke(command, ["manifests", str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == {"topics.yaml", "users.yaml"}
    again = CliRunner().invoke(command, ["manifests", str(tmp_path)])
    assert "nothing to write" in again.output


def may(user: str, operation: str) -> set[str]:
    (found,) = (one for one in of_kind("production", "KafkaUser") if one["metadata"]["name"] == user)
    acls = found["spec"]["authorization"]["acls"]
    return {
        one["resource"]["name"]
        for one in acls
        if one["resource"]["type"] == "topic" and operation in one["operations"] and one["type"] == "allow"
    }


def test_a_service_may_do_its_work_and_nothing_else() -> None:
    assert may("pourparler-fetcher", "Read") == {FEEDS.name, FEED_STATES.name}
    assert may("pourparler-fetcher", "Write") == {
        ARTICLES.name, FEED_STATES.name, "feeds.v1.fetcher.dead", "feed-states.v1.fetcher.dead"
    }  # fmt: skip
    assert may("pourparler-extractor", "Read") == {ARTICLES.name}
    assert may("pourparler-extractor", "Write") == {NEGOTIATION_EVENTS.name, "articles.v1.extractor.dead"}
    assert may("pourparler-indexer", "Read") == {NEGOTIATION_EVENTS.name}
    assert may("pourparler-indexer", "Write") == {NEGOTIATION_EVENTS.name, "negotiation-events.v1.indexer.dead"}
    assert may("newsroom", "Read") == {NEGOTIATION_EVENTS.name}
    assert may("newsroom", "Write") == set()


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_scaling_follows_groups_and_topics_that_there_are(overlay: str) -> None:
    for one in of_kind(overlay, "ScaledObject"):
        (trigger,) = one["spec"]["triggers"]
        target = one["spec"]["scaleTargetRef"]
        named(overlay, target["kind"], target["name"])
        topic = topic_named(trigger["metadata"]["topic"])
        assert target["name"] in topic.consumers
        assert trigger["metadata"]["consumerGroup"] == KafkaSettings().group(target["name"])
        assert one["spec"]["maxReplicaCount"] <= topic.partitions
        assert "replicas" not in named(overlay, target["kind"], target["name"])["spec"], "KEDA and we would fight"


def egress(name: str) -> list[Resource]:
    """What the policies let a service reach."""
    found: list[Resource] = []
    for one in of_kind("production", "NetworkPolicy"):
        selector = one["spec"]["podSelector"]
        chosen = selector.get("matchLabels", {}).get("app.kubernetes.io/name") == name
        for rule in selector.get("matchExpressions", ()):
            chosen = chosen or name in rule["values"]
        found += one["spec"].get("egress", []) if chosen else []
    return found


def ports(rules: list[Resource]) -> set[int]:
    return {port["port"] for rule in rules for port in rule["ports"]}


def test_who_reaches_what() -> None:
    assert ports(egress("extractor")) == {53, 9093}
    assert ports(egress("indexer")) == {53, 9093, 9200}
    assert ports(egress("setup")) == {53, 9200}
    assert not [rule for name in ("extractor", "indexer", "setup") for rule in egress(name) if "ipBlock" in str(rule)]


@pytest.mark.parametrize(
    ("address", "reached"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.0.0.1", False),
        ("172.20.3.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("fd00::1", False),
        ("fe80::1", False),
        ("::1", False),
    ],
)
def test_the_fetcher_reaches_the_internet_and_no_private_range(address: str, reached: bool) -> None:
    blocks = [to["ipBlock"] for rule in egress("fetcher") for to in rule["to"] if "ipBlock" in to]
    one = ipaddress.ip_address(address)
    inside = [
        one in ipaddress.ip_network(block["cidr"])
        and not any(one in ipaddress.ip_network(other) for other in block.get("except", ()))
        for block in blocks
        if ipaddress.ip_network(block["cidr"]).version == one.version
    ]
    assert any(inside) is reached


def test_one_policy_shuts_everything_first() -> None:
    policy = named("production", "NetworkPolicy", "nothing")["spec"]
    assert policy["policyTypes"] == ["Ingress", "Egress"] and "egress" not in policy and "ingress" not in policy
    assert set(policy["podSelector"]["matchExpressions"][0]["values"]) == {*SERVICES, "setup"}


def test_metrics_are_looked_for_where_they_are_and_under_the_name_that_the_rules_know() -> None:
    (monitor,) = of_kind("production", "ServiceMonitor")
    wanted = monitor["spec"]["selector"]["matchLabels"]
    found = [one for one in of_kind("production", "Service") if wanted.items() <= one["metadata"]["labels"].items()]
    assert {one["metadata"]["name"] for one in found} == set(SERVICES)
    assert {one["metadata"]["labels"][monitor["spec"]["jobLabel"]] for one in found} == {"pourparler"}
    for one in found:
        assert monitor["spec"]["endpoints"][0]["port"] in {port["name"] for port in one["spec"]["ports"]}


def test_the_smallest_cluster_needs_one_broker() -> None:
    for one in of_kind("kind", "KafkaTopic"):
        assert one["spec"]["replicas"] == 1 and one["spec"]["config"]["min.insync.replicas"] == "1"


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_rules_and_dashboards_come_with_the_rest(overlay: str) -> None:
    (rules,) = of_kind(overlay, "PrometheusRule")
    told = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text(encoding="utf-8"))
    assert rules["spec"] == told, "run: python deploy/rules.py"
    maps = [one for one in of_kind(overlay, "ConfigMap") if one["metadata"].get("labels", {}).get("grafana_dashboard")]
    found = {name: text for one in maps for name, text in one["data"].items()}
    files = (DEPLOY / "grafana" / "dashboards").glob("*.json")
    assert found == {path.name: path.read_text(encoding="utf-8") for path in files}


def test_the_job_that_sets_up_does_not_stand_in_the_way_of_the_next_one() -> None:
    """A job's template cannot be changed: what is applied again must find none, or be allowed to replace it."""
    job = named("production", "Job", "setup")
    assert job["spec"]["ttlSecondsAfterFinished"] <= 300
    assert job["metadata"]["annotations"] == {
        "argocd.argoproj.io/sync-options": "Force=true,Replace=true",
        "kustomize.toolkit.fluxcd.io/force": "enabled",
    }
