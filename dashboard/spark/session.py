"""A Spark Connect session that holds one version of the facts, and the questions asked of it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from weakref import WeakKeyDictionary

import pyarrow as pa

from dashboard.spark.client import DataFrame, SparkSession, to_arrow_schema
from dashboard.spark.functions import register
from dashboard.spark.models import models
from dashboard.spark.shapes import Shapes
from dashboard.spark.translation import translated
from dashboard.warehouse.model import WRITTEN

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
    shapes[session] = Shapes(hold(session, tables, keep))


def hold(
    session: SparkSession,
    tables: Tables,
    keep: Keep = through_client,
    names: Collection[str] | None = None,
    prefix: str = "",
) -> dict[str, pa.Schema]:
    """Make views of the tables and of the model over them, of `names` only those, called by a prefix and their names.

    The columns of the tables that no model wrote.
    """
    given = {name: table for name, table in tables.items() if names is None or name in names}
    schemas = {name: _schema(session, name, prefix, table) for name, table in given.items()}
    register(session)
    for name, sql in models(given, names, prefix):
        made = session.sql(sql)
        (keep(name, made) if name in WRITTEN else made).createOrReplaceTempView(f"{prefix}{name}")
    return {name: schema for name, schema in schemas.items() if name not in WRITTEN}


def _schema(session: SparkSession, name: str, prefix: str, table: pa.Table | str) -> pa.Schema:
    """Make a view of the table; its columns, without `rowid`."""
    if isinstance(table, str):
        frame: DataFrame = session.read.parquet(table)
        if not frame.columns:  # Sail reads what is not there as a table of nothing
            raise FileNotFoundError(f"{table} is not there")
        schema = to_arrow_schema(frame.schema)
    else:
        schema = table.schema
        frame = session.createDataFrame(numbered(table))
    frame.createOrReplaceTempView(f"{prefix}{name}")
    return pa.schema([field for field in schema if field.name != "rowid"])


def numbered(table: pa.Table) -> pa.Table:
    """With the number of each row before it, which DuckDB knows by itself: questions sort by that."""
    return table.add_column(0, "rowid", pa.array(range(table.num_rows), pa.int64()))


def answered(session: SparkSession, sql: str, values: Mapping[str, Any]) -> pa.Table:
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
    # Of all columns of a table (`*`) the numbers of its rows are none in DuckDB.
    return pa.table([answer.column(field.name).cast(field.type) for field in shape], schema=shape)
