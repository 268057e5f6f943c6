"""What a query can read, as data; and that functions which are allowed only compute."""

import re

import duckdb
import pytest

from dashboard.lab.answer import Refused
from dashboard.lab.filled import filled, open_values
from dashboard.lab.guard import FUNCTIONS, TABLE_FUNCTIONS, Guard, known, one_select
from dashboard.lab.schema import Example, schema
from dashboard.values import Text
from dashboard.warehouse import Warehouse
from dashboard.warehouse.locked import opened
from dashboard.warehouse.model import MODEL
from dashboard.warehouse.named import query_names

# Of the window functions and those that only the parser knows, the database has no list.
UNLISTED = {
    "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value",
    "last_value", "nth_value", "fill",
}  # fmt: skip
SUSPICIOUS = re.compile(
    r"(^|_)(setting|secret|env|file|read|write|log|query|sql|path|parquet|csv|pragma|duckdb|load|copy|attach|sleep|pg|"
    r"serialize|sniff|glob|blob|variable|version|nextval|checkpoint|privilege|user|database|schema)s?(_|$)"
)


def test_it_describes_all_that_is_there(served: Warehouse) -> None:
    found = schema(served.snapshot)
    assert set(served.package.tables) <= set(found.relations)
    assert {path.stem for path in MODEL.rglob("*.sql")} <= set(found.relations)
    assert found.relations["companies"].title == Text("Companies", "Unternehmen")
    assert found.relations["company"].title.en == "What do we know of each company in our list?"
    assert found.relations["codes_in"].kind == "macro" and found.relations["codes_in"].fields[0].name == "cell"
    name = next(field for field in found.relations["companies"].fields if field.name == "employees")
    assert name.type == "BIGINT" and name.title.de and name.description.de
    for relation in found.relations.values():
        assert relation.title.en and (relation.fields or relation.kind == "macro"), relation.name
    assert {"company", "market", "select"} <= set(found.completions)
    assert schema(served.snapshot) is found


def test_every_example_may_be_asked(served: Warehouse) -> None:
    examples = schema(served.snapshot).examples
    assert all(one.question and one.name in query_names() for one in examples)
    with opened(served.file(served.version)) as connection:
        have = known(connection)
        for one in examples:
            if one.parameters:
                with pytest.raises(Refused):
                    one_select(connection, one.sql)
            asked = filled(one, dict.fromkeys(one.parameters, "1"))
            assert Guard(connection, one_select(connection, asked), 0, have).used(), one.name


def test_values_are_put_as_texts_of_their_type() -> None:
    sql = (
        "-- $a, $b\nselect x from y\nwhere x = $a::varchar and list_contains($b::integer[], z) "
        "and z > $a and $c is null\n"
    )
    found = Example("x/y", "?", sql, ("a", "b", "c"))
    assert open_values(found) == {"a": "varchar", "b": "integer[]", "c": "varchar"}
    assert filled(found, {"a": "it's", "b": "1, 2,"}) == (
        "-- $a, $b\nselect x from y\nwhere x = 'it''s'::varchar and list_contains(['1', '2']::integer[], z) "
        "and z > 'it''s'::varchar and null::varchar is null\n"
    )
    assert "[]::integer[]" in filled(found, {})


def test_functions_only_compute() -> None:
    there = duckdb.connect().execute("select function_name from duckdb_functions() where function_type <> 'pragma'")
    names = {name for (name,) in there.fetchall()}
    assert not FUNCTIONS - names - UNLISTED
    assert {name for name in FUNCTIONS | TABLE_FUNCTIONS if SUSPICIOUS.search(name)} == {
        "json_extract_path", "json_extract_path_text", "log", "uuid_extract_version",
    }  # fmt: skip
