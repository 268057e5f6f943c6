"""What is made of the data is made once per data version."""

import pytest

from dashboard.content.kept import remembered
from dashboard.warehouse import Warehouse


def test_made_once_for_the_same_arguments_and_data(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    @remembered
    def make(market: str) -> str:
        calls.append(market)
        return market.lower()

    assert [make("JP"), make("JP"), make("CN")] == ["jp", "jp", "cn"]
    assert calls == ["JP", "CN"]
    monkeypatch.setattr(served, "version", "another")
    make("JP")
    assert calls == ["JP", "CN", "JP"]


def test_what_newer_data_overtook_is_not_remembered(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be made of both; when the data change back, it is made again."""
    calls, version = [0], served.version

    @remembered
    def make() -> int:
        calls[0] += 1
        if calls[0] == 1:
            monkeypatch.setattr(served, "version", "newer")
        return calls[0]

    assert make() == 1
    monkeypatch.setattr(served, "version", version)
    assert [make(), make()] == [2, 2]


def test_a_failure_is_not_remembered() -> None:
    calls: list[int] = []

    @remembered
    def make() -> int:
        calls.append(1)
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            make()
    assert len(calls) == 2
