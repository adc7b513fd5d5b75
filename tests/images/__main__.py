"""Make ready what the container tier of the tests needs.

    python -m tests.images          # an engine, and the images
    python -m tests.images --end    # end the engine, if it was started here

An engine that answers is used as it is; else Debian's is installed and started, which takes root. An image that can be
pulled is pulled; else a stand-in is built that carries the official name: the same server, from Maven's jars, on a
Debian of its own. Exit code 1, with the reason, where that cannot be done.
"""

import subprocess
import sys

from tests.images.engine import EngineError, end, engine
from tests.images.stand_ins import PYTHON_IMAGE, image
from tests.servers.containers import KAFKA_IMAGE, OPENSEARCH_IMAGE
from tests.servers.java import NoServersError


def main() -> int:
    """Engine first, then the images."""
    if sys.argv[1:] == ["--end"]:
        print(end())
        return 0
    try:
        print(engine(), flush=True)
        for name in (KAFKA_IMAGE, OPENSEARCH_IMAGE, PYTHON_IMAGE):
            print(image(name), flush=True)
    except (EngineError, NoServersError, subprocess.CalledProcessError) as error:
        print(f"no containers: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
