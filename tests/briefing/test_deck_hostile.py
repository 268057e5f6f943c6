"""Names and texts made to do harm, or only strange: each makes a decent deck without a formula."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.briefing.brief import Brief
from dashboard.briefing.deck import deck
from tests.briefing.decks import about, charts, embedded, faults, opened, texts
from tests.cities.conftest import served_instead
from tests.conftest import copy_of_data

FORMULA = '=HYPERLINK("http://x.example","日本電産")'
WIDE = "＝1+1 😀 <b>&amp;"
LONG = "Wort " * 8000  # 40,000 letters
CHANGED = {
    "markets": ("market", "JP", {"name_en": FORMULA, "name_de": FORMULA}),
    "sectors": ("sector_id", "machinery-automation", {"name_en": FORMULA, "name_de": WIDE}),
    "sources": ("publisher", "JETRO", {"title": FORMULA + LONG, "publisher": WIDE}),
    "signals": ("market", "JP", {"signal_en": LONG, "signal_de": LONG}),
    "regions": ("region", "DUS", {"name_en": "=1+1", "name_de": "=1+1"}),
}


def changed(folder: Path) -> Path:
    """A copy of the facts with these values in all rows that they are meant for."""
    for table, (key, value, cells) in CHANGED.items():
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows([{**row, **cells} if row[key] == value else row for row in rows])
    return folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brief]:
    """A briefing on a market of such a folder; with a note that no XML may hold as it is."""
    with served_instead(changed(copy_of_data(tmp_path_factory.mktemp("hostile") / "data"))):
        yield about("market", "de", "JP", note="a\x00b\x07c\ud800d\uffff 😀 e")


@pytest.fixture(scope="module")
def content(hostile: Brief) -> bytes:
    """Its file."""
    return deck(hostile).content


def test_it_is_valid(content: bytes, tmp_path: Path) -> None:
    assert faults(content, tmp_path) == []


def test_no_workbook_has_a_formula(content: bytes) -> None:
    cells = [cell for chart in charts(opened(content)) for row in embedded(chart).iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"n", "s"}
    assert any(str(cell.value).startswith(("=", "＝")) for cell in cells)
    assert not any(cell.hyperlink for cell in cells)


def test_texts_stand_as_they_are(hostile: Brief, content: bytes) -> None:
    said = texts(opened(content))
    assert hostile.title == FORMULA and FORMULA in said[:6]
    assert "abcd 😀 e" in said
    assert any(line.startswith("Wort Wort") and line.endswith("…") and len(line) < 1000 for line in said)
    assert all(len(line) < 1500 for line in said)


def test_links_lead_only_where_sources_are(hostile: Brief, content: bytes) -> None:
    known = {source.url for source in hostile.sources}
    for slide in opened(content).slides:
        relations: Any = slide.part.rels.values()
        outside = {relation.target_ref for relation in relations if relation.is_external}
        assert all(url in known or url.startswith("mailto:") for url in outside)
