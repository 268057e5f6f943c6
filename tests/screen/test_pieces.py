"""Pieces are made once per data version; lists say how many there are."""

import pytest

from dashboard.screen import pieces
from dashboard.screen.entries import Entry, entries
from dashboard.speaking import language
from dashboard.warehouse import Warehouse

EN = language("en")


def test_made_once_for_the_same_arguments_and_data(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    @pieces.remembered
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

    @pieces.remembered
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

    @pieces.remembered
    def make() -> int:
        calls.append(1)
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            make()
    assert len(calls) == 2


def test_a_list_shows_its_first_entries_escaped_and_keeps_all() -> None:
    found = [Entry("2024", f"<b>{n}</b>", url="https://example.org", source="Somebody") for n in range(9)]
    ready = entries("Title", "Subtitle", found, nothing="Nothing.", shown=3)
    assert ready.html.count("<li>") == 3 and len(ready.found) == 9
    assert "&lt;b&gt;0" in ready.html and "<b>0" not in ready.html
    assert "Nothing." in entries("Title", "", [], nothing="Nothing.").html
