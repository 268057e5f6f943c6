"""Whoever looks is staff, and works on a copy of the facts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.access import Person, Role
from dashboard.settings import settings
from dashboard.warehouse import current, public_warehouse
from tests.conftest import copy_of_data

PLACES = [
    f"dashboard.{room}.person"
    for room in ("access.session", "staff.pages", "screen.seen", "screen.person", "screen.page", "staff.history",
                 "company_list.card")
]  # fmt: skip
Signed = Callable[[Role], None]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the facts that the tests of a module change, one after the other."""
    folder = copy_of_data(tmp_path_factory.mktemp("own") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POCKET_DATA", str(folder))
        patch.setenv("POCKET_STAFF", "local")
        _forget()
        yield folder
    _forget()


def _forget() -> None:
    for kept in (settings, public_warehouse, current._internal):
        kept.cache_clear()


@pytest.fixture
def signed(monkeypatch: pytest.MonkeyPatch) -> Signed:
    """Say who looks from now on."""

    def sign(role: Role) -> None:
        for place in PLACES:
            monkeypatch.setattr(place, lambda: Person("Mia", role))

    return sign
