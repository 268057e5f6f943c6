"""What every file under queries/ keeps to, and that a checked query finds what it says it finds."""

import re
from pathlib import Path

import duckdb
import pytest

from dashboard.settings import QUERIES
from dashboard.warehouse import Warehouse, named_query
from dashboard.warehouse.named import query_names
from tests.conftest import Rows

NAMES = query_names()
MACROS = sorted((QUERIES / "model" / "macros").glob("*.sql"))


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
    assert not re.search(r"\b(pivot|unpivot|group by all|read_csv)\b", text)
    assert len(text.splitlines()) <= 100


@pytest.mark.parametrize("path", MACROS, ids=lambda path: path.stem)
def test_a_macro_has_the_name_of_its_file_and_a_header(path: Path) -> None:
    header, statement = path.read_text(encoding="utf-8").split("create macro ")
    assert statement.startswith(f"{path.stem}(")
    question, grain = header.split("-- One ")
    assert "?" in question and (" per call" in grain or grain.startswith("row per "))


def test_no_query_knows_which_city_this_is(facts: dict[str, Rows]) -> None:
    """Neither its place, areas and organisations nor a market: whoever has another folder keeps the SQL."""
    words = (
        {"Düsseldorf", "IHK"}
        | {row["region"] for row in facts["regions"]}
        | {row["name_en"] for row in facts["regions"]}
    )
    words |= {row["market"] for row in facts["markets"]} - {"all"}
    words |= {row["indicator_id"] for row in facts["indicator_types"]}
    named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w-])")
    found = {path.name: named.findall(path.read_text(encoding="utf-8")) for path in QUERIES.rglob("*.sql")}
    assert not {name: words for name, words in found.items() if words}


def test_every_check_returns_the_columns_that_faults_are_made_of(served: Warehouse) -> None:
    for path in sorted((QUERIES / "checks").glob("*.sql")):
        columns = list(served.run(path.read_text(encoding="utf-8")).columns)
        assert columns[:6] == ["file", "id", "column_name", "value", "rule", "mend"], path.name
        assert columns[6:] in ([], ["other"]), "what the rule names besides the value"
