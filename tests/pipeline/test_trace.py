"""Whatever a step leads to goes on with the trace of what came to it."""

import pytest

from schemas.article import Article
from services import trace
from services.stage import addressed
from services.transport import Outgoing
from tests.events import MOMENT

ARTICLE = Article(id="one", produced_at=MOMENT, text="Text.")


def of(outgoing: Outgoing) -> list[str]:
    return [value.decode()[3:35] for name, value in outgoing.headers if name == "traceparent"]


@pytest.mark.parametrize(("parent", "expected"), [(None, "one"), ("one", "one"), ("other", "other")])
@pytest.mark.parametrize("beforehand", [False, True])
def test_a_record_is_in_the_trace_of_its_step(parent: str | None, expected: str, beforehand: bool) -> None:
    """Also one that a worker has encoded before it was known which trace that is."""
    record = addressed(ARTICLE) if beforehand else ARTICLE
    assert of(addressed(record, parent and trace.begin(parent))) == [trace.trace_id(expected)]
