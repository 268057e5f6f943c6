"""Facts that would do harm: what looks like a formula, what no XML may hold, what is too long for a cell."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pytest

from dashboard.content.extract import Heading, Sheet
from dashboard.content.view import View
from dashboard.export.cells import LONGEST, is_link
from dashboard.export.clean import clean
from dashboard.export.csv_file import CHANGE, FORMULA
from dashboard.export.formats import FORMATS, made, package, page_workbook
from dashboard.warehouse.check import check
from tests.cities.conftest import served_instead
from tests.conftest import copy_of_data
from tests.export.test_data_package import files
from tests.export.test_workbook import audited, formulas
from tests.export.views import csv_lines, opened, shown

EVIL = (
    '=HYPERLINK("x","y")',
    "＝1+1",
    "+1",
    "-1+1|cmd",
    "@SUM(A1)",
    "<r>bold</r>",
    "_x0041_",
    "日本電産 🗼",
    "a" * 20_000 + "🗼" * 8_000,
)


def rewritten(path: Path, column: str, texts: tuple[str, ...]) -> None:
    """Put these texts into a column, line by line, again and again."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    for number, line in enumerate(lines):
        line[head.index(column)] = f"{texts[number % len(texts)]}{'' if number < len(texts) else f' {number}'}"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *lines])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The shipped facts with such names of companies, sectors, sources, institutions and events."""
    folder = copy_of_data(tmp_path_factory.mktemp("hostile") / "data")
    long = slice(0, -1)  # a page with a name of 36,000 units would be slow to draw; one company has it
    rewritten(folder / "companies.csv", "name", EVIL)
    for table, column in (("sources", "title"), ("sectors", "name_de"), ("indicator_types", "name_de"),
                          ("institutions", "name_de"), ("events", "title_de")):  # fmt: skip
        rewritten(folder / f"{table}.csv", column, EVIL[long])
    assert not check(folder)
    with served_instead(folder):
        yield


def pages() -> list[View]:
    return [shown("market", market=["JP"]), shown("companies"), shown("sectors"), shown("relations")]


def texts(book: Any) -> set[str]:
    return {cell.value for sheet in book for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)}


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_workbooks_hold_no_formula_and_are_valid(tmp_path: Path) -> None:
    for view in pages():
        content = page_workbook(view).content
        book = opened(content)
        assert not formulas(book) and not audited(content, tmp_path), view.title
        for sheet in book:
            assert all(not chart.title or "=" not in str(chart.title.tx.strRef or "") for chart in sheet._charts)


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_texts_arrive_as_they_are() -> None:
    found = texts(opened(page_workbook(shown("companies")).content))
    assert {text for text in EVIL[:-1] if text != "<r>bold</r>"} <= found and "<r>bold</r> " in found


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_what_is_too_long_is_cut_and_that_is_said() -> None:
    view = shown("companies")
    book = opened(page_workbook(view).content)
    long = [text for text in texts(book) if text.startswith("a" * 20_000)]
    assert long and all(text.endswith("…") for text in long)
    assert max(len(text.encode("utf-16-le")) // 2 for text in long) == LONGEST  # a tower is two units, none is halved
    assert any("Zeichen einer Zelle" in text for text in texts(book))
    table, _ = csv_lines(made(view, "companies", "csv").content, view.lang)
    assert EVIL[-1] in {line[1] for line in table}


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_no_cell_of_a_csv_is_a_formula() -> None:
    for view in pages():
        for key in view.exhibits:
            table, below = csv_lines(made(view, key, "csv").content, view.lang)
            for cell in (cell for line in [*table, *below] for cell in line):
                assert not cell.startswith(FORMULA) or number(cell) or CHANGE.fullmatch(cell), (key, cell)


def number(cell: str) -> bool:
    return cell.removeprefix("-").replace(",", "").isdigit()


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_packages_are_valid_and_hold_no_formula(tmp_path: Path) -> None:
    for view in pages():
        content = package(view).content
        (tmp_path / "view.zip").write_bytes(content)
        assert frictionless.validate(str(tmp_path / "view.zip"), type="package").valid, view.title
        for name, file in files(content).items():
            for line in csv.reader(io.StringIO(file.decode(), newline="")) if name.endswith(".csv") else ():
                assert not [
                    cell
                    for cell in line
                    if cell.startswith(FORMULA) and not (number(cell.replace(".", "")) or CHANGE.fullmatch(cell))
                ]


@pytest.mark.slow
@pytest.mark.usefixtures("hostile")
def test_pictures_are_drawn() -> None:
    for view in pages():
        for key, exhibit in view.exhibits.items():
            if exhibit.figure:
                assert made(view, key, "svg").content.startswith(b"<svg")


def test_control_characters_and_halves_of_letters_are_cleaned_away() -> None:
    assert clean("a\x00\x07\x0b\ud800\udfff\uffff\tb\nc🗼日本電産") == "a\tb\nc🗼日本電産"


def test_links_are_addresses_on_the_web() -> None:
    assert is_link("https://example.org/a?b=c") and is_link("http://example.org")
    for text in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "internal:'A'!A1",
        "https://a b",
        "https://" + "a" * 2_080,
        "",
    ):
        assert not is_link(text)


def test_addresses_that_cannot_be_links_stay_as_text(tmp_path: Path) -> None:
    from dataclasses import replace

    from dashboard.export.workbook import workbook

    view = shown("sectors")
    exhibit = next(iter(view.exhibits.values()))
    addresses = ["https://example.org/" + "a" * 2_100, "https://example.org/a; https://example.org/b", "=1+1",
                 *(f"https://example.org/{number}" for number in range(70))]  # fmt: skip
    sheet = Sheet((Heading("url", "Address", "url"),), tuple((address,) for address in addresses))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.export.cells.MOST_LINKS", 50)
        content = workbook(view, [replace(exhibit, make=lambda: sheet, figure=None)])
    table = opened(content).worksheets[1]
    assert [line[0].value for line in table.iter_rows(min_row=2)] == addresses
    assert sum(line[0].hyperlink is not None for line in table.iter_rows(min_row=2)) == 50
    assert not audited(content, tmp_path)


def test_every_format_is_tried_here() -> None:
    assert set(FORMATS) == {"csv", "xlsx", "svg", "png"}
