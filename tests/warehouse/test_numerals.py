"""Numbers as people write them: what is understood, what is told, and with which advice."""

from pathlib import Path

import pytest

from dashboard.warehouse import check
from dashboard.warehouse.cells import cell_faults
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.numerals import advice, folded, is_number
from dashboard.warehouse.package import Table
from tests.warehouse.test_check import only, read, set_cell


def column(cell: str, unit: str = "", **constraints: float) -> list[Fault]:
    """The faults of a number cell in a column with these bounds, in a row of this unit."""
    fields = [{"name": "indicator_id", "type": "string"}, {"name": "value", "type": "number"}]
    fields[1]["constraints"] = constraints  # type: ignore[assignment]
    table = Table({"name": "t", "path": "t.csv", "schema": {"fields": fields}})
    return list(cell_faults(table, [["indicator_id", "value"], ["i", cell]], {"i": unit}))


@pytest.mark.parametrize("unit", ["count", "rank", "eur-m", "usd-m", "eur-month", "sqm", ""])
@pytest.mark.parametrize("cell", ["18.000", "9.125", "-250.000"])
def test_a_number_that_is_a_thousand_in_german_is_told_with_both_readings(cell: str, unit: str) -> None:
    fault = only(column(cell, unit))
    assert fault.value == cell and f"Write {cell.replace('.', '')} if thousands" in fault.mend
    assert column(f"{cell}0", unit) == [] and f"{cell}0." in fault.mend, "decimals that are meant can be written"


@pytest.mark.parametrize(
    ("cell", "unit", "bounds"),
    [
        ("3.125", "percent", {}),
        ("12.250", "per-100000", {}),
        ("51.221", "", {"minimum": -90, "maximum": 90}),
        ("-6.123", "", {"minimum": -180, "maximum": 180}),
        ("310.9", "eur-m", {}),
        ("0.875", "eur-m", {}),
        ("1234.567", "eur-m", {}),
    ],
)
def test_decimals_that_can_be_meant_are_no_fault(cell: str, unit: str, bounds: dict[str, float]) -> None:
    assert column(cell, unit, **bounds) == []


@pytest.mark.parametrize("cell", ["inf", "-inf", "1e400", "nan", "NaN", "Infinity", "٣", "1_000", "0x10", "½"])
def test_what_is_no_finite_number_is_none_in_any_column(cell: str) -> None:
    assert not is_number(cell, whole=False) and not is_number(cell, whole=True)
    assert only(column(cell)).rule == "no number"


@pytest.mark.parametrize("cell", ["１２０", "120\N{NO-BREAK SPACE}", " 120 ", "\N{IDEOGRAPHIC SPACE}１20"])
def test_one_number_in_several_codes_is_one_number(cell: str) -> None:
    assert folded(cell) == "120" and is_number(folded(cell), whole=True)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("1.234.567", "1234567"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1_000", "1000"),
        ("0,875", "0.875"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("many", "a number such as"),
    ],
)
def test_the_advice_fits_the_notation(cell: str, written: str) -> None:
    assert f"Write {written}" in advice(cell, whole=False)


def test_whole_numbers_beyond_what_can_be_counted_are_told() -> None:
    assert is_number("9007199254740992", whole=True) and not is_number("99999999999999999999", whole=True)
    assert advice("9.000", whole=True) == "Write 9000: no thousands separators."


@pytest.mark.slow
def test_every_number_column_is_looked_at(data_folder: Path) -> None:
    set_cell(data_folder, "milestones", 2, "invest_eur", "250.000")
    set_cell(data_folder, "milestones", 3, "invest_eur", "1e400")
    set_cell(data_folder, "companies", 2, "employees", "1\N{NO-BREAK SPACE}200")
    told = {(fault.file, fault.row, fault.column, fault.value) for fault in check(data_folder)}
    assert told == {
        ("milestones.csv", 2, "invest_eur", "250.000"),
        ("milestones.csv", 3, "invest_eur", "1e400"),
        ("companies.csv", 2, "employees", "1 200"),
    }


@pytest.mark.slow
def test_the_unit_is_that_of_the_indicator(data_folder: Path) -> None:
    kinds, rows = (read(data_folder / f"{name}.csv") for name in ("indicator_types", "indicators"))
    unit = {kind[0]: kind[kinds[0].index("unit")] for kind in kinds}
    for wanted, value in (("eur-m", "18.000"), ("percent", "3.125")):
        row = next(number for number, line in enumerate(rows, 1) if unit.get(line[0]) == wanted)
        set_cell(data_folder, "indicators", row, "value", value)
    assert only(check(data_folder)).value == "18.000"
