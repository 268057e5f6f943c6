"""The product names no city: what is said about the place stands in the data, and another city is another folder."""

import re
from pathlib import Path

import pytest

from dashboard.settings import PACKAGE, QUERIES
from tests.conftest import Rows

TEXTS = {".py", ".sql", ".css", ".js", ".html", ".po", ".toml", ".svg", ".csv"}
FILES = sorted(path for folder in (PACKAGE, QUERIES) for path in folder.rglob("*") if path.suffix in TEXTS)
WORDS = (
    r"D(?:ü|ue)sseldorf|Rh(?:ein|ine)\w*|North Rhine|Nordrhein|\bNRW\b|\bIHK\b|Mettmann|Ratingen|Neuss"
    "|デュッセルドルフ|杜塞尔多夫|뒤셀도르프"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_place_is_named(path: Path) -> None:
    assert re.findall(WORDS, path.read_text(encoding="utf-8")) == []


def test_no_code_of_a_market_or_region_is_a_constant(facts: dict[str, Rows]) -> None:
    """Quoted whole: "JP", 'NRW' (`all` is every city's)."""
    codes = {row["market"] for row in facts["markets"] if row["market"] != "all"}
    codes |= {row["region"] for row in facts["regions"]}
    quoted = re.compile("[\"'](" + "|".join(sorted(codes)) + ")[\"']")
    found = {
        (path.name, code)
        for path in FILES
        if path.suffix in (".py", ".sql", ".js")
        for code in quoted.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()
