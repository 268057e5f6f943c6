"""The contact to take away: what stands in the vCard."""

import csv
from pathlib import Path

import cv2
import pytest
import segno

from dashboard.questions import shared
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.stand import company, fields, steps
from dashboard.stand.card import LARGEST, ROOM, all_reachable, contact, qr_code, reachable, summary
from dashboard.stand.companies import in_part
from dashboard.stand.facts import EVERYWHERE, figures
from dashboard.stand.way import FIELDS, Part, Step, Visit, offered
from dashboard.stand.words import spoken
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
    svg = qr_code(contact("IN"))
    assert svg.startswith("<svg") and "#fff" in svg and "M4 4.5" in svg


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_every_page_s_code_stays_small_and_says_the_page_s_facts(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "public_address", "https://world.example.org/")
    codes = made(monkeypatch)
    for market in [*offered(), EVERYWHERE]:
        steps.my_country(Visit(lang, (Step("market", market),)), language(lang))
        wanted = [figure for figure in figures(market, language(lang)) if figure.quantity][:1]
        assert all(f"{one.label}: {one.value} ({one.meta})".replace(",", "\\,") in codes[-1] for one in wanted), market
    for kind, names in FIELDS.items():
        for code, name in language(lang).names(names).items():
            fields.field(Visit(lang, (Step(kind, code),)), language(lang))
            assert name.replace(",", "\\,") in codes[-1]
    for row in in_part(Part(), 9999)[::10]:
        company.card(Visit(lang, (Step("company", row.company_id),)), language(lang))
        assert row.name.replace(",", "\\,") in codes[-1] and language(lang).t("Sources: {names}", names="") in codes[-1]
    assert len(codes) > 100
    versions = {segno.make(text, error="l", micro=False, encoding="utf-8").version for text in codes}
    assert max(versions) <= LARGEST


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the codes made from now on hold; they are not drawn."""
    codes: list[str] = []
    monkeypatch.setattr("dashboard.stand.card.qr_code", lambda text: codes.append(text) or "")
    return codes


def test_lines_that_have_no_room_are_left_out_from_the_end() -> None:
    text = contact("JP", [f"line {number} " + 30 * "x" for number in range(99)])
    kept = [number for number in range(99) if f"line {number} x" in text]
    assert kept == list(range(len(kept))) and 3 < len(kept) < 12
    assert len(text.encode()) <= ROOM


@pytest.mark.parametrize("lang", [each.code for each in spoken()])
def test_the_code_can_be_read(lang: str, tmp_path: Path) -> None:
    lines = [f"{one.label}: {one.value} ({one.meta})" for one in figures("JP", language(lang))]
    text = contact("JP", lines)
    segno.make(text, error="l", micro=False, encoding="utf-8").save(tmp_path / "code.png", scale=4, border=4)
    read, _, _ = cv2.QRCodeDetectorAruco().detectAndDecode(cv2.imread(str(tmp_path / "code.png"), cv2.IMREAD_GRAYSCALE))
    assert read.replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert lines[0].partition(":")[0] in read
