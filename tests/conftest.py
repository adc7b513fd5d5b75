"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

# A busy machine must not fail a law: no example has a time to keep. Continuous integration draws the same examples each
# time, so that a failure there is the change's; at a desk they are new each time, to find what nobody thought of.
settings.register_profile(
    "pourparler", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("pourparler")

pytest_plugins = ("tests.servers.plugin",)
