"""Without the optional packages each command that needs them says what to install."""

import subprocess
import sys

import pytest

_WITHOUT = """
import sys
for name in ("aiokafka", "faust", "opensearchpy"):
    sys.modules[name] = None
from services.__main__ import main
sys.argv = ["pourparler", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    "words",
    [
        ("fetcher",),
        ("extractor",),
        ("indexer",),
        ("topics", "describe"),
        ("tail", "articles.v1"),
        ("feeds", "list", "--transport", "kafka"),
        ("trace", "x", "--transport", "kafka"),
        ("store", "describe"),
        ("search", "--store", "opensearch"),
    ],
)
def test_a_missing_package_is_one_line_with_the_remedy(words: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'pourparler[services]'" in done.stderr
    assert "Traceback" not in done.stderr
