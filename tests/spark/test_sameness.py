"""Every question, model and check answers on Spark Connect what DuckDB answers: columns, types, rows, order and nulls.

With EVERY=1 each is asked with everything the tests of the questions ask it with, else with up to eight of these from
first to last.
"""

import math
import os
from collections.abc import Mapping
from typing import Any
from zlib import crc32

import pyarrow as pa
import pytest
import sqlglot

from dashboard.spark.client import SparkSession
from dashboard.spark.session import Unprepared, answered
from dashboard.warehouse import Warehouse, named_query
from dashboard.warehouse.locked import opened
from dashboard.warehouse.named import query_names
from tests.questions import walk

pytestmark = pytest.mark.slow
QUESTIONS = walk.questions()
NAMES = [name for name in query_names() if not name.startswith("notices/")]
FEW = 8  # times that each is asked
NEAR = 1e-11  # of a float: sums in another order differ in the last digits
Row = tuple[Any, ...]


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_is_that_of_duckdb(name: str, spark: SparkSession, served: Warehouse) -> None:
    sql = named_query(name).sql
    for values in calls(name, served):
        expected = of_duckdb(served, sql, values)
        found = answered(spark, sql, values)
        assert found.column_names == expected.column_names
        assert [*map(kind, found.schema.types)] == [*map(kind, expected.schema.types)], values
        # The order of a model says how its table is kept, and leaves open who is first.
        asked_for = "" if name.startswith("model/") else sql
        assert_same(rows(found, asked_for), rows(expected, asked_for), f"{name} asked with {values}")


def calls(name: str, house: Warehouse) -> list[dict[str, Any]]:
    """What the question is asked with."""
    if name not in QUESTIONS:
        return [{}]
    asked_with = list(walk.asked(QUESTIONS[name], walk.domains(house)))
    step = 1 if os.environ.get("EVERY") else math.ceil(len(asked_with) / FEW)
    chosen = asked_with[crc32(name.encode()) % step :: step]
    return [{key: plain(value) for key, value in one.items()} for one in chosen]


def plain(value: Any) -> Any:
    """A parameter as databases take it."""
    return list(value) if isinstance(value, tuple) else value


def of_duckdb(house: Warehouse, sql: str, values: Mapping[str, Any]) -> pa.Table:
    with opened(house.file(house.version)) as connection:
        return connection.sql(sql, params=dict(values)).to_arrow_table()


def kind(kind: pa.DataType) -> str:
    """A type's name; whole numbers of 128 bits are of 64 there."""
    return "int64" if pa.types.is_decimal(kind) and kind.scale == 0 else str(kind)


def rows(answer: pa.Table, sql: str) -> list[Row]:
    """The rows, sorted where the question does not say in which order."""
    columns = [[value(cell) for cell in column.to_pylist()] for column in answer.columns]
    found = list(zip(*columns, strict=True)) if columns else []
    is_ordered = bool(sql) and sqlglot.parse_one(sql, read="duckdb").args.get("order") is not None
    return found if is_ordered else sorted(found, key=lambda row: repr([rounded(cell) for cell in row]))


def value(cell: Any) -> Any:
    return int(cell) if type(cell).__name__ == "Decimal" and cell == int(cell) else cell


def rounded(cell: Any) -> Any:
    return f"{cell:.8g}" if isinstance(cell, float) else cell


def assert_same(found: list[Row], expected: list[Row], asked_with: str) -> None:
    assert len(found) == len(expected), asked_with
    for place, (one, other) in enumerate(zip(found, expected, strict=True)):
        assert same(one, other), f"{asked_with}, row {place}:\n{one}\ninstead of\n{other}"


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=NEAR, abs_tol=NEAR) or (math.isnan(one) and math.isnan(other))
    return type(one) is type(other) and bool(one == other)


def test_a_misspelt_word_is_found(spark: SparkSession, served: Warehouse) -> None:
    """The functions in Python run on the engine: accents go, and letters may have changed places."""
    sql = named_query("companies/search").sql
    for term in ("Yokogwaa", "müller", "Société", "zzzzzzzz"):
        values = {"term": term, "present_only": False}
        assert_same(rows(answered(spark, sql, values), sql), rows(of_duckdb(served, sql, values), sql), term)


def test_a_list_ends_with_what_has_no_place(spark: SparkSession, served: Warehouse) -> None:
    sql = """
    select list(t.x order by t.k) as by_key, list(t.x order by not t.k > 1, t.x) as by_truth
    from (values ('a', null), ('b', 2), ('c', 1), ('d', null)) as t (x, k)
    """
    assert_same(rows(answered(spark, sql, {}), sql), rows(of_duckdb(served, sql, {}), sql), "lists in order")


def test_every_row_of_a_table_is_answered_without_its_number(spark: SparkSession, served: Warehouse) -> None:
    sql = "select * from events order by event_id"
    assert_same(rows(answered(spark, sql, {}), sql), rows(of_duckdb(served, sql, {}), sql), "a whole table")


def test_values_are_never_part_of_the_statement(spark: SparkSession) -> None:
    hostile = "' or 1 = 1; drop table companies --"
    found = answered(
        spark, "select $word::varchar as word, $list::varchar[] as list", {"word": hostile, "list": [hostile]}
    )
    assert found.to_pylist() == [{"word": hostile, "list": [hostile]}]


def test_a_session_without_facts_says_so(address: str) -> None:
    session = SparkSession.builder.remote(address).create()
    try:
        with pytest.raises(Unprepared):
            answered(session, "select 1 as one", {})
    finally:
        session.stop()
