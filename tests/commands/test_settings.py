"""Settings from the environment that cannot be used are told by their names, whatever the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from services.__main__ import cli


def run(database: Path, words: str, **environment: str) -> Result:
    told = {"POURPARLER_DATABASE": str(database), "POURPARLER_REGISTRY_URL": "http://127.0.0.1:1", **environment}
    return CliRunner().invoke(cli, words.split(), env=told, catch_exceptions=False)


@pytest.mark.parametrize(
    ("words", "name", "value", "expected"),
    [
        ("run --once", "POURPARLER_FETCHER_REDIRECTS", "abc", "valid integer"),
        ("run --once", "POURPARLER_FETCHER_ALLOW_NETWORKS", "10.0.0.0/8", '["10.1.2.0/24"]'),
        ("run --once", "POURPARLER_EXTRACTOR_WORKERS", "x", "valid integer"),
        ("run --once", "POURPARLER_INDEXER_BATCH", "0", "greater than or equal to 1"),
        ("run --once", "POURPARLER_FETCHER_CONTACT", "ops@e.org\nX: y", "should match pattern"),
        ("run --once", "POURPARLER_FETCHER_DEFAULT_INTERVAL", "-PT1H", "greater than 0"),
        (
            "run --once",
            "POURPARLER_FETCHER_SHORTEST_INTERVAL",
            "P2D",
            "is longer than POURPARLER_FETCHER_LONGEST_INTERVAL",
        ),
        ("backfill https://e.org/sitemap.xml", "POURPARLER_FETCHER_POLL_TIME", "-1", "greater than 0"),
        ("feeds check https://e.org/rss", "POURPARLER_FETCHER_HOST_DELAY", "1s", "valid number"),
        ("extract https://e.org/a", "POURPARLER_FETCHER_HOST_DELAY", "1s", "valid number"),
        ("demo", "POURPARLER_EXTRACTOR_WORKERS", "x", "valid integer"),
        ("search word", "POURPARLER_STORE", "mysql", "'sqlite' or 'opensearch'"),
        ("store describe", "POURPARLER_STORE_SHARDS", "many", "valid integer"),
        ("fetcher", "POURPARLER_HEALTH_PORT", "web", "valid integer"),
        ("indexer", "OTEL_TRACES_SAMPLER_ARG", "2", "less than or equal to 1"),
        ("topics describe", "POURPARLER_KAFKA_SECURITY_PROTOCOL", "TLS", "'SASL_SSL'"),
        ("topics describe", "POURPARLER_KAFKA_SESSION_TIME", "0", "greater than 0"),
        ("topics describe", "KAFKA_BOOTSTRAP_SERVERS", "", "kafka.example:9092"),
        ("feeds list --transport kafka", "KAFKA_BOOTSTRAP_SERVERS", "broker:abc", "'broker:abc' is no address"),
        ("fetcher", "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092,127.0.0.1:99999", "kafka.example:9092"),
        ("extractor", "KAFKA_BOOTSTRAP_SERVERS", "kafka://127.0.0.1:9092", "kafka.example:9092"),
        ("store describe", "OPENSEARCH_URL", "", "https://search.example:9200"),
        ("store init", "OPENSEARCH_URL", "http://127.0.0.1:9200,http://", "https://search.example:9200"),
        ("search word --store opensearch", "OPENSEARCH_URL", "http://127.0.0.1:99999", "https://search.example:9200"),
        ("schemas publish", "POURPARLER_REGISTRY_REQUEST_TIME", "0", "greater than 0"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    tmp_path: Path, words: str, name: str, value: str, expected: str
) -> None:
    result = run(tmp_path / "file.sqlite", words, **{name: value})
    assert result.exit_code == 2
    assert f"{name}" in result.stderr
    assert expected in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_certificates_that_are_not_there_are_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "ca.pem")
    file = tmp_path / "file.sqlite"
    brokers = {"POURPARLER_KAFKA_SECURITY_PROTOCOL": "SSL", "POURPARLER_KAFKA_CA_FILE": missing}
    store = {"OPENSEARCH_URL": "https://127.0.0.1:1", "POURPARLER_STORE_CA_FILE": missing}
    for words, environment in (("topics describe", brokers), ("store describe", store)):
        result = run(file, words, **environment)
        assert result.exit_code == 2
        assert "CA_FILE" in result.stderr
        assert "No such file" in result.stderr


def test_no_password_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    password = {"POURPARLER_STORE_PASSWORD": "hunter2", "OPENSEARCH_URL": "http://reader:hunter2@127.0.0.1:1"}
    result = run(tmp_path / "file.sqlite", "store describe", POURPARLER_STORE_SHARDS="0", **password)
    assert result.exit_code == 2
    assert "hunter2" not in result.output


def test_a_variable_that_is_no_setting_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "file.sqlite", "search word", POURPARLER_STORE_USERNAM="reader", POURPARLER_STORE="sqlite")
    assert result.stderr.splitlines()[0] == (
        "POURPARLER_STORE_USERNAM is no setting and changes nothing; is it POURPARLER_STORE_USERNAME?"
    )
    assert "not there yet" in result.stderr
