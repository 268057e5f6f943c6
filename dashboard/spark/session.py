"""A Spark Connect session that holds one version of the facts, and the questions asked of it."""

from collections.abc import Callable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

import pyarrow as pa

from dashboard.spark.client import DataFrame, SparkSession, to_arrow_schema
from dashboard.spark.functions import register
from dashboard.spark.models import models
from dashboard.spark.shapes import Shapes
from dashboard.spark.translation import translated
from dashboard.warehouse.model import WRITTEN

ORDERED = {  # tables of which a question asks in which order their rows stand in the file: `rowid`, which Spark has not
    "contacts",
    "indicator_roles",
    "project_partners",
    "talent_words",
    "themes",
    "topics",
}
Tables = Mapping[str, pa.Table | str]
Keep = Callable[[str, DataFrame], DataFrame]

shapes: WeakKeyDictionary[SparkSession, Shapes] = WeakKeyDictionary()  # session -> what DuckDB would answer there


class Unprepared(RuntimeError):
    """The session holds no facts."""


def through_client(_name: str, frame: DataFrame) -> DataFrame:
    """A model that was computed, fetched and sent back; for some thousand rows."""
    return frame.sparkSession.createDataFrame(frame.toArrow())


def prepare(session: SparkSession, tables: Tables, keep: Keep = through_client) -> None:
    """Make the session one that can be asked about these tables (see the package's docstring).

    Raises
    ------
    pyspark.errors.PySparkException
        the engine cannot read a table or make a model.
    """
    schemas = {name: _table(session, name, table) for name, table in tables.items()}
    register(session)
    for name, sql in models(given=tables):
        made = session.sql(sql)
        (keep(name, made) if name in WRITTEN else made).createOrReplaceTempView(name)
    shapes[session] = Shapes({name: schema for name, schema in schemas.items() if name not in WRITTEN})


def _table(session: SparkSession, name: str, table: pa.Table | str) -> pa.Schema:
    """Make a view of the table; its columns, without `rowid`."""
    if isinstance(table, str):
        frame: DataFrame = session.read.parquet(table)
        if not frame.columns:  # Sail reads what is not there as a table of nothing
            raise FileNotFoundError(f"{table} is not there")
        schema = to_arrow_schema(frame.schema)
    else:
        schema = table.schema
        rows = pa.array(range(table.num_rows), pa.int64())
        frame = session.createDataFrame(table.append_column("rowid", rows) if name in ORDERED else table)
    frame.createOrReplaceTempView(name)
    return pa.schema([field for field in schema if field.name != "rowid"])


def asked(session: SparkSession, sql: str, values: Mapping[str, Any]) -> pa.Table:
    """What the statement answers, with DuckDB's columns and types.

    Raises
    ------
    Unprepared
        no facts were given to the session.
    Untranslatable
        Spark has no words for it.
    duckdb.Error
        it is no statement about these tables, or a parameter is missing or superfluous.
    pyspark.errors.PySparkException
        the engine refuses or fails.
    """
    if session not in shapes:
        raise Unprepared("No facts were given to this session of the engine; prepare() does.")
    shape = shapes[session].of(sql, frozenset(values))
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    answer = session.sql(translated(sql), args=given).toArrow()
    columns = [column.cast(field.type) for column, field in zip(answer.columns, shape, strict=True)]
    return pa.table(columns, schema=shape)
