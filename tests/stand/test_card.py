"""The contact to take away: what stands in the vCard."""

import pytest

from dashboard.settings import settings
from dashboard.stand.card import all_reachable, contact, qr_code, reachable, summary


def test_the_desk_that_looks_after_the_market_is_named() -> None:
    card = contact("JP").split("\r\n")
    assert card[0] == "BEGIN:VCARD" and card[-2] == "END:VCARD"
    assert "FN:Japan Desk" in card and "ORG:International Business Service Düsseldorf" in card
    assert "FN:International Business Service Düsseldorf" in contact("all").split("\r\n")


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
