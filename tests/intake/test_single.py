"""Rows changed by hand meet the checks that files do."""

import csv

import pytest

from dashboard.intake.single import Cells, Edits, edited
from tests.conftest import Rows
from tests.intake.files import DATA, ROW

KNOWN = "3m-deutschland-neuss"


def changed(*cells: tuple[str, str]) -> Edits:
    return Edits("companies", (((KNOWN,), cells),), (), ())


def faults(edits: Edits) -> list[tuple[str | None, str]]:
    with edited(DATA, edits) as (_, _, found):
        return [(fault.column, str(fault.rule)) for fault in found]


@pytest.mark.parametrize("cell", ["=1+1", " =1+1", "\u00a0=1+1", "\t=1+1", "\u3000@cmd|' /C calc'!A0"])
def test_a_formula_is_told_whatever_stands_before_it(cell: str) -> None:
    assert faults(changed(("name", cell))) == [("name", "holds a formula")]


def test_blanks_around_what_is_typed_are_none_of_it() -> None:
    added: Cells = (("company_id", "new-one"), ("name", "\u00a0New One\t"), ("parent", "\u00a0"))
    with edited(DATA, Edits("companies", (((KNOWN,), (("name", "\t3M\u3000"),)),), (added,), ())) as (_, path, found):
        assert not found
        with path.open(encoding="utf-8", newline="") as file:
            rows = {row["company_id"]: row for row in csv.DictReader(file)}
    assert (rows["new-one"]["name"], rows["new-one"]["parent"], rows[KNOWN]["name"]) == ("New One", "", "3M")


def test_a_figure_needs_its_year_unless_the_row_has_one(facts: dict[str, Rows]) -> None:
    (row,) = [one for one in facts["companies"] if one["company_id"] == KNOWN]
    assert row["employees"] and row["employees_year"] and row["source_id"]
    assert not faults(changed(("employees", "1701"))), "a correction from the same source"
    rule = "empty, though Employees is new or changes in this row"
    assert faults(changed(("employees", "1701"), ("employees_year", ""))) == [("employees_year", rule)]
    assert not faults(changed(("employees", ""), ("employees_year", "")))
    new = (("company_id", "new-one"), ("name", ROW[0]), ("employees", "5"))
    assert faults(Edits("companies", (), (new,), ())) == [("employees_year", rule)]
