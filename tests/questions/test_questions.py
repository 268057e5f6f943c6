"""The typed questions are what the SQL says, and rows hold what their types promise."""

from typing import get_type_hints

import pytest

from dashboard.values import Hedge, Unit
from dashboard.warehouse import Warehouse
from tests.questions.walk import asked, domains, questions
from tools.questions import FOLDER, formatted, modules

QUESTIONS = questions()
SILENT = {"shared/empty_tables", "shared/internal"}  # on the shipped facts: every table has rows, all of them public


def test_the_functions_are_those_of_the_sql(served: Warehouse) -> None:
    for name, text in modules(served).items():
        assert (FOLDER / name).read_text(encoding="utf-8") == formatted(text), f"{name}: run `make questions`"
    assert {path.name for path in FOLDER.glob("*.py")} == {*modules(served), "__init__.py"}


@pytest.mark.slow
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_may_not_be_null_never_is(name: str, served: Warehouse) -> None:
    seen = 0
    for parameters in asked(QUESTIONS[name], domains(served)):
        rows = QUESTIONS[name](**parameters)
        seen += len(rows)
        if rows:
            sure = [field for field, kind in get_type_hints(type(rows[0])).items() if "None" not in str(kind)]
            empty = {field for row in rows for field in sure if getattr(row, field) is None}
            assert not empty, f"the header of {name} lacks: May be null: {', '.join(sorted(empty))}. ({parameters})"
    assert bool(seen) == (name not in SILENT), f"{name} answered {seen} rows"


def test_enumerations_are_those_of_the_package(served: Warehouse) -> None:
    def allowed(table: str, column: str) -> set[str]:
        return set(served.package.tables[table].column(column).constraints["enum"])

    assert set(Unit) == allowed("indicator_types", "unit")
    assert set(Hedge) == allowed("indicators", "qualifier")
