"""Files taken along, read as a spreadsheet with the reader's settings does: numbers are numbers, codes have words."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from babel.numbers import parse_decimal

from dashboard.company_list.filters import View
from dashboard.content.extract import Sheet, taken_along
from dashboard.export.csv_file import csv_of
from dashboard.language import COMPLETE, Language
from dashboard.questions import companies, compare, outlook
from dashboard.speaking import language
from tests.conftest import Rows

SEPARATORS = {"de": ";", "en": ","}


def spreadsheet(rows: Sequence[NamedTuple], lang: Language) -> list[dict[str, str]]:
    """What the file holds, cell by cell, as opened with the settings of that language."""
    file = csv_of(taken_along(rows, lang), lang)
    assert file.startswith(b"\xef\xbb\xbf"), "a spreadsheet takes it for UTF-8"
    heads, *lines = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=SEPARATORS[lang.code])
    assert len(set(heads)) == len(heads) > 5 and all(heads)
    assert len(lines) == len(rows) > 20 and all(len(line) == len(heads) for line in lines)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def number(cell: str, lang: Language) -> float | None:
    """A cell as a number of that language; ValueError for a text."""
    return float(parse_decimal(cell, locale=lang.locale, strict=True)) if cell else None


@pytest.mark.parametrize("code", COMPLETE)
def test_the_list_of_companies(facts: dict[str, Rows], code: str) -> None:
    lang = language(code)
    rows = companies.rows(**vars(View()), sort="name", descending=False, lang=code, rows=10_000, skip=0)
    head = {"de": ("Unternehmen (Kürzel)", "Branche", "Beschäftigte", "Stichwörter", "Ort", "Anmerkung")}.get(
        code, ("Company (code)", "Sector", "Employees", "Topics", "Town", "Note")
    )
    found = {line[head[0]]: [line[name] for name in head[1:]] for line in spreadsheet(rows, lang)}
    sectors = {row["sector_id"]: row[f"name_{code}"] for row in facts["sectors"]}
    topics = {row["topic_id"]: row[f"name_{code}"] for row in facts["topics"]}
    places = {row["place"]: row[f"name_{code}"] for row in facts["places"]}
    for row in facts["companies"]:
        sector, staff, topic, town, note = found.pop(row["company_id"])
        assert (sector, town) == (sectors[row["sector_id"]], places[row["city"]] if row["city"] else "")
        assert number(staff, lang) == (float(row["employees"]) if row["employees"] else None)
        assert topic == "; ".join(topics[each.strip()] for each in row["topics"].split(";") if each)
        assert note == row[f"note_{code}"].strip()
    assert not found


@pytest.mark.parametrize("code", COMPLETE)
def test_scores_keep_their_decimals_and_missing_levels_stay_empty(code: str) -> None:
    lang = language(code)
    rows = outlook.score(weights=(50.0,) * 5, least=0.6)
    columns = {"Punktwert (0–100)": "score", "Sicherheit": "confidence", "Höhe des Abstands (0–100)": "gap_level"}
    if code == "en":
        columns = {"Score (0–100)": "score", "Confidence": "confidence", "Level of the gap (0–100)": "gap_level"}
    lines = spreadsheet(rows, lang)
    for line, row in zip(lines, rows, strict=True):
        assert {name: number(line[name], lang) for name in columns} == {
            name: value if value is None or field == "confidence" else round(100 * value, 6)
            for name, field in columns.items()
            for value in [getattr(row, field)]
        }
    assert any(0 < row.score < 1 for row in rows) and any(row.gap_level is None for row in rows)
    sector = {"de": "Branche", "en": "Sector"}[code]
    assert {line[sector] for line in lines} <= set(lang.names("sectors").values())
    assert [line[f"{sector} ({'Kürzel' if code == 'de' else 'code'})"] for line in lines] == [r.sector_id for r in rows]


@pytest.mark.parametrize("code", COMPLETE)
def test_values_compared_name_their_market_hedge_and_source(code: str) -> None:
    lang = language(code)
    markets = ("JP", "CN", "KR", "US", "IN")
    figure = max(compare.indicators(markets=markets), key=lambda row: row.points)
    asked = {"indicator": figure.indicator_id, "region": figure.region}
    rows = compare.values(markets=markets, mode="index", base=2020, **asked)
    value, market, hedge = {"de": ("Wert", "Quellmarkt", "Genauigkeit"), "en": ("Value", "Source market", "Qualifier")}[
        code
    ]
    shown = {"de": "Wert in diesem Maß", "en": "Value in this measure"}[code]
    for line, row in zip(spreadsheet(rows, lang), rows, strict=True):
        assert number(line[value], lang) == row.value and number(line[shown], lang) == row.shown
        assert line[market] == lang.name("markets", row.market)
        assert line[hedge] == lang.label("indicators", "qualifier", row.qualifier)
        assert line[{"de": "Quelle", "en": "Source"}[code]] == row.source_url


def test_nothing_is_a_file_without_lines() -> None:
    assert taken_along((), language("de")) == Sheet((), ())
