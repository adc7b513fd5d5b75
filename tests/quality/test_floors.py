"""The quality of extraction on the development gold does not fall below what it has reached.

`python -m tests.quality.measure` prints today's figures and raises the floors that are beaten.
"""

import pytest

from tests.quality.measure import GOLD, SETS, floors, measured

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="the development gold is not beside the checkout: quality is not measured here"
)


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    figures = measured(name)
    below = {
        figure: (value, floors()[name][figure]) for figure, value in figures.items() if value < floors()[name][figure]
    }
    assert not below, f"figure: (now, floor) {below}"
