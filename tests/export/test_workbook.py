"""Workbooks: every value of every exhibit arrives as what it is, charts show the cells beside them."""

import datetime
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import range_boundaries
from openxml_audit import OpenXmlValidator

from dashboard.content.extract import Heading
from dashboard.content.plotted import Form, Panel, Series
from dashboard.content.view import View
from dashboard.export.cells import LONGEST
from dashboard.export.formats import made, page_workbook
from dashboard.export.native import KINDS, block
from dashboard.export.sheet_names import sheet_names
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse import Warehouse, warehouse
from tests.export.views import cells, opened, plain, shown, views
from tests.made import in_turn

REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|(\w+))!(\S+)")


def same(found: Sequence[Any], wanted: Sequence[Any]) -> bool:
    """Numbers as exactly as a spreadsheet keeps them: fifteen digits."""
    return len(found) == len(wanted) and all(map(_same, found, wanted))


def held(cell: Any) -> Any:
    """What of a value a cell can hold: many addresses are too long for one."""
    return cell[: LONGEST - 1] + "…" if isinstance(cell, str) and len(cell) > LONGEST else cell


def dated(cell: Any, heading: Heading) -> Any:
    """A day that is known is one in a workbook."""
    whole = heading.unit == "date" and len(cell) == 10
    return datetime.datetime.fromisoformat(cell) if whole else cell


def _same(found: Any, wanted: Any) -> bool:
    return math.isclose(found, wanted, rel_tol=2e-15) if isinstance(wanted, float) else found == wanted


def kind(cell: Any) -> type:
    """A spreadsheet has one kind of number."""
    return float if type(cell) is int else type(cell)


def checked(view: View, book: Any) -> int:
    """Every table of the workbook is that of its exhibit; returns how many values were compared."""
    count = 0
    own = book.sheetnames[1 : 1 + len(view.exhibits)]
    for name, exhibit in zip(own, view.exhibits.values(), strict=True):
        table = exhibit.sheet
        found = cells(book[name], len(table.headings), len(table.lines) + 1)
        assert found[0] == table.titles, (view.title, exhibit.key)
        for line, told in zip(found[1:], table.lines, strict=True):
            wanted = [dated(*pair) for pair in zip(told, table.headings, strict=True)]
            assert same(line, [held(plain(cell)) for cell in wanted]), (view.title, exhibit.key)
            assert list(map(kind, line)) == [kind(plain(cell)) for cell in wanted], (view.title, exhibit.key)
            count += len(line)
    return count


def formulas(book: Any) -> list[Any]:
    return [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_value_of_every_exhibit_arrives(lang: str) -> None:
    total = 0
    for view in views(lang):
        book = opened(page_workbook(view).content)
        total += checked(view, book)
        assert not formulas(book)
    assert total > 20_000


def values(book: Any, reference: str) -> list[Any]:
    """The cells that a chart refers to."""
    found = REFERENCE.fullmatch(reference)
    assert found, reference
    sheet = book[(found[1] or found[2]).replace("''", "'")]
    left, top, right, bottom = range_boundaries(found[3].replace("$", ""))
    return [cell for line in sheet.iter_rows(top, bottom, left, right, values_only=True) for cell in line]


def drawn_of(points: Sequence[tuple[Any, Any]]) -> dict[Any, float]:
    """Category -> number, as exactly as a spreadsheet keeps it."""
    return {x: pytest.approx(float(y), rel=2e-15, abs=0) for x, y in points if y is not None}


@pytest.mark.parametrize("lang", COMPLETE)
def test_charts_show_what_the_figures_draw(lang: str) -> None:
    """Each series' name, categories and numbers, by the cells that it refers to."""
    series = 0
    for view in views(lang):
        book = opened(page_workbook(view).content)
        for name, exhibit in zip(book.sheetnames[1:], view.exhibits.values(), strict=False):
            drawn = exhibit.figure and exhibit.figure.plotted
            wanted = exhibit.panels(view.lang) if drawn and drawn.form in KINDS else ()
            charts = book[name]._charts
            assert len(charts) == len(wanted), exhibit.key
            for chart, panel in zip(charts, wanted, strict=True):
                for one, own in zip(chart.series, panel.series, strict=True):
                    across = one.xVal.numRef if one.xVal else (one.cat.numRef or one.cat.strRef)
                    below = (one.yVal or one.val).numRef
                    pairs = list(zip(values(book, across.f), values(book, below.f), strict=True))
                    assert drawn_of(pairs) == drawn_of(own.points), (exhibit.key, own.name)
                    assert values(book, one.tx.strRef.f) == [own.name or panel.name or view.lang.t("Value")]
                    series += 1
    assert series > 60


def test_lines_break_and_none_is_shorter_than_another() -> None:
    """A spreadsheet leaves out series that stand before a longer one."""
    long = Series("long", ((2000, 1.0), (2001, None), (2010, 3.0)))
    made = block(Panel("", (long, Series("short", ((2005, 2.0),)))), Form.LINES, language("en"))
    assert made.columns == ((2000, 2001, 2010), (1.0, None, 3.0), (2005, 2005, 2005), (2.0, None, None))
    assert made.height == 3 and made.places == ((0, 1), (2, 3))


def test_numbers_look_as_their_unit_wants_and_columns_of_mixed_units_plain() -> None:
    view = shown("market", market=["JP"])
    book = opened(page_workbook(view).content)
    sheets = dict(zip(view.exhibits, book.sheetnames[1:], strict=False))

    def look(key: str, column: str) -> set[str]:
        headings = view.exhibits[key].sheet.headings
        place = [heading.key for heading in headings].index(column)
        return {line[place].number_format for line in book[sheets[key]].iter_rows(min_row=2, max_row=5)}

    assert look("market-sectors", "share") == {"0%"}
    assert look("market-sectors", "companies") == {"#,##0"}
    assert look("market-sectors", "specialisation") == {"0.0"}
    assert look("market-counts", "year") == {"0"}
    assert look("market-trade", "value") == {"General"}


def test_heads_stay_and_filter_and_paper_leaves_the_chart_out() -> None:
    view = shown("market", market=["JP"])
    file = made(view, "market-sectors", "xlsx")
    book = opened(file.content)
    about, table, sources, definitions = book.worksheets
    assert file.name.endswith(f"JP_market_market-sectors_{view.date}_de.xlsx") and book.active is table
    wide = len(view.exhibits["market-sectors"].sheet.headings)
    assert table.freeze_panes == "A2" and table["A1"].font.bold and table.print_title_rows == "$1:$1"
    assert range_boundaries(table.auto_filter.ref) == (1, 1, wide, len(view.exhibits["market-sectors"].sheet.lines) + 1)
    assert table.auto_filter.ref.replace("$", "") in str(table.print_area).replace("$", "")
    assert table._charts[0].anchor._from.col >= wide
    assert (sources.title, definitions.title, about.title) == ("Quellen", "Definitionen", "Über diese Datei")


def test_the_first_sheet_says_what_it_is() -> None:
    view = shown("companies", "en", market=["JP"], sector=["ict"], town=["Ratingen"])
    book = opened(page_workbook(view).content)
    about = {line[0]: line[1] for line in book.worksheets[0].iter_rows(values_only=True) if line[0]}
    assert about["Title"] == view.title and about["Data version"] == warehouse().version
    assert about["Date"] == datetime.datetime.combine(view.date, datetime.time()) and about["Address"] == view.address
    assert dict(view.filters).items() <= about.items() and "Source market" in about
    links = {link.location for line in book.worksheets[0].iter_rows() for cell in line if (link := cell.hyperlink)}
    assert links == {f"'{name}'!A1" for name in book.sheetnames[1 : 1 + len(view.exhibits)]}
    assert book.properties.creator == "Pocket World" and book.properties.title == view.title
    assert book.properties.created.date() == view.date
    assert {one.name: one.value for one in book.custom_doc_props}["Language"] == "en"


def test_sources_and_definitions_are_all_there() -> None:
    view = shown("market", market=["JP"])
    book = opened(page_workbook(view).content)
    listed = {(line[0], line[3] or "") for line in book["Quellen"].iter_rows(min_row=2, values_only=True)}
    for exhibit in view.exhibits.values():
        assert {(source.title, source.url) for source in exhibit.sources.found} <= listed, exhibit.key
    said = {line[1] for line in book["Definitionen"].iter_rows(min_row=2, values_only=True)}
    assert {text for exhibit in view.exhibits.values() for text in exhibit.definitions} <= said


def test_names_of_sheets_are_allowed_and_each_is_there_once() -> None:
    titles = ["Japan: Sectors", "Sectors", "sectors", "History", "a/b[c]*?", "", "'", "x" * 60, "x" * 60, "企" * 40]
    names = sheet_names(titles, ["About"])
    assert names[:4] == ["Sectors", "Sectors 2", "sectors 3", "History 2"]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'"), name
    assert sheet_names(["About us", "About"], ["About"]) == ["About us", "About 2"]


def audited(content: bytes, folder: Path) -> list[str]:
    """What is wrong with a workbook by the schemas of Open XML."""
    file = folder / "book.xlsx"
    file.write_bytes(content)
    found = OpenXmlValidator(max_errors=0).validate(str(file))
    return [str(error) for error in found.errors]


@pytest.mark.parametrize("page", ["market", "talent", "sectors", "relations"])
def test_workbooks_are_valid(page: str, tmp_path: Path) -> None:
    assert not audited(page_workbook(shown(page)).content, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("lang", COMPLETE)
def test_workbooks_of_every_market_are_valid_and_whole(lang: str, served: Warehouse, tmp_path: Path) -> None:
    for view in views(lang, in_turn(list(served.markets), 1 + COMPLETE.index(lang))):
        content = page_workbook(view).content
        assert not audited(content, tmp_path), view.title
        checked(view, opened(content))


def test_days_are_days() -> None:
    """Sources that say the day of their publication."""
    view = shown("market", market=["JP"])
    column = [line[2] for line in opened(page_workbook(view).content)["Quellen"].iter_rows(min_row=2, values_only=True)]
    assert any(isinstance(day, datetime.datetime) for day in column)


def test_numbers_of_a_chart_that_are_not_exact_say_so() -> None:
    view = shown("compare", "en", market=["JP", "KR"])
    book = opened(page_workbook(view).content)
    at = list(view.exhibits).index("compared")
    wanted = {
        (name, x): sign
        for panel in view.exhibits["compared"].panels(view.lang)
        for name, x, sign in ((one.name, x, sign) for one in panel.series for x, sign in one.hedges.items())
    }
    sheet = book[book.sheetnames[1 + at]]
    heads = {cell.column: cell.value for cell in sheet[1]}
    found = {
        (heads[cell.column], sheet.cell(cell.row, cell.column - 1).value): cell.number_format.split('"')[1]
        for line in sheet.iter_rows(min_row=2)
        for cell in line
        if cell.number_format.startswith('"')
    }
    assert wanted and found == wanted
