"""The Makefile, on machines that lack something."""

import shutil
import subprocess
from pathlib import Path

MAKEFILE = Path(__file__).parents[1] / "Makefile"


def test_an_environment_that_could_not_be_made_is_made_anew_the_next_time(tmp_path: Path) -> None:
    # As on Debian without python3-venv: the interpreter is there, pip is not, and the remedy is printed.
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\n"
        '[ "$1" = -c ] && exit 0\n'
        'mkdir -p "$3/bin" && touch "$3/bin/python" && echo "install python3-venv" >&2 && exit 1\n'
    )
    python.chmod(0o755)
    shutil.copy(MAKEFILE, tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/run.txt", "requirements/build.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    for _ in range(2):
        done = subprocess.run(
            ["make", "setup", f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert "install python3-venv" in done.stderr
