"""The workshop that the tests of a module share."""

from collections.abc import Iterator

import pytest

from dashboard.workshop.shop import Workshop
from tests.workshop.shops import opened


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with opened() as shop:
        yield shop
