"""The contact to take away: what stands in the vCard."""

import csv
from pathlib import Path

import pytest

from dashboard.questions import shared
from dashboard.settings import settings
from dashboard.stand.card import all_reachable, contact, qr_code, reachable, summary
from dashboard.warehouse.check import notices
from tests.cities.conftest import served_instead
from tests.conftest import Rows, copy_of_data
from tests.warehouse.test_check import set_cell


def test_the_desk_that_looks_after_the_market_is_named() -> None:
    card = contact("JP").split("\r\n")
    assert card[0] == "BEGIN:VCARD" and card[-2] == "END:VCARD"
    assert "FN:Japan Desk" in card and "ORG:International Business Service Düsseldorf" in card
    assert "FN:International Business Service Düsseldorf" in contact("all").split("\r\n")


def test_the_people_of_the_desk_are_on_its_card(facts: dict[str, Rows]) -> None:
    names = [row["name"] for row in facts["contacts"] if row["desk_id"] == "japan"]
    [note] = [line for line in contact("JP").split("\r\n") if line.startswith("NOTE:")]
    assert len(names) == 2 and all(name in note for name in names)
    assert not any(line.startswith("NOTE:") for line in contact("all").split("\r\n"))


def test_who_fills_in_a_person_s_address_makes_the_desk_reachable(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    set_cell(folder, "contacts", 3, "email", "desk@example.org")  # the first of the Japan desk
    with served_instead(folder):
        assert reachable("JP") and not reachable("CN") and not all_reachable()
        assert "EMAIL:desk@example.org" in contact("JP").split("\r\n")
    told = [notice for notice in notices(folder) if notice.file == "desks.csv"]
    assert len(told) == len(list(csv.DictReader((folder / "desks.csv").open()))) - 1
    assert "visitor" in str(told[0])


def test_an_internal_contact_is_seen_by_nobody(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    set_cell(folder, "contacts", 3, "visibility", "internal")
    with served_instead(folder):
        assert len(shared.contacts(markets=["JP"])) == 1


def test_a_contact_is_promised_only_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not reachable("JP") and not reachable("all") and not all_reachable()
    monkeypatch.setattr(settings(), "public_address", "https://world.example.org/")
    assert reachable("JP") and reachable("all") and all_reachable()


def test_nothing_is_invented() -> None:
    assert not any(line.startswith(("EMAIL", "TEL", "URL")) for line in contact("JP").split("\r\n"))


def test_the_summary_link_needs_an_address_on_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    assert summary("KR") == ""
    monkeypatch.setattr(settings(), "public_address", "https://world.example.org/")
    assert summary("KR") == "https://world.example.org/market?market=KR"
    assert summary("all") == "https://world.example.org"
    assert "URL:https://world.example.org/market?market=KR" in contact("KR").split("\r\n")


def test_the_code_has_its_quiet_zone_on_white() -> None:
    svg = qr_code("IN")
    assert svg.startswith("<svg") and "#fff" in svg and "M4 4.5" in svg
