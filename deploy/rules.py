"""The alert rules as a resource of the Prometheus operator, from deploy/prometheus/alerts.yml.

    python deploy/rules.py           # writes deploy/kubernetes/base/rules.yaml; a test says when it is stale

Source: https://prometheus-operator.dev/docs/api-reference/api/, PrometheusRule.
"""

from pathlib import Path

import yaml

RULES = Path(__file__).parent / "prometheus" / "alerts.yml"
RESOURCE = Path(__file__).parent / "kubernetes" / "base" / "rules.yaml"


def resource() -> str:
    """The text of the resource: the same for the same rules on every machine."""
    made = {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PrometheusRule",
        "metadata": {"name": "pourparler"},
        "spec": yaml.safe_load(RULES.read_text(encoding="utf-8")),
    }
    head = "# Made by `python deploy/rules.py` from deploy/prometheus/alerts.yml; not to be edited.\n"
    return head + yaml.safe_dump(made, sort_keys=False, width=120)


if __name__ == "__main__":
    RESOURCE.write_text(resource(), encoding="utf-8")
