"""What is made of the data is made once per data version."""

from dataclasses import replace

import pytest

from dashboard.app_pages.outlook import PAGE
from dashboard.app_pages.outlook.choice import Choice
from dashboard.content.choice import read
from dashboard.content.kept import FEW, beside, remembered, weight
from dashboard.content.parts import Note, figures
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from dashboard.warehouse.memory import Memory


def test_made_once_for_the_same_arguments_and_data(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    @remembered
    def make(market: str) -> str:
        calls.append(market)
        return market.lower()

    assert [make("JP"), make("JP"), make("CN")] == ["jp", "jp", "cn"]
    assert calls == ["JP", "CN"]
    monkeypatch.setattr(served, "snapshot", replace(served.snapshot, memory=Memory(1)))
    make("JP")
    assert calls == ["JP", "CN", "JP"]


def test_what_newer_data_overtook_is_not_remembered(served: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be made of both; when the data change back, it is made again."""
    calls = [0]

    @remembered
    def make() -> int:
        calls[0] += 1
        if calls[0] == 1:
            monkeypatch.setattr(served, "snapshot", replace(served.snapshot, memory=Memory(1)))
        return calls[0]

    assert make() == 1
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


def test_sections_weigh_by_their_charts() -> None:
    lang = language("en")
    for section in PAGE.made(read(Choice, {}, lang).choice, lang):
        assert weight(section) > sum(len(figure.chart.drawing) for figure in figures(section))
    assert weight(("a",) * 1000) > 100 * weight(())


def test_many_settings_of_the_sliders_take_no_more_room_than_there_is(
    served: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Memory(2)
    monkeypatch.setattr(served, "snapshot", replace(served.snapshot, memory=small))
    lang = language("en")
    for projects in range(0, 101, 10):
        PAGE.made(read(Choice, {"projects": [str(projects)]}, lang).choice, lang)
    assert 1e6 < small._values.currsize <= 2e6


def test_what_is_made_of_content_is_kept_with_it_and_for_the_last_keys_only() -> None:
    calls: list[str] = []
    part = Note("A note")

    def made(key: str) -> str:
        return beside(part, key, lambda: calls.append(key) or f"made for {key}")  # type: ignore[func-returns-value]

    assert [made("de"), made("de"), made("en")] == ["made for de", "made for de", "made for en"]
    assert calls == ["de", "en"] and part == Note("A note")
    for number in range(2 * FEW):  # prefixes that a browser makes up
        made(f"/{number}/")
    assert len(vars(part)["_beside"]) == FEW
