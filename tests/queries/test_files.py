"""What every file under queries/ keeps to, and that a checked query finds what it says it finds."""

import re

import duckdb
import pytest

from dashboard.settings import QUERIES
from dashboard.warehouse import Warehouse, named_query
from dashboard.warehouse.named import query_names

NAMES = query_names()


@pytest.mark.parametrize("name", NAMES)
def test_one_select_with_a_header_that_states_question_and_grain(name: str) -> None:
    query = named_query(name)
    assert duckdb.extract_statements(query.sql)[0].type == duckdb.StatementType.SELECT
    assert "?" in query.question.split("One row per")[0], "the header begins with the question"
    assert "One row per" in query.question
    for parameter in query.parameters:
        assert f"${parameter}" in query.question, f"the header explains ${parameter}"


@pytest.mark.parametrize("name", NAMES)
def test_portable_and_short(name: str) -> None:
    text = named_query(name).sql
    assert not re.search(r"\b(pivot|unpivot|qualify|group by all|read_csv)\b", text)
    assert len(text.splitlines()) <= 100


def test_every_check_returns_the_columns_that_faults_are_made_of(served: Warehouse) -> None:
    for path in sorted((QUERIES / "checks").glob("*.sql")):
        columns = list(served.run(path.read_text(encoding="utf-8")).columns)
        assert columns == ["file", "id", "column_name", "value", "rule", "mend"], path.name
